//! Rows that are the sum of others, whatever they are called: "Toplam" under the months, quarters among them, or nothing at all.
//! A table that was looked at in part cannot show them.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::super::say;
use super::super::when::dates::{self, Dates};
use crate::formats::table::recipe::Filter;

/// Fewer rows may add up by chance.
const LEAST: usize = 4;
/// So much in the only column is no chance.
const LARGE: f64 = 20.0;

/// The filter that leaves the rows out, with the reason, among the rows that `filters` keep.
pub(in super::super) fn find(look: &Look, filters: &[(Filter, String)]) -> Option<(Filter, String)> {
    let rows = kept(look, filters);
    let dates = dates::find(look);
    let counts = counts(look, &dates);
    let sums: Vec<(&Seen, f64)> = counts.iter().map(|seen| (*seen, sum(seen, &rows))).collect();
    let mut found: Vec<usize> = Vec::new();
    if rows.len() >= LEAST {
        found.extend(rows.iter().copied().find(|row| is_sum(&sums, *row)));
        if found.is_empty() {
            found = subtotals(&counts, &rows);
        }
    } else if let [_, _, last] = rows.as_slice()
        && is_sum_of_two(&sums, *last)
        && !are_multiples(&counts, &rows)
        && dates.days.get(*last).is_none_or(Option::is_none)
    {
        found.push(*last);
    }
    let may_name = |seen: &Seen| seen.filled > 0 && (!seen.is_number() || seen.named.is_no_count);
    let is_name = |seen: &&Seen| may_name(seen) && found.iter().all(|row| stands_alone(seen, *row, &rows));
    let names = look.columns.iter().filter(|_| !found.is_empty()).find(is_name)?;
    let values: Vec<&str> = found.iter().filter_map(|row| names.cells.get(*row).copied()).collect();
    let called = match values.as_slice() {
        [""] => "the row without a name".to_owned(),
        [one] => format!("the row \"{one}\""),
        several => format!("the rows {}", say::list(several)),
    };
    let why = if found.len() == 1 { "it is the sum of all others" } else { "they are sums of others" };
    let reason = format!("left out: {called} in {}; {why}", say::list(&[names.name]));
    let except = values.into_iter().map(str::to_owned).collect();
    Some((Filter { column: names.name.to_owned(), only: Vec::new(), except }, reason))
}

/// The columns whose numbers may add up.
pub(in super::super) fn counts<'l, 's>(look: &'l Look<'s>, dates: &Dates) -> Vec<&'l Seen<'s>> {
    let is_count = |seen: &&Seen| {
        seen.is_number()
            && !dates.uses(seen.name)
            && !seen.named.is_rate
            && !seen.named.is_no_count
            && seen.fractions == 0
            && seen.negatives == 0
    };
    look.columns.iter().filter(is_count).collect()
}

/// Asks whether a last row is the sum of the two before it, where each column is a multiple of the others: then one sum makes
/// all of them, and it may be chance.
pub(in super::super) fn ask(look: &Look, filters: &[(Filter, String)]) -> Option<Ask> {
    let rows = kept(look, filters);
    let dates = dates::find(look);
    let counts = counts(look, &dates);
    let sums: Vec<(&Seen, f64)> = counts.iter().map(|seen| (*seen, sum(seen, &rows))).collect();
    let [_, _, last] = *rows.as_slice() else { return None };
    let is_dated = dates.days.get(last).is_some_and(Option::is_some);
    if is_dated || !is_sum_of_two(&sums, last) || !are_multiples(&counts, &rows) {
        return None;
    }
    let names =
        look.columns.iter().find(|seen| !seen.is_number() && seen.filled > 0 && stands_alone(seen, last, &rows))?;
    let value = names.cells.get(last).copied().filter(|value| !value.is_empty())?;
    let except = vec![value.to_owned()];
    let filter = Filter { column: names.name.to_owned(), only: Vec::new(), except };
    let ask =
        Ask::new(format!("Is the row \"{value}\" the total of the two above it?"), "No: it is a row like the others");
    Some(ask.weighing(9).or("Yes: it is left out", move |recipe| recipe.keep.push(filter.clone())))
}

/// Whether each column is a multiple of the first one in these rows.
pub(in super::super) fn are_multiples(columns: &[&Seen], rows: &[usize]) -> bool {
    let Some((first, others)) = columns.split_first() else { return false };
    let total = sum(first, rows);
    others.iter().all(|other| {
        let of_other = sum(other, rows);
        rows.iter().all(|row| (number(first, *row) * of_other - number(other, *row) * total).abs() < 0.5)
    })
}

/// Rows that are each the sum of the rows before them since the last such row, and the one that is the sum of all these; the
/// same from below, where sums stand above what they add.
fn subtotals(counts: &[&Seen], rows: &[usize]) -> Vec<usize> {
    let below: Vec<usize> = rows.iter().rev().copied().collect();
    [of_runs(counts, rows), of_runs(counts, &below)].into_iter().max_by_key(Vec::len).unwrap_or_default()
}

fn of_runs(counts: &[&Seen], rows: &[usize]) -> Vec<usize> {
    let of = |row: usize| -> Vec<f64> { counts.iter().map(|seen| number(seen, row)).collect() };
    let add = |sum: &mut Vec<f64>, row: &[f64]| sum.iter_mut().zip(row).for_each(|(sum, own)| *sum += own);
    let equal = |sum: &[f64], row: &[f64]| {
        sum.iter().zip(row).all(|(sum, own)| (sum - own).abs() < 0.5) && row.iter().any(|own| *own >= LARGE)
    };
    let none = vec![0.0; counts.len()];
    // Quarters since the last sum, since the last sum of sums, and all.
    let (mut run, mut longer, mut all) = (none.clone(), none.clone(), none.clone());
    let (mut length, mut found) = (0, Vec::new());
    for row in rows.iter().copied() {
        let own = of(row);
        let is_of_run = length >= 2 && equal(&run, &own);
        if is_of_run || !found.is_empty() && (equal(&longer, &own) || equal(&all, &own)) {
            found.push(row);
            (run, length) = (none.clone(), 0);
            if !is_of_run {
                longer.clone_from(&none);
            }
        } else {
            for sum in [&mut run, &mut longer, &mut all] {
                add(sum, &own);
            }
            length += 1;
        }
    }
    // One run may add up by chance, and sums are fewer than what they add.
    if found.len() >= 2 && found.len() * 2 <= rows.len() { found } else { Vec::new() }
}

/// The rows that filters keep.
pub(in super::super) fn kept(look: &Look, filters: &[(Filter, String)]) -> Vec<usize> {
    let columns: Vec<(&Seen, &Filter)> =
        filters.iter().filter_map(|(filter, _)| Some((look.column(&filter.column)?, filter))).collect();
    let is_kept = |row: &usize| {
        columns.iter().all(|(seen, filter)| filter.keeps(seen.cells.get(*row).copied().unwrap_or_default()))
    };
    (0..look.rows).filter(is_kept).collect()
}

pub(in super::super) fn number(seen: &Seen, row: usize) -> f64 {
    seen.numbers.get(row).copied().flatten().unwrap_or_default()
}

pub(in super::super) fn sum(seen: &Seen, rows: &[usize]) -> f64 {
    rows.iter().map(|row| number(seen, *row)).sum()
}

/// Whether nearly all of a row's numbers are the sums of all others in their columns.
fn is_sum(sums: &[(&Seen, f64)], row: usize) -> bool {
    let stated: Vec<(f64, f64)> =
        sums.iter().map(|(seen, sum)| (number(seen, row), *sum)).filter(|(own, _)| *own > 0.0).collect();
    let equal = stated.iter().filter(|(own, sum)| (sum - 2.0 * own).abs() < 0.5).count();
    let is_large = || stated.iter().all(|(own, _)| *own >= LARGE);
    equal >= 2 && equal * 10 >= stated.len() * 8 || equal == 1 && stated.len() == 1 && is_large()
}

/// Whether a last row is the sum of the two before it in each column, and in two of them nothing but a sum: both rows add to it.
fn is_sum_of_two(sums: &[(&Seen, f64)], row: usize) -> bool {
    let stated: Vec<&(&Seen, f64)> = sums.iter().filter(|(seen, _)| number(seen, row) > 0.0).collect();
    let closes = |(seen, sum): &&&(&Seen, f64)| (sum - 2.0 * number(seen, row)).abs() < 0.5;
    let is_of_both = |(seen, _): &&&(&Seen, f64)| {
        seen.numbers.iter().flatten().filter(|own| **own > 0.0 && **own < number(seen, row)).count() >= 2
    };
    stated.iter().all(|one| closes(&one)) && stated.iter().filter(is_of_both).count() >= 2
}

/// Whether no other row has the value of this one, or this one alone has none.
pub(in super::super) fn stands_alone(seen: &Seen, row: usize, rows: &[usize]) -> bool {
    let value = seen.cells.get(row);
    rows.iter().filter(|other| seen.cells.get(**other) == value).count() == 1
}
