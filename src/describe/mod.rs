//! A dataset as text, without a window: as JSON for programs and as a report for people. Both print the same figures, and
//! `figures` decides which.

mod compared;
mod comparison;
mod comparison_lines;
mod figures;
mod fill;
mod lines;
mod read_as;
mod report;
mod shape;

pub use comparison::{
    ComparedEntry, ComparisonEntry, LikeEntry, NeighboursEntry, NumberEntry, OrderEntry, PassingEntry, PassingsEntry,
    SpreadEntry,
};
pub use fill::description;
pub use report::report;
pub use shape::{Description, EventEntry, FigureEntry, FindingEntry, PartEntry, QuestionEntry, WarningEntry};

use crate::formats::Loaded;
use jiff::civil::Date;

/// Which reports count as known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum AsKnownOn {
    /// As the file's `show` says, else all of them.
    #[default]
    AsInFile,
    /// All of them.
    Latest,
    /// Those that were known on this day.
    Day(Date),
}

/// How to describe a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Options {
    /// Which reports count as known.
    pub as_known_on: AsKnownOn,
    /// Whether to list every report too, known by then or not.
    pub all: bool,
}

/// The description as JSON, without a line break at its end.
pub fn json(loaded: &Loaded, options: Options) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&description(loaded, options))
}
