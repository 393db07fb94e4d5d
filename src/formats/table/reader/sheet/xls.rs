//! Workbooks of Excel before 2007. They are laid out in memory as a whole, so their size is looked at first.

use super::builder::{Builder, Sheet};
use super::header::SheetRow;
use super::{cell, compound};
use crate::formats::table::Material;
use crate::formats::table::reader::counting::{share, tell};
use crate::formats::table::reader::unpack::Budget;
use crate::formats::{LoadErrorKind, Progress};
use calamine::{Reader, Xls, XlsError};
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// The largest old workbook that is read, in bytes; with 65,536 rows in a sheet they stay far below.
const SIZE_LIMIT: u64 = 256 * 1024 * 1024;

/// How much is read before cancelling is looked at.
const CHUNK: u64 = 1024 * 1024;

/// How often cancelling is looked at while a workbook is laid out.
const MOMENT: Duration = Duration::from_millis(20);

/// After how many rows progress is told.
const ROWS: u64 = 512;

/// Reads the sheets that `is_wanted`, each with its name.
pub(super) fn read(
    material: &Material,
    header_row: Option<u64>,
    is_wanted: &dyn Fn(&str) -> bool,
    budget: &mut Budget,
    progress: Progress,
) -> Result<Vec<(String, Option<Sheet>)>, LoadErrorKind> {
    let (reader, size) = material.open()?;
    if size > SIZE_LIMIT {
        return Err(LoadErrorKind::table(
            "found an old workbook (XLS) of more than 256 MiB, expected at most 256 MiB; save it as XLSX or CSV",
        ));
    }
    let mut bytes = Vec::new();
    let mut reader = reader.take(SIZE_LIMIT);
    while reader.by_ref().take(CHUNK).read_to_end(&mut bytes).map_err(|error| LoadErrorKind::io(&error))? > 0 {
        tell(progress, 0)?;
    }
    let mut workbook = open_watched(bytes, progress)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names().into_iter().filter(|name| is_wanted(name)) {
        let range = workbook.worksheet_range(&name).map_err(|error| failure(&error))?;
        let first = range.start().map_or(0, |(row, _)| row);
        let mut builder = Builder::within(header_row, &budget.room);
        for cell in workbook.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            // A column that all rows of the range know: its cells lie from its first column on.
            let column = cell.start.1.saturating_sub(range.start().map_or(0, |(_, column)| column));
            builder.merged.add(cell.start.0.into(), cell.end.0.into(), column as usize);
        }
        for (line, row) in (u64::from(first) + 1..).zip(range.rows()) {
            if line.is_multiple_of(ROWS) {
                tell(progress, share(line, range.height() as u64, size))?;
            }
            builder.add(SheetRow { line, indent: 0, cells: row.iter().map(cell::owned_text).collect() })?;
        }
        sheets.push((name, builder.finish()?));
    }
    Ok(sheets)
}

/// Opens a workbook on a thread of its own: it is laid out in one go, which may take seconds. Where that is cancelled, it
/// ends by itself, and nobody waits for it.
fn open_watched(bytes: Vec<u8>, progress: Progress) -> Result<Xls<Cursor<Vec<u8>>>, LoadErrorKind> {
    let (done, opened) = mpsc::channel();
    let work = move || {
        // Nobody listens any more where reading was cancelled.
        drop(done.send(compound::check(&bytes).and_then(|()| open(bytes))));
    };
    thread::Builder::new().name("old workbook".to_owned()).spawn(work).map_err(|error| LoadErrorKind::io(&error))?;
    loop {
        match opened.recv_timeout(MOMENT) {
            Ok(workbook) => return workbook,
            Err(RecvTimeoutError::Timeout) => tell(progress, 0)?,
            Err(RecvTimeoutError::Disconnected) => return Err(super::damaged("its places do not fit")),
        }
    }
}

fn open(bytes: Vec<u8>) -> Result<Xls<Cursor<Vec<u8>>>, LoadErrorKind> {
    // The old format is full of offsets, and not every wrong one is an error to the reader.
    match catch_unwind(AssertUnwindSafe(|| Xls::new(Cursor::new(bytes)))) {
        Ok(workbook) => workbook.map_err(|error| failure(&error)),
        Err(_) => Err(super::damaged("its places do not fit")),
    }
}

fn failure(error: &XlsError) -> LoadErrorKind {
    match error {
        XlsError::Password => super::locked(),
        other => super::damaged(&other.to_string()),
    }
}
