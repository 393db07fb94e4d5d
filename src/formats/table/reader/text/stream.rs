//! A file as UTF-8 from its start to the end it had when it was opened.

use super::Encoded;
use crate::formats::LoadErrorKind;
use crate::formats::table::{Material, ReadSeek};
use encoding_rs::{CoderResult, Decoder, UTF_8};
use std::io::{ErrorKind, Read, SeekFrom};

/// So much is decoded at a time.
const RAW: usize = 64 * 1024;

/// Text that is read in order. UTF-8 is not checked here.
pub(in super::super) struct Stream {
    bytes: Box<dyn ReadSeek>,
    size: u64,
    position: u64,
    decoding: Option<Decoding>,
}

struct Decoding {
    decoder: Decoder,
    raw: Vec<u8>,
    used: usize,
    filled: usize,
    is_damaged: bool,
}

impl Stream {
    pub(in super::super) fn open(material: &Material, encoded: Encoded) -> Result<Self, LoadErrorKind> {
        let (mut bytes, _) = material.open()?;
        bytes.seek(SeekFrom::Start(encoded.mark)).map_err(|error| LoadErrorKind::io(&error))?;
        let decoding = (encoded.encoding != UTF_8).then(|| Decoding {
            decoder: encoded.encoding.new_decoder_without_bom_handling(),
            raw: vec![0; RAW],
            used: 0,
            filled: 0,
            is_damaged: false,
        });
        Ok(Self { bytes, size: encoded.size, position: encoded.mark, decoding })
    }

    /// Fills `into` as far as there is text; 0 only at the end.
    pub(in super::super) fn read(&mut self, into: &mut [u8]) -> Result<usize, LoadErrorKind> {
        let Some(mut decoding) = self.decoding.take() else { return self.read_raw(into) };
        let read = self.decode(&mut decoding, into);
        self.decoding = Some(decoding);
        read
    }

    fn decode(&mut self, decoding: &mut Decoding, into: &mut [u8]) -> Result<usize, LoadErrorKind> {
        let mut written = 0;
        loop {
            if decoding.used == decoding.filled {
                decoding.filled = self.read_raw(&mut decoding.raw)?;
                decoding.used = 0;
            }
            let is_last = self.position == self.size;
            let source = decoding.raw.get(decoding.used..decoding.filled).unwrap_or_default();
            let target = into.get_mut(written..).unwrap_or_default();
            let (result, used, new, is_damaged) = decoding.decoder.decode_to_utf8(source, target, is_last);
            decoding.used += used;
            decoding.is_damaged |= is_damaged;
            written += new;
            // A decoder must not be asked again once it has given out its last character.
            let is_done = result == CoderResult::InputEmpty && is_last;
            if is_done {
                decoding.decoder = decoding.decoder.encoding().new_decoder_without_bom_handling();
            }
            if is_done || result == CoderResult::OutputFull {
                return Ok(written);
            }
        }
    }

    fn read_raw(&mut self, into: &mut [u8]) -> Result<usize, LoadErrorKind> {
        let left = usize::try_from(self.size - self.position).unwrap_or(usize::MAX);
        let length = left.min(into.len());
        let mut filled = 0;
        while let Some(rest) = into.get_mut(filled..length).filter(|rest| !rest.is_empty()) {
            match self.bytes.read(rest) {
                Ok(0) => return Err(LoadErrorKind::Shrank { expected: self.size, found: self.position }),
                Ok(read) => {
                    filled += read;
                    self.position += read as u64;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(LoadErrorKind::io(&error)),
            }
        }
        Ok(filled)
    }

    /// The bytes of the file that were read.
    pub(in super::super) fn position(&self) -> u64 {
        self.position
    }

    /// Whether bytes that are no text of this encoding were met and replaced.
    pub(in super::super) fn is_damaged(&self) -> bool {
        self.decoding.as_ref().is_some_and(|decoding| decoding.is_damaged)
    }

    /// Whether the file goes on behind the end it had; asked at the end.
    pub(in super::super) fn grew(&mut self) -> bool {
        matches!(self.bytes.read(&mut [0]), Ok(1..))
    }
}
