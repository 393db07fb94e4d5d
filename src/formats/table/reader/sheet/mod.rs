//! Workbooks: which of their sheets are tables, and the rows of those, read once and kept.

mod another;
mod builder;
mod cell;
mod check;
mod compound;
mod header;
mod merged;
mod notes;
mod ods;
mod watched;
mod xls;
mod xlsx;

pub(super) use builder::Builder;
pub(super) use header::{SheetRow, named};
pub(super) use notes::{is_codebook, is_notes_name};

use super::counting::share;
use super::stored::Stored;
use super::unpack::Budget;
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material, Sample, Scanned, Tally};
use crate::formats::words::quoted;
use crate::formats::{LoadErrorKind, Progress, Warning};

/// The formats of workbooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Excel since 2007.
    Xlsx,
    /// Excel before.
    Xls,
    /// `LibreOffice`.
    Ods,
}

/// A sheet with a table.
pub struct Sheet {
    name: String,
    titles: Vec<String>,
    /// That another table follows in the sheet.
    another: Option<Warning>,
    reading: Reading,
    rows: Stored,
    /// Its share of the file's size, in bytes.
    size: u64,
}

/// The sheets that are data, or those that `reading` names. `budget` is that of the archive in which the workbook lies, or of
/// itself.
pub(super) fn open(
    material: &Material,
    format: Format,
    reading: &Reading,
    budget: &mut Budget,
    progress: Progress,
) -> Result<Vec<Sheet>, LoadErrorKind> {
    let wanted = &reading.sheets;
    // An archive's files are chosen by name too: a workbook among them has none of these sheets.
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|wanted| wanted == name);
    let (_, size) = material.open()?;
    let sheets = match format {
        Format::Xlsx => {
            let has_merged = check::check(material, budget, progress)?;
            xlsx::read(material, reading.header_row, &is_wanted, has_merged, budget, progress)?
        }
        Format::Ods => ods::read(material, reading.header_row, &is_wanted, budget, progress)?,
        Format::Xls => xls::read(material, reading.header_row, &is_wanted, budget, progress)?,
    };
    let count = sheets.len();
    let total: u64 = sheets.iter().filter_map(|(_, sheet)| sheet.as_ref()).map(|sheet| sheet.rows.rows()).sum();
    let mut data = Vec::new();
    let mut notes = Vec::new();
    for (name, sheet) in sheets {
        let Some(sheet) = sheet else { continue };
        let is_notes = is_notes_name(&name) || sheet.is_prose || is_codebook(sheet.rows.columns());
        let reading = Reading {
            header_row: Some(sheet.header_line).filter(|line| *line > 0),
            sheets: if count > 1 || !wanted.is_empty() { vec![name.clone()] } else { Vec::new() },
            ..Reading::default()
        };
        let size = share(sheet.rows.rows(), total, size);
        let sheet = Sheet { name, titles: sheet.titles, another: sheet.another, reading, rows: sheet.rows, size };
        if is_notes && wanted.is_empty() { notes.push(sheet) } else { data.push(sheet) }
    }
    // Where nothing else is there, the name was wrong.
    let sheets = if data.is_empty() { notes } else { data };
    if sheets.is_empty() {
        return Err(match wanted.first() {
            Some(name) => LoadErrorKind::table(format!(
                "found no table in a sheet {}, expected one of that name; is it spelled as in the workbook?",
                quoted(name)
            )),
            None => LoadErrorKind::table(
                "found no table in this workbook, expected a sheet with at least two columns under their names",
            ),
        });
    }
    Ok(sheets)
}

impl Sheet {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// What stands above the columns' names.
    pub(super) fn titles(&self) -> &[String] {
        &self.titles
    }

    pub(super) fn columns(&self) -> &[Column] {
        self.rows.columns()
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    pub(super) fn weight(&self) -> u64 {
        self.rows.rows()
    }

    pub(super) fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        self.rows.sample(most)
    }

    pub(super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let mut scanned = self.rows.scan(wanted, make, self.size, progress)?;
        scanned.warnings.extend(self.another.clone());
        Ok(scanned)
    }
}

fn locked() -> LoadErrorKind {
    LoadErrorKind::table(
        "found a workbook that is locked with a password, expected one without; \
         save a copy without a password",
    )
}

fn damaged(reason: &str) -> LoadErrorKind {
    LoadErrorKind::table(format!("found a workbook that is damaged ({reason}); was it saved or copied completely?"))
}
