//! Where in a JSON file the records are: the longest list of records, wherever it lies, and what lies beside it: the names
//! of rows' cells, and how many records there are in all.

use super::flatten::NESTING_LIMIT;
use super::pages::Promised;
use super::search::{Seen, Stop, search};
use super::source::Source;
use super::split::Container;
use crate::formats::table::Material;
use crate::formats::words::quoted;
use crate::formats::{LoadErrorKind, Progress};
use crate::text::whole;
use std::io::{self, Read};
use struson::reader::ReaderError;

/// What the entries of a container are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Records.
    Records,
    /// Columns: lists of one length, or objects whose keys are the rows' numbers.
    Columns,
    /// Rows: lists of cells, the first of which are names.
    Rows,
}

/// Where records may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The keys that lead there.
    pub(super) path: Vec<String>,
    pub(super) container: Container,
    pub(super) shape: Shape,
    /// The byte after the opening bracket.
    pub(super) offset: u64,
    /// The line of the opening bracket, from 1.
    pub(super) line: u64,
    /// How many records were counted.
    pub(super) records: u64,
    /// How many cells the first of them has, for rows.
    pub(super) width: u64,
}

impl Place {
    pub(super) fn name(&self) -> String {
        self.path.join(".")
    }

    /// One row is one only where its cells have names.
    fn is_list_of_several(&self) -> bool {
        self.shape != Shape::Rows || self.records >= 2
    }
}

fn parent(path: &[String]) -> &[String] {
    path.split_last().map_or(path, |(_, parent)| parent)
}

/// Whether the last key is one of those under which records lie beside their columns.
fn is_data_key(path: &[String]) -> bool {
    let keys = ["data", "records", "rows", "results", "features", "items", "values"];
    path.last().is_some_and(|key| keys.contains(&key.as_str()))
}

/// Records, and what lies beside them.
pub(super) struct Finding {
    pub(super) place: Place,
    /// Where the names of rows' cells lie.
    pub(super) names: Option<Place>,
    /// Where the rows' own names lie.
    pub(super) index: Option<Place>,
    /// What the file says of how many records there are.
    pub(super) promised: Option<Promised>,
}

impl Finding {
    /// A file of which each line is a record.
    pub(super) fn lines() -> Self {
        let (path, container, shape) = (Vec::new(), Container::Lines, Shape::Records);
        Self::of(Place { path, container, shape, offset: 0, line: 1, records: 0, width: 0 })
    }

    /// Records beside which nothing lies.
    fn of(place: Place) -> Self {
        Self { place, names: None, index: None, promised: None }
    }
}

/// The place that the user names, or the one with the most records.
pub(super) fn find(material: &Material, wanted: Option<&str>, progress: Progress) -> Result<Finding, LoadErrorKind> {
    let (mut reader, _) = material.open()?;
    let mark = skip_mark(&mut reader)?;
    let source = Source::new(reader, progress);
    // A named place may come late.
    let (mut seen, walked) = search(source, wanted.is_some());
    if matches!(walked, Err(Stop::Cancelled)) {
        return Err(LoadErrorKind::Cancelled);
    }
    for place in seen.places.iter_mut().chain(&mut seen.names).chain(&mut seen.indexes).chain(&mut seen.alone) {
        place.offset += mark;
    }
    let alone = seen.alone.take();
    let mut places = std::mem::take(&mut seen.places);
    places.retain(|place| place.records > 0 && (place.is_list_of_several() || seen.names_of(place).is_some()));
    seen.places = places;
    let places = &seen.places;
    let chosen = match wanted {
        Some(name) => places.iter().find(|place| place.name() == name),
        // Of equals the first, which is the outer one. What lists the names of columns is no table beside one.
        None => places.iter().rev().max_by_key(|place| (!seen.are_names(place), place.records)),
    };
    match (chosen, wanted, walked) {
        (Some(place), ..) => Ok(seen.finding(place)),
        (None, _, Err(Stop::Json(error))) => Err(failure(&error)),
        (None, Some(name), _) => {
            let known: Vec<String> = places.iter().take(10).map(|place| quoted(&place.name())).collect();
            let known = if known.is_empty() { "there are none in this file".to_owned() } else { known.join(", ") };
            Err(LoadErrorKind::table(format!("found no records under {}, expected one of: {known}", quoted(name))))
        }
        (None, None, _) => alone.map(Finding::of).ok_or_else(|| {
            LoadErrorKind::table(
                "found JSON without records, expected a list of them, such as [{\"date\": \"2020-01-01\", \"killed\": 3}]",
            )
        }),
    }
}

impl Seen {
    /// Where the names of a row's cells lie: as many as there are cells.
    fn names_of(&self, place: &Place) -> Option<&Place> {
        let is_named = place.shape == Shape::Rows;
        self.names.iter().find(|names| is_named && names.records == place.width && names.path != place.path)
    }

    /// Whether a place is one of names, beside which others are looked for.
    fn are_names(&self, place: &Place) -> bool {
        let beside = |other: &Place| {
            let is_of_rows = self.names_of(other).is_some_and(|names| names.path == place.path);
            is_of_rows || is_data_key(&other.path) && parent(&other.path) == parent(&place.path)
        };
        self.names.iter().any(|names| names.path == place.path) && self.places.iter().any(beside)
    }

    fn finding(&self, place: &Place) -> Finding {
        let is_index = |index: &&Place| index.records == place.records && parent(&index.path) == parent(&place.path);
        Finding {
            place: place.clone(),
            names: self.names_of(place).cloned(),
            index: self.indexes.iter().find(is_index).filter(|_| place.shape == Shape::Rows).cloned(),
            promised: Promised::of(&self.said, &place.path),
        }
    }
}

/// Passes over a byte order mark; gives its length.
fn skip_mark(reader: &mut Box<dyn crate::formats::table::ReadSeek>) -> Result<u64, LoadErrorKind> {
    let mut head = Vec::new();
    reader.by_ref().take(3).read_to_end(&mut head).map_err(|error| LoadErrorKind::io(&error))?;
    let length = if head == b"\xEF\xBB\xBF" { 3 } else { 0 };
    reader.seek(io::SeekFrom::Start(length)).map_err(|error| LoadErrorKind::io(&error))
}

/// What a syntax error before any record means.
fn failure(error: &ReaderError) -> LoadErrorKind {
    let line =
        |location: &struson::reader::JsonReaderPosition| whole(location.line_pos.map_or(1, |place| place.line + 1));
    match error {
        ReaderError::SyntaxError(error) => LoadErrorKind::table(format!(
            "found JSON that is broken in line {}, expected a list of records; is a bracket, comma or quote missing there?",
            line(&error.location)
        )),
        ReaderError::MaxNestingDepthExceeded { location, .. } => LoadErrorKind::table(format!(
            "found JSON nested more than {NESTING_LIMIT} deep in line {}, expected a list of records; \
             is a closing bracket missing before?",
            line(location)
        )),
        ReaderError::IoError { error, .. } if error.kind() == io::ErrorKind::InvalidData => {
            LoadErrorKind::table("found JSON that is not UTF-8 text, expected UTF-8; save it with that encoding")
        }
        ReaderError::IoError { error, .. } => LoadErrorKind::io(error),
        other => LoadErrorKind::table(format!("found JSON that cannot be read ({other}), expected a list of records")),
    }
}
