//! What a new version of a dataset added, took away and changed, so that a reader of the old one need not compare them.

mod fields;
mod pairs;
mod revisions;
mod rows;

pub use revisions::{Revision, revisions};
pub use rows::{ChangeRow, Versions, change_rows};

use crate::model::{Count, Dataset, Event, Id, Relation, Report};
use indexmap::IndexMap;

/// How something stands in the new version against the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only in the new one.
    Added,
    /// Only in the old one.
    Removed,
    /// In both, with a difference in itself or inside.
    Changed,
}

impl Change {
    /// Its name in what is copied, and in the keys of its messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// How many things of one kind there are; `removed + changed + same` is all of the old version, `added + changed + same`
/// all of the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Only in the new version.
    pub added: usize,
    /// Only in the old one.
    pub removed: usize,
    /// In both, with a difference.
    pub changed: usize,
    /// In both, without one.
    pub same: usize,
}

/// What differs between two versions of a dataset. A new order is no change.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Changes<'a> {
    /// The events that differ: those of the new version in its order, then the removed ones.
    pub events: Vec<EventChange<'a>>,
    /// All events.
    pub event_tally: Tally,
    /// All reports.
    pub report_tally: Tally,
    /// All measures' counts of all reports.
    pub count_tally: Tally,
    /// All categories in them, at any depth. One that moved between added and of-which is removed and added.
    pub part_tally: Tally,
}

/// An event that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct EventChange<'a> {
    /// The event's name, by which the two versions are compared.
    pub event: &'a Id,
    /// How it differs.
    pub change: Change,
    /// Whether what is said of the event itself differs, its reports aside.
    pub itself: bool,
    /// The reports that differ.
    pub reports: Vec<ReportChange<'a>>,
}

/// A report that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportChange<'a> {
    /// Its index in the old version's event.
    pub old: Option<usize>,
    /// Its index in the new version's event.
    pub new: Option<usize>,
    /// How it differs.
    pub change: Change,
    /// Whether what is said of the report itself differs, its counts aside.
    pub itself: bool,
    /// The counts that differ.
    pub counts: Vec<CountChange<'a>>,
}

/// A count that differs in itself, whatever is inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct CountChange<'a> {
    /// The measure.
    pub measure: &'a Id,
    /// The way from the measure's total to the category; empty for the total.
    pub categories: Vec<(Relation, &'a Id)>,
    /// How it differs.
    pub change: Change,
    /// The count in the old version.
    pub old: Option<&'a Count>,
    /// The count in the new version.
    pub new: Option<&'a Count>,
}

/// The measure and the way to a category of it.
type Path<'a> = (&'a Id, Vec<(Relation, &'a Id)>);

impl Tally {
    fn add(&mut self, change: Option<Change>) {
        *match change {
            Some(Change::Added) => &mut self.added,
            Some(Change::Removed) => &mut self.removed,
            Some(Change::Changed) => &mut self.changed,
            None => &mut self.same,
        } += 1;
    }
}

/// What differs between two versions of a dataset in its events, reports and counts.
#[must_use]
pub fn changes<'a>(old: &'a Dataset, new: &'a Dataset) -> Changes<'a> {
    let mut changes = Changes::default();
    for (id, event) in &new.events {
        changes.compare_events(id, old.events.get(id), Some(event));
    }
    for (id, event) in old.events.iter().filter(|(id, _)| !new.events.contains_key(*id)) {
        changes.compare_events(id, Some(event), None);
    }
    changes
}

impl<'a> Changes<'a> {
    fn compare_events(&mut self, id: &'a Id, old: Option<&'a Event>, new: Option<&'a Event>) {
        let reports = |event: Option<&'a Event>| event.map_or(&[][..], |event| &event.reports[..]);
        let (before, after) = (reports(old), reports(new));
        let pairs = pairs::pairs(before, after).into_iter();
        let reports: Vec<ReportChange> =
            pairs.filter_map(|pair| self.compare_reports((before, pair.0), (after, pair.1))).collect();
        let itself = old.map(without_reports) != new.map(without_reports);
        let change = change(old, new, itself || !reports.is_empty());
        self.event_tally.add(change);
        self.events.extend(change.map(|change| EventChange { event: id, change, itself, reports }));
    }

    fn compare_reports(
        &mut self,
        (before, old): (&'a [Report], Option<usize>),
        (after, new): (&'a [Report], Option<usize>),
    ) -> Option<ReportChange<'a>> {
        let before = old.and_then(|index| before.get(index));
        let after = new.and_then(|index| after.get(index));
        let counts = self.compare_counts(before, after);
        let itself = before.map(without_counts) != after.map(without_counts);
        let change = change(before, after, itself || !counts.is_empty());
        self.report_tally.add(change);
        change.map(|change| ReportChange { old, new, change, itself, counts })
    }

    fn compare_counts(&mut self, before: Option<&'a Report>, after: Option<&'a Report>) -> Vec<CountChange<'a>> {
        let [old, new] = [before, after].map(|report| report.map(counts).unwrap_or_default());
        let gone =
            old.iter().filter(|(path, _)| !new.contains_key(*path)).map(|(path, count)| (path, Some(*count), None));
        let here = new.iter().map(|(path, count)| (path, old.get(path).copied(), Some(*count)));
        let mut changes = Vec::new();
        for ((measure, categories), old, new) in here.chain(gone) {
            let change = change(old, new, old.map(without_children) != new.map(without_children));
            let tally = if categories.is_empty() { &mut self.count_tally } else { &mut self.part_tally };
            tally.add(change);
            let categories = categories.clone();
            changes.extend(change.map(|change| CountChange { measure, categories, change, old, new }));
        }
        changes
    }
}

fn change<T>(old: Option<T>, new: Option<T>, differs: bool) -> Option<Change> {
    match (old, new) {
        (None, _) => Some(Change::Added),
        (_, None) => Some(Change::Removed),
        _ => differs.then_some(Change::Changed),
    }
}

/// Every count of a report by its place.
fn counts(report: &Report) -> IndexMap<Path<'_>, &Count> {
    let mut all = IndexMap::new();
    let mut open: Vec<(Path, &Count)> =
        report.counts.iter().rev().map(|(measure, count)| ((measure, Vec::new()), count)).collect();
    while let Some(((measure, categories), count)) = open.pop() {
        let first = open.len();
        for (relation, id, inner) in count.children() {
            let inside = categories.iter().copied().chain([(relation, id)]).collect();
            open.push(((measure, inside), inner));
        }
        open[first..].reverse();
        all.insert((measure, categories), count);
    }
    all
}

fn report_at(event: Option<&Event>, index: Option<usize>) -> Option<&Report> {
    event?.reports.get(index?)
}

fn without_reports(event: &Event) -> Event {
    Event { reports: Vec::new(), ..event.clone() }
}

fn without_counts(report: &Report) -> Report {
    Report { counts: IndexMap::new(), ..report.clone() }
}

/// A count with what is under investigation beside it, but without its categories.
fn without_children(count: &Count) -> Count {
    Count { parts: IndexMap::new(), of_which: IndexMap::new(), unclear: IndexMap::new(), ..count.clone() }
}
