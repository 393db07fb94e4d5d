//! Rows of a place beside those of the smaller places in it: a state's row, in which the city is blank, beside its cities.

use super::super::look::{Look, Seen};
use super::super::say;
use super::super::when::dates;
use crate::formats::table::recipe::Filter;
use std::collections::BTreeMap;

/// Words of columns of smaller places.
const SMALLER: [&str; 20] = [
    "city",
    "cidade",
    "ciudad",
    "municipality",
    "municipio",
    "comuna",
    "commune",
    "district",
    "distrito",
    "county",
    "gemeinde",
    "kreis",
    "landkreis",
    "province",
    "provincia",
    "region",
    "place",
    "town",
    "localidad",
    "admin2",
];

/// The row of a place on a day, and the rows of what is in it.
#[derive(Default)]
struct Family {
    wholes: Vec<f64>,
    sum: f64,
    parts: usize,
}

/// Adds to the filters of a table that of its larger places, which stands before others of the same column.
pub(in super::super) fn join(look: &Look, filters: &mut Vec<(Filter, String)>) {
    if let Some(found) = find(look) {
        filters.retain(|(filter, _)| filter.column != found.0.column);
        filters.push(found);
    }
}

/// The rows to keep, which are those of the larger places, and why.
fn find(look: &Look) -> Option<(Filter, String)> {
    let is_count = |column: &&Seen| {
        column.is_number() && column.fractions == 0 && !column.named.measures.is_empty() && !column.named.is_rate
    };
    let counts: Vec<&Seen> = look.columns.iter().filter(is_count).collect();
    let is_smaller = |column: &&Seen| {
        !column.is_number() && column.named.has(&SMALLER) && column.filled > 0 && column.filled < look.rows
    };
    let smaller: Vec<&Seen> = look.columns.iter().filter(is_smaller).collect();
    if counts.is_empty() || smaller.is_empty() {
        return None;
    }
    let days: Vec<Option<String>> =
        dates::find(look).days.iter().map(|day| day.as_ref().map(ToString::to_string)).collect();
    for inner in smaller {
        let is_outer = |column: &&Seen| {
            !column.is_number() && column.filled == look.rows && column.values.len() < inner.values.len()
        };
        for outer in look.columns.iter().filter(is_outer).filter(|outer| level(inner, outer).is_none()) {
            let held: Option<Vec<usize>> = counts.iter().map(|count| holds(inner, outer, count, &days)).collect();
            let Some(times) = held.and_then(|held| held.into_iter().max()) else { continue };
            let reason = format!(
                "kept: rows in which \"{}\" is blank; each is the sum of the others of its \"{}\", {} times",
                inner.name,
                outer.name,
                say::number(times)
            );
            let leveled = look.columns.iter().find_map(|column| Some((column, level(inner, column)?)));
            let filter = match leveled {
                Some((column, except)) => Filter { column: column.name.to_owned(), only: Vec::new(), except },
                None => Filter { column: inner.name.to_owned(), only: vec![String::new()], except: Vec::new() },
            };
            return Some((filter, reason));
        }
    }
    None
}

/// How often the row of a larger place is the sum of those in it; `None` where that does not hold nearly always.
fn holds(inner: &Seen, outer: &Seen, count: &Seen, days: &[Option<String>]) -> Option<usize> {
    let mut families: BTreeMap<(Option<&str>, &str), Family> = BTreeMap::new();
    for (row, (smaller, larger)) in inner.cells.iter().zip(&outer.cells).enumerate() {
        let Some(number) = count.numbers.get(row).copied().flatten() else { continue };
        let family = families.entry((days.get(row).and_then(Option::as_deref), larger)).or_default();
        if smaller.is_empty() {
            family.wholes.push(number);
        } else {
            family.sum += number;
            family.parts += 1;
        }
    }
    let tested: Vec<&Family> = families.values().filter(|family| family.parts > 0).collect();
    let closes = |family: &&&Family| matches!(family.wholes.as_slice(), [whole] if (whole - family.sum).abs() < 0.5);
    let closing: Vec<&&Family> = tested.iter().filter(closes).collect();
    let telling = closing.iter().filter(|family| family.parts >= 2 && family.sum > 0.0).count();
    (telling >= 2 && closing.len() * 20 >= tested.len() * 19).then_some(closing.len())
}

/// Where a column says of each row whether it is one of the larger places: its values for the smaller ones.
fn level(inner: &Seen, column: &Seen) -> Option<Vec<String>> {
    if !(2..=3).contains(&column.values.len()) || column.name == inner.name {
        return None;
    }
    let of = |is_blank: bool| -> Vec<&str> {
        let rows = || inner.cells.iter().zip(&column.cells).filter(|(cell, _)| cell.is_empty() == is_blank);
        column.values.keys().copied().filter(|value| rows().any(|(_, level)| level == value)).collect()
    };
    let (larger, smaller) = (of(true), of(false));
    let is_apart = !larger.is_empty() && larger.iter().all(|value| !smaller.contains(value));
    (is_apart && column.cells.iter().all(|cell| !cell.is_empty()))
        .then(|| smaller.into_iter().map(str::to_owned).collect())
}
