//! Rows that stand in a table twice, in every column the same, where one column otherwise names each row once: the year, the
//! district, the number of the incident. Then each of its values may be counted once.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::{Look, Seen};
use super::super::say;
use crate::formats::table::recipe::{Recipe, RowKind};
use std::collections::BTreeMap;

/// Of fewer rows nothing is said.
const LEAST: usize = 4;
/// One in so many may stand there again; where more do, rows are alike by nature.
const SELDOM: usize = 10;
/// Smaller numbers of two incidents may be the same by chance.
const LARGE: f64 = 5.0;

/// Counts them once, and asks. Where two incidents may be the same by chance, both are counted; their lines are named.
pub(in super::super) fn settle(draft: &mut Draft, look: &Look) {
    let rules = &draft.recipe.counts;
    let is_wide = draft.recipe.wide.is_some() || rules.iter().any(|rule| !rule.beside.is_empty());
    if look.rows < LEAST || is_wide || rules.iter().any(|rule| rule.once_per.is_some()) {
        return;
    }
    let again = again(look);
    if again.is_empty() || again.len() > (look.rows / SELDOM).max(1) {
        return;
    }
    let is_count = |seen: &Seen| rules.iter().any(|rule| rule.column.as_deref() == Some(seen.name));
    let names_each =
        |seen: &&Seen| seen.filled == look.rows && !is_count(seen) && seen.values.len() + again.len() == look.rows;
    let able: Vec<&Seen> = look.columns.iter().filter(names_each).collect();
    let is_of_row = |seen: &&&Seen| draft.recipe.events.columns.iter().any(|name| name == seen.name);
    let Some(names) = able.iter().find(is_of_row).or(able.first()).copied() else { return };
    let is_large = |seen: &Seen| again.iter().all(|row| seen.numbers.get(*row).copied().flatten() >= Some(LARGE));
    let are_large = look.columns.iter().any(|seen| is_count(seen) && is_large(seen));
    let is_date = draft.recipe.date.as_ref().is_some_and(|date| date.column.as_deref() == Some(names.name));
    let is_number = names.named.is_no_count && !is_date;
    if draft.recipe.row == RowKind::Incident && !is_number && !are_large {
        return;
    }
    let mut values: Vec<&str> = again.iter().filter_map(|row| names.cells.get(*row).copied()).collect();
    values.dedup();
    let verb = if values.len() == 1 { "Does" } else { "Do" };
    let question =
        format!("{verb} {} in \"{}\" stand there twice? All columns are the same.", say::list(&values), names.name);
    let each = |recipe: &mut Recipe| recipe.counts.iter_mut().for_each(|rule| rule.once_per = None);
    draft.recipe.counts.iter_mut().for_each(|rule| rule.once_per = Some(names.name.to_owned()));
    let ask = Ask::new(question, "Yes: each is counted once").weighing(8);
    draft.asks.push(ask.or("No: both rows are counted", each));
}

/// The rows that say the same as an earlier one in every column; blank ones say nothing.
fn again(look: &Look) -> Vec<usize> {
    let mut first: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    let mut again = Vec::new();
    for row in 0..look.rows {
        let cells: Vec<&str> = look.columns.iter().filter_map(|seen| seen.cells.get(row).copied()).collect();
        if cells.iter().filter(|cell| !cell.is_empty()).count() >= 2 && *first.entry(cells).or_insert(row) != row {
            again.push(row);
        }
    }
    again
}
