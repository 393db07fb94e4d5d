//! What says of itself that it lies inside another number: "of which children". As a column it is a part of the one before it;
//! as a row it is already in the others.

use super::super::look::{Look, Seen};
use super::super::names::words;
use super::super::say;
use super::sum_row;
use crate::formats::table::recipe::Filter;

/// Words that say so, in small letters and without accents.
const PHRASES: [&str; 82] = [
    "з них",
    "з яких",
    "of which",
    "of whom",
    "davon",
    "darunter",
    "dont",
    "de los cuales",
    "de ellos",
    "de ellas",
    "entre ellos",
    "entre ellas",
    "de las cuales",
    "dos quais",
    "das quais",
    "di cui",
    "w tym",
    "از این میان",
    "از آن میان",
    "از جمله",
    "из них",
    "among them",
    "thereof",
    "в т ч",
    "в том числе",
    "منهم",
    "من بينهم",
    "من بينها",
    "herav",
    "hvorav",
    "heraf",
    "hvoraf",
    "varav",
    "darav",
    "joista",
    "niista",
    "z toho",
    "z nich",
    "z tego",
    "z ktorych",
    "ebbol",
    "kozuluk",
    "dintre care",
    "din care",
    "waarvan",
    "onder wie",
    "od toga",
    "od kojih",
    "od tega",
    "од тога",
    "од којих",
    "от тях",
    "от които",
    "εκ των οποιων",
    "απο τους οποιους",
    "sealhulgas",
    "kellest",
    "tostarp",
    "is ju",
    "þar af",
    "bunlardan",
    "bunlarin",
    "うち",
    "其中",
    "그중",
    "trong do",
    "di antaranya",
    "जिनमें",
    "इनमें",
    "যার মধ্যে",
    "з числа яких",
    "у тому числі",
    "у т ч",
    "מהם",
    "מתוכם",
    "ומהם",
    "من ضمنهم",
    "منهن",
    "که از این",
    "جن میں",
    "kati yao",
    "dels quals",
];
/// Those that do so only as the first word: "killed (incl. children)" holds them.
const FIRST: [&str; 4] = ["incl", "including", "termasuk", "wakiwemo"];

/// Those that do so as the last word: "children included".
const LAST: [&str; 6] = ["included", "incluidos", "incluidas", "inclus", "inbegrepen", "inbegriffen"];

/// Whether the words of a column's name say so.
pub(in super::super) fn says(words: &[String]) -> bool {
    let joined = words.join(" ");
    let ends = words.len() > 1 && words.last().is_some_and(|word| LAST.contains(&&**word));
    begins(words, &joined) || ends || PHRASES.iter().any(|phrase| joined.contains(&format!(" {phrase} ")))
}

/// Whether the words begin so.
fn begins(words: &[String], joined: &str) -> bool {
    let first = || words.first().is_some_and(|word| FIRST.contains(&&**word));
    let is_it =
        |phrase: &&str| joined.strip_prefix(*phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    PHRASES.iter().any(is_it) || first()
}

/// Whether a word is one of those that say so.
pub(in super::super) fn is_word(word: &str) -> bool {
    FIRST.contains(&word)
        || LAST.contains(&word)
        || PHRASES.iter().any(|phrase| phrase.split(' ').any(|part| part == word))
}

/// Rows that say so, with the reason to leave them out: no number of theirs is above those of all other rows.
pub(in super::super) fn rows(look: &Look) -> Option<(Filter, String)> {
    let column = look.columns.iter().find(|column| !column.is_number() && column.filled > 0)?;
    let is_inside = |value: &&str| {
        let words = words::split(value);
        begins(&words, &words.join(" "))
    };
    let except: Vec<&str> = column.values.keys().copied().filter(is_inside).collect();
    if except.is_empty() || except.len() * 2 >= column.values.len().max(2) || !are_held(look, column, &except) {
        return None;
    }
    let reason = format!(
        "left out: rows with {} in \"{}\"; they say that they lie inside others",
        say::list(&except),
        column.name
    );
    let except = except.into_iter().map(str::to_owned).collect();
    Some((Filter { column: column.name.to_owned(), only: Vec::new(), except }, reason))
}

/// Whether the other rows together are nowhere less than these.
fn are_held(look: &Look, column: &Seen, inner: &[&str]) -> bool {
    let (inside, outside): (Vec<usize>, Vec<usize>) =
        (0..look.rows).partition(|row| column.cells.get(*row).is_some_and(|cell| inner.contains(cell)));
    let counts = look.columns.iter().filter(|seen| seen.is_number() && !seen.named.is_rate);
    let mut held = counts.filter(|seen| !seen.named.is_no_count).map(|seen| {
        let most = inside.iter().filter_map(|row| seen.numbers.get(*row).copied().flatten()).fold(0.0, f64::max);
        most <= sum_row::sum(seen, &outside)
    });
    held.all(|held| held)
}
