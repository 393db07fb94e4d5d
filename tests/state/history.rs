//! Every change of the question can be taken back and made again.

use super::{apply, loaded, open, state};
use tollview::analysis::{Column, EventKey, FileId, Flow, Order, Question, Scale, Sources, Tab, Time, Unit, Unticked};
use tollview::state::{Action, MOST_STEPS, State, difference};

type Change = fn(&mut Question);

fn key(event: &str) -> EventKey {
    EventKey { file: FileId(0), event: event.into() }
}

/// One change of each kind, with the name that the menu gives it.
const CHANGES: [(&str, Change); 19] = [
    ("ticked", |q| {
        q.ticked.pop_first();
    }),
    ("ticked", |q| {
        q.unticked.insert(key("iran-2019"), Unticked::NotOver);
    }),
    ("measure", |q| q.measure = "detained".into()),
    ("event", |q| q.event = Some(key("iran-2022"))),
    ("baseline", |q| q.baseline = None),
    ("known", |q| q.as_known_on = None),
    ("unit", |q| q.unit = Unit::PerDay),
    ("scale", |q| q.scale = Scale::Log),
    ("order", |q| q.order = Order::Toll),
    ("source", |q| {
        q.chosen_sources.insert(key("iran-2025-26"), "ihrngo".into());
    }),
    ("sources", |q| q.sources = Sources::Range),
    ("people", |q| q.people = Some(vec!["children".into()])),
    ("day", |q| q.on_day = Some(15)),
    ("time", |q| q.time = Time::Day),
    ("flow", |q| q.flow = Flow::PerWeek),
    ("report", |q| q.picked_report = Some((key("iran-2025-26"), 2))),
    ("rows", |q| q.all_events = true),
    ("sort", |q| q.sorted_by = Some((Column::Number, true))),
    ("tab", |q| q.tab = Tab::Checks),
];

fn change(state: &mut State, change: impl Fn(&mut Question)) {
    let mut question = state.question.clone();
    change(&mut question);
    apply(state, Action::Ask(Box::new(question)));
}

fn tab(state: &mut State, tab: Tab) {
    change(state, |question| question.tab = tab);
}

#[test]
fn each_kind_of_change_is_undone_and_done_again() {
    for (name, how) in CHANGES {
        let mut state = state();
        let before = state.question.clone();
        change(&mut state, how);
        let after = state.question.clone();
        assert_ne!(before, after, "{name}");
        assert_eq!(difference(&before, &after), name);
        apply(&mut state, Action::Undo);
        assert_eq!(state.question, before, "{name}");
        assert_eq!((state.history.before(), state.history.after()), (None, Some(&after)), "{name}");
        apply(&mut state, Action::Redo);
        assert_eq!(state.question, after, "{name}");
        apply(&mut state, Action::Redo);
        assert_eq!(state.question, after, "{name}: there is nothing more");
    }
}

#[test]
fn all_changes_are_undone_in_their_order_and_a_reset_is_one_of_them() {
    let mut state = state();
    let first = state.question.clone();
    let mut asked = vec![first.clone()];
    for (_, how) in CHANGES {
        change(&mut state, how);
        asked.push(state.question.clone());
    }
    assert_eq!(difference(&first, &state.question), "several");
    apply(&mut state, Action::Reset);
    assert_eq!(state.question, Question { tab: Tab::Checks, ..first }, "the tab stays");
    for expected in asked.iter().rev() {
        apply(&mut state, Action::Undo);
        assert_eq!(state.question, *expected);
    }
    apply(&mut state, Action::Undo);
    assert_eq!(state.question, asked[0]);
    for expected in &asked[1..] {
        apply(&mut state, Action::Redo);
        assert_eq!(state.question, *expected);
    }
}

#[test]
fn a_new_change_forgets_what_was_undone() {
    let mut state = state();
    change(&mut state, |question| question.unit = Unit::PerDay);
    apply(&mut state, Action::Undo);
    change(&mut state, |question| question.scale = Scale::Log);
    assert_eq!(state.history.after(), None);
    apply(&mut state, Action::Redo);
    assert_eq!((state.question.unit, state.question.scale), (Unit::Total, Scale::Log));
}

#[test]
fn leafing_through_tabs_is_one_step_and_keeps_what_can_be_done_again() {
    let mut state = state();
    change(&mut state, |question| question.unit = Unit::PerDay);
    for wanted in [Tab::Table, Tab::Checks, Tab::Sources] {
        tab(&mut state, wanted);
    }
    apply(&mut state, Action::Undo);
    assert_eq!((state.question.tab, state.question.unit), (Tab::Compare, Unit::PerDay));
    apply(&mut state, Action::Undo);
    assert_eq!(state.question.unit, Unit::Total);
    tab(&mut state, Tab::Table);
    apply(&mut state, Action::Redo);
    assert_eq!((state.question.tab, state.question.unit), (Tab::Compare, Unit::PerDay));
    // Looking at a tab and coming back leaves no step behind.
    let mut state = super::state();
    for wanted in [Tab::Table, Tab::Compare] {
        tab(&mut state, wanted);
    }
    assert_eq!(state.history.before(), None);
}

#[test]
fn the_oldest_of_very_many_steps_are_forgotten() {
    let mut state = state();
    for day in 0..MOST_STEPS + 5 {
        change(&mut state, |question| question.on_day = i32::try_from(day).ok());
    }
    for _ in 0..MOST_STEPS + 5 {
        apply(&mut state, Action::Undo);
    }
    assert_eq!((state.question.on_day, state.history.before()), (Some(4), None));
}

#[test]
fn what_was_asked_of_a_closed_file_is_not_asked_again() {
    let mut state = state();
    change(&mut state, |question| question.unit = Unit::PerDay);
    let job = open(&mut state, "a.toll.json");
    apply(&mut state, loaded(job, "A"));
    let question = state.question.clone();
    apply(&mut state, Action::Undo);
    assert_eq!(state.question, question);
}
