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
    let is_year =
        |cell: &&String| cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20")) && is_number(cell);
    cell(cells, 0).is_empty() && cells.iter().filter(|cell| !cell.is_empty()).all(|cell| is_year(&cell))
}

/// Whether the names of `row` go on in the `next` one, under those that reach over several columns.
pub(super) fn goes_on(row: &[String], next: &[String], data: &[String]) -> bool {
    let fills = (1..next.len()).any(|place| cell(row, place).is_empty() && !cell(next, place).is_empty());
    let are_words = next.iter().all(|cell| !is_number(cell) && !cell.starts_with('#')) || are_years(next);
    let is_above_numbers = (0..next.len()).any(|place| !cell(next, place).is_empty() && is_number(cell(data, place)));
    fills && are_words && filled(next) >= 2 && is_above_numbers && filled(next) < filled(data)
}

/// The names of `groups` before those of `row`, where these alone would be doubled or missing. A name that reaches over both
/// rows stands in the upper one. `None` where the upper row holds no groups.
pub(super) fn joined(groups: &[String], row: &[String]) -> Option<Vec<String>> {
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
