//! The day as of which a table holds, said above the columns' names: "As of 5 June 2024, 18:00".

use super::super::About;
use super::super::draft::Draft;
use crate::formats::table::recipe::DateForm;
use crate::formats::table::value::date;
use crate::model::{Precision, When};

/// Words before such a day.
const BEFORE: [&str; 14] = [
    "as of",
    "as at",
    "as on",
    "until",
    "up to",
    "hasta el",
    "al",
    "au",
    "fino al",
    "stand",
    "stand:",
    "bis zum",
    "по состоянию на",
    "حتى",
];

/// A day has no more words than this, with a time of day.
const MOST_WORDS: usize = 6;

/// Says it in a recipe whose rows have no dates.
pub(in super::super) fn settle(draft: &mut Draft, about: &About) {
    if draft.recipe.date.is_some() || draft.recipe.wide.is_some() {
        return;
    }
    let mut texts = [&about.title, &about.subtitle].into_iter().flatten().flat_map(|text| text.split("; "));
    let Some((text, when)) = texts.find_map(|text| Some((text, day(text)?))) else { return };
    draft.recipe.as_of = Some(when.to_string());
    draft.reasons.push(format!("above the columns' names stands \"{text}\": all numbers are as of {when}"));
}

fn day(text: &str) -> Option<When> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find_map(|at| of_words(behind(words.get(at..)?)?))
}

/// What stands behind words that such a day follows, where these begin with them.
pub(super) fn behind<'w, 't>(words: &'w [&'t str]) -> Option<&'w [&'t str]> {
    BEFORE.iter().find_map(|before| {
        let expected = before.split(' ').map(str::to_owned);
        let found = words.iter().map(|word| word.trim_start_matches(['(', '[']).to_lowercase());
        let count = expected.clone().count();
        let is_it = words.len() > count && found.take(count).eq(expected);
        words.get(count..).filter(|_| is_it)
    })
}

/// The day with which the words begin. Its year has four digits: what has two may be a day.
fn of_words(words: &[&str]) -> Option<When> {
    (1..=words.len().min(MOST_WORDS)).rev().find_map(|count| {
        let text = words.get(..count)?.join(" ");
        let text = text.trim_end_matches([')', ']', '.', ',', ';']);
        let when = date(text, DateForm::YearMonthDay).ok().flatten()?;
        let is_day = when.from.precision == Precision::Day && when.to.is_none();
        (is_day && text.contains(&when.first_day().year().to_string())).then_some(when)
    })
}
