//! Years: alone, before the common era, as spans.

use super::digits::{digit, is_minus};
use super::era;
use super::marks::without_mark;
use crate::model::{PartialDate, Precision, When};
use jiff::civil::Date;

/// A year as a date.
pub(super) fn year(year: i16) -> Option<PartialDate> {
    let mut date = PartialDate::day(Date::new(year, 1, 1).ok()?);
    date.precision = Precision::Year;
    Some(date)
}

/// The year that two digits mean: those up to 39 are of this century, the others of the last. One digit is a day.
pub(super) fn full_year(value: u32, digits: u32) -> Option<i16> {
    let value = i16::try_from(value).ok()?;
    Some(match digits {
        1 => return None,
        2 if value < 40 => 2000 + value,
        2 => 1900 + value,
        _ => value,
    })
}

/// `2020`, `2020.0`, `-43`, `44 BCE`, `c. 1200`, `1914–1918`.
pub(super) fn read(text: &str) -> Option<When> {
    let text = without_mark(text).unwrap_or_else(|| without_flag(text));
    if let Some(year) = single(text).or_else(|| running(text)).or_else(|| era::of_year(text)) {
        return Some(year.into());
    }
    let (from, to) = text.get(1..)?.char_indices().find_map(|(at, character)| {
        let at = at + 1;
        matches!(character, '-' | '–' | '—' | '/').then(|| (text.get(..at), text.get(at + character.len_utf8()..)))
    })?;
    let (from, to) = (single(from?.trim())?, single(to?.trim())?);
    (from.first_day() < to.first_day()).then_some(When { from, to: Some(to) })
}

/// Whether a text is a year that runs into the next one.
pub(in crate::formats::table) fn is_running(text: &str) -> bool {
    running(without_flag(text)).is_some()
}

/// "2022p", "2021/22r", "2023 (provisional)": provisional and revised.
fn without_flag(text: &str) -> &str {
    const FLAGS: [&str; 5] = ["prov", "prel", "rev", "vorl", "предв"];
    if let Some((year, flag)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && FLAGS.iter().any(|known| flag.to_lowercase().starts_with(known))
    {
        return year.trim_end();
    }
    text.strip_suffix(['p', 'r']).filter(|year| year.ends_with(|c: char| digit(c).is_some())).unwrap_or(text)
}

/// `2008/09`: a year that runs into the next one is about the first.
fn running(text: &str) -> Option<PartialDate> {
    let (first, next) = text.split_once(['/', '-', '–'])?;
    let is_plain = |text: &str, digits: usize| text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain(first, 4) || !is_plain(next, 2) {
        return None;
    }
    let (of_year, next) = (first.parse::<i16>().ok()?, next.parse::<i16>().ok()?);
    let mut date = year(of_year).filter(|_| (of_year + 1) % 100 == next)?;
    date.approximate = true;
    Some(date)
}

fn single(text: &str) -> Option<PartialDate> {
    let (text, approximate) = match ["c.", "ca.", "circa", "~"].iter().find_map(|circa| text.strip_prefix(circa)) {
        Some(rest) => (rest.trim(), true),
        None => (text, false),
    };
    let (number, is_before) = before(text);
    let (digits, is_negative) = match number.strip_prefix(is_minus) {
        Some(digits) => (digits, true),
        None => (number, false),
    };
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let value = number_of(digits)?;
    // There is no year 0 before the common era: 1 BCE is the year 0 of astronomers.
    let value = if is_before { 1 - value } else { value };
    let mut date = year(if is_negative { -value } else { value })?;
    date.approximate = approximate;
    Some(date)
}

/// A number of digits alone.
fn number_of(digits: &str) -> Option<i16> {
    if digits.is_empty() {
        return None;
    }
    let add = |value: i16, character| value.checked_mul(10)?.checked_add(i16::try_from(digit(character)?).ok()?);
    digits.chars().try_fold(0_i16, add)
}

/// The number of a year without the name of its era, and whether that is the one before ours.
fn before(text: &str) -> (&str, bool) {
    let eras =
        [("BCE", true), ("BC", true), ("B.C.", true), ("a.C.", true), ("v.Chr.", true), ("CE", false), ("AD", false)];
    for (era, is_before) in eras {
        if let Some(at) = text.len().checked_sub(era.len()).filter(|at| text.is_char_boundary(*at)) {
            let (number, end) = text.split_at(at);
            if end.eq_ignore_ascii_case(era) {
                return (number.trim_end(), is_before);
            }
        }
    }
    (text, false)
}
