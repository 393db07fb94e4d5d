//! What a row is about: its event, source, measure and categories.

use super::super::names::meaning;
use super::super::place::Ids;
use super::super::plan::{cell, is_same};
use super::super::tally::{MOST_KEYS, NONE};
use super::RowTally;
use crate::formats::table::Row;

impl RowTally<'_> {
    /// What a row is about; mostly the same as the one before it.
    #[inline(always)]
    pub(super) fn ids(&mut self, row: &Row) -> Result<Ids, String> {
        let is_known = |(slot, last): (&usize, &String)| is_same(last, cell(row, *slot));
        match self.memory.ids {
            Some(ids) if self.plan.keys.iter().zip(&self.memory.keys).all(is_known) => Ok(ids),
            _ => self.new_ids(row),
        }
    }

    fn new_ids(&mut self, row: &Row) -> Result<Ids, String> {
        self.memory.ids = None;
        let (measure, event, source) = (self.measure(row)?, self.event(row), self.source(row));
        self.find_way(row);
        for (slot, last) in self.plan.keys.iter().zip(&mut self.memory.keys) {
            last.clear();
            last.push_str(cell(row, *slot));
        }
        let ids = Ids { event, source, measure, path: self.memory.way.last().copied().unwrap_or(0), minutes: 0 };
        self.memory.ids = Some(ids);
        Ok(ids)
    }

    pub(super) fn measure(&mut self, row: &Row) -> Result<u32, String> {
        let Some((slot, rule)) = self.plan.measure else { return Ok(NONE) };
        let text = cell(row, slot);
        // A recipe may say what a blank means.
        let measure = rule.values.get(text).map_or(text, String::as_str);
        if measure.is_empty() {
            return Err(format!("column {}: found nothing, expected what is counted", self.plan.name(slot)));
        }
        Ok(self.counts.measures.number(measure, row.line))
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
        self.counts.events.number(name, row.line)
    }

    fn source(&mut self, row: &Row) -> u32 {
        let rule = &self.plan.recipe.source;
        match self.plan.source.map(|slot| cell(row, slot)) {
            Some(text) if text.is_empty() || rule.nobody.iter().any(|nobody| nobody == text) => NONE,
            Some(text) => self.counts.sources.number(text, row.line),
            None => NONE,
        }
    }

    /// The way to the row's categories, from the outermost in; a blank one ends it.
    fn find_way(&mut self, row: &Row) {
        let Self { plan, counts, memory, .. } = self;
        memory.way.clear();
        let mut up = 0;
        for ((slot, rule), meanings) in plan.splits.iter().zip(&plan.recipe.split).zip(&mut memory.meanings) {
            let text = cell(row, *slot);
            let category = meanings.get(text).copied().unwrap_or_else(|| {
                let is_unknown = plan.recipe.numbers.unknown.iter().any(|word| word == text);
                let category = match meaning(text, rule) {
                    Some(meaning) if !is_unknown => counts.categories.number(&meaning, row.line),
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
            memory.way.push(up);
        }
    }
}
