//! How dates are printed, long for sentences and short for labels.

use super::messages::Writing;
use super::{Locale, dates_persian};
use crate::model::{PartialDate, Precision, When};
use jiff::civil::Date;

/// Whether months are written out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// `14 January 2026`
    Long,
    /// `14 Jan 2026`
    Short,
}

/// A date or span: `14 January 2026`, `February 1979`, `15–18 November 2019`, `about 1988`.
#[must_use]
pub fn date(when: When, style: DateStyle, locale: &Locale) -> String {
    match when.to {
        None => single(when.from, style, locale),
        Some(to) => span(when.from, to, style, locale),
    }
}

/// The message for a period: that for a single day, else that for a span, a month or no date.
#[must_use]
pub fn of_period(when: Option<When>, day: &'static str, period: &'static str) -> &'static str {
    if when.is_some_and(|when| when.single_day().is_some()) { day } else { period }
}

/// A span that says the shared month and year once.
#[must_use]
pub fn span(from: PartialDate, to: PartialDate, style: DateStyle, locale: &Locale) -> String {
    if locale.writing == Writing::Persian {
        return dates_persian::span(from, to, locale);
    }
    let (start, end) = span_ends(from, to, style, locale);
    if start.is_empty() {
        return end;
    }
    let dash = if start.contains(' ') || from.precision == Precision::Year { " – " } else { "–" };
    format!("{start}{dash}{end}")
}

/// The first and the last date of a span in words, the first without what both share: `12` and `13 January 2026`. The
/// first is empty where both are one.
#[must_use]
pub fn span_ends(from: PartialDate, to: PartialDate, style: DateStyle, locale: &Locale) -> (String, String) {
    let plain = !from.uncertain && !from.approximate && from.precision == to.precision;
    let (first, last) = (from.first_day(), to.first_day());
    let end = single(to, style, locale);
    if first == last && plain {
        return (String::new(), end);
    }
    let same_year = plain && first.year() == last.year();
    let start = match from.precision {
        Precision::Day if same_year && first.month() == last.month() => first.day().to_string(),
        Precision::Day if same_year => format!("{} {}", first.day(), month(from, style, locale)),
        Precision::Month if same_year => month(from, style, locale),
        _ => single(from, style, locale),
    };
    (start, end)
}

/// What was known, for headings and sentences: `as known on 14 January 2026`, `with the latest figures`.
#[must_use]
pub fn as_known_on(day: Option<Date>, locale: &Locale) -> String {
    match day {
        None => locale.say("chart-latest"),
        Some(day) => {
            let day = date(day.into(), DateStyle::Long, locale);
            locale.say_with("chart-as-known-on", &[("date", day.into())])
        }
    }
}

fn single(date: PartialDate, style: DateStyle, locale: &Locale) -> String {
    if locale.writing == Writing::Persian {
        return dates_persian::span(date, date, locale);
    }
    let day = date.first_day();
    let text = match date.precision {
        Precision::Year => day.year().to_string(),
        Precision::Month => format!("{} {}", month(date, style, locale), day.year()),
        Precision::Day => format!("{} {} {}", day.day(), month(date, style, locale), day.year()),
    };
    let text = if date.approximate { locale.say_with("date-circa", &[("date", text.into())]) } else { text };
    if date.uncertain && style == DateStyle::Long {
        return locale.say_with("date-uncertain", &[("date", text.into())]);
    }
    text
}

fn month(date: PartialDate, style: DateStyle, locale: &Locale) -> String {
    let key = if style == DateStyle::Long { "month" } else { "month-short" };
    locale.say(&format!("{key}-{}", date.first_day().month()))
}
