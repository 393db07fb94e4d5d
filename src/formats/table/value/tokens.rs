//! A date taken apart: its numbers in their order and the name of a month, without weekdays, times of day and separators.

use super::digits::digit;
use super::letters::is_mark_in_word;
use super::months;

/// What of a date's text says which day it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tokens {
    numbers: [Number; 3],
    count: usize,
    /// The month, where it is named.
    pub month: Option<i8>,
}

/// A number in a date, and with how many digits it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u32,
    pub digits: u32,
}

impl Tokens {
    /// The numbers.
    pub fn numbers(&self) -> &[Number] {
        self.numbers.get(..self.count).unwrap_or_default()
    }

    /// Takes a text apart; `None` where it holds what no date has. `month` knows the names of months.
    pub fn read(text: &str, month: impl Fn(&str) -> Option<i8>) -> Option<Self> {
        let mut tokens = Self::default();
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            if digit(character).is_some() {
                let (number, after) = take_number(rest)?;
                if after.starts_with(':') {
                    rest = after_time(after);
                    continue;
                }
                *tokens.numbers.get_mut(tokens.count)? = number;
                tokens.count += 1;
                rest = after;
            } else if character.is_alphabetic() || character == 'º' {
                let (word, after) = rest.split_at(end_of_word(rest));
                rest = after;
                if tokens.count == 3 && word == "T" {
                    break;
                }
                // "mar" is a weekday in front of a date in numbers, and a month in one with a day and a year.
                if months::is_weekday(word) {
                    continue;
                }
                match month(word) {
                    Some(month) if tokens.month.is_none() => tokens.month = Some(month),
                    _ if months::is_ignored(word) || is_of_time(word) => {}
                    _ => return None,
                }
            } else if matches!(character, '-' | '/' | '.' | ',' | ' ' | '\u{A0}' | '\u{2013}' | '،' | '\'' | '_' | '٫')
            {
                rest = rest.get(character.len_utf8()..).unwrap_or_default();
            } else {
                return None;
            }
        }
        if tokens.count == 3 {
            tokens.month = None;
        }
        (tokens.count > 0).then_some(tokens)
    }
}

/// Where the first word of a text ends. "كانون الثاني" is one month, and "كانون الأول" another.
fn end_of_word(text: &str) -> usize {
    let is_over = |c: char| !c.is_alphabetic() && c != 'º' && c != '\u{200C}' && !is_mark_in_word(c);
    let end = |from: usize| text.get(from..).and_then(|rest| rest.find(is_over)).map_or(text.len(), |at| from + at);
    let first = end(0);
    let is_half = ["كانون", "تشرين"].contains(&text.get(..first).unwrap_or_default());
    if is_half && text.get(first..).is_some_and(|rest| rest.starts_with(' ')) { end(first + 1) } else { first }
}

fn take_number(text: &str) -> Option<(Number, &str)> {
    let mut number = Number::default();
    for (at, character) in text.char_indices() {
        match digit(character) {
            Some(digit) => {
                number.value = number.value.checked_mul(10)?.checked_add(digit)?;
                number.digits += 1;
            }
            None => return Some((number, text.get(at..).unwrap_or_default())),
        }
    }
    Some((number, ""))
}

fn is_of_time(word: &str) -> bool {
    ["am", "pm", "z", "utc", "gmt", "h", "t"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// What follows a time of day, whose minutes start here, and its zone.
fn after_time(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c == ':' || c == '.' || digit(c).is_some());
    match rest.strip_prefix(['+', '-']) {
        Some(zone) if zone.starts_with(|c: char| digit(c).is_some()) => {
            zone.trim_start_matches(|c: char| c == ':' || digit(c).is_some())
        }
        _ => rest,
    }
}
