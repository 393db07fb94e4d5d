//! Charts and lists of the bundled dataset, printed and compared with what was looked at and found good.
//!
//! `INSTA_UPDATE=always cargo test` writes them anew; on CI insta only compares.

use super::coverage::{partial, stale};
use super::printed::print;
use super::units::wars;
use super::{Asked, room};
use std::fmt::Write;
use std::sync::Arc;
use tollview::analysis::{Flow, Question, Scale, Sources, Tab, Time, Unit};
use tollview::chart::{Figure, View, layout};
use tollview::example;
use tollview::state::{Action, Origin, State};
use tollview::text::{Locale, Shipped};
use tollview::ui::{Content, Views};

fn drawn(figure: &Figure) -> String {
    print(&layout(figure, room((1280.0, 800.0)), View::default(), &Shipped))
}

macro_rules! assert_snapshot {
    ($name:expr, $text:expr) => {
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $text);
        });
    };
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

#[test]
fn timeline_of_only_some_people() {
    let protesters = |question: &mut Question| {
        question.people = Some(vec!["protesters".into()]);
        *question = question.of_timeline();
    };
    assert_snapshot!("timeline-people", over_time(protesters));
}

#[test]
fn timelines_made_up() {
    for (name, asked) in super::made_up_timelines() {
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("timeline-made-up-{name}"), drawn(&asked.timeline()));
        });
    }
}

#[test]
fn timeline_of_nothing_says_why() {
    let nothing = |question: &mut Question| {
        question.all_events = true;
        question.ticked.clear();
    };
    let figure = Asked::bundled().ask(nothing).timeline();
    assert_eq!(figure.empty.as_deref(), Some("No event is ticked. Tick events on the left to see them here."));
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

/// What a tab of the bundled dataset shows.
fn shown(tab: Tab) -> Views {
    let mut state = State::new(Origin::Example, Arc::new(example::dataset().unwrap()));
    let mut question = state.question.clone();
    question.tab = tab;
    question.as_known_on = None;
    let effects = state.apply(Action::Ask(Box::new(question)));
    assert!(effects.is_empty(), "{effects:?}");
    let mut views = Views::default();
    views.update(&state, &Locale::english());
    views
}

#[test]
fn lines_of_checks() {
    let Content::Checks(lines) = shown(Tab::Checks).content else { panic!("expected findings") };
    let mut text = String::new();
    for line in lines {
        writeln!(text, "{} {}: {}\n    {}", line.index, line.severity.name(), line.text, line.place).unwrap();
    }
    assert_snapshot!("checks", text);
}

#[test]
fn lines_of_sources() {
    let Content::Sources(lines) = shown(Tab::Sources).content else { panic!("expected sources") };
    let mut text = String::new();
    for line in lines {
        writeln!(text, "{} {}: {}", line.index, line.name, line.summary).unwrap();
        for (name, value) in line.facts {
            writeln!(text, "    {name}: {value}").unwrap();
        }
        if let Some(url) = line.url {
            writeln!(text, "    {url}").unwrap();
        }
    }
    assert_snapshot!("sources", text);
}
