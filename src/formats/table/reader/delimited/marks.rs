//! Where in a text its separators stand, and where its rows end: all that is looked for in each byte. It is found in the
//! order of the file, for only what comes before says whether a byte is within quotes; what is kept is small and takes
//! whoever reads the rows straight to the cells that are wanted.
#![expect(clippy::inline_always, reason = "what is not inlined is compiled for the oldest processor only")]

use super::mask::{BLOCK, Block};
use super::quoting::{Dialect, Quoting};
use fearless_simd::{Level, Simd, dispatch};

/// The separators of a text that begins with a row.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// For each block the delimiters and ends of rows, one bit for each byte; behind the last block what other texts left.
    bits: Vec<u64>,
    /// How many of them stand before each block.
    before: Vec<u32>,
    /// How many blocks were looked at.
    blocks: usize,
    /// Where rows end: all of them, with those of blank lines and the second halves of lines' ends.
    pub(super) ends: Vec<End>,
    count: u32,
    lines: u32,
    quoting: Quoting,
    /// Whether there are NUL bytes.
    pub(super) has_nul: bool,
}

/// Where a row ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) at: u32,
    /// How many separators stand before it, and how many lines are over behind it.
    pub(super) count: u32,
    pub(super) lines: u32,
}

impl Marks {
    /// The marks of a whole text.
    pub(super) fn of(text: &[u8], dialect: Dialect) -> Self {
        let mut marks = Self::default();
        marks.grow(text, dialect, true);
        marks
    }

    /// The marks of a whole text that begins within quotes.
    pub(super) fn within(text: &[u8], dialect: Dialect) -> Self {
        let mut marks = Self { quoting: Quoting::within(), ..Self::default() };
        marks.grow(text, dialect, true);
        marks
    }

    /// Forgets a text, but not the memory that it took.
    pub(super) fn clear(&mut self) {
        let Self { bits, before, ends, .. } = std::mem::take(self);
        *self = Self { bits, before, ends, ..Self::default() };
        self.ends.clear();
    }

    /// Looks at what `text` has grown by. Its last bytes wait for what follows them unless it `is_whole`.
    pub(super) fn grow(&mut self, text: &[u8], dialect: Dialect, is_whole: bool) {
        // Of a carriage return the next byte must be known.
        let known = if is_whole { text.len() } else { text.len().saturating_sub(1) };
        let from = self.blocks * BLOCK;
        let (blocks, rest) = text.get(from..known).unwrap_or_default().as_chunks::<BLOCK>();
        let level = Level::new();
        dispatch!(level, simd => self.look(simd, text, from, blocks, dialect));
        if is_whole {
            let last = [padded(rest)];
            dispatch!(level, simd => self.look(simd, text, from + blocks.len() * BLOCK, &last, dialect));
        }
    }

    /// Looks at the `blocks` of `text` that begin at `base`. What goes from one to the next is kept out of memory.
    #[inline(always)]
    fn look<S: Simd>(&mut self, simd: S, text: &[u8], base: usize, blocks: &[[u8; BLOCK]], dialect: Dialect) {
        let (mut quoting, mut count, mut lines) = (self.quoting, self.count, self.lines);
        let mut least = Block::new(simd, &[u8::MAX; BLOCK]);
        let first = self.blocks;
        self.blocks += blocks.len();
        if self.bits.len() < self.blocks {
            self.bits.resize(self.blocks, 0);
            self.before.resize(self.blocks, 0);
        }
        let places = self.bits.iter_mut().zip(&mut self.before).skip(first);
        for (index, (block, (bits, before))) in blocks.iter().zip(places).enumerate() {
            let block = Block::new(simd, block);
            let (separators, ends) = quoting.step(block, dialect);
            least = least.min(block);
            (*bits, *before) = (separators, count);
            if ends != 0 {
                lines = keep_ends(&mut self.ends, text, base + index * BLOCK, (separators, ends), (count, lines));
            }
            count += separators.count_ones();
        }
        (self.quoting, self.count, self.lines) = (quoting, count, lines);
        self.has_nul |= least.bits(0) != 0;
    }

    /// Whether the text, as far as it was looked at, ends within quotes.
    pub(super) fn is_inside(&self) -> bool {
        self.quoting.is_inside()
    }

    /// Behind the last end of a row, and how many lines are over there; 0 for none.
    pub(super) fn boundary(&self) -> (usize, u32) {
        self.ends.last().map_or((0, 0), |end| (end.at as usize + 1, end.lines))
    }

    /// How many separators there are.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    /// How many lines are over before the end.
    pub(super) fn lines(&self) -> u32 {
        self.lines
    }

    /// Where the quote stands that opened the cell within which `text` ends, as far as it was looked at.
    pub(super) fn last_opened(&self, text: &[u8], dialect: Dialect) -> usize {
        let (mut quoting, mut closed, mut opened, level) = (Quoting::default(), 0, 0, Level::new());
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        let last = padded(rest);
        for (index, block) in blocks.iter().chain([&last]).take(self.blocks).enumerate() {
            let opens = dispatch!(level, simd => quoting.opens(Block::new(simd, block), dialect, &mut closed));
            if opens != 0 {
                opened = index * BLOCK + BLOCK - 1 - opens.leading_zeros() as usize;
            }
        }
        opened
    }

    /// Goes from separator to separator.
    pub(super) fn seek(&self) -> Seek<'_> {
        Seek { marks: self, block: 0, count: 0, bits: self.bits.first().copied().unwrap_or_default() }
    }
}

/// Finds separators by their numbers, in rising order.
pub(super) struct Seek<'m> {
    marks: &'m Marks,
    block: usize,
    /// The number of the lowest of `bits`, which are those of the block that were not passed.
    count: u32,
    bits: u64,
}

impl Seek<'_> {
    /// Where separator `number` stands, from 0; not less than the number before.
    #[inline]
    pub(super) fn to(&mut self, number: u32) -> usize {
        let rest = self.marks.before.get(self.block + 1..self.marks.blocks).unwrap_or_default();
        let passed = rest.iter().take_while(|before| **before <= number).count();
        if passed > 0 {
            self.block += passed;
            self.count = self.marks.before.get(self.block).copied().unwrap_or_default();
            self.bits = self.marks.bits.get(self.block).copied().unwrap_or_default();
        }
        while self.count < number {
            self.bits &= self.bits.wrapping_sub(1);
            self.count += 1;
        }
        self.at()
    }

    /// Where the separator stands behind the one that was found last.
    #[inline]
    pub(super) fn next(&mut self) -> usize {
        self.bits &= self.bits.wrapping_sub(1);
        self.count += 1;
        while self.bits == 0 {
            self.block += 1;
            let Some(bits) = self.marks.bits.get(self.block) else { break };
            self.bits = *bits;
        }
        self.at()
    }

    fn at(&self) -> usize {
        self.block * BLOCK + self.bits.trailing_zeros() as usize
    }
}

/// The last bytes of a text as a block.
fn padded(rest: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    for (to, byte) in block.iter_mut().zip(rest) {
        *to = *byte;
    }
    block
}

/// Keeps where rows end in the block at `base`, of which bits tell the separators and the ends of lines; `count` separators
/// and `lines` are over before it. Gives how many lines are over behind it. Called for few blocks: what it takes must not
/// burden the others.
#[cold]
#[inline(never)]
fn keep_ends(
    kept: &mut Vec<End>,
    text: &[u8],
    base: usize,
    (separators, mut ends): (u64, u64),
    (count, mut lines): (u32, u32),
) -> u32 {
    while ends != 0 {
        let bit = ends & ends.wrapping_neg();
        let at = base + bit.trailing_zeros() as usize;
        lines += u32::from(ends_line(text, at));
        if separators & bit != 0 {
            let count = count + (separators & (bit - 1)).count_ones();
            kept.push(End { at: u32::try_from(at).unwrap_or(u32::MAX), count, lines });
        }
        ends ^= bit;
    }
    lines
}

/// Whether a line ends with the line feed or carriage return at `at`; the first of a pair does not.
#[inline]
fn ends_line(text: &[u8], at: usize) -> bool {
    text.get(at) == Some(&b'\n') || text.get(at + 1) != Some(&b'\n')
}

/// How many lines end in `text`.
pub(super) fn count_lines(text: &[u8]) -> u64 {
    memchr::memchr2_iter(b'\n', b'\r', text).filter(|at| ends_line(text, *at)).count() as u64
}
