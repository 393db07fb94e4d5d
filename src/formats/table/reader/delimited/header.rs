//! Where the names of the columns stand: under titles and blank lines, with a row of HXL tags below or above, or nowhere.

use super::dialect::{self, HeadRow};
use super::kind::{Kind, is_sequence, kind};
use crate::formats::table::reader::titles::titles;
use crate::formats::table::reader::two_rows;
use std::collections::BTreeSet;

/// Names stand within the first rows, or nowhere.
const SEARCHED: usize = 50;

/// What stands above the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Header {
    /// The line of the names; 0 where there are none.
    pub(super) line: u64,
    /// The names as they are, one for each column.
    pub(super) names: Vec<String>,
    /// The tags as they are.
    pub(super) tags: Vec<String>,
    /// What stands alone in the rows above them.
    pub(super) titles: Vec<String>,
    /// The line of the first row of data, or a line before it with nothing behind the names.
    pub(super) first_line: u64,
}

/// Looks for the names; `line` is where they are asked to be, 0 for nowhere.
pub(super) fn find(rows: &[HeadRow], line: Option<u64>) -> Header {
    let width = used_width(rows);
    let searched = rows.get(..SEARCHED).unwrap_or(rows);
    let chosen = match line {
        Some(line) => rows.iter().position(|row| row.line == line),
        None => names_at(&searched.iter().collect::<Vec<_>>(), width).map(|at| at + usize::from(goes_on(rows, at))),
    };
    let tags = tags_at(searched).filter(|tags| chosen.is_none_or(|at| tags.abs_diff(at) <= 1));
    let names = if line == Some(0) { None } else { chosen.or(tags) };
    // Without names, data begins with the first row that is wide enough not to be a title.
    let first = match names.max(tags) {
        Some(last) => rows.get(last).map_or(1, |row| row.line + 1),
        None => searched.iter().find(|row| row.is_wide(width)).map_or(1, |row| row.line),
    };
    let above = rows.iter().take_while(|row| row.line < first).take(names.unwrap_or(0));
    let cells = |at: Option<usize>| at.and_then(|at| rows.get(at)).map(|row| row.cells.clone()).unwrap_or_default();
    Header {
        line: names.and_then(|at| rows.get(at)).map_or(0, |row| row.line),
        names: names.and_then(|at| with_groups(rows, at)).unwrap_or_else(|| cells(names)),
        tags: cells(tags),
        titles: titles(above.map(|row| &*row.cells)),
        first_line: first,
    }
}

/// Whether the names in row `at` go on in the next one.
fn goes_on(rows: &[HeadRow], at: usize) -> bool {
    match (rows.get(at), rows.get(at + 1), rows.get(at + 2)) {
        (Some(row), Some(next), Some(data)) => two_rows::goes_on(&row.cells, &next.cells, &data.cells),
        _ => false,
    }
}

/// The names in row `at` with those of the groups above them.
fn with_groups(rows: &[HeadRow], at: usize) -> Option<Vec<String>> {
    let above: Vec<&[String]> = rows.get(at.saturating_sub(2)..at)?.iter().map(|row| &*row.cells).collect();
    two_rows::with_groups(&above, &rows.get(at)?.cells)
}

/// Whether the rows have names above them.
pub(super) fn has_names(rows: &[&HeadRow]) -> bool {
    names_at(rows.get(..SEARCHED).unwrap_or(rows), used_width(rows.iter().copied())).is_some()
}

/// How many columns most rows fill: those at the end may be empty everywhere.
fn used_width<'r>(rows: impl IntoIterator<Item = &'r HeadRow>) -> usize {
    let used = |row: &HeadRow| row.cells.iter().rposition(|cell| !cell.is_empty()).map(|last| last + 1);
    dialect::width(rows.into_iter().filter_map(used))
}

/// The first row that is wide enough, unless it looks like those below it.
fn names_at(rows: &[&HeadRow], width: usize) -> Option<usize> {
    let is_candidate = |row: &&HeadRow| row.is_wide(width) && !row.is_tags();
    let at = rows.iter().position(is_candidate)?;
    let candidate = rows.get(at)?;
    let below: Vec<&&HeadRow> = rows.get(at + 1..)?.iter().filter(|row| row.count >= width && !row.is_tags()).collect();
    let (mut typed, mut same, mut sequence) = (0, 0, Vec::new());
    for (column, name) in candidate.cells.iter().enumerate() {
        let found = kind(name);
        let expected = usual(below.iter().filter_map(|row| row.cells.get(column)).map(|cell| kind(cell)));
        if found == Kind::Empty || expected == Kind::Empty || expected == Kind::Text {
            continue;
        }
        typed += 1;
        if found == expected {
            same += 1;
            sequence.push(name.as_str());
        }
    }
    if below.is_empty() {
        typed = candidate.cells.len();
        same = candidate.cells.iter().filter(|cell| matches!(kind(cell), Kind::Number | Kind::Date)).count();
    }
    let is_data = same * 2 > typed && !is_sequence(&sequence);
    (!is_data).then_some(at)
}

/// What nearly all cells of a column are; text if they differ.
fn usual(kinds: impl Iterator<Item = Kind>) -> Kind {
    let kinds: Vec<Kind> = kinds.filter(|kind| *kind != Kind::Empty).collect();
    let most = |wanted| kinds.iter().filter(|kind| **kind == wanted).count() * 10 >= kinds.len() * 7;
    match () {
        () if kinds.is_empty() => Kind::Empty,
        () if most(Kind::Number) => Kind::Number,
        () if most(Kind::Date) => Kind::Date,
        () => Kind::Text,
    }
}

fn tags_at(rows: &[HeadRow]) -> Option<usize> {
    rows.iter().position(HeadRow::is_tags)
}

impl HeadRow {
    /// Whether more than half of the columns have a cell that is not empty; half do where the first has none, since a
    /// column without a name often comes first.
    fn is_wide(&self, width: usize) -> bool {
        let filled = self.cells.iter().filter(|cell| !cell.is_empty()).count() * 2;
        filled > width || (filled == width && self.cells.first().is_some_and(String::is_empty))
    }

    /// Whether it is a row of HXL tags: `#date+start`, `#affected +killed`.
    fn is_tags(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty()).peekable();
        filled.peek().is_some() && filled.all(|cell| is_tag(cell))
    }
}

fn is_tag(cell: &str) -> bool {
    let Some(rest) = cell.strip_prefix('#') else { return false };
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '+' || c == ' ';
    rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.chars().all(is_allowed)
}

/// Names that are unique: unnamed columns by their place, doubled ones by their place among their like.
pub(super) fn unique(names: &[String], columns: usize) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut unique = Vec::with_capacity(columns);
    for index in 0..columns {
        let name = names.get(index).map(String::as_str).unwrap_or_default();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() { format!("column {}", index + 1) } else { name };
        let mut chosen = name.clone();
        let mut times = 1;
        while !taken.insert(chosen.clone()) {
            times += 1;
            chosen = format!("{name} ({times})");
        }
        unique.push(chosen);
    }
    unique
}
