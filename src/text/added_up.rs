//! Which periods were added up, in words: `71 months from January 2014 to December 2019`.

use super::messages::Writing;
use super::sentences::when_text;
use super::{DateStyle, Locale, span_ends};
use crate::model::{Length, PartialDate, Summed, When};

/// How many periods there are and from when to when they reach, and that some rows have no date.
#[must_use]
pub fn over_periods(summed: Summed, end: Option<When>, locale: &Locale) -> String {
    let days = days(summed, end).filter(|days| *days > summed.dated);
    let over = match days {
        // "105 days from 1 January to 3 May" would be read as their number.
        Some(days) => locale.say_with("over-days-of", &[("periods", summed.dated.into()), ("days", days.into())]),
        None => how_many(summed, locale),
    };
    let span = ("span", up_to(summed.since, end, locale).into());
    let key = if summed.undated { "over-span-undated" } else { "over-span" };
    locale.say_with(key, &[("over", over.into()), span])
}

/// How many periods there are, in short: `71 months`, `3 days and rows without a date`.
#[must_use]
pub fn periods(summed: Summed, locale: &Locale) -> String {
    let over = how_many(summed, locale);
    if summed.undated { locale.say_with("over-undated", &[("over", over.into())]) } else { over }
}

fn how_many(summed: Summed, locale: &Locale) -> String {
    let key = match summed.length {
        Some(Length::Day) => "over-days",
        Some(Length::Week) => "over-weeks",
        Some(Length::Month) => "over-months",
        Some(Length::Year) => "over-years",
        None => "over-periods",
    };
    locale.say_with(key, &[("periods", summed.dated.into())])
}

/// How many days there are from the first to the last, where days were added up.
fn days(summed: Summed, end: Option<When>) -> Option<usize> {
    let (since, end) = summed.since.zip(end).filter(|_| summed.length == Some(Length::Day))?;
    let days = (end.last_day() - since.first_day()).get_days();
    usize::try_from(days).ok().map(|days| days + 1)
}

/// Over which days periods reach that were added up: `from 1 January to 3 May 2026`.
fn up_to(since: Option<PartialDate>, end: Option<When>, locale: &Locale) -> String {
    let last = end.map(|end| end.to.unwrap_or(end.from));
    let ends = since.zip(last).map(|(first, last)| match locale.writing {
        Writing::English => span_ends(first, last, DateStyle::Long, locale),
        Writing::Persian => (when_text(Some(first.into()), locale), when_text(Some(last.into()), locale)),
    });
    match ends.filter(|(start, _)| !start.is_empty()) {
        Some((start, end)) => locale.say_with("span-from", &[("start", start.into()), ("end", end.into())]),
        None => locale.say_with("span-up-to", &[("end", when_text(end, locale).into())]),
    }
}
