//! Digits of the scripts in which tolls are written.

/// The value of a digit: ASCII, Arabic, Persian, Devanagari, Bengali, Thai or full-width.
pub(in crate::formats::table) fn digit(character: char) -> Option<u32> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{9E6}'..='\u{9EF}' => '\u{9E6}',
        '\u{E50}'..='\u{E59}' => '\u{E50}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u32::from(character) - u32::from(zero))
}

/// Whether there is a digit in a text.
pub(in crate::formats::table) fn has_digit(text: &str) -> bool {
    text.chars().any(|character| digit(character).is_some())
}

/// Whether a sign stands for minus: a hyphen or the true sign.
pub(super) fn is_minus(character: char) -> bool {
    matches!(character, '-' | '\u{2212}')
}
