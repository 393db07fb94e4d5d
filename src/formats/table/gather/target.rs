//! All rules for one measure of one source: the numbers that together are one count.

use crate::formats::table::recipe::{BasisRule, Role};
use crate::model::Relation;

/// The number of a row for one rule.
#[derive(Clone, Copy)]
pub(super) enum Number {
    /// The row counts one, or a date's cell is the number.
    Own,
    /// The cell in this place of the plan's numbers.
    Cell(usize),
}

/// Which roles say the low, best and high end of a range.
pub(super) const ENDS: [&[Role]; 3] =
    [&[Role::Low, Role::AtLeast], &[Role::Best, Role::Total, Role::About], &[Role::High, Role::UpTo]];

/// Which roles say a number that stands alone, with words of its own: "500+", "about 20".
pub(super) const ALONE: &[Role] = &[Role::Total, Role::Best];

/// All rules for one measure of one source on one basis: a count with its parts.
#[derive(Default)]
pub(super) struct Target {
    pub(super) measure: String,
    pub(super) source: Option<String>,
    pub(super) basis: BasisRule,
    pub(super) roles: Vec<(Role, Number)>,
    /// The numbers for low, best and high where each of them is a plain one; one alone is all three.
    pub(super) ends: Option<[Number; 3]>,
    /// Whether low, best or high have columns, so that a number alone is the best one.
    pub(super) is_range: bool,
    pub(super) parts: Vec<(Relation, usize, Number)>,
    pub(super) pending: Option<Number>,
    /// The incidents of the plan of which it is counted once; none where each row counts.
    pub(super) once: Option<usize>,
    /// The targets whose sum is this one's total, where it has none of its own.
    pub(super) members: Vec<usize>,
}

impl Target {
    /// The numbers of the rules with one of `roles`, in the order of the rules.
    pub(super) fn numbers(&self, roles: &[Role]) -> impl Iterator<Item = Number> {
        self.roles.iter().filter(|(role, _)| roles.contains(role)).map(|(_, number)| *number)
    }

    /// Learns what follows from its roles.
    pub(super) fn settle(&mut self) {
        self.is_range = self.roles.iter().any(|(role, _)| matches!(role, Role::Low | Role::High));
        let [low, best, high] = if self.is_range { ENDS } else { [ALONE; 3] };
        let first = |roles| self.numbers(roles).next();
        self.ends = first(low).zip(first(best)).zip(first(high)).map(|((low, best), high)| [low, best, high]);
    }
}
