//! The row that is the sum of all others, whatever it is called: "Toplam" under the months, or nothing at all. A table that was
//! looked at in part cannot show it.

use super::look::{Look, Seen};
use super::say;
use crate::formats::table::recipe::Filter;

/// Fewer rows may add up by chance.
const LEAST: usize = 4;
/// So much in the only column is no chance.
const LARGE: f64 = 20.0;

/// The filter that leaves the row out, with the reason, among the rows that `filters` keep.
pub(super) fn find(look: &Look, filters: &[(Filter, String)]) -> Option<(Filter, String)> {
    let rows = kept(look, filters);
    if rows.len() < LEAST {
        return None;
    }
    let is_count = |seen: &&Seen| {
        seen.readable > 0
            && !seen.named.is_rate
            && !seen.named.is_no_count
            && seen.fractions == 0
            && seen.negatives == 0
    };
    let sums: Vec<(&Seen, f64)> = look.columns.iter().filter(is_count).map(|seen| (seen, sum(seen, &rows))).collect();
    let row = rows.iter().copied().find(|row| is_sum(&sums, *row))?;
    let names =
        look.columns.iter().find(|seen| seen.filled > 0 && !seen.is_number() && stands_alone(seen, row, &rows))?;
    let value = names.cells.get(row).copied().unwrap_or_default();
    let called = if value.is_empty() { "the row without a name".to_owned() } else { format!("the row \"{value}\"") };
    let reason = format!("left out: {called} in {}; it is the sum of all others", say::list(&[names.name]));
    Some((Filter { column: names.name.to_owned(), only: Vec::new(), except: vec![value.to_owned()] }, reason))
}

/// The rows that filters keep.
pub(super) fn kept(look: &Look, filters: &[(Filter, String)]) -> Vec<usize> {
    let columns: Vec<(&Seen, &Filter)> =
        filters.iter().filter_map(|(filter, _)| Some((look.column(&filter.column)?, filter))).collect();
    let is_kept = |row: &usize| {
        columns.iter().all(|(seen, filter)| filter.keeps(seen.cells.get(*row).copied().unwrap_or_default()))
    };
    (0..look.rows).filter(is_kept).collect()
}

fn number(seen: &Seen, row: usize) -> f64 {
    seen.numbers.get(row).copied().flatten().unwrap_or_default()
}

fn sum(seen: &Seen, rows: &[usize]) -> f64 {
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

/// Whether no other row has the value of this one, or this one alone has none.
fn stands_alone(seen: &Seen, row: usize, rows: &[usize]) -> bool {
    let value = seen.cells.get(row);
    rows.iter().filter(|other| seen.cells.get(**other) == value).count() == 1
}
