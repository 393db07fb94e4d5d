//! Dates of the Solar Hijri calendar, in which Iran and Afghanistan keep theirs.

use super::date::Wrong;
use super::months;
use super::tokens::Tokens;
use crate::model::{PartialDate, When};
use jiff::civil::Date;

/// `۱۴۰۱/۰۶/۳۱`, `31 Shahrivar 1401`, `1401/06`: a month or a year becomes the span of days that it is.
pub(super) fn read(text: &str) -> Result<When, Wrong> {
    let tokens = Tokens::read(text, months::solar_month).ok_or(Wrong::NotADate)?;
    let numbers: Vec<u32> = tokens.numbers().iter().map(|number| number.value).collect();
    let (year, month, day) = match (numbers.as_slice(), tokens.month) {
        (&[first, month, last], None) if first > 31 => (first, month, last),
        (&[first, month, last], None) => (last, month, first),
        (&[first, last], Some(month)) => {
            let month = u32::from(month.unsigned_abs());
            if first > 31 { (first, month, last) } else { (last, month, first) }
        }
        (&[first, last], None) => {
            if first > 31 {
                (first, last, 0)
            } else {
                (last, first, 0)
            }
        }
        (&[year], Some(month)) => (year, u32::from(month.unsigned_abs()), 0),
        (&[year], None) => (year, 0, 0),
        _ => return Err(Wrong::NotADate),
    };
    when(year, month, day).ok_or(Wrong::NoSuchDay)
}

/// The days of a date whose month or day may be 0, which is not known.
fn when(year: u32, month: u32, day: u32) -> Option<When> {
    let year = match year {
        40..=99 => 1300 + i32::try_from(year).ok()?,
        _ => i32::try_from(year).ok()?,
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    if !(1..=2000).contains(&year) {
        return None;
    }
    match (month, day) {
        (0, _) => span(gregorian(year, 1, 1)?, gregorian(year + 1, 1, 1)?),
        (12, 0) => span(gregorian(year, 12, 1)?, gregorian(year + 1, 1, 1)?),
        (_, 0) => span(gregorian(year, month, 1)?, gregorian(year, month + 1, 1)?),
        _ => Some(gregorian(year, month, day)?.into()),
    }
}

/// From a day to the one before another.
fn span(from: Date, before: Date) -> Option<When> {
    Some(When { from: PartialDate::day(from), to: Some(PartialDate::day(before.yesterday().ok()?)) })
}

fn gregorian(year: i32, month: u8, day: u8) -> Option<Date> {
    let iso = icu_calendar::Date::try_new_persian(year, month, day).ok()?.to_calendar(icu_calendar::cal::Iso);
    let year = i16::try_from(iso.year().extended_year()).ok()?;
    let month = i8::try_from(iso.month().number()).ok()?;
    Date::new(year, month, i8::try_from(iso.day_of_month().0).ok()?).ok()
}
