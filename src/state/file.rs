//! An open file: a dataset with where it came from and what the ledger found in it.

use super::ReadFile;
use crate::analysis::{self, FileId};
use crate::formats::ReadAs;
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
    /// How it was made into a dataset, where it is a table.
    pub read_as: Option<Arc<ReadAs>>,
    /// The earlier version that it is compared with.
    pub version: Option<Version>,
}

/// Another version of an open file.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Where it came from.
    pub origin: Origin,
    /// What reading it gave.
    pub read: ReadFile,
}

impl File {
    /// Checks a dataset that was read.
    #[must_use]
    pub fn new(id: FileId, origin: Origin, dataset: Arc<Dataset>, warnings: Vec<Warning>) -> Self {
        let findings = Arc::new(analysis::findings(&dataset));
        let read = ReadFile { dataset, findings, warnings: Arc::new(warnings), hash: None, read_as: None };
        Self::of_read(id, origin, read)
    }

    /// A file that was read and checked.
    #[must_use]
    pub fn of_read(id: FileId, origin: Origin, read: ReadFile) -> Self {
        let ReadFile { dataset, findings, warnings, hash, read_as } = read;
        Self { id, origin, dataset, findings, warnings, hash, read_as, version: None }
    }

    /// What reading it gave.
    pub(super) fn as_read(&self) -> ReadFile {
        let Self { dataset, findings, warnings, hash, read_as, .. } = self.clone();
        ReadFile { dataset, findings, warnings, hash, read_as }
    }

    /// Puts the version that it is compared with in its place, and itself in the place of that.
    pub(super) fn swap_versions(&mut self) {
        let Some(version) = &mut self.version else { return };
        std::mem::swap(&mut self.origin, &mut version.origin);
        std::mem::swap(&mut self.dataset, &mut version.read.dataset);
        std::mem::swap(&mut self.findings, &mut version.read.findings);
        std::mem::swap(&mut self.warnings, &mut version.read.warnings);
        std::mem::swap(&mut self.hash, &mut version.read.hash);
        std::mem::swap(&mut self.read_as, &mut version.read.read_as);
    }

    /// The name of the version that it is compared with; with its folder where both have one name.
    #[must_use]
    pub fn version_name(&self) -> Option<String> {
        let version = self.version.as_ref()?;
        let name = version.origin.name();
        if name != self.origin.name() {
            return Some(name);
        }
        let folder = match &version.origin {
            Origin::Path(path) => path.parent().and_then(|folder| folder.file_name()),
            Origin::Example => None,
        };
        Some(folder.map_or(name.clone(), |folder| format!("{}/{name}", folder.to_string_lossy())))
    }
}
