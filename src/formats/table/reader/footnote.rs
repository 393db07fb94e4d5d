//! Notes under a table's rows: "Source: …", "* provisional". They stand in the first cell of a row that is else empty.

/// Words that begin a note where a colon follows them.
const WORDS: [&str; 29] = [
    "fuente",
    "fuentes",
    "fonte",
    "quelle",
    "quellen",
    "bron",
    "källa",
    "kaynak",
    "nota",
    "notas",
    "hinweis",
    "remarque",
    "источник",
    "примечание",
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

/// The longest of the words with a space before the colon, in bytes.
const LONGEST: usize = 22;

/// Whether a row may begin with a note: asked of every row, so it must be quick and may be wrong.
#[inline]
pub(super) fn may_begin(row: &[u8]) -> bool {
    match row.first() {
        // A star, or the first byte of a dagger.
        Some(b'*' | 0xE2) => true,
        // The letters with which the words begin, and the first byte of Cyrillic ones.
        Some(0xD0 | b'a'..=b'z' | b'A'..=b'Z') => row.iter().take(LONGEST).any(|byte| *byte == b':'),
        _ => false,
    }
}

/// Whether notes begin under this, if it is all that a row has: "Footnotes".
pub(super) fn begins_notes(text: &str) -> bool {
    WORDS.contains(&text.trim().to_lowercase().as_str())
}

/// Whether this is a note, if it is all that a row of a table with so many columns has. A name may begin with a star: where
/// there are two columns only, a mark is not enough.
pub(super) fn is_note(text: &str, columns: usize) -> bool {
    let text = text.trim_start();
    if let Some((word, rest)) = text.split_once(':')
        && WORDS.contains(&word.trim_end().to_lowercase().as_str())
    {
        return columns >= 3 || !rest.trim().is_empty();
    }
    let marked = text.trim_start_matches(['*', '†', '‡']);
    columns >= 3 && marked.len() < text.len() && marked.trim_start().chars().filter(|c| c.is_alphabetic()).count() >= 3
}
