//! Numbers and dates as tables write them, in their plainest forms.

use crate::formats::table::recipe::{DateForm, Numbers};
use crate::model::{PartialDate, Precision, When};
use jiff::civil::Date;

/// Why a text is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Something else, or a fraction.
    #[error("expected a whole number")]
    NotWhole,
    /// Below zero.
    #[error("expected a number that is not below zero")]
    Negative,
    /// Beyond 64 bits.
    #[error("expected at most 18,446,744,073,709,551,615")]
    TooLarge,
}

/// Why a text is no date of its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Something else.
    #[error("expected a date")]
    NotADate,
}

/// The whole number that a cell states; `None` where it says that it is not known.
pub fn number(text: &str, numbers: &Numbers) -> Result<Option<u64>, NumberError> {
    if text.is_empty() || numbers.unknown.iter().any(|word| word == text) {
        return Ok(None);
    }
    let mut sum: u64 = 0;
    let mut bytes = text.bytes();
    let mut digits = 0;
    for byte in bytes.by_ref() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                let next = sum.checked_mul(10).and_then(|sum| sum.checked_add(u64::from(byte - b'0')));
                sum = next.ok_or(NumberError::TooLarge)?;
            }
            b'-' if digits == 0 => return Err(NumberError::Negative),
            _ if char::from(byte) == numbers.decimal && digits > 0 => break,
            _ => return Err(NumberError::NotWhole),
        }
    }
    if digits > 0 && bytes.all(|byte| byte == b'0') { Ok(Some(sum)) } else { Err(NumberError::NotWhole) }
}

/// The date that a cell states; `None` for a blank one.
pub fn date(text: &str, form: DateForm) -> Result<Option<When>, DateError> {
    if text.is_empty() {
        return Ok(None);
    }
    let text = text.split_once(' ').map_or(text, |(day, _)| day);
    let numbers: Vec<i16> = text.split(['-', '/', '.']).filter_map(|part| part.parse().ok()).collect();
    let ordered = match (form, &*numbers) {
        (DateForm::DayMonthYear, [day, month, year]) | (DateForm::MonthDayYear, [month, day, year]) => {
            Some([*year, *month, *day])
        }
        (DateForm::YearMonthDay, [year, month, day]) => Some([*year, *month, *day]),
        (DateForm::Year, [year]) => {
            let mut when = PartialDate::day(Date::new(*year, 1, 1).map_err(|_| DateError::NotADate)?);
            when.precision = Precision::Year;
            return Ok(Some(when.into()));
        }
        _ => None,
    };
    let day = |[year, month, day]: [i16; 3]| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok().map(When::from)
    };
    let when = ordered.and_then(day).or_else(|| text.parse().ok());
    when.map(Some).ok_or(DateError::NotADate)
}
