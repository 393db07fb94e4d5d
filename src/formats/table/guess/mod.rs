//! From a sample to a recipe: what the columns mean, with the reasons for it and the doubts about it.
//!
//! ```text
//! look        the sample by columns; name, words, phrases and joined: what their names say; neighbours: with the others
//! dates       when; date_parts: in three columns; date_form and date_order: in which order; date_words: how such columns
//!             are called; times: several reports of a day; birth: dates on which nobody died
//! wide        dates as columns; dated: which columns these are, and which only compare; earlier: years beside the latest one
//! spoken      values that say what is counted, and certainty: how sure it is; indicators: rows that count different
//!             things; aggregates, ages, holders, wholes and sum_row: rows that hold other rows; of_which and set_in:
//!             rows inside others; snapshots: reports that tell all or some again; notes: what stands under all rows;
//!             left_out: all of these
//! beside      cells that say in words how many were what: "3 killed, 5 injured"
//! persons     lists of people; person_columns: what tells of one; sexes, and fates: what became of them; who_died: of
//!             whom only some did
//! shape       people, incidents, periods or groups; columns: what names events and places; sources: who counted,
//!             and rivals: whether they count the same people
//! candidates  the columns that count; codes: those that do not; filled: whose gaps are filled; so_far and short_series:
//!             which of them are totals so far; counts, whose and inside: their ledger, learnt from the arithmetic
//! numbers     how those are written: fractions, thousands; decimals: what parts these
//! repeats     numbers of an incident in each of its rows
//! unequal     totals in rows of their own to which the other rows do not add up
//! detect      puts the recipe together; doubts: what only the user can say; answers: what becomes of the recipe then
//! families    files that are known
//! ```

mod ages;
mod aggregates;
mod answers;
mod beside;
mod between;
mod birth;
mod by_source;
mod candidates;
mod certainty;
mod codes;
mod columns;
mod counts;
mod date_form;
mod date_order;
mod date_parts;
mod date_words;
mod dated;
mod dates;
mod decimals;
mod detect;
mod doubts;
mod draft;
mod earlier;
mod events;
mod excess;
mod fallback;
mod families;
mod fates;
mod filled;
mod holders;
mod indicators;
mod inside;
mod joined;
mod ledger;
mod left_out;
mod look;
mod name;
mod neighbours;
mod notes;
mod numbers;
mod of_which;
mod overlap;
mod person_columns;
mod persons;
mod phrases;
mod repeats;
mod rivals;
mod say;
mod set_in;
mod sexes;
mod shape;
mod short_series;
mod snapshots;
mod so_far;
mod sources;
mod spoken;
mod sum_row;
mod times;
mod unequal;
mod who_died;
mod wholes;
mod whose;
mod wide;
mod words;

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
