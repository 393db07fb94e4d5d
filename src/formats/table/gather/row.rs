//! One row of a table: what the recipe says of it, added to a tally. Whatever is wrong with it is found before anything is
//! added, so that a row counts as a whole or not at all.

mod about;
mod left_open;

use super::dates::{Dated, Dates};
use super::full::Full;
use super::numbers::Numbers;
use super::once::{Incidents, MOST_INCIDENTS};
use super::period::{is_coarser, period};
use super::place::{Ids, Places};
use super::plan::{Plan, cell};
use super::tally::{Counts, MOST_KEYS, NONE};
use super::{MOST_WARNINGS, keep_remark};
use crate::formats::Warning;
use crate::formats::table::{Row, Tally};
use crate::model::{Relation, Stated};
use std::collections::HashMap;

/// Counts rows by a plan.
pub(super) struct RowTally<'p> {
    plan: &'p Plan<'p>,
    full: &'p Full,
    pub(super) counts: Counts,
    incidents: Incidents,
    /// What was odd about rows that were counted.
    pub(super) remarks: Vec<Warning>,
    memory: Memory,
}

/// What the last rows were, so that nothing is done twice, and room that is used again.
#[derive(Default)]
struct Memory {
    dates: Dates,
    numbers: Numbers,
    event: String,
    /// The cells that said what the last row is about, and what they said.
    keys: Vec<String>,
    ids: Option<Ids>,
    /// The way to its categories, from the outermost in.
    way: Vec<u32>,
    /// For each target the places of its numbers.
    places: Vec<Places>,
    /// What the values of each split mean, by the texts in the table.
    meanings: Vec<HashMap<Box<str>, u32>>,
}

impl<'p> RowTally<'p> {
    pub(super) fn new(plan: &'p Plan, full: &'p Full) -> Self {
        let memory = Memory {
            keys: vec![String::new(); plan.keys.len()],
            places: vec![Places::default(); plan.targets.len()],
            meanings: vec![HashMap::new(); plan.splits.len()],
            ..Memory::default()
        };
        Self { plan, full, counts: Counts::default(), incidents: Incidents::default(), remarks: Vec::new(), memory }
    }
}

impl Tally for RowTally<'_> {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        if !self.is_kept(row) {
            self.counts.not_kept += 1;
            return Ok(());
        }
        let corrections = match self.read(row) {
            Ok(corrections) => corrections,
            Err(message) => {
                self.leave_open(row);
                return Err(message);
            }
        };
        self.counts.across += u64::from(self.memory.dates.now().is_across(self.plan.periods()));
        if self.plan.once.is_empty() {
            self.count_row(row, corrections, None)
        } else {
            self.set_apart(row, corrections)
        }
    }

    fn merge(&mut self, other: Self) {
        self.counts.merge(&other.counts, None, None);
        self.incidents.merge(other.incidents, self.plan);
        self.remarks.extend(other.remarks);
        self.remarks.sort_by_key(|remark| remark.line);
        self.remarks.truncate(MOST_WARNINGS);
        if self.counts.is_full() {
            self.full.set_keys();
        }
        if self.incidents.is_full() {
            self.full.set_incidents();
        }
    }

    fn put_in_order(&mut self) {
        self.count_incidents();
        self.counts = std::mem::take(&mut self.counts).in_order();
    }

    fn is_large(&self) -> bool {
        self.counts.is_large() || self.incidents.is_large()
    }
}

impl RowTally<'_> {
    /// The row's numbers and dates; gives how many numbers are corrections.
    #[inline(always)]
    fn read(&mut self, row: &Row) -> Result<usize, String> {
        let corrections = self.memory.numbers.read(self.plan, row)?;
        self.memory.dates.read(self.plan, row)?;
        Ok(corrections)
    }

    /// Counts what counts in each row, and keeps the row for what counts once.
    #[cold]
    fn set_apart(&mut self, row: &Row, corrections: usize) -> Result<(), String> {
        // Later nothing can be wrong with it.
        self.measure(row)?;
        if self.plan.targets.iter().any(|target| target.once.is_none()) {
            self.count_apart(row, corrections, None)?;
        }
        for (of, once) in self.plan.once.iter().enumerate() {
            if cell(row, once.slot).is_empty() {
                self.count_apart(row, corrections, Some(of))?;
            } else {
                self.incidents.keep(self.plan, of, row);
            }
        }
        if self.incidents.is_full() {
            self.full.set_incidents();
            return Err(format!("more than {MOST_INCIDENTS} different incidents"));
        }
        Ok(())
    }

    /// Counts one row of each incident, once all rows were seen.
    pub(super) fn count_incidents(&mut self) {
        for incident in std::mem::take(&mut self.incidents).in_order() {
            let cells: Vec<&str> = incident.cells.iter().collect();
            let row = Row { line: incident.line, cells: &cells };
            // It was read without an error before.
            let counted =
                self.read(&row).and_then(|corrections| self.count_apart(&row, corrections, Some(incident.rules())));
            if let (Ok(()), Some((line, message))) = (counted, incident.remark(self.plan)) {
                self.remark(line, message);
            }
        }
        self.remarks.sort_by_key(|remark| remark.line);
    }

    /// Counts a row of a table some of whose numbers are counted once.
    #[inline(never)]
    fn count_apart(&mut self, row: &Row, corrections: usize, of: Option<usize>) -> Result<(), String> {
        self.count_row(row, corrections, of)
    }

    /// Counts a row that was read, by the rules that count once for each incident of a column, or by those that count each row.
    #[inline(always)]
    fn count_row(&mut self, row: &Row, corrections: usize, of: Option<usize>) -> Result<(), String> {
        let ids = Ids { minutes: self.plan.minutes(row), ..self.ids(row)? };
        if self.plan.wide.is_empty() {
            self.count(of, row.line, ids, None, Stated::Exact(1));
        } else {
            for (index, (_, when)) in self.plan.wide.iter().enumerate() {
                let number = self.memory.numbers.wide.get(index).copied().unwrap_or_default();
                let dated = Dated::of_wide(self.plan, row, index, *when);
                self.count(of, row.line, ids, Some(dated), number);
            }
        }
        if corrections > 0 {
            self.remark(row.line, self.memory.numbers.remark(self.plan));
        }
        if !self.memory.numbers.odd.is_empty() {
            self.remark(row.line, self.memory.numbers.odd.join("; "));
        }
        if let Some(remark) = &self.memory.dates.remark {
            self.remark(row.line, remark.clone());
        }
        if let Some(when) = self.memory.dates.now().stated().filter(|when| is_coarser(**when, self.plan.periods())) {
            let put = period(*when, self.plan.periods()).when().map_or_else(String::new, |period| period.to_string());
            self.remark(
                row.line,
                format!("the date is known as {when} only; the row is counted in {put}, where that ends"),
            );
        }
        if self.counts.is_full() {
            self.full.set_keys();
            return Err(format!("more than {MOST_KEYS} different events, dates and categories"));
        }
        Ok(())
    }

    #[cold]
    fn remark(&mut self, line: u64, message: String) {
        keep_remark(&mut self.remarks, line, || message);
    }

    fn is_kept(&self, row: &Row) -> bool {
        self.plan.keep.iter().all(|(slot, filter)| filter.keeps(cell(row, *slot)))
    }

    /// Adds the row's numbers for its date or for that of a column. `own` is the number of rules without a column.
    fn count(&mut self, of: Option<usize>, line: u64, ids: Ids, dated: Option<Dated>, own: Stated) {
        let Self { plan, counts, memory, remarks, .. } = self;
        let Memory { numbers, way, places, dates, .. } = memory;
        let dated = dated.as_ref().unwrap_or(dates.now());
        let mut shared_rows = NONE;
        let has_once = !plan.once.is_empty();
        for ((index, target), places) in plan.targets.iter().enumerate().zip(places) {
            if has_once && target.once != of {
                continue;
            }
            let ends = numbers.ends(target, own);
            let found = || numbers.found(plan, index, own, 0);
            let ids = match &target.source {
                Some(name) => {
                    // A source with a column of its own says nothing where that is blank.
                    let says = |number| numbers.number(number, own).stated != Stated::Unknown;
                    let is_silent = ends.is_none() && found().stated == Stated::Unknown;
                    if is_silent && !target.parts.iter().any(|(_, _, number)| says(*number)) {
                        continue;
                    }
                    Ids { source: counts.sources.number(name, line), ..ids }
                }
                None => ids,
            };
            if ends.is_some_and(|[low, best, high]| low > best || best > high) {
                numbers.say_disorder(plan, target, line, remarks);
            }
            let place = places.find(plan, (index, target), (ids, dated, way), counts);
            if let Some(ends) = ends {
                place.totals.iter().for_each(|cell| counts.add(*cell, ends, target.is_range));
            } else {
                let total = found().sum();
                place.totals.iter().for_each(|cell| counts.add_sum(*cell, total));
            }
            let mut add = |number, cell| match numbers.whole(number, own) {
                Some(whole) => counts.add(cell, [whole; 3], false),
                None => counts.add_sum(cell, numbers.number(number, own).sum()),
            };
            let most = ends.map_or(u64::MAX, |[_, _, most]| most);
            for ((relation, _, number), cell) in target.parts.iter().zip(place.parts) {
                add(*number, *cell);
                if numbers.whole(*number, own).is_some_and(|part| part > most) && *relation == Relation::OfWhich {
                    numbers.say_beyond(plan, *number, most, line, remarks);
                }
            }
            if let Some(pending) = target.pending {
                add(pending, place.pending);
            }
            if target.source.is_some() {
                counts.count_row(place.rows);
            } else {
                shared_rows = place.rows;
            }
        }
        // Several targets of one source count a row once.
        counts.count_row(shared_rows);
    }
}
