//! Cuts a file into chunks of whole rows, in order: only what comes before says whether a line's end is within quotes.
//!
//! Memory stays bounded whatever the file holds: a row that grows beyond [`LONGEST_ROW`] is left out, and a quote that
//! never closes costs its own line only, not all that follows.

use super::marks::{Marks, count_lines};
use super::rows::{Wanted, each_row};
use super::shape::Shape;
use crate::formats::table::reader::change::LONGER;
use crate::formats::table::reader::text::Stream;
use crate::formats::{LoadErrorKind, Warning};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

/// The longest row that is read, in bytes (16 MiB).
pub(super) const LONGEST_ROW: usize = 16 * 1024 * 1024;

pub(super) const CUT_ROW: &str = "the file ends in the middle of this row";
const OPEN_QUOTE: &str = "the quote that opens in this line is never closed; the line is left out";
const LONG_ROW: &str = "this row is longer than 16 MiB; it is left out";

/// How large chunks are, and rows at most; tests have them smaller.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) chunk: usize,
    pub(super) row: usize,
}

/// What is known of a chunk beside its bytes.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    /// Its first line.
    pub(super) line: u64,
    /// Rows left out before it.
    pub(super) left_out: Vec<Warning>,
    /// What is odd about the file's end.
    pub(super) after: Option<Warning>,
    /// Whether the decoder met what is no text.
    pub(super) is_damaged: bool,
}

/// What chunks are read into; kept for its memory.
#[derive(Debug, Default)]
pub(super) struct Buffer {
    bytes: Vec<u8>,
    /// How many of them are the chunk.
    length: usize,
    /// Where its cells and rows end.
    pub(super) marks: Marks,
}

impl Buffer {
    /// The chunk's text.
    pub(super) fn text(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    fn reserve(&mut self, length: usize) {
        if self.bytes.len() < length {
            self.bytes.resize(length, 0);
        }
    }
}

/// Cuts a stream.
pub(super) struct Cutter<'s> {
    stream: Stream,
    shape: &'s Shape,
    limits: Limits,
    stop: &'s AtomicBool,
    /// What was read of the next chunk.
    tail: Vec<u8>,
    line: u64,
    left_out: Vec<Warning>,
    is_at_end: bool,
    is_done: bool,
}

impl<'s> Cutter<'s> {
    pub(super) fn new(stream: Stream, shape: &'s Shape, limits: Limits, stop: &'s AtomicBool) -> Self {
        let (tail, left_out) = (Vec::new(), Vec::new());
        Self { stream, shape, limits, stop, tail, line: 1, left_out, is_at_end: false, is_done: false }
    }

    pub(super) fn position(&self) -> u64 {
        self.stream.position()
    }

    /// Reads the next chunk into `buffer`.
    pub(super) fn next(&mut self, buffer: &mut Buffer) -> Result<Option<Chunk>, LoadErrorKind> {
        if self.is_done {
            return Ok(None);
        }
        let mut length = self.tail.len();
        buffer.reserve(length);
        buffer.bytes.get_mut(..length).unwrap_or_default().copy_from_slice(&self.tail);
        self.tail.clear();
        buffer.marks.clear();
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Err(LoadErrorKind::Cancelled);
            }
            if !self.is_at_end {
                length += self.fill(buffer, length)?;
            }
            let Buffer { bytes, marks, .. } = buffer;
            let text = bytes.get(..length).unwrap_or_default();
            marks.grow(text, self.shape.dialect, self.is_at_end);
            self.is_done = self.is_at_end && !marks.is_inside();
            if self.is_done || !marks.ends.is_empty() {
                return Ok(Some(self.chunk(buffer, length)));
            }
            if self.is_at_end || length > self.limits.row {
                length = self.leave_out(buffer, length)?;
                buffer.marks.clear();
            }
        }
    }

    /// Reads on, at most to the chunk's size, or as much again where a row is longer.
    fn fill(&mut self, buffer: &mut Buffer, length: usize) -> Result<usize, LoadErrorKind> {
        let wanted = if length < self.limits.chunk { self.limits.chunk - length } else { self.limits.chunk };
        buffer.reserve(length + wanted);
        let read = self.stream.read(buffer.bytes.get_mut(length..length + wanted).unwrap_or_default())?;
        self.is_at_end = read < wanted;
        Ok(read)
    }

    /// Takes what was read up to the last end of a row, or all of it where this is the end; the rest is kept for later.
    fn chunk(&mut self, buffer: &mut Buffer, length: usize) -> Chunk {
        let (end, lines) = if self.is_done { (length, buffer.marks.lines()) } else { buffer.marks.boundary() };
        self.tail.extend_from_slice(buffer.bytes.get(end..length).unwrap_or_default());
        let mut chunk = Chunk { line: self.line, ..Chunk::default() };
        chunk.left_out = std::mem::take(&mut self.left_out);
        chunk.is_damaged = self.stream.is_damaged();
        self.line += u64::from(lines);
        if self.is_done && self.stream.grew() {
            chunk.after = Some(Warning { line: self.line, message: LONGER.to_owned() });
        }
        buffer.length = end;
        chunk
    }

    /// The row at the buffer's start is too long, or a quote in it never closes. Returns how many bytes are left.
    fn leave_out(&mut self, buffer: &mut Buffer, length: usize) -> Result<usize, LoadErrorKind> {
        let Buffer { bytes, marks, .. } = buffer;
        let text = bytes.get(..length).unwrap_or_default();
        let opened = if marks.is_inside() { marks.last_opened(text, self.shape.dialect) } else { length };
        let end = after_line(text, opened);
        if self.is_at_end && !end.is_some_and(|end| self.has_rows(text.get(end..).unwrap_or_default())) {
            self.left_out.push(Warning { line: self.line, message: CUT_ROW.to_owned() });
            return Ok(0);
        }
        let Some(end) = end else {
            self.left_out.push(Warning { line: self.line, message: LONG_ROW.to_owned() });
            return self.skip_line(bytes);
        };
        let line = self.line + count_lines(text.get(..opened).unwrap_or_default());
        self.left_out.push(Warning { line, message: OPEN_QUOTE.to_owned() });
        self.line += count_lines(text.get(..end).unwrap_or_default());
        bytes.copy_within(end..length, 0);
        Ok(length - end)
    }

    /// Reads to the end of a line without keeping it. Returns how many bytes behind it are in the buffer.
    fn skip_line(&mut self, buffer: &mut [u8]) -> Result<usize, LoadErrorKind> {
        let step = self.limits.chunk.min(buffer.len().saturating_sub(1)).max(1);
        while !self.is_at_end && !self.stop.load(Ordering::Relaxed) {
            let mut read = self.stream.read(buffer.get_mut(..step).unwrap_or_default())?;
            self.is_at_end = read < step;
            if let Some(at) = memchr::memchr2(b'\n', b'\r', buffer.get(..read).unwrap_or_default()) {
                // A carriage return and its line feed must not be parted, or they would count twice.
                if at + 1 == read && !self.is_at_end {
                    read += self.stream.read(buffer.get_mut(read..=read).unwrap_or_default())?;
                }
                let is_pair = buffer.get(at..at + 2) == Some(b"\r\n") && at + 1 < read;
                let after = at + 1 + usize::from(is_pair);
                self.line += 1;
                buffer.copy_within(after..read, 0);
                return Ok(read - after);
            }
        }
        Ok(0)
    }

    /// Whether `text` goes on with rows as this table has them, and not with the inside of a cell of several lines.
    fn has_rows(&self, text: &[u8]) -> bool {
        let (mut fitting, mut all) = (0, 0);
        each_row(text, self.shape.dialect, &Wanted::Columns(Vec::new()), 1, &mut |row| {
            fitting += usize::from(row.is_ended && self.shape.fits(row.count) && !self.shape.is_blank(row.bytes));
            all += 1;
            if all < 1_000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        // Prose with a comma passes for a row of two cells, and any line for a row of one.
        let enough = match self.shape.columns {
            0 | 1 => 20,
            2 | 3 => 3,
            _ => 1,
        };
        fitting >= enough && fitting * 2 > all
    }
}

/// Where the line that holds `at` is over.
fn after_line(text: &[u8], at: usize) -> Option<usize> {
    let end = at + memchr::memchr2(b'\n', b'\r', text.get(at..)?)?;
    let is_pair = text.get(end..end + 2) == Some(b"\r\n");
    Some(end + 1 + usize::from(is_pair))
}
