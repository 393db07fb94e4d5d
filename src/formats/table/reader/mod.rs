//! From bytes to tables: what is packed is unpacked, text is decoded, and each format finds its columns and rows.

mod delimited;
mod text;

pub use delimited::Delimited;

use super::recipe::Reading;
use super::{Column, Material, Sample, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress};

/// One table, or several of one shape that are read one after the other.
pub enum Table {
    /// Text with separators.
    Delimited(Delimited),
}

/// The tables that a file holds: one, or one for each sheet or file inside it. `reading` says what the user wants to be
/// read how; what it leaves open is found out.
pub fn open(material: &Material, reading: &Reading) -> Result<Vec<Table>, LoadErrorKind> {
    Ok(vec![Table::Delimited(Delimited::open(material, reading)?)])
}

impl Table {
    /// What tells it from the other tables of its file: the sheet's name, or the file's inside an archive.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Delimited(table) => table.name(),
        }
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        match self {
            Self::Delimited(table) => table.columns(),
        }
    }

    /// How it is read: what was asked for, and what was found out for the rest.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        match self {
            Self::Delimited(table) => table.reading(),
        }
    }

    /// Some `most` rows from the start, the middle and the end.
    pub fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        match self {
            Self::Delimited(table) => table.sample(most),
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
            Self::Delimited(table) => table.scan(wanted, make, progress),
        }
    }
}
