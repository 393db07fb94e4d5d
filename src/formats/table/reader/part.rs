//! One table of a file, in whatever format it is.

use super::change;
use super::counting::share;
use super::delimited::Delimited;
use super::json::{Columns, Json, Promised};
#[cfg(feature = "parquet")]
use super::parquet::Parquet;
use super::sheet::Sheet;
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Sample, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress};

/// A table as its format has it.
pub(super) enum Format {
    Delimited(Delimited),
    Sheet(Sheet),
    Records(Json),
    Columns(Columns),
    #[cfg(feature = "parquet")]
    Parquet(Parquet),
}

/// One table.
pub struct Part {
    format: Format,
    columns: Vec<Column>,
    reading: Reading,
    /// The size of the bytes that are read, and their share of the file that the user opened.
    size: u64,
    share: u64,
    promised: Option<Promised>,
}

/// Calls a method of whatever format it is.
macro_rules! each {
    ($part:expr, $table:ident => $call:expr) => {
        match &$part.format {
            Format::Delimited($table) => $call,
            Format::Sheet($table) => $call,
            Format::Records($table) => $call,
            Format::Columns($table) => $call,
            #[cfg(feature = "parquet")]
            Format::Parquet($table) => $call,
        }
    };
}

impl Part {
    pub(super) fn new(format: Format, size: u64) -> Self {
        let mut part =
            Self { format, columns: Vec::new(), reading: Reading::default(), size, share: size, promised: None };
        part.columns = each!(part, table => table.columns().to_vec());
        part.reading = each!(part, table => table.reading().clone());
        part
    }

    /// It says itself how many rows there are.
    pub(super) fn with_promise(self, promised: Option<Promised>) -> Self {
        Self { promised, ..self }
    }

    /// It was in this encoding.
    pub(super) fn decoded_from(mut self, encoding: String) -> Self {
        self.reading.encoding = Some(encoding);
        self
    }

    pub(super) fn promised(&self) -> Option<&Promised> {
        self.promised.as_ref()
    }

    /// What is read of it is this much of the archive that it came from.
    pub(super) fn share_of(mut self, archive: u64, unpacked: u64) -> Self {
        self.share = share(self.size, unpacked, archive);
        self
    }

    /// It is one of several files, and is chosen by its name.
    pub(super) fn choose_by_name(mut self) -> Self {
        self.reading.sheets = vec![self.name().to_owned()];
        self
    }

    /// Whether its rows were read when it was opened.
    pub(super) fn is_kept(&self) -> bool {
        matches!(self.format, Format::Sheet(_) | Format::Columns(_))
    }

    /// Whether it is one of a workbook's sheets.
    pub(super) fn is_sheet(&self) -> bool {
        matches!(self.format, Format::Sheet(_))
    }

    pub(super) fn name(&self) -> &str {
        each!(self, table => table.name())
    }

    /// What stands above the columns' names.
    pub(super) fn titles(&self) -> &[String] {
        match &self.format {
            Format::Delimited(table) => table.titles(),
            Format::Sheet(sheet) => sheet.titles(),
            _ => &[],
        }
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    /// How large it is beside the other tables of its file: rows where they are known, else bytes.
    pub(super) fn weight(&self) -> u64 {
        match &self.format {
            Format::Sheet(sheet) => sheet.weight(),
            #[cfg(feature = "parquet")]
            Format::Parquet(table) => table.weight(),
            _ => self.size,
        }
    }

    pub(super) fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        match &self.format {
            Format::Delimited(table) => table.sample(most),
            Format::Sheet(table) => table.sample(most),
            Format::Records(table) => Ok(table.sample(most)),
            Format::Columns(table) => table.sample(most),
            #[cfg(feature = "parquet")]
            Format::Parquet(table) => table.sample(most),
        }
    }

    pub(super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let mut scaled = |bytes| progress(share(bytes, self.size, self.share));
        let scanned = each!(self, table => table.scan(wanted, make, &mut scaled));
        let (material, before) = match &self.format {
            Format::Records(table) => table.watched(),
            #[cfg(feature = "parquet")]
            Format::Parquet(table) => table.watched(),
            // Text looks itself while it reads, and what is kept cannot change.
            Format::Delimited(_) | Format::Sheet(_) | Format::Columns(_) => return scanned,
        };
        let (mut scanned, longer) = change::look(material, before, scanned)?;
        scanned.warnings.splice(0..0, longer);
        Ok(scanned)
    }
}
