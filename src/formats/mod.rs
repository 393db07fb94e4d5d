//! From bytes to a dataset: one function for all formats, so that nobody else needs to know which there are.
//!
//! Nothing here knows a path beyond the file's name, opens a window or starts a thread: the caller hands over a reader
//! and a progress function, through which it can also cancel.

#![deny(clippy::indexing_slicing)]

mod bytes;
mod error;
mod expected;
mod hash;
mod input;
pub mod native;
mod sniff;
pub mod table;
pub mod view;
mod words;

pub use error::{LoadError, LoadErrorKind, Problem};
pub use expected::Expected;
pub use hash::{ContentHash, Hashed, NoHash};
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

/// What a file can be.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// A dataset.
    Dataset(Box<Loaded>),
    /// A view: which datasets were open, and what was asked of them.
    View(Box<view::View>),
}

/// Reads one dataset. The error names the file and every problem in it.
pub fn read(input: Input, progress: Progress) -> Result<Loaded, LoadError> {
    let name = input.name.clone();
    match read_as(Expected::Dataset, input, progress)? {
        Document::Dataset(loaded) => Ok(*loaded),
        Document::View(_) => {
            let kind = LoadErrorKind::Foreign { looks: Looks::View, expected: Expected::Dataset };
            Err(LoadError { file: name, kind })
        }
    }
}

/// Reads a dataset or a view; which of them it is, its content says and not its name.
pub fn read_any(input: Input, progress: Progress) -> Result<Document, LoadError> {
    read_as(Expected::by_name(&input.name), input, progress)
}

fn read_as(expected: Expected, input: Input, progress: Progress) -> Result<Document, LoadError> {
    let Input { name, size, reader } = input;
    let document = bytes::read_text(reader, size, expected, progress).and_then(|text| parse(&text, expected, progress));
    document.map_err(|kind| LoadError { file: name, kind })
}

fn parse(text: &str, expected: Expected, progress: Progress) -> Result<Document, LoadErrorKind> {
    let mut problems = native::problems::Problems::default();
    let root = native::tree::parse(text, expected, &mut problems, progress)?;
    if view::is_view(&root) {
        return view::read(root, problems, text).map(|view| Document::View(Box::new(view)));
    }
    native::read(root, problems, text, expected).map(|loaded| Document::Dataset(Box::new(loaded)))
}
