//! The native format, `*.toll.json`: JSON made to be written by hand and compared line by line.
//!
//! A file becomes a tree of nodes that remember their places (`tree`), and the tree becomes a dataset (`read`).
//! The two steps are what lets an error name line, column and path, and what lets all errors be listed at once.

pub(super) mod place;
pub(super) mod problems;
pub(super) mod read;
mod syntax;
pub(super) mod tree;
mod write;

pub use write::write;

use super::{Expected, LoadErrorKind, Loaded};
use problems::Problems;

/// The version of the format that this program reads and writes.
pub const VERSION: u64 = 1;

/// Reads the tree of a file.
pub(super) fn read(
    root: tree::Node,
    mut problems: Problems,
    text: &str,
    expected: Expected,
) -> Result<Loaded, LoadErrorKind> {
    let dataset = read::dataset(root, &mut problems, expected)?;
    match dataset {
        Some(dataset) if problems.is_empty() => Ok(Loaded::native(dataset)),
        _ => Err(problems.into_error(text)),
    }
}
