//! Measures of which every column says whose number it is: ranges inside others, the civilians of whom all numbers are, the
//! one to which the others add up.

use super::super::look::share;
use super::super::names::name::Named;
use super::super::say;
use super::candidates::Candidate;
use super::counts::{Counts, Placed};
use super::ledger;
use crate::formats::table::recipe::Role;
use indexmap::{IndexMap, IndexSet};
use std::collections::BTreeSet;

/// Low and high of some people ("children killed, min") beside those of others that are never below them ("civilians
/// killed, min"): a count inside another has one number, so that these are left out, and the measure is that of the others.
pub(in super::super) fn ranges_inside(counts: &mut Counts, open: &mut Vec<Candidate>) {
    let is_inside = |inner: &Candidate, outer: &Candidate| {
        let (of, by) = (&inner.seen.named, &outer.seen.named);
        of.bound.is_some()
            && of.bound == by.bound
            && inner.measure() == outer.measure()
            && of.category() != by.category()
            && of.category().is_some()
            && !are_apart(&of.who, &by.who)
            && ledger::inside(&inner.seen.numbers, &[&outer.seen.numbers]).share() >= 0.98
            && ledger::inside(&outer.seen.numbers, &[&inner.seen.numbers]).share() < 0.98
    };
    // Both ends have to lie inside those of the same people.
    let outer_of =
        |inner: &Candidate| open.iter().find(|outer| is_inside(inner, outer)).map(|outer| outer.seen.named.category());
    let mut left_out: Vec<&str> = Vec::new();
    for inner in open.iter() {
        let Some(outer) = outer_of(inner) else { continue };
        let mut ends = open.iter().filter(|other| {
            other.seen.named.bound.is_some()
                && other.measure() == inner.measure()
                && other.seen.named.category() == inner.seen.named.category()
        });
        let is_end = inner.seen.named.bound != Some(Role::Best);
        if is_end && ends.clone().count() >= 2 && ends.all(|end| outer_of(end).as_ref() == Some(&outer)) {
            left_out.push(inner.seen.name);
        }
    }
    if left_out.is_empty() {
        return;
    }
    counts.reasons.push(format!("left out: {}; these ranges lie inside others", say::list(&left_out)));
    open.retain(|candidate| !left_out.contains(&candidate.seen.name));
}

/// Whether nobody can be among both.
fn are_apart(some: &[&str], others: &[&str]) -> bool {
    let armed = ["combatants", "military", "security_forces", "terrorists", "suspects", "perpetrators"];
    let is = |who: &[&str], known: &[&str]| who.iter().any(|who| known.contains(who));
    is(some, &["civilians"]) && is(others, &armed) || is(others, &["civilians"]) && is(some, &armed)
}

/// Low and high of several groups ("civilians, low", "militants, low") without those of all: a part has one number, so that
/// each group is a measure of its own.
pub(in super::super) fn each_range<'l>(
    counts: &mut Counts,
    open: &mut Vec<Candidate<'l>>,
    context: Option<&str>,
) -> Vec<Placed<'l>> {
    let ends: Vec<&Candidate> = open
        .iter()
        .filter(|one| matches!(one.seen.named.bound, Some(Role::Low | Role::High)) && !one.is_alone)
        .collect();
    let categories: Option<IndexSet<String>> = ends.iter().map(|one| one.seen.named.category()).collect();
    let Some(categories) = categories.filter(|all| all.len() >= 2 && ends.len() == 2 * all.len()) else {
        return Vec::new();
    };
    let has = |category: &String, role: Role| {
        let of = |one: &&&Candidate| one.seen.named.category().as_ref() == Some(category);
        ends.iter().filter(of).any(|one| one.seen.named.bound == Some(role))
    };
    if !categories.iter().all(|category| has(category, Role::Low) && has(category, Role::High)) {
        return Vec::new();
    }
    let mut placed = Vec::new();
    for candidate in ends {
        let (Some(role), Some(category)) = (candidate.seen.named.bound, candidate.seen.named.category()) else {
            continue;
        };
        let base = candidate.measure().or(context).unwrap_or("count");
        let measure = format!("{base}_{category}");
        counts.labels.insert(measure.clone(), format!("{}, {}", say::label(base), say::words(&category)));
        placed.push(Placed { candidate: candidate.clone(), measure, role, category: None });
    }
    let names: Vec<&str> = placed.iter().map(|item: &Placed| item.candidate.seen.name).collect();
    counts.reasons.push(format!("{} are ranges of several groups: each is counted by itself", say::list(&names)));
    open.retain(|one| !names.contains(&one.seen.name));
    placed
}

/// Suspects beside victims: they are no part of those, so that each of their numbers is a measure of its own.
pub(in super::super) fn beside_victims<'l>(counts: &mut Counts, open: &mut Vec<Candidate<'l>>) -> Vec<Placed<'l>> {
    let is_of_victims = |one: &Candidate| one.measure().is_some() && one.seen.named.has(&["victim", "victims"]);
    if !open.iter().any(is_of_victims) {
        return Vec::new();
    }
    let mut placed = Vec::new();
    for candidate in open.iter() {
        let named = &candidate.seen.named;
        let (Some(base), ["suspects" | "perpetrators"]) = (candidate.measure(), named.who.as_slice()) else { continue };
        let Some(category) = named.category().filter(|_| named.bound.is_none()) else { continue };
        let measure = format!("{base}_{category}");
        counts.labels.insert(measure.clone(), format!("{}, {}", say::label(base), say::words(&category)));
        placed.push(Placed { candidate: candidate.clone(), measure, role: Role::Total, category: None });
    }
    let names: Vec<&str> = placed.iter().map(|item: &Placed| item.candidate.seen.name).collect();
    if !names.is_empty() {
        counts.reasons.push(format!("{} are of others than the victims: each is counted by itself", say::list(&names)));
    }
    open.retain(|one| !names.contains(&one.seen.name));
    placed
}

/// Where all columns of a measure count the same people ("civilians killed, min", "civilians killed, max"), these are no
/// part of others: the measure is theirs.
pub(in super::super) fn shared(counts: &mut Counts, open: &mut [Candidate]) {
    let mut by_measure: IndexMap<&'static str, Vec<usize>> = IndexMap::new();
    for (at, candidate) in open.iter().enumerate() {
        let ranged = || candidate.seen.named.bound.is_some().then_some("");
        if let Some(measure) = candidate.measure().or_else(ranged) {
            by_measure.entry(measure).or_default().push(at);
        }
    }
    for (measure, places) in by_measure {
        let whose = |at: &usize| open.get(*at).and_then(|candidate| candidate.seen.named.category());
        let bounded = |at: &&usize| open.get(**at).is_some_and(|candidate| candidate.seen.named.bound.is_some());
        // Women and children lie among the civilians of whom low and high are stated.
        let places: Vec<usize> = match places.iter().find(bounded).map(whose) {
            Some(Some(ranged)) if !is_demographic(&ranged) => {
                let is_among =
                    |at: &usize| !bounded(&at) && whose(at).is_some_and(|category| is_demographic(&category));
                places.into_iter().filter(|at| !is_among(at)).collect()
            }
            _ => places,
        };
        let Some(Some(category)) = places.first().map(whose) else { continue };
        if places.iter().filter(bounded).count() < 2 || !places.iter().all(|at| whose(at).as_ref() == Some(&category)) {
            continue;
        }
        if !measure.is_empty() {
            are_of(counts, measure, &category);
        }
        for at in places {
            if let Some(candidate) = open.get_mut(at) {
                candidate.is_alone = true;
            }
        }
    }
}

/// A measure of which every column says who ("boys killed", "children killed (total)"): the one to which the others add
/// up is the measure's number, and so is that of civilians where the others tell of women and children.
pub(in super::super) fn whole(counts: &mut Counts, open: &mut [Candidate]) {
    let mut by_measure: IndexMap<&'static str, Vec<usize>> = IndexMap::new();
    for (at, candidate) in open.iter().enumerate() {
        if let Some(measure) = candidate.measure().filter(|_| candidate.seen.named.bound.is_none()) {
            by_measure.entry(measure).or_default().push(at);
        }
    }
    for (measure, places) in by_measure {
        let of: Vec<&Candidate> = places.iter().filter_map(|at| open.get(*at)).collect();
        if of.len() < 2 || of.iter().any(|one| one.is_alone || one.seen.named.category().is_none()) {
            continue;
        }
        let sums = |one: &Candidate| {
            let others = || of.iter().copied().filter(|other| other.seen.name != one.seen.name);
            let numbered = others().filter(|other| are_numbered(other, one));
            let total = &*one.seen.numbers;
            ledger::adding_up(others(), total).or_else(|| ledger::adding_up(numbered, total)).is_some()
        };
        let tells = |one: &Candidate| one.seen.named.category().is_some_and(|category| is_demographic(&category));
        let is_wide = |one: &Candidate| one.seen.named.who.iter().any(|who| matches!(*who, "civilians" | "protesters"));
        let holders: Vec<&Candidate> = of.iter().copied().filter(|one| !tells(one)).collect();
        let found = match (of.iter().find(|one| sums(one)), holders.as_slice()) {
            (Some(total), _) => Some(total.seen.name),
            (None, [only]) if is_wide(only) => Some(only.seen.name),
            _ => None,
        };
        let Some(name) = found else { continue };
        if let Some(candidate) = open.iter_mut().find(|candidate| candidate.seen.name == name) {
            candidate.is_alone = true;
            let who = candidate.seen.named.category().filter(|_| !candidate.seen.named.who.is_empty());
            if let Some(category) = who {
                are_of(counts, measure, &category);
            }
        }
    }
}

/// Whether a number is the sum of columns that say only who is counted, and of others that say nothing known.
pub(in super::super) fn holds_groups(open: &[Candidate], total: &Candidate) -> bool {
    let is_group = |one: &&Candidate| {
        one.seen.named.measures.is_empty() && one.bound.is_none() && one.seen.name != total.seen.name
    };
    let groups: Vec<&Candidate> = open.iter().filter(is_group).collect();
    let Some((set, _)) = ledger::adding_up(groups.iter().copied(), &total.seen.numbers) else { return false };
    set.iter().filter_map(|at| groups.get(*at)).filter(|one| !one.seen.named.who.is_empty()).count() >= 2
}

/// The one measure of the columns that add up to a number that may be of several: a toll of the dead on both sides.
pub(in super::super) fn held(open: &[Candidate], total: &Candidate) -> Option<&'static str> {
    if !total.seen.named.is_vague {
        return None;
    }
    let mut by_measure: IndexMap<&str, Vec<&Candidate>> = IndexMap::new();
    for one in open.iter().filter(|one| one.seen.name != total.seen.name) {
        if let Some(measure) = one.measure() {
            by_measure.entry(measure).or_default().push(one);
        }
    }
    let mut adding_up = by_measure.into_iter().filter(|(_, parts)| parts.len() >= 2);
    adding_up
        .find(|(_, parts)| ledger::adding_up(parts.iter().copied(), &total.seen.numbers).is_some())
        .map(|(of, _)| of)
}

/// Whether two columns have one name with different numbers behind it: "Deaths1" and "Deaths12".
pub(in super::super) fn are_numbered(one: &Candidate, other: &Candidate) -> bool {
    let bare = |candidate: &Candidate| candidate.seen.name.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let is_numbered = |candidate: &Candidate| candidate.seen.name.ends_with(|c: char| c.is_ascii_digit());
    is_numbered(one) && is_numbered(other) && bare(one) == bare(other)
}

/// Names a measure after those of whom all of its numbers are.
fn are_of(counts: &mut Counts, measure: &str, category: &str) {
    counts.labels.insert(measure.to_owned(), format!("{} {measure}", say::label(category)));
    counts.reasons.push(format!("all numbers of {measure} are of {}", say::words(category)));
}

/// Whether people are told apart by sex or age.
fn is_demographic(category: &str) -> bool {
    const WORDS: [&str; 11] =
        ["children", "adults", "boys", "girls", "women", "men", "females", "males", "elderly", "infants", "minors"];
    category.split('_').all(|word| WORDS.contains(&word))
}

/// Gives columns whose names say the same of whom they count ("journalists", "media workers") their own names.
pub(in super::super) fn name_apart(counts: &mut Counts) {
    let mut known: BTreeSet<(String, String, bool)> = BTreeSet::new();
    for rule in &mut counts.rules {
        let (Some(category), Some(column)) = (rule.category.clone(), &rule.column) else { continue };
        let differs = rule.basis.is_some();
        if !known.insert((rule.measure.clone(), category, differs)) {
            let own = Named::new(column, None).words.join("_");
            counts.labels.insert(own.clone(), column.clone());
            known.insert((rule.measure.clone(), own.clone(), differs));
            rule.category = Some(own);
        }
    }
}

/// The columns that are totals of everyone in their measure, with the low and the high ones of the same people.
pub(in super::super) fn totals_of_all<'l>(open: &[Candidate<'l>]) -> Vec<&'l str> {
    let totals: Vec<&Candidate> = open.iter().filter(|one| is_total_of_all(one, open)).collect();
    let is_end = |one: &&Candidate| {
        let is_of = |total: &&Candidate| {
            total.bound == Some(Role::Best)
                && total.measure() == one.measure()
                && total.seen.named.category() == one.seen.named.category()
        };
        matches!(one.bound, Some(Role::Low | Role::High)) && totals.iter().any(is_of)
    };
    totals.iter().copied().chain(open.iter().filter(is_end)).map(|one| one.seen.name).collect()
}

/// Whether a column calls itself the total of everyone, and no other of its measure is above it: "Total deaths registered".
fn is_total_of_all(candidate: &Candidate, open: &[Candidate]) -> bool {
    let named = &candidate.seen.named;
    let is_like = |other: &&Candidate| {
        other.measure() == candidate.measure()
            && other.bound == candidate.bound
            && other.seen.name != candidate.seen.name
    };
    let others = || open.iter().filter(is_like);
    let is_below = |other: &Candidate| {
        let pairs = other.seen.numbers.iter().zip(&candidate.seen.numbers);
        let known: Vec<bool> = pairs.filter_map(|(other, own)| Some(other.as_ref()? <= own.as_ref()?)).collect();
        share(known.iter().filter(|holds| **holds).count(), known.len()) >= 0.95
    };
    named.is_total
        && named.who.is_empty()
        && candidate.measure().is_some()
        && others().count() > 0
        && others().all(is_below)
}
