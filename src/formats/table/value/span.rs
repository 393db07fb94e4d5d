//! Spans of days in one cell: "1–3 July 1863", "24 February 2022 - 10 March 2022", "Jan 5-7, 2021".

use super::digits::{digit, has_digit};
use crate::model::{PartialDate, Precision, When};

/// What stands between the first and the last day.
const BETWEEN: [&str; 8] = ["–", "—", " - ", " to ", " until ", " bis ", " al ", "-"];

/// A span whose ends `day` can read.
pub(super) fn read(text: &str, day: &dyn Fn(&str) -> Option<PartialDate>) -> Option<When> {
    let day = |text: &str| day(text).filter(|date| date.precision == Precision::Day);
    let (first, last) = BETWEEN.iter().find_map(|between| parted(text, between))?;
    let (from, to) = if let Some(to) = day(last) {
        (day(first).or_else(|| completed(first, last, to, &day))?, to)
    } else {
        // "Jan 5-7, 2021": the month stands with the first day only.
        let at = first.find(|c: char| digit(c).is_some()).filter(|at| *at > 0)?;
        let to = day(&format!("{} {last}", first.get(..at)?))?;
        (day(&format!("{first} {}", to.first_day().year()))?, to)
    };
    (from.first_day() < to.first_day()).then_some(When { from, to: Some(to) })
}

/// Both sides of the only place where `between` stands; a bare hyphen is a span's only beside the name of a month.
fn parted<'t>(text: &'t str, between: &str) -> Option<(&'t str, &'t str)> {
    let (first, last) = text.split_once(between)?;
    let is_span = !last.contains(between) && (between != "-" || text.contains(char::is_alphabetic));
    (is_span && has_digit(first) && has_digit(last)).then(|| (first.trim(), last.trim()))
}

/// The first day of which the last one says the month or the year.
fn completed(
    first: &str,
    last: &str,
    to: PartialDate,
    day: &dyn Fn(&str) -> Option<PartialDate>,
) -> Option<PartialDate> {
    if first.len() <= 2 && first.chars().all(|c| digit(c).is_some()) {
        let at = last.find(|c: char| digit(c).is_none())?;
        // "3 July 1863" with another day before its month.
        return day(&format!("{first} {}", last.get(at..)?));
    }
    first.contains(char::is_alphabetic).then(|| day(&format!("{first} {}", to.first_day().year())))?
}
