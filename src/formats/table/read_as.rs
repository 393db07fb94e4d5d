//! How a table was made into a dataset, so that it can be shown and changed.

use super::Sample;
use super::guess::Proposal;
use super::recipe::Recipe;

/// How a table was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAs {
    /// The recipe.
    pub recipe: Recipe,
    /// What was proposed, where the recipe was neither given nor remembered.
    pub proposal: Option<Proposal>,
    /// Some of its rows.
    pub sample: Sample,
    /// How many rows there are, with those that were left out.
    pub rows: u64,
    /// How many of them were left out.
    pub left_out: u64,
}

impl ReadAs {
    /// Whether nothing about the recipe is in doubt.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.proposal.as_ref().is_none_or(|proposal| proposal.doubts.is_empty())
    }
}
