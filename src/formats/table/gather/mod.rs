//! One pass over all rows of a table with a recipe, into tallies that can be merged, and from those to a dataset.
//!
//! ```text
//! plan     names of columns become places in a row; target: those whose numbers are one count
//! row      what a row says (numbers, dates) and what it is about, as a whole or not at all
//! once     one row of each incident, whose numbers stand in all its rows
//! tally    sums by event, source, period and category; merged in any order
//! most     the largest stay by themselves, the others are put together
//! build    events, reports and counts, in the order of time; seen_first: which measure is
//! ```
#![expect(clippy::inline_always, reason = "a row of a gigabyte of them is one way through, without calls")]

mod beside;
mod build;
mod counts;
mod dates;
mod full;
mod largest_first;
mod most;
mod names;
mod numbers;
mod once;
mod period;
mod place;
mod plan;
mod row;
mod seen_first;
mod sum;
mod tally;
mod target;
#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test that cannot go on fails")]
mod tests;

use super::reader::Table;
use super::recipe::{Recipe, check};
use super::{Row, Sample, Tally};
use crate::formats::{LoadErrorKind, Progress, Warning};
use crate::model::Dataset;
use full::Full;
pub(in crate::formats::table) use names::slug;
use plan::Plan;
use row::RowTally;
use std::ops::ControlFlow;
use tally::{Counts, MOST_KEYS};

/// How many reasons for rows that were left out are kept.
const MOST_WARNINGS: usize = 1_000;

/// What a table gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// The dataset.
    pub dataset: Dataset,
    /// How many rows there are, with those that were left out.
    pub rows: u64,
    /// How many of them were left out, since they cannot be read.
    pub left_out: u64,
    /// How many of them the recipe does not keep.
    pub not_kept: u64,
    /// How many of them reach over more than one period, and are counted in the one in which they end.
    pub across: u64,
    /// Why rows were left out, and what was odd about others; the first thousand.
    pub warnings: Vec<Warning>,
}

/// What the rows of a sample give: the preview of a recipe. The error says what is wrong with the recipe.
pub fn of_sample(sample: &Sample, recipe: &Recipe, name: &str) -> Result<Gathered, LoadErrorKind> {
    check(recipe, &sample.columns).map_err(LoadErrorKind::recipe)?;
    let plan = Plan::new(recipe, &sample.columns);
    let full = Full::default();
    let mut tally = RowTally::new(&plan, &full);
    let (mut left_out, mut warnings) = (0, Vec::new());
    for (index, row) in sample.rows.iter().enumerate() {
        let line = row.line.unwrap_or_else(|| u64::try_from(index).unwrap_or(u64::MAX));
        let cells: Vec<&str> = plan.wanted.iter().map(|column| row.cells.get(*column).unwrap_or_default()).collect();
        if let Err(message) = tally.add(&Row { line, cells: &cells }) {
            left_out += 1;
            warnings.push(Warning { line, message });
        }
    }
    tally.count_incidents();
    let rows = u64::try_from(sample.rows.len()).unwrap_or(u64::MAX);
    let (not_kept, across) = (tally.counts.not_kept, across(&tally.counts, &plan));
    let dataset = build::build(&most::only_the_largest(tally.counts, &plan), &plan, name);
    Ok(Gathered { dataset, rows, left_out, not_kept, across, warnings })
}

/// Reads all rows of `tables`, which are of one shape, once. `name` is the file's, for what the recipe does not name.
pub fn gather(tables: &[&Table], recipe: &Recipe, name: &str, progress: Progress) -> Result<Gathered, LoadErrorKind> {
    let mut counts = Counts::default();
    let dataset = Dataset::new("".into());
    let mut gathered = Gathered { dataset, rows: 0, left_out: 0, not_kept: 0, across: 0, warnings: Vec::new() };
    for table in tables {
        check(recipe, table.columns()).map_err(LoadErrorKind::recipe)?;
        let plan = Plan::new(recipe, table.columns());
        let full = Full::default();
        let until_full = &mut |bytes| if full.error().is_some() { ControlFlow::Break(()) } else { progress(bytes) };
        let scanned = table.scan(&plan.wanted, &|| RowTally::new(&plan, &full), until_full);
        if let Some(error) = full.error() {
            return Err(error);
        }
        let scanned = scanned?;
        gathered.rows += scanned.rows;
        gathered.left_out += scanned.left_out;
        let of_table = |warning: Warning| match tables {
            [_] => warning,
            _ => Warning { message: format!("{}: {}", table.name(), warning.message), ..warning },
        };
        let mut warnings = scanned.warnings;
        warnings.extend(scanned.tally.remarks);
        warnings.sort_by_key(|warning| warning.line);
        let room = MOST_WARNINGS.saturating_sub(gathered.warnings.len());
        gathered.warnings.extend(warnings.into_iter().take(room).map(of_table));
        counts.merge(&scanned.tally.counts, None, None);
    }
    if counts.is_full() {
        return Err(LoadErrorKind::TooManyKeys { most: MOST_KEYS });
    }
    gathered.not_kept = counts.not_kept;
    let columns = tables.first().map(|table| table.columns()).unwrap_or_default();
    let plan = Plan::new(recipe, columns);
    gathered.across = across(&counts, &plan);
    gathered.dataset = build::build(&most::only_the_largest(counts, &plan), &plan, name);
    Ok(gathered)
}

/// How many rows reach over more than one period, where numbers are put into periods.
fn across(counts: &Counts, plan: &Plan) -> u64 {
    if plan.targets.iter().all(|target| plan.is_cumulative(target)) { 0 } else { counts.across }
}

/// Keeps what was odd about a row that is counted, of the first thousand of them; of the others it is not even put in words.
fn keep_remark(remarks: &mut Vec<Warning>, line: u64, message: impl FnOnce() -> String) {
    if remarks.len() < MOST_WARNINGS {
        remarks.push(Warning { line, message: message() });
    }
}
