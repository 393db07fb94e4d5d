//! Numbers with their qualifiers: "at least 12", "~300", "500+", "10–15".

use super::digits::has_digit;
use super::marks::{before_brackets, estimated, is_uncounted, without_mark};
use super::number::{NumberError, fraction, number, plain};
use super::number_words::number_word;
use crate::formats::table::recipe::Numbers;
use crate::model::Stated;

/// Signs and words before a number, longer ones before those that they start with.
const BEFORE: [(&str, Qualify); 58] = [
    (">=", Qualify::AtLeast),
    ("=>", Qualify::AtLeast),
    ("≥", Qualify::AtLeast),
    ("at least", Qualify::AtLeast),
    ("no fewer than", Qualify::AtLeast),
    ("minimum of", Qualify::AtLeast),
    ("minimum", Qualify::AtLeast),
    ("min.", Qualify::AtLeast),
    ("min", Qualify::AtLeast),
    ("al menos", Qualify::AtLeast),
    ("por lo menos", Qualify::AtLeast),
    ("au moins", Qualify::AtLeast),
    ("mindestens", Qualify::AtLeast),
    ("pelo menos", Qualify::AtLeast),
    ("حداقل", Qualify::AtLeast),
    ("не менее", Qualify::AtLeast),
    (">", Qualify::MoreThan),
    ("more than", Qualify::MoreThan),
    ("over", Qualify::MoreThan),
    ("above", Qualify::MoreThan),
    ("más de", Qualify::MoreThan),
    ("mas de", Qualify::MoreThan),
    ("plus de", Qualify::MoreThan),
    ("mehr als", Qualify::MoreThan),
    ("بیش از", Qualify::MoreThan),
    ("более", Qualify::MoreThan),
    ("~", Qualify::About),
    ("≈", Qualify::About),
    ("about", Qualify::About),
    ("around", Qualify::About),
    ("approximately", Qualify::About),
    ("approx.", Qualify::About),
    ("approx", Qualify::About),
    ("circa", Qualify::About),
    ("ca.", Qualify::About),
    ("c.", Qualify::About),
    ("environ", Qualify::About),
    ("حدود", Qualify::About),
    ("nearly", Qualify::About),
    ("almost", Qualify::About),
    ("casi", Qualify::About),
    ("presque", Qualify::About),
    ("fast", Qualify::About),
    ("etwa", Qualify::About),
    ("около", Qualify::About),
    ("почти", Qualify::About),
    ("تقریبا", Qualify::About),
    ("<=", Qualify::UpTo),
    ("≤", Qualify::UpTo),
    ("up to", Qualify::UpTo),
    ("fewer than", Qualify::LessThan),
    ("less than", Qualify::LessThan),
    ("under", Qualify::LessThan),
    ("below", Qualify::LessThan),
    ("menos de", Qualify::LessThan),
    ("moins de", Qualify::LessThan),
    ("weniger als", Qualify::LessThan),
    ("<", Qualify::LessThan),
];

/// Words between the ends of a range; a word has spaces around it.
const BETWEEN: [&str; 9] = ["–", "—", "-", "‑", "‐", " to ", " a ", " bis ", " تا "];

/// Words for large numbers, and how large they are.
const SCALES: [(&str, u32); 13] = [
    ("thousand", 1_000),
    ("mil", 1_000),
    ("mille", 1_000),
    ("tausend", 1_000),
    ("million", 1_000_000),
    ("millions", 1_000_000),
    ("mn", 1_000_000),
    ("mio", 1_000_000),
    ("mio.", 1_000_000),
    ("millones", 1_000_000),
    ("millionen", 1_000_000),
    ("milhões", 1_000_000),
    ("billion", 1_000_000_000),
];

/// Longer texts are prose with numbers in it.
const LONGEST: usize = 120;

#[derive(Clone, Copy)]
enum Qualify {
    AtLeast,
    MoreThan,
    About,
    UpTo,
    LessThan,
}

impl Qualify {
    fn stated(self, number: u64) -> Stated {
        match self {
            Self::AtLeast => Stated::AtLeast(number),
            Self::MoreThan => Stated::MoreThan(number),
            Self::About => Stated::About(number),
            Self::UpTo => Stated::UpTo(number),
            Self::LessThan => Stated::UpTo(number.saturating_sub(1)),
        }
    }
}

/// The number in a cell with its qualifier or as a range. Nearly all are written with digits alone.
#[inline]
pub fn stated(text: &str, numbers: &Numbers) -> Result<Stated, NumberError> {
    match plain(text, numbers) {
        Some(number) => Ok(Stated::Exact(number)),
        None => in_any_way(text, numbers),
    }
}

fn in_any_way(text: &str, numbers: &Numbers) -> Result<Stated, NumberError> {
    let error = match number(text, numbers) {
        Ok(number) => return Ok(number.map_or(Stated::Unknown, Stated::Exact)),
        Err(error) => error,
    };
    let text = text.trim();
    if is_uncounted(text) {
        return Ok(Stated::Unknown);
    }
    if let Some(number) = number_word(text) {
        return Ok(Stated::Exact(number));
    }
    if text.len() > LONGEST || !has_digit(text) {
        return Err(error);
    }
    let whole = |text: &str| number(text, numbers).ok().flatten().or_else(|| in_words(text, numbers));
    if let Some(number) = in_words(text, numbers) {
        return Ok(Stated::About(number));
    }
    if let Some(bare) = without_mark(text) {
        return in_any_way(bare, numbers).map_err(|_| error);
    }
    if let Some(range) = with_ends(text, &whole) {
        return Ok(range);
    }
    if let Some(number) = estimated(text).and_then(whole) {
        return Ok(Stated::About(number));
    }
    if let Some(bare) = before_brackets(text) {
        return in_any_way(bare, numbers).map_err(|_| error);
    }
    if let Some(number) = text.strip_suffix(['+', 's']).and_then(whole) {
        return Ok(Stated::AtLeast(number));
    }
    if let Some(number) = added(text, &whole) {
        return Ok(Stated::Exact(number));
    }
    if let Some(number) = text.strip_suffix('?').and_then(whole) {
        return Ok(Stated::About(number));
    }
    // No word begins with a digit, as most numbers do.
    let is_behind = !text.starts_with(|first: char| first.is_ascii_digit());
    for (words, qualify) in BEFORE.into_iter().filter(|_| is_behind) {
        if let Some(number) = after(text, words).and_then(whole) {
            return Ok(qualify.stated(number));
        }
    }
    let ends = after(text, "between").and_then(|ends| ends.split_once(" and "));
    let mut ends = ends.into_iter().chain(BETWEEN.iter().filter_map(|between| text.split_once(between)));
    // "1 to 2 million" are millions at both ends.
    let low_of = |low: &str, high: &str| match (scale(low), scale(high)) {
        (None, Some((_, word))) => in_words(&format!("{low} {word}"), numbers),
        _ => whole(low),
    };
    match ends.find_map(|(low, high)| Some((low_of(low, high)?, whole(high)?))) {
        Some((low, high)) if low < high => Ok(Stated::Range { low: Some(low), best: None, high: Some(high) }),
        Some((low, high)) if low == high => Ok(Stated::Exact(low)),
        Some(_) => Err(NumberError::Backwards(text.to_owned())),
        None => Err(error),
    }
}

/// What stands behind a number that it does not change: the star of "88*". The number of a reference ("[12]") says nothing about
/// it.
pub(in crate::formats::table) fn mark_behind<'t>(text: &'t str, numbers: &Numbers) -> Option<&'t str> {
    let text = text.trim();
    if text.ends_with(|last: char| last.is_ascii_digit()) || number(text, numbers).is_ok() {
        return None;
    }
    let bare = without_mark(text).filter(|_| in_words(text, numbers).is_none())?;
    let mark = text.get(bare.len()..)?.trim();
    let is_reference = mark.starts_with('[') && mark.trim_matches(['[', ']']).bytes().all(|byte| byte.is_ascii_digit());
    (!is_reference).then_some(mark)
}

/// "135+2": those on board and those on the ground.
fn added(text: &str, whole: &impl Fn(&str) -> Option<u64>) -> Option<u64> {
    text.split('+').try_fold(0_u64, |sum, part| sum.checked_add(whole(part)?)).filter(|_| text.contains('+'))
}

/// "12 300 [9 800–15 100]", "40 (95% CI: 31, 52)": a number with the low and high end that it lies between.
fn with_ends(text: &str, whole: &impl Fn(&str) -> Option<u64>) -> Option<Stated> {
    let (number, ends) = text.strip_suffix([')', ']'])?.split_once(['(', '['])?;
    let best = whole(number)?;
    let ends = ends.rsplit_once(':').map_or(ends, |(_, ends)| ends);
    let mut between = BETWEEN.iter().chain(&[", ", ";"]).filter_map(|between| ends.split_once(between));
    let (low, high) = between.find_map(|(low, high)| Some((whole(low)?, whole(high)?)))?;
    let is_around = low < high && (low..=high).contains(&best);
    is_around.then_some(Stated::Range { low: Some(low), best: Some(best), high: Some(high) })
}

/// "1.1 million": a rounded number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 1 and 1e15")]
fn in_words(text: &str, numbers: &Numbers) -> Option<u64> {
    let (count, word) = scale(text)?;
    let (_, power) = SCALES.iter().find(|(known, _)| known.eq_ignore_ascii_case(word))?;
    let value = fraction(count, numbers)? * f64::from(*power);
    // Beyond this fractions of people would be lost, and nobody has died so often.
    (1.0..1e15).contains(&value).then(|| value.round() as u64)
}

/// A number and the word behind it that says how large it is.
fn scale(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (count, word) = text.rsplit_once([' ', '\u{A0}'])?;
    SCALES.iter().any(|(known, _)| known.eq_ignore_ascii_case(word)).then_some((count, word))
}

/// What follows `words`, written in small or capital letters.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in words.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    Some(rest.as_str())
}
