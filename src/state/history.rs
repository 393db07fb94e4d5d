//! What was asked before, so that every change of the question can be undone and done again.
//!
//! A tab is part of the question, so Ctrl+Z leads back from a wrong click on one. But looking around must not bury what
//! was changed: tabs looked at in a row are one step, and looking at one keeps what can be done again. Opening and closing
//! files is no step; instead every remembered question is told of it, so that none asks for an event that is gone.

use crate::analysis::Question;

/// More steps than anyone takes back.
pub const MOST_STEPS: usize = 200;

/// The questions before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Before; the last is the nearest.
    undo: Vec<Question>,
    /// After, where steps were undone; the last is the nearest.
    redo: Vec<Question>,
}

impl History {
    /// The question that undoing leads to.
    #[must_use]
    pub fn before(&self) -> Option<&Question> {
        self.undo.last()
    }

    /// The question that redoing leads to.
    #[must_use]
    pub fn after(&self) -> Option<&Question> {
        self.redo.last()
    }

    /// Notes that `before` is about to become `after`.
    pub(super) fn step(&mut self, before: &Question, after: &Question) {
        if before == after {
            return;
        }
        if differ_in_tab_only(before, after) {
            if !self.redo.is_empty() {
                return;
            }
            // A step from tab to tab goes on with the one before it, and may end where that began.
            if self.undo.last().is_some_and(|last| differ_in_tab_only(last, before)) {
                self.undo.pop_if(|last| last == after);
                return;
            }
        }
        self.redo.clear();
        if self.undo.len() == MOST_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(before.clone());
    }

    /// Gives the question before `now`.
    pub(super) fn undo(&mut self, now: &Question) -> Option<Question> {
        let before = self.undo.pop()?;
        self.redo.push(now.clone());
        Some(before)
    }

    /// Gives the question that was undone last.
    pub(super) fn redo(&mut self, now: &Question) -> Option<Question> {
        let after = self.redo.pop()?;
        self.undo.push(now.clone());
        Some(after)
    }

    /// Tells all questions of a change in what is open; steps that change nothing any more are dropped.
    pub(super) fn each(&mut self, now: &Question, change: impl Fn(&mut Question)) {
        for questions in [&mut self.undo, &mut self.redo] {
            questions.iter_mut().for_each(&change);
            questions.dedup();
            while questions.last() == Some(now) {
                questions.pop();
            }
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

fn differ_in_tab_only(one: &Question, other: &Question) -> bool {
    one.tab != other.tab && Question { tab: other.tab, ..one.clone() } == *other
}

/// What differs between two questions: the end of the key of the message that names it.
#[must_use]
pub fn difference(one: &Question, other: &Question) -> &'static str {
    let differs = [
        ("ticked", one.ticked != other.ticked || one.unticked != other.unticked),
        ("measure", one.measure != other.measure),
        ("event", one.event != other.event),
        ("baseline", one.baseline != other.baseline),
        ("known", one.as_known_on != other.as_known_on),
        ("unit", one.unit != other.unit),
        ("scale", one.scale != other.scale),
        ("order", one.order != other.order),
        ("source", one.chosen_sources != other.chosen_sources),
        ("sources", one.sources != other.sources || one.event_sources != other.event_sources),
        ("people", one.people != other.people),
        ("day", one.on_day != other.on_day),
        ("time", one.time != other.time),
        ("flow", one.flow != other.flow),
        ("report", one.picked_report != other.picked_report),
        ("rows", one.all_events != other.all_events),
        ("sort", one.sorted_by != other.sorted_by),
        ("tab", one.tab != other.tab),
    ];
    let mut kinds = differs.into_iter().filter(|(key, differs)| *differs && *key != "tab").map(|(key, _)| key);
    match (kinds.next(), kinds.next()) {
        (None, _) => "tab",
        (Some(kind), None) => kind,
        (Some(_), Some(_)) => "several",
    }
}
