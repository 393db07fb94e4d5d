//! Lists of people, one row for each.
//!
//! ```text
//! persons   lists of people; person_columns: what tells of one; sexes: what their values mean
//! fates     what became of each; who_died: of whom only some did
//! ```

pub(super) mod fates;
pub(super) mod person_columns;
pub(super) mod persons;
pub(super) mod sexes;
pub(super) mod who_died;
