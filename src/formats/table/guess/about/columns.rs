//! Columns that name something: events, places, groups of people.

use super::super::look::{Look, Seen, share};
use super::super::people::sexes;

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
/// Columns that name events, the best first.
pub(in super::super) fn events<'l, 's>(look: &'l Look<'s>) -> Vec<&'l Seen<'s>> {
    let mut found: Vec<&Seen> = look
        .columns
        .iter()
        .filter(|column| {
            let is_tagged = column
                .tag
                .is_some_and(|tag| tag.starts_with("#event") && !tag.contains("+id") && !tag.contains("+type"));
            let is_named = column.named.has(&EVENTS) && !column.named.has(&NO_EVENTS);
            (is_tagged || is_named) && is_text(column) && !stands_once(look, column)
        })
        .collect();
    // A pair of sides is a finer thing than the conflict in which they fight.
    found.sort_by_key(|column| (column.named.has(&["dyad", "battle"]), !column.named.has(&["name", "nombre", "nom"])));
    found
}

/// Whether a column names only the first row of each of its values, with blanks below, where another names each row: what stands
/// in the blank rows is not known to it.
pub(in super::super) fn stands_once(look: &Look, column: &Seen) -> bool {
    let is_blank = |row: usize| column.cells.get(row).is_none_or(|cell| cell.is_empty());
    let names_each = |other: &Seen| other.name != column.name && is_text(other) && other.filled == look.rows;
    column.filled >= 2
        && column.values.len() == column.filled
        && column.filled * 2 <= look.rows
        && !is_blank(0)
        && is_text(column)
        && look.columns.iter().any(names_each)
}

/// Whether a column has words of which each stands in several rows.
pub(in super::super) fn comes_again(column: &Seen) -> bool {
    is_text(column) && is_short(column) && column.values.len() >= 2 && column.values.len() * 3 <= column.filled
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
pub(in super::super) fn areas<'l, 's>(look: &'l Look<'s>) -> Vec<&'l Seen<'s>> {
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
                && !stands_once(look, column)
        })
        .collect();
    found.sort_by_key(|column| {
        (!column.named.has(&["country", "entity", "pais", "pays", "nation", "land"]), column.values.len())
    });
    found
}

/// Whether a column is called after what tells people apart.
pub(in super::super) fn is_called_group(column: &Seen) -> bool {
    column.named.has(&GROUPS)
        && !column.named.has(&["id", "code", "cod", "description", "notes", "url", "dset", "number", "of", "origin"])
        && column.named.measures.is_empty()
}

/// Columns of groups of people.
pub(in super::super) fn groups<'l, 's>(look: &'l Look<'s>) -> Vec<&'l Seen<'s>> {
    let is_group = |column: &&Seen| {
        // Sexes have numbers too, which can count nobody.
        let is_sex = || sexes::is_sex(column) && column.values.len() <= 4;
        is_called_group(column)
            && (is_text(column) || column.values.len() <= 15 && has_letters(column) || is_sex())
            && is_short(column)
            && column.values.len() * 3 <= column.filled * 2
            && !stands_once(look, column)
    };
    look.columns.iter().filter(is_group).collect()
}

/// Whether values are more than digits: bands of ages read as numbers.
fn has_letters(column: &Seen) -> bool {
    column.values.keys().any(|value| value.chars().any(|character| !character.is_ascii_digit() && character != '.'))
}

pub(in super::super) fn is_text(column: &Seen) -> bool {
    column.filled > 0 && !column.is_number()
}

fn is_short(column: &Seen) -> bool {
    let letters: usize = column.values.keys().map(|value| value.chars().count()).sum();
    share(letters, column.values.len()) <= 70.0
}
