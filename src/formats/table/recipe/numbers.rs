//! How a table writes its numbers, and in how many people they are.

use serde::{Deserialize, Serialize};

/// How numbers are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Numbers {
    /// What stands before the fraction: a point or a comma.
    pub decimal: char,
    /// Texts that mean that the number is not known, beside blanks.
    pub unknown: Vec<String>,
    /// Whether fractions are rounded, as in averages and estimates by a model; else they are errors of their rows.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub round: bool,
    /// How many people a 1 stands for: 1,000 in a table in thousands.
    #[serde(skip_serializing_if = "Scale::is_one")]
    pub scale: Scale,
}

/// In how many people a table's numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// In people.
    #[default]
    One,
    /// In thousands.
    Thousand,
    /// In millions.
    Million,
}

impl Scale {
    /// How many people a 1 stands for.
    #[must_use]
    pub fn people(self) -> u64 {
        match self {
            Self::One => 1,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_one(&self) -> bool {
        *self == Self::One
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Self { decimal: '.', unknown: Vec::new(), round: false, scale: Scale::One }
    }
}

impl Numbers {
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
