//! Numbers and dates as tables write them.
//!
//! Cells are read row by row, a gigabyte of them: the usual writings take a short way without allocating, and only what is
//! unusual is looked at closely.

mod beside;
mod buddhist;
mod date;
mod digits;
mod epoch;
mod era;
mod letters;
mod marks;
mod months;
mod months_span;
mod number;
mod number_words;
mod part_of_year;
mod serial;
mod solar;
mod span;
mod stated;
mod time;
mod tokens;
mod unknown;
mod vague;
mod year;

pub use beside::{BesideError, beside, left_over};
pub(super) use beside::{is_letter, words_of};
pub(super) use buddhist::has_buddhist_year;
pub use date::{DateError, date, of_week, parts};
pub(super) use date::{day_of_digits, iso_digits, turned};
pub(super) use digits::{digit, has_digit};
pub(super) use era::is_day_of_era;
pub(super) use letters::{is_accent, is_mark_in_word};
pub(super) use marks::is_uncounted;
pub(super) use months::month as month_of_name;
pub(super) use number::plain;
pub use number::{NumberError, fraction, number};
pub(super) use number_words::says_number;
pub(super) use stated::mark_behind;
pub use stated::stated;
pub(super) use time::minutes;
pub(super) use unknown::{is_unknown, trimmed};
pub(super) use year::is_running as is_running_year;
