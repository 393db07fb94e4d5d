//! The system's file dialogs. They are built on the main thread, as some systems insist, and awaited on another.
//!
//! Where no dialog can be shown, the answer looks exactly like *Cancel*; only that it comes sooner than anyone can click
//! gives it away (`at_once`).

use super::{Outbox, on_thread};
use crate::state::{Action, Prompt};
use raw_window_handle::{HasDisplayHandle, HasWindowHandle};
use rfd::{AsyncFileDialog, FileHandle};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// An answer without a file that comes sooner than this was given by no person.
const SOONER_THAN_A_CLICK: Duration = Duration::from_millis(200);

/// The endings of what can be read; other names are behind "All files".
const READ: [&str; 14] = [
    "toll.json",
    "tollview.json",
    "json",
    "csv",
    "tsv",
    "txt",
    "xlsx",
    "xls",
    "ods",
    "jsonl",
    "geojson",
    "parquet",
    "gz",
    "zip",
];

pub(super) fn ask<W: HasWindowHandle + HasDisplayHandle>(prompt: &Prompt, parent: Option<&W>, outbox: &Outbox) {
    let asked = Instant::now();
    let one = |file: Option<FileHandle>| file.into_iter().collect::<Vec<FileHandle>>();
    match prompt {
        Prompt::Open => wait(dialog("Open a dataset", parent).pick_files(), Option::unwrap_or_default, asked, outbox),
        Prompt::Add => wait(dialog("Add a dataset", parent).pick_files(), Option::unwrap_or_default, asked, outbox),
        Prompt::Version => wait(dialog("Compare with version", parent).pick_file(), one, asked, outbox),
        Prompt::Copy(name) => {
            wait(dialog("Save a copy", parent).set_file_name(name).save_file(), one, asked, outbox);
        }
        Prompt::Recipe(name) => {
            wait(dialog("Save a recipe", parent).set_file_name(name).save_file(), one, asked, outbox);
        }
        Prompt::View(name) => {
            wait(dialog("Save a view", parent).set_file_name(name).save_file(), one, asked, outbox);
        }
    }
}

fn dialog<W: HasWindowHandle + HasDisplayHandle>(title: &str, parent: Option<&W>) -> AsyncFileDialog {
    let dialog = AsyncFileDialog::new()
        .set_title(title)
        .add_filter("Datasets, tables and views", &READ)
        .add_filter("All files", &["*"]);
    match parent {
        Some(parent) => dialog.set_parent(parent),
        None => dialog,
    }
}

fn wait<T>(
    answer: impl Future<Output = T> + Send + 'static,
    files: impl FnOnce(T) -> Vec<FileHandle> + Send + 'static,
    asked: Instant,
    outbox: &Outbox,
) {
    // A dialog that fails is one that could not be shown: the box for a path takes its place.
    let failed = |_| Action::Answered { paths: Vec::new(), at_once: true };
    on_thread("tollview-dialog", outbox, failed, move || {
        let files = files(pollster::block_on(answer));
        let paths: Vec<PathBuf> = files.iter().map(|file| file.path().to_owned()).collect();
        let at_once = paths.is_empty() && asked.elapsed() < SOONER_THAN_A_CLICK;
        Some(Action::Answered { paths, at_once })
    });
}
