//! Where cells and rows end in spite of quotes, block by block, just as the `csv` crate reads them.
//!
//! A quote opens a cell only where the cell begins; within quotes a doubled one stands for itself; what follows a closing
//! quote belongs to the cell as it is. So quotes open and close in turn, but for those in the middle of a cell.

use super::mask::{BLOCK, mask, parity};

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
    /// 1 where the last byte is a closing quote.
    closed: u64,
}

/// A block's special bytes, one bit for each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    /// Delimiters between cells.
    pub(super) delimiters: u64,
    /// Line feeds and carriage returns that end rows.
    pub(super) ends: u64,
    /// Those within quotes.
    pub(super) inner_ends: u64,
    /// Quotes that open a cell.
    pub(super) opened: u64,
}

impl Quoting {
    /// Before a row.
    pub(super) const START: Self = Self { inside: 0, may_open: 1, closed: 0 };

    /// Whether the next byte is within quotes.
    pub(super) fn is_inside(&self) -> bool {
        self.inside != 0
    }

    /// Goes over the next block. Without `COUNTED`, delimiters are left out where no quote needs them.
    #[inline]
    pub(super) fn step<const COUNTED: bool>(&mut self, block: &[u8; BLOCK], dialect: Dialect) -> Marks {
        let mut quotes = mask(block, |byte| byte == dialect.quote);
        let ends = mask(block, |byte| byte == b'\n' || byte == b'\r');
        let is_needed = COUNTED || quotes != 0;
        let delimiters = if is_needed { mask(block, |byte| byte == dialect.delimiter) } else { 0 };
        if quotes == 0 {
            let outside = !self.inside;
            let marks = (delimiters | ends) & outside;
            // Only the last byte matters, and only if it is a delimiter or ends a row.
            let last = block[BLOCK - 1];
            let is_mark = last == dialect.delimiter || last == b'\n' || last == b'\r';
            self.may_open = u64::from(is_mark) & outside & 1;
            self.closed = 0;
            debug_assert!(!COUNTED || self.may_open == marks >> 63);
            return Marks {
                delimiters: delimiters & outside,
                ends: ends & outside,
                inner_ends: ends & self.inside,
                opened: 0,
            };
        }
        loop {
            let inside = parity(quotes) ^ self.inside;
            let before = (inside << 1) | (self.inside & 1);
            let opens = quotes & !before;
            let closes = quotes & before;
            let marks = (delimiters | ends) & !inside;
            let stray = opens & !(((marks | closes) << 1) | self.may_open);
            if stray != 0 {
                // A quote in the middle of a cell: the first one surely is, those after it must be looked at again.
                quotes &= !(stray & stray.wrapping_neg());
                continue;
            }
            let marks = Marks {
                delimiters: delimiters & !inside,
                ends: ends & !inside,
                inner_ends: ends & inside,
                opened: opens & !((closes << 1) | self.closed),
            };
            self.may_open = (marks.delimiters | marks.ends | closes) >> 63;
            self.closed = closes >> 63;
            self.inside = 0_u64.wrapping_sub(inside >> 63);
            return marks;
        }
    }
}
