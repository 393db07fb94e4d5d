//! Where a sheet's columns get their names: titles, blank rows and merged group names may stand above them.

use crate::formats::table::Column;
use crate::formats::table::reader::titles::titles;
use crate::formats::table::reader::two_rows;
use crate::formats::table::value::iso_digits;
use std::collections::HashMap;

/// A row of a sheet: its number from 1, and its cells up to the last that is not empty.
pub(in super::super) struct SheetRow {
    pub(in super::super) line: u64,
    /// How many characters of white space stand before the first cell's text.
    pub(in super::super) indent: usize,
    pub(in super::super) cells: Vec<String>,
}

impl SheetRow {
    pub(super) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// How long its texts are in bytes, with one for each cell.
    pub(super) fn size(&self) -> usize {
        self.cells.iter().map(|cell| cell.len() + 1).sum()
    }
}

/// The names of the columns and where the rows begin.
pub(super) struct Header {
    /// The row of the names, from 1; 0 where there is none.
    pub(super) line: u64,
    /// The columns' names by their place; empty where there is no name.
    pub(super) names: Vec<String>,
    /// Their HXL tags by their place.
    pub(super) tags: Vec<String>,
    /// What stands alone in the rows above them.
    pub(super) titles: Vec<String>,
    /// How many of the first rows are above the data.
    pub(super) above: usize,
}

/// Finds the header among the first rows that are not blank; `wanted` is the row that the user names.
pub(super) fn find(rows: &[SheetRow], wanted: Option<u64>) -> Header {
    let index = match wanted {
        Some(line) => rows.iter().position(|row| row.line >= line),
        None => guess(rows),
    };
    let Some((index, row)) = index.and_then(|index| Some((index, rows.get(index)?))) else {
        return Header { line: 0, names: Vec::new(), tags: Vec::new(), titles: Vec::new(), above: 0 };
    };
    let groups = rows.get(index.saturating_sub(2)..index).unwrap_or_default();
    let stands_on = |(place, groups): &(usize, &SheetRow)| groups.line + (index - place) as u64 == row.line;
    let first = index.saturating_sub(2);
    let groups: Vec<&[String]> = (first..).zip(groups).filter(stands_on).map(|(_, groups)| &*groups.cells).collect();
    let names = two_rows::with_groups(&groups, &row.cells).unwrap_or_else(|| row.cells.clone());
    let names: Vec<String> = names.iter().map(|name| one_line(name)).collect();
    let mut above = index + 1;
    let mut tags = Vec::new();
    if let Some(below) = rows.get(above).filter(|row| is_tags(row)) {
        tags.clone_from(&below.cells);
        above += 1;
    }
    let titles = titles(rows.iter().take(index).map(|row| &*row.cells));
    Header { line: row.line, names, tags, titles, above }
}

/// The first row that fills most of the width, with words; `None` where numbers begin at once.
fn guess(rows: &[SheetRow]) -> Option<usize> {
    let mut widths: Vec<usize> = rows.iter().map(SheetRow::filled).collect();
    widths.sort_unstable();
    // What most rows fill; titles and notes are few.
    let usual = widths.get(widths.len() * 2 / 3).copied().unwrap_or(0);
    let wide = |row: &SheetRow| row.filled() * 10 >= usual * 6 && row.filled() >= usual.min(2);
    let index = rows.iter().position(wide)?;
    let row = rows.get(index)?;
    // Years under the names of what they are of.
    let groups = index.checked_sub(1).and_then(|above| rows.get(above)).filter(|above| above.line + 1 == row.line);
    if (two_rows::are_years(&row.cells) || two_rows::are_of_years(&row.cells))
        && groups.is_some_and(|above| above.filled() >= 2)
    {
        return Some(index);
    }
    let words = row.cells.iter().filter(|cell| !cell.is_empty() && !is_number(cell)).count();
    // Years and dates as columns are numbers too: then the first cell is a word.
    let begins_with_word = row.cells.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| !is_number(cell));
    let is_header =
        words * 2 > row.filled() || begins_with_word && rows.get(index + 1).is_some_and(|next| is_list(row, next));
    let goes_on = match (rows.get(index + 1), rows.get(index + 2)) {
        (Some(next), Some(data)) => {
            next.line == row.line + 1 && two_rows::goes_on(&row.cells, &next.cells, &data.cells)
        }
        _ => false,
    };
    // Under the numbers of weeks their days are the better names.
    let has_days = rows.get(index + 1).is_some_and(|next| is_list(row, next) && are_days(next));
    is_header.then(|| index + usize::from(goes_on || has_days))
}

/// Whether numbers of a row are names of the columns: they differ, and grow evenly, as years do.
fn is_list(row: &SheetRow, next: &SheetRow) -> bool {
    let numbers: Vec<f64> = row.cells.iter().skip(1).filter_map(|cell| cell.parse().ok()).collect();
    let grows = numbers.windows(2).all(|pair| matches!(pair, [a, b] if b > a && b - a <= 10.0));
    numbers.len() >= 2 && grows && next.filled() > 1
}

/// Whether most cells of a row are days.
fn are_days(row: &SheetRow) -> bool {
    row.cells.iter().filter(|cell| iso_digits(cell).is_some()).count() * 2 > row.filled()
}

fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok()
}

/// Whether these are HXL tags.
fn is_tags(row: &SheetRow) -> bool {
    let tags = row.cells.iter().filter(|cell| cell.starts_with('#') && cell.len() > 1).count();
    tags > 0 && tags * 2 >= row.filled()
}

fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Columns with names of their own: those without one are called by their place, doubled ones by their place among their
/// like.
pub(in crate::formats::table::reader) fn named(names: impl Iterator<Item = (String, Option<String>)>) -> Vec<Column> {
    let mut times: HashMap<String, usize> = HashMap::new();
    let mut columns = Vec::new();
    for (place, (name, tag)) in names.enumerate() {
        let name = if name.is_empty() { format!("column {}", place + 1) } else { name };
        let time = times.entry(name.clone()).or_default();
        *time += 1;
        let name = if *time > 1 { format!("{name} ({time})") } else { name };
        columns.push(Column { name, tag });
    }
    columns
}
