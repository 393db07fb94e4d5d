//! Who counted: the column that names it, and what its values say.

use super::columns::{self, is_text};
use super::look::{Look, Seen, share};
use std::collections::BTreeSet;

const SOURCES: [&str; 33] = [
    "источник",
    "источники",
    "джерело",
    "zrodlo",
    "zdroj",
    "kaynak",
    "sumber",
    "kalla",
    "bron",
    "origine",
    "organizacion",
    "agency",
    "outlet",
    "according",
    "المصدر",
    "مصدر",
    "ماخذ",
    "מקור",
    "来源",
    "πηγή",
    "출처",
    "source",
    "sources",
    "provider",
    "organisation",
    "organization",
    "reporter",
    "reporters",
    "fuente",
    "quelle",
    "monitor",
    "fonte",
    "منبع",
];
/// What those who counted did, before "by".
const COUNTED: [&str; 8] =
    ["reported", "counted", "recorded", "documented", "registered", "claimed", "verified", "confirmed"];

/// The column that names who counted: few names, each often.
pub(super) fn find<'l, 's>(look: &'l Look<'s>) -> Option<&'l Seen<'s>> {
    look.columns.iter().find(|column| {
        let is_tagged = column.tag.is_some_and(|tag| tag.starts_with("#meta+source"));
        let words = &column.named.words;
        let is_by = words.iter().zip(words.iter().skip(1)).any(|(did, by)| COUNTED.contains(&&**did) && by == "by");
        let is_named = (is_by || column.named.has(&SOURCES) && !is_of_things(words))
            && !column.named.has(&[
                "url",
                "quality",
                "article",
                "headline",
                "date",
                "original",
                "number",
                "id",
                "scale",
                "link",
                "type",
                "office",
                "country",
                "responsible",
                "perpetrator",
                "perpetrators",
                "accused",
            ]);
        let words: usize = column.values.keys().map(|value| value.len()).sum();
        let is_name = share(words, column.values.len()) <= 60.0;
        (is_tagged || is_named)
            && is_text(column)
            && is_name
            && column.values.len() <= 30
            && (column.values.len() == 1
                || column.values.len() * 3 <= column.filled
                || counts_events_again(look, column))
    })
}

/// "Sources of fire", "source of attack": where something came from, which is no report.
fn is_of_things(words: &[String]) -> bool {
    const REPORTS: [&str; 16] = [
        "data",
        "dato",
        "datos",
        "information",
        "informacion",
        "info",
        "report",
        "reports",
        "figure",
        "figures",
        "count",
        "counts",
        "number",
        "numbers",
        "toll",
        "estimate",
    ];
    let mut after = words.iter().skip_while(|word| !SOURCES.contains(&&***word)).skip(1);
    let is_of = after.next().is_some_and(|word| ["of", "de", "del", "des", "der", "von", "do"].contains(&&**word));
    is_of && !after.any(|word| REPORTS.contains(&&**word))
}

/// Whether a column tells apart the rows of each event, of which at least one has several: who counted it.
pub(super) fn counts_events_again(look: &Look, column: &Seen) -> bool {
    columns::events(look).first().is_some_and(|event| {
        let pairs: BTreeSet<(&str, &str)> = event
            .cells
            .iter()
            .copied()
            .zip(column.cells.iter().copied())
            .filter(|(event, _)| !event.is_empty())
            .collect();
        event.values.len() < event.filled && pairs.len() == event.filled
    })
}

/// Names that stand for nobody.
pub(super) fn nobody(column: &Seen) -> Vec<String> {
    let is_nobody = |value: &&&str| {
        let small = value.to_lowercase();
        ["missing", "unknown", "n/a", "na", "none", "null", "not stated", "unspecified", "no source", "nan", "-", "?"]
            .contains(&small.as_str())
    };
    let mut found: Vec<String> = column.values.keys().filter(is_nobody).map(|value| (*value).to_owned()).collect();
    let blanks = ["unknown", "n/a", "none", "NA", "-"];
    found.extend(column.cells.iter().filter(|cell| blanks.contains(cell)).map(|cell| (*cell).to_owned()));
    found.sort();
    found.dedup();
    found
}

/// Whether the values of a column name those who counted: organisations and authors, with years in brackets.
pub(super) fn names_sources(column: &Seen) -> bool {
    let known = [
        "WHO", "UN", "UNSCEAR", "UCDP", "PRIO", "ACLED", "HRANA", "OHCHR", "MoH", "Amnesty", "HRW", "IBC", "OCHA",
        "IOM", "UNHCR",
    ];
    let is_source = |value: &&&str| {
        let has_year = value
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.len() >= 4 && word.chars().take(4).all(|c| c.is_ascii_digit()));
        let bracketed = value.contains('(') && (has_year || value.contains(" & "));
        bracketed
            || value.contains("et al")
            || known.iter().any(|name| {
                value.split_whitespace().any(|word| word.trim_matches(|c: char| !c.is_alphanumeric()) == *name)
            })
    };
    share(column.values.keys().filter(is_source).count(), column.values.len()) >= 0.5
}
