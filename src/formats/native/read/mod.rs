//! Walks the tree of a file into a dataset and notes every problem on the way.
//!
//! Each reader returns `None` after it has noted what is wrong, and its caller goes on with the rest, so that one look
//! at a file finds everything.

mod count;
mod dataset;
mod event;
pub(in crate::formats) mod fields;
mod ids;
pub(in crate::formats) mod primitives;
mod report;
mod supersedes;

pub(super) use dataset::dataset;

use super::problems::Problems;
use ids::Known;

/// What every reader needs: where to note problems, and which names are declared.
pub(in crate::formats) struct Context<'c> {
    pub(in crate::formats) problems: &'c mut Problems,
    known: Known,
}

impl<'c> Context<'c> {
    /// Nothing is declared yet.
    pub(in crate::formats) fn new(problems: &'c mut Problems) -> Self {
        Self { problems, known: Known::new() }
    }
}
