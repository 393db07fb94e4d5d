//! Text with separators. How it is written is found out from its first rows and from samples; all rows are then read in
//! chunks on all cores.
//!
//! ```text
//! text::Encoded   which encoding            text::Stream   the file as UTF-8, in order
//! dialect, header what stands between cells, and where the names are
//! cut             chunks of whole rows; the only part that must go in order
//!   ──► marks     where separators stand and rows end, 64 bytes at a time (quoting, mask)
//!   ──► rows      a chunk's rows and wanted cells
//!   ──► count     rows checked against the shape, cells made text, one tally for each thread
//!   ──► scan      tallies together, in the order of the file at last
//! ```

mod cell;
mod count;
mod cut;
mod dialect;
mod header;
mod kind;
mod marks;
mod mask;
mod open;
mod quoting;
mod rows;
mod sample;
mod scan;
mod shape;
#[cfg(test)]
mod tests;

use super::text::{Encoded, Stream};
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material, Sample, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress};
use count::Wish;
use cut::{Cutter, LONGEST_ROW, Limits};
use rows::{RawRow, Wanted};
use sample::Most;
use shape::Shape;
use std::sync::atomic::AtomicBool;

/// What one thread works on at a time: small enough for its cache, large enough to hide the taking of turns.
const CHUNK: usize = 1024 * 1024;

/// How much of a large file is read in each place of which a sample has rows.
const PIECE: u64 = 256 * 1024;

/// A table of text with separators.
pub struct Delimited {
    material: Material,
    reading: Reading,
    encoded: Encoded,
    encoding: String,
    shape: Shape,
    columns: Vec<Column>,
    titles: Vec<String>,
}

impl Delimited {
    pub(super) fn name(&self) -> &str {
        &self.material.name
    }

    /// What stands above the columns' names.
    pub(super) fn titles(&self) -> &[String] {
        &self.titles
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(super) fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        let make = |row: &RawRow, line| sample::sampled(row, &self.shape, line);
        let (rows, is_whole) =
            sample::take(&self.material, self.encoded, &self.shape, Most { rows: most, piece: PIECE }, &make)?;
        Ok(Sample { columns: self.columns.clone(), rows, is_whole })
    }

    pub(super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        self.scan_with(Limits { chunk: CHUNK, row: LONGEST_ROW }, wanted, make, progress)
    }

    fn scan_with<T: Tally>(
        &self,
        limits: Limits,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let mut columns = wanted.to_vec();
        columns.sort_unstable();
        columns.dedup();
        let place = |column: &usize| columns.binary_search(column).unwrap_or(usize::MAX);
        let name = |column: &usize| self.columns.get(*column).map_or("", |column| column.name.as_str());
        let wish = Wish {
            shape: &self.shape,
            places: wanted.iter().map(place).collect(),
            names: wanted.iter().map(name).collect(),
            encoding: &self.encoding,
            columns: Wanted::Columns(columns.iter().filter_map(|column| u32::try_from(*column).ok()).collect()),
        };
        let stop = AtomicBool::new(false);
        let cutter = Cutter::new(Stream::open(&self.material, self.encoded)?, &self.shape, limits, &stop);
        scan::scan(cutter, &wish, make, &stop, progress)
    }
}
