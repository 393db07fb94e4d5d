//! The sentences of reasons and doubts, in one place.

use super::counted::ledger::Holds;
use crate::text::whole;

/// "1 row", "1,167 rows".
pub(super) fn rows(n: usize) -> String {
    if n == 1 { "1 row".to_owned() } else { format!("{} rows", number(n)) }
}

/// "1,167 of 1,167 rows looked at".
pub(super) fn of_rows(holds: Holds) -> String {
    format!("{} of {} rows looked at", number(holds.rows), number(holds.of))
}

/// A number with its separators.
pub(super) fn number(n: usize) -> String {
    whole(u64::try_from(n).unwrap_or(u64::MAX))
}

/// "a, b and c", at most six of them.
pub(super) fn list(names: &[&str]) -> String {
    const MOST: usize = 6;
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] if names.len() <= MOST => format!("{} and {last}", first.join(", ")),
        _ => {
            let first: Vec<&str> = names.iter().take(MOST).copied().collect();
            format!("{} and {} more", first.join(", "), names.len() - MOST)
        }
    }
}

/// A measure in words: `dead_or_missing` is "dead or missing".
pub(super) fn words(id: &str) -> String {
    id.replace('_', " ")
}

/// A label for an identifier: `truce_new` is "Truce new".
pub(super) fn label(id: &str) -> String {
    let words = words(id);
    let words = match words.rsplit_once(' ') {
        // "Side A".
        Some((before, letter)) if letter.chars().count() == 1 => format!("{before} {}", letter.to_uppercase()),
        _ => words,
    };
    let mut characters = words.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}
