//! Quarters and weeks: `2020 Q1`, `T3 2019`, `2020-W05`, `2020 week 5`.

use super::date::Wrong;
use crate::model::{PartialDate, Precision, When};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

const QUARTERS: [&str; 6] = ["q", "t", "quarter", "trimestre", "quartal", "kwartaal"];
const WEEKS: [&str; 8] = ["w", "wk", "week", "kw", "woche", "semaine", "semana", "settimana"];

/// The months of a quarter or the days of a week as a span; `None` for anything else.
pub(super) fn read(text: &str) -> Option<When> {
    let mut numbers: Vec<&str> = Vec::new();
    let mut word = None;
    let mut is_behind_word = [false; 2];
    for part in parts(text) {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            *is_behind_word.get_mut(numbers.len())? = word.is_some();
            numbers.push(part);
        } else if word.replace(part.to_lowercase()).is_some() {
            return None;
        }
    }
    let [first, second] = *numbers else { return None };
    // The number behind the word is the quarter or the week, the other one the year.
    let (part, year) = if is_behind_word == [true; 2] { (first, second) } else { (second, first) };
    if !is_behind_word.contains(&true) || year.len() != 4 {
        return None;
    }
    let (part, year) = (part.parse().ok()?, year.parse().ok()?);
    match word?.as_str() {
        word if WEEKS.contains(&word) => week(year, part),
        word if QUARTERS.contains(&word) => quarter(year, part),
        _ => None,
    }
}

/// The words and the numbers of a text.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches([' ', '-', '/', '_', '.']);
        let is_digit = rest.chars().next()?.is_ascii_digit();
        let is_other = |c: char| c.is_ascii_digit() != is_digit || matches!(c, ' ' | '-' | '/' | '_' | '.');
        let (part, behind) = rest.split_at(rest.find(is_other).unwrap_or(rest.len()));
        rest = behind;
        Some(part)
    })
}

/// A year and its week, whether or not a word stands between them: `2020-05`, `202005`.
pub(super) fn year_and_week(text: &str) -> Result<When, Wrong> {
    if let Some(when) = read(text) {
        return Ok(when);
    }
    let (year, rest) = text.split_at_checked(4).ok_or(Wrong::NotADate)?;
    let digits = rest.strip_prefix(['-', '/', '_', ' ', '.']).unwrap_or(rest);
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(year) || !are_digits(digits) || digits.len() > 2 {
        return Err(Wrong::NotADate);
    }
    let both = (year.parse().ok()).zip(digits.parse().ok());
    both.and_then(|(year, number)| week(year, number)).ok_or(Wrong::NoSuchDay)
}

/// The days of a week of ISO 8601, from Monday.
pub(super) fn week(year: i16, number: i8) -> Option<When> {
    let monday = ISOWeekDate::new(year, number, Weekday::Monday).ok()?.date();
    let sunday = monday.checked_add(6.days()).ok()?;
    Some(When { from: PartialDate::day(monday), to: Some(PartialDate::day(sunday)) })
}

fn quarter(year: i16, number: i8) -> Option<When> {
    (1..=4).contains(&number).then_some(())?;
    let month = |month: i8| -> Option<PartialDate> {
        let mut date = PartialDate::day(Date::new(year, month, 1).ok()?);
        date.precision = Precision::Month;
        Some(date)
    };
    Some(When { from: month(number * 3 - 2)?, to: Some(month(number * 3)?) })
}
