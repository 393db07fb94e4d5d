//! JSON by columns: an object of lists of one length, or of objects whose keys are the rows' numbers.

use super::flatten::{shortest, without_nan};
use super::place::Place;
use super::split::{Container, Splitter};
use crate::formats::table::reader::counting::tell;
use crate::formats::table::reader::sheet::named;
use crate::formats::table::reader::stored::{Stored, Writer};
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material, Sample, Scanned, Tally};
use crate::formats::words::quoted;
use crate::formats::{LoadErrorKind, Progress};
use crate::text::whole;
use serde_json::Value;
use std::io::SeekFrom;

/// The largest such file, in bytes: all of it must be read before the first row is known.
const SIZE_LIMIT: u64 = 256 * 1024 * 1024;

/// A table that lies by columns.
pub struct Columns {
    name: String,
    reading: Reading,
    rows: Stored,
    size: u64,
}

impl Columns {
    pub(super) fn read(
        material: &Material,
        size: u64,
        reading: Reading,
        place: &Place,
        progress: Progress,
    ) -> Result<Self, LoadErrorKind> {
        if size > SIZE_LIMIT {
            return Err(LoadErrorKind::table(
                "found JSON by columns of more than 256 MiB, expected at most 256 MiB; \
                 save it as a list of records or as CSV",
            ));
        }
        let (mut reader, _) = material.open()?;
        reader.seek(SeekFrom::Start(place.offset)).map_err(|error| LoadErrorKind::io(&error))?;
        let mut splitter = Splitter::new(reader, Container::Object, place.offset, place.line);
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
            rows.add(row as u64 + 1, cells)?;
        }
        let rows = rows.finish(named(names.into_iter()).into_iter().enumerate().collect())?;
        Ok(Self { name: material.name.clone(), reading, rows, size })
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

/// The values of one column.
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
