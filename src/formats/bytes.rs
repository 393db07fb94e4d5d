//! Reads all bytes of a file as UTF-8 text, refusing early what is too large.

use super::{Expected, LoadErrorKind, Looks, Progress, SIZE_LIMIT};
use std::io::{ErrorKind, Read};

/// How much is read before progress is reported and cancelling is looked at.
pub(super) const CHUNK: usize = 64 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The first bytes of a file.
pub(super) fn head(
    reader: &mut Box<dyn Read + Send>,
    expected: Expected,
    progress: Progress,
) -> Result<Vec<u8>, LoadErrorKind> {
    let mut bytes = Vec::new();
    read_chunk(reader, &mut bytes, progress)?;
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
    if text.iter().all(u8::is_ascii_whitespace) && bytes.len() < CHUNK {
        return Err(LoadErrorKind::Empty { size: count(bytes.len()), expected });
    }
    Ok(bytes)
}

/// The whole text without its byte order mark; `head` is what of it has been read.
pub(super) fn read_text(
    head: Vec<u8>,
    reader: Box<dyn Read + Send>,
    size: Option<u64>,
    expected: Expected,
    progress: Progress,
) -> Result<String, LoadErrorKind> {
    into_text(read_all(head, reader, size, progress)?, expected)
}

/// All bytes, up to [`SIZE_LIMIT`]; `head` is what of them has been read.
pub(super) fn read_all(
    head: Vec<u8>,
    mut reader: Box<dyn Read + Send>,
    size: Option<u64>,
    progress: Progress,
) -> Result<Vec<u8>, LoadErrorKind> {
    let mut bytes = head;
    if let Some(size) = size.filter(|size| *size > SIZE_LIMIT) {
        return Err(LoadErrorKind::TooLarge { size: Some(size) });
    }
    // A size that lies must not take memory: what the system has not yet given out costs nothing.
    let rest = size.unwrap_or(0).min(SIZE_LIMIT).saturating_sub(count(bytes.len()));
    let out_of_memory = |_| LoadErrorKind::io(&ErrorKind::OutOfMemory.into());
    bytes.try_reserve_exact(usize::try_from(rest).unwrap_or(0).saturating_add(1)).map_err(out_of_memory)?;
    while read_chunk(&mut reader, &mut bytes, progress)? {
        if count(bytes.len()) > SIZE_LIMIT {
            return Err(LoadErrorKind::TooLarge { size: None });
        }
    }
    let found = count(bytes.len());
    if let Some(expected) = size.filter(|expected| *expected > found) {
        return Err(LoadErrorKind::Shrank { expected, found });
    }
    Ok(bytes)
}

/// Appends up to [`CHUNK`] bytes; false at the end of the file.
fn read_chunk(
    reader: &mut Box<dyn Read + Send>,
    bytes: &mut Vec<u8>,
    progress: Progress,
) -> Result<bool, LoadErrorKind> {
    let wanted = count(CHUNK);
    let got = reader.by_ref().take(wanted).read_to_end(bytes).map_err(|error| LoadErrorKind::io(&error))?;
    if progress(count(bytes.len())).is_break() {
        return Err(LoadErrorKind::Cancelled);
    }
    Ok(got > 0)
}

/// Bytes as text, without a byte order mark.
pub(super) fn into_text(mut bytes: Vec<u8>, expected: Expected) -> Result<String, LoadErrorKind> {
    let size = count(bytes.len());
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(&error, size))?;
    if text.trim().is_empty() {
        return Err(LoadErrorKind::Empty { size, expected });
    }
    // A NUL deep inside is no text either, though UTF-8 allows it.
    if text.contains('\0') {
        return Err(LoadErrorKind::Foreign { looks: Looks::NulBytes, expected });
    }
    Ok(text)
}

fn not_utf8(error: &std::string::FromUtf8Error, size: u64) -> LoadErrorKind {
    let bytes = error.as_bytes();
    let mark = size.saturating_sub(count(bytes.len()));
    let (valid, rest) = bytes.split_at(error.utf8_error().valid_up_to());
    let line = valid.split(|byte| *byte == b'\n').count() - 1;
    let in_line = valid.iter().rev().take_while(|byte| **byte != b'\n').count();
    LoadErrorKind::NotUtf8 {
        line: count(line) + 1,
        byte_in_line: count(in_line) + 1 + if line == 0 { mark } else { 0 },
        byte_in_file: count(valid.len()) + 1 + mark,
        found: rest.first().copied().unwrap_or_default(),
    }
}

/// Sizes in memory fit into 64 bits on every system there is.
fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
