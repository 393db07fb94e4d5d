//! Dates as spreadsheets keep them: days since the end of 1899, with the hours as a fraction.

use jiff::ToSpan;
use jiff::civil::Date;

/// The day after which spreadsheets count. The first of them took 1900 for a leap year, and all others followed: before
/// its 1 March, which is day 61, they are one day ahead of the calendar.
const START: Date = Date::constant(1899, 12, 30);
/// 29 February 1900, which never was.
const NO_DAY: i64 = 60;
/// 31 December 9999.
const LAST: i64 = 2_958_465;

/// The day with a number; `None` beyond the calendar.
pub(super) fn day(text: &str) -> Option<Date> {
    let whole = text
        .split_once('.')
        .map_or(text, |(whole, fraction)| if fraction.bytes().all(|byte| byte.is_ascii_digit()) { whole } else { "" });
    let number: i64 = whole.parse().ok()?;
    if !(1..=LAST).contains(&number) || number == NO_DAY {
        return None;
    }
    START.checked_add((number + i64::from(number < NO_DAY)).days()).ok()
}
