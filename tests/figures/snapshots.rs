//! Charts of the bundled dataset, printed and compared with what was looked at and found good.
//!
//! `INSTA_UPDATE=always cargo test` writes them anew; on CI insta only compares.

use super::coverage::{partial, stale};
use super::printed::print;
use super::release::{revised_timeline, two_versions};
use super::units::wars;
use super::{Asked, room};
use tollview::analysis::{Flow, Question, Scale, Sources, Time, Unit};
use tollview::chart::{Figure, View, layout};
use tollview::text::Shipped;

fn drawn(figure: &Figure) -> String {
    print(&layout(figure, room((1280.0, 800.0)), View::default(), &Shipped))
}

#[test]
fn breakdown_by_sources() {
    assert_snapshot!("breakdown-sources", drawn(&Asked::bundled().breakdown()));
}

#[test]
fn breakdown_of_the_latest_figures() {
    assert_snapshot!("breakdown-latest", drawn(&Asked::latest().breakdown()));
}

#[test]
fn breakdown_of_all_events() {
    assert_snapshot!(
        "breakdown-events",
        drawn(&Asked::bundled().ask(|question| question.all_events = true).breakdown())
    );
}

#[test]
fn a_timeline_with_what_a_new_version_changed() {
    assert_snapshot!("timeline-revised", drawn(&revised_timeline(&two_versions())));
}

#[test]
fn a_stale_breakdown() {
    assert_snapshot!("breakdown-stale", drawn(&stale().breakdown()));
}

#[test]
fn a_partial_breakdown() {
    assert_snapshot!("breakdown-partial", drawn(&partial().breakdown()));
}

#[test]
fn compare_totals() {
    assert_snapshot!("compare-total", drawn(&Asked::bundled().compare()));
}

#[test]
fn compare_per_day() {
    assert_snapshot!(
        "compare-per-day",
        drawn(&Asked::bundled().ask(|question| question.unit = Unit::PerDay).compare())
    );
}

#[test]
fn compare_on_a_log_axis() {
    assert_snapshot!("compare-log", drawn(&Asked::bundled().ask(|question| question.scale = Scale::Log).compare()));
}

/// The bundled dataset's timeline with its latest figures, and what is asked beyond that.
fn over_time(change: impl FnOnce(&mut Question)) -> String {
    drawn(&Asked::latest().ask(change).timeline())
}

#[test]
fn timeline_as_known_at_first() {
    assert_snapshot!("timeline-first", drawn(&Asked::bundled().timeline()));
}

#[test]
fn timeline_of_the_latest_figures() {
    assert_snapshot!("timeline-latest", over_time(|_| {}));
}

#[test]
fn timeline_of_all_events_by_day() {
    assert_snapshot!("timeline-days", over_time(|question| (question.all_events, question.time) = (true, Time::Day)));
}

#[test]
fn timeline_per_week() {
    assert_snapshot!("timeline-week", over_time(|question| question.flow = Flow::PerWeek));
}

#[test]
fn timeline_on_a_log_axis() {
    assert_snapshot!("timeline-log", over_time(|question| question.scale = Scale::Log));
}

#[test]
fn timeline_in_multiples_of_the_baseline() {
    assert_snapshot!("timeline-multiple", over_time(|question| question.unit = Unit::Multiple));
}

/// The same of one event, as the window shows it at first.
fn one_over_time(change: impl FnOnce(&mut Question)) -> String {
    over_time(|question| {
        change(question);
        *question = question.of_timeline();
    })
}

#[test]
fn timeline_of_one_event_in_every_unit() {
    for (name, unit) in [
        ("timeline-one-event", Unit::Total),
        ("timeline-per-day", Unit::PerDay),
        ("timeline-per-million", Unit::PerMillion),
        ("timeline-one-multiple", Unit::Multiple),
        // A timeline has no parts: it shows people.
        ("timeline-share", Unit::Share),
    ] {
        assert_snapshot!(name, one_over_time(|question| question.unit = unit));
    }
}

#[test]
fn timeline_of_all_events_as_rates() {
    for (name, unit) in [("timeline-all-per-day", Unit::PerDay), ("timeline-all-per-million", Unit::PerMillion)] {
        assert_snapshot!(name, over_time(|question| (question.unit, question.scale) = (unit, Scale::Log)));
    }
}

#[test]
fn timeline_of_only_some_people() {
    assert_snapshot!("timeline-people", one_over_time(|question| question.people = Some(vec!["protesters".into()])));
}

#[test]
fn timelines_made_up() {
    for (name, asked) in super::made_up_timelines() {
        assert_snapshot!(format!("timeline-made-up-{name}"), drawn(&asked.timeline()));
    }
}

#[test]
fn charts_of_nothing_say_why() {
    let nothing = || {
        Asked::bundled().ask(|question| {
            question.all_events = true;
            question.ticked.clear();
        })
    };
    let no_event =
        || Asked::bundled().ask(|question| question.event = None).ask(|question| *question = question.of_timeline());
    for (name, figure, why) in [
        ("timeline-no-event", nothing().timeline(), "No event is ticked. Tick events on the left to see them here."),
        ("breakdown-no-event", nothing().breakdown(), "No event is ticked. Tick events on the left to see them here."),
        ("timeline-none-chosen", no_event().timeline(), "No event is chosen. Choose one on the left."),
        ("breakdown-none-chosen", no_event().breakdown(), "No event is chosen. Choose one on the left."),
    ] {
        assert_eq!(figure.empty.as_deref(), Some(why), "{name}");
        assert_snapshot!(name, drawn(&figure));
    }
}

/// Two events: one that nobody says whether it ended, and one in a place whose inhabitants nobody counted.
fn without_end_or_population() -> Asked {
    Asked::read(
        r#"{ "tollview": 1, "title": "Test", "show": { "baseline": "flood" }, "sources": [{ "id": "a", "name": "Alpha" }],
            "events": [
              { "id": "storm", "title": "Storm", "start": "2020-01-01", "lead": "a",
                "population": { "value": 2000000, "year": 2020 },
                "reports": [{ "source": "a", "as_of": "2020-01-10", "counts": { "killed": 30 } }] },
              { "id": "flood", "title": "Flood", "start": "2019-01-01", "end": "2019-01-05", "lead": "a",
                "reports": [{ "source": "a", "as_of": "2019-01-05", "counts": { "killed": 20 } }] }] }"#,
    )
}

#[test]
fn an_event_without_end_and_one_without_population() {
    for (name, unit) in [("compare-no-end", Unit::PerDay), ("compare-no-population", Unit::PerMillion)] {
        assert_snapshot!(name, drawn(&without_end_or_population().ask(|question| question.unit = unit).compare()));
    }
    let over_time = without_end_or_population().ask(|question| {
        (question.unit, question.all_events) = (Unit::PerMillion, true);
    });
    assert_snapshot!("timeline-no-population", drawn(&over_time.timeline()));
    let flood = over_time.ask(|question| question.ticked = [super::event("flood")].into());
    let why = "No rate: number of inhabitants not stated. The unit Total needs nothing else.";
    assert_eq!(flood.timeline().empty.as_deref(), Some(why));
}

#[test]
fn compare_in_the_other_units() {
    for (name, unit) in [
        ("compare-per-million", Unit::PerMillion),
        ("compare-multiple", Unit::Multiple),
        ("compare-share", Unit::Share),
    ] {
        assert_snapshot!(name, drawn(&Asked::bundled().ask(|question| question.unit = unit).compare()));
    }
}

#[test]
fn compare_with_all_sources_and_with_ranges() {
    for (name, sources, scale) in [
        ("compare-all", Sources::All, Scale::Linear),
        ("compare-all-log", Sources::All, Scale::Log),
        ("compare-range", Sources::Range, Scale::Linear),
        ("compare-range-log", Sources::Range, Scale::Log),
    ] {
        let asked = Asked::latest().ask(|question| (question.sources, question.scale) = (sources, scale));
        assert_snapshot!(name, drawn(&asked.compare()));
    }
}

#[test]
fn compare_wars_with_half_open_and_unknown_ranges() {
    assert_snapshot!("compare-wars", drawn(&wars().compare()));
    let range = wars().ask(|question| question.sources = Sources::Range);
    assert_snapshot!("compare-wars-range", drawn(&range.compare()));
    assert_snapshot!("compare-wars-per-day", drawn(&range.ask(|question| question.unit = Unit::PerDay).compare()));
    assert_snapshot!(
        "compare-wars-per-million",
        drawn(&wars().ask(|question| question.unit = Unit::PerMillion).compare())
    );
}

#[test]
fn compare_one_event_and_none() {
    let only = |asked: Asked, ids: &[&str]| {
        asked.ask(|question| question.ticked = ids.iter().map(|id| super::event(id)).collect())
    };
    assert_snapshot!("compare-one-event", drawn(&only(Asked::bundled(), &["iran-2022"]).compare()));
    assert_snapshot!("compare-no-event", drawn(&only(Asked::bundled(), &[]).compare()));
}
