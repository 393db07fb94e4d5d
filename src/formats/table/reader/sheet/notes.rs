//! Which tables are data, and which only tell about data: a licence, a read-me, a codebook.

use crate::formats::table::Column;

/// Names of sheets and files that tell about data, each as a whole word.
const NOTES: [&str; 27] = [
    "readme",
    "read",
    "note",
    "notes",
    "licence",
    "license",
    "terms",
    "about",
    "info",
    "information",
    "metadata",
    "codebook",
    "dictionary",
    "definitions",
    "glossary",
    "legend",
    "methodology",
    "methods",
    "sources",
    "citation",
    "changelog",
    "contents",
    "cover",
    "instructions",
    "documentation",
    "copyright",
    "disclaimer",
];

/// Whether a sheet or file of this name tells about data.
pub(in crate::formats::table::reader) fn is_notes_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.rsplit_once('.').map_or(lower.as_str(), |(stem, _)| stem);
    // "read me", "data dictionary", "table of contents", but not "sources by year": the word begins or ends it.
    let words: Vec<&str> = stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let tells = |word: Option<&&str>| word.is_some_and(|word| NOTES.contains(word));
    match words.as_slice() {
        [first, second] if *first == "read" => *second == "me",
        [_] | [_, _] | [_, _, _] => tells(words.last()) || tells(words.first()) && !words.contains(&"data"),
        _ => false,
    }
}

/// Whether these columns are those of a list of columns.
pub(in crate::formats::table::reader) fn is_codebook(columns: &[Column]) -> bool {
    let holds = |names: &[&str]| {
        columns.iter().any(|column| {
            let name = column.name.to_lowercase();
            names.iter().any(|wanted| name == *wanted || name.strip_suffix(" name") == Some(wanted))
        })
    };
    columns.len() <= 6
        && holds(&["variable", "field", "column", "indicator", "code", "header"])
        && holds(&["description", "definition", "meaning", "explanation", "label"])
}
