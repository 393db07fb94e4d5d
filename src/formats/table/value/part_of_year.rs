//! Quarters and weeks: `2020 Q1`, `T3 2019`, `1er trimestre 2020`, `I кв. 2020`, `2020-W05`, `2020 week 5`.

use super::date::Wrong;
use crate::model::{PartialDate, Precision, When};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

const QUARTERS: [&str; 13] = [
    "q",
    "qtr",
    "t",
    "trim",
    "quarter",
    "trimestre",
    "quartal",
    "kwartaal",
    "kvartal",
    "kwartał",
    "кв",
    "квартал",
    "trimestri",
];
const WEEKS: [&str; 8] = ["w", "wk", "week", "kw", "woche", "semaine", "semana", "settimana"];

/// What stands behind the number of a quarter: "1er trimestre", "2º", "3rd".
const ORDINALS: [&str; 17] =
    ["er", "re", "e", "eme", "ème", "º", "ª", "o", "a", "ro", "do", "to", "st", "nd", "rd", "th", "ter"];
/// What stands between a quarter and its year.
const OF: [&str; 7] = ["de", "del", "of", "von", "du", "di", "г"];
const ROMAN: [&str; 4] = ["i", "ii", "iii", "iv"];

/// The months of a quarter or the days of a week as a span; `None` for anything else.
pub(super) fn read(text: &str) -> Option<When> {
    let mut numbers: Vec<i16> = Vec::new();
    let (mut year, mut word) = (None, None);
    for part in parts(text) {
        let small = part.to_lowercase();
        let roman = || ROMAN.iter().zip(1..).find(|(known, _)| **known == small).map(|(_, number)| number);
        if part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()) {
            year.replace(part.parse().ok()?).is_none().then_some(())?;
        } else if part.starts_with(|c: char| c.is_ascii_digit()) {
            numbers.push(part.parse().ok().filter(|_| part.len() <= 2)?);
        } else if let Some(number) = roman() {
            numbers.push(number);
        } else if is_named(&small) {
            word.replace(small).is_none().then_some(())?;
        } else if !(OF.contains(&&*small) || !numbers.is_empty() && ORDINALS.contains(&&*small)) {
            return None;
        }
    }
    let [part] = *numbers else { return None };
    let (part, word, year) = (i8::try_from(part).ok()?, word?, year?);
    if WEEKS.contains(&&*word) { week(year, part) } else { quarter(year, part) }
}

/// Whether a word is one for a quarter or a week.
fn is_named(word: &str) -> bool {
    WEEKS.contains(&word) || QUARTERS.contains(&word)
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

/// A year and its quarter, whether or not a word stands between them: `2020-1`, `1/2020`.
pub(super) fn year_and_quarter(text: &str) -> Result<When, Wrong> {
    if let Some(when) = read(text) {
        return Ok(when);
    }
    let numbers: Vec<&str> = parts(text).collect();
    let [first, second] = *numbers else { return Err(Wrong::NotADate) };
    let is_year = |text: &str| text.len() == 4;
    let (year, number) = if is_year(first) { (first, second) } else { (second, first) };
    if !is_year(year) || is_year(number) {
        return Err(Wrong::NotADate);
    }
    let both = year.parse().ok().zip(number.parse().ok()).ok_or(Wrong::NotADate)?;
    quarter(both.0, both.1).ok_or(Wrong::NoSuchDay)
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
