//! What is counted: the columns of numbers, and how these stand to each other.

use super::BasisRule;
use serde::{Deserialize, Serialize};

/// One column of counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountRule {
    /// What is counted: `killed`, `dead`, `injured`, or a name of the table's own.
    pub measure: String,
    /// How the number stands to the measure's total.
    pub role: Role,
    /// Who is counted: for parts, of-which parts and unclear ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The column of the numbers; without it each row counts one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Words in small letters: the count is the number that stands beside one of them in the cell; else it is the whole cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<String>,
    /// The column that names the incidents to which the numbers belong: of all rows of one incident they are counted once. A
    /// row that names none is an incident of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once_per: Option<String>,
    /// The column with which the publisher filled the gaps of `column`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled: Option<String>,
    /// Whether it is a total so far, where that differs from the recipe's basis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<BasisRule>,
    /// Who counted, where each source has a column of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl CountRule {
    /// The number of a measure in a role, in each row one; all else is left open.
    #[must_use]
    pub fn new(measure: &str, role: Role) -> Self {
        Self {
            measure: measure.to_owned(),
            role,
            category: None,
            column: None,
            beside: Vec::new(),
            once_per: None,
            filled: None,
            basis: None,
            source: None,
        }
    }

    /// Whether its numbers, as they stand in the cells, add up over the rows of a recipe on the same basis; the ends of ranges
    /// do not.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.beside.is_empty()
            && self.once_per.is_none()
            && self.basis != Some(BasisRule::Cumulative)
            && !matches!(self.role, Role::Low | Role::High)
    }
}

/// How a column's number stands to its measure's total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The number as stated.
    Total,
    /// The lowest plausible number.
    Low,
    /// The number the source holds most likely.
    Best,
    /// The highest plausible number.
    High,
    /// At least this many.
    AtLeast,
    /// About this many.
    About,
    /// Up to this many.
    UpTo,
    /// Adds up with other parts to the total.
    Part,
    /// Lies inside the total.
    OfWhich,
    /// May lie inside or outside.
    Unclear,
    /// Under investigation: beside the total, never added.
    Pending,
}

impl Role {
    /// Every role in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Total,
        Self::Best,
        Self::Low,
        Self::High,
        Self::Part,
        Self::OfWhich,
        Self::Unclear,
        Self::Pending,
        Self::AtLeast,
        Self::About,
        Self::UpTo,
    ];

    /// Whether a number in this role is of some of the people counted.
    #[must_use]
    pub fn has_category(self) -> bool {
        matches!(self, Self::Part | Self::OfWhich | Self::Unclear)
    }
}
