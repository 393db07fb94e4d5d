//! What became of each person in a list, as a column of it says: killed, injured, missing.

use super::super::counted::counts::is_death;
use super::super::look::{Look, Seen, share};
use super::super::names::certainty;
use super::super::names::name::Named;
use super::super::names::spoken;
use super::super::names::words::{self, Meaning};
use std::collections::BTreeSet;

/// Words of columns that say it, and then letters do.
const STATUS: [&str; 12] = [
    "status",
    "outcome",
    "fate",
    "condition",
    "state",
    "result",
    "estado",
    "statut",
    "type",
    "casualty",
    "وضعیت",
    "ki",
];

/// Those of them under which each value is what happened to a person, known or not: "Alive", "Hospitalized".
const OF_PEOPLE: [&str; 7] = ["status", "outcome", "fate", "condition", "estado", "statut", "وضعیت"];

fn has_dead_and_others(known: &[(&str, &str)]) -> bool {
    known.iter().any(|(_, measure)| is_death(measure)) && known.iter().any(|(_, measure)| !is_death(measure))
}

/// What the values of a column say of each person: killed, injured, missing.
pub(in super::super) fn said<'c>(column: &Seen<'c>) -> Option<Vec<(&'c str, &'static str)>> {
    if column.values.is_empty() || column.values.len() > 10 || column.is_number() {
        return None;
    }
    let is_called_so = column.named.has(&STATUS) || names_codes(column);
    if let Some(outcomes) = spoken::outcomes(column) {
        return Some(outcomes);
    }
    let mean = |value: &&'c str| -> Option<(&'c str, &'static str)> {
        let small = value.to_lowercase();
        let measure = match small.as_str() {
            "k" | "kia" if is_called_so => "killed",
            "d" if is_called_so => "dead",
            "i" | "w" | "wia" if is_called_so => "injured",
            "m" | "mia" if is_called_so => "missing",
            code if code_of(column, code).is_some() => code_of(column, code)?,
            _ => {
                let named = Named::new(value, None);
                let is_not = named.has(&["no", "not", "none", "without", "un"]);
                match named.measures.as_slice() {
                    [measure] if named.words.len() <= 4 && !is_not => *measure,
                    _ => return None,
                }
            }
        };
        Some((value, measure))
    };
    let known: Vec<(&str, &'static str)> = column.values.keys().filter_map(mean).collect();
    let rows: usize = known.iter().filter_map(|(value, _)| column.values.get(value)).sum();
    // "Open, no arrest" says nothing of people in a column of another name.
    let is_all_said =
        |known: &[(&str, &str)]| known.iter().all(|(value, _)| Named::new(value, None).category().is_none());
    let is_clear = match share(rows, column.filled) {
        _ if column.named.has(&OF_PEOPLE) => !known.is_empty(),
        // Where some are dead and others injured, it is of people whatever it is called.
        share if is_called_so || has_dead_and_others(&known) => share >= 0.6,
        share => share >= 0.95 && column.values.len() <= 6 && is_all_said(&known),
    };
    is_clear.then_some(known)
}

/// Whether a column's name says what its codes may be: "Killed/Injured".
pub(in super::super) fn names_codes(column: &Seen) -> bool {
    column.named.measures.len() >= 2 && !column.named.is_total
}

/// What a code means that begins one word of such a name: "K" of "Killed/Injured".
fn code_of(column: &Seen, code: &str) -> Option<&'static str> {
    if !names_codes(column) || code.chars().count() > 3 {
        return None;
    }
    let words = column.named.words.iter().filter(|word| word.starts_with(code));
    let mut measures = words.filter_map(|word| match words::meaning(word) {
        Some(Meaning::Measure(measure)) => Some(measure),
        _ => None,
    });
    let first = measures.next()?;
    measures.all(|other| other == first).then_some(first)
}

/// What marks say of each person: under "Fatal" stand "Y" and "N", and another column says what happened to those with "N".
pub(in super::super) fn marked<'l, 's>(look: &'l Look<'s>) -> Option<(&'l Seen<'s>, Vec<(&'s str, &'static str)>)> {
    let is_full = |column: &&Seen| column.cells.iter().all(|cell| !cell.is_empty());
    look.columns.iter().filter(is_full).find_map(|column| {
        let (yes, died) = said_by_mark(column).filter(|(_, measure)| is_death(measure))?;
        let others = look.columns.iter().find_map(|other| of_others(look, (column, yes), other))?;
        let said = |value: &'s str| match value {
            value if value == yes => (value, died),
            value if is_one_of(value, &NOT_KNOWN) => (value, NOT_STATED),
            value => (value, others),
        };
        // What is not known is no value of a column.
        let values: BTreeSet<&str> = column.cells.iter().copied().collect();
        Some((column, values.into_iter().rev().map(said).collect()))
    })
}

/// The mark of those of whom a column's name is true, and what it says of them: "Y" in "Killed", or in "Fatal (Y/N)".
pub(in super::super) fn said_by_mark<'s>(column: &Seen<'s>) -> Option<(&'s str, &'static str)> {
    const FATAL: [&str; 5] = ["fatal", "y", "n", "yes", "no"];
    let words = &column.named.words;
    let measure = match column.named.measures.as_slice() {
        [measure] => *measure,
        [] if words.first().is_some_and(|word| word == "fatal")
            && words.iter().all(|word| FATAL.contains(&&**word)) =>
        {
            "dead"
        }
        _ => return None,
    };
    Some((mark(column)?, measure))
}

/// What another column says of those who did not die: it has the opposite marks, or tells of injuries in words.
fn of_others(look: &Look, (column, yes): (&Seen, &str), other: &Seen) -> Option<&'static str> {
    let Some((of_other, measure)) = said_by_mark(other) else {
        let is_told = other.named.measures == ["injured"] && !other.is_number() && other.filled * 2 >= look.rows;
        return (is_told && mark(other).is_none()).then_some("injured");
    };
    if is_death(measure) {
        return None;
    }
    let is_known = |value: &str| !is_one_of(value, &NOT_KNOWN);
    let mut both = column.cells.iter().zip(&other.cells).filter(|(own, other)| is_known(own) && is_known(other));
    both.all(|(own, other)| (*own == yes) != (*other == of_other)).then_some(measure)
}

/// Those of whom a list does not say what happened.
pub(in super::super) const NOT_STATED: &str = "not_stated";

const NOT_KNOWN: [&str; 4] = ["u", "unk", "unknown", "?"];

fn is_one_of(value: &str, words: &[&str]) -> bool {
    words.contains(&&*value.to_lowercase())
}

/// Says of the confirmed of what they are confirmed, and of the less sure beside them too.
pub(in super::super) fn confirm<'s>(
    column: &Seen<'s>,
    values: &mut Vec<(&'s str, &'static str)>,
    measure: &'static str,
) {
    if !values.iter().any(|(_, said)| *said == "cases") {
        return;
    }
    values.iter_mut().filter(|(_, said)| *said == "cases").for_each(|(_, said)| *said = measure);
    let says_how_sure = |value: &&&'s str| !certainty::of(&words::split(value)).is_empty();
    let known: Vec<&str> = values.iter().map(|(value, _)| *value).collect();
    let others = column.values.keys().filter(|value| !known.contains(*value)).filter(says_how_sure);
    values.extend(others.map(|value| (*value, measure)));
}

/// The mark of those of whom a column's name is true: "Y" beside "N", "x" beside blanks.
pub(in super::super) fn mark<'s>(column: &Seen<'s>) -> Option<&'s str> {
    const YES: [&str; 10] = ["y", "yes", "x", "true", "t", "1", "si", "sí", "oui", "ja"];
    const NO: [&str; 7] = ["n", "no", "false", "f", "0", "non", "nein"];
    let yes = column.values.keys().copied().find(|value| is_one_of(value, &YES))?;
    let is_other = |value: &str| is_one_of(value, &NO) || is_one_of(value, &NOT_KNOWN);
    column.values.keys().all(|value| *value == yes || is_other(value)).then_some(yes)
}
