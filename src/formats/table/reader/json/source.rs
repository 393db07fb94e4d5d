//! The bytes in which records are searched for: they can be cancelled, and what is no number in them is made one.

use crate::formats::Progress;
use crate::formats::table::ReadSeek;
use crate::formats::table::reader::counting::tell;
use std::io::{self, Read};

/// Bytes that can be cancelled.
pub(super) struct Source<'p> {
    reader: Box<dyn ReadSeek>,
    progress: Progress<'p>,
    pub(super) is_cancelled: bool,
    read: u64,
    mend: Mend,
}

/// Where in JSON a byte stands, as far as is needed to put zeros in place of `NaN` and `Infinity`, which some programs
/// write; outside of texts JSON has no capitals but in exponents.
#[derive(Clone, Copy)]
enum Mend {
    Outside,
    Text,
    Escape,
    Word,
}

impl Mend {
    fn next(self, byte: &mut u8) -> Self {
        match (self, *byte) {
            (Self::Text, b'\\') => Self::Escape,
            (Self::Text, b'"') => Self::Outside,
            (Self::Text | Self::Escape, _) | (_, b'"') => Self::Text,
            (Self::Word, letter) if letter.is_ascii_alphabetic() => {
                *byte = b' ';
                Self::Word
            }
            (_, b'N' | b'I') => {
                *byte = b'0';
                Self::Word
            }
            _ => Self::Outside,
        }
    }
}

impl<'p> Source<'p> {
    pub(super) fn new(reader: Box<dyn ReadSeek>, progress: Progress<'p>) -> Self {
        Self { reader, progress, is_cancelled: false, read: 0, mend: Mend::Outside }
    }
}

impl Read for Source<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        for byte in buffer.iter_mut().take(count) {
            self.mend = self.mend.next(byte);
        }
        let before = self.read / (64 * 1024);
        self.read = self.read.saturating_add(count as u64);
        // The search is short beside the pass over all records, and is not counted.
        if self.read / (64 * 1024) > before && tell(self.progress, 0).is_err() {
            self.is_cancelled = true;
            return Err(io::Error::other("cancelled"));
        }
        Ok(count)
    }
}
