//! Columns whose cells say in words how many were what: "3 killed, 5 injured". Each measure with its words becomes a count.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::{Look, Seen, share};
use super::super::names::words::{self, Meaning};
use super::super::say;
use super::counts::is_death;
use crate::formats::table::recipe::{BasisRule, CountRule, Numbers, Role};
use crate::formats::table::value::{beside, says_number, words_of};
use crate::model::Stated;
use indexmap::{IndexMap, IndexSet};

/// Longer cells are prose.
const LONGEST: usize = 80;

/// Words of cells that name no column: what happened to one, and verbs.
const OF_CELLS: [(&str, &str); 4] = [
    ("killed", "убит убита убиты"),
    ("dead", "mort погибли умерли"),
    ("injured", "ранены"),
    ("missing", "пропал пропала пропали"),
];

/// The counts of a column.
pub(in super::super) struct Found {
    rules: Vec<CountRule>,
    is_cumulative: bool,
    reason: String,
    ask: Option<Ask>,
}

impl Found {
    /// Says it in a recipe, and gives whether the numbers are totals so far.
    pub fn say(self, draft: &mut Draft, is_so_far: bool) -> bool {
        let is_cumulative = self.is_cumulative || is_so_far;
        if is_cumulative {
            draft.recipe.basis = BasisRule::Cumulative;
        }
        draft.reasons.push(self.reason);
        draft.asks.extend(self.ask);
        draft.recipe.counts = self.rules;
        is_cumulative
    }
}

/// Takes the column out of `look`, so that its words mean nothing else. Numbers that have a column of their own stand before
/// those in words.
pub(in super::super) fn take(look: &mut Look) -> Option<Found> {
    let counts = |seen: &Seen| seen.is_number() && (!seen.named.measures.is_empty() || seen.named.is_vague);
    if look.columns.iter().any(counts) {
        return None;
    }
    // Of two such columns, each a side's, none has all people.
    let mut speaking = look.columns.iter().enumerate().filter(|(_, seen)| speaks(seen));
    let (Some((at, seen)), None) = (speaking.next(), speaking.next()) else { return None };
    let found = of(seen, &look.numbers)?;
    look.columns.remove(at);
    Some(found)
}

/// Whether most cells are short and have a number and a word for a measure.
fn speaks(seen: &Seen) -> bool {
    let may_say = |cell: &str| is_short(cell) && says_number(cell) && measures(cell).next().is_some();
    let rows: usize = seen.values.iter().filter(|(cell, _)| may_say(cell)).map(|(_, rows)| rows).sum();
    !seen.is_number() && seen.filled >= 2 && share(rows, seen.filled) >= 0.5
}

fn is_short(cell: &str) -> bool {
    cell.chars().count() <= LONGEST
}

/// One measure, the words for it, and how many cells have each of them.
struct Said {
    measure: &'static str,
    words: IndexSet<String>,
    cells: usize,
}

fn of(seen: &Seen, numbers: &Numbers) -> Option<Found> {
    let mut said: IndexMap<&'static str, Said> = IndexMap::new();
    for (cell, rows) in seen.values.iter().filter(|(cell, _)| is_short(cell) && says_number(cell)) {
        for (word, measure) in measures(cell) {
            let own = said.entry(measure).or_insert_with(|| Said { measure, words: IndexSet::new(), cells: 0 });
            own.words.insert(word);
            own.cells += rows;
        }
    }
    let (said, ask) = with_one_death(said);
    let groups: Vec<Vec<String>> = said.iter().map(|said| said.words.iter().cloned().collect()).collect();
    let (mut read, mut bare, mut years) = (0, 0, 0);
    for (cell, rows) in seen.values.iter().filter(|(cell, _)| is_short(cell) && says_number(cell)) {
        let found: Vec<u64> = (0..groups.len())
            .filter_map(|asked| beside(cell, &groups, asked, numbers).ok().and_then(Stated::number))
            .collect();
        read += if found.is_empty() { 0 } else { *rows };
        bare += if !found.is_empty() && are_known(cell) { *rows } else { 0 };
        years += if found.iter().any(|number| (1800..=2100).contains(number)) { *rows } else { 0 };
    }
    // "2014 Peshawar killings" is the name of an event.
    if share(read, seen.filled) < 0.6 || share(bare, seen.filled) < 0.5 || years * 2 >= read {
        return None;
    }
    let rules = said.iter().zip(groups).map(|(said, beside)| CountRule {
        column: Some(seen.name.to_owned()),
        beside,
        ..CountRule::new(said.measure, Role::Total)
    });
    Some(Found { rules: rules.collect(), is_cumulative: seen.named.is_cumulative, reason: reason(seen, &said), ask })
}

/// The words of a cell that are a measure's, in small letters.
fn measures(cell: &str) -> impl Iterator<Item = (String, &'static str)> {
    words_of(cell).filter_map(|(_, word)| match meaning(word) {
        // "3 confirmed dead" are no cases.
        Some(Meaning::Measure(measure)) if !matches!(measure, "cases" | "recovered") => {
            Some((word.to_lowercase(), measure))
        }
        _ => None,
    })
}

fn meaning(word: &str) -> Option<Meaning> {
    let small = word.to_lowercase();
    let of_cells = OF_CELLS.iter().find(|(_, words)| words.split(' ').any(|known| known == small));
    let of_cells = of_cells.map(|(measure, _)| Meaning::Measure(measure));
    of_cells.or_else(|| words::split(word).iter().find_map(|word| words::meaning(word)))
}

/// Whether all words of a cell have a meaning in the field, or none at all: "at least 3 people killed and 5 injured".
fn are_known(cell: &str) -> bool {
    let unknown = words_of(cell).filter(|(_, word)| meaning(word).is_none() && word.chars().count() > 3).count();
    let known = words_of(cell).filter(|(_, word)| meaning(word).is_some()).count();
    unknown <= known
}

/// Killed and dead are one count: the word that more cells have names it.
fn with_one_death(mut said: IndexMap<&'static str, Said>) -> (Vec<Said>, Option<Ask>) {
    let [killed, dead] = ["killed", "dead"].map(|measure| said.get(measure).map_or(0, |said| said.cells));
    let (kept, other) = if killed > dead { ("killed", "dead") } else { ("dead", "killed") };
    let mut ask = None;
    if killed > 0
        && dead > 0
        && let Some(other) = said.shift_remove(other)
        && let Some(kept) = said.get_mut(kept)
    {
        kept.words.extend(other.words);
        ask = Some(ask_whether_killed(kept.measure));
    }
    let mut said: Vec<Said> = said.into_values().collect();
    said.sort_by_key(|said| !is_death(said.measure));
    (said, ask)
}

fn ask_whether_killed(measure: &str) -> Ask {
    let answers = [("killed", "Yes: they are called killed"), ("dead", "No: they are called dead")];
    let default = answers.iter().find(|(own, _)| *own == measure).map_or("", |(_, text)| text);
    let others: Vec<(&str, &str)> =
        answers.iter().filter(|(own, _)| *own != measure).map(|(own, text)| (*text, *own)).collect();
    let question = "Are all of the dead killed? Some cells say killed, others only that they died.";
    Ask::what_is_counted(question.to_owned(), measure, default, &others)
}

/// "\"Toll\" says in words how many were what: killed where it says killed or dead, injured where it says wounded".
fn reason(seen: &Seen, said: &[Said]) -> String {
    let one = |said: &Said| {
        let words: Vec<&str> = said.words.iter().map(String::as_str).collect();
        format!("{} beside \"{}\"", say::words(said.measure), words.join("\", \""))
    };
    let all: Vec<String> = said.iter().map(one).collect();
    let name = seen.name;
    format!(
        "the cells of \"{name}\" say in words how many were what; read is the number of the {}",
        all.join(", of the ")
    )
}
