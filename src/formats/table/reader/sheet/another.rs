//! Another table under the one that is read: after blank rows, perhaps a title, and names of columns where numbers stood. Adding
//! its rows to those above would often count the same people twice, so it is not read, which is said.

use super::header::SheetRow;
use crate::formats::Warning;

/// Looks out for it while rows are read.
#[derive(Default)]
pub(super) struct Another {
    last: u64,
    /// Which places held numbers in the first rows.
    numbers: Vec<bool>,
    rows: usize,
    is_after_gap: bool,
    /// A row with one cell behind a gap, which may be a title.
    held: Option<SheetRow>,
    /// The row in which it begins.
    begins: Option<u64>,
}

/// So many rows show where numbers stand.
const FIRST: usize = 20;

impl Another {
    /// Takes a row; gives those that belong to the table.
    pub(super) fn take(&mut self, row: SheetRow, names: &[String]) -> Vec<SheetRow> {
        if self.begins.is_some() {
            return Vec::new();
        }
        let has_gap = self.last > 0 && row.line > self.last + 1;
        self.last = row.line;
        self.is_after_gap |= has_gap;
        if self.is_after_gap && row.filled() == 1 && self.held.is_none() {
            self.held = Some(row);
            return Vec::new();
        }
        let held = self.held.take();
        if self.is_after_gap && self.is_header(&row, names, held.is_some()) {
            self.begins = Some(held.map_or(row.line, |held| held.line));
            return Vec::new();
        }
        self.is_after_gap = false;
        self.learn(&row);
        held.into_iter().chain([row]).collect()
    }

    /// The row that is held, where nothing came behind it.
    pub(super) fn rest(&mut self) -> Option<SheetRow> {
        self.held.take()
    }

    /// That another table was left out.
    pub(super) fn warning(&self) -> Option<Warning> {
        let message = "found another table from this row on, which is not read; save it as a file of its own";
        Some(Warning { line: self.begins?, message: message.to_owned() })
    }

    fn learn(&mut self, row: &SheetRow) {
        if self.rows >= FIRST {
            return;
        }
        self.rows += 1;
        self.numbers.resize(self.numbers.len().max(row.cells.len()), false);
        for (is_number, cell) in self.numbers.iter_mut().zip(&row.cells) {
            *is_number |= cell.parse::<f64>().is_ok();
        }
    }

    /// Whether words stand where numbers did, behind a title or with names that the table has.
    fn is_header(&self, row: &SheetRow, names: &[String], has_title: bool) -> bool {
        let filled: Vec<(usize, &String)> = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
        let are_words =
            filled.iter().all(|(_, cell)| cell.chars().any(char::is_alphabetic) && cell.parse::<f64>().is_err());
        let are_above = filled.iter().filter(|(place, _)| self.numbers.get(*place) == Some(&true)).count();
        let known = filled.iter().filter(|(_, cell)| names.contains(cell)).count();
        are_words && are_above > 0 && filled.len() >= 2 && (has_title && are_above >= 2 || known * 2 >= filled.len())
    }
}
