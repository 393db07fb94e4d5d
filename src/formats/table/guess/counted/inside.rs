//! Numbers that lie inside others without adding up to them: children among the killed, women among the dead and missing.

use super::super::doubts::Ask;
use super::super::look::Look;
use super::super::names::name::Named;
use super::super::say;
use super::candidates::Candidate;
use super::causes;
use super::counts::{Counts, Placed, is_death};
use super::ledger::{Holds, Numbers};
use super::of_whom;
use super::recorded;
use crate::formats::table::recipe::Role;
use indexmap::IndexMap;

/// Beyond this share of rows, a number that should lie inside another is above it too often for a mistake.
pub(super) const LEAST: f64 = 0.98;

/// Finds where the columns belong that are still open.
pub(in super::super) fn place<'l>(
    look: &Look,
    counts: &mut Counts,
    placed: &mut Vec<Placed<'l>>,
    open: &mut Vec<Candidate<'l>>,
    context: Option<&str>,
) {
    own(look, counts, placed, open);
    said(look, counts, placed, open);
    of_whom::place(look, counts, placed, open);
    rest(look, counts, placed, open, context);
}

pub(super) fn totals<'p, 'l>(placed: &'p [Placed<'l>]) -> Vec<&'p Placed<'l>> {
    let is_total = |item: &&Placed| matches!(item.role, Role::Total | Role::Best | Role::AtLeast);
    placed.iter().filter(is_total).collect()
}

/// Columns whose names say both what is counted and who.
fn own<'l>(look: &Look, counts: &mut Counts, placed: &mut Vec<Placed<'l>>, open: &mut Vec<Candidate<'l>>) {
    for candidate in open.clone() {
        let Some(measure) = candidate.measure() else { continue };
        let of_measure = |item: &&Placed| item.measure == measure;
        let highest = placed.iter().filter(of_measure).find(|item| item.role == Role::High);
        // Where only the killed have a total, the dead children are among them.
        let of_deaths = |item: &&Placed| is_death(measure) && is_death(&item.measure);
        let all = totals(placed);
        let total = all.iter().copied().find(of_measure).or(highest).or_else(|| all.iter().copied().find(of_deaths));
        let Some(total) = total.cloned() else { continue };
        let role = if candidate.seen.named.is_pending { Role::Pending } else { relation(counts, &candidate, &total) };
        counts.asks.extend(causes::ask_femicides(&candidate, &total).filter(|_| role == Role::OfWhich));
        put(look, counts, placed, open, &candidate, &total.measure, role);
    }
}

/// Columns that say "of which": of the total that stands before them.
fn said<'l>(look: &Look, counts: &mut Counts, placed: &mut Vec<Placed<'l>>, open: &mut Vec<Candidate<'l>>) {
    let place = |name: &str| look.columns.iter().position(|column| column.name == name);
    for candidate in open.clone() {
        if !candidate.seen.named.is_of_which {
            continue;
        }
        let before = |item: &&Placed| place(item.candidate.seen.name) < place(candidate.seen.name);
        let all = totals(placed);
        let nearest = all.iter().copied().filter(before).max_by_key(|item| place(item.candidate.seen.name));
        let Some(nearest) = nearest.or(all.first().copied()) else { continue };
        let known = |item: &Placed| both(&of_whom::said(&candidate, &[item]), item.numbers());
        let holds = |item: &&Placed| known(item).share() >= LEAST;
        // What is above the total before it may be of another one: children among the killed, behind the injured. On a row of
        // many it is a slip.
        let other = Some(nearest).filter(|item| !holds(item)).and_then(|_| all.iter().copied().find(holds));
        let is_slip = of_whom::is_few(1, known(nearest)) && is_death(&nearest.measure);
        let (total, other) = match other {
            Some(other) if is_slip => (nearest.clone(), Some(other.measure.clone())),
            Some(other) => (other.clone(), Some(nearest.measure.clone())),
            None => (nearest.clone(), None),
        };
        if let Some(other) = other.filter(|other| *other != total.measure) {
            let question = format!("Of whom are those in {} a part?", candidate.seen.name);
            let default = format!("Of {}", say::words(&total.measure));
            counts.asks.push(Ask::other_measure(question, &default, &[other], &[candidate.seen.name]));
        }
        let role = relation(counts, &candidate, &total);
        put(look, counts, placed, open, &candidate, &total.measure, role);
    }
}

/// Whether a number lies inside a total, by the rows on which it is not above it.
fn relation(counts: &mut Counts, candidate: &Candidate, total: &Placed) -> Role {
    let known = both(&of_whom::said(candidate, &[total]), total.numbers());
    let (name, whole) = (candidate.seen.name, total.candidate.seen.name);
    if known.share() >= LEAST {
        counts.reasons.push(format!("{name} is at most {whole} on {}: it lies inside", say::of_rows(known)));
        return Role::OfWhich;
    }
    // A name that says "of which" is believed where most rows bear it out; each that does not is told.
    if candidate.seen.named.is_of_which && known.share() > 0.5 {
        counts.reasons.push(format!(
            "{name} says that it lies inside {whole}; it is above it on {}",
            say::rows(known.of - known.rows)
        ));
        return Role::OfWhich;
    }
    let question =
        format!("Does {name} lie inside {whole}? It is above it on {} looked at.", say::rows(known.of - known.rows));
    let (inside, apart) = ("Yes: it lies inside", "That is not clear: it is shown apart");
    // Of people whom the name tells apart a row or two do not turn round what all others say.
    if !candidate.seen.named.who.is_empty() && of_whom::is_few(1, known) {
        counts.asks.push(Ask::other_role(question, inside, apart, &[name], Role::Unclear));
        return Role::OfWhich;
    }
    counts.asks.push(Ask::other_role(question, apart, inside, &[name], Role::OfWhich));
    Role::Unclear
}

/// Rows on which both have a number, and on how many of them the first is not above the second.
fn both(inner: Numbers, outer: Numbers) -> Holds {
    let pairs = inner.iter().zip(outer).filter_map(|(inner, outer)| Some((*inner)? <= (*outer)?));
    let pairs: Vec<bool> = pairs.collect();
    Holds { rows: pairs.iter().filter(|holds| **holds).count(), of: pairs.len() }
}

/// What is left: columns of a measure without a total, and series that call themselves cumulative.
fn rest<'l>(
    look: &Look,
    counts: &mut Counts,
    placed: &mut Vec<Placed<'l>>,
    open: &mut Vec<Candidate<'l>>,
    context: Option<&str>,
) {
    let mut orphans: Vec<Candidate> = Vec::new();
    for candidate in open.clone() {
        let named = &candidate.seen.named;
        if named.measures.len() > 1 {
            let measure = named.measures.join("_or_");
            counts.sums.insert(measure.clone(), named.measures.iter().map(|measure| (*measure).to_owned()).collect());
            counts.labels.insert(measure.clone(), say::label(&measure));
            let role = if named.category().is_some() { Role::OfWhich } else { Role::Total };
            put(look, counts, placed, open, &candidate, &measure, role);
        } else if candidate.measure().is_some() || named.is_vague || (context.is_some() && !named.who.is_empty()) {
            orphans.push(candidate);
        } else if named.is_cumulative && !named.rest.is_empty() && named.who.is_empty() {
            let measure = named.rest.join("_");
            counts.labels.insert(measure.clone(), say::label(&measure));
            put(look, counts, placed, open, &candidate, &measure, Role::Total);
        }
    }
    // "child_famine_cum" beside "famine_cum".
    for candidate in open.clone() {
        let named = &candidate.seen.named;
        let measure = named.rest.join("_");
        let total = placed.iter().find(|item| item.measure == measure && item.role == Role::Total).cloned();
        if let (true, false, Some(total)) = (named.is_cumulative, named.who.is_empty(), total) {
            let role = relation(counts, &candidate, &total);
            let mut item = Placed { candidate: candidate.clone(), measure, role, category: Some(named.who.join("_")) };
            item.candidate.is_named = true;
            open.retain(|other| other.seen.name != candidate.seen.name);
            placed.push(item);
        }
    }
    without_total(look, counts, placed, open, &orphans, context);
}

/// Categories of a measure of which no column is the total.
fn without_total<'l>(
    look: &Look,
    counts: &mut Counts,
    placed: &mut Vec<Placed<'l>>,
    open: &mut Vec<Candidate<'l>>,
    orphans: &[Candidate<'l>],
    context: Option<&str>,
) {
    let mut names: IndexMap<String, Vec<&str>> = IndexMap::new();
    for candidate in orphans {
        let measure = candidate.measure().or(context).unwrap_or("casualties").to_owned();
        if candidate.seen.named.is_pending {
            // Deaths under investigation stand beside those who were killed; alone they are no toll.
            let total = totals(placed).into_iter().find(|item| is_death(&item.measure) && is_death(&measure)).cloned();
            match total {
                Some(total) => put(look, counts, placed, open, candidate, &total.measure, Role::Pending),
                None => counts.reasons.push(format!("left out: {}; not yet confirmed", candidate.seen.name)),
            }
            continue;
        }
        if totals(placed).iter().any(|item| item.measure == measure) {
            put(look, counts, placed, open, candidate, &measure, Role::Unclear);
            continue;
        }
        // A number that is the only one of its measure is that measure's, whatever else its name says.
        let is_only = orphans.iter().filter(|other| other.measure() == candidate.measure()).count() == 1;
        if is_only && candidate.seen.named.who.is_empty() {
            open.retain(|other| other.seen.name != candidate.seen.name);
            placed.push(Placed { candidate: candidate.clone(), measure, role: Role::Total, category: None });
            continue;
        }
        names.entry(measure.clone()).or_default().push(candidate.seen.name);
        put(look, counts, placed, open, candidate, &measure, Role::Part);
    }
    for names in names.values().filter(|names| names.len() > 1) {
        let columns: Vec<&Named> = names.iter().filter_map(|name| Some(&look.column(name)?.named)).collect();
        if recorded::are_grades(&columns) {
            continue;
        }
        let (add_up, apart) = ("No: they add up", "Perhaps: each is shown by itself");
        if !recorded::are_rivals(&columns) {
            counts.asks.push(Ask::other_role(overlap_question(names), add_up, apart, names, Role::Unclear));
            continue;
        }
        let of_names = placed.iter_mut().filter(|item| names.contains(&item.candidate.seen.name));
        of_names.for_each(|item| item.role = Role::Unclear);
        counts.asks.push(Ask::other_role(overlap_question(names), apart, add_up, names, Role::Part).weighing(8));
    }
}

/// What is asked of categories that may hold the same people.
pub(in super::super) fn overlap_question(columns: &[&str]) -> String {
    format!("Is anyone counted in more than one of {}?", say::list(columns))
}

pub(super) fn put<'l>(
    look: &Look,
    counts: &mut Counts,
    placed: &mut Vec<Placed<'l>>,
    open: &mut Vec<Candidate<'l>>,
    candidate: &Candidate<'l>,
    measure: &str,
    role: Role,
) {
    open.retain(|other| other.seen.name != candidate.seen.name);
    let needs = matches!(role, Role::Part | Role::OfWhich | Role::Unclear);
    let category = needs.then(|| category(look, candidate));
    if let Some(category) = &category {
        label(look, counts, category);
    }
    placed.push(Placed { candidate: candidate.clone(), measure: measure.to_owned(), role, category });
}

/// The category of a column: what its name says beside the measure. A single letter is a side's, where there is a column
/// of that side.
pub(in super::super) fn category(look: &Look, candidate: &Candidate) -> String {
    let named = &candidate.seen.named;
    // "0-17" and "60+" are bands of ages as they stand.
    if named.words.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
        return candidate.seen.name.to_owned();
    }
    let category = named.category().unwrap_or_else(|| named.words.join("_"));
    if category.chars().count() > 1 {
        return category;
    }
    let side = format!("side_{category}");
    if look.column(&side).is_some() { side } else { named.words.join("_") }
}

/// A label where the identifier is more than one word.
pub(in super::super) fn label(look: &Look, counts: &mut Counts, category: &str) {
    if !category.contains('_') {
        return;
    }
    // A side that is the same on all rows has a name.
    let side = look.column(category).filter(|column| !column.is_number() && column.values.len() == 1);
    let name = side.and_then(|column| column.values.keys().next().copied());
    counts.labels.insert(category.to_owned(), name.map_or_else(|| say::label(category), str::to_owned));
}
