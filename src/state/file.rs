//! An open file: a dataset with where it came from and what the ledger found in it.

use crate::analysis::{self, FileId};
use crate::formats::{ContentHash, Warning};
use crate::model::{Dataset, Finding};
use std::path::PathBuf;
use std::sync::Arc;

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The dataset that comes with the program.
    Example,
    /// A file of the user's.
    Path(PathBuf),
}

impl Origin {
    /// The file's name without its folder, for titles and errors.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Example => "iran-protests.toll.json".to_owned(),
            Self::Path(path) => {
                path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
            }
        }
    }
}

/// A file that was opened before.
pub type Recent = PathBuf;

/// An open dataset.
#[derive(Clone, Debug)]
pub struct File {
    /// Its number in this window.
    pub id: FileId,
    /// Where it came from.
    pub origin: Origin,
    /// What it says.
    pub dataset: Arc<Dataset>,
    /// What was noticed about it.
    pub findings: Arc<Vec<Finding>>,
    /// What was left out while it was read.
    pub warnings: Arc<Vec<Warning>>,
    /// What tells it from other versions of itself; `None` where a window starts with the example.
    pub hash: Option<ContentHash>,
}

impl File {
    /// Checks a dataset that was read.
    #[must_use]
    pub fn new(id: FileId, origin: Origin, dataset: Arc<Dataset>, warnings: Vec<Warning>) -> Self {
        let findings = Arc::new(analysis::findings(&dataset));
        Self { id, origin, dataset, findings, warnings: Arc::new(warnings), hash: None }
    }
}
