//! Marks that belong to words and are no letters.

/// Whether a character is an accent of its own, behind its letter.
pub(in crate::formats::table) fn is_accent(character: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&character)
}

/// Whether a mark is part of a word: an accent, what takes a vowel away in the writings of India, what says the tone in that
/// of Thailand.
pub(in crate::formats::table) fn is_mark_in_word(character: char) -> bool {
    const NO_VOWEL: [char; 8] =
        ['\u{94D}', '\u{9CD}', '\u{A4D}', '\u{ACD}', '\u{BCD}', '\u{C4D}', '\u{CCD}', '\u{D4D}'];
    is_accent(character)
        || NO_VOWEL.contains(&character)
        || matches!(character, '\u{93C}' | '\u{9BC}' | '\u{E47}'..='\u{E4E}' | '\u{1037}'..='\u{103A}')
}
