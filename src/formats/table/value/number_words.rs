//! Small numbers in words, as reports write them: "two dead".

use super::beside::words_of;
use super::digits::has_digit;

/// From nothing up, in small letters.
const WORDS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The number that a word says.
pub(super) fn number_word(word: &str) -> Option<u64> {
    let at = WORDS.iter().position(|known| known.eq_ignore_ascii_case(word))?;
    u64::try_from(at).ok()
}

/// Whether a text says a number, in digits or in words; "one" alone may be anyone.
pub(in crate::formats::table) fn says_number(text: &str) -> bool {
    has_digit(text) || words_of(text).any(|(_, word)| number_word(word).is_some_and(|number| number != 1))
}
