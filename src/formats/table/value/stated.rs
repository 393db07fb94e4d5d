//! Numbers with their qualifiers: "at least 12", "~300", "500+", "10–15".

use super::digits::digit;
use super::number::{NumberError, number};
use crate::formats::table::recipe::Numbers;
use crate::model::Stated;

/// Signs and words before a number, longer ones before those that they start with.
const BEFORE: [(&str, Qualify); 43] = [
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
    ("<=", Qualify::UpTo),
    ("≤", Qualify::UpTo),
    ("up to", Qualify::UpTo),
    ("fewer than", Qualify::LessThan),
    ("<", Qualify::LessThan),
];

/// Words between the ends of a range; a word has spaces around it.
const BETWEEN: [&str; 9] = ["–", "—", "-", "‑", "‐", " to ", " a ", " bis ", " تا "];

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

/// The number in a cell with its qualifier or as a range.
pub fn stated(text: &str, numbers: &Numbers) -> Result<Stated, NumberError> {
    let error = match number(text, numbers) {
        Ok(number) => return Ok(number.map_or(Stated::Unknown, Stated::Exact)),
        Err(error) => error,
    };
    let text = text.trim();
    if text.len() > LONGEST || !text.chars().any(|character| digit(character).is_some()) {
        return Err(error);
    }
    let whole = |text: &str| number(text, numbers).ok().flatten();
    if let Some(number) = text.strip_suffix('+').and_then(whole) {
        return Ok(Stated::AtLeast(number));
    }
    if let Some(number) = text.strip_suffix('?').and_then(whole) {
        return Ok(Stated::About(number));
    }
    for (words, qualify) in BEFORE {
        if let Some(number) = after(text, words).and_then(whole) {
            return Ok(qualify.stated(number));
        }
    }
    let ends = after(text, "between").and_then(|ends| ends.split_once(" and "));
    let mut ends = ends.into_iter().chain(BETWEEN.iter().filter_map(|between| text.split_once(between)));
    match ends.find_map(|(low, high)| Some((whole(low)?, whole(high)?))) {
        Some((low, high)) if low < high => Ok(Stated::Range { low: Some(low), best: None, high: Some(high) }),
        Some((low, high)) if low == high => Ok(Stated::Exact(low)),
        Some(_) => Err(NumberError::Backwards(text.to_owned())),
        None => Err(error),
    }
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
