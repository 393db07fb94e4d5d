//! Columns that name something: events, places, sources, groups of people.

use super::look::{Look, Seen, share};
use std::collections::BTreeSet;

const EVENTS: [&str; 27] = [
    "famine",
    "hurricane",
    "storm",
    "epidemic",
    "massacre",
    "war",
    "wars",
    "conflict",
    "crisis",
    "disaster",
    "event",
    "dyad",
    "operation",
    "battle",
    "campaign",
    "earthquake",
    "flood",
    "conflicto",
    "evento",
    "guerra",
    "desastre",
    "guerre",
    "conflit",
    "catastrophe",
    "krieg",
    "ereignis",
    "جنگ",
];
const NO_EVENTS: [&str; 20] = [
    "id",
    "type",
    "date",
    "number",
    "no",
    "description",
    "notes",
    "note",
    "code",
    "summary",
    "year",
    "start",
    "end",
    "count",
    "tipo",
    "subtype",
    "sub",
    "clarity",
    "day",
    "time",
];
const AREAS: [&str; 41] = [
    "canton",
    "kanton",
    "dep",
    "country",
    "countries",
    "kraj",
    "il",
    "land",
    "страна",
    "область",
    "entity",
    "nation",
    "region",
    "state",
    "province",
    "governorate",
    "admin1",
    "adm1",
    "area",
    "territory",
    "oblast",
    "location",
    "pais",
    "pays",
    "provincia",
    "departamento",
    "departement",
    "gebiet",
    "bundesland",
    "municipality",
    "city",
    "district",
    "county",
    "continent",
    "regiao",
    "estado",
    "geo",
    "geography",
    "کشور",
    "استان",
    "المحافظة",
];
const GROUPS: [&str; 35] = [
    "responsible",
    "side",
    "actor",
    "perpetrator",
    "cause",
    "sex",
    "gender",
    "bucket",
    "category",
    "group",
    "party",
    "victim",
    "weapon",
    "religion",
    "ethnicity",
    "race",
    "sexo",
    "sexe",
    "causa",
    "grupo",
    "groupe",
    "categoria",
    "categorie",
    "gruppe",
    "affiliation",
    "agent",
    "status",
    "class",
    "ageband",
    "civilian",
    "nationality",
    "type",
    "band",
    "age",
    "geschlecht",
];
const SOURCES: [&str; 12] = [
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

/// Columns that name events, the best first.
pub(super) fn events<'l, 's>(look: &'l Look<'s>) -> Vec<&'l Seen<'s>> {
    let mut found: Vec<&Seen> = look
        .columns
        .iter()
        .filter(|column| {
            let is_tagged = column
                .tag
                .is_some_and(|tag| tag.starts_with("#event") && !tag.contains("+id") && !tag.contains("+type"));
            let is_named = column.named.has(&EVENTS) && !column.named.has(&NO_EVENTS);
            (is_tagged || is_named) && is_text(column)
        })
        .collect();
    // A pair of sides is a finer thing than the conflict in which they fight.
    found.sort_by_key(|column| (column.named.has(&["dyad", "battle"]), !column.named.has(&["name", "nombre", "nom"])));
    found
}

/// Whether a column holds the keys under which the records of JSON lie, as words: "gaza", "lebanon".
fn is_of_keys(look: &Look, column: &Seen) -> bool {
    let is_word = |value: &&str| !value.contains(|character: char| character.is_ascii_digit());
    column.name == "key"
        && look.columns.first().is_some_and(|first| first.name == column.name)
        && column.values.len() == look.rows
        && column.values.keys().all(is_word)
}

/// Columns of places whose values come again, the widest first.
pub(super) fn areas<'l, 's>(look: &'l Look<'s>) -> Vec<&'l Seen<'s>> {
    let mut found: Vec<&Seen> = look
        .columns
        .iter()
        .filter(|column| {
            let is_tagged = column.tag.is_some_and(|tag| tag.starts_with("#country") || tag.starts_with("#adm1"));
            let is_named = column.named.has(&AREAS)
                && !column.named.has(&[
                    "id",
                    "code",
                    "origin",
                    "of",
                    "type",
                    "iso",
                    "description",
                    "coordinates",
                    "death",
                ]);
            (is_tagged && !column.tag.is_some_and(|tag| tag.contains("+code")) || is_named || is_of_keys(look, column))
                && is_text(column)
                && is_short(column)
        })
        .collect();
    found.sort_by_key(|column| {
        (!column.named.has(&["country", "entity", "pais", "pays", "nation", "land"]), column.values.len())
    });
    found
}

/// Whether a column is called after what tells people apart.
pub(super) fn is_called_group(column: &Seen) -> bool {
    column.named.has(&GROUPS)
        && !column.named.has(&["id", "code", "cod", "description", "notes", "url", "dset", "number", "of", "origin"])
        && column.named.measures.is_empty()
}

/// Columns of groups of people.
pub(super) fn groups<'l, 's>(look: &'l Look<'s>) -> Vec<&'l Seen<'s>> {
    let is_group = |column: &&Seen| {
        // Sexes have numbers too, which can count nobody.
        let is_sex = || column.named.has(&["sex", "gender", "sexo", "sexe", "geschlecht"]) && column.values.len() <= 4;
        is_called_group(column)
            && (is_text(column) || column.values.len() <= 15 && has_letters(column) || is_sex())
            && is_short(column)
            && column.values.len() * 3 <= column.filled * 2
    };
    look.columns.iter().filter(is_group).collect()
}

/// The column that names who counted: few names, each often.
pub(super) fn source<'l, 's>(look: &'l Look<'s>) -> Option<&'l Seen<'s>> {
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
    events(look).first().is_some_and(|event| {
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

/// Whether values are more than digits: bands of ages read as numbers.
fn has_letters(column: &Seen) -> bool {
    column.values.keys().any(|value| value.chars().any(|character| !character.is_ascii_digit() && character != '.'))
}

fn is_text(column: &Seen) -> bool {
    column.filled > 0 && !column.is_number()
}

fn is_short(column: &Seen) -> bool {
    let letters: usize = column.values.keys().map(|value| value.chars().count()).sum();
    share(letters, column.values.len()) <= 70.0
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
