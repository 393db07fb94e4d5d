//! Which periods were added up, in words: `71 of the 72 months from January 2014 to December 2019`.

use super::messages::Writing;
use super::sentences::when_text;
use super::{DateStyle, Locale, span, span_ends};
use crate::model::{Length, PartialDate, Summed, When};

/// How many periods there are and from when to when they reach, and that some rows have no date.
#[must_use]
pub fn over_periods(summed: Summed, end: Option<When>, locale: &Locale) -> String {
    let over = how_many(summed, end, locale);
    let span = ("span", up_to(summed.since, end, locale).into());
    let key = if summed.undated { "over-span-undated" } else { "over-span" };
    locale.say_with(key, &[("over", over.into()), span])
}

/// From when to when the periods reach, in short: `Jan 2014 – Dec 2019`.
#[must_use]
pub fn span_of_periods(summed: Summed, end: Option<When>, locale: &Locale) -> String {
    let last = end.map(|end| end.to.unwrap_or(end.from));
    let dates = match summed.since.zip(last) {
        Some((first, last)) => span(first, last, DateStyle::Short, locale),
        None => when_text(end, locale),
    };
    if summed.undated { locale.say_with("chart-sum-undated", &[("dates", dates.into())]) } else { dates }
}

/// How many periods there are; of how many, where some between the first and the last are not there: "105 days from
/// 1 January to 3 May" would be read as their number.
fn how_many(summed: Summed, end: Option<When>, locale: &Locale) -> String {
    let key = match summed.length {
        Some(Length::Day) => "over-days",
        Some(Length::Week) => "over-weeks",
        Some(Length::Month) => "over-months",
        Some(Length::Year) => "over-years",
        None => "over-periods",
    };
    let periods = ("periods", summed.dated.into());
    match all(summed, end).filter(|all| *all > summed.dated) {
        Some(all) => locale.say_with(&format!("{key}-of"), &[periods, ("all", all.into())]),
        None => locale.say_with(key, &[periods]),
    }
}

/// How many days, months or years there are from the first to the last, where such were added up.
fn all(summed: Summed, end: Option<When>) -> Option<usize> {
    let (first, last) = (summed.since?.first_day(), end?.last_day());
    let years = i32::from(last.year()) - i32::from(first.year());
    let beyond = match summed.length? {
        Length::Day => (last - first).get_days(),
        Length::Month => years * 12 + i32::from(last.month()) - i32::from(first.month()),
        Length::Year => years,
        Length::Week => return None,
    };
    usize::try_from(beyond).ok().map(|beyond| beyond + 1)
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
