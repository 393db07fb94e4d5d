//! What bytes are: told by their content, since names lie.

use crate::formats::LoadErrorKind;
use crate::formats::table::Material;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use std::io::Read;

/// The kinds of files in which tables come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Packed by gzip.
    Gzip,
    /// A ZIP archive, or a workbook, which is one too.
    Zip,
    /// An old workbook of Excel, or a new one that is locked.
    Compound,
    /// Parquet.
    Parquet,
    /// JSON.
    Json,
    /// A JSON object on each line.
    JsonLines,
    /// Anything else: text with separators, or nothing that is a table.
    Text,
}

/// How much is looked at.
const HEAD: u64 = 256 * 1024;

impl Kind {
    /// Looks at the first bytes.
    pub(super) fn of(material: &Material) -> Result<Self, LoadErrorKind> {
        let (reader, size) = material.open()?;
        let mut head = Vec::with_capacity(usize::try_from(size.min(HEAD)).unwrap_or_default());
        reader.take(HEAD).read_to_end(&mut head).map_err(|error| LoadErrorKind::io(&error))?;
        Ok(match head.as_slice() {
            [0x1F, 0x8B, ..] => Self::Gzip,
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] | [b'P', b'K', 7, 8, ..] => Self::Zip,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Self::Compound,
            [b'P', b'A', b'R', b'1' | b'E', ..] if head.len() >= 8 && is_binary(&head) => Self::Parquet,
            _ => match wide(&head) {
                Some(encoding) => by_text(encoding.decode_with_bom_removal(&head).0.as_bytes()),
                None => by_text(head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head)),
            },
        })
    }
}

/// UTF-16 with its mark, or with a zero beside the first bracket or white space, as JSON in it has.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xFF, 0xFE, ..] | [b'{' | b'[' | b'\t'..=b'\r' | b' ', 0, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] | [0, b'{' | b'[' | b'\t'..=b'\r' | b' ', ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// A CSV could start with these letters too; Parquet has control characters soon after.
fn is_binary(head: &[u8]) -> bool {
    head.iter().take(64).any(|byte| *byte < 9)
}

fn by_text(head: &[u8]) -> Kind {
    let text = head.trim_ascii_start();
    match text.first() {
        Some(b'{') if is_lines(text) => Kind::JsonLines,
        Some(b'{') => Kind::Json,
        // A table can start with a bracket too: JSON goes on with a value.
        Some(b'[') => match text.trim_ascii_start().get(1..).unwrap_or_default().trim_ascii_start().first() {
            Some(b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n' | b']') | None => Kind::Json,
            Some(_) => Kind::Text,
        },
        _ => Kind::Text,
    }
}

/// Whether the first line is a whole object and the next one begins another.
fn is_lines(text: &[u8]) -> bool {
    let Some(end) = memchr::memchr(b'\n', text) else { return false };
    let (first, rest) = text.split_at(end);
    let is_whole = first.trim_ascii_end().last() == Some(&b'}');
    is_whole && rest.trim_ascii_start().first() == Some(&b'{')
}
