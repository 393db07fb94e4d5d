//! The numbers of a row, and what they state together.

use super::plan::{Number, Plan, cell};
use super::sum::Sum;
use crate::formats::Warning;
use crate::formats::table::Row;
use crate::formats::table::recipe::Role;
use crate::model::Stated;

/// Sums of sums go no deeper.
const DEEPEST_SUM: u32 = 4;

/// The number in a cell.
#[derive(Clone, Copy, Default)]
pub(super) struct Cell {
    pub(super) number: Option<u64>,
    /// What it takes away, where it is below zero.
    minus: u64,
    is_filled: bool,
}

/// What a row states for one number.
#[derive(Clone, Copy, Default)]
pub(super) struct Found {
    pub(super) stated: Stated,
    minus: u64,
    is_filled: bool,
}

impl Found {
    pub(super) fn sum(self) -> Sum {
        Sum::of(self.stated, self.is_filled).less(self.minus)
    }
}

impl From<Cell> for Found {
    fn from(Cell { number, minus, is_filled }: Cell) -> Self {
        Self { stated: number.map_or(Stated::Unknown, Stated::Exact), minus, is_filled }
    }
}

/// The numbers of one row.
#[derive(Default)]
pub(super) struct Numbers {
    cells: Vec<Cell>,
    pub(super) wide: Vec<Option<u64>>,
}

impl Numbers {
    /// Reads all numbers; gives how many of them are corrections.
    pub(super) fn read(&mut self, plan: &Plan, row: &Row) -> Result<usize, String> {
        self.cells.clear();
        let mut corrections = 0;
        for of in &plan.numbers {
            let mut number = Cell::default();
            if of.takes_corrections {
                let found = plan.correction(of.slot, cell(row, of.slot))?;
                number.number = found.map(|(number, _)| number);
                number.minus = found.map_or(0, |(_, minus)| minus);
                corrections += usize::from(number.minus > 0);
            } else {
                number.number = plan.number(of.slot, cell(row, of.slot))?;
            }
            if let (None, Some(filled)) = (number.number, of.filled) {
                number.number = plan.number(filled, cell(row, filled))?;
                number.is_filled = number.number.is_some();
            }
            self.cells.push(number);
        }
        self.wide.clear();
        for (slot, _) in &plan.wide {
            self.wide.push(plan.number(*slot, cell(row, *slot))?);
        }
        Ok(corrections)
    }

    /// The remark on a row with numbers below zero.
    pub(super) fn remark(&self, plan: &Plan, row: &Row) -> Warning {
        let all = plan.numbers.iter().zip(&self.cells).filter(|(_, cell)| cell.minus > 0);
        let found: Vec<String> =
            all.map(|(of, cell)| format!("column {}: found -{}", plan.name(of.slot), cell.minus)).collect();
        let message = format!("{}, taken as a correction and subtracted", found.join(", "));
        Warning { line: row.line, message }
    }

    pub(super) fn number(&self, number: Number, own: Option<u64>) -> Cell {
        match number {
            Number::Own => Cell { number: own, ..Cell::default() },
            Number::Cell(index) => self.cells.get(index).copied().unwrap_or_default(),
        }
    }

    /// What the row states for a target's total.
    pub(super) fn found(&self, plan: &Plan, target: usize, own: Option<u64>, depth: u32) -> Found {
        let Some(target) = plan.targets.get(target) else { return Found::default() };
        if target.roles.is_empty() && depth < DEEPEST_SUM {
            let members = target.members.iter().map(|member| self.found(plan, *member, own, depth + 1));
            let add = |a: Found, b: Found| Found {
                stated: a.stated + b.stated,
                minus: a.minus.saturating_add(b.minus),
                is_filled: a.is_filled || b.is_filled,
            };
            return members.reduce(add).unwrap_or_default();
        }
        let mut is_filled = false;
        let mut minus = 0;
        let mut find = |wanted: &[Role]| {
            target.roles.iter().filter(|(role, _)| wanted.contains(role)).find_map(|(_, number)| {
                let cell = self.number(*number, own);
                is_filled |= cell.is_filled;
                minus = cell.minus.max(minus);
                cell.number
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
        Found { stated, minus, is_filled }
    }
}
