//! JSON: a list of records wherever it lies, records by their keys, or one record on each line. The file is cut into its
//! records and these are read by all cores, so that no more than some of them are ever in memory.

mod columns;
mod flatten;
mod look;
mod names;
mod nested;
mod pages;
mod place;
mod row;
mod scan;
mod search;
mod source;
mod split;

pub use columns::Columns;
pub(super) use pages::Promised;

use super::counting::spread;
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material, Sample, SampleRow};
use crate::formats::{LoadErrorKind, Progress, Warning};
use crate::text::whole;
use columns::Rows;
use flatten::{Broken, flatten};
use place::{Finding, Place, Shape};
use split::{Container, Piece, Splitter};
use std::io::{Read as _, SeekFrom};

/// The column of the keys where records have some, and its name where they have a column of that name themselves.
const KEY: &str = "key";
const OTHER_KEY: &str = "record key";

/// A table of records.
pub struct Json {
    material: Material,
    size: u64,
    reading: Reading,
    place: Place,
    is_feature: bool,
    key: &'static str,
    columns: Vec<Column>,
    looked_at: Vec<LookedAt>,
    /// Whether these are all rows.
    is_whole: bool,
}

/// A record that was looked at, by its cells that are not empty.
struct LookedAt {
    record: Option<u64>,
    cells: Vec<(usize, String)>,
}

/// A table by records or by columns, and what the file says of how many rows there are.
pub(super) enum Opened {
    Records(Json, Option<Promised>),
    Columns(Columns, Option<Promised>),
    /// Rows that lie in a list of each record, and what should be known of them.
    Nested(Columns, Vec<Warning>),
}

/// Finds the records, and their columns in the order in which these appear.
pub(super) fn open(
    material: &Material,
    is_lines: bool,
    wanted: &Reading,
    progress: Progress,
) -> Result<Opened, LoadErrorKind> {
    let (_, size) = material.open()?;
    let Finding { place, names, index, promised } =
        if is_lines { Finding::lines() } else { place::find(material, wanted.records.as_deref(), progress)? };
    let reading = Reading { records: Some(place.name()).filter(|name| !name.is_empty()), ..Reading::default() };
    match place.shape {
        Shape::Records => {}
        Shape::Columns => {
            let columns = Columns::read(material, size, reading, &place, progress)?;
            return Ok(Opened::Columns(columns, promised));
        }
        Shape::Rows => {
            let rows = Rows { place, names, index, header_row: wanted.header_row };
            return Ok(Opened::Columns(Columns::read_rows(material, size, reading, &rows, progress)?, promised));
        }
    }
    let mut table = Json {
        material: material.clone(),
        size,
        reading,
        place,
        is_feature: false,
        key: KEY,
        columns: Vec::new(),
        looked_at: Vec::new(),
        is_whole: false,
    };
    table.look(progress)?;
    if let Some(nested) = nested::read(&table, progress)? {
        let remarks = nested.remarks(promised);
        return Ok(Opened::Nested(Columns::of_rows(material, size, table.reading, nested.rows), remarks));
    }
    Ok(Opened::Records(table, promised))
}

impl Json {
    pub(super) fn name(&self) -> &str {
        &self.material.name
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// What is read, and the size that it had.
    pub(super) fn watched(&self) -> (&Material, u64) {
        (&self.material, self.size)
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(super) fn sample(&self, most: usize) -> Sample {
        let count = self.looked_at.len() as u64;
        let rows = spread(count, most)
            .into_iter()
            .flat_map(|range| {
                let skip = usize::try_from(range.start).unwrap_or(usize::MAX);
                self.looked_at.iter().skip(skip).take(usize::try_from(range.end - range.start).unwrap_or(0))
            })
            .map(|row| {
                let mut cells = vec![""; self.columns.len()];
                for (place, text) in &row.cells {
                    if let Some(cell) = cells.get_mut(*place) {
                        *cell = text;
                    }
                }
                SampleRow { line: row.record, indent: 0, cells: cells.into_iter().collect() }
            })
            .collect();
        Sample { columns: self.columns.clone(), rows, is_whole: self.is_whole && count <= most as u64 }
    }

    fn splitter(&self, offset: u64, line: u64) -> Result<Splitter, LoadErrorKind> {
        let (mut reader, _) = self.material.open()?;
        reader.seek(SeekFrom::Start(offset)).map_err(|error| LoadErrorKind::io(&error))?;
        // What is added while it is read is no part of it.
        let reader = Box::new(reader.take(self.size.saturating_sub(offset)));
        Ok(Splitter::new(reader, self.place.container, offset, line))
    }

    /// Reads a piece; what is wrong with it, if anything.
    fn fault(&self, piece: &Piece, cells: &mut dyn flatten::Cells) -> Option<Fault> {
        let broken = flatten(&piece.bytes, self.is_feature, cells).err()?;
        let fault = |is_fatal, message| Some(Fault { message, is_fatal });
        match broken {
            Broken::Row(reason) => fault(false, format!("{reason} (line {})", whole(piece.line))),
            Broken::Cut if self.place.container == Container::Lines => fault(
                false,
                format!("found a record that ends in its middle (line {}), expected its end", whole(piece.line)),
            ),
            Broken::Cut => fault(
                !piece.is_cut,
                format!(
                    "found the end of the file in the middle of the record in line {}, expected the rest of it; \
                     was it saved or copied completely?",
                    whole(piece.line)
                ),
            ),
            Broken::Syntax(line, reason) => {
                let line = piece.line.saturating_add(line);
                match self.place.container {
                    Container::Lines => {
                        fault(false, format!("found a record that is no JSON (line {}), {reason}", whole(line)))
                    }
                    // In a list a quote too few moves the ends of all later records.
                    _ => fault(true, format!("found JSON that is broken in line {}, {reason}", whole(line))),
                }
            }
        }
    }
}

/// What is wrong with a record, and whether nothing after it can be trusted.
struct Fault {
    message: String,
    is_fatal: bool,
}

/// A key without its quotes and escapes.
fn key_text(key: &[u8]) -> String {
    serde_json::from_slice::<String>(key)
        .map_or_else(|_| String::from_utf8_lossy(key).trim_matches('"').to_owned(), |key| key.trim().to_owned())
}
