//! Columns of an earlier year beside those of the latest: "Casualties 2020" beside "Killed 2021", "Injured 2021" and "Casualties
//! 2021". They are no more of the same people, but a year to compare with.

use super::super::counted::candidates::Candidates;
use super::super::look::Seen;
use super::super::say;
use std::collections::{BTreeMap, BTreeSet};

/// A name without its year, and the year.
fn parted(seen: &Seen) -> Option<(Vec<String>, u32)> {
    let is_year = |word: &&String| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let mut years = seen.named.words.iter().filter(is_year).filter_map(|word| word.parse().ok());
    let (Some(year), None) = (years.next(), years.next()) else { return None };
    Some((seen.named.words.iter().filter(|word| !is_year(word)).cloned().collect(), year))
}

/// Leaves columns of earlier years out, where the latest year has all of them and others beside them.
pub(in super::super) fn leave_out(found: &mut Candidates) {
    let mut by_year: BTreeMap<u32, BTreeSet<Vec<String>>> = BTreeMap::new();
    for (stem, year) in found.all.iter().filter_map(|one| parted(one.seen)) {
        by_year.entry(year).or_default().insert(stem);
    }
    let Some((latest, of_latest)) = by_year.pop_last() else { return };
    let are_within = |stems: &BTreeSet<Vec<String>>| stems.is_subset(&of_latest) && stems.len() < of_latest.len();
    if by_year.is_empty() || !by_year.values().all(are_within) {
        return;
    }
    let is_earlier = |seen: &Seen| parted(seen).is_some_and(|(_, year)| year < latest);
    let names: Vec<&str> =
        found.all.iter().map(|one| one.seen).filter(|seen| is_earlier(seen)).map(|seen| seen.name).collect();
    found.reasons.push(format!("left out: {}; of an earlier year than the other columns, {latest}", say::list(&names)));
    found.all.retain(|one| !is_earlier(one.seen));
}
