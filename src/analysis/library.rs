//! All open datasets, and the keys by which events and counts of several files are told apart.

use crate::model::{Dataset, Event, Id, Relation};

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
