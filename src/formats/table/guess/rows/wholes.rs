//! A value of a column that holds all others of it, whatever it is called: the code of all causes beside those of single
//! causes. Adding it to them counts people twice.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen, share};
use super::super::names::certainty;
use super::super::names::words;
use super::super::people::sexes;
use super::super::say;
use super::super::when::date_form::form;
use super::aggregates;
use super::sum_row;
use crate::formats::table::recipe::Filter;
use std::collections::BTreeMap;

/// More values than this are no groups.
const MOST: usize = 60;
/// So many groups of rows have to show it, or fewer with sums that chance makes seldom, and more often where a value is
/// called a whole.
const LEAST: usize = 3;
const SELDOM: f64 = 1e-4;
const SELDOM_EXPECTED: f64 = 0.05;

/// Adds the rows to leave out to the filters of a table, unless others of the same column are there; the question, where
/// sums do not show which rows they are.
pub(in super::super) fn join(look: &Look, filters: &mut Vec<(Filter, String)>) -> Vec<Ask> {
    let counts = counts(look);
    let mut asks = Vec::new();
    // What one column's whole hides shows only when its rows are gone.
    while let Some((filter, reason, ask)) = next(look, filters, &counts) {
        filters.push((filter, reason));
        asks.extend(ask);
    }
    asks
}

/// The next whole, among the rows that the filters keep.
fn next(look: &Look, filters: &[(Filter, String)], counts: &[&Seen]) -> Option<(Filter, String, Option<Ask>)> {
    let rows = sum_row::kept(look, filters);
    let is_free = |column: &&Seen| {
        (2..=MOST).contains(&column.values.len())
            && column.filled == look.rows
            && !column.named.is_rate
            && !says_how_sure(column)
            && !counts.iter().any(|count| count.name == column.name)
            && !filters.iter().any(|(filter, _)| filter.column == column.name)
    };
    look.columns.iter().filter(is_free).find_map(|column| of_column(look, column, counts, &rows))
}

/// What holds the confirmed and the suspected is a number of its own.
fn says_how_sure(column: &Seen) -> bool {
    column.values.keys().any(|value| !certainty::of(&words::split(value)).is_empty())
}

/// The columns whose sums are looked at.
fn counts<'l, 's>(look: &'l Look<'s>) -> Vec<&'l Seen<'s>> {
    let is_count = |column: &&Seen| column.is_number() && column.fractions == 0 && !column.named.is_rate;
    let named = look.columns.iter().filter(is_count).filter(|column| !column.named.measures.is_empty());
    let is_bare = |column: &&Seen| column.named.rest.is_empty() || column.named.is_total;
    let bare = || look.columns.iter().rev().filter(is_count).find(is_bare);
    let named: Vec<&Seen> = named.collect();
    if named.is_empty() { bare().into_iter().collect() } else { named }
}

fn of_column(look: &Look, column: &Seen, counts: &[&Seen], rows: &[usize]) -> Option<(Filter, String, Option<Ask>)> {
    let first = counts.first()?;
    let whole = largest(column, first, rows)?;
    // Each whole has several others beside it.
    let own = rows.iter().filter(|row| cell(column, **row) == whole).count();
    if own * 2 > rows.len() {
        return None;
    }
    let keys = keys(look, column, whole, counts);
    let held: Vec<Held> = counts.iter().map(|count| Held::of(rows, (column, whole), count, &keys)).collect();
    if is_shown(column, whole, &held) {
        let best = held.iter().max_by_key(|held| (held.equal, held.groups))?;
        let times = format!("{} of {} times", say::number(best.equal), say::number(best.groups));
        let reason =
            format!("left out: rows with \"{whole}\" in \"{}\"; it is the sum of the others {times}", column.name);
        let except = vec![whole.to_owned()];
        return Some((Filter { column: column.name.to_owned(), only: Vec::new(), except }, reason, None));
    }
    let never_less = held.first().is_some_and(|held| held.groups >= LEAST && held.holding == held.groups);
    (never_less && is_called_so(column, whole)).then(|| asked(column, whole, first))
}

/// Whether a value is the sum of the others in nearly all groups of rows, or in all of a few whose numbers are too large for
/// chance.
fn is_shown(column: &Seen, whole: &str, held: &[Held]) -> bool {
    let mut many = held.iter().filter(|held| held.groups >= LEAST).peekable();
    if many.peek().is_some() {
        return many.all(|held| share(held.equal, held.groups) >= 0.9);
    }
    let groups = held.iter().map(|held| held.groups).max().unwrap_or(0);
    let chance: f64 = held.iter().map(|held| held.chance).product();
    let is_expected = || aggregates::is_whole(whole) || sexes::are_both_but_for(column, whole);
    held.iter().all(|held| held.equal == held.groups)
        && (groups >= 2 && chance <= SELDOM || groups >= 1 && is_expected() && chance <= SELDOM_EXPECTED)
}

/// The value whose rows add up to no less than nine tenths of all other rows.
fn largest<'s>(column: &Seen<'s>, count: &Seen, rows: &[usize]) -> Option<&'s str> {
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for row in rows.iter().copied() {
        *sums.entry(cell(column, row)).or_default() += count.numbers.get(row).copied().flatten().unwrap_or_default();
    }
    let all: f64 = sums.values().sum();
    let (value, sum) = sums.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    (sum >= 20.0 && sum >= (all - sum) * 0.9).then_some(value)
}

/// The code of the World Health Organization for all causes, and a country beside the kinds of areas in it.
fn is_called_so(column: &Seen, whole: &str) -> bool {
    const COUNTRIES: [&str; 8] = ["national", "nacional", "nation", "country", "pais", "pays", "bund", "nationwide"];
    const AREAS: [&str; 24] = [
        "regional",
        "region",
        "state",
        "province",
        "provincial",
        "provincia",
        "department",
        "departamento",
        "departement",
        "county",
        "district",
        "municipality",
        "municipal",
        "municipio",
        "ccaa",
        "land",
        "kreis",
        "governorate",
        "city",
        "local",
        "estado",
        "estatal",
        "oblast",
        "subnational",
    ];
    let is_area = |value: &&str| *value == whole || AREAS.contains(&&*value.to_lowercase());
    whole == "AAA" && column.named.has(&["cause", "icd", "causa", "diagnosis", "list"])
        || COUNTRIES.contains(&&*whole.to_lowercase()) && column.values.keys().all(is_area)
}

/// The columns that tell apart the groups of rows in which a whole and its parts stand.
fn keys<'l, 's>(look: &'l Look<'s>, column: &Seen, whole: &str, counts: &[&Seen]) -> Vec<&'l Seen<'s>> {
    // What only the parts have, such as the names of areas, tells them apart, not their groups.
    let is_of_parts = |other: &Seen| {
        let mut rows = column.cells.iter().zip(&other.cells);
        rows.all(|(value, cell)| *value != whole || cell.is_empty())
    };
    // The name of what the column has as a code says nothing of its own.
    let follows = |other: &Seen| {
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        let mut cells = column.cells.iter().zip(&other.cells);
        other.values.len() > 1 && cells.all(|(value, cell)| *known.entry(value).or_insert(cell) == *cell)
    };
    let is_key = |other: &&Seen| {
        other.name != column.name
            && !counts.iter().any(|count| count.name == other.name)
            && other.values.len() * 2 <= look.rows
            && other.fractions == 0
            && !other.named.is_rate
            && (!other.is_number()
                || other.named.is_no_count
                || other.is_code()
                || are_bands(other)
                || form(other).is_some())
            && !follows(other)
            && !is_of_parts(other)
    };
    look.columns.iter().filter(is_key).collect()
}

fn cell<'s>(column: &Seen<'s>, row: usize) -> &'s str {
    column.cells.get(row).copied().unwrap_or_default()
}

/// Bands of ages read as numbers: "15-64", "65+".
fn are_bands(column: &Seen) -> bool {
    let is_band = |value: &&str| value.starts_with(|c: char| c.is_ascii_digit()) && value.contains(['-', '–', '+']);
    column.values.keys().any(is_band)
}

/// In how many groups of rows the row of a value is the sum of the others, and no less than that.
struct Held {
    groups: usize,
    equal: usize,
    holding: usize,
    /// How likely it is that chance makes such sums: one in as many as the number is large, for each of them.
    chance: f64,
}

impl Held {
    fn of(rows: &[usize], (column, whole): (&Seen, &str), count: &Seen, keys: &[&Seen]) -> Self {
        #[derive(Default)]
        struct Group {
            wholes: Vec<f64>,
            others: Vec<f64>,
        }
        let mut groups: BTreeMap<Vec<&str>, Group> = BTreeMap::new();
        for row in rows.iter().copied() {
            let Some(number) = count.numbers.get(row).copied().flatten() else { continue };
            let key = keys.iter().filter_map(|key| key.cells.get(row).copied()).collect();
            let group = groups.entry(key).or_default();
            let is_whole = cell(column, row) == whole;
            if is_whole { &mut group.wholes } else { &mut group.others }.push(number);
        }
        let mut held = Self { groups: 0, equal: 0, holding: 0, chance: 1.0 };
        for group in groups.values() {
            let sum: f64 = group.others.iter().sum();
            let [whole] = group.wholes.as_slice() else { continue };
            if group.others.len() >= 2 && sum > 0.0 {
                held.groups += 1;
                held.equal += usize::from((whole - sum).abs() < 0.5);
                held.holding += usize::from(*whole >= sum);
                held.chance /= whole.max(1.0);
            }
        }
        held
    }
}

/// What is known as a whole, and more than the sum of the others everywhere: it alone stands.
fn asked(column: &Seen, whole: &str, count: &Seen) -> (Filter, String, Option<Ask>) {
    let of = |only: &[&str], except: &[&str]| {
        let [only, except] = [only, except].map(|values| values.iter().map(|value| (*value).to_owned()).collect());
        Filter { column: column.name.to_owned(), only, except }
    };
    let alone = of(&[whole], &[]);
    let reason = format!(
        "kept: rows with \"{whole}\" in \"{}\", which hold the others: nowhere less than the others together in \"{}\"",
        column.name, count.name
    );
    let others = of(&[], &[whole]);
    let (of_others, of_all) = (alone.clone(), alone.clone());
    let ask = Ask::new(format!("Does \"{whole}\" hold the others in \"{}\"?", column.name), "Yes: it alone is counted")
        .weighing(9)
        .or("Yes: the others alone are counted", move |recipe| {
            for filter in recipe.keep.iter_mut().filter(|filter| **filter == of_others) {
                filter.clone_from(&others);
            }
        })
        .or("No: all are added up", move |recipe| recipe.keep.retain(|filter| *filter != of_all));
    (alone, reason, Some(ask))
}
