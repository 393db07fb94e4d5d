//! Takes a sheet's rows as they are read, finds the header among the first and stores the rest.

use super::another::Another;
use super::header::{self, Header, SheetRow};
use super::merged::Merged;
use crate::formats::table::Column;
use crate::formats::table::reader::footnote::{begins_notes, is_note};
use crate::formats::table::reader::stored::{Stored, Writer};
use crate::formats::table::scratch::Room;
use crate::formats::{LoadErrorKind, Warning};
use crate::text::whole;

/// Among how many rows the header is looked for.
const FIRST: usize = 50;

/// How many cells a workbook may fill; at some ten million a second this takes half a minute.
pub(super) const CELL_LIMIT: u64 = 200_000_000;

/// How long the texts of a row are at most, together, in bytes.
pub(super) const ROW_LIMIT: usize = 16 * 1024 * 1024;

/// How long the texts of a table's cells are at most on average: longer ones are prose.
const PROSE: usize = 120;

/// One sheet on its way to a table.
pub(in super::super) struct Builder {
    wanted_header: Option<u64>,
    first: Vec<SheetRow>,
    first_length: usize,
    header: Option<Header>,
    /// Whether the last row was a note or stood above notes.
    is_in_notes: bool,
    another: Another,
    /// Cells that reach over several rows.
    pub(super) merged: Merged,
    rows: Writer,
    /// Which places hold anything below the header.
    is_used: Vec<bool>,
    cells: u64,
    length: u64,
}

/// A sheet that was read.
pub(in super::super) struct Sheet {
    pub(in super::super) header_line: u64,
    /// What stands alone in the rows above the header.
    pub(super) titles: Vec<String>,
    /// That another table follows.
    pub(super) another: Option<Warning>,
    pub(in super::super) rows: Stored,
    /// Whether its cells are mostly long texts.
    pub(super) is_prose: bool,
}

impl Builder {
    pub(in super::super) fn new(wanted_header: Option<u64>) -> Self {
        Self {
            wanted_header,
            first: Vec::new(),
            first_length: 0,
            header: None,
            is_in_notes: false,
            another: Another::default(),
            merged: Merged::default(),
            rows: Writer::default(),
            is_used: Vec::new(),
            cells: 0,
            length: 0,
        }
    }

    /// One whose rows share their room with those of other sheets.
    pub(super) fn within(wanted_header: Option<u64>, room: &Room) -> Self {
        Self { rows: Writer::within(room), ..Self::new(wanted_header) }
    }

    /// One whose columns' names stand elsewhere.
    pub(in super::super) fn with_names(names: Vec<String>) -> Self {
        Self {
            header: Some(Header { line: 0, names, tags: Vec::new(), titles: Vec::new(), above: 0 }),
            ..Self::new(None)
        }
    }

    /// Adds a row by its number from 1.
    pub(in super::super) fn add(&mut self, row: SheetRow) -> Result<(), LoadErrorKind> {
        let length: usize = row.cells.iter().map(String::len).sum();
        if length == 0 {
            return Ok(());
        }
        if length > ROW_LIMIT {
            return Err(long_row(row.line));
        }
        if self.header.is_some() {
            return self.store(row);
        }
        self.first.push(row);
        self.first_length += length;
        if self.first.len() < FIRST && self.first_length < ROW_LIMIT { Ok(()) } else { self.begin() }
    }

    fn begin(&mut self) -> Result<(), LoadErrorKind> {
        let header = header::find(&self.first, self.wanted_header);
        let above = header.above;
        self.header = Some(header);
        for row in std::mem::take(&mut self.first).into_iter().skip(above) {
            self.store(row)?;
        }
        Ok(())
    }

    fn store(&mut self, row: SheetRow) -> Result<(), LoadErrorKind> {
        let columns = self.header.as_ref().map_or(0, |header| header.names.len()).max(self.is_used.len());
        let alone = row.cells.first().filter(|_| row.filled() == 1 && columns >= 3);
        self.is_in_notes = alone.is_some_and(|cell| self.is_in_notes || begins_notes(cell));
        if self.is_in_notes || row.filled() == 1 && row.cells.first().is_some_and(|cell| is_note(cell, columns)) {
            return Ok(());
        }
        let names: &[String] = self.header.as_ref().map_or(&[], |header| &header.names);
        for row in self.another.take(row, names) {
            self.keep(row)?;
        }
        Ok(())
    }

    /// Keeps a row of the table.
    fn keep(&mut self, mut row: SheetRow) -> Result<(), LoadErrorKind> {
        self.merged.fill(&mut row);
        let filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        if self.is_used.len() < row.cells.len() {
            self.is_used.resize(row.cells.len(), false);
        }
        for (place, cell) in filled.clone() {
            self.cells += 1;
            self.length = self.length.saturating_add(cell.len() as u64);
            if let Some(is_used) = self.is_used.get_mut(place) {
                *is_used = true;
            }
        }
        self.expect(0)?;
        self.rows.add((row.line, row.indent), filled.map(|(place, cell)| (place, cell.as_str())))
    }

    /// Refuses what would be too much once this many cells more are added.
    pub(super) fn expect(&self, cells: u64) -> Result<(), LoadErrorKind> {
        if self.cells.saturating_add(cells) <= CELL_LIMIT {
            return Ok(());
        }
        Err(LoadErrorKind::table(format!(
            "found more than {} cells in one sheet, expected fewer; save it as CSV, which has no such limit",
            whole(CELL_LIMIT)
        )))
    }

    /// The sheet; `None` where it has no table.
    pub(in super::super) fn finish(mut self) -> Result<Option<Sheet>, LoadErrorKind> {
        if self.header.is_none() {
            self.begin()?;
        }
        if let Some(row) = self.another.rest() {
            self.keep(row)?;
        }
        let another = self.another.warning();
        let Some(header) = self.header else { return Ok(None) };
        let width = self.is_used.len().max(header.names.len());
        let text = |texts: &[String], place: usize| texts.get(place).cloned().unwrap_or_default();
        // Columns that are padding have neither a name nor a cell.
        let places: Vec<usize> = (0..width)
            .filter(|place| !text(&header.names, *place).is_empty() || self.is_used.get(*place) == Some(&true))
            .collect();
        let names = (0..width).map(|place| {
            let tag = Some(text(&header.tags, place)).filter(|tag| tag.starts_with('#'));
            (text(&header.names, place), tag)
        });
        let mut columns: Vec<Option<Column>> = header::named(names).into_iter().map(Some).collect();
        let columns: Vec<(usize, Column)> =
            places.into_iter().filter_map(|place| Some((place, columns.get_mut(place)?.take()?))).collect();
        if columns.len() < 2 || self.rows.rows() == 0 {
            return Ok(None);
        }
        let is_prose = self.length > self.cells.saturating_mul(PROSE as u64);
        Ok(Some(Sheet {
            header_line: header.line,
            titles: header.titles,
            another,
            rows: self.rows.finish(columns)?,
            is_prose,
        }))
    }
}

pub(super) fn long_row(line: u64) -> LoadErrorKind {
    LoadErrorKind::table(format!(
        "found more than 16 MiB of text in row {} of a sheet, expected one row of a table",
        whole(line)
    ))
}
