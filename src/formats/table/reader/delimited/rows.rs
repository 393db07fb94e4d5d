//! The rows of a piece of text that begins with a row, and where their wanted cells lie.

use super::mask::{BLOCK, Block};
use super::quoting::{Dialect, Marks, Quoting};
use std::ops::{ControlFlow, Range};

/// Which cells of a row are cut out.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    All,
    /// In rising order, each once.
    Columns(Vec<usize>),
}

impl Wanted {
    #[inline]
    fn column(&self, index: usize) -> usize {
        match self {
            Self::All => index,
            Self::Columns(columns) => columns.get(index).copied().unwrap_or(usize::MAX),
        }
    }
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
    let mut rows = Rows { text, wanted, line, row: Open::at(0, line, wanted), cells: Vec::new() };
    let mut quoting = Quoting::START;
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let mut last = [0; BLOCK];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    for index in 0..=blocks.len() {
        let block = blocks.get(index).unwrap_or(&last);
        if rows.block(block, index * BLOCK, &mut quoting, dialect, each).is_break() {
            return;
        }
    }
    if rows.row.start < text.len() || rows.row.column > 0 {
        let _ = rows.emit(text.len(), false, each);
    }
}

struct Rows<'t> {
    text: &'t [u8],
    wanted: &'t Wanted,
    line: u64,
    row: Open,
    cells: Vec<(usize, usize)>,
}

/// The row that is being read.
struct Open {
    start: usize,
    line: u64,
    /// The column of the cell that is being read, and where that begins if the column is wanted.
    column: usize,
    cell: usize,
    /// The next column that is wanted, and how many were before it.
    next: usize,
    found: usize,
}

impl Open {
    #[inline]
    fn at(start: usize, line: u64, wanted: &Wanted) -> Self {
        Self { start, line, column: 0, cell: start, next: wanted.column(0), found: 0 }
    }
}

impl Rows<'_> {
    #[inline]
    fn block(
        &mut self,
        block: &[u8; BLOCK],
        base: usize,
        quoting: &mut Quoting,
        dialect: Dialect,
        each: &mut impl FnMut(RawRow) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let last = block[BLOCK - 1];
        let block = Block::new(block);
        let quotes = block.bits(dialect.quote);
        if quotes != 0 {
            let marks = quoting.step(block, quotes, dialect);
            if marks.ends | marks.inner_ends == 0 {
                self.delimiters(base, marks.delimiters);
                return ControlFlow::Continue(());
            }
            return self.ends(base, marks, each);
        }
        quoting.pass(last, dialect);
        let ends = block.ends();
        if quoting.is_inside() {
            if ends != 0 {
                self.count_lines(base, ends);
            }
            return ControlFlow::Continue(());
        }
        let delimiters = block.bits(dialect.delimiter);
        if ends == 0 {
            self.delimiters(base, delimiters);
            return ControlFlow::Continue(());
        }
        self.ends(base, Marks { delimiters, ends, inner_ends: 0 }, each)
    }

    /// Goes over a block in which lines end.
    #[inline]
    fn ends(&mut self, base: usize, marks: Marks, each: &mut impl FnMut(RawRow) -> ControlFlow<()>) -> ControlFlow<()> {
        let Marks { mut delimiters, mut ends, inner_ends: mut inner } = marks;
        while ends != 0 {
            let bit = ends & ends.wrapping_neg();
            let before = bit - 1;
            self.delimiters(base, delimiters & before);
            if inner & before != 0 {
                self.count_lines(base, inner & before);
            }
            self.end(base + bit.trailing_zeros() as usize, each)?;
            (delimiters, inner, ends) = (delimiters & !before, inner & !before, ends ^ bit);
        }
        self.delimiters(base, delimiters);
        if inner != 0 {
            self.count_lines(base, inner);
        }
        ControlFlow::Continue(())
    }

    /// Goes over delimiters of the open row.
    #[inline]
    fn delimiters(&mut self, base: usize, mut delimiters: u64) {
        let row = &mut self.row;
        let mut left = delimiters.count_ones() as usize;
        while row.column + left >= row.next && left > 0 {
            // Over the cells before the wanted one.
            for _ in row.column + 1..row.next {
                delimiters &= delimiters - 1;
            }
            let at = base + delimiters.trailing_zeros() as usize;
            if row.column < row.next {
                left -= row.next - row.column;
                row.column = row.next;
            } else {
                self.cells.push((row.cell - row.start, at - row.start));
                row.found += 1;
                row.next = self.wanted.column(row.found);
                row.column += 1;
                left -= 1;
            }
            row.cell = at + 1;
            delimiters &= delimiters.wrapping_sub(1);
        }
        row.column += left;
    }

    /// A row ends, or a blank line, or the second half of a line's end.
    #[inline]
    fn end(&mut self, at: usize, each: &mut impl FnMut(RawRow) -> ControlFlow<()>) -> ControlFlow<()> {
        let flow = if at > self.row.start { self.emit(at, true, each) } else { ControlFlow::Continue(()) };
        self.line += u64::from(ends_line(self.text, at));
        self.row = Open::at(at + 1, self.line, self.wanted);
        flow
    }

    #[inline]
    fn emit(
        &mut self,
        end: usize,
        is_ended: bool,
        each: &mut impl FnMut(RawRow) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let row = &self.row;
        if row.column == row.next {
            self.cells.push((row.cell - row.start, end - row.start));
        }
        let flow = each(RawRow {
            line: row.line,
            start: row.start,
            bytes: self.text.get(row.start..end).unwrap_or_default(),
            count: row.column + 1,
            cells: &self.cells,
            is_ended,
        });
        self.cells.clear();
        flow
    }

    #[cold]
    fn count_lines(&mut self, base: usize, mut ends: u64) {
        while ends != 0 {
            self.line += u64::from(ends_line(self.text, base + ends.trailing_zeros() as usize));
            ends &= ends - 1;
        }
    }
}

/// Whether a line ends with the line feed or carriage return at `at`; the first of a pair does not.
#[inline]
fn ends_line(text: &[u8], at: usize) -> bool {
    text.get(at) == Some(&b'\n') || text.get(at + 1) != Some(&b'\n')
}

/// How many lines end in `text`.
pub(super) fn count_lines(text: &[u8]) -> u64 {
    let mut lines = memchr::memchr_iter(b'\n', text).count();
    if memchr::memchr(b'\r', text).is_some() {
        lines += memchr::memchr_iter(b'\r', text).filter(|at| text.get(at + 1) != Some(&b'\n')).count();
    }
    lines as u64
}

/// All cells of `row` as text, without quotes and white space around them.
pub(super) fn texts(row: &RawRow, dialect: Dialect) -> Vec<String> {
    let raw = |range: Range<usize>| row.bytes.get(range).unwrap_or_default();
    row.cells.iter().map(|(start, end)| super::cell::text(raw(*start..*end), dialect.quote)).collect()
}
