//! Columns that say only who is counted ("children", "women"): of which number they tell, by the rows on which that number holds
//! them and by the order of the columns.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen, share};
use super::super::say;
use super::candidates::Candidate;
use super::counts::{Counts, Placed, is_death};
use super::inside::{LEAST, put, totals};
use super::ledger::{self, Holds, Numbers};
use crate::formats::table::recipe::Role;

/// Numbers that may hold those people, alone or as the sum of two measures, and in how many cells they do.
struct Holder<'p, 'l> {
    totals: Vec<&'p Placed<'l>>,
    holds: Holds,
}

/// Columns that say only who is counted. All of them belong to one number: that which holds them on the most rows, alone
/// or as the sum of two measures.
pub(super) fn place<'l>(look: &Look, counts: &mut Counts, placed: &mut Vec<Placed<'l>>, open: &mut Vec<Candidate<'l>>) {
    let is_people = |candidate: &&Candidate| {
        candidate.seen.named.measures.is_empty()
            && !candidate.seen.named.who.is_empty()
            && candidate.seen.named.rest.is_empty()
    };
    let people: Vec<Candidate> = open.iter().filter(is_people).cloned().collect();
    let mut able: Vec<Placed> = totals(placed).into_iter().cloned().collect();
    // Where several could hold them, it is the sum of which others are parts too, or else the dead, of whom most is told.
    let has_parts = |total: &Placed| {
        let is_part = |item: &Placed| item.measure == total.measure && item.role == Role::Part;
        counts.sums.contains_key(&total.measure) && placed.iter().any(is_part)
    };
    able.sort_by_key(|total| (!has_parts(total), !is_death(&total.measure)));
    if people.is_empty() || able.is_empty() {
        return;
    }
    let Some((measure, lone)) = chosen(look, counts, &people, &able) else { return };
    if let Some(ask) = lone {
        counts.asks.push(ask);
    }
    for candidate in people {
        put(look, counts, placed, open, &candidate, &measure, Role::OfWhich);
    }
}

/// The measure of which the people are, and what is asked where a few rows contradict it.
fn chosen(look: &Look, counts: &mut Counts, people: &[Candidate], able: &[Placed]) -> Option<(String, Option<Ask>)> {
    let found = holders(counts, people, able);
    let stands_ahead = |total: &Placed| stands_ahead(look, people, total, able);
    // A row or two must not turn round what all others and the order of the columns say.
    let is_nearly = |holder: &&Holder| match holder.totals.as_slice() {
        [total] => {
            let is_few = is_few(people.len(), holder.holds) && is_death(&total.measure);
            is_few && (stands_ahead(total) || are_blank(people, total))
        }
        _ => false,
    };
    let fully = |holder: &&Holder| holder.holds.share() >= LEAST;
    let best = found.iter().find(|holder| fully(holder) || is_nearly(holder)).or_else(|| {
        let mostly = found.iter().filter(|holder| holder.holds.share() >= 0.9);
        mostly.max_by(|a, b| a.holds.share().total_cmp(&b.holds.share()))
    })?;
    let is_sure = |total: &Placed| {
        let mut others = able.iter().filter(|other| other.measure != total.measure);
        // Where a row slipped, its numbers fit nowhere.
        let fits = others.any(|other| people.iter().all(|candidate| held(candidate, &[other]).share() >= LEAST));
        fits && stands_ahead(total) && are_blank(people, total)
    };
    let names: Vec<&str> = people.iter().map(|candidate| candidate.seen.name).collect();
    let whole: Vec<&str> = best.totals.iter().map(|total| total.candidate.seen.name).collect();
    let measures: Vec<String> = best.totals.iter().map(|total| total.measure.clone()).collect();
    let (wholes, holds) = (whole.join(" + "), best.holds);
    let verb = if names.len() == 1 { "lies" } else { "lie" };
    counts.reasons.push(format!(
        "{} {verb} inside {wholes}: not above it in {} of {} cells looked at",
        say::list(&names),
        say::number(holds.rows),
        say::number(holds.of)
    ));
    if let [measure] = measures.as_slice() {
        let others: Vec<String> = able
            .iter()
            .map(|total| total.measure.clone())
            .filter(|other| other != measure && other != "survivors" && !counts.sums.contains_key(other))
            .collect();
        let of = format!("Of {}", say::words(measure));
        let is_open = |holder: &&Holder| match holder.totals.as_slice() {
            [total] => {
                is_death(&total.measure) && is_few(people.len(), holder.holds) && !fully(holder) && !is_sure(total)
            }
            _ => false,
        };
        // A row or two may have turned it round.
        let open = found.iter().take_while(|holder| !std::ptr::eq(*holder, best)).find(is_open);
        let asked = open.or(Some(best).filter(|best| is_nearly(best) && is_open(best)));
        let ask = asked.map(|holder| Ask::other_measure(question(&names, holder), &of, &others, &names));
        return Some((measure.clone(), ask));
    }
    let measure = measures.join("_or_");
    counts.labels.insert(measure.clone(), say::label(&measure));
    counts.sums.insert(measure.clone(), measures.clone());
    let default = format!("Of {} together", say::words(&measure.replace("_or_", " and ")));
    Some((measure, Some(Ask::other_measure(question(&names, best), &default, &measures, &names))))
}

fn question(names: &[&str], holder: &Holder) -> String {
    let whole: Vec<&str> = holder.totals.iter().map(|total| total.candidate.seen.name).collect();
    let (names, whole, of) = (say::list(names), whole.join(" + "), say::number(holder.holds.of));
    match holder.holds.of - holder.holds.rows {
        0 => format!("Of whom do {names} tell?"),
        above => {
            let above = say::number(above);
            format!("Of whom do {names} tell? In {above} of {of} cells looked at they are above {whole}.")
        }
    }
}

/// All that may hold these people, what is preferred first.
fn holders<'p, 'l>(counts: &Counts, people: &[Candidate], able: &'p [Placed<'l>]) -> Vec<Holder<'p, 'l>> {
    let holder = |totals: Vec<&'p Placed<'l>>| {
        let holds = people.iter().map(|candidate| held(candidate, &totals)).sum();
        Holder { totals, holds }
    };
    // People who survived are not among those who died, and casualties are no single measure's.
    let is_vague = people.iter().any(|candidate| candidate.seen.named.is_vague);
    let may_be = |total: &&Placed| total.measure != "survivors" && (!is_vague || total.measure == "casualties");
    let alone = able.iter().filter(may_be).map(|total| holder(vec![total]));
    let joinable: Vec<&Placed> =
        able.iter().filter(|total| !counts.sums.contains_key(&total.measure) && total.measure != "survivors").collect();
    let pairs = joinable
        .iter()
        .enumerate()
        .flat_map(|(at, first)| joinable.iter().skip(at + 1).map(|second| holder(vec![*first, *second])));
    alone.chain(pairs).collect()
}

/// In how many cells a column is not above these numbers.
fn held(candidate: &Candidate, totals: &[&Placed]) -> Holds {
    let outer: Vec<Numbers> = totals.iter().map(|total| total.numbers()).collect();
    ledger::inside(&said(candidate, totals), &outer)
}

/// A column's numbers but for the rows on which one that should hold them is a slip of the pen, which says nothing.
pub(super) fn said(candidate: &Candidate, totals: &[&Placed]) -> Vec<Option<f64>> {
    let says = |row: usize| !totals.iter().any(|total| is_slip(total.candidate.seen, row));
    let numbers = candidate.seen.numbers.iter().enumerate();
    numbers.map(|(row, number)| number.filter(|_| says(row))).collect()
}

/// Whether a cell that should count people is no such number: "2O", a date, one below zero, a fraction among whole numbers. A
/// blank is no slip.
fn is_slip(seen: &Seen, row: usize) -> bool {
    match seen.numbers.get(row).copied().flatten() {
        Some(number) => number < 0.0 || number.fract() != 0.0 && share(seen.fractions, seen.readable) <= 0.2,
        None => seen.cells.get(row).is_some_and(|cell| cell.contains(char::is_alphanumeric)),
    }
}

/// Whether only a row or two of many, in each of some columns, say that these are above a number.
pub(super) fn is_few(columns: usize, holds: Holds) -> bool {
    holds.of - holds.rows <= columns.max(holds.of / 20) && holds.share() >= 0.8
}

/// Whether the people stand directly behind a number, and another one behind them: "Killed, Children, Injured".
fn stands_ahead(look: &Look, people: &[Candidate], total: &Placed, able: &[Placed]) -> bool {
    let place = |name: &str| look.columns.iter().position(|column| column.name == name);
    let own = place(total.candidate.seen.name);
    let others: Vec<_> = able.iter().map(|other| place(other.candidate.seen.name)).filter(|at| *at != own).collect();
    people.iter().map(|candidate| place(candidate.seen.name)).all(|at| {
        let is_between = |other: &Option<usize>| own < *other && *other < at;
        at > own && !others.iter().any(is_between) && others.iter().any(|other| *other > at)
    })
}

/// Whether a number that should hold the people is blank wherever it does not.
fn are_blank(people: &[Candidate], total: &Placed) -> bool {
    people.iter().all(|candidate| {
        let pairs = said(candidate, &[total]).into_iter().zip(total.numbers());
        pairs.into_iter().filter_map(|(inner, outer)| Some(inner? <= (*outer)?)).all(|holds| holds)
    })
}
