//! Dates decades away from all others of their table: 2204-03-15 among those of 2024 is a slip of the pen. What day it is today
//! says nothing, since a file must read the same on every day.

use super::Rows;
use crate::formats::Warning;
use crate::formats::table::recipe::{DateForm, Recipe};
use crate::formats::table::value::date;
use crate::formats::words::quoted;
use crate::model::Precision;
use jiff::civil::Date;

/// Among fewer dates none is far from the others.
const LEAST: usize = 6;
/// In years: so far is far.
const FAR: f64 = 20.0;
/// Dates without their days are years of history where they reach over more years than this.
const SHORT: f64 = 5.0;
/// More slips than this are none.
const MOST: usize = 3;

pub(super) fn find(table: &Rows, recipe: &Recipe) -> Vec<Warning> {
    let Some(rule) = &recipe.date else { return Vec::new() };
    let (name, form) = match (&rule.column, &rule.year) {
        (Some(column), _) => (column, rule.form.unwrap_or(DateForm::YearMonthDay)),
        (None, Some(year)) => (year, DateForm::Year),
        (None, None) => return Vec::new(),
    };
    let Some(cells) = table.column(name) else { return Vec::new() };
    let mut days: Vec<(Date, bool, usize)> = Vec::new();
    for (row, cell) in cells.iter().enumerate() {
        if let Ok(Some(when)) = date(cell, form) {
            days.push((when.first_day(), when.from.precision == Precision::Day, row));
        }
    }
    days.sort();
    let mut found = Vec::new();
    while let Some((index, years)) = far(&days).filter(|_| found.len() < MOST) {
        let (_, _, row) = days.remove(index);
        let cell = quoted(cells.get(row).copied().unwrap_or_default());
        let message = format!(
            "column {}: found {cell}, {years:.0} years from all other dates; it is counted as it is",
            quoted(name)
        );
        found.push(Warning { line: table.rows.get(row).map_or(0, |(line, _)| *line), message });
    }
    // Where several are far from the others, they are of another time.
    if far(&days).is_some() { Vec::new() } else { found }
}

/// The first or the last of dates in their order, where it is far from the others, and how many years.
fn far(days: &[(Date, bool, usize)]) -> Option<(usize, f64)> {
    let years = |from: usize, to: usize| {
        let (from, to) = (days.get(from)?.0, days.get(to)?.0);
        Some(f64::from((to - from).get_days()) / 365.25)
    };
    let last = days.len().checked_sub(1).filter(|last| *last >= LEAST)?;
    let is_far = |index: usize, gap: f64, rest: f64| {
        let is_day = days.get(index).is_some_and(|(_, is_day, _)| *is_day);
        gap >= FAR && gap >= rest * 2.0 && (is_day || rest <= SHORT)
    };
    let (first_gap, last_gap) = (years(0, 1)?, years(last - 1, last)?);
    let at_first = is_far(0, first_gap, years(1, last)?).then_some((0, first_gap));
    at_first.or(is_far(last, last_gap, years(0, last - 1)?).then_some((last, last_gap)))
}
