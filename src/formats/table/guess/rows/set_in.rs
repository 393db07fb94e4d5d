//! Rows whose names are set in below another one's, by white space or a dash: "Civilians", "  Men", "  Women". They lie inside
//! the row above them, as far as their numbers let them.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::super::names::name::Named;
use super::super::say;
use super::aggregates::is_whole;
use super::sum_row::number;
use crate::formats::table::Sample;
use crate::formats::table::recipe::Filter;
use indexmap::IndexSet;

/// What stands before names that are set in, where no white space does.
const DASHES: [&str; 6] = ["- ", "– ", "— ", "• ", "· ", "└ "];
/// One space may be a slip of the pen.
const DEEP: usize = 2;

/// The rows that hold others or lie inside them, why they are left out, and whether that is so.
pub(in super::super) struct Nested {
    pub filter: Filter,
    pub reason: String,
    pub ask: Option<Ask>,
}

/// The rows of a table with their depths.
struct Outline<'l, 's> {
    names: &'l Seen<'s>,
    counts: Vec<&'l Seen<'s>>,
    /// The row inside which each lies.
    holders: Vec<Option<usize>>,
}

/// Finds them in a table that was looked at as a whole.
pub(in super::super) fn find(look: &Look, sample: &Sample) -> Option<Nested> {
    let names = look.columns.first().filter(|names| !names.is_number() && names.filled == look.rows)?;
    let depths: Vec<usize> = sample.rows.iter().zip(&names.cells).map(|(row, name)| depth(row.indent, name)).collect();
    let is_count = |seen: &&Seen| {
        let is_other = seen.named.is_rate || seen.named.is_no_count;
        seen.is_number() && seen.fractions == 0 && seen.negatives == 0 && !is_other
    };
    let counts: Vec<&Seen> = look.columns.iter().filter(is_count).collect();
    let outline = Outline { names, holders: holders(&depths, names, &counts), counts };
    let inner = outline.inner();
    let is_possible = sample.is_whole && !inner.is_empty() && outline.are_inside() && outline.are_told_apart(&inner);
    if !is_possible {
        return None;
    }
    let (holding, exact) = outline.exact();
    if holding.len() >= 2 && exact == holding.len() {
        let reason = "the rows set in below them add up to them";
        return Some(outline.without(&holding, reason, None));
    }
    let is_shown = exact == holding.len() || outline.closes() || inner.iter().all(|row| outline.says(*row));
    let is_deep = |row: &usize| depths.get(*row).is_some_and(|depth| *depth >= DEEP);
    if !(is_shown || inner.iter().all(is_deep) && outline.are_several(&holding)) {
        return None;
    }
    let ask = Ask::new(format!("Do the rows that are set in in \"{}\" lie inside those above them?", names.name), YES);
    Some(outline.without(&inner, "they are set in below others, inside which they lie", (!is_shown).then_some(ask)))
}

const YES: &str = "Yes: they are not counted again";

/// How far a name is set in.
fn depth(indent: usize, name: &str) -> usize {
    indent + if DASHES.iter().any(|dash| name.starts_with(dash)) { DEEP } else { 0 }
}

/// The row inside which each lies: the nearest above it that is less deep and has numbers. A total holds all rows, and so does
/// the only one that is not set in.
fn holders(depths: &[usize], names: &Seen, counts: &[&Seen]) -> Vec<Option<usize>> {
    let least = depths.iter().min().copied().unwrap_or_default();
    let is_only = |row: usize| depths.get(row) == Some(&least) && depths.iter().filter(|at| **at == least).count() == 1;
    let holds_all = |row: usize| is_only(row) || names.cells.get(row).is_some_and(|name| is_whole(name));
    let counts = |row: usize| counts.iter().any(|seen| number(seen, row) > 0.0);
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut holders = Vec::new();
    for (row, depth) in depths.iter().copied().enumerate() {
        open.retain(|(above, _)| *above < depth);
        let holder = open.last().map(|(_, holder)| *holder);
        holders.push(holder.filter(|holder| !holds_all(*holder) && counts(*holder) && counts(row)));
        open.push((depth, row));
    }
    holders
}

impl Outline<'_, '_> {
    fn name(&self, row: usize) -> &str {
        self.names.cells.get(row).copied().unwrap_or_default()
    }

    /// The rows that lie inside others.
    fn inner(&self) -> Vec<usize> {
        (0..self.holders.len()).filter(|row| self.holders.get(*row).is_some_and(Option::is_some)).collect()
    }

    /// What the rows directly inside one add up to; shares and totals of them add nothing.
    fn sum_inside(&self, seen: &Seen, holder: usize) -> f64 {
        let is_inside = |row: &usize| {
            let name = self.name(*row);
            self.holders.get(*row).copied().flatten() == Some(holder)
                && !is_whole(name)
                && !Named::new(name, None).is_rate
        };
        (0..self.holders.len()).filter(is_inside).map(|row| number(seen, row)).sum()
    }

    /// Whether no row has less than those inside it.
    fn are_inside(&self) -> bool {
        let fits = |row: usize| self.counts.iter().all(|seen| self.sum_inside(seen, row) < number(seen, row) + 0.5);
        self.holders.iter().flatten().all(|holder| fits(*holder))
    }

    /// The rows that hold others, and of how many of them those are the exact parts.
    fn exact(&self) -> (Vec<usize>, usize) {
        let mut holding: Vec<usize> = self.holders.iter().flatten().copied().collect();
        holding.sort_unstable();
        holding.dedup();
        let equals = |seen: &&Seen, row: usize| (self.sum_inside(seen, row) - number(seen, row)).abs() < 0.5;
        let exact = holding.iter().filter(|row| self.counts.iter().all(|seen| equals(seen, **row))).count();
        (holding, exact)
    }

    /// Whether several rows lie inside each of those that hold any.
    fn are_several(&self, holding: &[usize]) -> bool {
        holding.iter().all(|row| self.holders.iter().flatten().filter(|holder| *holder == row).count() >= 2)
    }

    /// Whether a row's name says by itself that it counts nobody anew: "of which civilians", "% civilians".
    fn says(&self, row: usize) -> bool {
        let named = Named::new(self.name(row), None);
        named.is_rate || named.is_of_which
    }

    /// Whether a row that is called the total is the sum of those that lie inside no other.
    fn closes(&self) -> bool {
        let is_total = |row: &usize| is_whole(self.name(*row));
        let (totals, outer): (Vec<usize>, Vec<usize>) =
            (0..self.holders.len()).filter(|row| self.holders.get(*row) == Some(&None)).partition(is_total);
        let sum = |seen: &Seen| -> f64 { outer.iter().map(|row| number(seen, *row)).sum() };
        let equals = |total: &usize| self.counts.iter().all(|seen| (number(seen, *total) - sum(seen)).abs() < 0.5);
        totals.iter().any(equals)
    }

    /// Whether no row that lies inside another is called as one that does not.
    fn are_told_apart(&self, inner: &[usize]) -> bool {
        let is_outer = |row: &usize| !inner.contains(row);
        !(0..self.holders.len()).filter(is_outer).any(|row| inner.iter().any(|held| self.name(*held) == self.name(row)))
    }

    /// Leaves some rows out.
    fn without(&self, rows: &[usize], why: &str, ask: Option<Ask>) -> Nested {
        let names: IndexSet<&str> = rows.iter().map(|row| self.name(*row)).collect();
        let names: Vec<&str> = names.into_iter().collect();
        let reason = format!("left out: rows with {} in \"{}\"; {why}", say::list(&names), self.names.name);
        let except = names.into_iter().map(str::to_owned).collect();
        let filter = Filter { column: self.names.name.to_owned(), only: Vec::new(), except };
        let own = filter.clone();
        let ask = ask.map(|ask| {
            ask.weighing(9).or("No: all of them add up", move |recipe| recipe.keep.retain(|filter| *filter != own))
        });
        Nested { filter, reason, ask }
    }
}
