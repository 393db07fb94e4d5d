//! The sentence of a comparison, word for word; and that the numbers of all sentences are those that the chart shows.

use super::sentences::quoted_in;
use super::{Asked, event};
use tollview::analysis::{CountKey, Unit, compare, comparison_sentence};
use tollview::chart::{Figure, Target};
use tollview::model::{Count, Report, When};
use tollview::text::{DateStyle, Locale, as_known_on, date, for_clipboard, label, names, sentences, without_marks};

fn sentence(asked: &Asked, locale: &Locale) -> String {
    asked.look(|library, question| comparison_sentence(&compare(library, question), question, locale).unwrap())
}

fn copied(asked: &Asked, locale: &Locale) -> String {
    for_clipboard(&sentence(asked, locale))
}

#[test]
fn the_comparison_in_english() {
    assert_eq!(
        copied(&Asked::bundled(), &Locale::english()),
        "People killed in “Iran protests 2025–26” come to at least 4.9 times those in “Mahsa Amini protests”, as known on \
         14 January 2026: at least 2,571 (everyone, as of 14 January 2026, according to Human Rights Activists News \
         Agency via AP) against 522 (protesters, as of 14 January 2023, according to Human Rights Activists News Agency). \
         Counting protesters only, it is 2,403 against 522: 4.6 times. “Iran protests 2025–26” was not over when this was \
         counted."
    );
    let unbounded = Asked::bundled().ask(|question| {
        question.chosen_sources.insert(event("iran-2022"), "ihrngo".into());
    });
    let text = copied(&unbounded, &Locale::english());
    assert!(text.contains("come to 5.6 times (as stated, not bounded) those in “Mahsa Amini protests”"), "{text}");
    assert!(text.contains("against at least 458 (protesters, by state forces, as of 7 December 2022"), "{text}");
    let rates = copied(&Asked::bundled().ask(|question| question.unit = Unit::PerDay), &Locale::english());
    assert!(rates.contains("at least 142.8 per day over 18 days (everyone, as of 14 January 2026"), "{rates}");
    assert!(rates.contains("Counting protesters only, it is 2,403 against 522; per day, 30.9 times."), "{rates}");
}

#[test]
fn the_comparison_in_persian() {
    assert_eq!(
        copied(&Asked::bundled(), &Locale::persian()),
        "شمار کشته‌شدگان در «اعتراضات ایران، ۲۰۲۵–۲۰۲۶» دست‌کم ۴٫۹ برابر «اعتراضات مهسا امینی» است، بر پایهٔ آنچه تا ۱۴ \
         ژانویهٔ ۲۰۲۶ (۲۴ دی ۱۴۰۴) منتشر شده بود: دست‌کم ۲٬۵۷۱ نفر تا ۱۴ ژانویهٔ ۲۰۲۶ (۲۴ دی ۱۴۰۴) به گفتهٔ هرانا، خبرگزاری \
         فعالان حقوق بشر (به گزارش AP) (شمرده‌شدگان: همه)، در برابر ۵۲۲ نفر تا ۱۴ ژانویهٔ ۲۰۲۳ (۲۴ دی ۱۴۰۱) به گفتهٔ هرانا، \
         خبرگزاری فعالان حقوق بشر (شمرده‌شدگان: معترضان). با شمارش معترضان و نه دیگران، ۲٬۴۰۳ در برابر ۵۲۲ نفر: ۴٫۶ برابر. \
         هنگام این شمارش، «اعتراضات ایران، ۲۰۲۵–۲۰۲۶» هنوز پایان نیافته بود."
    );
}

#[test]
fn without_a_baseline_the_events_are_listed() {
    let asked = Asked::bundled().ask(|question| {
        question.baseline = None;
        question.ticked = [event("iran-2009"), event("iran-1978-79")].into();
    });
    assert_eq!(
        copied(&asked, &Locale::english()),
        "People killed, as known on 14 January 2026: “2009 election protests (Green Movement)”, 72 (protesters, as of 3 \
         September 2009, according to Opposition committee (Mousavi, Karroubi)); “Revolution of 1978–79”, 532 to 2,781 \
         (who is not stated, January 1978 – February 1979, as of February 1979, according to Tucker (encyclopedia))."
    );
    let nothing = asked.ask(|question| question.ticked.clear());
    nothing.look(|library, question| {
        assert_eq!(comparison_sentence(&compare(library, question), question, &Locale::english()), None);
    });
}

/// The numbers in a text, with Western digits, sorted.
fn numbers(text: &str) -> Vec<String> {
    let western = |c: char| match c {
        '۰'..='۹' => char::from_digit(u32::from(c) - 0x6f0, 10).unwrap(),
        '٬' => ',',
        '٫' => '.',
        other => other,
    };
    let text: String = text.chars().map(western).collect();
    let pieces = text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
    let trimmed = pieces.map(|piece| piece.trim_matches([',', '.']).to_owned()).filter(|piece| !piece.is_empty());
    let mut numbers: Vec<String> = trimmed.collect();
    numbers.sort();
    numbers
}

/// `text` without what may hold other numbers: titles, dates, coverages.
fn bare(text: &str, mut others: Vec<String>) -> String {
    others.sort_by_key(|other| std::cmp::Reverse(other.len()));
    others.iter().fold(without_marks(text), |text, other| text.replace(&without_marks(other), "…"))
}

fn targets(figure: &Figure) -> Vec<(CountKey, String)> {
    let mut targets = Vec::new();
    for row in figure.rows() {
        let bars = row.bars.iter().map(|bar| (&bar.target, &bar.hover));
        let dots = row.dots.iter().map(|dot| (&dot.target, &dot.hover));
        let brackets = row.brackets.iter().map(|bracket| (&bracket.target, &bracket.hover));
        let others = row.others.iter().map(|other| (&other.target, &other.hover));
        for (target, hover) in bars.chain(dots).chain(brackets).chain(others) {
            if let Target::Count(key) = target {
                targets.push((key.clone(), hover.clone()));
            }
        }
    }
    targets
}

/// The count that a key leads to and the count that holds it.
fn find<'a>(report: &'a Report, key: &CountKey) -> (&'a Count, Option<&'a Count>) {
    let mut found = (&report.counts[&key.measure], None);
    for (relation, id) in &key.categories {
        let child = found.0.children().find(|(r, child, _)| r == relation && *child == id).unwrap().2;
        found = (child, Some(found.0));
    }
    found
}

/// Checks every mark of a chart; gives how many there were.
fn check_marks(asked: &Asked, figure: &Figure) -> usize {
    let marks = targets(figure);
    for (key, hover) in &marks {
        let event = &asked.dataset.events[&key.event.event];
        let report = &event.reports[key.report];
        let (count, parent) = find(report, key);
        // What the mark says when it is pointed at; the total that holds a category, and what is pending.
        let mut expected = numbers(hover.lines().next().unwrap());
        let english = Locale::english();
        let further = [parent, count.pending.as_deref().filter(|_| key.categories.is_empty())];
        for further in further.into_iter().flatten() {
            expected.extend(numbers(&label(further.stated, &english)));
        }
        expected.sort();
        assert!(!expected.is_empty(), "{hover}");
        for locale in [&english, &Locale::persian()] {
            let path: Vec<_> = key.categories.iter().map(|(relation, id)| (*relation, id.as_str())).collect();
            let text = quoted_in(asked, key.event.event.as_str(), Some(key.report), &path, locale);
            let mut others = vec![names::event(event, locale).to_owned()];
            others.extend(count.as_of.or(report.when()).map(|when| date(when, DateStyle::Long, locale)));
            let coverage = count.coverage.as_deref();
            others.extend(coverage.map(|coverage| sentences::coverage(&asked.dataset, Some(coverage), locale)));
            assert_eq!(numbers(&bare(&text, others)), expected, "{text}\n{hover}");
        }
    }
    marks.len()
}

#[test]
fn the_numbers_of_every_mark_are_those_of_its_sentences() {
    let mut marks = 0;
    for asked in [Asked::bundled(), Asked::latest()] {
        marks += check_marks(&asked, &asked.compare());
        let events: Vec<_> = asked.dataset.events.keys().cloned().collect();
        let mut asked = asked;
        for id in events {
            asked = asked.ask(|question| question.event = Some(event(id.as_str())));
            marks += check_marks(&asked, &asked.breakdown());
        }
    }
    assert!(marks > 80, "{marks}");
}

/// What else holds numbers in the note and in the sentences of the comparison.
fn around(asked: &Asked, locale: &Locale, style: DateStyle) -> Vec<String> {
    asked.look(|library, question| {
        let comparison = compare(library, question);
        let pair = comparison.main_pair(question).unwrap();
        let mut others = vec![as_known_on(question.as_known_on, locale)];
        for (row, total) in [(pair.row, pair.this), (pair.baseline_row, pair.baseline)] {
            others.push(names::event(row.event.event, locale).to_owned());
            others.push(names::event_short(row.event.event, locale).to_owned());
            others.extend(total.when().map(|when: When| date(when, style, locale)));
            let coverage = total.count.coverage.as_deref();
            others.extend(coverage.map(|coverage| sentences::coverage(&asked.dataset, Some(coverage), locale)));
        }
        others
    })
}

#[test]
fn the_numbers_of_the_note_are_those_of_the_comparisons_sentences() {
    let english = Locale::english();
    let mut checked = 0;
    for unit in [Unit::Total, Unit::PerDay] {
        for baseline in ["iran-2022", "iran-2019", "iran-1978-79"] {
            for mut asked in [Asked::bundled(), Asked::latest()] {
                let events: Vec<_> = asked.dataset.events.keys().cloned().collect();
                for id in events {
                    asked = asked.ask(|question| {
                        question.unit = unit;
                        question.baseline = Some(event(baseline));
                        question.event = Some(event(id.as_str()));
                    });
                    let figure = asked.compare();
                    let Some(note) = figure.notes.iter().find(|note| note.strong) else { continue };
                    let expected = numbers(&bare(&note.text, around(&asked, &english, DateStyle::Short)));
                    assert!(expected.len() >= 3, "{}", note.text);
                    for locale in [&english, &Locale::persian()] {
                        let text = sentence(&asked, locale);
                        let found = numbers(&bare(&text, around(&asked, locale, DateStyle::Long)));
                        assert_eq!(found, expected, "{text}\n{}", note.text);
                    }
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 60, "{checked}");
}
