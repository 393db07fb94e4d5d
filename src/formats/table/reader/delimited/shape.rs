//! What is known of a table once it is opened, as far as its rows are checked against it.

use super::cell;
use super::cut::CUT_ROW;
use super::quoting::Dialect;
use super::rows::{RawRow, Wanted, each_row};
use crate::formats::quoted;
use crate::formats::table::reader::footnote;
use std::ops::ControlFlow;

/// No table that people have is wider.
pub(super) const MOST_COLUMNS: usize = 100_000;

/// The shape of a table's rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shape {
    pub(super) dialect: Dialect,
    /// The line of the first row, after titles, names and tags.
    pub(super) first_line: u64,
    /// How many columns there are.
    pub(super) columns: usize,
    /// How many cells a row must have: up to the last column that is never empty.
    pub(super) least: usize,
    /// How many cells the shortest row has that was seen; fewer at the end of the file are a cut row.
    pub(super) shortest: usize,
}

impl Shape {
    /// Whether a row has the right number of cells; the error says what is wrong. Missing cells at the end are empty
    /// where such columns often are, and empty ones too many do no harm.
    #[inline]
    pub(super) fn check(&self, row: &RawRow) -> Result<(), String> {
        if row.count == self.columns { Ok(()) } else { odd_count(row, self) }
    }

    /// Whether a row of `count` cells can be one of this table.
    pub(super) fn fits(&self, count: usize) -> bool {
        (self.least..=self.columns).contains(&count)
    }

    /// Whether a row is a note under the rows: one cell, or a sentence whose commas are no separators.
    #[inline]
    pub(super) fn is_note(&self, row: &RawRow) -> bool {
        let text = row.bytes.strip_prefix(&[self.dialect.quote]).unwrap_or(row.bytes);
        footnote::may_begin(text) && self.holds_note(row)
    }

    #[cold]
    fn holds_note(&self, row: &RawRow) -> bool {
        let mut is_note = false;
        each_row(row.bytes, self.dialect, &Wanted::All, 1, &mut |whole| {
            let raw = |cell: &(usize, usize)| whole.bytes.get(cell.0..cell.1).unwrap_or_default();
            let mut cells = whole.cells.iter().map(raw);
            is_note = cells.next().is_some_and(|cell| {
                let is_alone = whole.count < self.columns || cells.all(|cell| self.is_blank(cell));
                is_alone && footnote::is_note(&cell::text(cell, self.dialect.quote), self.columns)
            });
            ControlFlow::Break(())
        });
        is_note
    }

    /// Whether `row` holds nothing but separators, quotes and spaces.
    pub(super) fn is_blank(&self, row: &[u8]) -> bool {
        row.iter().all(|byte| *byte == self.dialect.delimiter || *byte == self.dialect.quote || *byte == b' ')
    }
}

#[cold]
fn odd_count(row: &RawRow, shape: &Shape) -> Result<(), String> {
    let (found, expected) = (row.count, shape.columns);
    if found < expected {
        if !row.is_ended && found < shape.shortest {
            return Err(CUT_ROW.to_owned());
        }
        if found >= shape.least {
            return Ok(());
        }
        return Err(format!("{}, expected {expected}; the row is left out", cells(found)));
    }
    let (mut filled, mut index) = (expected, 0);
    each_row(row.bytes, shape.dialect, &Wanted::All, 1, &mut |whole| {
        for (start, end) in whole.cells {
            index += 1;
            let raw = whole.bytes.get(*start..*end).unwrap_or_default();
            if !cell::text(raw, shape.dialect.quote).is_empty() {
                filled = filled.max(index);
            }
        }
        ControlFlow::Break(())
    });
    // Cells beyond what any table has are not looked at.
    if found > MOST_COLUMNS {
        filled = found;
    }
    if filled == expected {
        return Ok(());
    }
    let delimiter = quoted(&char::from(shape.dialect.delimiter).to_string());
    Err(format!(
        "{}, expected {expected}; the row is left out: does a cell hold {delimiter} without quotes around it?",
        cells(filled)
    ))
}

fn cells(count: usize) -> String {
    if count == 1 { "found 1 cell".to_owned() } else { format!("found {count} cells") }
}
