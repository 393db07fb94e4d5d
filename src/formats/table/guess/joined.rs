//! Names whose words stand together without a mark: "datedeces", "deathdate", "totaldeaths", "ncumul".

use super::words::{Meaning, meaning};

/// What stands before or behind the word for what is counted, beside the words that have a meaning of their own.
const BESIDE: [&str; 22] = [
    "datum", "time", "lieu", "lugar", "luogo", "place", "cause", "causa", "acte", "comm", "commune", "pays", "sexe",
    "sexo", "sex", "type", "tipo", "mode", "manner", "daily", "nb", "nbr",
];

/// Words that are made of others which do not stand alone, or are cut.
const WHOLE: [(&str, [&str; 2]); 13] = [
    ("todesdatum", ["death", "date"]),
    ("sterbedatum", ["death", "date"]),
    ("todestag", ["death", "date"]),
    ("sterbetag", ["death", "date"]),
    ("todesort", ["death", "place"]),
    ("sterbeort", ["death", "place"]),
    ("todesursache", ["death", "cause"]),
    ("todesjahr", ["death", "year"]),
    ("schwerverletzte", ["injured", "schwer"]),
    ("leichtverletzte", ["injured", "leicht"]),
    ("bdeadlow", ["dead", "low"]),
    ("bdeadhig", ["dead", "high"]),
    ("bdeadbes", ["dead", "best"]),
];

/// The words of one that is known only in parts; `None` where it is not.
pub(super) fn apart(word: &str) -> Option<[&str; 2]> {
    if let Some((_, words)) = WHOLE.iter().find(|(known, _)| *known == word) {
        return Some(*words);
    }
    if meaning(word).is_some() {
        return None;
    }
    let parted = word.char_indices().skip(1).filter_map(|(at, _)| word.split_at_checked(at));
    parted.map(|(first, second)| [first, second]).find_map(|[first, second]| {
        // "dateofdeath" says the same as "deathdate".
        let bare = ["of", "de"].iter().find_map(|of| second.strip_prefix(of)).filter(|bare| counts(bare));
        match bare {
            Some(bare) if is_known(first) => Some([bare, first]),
            _ => (counts(first) && is_known(second) || is_known(first) && counts(second)).then_some([first, second]),
        }
    })
}

/// Whether a part says what is counted, or that it is a total, and is too long to stand in other words by chance.
fn counts(part: &str) -> bool {
    const LEAST: usize = 5;
    let is_count = matches!(meaning(part), Some(Meaning::Measure(_) | Meaning::Cumulative | Meaning::Total));
    is_count && part.chars().count() >= LEAST
}

fn is_known(part: &str) -> bool {
    part == "n" || part.chars().count() >= 2 && (meaning(part).is_some() || BESIDE.contains(&part))
}
