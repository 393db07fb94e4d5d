//! Numbers of an incident that stand again in each of its rows: they are counted once. Which row of an incident is its first
//! shows only when all rows were seen, in whatever order, so one row of each is kept, and counted in the end.

use super::plan::{Plan, Slot, cell};
use crate::formats::table::{Cells, Row};
use crate::formats::words::quoted;
use foldhash::HashMap;
use foldhash::fast::FixedState;
use std::hash::BuildHasher;

/// More incidents than this are refused: some 200 bytes are kept of each.
pub(super) const MOST_INCIDENTS: usize = 1_000_000;
/// A tally that keeps more of them is merged before it grows on.
const MANY: usize = 32_768;

/// A column that names incidents, and the cells with the numbers that are counted once for each of its values.
pub(super) struct OncePlan {
    pub(super) slot: Slot,
    pub(super) numbers: Vec<Slot>,
}

impl OncePlan {
    /// The place among `known` of the one whose incidents stand in `slot`, with one more cell of numbers.
    pub(super) fn place(known: &mut Vec<Self>, slot: Slot, number: Option<Slot>) -> usize {
        let index = known.iter().position(|once| once.slot == slot).unwrap_or(known.len());
        if index == known.len() {
            known.push(Self { slot, numbers: Vec::new() });
        }
        if let Some(once) = known.get_mut(index) {
            once.numbers.extend(number);
        }
        index
    }
}

/// One row of each incident. Two incidents of a million have the same hash less often than once in ten million tables.
#[derive(Debug, Default)]
pub(super) struct Incidents(HashMap<u64, Incident>);

/// The row of an incident that is counted.
#[derive(Debug)]
pub(super) struct Incident {
    pub(super) line: u64,
    pub(super) cells: Cells,
    /// Which of the plan's columns names it.
    of: usize,
    /// Whether the row states no number at all: it gives way to any that does.
    is_silent: bool,
    /// The first line that states other numbers.
    other: Option<u64>,
}

impl Incidents {
    /// Keeps a row, unless an earlier one of its incident is known.
    pub(super) fn keep(&mut self, plan: &Plan, of: usize, row: &Row) {
        let Some(once) = plan.once.get(of) else { return };
        let source = plan.source.map(|slot| cell(row, slot));
        let measure = plan.measure.map(|(slot, _)| cell(row, slot));
        // What each source says of an incident, and of each measure, is a number of its own.
        let hash = FixedState::with_seed(0).hash_one((of, cell(row, once.slot), source, measure));
        let cells = || row.cells.iter().collect();
        let is_silent = !once.numbers.is_empty() && once.numbers.iter().all(|slot| cell(row, *slot).is_empty());
        match self.0.get_mut(&hash) {
            // Most rows repeat what is known: nothing of them is kept.
            Some(known) if known.line < row.line && known.is_silent <= is_silent => {
                if known.other.is_none() && !is_silent && !known.says(once, |slot| cell(row, slot)) {
                    known.other = Some(row.line);
                }
            }
            Some(known) => known.join(Incident { line: row.line, cells: cells(), of, is_silent, other: None }, once),
            None => {
                self.0.insert(hash, Incident { line: row.line, cells: cells(), of, is_silent, other: None });
            }
        }
    }

    /// Adds the incidents of other rows.
    pub(super) fn merge(&mut self, other: Self, plan: &Plan) {
        for (hash, incident) in other.0 {
            match (self.0.get_mut(&hash), plan.once.get(incident.of)) {
                (Some(known), Some(once)) => known.join(incident, once),
                _ => {
                    self.0.insert(hash, incident);
                }
            }
        }
    }

    /// The rows that are counted, in the order of the file.
    pub(super) fn in_order(self) -> Vec<Incident> {
        let mut all: Vec<Incident> = self.0.into_values().collect();
        all.sort_unstable_by_key(|incident| (incident.line, incident.of));
        all
    }

    pub(super) fn is_large(&self) -> bool {
        self.0.len() > MANY
    }

    pub(super) fn is_full(&self) -> bool {
        self.0.len() > MOST_INCIDENTS
    }
}

impl Incident {
    /// Which rules count it.
    pub(super) fn rules(&self) -> usize {
        self.of
    }

    /// Becomes the earlier of two rows, of those that state a number, and knows the first row with others than that.
    fn join(&mut self, mut later: Self, once: &OncePlan) {
        if (later.is_silent, later.line) < (self.is_silent, self.line) {
            std::mem::swap(self, &mut later);
        }
        let of_later = match later.is_silent {
            true => None,
            false if self.says(once, |slot| later.cells.get(slot).unwrap_or_default()) => later.other,
            false => Some(later.line),
        };
        self.other = self.other.into_iter().chain(of_later).min();
    }

    /// Whether its numbers are written like those of another row.
    fn says<'c>(&self, once: &OncePlan, other: impl Fn(Slot) -> &'c str) -> bool {
        once.numbers.iter().all(|slot| self.cells.get(*slot).unwrap_or_default() == other(*slot))
    }

    /// The line of a row with other numbers, and what is said of it.
    pub(super) fn remark(&self, plan: &Plan) -> Option<(u64, String)> {
        let once = plan.once.get(self.of)?;
        let incident = quoted(self.cells.get(once.slot).unwrap_or_default());
        let message = format!(
            "column {}: found other numbers for {incident} than in line {}, expected the same in all its rows; \
             those of line {} are counted",
            plan.name(once.slot),
            self.line,
            self.line
        );
        Some((self.other?, message))
    }
}
