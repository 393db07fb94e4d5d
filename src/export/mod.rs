//! What leaves the window: a chart as a picture, numbers as a table. Paints the same placed marks as the screen.

mod paper;
pub mod picture;
mod placed;
mod tsv;

pub use paper::on_paper;
pub use placed::picture_of;
pub use tsv::{changes_tsv, table_tsv};
