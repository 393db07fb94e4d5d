//! Columns that are versions of one number: "Initial toll, Revised toll, Final toll", "Deaths as of 1 June, as of 8 June". The
//! last of them counts, and none is added to another.

use super::super::counted::candidates::Candidates;
use super::super::look::Seen;
use super::super::say;
use super::as_of;
use crate::formats::table::recipe::DateForm;
use crate::formats::table::value::date;
use indexmap::IndexMap;
use jiff::civil::Date;

/// Words of versions, the earliest first.
const VERSIONS: [&[&str]; 3] = [
    &["initial", "preliminary", "original", "inicial", "preliminar", "provisorisch"],
    &["revised", "updated", "interim", "corrected", "revisado", "revise", "revidiert", "corregido"],
    &["final", "latest", "definitive", "definitivo", "definitif", "endgultig"],
];

/// How late a version is, among those of its kind.
type Rank = (usize, Option<Date>);

/// What a column counts, and which version of it.
fn parted(seen: &Seen) -> Option<(Vec<String>, Rank)> {
    in_words(seen).or_else(|| of_day(seen)).filter(|(stem, _)| !stem.is_empty())
}

fn in_words(seen: &Seen) -> Option<(Vec<String>, Rank)> {
    let version = |word: &String| VERSIONS.iter().position(|known| known.contains(&&**word));
    let words = &seen.named.words;
    let mut found = words.iter().filter_map(version);
    let (Some(rank), None) = (found.next(), found.next()) else { return None };
    Some((words.iter().filter(|word| version(word).is_none()).cloned().collect(), (rank, None)))
}

/// A day without its year: with it, the columns are dates.
fn of_day(seen: &Seen) -> Option<(Vec<String>, Rank)> {
    let words: Vec<&str> = seen.name.split_whitespace().collect();
    let (stem, day) = (1..words.len()).find_map(|at| Some((words.get(..at)?, as_of::behind(words.get(at..)?)?)))?;
    // Any leap year does: the days are only put in order.
    let day = format!("{} 2000", day.join(" ").trim_end_matches([')', ']', '.', ',']));
    let when = date(&day, DateForm::DayMonthYear).ok().flatten()?;
    let stem = stem.iter().map(|word| word.trim_end_matches(['(', '[', ',']).to_lowercase()).collect();
    Some((stem, (0, Some(when.first_day()))))
}

/// Leaves all but the last versions out.
pub(in super::super) fn leave_out(found: &mut Candidates) {
    let mut by_stem: IndexMap<Vec<String>, Vec<(Rank, &str)>> = IndexMap::new();
    for (stem, rank, name) in found.all.iter().filter_map(|one| {
        let (stem, rank) = parted(one.seen)?;
        Some((stem, rank, one.seen.name))
    }) {
        by_stem.entry(stem).or_default().push((rank, name));
    }
    for mut versions in by_stem.into_values() {
        versions.sort();
        let differ = versions.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a < b));
        let Some(((_, last), earlier)) = versions.split_last().filter(|(_, earlier)| differ && !earlier.is_empty())
        else {
            continue;
        };
        let names: Vec<&str> = earlier.iter().map(|(_, name)| *name).collect();
        let reason = format!("left out: {}; earlier versions of {last}, which counts", say::list(&names));
        found.reasons.push(reason);
        found.all.retain(|one| !names.contains(&one.seen.name));
    }
}
