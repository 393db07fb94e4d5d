//! Rows that cannot be read: what they would have been added to is no longer the sum of all rows, so that it says "at least", as
//! it does where a cell is blank.

use super::super::dates::Dated;
use super::super::place::Ids;
use super::super::plan::cell;
use super::super::sum::Sum;
use super::super::target::Number;
use super::{Memory, RowTally};
use crate::formats::table::Row;
use crate::formats::table::value::{has_digit, is_unknown};
use crate::model::Stated;

impl RowTally<'_> {
    /// Adds a number that is not known to all that a row without a reading would have been added to. A row of an unknown date
    /// is of no date; a toll so far of no known date says nothing.
    #[cold]
    #[inline(never)]
    pub(super) fn leave_open(&mut self, row: &Row) {
        if !self.would_count(row) {
            return;
        }
        if self.memory.dates.read(self.plan, row).is_err() {
            if self.plan.targets.iter().any(|target| self.plan.is_cumulative(target)) {
                return;
            }
            self.memory.dates.forget();
        }
        let Ok(ids) = self.ids(row) else { return };
        let ids = Ids { minutes: self.plan.minutes(row), ..ids };
        if self.plan.wide.is_empty() {
            let dated = *self.memory.dates.now();
            self.leave_open_at(row, ids, dated);
        }
        for (index, (_, when)) in self.plan.wide.iter().enumerate() {
            self.leave_open_at(row, ids, Dated::of_wide(self.plan, row, index, *when));
        }
        if self.counts.is_full() {
            self.full.set_keys();
        }
    }

    /// The row is none of those by which a source leads.
    fn leave_open_at(&mut self, row: &Row, ids: Ids, dated: Dated) {
        let Self { plan, counts, memory, .. } = self;
        let Memory { way, places, .. } = memory;
        let unknown = Sum::of(Stated::Unknown, false);
        let is_filled = |number: Number| match number {
            Number::Cell(index) => plan.numbers.get(index).is_some_and(|of| !cell(row, of.slot).is_empty()),
            Number::Own => true,
        };
        for ((index, target), places) in plan.targets.iter().enumerate().zip(places) {
            let of_parts = target.parts.iter().map(|(_, _, number)| *number);
            let mut numbers = target.roles.iter().map(|(_, number)| *number).chain(of_parts);
            let ids = match &target.source {
                Some(_) if !numbers.any(is_filled) => continue,
                Some(name) => Ids { source: counts.sources.number(name, row.line), ..ids },
                None => ids,
            };
            let place = places.find(plan, (index, target), (ids, &dated, way), counts);
            let pending = target.pending.map(|_| place.pending);
            for cell in place.totals.iter().chain(place.parts).copied().chain(pending) {
                counts.add_sum(cell, unknown);
            }
        }
    }

    /// Whether a row states numbers beside something else. Names of columns that stand again say nothing, and neither does one
    /// text in all cells: it is a heading.
    fn would_count(&self, row: &Row) -> bool {
        let is_filled = |text: &&str| !is_unknown(text, &self.plan.recipe.numbers.unknown);
        let filled: Vec<&str> = row.cells.iter().copied().filter(is_filled).collect();
        let is_heading = filled.len() > 1 && filled.iter().all(|text| Some(text) == filled.first());
        let of_numbers = self.plan.numbers.iter().map(|number| number.slot);
        let mut numbers = of_numbers.chain(self.plan.wide.iter().map(|(slot, _)| *slot)).peekable();
        if numbers.peek().is_none() {
            return !is_heading && filled.len() * 2 > row.cells.len();
        }
        let is_name = |slot: usize| self.plan.names.get(slot).is_some_and(|name| *name == cell(row, slot));
        let (mut words, mut others, mut has_names) = (Vec::new(), 0, false);
        for slot in numbers {
            let text = cell(row, slot);
            has_names |= is_name(slot);
            if is_filled(&text) && text != "0" {
                if has_digit(text) {
                    others += 1;
                } else {
                    words.push(text);
                }
            }
        }
        // Several words in columns of numbers are a heading or a note too, and one of its own may stand for what is not known.
        let is_one_word = words.first().is_some_and(|first| words.iter().all(|word| word == first));
        let has_number = others > 0 || is_one_word;
        has_number && !has_names && !is_heading && filled.len() >= row.cells.len().min(2)
    }
}
