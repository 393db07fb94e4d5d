//! Dates of birth: on these nobody died, whatever else is not known.

use super::super::look::{Look, Seen};
use super::super::say;
use super::date_form::form;
use super::dates::Dates;

/// Words that say it by themselves.
const WORDS: [&str; 8] = ["dob", "yob", "born", "nac", "geb", "gebdatum", "sinh", "lahir"];
/// Words that hold one of these say it too, in whatever form: "birthdate", "datenaiss", "Geburtsjahr".
const STEMS: [&str; 33] = [
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
    "fodsel",
    "fodt",
    "narozen",
    "roden",
    "rojen",
    "szulet",
    "syntyma",
    "nastere",
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
pub(in super::super) fn named(seen: &Seen) -> bool {
    // Births are counted; who was born is not.
    let says = |word: &String| {
        // "発生年月日" is the day on which something happened.
        let is_other = word.ends_with("births") || word.starts_with("発生") || word.starts_with("发生");
        WORDS.contains(&&**word) || !is_other && STEMS.iter().any(|stem| word.contains(stem))
    };
    // "Heraf børn": of which children.
    !seen.named.is_of_which && seen.named.measures.is_empty() && seen.named.words.iter().any(says)
}

/// Whether a column has dates or years of birth.
pub(in super::super) fn is_date(seen: &Seen) -> bool {
    named(seen) && (form(seen).is_some() || are_years(seen))
}

fn are_years(seen: &Seen) -> bool {
    seen.is_number()
        && seen.fractions == 0
        && seen.range().is_some_and(|(first, last)| first >= 1_500.0 && last <= 2_100.0)
}

/// Whether the numbers of a column are the years in which people died who were born in those of another: "Born", "Died".
pub(in super::super) fn is_year_of_death(look: &Look, seen: &Seen) -> bool {
    const OLDEST: f64 = 125.0;
    let is_lived = |born: &Seen| {
        let mut years = born.numbers.iter().zip(&seen.numbers).filter_map(|(born, died)| born.zip(*died));
        are_years(born) && years.all(|(born, died)| (0.0..=OLDEST).contains(&(died - born)))
    };
    are_years(seen) && !named(seen) && look.columns.iter().filter(|column| named(column)).any(is_lived)
}

/// Why a table whose only dates are those of births has none.
pub(in super::super) fn left_out(look: &Look, found: &mut Dates) {
    let names: Vec<&str> = look.columns.iter().filter(|seen| is_date(seen)).map(|seen| seen.name).collect();
    if found.rule.is_none() && !names.is_empty() {
        let said = say::list(&names);
        found.reasons.push(format!("left out: {said}; people were born then, and no column says when they died"));
    }
}
