//! Whole numbers as tables write them: with separators, in other scripts, with a fraction of nothing.

use super::digits::{digit, is_minus};
use super::{is_unknown, trimmed};
use crate::formats::quoted;
use crate::formats::table::recipe::Numbers;

/// Why a cell is no number of people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// No number at all.
    #[error("found {}, expected a whole number", quoted(.0))]
    NotANumber(String),
    /// A number with a fraction.
    #[error("found {}, expected a whole number", quoted(.0))]
    Fraction(String),
    /// A number below zero.
    #[error("found {}, expected a whole number, not one below 0", quoted(.0))]
    Negative(String),
    /// A number that is larger than the largest of 64 bits.
    #[error("found {}, expected a whole number of at most 18,446,744,073,709,551,615", quoted(.0))]
    TooLarge(String),
    /// A range whose end is below its start.
    #[error("found {}, expected a range that ends above its start", quoted(.0))]
    Backwards(String),
}

/// What a text that is written as a number means.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Read {
    Whole(u64),
    Fraction { rounded: u64, value: f64 },
    Negative,
    TooLarge,
}

/// The whole number in a cell; `None` where it is blank or says that it is not known.
pub fn number(text: &str, numbers: &Numbers) -> Result<Option<u64>, NumberError> {
    let text = trimmed(text);
    if let Some(number) = plain(text, numbers) {
        return Ok(Some(number));
    }
    if is_unknown(text, &numbers.unknown) {
        return Ok(None);
    }
    let scale = numbers.scale.people();
    let scaled = |whole: u64| whole.checked_mul(scale).map(Some).ok_or_else(|| NumberError::TooLarge(text.to_owned()));
    if let Some(number) = short(text) {
        return scaled(number);
    }
    match read(text, numbers.decimal) {
        Some(Read::Whole(whole)) => scaled(whole),
        Some(Read::Fraction { value, .. }) if scale > 1 => Ok(Some(people(value * scale as f64))),
        Some(Read::Fraction { rounded, .. }) if numbers.round => Ok(Some(rounded)),
        Some(Read::Fraction { .. }) => Err(NumberError::Fraction(text.to_owned())),
        Some(Read::Negative) => Err(NumberError::Negative(text.to_owned())),
        Some(Read::TooLarge) => Err(NumberError::TooLarge(text.to_owned())),
        None => Err(NumberError::NotANumber(text.to_owned())),
    }
}

/// As many people as a number in thousands means.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is not below 0, and what is too large stays so"
)]
fn people(value: f64) -> u64 {
    value.round() as u64
}

/// The value of a cell that holds a number with or without a fraction; for telling rates and coordinates from counts.
#[must_use]
pub fn fraction(text: &str, numbers: &Numbers) -> Option<f64> {
    let text = trimmed(text);
    let (text, is_negative) = match text.strip_prefix(is_minus) {
        Some(negative) => (trimmed(negative), true),
        None => (text, false),
    };
    let value = match read(text, numbers.decimal)? {
        Read::Whole(whole) => whole as f64,
        Read::Fraction { value, .. } => value,
        Read::Negative | Read::TooLarge => return None,
    };
    Some(if is_negative { -value } else { value })
}

/// A number of a few digits alone, where that can mean nothing else: a table's own word for "not known" may be a number,
/// such as 99.
#[inline]
pub(in crate::formats::table) fn plain(text: &str, numbers: &Numbers) -> Option<u64> {
    if numbers.unknown.is_empty() && numbers.scale.people() == 1 { short(text) } else { None }
}

/// Up to 19 digits, as nearly all numbers are written: they always fit.
#[inline]
fn short(text: &str) -> Option<u64> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > 19 {
        return None;
    }
    bytes.iter().try_fold(0_u64, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u64::from(byte - b'0')))
}

fn is_separator(character: char, decimal: char) -> bool {
    match character {
        ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}' | '\'' | '’' | '_' | '٬' => true,
        ',' | '.' => character != decimal,
        _ => false,
    }
}

/// The digits of a number as they are read, without point and separators.
#[derive(Default)]
struct Digits {
    value: u128,
    /// Digits after the point.
    scale: u32,
    /// Whether a digit other than 0 was dropped after the point since no more fit.
    dropped: bool,
}

impl Digits {
    fn push(&mut self, digit: u32, after_point: bool) -> Option<()> {
        match self.value.checked_mul(10).and_then(|value| value.checked_add(digit.into())) {
            Some(value) => {
                self.value = value;
                self.scale += u32::from(after_point);
            }
            None if after_point => self.dropped |= digit > 0,
            None => return None,
        }
        Some(())
    }

    fn read(&self, exponent: i32) -> Read {
        if self.value == 0 && !self.dropped {
            return Read::Whole(0);
        }
        let shift = exponent.saturating_sub_unsigned(self.scale);
        let power = 10_u128.checked_pow(shift.unsigned_abs());
        if shift >= 0 && !self.dropped {
            let value = power.and_then(|power| self.value.checked_mul(power));
            return value.and_then(|value| u64::try_from(value).ok()).map_or(Read::TooLarge, Read::Whole);
        }
        let Some(power) = power else { return Read::Fraction { rounded: 0, value: 0.0 } };
        let whole = |value: u128| u64::try_from(value).ok();
        if self.value.is_multiple_of(power) && !self.dropped {
            return whole(self.value / power).map_or(Read::TooLarge, Read::Whole);
        }
        let value = self.value as f64 / power as f64;
        let is_half = self.value % power >= power - power / 2;
        whole(self.value / power + u128::from(is_half))
            .map_or(Read::TooLarge, |rounded| Read::Fraction { rounded, value })
    }
}

/// Reads a number; `None` where the text is none.
fn read(text: &str, decimal: char) -> Option<Read> {
    let text = text.strip_prefix('+').unwrap_or(text);
    match text.strip_prefix(is_minus) {
        Some(negative) => Some(match unsigned(negative, decimal)? {
            Read::Whole(0) => Read::Whole(0),
            _ => Read::Negative,
        }),
        None => unsigned(text, decimal),
    }
}

/// Reads a number without a sign. Groups between separators have three digits, in India also two.
fn unsigned(text: &str, decimal: char) -> Option<Read> {
    let mut digits = Digits::default();
    let (mut seen, mut group, mut separator) = (0_u32, 0_u32, None);
    let mut after_point = false;
    let mut characters = text.chars();
    let mut exponent = 0;
    let mut fits = true;
    while let Some(character) = characters.next() {
        if let Some(digit) = digit(character) {
            fits &= digits.push(digit, after_point).is_some();
            seen += 1;
            group += u32::from(!after_point);
        } else if (character == decimal || character == '٫') && !after_point {
            after_point = true;
        } else if matches!(character, 'e' | 'E') && seen > 0 {
            exponent = characters.as_str().parse().ok()?;
            break;
        } else if !after_point && is_separator(character, decimal) {
            let first = separator.is_none();
            let is_group = if first { (1..=3).contains(&group) } else { (2..=3).contains(&group) };
            if !is_group || separator.is_some_and(|separator| separator != character) {
                return None;
            }
            separator = Some(character);
            group = 0;
        } else {
            return None;
        }
    }
    if seen == 0 || separator.is_some() && group != 3 {
        return None;
    }
    Some(if fits { digits.read(exponent) } else { Read::TooLarge })
}
