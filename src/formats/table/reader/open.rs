//! Opens whatever holds tables.

use super::Table;
use super::change;
use super::delimited::Delimited;
use super::joined::Joined;
use super::json::{self, Opened};
use super::kind::Kind;
use super::package::Description;
use super::part::{Format, Part};
use super::sheet::{self, Format as Workbook, is_codebook, is_notes_name};
use super::text::Encoded;
use super::unpack::{Budget, Contents, Failed, Unzipped, gunzip, look, unzip};
use crate::formats::table::Material;
use crate::formats::table::recipe::Reading;
use crate::formats::words::quoted;
use crate::formats::{LoadErrorKind, Progress, Warning};
use std::ops::ControlFlow;
use std::sync::Arc;

/// How deep archives may lie in each other: a packed table in a ZIP archive.
const MOST_PACKED: usize = 2;

/// The tables that a file holds: one, or one for each sheet or file inside it, the largest first; those of one shape are
/// one table. `reading` says what the user wants to be read how; what it leaves open is found out.
pub fn open(material: &Material, reading: &Reading) -> Result<Vec<Table>, LoadErrorKind> {
    open_watched(material, reading, &mut |_| ControlFlow::Continue(()))
}

/// Like [`open`], with progress: archives and workbooks are read once to see what is in them.
pub fn open_watched(material: &Material, reading: &Reading, progress: Progress) -> Result<Vec<Table>, LoadErrorKind> {
    let mut depth = Depth::default();
    let (_, before) = material.open()?;
    let parts = match package_tables(material)? {
        Some(materials) => files(&materials, Vec::new(), before, reading, &mut depth, progress),
        None => parts(material, reading, &mut depth, progress),
    };
    let (parts, longer) = change::look(material, before, parts)?;
    // What is read again later is looked at then.
    depth.remarks.extend(longer.filter(|_| depth.budget.is_some() || parts.iter().all(Part::is_kept)));
    let word = if parts.iter().all(Part::is_sheet) { "sheet" } else { "file" };
    let mut tables = Joined::join(parts, word);
    for table in &mut tables {
        table.remarks.clone_from(&depth.remarks);
        table.description.clone_from(&depth.description);
    }
    tables.sort_by_key(|table| std::cmp::Reverse(table.weight()));
    Ok(tables)
}

/// The tables that a data package names, where the file is one.
fn package_tables(material: &Material) -> Result<Option<Vec<Material>>, LoadErrorKind> {
    let is_candidate = material.name.to_lowercase().ends_with(".json") && Kind::of(material)? == Kind::Json;
    match is_candidate.then(|| Description::read(material)).flatten() {
        Some(description) => description.materials(material).map(Some),
        None => Ok(None),
    }
}

/// How deep archives lie in each other, what all of them together may unpack to, and what was odd about them.
#[derive(Default)]
struct Depth {
    packed: usize,
    budget: Option<Budget>,
    remarks: Vec<Warning>,
    /// What a data package in the outermost archive says.
    description: Option<Arc<Description>>,
}

impl Depth {
    /// What may be unpacked of a file of this size and of all that lies in it, where it is the outermost one.
    fn budget(&mut self, size: u64) -> &mut Budget {
        self.budget.get_or_insert_with(|| Budget::new(size))
    }
}

fn parts(
    material: &Material,
    reading: &Reading,
    depth: &mut Depth,
    progress: Progress,
) -> Result<Vec<Part>, LoadErrorKind> {
    let (_, size) = material.open()?;
    let one = |format: Format| Ok(vec![Part::new(format, size)]);
    match Kind::of(material)? {
        Kind::Gzip | Kind::Zip if depth.packed > MOST_PACKED => Err(LoadErrorKind::table(
            "found archives inside archives, expected a table; unpack them and open the table inside",
        )),
        Kind::Gzip => {
            files(&[gunzip(material, &mut depth.budget, progress)?], Vec::new(), size, reading, depth, progress)
        }
        Kind::Zip => match look(material)? {
            Contents::Xlsx => workbook(material, Workbook::Xlsx, reading, depth.budget(size), progress),
            Contents::Ods => workbook(material, Workbook::Ods, reading, depth.budget(size), progress),
            Contents::Xlsb => {
                Err(LoadErrorKind::table("found a binary workbook (XLSB), expected XLSX, XLS or ODS; save it as XLSX"))
            }
            Contents::Other(what) => {
                Err(LoadErrorKind::table(format!("found {what}, expected a table; save its table as XLSX or CSV")))
            }
            Contents::Files => {
                let Unzipped { files: inner, failed } = unzip(material, &mut depth.budget, progress)?;
                files(&inner, failed, size, reading, depth, progress)
            }
        },
        Kind::Compound => workbook(material, Workbook::Xls, reading, depth.budget(size), progress),
        Kind::Parquet => parquet(material, size),
        kind @ (Kind::Json | Kind::JsonLines) => {
            let encoded = Encoded::find(material, reading.encoding.as_deref())?;
            let text = encoded.to_utf8(material, progress)?;
            let (format, promised) =
                match json::open(text.as_ref().unwrap_or(material), kind == Kind::JsonLines, reading, progress)? {
                    Opened::Records(table, promised) => (Format::Records(table), promised),
                    Opened::Columns(table, promised) => (Format::Columns(table), promised),
                    Opened::Nested(table, remarks) => {
                        depth.remarks.extend(remarks);
                        (Format::Columns(table), None)
                    }
                };
            let part = Part::new(format, size).with_promise(promised);
            Ok(vec![if text.is_some() { part.decoded_from(encoded.name()) } else { part }])
        }
        Kind::Text => one(Format::Delimited(Delimited::open(material, reading)?)),
    }
}

fn workbook(
    material: &Material,
    format: Workbook,
    reading: &Reading,
    budget: &mut Budget,
    progress: Progress,
) -> Result<Vec<Part>, LoadErrorKind> {
    let sheets = sheet::open(material, format, reading, budget, progress)?;
    Ok(sheets
        .into_iter()
        .map(|sheet| {
            let size = sheet.size();
            Part::new(Format::Sheet(sheet), size)
        })
        .collect())
}

#[cfg(feature = "parquet")]
fn parquet(material: &Material, size: u64) -> Result<Vec<Part>, LoadErrorKind> {
    Ok(vec![Part::new(Format::Parquet(super::parquet::Parquet::open(material)?), size)])
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &Material, _: u64) -> Result<Vec<Part>, LoadErrorKind> {
    Err(LoadErrorKind::table(
        "found a Parquet file, which this build of Tollview does not read; \
         save the table as CSV, or build with the feature \"parquet\"",
    ))
}

/// The tables of several files; `archive` is the size of the file that they came from, and `failed` says which could not be
/// unpacked.
fn files(
    materials: &[Material],
    mut failed: Vec<Failed>,
    archive: u64,
    reading: &Reading,
    depth: &mut Depth,
    progress: Progress,
) -> Result<Vec<Part>, LoadErrorKind> {
    let several = materials.len() + failed.len() > 1;
    let unpacked: u64 = materials.iter().filter_map(|material| material.open().ok()).map(|(_, size)| size).sum();
    let mut found = Vec::new();
    for material in materials {
        if several && is_description(material) {
            if depth.description.is_none() {
                depth.description = Description::read(material).map(Arc::new);
            }
            continue;
        }
        // A name that chooses the file does not choose one of its sheets.
        let is_named = reading.sheets.contains(&material.name);
        let sheets = if is_named { Vec::new() } else { reading.sheets.clone() };
        let is_wanted =
            |part: &Part| !several || is_named || sheets.is_empty() || sheets.iter().any(|name| name == part.name());
        let reading = Reading { sheets: sheets.clone(), ..reading.clone() };
        depth.packed += 1;
        let inner = parts(material, &reading, depth, progress);
        depth.packed -= 1;
        match inner {
            Ok(parts) => found.extend(parts.into_iter().filter(is_wanted)),
            Err(LoadErrorKind::Cancelled) => return Err(LoadErrorKind::Cancelled),
            Err(kind) if depth.budget.as_ref().is_some_and(Budget::is_spent) => return Err(kind),
            Err(kind) => failed.push((material.name.clone(), kind)),
        }
    }
    if several && reading.sheets.is_empty() {
        let is_data =
            |part: &Part| part.columns().len() > 1 && !is_notes_name(part.name()) && !is_codebook(part.columns());
        if found.iter().any(is_data) {
            found.retain(is_data);
        }
    }
    if found.is_empty() && !failed.is_empty() {
        return Err(failed.remove(0).1);
    }
    // Beside a table there may be files of any kind; who chose some of them did not ask for the others.
    let is_missed = |name: &str| {
        reading.sheets.is_empty() && !is_notes_name(name) || reading.sheets.iter().any(|sheet| sheet == name)
    };
    failed.retain(|(name, _)| is_missed(name));
    depth.remarks.extend(
        failed.into_iter().map(|(name, kind)| Warning { line: 0, message: format!("{name} is not read: {kind}") }),
    );
    if found.is_empty() {
        return Err(match reading.sheets.first() {
            Some(name) => LoadErrorKind::table(format!(
                "found no table {} in this archive, expected one of that name; is it spelled as in the archive?",
                quoted(name)
            )),
            None => LoadErrorKind::table("found no table in this archive, expected a file such as CSV, XLSX or JSON"),
        });
    }
    let is_one_of_several = several && (found.len() > 1 || !reading.sheets.is_empty());
    Ok(found
        .into_iter()
        .map(|part| part.share_of(archive, unpacked))
        .map(|part| if is_one_of_several && !part.is_sheet() { part.choose_by_name() } else { part })
        .collect())
}

/// Whether a file describes the others.
fn is_description(material: &Material) -> bool {
    material.name.ends_with("datapackage.json")
}
