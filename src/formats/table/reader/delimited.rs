//! Text with separators, by the `csv` crate.

use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material, ReadSeek, Row, Sample, SampleRow, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress, Warning};
use csv::StringRecord;
use std::io;

/// More reasons than anyone reads; the rest is counted.
const MOST_WARNINGS: usize = 1_000;

/// A table of text with separators.
pub struct Delimited {
    material: Material,
    reading: Reading,
    columns: Vec<Column>,
}

impl Delimited {
    /// Finds the columns.
    pub(super) fn open(material: &Material, reading: &Reading) -> Result<Self, LoadErrorKind> {
        let mut table = Self { material: material.clone(), reading: reading.clone(), columns: Vec::new() };
        let mut reader = table.reader()?;
        let header = reader.headers().map_err(|error| io_kind(&error))?;
        table.columns = header.iter().map(|name| Column { name: name.trim().to_owned(), tag: None }).collect();
        Ok(table)
    }

    fn reader(&self) -> Result<csv::Reader<Box<dyn ReadSeek>>, LoadErrorKind> {
        let (bytes, _) = self.material.open()?;
        Ok(csv::ReaderBuilder::new().flexible(true).from_reader(bytes))
    }

    pub(super) fn name(&self) -> &str {
        &self.material.name
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(super) fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        let mut sample = Sample { columns: self.columns.clone(), rows: Vec::new(), is_whole: true };
        let mut reader = self.reader()?;
        let mut record = StringRecord::new();
        while reader.read_record(&mut record).map_err(|error| io_kind(&error))? {
            if sample.rows.len() == most {
                sample.is_whole = false;
                break;
            }
            let cell = |index| record.get(index).unwrap_or_default().trim().to_owned();
            let line = record.position().map(csv::Position::line);
            sample.rows.push(SampleRow { line, cells: (0..self.columns.len()).map(cell).collect() });
        }
        Ok(sample)
    }

    pub(super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let mut scanned = Scanned { tally: make(), rows: 0, left_out: 0, warnings: Vec::new() };
        let mut reader = self.reader()?;
        let mut record = StringRecord::new();
        while reader.read_record(&mut record).map_err(|error| io_kind(&error))? {
            scanned.rows += 1;
            let line = record.position().map_or(0, csv::Position::line);
            if scanned.rows.is_multiple_of(1024) && progress(reader.position().byte()).is_break() {
                return Err(LoadErrorKind::Cancelled);
            }
            let cells: Vec<&str> = wanted.iter().map(|index| record.get(*index).unwrap_or_default().trim()).collect();
            if let Err(message) = scanned.tally.add(&Row { line, cells: &cells }) {
                scanned.left_out += 1;
                if scanned.warnings.len() < MOST_WARNINGS {
                    scanned.warnings.push(Warning { line, message });
                }
            }
        }
        Ok(scanned)
    }
}

fn io_kind(error: &csv::Error) -> LoadErrorKind {
    LoadErrorKind::io(&io::Error::other(error.to_string()))
}
