//! Dates of the Buddhist era, as Thailand writes them: the days and months of everyone, and years that are 543 ahead.

use super::date::{Wrong, written};
use super::digits::digit;
use super::year;
use crate::formats::table::recipe::DateForm;
use crate::model::When;

const AHEAD: u32 = 543;

/// From 1857 to 2157: no toll of the common era is of these years.
const YEARS: std::ops::RangeInclusive<u32> = 2_400..=2_700;

/// A date with a year of the era. What begins with it goes on with month and day; else the day comes first.
pub(super) fn read(text: &str) -> Result<When, Wrong> {
    let (start, year) = found(text).ok_or(Wrong::NotADate)?;
    let before: String = text.chars().take(start).collect();
    let after: String = text.chars().skip(start + 4).collect();
    let common = format!("{before}{:04}{after}", year - AHEAD);
    let has_more = |part: &str| part.chars().any(|character| digit(character).is_some() || character.is_alphabetic());
    match (has_more(&before), has_more(&after)) {
        (false, false) => year::read(&common).ok_or(Wrong::NotADate),
        (false, true) => written(&common, DateForm::YearMonthDay),
        (true, _) => written(&common, DateForm::DayMonthYear),
    }
}

/// Whether a text has such a year.
pub(in crate::formats::table) fn has_buddhist_year(text: &str) -> bool {
    found(text).is_some()
}

/// The first four digits alone that are such a year, and at which character they begin.
fn found(text: &str) -> Option<(usize, u32)> {
    let digits: Vec<Option<u32>> = text.chars().map(digit).collect();
    let is_alone = |start: usize| {
        let is_digit = |at: Option<usize>| at.and_then(|at| digits.get(at)).is_some_and(Option::is_some);
        !is_digit(start.checked_sub(1)) && !is_digit(start.checked_add(4))
    };
    digits.windows(4).enumerate().filter(|(start, _)| is_alone(*start)).find_map(|(start, four)| {
        let year = four.iter().try_fold(0, |year, digit| Some(year * 10 + (*digit)?))?;
        YEARS.contains(&year).then_some((start, year))
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn years_are_543_ahead() {
        for (text, expected) in [
            ("14/01/2569", "2026-01-14"),
            ("2569-01-14", "2026-01-14"),
            ("2569/1", "2026-01"),
            ("29/02/2567", "2024-02-29"),
            ("14 Jan 2569", "2026-01-14"),
            ("๑๔/๐๑/๒๕๖๙", "2026-01-14"),
            ("2569", "2026"),
        ] {
            assert_eq!(read(text).unwrap().to_string(), expected, "{text}");
        }
        for text in ["14/01/2026", "12569", "29/02/2569", "soon", ""] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
