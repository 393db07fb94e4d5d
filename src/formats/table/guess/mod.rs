//! From a sample to a recipe: what the columns mean, with the reasons for it and the doubts about it.

use super::Sample;
use super::reader::Package;
use super::recipe::{Reading, Recipe};

/// What is known of a table beside its rows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct About {
    /// The file's name without its folder, and the table's where the file has several.
    pub name: String,
    /// How the bytes were read.
    pub reading: Reading,
    /// What a data package beside it says of its columns.
    pub package: Option<Package>,
}

/// A recipe for a table, and how sure it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The recipe with the default answer to every doubt.
    pub recipe: Recipe,
    /// The family of files that it comes from, where it is one that is known: "UCDP GED".
    pub family: Option<String>,
    /// Why, one sentence each: what was found in names, tags, values and sums.
    pub reasons: Vec<String>,
    /// What only the user can say; the weightiest first.
    pub doubts: Vec<Doubt>,
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// What is asked.
    pub question: String,
    /// The answers, the default first.
    pub answers: Vec<Answer>,
}

/// An answer, and the recipe to which it leads where all other doubts keep their defaults.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it says.
    pub text: String,
    /// The recipe.
    pub recipe: Recipe,
}

/// Proposes a recipe; `None` where no column counts anything and no row can be a person.
#[must_use]
pub fn propose(_sample: &Sample, _about: &About) -> Option<Proposal> {
    None
}
