//! From bytes to a dataset: one function for all formats, so that nobody else needs to know which there are.
//!
//! Nothing here knows a path beyond the file's name, opens a window or starts a thread: the caller hands over a reader
//! and a progress function, through which it can also cancel.

#![deny(clippy::indexing_slicing)]

mod bytes;
mod error;
mod input;
pub mod native;
mod sniff;
mod words;

pub use error::{LoadError, LoadErrorKind, Problem};
pub use input::Input;
pub use sniff::Looks;
pub(crate) use words::{nearest, quoted};

use crate::model::Dataset;
use std::ops::ControlFlow;

/// The largest file that is read, in bytes (256 MiB): beyond it memory would run out before the chart is drawn.
pub const SIZE_LIMIT: u64 = 256 * 1024 * 1024;

/// Called with the bytes read so far, at least every 64 KiB; `Break` cancels.
pub type Progress<'p> = &'p mut dyn FnMut(u64) -> ControlFlow<()>;

/// A dataset, and what a reader of the file should know about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// What the file says.
    pub dataset: Dataset,
    /// What was odd, but no reason to refuse the file.
    pub warnings: Vec<Warning>,
}

/// Something odd in a file that was read nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The line in the file, from 1.
    pub line: u64,
    /// One sentence in lower case, without final stop.
    pub message: String,
}

/// Reads one file. The error names the file and every problem in it.
pub fn read(input: Input, progress: Progress) -> Result<Loaded, LoadError> {
    let Input { name, size, reader } = input;
    let loaded = bytes::read_text(reader, size, progress).and_then(|text| native::read(&text, progress));
    loaded.map_err(|kind| LoadError { file: name, kind })
}
