//! The words of the sentences are there in every language, and say the same things.

use std::collections::{BTreeMap, BTreeSet};
use tollview::analysis::Rule;
use tollview::model::{Quantity, Stated, When};
use tollview::text::{DateStyle, Locale, date, quantity, quantity_words, words};

const ENGLISH: &str = include_str!("../../assets/locale/en.ftl");
const PERSIAN: &str = include_str!("../../assets/locale/fa.ftl");

/// Each message with its section and its arguments.
fn messages(file: &str) -> BTreeMap<&str, (&str, BTreeSet<&str>)> {
    let mut messages: BTreeMap<&str, (&str, BTreeSet<&str>)> = BTreeMap::new();
    let (mut section, mut key) = ("", "");
    for line in file.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            section = name;
        } else if let (Some((name, _)), false) = (line.split_once(" = "), line.starts_with([' ', '#', '}'])) {
            key = name;
            assert!(messages.insert(key, (section, BTreeSet::new())).is_none(), "{key} stands twice");
        }
        for argument in line.split('$').skip(1) {
            let end = argument.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(argument.len());
            messages.get_mut(key).unwrap().1.insert(&argument[..end]);
        }
    }
    messages
}

#[test]
fn persian_messages_take_the_arguments_of_the_english_ones() {
    let english = messages(ENGLISH);
    for (key, (_, arguments)) in messages(PERSIAN) {
        // Forms that English has no need of.
        if ["month-of-", "solar-month-", "date-to"].iter().any(|start| key.starts_with(start)) {
            continue;
        }
        let expected = &english.get(key).unwrap_or_else(|| panic!("{key} is not in en.ftl")).1;
        assert_eq!(&arguments, expected, "{key}");
    }
}

#[test]
fn every_message_of_a_sentence_is_there_in_persian() {
    const SECTIONS: [&str; 8] = [
        "Numbers",
        "Lists",
        "Dates",
        "Measures",
        "Sources",
        "Coverage, verification, method, relation",
        "Sentences",
        "Sentences of a comparison",
    ];
    const ELSEWHERE: [&str; 6] =
        ["and-more", "chart-latest", "chart-as-known-on", "unit-per-day", "compare-rate", "compare-who-not-stated"];
    const IN_NO_SENTENCE: [&str; 6] = ["month-short-", "days", "kind-", "method-", "relation-", "verified-not-stated"];
    let persian = messages(PERSIAN);
    let english = messages(ENGLISH);
    let used = |key: &str| !IN_NO_SENTENCE.iter().any(|start| key.starts_with(start));
    let of_sentences = english.iter().filter(|(key, (section, _))| SECTIONS.contains(section) && used(key));
    let mut count = 0;
    for key in of_sentences.map(|(key, _)| *key).chain(ELSEWHERE) {
        assert!(persian.contains_key(key), "{key} is not in fa.ftl");
        assert!(Locale::persian().has(key), "{key} of fa.ftl cannot be read");
        count += 1;
    }
    assert!(count > 70, "{count}");
}

/// A date as a Persian sentence says it.
fn persian(when: &str) -> String {
    date(when.parse::<When>().unwrap(), DateStyle::Long, &Locale::persian())
}

#[test]
fn persian_dates_have_the_solar_hijri_date_beside_them() {
    for (when, expected) in [
        ("2026-01-14", "۱۴ ژانویهٔ ۲۰۲۶ (۲۴ دی ۱۴۰۴)"),
        // New Year's day 1400, and the last day of the leap year 1399.
        ("2021-03-21", "۲۱ مارس ۲۰۲۱ (۱ فروردین ۱۴۰۰)"),
        ("2021-03-20", "۲۰ مارس ۲۰۲۱ (۳۰ اسفند ۱۳۹۹)"),
        // The Revolution's day.
        ("1979-02-11", "۱۱ فوریهٔ ۱۹۷۹ (۲۲ بهمن ۱۳۵۷)"),
        ("2019-11-15/2019-11-18", "۱۵ تا ۱۸ نوامبر ۲۰۱۹ (۲۴ تا ۲۷ آبان ۱۳۹۸)"),
        ("2025-12-28/2026-01-14", "۲۸ دسامبر ۲۰۲۵ تا ۱۴ ژانویهٔ ۲۰۲۶ (۷ تا ۲۴ دی ۱۴۰۴)"),
        ("2020-01-20/2020-02-03", "۲۰ ژانویه تا ۳ فوریهٔ ۲۰۲۰ (۳۰ دی تا ۱۴ بهمن ۱۳۹۸)"),
        ("1979-02", "فوریهٔ ۱۹۷۹ (بهمن تا اسفند ۱۳۵۷)"),
        ("1978-01/1979-02", "ژانویهٔ ۱۹۷۸ تا فوریهٔ ۱۹۷۹ (دی ۱۳۵۶ تا اسفند ۱۳۵۷)"),
        ("1988", "۱۹۸۸ (۱۳۶۶ تا ۱۳۶۷)"),
        ("2026-01-14?", "۱۴ ژانویهٔ ۲۰۲۶ (۲۴ دی ۱۴۰۴)، به استنباط"),
        ("0500", "۵۰۰"),
    ] {
        assert_eq!(tollview::text::without_marks(&persian(when)), expected);
    }
    assert_eq!(tollview::text::without_marks(&persian("1988~")), "حدود ۱۹۸۸ (۱۳۶۶ تا ۱۳۶۷)");
}

#[test]
fn counts_and_results_in_words() {
    let range = |low, best, high| Stated::Range { low, best, high };
    for (stated, english, persian) in [
        (Stated::Unknown, "not stated", "اعلام نشده"),
        (Stated::Exact(1_234_567), "1,234,567", "۱٬۲۳۴٬۵۶۷"),
        (Stated::AtLeast(2_571), "at least 2,571", "دست‌کم ۲٬۵۷۱"),
        (Stated::MoreThan(60), "more than 60", "بیش از ۶۰"),
        (Stated::About(1_500), "about 1,500", "حدود ۱٬۵۰۰"),
        (Stated::UpTo(551), "up to 551", "حداکثر ۵۵۱"),
        (range(Some(200), None, Some(225)), "200 to 225", "۲۰۰ تا ۲۲۵"),
        (range(Some(200), Some(210), Some(225)), "210 (low 200, high 225)", "۲۱۰ (کمینه ۲۰۰، بیشینه ۲۲۵)"),
        (range(Some(200), None, None), "at least 200", "دست‌کم ۲۰۰"),
        (range(None, None, Some(225)), "up to 225", "حداکثر ۲۲۵"),
        (range(Some(200), Some(210), None), "210 (low 200)", "۲۱۰ (کمینه ۲۰۰)"),
        (range(None, Some(210), Some(225)), "210 (high 225)", "۲۱۰ (بیشینه ۲۲۵)"),
    ] {
        assert_eq!(words(stated, &Locale::english()), english);
        assert_eq!(words(stated, &Locale::persian()), persian);
    }
    for (above, below, english, persian) in [
        (Stated::AtLeast(2_571), Stated::Exact(522), "at least 4.9", "دست‌کم ۴٫۹"),
        (Stated::Exact(522), Stated::MoreThan(1_000), "less than 0.53", "کمتر از ۰٫۵۳"),
        (range(Some(532), None, Some(2_781)), Stated::Exact(522), "1.0 to 5.3", "۱٫۰ تا ۵٫۳"),
        (Stated::About(2_000), Stated::Exact(522), "about 3.8", "حدود ۳٫۸"),
        (Stated::AtLeast(2_571), Stated::AtLeast(458), "5.6", "۵٫۶"),
    ] {
        let ratio = Quantity::of(above).unwrap().over(Quantity::of(below).unwrap()).unwrap();
        assert_eq!(quantity_words(ratio, &Locale::english()), english, "{}", quantity(ratio));
        assert_eq!(quantity_words(ratio, &Locale::persian()), persian);
    }
}

#[test]
fn every_reason_why_a_source_stands_has_a_long_and_a_short_form() {
    for rule in [Rule::Chosen, Rule::Lead, Rule::MostRows, Rule::FirstOfMostRows, Rule::BaselineSource] {
        for key in [format!("rule-{}", rule.name()), format!("rule-{}-short", rule.name())] {
            assert!(Locale::english().has(&key), "{key}");
        }
    }
}
