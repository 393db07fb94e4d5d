//! What the user asked to see.

use super::{EventKey, FileId};
use crate::model::{Dataset, Id, When};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A tab of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tab {
    /// What one event's toll is made of.
    Breakdown,
    /// The ticked events on one axis.
    #[default]
    Compare,
    /// Reports through time.
    Timeline,
    /// Every count as text.
    Table,
    /// What the ledger found.
    Checks,
    /// Who counted.
    Sources,
}

impl Tab {
    /// All tabs in their order.
    pub const ALL: [Self; 6] =
        [Self::Breakdown, Self::Compare, Self::Timeline, Self::Table, Self::Checks, Self::Sources];
}

/// What the axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unit {
    /// People.
    #[default]
    Total,
    /// People per day of the event.
    PerDay,
    /// People per million inhabitants.
    PerMillion,
    /// Times the baseline's standing total.
    Multiple,
    /// Parts in percent of the people counted.
    Share,
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

/// Which of an event's sources a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sources {
    /// The one that stands; the others as small marks.
    #[default]
    Standing,
    /// Each with a mark of its own.
    All,
    /// From the lowest to the highest figure; enumerations and estimates apart.
    Range,
}

/// What a timeline counts time by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Time {
    /// Calendar dates.
    #[default]
    Calendar,
    /// Days since each event's start, its first day being day 1.
    Day,
}

/// Whether a timeline shows the toll so far or what each period added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Flow {
    /// The toll so far.
    #[default]
    SoFar,
    /// What each day added.
    PerDay,
    /// What each week, from Monday, added.
    PerWeek,
    /// What each month added.
    PerMonth,
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

/// What an event lacked when it was unticked to compare like with like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unticked {
    /// A figure by this source.
    WithoutFigureBy(Id),
    /// An end before its count.
    NotOver,
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
    /// The events that were unticked to compare like with like, and not by the user one by one.
    pub unticked: BTreeMap<EventKey, Unticked>,
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
    /// Which sources charts show, unless `event_sources` says otherwise.
    pub sources: Sources,
    /// Which sources charts show for single events.
    pub event_sources: BTreeMap<EventKey, Sources>,
    /// Count these categories only, where an event's parts allow it; `None` for whoever each count includes.
    pub people: Option<Vec<Id>>,
    /// Only what was counted up to this day of each event, its first day being day 1.
    pub on_day: Option<i32>,
    /// What the timeline counts time by.
    pub time: Time,
    /// Whether the timeline shows the toll so far or what each period added.
    pub flow: Flow,
    /// The report that the breakdown shows for an event's source, where the user picked another than the latest.
    pub picked_report: Option<(EventKey, usize)>,
    /// Whether breakdown and timeline show all ticked events, and not only `event`.
    pub all_events: bool,
    /// The column that orders the table and whether it runs downwards; `None` for the file's order.
    pub sorted_by: Option<(Column, bool)>,
}

impl Question {
    /// Which sources charts show for this event.
    #[must_use]
    pub fn sources_of(&self, event: &EventKey) -> Sources {
        self.event_sources.get(event).copied().unwrap_or(self.sources)
    }

    /// Ticks an event, or no longer.
    pub fn tick_or_untick(&mut self, event: &EventKey) {
        self.unticked.remove(event);
        if !self.ticked.remove(event) {
            self.ticked.insert(event.clone());
        }
    }

    /// The question with only those events ticked that the timeline shows: all ticked ones, or the chosen one.
    #[must_use]
    pub fn of_timeline(&self) -> Self {
        let mut question = self.clone();
        if !question.all_events {
            question.ticked = question.event.iter().cloned().collect();
            question.unticked.clear();
        }
        question
    }

    /// What is asked when a file is opened: as its `show` says, else its first event and first measure.
    #[must_use]
    pub fn first(file: FileId, dataset: &Dataset) -> Self {
        let key = |event: &Id| EventKey { file, event: event.clone() };
        let measure = dataset.show.measure.clone();
        let measure = measure.or_else(|| dataset.measures_used().first().map(|id| (*id).clone()));
        Self {
            event: dataset.show.event.as_ref().or_else(|| dataset.events.keys().next()).map(key),
            ticked: dataset.events.keys().map(key).collect(),
            baseline: dataset.show.baseline.as_ref().map(key),
            as_known_on: dataset.show.as_known_on.map(When::last_day),
            ..Self::of_measure(measure.unwrap_or_else(|| Id::from("killed")))
        }
    }

    /// Nothing but a measure.
    #[must_use]
    pub fn of_measure(measure: Id) -> Self {
        Self {
            tab: Tab::default(),
            measure,
            event: None,
            ticked: BTreeSet::new(),
            unticked: BTreeMap::new(),
            baseline: None,
            as_known_on: None,
            unit: Unit::default(),
            scale: Scale::default(),
            order: Order::default(),
            chosen_sources: BTreeMap::new(),
            sources: Sources::default(),
            event_sources: BTreeMap::new(),
            people: None,
            on_day: None,
            time: Time::default(),
            flow: Flow::default(),
            picked_report: None,
            all_events: false,
            sorted_by: None,
        }
    }
}
