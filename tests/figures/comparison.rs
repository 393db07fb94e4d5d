//! Events side by side: multiples of the baseline, days and rates, and the order of rows.

use super::{Asked, event, margin_heading};
use tollview::analysis::{Days, Multiple, Order, Unit, Yardstick, compare};
use tollview::model::Sign;
use tollview::text::{Locale, label, quantity};

/// One line for each row: event, total, multiple, like with like, days, rate.
fn rows(asked: &Asked) -> Vec<String> {
    let locale = Locale::english();
    asked.look(|library, question| {
        let per_day = Yardstick::new(Unit::PerDay, None);
        let rows = compare(library, question).rows;
        let line = |row: &tollview::analysis::ComparisonRow| {
            let Some(total) = row.standing.total() else { return format!("{}: none", row.event.event.id) };
            let multiple = match &row.multiple {
                Multiple::Baseline => "baseline".to_owned(),
                Multiple::Times { ratio, like, .. } => {
                    let bound = if ratio.sign() == Sign::Unbounded { ", not bounded" } else { "" };
                    let like = like.as_ref().map_or_else(String::new, |like| {
                        let (this, that) = (label(like.this, &locale), label(like.baseline, &locale));
                        format!(", {} {this} / {that} = {}", like.who[0], quantity(like.ratio))
                    });
                    format!("{}{bound}{like}", quantity(*ratio))
                }
                Multiple::None => "none".to_owned(),
            };
            let rate = match row.days {
                Days::Known(days) => {
                    let rate = row.value(total, per_day).unwrap();
                    format!("{} in each of {days} days", quantity(rate))
                }
                other => format!("{other:?}"),
            };
            format!("{}: {}; {multiple}; {rate}", row.event.event.id, label(total.stated(), &locale))
        };
        rows.iter().map(line).collect()
    })
}

fn ids(asked: &Asked) -> Vec<String> {
    asked.look(|library, question| {
        compare(library, question).rows.iter().map(|row| row.event.event.id.to_string()).collect()
    })
}

#[test]
fn every_multiple_and_rate_of_the_bundled_dataset() {
    let expected = [
        // 2,571 / 522 = 4.93; protesters 2,403 / 522 = 4.60; 2,571 / 18 = 142.83.
        "iran-2025-26: ≥ 2,571; ≥ 4.9, protesters 2,403 / 522 = 4.6; ≥ 142.8 in each of 18 days",
        // 15 + 31 + 30 + 31 + 14 = 121 days; 522 / 121 = 4.31.
        "iran-2022: 522; baseline; 4.3 in each of 121 days",
        // 304 / 522 = 0.582; counted after the end, so over its five days: 60.8.
        "iran-2019: ≥ 304; ≥ 0.58; ≥ 60.8 in each of 5 days",
        // 24 / 522 = 0.0460, rounded down; counted on the sixth day.
        "iran-2017-18: ≥ 24; ≥ 0.045; ≥ 4 in each of 6 days",
        // 72 / 522 = 0.138; 18 + 31 + 31 + 2 = 82 days; 72 / 82 = 0.878.
        "iran-2009: 72; 0.14; 0.88 in each of 82 days",
        // 7 / 522 = 0.0134; 7 / 6 = 1.17, rounded down.
        "iran-1999: ≥ 7; ≥ 0.013; ≥ 1.1 in each of 6 days",
        // 532 / 522 = 1.02, 2,781 / 522 = 5.33; its date is a month.
        "iran-1978-79: 532–2,781; 1.0–5.3; NoDate",
    ];
    assert_eq!(rows(&Asked::bundled()), expected);
}

#[test]
fn a_lower_bound_over_a_lower_bound_is_not_bounded() {
    let asked = Asked::bundled().ask(|question| {
        question.chosen_sources.insert(event("iran-2022"), "ihrngo".into());
    });
    // 2,571 / 458 = 5.61; all deaths over protesters killed by state forces; protesters 2,403 / 458 = 5.25 at most.
    let line = "iran-2025-26: ≥ 2,571; 5.6, not bounded; ≥ 142.8 in each of 18 days";
    assert_eq!(rows(&asked)[0], line);
    // 83 days to 7 December, 458 / 83 = 5.52, rounded down.
    assert_eq!(rows(&asked)[1], "iran-2022: ≥ 458; baseline; ≥ 5.5 in each of 83 days");
    let figure = asked.compare();
    let margin = figure.rows()[0].margin.as_ref().unwrap();
    assert_eq!((margin.text.as_str(), margin.small.as_str()), ("5.6 ×", "as stated, not bounded; who differs"));
    let main = "2025–26 protests: 5.6 × Mahsa Amini protests (as stated, not bounded); \
                ≥ 2,571 (HRANA, everyone, 14 Jan 2026) to ≥ 458 (IHRNGO, protesters, by state forces, 7 Dec 2022).";
    assert_eq!(figure.notes[0].text, main);
}

#[test]
fn the_un_missions_upper_bound_keeps_the_lower_one() {
    // 2,571 / 551 = 4.67: at least that, so rounded down.
    let asked = Asked::bundled().ask(|question| {
        question.chosen_sources.insert(event("iran-2022"), "un-ffm".into());
    });
    assert!(rows(&asked)[0].contains("≥ 4.6, protesters 2,403 / ≤ 551 = ≥ 4.3;"), "{}", rows(&asked)[0]);
}

#[test]
fn the_main_note_names_both_numbers_coverages_and_dates() {
    let notes: Vec<String> = Asked::bundled().compare().notes.into_iter().map(|note| note.text).collect();
    let expected = [
        "2025–26 protests: ≥ 4.9 × Mahsa Amini protests; ≥ 2,571 (HRANA, everyone, 14 Jan 2026) to \
         522 (HRANA, protesters, 14 Jan 2023). Protesters only: 2,403 to 522, 4.6 ×.",
        "2025–26 protests: above Mahsa Amini protests, Green Movement, December 2017 protests, Student protests \
         under every source, as stated; can be passed by Revolution (high 2,781 by Tucker, > 60,000 by Constitution), November 2019 \
         protests (≈ 1,500 by Reuters against ≥ 734 by IHRNGO). Open ends and approximate numbers are taken as stated.",
        "Who is counted differs: everyone (2025–26 protests); protesters (Mahsa Amini protests, Green Movement); \
         protesters, civilians not taking part, 15–18 November 2019 (November 2019 protests); \
         not stated (December 2017 protests); who is not stated, in Tehran (Student protests); \
         who is not stated, January 1978 – February 1979 (Revolution).",
        "Unfinished when counted: 2025–26 protests, December 2017 protests.",
        "Source of each bar: the file’s choice.",
    ];
    assert_eq!(notes, expected);
}

#[test]
fn rates_have_multiples_of_their_own() {
    let figure = Asked::bundled().ask(|question| question.unit = Unit::PerDay).compare();
    let margins: Vec<String> = figure.rows().iter().filter_map(|row| Some(row.margin.as_ref()?.text.clone())).collect();
    // 142.83 / 4.314 = 33.1; 60.8 / 4.314 = 14.09; 4 / 4.314 = 0.927; 0.878 / 4.314 = 0.204; 1.167 / 4.314 = 0.270.
    let expected = ["≥ 33.1 ×", "baseline", "≥ 14.0 ×", "≥ 0.92 ×", "0.20 ×", "≥ 0.27 ×"];
    assert_eq!(margins, expected, "and none where there is no rate");
    assert_eq!(margin_heading(&figure), "times Mahsa Amini protests, per day");
}

#[test]
fn rows_are_ordered_by_date_or_by_toll() {
    let dates = ["iran-2025-26", "iran-2022", "iran-2019", "iran-2017-18", "iran-2009", "iran-1999", "iran-1978-79"];
    assert_eq!(ids(&Asked::bundled()), dates);
    let by_toll = Asked::bundled().ask(|question| question.order = Order::Toll);
    // A range without a best number is ordered by its low one: 532.
    let tolls = ["iran-2025-26", "iran-1978-79", "iran-2022", "iran-2019", "iran-2009", "iran-2017-18", "iran-1999"];
    assert_eq!(ids(&by_toll), tolls);
    let by_rate = by_toll.ask(|question| question.unit = Unit::PerDay);
    // 142.8, 60.8, 4.3, 4, 1.17, 0.88, and no rate.
    let rates = ["iran-2025-26", "iran-2019", "iran-2022", "iran-2017-18", "iran-1999", "iran-2009", "iran-1978-79"];
    assert_eq!(ids(&by_rate), rates);
}

#[test]
fn an_earlier_date_shows_what_was_known_then() {
    let known = |date: &str| {
        rows(&Asked::bundled().ask(|question| question.as_known_on = Some(date.parse().unwrap()))).swap_remove(0)
    };
    // 646 / 522 = 1.24, 505 / 522 = 0.967; 646 / 16 = 40.4.
    let twelfth = "iran-2025-26: ≥ 646; ≥ 1.2, protesters 505 / 522 = 0.97; ≥ 40.3 in each of 16 days";
    assert_eq!(known("2026-01-12"), twelfth);
    // 538 and 544 are both of 11 January; 544 is the later one in the file, but became known on 12 January.
    assert!(
        known("2026-01-11").starts_with("iran-2025-26: ≥ 116; ≥ 0.22, protesters 78 / 522"),
        "{}",
        known("2026-01-11")
    );
    assert!(known("2023-01-14").starts_with("iran-2022: 522; baseline"));
    // Three days before, 508 of 29 December 2022.
    assert!(known("2023-01-11").starts_with("iran-2022: 508; baseline"));
}

#[test]
fn events_without_the_measure_are_named() {
    let detained = Asked::bundled().ask(|question| question.measure = "detained".into());
    let expected = [
        "iran-2025-26: > 18,100; > ≈ 0.90; > 1,005 in each of 18 days",
        "iran-2022: ≈ 20,000; baseline; ≈ 170 in each of 121 days",
    ];
    assert_eq!(rows(&detained)[..2], expected);
    assert_eq!(rows(&detained)[2..], ["iran-2017-18: none", "iran-2009: none"]);
    let without = "No such count: November 2019 protests, Student protests, Revolution.";
    assert!(detained.compare().notes.iter().any(|note| note.text == without));
}

#[test]
fn there_are_no_multiples_without_a_baseline() {
    let none = Asked::bundled().ask(|question| question.baseline = None);
    assert!(rows(&none).iter().all(|row| row.contains("; none; ")), "{:?}", rows(&none));
    // The baseline counts even where it is not ticked.
    let unticked = Asked::bundled().ask(|question| {
        question.ticked.remove(&event("iran-2022"));
    });
    assert!(rows(&unticked)[0].contains("≥ 4.9"));
}

#[test]
fn only_protesters_are_taken_from_counts_that_include_more() {
    let asked = Asked::bundled().ask(|question| question.people = Some(vec!["protesters".into()]));
    // The parts of 2,571; 522 and 72 are of protesters as they are. Every other count includes others or does not say.
    let expected = [
        "iran-2025-26: 2,403; 4.6; 133.5 in each of 18 days",
        "iran-2022: 522; baseline; 4.3 in each of 121 days",
        "iran-2009: 72; 0.14; 0.88 in each of 82 days",
    ];
    assert_eq!(rows(&asked), expected);
    let figure = asked.compare();
    assert!(figure.subtitle.ends_with("Protesters only."), "{}", figure.subtitle);
    let left_out = "Left out: November 2019 protests (counts protesters, civilians not taking part); December 2017 \
                    protests, Student protests, Revolution (who is counted is not stated).";
    assert!(figure.notes.iter().any(|note| note.text == left_out), "{:#?}", figure.notes);
}

#[test]
fn the_same_day_of_each_event() {
    let asked = Asked::bundled().ask(|question| question.on_day = Some(17));
    // Day 17 of 28 December 2025 is 13 January 2026. Nothing was counted up to day 17 of 2022, 2019 and 2009.
    let lines = rows(&asked);
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].starts_with("iran-2025-26: ≥ 2,003; none;"), "{lines:?}");
    assert!(lines[1].starts_with("iran-2017-18: ≥ 24;") && lines[2].starts_with("iran-1999: ≥ 7;"), "{lines:?}");
    assert!(asked.compare().subtitle.ends_with("Up to day 17 of each event."));
    let both = asked.ask(|question| question.people = Some(vec!["protesters".into()]));
    // 1,850 of the 2,003.
    assert!(rows(&both)[0].starts_with("iran-2025-26: 1,850;"), "{:?}", rows(&both));
    assert!(both.compare().subtitle.ends_with("Protesters only, up to day 17 of each event."));
}

#[test]
fn an_estimate_beside_a_list_is_said() {
    let of = |a: &str, b: &str| {
        let event = |id: &str, method: &str| {
            format!(
                r#"{{ "id": "{id}", "title": "{id}", "lead": "s", "reports": [
                    {{ "source": "s", "as_of": "2020-01-01"{method}, "counts": {{ "killed": 5 }} }}] }}"#
            )
        };
        let (a, b) = (event("A", a), event("B", b));
        Asked::read(&format!(
            r#"{{ "tollview": 1, "title": "T", "sources": [{{ "id": "s", "name": "S" }}], "events": [{a}, {b}] }}"#
        ))
    };
    let notes = |asked: Asked| asked.compare().notes.into_iter().map(|note| note.text).collect::<Vec<_>>().join("\n");
    let (list, estimate) = (r#", "method": "enumeration""#, r#", "method": "estimate""#);
    let expected = "How the numbers came about differs: people found and listed (A); estimate (B).";
    assert!(notes(of(list, estimate)).contains(expected));
    assert!(!notes(of(list, list)).contains("came about"));
    assert!(notes(of("", estimate)).contains("differs: not stated (A); estimate (B)."));
}
