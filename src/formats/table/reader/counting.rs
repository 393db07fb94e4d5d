//! Counts rows into a tally, and keeps why rows were left out.

use crate::formats::table::{Row, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress, Warning};
use std::ops::ControlFlow;

/// More reasons than anyone reads; the rest is counted.
const MOST_WARNINGS: usize = 1_000;

/// A tally on its way.
pub(super) struct Counting<T>(pub(super) Scanned<T>);

impl<T: Tally> Counting<T> {
    pub(super) fn new(tally: T) -> Self {
        Self(Scanned { tally, rows: 0, left_out: 0, warnings: Vec::new() })
    }

    /// Counts a row.
    #[inline]
    pub(super) fn add(&mut self, row: &Row) {
        self.0.rows += 1;
        if let Err(message) = self.0.tally.add(row) {
            self.0.left_out += 1;
            self.warn(row.line, || message);
        }
    }

    /// Counts a row that cannot be read at all.
    #[cold]
    pub(super) fn leave_out(&mut self, line: u64, message: impl FnOnce() -> String) {
        self.0.rows += 1;
        self.0.left_out += 1;
        self.warn(line, message);
    }

    /// Keeps what is odd without leaving anything out.
    #[cold]
    pub(super) fn warn(&mut self, line: u64, message: impl FnOnce() -> String) {
        if self.0.warnings.len() < MOST_WARNINGS {
            self.0.warnings.push(Warning { line, message: message() });
        }
    }

    /// Adds what later rows gave.
    pub(super) fn merge(&mut self, later: Self) {
        self.0.tally.merge(later.0.tally);
        self.0.rows += later.0.rows;
        self.0.left_out += later.0.left_out;
        let room = MOST_WARNINGS.saturating_sub(self.0.warnings.len());
        self.0.warnings.extend(later.0.warnings.into_iter().take(room));
    }

    /// Adds what other rows of the same file gave, wherever they stand; the order is made when all of them are there.
    pub(super) fn merge_anywhere(&mut self, other: Self) {
        let Scanned { tally, rows, left_out, warnings } = other.0;
        self.0.tally.merge(tally);
        self.0.rows += rows;
        self.0.left_out += left_out;
        self.0.warnings.extend(warnings);
        self.0.warnings.sort_by_key(|warning| warning.line);
        self.0.warnings.truncate(MOST_WARNINGS);
    }

    /// All rows, in the order of the file.
    pub(super) fn in_order(mut self) -> Scanned<T> {
        self.0.tally.put_in_order();
        self.0
    }
}

/// Tells how far reading is; the error is that the user cancelled.
pub(super) fn tell(progress: Progress, bytes: u64) -> Result<(), LoadErrorKind> {
    match progress(bytes) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(LoadErrorKind::Cancelled),
    }
}

/// `part` of `whole` as the same share of `of`.
pub(super) fn share(part: u64, whole: u64, of: u64) -> u64 {
    let share = u128::from(part) * u128::from(of) / u128::from(whole.max(1));
    u64::try_from(share).unwrap_or(of).min(of)
}

/// Which of `count` rows a sample of some `most` takes: a third each from the start, the middle and the end.
pub(super) fn spread(count: u64, most: usize) -> Vec<std::ops::Range<u64>> {
    let most = most as u64;
    if count <= most {
        return std::iter::once(0..count).collect();
    }
    let third = (most / 3).max(1);
    let middle = (count / 2).saturating_sub(third / 2).max(third);
    let end = count.saturating_sub(third).max(middle.saturating_add(third).min(count));
    vec![0..third, middle..middle.saturating_add(third).min(end), end..count]
}
