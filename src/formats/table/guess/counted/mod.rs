//! The columns that count, how their numbers are written, and what these are to each other.
//!
//! ```text
//! candidates  the columns that count; codes and excess: those that do not; fallback: where no name says what is counted
//! numbers     how they are written; decimals: what parts fractions and thousands; beside: cells that say it in words
//! so_far      totals so far, and short_series: of a few reports; so_far_asks: whether they are; filled: whose gaps are filled
//! counts      the ledger as rules: whose number each is, what lies inside and between others; of_whom: of which of them people
//!             tell; causes: kinds of death; recorded: what cannot be the same people, and what may; ledger: the arithmetic
//! ```

pub(super) mod beside;
pub(super) mod between;
pub(super) mod candidates;
pub(super) mod causes;
pub(super) mod codes;
pub(super) mod counts;
pub(super) mod decimals;
mod estimates;
pub(super) mod excess;
pub(super) mod fallback;
pub(super) mod filled;
pub(super) mod inside;
pub(super) mod ledger;
pub(super) mod numbers;
pub(super) mod of_whom;
mod recorded;
pub(super) mod short_series;
pub(super) mod so_far;
pub(super) mod so_far_asks;
pub(super) mod whose;
