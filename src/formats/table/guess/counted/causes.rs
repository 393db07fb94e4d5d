//! Causes and kinds of death beside each other ("suicides", "homicides", "total deaths"): what their own words make of them, and what
//! the sum does.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen, share};
use super::super::names::name::Named;
use super::super::say;
use super::candidates::Candidate;
use super::counts::{Counts, Placed, is_death};
use super::ledger;
use crate::formats::table::recipe::Role;
use std::collections::BTreeSet;

/// Columns that stand beside a number of deaths and add up to it on every row, of which one or more would be a number of its own by
/// its word: the sum says that they are its parts.
pub(in super::super) fn find<'l>(look: &'l Look) -> BTreeSet<&'l str> {
    let mut found = BTreeSet::new();
    for (at, total) in look.columns.iter().enumerate().filter(|(_, seen)| is_total(seen)) {
        let (ahead, behind) = look.columns.split_at(at);
        let ahead: Vec<&Seen> = ahead.iter().rev().take_while(|seen| may_be_part(seen)).collect();
        let behind: Vec<&Seen> = behind.iter().skip(1).take_while(|seen| may_be_part(seen)).collect();
        for beside in [ahead, behind] {
            let runs = (2..=beside.len()).rev().filter_map(|length| beside.get(..length));
            if let Some(parts) = runs.into_iter().find(|parts| close(parts, total)) {
                found.extend(parts.iter().map(|part| part.name));
            }
        }
    }
    found
}

/// Whether a column is a number of all deaths.
fn is_total(seen: &Seen) -> bool {
    let named = &seen.named;
    let is_of_deaths = matches!(named.measures.as_slice(), [measure] if is_death(measure));
    seen.is_number() && is_of_deaths && named.category().is_none() && named.bound.is_none() && !named.is_things
}

/// Whether a column may be of one cause or kind of death.
fn may_be_part(seen: &Seen) -> bool {
    let named = &seen.named;
    let is_other = named.is_rate || named.is_no_count || named.is_vague || named.is_pending || named.is_cumulative;
    seen.is_number() && named.bound.is_none() && !is_other && named.measures.iter().all(|measure| is_death(measure))
}

/// Whether the parts add up to a number on every row, and their words alone would say something else of one of them.
fn close(parts: &[&Seen], total: &Seen) -> bool {
    let has_own = parts.iter().any(|part| part.named.is_things || !part.named.measures.is_empty());
    let numbers: Vec<ledger::Numbers> = parts.iter().map(|part| &*part.numbers).collect();
    let holds = ledger::closes(&numbers, &total.numbers);
    let is_whole = has_own && holds.rows == holds.of && share(holds.of, total.readable) > 0.99;
    is_whole && ledger::closing(&numbers, &total.numbers, 1.0).is_some()
}

/// Some countries count femicides among the homicides, others beside them.
pub(super) fn ask_femicides(candidate: &Candidate, total: &Placed) -> Option<Ask> {
    let named = &candidate.seen.named;
    let (name, whole) = (candidate.seen.name, total.candidate.seen.name);
    let question = format!("Does {name} lie inside {whole}? It is nowhere above it.");
    let (inside, apart) = ("Yes: it lies inside", "That is not clear: it is shown apart");
    let is_open = named.is_femicide() && !named.is_of_which;
    is_open.then(|| Ask::other_role(question, inside, apart, &[name], Role::Unclear))
}

/// Words for killings of which not all are murders, and those for murders.
const KILLINGS: [&str; 6] = ["homicide", "homicides", "manslaughter", "homicidio", "homicidios", "totschlag"];
const MURDERS: [&str; 8] =
    ["murder", "murders", "murdered", "asesinatos", "asesinados", "assassinatos", "mord", "morde"];

/// Killings of another kind than the murders beside them ("culpable homicide"): no part of those, so that each is a measure of its
/// own, unless they add up to a number of all.
pub(in super::super) fn beside_murders<'l>(
    counts: &mut Counts,
    open: &mut Vec<Candidate<'l>>,
    parts: &BTreeSet<&str>,
) -> Vec<Placed<'l>> {
    let is_murder = |named: &Named| named.has(&MURDERS) && named.category().is_none();
    if !open.iter().any(|one| is_murder(&one.seen.named)) {
        return Vec::new();
    }
    let mut placed = Vec::new();
    for candidate in open.iter().filter(|one| !parts.contains(one.seen.name)) {
        let named = &candidate.seen.named;
        let is_other = named.has(&KILLINGS) && !named.has(&MURDERS) && named.who.is_empty() && !named.is_of_which;
        let (Some(base), Some(category)) = (candidate.measure(), named.category()) else { continue };
        if is_other && !named.is_total && named.bound.is_none() {
            let measure = format!("{base}_{category}");
            counts
                .labels
                .insert(measure.clone(), format!("{}, {}", say::label(base), candidate.seen.name.to_lowercase()));
            placed.push(Placed { candidate: candidate.clone(), measure, role: Role::Total, category: None });
        }
    }
    let names: Vec<&str> = placed.iter().map(|item: &Placed| item.candidate.seen.name).collect();
    if !names.is_empty() {
        counts
            .reasons
            .push(format!("{} are killings of another kind than the murders: counted apart", say::list(&names)));
    }
    open.retain(|one| !names.contains(&one.seen.name));
    placed
}
