//! One row of a table: what the recipe says of it, added to a tally. Whatever is wrong with it is found before anything is
//! added, so that a row counts as a whole or not at all.

use super::period::{self, Period};
use super::plan::{DatePlace, Number, Plan, Slot};
use super::sum::Sum;
use super::tally::{CellKey, Counts, Kind, MOST_KEYS, NONE, ReportKey, Span};
use super::value::date;
use crate::formats::table::recipe::{BasisRule, DateForm, Role};
use crate::formats::table::{Row, Tally};
use crate::formats::words::quoted;
use crate::model::{PartialDate, Precision, Relation, Stated, When};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

/// Sums of sums go no deeper.
const DEEPEST_SUM: u32 = 4;

/// Counts rows by a plan.
pub(super) struct RowTally<'p> {
    plan: &'p Plan<'p>,
    /// Set once a tally has become too large: all of them stop.
    is_full: &'p AtomicBool,
    pub(super) counts: Counts,
    memory: Memory,
}

/// What the last rows were, so that nothing is done twice, and room that is used again.
#[derive(Default)]
struct Memory {
    date: Vec<(String, Option<When>)>,
    period: Option<(When, Period)>,
    event: String,
    numbers: Vec<(Option<u64>, bool)>,
    wide: Vec<Option<u64>>,
    path: Vec<u32>,
    /// What the values of each split mean, by the texts in the table.
    meanings: Vec<HashMap<Box<str>, u32>>,
}

impl<'p> RowTally<'p> {
    pub(super) fn new(plan: &'p Plan, is_full: &'p AtomicBool) -> Self {
        let memory = Memory { meanings: vec![HashMap::new(); plan.splits.len()], ..Memory::default() };
        Self { plan, is_full, counts: Counts::default(), memory }
    }
}

impl Tally for RowTally<'_> {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        let cell = |slot: Slot| row.cells.get(slot).copied().unwrap_or_default();
        if !self.is_kept(&cell) {
            self.counts.not_kept += 1;
            return Ok(());
        }
        self.read_numbers(&cell)?;
        let when = self.when(&cell)?;
        let measure = self.measure(&cell)?;
        let event = self.event(&cell);
        let source = self.source(&cell);
        self.read_path(&cell);
        let ids = Ids { event, source, measure };
        if self.plan.wide.is_empty() {
            self.count(ids, when, Some(1));
        } else {
            for (index, (_, when)) in self.plan.wide.iter().enumerate() {
                let number = self.memory.wide.get(index).copied().flatten();
                self.count(ids, Some(*when), number);
            }
        }
        if self.counts.is_full() {
            self.is_full.store(true, Ordering::Relaxed);
            return Err(format!("more than {MOST_KEYS} different events, dates and categories"));
        }
        Ok(())
    }

    fn merge(&mut self, later: Self) {
        self.counts.merge(&later.counts, None, None);
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
    fn is_kept<'c>(&self, cell: &impl Fn(Slot) -> &'c str) -> bool {
        self.plan.keep.iter().all(|(slot, rule)| {
            let is = |value: &String| value == cell(*slot);
            (rule.only.is_empty() || rule.only.iter().any(is)) && !rule.except.iter().any(is)
        })
    }

    fn read_numbers<'c>(&mut self, cell: &impl Fn(Slot) -> &'c str) -> Result<(), String> {
        self.memory.numbers.clear();
        for (slot, filled) in &self.plan.numbers {
            let mut number = (self.plan.number(*slot, cell(*slot))?, false);
            if let (None, Some(filled)) = (number.0, filled) {
                number.0 = self.plan.number(*filled, cell(*filled))?;
                number.1 = number.0.is_some();
            }
            self.memory.numbers.push(number);
        }
        self.memory.wide.clear();
        for (slot, _) in &self.plan.wide {
            self.memory.wide.push(self.plan.number(*slot, cell(*slot))?);
        }
        Ok(())
    }

    fn when<'c>(&mut self, cell: &impl Fn(Slot) -> &'c str) -> Result<Option<When>, String> {
        let plan = self.plan;
        let Some(rule) = &plan.date else { return Ok(None) };
        self.memory.date.resize(2, (String::new(), None));
        match rule.place {
            DatePlace::Day(slot) => self.date(0, slot, cell(slot), rule.form),
            DatePlace::Span(first, last) => {
                let from = self.date(0, first, cell(first), rule.form)?;
                let to = self.date(1, last, cell(last), rule.form)?;
                let (Some(from), Some(to)) = (from, to) else { return Ok(from.or(to)) };
                if to.last_day() < from.first_day() {
                    let (first, last) = (plan.name(first), plan.name(last));
                    return Err(format!(
                        "columns {first} and {last}: found {from} and {to}, expected the last day not before the first"
                    ));
                }
                let to = to.end().from;
                Ok(Some(When { from: from.from, to: (to != from.from).then_some(to) }))
            }
            DatePlace::Parts { year, month, day } => {
                let Some(year) = self.date(0, year, cell(year), DateForm::Year)? else { return Ok(None) };
                let month = month.map_or(Ok(None), |slot| small(plan, slot, cell(slot), 12, &MONTHS))?;
                let day = day.map_or(Ok(None), |slot| small(plan, slot, cell(slot), 31, &[]))?;
                let Some(month) = month else { return Ok(Some(year)) };
                let first = year.first_day().with().month(month).day(day.unwrap_or(1)).build();
                let first = first.map_err(|_| {
                    format!("found day {} of month {month} in {year}, expected a day that there is", day.unwrap_or(1))
                })?;
                let mut date = PartialDate::day(first);
                date.precision = if day.is_some() { Precision::Day } else { Precision::Month };
                Ok(Some(date.into()))
            }
        }
    }

    /// A cell's date; tables often have the same one in many rows.
    fn date(&mut self, place: usize, slot: Slot, text: &str, form: DateForm) -> Result<Option<When>, String> {
        let Some((last, when)) = self.memory.date.get_mut(place) else { return Ok(None) };
        if last != text {
            *when = date(text, form)
                .map_err(|error| format!("column {}: found {}, {error}", self.plan.name(slot), quoted(text)))?;
            last.clear();
            last.push_str(text);
        }
        Ok(*when)
    }

    fn measure<'c>(&mut self, cell: &impl Fn(Slot) -> &'c str) -> Result<u32, String> {
        let Some((slot, rule)) = self.plan.measure else { return Ok(NONE) };
        let text = cell(slot);
        if text.is_empty() {
            return Err(format!("column {}: found nothing, expected what is counted", self.plan.name(slot)));
        }
        Ok(self.counts.measures.number(rule.values.get(text).map_or(text, String::as_str)))
    }

    fn event<'c>(&mut self, cell: &impl Fn(Slot) -> &'c str) -> u32 {
        let name = &mut self.memory.event;
        name.clear();
        for slot in &self.plan.events {
            let text = cell(*slot);
            if !name.is_empty() && !text.is_empty() {
                name.push_str(", ");
            }
            name.push_str(text);
        }
        self.counts.events.number(name)
    }

    fn source<'c>(&mut self, cell: &impl Fn(Slot) -> &'c str) -> u32 {
        let rule = &self.plan.recipe.source;
        match self.plan.source.map(cell) {
            Some(text) if text.is_empty() || rule.nobody.iter().any(|nobody| nobody == text) => NONE,
            Some(text) => self.counts.sources.number(text),
            None => NONE,
        }
    }

    /// The ways to the row's categories, from the outermost in; a blank one ends them.
    fn read_path<'c>(&mut self, cell: &impl Fn(Slot) -> &'c str) {
        let Self { plan, counts, memory, .. } = self;
        memory.path.clear();
        let mut up = 0;
        for ((slot, rule), meanings) in plan.splits.iter().zip(&plan.recipe.split).zip(&mut memory.meanings) {
            let text = cell(*slot);
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
    fn count(&mut self, ids: Ids, when: Option<When>, own: Option<u64>) {
        let plan = self.plan;
        let mut has_counted = false;
        for (index, target) in plan.targets.iter().enumerate() {
            let is_cumulative = target.basis == BasisRule::Cumulative || !plan.has_dates();
            let (stated, is_filled) = self.stated(index, own, 0);
            let source = target.source.as_ref().map_or(ids.source, |name| self.counts.sources.number(name));
            let has_parts = target.parts.iter().any(|(_, _, number)| self.number(*number, own).0.is_some());
            // A source with a column of its own says nothing where that is blank.
            if target.source.is_some() && stated == Stated::Unknown && !has_parts {
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
            let total = Sum::of(stated, is_filled);
            self.counts.add(key, total);
            for path in &self.memory.path {
                self.counts.add(CellKey { path: *path, ..key }, total);
            }
            if let Some(pending) = target.pending {
                let sum = Sum::of(exact(self.number(pending, own).0), false);
                self.counts.add(CellKey { kind: Kind::Pending, ..key }, sum);
            }
            let innermost = self.memory.path.last().copied().unwrap_or(0);
            for (place, (relation, _, number)) in target.parts.iter().enumerate() {
                let (number, is_filled) = self.number(*number, own);
                let kind = Kind::Part(u32::try_from(place).unwrap_or(NONE));
                // Parts beside the split's would be added to them; what lies inside may stand beside.
                let path = if *relation == Relation::Part { innermost } else { 0 };
                self.counts.add(CellKey { path, kind, ..key }, Sum::of(exact(number), is_filled));
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

    fn number(&self, number: Number, own: Option<u64>) -> (Option<u64>, bool) {
        match number {
            Number::Own => (own, false),
            Number::Cell(index) => self.memory.numbers.get(index).copied().unwrap_or_default(),
        }
    }

    /// What the row states for a target's total.
    fn stated(&self, target: usize, own: Option<u64>, depth: u32) -> (Stated, bool) {
        let Some(target) = self.plan.targets.get(target) else { return (Stated::Unknown, false) };
        if target.roles.is_empty() && depth < DEEPEST_SUM {
            let members = target.members.iter().map(|member| self.stated(*member, own, depth + 1));
            return members.reduce(|(a, was), (b, is)| (a + b, was || is)).unwrap_or_default();
        }
        let mut filled = false;
        let mut find = |wanted: &[Role]| {
            target.roles.iter().filter(|(role, _)| wanted.contains(role)).find_map(|(_, number)| {
                let (number, is_filled) = self.number(*number, own);
                filled |= is_filled;
                number
            })
        };
        let stated = if target.is_range() {
            let (low, best, high) = (
                find(&[Role::Low, Role::AtLeast]),
                find(&[Role::Best, Role::Total, Role::About]),
                find(&[Role::High, Role::UpTo]),
            );
            if (low, best, high) == (None, None, None) { Stated::Unknown } else { Stated::Range { low, best, high } }
        } else {
            let role = |role: Role, stated: fn(u64) -> Stated| (role, stated);
            let all = [
                role(Role::Total, Stated::Exact),
                role(Role::Best, Stated::Exact),
                role(Role::AtLeast, Stated::AtLeast),
                role(Role::About, Stated::About),
                role(Role::UpTo, Stated::UpTo),
            ];
            all.into_iter().find_map(|(role, stated)| find(&[role]).map(stated)).unwrap_or_default()
        };
        (stated, filled)
    }
}

fn exact(number: Option<u64>) -> Stated {
    number.map_or(Stated::Unknown, Stated::Exact)
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A month or day in a column of its own; 0 and blanks are unknown.
fn small(plan: &Plan, slot: Slot, text: &str, most: u64, names: &[&str]) -> Result<Option<i8>, String> {
    let start = text.get(..3).unwrap_or_default();
    if let Some(index) = names.iter().position(|name| name.eq_ignore_ascii_case(start)) {
        return Ok(i8::try_from(index + 1).ok());
    }
    match plan.number(slot, text)? {
        None | Some(0) => Ok(None),
        Some(number) if number <= most => Ok(i8::try_from(number).ok()),
        Some(number) => Err(format!("column {}: found {number}, expected at most {most}", plan.name(slot))),
    }
}
