//! A row of a total that is left out, beside rows that do not add up to it: a row is missing, stands there twice, or a number is
//! mistyped. The rows are what is counted, and the total may be chosen. Where they add up to far more, some of them lie inside
//! others, and the total is counted.

use super::super::About;
use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::Look;
use super::super::say;
use super::super::when::dates;
use super::aggregates;
use super::sum_row;
use crate::formats::table::Sample;
use crate::formats::table::recipe::{BasisRule, CountRule, Filter, Recipe};
use crate::formats::table::value::number;
use std::collections::BTreeSet;

/// More columns than this say nothing more.
const MOST_SAID: usize = 3;

/// What a total row says of a column, and what the other rows add up to.
struct Unequal {
    column: String,
    stated: usize,
    sum: usize,
}

impl Unequal {
    fn say(&self) -> String {
        let [sum, stated] = [self.sum, self.stated].map(say::number);
        format!("{sum} in \"{}\", of which it says {stated}", self.column)
    }
}

/// Asks which of them is counted.
pub(in super::super) fn settle(draft: &mut Draft, sample: &Sample, about: &About) {
    let Some((unequal, filter, whole)) = find(sample, about, &draft.recipe) else { return };
    let Some(first) = unequal.first() else { return };
    let each: Vec<String> = unequal.iter().take(MOST_SAID).map(Unequal::say).collect();
    let question =
        format!("Is \"{whole}\" in \"{}\" right? The other rows add up to {}.", filter.column, each.join("; "));
    let by_rows = format!("No: the other rows are counted, {}", say::number(first.sum));
    let by_total = format!("Yes: it alone is counted, {}", say::number(first.stated));
    let has_rows_twice = unequal.iter().all(|one| one.sum * 4 > one.stated * 5) && !is_date(&draft.recipe, &filter);
    draft.asks.push(if has_rows_twice {
        let before = draft.recipe.clone();
        alone(&mut draft.recipe, &filter, &whole);
        draft
            .reasons
            .push(format!("kept: the row \"{whole}\"; the others add up to more, so that some lie inside others"));
        Ask::new(question, &by_total).weighing(7).or(by_rows, move |recipe| again(recipe, &before))
    } else {
        Ask::new(question, &by_rows).weighing(7).or(by_total, move |recipe| alone(recipe, &filter, &whole))
    });
}

/// The columns in which they differ, with the filter that leaves the total out, and its name.
fn find(sample: &Sample, about: &About, recipe: &Recipe) -> Option<(Vec<Unequal>, Filter, String)> {
    let is_sum = recipe.basis == BasisRule::Incremental && !recipe.numbers.round && recipe.measure.is_none();
    let is_once = recipe.counts.iter().any(|rule| rule.once_per.is_some());
    if !sample.is_whole || !is_sum || is_once || !recipe.keep.iter().any(names_total) {
        return None;
    }
    let look = Look::new(sample, about, &|_| true);
    recipe.keep.iter().filter(|filter| names_total(filter)).find_map(|filter| of_filter(&look, recipe, filter))
}

fn names_total(filter: &Filter) -> bool {
    filter.only.is_empty() && filter.except.iter().any(|value| aggregates::is_whole(value))
}

fn of_filter(look: &Look, recipe: &Recipe, filter: &Filter) -> Option<(Vec<Unequal>, Filter, String)> {
    let names = look.column(&filter.column)?;
    let cell = |row: usize| names.cells.get(row).copied().unwrap_or_default();
    let left_out: Vec<usize> = (0..look.rows).filter(|row| !filter.keeps(cell(*row))).collect();
    let whole = cell(*left_out.first()?);
    let kept: Vec<(Filter, String)> = recipe.keep.iter().map(|filter| (filter.clone(), String::new())).collect();
    let rows = of_totals(look, &left_out, sum_row::kept(look, &kept))?;
    let of = |column: &str| of_column(look, recipe, column, &left_out, &rows);
    let all: Vec<Unequal> = columns(look, recipe).into_iter().filter_map(of).collect();
    let is_one = left_out.iter().all(|row| cell(*row) == whole);
    (is_one && !all.is_empty()).then(|| (all, filter.clone(), whole.to_owned()))
}

/// The rows that totals stand for: all of them, or those of the same dates where each of these has one total.
fn of_totals(look: &Look, totals: &[usize], mut rows: Vec<usize>) -> Option<Vec<usize>> {
    if totals.len() < 2 {
        return Some(rows);
    }
    let days = dates::find(look).days;
    let day = |row: &usize| days.get(*row).copied().flatten().map(|when| (when.first_day(), when.last_day()));
    let of_totals: BTreeSet<_> = totals.iter().filter_map(day).collect();
    rows.retain(|row| day(row).is_some_and(|day| of_totals.contains(&day)));
    (of_totals.len() == totals.len()).then_some(rows)
}

/// The columns whose numbers are added up over the rows.
fn columns<'l>(look: &'l Look, recipe: &Recipe) -> Vec<&'l str> {
    let is_added = |name: &str| {
        let mut of_column = recipe.counts.iter().filter(|rule| rule.column.as_deref() == Some(name));
        let is_dated = recipe.wide.as_ref().is_some_and(|wide| wide.date(name).is_some());
        is_dated || of_column.any(CountRule::adds_up)
    };
    look.columns.iter().map(|seen| seen.name).filter(|name| is_added(name)).collect()
}

/// Where a total and the sum of at least two rows differ, but are no numbers of other things: one is not twice the other.
fn of_column(look: &Look, recipe: &Recipe, name: &str, totals: &[usize], rows: &[usize]) -> Option<Unequal> {
    let seen = look.column(name)?;
    let read = |row: usize| usize::try_from(number(seen.cells.get(row)?, &recipe.numbers).ok().flatten()?).ok();
    let add = |numbers: &[usize]| numbers.iter().try_fold(0_usize, |sum, number| sum.checked_add(*number));
    let stated: Option<Vec<usize>> = totals.iter().map(|row| read(*row)).collect();
    let numbers: Vec<usize> = rows.iter().filter_map(|row| read(*row)).collect();
    let (stated, sum) = (add(&stated?)?, add(&numbers)?);
    // What is blank or no plain number may be what is missing.
    let is_open = numbers.len() < rows.len() && stated > sum;
    let is_near = stated < sum.saturating_mul(2) && sum < stated.saturating_mul(2);
    (numbers.len() >= 2 && stated != sum && is_near && !is_open).then(|| Unequal {
        column: name.to_owned(),
        stated,
        sum,
    })
}

fn is_date(recipe: &Recipe, filter: &Filter) -> bool {
    let is_it = |name: &Option<String>| name.as_ref() == Some(&filter.column);
    recipe.date.as_ref().is_some_and(|date| is_it(&date.column) || is_it(&date.year) || is_it(&date.month))
}

/// Counts the row of the total alone.
fn alone(recipe: &mut Recipe, filter: &Filter, value: &str) {
    if is_date(recipe, filter) {
        recipe.date = None;
    }
    for known in recipe.keep.iter_mut().filter(|known| *known == filter) {
        *known = Filter { column: filter.column.clone(), only: vec![value.to_owned()], except: Vec::new() };
    }
    recipe.events.columns.retain(|name| *name != filter.column);
    recipe.split.retain(|split| split.column != filter.column);
}

/// Counts the rows again as before.
fn again(recipe: &mut Recipe, before: &Recipe) {
    recipe.keep.clone_from(&before.keep);
    recipe.events.clone_from(&before.events);
    recipe.split.clone_from(&before.split);
}
