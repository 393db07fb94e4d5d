//! What the user asked to see, and the keys by which events and counts of several files are told apart.

use crate::model::{Dataset, Event, Id, Relation, When};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// An open file; keeps its number until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// An event of one open file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventKey {
    /// The file.
    pub file: FileId,
    /// The event's name in it.
    pub event: Id,
}

/// One count of one report: a total or a category inside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CountKey {
    /// The event.
    pub event: EventKey,
    /// Index of the report in the event.
    pub report: usize,
    /// The measure.
    pub measure: Id,
    /// The way from the measure's total to the category.
    pub categories: Vec<(Relation, Id)>,
}

impl CountKey {
    /// The key of a category directly inside this count.
    #[must_use]
    pub fn inside(&self, relation: Relation, category: &Id) -> Self {
        let mut key = self.clone();
        key.categories.push((relation, category.clone()));
        key
    }
}

/// A tab of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tab {
    /// What one event's toll is made of.
    Breakdown,
    /// The ticked events on one axis.
    #[default]
    Compare,
    /// Every count as text.
    Table,
    /// What the ledger found.
    Checks,
    /// Who counted.
    Sources,
}

impl Tab {
    /// All tabs in their order.
    pub const ALL: [Self; 5] = [Self::Breakdown, Self::Compare, Self::Table, Self::Checks, Self::Sources];

    /// The tab's name on the command line and in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Breakdown => "breakdown",
            Self::Compare => "compare",
            Self::Table => "table",
            Self::Checks => "checks",
            Self::Sources => "sources",
        }
    }
}

/// What the axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unit {
    /// People.
    #[default]
    Total,
    /// People per day of the event.
    PerDay,
}

/// How numbers are spread along the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scale {
    /// Bars from zero.
    #[default]
    Linear,
    /// Dots on a logarithmic axis.
    Log,
}

/// The order of rows in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// The latest event first.
    #[default]
    Date,
    /// The largest toll first.
    Toll,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The event.
    Event,
    /// Who counted.
    Source,
    /// The date or period.
    When,
    /// Who is counted.
    Who,
    /// The number.
    Number,
}

impl Column {
    /// All columns in their order.
    pub const ALL: [Self; 5] = [Self::Event, Self::Source, Self::When, Self::Who, Self::Number];
}

/// What the user asked to see.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The tab.
    pub tab: Tab,
    /// The measure.
    pub measure: Id,
    /// The event whose breakdown is shown.
    pub event: Option<EventKey>,
    /// The events that are compared.
    pub ticked: BTreeSet<EventKey>,
    /// The event that others are divided by.
    pub baseline: Option<EventKey>,
    /// Only what was known on this date; `None` for the latest.
    pub as_known_on: Option<Date>,
    /// What the axis counts.
    pub unit: Unit,
    /// Linear bars or logarithmic dots.
    pub scale: Scale,
    /// The order of rows.
    pub order: Order,
    /// The source that the user chose for an event.
    pub chosen_sources: BTreeMap<EventKey, Id>,
    /// The report that the breakdown shows for an event's source, where the user picked another than the latest.
    pub picked_report: Option<(EventKey, usize)>,
    /// Whether the breakdown shows all ticked events on one scale.
    pub all_events: bool,
    /// The column that orders the table and whether it runs downwards; `None` for the file's order.
    pub sorted_by: Option<(Column, bool)>,
}

impl Question {
    /// What is asked when a file is opened: as its `show` says, else its first event and first measure.
    #[must_use]
    pub fn first(file: FileId, dataset: &Dataset) -> Self {
        let key = |event: &Id| EventKey { file, event: event.clone() };
        let measure = dataset.show.measure.clone();
        let measure = measure.or_else(|| dataset.measures_used().first().map(|id| (*id).clone()));
        Self {
            tab: Tab::default(),
            measure: measure.unwrap_or_else(|| Id::from("killed")),
            event: dataset.show.event.as_ref().or_else(|| dataset.events.keys().next()).map(key),
            ticked: dataset.events.keys().map(key).collect(),
            baseline: dataset.show.baseline.as_ref().map(key),
            as_known_on: dataset.show.as_known_on.map(When::last_day),
            unit: Unit::default(),
            scale: Scale::default(),
            order: Order::default(),
            chosen_sources: BTreeMap::new(),
            picked_report: None,
            all_events: false,
            sorted_by: None,
        }
    }
}

/// All open datasets.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a>(pub &'a [(FileId, &'a Dataset)]);

/// An event found in its dataset.
#[derive(Clone, Copy, Debug)]
pub struct OpenEvent<'a> {
    /// The file.
    pub file: FileId,
    /// The dataset that names its sources and categories.
    pub dataset: &'a Dataset,
    /// The event.
    pub event: &'a Event,
}

impl OpenEvent<'_> {
    /// The event's key.
    #[must_use]
    pub fn key(&self) -> EventKey {
        EventKey { file: self.file, event: self.event.id.clone() }
    }
}

impl<'a> Library<'a> {
    /// All events, in file order.
    pub fn events(self) -> impl Iterator<Item = OpenEvent<'a>> {
        self.0
            .iter()
            .flat_map(|&(file, dataset)| dataset.events.values().map(move |event| OpenEvent { file, dataset, event }))
    }

    /// The dataset of a file.
    #[must_use]
    pub fn dataset(self, file: FileId) -> Option<&'a Dataset> {
        self.0.iter().find(|(id, _)| *id == file).map(|(_, dataset)| *dataset)
    }

    /// One event.
    #[must_use]
    pub fn event(self, key: &EventKey) -> Option<OpenEvent<'a>> {
        let dataset = self.dataset(key.file)?;
        Some(OpenEvent { file: key.file, dataset, event: dataset.events.get(&key.event)? })
    }
}
