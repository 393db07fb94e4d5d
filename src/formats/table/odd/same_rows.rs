//! Rows that stand in a table twice. Where rows are otherwise told apart, by a name, a number or a day and place, two that say
//! the same in every column are more likely one that was written twice than two of their kind.

use super::{Rows, SELDOM};
use crate::formats::Warning;
use crate::formats::table::recipe::{Recipe, Use};
use crate::formats::words::quoted;
use std::collections::{HashMap, HashSet};

/// Of fewer rows nothing is said.
const LEAST: usize = 3;

pub(super) fn find(table: &Rows, recipe: &Recipe) -> Vec<Warning> {
    if table.rows.len() < LEAST {
        return Vec::new();
    }
    let once = recipe.counts.iter().find_map(|rule| rule.once_per.as_deref());
    let counts = counts(table, recipe);
    let again = again(table);
    // Incidents that have several rows say the same in some of them.
    let is_of_several = once.is_some_and(|name| repeats(table, name) > again.len());
    let are_few = !is_of_several && !again.is_empty() && again.len() <= (table.rows.len() / SELDOM).max(1);
    if !are_few || !are_told_apart(table, &counts, &again) {
        return if once.is_some() { Vec::new() } else { of_ids(table, &counts) };
    }
    let line = |row: &usize| table.rows.get(*row).map_or(0, |(line, _)| *line);
    let counted = if once.is_some() { "they are counted once" } else { "both are counted" };
    let message = |first: &usize| format!("found the same in every column as in line {}; {counted}", line(first));
    again.iter().map(|(row, first)| Warning { line: line(row), message: message(first) }).collect()
}

/// How many cells of a column say what another one says.
fn repeats(table: &Rows, name: &str) -> usize {
    let cells = table.column(name).unwrap_or_default();
    cells.len() - cells.iter().collect::<HashSet<_>>().len()
}

/// The rows that say the same as an earlier one, each with it; blank ones and the names of columns say nothing.
fn again(table: &Rows) -> HashMap<usize, usize> {
    let mut first: HashMap<&[&str], usize> = HashMap::new();
    let mut again = HashMap::new();
    for (row, (_, cells)) in table.rows.iter().enumerate() {
        let is_header = cells.iter().zip(&table.names).any(|(cell, name)| cell == name);
        if !is_header && cells.iter().filter(|cell| !cell.is_empty()).count() >= 2 {
            let known = *first.entry(cells).or_insert(row);
            if known != row {
                again.insert(row, known);
            }
        }
    }
    again
}

/// Which columns hold counts.
fn counts(table: &Rows, recipe: &Recipe) -> Vec<bool> {
    let is_count =
        |name: &&str| matches!(recipe.use_of(name), Use::Count { .. } | Use::Beside | Use::Dated | Use::Filled);
    table.names.iter().map(is_count).collect()
}

/// Whether nearly all rows differ in what is no count; where each row is a person, in one column, such as a name.
fn are_told_apart(table: &Rows, counts: &[bool], again: &HashMap<usize, usize>) -> bool {
    let rows: Vec<&Vec<&str>> = {
        let all = table.rows.iter().enumerate().filter(|(row, _)| !again.contains_key(row));
        all.map(|(_, (_, cells))| cells).collect()
    };
    let differ = |is_wanted: &dyn Fn(usize) -> bool| {
        let own = |cells: &&Vec<&str>| -> Vec<String> {
            let wanted = cells.iter().enumerate().filter(|(at, _)| is_wanted(*at));
            wanted.map(|(_, cell)| (*cell).to_owned()).collect()
        };
        nearly_all(rows.iter().map(own).collect::<HashSet<_>>().len(), rows.len())
    };
    if counts.contains(&true) {
        differ(&|at| counts.get(at) == Some(&false))
    } else {
        (0..table.names.len()).any(|column| differ(&|at| at == column))
    }
}

fn nearly_all(some: usize, all: usize) -> bool {
    some * 20 >= all * 19
}

/// Numbers of incidents or persons that nearly all rows have for themselves, and a few for the second time with other counts
/// beside them.
fn of_ids(table: &Rows, counts: &[bool]) -> Vec<Warning> {
    let is_id = |name: &&&str| {
        let small = name.to_lowercase();
        small == "id" || name.ends_with("ID") || [" id", "_id", "-id"].iter().any(|end| small.ends_with(end))
    };
    let Some((name, cells)) = table.names.iter().find(is_id).and_then(|name| Some((name, table.column(name)?))) else {
        return Vec::new();
    };
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut again: Vec<(usize, usize)> = Vec::new();
    for (row, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let known = *first.entry(cell).or_insert(row);
        if known != row && differ_in_counts(table, counts, [known, row]) {
            again.push((row, known));
        }
    }
    if again.len() > (cells.len() / SELDOM).max(1) || cells.contains(&"") {
        return Vec::new();
    }
    let line = |row: usize| table.rows.get(row).map_or(0, |(line, _)| *line);
    let message = |row: usize, first: usize| {
        let id = quoted(cells.get(row).copied().unwrap_or_default());
        format!("column {}: found {id} as in line {}, beside other counts; both are counted", quoted(name), line(first))
    };
    again.into_iter().map(|(row, first)| Warning { line: line(row), message: message(row, first) }).collect()
}

/// Whether two rows say the same but for their counts.
fn differ_in_counts(table: &Rows, counts: &[bool], rows: [usize; 2]) -> bool {
    let [first, second] = rows.map(|row| table.rows.get(row).map(|(_, cells)| cells));
    let pairs = || first.into_iter().flatten().zip(second.into_iter().flatten()).zip(counts);
    pairs().all(|((one, other), is_count)| *is_count || one == other) && pairs().any(|((one, other), _)| one != other)
}
