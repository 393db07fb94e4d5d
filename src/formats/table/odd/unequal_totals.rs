//! Totals among the rows, which are not counted, that the rows above them do not add up to, where others close: a number is
//! mistyped, or a row is missing.

use crate::formats::Warning;
use crate::formats::table::recipe::{BasisRule, Filter, Recipe};
use crate::formats::table::value::number;
use crate::formats::table::{Sample, SampleRow};
use crate::formats::words::quoted;
use crate::text::whole;

/// What a total states, and what the rows above it may add up to: since the total before it, all of them, or those totals.
struct Total<'s> {
    row: &'s SampleRow,
    column: usize,
    stated: u64,
    /// `None` where a cell is no plain number.
    since: Option<u64>,
    all: Option<u64>,
    totals: u64,
}

impl Total<'_> {
    fn closes(&self) -> bool {
        self.since == Some(self.stated) || self.all == Some(self.stated) || self.totals == self.stated
    }
}

pub(super) fn find(sample: &Sample, recipe: &Recipe) -> Vec<Warning> {
    let is_sum = recipe.basis == BasisRule::Incremental && recipe.measure.is_none();
    let left_out: Vec<&Filter> = recipe.keep.iter().filter(|filter| filter.except.len() > 1).collect();
    if !is_sum || left_out.is_empty() {
        return Vec::new();
    }
    let columns = columns(sample, recipe);
    let place = |name: &str| sample.columns.iter().position(|column| column.name == name);
    let of_filter = left_out.into_iter().filter_map(|filter| Some((filter, place(&filter.column)?)));
    of_filter.flat_map(|(filter, names)| of_names(sample, recipe, &columns, (filter, names))).collect()
}

/// The columns whose numbers are added up over the rows.
fn columns(sample: &Sample, recipe: &Recipe) -> Vec<usize> {
    let rules = recipe.counts.iter().filter(|rule| rule.adds_up());
    let names: Vec<&str> = rules.filter_map(|rule| rule.column.as_deref()).collect();
    let columns = sample.columns.iter().enumerate();
    columns.filter(|(_, column)| names.contains(&&*column.name)).map(|(place, _)| place).collect()
}

/// The totals that a column of names tells from other rows.
fn of_names(sample: &Sample, recipe: &Recipe, columns: &[usize], (filter, names): (&Filter, usize)) -> Vec<Warning> {
    let name = |row: &SampleRow| row.cells.get(names).unwrap_or_default().to_owned();
    let mut found: Vec<Total> = Vec::new();
    for column in columns {
        let (mut since, mut all, mut totals) = (Some(0_u64), Some(0_u64), 0_u64);
        for row in &sample.rows {
            let own = number(row.cells.get(*column).unwrap_or_default(), &recipe.numbers).ok().flatten();
            if filter.keeps(&name(row)) {
                let add = |sum: Option<u64>| sum?.checked_add(own?);
                (since, all) = (add(since), add(all));
                continue;
            }
            if let Some(stated) = own {
                found.push(Total { row, column: *column, stated, since, all, totals });
                totals = totals.saturating_add(stated);
            }
            since = Some(0);
        }
    }
    let closing = |is_like: &dyn Fn(&Total) -> bool| found.iter().any(|other| other.closes() && is_like(other));
    let is_known = |total: &&Total| {
        closing(&|other| other.column == total.column) && closing(&|other| other.row.line == total.row.line)
    };
    let unequal = found.iter().filter(|total| !total.closes()).filter(is_known);
    unequal.filter_map(|total| said(sample, total, &name(total.row))).collect()
}

fn said(sample: &Sample, total: &Total, name: &str) -> Option<Warning> {
    let (line, sum) = (total.row.line?, total.since.filter(|sum| *sum > 0)?);
    let column = &sample.columns.get(total.column)?.name;
    let message = format!(
        "column {}: found {} in the row {}, where the rows above it add up to {}; these are counted",
        quoted(column),
        whole(total.stated),
        quoted(name),
        whole(sum)
    );
    Some(Warning { line, message })
}
