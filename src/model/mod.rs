//! What a toll is: datasets, reports, counts as intervals, and the ledger that checks their arithmetic.
//! Nothing here reads files, draws or formats text, so every rule can be tested by hand.

mod count;
mod coverage;
mod dataset;
mod date;
mod id;
mod interval;
pub mod ledger;
mod localized;
mod measure;
mod report;
mod stated;
mod summed;

pub use count::{Count, Relation};
pub use coverage::{Coverage, CoverageKey, Who};
pub use dataset::{
    Category, Dataset, Event, EventEnd, EventNote, Extra, LeadBy, Measure, Population, Show, Source, SourceKind,
};
pub use date::{PartialDate, Precision, When, WhenError};
pub use id::Id;
pub use interval::{Interval, Quantity, Sign};
pub use ledger::{Finding, FindingKind, Place, Severity};
pub use localized::Localized;
pub use measure::{BUILT_IN_MEASURES, is_built_in};
pub use report::{Basis, Independent, Method, Report, Verification, Via};
pub use stated::{Qualifier, Stated};
pub use summed::{Length, Summed};
