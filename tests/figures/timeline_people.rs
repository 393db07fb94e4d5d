//! Only some people through time: what their numbers are where counts give them, what is left out, and when they passed.

use super::timeline_series::{points, source_line};
use super::{Asked, event, one_event};
use tollview::analysis::{Flow, Step, Time, passing_words, passings, timeline};
use tollview::chart::{Body, Track};
use tollview::text::Locale;

fn protesters(asked: Asked) -> Asked {
    asked.ask(|question| question.people = Some(vec!["protesters".into()]))
}

fn tracks(asked: &Asked) -> Vec<Track> {
    match asked.timeline().body {
        Body::Time(plot) => plot.tracks,
        Body::Rows(_) => panic!("expected a timeline"),
    }
}

fn only(id: &str) -> impl Fn(Asked) -> Asked {
    let key = event(id);
    move |asked: Asked| asked.ask(|question| question.ticked.retain(|it| *it == key))
}

#[test]
fn protesters_are_the_parts_of_each_report() {
    let asked = protesters(Asked::latest());
    let expected = [
        // The first two reports have no total, but their protesters.
        "2026-01-03 15 #0, first",
        "2026-01-04 19 #1",
        "2026-01-05 27 #2",
        "2026-01-06 29 #3",
        // Nothing on the 7th and the 9th.
        "2026-01-08 34 #5",
        "2026-01-10 78 #7",
        // 490 in the first of the two reports of the day; more than twice the 78 of the day before.
        "2026-01-11 483 #9, jump",
        "2026-01-12 505 #10",
        "2026-01-13 1,850 #11, jump",
        "2026-01-14 2,403 #13 repeats 1",
        "2026-01-17 3,097 #16",
        "2026-01-22 4,622 #21",
        "2026-01-23 4,714 #22",
        "2026-01-25 5,520 #23",
        "2026-01-26 5,777 #24",
        "2026-01-27 5,858 #25",
        "2026-01-30 6,170 #26",
        "2026-02-07 6,505 #27",
        "2026-02-13 6,509 #29",
    ];
    let all = points(&asked, "iran-2025-26");
    assert_eq!(all[0], format!("hrana*: {}", expected.join("; ")));
    // Officials count everyone, or have other parts; this one counts no others.
    assert_eq!(all[1..], ["ihrngo: 2026-01-12 ≥ 648 #33, first; 2026-01-13 ≥ 734 #34; 2026-01-16 ≥ 3,428 #35"]);
    // Of 2022 the counts are of protesters as they are.
    let unrestricted = points(&Asked::latest(), "iran-2022");
    let restricted = points(&asked, "iran-2022");
    assert_eq!(restricted[..], unrestricted[..3]);
}

#[test]
fn the_chart_says_who_is_shown_and_who_is_left_out() {
    let one = only("iran-2025-26")(protesters(Asked::latest()));
    let figure = one.timeline();
    assert!(figure.subtitle.ends_with("Sources are never joined. Protesters only."), "{}", figure.subtitle);
    let note = "Left out: HRANA’s counts of 7 Jan 2026, 9 Jan 2026, 15–16 Jan 2026, 18–21 Jan 2026, 12 Feb 2026 (who is \
                counted is not stated); Official to Reuters, Officials (counts everyone, without these parts).";
    let notes: Vec<&str> = figure.notes.iter().map(|note| note.text.as_str()).collect();
    assert!(notes.contains(&note), "{notes:#?}");
    assert!(notes.contains(&"Protesters passed Mahsa Amini protests (522) on day 17."), "{notes:#?}");
    let shown = tracks(&one);
    let names: Vec<(&str, &str, &str)> =
        shown.iter().map(|it| (it.name.as_str(), it.small.as_str(), it.last.as_str())).collect();
    // What was under investigation is of everyone and not theirs.
    let expected = [("HRANA", "protesters", "6,509"), ("IHRNGO", "protesters, by state forces", "≥ 3,428")];
    assert_eq!(names, expected);
    assert!(
        shown[0].said[9].starts_with("2,403\nHRANA via AP · 14 Jan 2026\nCovers: protesters\n"),
        "{}",
        shown[0].said[9]
    );

    let several = protesters(Asked::latest()).ask(|question| question.all_events = true).timeline();
    let notes: Vec<&str> = several.notes.iter().map(|note| note.text.as_str()).collect();
    let of_2022 = "Left out of Mahsa Amini protests: IRGC general (counts everyone, without these parts).";
    assert!(notes.iter().any(|note| note.contains(of_2022)), "{notes:#?}");
    let without = "Left out: November 2019 protests (counts protesters, civilians not taking part); December 2017 \
                   protests, Student protests, Revolution (who is counted is not stated).";
    assert!(notes.contains(&without), "{notes:#?}");
}

#[test]
fn protesters_pass_the_same_people() {
    let said =
        |asked: &Asked| asked.look(|library, question| passing_words(&passings(library, question), &Locale::english()));
    let now = only("iran-2025-26");
    // 505 on 12 January, 1,850 on the 13th.
    let on_day_17 = "Protesters passed Mahsa Amini protests (522) on day 17.";
    assert_eq!(said(&now(protesters(Asked::bundled()))).as_deref(), Some(on_day_17));
    let early = protesters(Asked::bundled()).ask(|question| question.on_day = Some(16));
    assert_eq!(said(&now(early)), None, "nothing was counted of 2022 by its day 16");
    let all =
        "2025–26 protests: protesters passed Mahsa Amini protests (522) on day 17. Not passed by Green Movement (72).";
    assert_eq!(said(&protesters(Asked::bundled())).as_deref(), Some(all));
}

#[test]
fn nothing_that_is_left_says_why() {
    let asked = only("iran-1978-79")(protesters(Asked::bundled())).ask(|question| {
        question.all_events = true;
    });
    let expected = "Protesters only. That leaves nothing: Revolution (who is counted is not stated). Choose Back to all \
                    figures under What differs.";
    for figure in [asked.timeline(), asked.compare(), asked.breakdown()] {
        assert_eq!(figure.empty.as_deref(), Some(expected));
    }
    // Other reasons stay what they are.
    let mut undated = one_event(r#"{ "source": "a", "as_of": "2020-01-05", "counts": { "killed": 5 } }"#)
        .ask(|question| question.time = Time::Day);
    undated.dataset.events["storm"].start = None;
    let expected = "Days cannot be counted: the first day of the event is not known. Choose Calendar.";
    assert_eq!(undated.timeline().empty.as_deref(), Some(expected));
}

/// A report of January 2020.
fn on(day: &str, killed: &str) -> String {
    format!(r#"{{ "source": "a", "as_of": "2020-01-{day}", "counts": {{ "killed": {killed} }} }}"#)
}

fn men(reports: &[String]) -> Asked {
    one_event(&reports.join(",")).ask(|question| question.people = Some(vec!["men".into()]))
}

#[test]
fn a_part_is_of_its_own_date_else_of_its_totals() {
    let carried = r#"{ "exact": 20, "as_of": "2020-01-03", "parts": { "men": 9 } }"#;
    let older = r#"{ "exact": 30, "parts": { "men": { "exact": 12, "as_of": "2020-01-06" } } }"#;
    let asked = men(&[on("05", carried), on("08", older)]);
    assert_eq!(points(&asked, "storm"), ["a*: 2020-01-03 9 #0, first; 2020-01-06 12 #1"]);
    let alone = men(&[on("05", carried)]);
    alone.look(|library, question| {
        let shown = tollview::analysis::compare(library, question);
        let total = shown.rows[0].standing.total().unwrap();
        assert_eq!(total.when().unwrap().to_string(), "2020-01-03");
    });
}

#[test]
fn a_sum_of_periods_without_one_of_them_is_a_lower_bound() {
    let period = |days: &str, killed: &str| {
        format!(
            r#"{{ "source": "a", "basis": "incremental", "period": "{days}", "counts": {{ "killed": {killed} }} }}"#
        )
    };
    let parts = |men: u32, women: u32| {
        format!(r#"{{ "exact": {}, "parts": {{ "men": {men}, "women": {women} }} }}"#, men + women)
    };
    let reports =
        [period("2020-01-01/2020-01-02", &parts(4, 1)), period("2020-01-03", "6"), period("2020-01-04", &parts(3, 2))];
    let asked = men(&reports);
    // 4, then nobody knows how many of the 6, then 3 more.
    assert_eq!(points(&asked, "storm"), ["a: 2020-01-02 4 #0, first; 2020-01-04 ≥ 7 #2"]);
    let left_out = |asked: &Asked| {
        asked.look(|library, question| timeline(library, question).events[0].left_out_words(&Locale::english()))
    };
    let expected = "Alpha’s counts of 3 Jan 2020 (who is counted is not stated)";
    assert_eq!(left_out(&asked).as_deref(), Some(expected));
    let added = asked.ask(|question| question.flow = Flow::PerDay);
    added.look(|library, question| {
        let all = timeline(library, question);
        let series = &all.events[0].series[0];
        assert_eq!(source_line(series), "a");
        let numbers: Vec<i64> = series.added.iter().map(|added| added.number).collect();
        assert_eq!(numbers, [4, 3]);
        assert!(series.points.iter().all(|point| point.step != Step::Fall));
    });
    // A count of women only includes no men, so nothing of it is missing.
    let women = r#"{ "exact": 6, "coverage": { "who": ["women"] } }"#;
    let other = men(&[reports[0].clone(), period("2020-01-03", women), reports[2].clone()]);
    assert_eq!(points(&other, "storm"), ["a: 2020-01-02 4 #0, first; 2020-01-04 7 #2"]);
}
