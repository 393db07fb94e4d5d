//! What became of each person in a list, as a column of it says: killed, injured, missing.

use super::counts::is_death;
use super::look::{Seen, share};
use super::name::Named;
use super::spoken;

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
pub(super) fn said<'c>(column: &Seen<'c>) -> Option<Vec<(&'c str, &'static str)>> {
    if column.values.is_empty() || column.values.len() > 10 || column.is_number() {
        return None;
    }
    let is_called_so = column.named.has(&STATUS);
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
