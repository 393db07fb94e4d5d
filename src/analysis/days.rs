//! Over how many days a count was made: what a rate per day divides by.

use super::SourceTotal;
use crate::model::{Basis, Event, EventEnd, When};
use jiff::civil::Date;

/// The days by which a toll is divided, or why there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// From the event's start to the date of the count or the event's end, whichever is earlier; both included.
    Known(i32),
    /// The start is not known to the day.
    NoStart,
    /// Nobody says when the event ended or that it goes on, so it may have been over long before the count.
    NoEnd,
    /// The count's date is not known to the day.
    NoDate,
    /// The count is older than the event.
    BeforeStart,
    /// Some days between the periods of the count are in none of them, and nobody says that they had no dead.
    Gaps,
}

impl Days {
    /// The days of a count of `event` that holds for `when`.
    #[must_use]
    pub fn until(event: &Event, when: Option<When>) -> Self {
        let Some(start) = event.start.and_then(When::single_day) else { return Self::NoStart };
        let Some(when) = when else { return Self::NoDate };
        let end = match event.end {
            EventEnd::On(end) => end.single_day(),
            EventEnd::Ongoing => None,
            EventEnd::Unknown => return Self::NoEnd,
        };
        // A count of a date that is not known to the day may still be known to be later than the event's end.
        let last = match (when.single_day(), end) {
            (_, Some(end)) if when.first_day() >= end => end,
            (Some(day), Some(end)) => day.min(end),
            (Some(day), None) => match event.end {
                // The end is known to the month or year only: a later count may be of any number of days.
                EventEnd::On(end) if day >= end.first_day() => return Self::NoEnd,
                _ => day,
            },
            (None, _) => return Self::NoDate,
        };
        if last < start { Self::BeforeStart } else { Self::Known((last - start).get_days() + 1) }
    }

    /// Those of a period more, which begins at `next` where the days before it end at `last`.
    #[must_use]
    pub(super) fn and(self, more: Self, last: Date, next: Date) -> Self {
        match (self, more) {
            (Self::Known(_), Self::Known(_)) if last.tomorrow().is_ok_and(|tomorrow| tomorrow < next) => Self::Gaps,
            (Self::Known(days), Self::Known(more)) => Self::Known(days.saturating_add(more)),
            (Self::Known(_), _) => more,
            _ => self,
        }
    }

    /// The days of a source's total: those of its periods where it is the toll of periods.
    #[must_use]
    pub fn of(event: &Event, total: &SourceTotal) -> Self {
        if total.report.basis == Basis::Incremental {
            return total.period_days;
        }
        Self::until(event, total.when())
    }
}
