//! Order, fonts, widths and lines of text.

mod bidi;
mod egui;
mod fonts;
mod lines;
mod locale;
mod picture;
mod shape;
