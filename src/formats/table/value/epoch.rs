//! Dates as databases and maps on the web keep them: seconds or milliseconds since the start of 1970, in UTC.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// From here on they are milliseconds: as seconds it would be the year 5138, as milliseconds it is March 1973.
const MILLISECONDS: u64 = 100_000_000_000;

/// The day on which a moment lies; `None` beyond the calendar, or where the text is no number.
pub(super) fn day(text: &str) -> Option<Date> {
    let whole = match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|byte| byte.is_ascii_digit()) => whole,
        Some(_) => return None,
        None => text,
    };
    let number: i64 = whole.parse().ok()?;
    let seconds = if number.unsigned_abs() >= MILLISECONDS { number.div_euclid(1_000) } else { number };
    Some(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn moments_are_days_in_utc() {
        for (text, expected) in [
            ("1768348800", "2026-01-14"),
            ("1768348799999", "2026-01-13"),
            ("1768348800000.0", "2026-01-14"),
            ("-86400", "1969-12-31"),
            ("-315619200000", "1960-01-01"),
        ] {
            assert_eq!(day(text).unwrap().to_string(), expected, "{text}");
        }
        for text in ["", "soon", "1.5e12", "99999999999999999", "99999999999999999999"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
