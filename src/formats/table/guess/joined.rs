//! Names whose words stand together without a mark: "datedeces", "deathdate", "totaldeaths".

use super::words::{Meaning, meaning};

/// What stands before or behind the word for what is counted: a date of it, its place, how many.
const BESIDE: [&str; 40] = [
    "date", "fecha", "datum", "time", "year", "annee", "mois", "lieu", "lugar", "luogo", "place", "cause", "causa",
    "acte", "age", "edad", "comm", "commune", "pays", "sexe", "sexo", "sex", "type", "tipo", "mode", "manner", "code",
    "total", "tot", "new", "cum", "daily", "nb", "nbr", "num", "numero", "nombre", "count", "rate", "toll",
];

/// Whole words that are made of others which do not stand alone.
const WHOLE: [(&str, [&str; 2]); 8] = [
    ("todesdatum", ["death", "date"]),
    ("sterbedatum", ["death", "date"]),
    ("todestag", ["death", "date"]),
    ("sterbetag", ["death", "date"]),
    ("todesort", ["death", "place"]),
    ("sterbeort", ["death", "place"]),
    ("todesursache", ["death", "cause"]),
    ("todesjahr", ["death", "year"]),
];

/// The words of one that is known only in parts; `None` where it is not.
pub(super) fn apart(word: &str) -> Option<[&str; 2]> {
    if let Some((_, words)) = WHOLE.iter().find(|(known, _)| *known == word) {
        return Some(*words);
    }
    if meaning(word).is_some() {
        return None;
    }
    let is_measure = |word: &&str| matches!(meaning(word), Some(Meaning::Measure(_)));
    BESIDE.iter().find_map(|beside| {
        let before = || {
            let rest = word.strip_prefix(beside)?;
            let bare = ["of", "de"].iter().find_map(|of| rest.strip_prefix(of)).filter(is_measure);
            // "dateofdeath" says the same as "deathdate".
            bare.map(|rest| [rest, *beside]).or(Some([*beside, Some(rest).filter(is_measure)?]))
        };
        let behind = || Some([word.strip_suffix(beside).filter(is_measure)?, *beside]);
        before().or_else(behind)
    })
}
