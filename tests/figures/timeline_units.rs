//! Rates through time: what they are divided by, that they are those of the comparison, and what has none.

use super::{Asked, event, one_event};
use tollview::analysis::{Days, Unformed, Unit, Yardstick, compare, source_totals, timeline};
use tollview::chart::{Body, Figure, Track};
use tollview::text::Locale;

fn tracks(figure: &Figure) -> &[Track] {
    match &figure.body {
        Body::Time(plot) => &plot.tracks,
        Body::Rows(_) => panic!("expected a timeline"),
    }
}

fn notes(figure: &Figure) -> Vec<&str> {
    figure.notes.iter().map(|note| note.text.as_str()).collect()
}

#[test]
fn the_last_count_of_what_stands_has_the_rate_of_the_comparison() {
    for unit in [Unit::PerDay, Unit::PerMillion, Unit::Multiple] {
        let asked = Asked::latest().ask(|question| question.unit = unit);
        let seen = asked.look(|library, question| {
            let (compared, through_time) = (compare(library, question), timeline(library, question));
            let yardstick = Yardstick::of(library, question);
            let mut seen = 0;
            for row in &compared.rows {
                let event = through_time.events.iter().find(|it| it.event.key() == row.event.key()).unwrap();
                let point = event.series[0].points.last().unwrap();
                let rate = yardstick.value(event.event.event, point.stated, point.days);
                let is_baseline = unit == Unit::Multiple && row.event.key() == super::event("iran-2022");
                if !is_baseline {
                    assert_eq!(rate, row.value(row.standing.total().unwrap(), yardstick), "{}", row.event.event.id);
                    seen += usize::from(rate.is_ok());
                }
            }
            seen
        });
        // The day of the count of 1979 is not known; the baseline is once itself whatever its number.
        assert_eq!(seen, if unit == Unit::PerMillion { 7 } else { 6 }, "{unit:?}");
    }
}

#[test]
fn a_sum_of_periods_is_divided_by_the_days_that_they_cover() {
    let period = |days: &str, killed: u32| {
        format!(
            r#"{{ "source": "a", "basis": "incremental", "period": "{days}", "counts": {{ "killed": {killed} }} }}"#
        )
    };
    let reports =
        [period("2020-01-01/2020-01-03", 9), period("2020-01-04", 2), period("2020-01-05", 7), period("2020-01-06", 4)];
    let asked = one_event(&reports.join(",")).ask(|question| question.unit = Unit::PerDay);
    let days = asked.look(|library, question| {
        let all = timeline(library, question);
        all.events[0].series[0].points.iter().map(|point| point.days).collect::<Vec<_>>()
    });
    assert_eq!(days, [3, 4, 5, 6].map(Days::Known));
    let figure = asked.timeline();
    // 9 / 3, 11 / 4, 18 / 5, 22 / 6.
    let heights: Vec<f64> = tracks(&figure)[0].points.iter().map(|point| (point.at * 100.0).round() / 100.0).collect();
    assert_eq!(heights, [3.0, 2.75, 3.6, 3.67]);
    assert_eq!(tracks(&figure)[0].last, "3.7");
    let note = "Each count is divided by the days of its event until then, the last one by these: Storm (6 days).";
    assert!(notes(&figure).contains(&note), "{:#?}", notes(&figure));
    assert!(figure.subtitle.starts_with("People killed per day since the start, with the latest figures, added up by"));

    // Nothing is said of 6 and 7 January: whether people died then, or nobody counted.
    let with_gap = [period("2020-01-05", 7), period("2020-01-08", 4)].join(",");
    let asked = one_event(&with_gap).ask(|question| question.unit = Unit::PerDay);
    let days = asked.look(|library, question| {
        let all = timeline(library, question);
        all.events[0].series[0].points.iter().map(|point| point.days).collect::<Vec<_>>()
    });
    assert_eq!(days, [Days::Known(1), Days::Gaps]);
    assert_eq!(Unformed::Gaps.words(&Locale::english()), "no rate: some days lie between its periods");
}

#[test]
fn days_and_inhabitants_are_said() {
    let of = |unit| Asked::latest().ask(|question| (question.unit, question.all_events) = (unit, true)).timeline();
    let per_day = of(Unit::PerDay);
    // From 28 December 2025 to 13 February 2026, and from 16 September 2022 to 14 January 2023.
    let note = "Each count is divided by the days of its event until then, the last one by these: 2025–26 protests (48 \
                days), Mahsa Amini protests (121 days), November 2019 protests (5 days), December 2017 protests (6 days), \
                Green Movement (82 days), Student protests (6 days).";
    assert!(notes(&per_day).contains(&note), "{:#?}", notes(&per_day));
    let left_out = "Left out: Revolution by Tucker (no rate: day of the count not known).";
    assert!(notes(&per_day).contains(&left_out), "{:#?}", notes(&per_day));
    let per_million = of(Unit::PerMillion);
    let start =
        "Per million of: 2025–26 protests (92.4 million inhabitants in 2025), Mahsa Amini protests (89.5 million";
    let note = notes(&per_million).into_iter().find(|note| note.starts_with(start)).unwrap();
    assert!(
        note.ends_with("Revolution (37.1 million inhabitants in 1978); UN World Population Prospects 2024."),
        "{note}"
    );
    let hrana = tracks(&per_million).iter().find(|track| track.name == "2025–26 protests").unwrap();
    assert!(hrana.said.last().unwrap().starts_with("≥ 75.8 per million of 92.4 million\n≥ 7,008\n"));
    let multiple = of(Unit::Multiple);
    let subtitle = "People killed, times the 522 of Mahsa Amini protests (HRANA), with the latest figures, by the date each \
                    source stated it. Sources are never joined.";
    assert_eq!(multiple.subtitle, subtitle);
}

#[test]
fn what_has_no_rate_is_left_out_by_name() {
    let on = |when: &str, killed: u32| {
        format!(r#"{{ "source": "a", "as_of": "{when}", "counts": {{ "killed": {killed} }} }}"#)
    };
    let reports = [on("2020-01-02", 10), on("2020-01", 12), on("2020-01-08", 15)].join(",");
    let some = one_event(&reports).ask(|question| question.unit = Unit::PerDay).timeline();
    // 10 / 2 and 15 / 8; the count of January is of some day of it.
    let heights: Vec<f64> = tracks(&some)[0].points.iter().map(|point| point.at).collect();
    assert_eq!(heights, [5.0, 1.875]);
    let note = "Left out: one count of Alpha (no rate: day of the count not known).";
    assert!(notes(&some).contains(&note), "{:#?}", notes(&some));

    let empty = |change: fn(&mut Asked)| {
        let mut asked = one_event(&on("2020-01-05", 5));
        change(&mut asked);
        asked.timeline().empty
    };
    let no_people = empty(|asked| asked.question.unit = Unit::PerMillion);
    let expected = "No rate: number of inhabitants not stated. The unit Total needs nothing else.";
    assert_eq!(no_people.as_deref(), Some(expected));
    let no_start = empty(|asked| {
        asked.question.unit = Unit::PerDay;
        asked.dataset.events["storm"].start = None;
    });
    assert_eq!(no_start.as_deref(), Some("No rate: first day not known. The unit Total needs nothing else."));
    let no_baseline = empty(|asked| asked.question.unit = Unit::Multiple);
    assert_eq!(no_baseline.as_deref(), Some("No multiple: choose a baseline. The unit Total needs nothing else."));
    let of_itself = empty(|asked| {
        asked.question.unit = Unit::Multiple;
        asked.question.baseline = Some(event("storm"));
    });
    assert_eq!(of_itself, None);
}

#[test]
fn what_nobody_reported_is_no_line_beside_those_who_did() {
    let report = |source: &str, day: u32, killed: &str| {
        format!(r#"{{ {source} "as_of": "2020-01-0{day}", "counts": {{ "killed": {killed} }} }}"#)
    };
    let carried = r#"{ "exact": 9, "filled_by": "publisher" }"#;
    let series = |reports: &[String]| {
        one_event(&reports.join(",")).look(|library, question| {
            timeline(library, question).events[0].series.iter().map(|series| series.points.len()).collect::<Vec<_>>()
        })
    };
    let totals = |reports: &[String]| {
        one_event(&reports.join(",")).look(|library, question| {
            let event = library.events().next().unwrap().event;
            source_totals(event, &question.measure, question.as_known_on).len()
        })
    };
    let named = report(r#""source": "a","#, 1, "9");
    let beside_carried = [named.clone(), report("", 2, carried)];
    assert_eq!((series(&beside_carried), totals(&beside_carried)), (vec![1], 1));
    let beside_stated = [named, report("", 2, "9")];
    assert_eq!((series(&beside_stated), totals(&beside_stated)), (vec![1, 1], 2), "somebody stated it");
    assert_eq!(series(&[report("", 1, "9"), report("", 2, carried)]), [2]);
}
