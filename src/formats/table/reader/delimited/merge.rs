//! What a thread counted, and all of them together. Who is done first is merged first, so the order of the file is made at
//! the end.

use crate::formats::Warning;
use crate::formats::table::reader::counting::MOST_WARNINGS;
use crate::formats::table::{Scanned, Tally};

/// What some rows gave.
#[derive(Debug)]
pub(super) struct Part<T> {
    pub(super) tally: T,
    pub(super) rows: u64,
    left_out: u64,
    /// The first ones, in the order of the file.
    warnings: Vec<Warning>,
}

impl<T: Tally> Part<T> {
    pub(super) fn new(tally: T) -> Self {
        Self { tally, rows: 0, left_out: 0, warnings: Vec::new() }
    }

    #[cold]
    pub(super) fn leave_out(&mut self, line: u64, message: String) {
        self.left_out += 1;
        self.warn(line, message);
    }

    #[cold]
    pub(super) fn warn(&mut self, line: u64, message: String) {
        if self.warnings.len() < MOST_WARNINGS {
            self.warnings.push(Warning { line, message });
        }
    }

    /// Adds what other rows gave, wherever they stand.
    pub(super) fn merge(&mut self, other: Self) {
        self.tally.merge(other.tally);
        self.rows += other.rows;
        self.left_out += other.left_out;
        self.warnings.extend(other.warnings);
        self.warnings.sort_by_key(|warning| warning.line);
        self.warnings.truncate(MOST_WARNINGS);
    }

    pub(super) fn finish(mut self) -> Scanned<T> {
        self.tally.put_in_order();
        let Self { tally, rows, left_out, warnings } = self;
        Scanned { tally, rows, left_out, warnings }
    }
}
