//! Which numbers are totals so far: what their names say, what stands beside them, and that they do not fall.

use super::super::about::columns;
use super::super::about::shape::Shape;
use super::super::look::{Look, Seen, share};
use super::super::names::name::Named;
use super::super::say;
use super::super::when::dates::{self, Dates};
use super::candidates::{Candidate, Candidates};
use super::counts::{Counts, Placed};
use super::ledger::{self, Holds, Steps};
use super::short_series;
use super::so_far_asks::{ask, ask_perhaps};
use crate::formats::table::recipe::{Role, RowKind};
use std::collections::BTreeMap;

/// A total beside the new ones of the same people is the total so far.
pub(in super::super) fn beside_new(found: &mut Candidates, groups: &[Vec<usize>]) {
    running_sums(found, groups);
    let new: Vec<&Named> =
        found.all.iter().map(|candidate| &candidate.seen.named).filter(|named| named.is_incremental).collect();
    for candidate in &mut found.all {
        let named = &candidate.seen.named;
        candidate.is_cumulative |= named.is_total && !named.is_incremental && new.iter().any(|new| new.is_like(named));
    }
}

/// A column that is the running sum of another of the same measure is the total so far of it, whatever both are called.
fn running_sums(found: &mut Candidates, groups: &[Vec<usize>]) {
    /// Fewer steps may be chance.
    const LEAST: usize = 2;
    let is_sum_of = |so_far: &Candidate, new: &Candidate| {
        let run = |group: &Vec<usize>| ledger::running(&new.seen.numbers, &so_far.seen.numbers, group);
        let holds: Holds = groups.iter().map(run).sum();
        let Steps { rises, .. } = groups.iter().map(|group| ledger::steps(&so_far.seen.numbers, group)).sum();
        new.measure() == so_far.measure() && holds.of >= LEAST && holds.rows == holds.of && rises >= LEAST
    };
    let may_be = |one: &Candidate| one.measure().is_some() && !one.is_cumulative && one.bound.is_none();
    let names: Vec<&str> = found
        .all
        .iter()
        .filter(|one| may_be(one) && !one.seen.named.is_incremental)
        .filter(|one| found.all.iter().any(|new| new.seen.name != one.seen.name && is_sum_of(one, new)))
        .map(|one| one.seen.name)
        .collect();
    found.all.iter_mut().filter(|one| names.contains(&one.seen.name)).for_each(|one| one.is_cumulative = true);
}

/// "Cumulative" over what is told apart in other columns and not over time: in each row the sum of those, and it falls from row
/// to row.
pub(in super::super) fn sums_of_rows(found: &mut Candidates, groups: &[Vec<usize>]) {
    let falls = |seen: &Seen| {
        let Steps { holds, .. } = groups.iter().map(|group| ledger::steps(&seen.numbers, group)).sum();
        holds.rows < holds.of
    };
    let is_sum = |one: &Candidate| {
        let is_beside = |other: &&Candidate| {
            other.bound == one.bound
                && other.measure() == one.measure()
                && !other.is_cumulative
                && !other.seen.named.is_incremental
        };
        falls(one.seen) && ledger::adding_up(found.all.iter().filter(is_beside), &one.seen.numbers).is_some()
    };
    let names: Vec<&str> =
        found.all.iter().filter(|one| one.is_cumulative && is_sum(one)).map(|one| one.seen.name).collect();
    if names.is_empty() {
        return;
    }
    found.all.iter_mut().filter(|one| names.contains(&one.seen.name)).for_each(|one| one.is_cumulative = false);
    found.reasons.push(format!(
        "{} add up other columns of their rows, and fall from row to row: no totals so far",
        say::list(&names)
    ));
}

/// Who is missing or displaced now, or affected, may be fewer than yesterday.
pub(in super::super) fn is_state(candidate: &Candidate) -> bool {
    matches!(candidate.measure(), Some("missing" | "displaced" | "affected"))
}

/// Reports of uneven dates, several on one day: where all numbers rise from row to row and none falls, they are no
/// incidents but totals so far.
pub(in super::super) fn rise_throughout(found: &mut Candidates, order: &[usize]) {
    let may_be = |candidate: &&Candidate| candidate.speaks() && !candidate.is_cumulative;
    let steps = |candidate: &Candidate| ledger::steps(&candidate.seen.numbers, order);
    let Steps { holds: all, rises } = found.all.iter().filter(may_be).map(steps).sum();
    if order.len() < 6 || all.of < 6 || all.rows < all.of || share(rises, all.of) < 0.6 {
        return;
    }
    found.all.iter_mut().filter(|candidate| candidate.speaks()).for_each(|candidate| candidate.is_cumulative = true);
    found.reasons.push(format!("no number falls on any of {} steps: totals so far", say::number(all.of)));
    found.asks.push(ask());
}

/// "Killed since start" beside "Start of war": each row has the toll so far of a place of its own, and the date is no date of
/// that toll.
pub(in super::super) fn since_start(
    found: &Candidates,
    look: &Look,
    dates: &Dates,
    areas: &[&Seen],
    shape: &mut Shape,
) -> bool {
    const STARTS: [&str; 6] = ["start", "started", "beginning", "begin", "inicio", "debut"];
    let column =
        dates.rule.as_ref().filter(|rule| rule.to.is_none()).and_then(|rule| look.column(rule.column.as_ref()?));
    let is_start = column.is_some_and(|column| column.named.has(&STARTS));
    let is_own = areas.iter().any(|area| area.values.len() == look.rows);
    let are_so_far = !found.all.is_empty() && found.all.iter().all(|one| one.is_cumulative);
    let is_it = shape.kind != RowKind::Group && is_start && is_own && are_so_far;
    if is_it {
        shape.kind = RowKind::Group;
    }
    is_it
}

/// The column of the events or places of which each has totals so far, where no series was found before; the rows are those
/// of its series then.
pub(in super::super) fn of_each<'l, 's>(
    found: &mut Candidates,
    look: &'l Look<'s>,
    dates: &Dates,
    named: &[&'l Seen<'s>],
    shape: &mut Shape<'l, 's>,
) -> Option<&'l Seen<'s>> {
    if shape.kind == RowKind::Group || !shape.keys.is_empty() {
        return None;
    }
    let texts = look.columns.iter().filter(|seen| !dates.uses(seen.name));
    let mut able = named.iter().copied().chain(texts).filter(|seen| columns::comes_again(seen));
    let (of, groups) = able.find_map(|seen| Some((seen, rise_within(found, seen, dates)?)))?;
    *shape = Shape { kind: RowKind::Period, keys: vec![of], groups };
    Some(of)
}

/// Reports of several events or places: where hardly a number of any of them falls from one report to the next, but they do from
/// row to row, they are totals so far of each.
///
/// Gives the rows of each then.
fn rise_within(found: &mut Candidates, of: &Seen, dates: &Dates) -> Option<Vec<Vec<usize>>> {
    let order = dates.order();
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for row in order.iter().copied() {
        groups.entry(of.cells.get(row).copied().unwrap_or_default()).or_default().push(row);
    }
    let may_be =
        |one: &&Candidate| one.speaks() && !one.is_cumulative && !one.seen.named.is_incremental && !is_state(one);
    let of_groups = |candidate: &Candidate| -> Steps {
        groups.values().map(|group| ledger::steps(&candidate.seen.numbers, group)).sum()
    };
    let of_all = |candidate: &Candidate| ledger::steps(&candidate.seen.numbers, &order);
    let Steps { holds: within, rises } = found.all.iter().filter(may_be).map(of_groups).sum();
    let Steps { holds: across, .. } = found.all.iter().filter(may_be).map(of_all).sum();
    let never_fall = within.of >= 10 && within.share() >= 0.97 && share(rises, within.of) >= 0.1;
    let shows = || short_series::rise_in_each(dates, &groups, Steps { holds: within, rises });
    if groups.len() < 2 || within.of < 2 * groups.len() || !(never_fall || shows()) || across.share() > 0.9 {
        return None;
    }
    found.all.iter_mut().filter(|candidate| candidate.speaks()).for_each(|candidate| candidate.is_cumulative = true);
    found.reasons.push(format!(
        "the numbers of each \"{}\" do not fall on {} of {} steps: totals so far",
        of.name,
        say::number(within.rows),
        say::number(within.of)
    ));
    found.asks.push(ask());
    Some(groups.into_values().collect())
}

/// Those who are still held at the end of each period are of its day, and never added over time.
fn stocks(found: &mut Candidates) {
    for candidate in found.all.iter_mut().filter(|one| is_stock(one) && !one.is_cumulative) {
        candidate.is_cumulative = true;
        found.reasons.push(format!("\"{}\" is of its day: none are added over time", candidate.seen.name));
    }
}

/// Who is still detained is another number than who was detained in a period.
pub(in super::super) fn stocks_apart(counts: &mut Counts) {
    let new: Vec<String> =
        counts.placed.iter().filter(|item| !item.candidate.is_cumulative).map(|item| item.measure.clone()).collect();
    let is_apart =
        |item: &Placed| is_stock(&item.candidate) && item.candidate.is_cumulative && new.contains(&item.measure);
    let of: Vec<String> = counts.placed.iter().filter(|item| is_apart(item)).map(|item| item.measure.clone()).collect();
    for item in counts.placed.iter_mut().filter(|item| is_apart(item)) {
        // Men and women who are still detained stay parts.
        if of.iter().filter(|measure| **measure == item.measure).count() == 1 {
            item.role = Role::Total;
            item.category = None;
        }
        item.measure = format!("still_{}", item.measure);
        counts.labels.insert(item.measure.clone(), say::label(&item.measure));
    }
}

/// Whether a column says who is still detained or missing.
fn is_stock(candidate: &Candidate) -> bool {
    const STILL: [&str; 10] =
        ["still", "remain", "remaining", "currently", "siguen", "sigue", "permanecen", "encore", "noch", "ancora"];
    candidate.measure().is_some() && candidate.seen.named.has(&STILL)
}

/// What a source reports again of the same events on later dates, and no number falls: totals so far of each event. Where no
/// words name the events, this may be chance.
pub(in super::super) fn of_reports(found: &mut Candidates, events: &[&Seen], source: &Seen, order: &[usize]) {
    let mut groups: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    for row in order.iter().copied() {
        let key = events.iter().copied().chain([source]).filter_map(|seen| seen.cells.get(row).copied()).collect();
        groups.entry(key).or_default().push(row);
    }
    let may_be = |one: &&Candidate| one.measure().is_some() && !one.is_cumulative && !one.seen.named.is_incremental;
    let steps =
        |one: &Candidate| -> Steps { groups.values().map(|group| ledger::steps(&one.seen.numbers, group)).sum() };
    let Steps { holds: all, rises } = found.all.iter().filter(may_be).map(steps).sum();
    if all.of < 2 || all.rows < all.of || share(rises, all.of) < 0.5 {
        return;
    }
    if events.is_empty() {
        found.asks.push(ask_perhaps());
        return;
    }
    found.all.iter_mut().filter(|one| one.speaks()).for_each(|one| one.is_cumulative = true);
    found.reasons.push(format!(
        "\"{}\" speaks of the same on several dates, and no number falls on any of {} steps: totals so far",
        source.name,
        say::number(all.of)
    ));
    found.asks.push(ask());
}

/// Series that never fall and mostly repeat or rise are totals so far; where the new ones stand beside them, that is seen
/// from the sums.
pub(in super::super) fn cumulative(found: &mut Candidates, look: &Look, groups: &[Vec<usize>]) {
    stocks(found);
    let mut reasons = Vec::new();
    // What many years have may rise from year to year.
    let by_years = dates::find(look).are_years();
    let mut may_be = false;
    let steps = |seen: &Seen| -> Steps { groups.iter().map(|group| ledger::steps(&seen.numbers, group)).sum() };
    // Of a total so far no part falls again and again.
    let falls = |one: &&Candidate| {
        let Steps { holds, .. } = steps(one.seen);
        let is_part = !one.seen.named.who.is_empty() || one.seen.named.is_femicide();
        is_part && !one.seen.named.is_incremental && holds.of >= 5 && holds.share() < 0.8
    };
    let fall: Vec<Option<&str>> = found.all.iter().filter(falls).map(Candidate::measure).collect();
    for candidate in &mut found.all {
        // What falls again and again is no total so far, whatever it is called.
        if candidate.is_cumulative && candidate.seen.named.is_cumulative {
            let Steps { holds, .. } = steps(candidate.seen);
            if holds.of >= 8 && holds.share() < 0.7 {
                candidate.is_cumulative = false;
                let of = say::number(holds.of);
                let falls = say::number(holds.of - holds.rows);
                found
                    .reasons
                    .push(format!("\"{}\" falls on {falls} of {of} steps: no total so far", candidate.seen.name));
            }
            continue;
        }
        if candidate.seen.named.is_pending
            || candidate.is_cumulative
            || candidate.seen.named.is_incremental
            || !(candidate.is_named || found.is_told)
        {
            continue;
        }
        let Steps { holds, rises } = steps(candidate.seen);
        // A short or flat series that happens not to fall says nothing. One that mostly rises may be corrected now and then.
        let never_falls = holds.of >= 5 && holds.share() >= 0.97 && rises >= 3 && share(rises, holds.of) >= 0.1;
        let hardly_falls = holds.of >= 8 && holds.share() >= 0.88 && share(rises, holds.of) >= 0.6;
        let says_since = || candidate.seen.named.has(&["since", "seit", "depuis", "desde"]);
        if by_years && !says_since() {
            may_be |= never_falls || hardly_falls;
        } else if (never_falls || hardly_falls) && !fall.contains(&candidate.measure()) {
            candidate.is_cumulative = true;
            reasons.push(format!(
                "\"{}\" does not fall on {} of {} steps: a total so far",
                candidate.seen.name,
                say::number(holds.rows),
                say::number(holds.of)
            ));
        }
    }
    if may_be {
        found.asks.push(ask_perhaps());
    } else if reasons.is_empty() {
        reasons.extend(short_series::find(found, look, groups));
        short_series::beside_named(found, groups);
    } else {
        reasons.extend(short_series::corrected_beside(found, groups));
    }
    // Who is missing now stands beside the toll of now, and so does who is under investigation.
    if !reasons.is_empty() {
        let states = found.all.iter_mut().filter(|one| is_state(one));
        for candidate in states.filter(|one| !one.is_cumulative && !one.seen.named.is_incremental) {
            candidate.is_cumulative = true;
            reasons.push(format!("\"{}\" is of its day, like the totals so far beside it", candidate.seen.name));
        }
    }
    let so_far: Vec<&str> =
        found.all.iter().filter(|candidate| candidate.is_cumulative).filter_map(Candidate::measure).collect();
    for candidate in found.all.iter_mut().filter(|candidate| candidate.seen.named.is_pending) {
        candidate.is_cumulative |= candidate.measure().is_some_and(|measure| so_far.contains(&measure));
    }
    if !reasons.is_empty() {
        found.asks.push(ask());
    }
    let pairs = found.all.iter().filter(|so_far| so_far.is_cumulative);
    for so_far in pairs {
        let Some(new) = found
            .all
            .iter()
            .find(|new| !new.is_cumulative && !new.seen.named.is_pending && new.seen.named.is_like(&so_far.seen.named))
        else {
            continue;
        };
        let run = |group: &Vec<usize>| ledger::running(&new.seen.numbers, &so_far.seen.numbers, group);
        let holds: Holds = groups.iter().map(run).sum();
        if holds.share() >= 0.5 {
            reasons.push(format!(
                "\"{}\" is the running sum of \"{}\" on {}",
                so_far.seen.name,
                new.seen.name,
                say::of_rows(holds)
            ));
        }
    }
    found.reasons.extend(reasons);
}
