//! What a row is: an incident, a period of a series, or a group of people.

use super::super::look::{Look, Seen, share};
use super::super::when::dates::Dates;
use super::sources;
use crate::formats::table::recipe::RowKind;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What rows are, and which columns name the series to which they belong.
pub(in super::super) struct Shape<'l, 's> {
    pub kind: RowKind,
    /// The columns that tell one series from another, or the groups of people.
    pub keys: Vec<&'l Seen<'s>>,
    /// The rows of each series, in the order of their dates.
    pub groups: Vec<Vec<usize>>,
}

/// A series is told apart by one or two of the first columns that could do it; all pairs of many would take long.
const MOST_KEYS: usize = 5;

/// Finds it out; `areas` and `others` are columns that may tell series apart.
pub(in super::super) fn find<'l, 's>(
    look: &Look<'s>,
    dates: &Dates,
    events: &[&'l Seen<'s>],
    areas: &[&'l Seen<'s>],
    others: &[&'l Seen<'s>],
) -> Shape<'l, 's> {
    let places = areas;
    let areas: Vec<&'l Seen<'s>> = events.iter().chain(areas).copied().collect();
    let areas = areas.get(..MOST_KEYS).unwrap_or(&areas);
    let all = others;
    let others = others.get(..MOST_KEYS).unwrap_or(others);
    let mut tries: Vec<Vec<&Seen>> = vec![Vec::new()];
    for area in areas.iter().chain(others) {
        tries.push(vec![area]);
    }
    for area in areas {
        for other in others.iter().chain(areas) {
            if area.name != other.name {
                tries.push(vec![area, other]);
            }
        }
    }
    if others.len() > 1 {
        tries.push(others.to_vec());
        tries.extend(areas.iter().map(|area| others.iter().copied().chain([*area]).collect()));
    }
    let distinct: BTreeSet<Date> = dates.days.iter().flatten().map(|when| when.first_day()).collect();
    let order = dates.order();
    if distinct.len() >= 3 && !is_list(look, events) {
        for keys in tries.into_iter().skip(usize::from(has_places(look))) {
            let groups = groups(&order, &keys);
            if is_series(&groups, dates) {
                return Shape { kind: RowKind::Period, keys, groups };
            }
        }
    }
    if areas.is_empty() && all.is_empty() && is_of_hours(look, dates) {
        return Shape { kind: RowKind::Period, keys: Vec::new(), groups: vec![order] };
    }
    // Each row is what one source says of an event of which others speak too.
    let is_told = sources::find(look).is_some_and(|source| sources::counts_again(look, source));
    let is_group = is_list(look, events) || is_told || is_one_each(look, places, all);
    let kind = if distinct.len() <= 1 || is_group { RowKind::Group } else { RowKind::Incident };
    Shape { kind, keys: Vec::new(), groups: vec![order] }
}

/// The rows of each combination of the keys' values, in the order of their dates.
fn groups(order: &[usize], keys: &[&Seen]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    for row in order.iter().copied() {
        let key = keys.iter().filter_map(|key| key.cells.get(row).copied()).collect();
        groups.entry(key).or_default().push(row);
    }
    groups.into_values().collect()
}

/// Whether each group has a date for each row, at even steps.
fn is_series(groups: &[Vec<usize>], dates: &Dates) -> bool {
    let rows: usize = groups.iter().map(Vec::len).sum();
    let (mut steps, mut doubled) = (BTreeMap::<i32, usize>::new(), 0);
    for group in groups {
        let day = |row: &usize| Some((dates.days.get(*row).copied().flatten()?.first_day(), dates.time(*row)));
        let days: Vec<(Date, Option<u16>)> = group.iter().filter_map(day).collect();
        for ((before, earlier), (now, later)) in days.iter().zip(days.iter().skip(1)) {
            let step = (*now - *before).get_days();
            // Several reports of one day are one step.
            if step == 0 && earlier != later {
                continue;
            }
            // Months and years are not equally long.
            let step = match step {
                28..=31 => 30,
                89..=92 => 91,
                365 | 366 => 365,
                other => other,
            };
            doubled += usize::from(step == 0);
            *steps.entry(step).or_default() += 1;
        }
    }
    let all: usize = steps.values().sum();
    let most = steps.values().max().copied().unwrap_or(0);
    rows >= 3 * groups.len() && share(doubled, all) <= 0.02 && share(most, all) >= 0.5
}

/// Whether each row is a report of one day at another hour, and nothing but numbers stands beside it.
fn is_of_hours(look: &Look, dates: &Dates) -> bool {
    let moments: BTreeSet<(Date, u16)> = (0..look.rows)
        .filter_map(|row| Some((dates.days.get(row).copied().flatten()?.first_day(), dates.time(row)?)))
        .collect();
    let is_number = |seen: &Seen| dates.uses(seen.name) || seen.is_number() || seen.filled == 0;
    moments.len() >= 3 && moments.len() == look.rows && look.columns.iter().all(is_number)
}

/// Whether each row is an event of its own: a text names it, and no two rows have one name.
fn is_list(look: &Look, events: &[&Seen]) -> bool {
    const MOST: usize = 400;
    let letters = |event: &Seen| -> usize { event.values.keys().map(|name| name.chars().count()).sum() };
    look.rows <= MOST
        && events
            .iter()
            .any(|event| event.values.len() == look.rows && share(letters(event), event.values.len()) <= 60.0)
}

const PLACES: [&str; 27] = [
    "lat",
    "latitude",
    "lon",
    "longitude",
    "coordinates",
    "location",
    "city",
    "place",
    "latitud",
    "ubicacion",
    "lieu",
    "lugar",
    "municipio",
    "localidad",
    "ville",
    "ort",
    "stadt",
    "comune",
    "commune",
    "village",
    "town",
    "camp",
    "город",
    "место",
    "المكان",
    "المدينة",
    "مكان",
];

/// Whether a column says where something happened, in words or as coordinates.
pub(in super::super) fn is_place(column: &Seen) -> bool {
    column.named.has(&PLACES)
}

/// Whether most rows have a place of their own, as incidents have.
fn has_places(look: &Look) -> bool {
    look.columns.iter().any(|column| is_place(column) && share(column.values.len(), look.rows) > 0.5)
}

/// Whether the rows are groups of people although there are dates: two texts name each, and no place does.
fn is_one_each(look: &Look, areas: &[&Seen], others: &[&Seen]) -> bool {
    !look.columns.iter().any(|column| column.named.has(&PLACES)) && areas.is_empty() && others.len() >= 2
}
