//! Dates of calendars that are not read: as they stand they would be of days that are still far ahead.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::dates::Dates;
use crate::formats::table::recipe::{DateForm, DateRule};
use crate::formats::table::value::digit;

/// The years of Bikram Sambat in which tolls were counted, as Nepal writes them: 56 or 57 ahead of the common ones.
const YEARS: std::ops::RangeInclusive<u32> = 2_050..=2_100;
/// Fewer dates may be slips of the pen.
const LEAST: usize = 2;

/// Takes no dates from a column all of whose days are of such years.
pub(super) fn leave_out(look: &Look, found: &mut Dates) {
    let is_ahead = |seen: &&Seen| seen.values.len() >= LEAST && seen.values.keys().all(|cell| is_ahead(cell));
    let Some(column) = look.columns.iter().find(is_ahead) else { return };
    if found.rule.is_some() && !found.uses(column.name) {
        return;
    }
    let rule = found.rule.take().unwrap_or_else(|| DateRule {
        column: Some(column.name.to_owned()),
        form: Some(DateForm::YearMonthDay),
        ..DateRule::default()
    });
    let reason = format!("\"{}\" holds dates of Bikram Sambat or another calendar, which is not read", column.name);
    *found =
        Dates { unread: Some(rule), days: vec![None; found.days.len()], reasons: vec![reason], ..Dates::default() };
}

/// Whether a cell is a day of such a year, whose months have up to 32 days.
fn is_ahead(cell: &str) -> bool {
    let parts = cell.split(['-', '/', '.']);
    let number = |part: &str| {
        let digits = part.chars().map(digit);
        digits.into_iter().try_fold(0_u32, |value, digit| value.checked_mul(10)?.checked_add(digit?))
    };
    let numbers: Option<Vec<u32>> = parts.map(number).collect();
    matches!(numbers.as_deref(), Some([year, 1..=12, 1..=32]) if YEARS.contains(year))
}

/// In which calendar they are written.
pub(super) fn ask(rule: &DateRule) -> Ask {
    let name = rule.column.as_deref().unwrap_or_default();
    let question = format!(
        "Of which calendar are the dates in \"{name}\"? Their years are still to come, and Bikram Sambat is not read."
    );
    let rule = rule.clone();
    Ask::new(question, "Of another one: without dates")
        .weighing(8)
        .or("Of the common one", move |recipe| recipe.date = Some(rule.clone()))
}
