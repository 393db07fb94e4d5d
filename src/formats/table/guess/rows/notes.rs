//! Notes under the rows of a table, which stand alone in its first column: "1) provisional", "Data downloaded on 3 May".

use super::super::look::{Look, Seen};
use super::super::say;
use super::aggregates;
use crate::formats::table::recipe::Filter;

/// So many words are no name of a place.
const LEAST_WORDS: usize = 3;

/// The filter that leaves them out, with the reason.
pub(in super::super) fn find(look: &Look) -> Option<(Filter, String)> {
    let (first, others) = look.columns.split_first()?;
    if first.is_number() || !others.iter().any(Seen::is_number) {
        return None;
    }
    let is_alone = |row: &usize| others.iter().all(|column| column.cells.get(*row).is_none_or(|cell| cell.is_empty()));
    let below: Vec<usize> = (0..look.rows).rev().take_while(is_alone).collect();
    let before = look.rows.checked_sub(below.len() + 1).and_then(|row| first.cells.get(row).copied());
    // What follows a total needs no mark, and what follows another note no words either.
    let is_below_total = before.is_some_and(aggregates::is_whole);
    let mut notes: Vec<&str> = Vec::new();
    for cell in below.iter().rev().filter_map(|row| first.cells.get(*row).copied()) {
        if !notes.is_empty() || is_marked(cell) || is_sentence(cell) || is_below_total && has_words(cell) {
            notes.push(cell);
        }
    }
    let is_elsewhere = |note: &&str| first.values.get(note).is_some_and(|rows| *rows > 1);
    if notes.is_empty() || notes.iter().any(is_elsewhere) {
        return None;
    }
    let reason = format!("left out: {} in \"{}\"; these are notes under the table", say::list(&notes), first.name);
    let except = notes.into_iter().map(str::to_owned).collect();
    Some((Filter { column: first.name.to_owned(), only: Vec::new(), except }, reason))
}

fn has_words(cell: &str) -> bool {
    cell.split_whitespace().count() >= LEAST_WORDS
}

/// "Les chiffres sont provisoires."
fn is_sentence(cell: &str) -> bool {
    has_words(cell) && cell.ends_with('.')
}

/// "1) provisional", "(a) …", "* …", "p: …", "1 Includes deaths in hospital".
fn is_marked(cell: &str) -> bool {
    if cell.starts_with(['*', '†', '‡', '§', '¹', '²', '³', '⁴']) {
        return true;
    }
    let open = cell.trim_start_matches(['(', '[']);
    let mark: String = open.chars().take_while(|character| character.is_alphanumeric()).take(3).collect();
    let rest = open.get(mark.len()..).unwrap_or_default();
    let is_closed = rest.starts_with([')', ']', ':', '=']);
    let is_number = !mark.is_empty() && mark.chars().all(|character| character.is_ascii_digit());
    (1..=2).contains(&mark.chars().count()) && is_closed && rest.chars().any(char::is_alphabetic)
        || is_number && rest.starts_with(' ') && has_words(rest)
}
