//! Names whose words stand together without a mark: "datedeces", "deathdate", "totaldeaths", "ncumul".

use super::words::{Meaning, meaning};

/// What stands before or behind the word for what is counted, beside the words that have a meaning of their own.
const BESIDE: [&str; 22] = [
    "datum", "time", "lieu", "lugar", "luogo", "place", "cause", "causa", "acte", "comm", "commune", "pays", "sexe",
    "sexo", "sex", "type", "tipo", "mode", "manner", "daily", "nb", "nbr",
];

/// Words that are made of others which do not stand alone, or are cut.
const WHOLE: [(&str, [&str; 2]); 21] = [
    ("重傷", ["injured", "serious"]),
    ("軽傷", ["injured", "slight"]),
    ("重傷者", ["injured", "serious"]),
    ("軽傷者", ["injured", "slight"]),
    ("重傷者数", ["injured", "serious"]),
    ("軽傷者数", ["injured", "slight"]),
    ("重伤", ["injured", "serious"]),
    ("轻伤", ["injured", "slight"]),
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
pub(in super::super) fn apart(word: &str) -> Option<Vec<&str>> {
    if let Some((_, words)) = WHOLE.iter().find(|(known, _)| *known == word) {
        return Some(words.to_vec());
    }
    if meaning(word).is_some() {
        return None;
    }
    if word.chars().any(is_without_spaces) {
        return of_known(word);
    }
    if let Some(words) = compound(word) {
        return Some(words.to_vec());
    }
    let parted = word.char_indices().skip(1).filter_map(|(at, _)| word.split_at_checked(at));
    parted
        .map(|(first, second)| [first, second])
        .find_map(|[first, second]| {
            // "dateofdeath" says the same as "deathdate".
            let bare = ["of", "de"].iter().find_map(|of| second.strip_prefix(of)).filter(|bare| counts(bare));
            match bare {
                Some(bare) if is_known(first) => Some([bare, first]),
                _ => {
                    (counts(first) && is_known(second) || is_known(first) && counts(second)).then_some([first, second])
                }
            }
        })
        .map(|words| words.to_vec())
}

/// Whether words of this writing stand together without spaces: Chinese, Japanese, Thai.
fn is_without_spaces(character: char) -> bool {
    matches!(character, '\u{E00}'..='\u{E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// The known words of which a text is made, the longest first; `None` where anything else is in it.
fn of_known(text: &str) -> Option<Vec<&str>> {
    let (mut words, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, character)| at + character.len_utf8()).rev();
        let (word, after) =
            ends.filter_map(|end| rest.split_at_checked(end)).find(|(word, _)| meaning(word).is_some())?;
        words.push(word);
        rest = after;
    }
    Some(words)
}

/// "Verkehrstote", "verkeersdoden": whom it happened to stands at the end, and how before it.
fn compound(word: &str) -> Option<[&str; 2]> {
    const ENDS: [&str; 14] = [
        "tote",
        "toten",
        "todesopfer",
        "todesfalle",
        "verletzte",
        "verletzten",
        "doden",
        "doder",
        "dode",
        "dodsfall",
        "dræbte",
        "gewonden",
        "dodade",
        "skadade",
    ];
    let end = ENDS.iter().filter(|end| word.ends_with(**end)).max_by_key(|end| end.len())?;
    word.split_at_checked(word.len() - end.len()).filter(|(first, _)| first.chars().count() >= 4).map(Into::into)
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
