//! Files: what is read, what is refused and with which words.

mod bad;
mod good;
mod io;
mod memory;
mod random;
mod schema;
pub(super) mod strategies;
mod table_changing;
mod table_damaged;
mod table_gather;
mod table_guess;
mod table_odd;
mod table_open;
mod table_readers;
mod table_recipe;
mod table_text;
mod table_values;
mod view;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tollview::formats::table::SampleRow;
use tollview::formats::{self, Input, LoadError, Loaded};

/// Reads text as if it were a file.
fn read(text: &str) -> Result<Loaded, LoadError> {
    read_bytes(text.as_bytes())
}

/// Reads bytes as if they were a file.
fn read_bytes(bytes: &[u8]) -> Result<Loaded, LoadError> {
    formats::read(Input::from_bytes("test.toll.json", bytes.to_vec()), &mut |_| ControlFlow::Continue(()))
}

/// Reads a file from the disk.
fn read_path(path: &Path) -> Result<Loaded, LoadError> {
    formats::read(Input::open(path)?, &mut |_| ControlFlow::Continue(()))
}

/// The texts of a sample's row.
fn texts(row: &SampleRow) -> Vec<&str> {
    row.cells.iter().collect()
}

/// A path inside the crate.
fn in_crate(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// All files of a folder that end in `.toll.json`, in order of name.
fn datasets_in(folder: &str) -> Vec<PathBuf> {
    files_in(folder, ".toll.json")
}

/// All files of a folder whose names end like this, in order of name.
fn files_in(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(in_crate(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    files.sort();
    files
}
