//! The numbers of a row, and what they state together.

use super::plan::{Number, Plan, cell};
use super::sum::Sum;
use crate::formats::Warning;
use crate::formats::table::Row;
use crate::formats::table::recipe::Role;
use crate::model::Stated;

/// Sums of sums go no deeper.
const DEEPEST_SUM: u32 = 4;

/// What a cell or a row states for one number.
#[derive(Clone, Copy, Default)]
pub(super) struct Found {
    pub(super) stated: Stated,
    /// What it takes away, where it is below zero.
    minus: u64,
    is_filled: bool,
}

impl Found {
    pub(super) fn sum(self) -> Sum {
        Sum::of(self.stated, self.is_filled).less(self.minus)
    }
}

impl From<Stated> for Found {
    fn from(stated: Stated) -> Self {
        Self { stated, minus: 0, is_filled: false }
    }
}

/// The numbers of one row.
#[derive(Default)]
pub(super) struct Numbers {
    cells: Vec<Found>,
    pub(super) wide: Vec<Stated>,
}

impl Numbers {
    /// Reads all numbers; gives how many of them are corrections.
    pub(super) fn read(&mut self, plan: &Plan, row: &Row) -> Result<usize, String> {
        self.cells.clear();
        let mut corrections = 0;
        for of in &plan.numbers {
            let mut found = Found::default();
            if of.takes_corrections {
                (found.stated, found.minus) = plan.correction(of.slot, cell(row, of.slot))?;
                corrections += usize::from(found.minus > 0);
            } else {
                found.stated = plan.stated(of.slot, cell(row, of.slot))?;
            }
            if let (Stated::Unknown, Some(filled)) = (found.stated, of.filled) {
                found.stated = plan.stated(filled, cell(row, filled))?;
                found.is_filled = found.stated != Stated::Unknown;
            }
            self.cells.push(found);
        }
        self.wide.clear();
        for (slot, _) in &plan.wide {
            self.wide.push(plan.stated(*slot, cell(row, *slot))?);
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

    /// The number of a rule; `own` is that of rules without a column.
    pub(super) fn number(&self, number: Number, own: Stated) -> Found {
        match number {
            Number::Own => own.into(),
            Number::Cell(index) => self.cells.get(index).copied().unwrap_or_default(),
        }
    }

    /// What the row states for a target's total.
    pub(super) fn found(&self, plan: &Plan, target: usize, own: Stated, depth: u32) -> Found {
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
        let find = |wanted: &[Role]| {
            let of_role = target.roles.iter().filter(|(role, _)| wanted.contains(role));
            of_role.map(|(_, number)| self.number(*number, own)).find(|found| found.stated != Stated::Unknown)
        };
        if target.is_range() {
            let ends = [
                find(&[Role::Low, Role::AtLeast]),
                find(&[Role::Best, Role::Total, Role::About]),
                find(&[Role::High, Role::UpTo]),
            ];
            let [low, best, high] = ends.map(|end| end.and_then(|end| end.stated.number()));
            let is_filled = ends.into_iter().flatten().any(|end| end.is_filled);
            let stated = match (low, best, high) {
                (None, None, None) => Stated::Unknown,
                _ => Stated::Range { low, best, high },
            };
            return Found { stated, minus: 0, is_filled };
        }
        let role = |role: Role, stated: fn(u64) -> Stated| {
            let found = find(&[role])?;
            Some(Found { stated: found.stated.number().map(stated).unwrap_or_default(), ..found })
        };
        // Numbers that stand alone may have words of their own: "500+", "about 20".
        find(&[Role::Total, Role::Best])
            .or_else(|| role(Role::AtLeast, Stated::AtLeast))
            .or_else(|| role(Role::About, Stated::About))
            .or_else(|| role(Role::UpTo, Stated::UpTo))
            .unwrap_or_default()
    }
}
