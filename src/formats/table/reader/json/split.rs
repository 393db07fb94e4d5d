//! Cuts JSON into its records without reading them, so that a file of any size is read in pieces, and many of them at once.

use crate::formats::LoadErrorKind;
use crate::text::whole;
use std::io::Read;

/// The longest record, in bytes: a row of a table has some hundred.
pub(super) const LONGEST_RECORD: usize = 16 * 1024 * 1024;

const CHUNK: usize = 256 * 1024;

/// What holds the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// An array.
    Array,
    /// An object: each record has a key.
    Object,
    /// The file: each line is a record.
    Lines,
    /// Nothing: the file is one record.
    Nothing,
}

/// A record that was cut out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The line of its first byte, from 1.
    pub(super) line: u64,
    /// Its key in an object, as written.
    pub(super) key: Option<Vec<u8>>,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Whether the file ends in its middle.
    pub(super) is_cut: bool,
}

/// Why there are no more records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The container was closed, or the last line read.
    Whole,
    /// The file ends before.
    Cut,
}

/// Cuts from a place inside the container on.
pub(super) struct Splitter {
    reader: Box<dyn Read + Send>,
    container: Container,
    buffer: Vec<u8>,
    at: usize,
    /// Bytes before the buffer.
    before: u64,
    line: u64,
    pub(super) ending: Option<Ending>,
}

impl Splitter {
    /// `reader` stands at the byte `offset`, which is inside the container and in this line.
    pub(super) fn new(reader: Box<dyn Read + Send>, container: Container, offset: u64, line: u64) -> Self {
        Self { reader, container, buffer: Vec::new(), at: 0, before: offset, line, ending: None }
    }

    /// The byte that comes next.
    pub(super) fn offset(&self) -> u64 {
        self.before.saturating_add(self.at as u64)
    }

    /// The next record.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, LoadErrorKind> {
        if self.ending.is_some() {
            return Ok(None);
        }
        match self.container {
            Container::Lines => self.next_line(),
            Container::Array => self.next_element(),
            Container::Object => self.next_member(),
            Container::Nothing => self.only_record(),
        }
    }

    /// Goes on to the next line, from a place that may be in the middle of one.
    pub(super) fn skip_line(&mut self) -> Result<(), LoadErrorKind> {
        while let Some(byte) = self.take()? {
            if byte == b'\n' {
                break;
            }
        }
        Ok(())
    }

    /// Tries the next brace as the beginning of a record; `None` where none begins before the file ends.
    pub(super) fn try_brace(&mut self) -> Result<Option<Piece>, LoadErrorKind> {
        while let Some(byte) = self.peek()? {
            if byte == b'{' {
                let piece = self.value(self.line, None)?;
                self.ending = None;
                return Ok(Some(piece));
            }
            self.at += 1;
        }
        Ok(None)
    }

    /// Goes back behind the first byte of what was just cut out, which was no record.
    pub(super) fn step_into(&mut self, piece: &Piece) {
        self.at = (self.at.saturating_sub(piece.bytes.len()) + 1).min(self.buffer.len());
    }

    fn next_line(&mut self) -> Result<Option<Piece>, LoadErrorKind> {
        loop {
            let line = self.line;
            let start = self.settle();
            let end = loop {
                let unread = self.buffer.get(self.at..).unwrap_or_default();
                if let Some(length) = memchr::memchr(b'\n', unread) {
                    self.at += length;
                    break self.at;
                }
                self.at = self.buffer.len();
                self.check_length(start, line)?;
                if !self.fill()? {
                    self.ending = Some(Ending::Whole);
                    break self.at;
                }
            };
            self.check_length(start, line)?;
            let bytes = self.buffer.get(start..end).unwrap_or_default().trim_ascii().to_vec();
            if self.ending.is_none() {
                self.at += 1;
                self.line += 1;
            }
            if !bytes.is_empty() {
                return Ok(Some(Piece { line, key: None, bytes, is_cut: false }));
            }
            if self.ending.is_some() {
                return Ok(None);
            }
        }
    }

    fn next_element(&mut self) -> Result<Option<Piece>, LoadErrorKind> {
        match self.after_separators()? {
            None => Ok(self.end(Ending::Cut)),
            Some(b']') => Ok(self.end(Ending::Whole)),
            // A brace that closes nothing is no value: there would be nothing to step over.
            Some(b'}') => Err(self.odd("a record or the end of the list")),
            Some(_) => {
                let line = self.line;
                self.value(line, None).map(Some)
            }
        }
    }

    fn only_record(&mut self) -> Result<Option<Piece>, LoadErrorKind> {
        match self.after_separators()? {
            None => Ok(self.end(Ending::Whole)),
            Some(b'{') => {
                let line = self.line;
                self.value(line, None).map(Some)
            }
            Some(_) => Err(self.odd("the end of the file")),
        }
    }

    fn next_member(&mut self) -> Result<Option<Piece>, LoadErrorKind> {
        match self.after_separators()? {
            None => return Ok(self.end(Ending::Cut)),
            Some(b'}') => return Ok(self.end(Ending::Whole)),
            Some(b'"') => {}
            Some(_) => return Err(self.odd("a key in double quotes")),
        }
        let line = self.line;
        let key = self.value(line, None)?.bytes;
        match self.after_separators()? {
            None => Ok(self.end(Ending::Cut)),
            Some(b':') => {
                self.at += 1;
                match self.after_separators()? {
                    None => Ok(self.end(Ending::Cut)),
                    Some(_) => self.value(line, Some(key)).map(Some),
                }
            }
            Some(_) => Err(self.odd("a colon after the key")),
        }
    }

    fn end(&mut self, ending: Ending) -> Option<Piece> {
        self.ending = Some(ending);
        None
    }

    fn odd(&self, expected: &str) -> LoadErrorKind {
        LoadErrorKind::table(format!(
            "found JSON that is broken in line {}, expected {expected}; is a bracket or quote missing before?",
            whole(self.line)
        ))
    }

    /// The value that begins here, up to its last byte.
    fn value(&mut self, line: u64, key: Option<Vec<u8>>) -> Result<Piece, LoadErrorKind> {
        let start = self.settle();
        let (mut depth, mut in_text) = (0_usize, false);
        let is_cut = loop {
            if self.at == self.buffer.len() {
                self.check_length(start, line)?;
                if !self.fill()? {
                    break depth > 0 || in_text;
                }
            }
            let unread = self.buffer.get(self.at..).unwrap_or_default();
            let byte = unread.first().copied().unwrap_or_default();
            if in_text {
                // An escaped byte says nothing.
                match memchr::memchr3(b'"', b'\\', b'\n', unread) {
                    None => self.at = self.buffer.len(),
                    Some(length) => {
                        self.at += length;
                        match unread.get(length) {
                            Some(b'\\') if self.at + 1 == self.buffer.len() => {
                                if !self.fill()? {
                                    self.at = self.buffer.len();
                                    break true;
                                }
                                self.at = (self.at + 2).min(self.buffer.len());
                            }
                            Some(b'\\') => self.at += 2,
                            Some(b'\n') => {
                                self.line += 1;
                                self.at += 1;
                            }
                            _ => {
                                in_text = false;
                                self.at += 1;
                                if depth == 0 {
                                    break false;
                                }
                            }
                        }
                    }
                }
                continue;
            }
            match byte {
                b'"' => in_text = true,
                b'{' | b'[' => depth += 1,
                b'}' | b']' | b',' if depth == 0 => break false,
                b'}' | b']' => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += 1;
                        break false;
                    }
                }
                b'\n' => self.line += 1,
                _ => {}
            }
            self.at += 1;
        };
        self.check_length(start, line)?;
        let bytes = self.buffer.get(start..self.at).unwrap_or_default().trim_ascii_end().to_vec();
        if is_cut {
            self.ending = Some(Ending::Cut);
        }
        Ok(Piece { line, key, bytes, is_cut })
    }

    /// The first byte that is neither white space nor a comma.
    fn after_separators(&mut self) -> Result<Option<u8>, LoadErrorKind> {
        while let Some(byte) = self.peek()? {
            match byte {
                b'\n' => self.line += 1,
                b' ' | b'\t' | b'\r' | b',' => {}
                other => return Ok(Some(other)),
            }
            self.at += 1;
        }
        Ok(None)
    }

    fn peek(&mut self) -> Result<Option<u8>, LoadErrorKind> {
        if self.at == self.buffer.len() {
            self.settle();
            if !self.fill()? {
                return Ok(None);
            }
        }
        Ok(self.buffer.get(self.at).copied())
    }

    fn take(&mut self) -> Result<Option<u8>, LoadErrorKind> {
        let byte = self.peek()?;
        self.at += usize::from(byte.is_some());
        Ok(byte)
    }

    /// Forgets what was read, where that is worth the copying; what begins here then begins at the place that is given.
    fn settle(&mut self) -> usize {
        if self.at >= CHUNK || self.at == self.buffer.len() {
            self.buffer.drain(..self.at);
            self.before = self.before.saturating_add(self.at as u64);
            self.at = 0;
        }
        self.at
    }

    /// Reads more; false at the end of the file.
    fn fill(&mut self) -> Result<bool, LoadErrorKind> {
        let got = self.reader.by_ref().take(CHUNK as u64).read_to_end(&mut self.buffer);
        got.map(|count| count > 0).map_err(|error| LoadErrorKind::io(&error))
    }

    fn check_length(&self, start: usize, line: u64) -> Result<(), LoadErrorKind> {
        if self.at.saturating_sub(start) <= LONGEST_RECORD {
            return Ok(());
        }
        Err(LoadErrorKind::table(format!(
            "found a record of more than 16 MiB from line {} on, expected one row of a table; \
             is a bracket or quote missing there?",
            whole(line)
        )))
    }
}
