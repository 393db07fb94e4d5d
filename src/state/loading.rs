//! Files that are being read: several at once, each by a job of its own, shown together once the last one has ended.

use super::{JobId, Origin};
use crate::analysis::FileId;
use crate::formats::ReadAs;
use crate::formats::view::View;
use crate::formats::{ContentHash, LoadError, Warning};
use crate::model::{Dataset, Finding};
use std::sync::Arc;

/// Whether files are being read.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Loading {
    /// Nothing is being read.
    #[default]
    Idle,
    /// Files are being read.
    Running(Batch),
}

/// Files that were asked for together.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// What will be done with them.
    pub purpose: Purpose,
    /// The files in the order asked for.
    pub readings: Vec<Reading>,
    /// The names of files that were asked for more often than once.
    pub twice: Vec<String>,
}

/// What is done with files once they are read.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// They take the place of what is open.
    Replace,
    /// They are put beside what is open.
    Add,
    /// It is this file once more, with another recipe.
    Recipe(FileId),
    /// They are one, the version that this file is compared with.
    Version(FileId),
    /// They are those of a view: they take the place of what is open, and its question is asked.
    View(Origin, Arc<View>),
}

/// One file that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The job; results of other jobs are out of date.
    pub job: JobId,
    /// What is being read.
    pub origin: Origin,
    /// How far it is.
    pub outcome: Outcome,
}

/// How far the reading of a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It goes on.
    Running {
        /// Bytes read so far.
        bytes_read: u64,
        /// The file's size where it is known.
        size: Option<u64>,
    },
    /// It has ended well.
    Read(ReadFile),
    /// The file cannot be read.
    Refused(Arc<LoadError>),
}

/// What reading a dataset gives.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFile {
    /// What it says.
    pub dataset: Arc<Dataset>,
    /// What was noticed about it.
    pub findings: Arc<Vec<Finding>>,
    /// What was left out.
    pub warnings: Arc<Vec<Warning>>,
    /// What tells it from other versions; `None` where a window starts with the example.
    pub hash: Option<ContentHash>,
    /// How it was made into a dataset, where it is a table.
    pub read_as: Option<Arc<ReadAs>>,
}

impl Batch {
    /// The name of the file that is being read, the first of them.
    #[must_use]
    pub fn name(&self) -> String {
        let running = self.readings.iter().find(|reading| matches!(reading.outcome, Outcome::Running { .. }));
        running.or(self.readings.first()).map(|reading| reading.origin.name()).unwrap_or_default()
    }

    /// How much of all bytes is read, from 0 to 1; a file of unknown size counts as nothing until it is read.
    #[must_use]
    pub fn share(&self) -> f32 {
        let share = |reading: &Reading| match reading.outcome {
            Outcome::Running { bytes_read, size: Some(size) } if size > 0 => (bytes_read as f32 / size as f32).min(1.0),
            Outcome::Running { .. } => 0.0,
            Outcome::Read(_) | Outcome::Refused(_) => 1.0,
        };
        self.readings.iter().map(share).sum::<f32>() / self.readings.len().max(1) as f32
    }

    /// The jobs that still run.
    pub(super) fn jobs(&self) -> impl Iterator<Item = JobId> {
        self.readings
            .iter()
            .filter(|reading| matches!(reading.outcome, Outcome::Running { .. }))
            .map(|reading| reading.job)
    }

    /// The file that `job` reads.
    pub(super) fn reading(&mut self, job: JobId) -> Option<&mut Reading> {
        let is_its = |reading: &&mut Reading| reading.job == job && matches!(reading.outcome, Outcome::Running { .. });
        self.readings.iter_mut().find(is_its)
    }
}
