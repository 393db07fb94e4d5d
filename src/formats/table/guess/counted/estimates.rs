//! Estimates beside counts: what a model makes of deaths is another number than that of the counted, never one with it.

use super::super::look::Seen;
use super::super::say;
use super::candidates::Candidate;
use super::counts::{Counts, Placed};
use crate::formats::table::recipe::Role;

/// How words for estimates begin, in small letters and without accents.
const BEGINNINGS: [&str; 10] =
    ["estimat", "estimad", "estimee", "geschatzt", "schatzung", "geschat", "stimat", "modelled", "modeled", "расчетн"];

fn is_estimate(seen: &Seen) -> bool {
    seen.named.words.iter().any(|word| BEGINNINGS.iter().any(|start| word.starts_with(start)))
}

/// Gives estimates of whom other columns count a measure of their own.
pub(super) fn apart<'l>(counts: &mut Counts<'l>, open: &mut Vec<Candidate<'l>>) -> Vec<Placed<'l>> {
    let mut placed = Vec::new();
    // Of an estimate with its range it is looked at elsewhere whose that is.
    if open.iter().any(|one| matches!(one.bound, Some(Role::Low | Role::High))) {
        return placed;
    }
    let is_whole = |one: &Candidate| one.seen.named.who.is_empty();
    let counted = |one: &Candidate| {
        let is_it =
            |other: &&Candidate| is_whole(other) && other.measure() == one.measure() && !is_estimate(other.seen);
        open.iter().find(is_it).filter(|_| one.measure().is_some()).map(|other| other.is_cumulative)
    };
    let of_counted = |one: &Candidate| Some(one).filter(|one| is_whole(one) && is_estimate(one.seen)).and_then(counted);
    // An estimate of a toll so far is one so far, whichever way it goes.
    let as_counted = |one| Some(Candidate { is_cumulative: of_counted(one)?, ..one.clone() });
    let estimates: Vec<Candidate> = open.iter().filter_map(as_counted).collect();
    open.retain(|one| estimates.iter().all(|estimate| estimate.seen.name != one.seen.name));
    for candidate in estimates {
        let Some(counted) = candidate.measure() else { continue };
        let measure = format!("{counted}_estimated");
        counts.labels.insert(measure.clone(), format!("{}, estimated", say::label(counted)));
        counts.reasons.push(format!("{} is an estimate: it is a number by itself", candidate.seen.name));
        placed.push(Placed { candidate, measure, role: Role::Total, category: None });
    }
    placed
}
