//! Where cells and rows end in spite of quotes, block by block, just as the `csv` crate reads them.
//!
//! A quote opens a cell only where the cell begins; within quotes a doubled one stands for itself; what follows a closing
//! quote belongs to the cell as it is. So quotes open and close in turn, but for those in the middle of a cell.

use super::mask::{Block, parity};

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

/// A block's special bytes, one bit for each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// Delimiters between cells.
    pub(super) delimiters: u64,
    /// Line feeds and carriage returns that end rows.
    pub(super) ends: u64,
    /// Those within quotes.
    pub(super) inner_ends: u64,
}

impl Quoting {
    /// Before a row.
    pub(super) const START: Self = Self { inside: 0, may_open: 1 };

    /// Whether the next byte is within quotes.
    #[inline]
    pub(super) fn is_inside(&self) -> bool {
        self.inside != 0
    }

    /// Goes over the next block, which has these `quotes`.
    #[inline]
    pub(super) fn step(&mut self, block: Block, mut quotes: u64, dialect: Dialect) -> Marks {
        let ends = block.ends();
        let all = block.bits(dialect.delimiter) | ends;
        loop {
            let inside = parity(quotes) ^ self.inside;
            let before = (inside << 1) | (self.inside & 1);
            let opens = quotes & !before;
            let closes = quotes & before;
            let marks = all & !inside;
            let stray = opens & !(((marks | closes) << 1) | self.may_open);
            if stray != 0 {
                // A quote in the middle of a cell: the first one surely is, those after it must be looked at again.
                quotes &= !(stray & stray.wrapping_neg());
                continue;
            }
            self.may_open = (marks | closes) >> 63;
            self.inside = 0_u64.wrapping_sub(inside >> 63);
            return Marks { delimiters: marks & !ends, ends: ends & marks, inner_ends: ends & inside };
        }
    }

    /// Goes over the next block, which has none and ends with `last`.
    #[inline]
    pub(super) fn pass(&mut self, last: u8, dialect: Dialect) {
        let is_mark = last == dialect.delimiter || last == b'\n' || last == b'\r';
        self.may_open = u64::from(is_mark && !self.is_inside());
    }
}
