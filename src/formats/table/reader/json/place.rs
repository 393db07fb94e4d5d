//! Where in a JSON file the records are: the longest list of records, wherever it lies.

use super::flatten::NESTING_LIMIT;
use super::source::Source;
use super::split::Container;
use crate::formats::table::Material;
use crate::formats::words::quoted;
use crate::formats::{LoadErrorKind, Progress};
use crate::text::whole;
use std::io::{self, Read};
use struson::reader::{JsonReader, JsonStreamReader, ReaderError, ReaderSettings, ValueType};

/// How far a file is searched once records were found: what comes first and is still going on there is what the file is for.
const SEARCHED: u64 = 4 * 1024 * 1024;

/// How many keys of a record are kept to see whether its siblings are like it.
const KEYS: usize = 64;

/// How many places are kept.
const PLACES: usize = 1_000;

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
}

impl Place {
    pub(super) fn name(&self) -> String {
        self.path.join(".")
    }
}

/// The place that the user names, or the one with the most records.
pub(super) fn find(material: &Material, wanted: Option<&str>, progress: Progress) -> Result<Place, LoadErrorKind> {
    let (mut reader, _) = material.open()?;
    let mark = skip_mark(&mut reader)?;
    let source = Source::new(reader, progress);
    let settings = ReaderSettings {
        track_path: false,
        max_nesting_depth: Some(NESTING_LIMIT),
        restrict_number_values: false,
        ..ReaderSettings::default()
    };
    let mut search = Search {
        json: JsonStreamReader::new_custom(source, settings),
        path: Vec::new(),
        places: Vec::new(),
        // A named place may come late.
        searched: if wanted.is_some() { u64::MAX } else { SEARCHED },
    };
    let walked = search.value();
    if search.json.reader_mut().is_cancelled {
        return Err(LoadErrorKind::Cancelled);
    }
    let mut places: Vec<Place> = search.places.into_iter().filter(|place| place.records > 0).collect();
    for place in &mut places {
        place.offset += mark;
    }
    let chosen = match wanted {
        Some(name) => places.iter().find(|place| place.name() == name),
        // Of equals the first, which is the outer one.
        None => places.iter().rev().max_by_key(|place| place.records),
    };
    match (chosen, wanted, walked) {
        (Some(place), ..) => Ok(place.clone()),
        (None, _, Err(Stop::Json(error))) => Err(failure(&error)),
        (None, Some(name), _) => {
            let known: Vec<String> = places.iter().take(10).map(|place| quoted(&place.name())).collect();
            let known = if known.is_empty() { "there are none in this file".to_owned() } else { known.join(", ") };
            Err(LoadErrorKind::table(format!("found no records under {}, expected one of: {known}", quoted(name))))
        }
        (None, None, _) => Err(LoadErrorKind::table(
            "found JSON without records, expected a list of them, such as [{\"date\": \"2020-01-01\", \"killed\": 3}]",
        )),
    }
}

/// Passes over a byte order mark; gives its length.
fn skip_mark(reader: &mut Box<dyn crate::formats::table::ReadSeek>) -> Result<u64, LoadErrorKind> {
    let mut head = Vec::new();
    reader.by_ref().take(3).read_to_end(&mut head).map_err(|error| LoadErrorKind::io(&error))?;
    let length = if head == b"\xEF\xBB\xBF" { 3 } else { 0 };
    reader.seek(io::SeekFrom::Start(length)).map_err(|error| LoadErrorKind::io(&error))
}

enum Stop {
    Json(ReaderError),
    Enough,
}

impl From<ReaderError> for Stop {
    fn from(error: ReaderError) -> Self {
        Self::Json(error)
    }
}

struct Search<'p> {
    json: JsonStreamReader<Source<'p>>,
    path: Vec<String>,
    places: Vec<Place>,
    searched: u64,
}

/// What a value is, as far as its container needs to know.
enum Found {
    Scalar,
    /// A list, and how long it is where it has only scalars.
    List(Option<u64>),
    /// A record with its first keys.
    Record(Vec<String>),
}

impl Search<'_> {
    fn value(&mut self) -> Result<Found, Stop> {
        match self.json.peek()? {
            ValueType::Array => self.list(),
            ValueType::Object => self.object(),
            _ => {
                self.json.skip_value()?;
                Ok(Found::Scalar)
            }
        }
    }

    fn begin(&mut self, container: Container) -> usize {
        let position = self.json.current_position(false);
        self.places.push(Place {
            path: self.path.clone(),
            container,
            shape: Shape::Records,
            offset: position.data_pos.unwrap_or_default(),
            line: position.line_pos.map_or(1, |place| place.line + 1),
            records: 0,
        });
        self.places.len() - 1
    }

    fn list(&mut self) -> Result<Found, Stop> {
        self.json.begin_array()?;
        let index = self.begin(Container::Array);
        let (mut length, mut is_flat, mut rows) = (0, true, 0);
        while self.json.has_next()? {
            match self.json.peek()? {
                ValueType::Object => {
                    is_flat = false;
                    self.json.skip_value()?;
                    self.count(index, length + 1)?;
                }
                ValueType::Array if self.places.len() < PLACES => {
                    is_flat = false;
                    let places = self.places.len();
                    self.path.push(length.to_string());
                    let found = self.value()?;
                    self.path.pop();
                    self.forget(places);
                    rows += u64::from(matches!(found, Found::List(Some(1..))));
                }
                _ => self.json.skip_value()?,
            }
            length += 1;
        }
        self.json.end_array()?;
        if rows >= 2
            && rows == length
            && let Some(place) = self.places.get_mut(index)
        {
            place.shape = Shape::Rows;
            place.records = rows;
        }
        Ok(Found::List(is_flat.then_some(length)))
    }

    /// Counts a record, and stops where enough was searched.
    fn count(&mut self, index: usize, records: u64) -> Result<(), Stop> {
        if let Some(place) = self.places.get_mut(index) {
            place.records = records;
        }
        let offset = self.json.current_position(false).data_pos.unwrap_or_default();
        if offset > self.searched { Err(Stop::Enough) } else { Ok(()) }
    }

    /// Drops the places since then, if none of them has records.
    fn forget(&mut self, places: usize) {
        if self.places.iter().skip(places).all(|place| place.records == 0) {
            self.places.truncate(places);
        }
    }

    fn object(&mut self) -> Result<Found, Stop> {
        self.json.begin_object()?;
        let index = self.begin(Container::Object);
        let mut keys: Vec<String> = Vec::new();
        let mut first: Option<Vec<String>> = None;
        let (mut members, mut alike) = (0_u64, 0_u64);
        let mut lengths: Vec<u64> = Vec::new();
        let mut are_numbered = true;
        while self.json.has_next()? {
            let key = self.json.next_name_owned()?;
            if keys.len() < KEYS {
                keys.push(key.clone());
            }
            members += 1;
            let places = self.places.len();
            if places >= PLACES {
                alike += u64::from(self.json.peek()? == ValueType::Object);
                self.json.skip_value()?;
                continue;
            }
            self.path.push(key);
            let found = self.value()?;
            self.path.pop();
            self.forget(places);
            match found {
                Found::List(Some(length)) => lengths.push(length),
                Found::Scalar | Found::List(None) => {}
                Found::Record(inner) => {
                    are_numbered &= inner.iter().take(3).enumerate().all(|(place, key)| *key == place.to_string());
                    let known = first.get_or_insert_with(|| inner.clone());
                    let shared = inner.iter().filter(|key| known.contains(key)).count();
                    if shared * 2 >= inner.len().min(known.len()) && !inner.is_empty() {
                        alike += 1;
                    }
                    // Places inside records are no rivals of the records themselves.
                    if alike >= 2 && alike * 2 > members {
                        self.count(index, alike)?;
                    }
                }
            }
        }
        self.json.end_object()?;
        let are_columns = members >= 2
            && (lengths.len() as u64 == members && lengths.iter().all(|length| Some(length) == lengths.first())
                || alike == members && are_numbered);
        if let Some(place) = self.places.get_mut(index) {
            place.shape = if are_columns { Shape::Columns } else { Shape::Records };
            place.records = match lengths.first() {
                Some(length) if are_columns => *length,
                _ if are_columns => first.as_ref().map_or(0, |keys| keys.len() as u64).max(1),
                _ if alike >= 2 && alike * 5 >= members * 4 => alike,
                _ => 0,
            };
        }
        Ok(Found::Record(keys))
    }
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
