//! What threads counted, put together in the order of the file whatever the order in which they are done.

use crate::formats::Warning;
use crate::formats::table::{Scanned, Tally};
use std::collections::BTreeMap;

/// More reasons than anyone reads; the rest is counted.
const MOST_WARNINGS: usize = 1_000;

/// What one chunk gave, or several in a row.
#[derive(Debug)]
pub(super) struct Part<T> {
    pub(super) tally: T,
    pub(super) rows: u64,
    left_out: u64,
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

    fn merge(&mut self, later: Self) {
        self.tally.merge(later.tally);
        self.rows += later.rows;
        self.left_out += later.left_out;
        let room = MOST_WARNINGS.saturating_sub(self.warnings.len());
        self.warnings.extend(later.warnings.into_iter().take(room));
    }
}

/// All that is counted so far.
#[derive(Debug)]
pub(super) struct Merged<T> {
    whole: Part<T>,
    next: usize,
    waiting: BTreeMap<usize, Part<T>>,
}

impl<T: Tally> Merged<T> {
    pub(super) fn new(tally: T) -> Self {
        Self { whole: Part::new(tally), next: 0, waiting: BTreeMap::new() }
    }

    /// Takes in what chunk `number` gave, from 0; it waits until those before it are there.
    pub(super) fn take(&mut self, number: usize, part: Part<T>) {
        self.waiting.insert(number, part);
        while let Some(part) = self.waiting.remove(&self.next) {
            self.whole.merge(part);
            self.next += 1;
        }
    }

    pub(super) fn finish(self) -> Scanned<T> {
        let Part { tally, rows, left_out, warnings } = self.whole;
        Scanned { tally, rows, left_out, warnings }
    }
}
