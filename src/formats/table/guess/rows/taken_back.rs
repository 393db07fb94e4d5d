//! Rows that were taken back: "Retracted", "Duplicate of 3" in a column of states, or "yes" in one that is called so. Whoever kept
//! the table left them there, and does not count them any more.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::super::names::words;
use super::super::say;
use crate::formats::table::recipe::Filter;

/// Words for it, in small letters and without accents.
const WORDS: [&str; 34] = [
    "retracted",
    "withdrawn",
    "duplicate",
    "duplicated",
    "dup",
    "cancelled",
    "canceled",
    "void",
    "voided",
    "deleted",
    "erroneous",
    "superseded",
    "retractado",
    "retirado",
    "retirada",
    "duplicado",
    "duplicada",
    "anulado",
    "anulada",
    "cancelado",
    "doublon",
    "retire",
    "annule",
    "duplikat",
    "dublette",
    "doppelt",
    "zuruckgezogen",
    "storniert",
    "дубликат",
    "отозвано",
    "تکراری",
    "مكرر",
    "撤回",
    "重复",
];
/// Words that may stand behind them, with numbers.
const BEHIND: [&str; 12] = ["of", "de", "von", "row", "record", "entry", "id", "no", "incident", "case", "see", "with"];
/// What says yes and no.
const YES: [&str; 10] = ["yes", "y", "true", "1", "x", "si", "oui", "ja", "да", "是"];
const NO: [&str; 8] = ["no", "n", "false", "0", "non", "nein", "нет", "否"];

/// The filter that leaves them out, why, and the question whether that is so.
pub(in super::super) fn find(look: &Look) -> Option<(Filter, String, Ask)> {
    let (column, values) = look.columns.iter().find_map(|column| Some((column, of_column(look, column)?)))?;
    let shown = values.join("\", \"");
    let reason = format!("left out: rows with \"{shown}\" in \"{}\"; they were taken back", column.name);
    let except = values.iter().map(|value| (*value).to_owned()).collect();
    let filter = Filter { column: column.name.to_owned(), only: Vec::new(), except };
    let own = filter.clone();
    let question = format!("Are rows with {} in \"{}\" counted?", say::list(&values), column.name);
    let ask = Ask::new(question, "No: they were taken back").weighing(9);
    Some((filter, reason, ask.or("Yes", move |recipe| recipe.keep.retain(|filter| *filter != own))))
}

/// The values of a column that say so, where it has rows that do not.
fn of_column<'s>(look: &Look, column: &Seen<'s>) -> Option<Vec<&'s str>> {
    let said = |value: &&str| if is_called_so(column) { is_one_of(value, &YES) } else { says(value) };
    let values: Vec<&str> = column.values.keys().copied().filter(said).collect();
    let rows: usize = values.iter().filter_map(|value| column.values.get(value)).sum();
    (rows > 0 && rows * 2 <= look.rows).then_some(values)
}

fn is_one_of(value: &str, known: &[&str]) -> bool {
    known.contains(&&*value.to_lowercase())
}

/// Whether a column is called so and says yes or no.
fn is_called_so(column: &Seen) -> bool {
    let is_answer = |value: &&str| is_one_of(value, &YES) || is_one_of(value, &NO);
    column.named.words.iter().any(|word| WORDS.contains(&&**word)) && column.values.keys().all(is_answer)
}

/// "Retracted", "Duplicate of 3".
fn says(value: &str) -> bool {
    if value.chars().count() > 40 || !value.starts_with(char::is_alphabetic) {
        return false;
    }
    let words = words::split(value);
    let is_behind = |word: &String| {
        BEHIND.contains(&&**word) || word.len() <= 2 || word.chars().any(|character| character.is_ascii_digit())
    };
    words.split_first().is_some_and(|(first, rest)| WORDS.contains(&&**first) && rest.iter().all(is_behind))
}
