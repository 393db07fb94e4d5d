//! What a file's first bytes look like: a dataset, a table, or the wrong file, which is called by its name instead of
//! "syntax error".

use super::Expected;
use super::words::quoted;
use flate2::read::GzDecoder;
use std::io::Read;

/// How much of an archive is looked at.
const UNPACKED: u64 = 64 * 1024;

/// What a file that is no dataset looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looks {
    /// It holds NUL bytes.
    NulBytes,
    /// UTF-16 or UTF-32 text.
    WideText,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A web page.
    Html,
    /// XML.
    Xml,
    /// JSON of another kind: it has none of the keys that what was expected must have.
    OtherJson,
    /// A saved view, where a dataset was asked for.
    View,
    /// Some other text, with its first words.
    Text(String),
    /// Bytes without meaning.
    Binary,
}

impl Looks {
    pub(super) fn found(&self, expected: Expected) -> String {
        match self {
            Self::NulBytes => "NUL bytes".to_owned(),
            Self::WideText => "UTF-16 or UTF-32 text".to_owned(),
            Self::Pdf => "a PDF document".to_owned(),
            Self::Picture => "a picture".to_owned(),
            Self::Html => "a web page".to_owned(),
            Self::Xml => "an XML file".to_owned(),
            Self::OtherJson => format!("JSON without {}", expected.keys()),
            Self::View => "a saved view".to_owned(),
            Self::Text(start) => format!("text that starts with {}", quoted(start)),
            Self::Binary => "binary data".to_owned(),
        }
    }

    pub(super) fn hint(&self, expected: Expected) -> String {
        let hint = match self {
            Self::NulBytes => "the disk or the download may have failed: fetch the file again",
            Self::WideText => "save it with the encoding UTF-8",
            Self::Html => "the download may have saved a page about the file: fetch the file itself",
            Self::View => "it names its datasets and replaces what is open: open it by itself in the window",
            Self::Pdf | Self::Picture | Self::Xml | Self::OtherJson | Self::Text(_) | Self::Binary => {
                return format!("choose {}", expected.choice());
            }
        };
        hint.to_owned()
    }
}

/// What the first bytes of a file say of the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FirstLook {
    /// Nothing that can be read.
    Foreign(Looks),
    /// A dataset or a view, or what is meant as one.
    Dataset,
    /// The same, compressed with gzip.
    PackedDataset,
    /// A JSON object of which the first bytes do not say whether it is a dataset or a table.
    Object,
    /// Lines without separators: a table of one column, or prose.
    Text(Looks),
    /// A table, or an archive of such.
    Table,
}

/// What these first bytes of a file are; its name tells a broken dataset from a table.
pub(super) fn first_look(bytes: &[u8], name: &str) -> FirstLook {
    let name = name.to_ascii_lowercase();
    let is_named = name.ends_with(".toll.json") || name.ends_with(".tollview.json");
    match by_signature(bytes) {
        // A dataset is UTF-8; records need not be.
        Some(FirstLook::Foreign(Looks::WideText)) if !is_named && !bytes.starts_with(&[0, 0]) => {
            return FirstLook::Table;
        }
        Some(look) => return look,
        None => {}
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let is_meant = is_named || names_a_dataset(text);
    match text.first() {
        // Comments are left to the JSON reader, which knows where they stand.
        Some(b'{' | b'/') if is_meant => FirstLook::Dataset,
        Some(b'[') if is_named => FirstLook::Dataset,
        Some(b'{') if is_lines(text) => FirstLook::Table,
        Some(b'{') => FirstLook::Object,
        Some(b'[') => FirstLook::Table,
        _ => by_text(text),
    }
}

/// Whether a text has a key that only datasets and views have.
pub(super) fn names_a_dataset(text: &[u8]) -> bool {
    [b"\"tollview\"".as_slice(), b"\"tollview_view\""].iter().any(|key| memchr::memmem::find(text, key).is_some())
}

/// What the first bytes of a gzip archive hold.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    // The archive goes on behind these bytes: what is cut off there is no matter.
    let _ = GzDecoder::new(bytes).take(UNPACKED).read_to_end(&mut unpacked);
    unpacked
}

/// Whether there is one JSON object on each line.
fn is_lines(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let first = lines.next().is_some_and(|line| line.ends_with(b"}"));
    first && lines.next().is_some_and(|line| line.starts_with(b"{"))
}

fn by_signature(bytes: &[u8]) -> Option<FirstLook> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let looks = match bytes {
        // JSON in UTF-16: with a byte order mark, or with a zero beside the first bracket or white space.
        [0xFF, 0xFE, b'{' | b'[' | 0, 0, ..]
        | [0xFE, 0xFF, 0, b'{' | b'[', ..]
        | [0, b'{' | b'[' | b'\t'..=b'\r' | b' ', ..]
        | [b'{' | b'[' | b'\t'..=b'\r' | b' ', 0, ..]
        | [0, 0, 0, b'{' | b'[', ..] => Looks::WideText,
        [0x1F, 0x8B, ..] if names_a_dataset(&unpacked(bytes)) => return Some(FirstLook::PackedDataset),
        // Other text in UTF-16, gzip, ZIP, the spreadsheets of old, Parquet.
        [0xFF, 0xFE, ..]
        | [0xFE, 0xFF, ..]
        | [0x1F, 0x8B, ..]
        | [b'P', b'K', 3 | 5, 4 | 6, ..]
        | [0xD0, 0xCF, 0x11, 0xE0, ..]
        | [b'P', b'A', b'R', b'1', ..] => return Some(FirstLook::Table),
        [b'%', b'P', b'D', b'F', ..] => Looks::Pdf,
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => Looks::Picture,
        _ if head.contains(&0) => Looks::NulBytes,
        _ => return None,
    };
    Some(FirstLook::Foreign(looks))
}

fn by_text(bytes: &[u8]) -> FirstLook {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let text = String::from_utf8_lossy(head);
    let lower = text.to_ascii_lowercase();
    if lower.starts_with('<') {
        let is_page = lower.contains("<!doctype html") || lower.contains("<html");
        return FirstLook::Foreign(if is_page { Looks::Html } else { Looks::Xml });
    }
    let control = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    if head.iter().filter(|byte| control(byte)).count() * 20 > head.len() {
        return FirstLook::Foreign(Looks::Binary);
    }
    let has_separators = text.lines().take(50).any(|line| line.contains([',', ';', '\t', '|']));
    if has_separators {
        return FirstLook::Table;
    }
    FirstLook::Text(Looks::Text(text.lines().next().unwrap_or_default().chars().take(40).collect()))
}
