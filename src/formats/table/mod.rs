//! Tables that people have: CSV, spreadsheets, JSON records and Parquet, with one row for each person, incident, day or
//! group, made into a dataset by a recipe.
//!
//! ```text
//! Material            bytes that can be opened more than once: a path, or bytes in memory
//!   ──► reader        unpacks, decodes and finds the tables inside: columns, and rows of text
//!   ──► sample        rows from the start, the middle and the end
//!   ──► guess         sample ──► Proposal: a recipe with its reasons and its doubts
//!   ──► gather        one pass over all rows with the recipe, in parallel, into tallies that can be merged
//!   ──► build         tallies ──► Dataset, with what was left out and why
//! odd                 rows of small tables that stand there twice, are of another time, or have slipped: counted, and named
//! ```
//!
//! Downstream of the readers every cell is text: spreadsheets' dates are written as ISO dates, numbers in their shortest
//! form, and what is null or missing is empty. So detection and recipes know one kind of cell, whatever the file was.

mod material;
mod row;
mod scratch;

pub mod gather;
pub mod guess;
pub mod odd;
pub mod reader;
pub mod recipe;
pub mod value;

pub use material::{Material, ReadSeek};
pub use row::{Cells, Column, Row, Sample, SampleRow, Scanned, Tally};
