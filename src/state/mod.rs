//! What the window knows, and the only way it changes: `State::apply(Action) -> Vec<Effect>`, pure, without egui or I/O.

mod action;
mod apply;
mod file;
mod question;

pub use action::{Action, Effect, JobId, Refusal};
pub use file::{File, Origin, Recent};

use crate::analysis::{CountKey, FileId, Library, Question};
use crate::model::Dataset;
use std::sync::Arc;

/// What the details on the right are about.
#[derive(Clone, Debug, PartialEq)]
pub enum Selection {
    /// A count: a total or a category.
    Count(CountKey),
    /// The finding with this index in the first file's list.
    Finding(usize),
    /// A source, by its index in the dataset.
    Source(usize),
}

/// Whether a file is being read.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Loading {
    /// Nothing is being read.
    #[default]
    Idle,
    /// A file is being read.
    Running {
        /// The job; results of other jobs are out of date.
        job: JobId,
        /// What is being read.
        origin: Origin,
        /// Bytes read so far.
        bytes_read: u64,
        /// The file's size where it is known.
        size: Option<u64>,
    },
}

/// What lies over the window.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Dialog {
    /// Nothing.
    #[default]
    None,
    /// The system's file dialog is open; there is only ever one.
    System {
        /// What is to be saved; `None` for opening.
        saving: Option<Arc<Dataset>>,
    },
    /// The box to type or paste a path into, for opening; with a reason where the system showed no dialog.
    OpenPath {
        /// Whether it stands in for a system dialog that could not be shown.
        fallback: bool,
    },
    /// The same for saving this.
    SavePath(Arc<Dataset>),
    /// What the program is.
    About,
}

/// What fills the middle of the window.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Page {
    /// The tabs.
    #[default]
    Tabs,
    /// The tabs, with what differs between the compared figures in place of their chart.
    Differences,
    /// Why a file could not be read.
    Refused(Refusal),
}

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Everything the window knows.
#[derive(Clone, Debug)]
pub struct State {
    /// The open files; never empty, since the example is open at first.
    pub files: Vec<File>,
    /// What the user asked to see.
    pub question: Question,
    /// What the details are about.
    pub selection: Option<Selection>,
    /// What fills the middle.
    pub page: Page,
    /// What lies over the window.
    pub dialog: Dialog,
    /// Whether a file is being read.
    pub loading: Loading,
    /// Files opened before, the latest first.
    pub recent: Vec<Recent>,
    /// The theme asked for.
    pub theme: Theme,
    /// The last thing that happened, for the bottom bar: a message key and its argument.
    pub notice: Option<(&'static str, String)>,
    /// Counts up with every change that a chart can show.
    pub revision: u64,
    next_job: u64,
    next_file: u32,
}

impl State {
    /// A window with `dataset` open.
    #[must_use]
    pub fn new(origin: Origin, dataset: Arc<Dataset>) -> Self {
        let file = File::new(FileId(0), origin, dataset, Vec::new());
        let question = Question::first(file.id, &file.dataset);
        Self {
            files: vec![file],
            question,
            selection: None,
            page: Page::Tabs,
            dialog: Dialog::None,
            loading: Loading::Idle,
            recent: Vec::new(),
            theme: Theme::System,
            notice: None,
            revision: 0,
            next_job: 0,
            next_file: 1,
        }
    }

    /// Calls `look` with all open datasets.
    pub fn with_library<R>(&self, look: impl FnOnce(Library<'_>) -> R) -> R {
        let open: Vec<(FileId, &Dataset)> = self.files.iter().map(|file| (file.id, &*file.dataset)).collect();
        look(Library(&open))
    }

    /// The file that titles the window.
    #[must_use]
    pub fn first_file(&self) -> Option<&File> {
        self.files.first()
    }
}
