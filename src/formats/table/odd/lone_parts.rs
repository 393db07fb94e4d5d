//! Parts of a number that is blank in their row, where it is stated in nearly all others: the cells of such a row may have
//! slipped into other columns.

use super::{Rows, SELDOM};
use crate::formats::Warning;
use crate::formats::table::recipe::{BasisRule, CountRule, Recipe, Role};
use crate::formats::table::value::{is_unknown, number};
use crate::formats::words::quoted;

pub(super) fn find(table: &Rows, recipe: &Recipe) -> Vec<Warning> {
    // A toll so far may go on where another one is not stated that day.
    let adds_up = |rule: &&CountRule| rule.basis.unwrap_or(recipe.basis) == BasisRule::Incremental;
    let is_part = |rule: &&CountRule| rule.role == Role::OfWhich && rule.beside.is_empty();
    let parts = recipe.counts.iter().filter(is_part).filter(adds_up);
    let total_of = |measure: &str| {
        let mut totals = recipe.counts.iter().filter(|rule| rule.role == Role::Total && rule.beside.is_empty());
        totals.find(|rule| rule.measure == measure)?.column.as_deref()
    };
    let mut found: Vec<Warning> = Vec::new();
    for rule in parts {
        let names = rule.column.as_deref().zip(total_of(&rule.measure));
        let Some((part, total)) = names else { continue };
        let Some((parts, totals)) = table.column(part).zip(table.column(total)) else { continue };
        let is_blank = |cell: &&str| is_unknown(cell, &recipe.numbers.unknown);
        if totals.iter().filter(|cell| is_blank(cell)).count() > (totals.len() / SELDOM).max(1) {
            continue;
        }
        for ((line, _), (own, whole)) in table.rows.iter().zip(parts.iter().zip(&totals)) {
            let is_some = matches!(number(own, &recipe.numbers), Ok(Some(some)) if some > 0);
            if is_some && is_blank(whole) {
                let message = format!(
                    "column {}: found {} where column {} is blank, of which they are; are the cells in their columns?",
                    quoted(part),
                    quoted(own),
                    quoted(total)
                );
                found.push(Warning { line: *line, message });
            }
        }
    }
    found
}
