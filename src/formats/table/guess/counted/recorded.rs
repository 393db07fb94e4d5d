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

/// Words for those who counted, not for those who are counted: two of them have counted the same people.
const RECORDED: [&str; 8] = [
    "registered",
    "registrations",
    "certified",
    "notified",
    "registrados",
    "registradas",
    "enregistres",
    "registriert",
];

/// Whether the columns are the badly and the slightly hurt, and nothing else.
pub(super) fn are_grades(columns: &[&Named]) -> bool {
    let of = |grades: &[&str]| columns.iter().filter(|named| named.has(grades)).count() == 1;
    let is_plain = |named: &&&Named| named.who.is_empty() && named.rest.len() == 1;
    columns.len() == GRADES.len()
        && columns.iter().all(|named| is_plain(&named))
        && GRADES.iter().all(|grades| of(grades))
}

/// Whether one of them says how it was recorded, and another tells nobody apart either: deaths that were registered beside those in
/// hospital.
pub(super) fn are_rivals(columns: &[&Named]) -> bool {
    let is_recorded = |named: &&&Named| named.has(&RECORDED) && named.who.is_empty();
    columns.iter().filter(|named| is_recorded(named)).count() > 0 && columns.iter().all(|named| named.who.is_empty())
}
