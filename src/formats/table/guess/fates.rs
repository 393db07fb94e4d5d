//! What became of each person in a list, as a column of it says: killed, injured, missing.

use super::certainty;
use super::counts::is_death;
use super::look::{Seen, share};
use super::name::Named;
use super::spoken;
use super::words;

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

/// Says of the confirmed of what they are confirmed, and of the less sure beside them too.
pub(super) fn confirm<'s>(column: &Seen<'s>, values: &mut Vec<(&'s str, &'static str)>, measure: &'static str) {
    if !values.iter().any(|(_, said)| *said == "cases") {
        return;
    }
    values.iter_mut().filter(|(_, said)| *said == "cases").for_each(|(_, said)| *said = measure);
    let says_how_sure = |value: &&&'s str| !certainty::of(&words::split(value)).is_empty();
    let known: Vec<&str> = values.iter().map(|(value, _)| *value).collect();
    let others = column.values.keys().filter(|value| !known.contains(*value)).filter(says_how_sure);
    values.extend(others.map(|value| (*value, measure)));
}
