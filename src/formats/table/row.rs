//! Rows of text, and what counts them.

use crate::formats::Warning;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Column {
    /// Its name; unnamed columns are called by their place ("column 3"), doubled ones by their place among their like
    /// ("best (2)").
    pub name: String,
    /// Its HXL tag with attributes (`#affected+killed`), where the table has a row of them.
    pub tag: Option<String>,
}

/// One row, as far as it is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its line in the file, from 1; in a spreadsheet its row, in JSON and Parquet its record.
    pub line: u64,
    /// The wanted cells in the order in which they were asked for, without white space around them.
    pub cells: &'a [&'a str],
}

/// What counts rows. Each thread has one of its own, to which it adds rows in the order of the file; in the end they are
/// merged.
pub trait Tally: Send {
    /// Counts a row; the error says why it cannot be read: what was found in which column, what was expected.
    fn add(&mut self, row: &Row) -> Result<(), String>;

    /// Adds what other rows gave.
    fn merge(&mut self, other: Self);

    /// Puts what was merged in any order into the order of the file, where it matters.
    fn put_in_order(&mut self) {}

    /// Whether it takes so much memory that it is better merged than added to.
    fn is_large(&self) -> bool {
        false
    }
}

/// What one pass over all rows gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Scanned<T> {
    /// The tally of all rows.
    pub tally: T,
    /// How many rows there are, with those that were left out; blank lines are none.
    pub rows: u64,
    /// How many of them were left out.
    pub left_out: u64,
    /// Why, for the first thousand of them in the order of the file.
    pub warnings: Vec<Warning>,
}

/// A row of a sample, with all of its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleRow {
    /// Its line, where it is known: what comes from the middle of a large file has none.
    pub line: Option<u64>,
    /// How many characters of white space stand before its first cell, where the file keeps them.
    pub indent: usize,
    /// As many as there are columns, without white space around them.
    pub cells: Cells,
}

/// The texts of a row's cells, one behind the other: a sample has tens of thousands of them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl Cells {
    /// The cell in a place, from 0.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..end)
    }

    /// All cells.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> {
        (0..self.ends.len()).map(|place| self.get(place).unwrap_or_default())
    }
}

impl<T: AsRef<str>> FromIterator<T> for Cells {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut cells = Self::default();
        for text in texts {
            cells.text.push_str(text.as_ref());
            cells.ends.push(cells.text.len());
        }
        cells
    }
}

/// Rows from all over a table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sample {
    /// The table's columns.
    pub columns: Vec<Column>,
    /// Rows from the start, the middle and the end, in the order of the file.
    pub rows: Vec<SampleRow>,
    /// Whether these are all rows.
    pub is_whole: bool,
}

impl Sample {
    /// The same with at most so many rows.
    #[must_use]
    pub fn at_most(self, most: usize) -> Self {
        if self.rows.len() <= most {
            return self;
        }
        Self { rows: runs(self.rows, most), is_whole: false, ..self }
    }
}

/// From how many places rows are taken; an odd number, so that one lies in the middle.
const RUNS: usize = 9;

/// Runs of neighbours, spread evenly.
fn runs(rows: Vec<SampleRow>, most: usize) -> Vec<SampleRow> {
    let is_taken = spread(rows.len(), most);
    rows.into_iter().enumerate().filter(|(index, _)| is_taken(*index)).map(|(_, row)| row).collect()
}

/// Which of so many rows are taken where that is more than `most`: runs of neighbours, spread evenly.
pub(super) fn spread(rows: usize, most: usize) -> impl Fn(usize) -> bool {
    let each = most / RUNS;
    let room = rows.saturating_sub(each);
    let starts: Vec<usize> = (0..RUNS).map(|index| room * index / (RUNS - 1)).collect();
    move |index| match each {
        0 => index < most,
        _ => starts.iter().any(|start| (*start..start + each).contains(&index)),
    }
}
