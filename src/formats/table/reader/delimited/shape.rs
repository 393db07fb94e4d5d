//! What is known of a table once it is opened, as far as its rows are checked against it.

use super::quoting::Dialect;

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
    /// Whether a row of `count` cells can be one of this table.
    pub(super) fn fits(&self, count: usize) -> bool {
        (self.least..=self.columns).contains(&count)
    }

    /// Whether `row` holds nothing but separators, quotes and spaces.
    pub(super) fn is_blank(&self, row: &[u8]) -> bool {
        row.iter().all(|byte| *byte == self.dialect.delimiter || *byte == self.dialect.quote || *byte == b' ')
    }
}
