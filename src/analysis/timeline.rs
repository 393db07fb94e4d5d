//! Reports through time: one series per source and coverage, never joined across sources.

use super::{CountKey, EventKey, OpenEvent};
use crate::model::{Id, Stated, When};
use jiff::civil::Date;

/// The ticked events' reports through time.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// The ticked events that have any dated figure for the measure.
    pub events: Vec<EventTimeline<'a>>,
    /// Ticked events without one, as known on the date; or without a first day where time is counted in days.
    pub without: Vec<OpenEvent<'a>>,
}

/// One event's reports through time.
#[derive(Clone, Debug)]
pub struct EventTimeline<'a> {
    /// The event.
    pub event: OpenEvent<'a>,
    /// Its first day where it is known to the day; day 1.
    pub start: Option<Date>,
    /// Its last day, where it has ended.
    pub end: Option<When>,
    /// Whether it went on when it was last looked at.
    pub ongoing: bool,
    /// One for each source and each coverage that it reported, what stands first.
    pub series: Vec<Series<'a>>,
    /// What the file notes beside the figures.
    pub notes: Vec<(When, &'a crate::model::Localized)>,
}

/// One source's counts of the same people through time.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// Who counted.
    pub source: Option<&'a Id>,
    /// Whether it stands for the event.
    pub stands: bool,
    /// Index of the report that says what it covers.
    pub first_report: usize,
    /// Its counts by date, each date once.
    pub points: Vec<Point>,
    /// What was under investigation beside them, by date; never added.
    pub pending: Vec<Point>,
    /// What each period added, where the question asks for that.
    pub added: Vec<Added>,
}

/// A count at a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The first day that its date can mean.
    pub from: Date,
    /// The last day that its date can mean.
    pub to: Date,
    /// The number as stated.
    pub stated: Stated,
    /// Index of its report in the event.
    pub report: usize,
    /// How many other reports say the same for the same date.
    pub repeats: usize,
    /// What happened between the point before and this one.
    pub step: Step,
}

/// How a count follows the one before it in its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is the first.
    First,
    /// It is as high or higher.
    Rise,
    /// It is lower: a correction.
    Fall,
    /// It is less than half: a new phase, or another way of counting.
    Reset,
    /// It rose by more than half of what it was within one day, and by more than any rise before.
    Jump,
}

/// What a stretch of days added to a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Added {
    /// The first day.
    pub from: Date,
    /// The last day; a number that covers several periods is drawn over all of them.
    pub to: Date,
    /// How many were added; negative for a correction, which is no negative death and is drawn apart.
    pub number: i64,
    /// Whether it is the difference of two counts of which one is a bound or an approximation.
    pub inexact: bool,
    /// Whether it is a period's own report, and not the difference of two counts so far.
    pub reported: bool,
    /// Index of the (last) report in the event.
    pub report: usize,
}

impl Series<'_> {
    /// The key of the count at a point.
    #[must_use]
    pub fn key(&self, event: &EventKey, measure: &Id, report: usize) -> CountKey {
        CountKey { event: event.clone(), report, measure: measure.clone(), categories: Vec::new() }
    }
}
