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

mod change;
mod counting;
mod delimited;
mod footnote;
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
mod titles;
mod two_rows;
mod unpack;

pub use delimited::Delimited;
pub use joined::Joined;
pub use open::{open, open_watched};
pub use package::{Package, PackageField, package};
pub use part::Part;

use super::recipe::Reading;
use super::{Column, Sample, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress, Warning};
use package::Description;
use std::sync::Arc;

/// One table, or several of one shape that are read one after the other.
pub struct Table {
    rows: Rows,
    /// What should be known of the whole file that it comes from.
    remarks: Vec<Warning>,
    /// What a data package that lies in the same archive says.
    description: Option<Arc<Description>>,
}

enum Rows {
    One(Box<Part>),
    Joined(Joined),
}

/// Calls a method of whatever it is.
macro_rules! each {
    ($table:expr, $rows:ident => $call:expr) => {
        match &$table.rows {
            Rows::One($rows) => $call,
            Rows::Joined($rows) => $call,
        }
    };
}

impl Table {
    fn one(part: Part) -> Self {
        Self { rows: Rows::One(Box::new(part)), remarks: Vec::new(), description: None }
    }

    fn joined(joined: Joined) -> Self {
        Self { rows: Rows::Joined(joined), remarks: Vec::new(), description: None }
    }

    /// What tells it from the other tables of its file: the sheet's name, or the file's inside an archive.
    #[must_use]
    pub fn name(&self) -> &str {
        each!(self, rows => rows.name())
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        each!(self, rows => rows.columns())
    }

    /// The titles that stand above the columns' names.
    #[must_use]
    pub fn titles(&self) -> &[String] {
        match &self.rows {
            Rows::One(part) => part.titles(),
            Rows::Joined(_) => &[],
        }
    }

    /// How it is read: what was asked for, and what was found out for the rest.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        each!(self, rows => rows.reading())
    }

    fn weight(&self) -> u64 {
        each!(self, rows => rows.weight())
    }

    /// Some `most` rows from the start, the middle and the end.
    pub fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        each!(self, rows => rows.sample(most))
    }

    /// Reads all rows once, with as many threads as there are cores where the format allows it, and counts them with the
    /// tallies that `make` makes. Only the `wanted` columns are looked at.
    pub fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let mut scanned = each!(self, rows => rows.scan(wanted, make, progress))?;
        let missed = each!(self, rows => rows.promised()).and_then(|promised| promised.missed(scanned.rows));
        scanned.warnings.splice(0..0, self.remarks.iter().cloned().chain(missed));
        Ok(scanned)
    }
}
