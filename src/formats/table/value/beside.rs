//! Cells that say in words how many were what: "3 killed, at least 5 injured", "killed: 3; injured: 5".
//!
//! A cell is cut into pieces, at commas and semicolons, and a piece at the words that the table's recipe looks for. What
//! stands between two of these words is a number with its qualifier, or nothing is read of the piece: of two numbers
//! beside one word, or one number beside two ("3 dead or missing"), none is chosen. Numbers beside none of the words are left
//! over, which is said.

use super::digits::{digit, has_digit};
use super::marks::is_uncounted;
use super::number_words::{number_word, says_number};
use super::{is_unknown, stated, trimmed};
use crate::formats::quoted;
use crate::formats::table::recipe::Numbers;
use crate::model::Stated;

/// Longer cells are prose.
const LONGEST: usize = 400;
/// So many words at most stand between two of the words that are looked for.
const MOST_WORDS: usize = 16;

/// Words before a measure's own that say that nobody was: "no deaths".
const NOBODY: [&str; 22] = [
    "no",
    "none",
    "nobody",
    "zero",
    "nil",
    "sin",
    "ningún",
    "ninguna",
    "aucun",
    "aucune",
    "kein",
    "keine",
    "nessun",
    "nenhum",
    "nenhuma",
    "sem",
    "нет",
    "без",
    "никто",
    "بدون",
    "هیچ",
    "لا",
];

/// Why a cell does not say what is asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BesideError {
    /// It has a number, but none of the words.
    #[error("found {}, expected a number beside one of {words}", quoted(.cell))]
    NoWord {
        /// The cell.
        cell: String,
        /// The words in quotes.
        words: String,
    },
    /// A word without a number, or with several.
    #[error("found {}, expected one number beside each word", quoted(.0))]
    NotOne(String),
    /// Two numbers for one count.
    #[error("found {}, expected one number beside {words}", quoted(.cell))]
    Several {
        /// The cell.
        cell: String,
        /// The words in quotes.
        words: String,
    },
}

/// The number that stands beside one of the words of `groups[asked]` in a cell; the other groups are those of other counts
/// in it. All words must be in small letters. Unknown where the cell says nothing of it.
pub fn beside(cell: &str, groups: &[Vec<String>], asked: usize, numbers: &Numbers) -> Result<Stated, BesideError> {
    let cell = trimmed(cell);
    if is_unknown(cell, &numbers.unknown) {
        return Ok(Stated::Unknown);
    }
    let words = || listed(groups.get(asked).map(Vec::as_slice).unwrap_or_default());
    let mut found = None;
    let mut has_word = false;
    for piece in pieces(cell, groups) {
        let marks = marks(piece, groups);
        has_word |= !marks.is_empty();
        if !marks.iter().any(|mark| mark.group == asked) {
            continue;
        }
        let said = read(piece, &marks, numbers).ok_or_else(|| BesideError::NotOne(piece.trim().to_owned()))?;
        for (_, stated) in said.into_iter().filter(|(group, _)| *group == asked) {
            if found.is_some_and(|found| found != stated) {
                return Err(BesideError::Several { cell: cell.to_owned(), words: words() });
            }
            found = Some(stated);
        }
    }
    if !has_word && says_number(cell) {
        let all: Vec<String> = groups.iter().flatten().cloned().collect();
        return Err(BesideError::NoWord { cell: cell.to_owned(), words: listed(&all) });
    }
    Ok(found.unwrap_or_default())
}

/// What a cell says beside none of the words, though it has a number, where others of its pieces have one of the words:
/// "7 trapped" in "3 killed, 7 trapped". The sum of all that is read, "10 (3 killed, 7 injured)", is nothing more.
pub fn left_over<'c>(cell: &'c str, groups: &[Vec<String>], numbers: &Numbers) -> Vec<&'c str> {
    let cell = trimmed(cell);
    let (said, others): (Vec<&str>, Vec<&str>) =
        pieces(cell, groups).into_iter().partition(|piece| !marks(piece, groups).is_empty());
    let others = others.into_iter().map(str::trim).filter(|piece| says_number(piece));
    if said.is_empty() {
        return Vec::new();
    }
    let sum = || -> Option<u64> {
        let read = said.iter().filter_map(|piece| read(piece, &marks(piece, groups), numbers)).flatten();
        read.map(|(_, stated)| stated.number()).sum()
    };
    let is_sum = |piece: &str| {
        words_of(piece).next().is_none()
            && number(piece, numbers).and_then(Stated::number).is_some_and(|own| sum() == Some(own))
    };
    others.filter(|piece| !is_sum(piece)).collect()
}

fn listed(words: &[String]) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<String>>().join(", ")
}

/// One of the words in a piece.
struct Mark {
    group: usize,
    start: usize,
    end: usize,
}

/// The words of a text, each with its place: letters, and the marks of no width that join Persian ones.
pub(in crate::formats::table) fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|character| !is_letter(character))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

/// Whether a character is part of a word.
pub(in crate::formats::table) fn is_letter(character: char) -> bool {
    character.is_alphabetic() || character == '\u{200C}'
}

/// Where the words stand; two of one count in a row, with no number between them, are one: "shot dead".
fn marks(piece: &str, groups: &[Vec<String>]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (start, word) in words_of(piece) {
        let small = word.to_lowercase();
        let Some(group) = groups.iter().position(|group| group.contains(&small)) else { continue };
        let end = start + word.len();
        match marks.last_mut() {
            Some(last) if last.group == group && !piece.get(last.end..start).is_some_and(says_number) => last.end = end,
            _ => marks.push(Mark { group, start, end }),
        }
    }
    marks
}

/// The pieces of a cell: what stands between commas, semicolons, lines and brackets. Commas inside numbers cut nothing.
/// Left out are brackets without a word that is looked for, "(incl. 2 children)", and headings with a colon, "Attack 12: ".
fn pieces<'c>(cell: &'c str, groups: &[Vec<String>]) -> Vec<&'c str> {
    let mut pieces = Vec::new();
    let (mut start, mut is_bracket) = (0, false);
    let is_digit = |character: Option<char>| character.is_some_and(|character| digit(character).is_some());
    let mut before = None;
    for (at, character) in cell.char_indices() {
        let after = || cell.get(at + character.len_utf8()..).and_then(|rest| rest.chars().next());
        let is_cut = match character {
            ',' => !(is_bracket || is_digit(before) && is_digit(after())),
            '،' | '，' | '、' | ';' | '；' | '؛' | '|' | '\n' => !is_bracket,
            '(' | '[' | ')' | ']' => true,
            _ => false,
        };
        before = Some(character);
        if !is_cut {
            continue;
        }
        add(cell.get(start..at), is_bracket, groups, &mut pieces);
        start = at + character.len_utf8();
        is_bracket = matches!(character, '(' | '[') && has_no_word(cell.get(start..), groups);
    }
    add(cell.get(start..), is_bracket, groups, &mut pieces);
    pieces
}

/// Whether nothing that is looked for stands before the bracket ends.
fn has_no_word(rest: Option<&str>, groups: &[Vec<String>]) -> bool {
    let inside = rest.and_then(|rest| rest.split([')', ']']).next());
    inside.is_none_or(|inside| marks(inside, groups).is_empty())
}

fn add<'c>(piece: Option<&'c str>, is_left_out: bool, groups: &[Vec<String>], pieces: &mut Vec<&'c str>) {
    let Some(piece) = piece.filter(|_| !is_left_out) else { return };
    let heading = piece.split_once(": ").filter(|(before, _)| marks(before, groups).is_empty());
    pieces.push(heading.map_or(piece, |(_, after)| after));
}

/// What a piece says, by groups; `None` where not each word has one number. Numbers stand before all words or behind all.
fn read(piece: &str, marks: &[Mark], numbers: &Numbers) -> Option<Vec<(usize, Stated)>> {
    let (first, last) = (marks.first()?, marks.last()?);
    if piece.len() > LONGEST {
        return None;
    }
    let text = |start: usize, end: usize| piece.get(start..end).unwrap_or_default();
    let starts = std::iter::once(0).chain(marks.iter().map(|mark| mark.end));
    let ahead = || -> Option<Vec<(usize, Stated)>> {
        let cut =
            marks.iter().zip(starts).map(|(mark, start)| Some((mark.group, number(text(start, mark.start), numbers)?)));
        if piece.get(last.end..).is_some_and(says_number) { None } else { cut.collect() }
    };
    let ends = marks.iter().skip(1).map(|mark| mark.start).chain(std::iter::once(piece.len()));
    let behind = || -> Option<Vec<(usize, Stated)>> {
        let cut = marks.iter().zip(ends).map(|(mark, end)| Some((mark.group, number(text(mark.end, end), numbers)?)));
        if piece.get(..first.start).is_some_and(says_number) { None } else { cut.collect() }
    };
    match (ahead(), behind()) {
        (Some(said), None) | (None, Some(said)) => Some(said),
        (Some(ahead), Some(behind)) if ahead == behind => Some(ahead),
        _ => None,
    }
}

/// The one number in a few words, with the qualifier before it: "at least 2", "about 20 people".
fn number(text: &str, numbers: &Numbers) -> Option<Stated> {
    let is_around = |character: char| character.is_whitespace() || ":=.-–—/&\"'".contains(character);
    let text = text.trim_matches(is_around);
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_number = |word: &&str| has_digit(word);
    let (Some(first), Some(last)) = (words.iter().position(is_number), words.iter().rposition(is_number)) else {
        return without_digits(&words, numbers);
    };
    if words.len() > MOST_WORDS {
        return None;
    }
    // The longest first: qualifiers stand before a number, and "million" behind it.
    let ends = (last..words.len()).rev();
    ends.flat_map(|end| (0..=first).map(move |start| (start, end))).find_map(|(start, end)| {
        let joined = words.get(start..=end)?.join(" ");
        stated(&joined, numbers).ok().filter(|stated| *stated != Stated::Unknown)
    })
}

/// "No" is zero and "two" is 2, "several" is not known; other words say nothing.
fn without_digits(words: &[&str], numbers: &Numbers) -> Option<Stated> {
    let is_none = |word: &str| NOBODY.contains(&word.to_lowercase().as_str());
    if is_none(words.last()?) {
        return Some(Stated::Exact(0));
    }
    let mut spelled = words.iter().enumerate().filter_map(|(at, word)| Some((at, number_word(word)?)));
    if let (Some((at, said)), None) = (spelled.next(), spelled.next()) {
        // "No one".
        let is_after_none = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| is_none(word));
        let digits = if is_after_none { 0 } else { said }.to_string();
        let digits = |(place, word): (usize, &&str)| if place == at { digits.clone() } else { (*word).to_owned() };
        let from = if is_after_none { at } else { 0 };
        let text: Vec<String> = words.iter().enumerate().skip(from).map(digits).collect();
        return number(&text.join(" "), numbers);
    }
    let is_open = |tail: &str| is_uncounted(tail) || is_unknown(tail, &[]);
    let is_several = (0..words.len()).any(|start| words.get(start..).is_some_and(|tail| is_open(&tail.join(" "))));
    is_several.then_some(Stated::Unknown)
}
