//! All open datasets, and the keys by which events and counts of several files are told apart.

use crate::model::{Dataset, Event, Id, Relation};
use crate::text::Locale;
use indexmap::IndexSet;

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
    /// All that is open beside it.
    pub library: Library<'a>,
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

    /// The place of one of its categories among those of all open files: the same identifier has the same place, and so
    /// the same colour, in every file.
    #[must_use]
    pub fn category_index(&self, id: &Id) -> Option<usize> {
        self.dataset.categories.get(id)?;
        if let Some((_, first)) = self.library.0.first()
            && let Some(index) = first.categories.get_index_of(id)
        {
            return Some(index);
        }
        let all: IndexSet<&Id> = self.library.0.iter().flat_map(|(_, dataset)| dataset.categories.keys()).collect();
        all.get_index_of(id)
    }

    /// The name of its file, where several are open.
    #[must_use]
    pub fn file_name(&self, locale: &Locale) -> Option<String> {
        (self.library.0.len() > 1).then(|| self.library.file_title(self.file, locale))
    }

    /// The name of its file, where an event of another file has the same short title.
    #[must_use]
    pub fn needed_file_name(&self, locale: &Locale) -> Option<String> {
        let title = |event: &Event| event.short_title().get(locale.language).to_owned();
        let own = title(self.event);
        let elsewhere = self.library.0.iter().filter(|(file, _)| *file != self.file);
        let is_ambiguous = elsewhere.flat_map(|(_, dataset)| dataset.events.values()).any(|other| title(other) == own);
        is_ambiguous.then(|| self.library.file_title(self.file, locale))
    }
}

impl<'a> Library<'a> {
    /// All events, in file order.
    pub fn events(self) -> impl Iterator<Item = OpenEvent<'a>> {
        self.0.iter().flat_map(move |&(file, dataset)| {
            dataset.events.values().map(move |event| OpenEvent { library: self, file, dataset, event })
        })
    }

    /// The title of a file's dataset; files of one title are told apart by their place.
    #[must_use]
    pub fn file_title(self, file: FileId, locale: &Locale) -> String {
        let title = |dataset: &'a Dataset| dataset.title.get(locale.language);
        let Some(own) = self.dataset(file).map(title) else { return String::new() };
        let same: Vec<FileId> =
            self.0.iter().filter(|(_, dataset)| title(dataset) == own).map(|(file, _)| *file).collect();
        match same.iter().position(|other| *other == file) {
            Some(place) if same.len() > 1 => {
                locale.say_with("file-of-same-title", &[("title", own.into()), ("place", (place + 1).into())])
            }
            _ => own.to_owned(),
        }
    }

    /// The title of all that is open.
    #[must_use]
    pub fn title(self, locale: &Locale) -> String {
        let files: Vec<FileId> = self.0.iter().map(|(file, _)| *file).collect();
        self.title_of(&files, locale)
    }

    /// The title of what several files hold: of one, of two, or of the first and how many more.
    #[must_use]
    pub fn title_of(self, files: &[FileId], locale: &Locale) -> String {
        let titles: Vec<String> = files.iter().map(|file| self.file_title(*file, locale)).collect();
        match titles.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [one, two] => locale.say_with("files-two", &[("one", one.clone().into()), ("two", two.clone().into())]),
            [one, more @ ..] => {
                locale.say_with("files-more", &[("one", one.clone().into()), ("count", more.len().into())])
            }
        }
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
        Some(OpenEvent { library: self, file: key.file, dataset, event: dataset.events.get(&key.event)? })
    }
}
