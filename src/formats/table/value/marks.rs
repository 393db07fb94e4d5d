//! What people write behind a number that does not change it: footnote marks, flags of revision. And what they write in
//! its place where there were people, but nobody knows how many.

use super::digits::digit;
use super::is_unknown;

/// Words and signs for numbers that are not known, in small letters.
const UNCOUNTED: [&str; 24] = [
    ":",
    "+",
    "several",
    "some",
    "many",
    "few",
    "a few",
    "numerous",
    "multiple",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "tens of thousands",
    "suppressed",
    "confidential",
    "not counted",
    "varios",
    "varias",
    "muchos",
    "plusieurs",
    "mehrere",
    "несколько",
    "چندین",
];

/// Whether a cell says that there were people, but not how many.
pub(in crate::formats::table) fn is_uncounted(text: &str) -> bool {
    let text = text.trim();
    // Statistical offices put flags behind the colon.
    if let Some(sign) = text.strip_suffix('*').map(|text| text.trim_end_matches('*')) {
        return is_unknown(sign, &[]);
    }
    let bare = text.strip_prefix(':').map_or(text, |flags| if flags.len() <= 3 { ":" } else { text });
    bare.len() <= 24 && UNCOUNTED.contains(&bare.to_lowercase().as_str())
}

/// A number without its footnote mark: "12*", "5\[a\]", "741 (r)", "43 b", "7²", "9†".
pub(super) fn without_mark(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_sign =
        |c: char| matches!(c, '*' | '†' | '‡' | '§' | '#' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁽' | '⁾' | 'ᵃ'..='ᶻ');
    let bare = text.trim_end_matches(is_sign);
    let bare = if bare.len() < text.len() { bare } else { bracketed(text).or_else(|| flagged(text))? };
    let bare = bare.trim_end();
    bare.ends_with(|c: char| digit(c).is_some() || c == '+').then_some(bare)
}

/// Whether a number is followed by "(est.)".
pub(super) fn estimated(text: &str) -> Option<&str> {
    let (number, words) = text.trim().strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    ["est", "est.", "estimate", "estimated", "approx", "approx."]
        .contains(&&*words.to_lowercase())
        .then(|| number.trim())
}

/// The number before what stands in brackets: "12 (+1)", "40 (5)", "1,534 (30.7)", "15 (3 children)".
pub(super) fn before_brackets(text: &str) -> Option<&str> {
    let (number, words) = text.trim().strip_suffix(')')?.split_once('(')?;
    (words.chars().count() <= 24 && !words.contains(['(', ')']) && !number.trim().is_empty()).then(|| number.trim())
}

/// "\[a\]", "\[12\]", "(r)": what stands in round brackets may be a number of its own.
fn bracketed(text: &str) -> Option<&str> {
    let is_short = |mark: &str| (1..=3).contains(&mark.chars().count());
    if let Some((number, mark)) = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        return is_short(mark).then_some(number);
    }
    let (number, mark) = text.strip_suffix(')')?.rsplit_once('(')?;
    (is_short(mark) && mark.chars().all(char::is_alphabetic)).then_some(number)
}

/// One or two small letters behind a space, or three of the flags of statistical offices: "102 bep".
fn flagged(text: &str) -> Option<&str> {
    let (number, flag) = text.rsplit_once(' ')?;
    let is_short = (1..=2).contains(&flag.len()) && flag.bytes().all(|byte| byte.is_ascii_lowercase());
    // "44 bce" is a year.
    let are_flags = flag.len() == 3 && flag != "bce" && flag.bytes().all(|byte| b"bcdefnprsuz".contains(&byte));
    (is_short || are_flags).then_some(number)
}
