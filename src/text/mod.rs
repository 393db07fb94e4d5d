//! Everything that is read by people goes through here: numbers, dates, sentences, the order of right-to-left text, the
//! shipped fonts and how wide a label is. Screen and exports use the same answers, and no view formats a number by itself.

mod added_up;
mod bidi;
mod dates;
mod dates_persian;
pub mod findings;
mod fonts;
mod lines;
mod messages;
pub mod names;
mod numbers;
pub mod sentences;
mod shape;

pub use added_up::{over_periods, span_of_periods};
pub use bidi::{Run, base_is_rtl, for_clipboard, list, visual_runs, with_names, without_marks};
pub use dates::{DateStyle, as_known_on, date, of_period, span, span_ends};
pub use fonts::{FontFile, Weight, has_glyph, missing_glyphs, stack};
pub use lines::{elide, wrap};
pub use messages::{Locale, Separator};
pub use numbers::{inhabitants, label, percent, quantity, quantity_words, tick, whole, words};
pub use shape::{Glyph, OutlinePen, Shipped, Size, TextSize, draw_glyph, measure, shape};
