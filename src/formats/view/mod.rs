//! Views, `*.tollview.json`: which datasets were open and all that was asked of them, to be opened again or passed on.
//!
//! A view names its datasets by paths relative to its own folder and by the hashes of their bytes: it can move with them,
//! says nothing of the folders above them, and notices when one has changed. It keeps the recipes by which tables were
//! read: another one would give another chart. In its question the number of a file is its
//! place in the list of files, from 0 as in JSON paths.

mod paths;
mod read;
mod write;

pub use paths::{joined, normal, relative};
pub use write::write;

pub(super) use read::{is_view, read};

use super::ContentHash;
use crate::analysis::Question;
use crate::formats::table::recipe::Recipe;

/// The version of the format that this program reads and writes.
pub const VERSION: u64 = 1;

/// The key that makes a JSON file a view.
const KEY: &str = "tollview_view";

/// Which datasets were open and what was asked of them.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The datasets in their order.
    pub files: Vec<ViewFile>,
    /// What was asked; the file of each event is its place in `files`.
    pub question: Question,
}

/// A dataset of a view.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewFile {
    /// The one that comes with the program.
    Example,
    /// A file.
    Path {
        /// Its path relative to the view's folder, with slashes.
        path: String,
        /// What its bytes were.
        hash: Option<ContentHash>,
        /// How it was read, where it is a table.
        recipe: Option<Box<Recipe>>,
    },
}
