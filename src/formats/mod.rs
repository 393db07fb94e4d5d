//! From bytes to a dataset: one function for all formats, so that nobody else needs to know which there are.
//!
//! Nothing here knows a path beyond the file's name, opens a window or starts a thread: the caller hands over a reader
//! and a progress function, through which it can also cancel.

#![deny(clippy::indexing_slicing)]

mod beside;
mod bytes;
mod error;
mod expected;
mod foreign;
mod hash;
mod input;
pub mod native;
mod passes;
mod sniff;
pub mod table;
pub mod view;
mod words;

pub use beside::{recipe_name, stem};
pub use error::{LoadError, LoadErrorKind, Problem};
pub use expected::Expected;
pub use foreign::{ReadAs, ReadBy};
pub use hash::{ContentHash, Hashed, NoHash};
pub use input::Input;
pub use sniff::Looks;
pub(crate) use words::{nearest, quoted};

use crate::model::Dataset;
use flate2::read::MultiGzDecoder;
use sniff::FirstLook;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use table::Material;
use table::recipe::Recipe;

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
    /// How many rows there are, for tables.
    pub rows: Option<u64>,
    /// How many of them could not be read; `warnings` says why for the first thousand.
    pub left_out: u64,
    /// How it was read, for tables.
    pub read_as: Option<Box<ReadAs>>,
}

impl Loaded {
    /// What a dataset's own file says.
    #[must_use]
    pub fn native(dataset: Dataset) -> Self {
        Self { dataset, warnings: Vec::new(), rows: None, left_out: 0, read_as: None }
    }
}

/// Something odd in a file that was read nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The line in the file, from 1; 0 where it is about the whole file.
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

/// Gives the recipe that is known for a table of these columns.
pub type Known<'k> = &'k dyn Fn(&[table::Column]) -> Option<Recipe>;

/// The recipe by which a table is to be read.
#[derive(Clone, Copy)]
enum Wanted<'w> {
    /// This one, and the file is a table.
    Given(&'w Recipe),
    /// The one that is known for its columns, else a proposed one.
    Known(Known<'w>),
}

impl Wanted<'_> {
    fn is_given(self) -> bool {
        matches!(self, Self::Given(_))
    }
}

/// Reads one dataset, or a table as one. The error names the file and every problem in it.
pub fn read(input: Input, progress: Progress) -> Result<Loaded, LoadError> {
    read_with(input, None, progress)
}

/// Like [`read`], with a recipe for the table; without one it is found out what the columns mean.
pub fn read_with(input: Input, recipe: Option<&Recipe>, progress: Progress) -> Result<Loaded, LoadError> {
    let name = input.name.clone();
    match read_document(Expected::Dataset, input, recipe.map_or(Wanted::Known(&|_| None), Wanted::Given), progress)? {
        Document::Dataset(loaded) => Ok(*loaded),
        Document::View(_) => {
            let kind = LoadErrorKind::Foreign { looks: Looks::View, expected: Expected::Dataset };
            Err(LoadError { file: name, kind })
        }
    }
}

/// Reads a recipe.
pub fn read_recipe(input: Input) -> Result<Recipe, LoadError> {
    let Input { name, size, mut reader, .. } = input;
    let progress = &mut |_| ControlFlow::Continue(());
    let expected = Expected::Recipe;
    let head = bytes::head(&mut reader, expected, progress);
    let text = head.and_then(|head| bytes::read_text(head, reader, size, expected, progress));
    match text {
        Ok(text) => Recipe::read(&name, &text),
        Err(kind) => Err(LoadError { file: name, kind }),
    }
}

/// Reads a dataset, a table or a view; which of them it is, its content says and not its name.
pub fn read_any(input: Input, progress: Progress) -> Result<Document, LoadError> {
    read_any_with(input, &|_| None, progress)
}

/// Like [`read_any`]; `known` gives the recipe for a table of these columns, if there is one.
pub fn read_any_with(input: Input, known: Known, progress: Progress) -> Result<Document, LoadError> {
    read_document(Expected::by_name(&input.name), input, Wanted::Known(known), progress)
}

/// Like [`read_any`], for a table that is to be read with this recipe.
pub fn read_table_with(input: Input, recipe: &Recipe, progress: Progress) -> Result<Document, LoadError> {
    read_document(Expected::Dataset, input, Wanted::Given(recipe), progress)
}

fn read_document(expected: Expected, input: Input, recipe: Wanted, progress: Progress) -> Result<Document, LoadError> {
    let name = input.name.clone();
    document(expected, input, recipe, progress).map_err(|kind| LoadError { file: name, kind })
}

fn document(expected: Expected, input: Input, recipe: Wanted, progress: Progress) -> Result<Document, LoadErrorKind> {
    let Input { name, size, mut reader, material } = input;
    let head = bytes::head(&mut reader, expected, progress)?;
    let looks = sniff::first_look(&head, &name);
    match looks {
        FirstLook::Foreign(looks) => return Err(LoadErrorKind::Foreign { looks, expected }),
        FirstLook::Dataset if !recipe.is_given() => {
            return parse(&bytes::read_text(head, reader, size, expected, progress)?, expected, progress);
        }
        FirstLook::PackedDataset if !recipe.is_given() => {
            let unpacked = Box::new(MultiGzDecoder::new(Cursor::new(head).chain(reader)));
            return parse(&bytes::read_text(Vec::new(), unpacked, None, expected, progress)?, expected, progress);
        }
        // The keys of a dataset may come late.
        FirstLook::Object if !recipe.is_given() && size.is_none_or(|size| size <= SIZE_LIMIT) => {
            // Where it is a table, its rows are read once more.
            let bytes = bytes::read_all(head, reader, size, &mut |bytes| progress(bytes / 2))?;
            if sniff::names_a_dataset(&bytes) {
                return parse(&bytes::into_text(bytes, expected)?, expected, progress);
            }
            let material = material.unwrap_or_else(|| Material::memory(&name, bytes));
            return table(expected, &material, recipe, None, size.unwrap_or(0) / 2, progress);
        }
        _ => {}
    }
    let text = match looks {
        FirstLook::Text(looks) => Some(looks),
        _ => None,
    };
    let material = match material {
        Some(material) => material,
        None => Material::memory(&name, bytes::read_all(head, reader, size, progress)?),
    };
    table(expected, &material, recipe, text, 0, progress)
}

/// Reads a table; `text` is what a file looks like that may be none, `from` how many bytes were told already.
fn table(
    expected: Expected,
    material: &Material,
    recipe: Wanted,
    text: Option<Looks>,
    from: u64,
    progress: Progress,
) -> Result<Document, LoadErrorKind> {
    match (foreign::read(material, recipe, from, progress), text) {
        (Ok(loaded), _) => Ok(Document::Dataset(Box::new(loaded))),
        (Err(LoadErrorKind::NoCounts { .. } | LoadErrorKind::NoRows { .. }), Some(looks)) => {
            Err(LoadErrorKind::Foreign { looks, expected })
        }
        (Err(kind), _) => Err(kind),
    }
}

fn parse(text: &str, expected: Expected, progress: Progress) -> Result<Document, LoadErrorKind> {
    let mut problems = native::problems::Problems::default();
    let root = native::tree::parse(text, expected, &mut problems, progress)?;
    if view::is_view(&root) {
        return view::read(root, problems, text).map(|view| Document::View(Box::new(view)));
    }
    native::read(root, problems, text, expected).map(|loaded| Document::Dataset(Box::new(loaded)))
}
