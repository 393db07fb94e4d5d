//! Cells that reach over several rows: what stands in them belongs to all of their rows, of which the file has it in the
//! first only. Numbers that count are not carried on, since they would count several times; those that come before all
//! others in their row name it, as years do.

use super::header::SheetRow;
use std::collections::BTreeMap;

/// The cells of one sheet that reach over several rows.
#[derive(Default)]
pub(super) struct Merged {
    /// The last row of each, by its first row and its column, both from 0.
    reaches: BTreeMap<(u64, usize), u64>,
    /// What is carried on by column: the text, and the last row of it by its number.
    carried: BTreeMap<usize, (String, u64)>,
}

impl Merged {
    /// Adds a cell by its first and last row, from 0, and its column.
    pub(super) fn add(&mut self, first: u64, last: u64, column: usize) {
        if last > first {
            self.reaches.insert((first, column), last);
        }
    }

    /// Fills a row of the data, in the order of the rows.
    pub(super) fn fill(&mut self, row: &mut SheetRow) {
        if self.reaches.is_empty() {
            return;
        }
        let number = row.line.saturating_sub(1);
        self.carried.retain(|_, (_, last)| *last >= number);
        for (column, (text, _)) in &self.carried {
            if row.cells.len() <= *column {
                row.cells.resize(column + 1, String::new());
            }
            if let Some(cell) = row.cells.get_mut(*column).filter(|cell| cell.is_empty()) {
                cell.clone_from(text);
            }
        }
        let mut is_leading = true;
        for (column, cell) in row.cells.iter().enumerate() {
            match self.reaches.get(&(number, column)) {
                Some(last) if !cell.is_empty() && (is_leading || cell.parse::<f64>().is_err()) => {
                    self.carried.insert(column, (cell.clone(), *last));
                }
                _ => is_leading &= cell.is_empty() || self.carried.contains_key(&column),
            }
        }
    }
}
