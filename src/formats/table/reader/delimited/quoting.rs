//! Where cells and rows end in spite of quotes, block by block, just as the `csv` crate reads them.
//!
//! A quote opens a cell only where the cell begins; within quotes a doubled one stands for itself; what follows a closing
//! quote belongs to the cell as it is. So quotes open and close in turn, but for those in the middle of a cell.
#![expect(clippy::inline_always, reason = "what is not inlined is compiled for the oldest processor only")]

use super::mask::{Block, parity};
use fearless_simd::Simd;

/// What stands between cells and around them; both are ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    pub(super) delimiter: u8,
    pub(super) quote: u8,
}

/// What one block leaves to the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoting {
    /// All bits where the next byte is within quotes, else none.
    inside: u64,
    /// 1 where a quote as the next byte opens a cell, or goes on with it after a closing one.
    may_open: u64,
}

impl Default for Quoting {
    /// Before a row.
    fn default() -> Self {
        Self { inside: 0, may_open: 1 }
    }
}

/// Which quotes of a block open cells and close them, or go on with them, and which bytes are within quotes.
struct Quoted {
    opens: u64,
    closes: u64,
    inside: u64,
}

impl Quoting {
    /// Within a cell in quotes.
    pub(super) fn within() -> Self {
        Self { inside: u64::MAX, may_open: 0 }
    }

    /// Whether the next byte is within quotes.
    pub(super) fn is_inside(&self) -> bool {
        self.inside != 0
    }

    /// Goes over the next block: its separators, which are delimiters and line feeds and carriage returns outside of
    /// quotes, and all of its line feeds and carriage returns.
    #[inline(always)]
    pub(super) fn step<S: Simd>(&mut self, block: Block<S>, dialect: Dialect) -> (u64, u64) {
        let quotes = block.bits(dialect.quote);
        let ends = block.ends();
        let marks = block.bits(dialect.delimiter) | ends;
        (marks & !self.quotes(quotes, marks).inside, ends)
    }

    /// Goes over the next block: the quotes that open cells. `closed` is 1 where the byte before closed one.
    #[inline(always)]
    pub(super) fn opens<S: Simd>(&mut self, block: Block<S>, dialect: Dialect, closed: &mut u64) -> u64 {
        let Quoted { opens, closes, .. } =
            self.quotes(block.bits(dialect.quote), block.bits(dialect.delimiter) | block.ends());
        // A doubled quote goes on with its cell.
        let new = opens & !(closes << 1 | *closed);
        *closed = closes >> 63;
        new
    }

    #[inline(always)]
    fn quotes(&mut self, mut quotes: u64, marks: u64) -> Quoted {
        loop {
            let inside = parity(quotes) ^ self.inside;
            let before = (inside << 1) | (self.inside & 1);
            let (opens, closes) = (quotes & !before, quotes & before);
            let separators = marks & !inside;
            let stray = opens & !(((separators | closes) << 1) | self.may_open);
            if stray != 0 {
                // A quote in the middle of a cell: the first one surely is, those after it must be looked at again.
                quotes &= !(stray & stray.wrapping_neg());
                continue;
            }
            self.may_open = (separators | closes) >> 63;
            self.inside = 0_u64.wrapping_sub(inside >> 63);
            return Quoted { opens, closes, inside };
        }
    }
}
