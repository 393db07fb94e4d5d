//! When: columns of dates and their writing, and dates as the names of columns.
//!
//! ```text
//! dates   the columns of a row's date; date_words: how such columns are called; date_parts: year, month and day in three
//!         columns; date_form and date_order: in which order a date is written
//! times   several reports of a day; birth: dates on which nobody died; calendars: those that are not read
//! as_of   the day as of which all rows hold, said above the columns' names
//! wide    dates as columns; dated: which columns these are; earlier: years beside the latest one; versions: the last
//!         of several versions of a number
//! ```

pub(super) mod as_of;
pub(super) mod birth;
mod calendars;
pub(super) mod date_form;
pub(super) mod date_order;
pub(super) mod date_parts;
pub(super) mod date_words;
pub(super) mod dated;
pub(super) mod dates;
pub(super) mod earlier;
pub(super) mod times;
pub(super) mod versions;
pub(super) mod wide;
