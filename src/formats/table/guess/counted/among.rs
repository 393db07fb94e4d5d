//! Columns that say only who is counted, "children" beside the killed and the injured: among whom they are is learnt from the
//! rows, but for a few odd ones.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::super::say;
use super::candidates::Candidate;
use super::counts::{Counts, Placed, is_death};
use super::inside::{LEAST, LEAST_ROWS, put, totals};
use super::ledger::{self, Holds, Numbers};
use crate::formats::table::recipe::Role;

/// Columns that say only who is counted. All of them belong to one number: that which holds them on the most rows, alone
/// or as the sum of two measures.
pub(super) fn people<'l>(
    look: &Look,
    counts: &mut Counts,
    placed: &mut Vec<Placed<'l>>,
    open: &mut Vec<Candidate<'l>>,
) {
    let is_people = |candidate: &&Candidate| {
        candidate.seen.named.measures.is_empty()
            && !candidate.seen.named.who.is_empty()
            && candidate.seen.named.rest.is_empty()
    };
    let people: Vec<Candidate> = open.iter().filter(is_people).cloned().collect();
    let mut totals: Vec<Placed> = totals(placed).into_iter().cloned().collect();
    // Where several could hold them, it is the sum of which others are parts too, or else the dead, of whom most is told.
    let has_parts = |total: &Placed| {
        let is_part = |item: &Placed| item.measure == total.measure && item.role == Role::Part;
        counts.sums.contains_key(&total.measure) && placed.iter().any(is_part)
    };
    totals.sort_by_key(|total| (!has_parts(total), !is_death(&total.measure)));
    if people.is_empty() || totals.is_empty() {
        return;
    }
    let slips = slips(&people, &totals);
    let plain: Vec<Vec<Option<f64>>> = people.iter().map(|one| without(&one.seen.numbers, &slips)).collect();
    let holds = |outer: &[Numbers]| {
        plain
            .iter()
            .map(|numbers| ledger::inside(numbers, outer))
            .fold(Holds::default(), |sum, holds| Holds { rows: sum.rows + holds.rows, of: sum.of + holds.of })
    };
    let alone = totals.iter().map(|total| (vec![total], holds(&[total.numbers()])));
    // People who survived are not among those who died.
    let joinable: Vec<&Placed> = totals
        .iter()
        .filter(|total| !counts.sums.contains_key(&total.measure) && total.measure != "survivors")
        .collect();
    let pairs = joinable.iter().enumerate().flat_map(|(at, first)| {
        joinable.iter().skip(at + 1).map(|second| (vec![*first, *second], holds(&[first.numbers(), second.numbers()])))
    });
    // Casualties are no single measure's.
    let is_vague = people.iter().any(|candidate| candidate.seen.named.is_vague);
    let mut found: Vec<(Vec<&Placed>, Holds)> = alone
        .filter(|(set, _)| {
            set.iter().all(|total| total.measure != "survivors" && (!is_vague || total.measure == "casualties"))
        })
        .collect();
    found.extend(pairs.collect::<Vec<_>>());
    let Some((set, best)) = found.iter().find(|(_, holds)| holds.share() >= LEAST).or_else(|| {
        found.iter().filter(|(_, holds)| holds.share() >= 0.9).max_by(|a, b| a.1.share().total_cmp(&b.1.share()))
    }) else {
        return;
    };
    let names: Vec<&str> = people.iter().map(|candidate| candidate.seen.name).collect();
    let whole: Vec<&str> = set.iter().map(|total| total.candidate.seen.name).collect();
    let measures: Vec<String> = set.iter().map(|total| total.measure.clone()).collect();
    let measure = measures.join("_or_");
    let wholes = whole.join(" + ");
    let verb = if names.len() == 1 { "lies" } else { "lie" };
    counts.reasons.push(format!(
        "{} {verb} inside {wholes}: not above it in {} of {} cells looked at",
        say::list(&names),
        say::number(best.rows),
        say::number(best.of)
    ));
    if !slips.is_empty() {
        counts.reasons.push(format!("{} with numbers that nothing can hold say nothing of it", say::rows(slips.len())));
    }
    if set.len() > 1 {
        counts.labels.insert(measure.clone(), say::label(&measure));
        counts.sums.insert(measure.clone(), measures.clone());
        counts.asks.push(Ask::other_measure(
            match best.of - best.rows {
                0 => format!("Of whom do {} tell?", say::list(&names)),
                above => format!(
                    "Of whom do {} tell? In {} of {} cells looked at they are above {wholes}.",
                    say::list(&names),
                    say::number(above),
                    say::number(best.of)
                ),
            },
            &format!("Of {} together", say::words(&measure.replace("_or_", " and "))),
            &measures,
            &names,
        ));
    }
    for candidate in people {
        put(look, counts, placed, open, &candidate, &measure, Role::OfWhich);
    }
}

/// A few rows in which people are more than all totals together, or a total is blank or no count: they are slips, such as cells
/// in the wrong column, and show nothing of where the people belong.
fn slips(people: &[Candidate], totals: &[Placed]) -> Vec<usize> {
    let rows = people.first().map_or(0, |one| one.seen.numbers.len());
    let number = |seen: &Seen, row: usize| seen.numbers.get(row).copied().flatten();
    let is_none = |seen: &Seen, row: usize| number(seen, row).is_none_or(|number| number < 0.0);
    let is_slip = |row: &usize| {
        let all: f64 = totals.iter().filter_map(|total| number(total.candidate.seen, *row)).sum();
        let is_above = |one: &Candidate| number(one.seen, *row).is_some_and(|own| own > all + 0.5);
        people.iter().any(is_above) || totals.iter().any(|total| is_none(total.candidate.seen, *row))
    };
    let found: Vec<usize> = (0..rows).filter(is_slip).collect();
    if rows >= LEAST_ROWS && found.len() <= (rows / 10).max(1) { found } else { Vec::new() }
}

/// Numbers without those of some rows.
fn without(numbers: Numbers, rows: &[usize]) -> Vec<Option<f64>> {
    numbers.iter().enumerate().map(|(row, number)| number.filter(|_| !rows.contains(&row))).collect()
}
