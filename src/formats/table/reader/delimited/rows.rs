//! The rows of a piece of text that begins with a row, and where their wanted cells lie.

use super::marks::{End, Marks, Seek};
use super::quoting::Dialect;
use super::shape::MOST_COLUMNS;
use std::borrow::Cow;
use std::ops::ControlFlow;

/// Which cells of a row are cut out.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// All that a table may have.
    All,
    /// In rising order, each once.
    Columns(Vec<u32>),
}

/// A row that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct RawRow<'r> {
    /// The line on which it begins.
    pub(super) line: u64,
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Its bytes without its end.
    pub(super) bytes: &'r [u8],
    /// How many cells it has.
    pub(super) count: usize,
    /// Where in `bytes` the wanted ones lie, with their quotes; those that the row has.
    pub(super) cells: &'r [(usize, usize)],
    /// Whether a line's end follows.
    pub(super) is_ended: bool,
}

/// Goes over the rows of `text`, whose first line is `line`, until `each` breaks off.
pub(super) fn each_row(
    text: &[u8],
    dialect: Dialect,
    wanted: &Wanted,
    line: u64,
    each: &mut impl FnMut(RawRow) -> ControlFlow<()>,
) {
    each_marked(text, &Marks::of(text, dialect), wanted, line, each);
}

/// Goes over the rows of `text` where its marks are known; they may reach beyond it.
pub(super) fn each_marked(
    text: &[u8],
    marks: &Marks,
    wanted: &Wanted,
    line: u64,
    each: &mut impl FnMut(RawRow) -> ControlFlow<()>,
) {
    let (mut seek, mut cells) = (marks.seek(), Vec::new());
    let (mut start, mut first, mut lines) = (0, 0, 0);
    for End { at, count, lines: after } in &marks.ends {
        let end = *at as usize;
        // Blank lines and second halves of lines' ends are no rows.
        if end > start {
            let bounds = Bounds { start, end, first, count: count - first + 1 };
            bounds.cells(wanted, &mut seek, &mut cells);
            if each(bounds.row(text, line + u64::from(lines), &cells, true)).is_break() {
                return;
            }
        }
        (start, first, lines) = (end + 1, count + 1, *after);
    }
    if start < text.len() {
        let bounds = Bounds { start, end: text.len(), first, count: marks.count() - first + 1 };
        bounds.cells(wanted, &mut seek, &mut cells);
        let _ = each(bounds.row(text, line + u64::from(lines), &cells, false));
    }
}

/// Where a row lies.
struct Bounds {
    start: usize,
    end: usize,
    /// The number of its first separator.
    first: u32,
    /// How many cells it has.
    count: u32,
}

impl Bounds {
    /// Finds the wanted cells.
    #[inline]
    fn cells(&self, wanted: &Wanted, seek: &mut Seek, cells: &mut Vec<(usize, usize)>) {
        cells.clear();
        match wanted {
            Wanted::All => {
                let most = u32::try_from(MOST_COLUMNS).unwrap_or(u32::MAX);
                self.seek(0..self.count.min(most), seek, cells);
            }
            Wanted::Columns(columns) => self.seek(columns.iter().copied(), seek, cells),
        }
    }

    #[inline]
    fn seek(&self, columns: impl Iterator<Item = u32>, seek: &mut Seek, cells: &mut Vec<(usize, usize)>) {
        // The column behind the last one, and where that one ends.
        let (mut next, mut behind) = (0, self.start);
        for column in columns {
            if column >= self.count {
                break;
            }
            let begin = if column == next { behind } else { seek.to(self.first + column - 1) + 1 };
            let end = match column {
                _ if column + 1 == self.count => self.end,
                0 => seek.to(self.first),
                _ => seek.next(),
            };
            cells.push((begin - self.start, end - self.start));
            (next, behind) = (column + 1, end + 1);
        }
    }

    #[inline]
    fn row<'r>(&self, text: &'r [u8], line: u64, cells: &'r [(usize, usize)], is_ended: bool) -> RawRow<'r> {
        let bytes = text.get(self.start..self.end).unwrap_or_default();
        RawRow { line, start: self.start, bytes, count: self.count as usize, cells, is_ended }
    }
}

/// All cells of `row` as text, without quotes and white space around them.
pub(super) fn texts<'r>(row: &RawRow<'r>, dialect: Dialect) -> impl Iterator<Item = Cow<'r, str>> {
    let RawRow { bytes, cells, .. } = *row;
    cells.iter().map(move |(start, end)| super::cell::text(bytes.get(*start..*end).unwrap_or_default(), dialect.quote))
}
