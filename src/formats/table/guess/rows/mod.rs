//! Rows that are not counted like the others: they hold other rows, lie inside them, or tell them again.
//!
//! ```text
//! aggregates  rows that are called totals; holders, wholes and sum_row: rows that hold others, by place, value and sum;
//!             year_totals: sums between months; ages: bands that overlap; unequal: totals to which the rows do not add up
//! statistics  rows that only say something of the others: medians, changes, projections; taken_back: rows that were retracted
//! of_which    rows inside others by their names, and set_in: by white space before them
//! snapshots   reports that tell all or some again; overlap: periods that overlap; repeats: an incident in each of its rows;
//!             twice: a row that stands there twice
//! indicators  rows that count different things; notes: what stands under all rows
//! left_out    all of these as filters
//! ```

pub(super) mod ages;
pub(super) mod aggregates;
pub(super) mod holders;
pub(super) mod indicators;
pub(super) mod left_out;
pub(super) mod notes;
pub(super) mod of_which;
pub(super) mod overlap;
pub(super) mod repeats;
pub(super) mod set_in;
pub(super) mod snapshots;
pub(super) mod statistics;
pub(super) mod sum_row;
pub(super) mod taken_back;
pub(super) mod twice;
pub(super) mod unequal;
pub(super) mod wholes;
pub(super) mod year_totals;
