//! JSON by columns: an object of lists of one length, or of objects whose keys are the rows' numbers; and JSON by rows: a
//! list of lists of cells, as in a sheet.

use super::flatten::{shortest, without_nan};
use super::names;
use super::place::Place;
use super::split::{Container, Splitter};
use crate::formats::table::reader::counting::tell;
use crate::formats::table::reader::sheet::{Builder, SheetRow, named};
use crate::formats::table::reader::stored::{Stored, Writer};
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material, Sample, Scanned, Tally};
use crate::formats::words::quoted;
use crate::formats::{LoadErrorKind, Progress};
use crate::text::whole;
use serde_json::Value;
use std::io::SeekFrom;

/// The largest such file, in bytes: all of it must be read before the first row is known.
pub(super) const SIZE_LIMIT: u64 = 256 * 1024 * 1024;

/// The column of the rows' own names, where these lie in a list of theirs.
const INDEX: &str = "index";

/// A table that lies by columns, or by rows without keys.
pub struct Columns {
    name: String,
    reading: Reading,
    rows: Stored,
    size: u64,
}

/// Where rows lie, and what lies beside them.
pub(super) struct Rows {
    pub(super) place: Place,
    pub(super) names: Option<Place>,
    pub(super) index: Option<Place>,
    /// The row of the names, where the user names it.
    pub(super) header_row: Option<u64>,
}

impl Columns {
    pub(super) fn read(
        material: &Material,
        size: u64,
        reading: Reading,
        place: &Place,
        progress: Progress,
    ) -> Result<Self, LoadErrorKind> {
        let mut splitter = splitter(material, size, Container::Object, place)?;
        let mut names = Vec::new();
        let mut columns: Vec<Vec<String>> = Vec::new();
        while let Some(piece) = splitter.next()? {
            tell(progress, 0)?;
            let name = super::key_text(piece.key.as_deref().unwrap_or_default());
            let texts = texts(&piece.bytes).ok_or_else(|| {
                LoadErrorKind::table(format!(
                    "found a column {} in line {} that is broken, expected a list of values",
                    quoted(&name),
                    whole(piece.line)
                ))
            })?;
            names.push((name, None));
            columns.push(texts);
        }
        let mut rows = Writer::default();
        for row in 0..columns.iter().map(Vec::len).max().unwrap_or(0) {
            let cells = columns.iter().enumerate().filter_map(|(place, column)| {
                column.get(row).filter(|text| !text.is_empty()).map(|text| (place, text.as_str()))
            });
            rows.add((row as u64 + 1, 0), cells)?;
        }
        let rows = rows.finish(named(names.into_iter()).into_iter().enumerate().collect())?;
        Ok(Self { name: material.name.clone(), reading, rows, size })
    }

    /// Rows that were read already.
    pub(super) fn of_rows(material: &Material, size: u64, reading: Reading, rows: Stored) -> Self {
        Self { name: material.name.clone(), reading, rows, size }
    }

    /// Rows are like those of a sheet: titles may stand above the names of the columns, and tags under them, unless the
    /// names lie elsewhere.
    pub(super) fn read_rows(
        material: &Material,
        size: u64,
        mut reading: Reading,
        rows: &Rows,
        progress: Progress,
    ) -> Result<Self, LoadErrorKind> {
        let names = rows.names.as_ref().map(|names| values(material, size, names)).transpose()?;
        let names: Option<Vec<Option<String>>> = names.map(|names| names.iter().map(names::name).collect());
        let index = rows.index.as_ref().map(|index| values(material, size, index)).transpose()?;
        let index: Option<Vec<String>> = index.map(|index| index.iter().map(text).collect());
        let index = index.filter(|index| !is_count(index));
        let mut builder = match &names {
            Some(names) => {
                let own = index.iter().map(|_| INDEX.to_owned());
                Builder::with_names(own.chain(names.iter().flatten().cloned()).collect())
            }
            None => Builder::new(rows.header_row),
        };
        let mut splitter = splitter(material, size, Container::Array, &rows.place)?;
        let mut line = 0;
        while let Some(piece) = splitter.next()? {
            line += 1;
            if line % 256 == 0 {
                tell(progress, 0)?;
            }
            let mut cells = texts(&piece.bytes).ok_or_else(|| {
                LoadErrorKind::table(format!(
                    "found a row in line {} that is broken, expected a list of cells",
                    whole(piece.line)
                ))
            })?;
            if let Some(names) = &names {
                let mut are_shown = names.iter().map(Option::is_some);
                cells.retain(|_| are_shown.next() != Some(false));
                if let Some(index) = &index {
                    let row = usize::try_from(line - 1).ok().and_then(|row| index.get(row));
                    cells.insert(0, row.cloned().unwrap_or_default());
                }
            }
            builder.add(SheetRow { line, indent: 0, cells })?;
        }
        let sheet = builder.finish()?.ok_or_else(|| {
            LoadErrorKind::table("found JSON by rows without a table, expected at least two columns under their names")
        })?;
        reading.header_row = Some(sheet.header_line).filter(|line| *line > 0);
        Ok(Self { name: material.name.clone(), reading, rows: sheet.rows, size })
    }

    pub(in super::super) fn name(&self) -> &str {
        &self.name
    }

    pub(in super::super) fn columns(&self) -> &[Column] {
        self.rows.columns()
    }

    pub(in super::super) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(in super::super) fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        self.rows.sample(most)
    }

    pub(in super::super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        self.rows.scan(wanted, make, self.size, progress)
    }
}

fn splitter(material: &Material, size: u64, container: Container, place: &Place) -> Result<Splitter, LoadErrorKind> {
    if size > SIZE_LIMIT {
        return Err(LoadErrorKind::table(
            "found JSON by columns or by rows of more than 256 MiB, expected at most 256 MiB; \
             save it as a list of records or as CSV",
        ));
    }
    let (mut reader, _) = material.open()?;
    reader.seek(SeekFrom::Start(place.offset)).map_err(|error| LoadErrorKind::io(&error))?;
    Ok(Splitter::new(Box::new(reader), container, place.offset, place.line))
}

/// All values of a short list.
fn values(material: &Material, size: u64, place: &Place) -> Result<Vec<Value>, LoadErrorKind> {
    let mut splitter = splitter(material, size, Container::Array, place)?;
    let mut values = Vec::new();
    while let Some(piece) = splitter.next()? {
        values.push(serde_json::from_slice(&piece.bytes).unwrap_or_default());
    }
    Ok(values)
}

/// Whether these only count the rows.
fn is_count(index: &[String]) -> bool {
    (0..).zip(index).all(|(place, text): (usize, _)| *text == place.to_string())
}

/// The values of one column or row.
fn texts(bytes: &[u8]) -> Option<Vec<String>> {
    let value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(_) => serde_json::from_slice(&without_nan(bytes)?).ok()?,
    };
    match value {
        Value::Array(values) => Some(values.iter().map(text).collect()),
        Value::Object(values) => Some(values.values().map(text).collect()),
        _ => None,
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => shortest(&number.to_string()).into_owned(),
        other => other.to_string(),
    }
}
