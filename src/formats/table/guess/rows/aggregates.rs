//! Rows that hold other rows: "World" beside countries, "Total" under months. Adding them counts people twice.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::super::names::name::{Named, are_total};
use super::super::names::words::{self, Meaning, meaning};
use super::super::say;
use super::super::when::dates;
use crate::formats::table::recipe::Filter;
use std::collections::BTreeMap;

/// Names of everything.
const WHOLE: [&str; 23] = [
    "subtotal",
    "sub-total",
    "sub total",
    "zwischensumme",
    "world",
    "total",
    "totals",
    "grand total",
    "all",
    "global",
    "overall",
    "sum",
    "mundo",
    "monde",
    "welt",
    "gesamt",
    "total general",
    "all countries",
    "всего",
    "итого",
    "مجموع",
    "المجموع",
    "جمع",
];

/// Names of groups of countries.
const REGIONS: [&str; 26] = [
    "africa",
    "asia",
    "europe",
    "north america",
    "south america",
    "oceania",
    "americas",
    "european union",
    "european union (27)",
    "high income",
    "low income",
    "middle income",
    "upper middle income",
    "lower middle income",
    "high-income countries",
    "low-income countries",
    "upper-middle-income countries",
    "lower-middle-income countries",
    "middle east",
    "sub-saharan africa",
    "latin america and the caribbean",
    "asia excl. china",
    "world excl. china",
    "europe and central asia",
    "east asia and pacific",
    "asia and oceania",
];

/// Names of all people, whatever else tells them apart.
const EVERYONE: [&str; 16] = [
    "both sexes",
    "both",
    "both genders",
    "all sexes",
    "all ages",
    "all persons",
    "persons",
    "all causes",
    "national total",
    "total nacional",
    "ambos sexos",
    "todas las edades",
    "les deux sexes",
    "tous ages",
    "beide geschlechter",
    "insgesamt",
];

/// Whether a value names everything, in words or as "Total (all of it)"; "Total deaths" names what is counted.
pub(in super::super) fn is_whole(value: &str) -> bool {
    let small = value.to_lowercase();
    let is_total = small.starts_with("total ") || small.starts_with("total(");
    let words = words::split(value);
    WHOLE.contains(&&*small)
        || EVERYONE.contains(&&*small)
        || (is_total || begins_with_total(&words)) && Named::new(value, None).measures.is_empty()
        || are_total(&words)
}

/// "Итого по стране": the total of something; "all" and "sum" begin other names.
fn begins_with_total(words: &[String]) -> bool {
    let first = words.first().filter(|word| !word.is_ascii());
    words.len() <= 4 && first.is_some_and(|word| meaning(word) == Some(Meaning::Total))
}

/// Whether a value is another one's total: "North total" beside "North".
fn is_total_of(column: &Seen, value: &str) -> bool {
    let small = value.to_lowercase();
    let Some(other) = small.strip_suffix("total").map(|other| other.trim_end_matches([' ', ':', '-', '(', ','])) else {
        return false;
    };
    !other.is_empty() && column.values.keys().any(|known| known.to_lowercase() == other)
}

/// Whether countries have a code in another column, and none of these values has one.
fn are_without_code(look: &Look, column: &Seen, regions: &[&str]) -> bool {
    let has_code = |codes: &&Seen| {
        let mut rows = column.cells.iter().zip(&codes.cells);
        codes.named.has(&["code", "iso", "iso3", "iso2"])
            && codes.filled > 0
            && rows.all(|(value, code)| {
                let is_none = code.is_empty() || code.starts_with("OWID_");
                is_whole(value) || regions.contains(value) == is_none
            })
    };
    look.columns.iter().any(|codes| has_code(&codes))
}

/// The rows to leave out, with the reasons.
pub(in super::super) fn find(look: &Look) -> Vec<(Filter, String)> {
    let of_column = |column: &Seen| {
        let of = |names: &[&str]| -> Vec<&str> {
            column.values.keys().copied().filter(|value| names.contains(&value.to_lowercase().as_str())).collect()
        };
        let whole: Vec<&str> =
            column.values.keys().copied().filter(|value| is_whole(value) || is_total_of(column, value)).collect();
        // In a column of regions these are rows like the others.
        let is_of_countries =
            column.named.has(&["entity", "country", "nation", "area", "location", "territory", "pais", "pays", "land"])
                && !column.named.has(&["region", "origin"]);
        let regions = if is_of_countries { of(&REGIONS) } else { Vec::new() };
        let others = column.values.len() - whole.len() - regions.len();
        // Regions are rows of their own kind where no countries stand beside them.
        let is_sum = || whole.first().is_some_and(|whole| sum_of(look, column, whole, &regions).is_some());
        let is_beside = others >= 10 || !regions.is_empty() && (are_without_code(look, column, &regions) || is_sum());
        let except: Vec<&str> = whole.iter().chain(regions.iter().filter(|_| is_beside)).copied().collect();
        let has_others = others > 0 || column.filled < look.rows || !regions.is_empty();
        if except.is_empty() || !has_others {
            return None;
        }
        let shown = except.join("\", \"");
        let sum = whole.first().and_then(|whole| sum_of(look, column, whole, if is_beside { &regions } else { &[] }));
        // "All" may be a value like others; where people are told apart, the sums have to show it, or the words.
        let is_everyone = whole.iter().any(|value| EVERYONE.contains(&&*value.to_lowercase()));
        if !is_area_or_time(look, column) && sum.is_none() && !is_everyone {
            return None;
        }
        let why = sum.unwrap_or_else(|| "they hold other rows".to_owned());
        let filter = Filter {
            column: column.name.to_owned(),
            only: Vec::new(),
            except: except.iter().map(|value| (*value).to_owned()).collect(),
        };
        Some((filter, format!("left out: rows with \"{shown}\" in \"{}\"; {why}", column.name)))
    };
    // Bands of ages read as numbers too.
    let found = look.columns.iter().filter_map(of_column).collect();
    beside_each_other(look, found).into_iter().chain(levels(look)).collect()
}

/// Where people are told apart in one way or in another ("Male, Total", "Total, 0-17"), leaving out the wholes of both would leave
/// nobody: the rows of one way stay, which hold all people.
fn beside_each_other(look: &Look, found: Vec<(Filter, String)>) -> Vec<(Filter, String)> {
    let mut rows: Vec<usize> = (0..look.rows).collect();
    let mut kept = Vec::new();
    for (filter, reason) in found {
        let Some(column) = look.column(&filter.column) else { continue };
        let keeps = |row: &usize| column.cells.get(*row).is_some_and(|cell| filter.keeps(cell));
        let left: Vec<usize> = rows.iter().copied().filter(keeps).collect();
        if !left.is_empty() {
            rows = left;
            kept.push((filter, reason));
        }
    }
    kept
}

/// On how many dates a row is the sum of the others: of all rows, or of those that are whole in every other column.
fn sum_of(look: &Look, column: &Seen, whole: &str, besides: &[&str]) -> Option<String> {
    let all = |_: usize| true;
    adds_up(look, column, whole, besides, &all).or_else(|| {
        let others: Vec<&Seen> =
            look.columns.iter().filter(|other| other.name != column.name && has_whole(other)).collect();
        let is_whole_beside =
            |row: usize| others.iter().all(|other| other.cells.get(row).is_some_and(|cell| is_whole(cell)));
        (!others.is_empty()).then(|| adds_up(look, column, whole, besides, &is_whole_beside)).flatten()
    })
}

/// Whether a column has a value that holds others.
fn has_whole(column: &Seen) -> bool {
    (2..=60).contains(&column.values.len()) && !column.is_number() && column.values.keys().any(|value| is_whole(value))
}

/// Whether regions that stand beside a few countries hold them: names alone do not show it.
pub(in super::super) fn ask(look: &Look) -> Option<Ask> {
    let is_region = |value: &str| REGIONS.contains(&value.to_lowercase().as_str());
    let found = look.columns.iter().filter(|column| column.values.len() <= 40).find_map(|column| {
        let regions: Vec<&str> = column.values.keys().copied().filter(|value| is_region(value)).collect();
        let is_mixed = !regions.is_empty() && regions.len() < column.values.len() && is_area_or_time(look, column);
        is_mixed.then_some((column, regions))
    });
    let (column, regions) = found?;
    let except = regions.iter().map(|value| (*value).to_owned()).collect();
    let filter = Filter { column: column.name.to_owned(), only: Vec::new(), except };
    let verb = if regions.len() == 1 { "Does" } else { "Do" };
    let question = format!("{verb} {} hold others in \"{}\"?", say::list(&regions), column.name);
    let ask = Ask::new(question, "No: they are rows like the others").weighing(8);
    Some(ask.or("Yes: they are left out", move |recipe| recipe.keep.push(filter.clone())))
}

/// A column of levels ("country", "province", "district"): the rows of each add up to the same, and the finest level stands
/// for all.
fn levels(look: &Look) -> Option<(Filter, String)> {
    let counts: Vec<&Seen> =
        look.columns.iter().filter(|column| column.is_number() && !column.named.measures.is_empty()).collect();
    let is_level = |column: &&Seen| {
        let sums_of = |count: &Seen| -> Vec<f64> {
            let of = |value: &str| -> f64 {
                let rows = column.cells.iter().zip(&count.numbers).filter(|(cell, _)| **cell == value);
                rows.filter_map(|(_, number)| *number).sum()
            };
            column.values.keys().map(|value| of(value)).collect()
        };
        let are_equal = |count: &&Seen| {
            let sums = sums_of(count);
            sums.iter().all(|sum| sums.first().is_some_and(|first| (sum - first).abs() < 0.5 && *first >= 20.0))
        };
        (2..=4).contains(&column.values.len()) && column.filled == look.rows && counts.iter().all(are_equal)
    };
    let column = look.columns.iter().filter(|_| !counts.is_empty()).find(is_level)?;
    let finest = column.values.iter().max_by_key(|(_, rows)| **rows).map(|(value, _)| *value)?;
    let except: Vec<String> =
        column.values.keys().filter(|value| **value != finest).map(|value| (*value).to_owned()).collect();
    // As many rows of each are no levels, but the same numbers twice.
    if column.values.values().all(|rows| *rows == look.rows / column.values.len()) {
        return None;
    }
    let reason = format!(
        "left out: rows with \"{}\" in \"{}\"; each level adds up to the same, and \"{finest}\" is the finest",
        except.join("\", \""),
        column.name
    );
    Some((Filter { column: column.name.to_owned(), only: Vec::new(), except }, reason))
}

/// A column of places or times, or the first of all; "all" may be a value of many others.
fn is_area_or_time(look: &Look, column: &Seen) -> bool {
    let words = [
        "entity",
        "country",
        "region",
        "area",
        "location",
        "state",
        "province",
        "governorate",
        "district",
        "territory",
        "pais",
        "pays",
        "land",
        "month",
        "year",
        "date",
        "period",
        "mes",
        "mois",
        "fecha",
        "departamento",
        "continent",
    ];
    column.named.has(&words) || look.columns.first().is_some_and(|first| first.name == column.name)
}

/// On how many dates a row is the sum of the others, of those rows that count here.
fn adds_up(
    look: &Look,
    column: &Seen,
    whole: &str,
    besides: &[&str],
    counts: &dyn Fn(usize) -> bool,
) -> Option<String> {
    let days = dates::find(look).days;
    let number =
        look.columns.iter().rev().filter(|other| other.is_number() && other.fractions == 0).max_by_key(|other| {
            (usize::from(!other.named.measures.is_empty()), usize::from(!other.named.is_no_count), other.readable)
        })?;
    let mut sums: BTreeMap<Option<String>, (Option<f64>, f64, usize)> = BTreeMap::new();
    for (row, cell) in column.cells.iter().enumerate().filter(|(row, _)| counts(*row)) {
        let Some(n) = number.numbers.get(row).copied().flatten() else { continue };
        let day = days.get(row).copied().flatten().map(|when| when.to_string());
        let sum = sums.entry(day).or_default();
        if *cell == whole {
            sum.0 = Some(sum.0.unwrap_or(0.0) + n);
        } else if !besides.contains(cell) {
            sum.1 += n;
            sum.2 += 1;
        }
    }
    let tested: Vec<bool> = sums
        .values()
        .filter(|(_, _, rows)| *rows >= 2)
        .filter_map(|(total, sum, _)| Some(((*total)? - sum).abs() < 0.5))
        .collect();
    let holds = tested.iter().filter(|holds| **holds).count();
    (holds > 0 && holds * 2 > tested.len()).then(|| {
        format!(
            "\"{whole}\" is the sum of the others in \"{}\" {} of {} times",
            number.name,
            say::number(holds),
            say::number(tested.len())
        )
    })
}
