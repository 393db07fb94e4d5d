//! Columns of one measure of which none is the total: which of them cannot count the same people, and which probably do.

use super::super::names::name::Named;

/// How badly people are hurt: nobody is hurt in two ways.
const GRADES: [&[&str]; 2] = [
    &[
        "serious",
        "seriously",
        "severe",
        "severely",
        "grave",
        "graves",
        "gravemente",
        "schwer",
        "heavy",
        "heavily",
        "berat",
    ],
    &["slight", "slightly", "minor", "light", "lightly", "leve", "leves", "leicht", "leger", "legers", "ringan"],
];

/// Words for how deaths were recorded, not for those who died: two offices have counted the same people.
const RECORDED: [&str; 12] = [
    "registered",
    "registrations",
    "certified",
    "notified",
    "recorded",
    "records",
    "registry",
    "register",
    "registrados",
    "registradas",
    "enregistres",
    "registriert",
];

/// Those who record, and are people too.
const OFFICES: [&str; 2] = ["security_forces", "medics"];

/// Whether the columns are the badly and the slightly hurt, and nothing else.
pub(super) fn are_grades(columns: &[&Named]) -> bool {
    let of = |grades: &[&str]| columns.iter().filter(|named| named.has(grades)).count() == 1;
    let is_plain = |named: &&&Named| named.who.is_empty() && named.rest.len() == 1;
    columns.len() == GRADES.len()
        && columns.iter().all(|named| is_plain(&named))
        && GRADES.iter().all(|grades| of(grades))
}

/// Whether one of them says how it was recorded, and no other tells people apart: deaths that were registered beside those in
/// hospital, those in the records of the police beside those of the hospitals.
pub(super) fn are_rivals(columns: &[&Named]) -> bool {
    let is_recorded = |named: &Named| named.has(&RECORDED) && named.who.iter().all(|who| OFFICES.contains(who));
    let is_rival = |named: &&&Named| named.who.is_empty() || is_recorded(named);
    columns.iter().any(|named| is_recorded(named)) && columns.iter().all(|named| is_rival(&named))
}
