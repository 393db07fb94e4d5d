//! Dates as sources give them: a day, a month or a year, perhaps approximate, perhaps a span (EDTF levels 0 and 1).

use edtf_core::{Edtf, IntervalEndpoint, Precision as EdtfPrecision};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

/// One date of day, month or year precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialDate {
    first_day: Date,
    /// How much of it is known.
    pub precision: Precision,
    /// Marked `?` or `%`: the source is not sure, or the date was inferred.
    pub uncertain: bool,
    /// Marked `~` or `%`: circa.
    pub approximate: bool,
}

impl PartialDate {
    /// A certain date of day precision.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self { first_day: date, precision: Precision::Day, uncertain: false, approximate: false }
    }

    /// Its month, where it is known to the day.
    #[must_use]
    pub fn month(self) -> Self {
        Self { precision: self.precision.min(Precision::Month), ..self }
    }

    /// The first day that it can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self.precision {
            Precision::Day => self.first_day,
            Precision::Month => self.first_day.first_of_month(),
            Precision::Year => self.first_day.first_of_year(),
        }
    }

    /// The last day that it can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self.precision {
            Precision::Day => self.first_day,
            Precision::Month => self.first_day.last_of_month(),
            Precision::Year => self.first_day.last_of_year(),
        }
    }

    fn from_edtf(date: &edtf_core::Date) -> Result<Self, WhenError> {
        let unsupported = || WhenError::Unsupported;
        let precision = match date.precision() {
            EdtfPrecision::Year => Precision::Year,
            EdtfPrecision::Month => Precision::Month,
            EdtfPrecision::Day => Precision::Day,
            EdtfPrecision::Season => return Err(WhenError::Unsupported),
        };
        let part = |field: Option<edtf_core::DateField>| match field {
            None => Ok(1),
            Some(field) => field.value().and_then(|value| i8::try_from(value).ok()).ok_or_else(unsupported),
        };
        let year = date.year.value().and_then(|year| i16::try_from(year).ok()).ok_or_else(unsupported)?;
        let first_day = Date::new(year, part(date.month)?, part(date.day)?).map_err(|_| WhenError::NoSuchDay)?;
        Ok(Self { first_day, precision, uncertain: date.is_uncertain(), approximate: date.is_approximate() })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.first_day;
        if day.year() < 0 {
            write!(f, "-{:04}", -day.year())?;
        } else {
            write!(f, "{:04}", day.year())?;
        }
        if self.precision >= Precision::Month {
            write!(f, "-{:02}", day.month())?;
        }
        if self.precision >= Precision::Day {
            write!(f, "-{:02}", day.day())?;
        }
        f.write_str(match (self.uncertain, self.approximate) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        })
    }
}

/// A date, or a span between two dates; printed and read as EDTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The date, or where the span starts.
    pub from: PartialDate,
    /// Where the span ends; `None` for a single date.
    pub to: Option<PartialDate>,
}

impl When {
    /// The first day that it can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.from.first_day()
    }

    /// The last day that it can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.to.unwrap_or(self.from).last_day()
    }

    /// The date, or where the span ends.
    #[must_use]
    pub fn end(self) -> Self {
        self.to.unwrap_or(self.from).into()
    }

    /// The one day that it means, if it is a single date of day precision.
    #[must_use]
    pub fn single_day(self) -> Option<Date> {
        (self.to.is_none() && self.from.precision == Precision::Day).then(|| self.from.first_day())
    }
}

impl From<PartialDate> for When {
    fn from(from: PartialDate) -> Self {
        Self { from, to: None }
    }
}

impl From<Date> for When {
    fn from(date: Date) -> Self {
        PartialDate::day(date).into()
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        self.to.map_or(Ok(()), |to| write!(f, "/{to}"))
    }
}

/// Why a text is no date that Tollview can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// Not EDTF at all.
    #[error("not a date")]
    NotADate,
    /// Well formed, but the calendar has no such day.
    #[error("no such day in the calendar")]
    NoSuchDay,
    /// EDTF, but a form without use for a toll: seasons, sets, open spans, times of day.
    #[error("a form of date that is not supported")]
    Unsupported,
    /// A span that ends before it starts.
    #[error("a span that ends before it starts")]
    Backwards,
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        match Edtf::parse(text) {
            Ok(Edtf::Date(date)) => Ok(PartialDate::from_edtf(&date)?.into()),
            Ok(Edtf::Interval(span)) => match (&span.start, &span.end) {
                (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => {
                    let (from, to) = (PartialDate::from_edtf(start)?, PartialDate::from_edtf(end)?);
                    if to.last_day() < from.first_day() {
                        return Err(WhenError::Backwards);
                    }
                    Ok(Self { from, to: Some(to) })
                }
                _ => Err(WhenError::Unsupported),
            },
            Ok(Edtf::DateTime(_) | Edtf::Set(_)) => Err(WhenError::Unsupported),
            Err(_) => Err(why_not(text)),
        }
    }
}

/// What is wrong with a text that is not EDTF; for a span, what is wrong with its ends, else their order.
fn why_not(text: &str) -> WhenError {
    let end = |text: &str| if text.contains('/') { Some(WhenError::NotADate) } else { text.parse::<When>().err() };
    match text.split_once('/') {
        Some((from, to)) => end(from).or_else(|| end(to)).unwrap_or(WhenError::Backwards),
        None if looks_like_a_day(text) => WhenError::NoSuchDay,
        None => WhenError::NotADate,
    }
}

/// Whether `text` has the shape of a date (`2025-02-30`), so that only the calendar can be what is wrong with it.
fn looks_like_a_day(text: &str) -> bool {
    let mut parts = text.trim_end_matches(['?', '~', '%']).split('-');
    let mut digits =
        |count: usize| parts.next().is_some_and(|part| part.len() == count && part.bytes().all(|b| b.is_ascii_digit()));
    digits(4) && digits(2) && (digits(2) || parts.next().is_none())
}
