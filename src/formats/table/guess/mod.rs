//! From a sample to a recipe: what the columns mean, with the reasons for it and the doubts about it.
//!
//! ```text
//! look      the sample by columns
//! names     what the names of columns say, and values that are words
//! when      dates, in columns and as the names of columns
//! rows      rows that are not counted like the others: totals, subsets, repetitions
//! people    lists of people, one row for each
//! about     what a row is, which events there are, and who counted
//! counted   the columns that count, how their numbers are written, and their ledger, learnt from the arithmetic
//! detect    puts the recipe together: a draft, with reasons (say) and doubts; answers: what becomes of it then
//! families  files that are known
//! ```

mod about;
mod answers;
mod counted;
mod detect;
mod doubts;
mod draft;
mod families;
mod look;
mod names;
mod people;
mod rows;
mod say;
mod when;

pub use answers::Asked;

use super::Sample;
use super::recipe::{Reading, Recipe};

/// What is known of a table beside its rows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct About {
    /// The file's name without its folder, and the table's where the file has several.
    pub name: String,
    /// How the bytes were read.
    pub reading: Reading,
    /// The table's title, where something beside it says one: a data package, a row above the header.
    pub title: Option<String>,
    /// What stands under the title, above the columns' names.
    pub subtitle: Option<String>,
    /// Who published it, where a data package says so; the source of what names no other.
    pub publisher: Option<String>,
    /// Under which terms, where a data package says so.
    pub licence: Option<String>,
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
pub fn propose(sample: &Sample, about: &About) -> Option<Proposal> {
    families::propose(sample, about).or_else(|| propose_in_general(sample, about))
}

/// Proposes a recipe from the columns alone, as if no family of files were known.
#[must_use]
pub fn propose_in_general(sample: &Sample, about: &About) -> Option<Proposal> {
    detect::propose(sample, about).map(draft::Draft::proposal)
}
