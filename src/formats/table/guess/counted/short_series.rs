//! Series of a few reports. No column can show by itself that it is a total so far; all together can, where they rise and none
//! falls, or hardly so. That is little, and it is asked.

use super::super::look::{Look, Seen, share};
use super::super::say;
use super::super::when::dates::{self, Dates};
use super::candidates::{Candidate, Candidates};
use super::ledger::{self, Holds, Steps};
use super::so_far::is_state;
use super::so_far_asks::{ask_of, ask_perhaps};
use crate::formats::table::value::has_digit;
use crate::model::{Precision, When};
use std::collections::BTreeMap;

/// So few steps from row to row, over all columns, are a short series.
const SHORT: usize = 40;
/// Fewer rises may be chance.
const LEAST_RISES: usize = 3;
/// A total so far is corrected by no more than this share of it.
const CORRECTION: f64 = 0.1;

/// So many days lie between the first and the last of a month, at least.
const SHORTEST_MONTH: i32 = 27;

/// What a short series shows.
enum Shown {
    Nothing,
    /// That is too little to take it so.
    Perhaps,
    /// They are totals so far; why.
    SoFar(String),
}

/// Takes the numbers of a short series for totals so far, where they show it, and says why; asks where they only may be.
pub(in super::super) fn find(found: &mut Candidates, look: &Look, groups: &[Vec<usize>]) -> Option<String> {
    match shown(found, look, groups) {
        Shown::Nothing => None,
        Shown::Perhaps => {
            found.asks.push(ask_perhaps());
            None
        }
        Shown::SoFar(reason) => {
            let is_told = found.is_told;
            found
                .all
                .iter_mut()
                .filter(|one| may_be(one, is_told))
                .for_each(|candidate| candidate.is_cumulative = true);
            Some(reason)
        }
    }
}

fn may_be(candidate: &Candidate, is_told: bool) -> bool {
    let named = &candidate.seen.named;
    (candidate.is_named || is_told) && !candidate.is_cumulative && !named.is_pending && !named.is_incremental
}

fn shown(found: &Candidates, look: &Look, groups: &[Vec<usize>]) -> Shown {
    let able: Vec<&Candidate> = found.all.iter().filter(|one| may_be(one, found.is_told)).collect();
    // Who is missing now may be fewer than yesterday.
    let (states, tolls): (Vec<&Candidate>, Vec<&Candidate>) = able.iter().copied().partition(|one| is_state(one));
    let sum = |of: &[&Candidate]| -> Steps { of.iter().map(|candidate| steps(candidate.seen, groups)).sum() };
    let of_states = sum(&states).holds;
    let have_fallen = of_states.rows < of_states.of;
    let tested = if tolls.is_empty() || !have_fallen { &able } else { &tolls };
    let Steps { holds, rises } = sum(tested);
    // The dead go up while the missing go down: they are found.
    let are_found = states.iter().any(|state| goes_down(state.seen, groups));
    if holds.of > SHORT || rises < if are_found { LEAST_RISES - 1 } else { LEAST_RISES } {
        return Shown::Nothing;
    }
    let may_differ = || look.columns.iter().any(|seen| names_rows(seen, groups)) || are_of_long_periods(look);
    if holds.rows == holds.of {
        return match share(rises, holds.of) {
            few if few < 0.5 => Shown::Nothing,
            // Where others fall, they may be of their own dates all the more.
            _ if may_differ() && have_fallen => Shown::Nothing,
            _ if may_differ() => Shown::Perhaps,
            _ => Shown::SoFar(never_fall(tested, holds, have_fallen)),
        };
    }
    let hardly_fall = tested.iter().all(|one| groups.iter().all(|group| hardly_falls(one.seen, group)));
    if holds.share() < 0.8 || share(rises, holds.of) < 0.6 || !hardly_fall || may_differ() {
        return Shown::Nothing;
    }
    // What weeks have may rise for a while.
    if are_spans(look) && !are_found && !look.columns.iter().any(numbers_reports) {
        return Shown::Perhaps;
    }
    let (falls, of) = (say::number(holds.of - holds.rows), say::number(holds.of));
    Shown::SoFar(format!(
        "the numbers fall on {falls} of {of} steps, and only by a little: totals so far, which were corrected"
    ))
}

/// Beside totals so far that never fall, a toll that mostly rises and falls once or twice by a little is one that was corrected;
/// and people among them are counted so far as they are.
pub(in super::super) fn corrected_beside(found: &mut Candidates, groups: &[Vec<usize>]) -> Vec<String> {
    let so_far: Vec<&Seen> = found.all.iter().filter(|one| one.is_cumulative).map(|one| one.seen).collect();
    let mut reasons = Vec::new();
    let is_told = found.is_told;
    let may_be = |one: &&mut Candidate| {
        let is_new_of = so_far.iter().any(|all| all.named.is_like(&one.seen.named));
        may_be(one, is_told) && !is_state(one) && !is_new_of
    };
    for candidate in found.all.iter_mut().filter(may_be) {
        let Steps { holds, rises } = steps(candidate.seen, groups);
        let hardly_falls = groups.iter().all(|group| hardly_falls(candidate.seen, group));
        if rises < LEAST_RISES || holds.share() < 0.75 || share(rises, holds.of) < 0.6 || !hardly_falls {
            continue;
        }
        candidate.is_cumulative = true;
        let (name, beside) = (candidate.seen.name, so_far.first().map_or("", |seen| seen.name));
        let (rows, of) = (say::number(holds.rows), say::number(holds.of));
        reasons.push(format!(
            "\"{name}\" does not fall on {rows} of {of} steps, and else only by a little, beside \"{beside}\": a total so far"
        ));
    }
    reasons
}

/// A column that rises on each step beside one that calls itself a total so far is one too, where none calls itself new; it may
/// still be of its own dates, and it is asked.
pub(in super::super) fn beside_named(found: &mut Candidates, groups: &[Vec<usize>]) {
    const LEAST: usize = 2;
    let calls_itself = |one: &Candidate| one.is_cumulative && one.seen.named.is_cumulative && one.measure().is_some();
    let Some(beside) = found.all.iter().find(|one| calls_itself(one)).map(|one| one.seen.name) else { return };
    let rises = |one: &&mut Candidate| {
        let Steps { holds, rises } = steps(one.seen, groups);
        one.measure().is_some() && may_be(one, false) && holds.of >= LEAST && rises == holds.of
    };
    if found.all.iter().any(|one| one.seen.named.is_incremental) {
        return;
    }
    let mut names = Vec::new();
    for candidate in found.all.iter_mut().filter(rises) {
        candidate.is_cumulative = true;
        names.push(candidate.seen.name);
    }
    if names.is_empty() {
        return;
    }
    let verb = if names.len() == 1 { "rises" } else { "rise" };
    found.reasons.push(format!("{} {verb} on each step, beside \"{beside}\": totals so far", say::list(&names)));
    found.asks.push(ask_of(&names));
}

/// Whether the few reports of several places are totals so far of each: every place is in every report, and nothing falls.
pub(in super::super) fn rise_in_each(dates: &Dates, groups: &BTreeMap<&str, Vec<usize>>, steps: Steps) -> bool {
    let day = |row: &usize| dates.days.get(*row).copied().flatten().map(|when| (when.first_day(), dates.time(*row)));
    let mut reports = groups.values().map(|group| group.iter().map(day).collect::<Vec<_>>());
    let first = reports.next().unwrap_or_default();
    let is_in_every_report = first.is_sorted_by(|before, now| before < now) && reports.all(|of| of == first);
    let Steps { holds, rises } = steps;
    is_in_every_report
        && !are_long(&dates.days)
        && holds.rows == holds.of
        && rises >= LEAST_RISES
        && share(rises, holds.of) >= 0.5
}

/// What is said of numbers of which none falls; of which ones, where others do.
fn never_fall(tested: &[&Candidate], holds: Holds, have_others_fallen: bool) -> String {
    let of = say::number(holds.of);
    if !have_others_fallen {
        return format!("no number falls on any of {of} steps: totals so far");
    }
    let names: Vec<&str> = tested.iter().map(|one| one.seen.name).collect();
    format!("no number of {} falls on any of {of} steps: totals so far", say::list(&names))
}

/// Whether each number is less than the one before it.
fn goes_down(seen: &Seen, groups: &[Vec<usize>]) -> bool {
    let Steps { holds: Holds { rows, of }, .. } = steps(seen, groups);
    of >= 2 && rows == 0
}

fn steps(seen: &Seen, groups: &[Vec<usize>]) -> Steps {
    groups.iter().map(|group| ledger::steps(&seen.numbers, group)).sum()
}

/// Whether the numbers of a series fall by no more than a correction does.
fn hardly_falls(seen: &Seen, group: &[usize]) -> bool {
    let known: Vec<f64> = group.iter().filter_map(|row| seen.numbers.get(*row).copied().flatten()).collect();
    known.iter().zip(known.iter().skip(1)).all(|(before, now)| *now >= before * (1.0 - CORRECTION))
}

/// A column that says which report of a situation a row is: "Sitrep 3".
fn numbers_reports(seen: &Seen) -> bool {
    seen.named.has(&["sitrep", "sitreps", "bulletin", "update", "flash"])
}

/// Whether words in a column tell the rows of a series apart, which then may be of different places.
fn names_rows(seen: &Seen, groups: &[Vec<usize>]) -> bool {
    let words = seen.values.keys().filter(|value| !has_digit(value)).count();
    let cell = |row: &usize| seen.cells.get(*row).copied().unwrap_or_default();
    let is_one = |group: &Vec<usize>| group.iter().map(cell).all(|value| group.first().map(cell) == Some(value));
    words >= 2 && share(words, seen.values.len()) > 0.5 && !groups.iter().all(is_one)
}

/// Whether most rows are of months, quarters or years, whose numbers may rise for a while.
fn are_of_long_periods(look: &Look) -> bool {
    are_long(&dates::find(look).days)
}

/// Whether most rows are of more than a day.
fn are_spans(look: &Look) -> bool {
    let days = dates::find(look).days;
    let known: Vec<&When> = days.iter().flatten().collect();
    let is_span = |when: &&&When| when.first_day() < when.last_day();
    share(known.iter().filter(is_span).count(), known.len()) > 0.5
}

fn are_long(days: &[Option<When>]) -> bool {
    let known: Vec<&When> = days.iter().flatten().collect();
    // A month of another calendar is a span of days.
    let days = |when: &When| (when.last_day() - when.first_day()).get_days();
    let is_long = |when: &&&When| when.from.precision < Precision::Day || days(when) >= SHORTEST_MONTH;
    share(known.iter().filter(is_long).count(), known.len()) > 0.5
}
