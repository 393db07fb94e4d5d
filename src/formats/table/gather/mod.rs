//! One pass over all rows of a table with a recipe, into tallies that can be merged, and from those to a dataset.

use super::Sample;
use super::reader::Table;
use super::recipe::Recipe;
use crate::formats::{LoadErrorKind, Progress, Warning};
use crate::model::Dataset;

/// What a table gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// The dataset.
    pub dataset: Dataset,
    /// How many rows there are, with those that were left out.
    pub rows: u64,
    /// How many of them were left out.
    pub left_out: u64,
    /// Why, for the first thousand of them.
    pub warnings: Vec<Warning>,
}

/// What the rows of a sample give: the preview of a recipe. The error says what is wrong with the recipe.
pub fn of_sample(_sample: &Sample, _recipe: &Recipe, _name: &str) -> Result<Gathered, LoadErrorKind> {
    Err(LoadErrorKind::Cancelled)
}

/// Reads all rows of `tables`, which are of one shape, once. `name` is the file's, for what the recipe does not name.
pub fn gather(
    _tables: &[&Table],
    _recipe: &Recipe,
    _name: &str,
    _progress: Progress,
) -> Result<Gathered, LoadErrorKind> {
    Err(LoadErrorKind::Cancelled)
}
