//! Where the last row of a growing text ends: from quote to quote, just as `quoting` reads them.

use super::mask::{BLOCK, Block};
use super::quoting::Dialect;

/// Row ends are looked for so far from the text's end; only where rows are longer, everywhere.
const NEAR: usize = 16 * 1024;

/// What is known of a text that begins with a row.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// How far it was looked at.
    scanned: usize,
    /// Whether its end is within quotes.
    pub(super) is_inside: bool,
    /// The last quote that opened a cell.
    pub(super) opened: usize,
    /// After the last row that is complete; 0 for none.
    pub(super) boundary: usize,
    /// Where the last part outside of quotes begins.
    outside: usize,
}

impl Known {
    /// Looks at what `text` has grown by.
    pub(super) fn look(&mut self, text: &[u8], dialect: Dialect) {
        let before = Self { ..*self };
        self.look_near(text, dialect, NEAR);
        if self.boundary == 0 && text.len() - before.scanned > NEAR {
            *self = before;
            self.look_near(text, dialect, usize::MAX);
        }
    }

    fn look_near(&mut self, text: &[u8], dialect: Dialect, near: usize) {
        let from = text.len().saturating_sub(near);
        let (blocks, rest) = text.get(self.scanned..).unwrap_or_default().as_chunks::<BLOCK>();
        for block in blocks {
            let mut quotes = Block::new(block).bits(dialect.quote);
            while quotes != 0 {
                self.quote(text, self.scanned + quotes.trailing_zeros() as usize, dialect, from);
                quotes &= quotes - 1;
            }
            self.scanned += BLOCK;
        }
        for at in memchr::memchr_iter(dialect.quote, rest) {
            self.quote(text, self.scanned + at, dialect, from);
        }
        self.scanned = text.len();
        if !self.is_inside {
            self.end_between(text, self.outside, text.len());
        }
    }

    /// A quote at `at` opens, closes or stands for itself.
    #[inline]
    fn quote(&mut self, text: &[u8], at: usize, dialect: Dialect, from: usize) {
        if self.is_inside {
            self.is_inside = false;
            self.outside = at + 1;
        } else if at == self.outside && at > 0 && text.get(at - 1) == Some(&dialect.quote) {
            // A doubled quote: the cell goes on.
            self.is_inside = true;
        } else if at == 0 || text.get(at - 1).is_some_and(|last| is_mark(*last, dialect)) {
            self.is_inside = true;
            self.opened = at;
            if at > from {
                self.end_between(text, self.outside, at);
            }
        }
    }

    /// Takes the last end of a row in a part outside of quotes.
    fn end_between(&mut self, text: &[u8], from: usize, to: usize) {
        let mut part = text.get(from..to).unwrap_or_default();
        while let Some(at) = memchr::memrchr2(b'\n', b'\r', part) {
            // After a carriage return a line feed may follow.
            let is_end = part.get(at) == Some(&b'\n') || text.get(from + at + 1).is_some_and(|next| *next != b'\n');
            if is_end {
                self.boundary = from + at + 1;
                return;
            }
            part = part.get(..at).unwrap_or_default();
        }
    }
}

#[inline]
fn is_mark(byte: u8, dialect: Dialect) -> bool {
    byte == dialect.delimiter || byte == b'\n' || byte == b'\r'
}
