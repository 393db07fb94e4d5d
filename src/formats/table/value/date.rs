//! Dates as tables write them, in the order that the recipe says.

use super::tokens::{Number, Tokens};
use super::{
    buddhist, epoch, era, is_unknown, months, months_span, part_of_year, serial, solar, span, trimmed, vague, year,
};
use crate::formats::quoted;
use crate::formats::table::recipe::DateForm;
use crate::model::{PartialDate, Precision, When};
use jiff::civil::Date;

/// Why a cell is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not written as a date.
    #[error("found {}, expected a date such as {}", quoted(.found), example(*.form))]
    NotADate {
        /// What stands there.
        found: String,
        /// How it should be written.
        form: DateForm,
    },
    /// Written as a date, but the calendar has no such day.
    #[error("found {}, expected a day that the calendar has", quoted(.0))]
    NoSuchDay(String),
}

/// What is wrong with a text that is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    NotADate,
    NoSuchDay,
}

fn example(form: DateForm) -> &'static str {
    match form {
        DateForm::YearMonthDay => "2020-04-25",
        DateForm::DayMonthYear => "25/04/2020",
        DateForm::MonthDayYear => "04/25/2020",
        DateForm::Compact => "20200425",
        DateForm::YearWeek => "2020-W17",
        DateForm::YearQuarter => "2020-Q2",
        DateForm::Year => "2020",
        DateForm::Serial => "43946",
        DateForm::Epoch => "1587772800",
        DateForm::Buddhist => "25/04/2563",
        DateForm::SolarHijri => "1399/02/06",
    }
}

/// The date in a cell; `None` where it is blank or says that it is not known. Times of day and weekdays are passed over.
pub fn date(text: &str, form: DateForm) -> Result<Option<When>, DateError> {
    let text = trimmed(text);
    if form == DateForm::YearMonthDay
        && let Some(day) = iso(text)
    {
        return Ok(Some(day.into()));
    }
    if is_unknown(text, &[]) || is_zero(text) {
        return Ok(None);
    }
    let read = match form {
        DateForm::YearMonthDay | DateForm::DayMonthYear | DateForm::MonthDayYear => written(text, form),
        DateForm::Compact => compact(text),
        DateForm::YearWeek => part_of_year::year_and_week(text),
        DateForm::YearQuarter => part_of_year::year_and_quarter(text),
        DateForm::Year => year::read(text).ok_or(Wrong::NotADate),
        DateForm::Serial => number_of_day(text),
        DateForm::Epoch => epoch::day(text).map(When::from).ok_or(Wrong::NotADate),
        DateForm::Buddhist => buddhist::read(text),
        DateForm::SolarHijri => solar::read(text),
    };
    match read {
        Ok(when) => Ok(Some(when)),
        Err(Wrong::NoSuchDay) => Err(DateError::NoSuchDay(text.to_owned())),
        Err(Wrong::NotADate) => Err(DateError::NotADate { found: text.to_owned(), form }),
    }
}

/// The date in a cell that has none in an order of day and month, read in the other one: "01/14/2023" among days that are first.
pub(in crate::formats::table) fn turned(text: &str, form: DateForm) -> Option<When> {
    let other = match form {
        DateForm::DayMonthYear => DateForm::MonthDayYear,
        DateForm::MonthDayYear => DateForm::DayMonthYear,
        _ => return None,
    };
    match date(text, form) {
        Err(DateError::NoSuchDay(_)) => date(text, other).ok().flatten(),
        _ => None,
    }
}

/// The date whose year, month and day stand in cells of their own; a month or day of 0 or without a value is not known.
pub fn parts(year: &str, month: &str, day: &str) -> Result<Option<When>, DateError> {
    let Some(years) = date(year, DateForm::Year)? else { return Ok(None) };
    let month = match months::month(month.trim()) {
        Some(month) => month,
        None => number(month)?,
    };
    let day = number(day)?;
    let of_year = i32::from(years.from.first_day().year());
    let found = || DateError::NoSuchDay(format!("{of_year}-{month:02}-{day:02}"));
    if month == 0 || years.to.is_some() {
        return Ok(Some(years));
    }
    partial(years.from.first_day().year(), month, day).ok_or_else(found).map(|date| Some(date.into()))
}

/// The days of a week, whose year and number stand in cells of their own; without a number the year.
pub fn of_week(year: &str, week: &str) -> Result<Option<When>, DateError> {
    let Some(years) = date(year, DateForm::Year)? else { return Ok(None) };
    let number = number(week)?;
    if number == 0 || years.to.is_some() {
        return Ok(Some(years));
    }
    let of_year = years.from.first_day().year();
    let found = || DateError::NoSuchDay(format!("{of_year}-W{number:02}"));
    part_of_year::week(of_year, number).ok_or_else(found).map(Some)
}

/// The number of a month, a week or a day; 0 where it is not known.
fn number(text: &str) -> Result<i8, DateError> {
    let text = text.trim();
    if is_unknown(text, &[]) {
        return Ok(0);
    }
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let value = digits.chars().try_fold(0_i8, |value, character| {
        let digit = i8::try_from(super::digits::digit(character)?).ok()?;
        value.checked_mul(10)?.checked_add(digit)
    });
    value.ok_or_else(|| DateError::NoSuchDay(text.to_owned()))
}

/// `2020-04-05`, `2020/04/05 12:30`, `2020-04-05T00:00:00.000Z`: how most tables write dates, without looking twice.
fn iso(text: &str) -> Option<Date> {
    day_of_digits(iso_digits(text)?)
}

/// The day of which these are year, month and day.
pub(in crate::formats::table) fn day_of_digits(digits: u32) -> Option<Date> {
    let [month, day] = [digits / 100 % 100, digits % 100].map(|number| i8::try_from(number).unwrap_or(0));
    Date::new(i16::try_from(digits / 10_000).ok()?, month, day).ok()
}

/// What digits are worth in a number of eight: multiplied at once, not one after the other.
const PLACES: [u32; 8] = [10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

/// The eight digits of such a date; those of days that the calendar does not have, too.
#[inline]
pub(in crate::formats::table) fn iso_digits(text: &str) -> Option<u32> {
    let (date, rest) = text.as_bytes().split_first_chunk::<10>()?;
    let [y1, y2, y3, y4, separator, m1, m2, other, d1, d2] = *date;
    let is_alone = match rest {
        [] => true,
        [b' ' | b'T', time @ ..] => time.get(2) == Some(&b':') || time.is_empty(),
        _ => false,
    };
    if !is_alone || separator != other || !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2].map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let is_number = digits.iter().all(|digit| *digit <= 9);
    is_number.then(|| digits.iter().zip(PLACES).map(|(digit, place)| digit * place).sum())
}

/// Only zeros: how databases write that there is no date.
fn is_zero(text: &str) -> bool {
    text.starts_with('0') && text.chars().all(|character| matches!(character, '0' | '-' | '/' | '.' | ':' | ' '))
}

pub(super) fn written(text: &str, form: DateForm) -> Result<When, Wrong> {
    let tokens = |text: &str| Tokens::read(text, months::month).filter(|tokens| has_year(tokens, text));
    let day = |text: &str| from_tokens(&tokens(text)?, form).ok();
    if let Some(span) = span::read(text, &day) {
        return Ok(span);
    }
    // "2022-T1" is a quarter, no January before a time of day.
    let has_word = text.contains(char::is_alphabetic);
    if let Some(part) = has_word.then(|| part_of_year::read(text)).flatten() {
        return Ok(part);
    }
    let read = tokens(text).ok_or(Wrong::NotADate).and_then(|tokens| from_tokens(&tokens, form));
    let Err(wrong) = read else { return read.map(When::from) };
    // Marks of doubt and spans are written as EDTF whatever the order of other dates; years may stand alone.
    let other = text.parse::<When>().ok().or_else(|| months_span::read(text));
    let other = other.or_else(|| year::read(text).filter(|_| text.len() > 2));
    let other = other.or_else(|| era::day(text).map(When::from)).or_else(|| vague::read(text, &day));
    other.ok_or(wrong)
}

/// Whether the one number beside the name of a month is a year: in "Jan-20" it is, in "January 20" and "3 May" a day.
fn has_year(tokens: &Tokens, text: &str) -> bool {
    match (tokens.numbers(), tokens.month) {
        ([number], Some(_)) if number.digits <= 2 => {
            // "янв.22" too, but not "Jan. 20".
            let is_joined = || text.contains(['-', '/', '\'', '’']) || text.contains('.') && !text.contains(' ');
            number.digits == 2 && text.starts_with(char::is_alphabetic) && is_joined()
        }
        _ => true,
    }
}

/// A date from its numbers in the order of `form`.
fn from_tokens(tokens: &Tokens, form: DateForm) -> Result<PartialDate, Wrong> {
    let (year, month, day) = in_order(tokens, form).ok_or(Wrong::NotADate)?;
    let year = year::full_year(year.value, year.digits).ok_or(Wrong::NotADate)?;
    partial(year, month, day).ok_or(Wrong::NoSuchDay)
}

/// Year, month and day; `None` where the numbers cannot be a date in this order.
fn in_order(tokens: &Tokens, form: DateForm) -> Option<(&Number, i8, i8)> {
    let is_year = |number: &Number| number.digits >= 3 || number.value > 31;
    let small = |number: &Number| i8::try_from(number.value).ok();
    Some(match (tokens.numbers(), tokens.month) {
        ([first, second, third], _) if is_year(first) => (first, small(second)?, small(third)?),
        ([first, second, third], _) if form == DateForm::YearMonthDay => match is_year(third) && third.digits >= 3 {
            // An order other than the recipe's is taken only where it is the one that is possible.
            true if first.value > 12 => (third, small(second)?, small(first)?),
            true if second.value > 12 => (third, small(first)?, small(second)?),
            true => return None,
            false => (first, small(second)?, small(third)?),
        },
        ([first, second, third], _) if form == DateForm::DayMonthYear => (third, small(second)?, small(first)?),
        ([first, second, third], _) => (third, small(first)?, small(second)?),
        ([first, second], Some(month)) if is_year(first) => (first, month, small(second)?),
        ([first, second], Some(month)) if form == DateForm::YearMonthDay && !is_year(second) => {
            (first, month, small(second)?)
        }
        ([first, second], Some(month)) => (second, month, small(first)?),
        ([year], Some(month)) => (year, month, 0),
        ([first, second], None) if is_year(first) && !is_year(second) => (first, small(second)?, 0),
        ([first, second], None) if is_year(second) && !is_year(first) => (second, small(first)?, 0),
        ([year], None) if year.digits == 4 => (year, 0, 0),
        _ => return None,
    })
}

/// A date whose month or day may be 0, which is not known.
pub(super) fn partial(of_year: i16, month: i8, day: i8) -> Option<PartialDate> {
    if month == 0 {
        return year::year(of_year);
    }
    let mut date = PartialDate::day(Date::new(of_year, month, if day == 0 { 1 } else { day }).ok()?);
    if day == 0 {
        date.precision = Precision::Month;
    }
    Some(date)
}

/// `20200405`, `202004`, `2020`, `20200405123000`.
fn compact(text: &str) -> Result<When, Wrong> {
    let (year, month, day) = in_digits(text).ok_or(Wrong::NotADate)?;
    partial(year, month, day).map(When::from).ok_or(Wrong::NoSuchDay)
}

/// Year, month and day of a date without separators. Digits that are not there are 0 here, which is what a month or day
/// that is not known is.
fn in_digits(text: &str) -> Option<(i16, i8, i8)> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    let mut values = [0_u8; 14];
    let mut count = 0;
    for character in text.chars() {
        *values.get_mut(count)? = u8::try_from(super::digits::digit(character)?).ok()?;
        count += 1;
    }
    if !matches!(count, 4 | 6 | 8 | 12 | 14) {
        return None;
    }
    let number = |from: usize, to: usize| {
        values.get(from..to).map(|digits| digits.iter().fold(0, |n, digit| n * 10 + i16::from(*digit)))
    };
    let small = |from: usize, to: usize| number(from, to).and_then(|value| i8::try_from(value).ok());
    Some((number(0, 4)?, small(4, 6)?, small(6, 8)?))
}

fn number_of_day(text: &str) -> Result<When, Wrong> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !is_number {
        return Err(Wrong::NotADate);
    }
    serial::day(text).map(When::from).ok_or(Wrong::NoSuchDay)
}
