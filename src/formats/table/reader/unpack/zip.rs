//! ZIP archives: which files inside may be tables, and their bytes. Workbooks are archives too and are told apart here.

use super::{Budget, pour, read_failure};
use crate::formats::table::scratch::Scratch;
use crate::formats::table::{Material, ReadSeek};
use crate::formats::{LoadErrorKind, Progress};
use std::collections::HashMap;
use std::io::{BufReader, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// More files than anyone puts a table in.
const MOST_FILES: usize = 10_000;

/// What a ZIP archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats::table::reader) enum Contents {
    /// A workbook of Excel.
    Xlsx,
    /// A binary workbook of Excel.
    Xlsb,
    /// A workbook of `LibreOffice`.
    Ods,
    /// Another document, with its name.
    Other(&'static str),
    /// Files.
    Files,
}

pub(in crate::formats::table::reader) type Archive = ZipArchive<BufReader<Box<dyn ReadSeek>>>;

/// Opens an archive, with its size in bytes.
pub(in crate::formats::table::reader) fn open(material: &Material) -> Result<(Archive, u64), LoadErrorKind> {
    let (reader, size) = material.open()?;
    let archive = ZipArchive::new(BufReader::new(reader)).map_err(|error| failure(&error))?;
    Ok((archive, size))
}

/// Looks at the names inside.
pub(in crate::formats::table::reader) fn look(material: &Material) -> Result<Contents, LoadErrorKind> {
    let (mut archive, _) = open(material)?;
    let holds = |name: &str| archive.index_for_name(name).is_some();
    if holds("xl/workbook.xml") {
        return Ok(Contents::Xlsx);
    }
    if holds("xl/workbook.bin") {
        return Ok(Contents::Xlsb);
    }
    if holds("word/document.xml") {
        return Ok(Contents::Other("a Word document"));
    }
    if holds("ppt/presentation.xml") {
        return Ok(Contents::Other("a PowerPoint presentation"));
    }
    let mut kind = String::new();
    if let Ok(file) = archive.by_name("mimetype") {
        // Anything longer is no type.
        file.take(100).read_to_string(&mut kind).map_err(|error| read_failure(&error, "a ZIP archive"))?;
    }
    Ok(match kind.trim() {
        "application/vnd.oasis.opendocument.spreadsheet"
        | "application/vnd.oasis.opendocument.spreadsheet-template" => Contents::Ods,
        kind if kind.starts_with("application/vnd.oasis.opendocument") => Contents::Other("an OpenDocument file"),
        _ => Contents::Files,
    })
}

/// The name of a file that could not be unpacked, and why.
pub(in crate::formats::table::reader) type Failed = (String, LoadErrorKind);

/// What came out of an archive.
pub(in crate::formats::table::reader) struct Unzipped {
    pub(in crate::formats::table::reader) files: Vec<Material>,
    pub(in crate::formats::table::reader) failed: Vec<Failed>,
}

/// Unpacks the files that may be tables, under their names without folders where these are unique.
pub(in crate::formats::table::reader) fn unzip(
    material: &Material,
    budget: &mut Option<Budget>,
    progress: Progress,
) -> Result<Unzipped, LoadErrorKind> {
    let (mut archive, size) = open(material)?;
    if archive.len() > MOST_FILES {
        return Err(LoadErrorKind::table(format!(
            "found {} files in this archive, expected at most 10,000; unpack it and open the file that is meant",
            crate::text::whole(archive.len() as u64)
        )));
    }
    let budget = budget.get_or_insert_with(|| Budget::new(size));
    // All of them in one: many small files would fill memory too, or take more open files than there may be.
    let mut scratch = Scratch::within(&budget.room);
    let (pieces, failed) = pour_all(&mut archive, &mut scratch, budget, progress)?;
    let written = scratch.written();
    let files = pieces.iter().map(|(name, start, end)| written.piece(name, *start, *end)).collect();
    Ok(Unzipped { files, failed })
}

/// The name of each file that was unpacked with from where to where it lies, and those that could not be.
type Poured = (Vec<(String, u64, u64)>, Vec<Failed>);

/// Unpacks the files that may be tables. One that is damaged costs the others nothing.
fn pour_all(
    archive: &mut Archive,
    scratch: &mut Scratch,
    budget: &mut Budget,
    progress: Progress,
) -> Result<Poured, LoadErrorKind> {
    let (mut pieces, mut failed) = (Vec::new(), Vec::new());
    for (index, name) in wanted(archive) {
        let start = scratch.size();
        let poured = match archive.by_index(index) {
            Ok(file) => pour(file, "a ZIP archive", scratch, budget, progress),
            Err(error) => Err(failure(&error)),
        };
        match poured {
            Ok(()) => pieces.push((name, start, scratch.size())),
            Err(LoadErrorKind::Table(reason)) if !budget.is_spent() => {
                failed.push((name, LoadErrorKind::Table(reason)));
            }
            Err(kind) => return Err(kind),
        }
    }
    Ok((pieces, failed))
}

/// The places of the files that may be tables, with what they are called.
fn wanted(archive: &Archive) -> Vec<(usize, String)> {
    let mut files: Vec<(usize, String)> = Vec::new();
    for index in 0..archive.len() {
        let Some(Ok(name)) = archive.name_for_index(index) else { continue };
        let name = name.replace('\\', "/");
        if !name.ends_with('/') && may_be_table(&name) {
            files.push((index, name));
        }
    }
    let last = |name: &str| name.rsplit('/').next().unwrap_or(name).to_owned();
    let mut times: HashMap<String, usize> = HashMap::new();
    for (_, name) in &files {
        *times.entry(last(name)).or_default() += 1;
    }
    files
        .into_iter()
        .map(|(index, name)| {
            let short = last(&name);
            if times.get(&short) == Some(&1) { (index, short) } else { (index, name) }
        })
        .collect()
}

/// Not what the system put there, nor what is known to be no table.
fn may_be_table(path: &str) -> bool {
    let mut pieces = path.split('/');
    if pieces.clone().any(|piece| piece == "__MACOSX" || piece.starts_with('.')) {
        return false;
    }
    let name = pieces.next_back().unwrap_or_default().to_lowercase();
    let (_, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let foreign = [
        "md", "pdf", "htm", "html", "doc", "docx", "rtf", "png", "jpg", "jpeg", "gif", "svg", "tif", "tiff", "xml",
        "dbf", "shp", "shx", "prj", "cpg", "sbn", "sbx", "r", "py", "do", "sh",
    ];
    !foreign.contains(&ending)
}

/// What an archive's error means.
pub(in crate::formats::table::reader) fn failure(error: &ZipError) -> LoadErrorKind {
    match error {
        ZipError::Io(error) => read_failure(error, "a ZIP archive"),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => LoadErrorKind::table(
            "found a ZIP archive that is locked with a password, expected one without; \
             unpack it and open the file inside",
        ),
        ZipError::InvalidArchive(_) => LoadErrorKind::table(
            "found a file that is cut off or damaged (a ZIP archive, as XLSX and ODS files are too); \
             was it saved or copied completely?",
        ),
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => LoadErrorKind::table(
            "found a ZIP archive packed in a way that is not read, expected deflate; \
             unpack it and open the file inside",
        ),
        other => LoadErrorKind::table(format!("found a ZIP archive that is damaged ({other}); fetch the file again")),
    }
}
