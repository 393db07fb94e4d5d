//! When one event passed another, against days worked out by hand and against brute force.

use super::{Asked, event};
use proptest::prelude::*;
use tollview::analysis::Likeness::{Alike, Different, NotStated};
use tollview::analysis::{Likeness, Outcome, Passing, Reached, WhyUnknown, passing_words, passings};
use tollview::model::Stated;
use tollview::text::{Locale, label};

fn passed<R>(asked: &Asked, look: impl FnOnce(&[Passing]) -> R) -> R {
    asked.look(|library, question| look(&passings(library, question)))
}

fn said(asked: &Asked) -> Option<String> {
    passed(asked, |passings| passing_words(passings, &Locale::english()))
}

fn reached(reached: &Reached) -> String {
    let days = if reached.first_day == reached.day { String::new() } else { format!("{}–", reached.first_day) };
    format!("day {days}{}, {}: {}", reached.day, reached.date, label(reached.stated, &Locale::english()))
}

/// `iran-2025-26 [protesters] of 522: day 17, 2026-01-13: 1,850 after day 16, 2026-01-12: 505`
fn line(passing: &Passing) -> String {
    let who = passing.who.iter().map(|ids| format!(" {ids:?}").replace("Id(", "").replace(')', ""));
    let who = who.collect::<String>();
    let of = label(passing.baseline_number, &Locale::english());
    let of = if passing.bounded { of } else { format!("{of} (open)") };
    let outcome = match &passing.outcome {
        Outcome::Passed { at, before: Some(before) } => format!("{} after {}", reached(at), reached(before)),
        Outcome::Passed { at, before: None } => reached(at),
        Outcome::NotYet { latest } => format!("not by {}", reached(latest)),
        Outcome::Unknown(why) => format!("{why:?}"),
    };
    format!("{}{who} of {of}: {outcome}", passing.event.event.id)
}

fn lines(asked: &Asked) -> Vec<String> {
    passed(asked, |passings| passings.iter().map(line).collect())
}

/// Only this event is ticked.
fn only(asked: Asked, id: &str) -> Asked {
    asked.ask(|question| question.ticked.retain(|key| key.event.as_str() == id))
}

const BOTH: [&str; 2] = [
    "iran-2025-26 of 522: day 15, 2026-01-11: ≥ 544 after day 14, 2026-01-10: ≥ 116",
    // 483 on 11 January.
    r#"iran-2025-26 ["protesters"] of 522: day 17, 2026-01-13: 1,850 after day 16, 2026-01-12: 505"#,
];

#[test]
fn the_bundled_events_against_2022() {
    // The last report of 14 January says that it covers everyone, the last one of all does not say.
    for (asked, first) in [(Asked::bundled(), Different), (Asked::latest(), NotStated)] {
        let lines = lines(&asked);
        assert_eq!(lines[..2], BOTH);
        let expected = [
            "iran-2019 of 522: not by day 188, 2020-05-20: ≥ 304",
            "iran-2017-18 of 522: not by day 6, 2018-01-02: ≥ 24",
            "iran-2009 of 522: not by day 83, 2009-09-03: 72",
            "iran-1999 of 522: not by day 7, 1999-07-14: ≥ 7",
            // The only report of February 1979: its 532 is for some day of the month.
            "iran-1978-79 of 522: day 389–416, 1979-02-28: 532–2,781",
        ];
        assert_eq!(lines[2..], expected);
        passed(&asked, |passings| {
            let likeness: Vec<Likeness> = passings.iter().map(|it| it.likeness).collect();
            assert_eq!(likeness, [first, Alike, Different, NotStated, Alike, NotStated, NotStated]);
        });
    }
    let two = "All deaths passed Mahsa Amini protests (522) on day 15, protesters alone on day 17.";
    assert_eq!(said(&only(Asked::bundled(), "iran-2025-26")).as_deref(), Some(two));
    assert_eq!(said(&only(Asked::latest(), "iran-2025-26")).as_deref(), Some(two));
    let all = "2025–26 protests: all deaths passed Mahsa Amini protests (522) on day 15, protesters alone on day 17. \
               Revolution: the total (who not stated) passed Mahsa Amini protests (522) by day 416. Not passed by \
               November 2019 protests (≥ 304), December 2017 protests (≥ 24), Green Movement (72), Student protests (≥ 7).";
    assert_eq!(said(&Asked::bundled()).as_deref(), Some(all));
    let two = Asked::bundled()
        .ask(|question| question.ticked.retain(|key| ["iran-2019", "iran-1999"].contains(&key.event.as_str())));
    let none =
        "Mahsa Amini protests (522) had not been passed by November 2019 protests (≥ 304), Student protests (≥ 7).";
    assert_eq!(said(&two).as_deref(), Some(none));
}

#[test]
fn what_was_not_known_yet_had_not_passed() {
    let known = |date: &str| {
        only(Asked::bundled(), "iran-2025-26").ask(|question| question.as_known_on = Some(date.parse().unwrap()))
    };
    let twelfth = known("2026-01-12");
    assert_eq!(lines(&twelfth)[0], BOTH[0]);
    assert_eq!(lines(&twelfth)[1], r#"iran-2025-26 ["protesters"] of 522: not by day 16, 2026-01-12: 505"#);
    let words =
        "All deaths passed Mahsa Amini protests (522) on day 15; protesters alone had not passed 522 by day 16 (505).";
    assert_eq!(said(&twelfth).as_deref(), Some(words));
    // Both figures for the 11th were published on the 12th.
    let words =
        "Mahsa Amini protests (522) had not been passed: all deaths ≥ 116 on day 14; protesters alone 78 on day 14.";
    assert_eq!(said(&known("2026-01-11")).as_deref(), Some(words));
    // Only protesters were counted so far.
    let words = "Mahsa Amini protests (522) had not been passed: protesters alone 15 on day 7.";
    assert_eq!(said(&known("2026-01-03")).as_deref(), Some(words));
    assert_eq!(said(&known("2026-01-02")), None);
    assert_eq!(lines(&known("2026-01-02")), ["iran-2025-26 of 522: NoSource"]);
}

#[test]
fn the_other_way_round_a_part_of_the_baseline_is_passed() {
    let asked = only(Asked::bundled(), "iran-2022").ask(|question| question.baseline = Some(event("iran-2025-26")));
    let expected = [
        "iran-2022 of ≥ 2,571 (open): not by day 121, 2023-01-14: 522",
        r#"iran-2022 ["protesters"] of 2,403: not by day 121, 2023-01-14: 522"#,
    ];
    assert_eq!(lines(&asked), expected);
    let words = "2025–26 protests (≥ 2,571) had not been passed: protesters 522 on day 121; its 2,403 protesters had not \
                 been passed. 2025–26 protests (≥ 2,571) is open upwards and taken as stated.";
    assert_eq!(said(&asked).as_deref(), Some(words));
    let mut early = asked;
    // 13 January 2026, when the part was 1,850; against 12 January, 505.
    early.dataset.events["iran-2025-26"].reports.truncate(11);
    let expected = [
        "iran-2022 of ≥ 646 (open): not by day 121, 2023-01-14: 522",
        r#"iran-2022 ["protesters"] of 505: day 105, 2022-12-29: 508 after day 83, 2022-12-07: 481"#,
    ];
    assert_eq!(lines(&early), expected);
    let words = "2025–26 protests (≥ 646) had not been passed: protesters 522 on day 121; its 505 protesters were passed \
                 between day 83 and day 105. 2025–26 protests (≥ 646) is open upwards and taken as stated.";
    assert_eq!(said(&early).as_deref(), Some(words));
}

/// Two events: `flood`, which is the baseline, and `storm` with these reports of its source; 1 January is day 1.
fn two_events(flood: &str, storm: &str) -> Asked {
    let asked = Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "Test", "show": {{ "baseline": "flood" }},
            "sources": [{{ "id": "a", "name": "Alpha" }}, {{ "id": "b", "name": "Beta" }}],
            "categories": [{{ "id": "men", "label": "Men" }}, {{ "id": "women", "label": "Women" }}],
            "events": [{{ "id": "storm", "title": "Storm", "start": "2020-01-01", "lead": "a", "reports": [{storm}] }},
                       {{ "id": "flood", "title": "Flood", "start": "2019-01-01", "lead": "a", "reports": [
                          {{ "source": "a", "as_of": "2019-02-01", "counts": {{ "killed": {flood} }} }}] }}] }}"#
    ));
    only(asked, "storm")
}

fn on(day: &str, killed: &str) -> String {
    format!(r#"{{ "source": "a", "as_of": "2020-01-{day}", "counts": {{ "killed": {killed} }} }}"#)
}

fn storm(flood: &str, reports: &[String]) -> Asked {
    two_events(flood, &reports.join(","))
}

#[test]
fn a_gap_between_reports_leaves_days_open() {
    let all = r#"{ "exact": 20, "coverage": { "who": "everyone" } }"#;
    let everyone = |number: &str| format!(r#"{{ {number}, "coverage": {{ "who": "everyone" }} }}"#);
    let reports = [on("12", &everyone(r#""exact": 18"#)), on("15", &everyone(r#""exact": 25"#))];
    let asked = storm(all, &reports);
    assert_eq!(lines(&asked), ["storm of 20: day 15, 2020-01-15: 25 after day 12, 2020-01-12: 18"]);
    assert_eq!(said(&asked).as_deref(), Some("All deaths passed Flood (20) between day 12 and day 15."));
    // The first report may be long after.
    assert_eq!(said(&storm(all, &reports[1..])).as_deref(), Some("All deaths passed Flood (20) by day 15."));
    let first = [on("01", &everyone(r#""exact": 21"#))];
    assert_eq!(said(&storm(all, &first)).as_deref(), Some("All deaths passed Flood (20) on day 1."));
    // Another source's count is not what stands, and says nothing of the days between.
    let other = on("13", &everyone(r#""exact": 30"#)).replace(r#""a""#, r#""b""#);
    let asked = storm(all, &[reports[0].clone(), other, reports[1].clone()]);
    assert_eq!(said(&asked).as_deref(), Some("All deaths passed Flood (20) between day 12 and day 15."));
}

#[test]
fn only_what_is_sure_to_be_higher_has_passed() {
    let one = |flood: &str, number: &str| lines(&storm(flood, &[on("05", number)])).remove(0);
    assert_eq!(one("20", "20"), "storm of 20: not by day 5, 2020-01-05: 20", "level is not passed");
    assert_eq!(one("20", r#"{ "more_than": 20 }"#), "storm of 20: day 5, 2020-01-05: > 20");
    assert_eq!(one("20", r#"{ "up_to": 90 }"#), "storm of 20: not by day 5, 2020-01-05: ≤ 90");
    assert_eq!(one("20", r#"{ "low": 20, "high": 90 }"#), "storm of 20: not by day 5, 2020-01-05: 20–90");
    assert_eq!(one("20", r#"{ "low": 21, "high": 90 }"#), "storm of 20: day 5, 2020-01-05: 21–90");
    assert_eq!(one(r#"{ "low": 10, "high": 20 }"#, "20"), "storm of 10–20: not by day 5, 2020-01-05: 20");
    assert_eq!(one(r#"{ "up_to": 20 }"#, "21"), "storm of ≤ 20: day 5, 2020-01-05: 21");
    assert_eq!(one(r#"{ "at_least": 20 }"#, "21"), "storm of ≥ 20 (open): day 5, 2020-01-05: 21");
    let open = said(&storm(r#"{ "at_least": 20 }"#, &[on("05", "21")]));
    let expected =
        "The total (who not stated) passed Flood (≥ 20) by day 5. Flood (≥ 20) is open upwards and taken as stated.";
    assert_eq!(open.as_deref(), Some(expected));
    // It first passed on the 2nd, whatever was corrected later.
    let corrected = storm("20", &[on("01", "19"), on("02", "22"), on("03", "18")]);
    assert_eq!(lines(&corrected), ["storm of 20: day 2, 2020-01-02: 22 after day 1, 2020-01-01: 19"]);
}

#[test]
fn periods_are_added_up_with_their_parts() {
    let period = |days: &str, men: u32, women: u32| {
        let all = men + women;
        format!(
            r#"{{ "source": "a", "basis": "incremental", "period": "{days}", "counts": {{ "killed": {{ "exact": {all},
                 "parts": {{ "men": {men}, "women": {women} }} }} }} }}"#
        )
    };
    let reports =
        [period("2020-01-01/2020-01-03", 9, 9), period("2020-01-04", 2, 1), period("2020-01-06/2020-01-07", 10, 5)];
    let men = r#"{ "exact": 20, "coverage": { "who": ["men"] } }"#;
    let asked = storm(men, &reports);
    let expected = [
        "storm of 20: day 4, 2020-01-04: 21 after day 3, 2020-01-03: 18",
        r#"storm ["men"] of 20: day 7, 2020-01-07: 21 after day 4, 2020-01-04: 11"#,
    ];
    assert_eq!(lines(&asked), expected);
    let words = "All deaths passed Flood (20) on day 4, men alone between day 4 and day 7.";
    assert_eq!(said(&asked).as_deref(), Some(words));
}

#[test]
fn what_cannot_be_said_is_not_said() {
    let mut asked = storm("20", &[on("05", "30")]);
    asked.dataset.events["storm"].start = None;
    assert_eq!(lines(&asked), ["storm of 20: NoStart"]);
    assert_eq!(said(&asked), None);
    let undated = r#"{ "source": "a", "counts": { "killed": 30 } }"#.to_owned();
    assert_eq!(lines(&storm("20", &[undated])), ["storm of 20: NoNumber"]);
    let other = on("05", "30").replace(r#""a""#, r#""b""#);
    assert_eq!(lines(&storm("20", &[other])), ["storm of 20: NoSource"]);
    assert!(lines(&storm("null", &[on("05", "30")])).is_empty());
    assert!(lines(&storm("20", &[on("05", "30")]).ask(|question| question.baseline = None)).is_empty());
    passed(&storm("20", &[]), |all| assert_eq!(all[0].outcome, Outcome::Unknown(WhyUnknown::NoSource)));
}

/// Days of January with a qualifier, a total and perhaps how many of it are men.
fn reports() -> impl Strategy<Value = Vec<(u8, usize, u64, Option<u64>)>> {
    prop::collection::vec((1..=28_u8, 0..3_usize, 0..60_u64, prop::option::of(0..60_u64)), 1..15)
}

/// The first day, in the order of days, whose last report is above; with the day before it that has a number.
fn brute_force(numbers: &[(u8, u64)], to_pass: u64) -> Option<(i32, Option<i32>)> {
    let mut before = None;
    for day in 1..=28_u8 {
        if let Some((_, number)) = numbers.iter().rfind(|(on, _)| *on == day) {
            if *number > to_pass {
                return Some((i32::from(day), before));
            }
            before = Some(i32::from(day));
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_first_day_above_is_found(reports in reports(), to_pass in 0..60_u64) {
        let written: Vec<String> = reports.iter().map(|(day, qualifier, number, men)| {
            let qualifier = ["exact", "at_least", "more_than"][*qualifier];
            let parts = men.map_or(String::new(), |men| format!(r#", "parts": {{ "men": {men} }}"#));
            on(&format!("{day:02}"), &format!(r#"{{ "{qualifier}": {number}{parts} }}"#))
        }).collect();
        let asked = storm(&format!(r#"{{ "exact": {to_pass}, "coverage": {{ "who": ["men"] }} }}"#), &written);
        let all: Vec<(u8, u64)> =
            reports.iter().map(|(day, qualifier, number, _)| (*day, number + u64::from(*qualifier == 2))).collect();
        let men: Vec<(u8, u64)> = reports.iter().filter_map(|(day, _, _, men)| Some((*day, (*men)?))).collect();
        passed(&asked, |passings| {
            prop_assert_eq!(passings.len(), if men.is_empty() { 1 } else { 2 });
            for (passing, numbers) in passings.iter().zip([all, men]) {
                prop_assert_eq!(passing.baseline_number, Stated::Exact(to_pass));
                let found = match &passing.outcome {
                    Outcome::Passed { at, before } => Some((at.day, before.map(|before| before.day))),
                    Outcome::NotYet { latest } => {
                        prop_assert_eq!(latest.day, i32::from(numbers.iter().map(|(day, _)| *day).max().unwrap()));
                        None
                    }
                    Outcome::Unknown(_) => return Err(TestCaseError::fail("unknown")),
                };
                prop_assert_eq!(found, brute_force(&numbers, to_pass));
            }
            prop_assert!(passing_words(passings, &Locale::english()).is_some());
            Ok(())
        })?;
    }
}
