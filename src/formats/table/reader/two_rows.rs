//! Names of columns in two rows: groups above, which reach over several columns, and under them what each column is.

use std::collections::BTreeSet;

fn cell(cells: &[String], place: usize) -> &str {
    cells.get(place).map_or("", String::as_str)
}

fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.is_empty()).count()
}

fn is_number(cell: &str) -> bool {
    cell.replace([',', ' '], "").parse::<f64>().is_ok()
}

/// Whether a row has years and nothing else, and none in its first cell.
pub(super) fn are_years(cells: &[String]) -> bool {
    cell(cells, 0).is_empty() && cells.iter().filter(|cell| !cell.is_empty()).all(|cell| is_year(cell))
}

/// Whether a row has years and words about them, and nothing in its first cell: "2020, 2021, % change".
pub(super) fn are_of_years(cells: &[String]) -> bool {
    let has_years = cells.iter().filter(|cell| is_year(cell)).count() >= 2;
    cell(cells, 0).is_empty() && has_years && cells.iter().all(|cell| is_year(cell) || !is_number(cell))
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20")) && is_number(cell)
}

/// Whether the names of `row` go on in the `next` one, under those that reach over several columns.
pub(super) fn goes_on(row: &[String], next: &[String], data: &[String]) -> bool {
    let fills = (1..next.len()).any(|place| cell(row, place).is_empty() && !cell(next, place).is_empty());
    let are_words =
        next.iter().all(|cell| !is_number(cell) && !cell.starts_with('#')) || are_years(next) || are_of_years(next);
    let is_above_numbers = (0..next.len()).any(|place| !cell(next, place).is_empty() && is_number(cell(data, place)));
    fills && are_words && filled(next) >= 2 && is_above_numbers && filled(next) < filled(data)
}

/// The names in the last of several rows, with those of the groups in the rows above it, of which each may hold the next.
pub(super) fn with_groups(above: &[&[String]], row: &[String]) -> Option<Vec<String>> {
    let mut rows = above.iter().rev();
    let mut names = joined(rows.next()?, row)?;
    for groups in rows {
        let distinct: BTreeSet<&String> = names.iter().collect();
        let is_doubled = distinct.len() < names.len();
        match joined(groups, &names).filter(|_| is_doubled) {
            Some(held) => names = held,
            None => break,
        }
    }
    Some(names)
}

/// The names of `groups` before those of `row`, where these alone would be doubled or missing. A name that reaches over both
/// rows stands in the upper one. `None` where the upper row holds no groups.
fn joined(groups: &[String], row: &[String]) -> Option<Vec<String>> {
    let distinct: BTreeSet<&String> = row.iter().collect();
    let is_doubled = distinct.len() < row.len();
    let reaches_down = |place: usize| cell(row, place).is_empty() && !cell(groups, place).is_empty();
    let reaches_on = |place: usize| !cell(row, place).is_empty() && cell(groups, place).is_empty();
    let is_merged = (0..groups.len()).any(reaches_down) && (1..row.len()).any(reaches_on);
    if filled(groups) < 2 || !(is_doubled || is_merged) {
        return None;
    }
    let mut group = "";
    let name = |place: usize| {
        if !cell(groups, place).is_empty() {
            group = cell(groups, place);
        }
        if reaches_down(place) {
            return std::mem::take(&mut group).to_owned();
        }
        format!("{group} {}", cell(row, place)).trim().to_owned()
    };
    Some((0..row.len().max(groups.len())).map(name).collect())
}
