//! What the window knows, and the only way it changes: `State::apply(Action) -> Vec<Effect>`, pure, without egui or I/O.

mod action;
mod apply;
mod file;
mod history;
mod import;
mod loading;
mod opening;
mod question;
mod saving;
mod version;
mod view;

pub use action::{Action, Effect, JobId, Prompt, Refusal};
pub use file::{File, Origin, Recent, Version};
pub use history::{History, MOST_STEPS, difference};
pub use import::{Import, Recipes};
pub use loading::{Batch, Loading, Outcome, Purpose, ReadFile, Reading};
pub use question::first_of_table;
pub use view::{OpenFile, OpenView};

use crate::analysis::{CountKey, FileId, Library, Question};
use crate::formats::table::recipe::Recipe;
use crate::model::Dataset;
use std::path::PathBuf;
use std::sync::Arc;

/// What the details on the right are about.
#[derive(Clone, Debug, PartialEq)]
pub enum Selection {
    /// A count: a total or a category.
    Count(CountKey),
    /// The finding with this index in the file's list.
    Finding(FileId, usize),
    /// A source, by its index in the file's dataset.
    Source(FileId, usize),
}

/// What a path is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// Files to open in place of what is open.
    Open,
    /// Files to open beside it.
    Add,
    /// An earlier version of this file, to compare it with.
    Version(FileId),
    /// A place for a copy of this, which was open when it was asked for.
    Copy(Arc<Dataset>),
    /// A place for this view, likewise.
    View(Arc<OpenView>),
    /// A place for this recipe, likewise.
    Recipe(Arc<Recipe>),
}

/// What lies over the window.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Dialog {
    /// Nothing.
    #[default]
    None,
    /// The system's file dialog is open; there is only ever one.
    System(Wanted),
    /// The box to type or paste a path into.
    Path {
        /// What for.
        wanted: Wanted,
        /// Whether it stands in for a system dialog that could not be shown.
        fallback: bool,
    },
    /// Whether these files, which were dropped, take the place of what is open or are put beside it.
    Dropped(Vec<PathBuf>),
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
    /// The tabs, with what a file changed since the version that it is compared with in place of their chart.
    Changes(FileId),
    /// How a table is read, to be changed.
    Import(Import),
    /// Why files could not be read, one after the other; there is at least one.
    Refused(Vec<Refusal>),
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
    /// What was asked before.
    pub history: History,
    /// What the details are about.
    pub selection: Option<Selection>,
    /// What fills the middle.
    pub page: Page,
    /// What lies over the window.
    pub dialog: Dialog,
    /// Whether files are being read.
    pub loading: Loading,
    /// The folder at which relative paths begin.
    pub folder: PathBuf,
    /// What a view asked for and did not find as it was: message keys and their arguments. It stays until it is dismissed.
    pub remarks: Vec<(&'static str, String)>,
    /// Files opened before, the latest first.
    pub recent: Vec<Recent>,
    /// The recipes that were used before.
    pub recipes: Arc<Recipes>,
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
            history: History::default(),
            selection: None,
            page: Page::Tabs,
            dialog: Dialog::None,
            loading: Loading::Idle,
            folder: PathBuf::new(),
            remarks: Vec::new(),
            recent: Vec::new(),
            recipes: Arc::default(),
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

    /// The file of the chosen event, else the first: what is saved where nobody says which.
    #[must_use]
    pub fn chosen_file(&self) -> Option<&File> {
        let chosen = self.question.event.as_ref().and_then(|event| self.file(event.file));
        chosen.or(self.first_file())
    }

    /// An open file.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&File> {
        self.files.iter().find(|file| file.id == id)
    }
}
