//! The rows of one chunk, checked against the table's shape and counted by a tally.

use super::cell;
use super::cut::{Buffer, Chunk};
use super::rows::{RawRow, Wanted, each_marked};
use super::shape::Shape;
use crate::formats::table::reader::counting::Counting;
use crate::formats::table::{Row, Tally};
use crate::formats::{Warning, quoted};
use std::ops::ControlFlow;

const NUL: &str =
    "found NUL bytes in this row, expected text; it is left out: the disk or the download may have failed";

/// What is wanted of each row.
#[derive(Debug)]
pub(super) struct Wish<'w> {
    pub(super) shape: &'w Shape,
    /// The wanted columns in rising order.
    pub(super) columns: Wanted,
    /// For each cell that is asked for, its place among those.
    pub(super) places: Vec<usize>,
    /// The names of the cells that are asked for.
    pub(super) names: Vec<&'w str>,
    /// The encoding's name.
    pub(super) encoding: &'w str,
}

/// Counts the rows of a chunk.
pub(super) fn count<T: Tally>(buffer: &Buffer, chunk: Chunk, wish: &Wish, counting: &mut Counting<T>) {
    let text = buffer.text();
    let mut texts = Texts {
        wish,
        has_nul: buffer.marks.has_nul,
        is_damaged: chunk.is_damaged,
        cells: Vec::new(),
        scratch: String::new(),
        loose: Vec::new(),
    };
    for Warning { line, message } in chunk.left_out {
        // Above the data it is no row that is lost, but a name or a title.
        if line < wish.shape.first_line {
            counting.warn(line, || message);
        } else {
            counting.leave_out(line, || message);
        }
    }
    each_marked(text, &buffer.marks, &wish.columns, chunk.line, &mut |row| {
        if row.line >= wish.shape.first_line && !wish.is_blank(&row) && !wish.shape.is_note(&row) {
            match texts.check(&row) {
                Ok(()) => texts.count(&row, counting),
                Err(message) => counting.leave_out(row.line, || message),
            }
        }
        ControlFlow::Continue(())
    });
    if let Some(warning) = chunk.after {
        counting.warn(warning.line, || warning.message);
    }
}

/// Makes texts of a row's cells.
struct Texts<'w> {
    wish: &'w Wish<'w>,
    has_nul: bool,
    is_damaged: bool,
    /// Empty between rows; kept for its memory.
    cells: Vec<&'static str>,
    /// Cells that do not stand in the file as they are, and where they lie in it.
    scratch: String,
    loose: Vec<(usize, usize, usize)>,
}

impl Texts<'_> {
    /// Whether a row can be counted; the error says why not.
    #[inline]
    fn check(&self, row: &RawRow) -> Result<(), String> {
        self.wish.shape.check(row)?;
        if self.has_nul && memchr::memchr(0, row.bytes).is_some() {
            return Err(NUL.to_owned());
        }
        Ok(())
    }

    #[inline]
    fn count<T: Tally>(&mut self, row: &RawRow, counting: &mut Counting<T>) {
        let quote = self.wish.shape.dialect.quote;
        let mut cells = recycled(std::mem::take(&mut self.cells));
        self.scratch.clear();
        self.loose.clear();
        for (index, place) in self.wish.places.iter().enumerate() {
            let raw = row.cells.get(*place).and_then(|(start, end)| row.bytes.get(*start..*end)).unwrap_or_default();
            if let Some(text) = cell::plain_text(raw, quote) {
                if self.is_damaged && text.contains('\u{FFFD}') {
                    counting.warn(row.line, || self.wish.damaged(index));
                }
                cells.push(text);
                continue;
            }
            let bytes = cell::bytes(raw, quote);
            let text = String::from_utf8_lossy(&bytes);
            if matches!(text, std::borrow::Cow::Owned(_)) || (self.is_damaged && text.contains('\u{FFFD}')) {
                counting.warn(row.line, || self.wish.damaged(index));
            }
            let start = self.scratch.len();
            self.scratch.push_str(text.trim());
            self.loose.push((index, start, self.scratch.len()));
            cells.push("");
        }
        for (index, start, end) in &self.loose {
            if let (Some(cell), Some(text)) = (cells.get_mut(*index), self.scratch.get(*start..*end)) {
                *cell = text;
            }
        }
        counting.add(&Row { line: row.line, cells: &cells });
        self.cells = recycled(cells);
    }
}

impl Wish<'_> {
    /// Whether a row has nothing but separators; looked at only where it begins with one.
    #[inline]
    fn is_blank(&self, row: &RawRow) -> bool {
        let dialect = self.shape.dialect;
        let first = row.bytes.first();
        let may_be = first == Some(&dialect.delimiter) || first == Some(&dialect.quote) || first == Some(&b' ');
        may_be && self.shape.is_blank(row.bytes)
    }

    #[cold]
    fn damaged(&self, index: usize) -> String {
        let name = self.names.get(index).copied().unwrap_or_default();
        format!(
            "found bytes that are not {} in {}; they are read as \u{201C}\u{FFFD}\u{201D}",
            self.encoding,
            quoted(name)
        )
    }
}

/// An empty vector with the memory of another: texts of one row are gone before the next one comes.
#[inline]
fn recycled<'a>(mut cells: Vec<&str>) -> Vec<&'a str> {
    cells.clear();
    cells.into_iter().map(|_| "").collect()
}
