//! Dates of birth: on these nobody died, whatever else is not known.

use super::date_form::form;
use super::dates::Dates;
use super::look::{Look, Seen};
use super::say;

/// Words that say it by themselves.
const WORDS: [&str; 8] = ["dob", "yob", "born", "nac", "geb", "gebdatum", "sinh", "lahir"];
/// Words that hold one of these say it too, in whatever form: "birthdate", "datenaiss", "Geburtsjahr".
const STEMS: [&str; 34] = [
    "birth",
    "naiss",
    "nacim",
    "nacid",
    "nascim",
    "nascit",
    "geburt",
    "geboren",
    "geboor",
    "рожд",
    "народж",
    "роден",
    "dogum",
    "urodz",
    "fodel",
    "fødsel",
    "født",
    "narozen",
    "rođen",
    "rojen",
    "szulet",
    "syntyma",
    "nastere",
    "naștere",
    "γέννη",
    "γεννη",
    "تولد",
    "ميلاد",
    "ولادة",
    "לידה",
    "出生",
    "生年",
    "誕生",
    "생년",
];

/// Whether a column's name says that something was when people were born.
pub(super) fn named(seen: &Seen) -> bool {
    let says = |word: &String| WORDS.contains(&&**word) || STEMS.iter().any(|stem| word.contains(stem));
    seen.named.measures.is_empty() && seen.named.words.iter().any(says)
}

/// Whether a column has dates or years of birth.
pub(super) fn is_date(seen: &Seen) -> bool {
    named(seen) && form(seen).is_some()
}

/// Why a table whose only dates are those of births has none.
pub(super) fn left_out(look: &Look, found: &mut Dates) {
    let names: Vec<&str> = look.columns.iter().filter(|seen| is_date(seen)).map(|seen| seen.name).collect();
    if found.rule.is_none() && !names.is_empty() {
        let said = say::list(&names);
        found.reasons.push(format!("left out: {said}; people were born then, and no column says when they died"));
    }
}
