//! What can happen, and what is to be done about it.

use super::{Dialog, Origin, Page, Recent, Selection, Theme};
use crate::analysis::Question;
use crate::formats::{LoadError, Warning};
use crate::model::{Dataset, Finding};
use std::path::PathBuf;
use std::sync::Arc;

/// One run of reading a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u64);

/// A file that could not be read, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The file.
    pub origin: Origin,
    /// What is wrong with it, with every place.
    pub error: Arc<LoadError>,
}

/// What happened: a wish of the user's, or news from a job.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum Action {
    /// Show the system's dialog for opening a file.
    AskOpen,
    /// Show the system's dialog for saving a copy.
    AskSave,
    /// Put this over the window, or nothing.
    Show(Dialog),
    /// The system's dialog for opening was closed with a file or without; `at_once` if it closed sooner than anyone can click.
    OpenAnswered { path: Option<PathBuf>, at_once: bool },
    /// The system's dialog for saving was closed.
    SaveAnswered { path: Option<PathBuf>, at_once: bool },
    /// Read this.
    Open(Origin),
    /// A job has read so many bytes.
    Progress { job: JobId, bytes_read: u64, size: Option<u64> },
    /// A job has read a dataset and the ledger has checked it.
    Loaded { job: JobId, dataset: Arc<Dataset>, findings: Arc<Vec<Finding>>, warnings: Arc<Vec<Warning>> },
    /// A job could not read its file.
    Failed { job: JobId, error: Arc<LoadError> },
    /// Stop reading.
    CancelLoading,
    /// Go back from the page of a file that could not be read to what is open.
    DismissRefusal,
    /// Put this into the middle of the window.
    GoTo(Page),
    /// Ask something else.
    Ask(Box<Question>),
    /// Show details of this, or of nothing.
    Select(Option<Selection>),
    /// Go to the place that a finding of the first file is about.
    GoToFinding(usize),
    /// Save a copy there.
    SaveTo(PathBuf),
    /// A copy was saved, or why it was not.
    Saved { name: String, error: Option<String> },
    /// Copy a text; the key of the notice that says so.
    CopyText { text: String, notice: &'static str },
    /// Copy the chart as a picture.
    CopyPicture,
    /// Copy the table as tab-separated values.
    CopyTable,
    /// Use this theme.
    SetTheme(Theme),
    /// These files were opened in an earlier run.
    Remember(Vec<Recent>),
    /// Leave.
    Quit,
}

/// What is to be done outside the state.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum Effect {
    /// Read a file on a thread of its own.
    Load(JobId, Origin),
    /// Stop a job.
    Cancel(JobId),
    /// Show the system's dialog for opening.
    AskOpen,
    /// Show the system's dialog for saving, with this file name.
    AskSave { name: String },
    /// Write a dataset to a file; `replace` where the user has agreed to lose what is there.
    Save { path: PathBuf, dataset: Arc<Dataset>, replace: bool },
    /// Put a text into the clipboard.
    CopyText(String),
    /// Put the chart into the clipboard as a picture.
    CopyPicture,
    /// Put the table into the clipboard.
    CopyTable,
    /// Close the window.
    Quit,
}
