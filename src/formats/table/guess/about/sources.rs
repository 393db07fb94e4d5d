//! Who counted: the column that names it, and what its values say.

use super::super::look::{Look, Seen, share};
use super::super::when::dates;
use super::columns::{self, is_text};
use std::collections::{BTreeMap, BTreeSet};

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
pub(in super::super) fn find<'l, 's>(look: &'l Look<'s>) -> Option<&'l Seen<'s>> {
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
            && (column.values.len() == 1 || column.values.len() * 3 <= column.filled || counts_again(look, column))
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

/// Whether a column tells apart the rows of what happened once, of which several speak: who counted it.
pub(in super::super) fn counts_again(look: &Look, column: &Seen) -> bool {
    counts_events_again(look, column) || column.values.len() * 3 > column.filled && repeats_rows(look, column)
}

/// Whether it does so for each event, of which at least one has several rows.
fn counts_events_again(look: &Look, column: &Seen) -> bool {
    columns::events(look).first().is_some_and(|event| {
        let rows = || event.cells.iter().copied().zip(column.cells.iter().copied()).filter(|(of, _)| !of.is_empty());
        let events: BTreeSet<&str> = rows().map(|(event, _)| event).collect();
        let pairs: BTreeSet<(&str, &str)> = rows().collect();
        events.len() < rows().count() && pairs.len() == rows().count()
    })
}

/// Whether nearly all rows have the words and the date of a row under another name, none those of a row under the same, and a name
/// comes again elsewhere: two incidents of one day are known from two places by chance.
fn repeats_rows(look: &Look, column: &Seen) -> bool {
    let days = dates::find(look);
    let others = happenings(look, column, &days);
    let mut rows: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    for (row, name) in column.cells.iter().enumerate() {
        let dated = look.columns.iter().filter(|seen| days.uses(seen.name));
        let key = others.iter().copied().chain(dated).filter_map(|seen| seen.cells.get(row).copied()).collect();
        rows.entry(key).or_default().push(name);
    }
    let are_apart = |names: &Vec<&str>| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    let told_again: Vec<&Vec<&str>> = rows.values().filter(|names| names.len() > 1).collect();
    let again: usize = told_again.iter().map(|names| names.len()).sum();
    let tells_others = |name: &&str| told_again.iter().filter(|names| names.contains(name)).count() > 1;
    column.filled == look.rows
        && rows.values().all(are_apart)
        && share(again, look.rows) >= 0.8
        && (told_again.len() == 1 || column.values.keys().any(tells_others))
}

/// The columns of words that say of what a row speaks, but for who counted it: that of the events, else all.
pub(in super::super) fn happenings<'l, 's>(
    look: &'l Look<'s>,
    source: &Seen,
    dates: &dates::Dates,
) -> Vec<&'l Seen<'s>> {
    if let Some(event) = columns::events(look).first() {
        return vec![event];
    }
    let is_other = |seen: &&Seen| is_text(seen) && seen.name != source.name && !dates.uses(seen.name);
    look.columns.iter().filter(is_other).collect()
}

/// Names that stand for nobody.
pub(in super::super) fn nobody(column: &Seen) -> Vec<String> {
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
pub(in super::super) fn names_sources(column: &Seen) -> bool {
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
