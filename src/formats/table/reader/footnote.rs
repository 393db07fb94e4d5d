//! Notes under a table's rows: "Source: …", "* provisional". They stand in the first cell of a row that is else empty.

/// Words that begin a note where a colon follows them.
const WORDS: [&str; 15] = [
    "source",
    "sources",
    "data source",
    "data sources",
    "note",
    "notes",
    "footnote",
    "footnotes",
    "nb",
    "n.b.",
    "remark",
    "remarks",
    "last updated",
    "last update",
    "disclaimer",
];

/// Whether a note may begin with this byte: asked of every row.
#[inline]
pub(super) fn may_begin(byte: u8) -> bool {
    matches!(byte, b'S' | b's' | b'N' | b'n' | b'D' | b'd' | b'F' | b'f' | b'L' | b'l' | b'R' | b'r' | b'*' | 0xE2)
}

/// Whether this is a note, if it is all that a row of a table with so many columns has. A name may begin with a star: where
/// there are two columns only, a mark is not enough.
pub(super) fn is_note(text: &str, columns: usize) -> bool {
    let text = text.trim_start();
    if let Some((word, rest)) = text.split_once(':')
        && word.len() <= 14
    {
        return !rest.trim().is_empty() && WORDS.contains(&word.trim_end().to_ascii_lowercase().as_str());
    }
    let marked = text.trim_start_matches(['*', '†', '‡']);
    columns >= 3 && marked.len() < text.len() && marked.trim_start().chars().filter(|c| c.is_alphabetic()).count() >= 3
}
