//! Reports through time: points, what each period added, and what must never be joined, against figures worked out by hand.

use super::{Asked, event, one_event};
use proptest::prelude::*;
use tollview::analysis::{Added, Flow, Point, Series, Step, Time, Timeline, timeline};
use tollview::chart::Body;
use tollview::model::EventEnd;
use tollview::text::{Locale, label};

/// `2026-01-11 ≥ 544 #9, jump`
fn point_line(point: &Point) -> String {
    let days = if point.from == point.to { point.to.to_string() } else { format!("{}/{}", point.from, point.to) };
    let number = label(point.stated, &Locale::english());
    let repeats = if point.repeats > 0 { format!(" repeats {}", point.repeats) } else { String::new() };
    let step = match point.step {
        Step::First => ", first",
        Step::Rise => "",
        Step::Fall => ", fall",
        Step::Reset => ", reset",
        Step::Jump => ", jump",
    };
    format!("{days} {number} #{}{repeats}{step}", point.report)
}

/// `01-02/01-10 +20`; a tilde for what is inexact, a star for a period's own report.
fn added_line(added: &Added) -> String {
    let day = |date: jiff::civil::Date| date.strftime("%m-%d").to_string();
    let days = if added.from == added.to { day(added.to) } else { format!("{}/{}", day(added.from), day(added.to)) };
    let inexact = if added.inexact { "~" } else { "" };
    let reported = if added.reported { "*" } else { "" };
    format!("{days} {inexact}{:+}{reported}", added.number)
}

pub(super) fn source_line(series: &Series) -> String {
    let stands = if series.stands { "*" } else { "" };
    format!("{}{stands}", series.source.map_or("nobody", |id| id.as_str()))
}

fn of<R>(asked: &Asked, id: &str, look: impl FnOnce(&[Series]) -> R) -> R {
    asked.look(|library, question| {
        let timeline: Timeline = timeline(library, question);
        let of_event = timeline.events.iter().find(|it| it.event.event.id.as_str() == id);
        look(of_event.map_or(&[], |it| &it.series[..]))
    })
}

/// Each series with its points.
pub(super) fn points(asked: &Asked, id: &str) -> Vec<String> {
    of(asked, id, |all| {
        let line = |series: &Series| {
            let points: Vec<String> = series.points.iter().map(point_line).collect();
            format!("{}: {}", source_line(series), points.join("; "))
        };
        all.iter().map(line).collect()
    })
}

/// What the first series added.
fn added(asked: Asked, id: &str, flow: Flow) -> Vec<String> {
    let asked = asked.ask(|question| question.flow = flow);
    of(&asked, id, |all| all[0].added.iter().map(added_line).collect())
}

/// A report of January 2020 by `source`.
fn on(source: &str, day: &str, killed: &str) -> String {
    format!(r#"{{ "source": "{source}", "as_of": "2020-01-{day}", "counts": {{ "killed": {killed} }} }}"#)
}

fn period(period: &str, killed: u32) -> String {
    format!(r#"{{ "source": "a", "basis": "incremental", "period": "{period}", "counts": {{ "killed": {killed} }} }}"#)
}

fn storm(reports: &[String]) -> Asked {
    one_event(&reports.join(","))
}

fn storm_points(reports: &[String]) -> Vec<String> {
    points(&storm(reports), "storm")
}

#[test]
fn the_monitors_series_point_by_point() {
    let expected = [
        // 3 and 4 January have no total, only protesters.
        "2026-01-05 ≥ 29 #2, first",
        "2026-01-06 ≥ 35 #3",
        "2026-01-07 ≥ 38 #4",
        "2026-01-08 ≥ 42 #5",
        "2026-01-09 ≥ 65 #6",
        "2026-01-10 ≥ 116 #7",
        // 538 in the first of the two reports of the day.
        "2026-01-11 ≥ 544 #9, jump",
        "2026-01-12 ≥ 646 #10",
        "2026-01-13 ≥ 2,003 #11, jump",
        // Read in two outlets.
        "2026-01-14 ≥ 2,571 #13 repeats 1",
    ];
    let known = points(&Asked::bundled(), "iran-2025-26");
    assert_eq!(known[0], format!("hrana*: {}", expected.join("; ")));
    of(&Asked::latest(), "iran-2025-26", |all| {
        let lines: Vec<String> = all[0].points.iter().map(point_line).collect();
        assert_eq!(lines[..10], expected);
        // 29 lines of the table, of which two have no total and two share a date.
        assert_eq!(lines.len(), 26);
        assert_eq!(lines[10], "2026-01-15 ≥ 2,615 #14");
        assert_eq!(lines[19], "2026-01-25 ≥ 5,848 #23", "nothing for the 24th");
        assert_eq!(lines[25], "2026-02-13 ≥ 7,008 #29");
        assert_eq!(all[0].points.iter().filter(|point| point.step == Step::Jump).count(), 2);
        let pending: Vec<String> = all[0].pending.iter().map(point_line).collect();
        let numbers: Vec<&str> = pending.iter().map(|line| line.split(' ').nth(1).unwrap()).collect();
        let expected = "579 779 3,882 4,382 9,049 9,387 9,787 17,091 17,091 17,091 17,091 11,630 11,730";
        assert_eq!(numbers.join(" "), expected);
        assert_eq!(pending[2], "2026-01-16 3,882 #15");
        assert_eq!(pending[11], "2026-02-07 11,630 #27", "what is under investigation may fall");
    });
}

#[test]
fn sources_are_never_joined() {
    let expected = [
        "official-to-reuters: 2026-01-13 ≈ 2,000 #30, first; 2026-01-18 ≥ 5,000 #31",
        "iran-authorities: 2026-01-21 3,117 #32, first",
        "ihrngo: 2026-01-12 ≥ 648 #33, first; 2026-01-13 ≥ 734 #34; 2026-01-16 ≥ 3,428 #35",
    ];
    assert_eq!(points(&Asked::latest(), "iran-2025-26")[1..], expected);
    // Published on 14 January, the second one of IHRNGO is just known.
    let known = ["official-to-reuters: 2026-01-13 ≈ 2,000 #30, first"].map(str::to_owned);
    let bundled = points(&Asked::bundled(), "iran-2025-26");
    assert_eq!(bundled[1..2], known);
    assert_eq!(bundled[2], "ihrngo: 2026-01-12 ≥ 648 #33, first; 2026-01-13 ≥ 734 #34");
    let chosen = Asked::latest().ask(|question| {
        question.chosen_sources.insert(event("iran-2025-26"), "ihrngo".into());
    });
    let sources = of(&chosen, "iran-2025-26", |all| all.iter().map(source_line).collect::<Vec<_>>());
    assert_eq!(sources, ["ihrngo*", "hrana", "official-to-reuters", "iran-authorities"]);
    let disagree = [on("b", "05", "20"), on("a", "05", "10"), on("b", "06", "21")];
    assert_eq!(
        storm_points(&disagree),
        ["a*: 2020-01-05 10 #1, first", "b: 2020-01-05 20 #0, first; 2020-01-06 21 #2"]
    );
}

#[test]
fn coverages_are_never_joined() {
    let narrow = r#"{ "exact": 7, "coverage": { "who": ["women"] } }"#;
    let reports = [on("a", "05", "10"), on("a", "06", narrow), on("a", "07", "12")];
    // The latest report stands, and says nothing on whom it covers.
    assert_eq!(storm_points(&reports), ["a*: 2020-01-05 10 #0, first; 2020-01-07 12 #2", "a: 2020-01-06 7 #1, first"]);
    // A repeat that adds whom it covers starts no line of its own; another number does.
    let everyone = |number: u32| format!(r#"{{ "exact": {number}, "coverage": {{ "who": "everyone" }} }}"#);
    let reports = [on("a", "05", "10"), on("a", "07", "12"), on("a", "07", &everyone(12))];
    assert_eq!(storm_points(&reports), ["a*: 2020-01-05 10 #0, first; 2020-01-07 12 #2 repeats 1"]);
    let reports = [on("a", "05", "10"), on("a", "07", "12"), on("a", "07", &everyone(13))];
    assert_eq!(storm_points(&reports), ["a*: 2020-01-07 13 #2, first", "a: 2020-01-05 10 #0, first; 2020-01-07 12 #1"]);
}

#[test]
fn falls_resets_and_jumps() {
    use Step::{Fall, First, Jump, Reset, Rise};
    let steps = |numbers: &[(&str, &str)]| {
        let reports: Vec<String> = numbers.iter().map(|(day, killed)| on("a", day, killed)).collect();
        of(&storm(&reports), "storm", |all| all[0].points.iter().map(|point| point.step).collect::<Vec<_>>())
    };
    assert_eq!(
        steps(&[("01", "100"), ("02", "90"), ("03", "90"), ("04", "45"), ("05", "22")]),
        [First, Fall, Rise, Fall, Reset]
    );
    let bound = r#"{ "at_least": 90 }"#;
    assert_eq!(steps(&[("01", "100"), ("02", bound)]), [First, Rise], "at least 90 may well be 100");
    // Doubled is not more than doubled; two days are not one.
    assert_eq!(steps(&[("01", "10"), ("02", "20"), ("03", "41"), ("05", "200")]), [First, Rise, Jump, Rise]);
    // 21 more than doubles 10, but 25 rose by more.
    assert_eq!(steps(&[("01", "10"), ("02", "25"), ("03", "10"), ("04", "21")]), [First, Jump, Reset, Rise]);
    // "Up to 30" may be less than it was.
    assert_eq!(steps(&[("01", "10"), ("02", r#"{ "up_to": 30 }"#)]), [First, Rise]);
}

#[test]
fn dates_that_are_not_known_to_the_day() {
    let month = r#"{ "source": "a", "as_of": "2020-01", "counts": { "killed": 30 } }"#.to_owned();
    let year = r#"{ "source": "a", "as_of": "2020", "counts": { "killed": 40 } }"#.to_owned();
    let undated = r#"{ "source": "a", "counts": { "killed": 50 } }"#.to_owned();
    let reports = [year, month, on("a", "10", "20"), on("a", "31", "25"), undated];
    let expected = "a*: 2020-01-10 20 #2, first; 2020-01-01/2020-01-31 30 #1; 2020-01-31 25 #3, fall; \
                    2020-01-01/2020-12-31 40 #0";
    assert_eq!(storm_points(&reports), [expected]);
    // No day is left between the end of January and the 31st, so the correction is drawn on the day that it holds for.
    let added = added(storm(&reports), "storm", Flow::PerDay);
    assert_eq!(added, ["01-01/01-10 +20", "01-11/01-31 +10", "01-31 -5", "02-01/12-31 +15"]);
}

#[test]
fn the_first_day_matters_where_days_are_counted() {
    let mut asked = storm(&[on("a", "05", "10"), on("a", "07", "12"), on("a", "09", "15")]);
    let cut = asked.ask(|question| question.on_day = Some(7));
    assert_eq!(points(&cut, "storm"), ["a*: 2020-01-05 10 #0, first; 2020-01-07 12 #1"]);
    asked = cut.ask(|question| question.on_day = None);
    asked.dataset.events["storm"].start = None;
    assert_eq!(points(&asked, "storm").len(), 1);
    let by_day = asked.ask(|question| question.time = Time::Day);
    by_day.look(|library, question| {
        let timeline = timeline(library, question);
        assert_eq!((timeline.events.len(), timeline.without.len()), (0, 1));
    });
    let mut by_date = by_day.ask(|question| question.time = Time::Calendar);
    // From nobody knows when to the first report: drawn on its own day.
    assert_eq!(added(by_date, "storm", Flow::PerDay), ["01-05 +10", "01-06/01-07 +2", "01-08/01-09 +3"]);
    by_date = storm(&[on("a", "05", "10")]).ask(|question| question.as_known_on = Some("2020-01-04".parse().unwrap()));
    by_date.look(|library, question| assert_eq!(timeline(library, question).without.len(), 1));
}

#[test]
fn an_end_that_lay_ahead_is_not_known() {
    let mut asked = storm(&[on("a", "05", "10")]);
    let end = |asked: &Asked| {
        asked.look(|library, question| {
            let timeline = timeline(library, question);
            (timeline.events[0].end.map(|end| end.to_string()), timeline.events[0].ongoing)
        })
    };
    assert_eq!(end(&asked), (Some("2020-01-10".to_owned()), false));
    asked = asked.ask(|question| question.as_known_on = Some("2020-01-09".parse().unwrap()));
    assert_eq!(end(&asked), (None, true));
    asked.dataset.events["storm"].end = EventEnd::Unknown;
    assert_eq!(end(&asked), (None, false));
}

#[test]
fn periods_add_up_until_two_share_a_day() {
    let reports = [
        period("2020-01-06/2020-01-07", 4),
        period("2020-01-01/2020-01-03", 9),
        period("2020-01-04", 2),
        period("2020-01-04", 2),
    ];
    assert_eq!(storm_points(&reports), ["a*: 2020-01-03 9 #1, first; 2020-01-04 11 #3 repeats 1; 2020-01-07 15 #0"]);
    // Three days share a number: it is drawn over all of them, never split.
    assert_eq!(added(storm(&reports), "storm", Flow::PerDay), ["01-01/01-03 +9*", "01-04 +2*", "01-06/01-07 +4*"]);
    // 2020-01-06 is a Monday.
    assert_eq!(added(storm(&reports), "storm", Flow::PerWeek), ["01-01/01-04 +11*", "01-06/01-07 +4*"]);
    assert_eq!(added(storm(&reports), "storm", Flow::PerMonth), ["01-01/01-07 +15*"]);
    let shared = [period("2020-01-01/2020-01-03", 9), period("2020-01-03/2020-01-04", 2), period("2020-01-08", 1)];
    assert_eq!(storm_points(&shared), ["a*: 2020-01-03 9 #0, first"]);
    assert_eq!(added(storm(&shared), "storm", Flow::PerWeek), ["01-01/01-03 +9*", "01-03/01-04 +2*", "01-08 +1*"]);
}

#[test]
fn periods_stand_beside_counts_so_far() {
    let so_far = [on("a", "03", "10"), on("a", "05", "16")];
    let with = |days: &str, killed: u32| {
        let reports = [so_far[0].clone(), so_far[1].clone(), period(days, killed)];
        assert_eq!(storm_points(&reports), ["a*: 2020-01-03 10 #0, first; 2020-01-05 16 #1"]);
        added(storm(&reports), "storm", Flow::PerDay)
    };
    assert_eq!(with("2020-01-04", 4), ["01-01/01-03 +10", "01-04 +4*", "01-05 +2"]);
    assert_eq!(with("2020-01-05", 4), ["01-01/01-03 +10", "01-04 +2", "01-05 +4*"]);
    assert_eq!(with("2020-01-02", 4), ["01-01/01-03 +6", "01-02 +4*", "01-04/01-05 +6"]);
    assert_eq!(with("2020-01-04/2020-01-05", 5), ["01-01/01-03 +10", "01-04/01-05 +5*"]);
    // Nothing is known of the 4th: the period reaches beyond the difference.
    assert_eq!(with("2020-01-05/2020-01-06", 5), ["01-01/01-03 +10", "01-05/01-06 +5*"]);
}

#[test]
fn what_each_day_week_and_month_added() {
    let by_day = added(Asked::latest(), "iran-2025-26", Flow::PerDay);
    // The differences of the table's totals; the first one from the event's first day.
    let expected = "12-28/01-05 ~+29, 01-06 ~+6, 01-07 ~+3, 01-08 ~+4, 01-09 ~+23, 01-10 ~+51, 01-11 ~+428, 01-12 ~+102, \
                    01-13 ~+1357, 01-14 ~+568, 01-15 ~+44, 01-16 ~+475, 01-17 ~+218, 01-18 ~+611, 01-19 ~+110, \
                    01-20 ~+490, 01-21 ~+41, 01-22 ~+342, 01-23 ~+100, 01-24/01-25 ~+846, 01-26 ~+278, 01-27 ~+95, \
                    01-28/01-30 ~+342, 01-31/02-07 ~+392, 02-08/02-12 ~+47, 02-13 ~+6";
    assert_eq!(by_day.join(", "), expected);
    // 5 January 2026 is a Monday. 428 + 51 + 23 + 4 + 3 + 6 = 515, …; what spans two weeks stays on its own.
    let expected = "12-28/01-05 ~+29, 01-06/01-11 ~+515, 01-12/01-18 ~+3375, 01-19/01-25 ~+1929, 01-26/01-30 ~+715, \
                    01-31/02-07 ~+392, 02-08/02-12 ~+47, 02-13 ~+6";
    assert_eq!(added(Asked::latest(), "iran-2025-26", Flow::PerWeek).join(", "), expected);
    // 6,563 − 29 and 7,008 − 6,955.
    let expected = ["12-28/01-05 ~+29", "01-06/01-30 ~+6534", "01-31/02-07 ~+392", "02-08/02-13 ~+53"];
    assert_eq!(added(Asked::latest(), "iran-2025-26", Flow::PerMonth), expected);
    assert!(added(Asked::latest(), "iran-2025-26", Flow::SoFar).is_empty());
}

#[test]
fn a_correction_is_not_set_off_against_new_deaths() {
    let reports = [on("a", "01", "10"), on("a", "02", "8"), on("a", "03", "12"), on("a", "10", "30")];
    assert_eq!(added(storm(&reports), "storm", Flow::PerDay), ["01-01 +10", "01-02 -2", "01-03 +4", "01-04/01-10 +18"]);
    assert_eq!(added(storm(&reports), "storm", Flow::PerWeek), ["01-01/01-03 +14", "01-02 -2", "01-04/01-10 +18"]);
    assert_eq!(added(storm(&reports), "storm", Flow::PerMonth), ["01-01/01-10 +32", "01-02 -2"]);
}

/// Days of 2020 with numbers, as reports of one source.
fn random_reports() -> impl Strategy<Value = Vec<(i16, u64, usize)>> {
    prop::collection::vec((1..=90_i16, 0..2000_u64, 0..4_usize), 1..25)
}

fn random_storm(reports: &[(i16, u64, usize)]) -> Asked {
    let report = |(day, number, qualifier): &(i16, u64, usize)| {
        let date = jiff::civil::date(2020, 1, 1).with().day_of_year(*day).build().unwrap();
        let qualifier = ["exact", "at_least", "more_than", "about"][*qualifier];
        format!(r#"{{ "source": "a", "as_of": "{date}", "counts": {{ "killed": {{ "{qualifier}": {number} }} }} }}"#)
    };
    storm(&reports.iter().map(report).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_added_sums_to_the_last_number(reports in random_reports()) {
        // The last report of each date, in the order of dates, and what differs between neighbours.
        let mut by_day = std::collections::BTreeMap::new();
        for (day, number, _) in &reports {
            by_day.insert(*day, i64::try_from(*number).unwrap());
        }
        let numbers: Vec<i64> = by_day.values().copied().collect();
        let mut before = 0;
        let differences: Vec<i64> = numbers.iter().map(|n| n - std::mem::replace(&mut before, *n)).collect();
        let risen: i64 = differences.iter().filter(|n| **n > 0).sum();
        for flow in [Flow::PerDay, Flow::PerWeek, Flow::PerMonth] {
            let asked = random_storm(&reports).ask(|question| question.flow = flow);
            of(&asked, "storm", |all| {
                prop_assert_eq!(all.len(), 1);
                let points: Vec<_> = all[0].points.iter().map(|it| it.stated.number().unwrap().cast_signed()).collect();
                prop_assert_eq!(&points, &numbers);
                let added: Vec<i64> = all[0].added.iter().map(|it| it.number).collect();
                prop_assert_eq!(added.iter().sum::<i64>(), *numbers.last().unwrap());
                prop_assert_eq!(added.iter().filter(|n| **n > 0).sum::<i64>(), risen);
                if flow == Flow::PerDay {
                    prop_assert_eq!(added, differences.clone());
                }
                Ok(())
            })?;
        }
    }
}

/// Incidents of three days with low and high ends, one without a date, and one that is a plain number.
fn incidents() -> Asked {
    let report = |period: &str, killed: &str| {
        format!(
            r#"{{ "source": "a", "basis": "incremental", "period": "{period}", "counts": {{ "killed": {killed} }} }}"#
        )
    };
    one_event(
        &[
            report("..", "11"),
            report("2020-03-30", r#"{ "low": 1, "high": 2 }"#),
            report("2020-03-31", r#"{ "low": 3, "best": 4, "high": 7 }"#),
            report("2020-04-05", r#"{ "low": 20, "best": 22, "high": 30 }"#),
            report("2020-04-06", "4"),
        ]
        .join(","),
    )
}

#[test]
fn what_a_month_added_has_the_low_and_high_end_of_its_incidents() {
    let figure = incidents().ask(|question| question.flow = Flow::PerMonth).timeline();
    let Body::Time(body) = &figure.body else { panic!("expected a timeline") };
    let bars = &body.lanes[0].bars;
    // 1 + 3 and 2 + 7; 20 + 4 and 30 + 4, with 22 + 4 as the best number.
    assert_eq!(bars.iter().map(|bar| bar.range).collect::<Vec<_>>(), [(4.0, 9.0), (24.0, 34.0)]);
    assert!((bars[1].height - 26.0).abs() < 1e-9);
    let words: Vec<&str> = body.lanes[0].words.iter().map(|words| &*words.label).collect();
    assert_eq!(words, ["4–9", "26 (24–34)"]);
    // A month is as wide as all of its days.
    assert_eq!(bars.iter().map(|bar| bar.to - bar.from).collect::<Vec<_>>(), [31.0, 30.0]);
    assert!(body.axis.largest >= 34.0);
    assert!(figure.legend.iter().any(|entry| entry.text == "Low to high"));
    assert_eq!(figure.subtitle, "People killed per month, with the latest figures.");
    assert!(figure.notes.iter().any(|note| note.text == "Without a date, and so in none of the bars: 11 (Alpha)."));
    assert!(!figure.notes.iter().any(|note| note.text.contains("average")));
}

#[test]
fn a_sum_says_how_many_have_no_date() {
    let figure = incidents().timeline();
    assert_eq!(figure.title, "Storm: the toll over time");
    let note = "Without a date, and counted from the first day on: 11 (Alpha).";
    assert!(figure.notes.iter().any(|it| it.text == note), "{:?}", figure.notes);
}
