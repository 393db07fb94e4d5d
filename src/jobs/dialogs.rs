//! The system's file dialogs. They are built on the main thread, as some systems insist, and awaited on another.
//!
//! Where no dialog can be shown, the answer looks exactly like *Cancel*; only that it comes sooner than anyone can click
//! gives it away (`at_once`).

use super::{Outbox, on_thread};
use crate::state::Action;
use raw_window_handle::{HasDisplayHandle, HasWindowHandle};
use rfd::{AsyncFileDialog, FileHandle};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// An answer without a file that comes sooner than this was given by no person.
const SOONER_THAN_A_CLICK: Duration = Duration::from_millis(200);

pub(super) fn ask_open<W: HasWindowHandle + HasDisplayHandle>(parent: Option<&W>, outbox: &Outbox) {
    let asked = Instant::now();
    let answer = dialog("Open a dataset", parent).pick_file();
    wait(answer, asked, outbox, |path, at_once| Action::OpenAnswered { path, at_once });
}

pub(super) fn ask_save<W: HasWindowHandle + HasDisplayHandle>(name: &str, parent: Option<&W>, outbox: &Outbox) {
    let asked = Instant::now();
    let answer = dialog("Save a copy", parent).set_file_name(name).save_file();
    wait(answer, asked, outbox, |path, at_once| Action::SaveAnswered { path, at_once });
}

fn dialog<W: HasWindowHandle + HasDisplayHandle>(title: &str, parent: Option<&W>) -> AsyncFileDialog {
    let dialog = AsyncFileDialog::new()
        .set_title(title)
        .add_filter("Tollview dataset", &["toll.json", "json"])
        .add_filter("All files", &["*"]);
    match parent {
        Some(parent) => dialog.set_parent(parent),
        None => dialog,
    }
}

fn wait(
    answer: impl Future<Output = Option<FileHandle>> + Send + 'static,
    asked: Instant,
    outbox: &Outbox,
    action: fn(Option<PathBuf>, bool) -> Action,
) {
    // A dialog that fails is one that could not be shown: the box for a path takes its place.
    on_thread(
        "tollview-dialog",
        outbox,
        move |_| action(None, true),
        move || {
            let path = pollster::block_on(answer).map(|file| file.path().to_owned());
            let at_once = path.is_none() && asked.elapsed() < SOONER_THAN_A_CLICK;
            Some(action(path, at_once))
        },
    );
}
