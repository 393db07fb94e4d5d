//! Several files, views and undoing, by real keys and clicks.

use super::process::{wait_at_most, wait_for};
use super::{Desktop, EXAMPLE, Program};
use std::path::Path;
use std::time::Duration;

#[test]
fn a_saved_view_shows_the_same_chart_again() {
    let Some(desktop) = Desktop::new() else { return };
    let first = desktop.dataset("first.toll.json", "A first dataset");
    let second = desktop.dataset("second.toll.json", "A second dataset");
    let view = desktop.path("both.tollview.json");
    let title = "A first dataset and A second dataset";
    let mut program = desktop.tollview(&[&first]);
    program.wait_for_title("A first dataset");
    program.answer_dialog("ctrl+shift+a", "Add a dataset", &second);
    program.wait_for_title(title);
    program.change_by("the units", || program.click(189, UNIT));
    program.change_by("another unit", || program.click(189, UNIT + 30));
    let before = program.at_rest();
    program.answer_dialog("ctrl+s", "Save a view", &view);
    wait_for("the view", || view.exists().then_some(()));
    assert_eq!(program.quit(), Some(0));

    let mut program = desktop.tollview(&[&view]);
    program.wait_for_title(title);
    program.wait_for_picture(&before, "the chart of the view");
}

/// Where the unit is chosen in a window with two files of one event each, in points from the top.
const UNIT: i32 = 342;

/// Changes with the clicks that make them.
type Changes<'a> = &'a [(&'a str, &'a [(i32, i32)])];

/// Does each change by clicks, then takes it back, does it again and takes it back.
fn undo_each(mut program: Program, changes: Changes) {
    let before = program.at_rest();
    for (what, clicks) in changes {
        for (x, y) in *clicks {
            program.change_by(what, || program.click(*x, *y));
        }
        let after = program.at_rest();
        program.back_to("ctrl+z", &before, what);
        program.back_to("ctrl+shift+z", &after, what);
        program.back_to("ctrl+z", &before, what);
    }
    program.assert_running();
    assert_eq!(program.quit(), Some(0));
}

/// The same in a window of its own with the example on this tab.
fn undo_each_on(desktop: &Desktop, tab: &str, changes: Changes) {
    let mut program = desktop.tollview(&[Path::new("--tab"), Path::new(tab)]);
    program.wait_for_title(EXAMPLE);
    undo_each(program, changes);
}

#[test]
fn what_makes_figures_comparable_is_undone_and_done_again() {
    let Some(desktop) = Desktop::without_dialogs() else { return };
    let file = desktop.file("two.toll.json", TWO_EVENTS);
    let mut program = desktop.tollview(&[&file]);
    program.wait_for_title("Two made-up events");
    program.change_by("what differs", || program.click(836, 48));
    undo_each(program, &[("only men", &[(400, 500)]), ("only up to the same day", &[(400, 555)])]);
}

/// An event of which everyone is counted, and one of which men are, twice.
const TWO_EVENTS: &str = r#"{ "tollview": 1, "title": "Two made-up events", "show": { "event": "a", "baseline": "b" },
  "sources": [{ "id": "s", "name": "A made-up source" }],
  "categories": [{ "id": "men", "label": "Men" }, { "id": "women", "label": "Women" }],
  "events": [
    { "id": "a", "title": "A first event", "start": "2020-01-01", "lead": "s", "reports": [
      { "source": "s", "as_of": "2020-01-02",
        "counts": { "killed": { "exact": 9, "coverage": { "who": "everyone" }, "parts": { "men": 5, "women": 4 } } } }] },
    { "id": "b", "title": "A second event", "start": "2019-01-01", "lead": "s", "reports": [
      { "source": "s", "as_of": "2019-01-02", "counts": { "killed": { "exact": 3, "coverage": { "who": ["men"] } } } },
      { "source": "s", "as_of": "2019-01-04", "counts": { "killed": { "exact": 4, "coverage": { "who": ["men"] } } } }] }] }"#;

#[test]
fn each_kind_of_change_is_undone_and_done_again() {
    let Some(desktop) = Desktop::without_dialogs() else { return };
    let compare: Changes = &[
        // First: where something can be done again, looking at a tab is no step.
        ("another tab", &[(432, 50)]),
        ("an event that is not ticked", &[(23, 247)]),
        ("another event", &[(100, 163)]),
        ("another measure", &[(149, 438), (149, 496)]),
        ("another unit", &[(149, 468), (149, 526)]),
        ("another scale", &[(189, 498)]),
        ("another order", &[(189, 528)]),
        ("all sources", &[(150, 558)]),
        ("another baseline", &[(118, 608), (118, 504)]),
        ("another source", &[(118, 658), (118, 608)]),
        ("the sources of one event", &[(115, 688)]),
        ("an earlier day", &[(61, 748)]),
    ];
    undo_each_on(&desktop, "compare", compare);
    let timeline: Changes = &[
        ("all events through time", &[(189, 468)]),
        ("days of the event", &[(189, 528)]),
        ("what each day added", &[(149, 558), (149, 616)]),
    ];
    undo_each_on(&desktop, "timeline", timeline);
    undo_each_on(
        &desktop,
        "breakdown",
        &[("all events broken down", &[(189, 468)]), ("another report", &[(118, 568), (118, 626)])],
    );
    undo_each_on(&desktop, "table", &[("another order of the table", &[(280, 94)])]);
}

impl Program<'_> {
    /// Clicks at a place of the window, then takes the pointer to where nothing is pointed at.
    pub(super) fn click(&self, x: i32, y: i32) {
        self.hand_at(x, y, false);
        self.screen().settled();
        self.hand_at(x, y, true);
        // A click whose pointer is gone within the same frame is none.
        self.screen().settled();
        self.hand_at(700, 787, false);
    }

    /// What the window looks like when nothing moves in it.
    fn at_rest(&self) -> Vec<u8> {
        self.hand_at(700, 787, false);
        self.screen().settled()
    }

    /// Does something until the window looks different: a busy machine may lose a click.
    pub(super) fn change_by(&self, what: &str, act: impl Fn()) {
        let before = self.at_rest();
        wait_for(what, || {
            act();
            wait_at_most(Duration::from_secs(10), || self.screen().differs(&before, CHANGE).then_some(()))
        });
        self.screen().settled();
    }

    /// Presses keys once and waits until the window looks like this again.
    fn back_to(&self, keys: &str, picture: &[u8], what: &str) {
        self.screen().keys(keys);
        self.wait_for_picture(picture, &format!("{keys} after {what}"));
    }

    fn wait_for_picture(&self, picture: &[u8], what: &str) {
        self.hand_at(700, 787, false);
        wait_for(what, || (!self.screen().differs(picture, SAME)).then_some(()));
        self.screen().settled();
    }
}

/// Fewer pixels than any change of a chart, more than a cursor.
const CHANGE: usize = 120;
/// Pictures that differ in fewer pixels are the same: the edge of a widget may be drawn a shade lighter.
const SAME: usize = 20;
