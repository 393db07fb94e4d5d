//! What can happen, and what is to be done about it.

use super::{Dialog, OpenView, Origin, Page, ReadFile, Recent, Recipes, Selection, Theme};
use crate::analysis::{FileId, Question};
use crate::formats::LoadError;
use crate::formats::table::recipe::Recipe;
use crate::formats::view::View;
use crate::model::Dataset;
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
    /// Show the system's dialog for opening files in place of what is open.
    AskOpen,
    /// Show the system's dialog for opening files beside what is open.
    AskAdd,
    /// Show the system's dialog for an earlier version of a file.
    AskVersion(FileId),
    /// Show the system's dialog for saving a copy of a file.
    AskSave(FileId),
    /// Show the system's dialog for saving what is open and asked as a view.
    AskSaveView,
    /// Put this over the window, or nothing.
    Show(Dialog),
    /// The system's dialog was closed with files or without; `at_once` if it closed sooner than anyone can click.
    Answered { paths: Vec<PathBuf>, at_once: bool },
    /// A path was typed into the box for paths.
    Typed(PathBuf),
    /// Files were dropped onto the window.
    Drop(Vec<PathBuf>),
    /// Read this in place of what is open.
    Open(Origin),
    /// Read these in place of what is open.
    OpenTogether(Vec<Origin>),
    /// Read these beside what is open.
    Add(Vec<Origin>),
    /// Close a file.
    Remove(FileId),
    /// Compare a file with this earlier version of it.
    CompareVersion(FileId, Origin),
    /// Show the version that a file is compared with, and compare it with the file.
    SwapVersions(FileId),
    /// Compare a file with no version any more.
    ForgetVersion(FileId),
    /// A job has read so many bytes.
    Progress { job: JobId, bytes_read: u64, size: Option<u64> },
    /// A job has read a dataset and the ledger has checked it.
    Loaded { job: JobId, read: ReadFile },
    /// A job has read a view.
    ViewRead { job: JobId, view: Arc<View> },
    /// A job could not read its file.
    Failed { job: JobId, error: Arc<LoadError> },
    /// Stop reading all that is being read.
    CancelLoading,
    /// Go on from the page of a file that could not be read: to the next such file, then to what is open.
    DismissRefusal,
    /// Put this into the middle of the window.
    GoTo(Page),
    /// Ask something else.
    Ask(Box<Question>),
    /// Take back the last change of the question.
    Undo,
    /// Do the change again that was taken back last.
    Redo,
    /// Ask what the open files ask for themselves.
    Reset,
    /// Show details of this, or of nothing.
    Select(Option<Selection>),
    /// Go to the place that a file's finding is about, by its index.
    GoToFinding(FileId, usize),
    /// Say no more of what a view asked for and did not find.
    DismissRemarks,
    /// A copy or a view was saved, or why it was not.
    Saved { name: String, error: Option<String> },
    /// Copy a text; the key of the notice that says so.
    CopyText { text: String, notice: &'static str },
    /// Copy the chart as a picture.
    CopyPicture,
    /// Copy the table as tab-separated values.
    CopyTable,
    /// Use this theme.
    SetTheme(Theme),
    /// Look at this recipe for the table on the import page.
    Draft(Box<Recipe>),
    /// Answer a doubt about the table on the import page, both by their places.
    Answer { doubt: usize, answer: usize },
    /// Read the table on the import page with its recipe, and show it.
    UseDraft,
    /// Show the system's dialog for saving the recipe of the table on the import page, or of this file's table.
    AskSaveRecipe(FileId),
    /// These recipes were used in an earlier run.
    RememberRecipes(Arc<Recipes>),
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
    /// Read a table with this recipe on a thread of its own.
    Gather(JobId, Origin, Arc<Recipe>),
    /// Stop a job.
    Cancel(JobId),
    /// Show the system's file dialog.
    Ask(Prompt),
    /// Write a dataset to a file; `replace` where the user has agreed to lose what is there.
    Save { path: PathBuf, dataset: Arc<Dataset>, replace: bool },
    /// Write a view to a file; `replace` as for a dataset.
    SaveView { path: PathBuf, view: Arc<OpenView>, replace: bool },
    /// Write a recipe to a file; `replace` as for a dataset.
    SaveRecipe { path: PathBuf, recipe: Arc<Recipe>, replace: bool },
    /// Put a text into the clipboard.
    CopyText(String),
    /// Put the chart into the clipboard as a picture.
    CopyPicture,
    /// Put the table into the clipboard.
    CopyTable,
    /// Close the window.
    Quit,
}

/// What the system's file dialog is to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// Files to open in place of what is open.
    Open,
    /// Files to open beside it.
    Add,
    /// A file to compare an open one with.
    Version,
    /// Where to save a copy, with the name proposed for it.
    Copy(String),
    /// Where to save a view, with the name proposed for it.
    View(String),
    /// Where to save a recipe, with the name proposed for it.
    Recipe(String),
}
