//! One row of a table: what the recipe says of it, added to a tally. Whatever is wrong with it is found before anything is
//! added, so that a row counts as a whole or not at all.

use super::MOST_WARNINGS;
use super::dates::Dates;
use super::numbers::Numbers;
use super::period::{self, Period};
use super::plan::{Plan, cell};
use super::tally::{CellKey, Counts, Kind, MOST_KEYS, NONE, ReportKey, Span};
use crate::formats::Warning;
use crate::formats::table::recipe::BasisRule;
use crate::formats::table::{Row, Tally};
use crate::model::{Relation, Stated, When};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

/// Counts rows by a plan.
pub(super) struct RowTally<'p> {
    plan: &'p Plan<'p>,
    /// Set once a tally has become too large: all of them stop.
    is_full: &'p AtomicBool,
    pub(super) counts: Counts,
    /// What was odd about rows that were counted.
    pub(super) remarks: Vec<Warning>,
    memory: Memory,
}

/// What the last rows were, so that nothing is done twice, and room that is used again.
#[derive(Default)]
struct Memory {
    dates: Dates,
    period: Option<(When, Period)>,
    event: String,
    numbers: Numbers,
    path: Vec<u32>,
    /// What the values of each split mean, by the texts in the table.
    meanings: Vec<HashMap<Box<str>, u32>>,
}

impl<'p> RowTally<'p> {
    pub(super) fn new(plan: &'p Plan, is_full: &'p AtomicBool) -> Self {
        let memory = Memory { meanings: vec![HashMap::new(); plan.splits.len()], ..Memory::default() };
        Self { plan, is_full, counts: Counts::default(), remarks: Vec::new(), memory }
    }
}

impl Tally for RowTally<'_> {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        if !self.is_kept(row) {
            self.counts.not_kept += 1;
            return Ok(());
        }
        let corrections = self.memory.numbers.read(self.plan, row)?;
        let when = self.memory.dates.when(self.plan, row)?;
        let measure = self.measure(row)?;
        let event = self.event(row);
        let source = self.source(row);
        self.read_path(row);
        let ids = Ids { event, source, measure };
        if self.plan.wide.is_empty() {
            self.count(ids, when, Stated::Exact(1));
        } else {
            for (index, (_, when)) in self.plan.wide.iter().enumerate() {
                let number = self.memory.numbers.wide.get(index).copied().unwrap_or_default();
                self.count(ids, Some(*when), number);
            }
        }
        if corrections > 0 && self.remarks.len() < MOST_WARNINGS {
            self.remarks.push(self.memory.numbers.remark(self.plan, row));
        }
        if self.counts.is_full() {
            self.is_full.store(true, Ordering::Relaxed);
            return Err(format!("more than {MOST_KEYS} different events, dates and categories"));
        }
        Ok(())
    }

    fn merge(&mut self, later: Self) {
        self.counts.merge(&later.counts, None, None);
        let room = MOST_WARNINGS.saturating_sub(self.remarks.len());
        self.remarks.extend(later.remarks.into_iter().take(room));
        if self.counts.is_full() {
            self.is_full.store(true, Ordering::Relaxed);
        }
    }
}

#[derive(Clone, Copy)]
struct Ids {
    event: u32,
    source: u32,
    measure: u32,
}

impl RowTally<'_> {
    fn is_kept(&self, row: &Row) -> bool {
        self.plan.keep.iter().all(|(slot, rule)| {
            let is = |value: &String| value == cell(row, *slot);
            (rule.only.is_empty() || rule.only.iter().any(is)) && !rule.except.iter().any(is)
        })
    }

    fn measure(&mut self, row: &Row) -> Result<u32, String> {
        let Some((slot, rule)) = self.plan.measure else { return Ok(NONE) };
        let text = cell(row, slot);
        // A recipe may say what a blank means.
        let measure = rule.values.get(text).map_or(text, String::as_str);
        if measure.is_empty() {
            return Err(format!("column {}: found nothing, expected what is counted", self.plan.name(slot)));
        }
        Ok(self.counts.measures.number(measure))
    }

    fn event(&mut self, row: &Row) -> u32 {
        let name = &mut self.memory.event;
        name.clear();
        for slot in &self.plan.events {
            let text = cell(row, *slot);
            if !name.is_empty() && !text.is_empty() {
                name.push_str(", ");
            }
            name.push_str(text);
        }
        self.counts.events.number(name)
    }

    fn source(&mut self, row: &Row) -> u32 {
        let rule = &self.plan.recipe.source;
        match self.plan.source.map(|slot| cell(row, slot)) {
            Some(text) if text.is_empty() || rule.nobody.iter().any(|nobody| nobody == text) => NONE,
            Some(text) => self.counts.sources.number(text),
            None => NONE,
        }
    }

    /// The ways to the row's categories, from the outermost in; a blank one ends them.
    fn read_path(&mut self, row: &Row) {
        let Self { plan, counts, memory, .. } = self;
        memory.path.clear();
        let mut up = 0;
        for ((slot, rule), meanings) in plan.splits.iter().zip(&plan.recipe.split).zip(&mut memory.meanings) {
            let text = cell(row, *slot);
            let category = meanings.get(text).copied().unwrap_or_else(|| {
                let is_unknown = plan.recipe.numbers.unknown.iter().any(|word| word == text);
                let category = match super::names::meaning(text, rule) {
                    Some(meaning) if !is_unknown => counts.categories.number(&meaning),
                    _ => NONE,
                };
                if meanings.len() < MOST_KEYS {
                    meanings.insert(text.into(), category);
                }
                category
            });
            if category == NONE {
                break;
            }
            up = counts.path(up, category);
            memory.path.push(up);
        }
    }

    /// Adds the row's numbers for one date. `own` is the number of rules without a column.
    fn count(&mut self, ids: Ids, when: Option<When>, own: Stated) {
        let plan = self.plan;
        let mut has_counted = false;
        for (index, target) in plan.targets.iter().enumerate() {
            let is_cumulative = target.basis == BasisRule::Cumulative || !plan.has_dates();
            let found = self.memory.numbers.found(plan, index, own, 0);
            let source = target.source.as_ref().map_or(ids.source, |name| self.counts.sources.number(name));
            let has_parts = target
                .parts
                .iter()
                .any(|(_, _, number)| self.memory.numbers.number(*number, own).stated != Stated::Unknown);
            // A source with a column of its own says nothing where that is blank.
            if target.source.is_some() && found.stated == Stated::Unknown && !has_parts {
                continue;
            }
            let period = match when {
                None => Period::default(),
                Some(when) if is_cumulative => Period::of(when.end()),
                Some(when) => self.period(when),
            };
            let report = self.counts.report(ReportKey { event: ids.event, source, is_cumulative, period });
            let target_number = u32::try_from(index).unwrap_or(NONE);
            let key = CellKey { report, target: target_number, measure: ids.measure, path: 0, kind: Kind::Total };
            let total = found.sum();
            self.counts.add(key, total);
            for path in &self.memory.path {
                self.counts.add(CellKey { path: *path, ..key }, total);
            }
            if let Some(pending) = target.pending {
                let sum = self.memory.numbers.number(pending, own).sum();
                self.counts.add(CellKey { kind: Kind::Pending, ..key }, sum);
            }
            let innermost = self.memory.path.last().copied().unwrap_or(0);
            for (place, (relation, _, number)) in target.parts.iter().enumerate() {
                let part = self.memory.numbers.number(*number, own);
                let kind = Kind::Part(u32::try_from(place).unwrap_or(NONE));
                // Parts beside the split's would be added to them; what lies inside may stand beside.
                let path = if *relation == Relation::Part { innermost } else { 0 };
                self.counts.add(CellKey { path, kind, ..key }, part.sum());
            }
            if target.source.is_some() {
                self.counts.count_row(ids.event, source);
            } else {
                has_counted = true;
            }
            if let (false, Some(when)) = (is_cumulative, when) {
                let last = when.to.unwrap_or(when.from);
                self.counts.see(ids.event, Span { first: when.from, last });
            }
        }
        if has_counted {
            self.counts.count_row(ids.event, ids.source);
        }
    }

    fn period(&mut self, when: When) -> Period {
        match self.memory.period {
            Some((last, period)) if last == when => period,
            _ => {
                let period = period::period(when, self.plan.periods());
                self.memory.period = Some((when, period));
                period
            }
        }
    }
}
