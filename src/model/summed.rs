//! What was added up to a sum of periods: whether all of them are days, weeks, months or years, from when on, and whether
//! some of it has no date.

use super::{PartialDate, Precision, When};

/// How long a period is, as calendars count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// One day.
    Day,
    /// Seven days.
    Week,
    /// A whole month.
    Month,
    /// A whole year.
    Year,
}

impl Length {
    /// The length of a period, if it is one of these.
    #[must_use]
    pub fn of(period: When) -> Option<Self> {
        let (from, to) = (period.from, period.to.unwrap_or(period.from));
        let (first, last) = (period.first_day(), period.last_day());
        match (from.precision, to.precision) {
            (Precision::Day, Precision::Day) if first == last => Some(Self::Day),
            (Precision::Day, Precision::Day) if (last - first).get_days() == 6 => Some(Self::Week),
            _ if first == first.first_of_month() && last == first.last_of_month() => Some(Self::Month),
            _ if first == first.first_of_year() && last == first.last_of_year() => Some(Self::Year),
            _ => None,
        }
    }
}

/// What the periods of a sum have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summed {
    /// Where the first of those with a date begins.
    pub since: Option<PartialDate>,
    /// How long each of those is, if all are equally long.
    pub length: Option<Length>,
    /// How many have a date.
    pub dated: usize,
    /// Whether rows without a date are in the sum too.
    pub undated: bool,
}

impl Summed {
    /// Of periods in the order of time.
    pub fn of(periods: impl Iterator<Item = Option<When>> + Clone) -> Self {
        let mut lengths = periods.clone().flatten().map(Length::of);
        let first = lengths.next().flatten();
        Self {
            since: periods.clone().flatten().next().map(|period| period.from),
            length: first.filter(|_| lengths.all(|length| length == first)),
            dated: periods.clone().flatten().count(),
            undated: periods.into_iter().any(|period| period.is_none()),
        }
    }
}
