//! From open datasets and a [`Question`] to the numbers that answer it. Nothing here draws, reads files or keeps state.
//!
//! A share is taken of the people counted: where a total is a lower bound, its parts are lower bounds of the same
//! unfinished count, so no bound of the share follows from it, and the heading says of what number it is a share.

mod breakdown;
mod comparison;
mod details;
mod findings;
mod library;
mod multiple;
mod named;
mod question;
mod standing;
mod table;
mod timeline;

pub use breakdown::{Breakdown, BreakdownRow, Inside, Segment, break_down, breakdown};
pub use comparison::{Comparison, ComparisonRow, Days, Progress, compare, divisor};
pub use details::{Details, PartLine, details};
pub use findings::{findings, known_findings};
pub use library::{CountKey, EventKey, FileId, Library, OpenEvent};
pub use multiple::{LikeWithLike, Likeness, Multiple, multiple};
pub use question::{Column, Flow, Order, Question, Scale, Sources, Tab, Time, Unit};
pub use standing::{Rule, SourceTotal, Standing, find_total, known_events, source_totals, standing};
pub use table::{TableRow, table};
pub use timeline::{Added, EventTimeline, Point, Series, Step, Timeline};
