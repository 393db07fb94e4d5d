//! Words that all errors share: numbers, quoted texts and the nearest known name.

/// The largest number that a file may state: 2^53 − 1, beyond which many programs change a number's last digits.
pub(super) const LARGEST_NUMBER: u64 = 9_007_199_254_740_991;

/// How many characters of a found value an error shows.
const SHOWN: usize = 60;

/// How many known names are compared with an unknown one.
const COMPARED: usize = 1_000;

/// A text in quotes: shortened, and without characters that would break the line or turn its direction.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in shortened(text).chars() {
        if character == '"' {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted + "\""
}

/// The start of a text, fit for one line.
pub(super) fn shortened(text: &str) -> String {
    let mut short = String::new();
    for (index, character) in text.chars().enumerate() {
        if index == SHOWN {
            short.push('…');
            break;
        }
        if character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        {
            short.extend(character.escape_default());
        } else {
            short.push(character);
        }
    }
    short
}

/// The known name that was probably meant: at most one third of it differs.
pub(crate) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let length = name.chars().count();
    if length > SHOWN {
        return None;
    }
    known
        .take(COMPARED)
        .filter(|known| known.len() <= 4 * SHOWN)
        .map(|known| (strsim::damerau_levenshtein(&name.to_lowercase(), &known.to_lowercase()), known))
        .filter(|(distance, known)| *distance <= (length.max(known.chars().count()) / 3).max(1) && *distance < length)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}
