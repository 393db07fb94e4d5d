//! The numbers of a row, and what they state together.

use super::keep_remark;
use super::plan::{NumberPlan, Plan, cell};
use super::sum::Sum;
use super::target::{ALONE, ENDS, Number, Target};
use crate::formats::table::Row;
use crate::formats::table::recipe::Role;
use crate::formats::table::value::mark_behind;
use crate::formats::{Warning, quoted};
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

/// The numbers of one row. Nearly all are whole ones in plain digits: they are kept apart and added as they are, without
/// all that a qualifier takes.
#[derive(Default)]
pub(super) struct Numbers {
    wholes: Vec<Option<u64>>,
    /// What is no plain whole number; elsewhere left over from other rows.
    others: Vec<Found>,
    pub(super) wide: Vec<Stated>,
    /// Which numbers beside words could not be read in this row, which stand beside other words, and which have a mark behind
    /// them.
    pub(super) odd: Vec<String>,
}

impl Numbers {
    /// Reads all numbers; gives how many of them are corrections.
    #[inline(always)]
    pub(super) fn read(&mut self, plan: &Plan, row: &Row) -> Result<usize, String> {
        self.wholes.resize(plan.numbers.len(), None);
        self.others.resize(plan.numbers.len(), Found::default());
        self.odd.clear();
        let mut corrections = 0;
        for ((of, whole), other) in plan.numbers.iter().zip(&mut self.wholes).zip(&mut self.others) {
            *whole = if of.beside.is_none() { plan.whole(cell(row, of.slot)) } else { None };
            if whole.is_none() {
                *other = read(plan, of, row, &mut self.odd)?;
                corrections += usize::from(other.minus > 0);
            }
        }
        self.wide.clear();
        for (slot, _) in &plan.wide {
            self.wide.push(plan.stated(*slot, cell(row, *slot))?);
        }
        Ok(corrections)
    }

    /// The remark on a row with numbers below zero.
    pub(super) fn remark(&self, plan: &Plan) -> String {
        let all = plan.numbers.iter().zip(&self.wholes).zip(&self.others);
        let minus = all.filter(|((_, whole), other)| whole.is_none() && other.minus > 0);
        let found: Vec<String> =
            minus.map(|((of, _), other)| format!("column {}: found -{}", plan.name(of.slot), other.minus)).collect();
        format!("{}, taken as a correction and subtracted", found.join(", "))
    }

    /// Keeps that the low, best and high numbers of a row contradict each other.
    #[cold]
    #[inline(never)]
    pub(super) fn say_disorder(&self, plan: &Plan, target: &Target, line: u64, remarks: &mut Vec<Warning>) {
        keep_remark(remarks, line, || {
            let all = ENDS.iter().filter_map(|roles| target.numbers(roles).next());
            let (names, numbers): (Vec<String>, Vec<String>) =
                all.filter_map(|number| self.of_cell(plan, number)).map(|(name, n)| (name, n.to_string())).unzip();
            let (names, numbers) = (names.join(", "), numbers.join(", "));
            format!("columns {names}: found {numbers}, expected none above the next; they are counted as they are")
        });
    }

    /// Keeps that a number which lies inside another one of its row is above it.
    #[cold]
    #[inline(never)]
    pub(super) fn say_beyond(&self, plan: &Plan, part: Number, most: u64, line: u64, remarks: &mut Vec<Warning>) {
        let Some((name, found)) = self.of_cell(plan, part) else { return };
        keep_remark(remarks, line, || {
            format!(
                "column {name}: found {found}, expected no more than the {most} of which they are; it is counted as it is"
            )
        });
    }

    /// The column of a number in quotes, and the number, where it is a whole one in a cell.
    fn of_cell(&self, plan: &Plan, number: Number) -> Option<(String, u64)> {
        let Number::Cell(index) = number else { return None };
        Some((plan.name(plan.numbers.get(index)?.slot), self.whole(number, Stated::Unknown)?))
    }

    /// The number of a rule where it is a plain whole one; `own` is that of rules without a column.
    #[inline]
    pub(super) fn whole(&self, number: Number, own: Stated) -> Option<u64> {
        match (number, own) {
            (Number::Own, Stated::Exact(whole)) => Some(whole),
            (Number::Own, _) => None,
            (Number::Cell(index), _) => self.wholes.get(index).copied().flatten(),
        }
    }

    /// Low, best and high of a target where all of them are plain whole numbers; a number alone is all three.
    #[inline]
    pub(super) fn ends(&self, target: &Target, own: Stated) -> Option<[u64; 3]> {
        let [low, best, high] = target.ends?;
        Some([self.whole(low, own)?, self.whole(best, own)?, self.whole(high, own)?])
    }

    /// The number of a rule.
    pub(super) fn number(&self, number: Number, own: Stated) -> Found {
        match (self.whole(number, own), number) {
            (Some(whole), _) => Stated::Exact(whole).into(),
            (None, Number::Own) => own.into(),
            (None, Number::Cell(index)) => self.others.get(index).copied().unwrap_or_default(),
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
        let find = |roles: &[Role]| {
            target.numbers(roles).map(|number| self.number(number, own)).find(|found| found.stated != Stated::Unknown)
        };
        if target.is_range {
            let ends = ENDS.map(find);
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
        find(ALONE)
            .or_else(|| role(Role::AtLeast, Stated::AtLeast))
            .or_else(|| role(Role::About, Stated::About))
            .or_else(|| role(Role::UpTo, Stated::UpTo))
            .unwrap_or_default()
    }
}

/// A cell that is not just a whole number.
fn read(plan: &Plan, of: &NumberPlan, row: &Row, odd: &mut Vec<String>) -> Result<Found, String> {
    let text = cell(row, of.slot);
    let (stated, minus) = match &of.beside {
        Some(words) => (words.read(plan, of.slot, text, odd), 0),
        None if of.takes_corrections => plan.correction(of.slot, text)?,
        None => (plan.stated(of.slot, text)?, 0),
    };
    if of.beside.is_none()
        && let Some(mark) = mark_behind(text, &plan.recipe.numbers)
    {
        odd.push(format!(
            "column {}: found {} behind the number, which is counted as it is",
            plan.name(of.slot),
            quoted(mark)
        ));
    }
    if let (Stated::Unknown, Some(filled)) = (stated, of.filled) {
        let stated = plan.stated(filled, cell(row, filled))?;
        return Ok(Found { stated, minus: 0, is_filled: stated != Stated::Unknown });
    }
    Ok(Found { stated, minus, is_filled: false })
}
