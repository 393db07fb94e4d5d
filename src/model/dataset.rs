//! A dataset: sources, categories, measures, and events with their reports.

use super::{Id, Localized, PartialDate, Report, When};
use indexmap::IndexMap;
use serde_json::Value;

/// Free keys (`x_…`) of one object, kept as they were read.
pub type Extra = serde_json::Map<String, Value>;

/// What a file wants to be seen first.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Show {
    /// The event chosen at first.
    pub event: Option<Id>,
    /// Only reports known on this date.
    pub as_known_on: Option<When>,
    /// The event that others are divided by.
    pub baseline: Option<Id>,
    /// The measure chosen at first.
    pub measure: Option<Id>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

/// What kind of organisation counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A human-rights monitor.
    Monitor,
    /// A state body or official.
    Government,
    /// An opposition group.
    Opposition,
    /// A news organisation's own count.
    Media,
    /// Research.
    Academic,
    /// A United Nations body.
    Un,
}

/// The organisation that counted; never a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its name in the file.
    pub id: Id,
    /// Its full name.
    pub name: Localized,
    /// A name short enough for a chart's row.
    pub short: Option<Localized>,
    /// What kind of organisation it is.
    pub kind: Option<SourceKind>,
    /// Its page.
    pub url: Option<String>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

/// Who is counted: protesters, security forces, children.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    /// Its name in the file.
    pub id: Id,
    /// What readers see.
    pub label: Localized,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

/// What is counted: killed, detained, missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name in the file.
    pub id: Id,
    /// What readers see; without it, built-in measures have one, others show their id.
    pub label: Option<Localized>,
    /// The measures that this one holds together, and that are never added to it.
    pub sum_of: Vec<Id>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

/// How many people live where the event took place.
#[derive(Clone, Debug, PartialEq)]
pub struct Population {
    /// Inhabitants.
    pub value: u64,
    /// In which year.
    pub year: Option<i16>,
    /// Who says so.
    pub source: Option<String>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

/// When an event ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum EventEnd {
    /// Not stated.
    #[default]
    Unknown,
    /// Not over yet (`..`), as of `end_as_of`.
    Ongoing,
    /// On this date.
    On(When),
}

/// Something that happened, to be written beside a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct EventNote {
    /// When.
    pub date: When,
    /// What.
    pub text: Localized,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

/// Why a source stands for an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LeadBy {
    /// The file or the recipe names it.
    #[default]
    Named,
    /// Nothing names one: of a table that has several it is the one with the most rows.
    MostRows,
    /// Of several sources with as many rows it comes first in the table.
    FirstOfMostRows,
}

/// A bounded happening whose toll is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name in the file.
    pub id: Id,
    /// What readers see.
    pub title: Localized,
    /// A title short enough for a chart's row.
    pub short: Option<Localized>,
    /// Where it took place.
    pub place: Option<Localized>,
    /// Its first day.
    pub start: Option<When>,
    /// Its last day.
    pub end: EventEnd,
    /// When the end was looked at.
    pub end_as_of: Option<When>,
    /// The source that stands for the event unless the user chooses another.
    pub lead: Option<Id>,
    /// Why that source.
    pub lead_by: LeadBy,
    /// Inhabitants.
    pub population: Option<Population>,
    /// What must be said with it.
    pub note: Option<Localized>,
    /// What happened meanwhile.
    pub notes: Vec<EventNote>,
    /// All figures for it, in file order.
    pub reports: Vec<Report>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

impl Event {
    /// An event with nothing but its name.
    #[must_use]
    pub fn new(id: Id, title: Localized) -> Self {
        Self {
            id,
            title,
            short: None,
            place: None,
            start: None,
            end: EventEnd::Unknown,
            end_as_of: None,
            lead: None,
            lead_by: LeadBy::Named,
            population: None,
            note: None,
            notes: Vec::new(),
            reports: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// The day of the event that `as_of` is, the start being day 1; needs both to the day.
    #[must_use]
    pub fn day_number(&self, as_of: When) -> Option<i32> {
        let start = self.start?.single_day()?;
        Some((as_of.single_day()? - start).get_days() + 1)
    }

    /// The short title where there is one.
    #[must_use]
    pub fn short_title(&self) -> &Localized {
        self.short.as_ref().unwrap_or(&self.title)
    }

    /// Start and end as one span, where both are known.
    #[must_use]
    pub fn span(&self) -> Option<(PartialDate, PartialDate)> {
        match self.end {
            EventEnd::On(end) => Some((self.start?.from, end.to.unwrap_or(end.from))),
            _ => None,
        }
    }
}

/// Everything that a file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What readers see.
    pub title: Localized,
    /// Under which terms the figures may be used.
    pub licence: Option<String>,
    /// What must be said with it.
    pub note: Option<Localized>,
    /// What to show first.
    pub show: Show,
    /// Who counted.
    pub sources: IndexMap<Id, Source>,
    /// Who was counted.
    pub categories: IndexMap<Id, Category>,
    /// What was counted, beyond the built-in measures.
    pub measures: IndexMap<Id, Measure>,
    /// The events, in file order.
    pub events: IndexMap<Id, Event>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

impl Dataset {
    /// An empty dataset with a title.
    #[must_use]
    pub fn new(title: Localized) -> Self {
        Self {
            title,
            licence: None,
            note: None,
            show: Show::default(),
            sources: IndexMap::new(),
            categories: IndexMap::new(),
            measures: IndexMap::new(),
            events: IndexMap::new(),
            extra: Extra::new(),
        }
    }

    /// The measures that reports use, in order of first use.
    #[must_use]
    pub fn measures_used(&self) -> Vec<&Id> {
        let mut used: indexmap::IndexSet<&Id> = indexmap::IndexSet::new();
        used.extend(self.events.values().flat_map(|event| &event.reports).flat_map(|report| report.counts.keys()));
        used.into_iter().collect()
    }

    /// Whether any report uses this measure.
    #[must_use]
    pub fn uses(&self, measure: &Id) -> bool {
        self.events.values().flat_map(|event| &event.reports).any(|report| report.counts.contains_key(measure))
    }

    /// How many reports its events hold.
    #[must_use]
    pub fn report_count(&self) -> usize {
        self.events.values().map(|event| event.reports.len()).sum()
    }

    /// The sources that at least one report names, in file order.
    #[must_use]
    pub fn sources_used(&self) -> usize {
        let named: std::collections::HashSet<&Id> =
            self.events.values().flat_map(|event| &event.reports).filter_map(|report| report.source.as_ref()).collect();
        named.len()
    }
}
