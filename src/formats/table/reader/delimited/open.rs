//! A first look at a file: its encoding, separators, names and shape.

use super::Delimited;
use super::cut::LONGEST_ROW;
use super::dialect::{self, HeadRow};
use super::header::{self, Header};
use super::marks::count_lines;
use super::quoting::Dialect;
use super::rows::{RawRow, Wanted, each_row};
use super::sample::{self, Most};
use super::shape::{MOST_COLUMNS, Shape};
use crate::formats::table::reader::text::{Encoded, Stream};
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material};
use crate::formats::{Expected, LoadErrorKind};
use crate::text::whole;
use std::ops::ControlFlow;

/// So much of a file's start is looked at, more where not one row ends in it.
const HEAD: usize = 256 * 1024;
/// So many rows from all over it say which columns are always filled; of a large file those in pieces of this size.
const LOOKED_AT: Most = Most { rows: 1_000, piece: 64 * 1024 };

impl Delimited {
    /// Finds out how the text is written and where its columns are.
    pub(in super::super) fn open(material: &Material, reading: &Reading) -> Result<Self, LoadErrorKind> {
        let encoded = Encoded::find(material, reading.encoding.as_deref())?;
        let (text, is_whole) = head(material, encoded)?;
        let (dialect, rows) = dialect::find(&text, is_whole, reading.delimiter)?;
        if let Some(columns) = rows.iter().map(|row| row.count).find(|count| *count > MOST_COLUMNS) {
            return Err(too_wide(columns, dialect));
        }
        let mut header = header::find(&rows, reading.header_row);
        if let Some(line) = reading.header_row.filter(|line| *line != header.line) {
            let message = format!("found no row in line {}, expected the columns' names", whole(line));
            return Err(LoadErrorKind::table(message));
        }
        check_nul(&text, header.first_line)?;
        let body: Vec<&HeadRow> = rows.iter().filter(|row| row.line >= header.first_line && !row.is_blank()).collect();
        name_first_column(&mut header, &body);
        let (columns, least) = widths(&header, &body);
        let mut shape = Shape { dialect, first_line: header.first_line, columns, least, shortest: least };
        let make = |row: &RawRow, _| sample::filled(row, &shape);
        let (seen, _) = sample::take(material, encoded, &shape, LOOKED_AT, &make)?;
        fit(&mut shape, &header, &seen, &body);
        let names = header::unique(&header.names, shape.columns);
        let tag = |index: usize| header.tags.get(index).map(|tag| tag.replace(' ', "")).filter(|tag| !tag.is_empty());
        let columns = names.into_iter().enumerate().map(|(index, name)| Column { name, tag: tag(index) }).collect();
        let reading = Reading {
            encoding: Some(encoded.name()),
            delimiter: Some(char::from(dialect.delimiter)),
            header_row: Some(header.line),
            ..reading.clone()
        };
        Ok(Self {
            material: material.clone(),
            reading,
            encoding: encoded.name(),
            encoded,
            shape,
            columns,
            titles: header.titles,
        })
    }
}

/// The start of the text, and whether that is all of it.
fn head(material: &Material, encoded: Encoded) -> Result<(Vec<u8>, bool), LoadErrorKind> {
    let mut stream = Stream::open(material, encoded)?;
    let mut text = vec![0; HEAD];
    let mut length = 0;
    loop {
        length += stream.read(text.get_mut(length..).unwrap_or_default())?;
        let is_whole = length < text.len();
        let found = text.get(..length).unwrap_or_default();
        if is_whole && found.trim_ascii().is_empty() {
            return Err(LoadErrorKind::Empty { size: encoded.size, expected: Expected::Either });
        }
        let has_row = has_row(found);
        if has_row || (is_whole && length <= LONGEST_ROW) {
            text.truncate(length);
            return Ok((text, is_whole));
        }
        if length > LONGEST_ROW {
            let message = "line 1 is longer than 16 MiB, expected the columns' names; is this a table?";
            return Err(LoadErrorKind::table(message.to_owned()));
        }
        text.resize((length * 4).min(LONGEST_ROW + 1), 0);
    }
}

/// Whether a row ends in `text`, whatever stands between its cells.
fn has_row(text: &[u8]) -> bool {
    let mut is_ended = false;
    each_row(text, Dialect { delimiter: b',', quote: b'"' }, &Wanted::Columns(Vec::new()), 1, &mut |row| {
        is_ended = row.is_ended;
        ControlFlow::Break(())
    });
    is_ended
}

fn too_wide(columns: usize, dialect: Dialect) -> LoadErrorKind {
    LoadErrorKind::table(format!(
        "found {} columns, expected at most {}; is {} what stands between cells?",
        whole(columns as u64),
        whole(MOST_COLUMNS as u64),
        crate::formats::quoted(&char::from(dialect.delimiter).to_string()),
    ))
}

/// NUL bytes among the names, or many of them, are no text; a few elsewhere spoil their rows only.
fn check_nul(text: &[u8], first_line: u64) -> Result<(), LoadErrorKind> {
    let Some(at) = memchr::memchr(0, text) else { return Ok(()) };
    let line = count_lines(text.get(..at).unwrap_or_default()) + 1;
    if line >= first_line && memchr::memchr_iter(0, text).count() * 100 < text.len() {
        return Ok(());
    }
    Err(LoadErrorKind::table(format!(
        "found a NUL byte in line {}, expected text; the disk or the download may have failed: fetch the file again",
        whole(line)
    )))
}

/// Where rows have one cell more than there are names, the first column has none, unless the last one is always empty.
fn name_first_column(header: &mut Header, body: &[&HeadRow]) {
    let count = header.names.len();
    let more = body.iter().filter(|row| row.count == count + 1).count();
    let is_last_filled = body.iter().any(|row| row.cells.get(count).is_some_and(|cell| !cell.is_empty()));
    if count > 0 && more * 2 > body.len() && is_last_filled {
        header.names.insert(0, String::new());
        if !header.tags.is_empty() && header.tags.len() <= count {
            header.tags.insert(0, String::new());
        }
    }
}

/// How many columns there are, and how many cells most rows have: rows that are longer than the names count where they
/// are more than half.
fn widths(header: &Header, body: &[&HeadRow]) -> (usize, usize) {
    let named = header.names.len().max(header.tags.len());
    let usual = dialect::width(body.iter().map(|row| row.count));
    let is_sure = body.iter().filter(|row| row.count == usual).count() * 2 > body.len();
    match (named, usual) {
        (0, _) => (usual, usual),
        (_, 0) => (named, named),
        _ if is_sure => (named.max(usual), usual),
        _ => (named, named.min(usual)),
    }
}

/// Drops columns at the end that have neither name nor value, and learns which cells may be missing.
fn fit(shape: &mut Shape, header: &Header, seen: &[Vec<bool>], body: &[&HeadRow]) {
    let is_filled = |cell: Option<&String>| cell.is_some_and(|cell| !cell.is_empty());
    let is_used = |index: usize| {
        is_filled(header.names.get(index))
            || is_filled(header.tags.get(index))
            || seen.iter().any(|row| row.get(index) == Some(&true))
    };
    while shape.columns > 1 && !is_used(shape.columns - 1) {
        shape.columns -= 1;
    }
    let is_always = |index: &usize| seen.iter().all(|row| row.get(*index) == Some(&true));
    shape.least = (0..shape.columns).rev().find(is_always).map_or(1, |last| last + 1);
    let counts = body.iter().map(|row| row.count).filter(|count| *count >= shape.least);
    shape.shortest = counts.min().unwrap_or(shape.columns).min(shape.columns);
}

impl HeadRow {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}
