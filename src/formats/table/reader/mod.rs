//! From bytes to tables: what is packed is unpacked, text is decoded, and each format finds its columns and rows.
//!
//! ```text
//! Material ──► kind, by content ──► unpack: gzip, zip ──► Material (memory or a temporary file)
//!                               ──► delimited           cut into chunks, decoded, split into cells
//!                               ──► json                cut into records
//!                               ──► sheet ──► stored    XLSX and ODS cell by cell, XLS as a whole; rows are kept
//!                               ──► parquet             row groups
//! parts of one shape ──► joined
//! ```

mod counting;
mod delimited;
mod joined;
mod json;
mod kind;
mod number;
mod open;
mod package;
#[cfg(feature = "parquet")]
mod parquet;
mod part;
mod sheet;
mod stored;
mod text;
mod two_rows;
mod unpack;

pub use delimited::Delimited;
pub use joined::Joined;
pub use open::{open, open_watched};
pub use package::{Package, PackageField, package};
pub use part::Part;

use super::recipe::Reading;
use super::{Column, Sample, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress};

/// One table, or several of one shape that are read one after the other.
pub enum Table {
    /// One table.
    One(Box<Part>),
    /// Several.
    Joined(Joined),
}

impl Table {
    /// What tells it from the other tables of its file: the sheet's name, or the file's inside an archive.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::One(table) => table.name(),
            Self::Joined(table) => table.name(),
        }
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        match self {
            Self::One(table) => table.columns(),
            Self::Joined(table) => table.columns(),
        }
    }

    /// The title that stands above the columns' names, where there is one.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::One(table) => table.title(),
            Self::Joined(_) => None,
        }
    }

    /// How it is read: what was asked for, and what was found out for the rest.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        match self {
            Self::One(table) => table.reading(),
            Self::Joined(table) => table.reading(),
        }
    }

    fn weight(&self) -> u64 {
        match self {
            Self::One(table) => table.weight(),
            Self::Joined(table) => table.weight(),
        }
    }

    /// Some `most` rows from the start, the middle and the end.
    pub fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        match self {
            Self::One(table) => table.sample(most),
            Self::Joined(table) => table.sample(most),
        }
    }

    /// Reads all rows once, with as many threads as there are cores where the format allows it, and counts them with the
    /// tallies that `make` makes. Only the `wanted` columns are looked at.
    pub fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        match self {
            Self::One(table) => table.scan(wanted, make, progress),
            Self::Joined(table) => table.scan(wanted, make, progress),
        }
    }
}
