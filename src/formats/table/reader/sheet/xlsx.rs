//! Workbooks of Excel since 2007, sheet by sheet and cell by cell.

use super::builder::{Builder, ROW_LIMIT, Sheet, long_row};
use super::cell;
use super::header::SheetRow;
use super::watched::{Watch, Watched};
use crate::formats::table::Material;
use crate::formats::table::reader::counting::share;
use crate::formats::table::reader::unpack::Budget;
use crate::formats::table::scratch::Room;
use crate::formats::{LoadErrorKind, Progress};
use calamine::{Reader, Xlsx, XlsxError};
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

/// The last column that a sheet can have.
const LAST_COLUMN: u32 = 16_383;

type Workbook<'p> = Xlsx<BufReader<Watched<'p>>>;

/// Reads the sheets that `is_wanted`, each with its name. Where the file `has_merged` cells, each sheet is read twice: they
/// stand behind its rows.
pub(super) fn read(
    material: &Material,
    header_row: Option<u64>,
    is_wanted: &dyn Fn(&str) -> bool,
    has_merged: bool,
    budget: &mut Budget,
    progress: Progress,
) -> Result<Vec<(String, Option<Sheet>)>, LoadErrorKind> {
    let (reader, size) = material.open()?;
    let watch = Rc::new(Watch::default());
    let failed = |error: &XlsxError| watch.or_cancelled(failure(error));
    let watched = Watched::new(reader, progress, &watch);
    let mut workbook: Workbook = Xlsx::new(BufReader::new(watched)).map_err(|error| failed(&error))?;
    let names: Vec<String> = workbook.sheet_names().into_iter().filter(|name| is_wanted(name)).collect();
    let mut sheets = Vec::new();
    for (index, name) in names.iter().enumerate() {
        watch.told.set(share(index as u64, names.len() as u64, size));
        let sheet = match sheet(&mut workbook, name, header_row, &budget.room, has_merged) {
            // Sheets of charts have no cells.
            Ok(sheet) => sheet,
            Err(Failure::Xlsx(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_))) => continue,
            Err(Failure::Xlsx(error)) => return Err(failed(&error)),
            Err(Failure::Kind(kind)) => return Err(kind),
        };
        sheets.push((name.clone(), sheet));
    }
    Ok(sheets)
}

enum Failure {
    Xlsx(XlsxError),
    Kind(LoadErrorKind),
}

impl From<XlsxError> for Failure {
    fn from(error: XlsxError) -> Self {
        Self::Xlsx(error)
    }
}

impl From<LoadErrorKind> for Failure {
    fn from(kind: LoadErrorKind) -> Self {
        Self::Kind(kind)
    }
}

fn sheet(
    workbook: &mut Workbook,
    name: &str,
    header_row: Option<u64>,
    room: &Room,
    has_merged: bool,
) -> Result<Option<Sheet>, Failure> {
    let mut builder = Builder::within(header_row, room);
    if has_merged {
        // Not every wrong place is an error to the reader.
        let merged = catch_unwind(AssertUnwindSafe(|| workbook.merge_cells_by_sheet_name(name)))
            .map_err(|_| super::damaged("its merged cells lie nowhere"))?;
        for cell in merged? {
            builder.merged.add(cell.start.0.into(), cell.end.0.into(), cell.start.1 as usize);
        }
    }
    let mut cells = workbook.worksheet_cells_reader(name)?;
    let mut row = SheetRow { line: 0, indent: 0, cells: Vec::new() };
    let mut length = 0;
    while let Some(cell) = cells.next_cell()? {
        let (line, place) = cell.get_position();
        let line = u64::from(line) + 1;
        if line != row.line {
            builder.add(std::mem::replace(&mut row, SheetRow { line, indent: 0, cells: Vec::new() }))?;
            length = 0;
        }
        let text = cell::text(cell.get_value());
        // What is only formatted needs no room.
        if text.is_empty() {
            continue;
        }
        length += text.len();
        if length > ROW_LIMIT || place > LAST_COLUMN {
            return Err(long_row(line).into());
        }
        let place = place as usize;
        if place == 0 {
            row.indent = cell::indent(cell.get_value());
        }
        if row.cells.len() <= place {
            row.cells.resize(place + 1, String::new());
        }
        if let Some(slot) = row.cells.get_mut(place) {
            *slot = text;
        }
    }
    builder.add(row)?;
    Ok(builder.finish()?)
}

fn failure(error: &XlsxError) -> LoadErrorKind {
    match error {
        XlsxError::Password => super::locked(),
        XlsxError::Io(error) => LoadErrorKind::io(error),
        other => super::damaged(&other.to_string()),
    }
}
