//! What a file's first bytes look like, so that the wrong file is called by its name instead of "syntax error".

use super::Expected;
use super::words::quoted;

/// What a file that is no dataset looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looks {
    /// It holds NUL bytes.
    NulBytes,
    /// UTF-16 or UTF-32 text.
    WideText,
    /// Compressed with gzip.
    Gzip,
    /// A ZIP archive.
    Zip,
    /// A spreadsheet of Excel or `LibreOffice`.
    Spreadsheet,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A web page.
    Html,
    /// XML.
    Xml,
    /// Lines with separators.
    Table,
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
            Self::Gzip => "a gzip archive".to_owned(),
            Self::Zip => "a ZIP archive".to_owned(),
            Self::Spreadsheet => "a spreadsheet (XLSX or ODS)".to_owned(),
            Self::Pdf => "a PDF document".to_owned(),
            Self::Picture => "a picture".to_owned(),
            Self::Html => "a web page".to_owned(),
            Self::Xml => "an XML file".to_owned(),
            Self::Table => "what looks like a table (CSV)".to_owned(),
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
            Self::Gzip | Self::Zip => "unpack it and open the file inside",
            Self::Html => "the download may have saved a page about the file: fetch the file itself",
            Self::View => "it names its datasets and replaces what is open: open it by itself in the window",
            Self::Spreadsheet | Self::Table => "this version does not read tables",
            Self::Pdf | Self::Picture | Self::Xml | Self::OtherJson | Self::Text(_) | Self::Binary => {
                return format!("choose a file that ends in {}", expected.ending());
            }
        };
        hint.to_owned()
    }
}

/// What these first bytes of a file are, unless they may begin a JSON object or array.
pub(super) fn looks_foreign(bytes: &[u8]) -> Option<Looks> {
    by_signature(bytes).or_else(|| {
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        // Comments are left to the JSON reader, which knows where they stand.
        if text.is_empty() || matches!(text.first(), Some(b'{' | b'[' | b'/')) { None } else { Some(by_text(text)) }
    })
}

fn by_signature(bytes: &[u8]) -> Option<Looks> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
    match bytes {
        // With a byte order mark, or with a zero beside the first bracket or white space.
        [0xFF, 0xFE, ..]
        | [0xFE, 0xFF, ..]
        | [0, b'{' | b'[' | b'\t'..=b'\r' | b' ', ..]
        | [b'{' | b'[' | b'\t'..=b'\r' | b' ', 0, ..]
        | [0, 0, 0, b'{' | b'[', ..] => Some(Looks::WideText),
        [0x1F, 0x8B, ..] => Some(Looks::Gzip),
        [b'P', b'K', 3, 4, ..]
            if holds(b"xl/") || holds(b"[Content_Types].xml") || holds(b"opendocument.spreadsheet") =>
        {
            Some(Looks::Spreadsheet)
        }
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(Looks::Zip),
        [b'%', b'P', b'D', b'F', ..] => Some(Looks::Pdf),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => Some(Looks::Picture),
        _ if head.contains(&0) => Some(Looks::NulBytes),
        _ => None,
    }
}

fn by_text(bytes: &[u8]) -> Looks {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let text = String::from_utf8_lossy(head);
    let lower = text.to_ascii_lowercase();
    if lower.starts_with('<') {
        let is_page = lower.contains("<!doctype html") || lower.contains("<html");
        return if is_page { Looks::Html } else { Looks::Xml };
    }
    let control = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    if head.iter().filter(|byte| control(byte)).count() * 20 > head.len() {
        return Looks::Binary;
    }
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let second = lines.next().unwrap_or_default();
    let is_table = [',', ';', '\t', '|'].iter().any(|separator| {
        let columns = first.matches(*separator).count();
        columns > 0 && (second.is_empty() || second.matches(*separator).count() == columns)
    });
    if is_table { Looks::Table } else { Looks::Text(first.chars().take(40).collect()) }
}
