//! The words of the field in the languages in which casualty tables are kept, and what each means in a column's name.

use crate::formats::table::value::{is_accent, is_mark_in_word};
use foldhash::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a word in a column's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Meaning {
    /// What is counted.
    Measure(&'static str),
    /// Something that is counted, but not what happened to it: casualties may be dead or injured.
    Vague,
    /// Who is counted.
    Who(&'static str),
    Low,
    Best,
    High,
    Total,
    /// So far.
    Cumulative,
    /// In a period.
    Incremental,
    /// Under investigation.
    Pending,
    /// Per inhabitant, percent, average.
    Rate,
    /// An identifier, a code, a place, a date.
    NoCount,
    /// Things and animals, not people: protests, houses, cattle.
    Things,
    /// What did not happen to anyone: threats, sentences, what was expected.
    Unreal,
    /// Says nothing.
    Filler,
}

/// One line for each meaning, and behind it the words that have it, in the languages in which such tables are kept. Two words
/// that say it only together stand there as `two_words`; what "lone" stands before says it where nothing else is in the name.
const WORDS: &str = include_str!("words.txt");

/// The words, in small letters and without accents.
#[derive(Default)]
struct Known {
    meanings: HashMap<String, Meaning>,
    /// The English word of those that name a time: "year" of "tahun".
    times: HashMap<String, &'static str>,
    /// Those of times that are short enough to mean something else beside other words.
    lone: HashMap<String, &'static str>,
    /// The first words of those that are two.
    firsts: HashSet<String>,
}

/// The meanings by their words: every cell of a sample may be asked for its words.
static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known::default();
    for (head, words) in WORDS.lines().filter_map(|line| line.split_once(": ")) {
        for word in words.split(' ').map(small) {
            if let Some((first, _)) = word.split_once('_') {
                known.firsts.insert(first.to_owned());
            }
            if let Some(meaning) = headed(head) {
                known.meanings.entry(word).or_insert(meaning);
            } else if let Some(time) = head.strip_prefix("lone ") {
                known.lone.insert(word, time);
            } else {
                known.times.insert(word, head);
            }
        }
    }
    known
});

/// What the words of a line mean; `None` where they name a time.
fn headed(head: &'static str) -> Option<Meaning> {
    Some(match head.split_once(' ').unwrap_or((head, "")) {
        ("measure", measure) => Meaning::Measure(measure),
        ("who", who) => Meaning::Who(who),
        ("vague", _) => Meaning::Vague,
        ("low", _) => Meaning::Low,
        ("best", _) => Meaning::Best,
        ("high", _) => Meaning::High,
        ("total", _) => Meaning::Total,
        ("cumulative", _) => Meaning::Cumulative,
        ("incremental", _) => Meaning::Incremental,
        ("pending", _) => Meaning::Pending,
        ("rate", _) => Meaning::Rate,
        ("no", _) => Meaning::NoCount,
        ("things", _) => Meaning::Things,
        ("unreal", _) => Meaning::Unreal,
        ("filler", _) => Meaning::Filler,
        _ => return None,
    })
}

/// What a word says; it must be in small letters and without accents.
pub(in super::super) fn meaning(word: &str) -> Option<Meaning> {
    KNOWN.meanings.get(word).copied()
}

/// A letter without its accent; others as they are.
fn plain(character: char) -> char {
    match character {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' | 'ă' | 'ā' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' | 'ē' | 'ė' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ő' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ű' | 'ů' | 'ū' | 'ų' => 'u',
        'ý' => 'y',
        'ñ' | 'ń' | 'ň' => 'n',
        'ç' | 'ć' | 'č' => 'c',
        'ş' | 'ś' | 'š' | 'ș' => 's',
        'ł' | 'ľ' => 'l',
        'ż' | 'ź' | 'ž' => 'z',
        'ğ' => 'g',
        'ť' | 'ț' | 'ţ' => 't',
        'ď' | 'đ' => 'd',
        'ř' | 'ŕ' => 'r',
        other => other,
    }
}

/// A word in small letters and without accents.
fn small(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter(|character| !is_accent(*character)).map(plain).collect()
}

/// The words of a name, in small letters and without accents: `killedChildren_cum` has three, and so have `Deaths1_low` and
/// `newdeaths2020`. What names a time is in English.
pub(in super::super) fn split(name: &str) -> Vec<String> {
    let words = together(parted(name).into_iter().flat_map(|word| taken_apart(&word)));
    let times = if words.len() == 1 { Some(&KNOWN.lone) } else { None };
    let time = |word: &String| KNOWN.times.get(word).or_else(|| times?.get(word)).copied();
    words.into_iter().map(|word| time(&word).map_or(word, str::to_owned)).collect()
}

/// The words, of which those that say something only together are one.
fn together(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for word in words {
        if let Some(last) = joined.last_mut().filter(|last| KNOWN.firsts.contains(*last)) {
            let both = format!("{last}_{word}");
            if KNOWN.meanings.contains_key(&both) || KNOWN.times.contains_key(&both) {
                *last = both;
                continue;
            }
        }
        joined.push(word);
    }
    joined
}

/// A word that holds others, and a word for what is counted with a number behind it.
fn taken_apart(word: &str) -> Vec<String> {
    if let Some(words) = super::joined::apart(word) {
        return words.into_iter().map(str::to_owned).collect();
    }
    if word.contains('\u{200C}') && meaning(word).is_none() {
        return word.split('\u{200C}').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    }
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
    match meaning(stem) {
        Some(Meaning::Measure(_)) if stem.len() < word.len() => {
            vec![stem.to_owned(), word.get(stem.len()..).unwrap_or_default().to_owned()]
        }
        _ => vec![word.to_owned()],
    }
}

fn parted(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut before_small = false;
    for (at, character) in name.char_indices() {
        // "SideADeaths": a capital before small letters starts a word, but "IDPs" and "IDs" are one.
        let is_head =
            name.get(at..).is_some_and(|rest| rest.chars().skip(1).take_while(|c| c.is_lowercase()).count() >= 2);
        let is_start = character.is_uppercase() && (before_small || is_head);
        // Persian words are written together with a mark of no width.
        let is_part = character.is_alphanumeric() || character == '\u{200C}' || is_mark_in_word(character);
        if (!is_part || is_start) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if is_part {
            word.extend(character.to_lowercase().filter(|character| !is_accent(*character)).map(plain));
        }
        before_small = character.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}
