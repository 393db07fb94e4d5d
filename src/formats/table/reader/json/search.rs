//! Walks through JSON for lists and objects that may be records, the names of their cells, or tell of other pages.

use super::flatten::NESTING_LIMIT;
use super::names::is_names_key;
use super::pages::Said;
use super::place::{Place, Shape};
use super::source::Source;
use super::split::Container;
use std::collections::BTreeSet;
use struson::reader::{JsonReader, JsonStreamReader, ReaderError, ReaderSettings, ValueType};

/// How far a file is searched once records were found: what comes first and is still going on there is what the file is for.
const SEARCHED: u64 = 4 * 1024 * 1024;

/// How many keys of a record are kept to see whether its siblings are like it.
const KEYS: usize = 64;

/// How many places are kept.
const PLACES: usize = 1_000;

/// Why a walk ended before the end of the file.
pub(super) enum Stop {
    Json(ReaderError),
    Enough,
    Cancelled,
}

impl From<ReaderError> for Stop {
    fn from(error: ReaderError) -> Self {
        Self::Json(error)
    }
}

/// What was found in a file.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) places: Vec<Place>,
    /// Lists that may be the names of rows' cells.
    pub(super) names: Vec<Place>,
    /// Lists that may be the names of rows.
    pub(super) indexes: Vec<Place>,
    /// What objects say of pages.
    pub(super) said: Vec<Said>,
    /// The file itself, where it is one record with numbers.
    pub(super) alone: Option<Place>,
}

/// Walks through a file.
struct Search<'p> {
    json: JsonStreamReader<Source<'p>>,
    path: Vec<String>,
    seen: Seen,
    searched: u64,
    /// The groups of the outermost record in which numbers lie; those of the record itself have none.
    numbers: BTreeSet<Vec<String>>,
}

/// Looks through a file, as far as is needed unless `is_whole`.
pub(super) fn search(source: Source, is_whole: bool) -> (Seen, Result<(), Stop>) {
    let settings = ReaderSettings {
        track_path: false,
        max_nesting_depth: Some(NESTING_LIMIT),
        restrict_number_values: false,
        ..ReaderSettings::default()
    };
    let mut search = Search {
        json: JsonStreamReader::new_custom(source, settings),
        path: Vec::new(),
        seen: Seen::default(),
        searched: if is_whole { u64::MAX } else { SEARCHED },
        numbers: BTreeSet::new(),
    };
    let walked = match search.value() {
        _ if search.json.reader_mut().is_cancelled => Err(Stop::Cancelled),
        walked => walked.map(|_| ()),
    };
    (search.seen, walked)
}

/// What a value is, as far as its container needs to know.
enum Found {
    Scalar,
    /// A list: how long it is, and how many scalars it has.
    List {
        length: u64,
        scalars: u64,
    },
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
        self.seen.places.push(Place {
            path: self.path.clone(),
            container,
            shape: Shape::Records,
            offset: position.data_pos.unwrap_or_default(),
            line: position.line_pos.map_or(1, |place| place.line + 1),
            records: 0,
            width: 0,
        });
        self.seen.places.len() - 1
    }

    fn list(&mut self) -> Result<Found, Stop> {
        self.json.begin_array()?;
        let index = self.begin(Container::Array);
        let (mut length, mut scalars, mut texts, mut records, mut rows, mut width) = (0_u64, 0_u64, 0, 0, 0, 0);
        while self.json.has_next()? {
            match self.json.peek()? {
                ValueType::Object => {
                    if length == 0 {
                        self.first_record()?;
                    } else {
                        self.json.skip_value()?;
                    }
                    records += 1;
                    self.count(index, records)?;
                }
                ValueType::Array if self.seen.places.len() < PLACES => {
                    let places = self.seen.places.len();
                    self.path.push(length.to_string());
                    let found = self.value()?;
                    self.path.pop();
                    self.forget(places);
                    if let Found::List { length: cells @ 1.., scalars } = found {
                        // A cell or two may be lists themselves.
                        rows += u64::from(scalars * 2 >= cells);
                        width = if length == 0 { cells } else { width };
                    }
                }
                other => {
                    scalars += u64::from(other != ValueType::Array);
                    texts += u64::from(other == ValueType::String);
                    self.json.skip_value()?;
                }
            }
            length += 1;
        }
        self.json.end_array()?;
        let key = self.path.last().map_or("", String::as_str);
        let are_names = length > 0 && (texts == length || records == length) && is_names_key(key);
        let are_row_names = length > 0 && scalars == length && key == "index";
        if let Some(place) = self.seen.places.get_mut(index) {
            if rows > 0 && rows == length {
                place.shape = Shape::Rows;
                place.records = rows;
                place.width = width;
            } else if records * 2 < length {
                // A record among other cells.
                place.records = 0;
            }
            let kept = Place { records: length, ..place.clone() };
            if are_names && self.seen.names.len() < PLACES {
                self.seen.names.push(kept);
            } else if are_row_names && self.seen.indexes.len() < PLACES {
                self.seen.indexes.push(kept);
            }
        }
        Ok(Found::List { length, scalars })
    }

    /// The first record of a list, which may tell of the list beside it.
    fn first_record(&mut self) -> Result<(), Stop> {
        self.path.push("0".to_owned());
        let mut said = Said::at(&self.path);
        self.path.pop();
        self.json.begin_object()?;
        while self.json.has_next()? {
            let key = self.json.next_name_owned()?;
            match self.json.peek()? {
                ValueType::Array | ValueType::Object => self.json.skip_value()?,
                _ => self.hear(&mut said, &key)?,
            }
        }
        self.json.end_object()?;
        self.keep(said);
        Ok(())
    }

    /// Takes in what a value says of pages.
    fn hear(&mut self, said: &mut Said, key: &str) -> Result<(), Stop> {
        match self.json.peek()? {
            _ if !Said::listens_to(key) => self.json.skip_value()?,
            ValueType::Number => said.hear(key, self.json.next_number_as_str()?),
            ValueType::String => said.hear(key, self.json.next_str()?),
            ValueType::Boolean => said.hear(key, if self.json.next_bool()? { "true" } else { "" }),
            _ => self.json.skip_value()?,
        }
        Ok(())
    }

    fn keep(&mut self, said: Said) {
        if said.says_anything() && self.seen.said.len() < PLACES {
            self.seen.said.push(said);
        }
    }

    /// Counts a record, and stops where enough was searched.
    fn count(&mut self, index: usize, records: u64) -> Result<(), Stop> {
        if let Some(place) = self.seen.places.get_mut(index) {
            place.records = records;
        }
        let offset = self.json.current_position(false).data_pos.unwrap_or_default();
        if offset > self.searched { Err(Stop::Enough) } else { Ok(()) }
    }

    /// Drops the places since then, if none of them has records.
    fn forget(&mut self, places: usize) {
        if self.seen.places.iter().skip(places).all(|place| place.records == 0) {
            self.seen.places.truncate(places);
        }
    }

    fn object(&mut self) -> Result<Found, Stop> {
        self.json.begin_object()?;
        let index = self.begin(Container::Object);
        let mut said = Said::at(&self.path);
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
            let places = self.seen.places.len();
            if places >= PLACES {
                alike += u64::from(self.json.peek()? == ValueType::Object);
                self.json.skip_value()?;
                continue;
            }
            let kind = self.json.peek()?;
            if kind == ValueType::Number && self.path.len() <= 1 && (self.numbers.len() < 2 || self.path.is_empty()) {
                self.numbers.insert(self.path.clone());
            }
            let found = if matches!(kind, ValueType::Array | ValueType::Object) {
                if kind == ValueType::Object {
                    said.hear_of_record(&key);
                }
                self.path.push(key);
                let found = match self.value() {
                    Ok(found) => found,
                    Err(stop) => {
                        self.keep(said);
                        return Err(stop);
                    }
                };
                self.path.pop();
                self.forget(places);
                found
            } else {
                self.hear(&mut said, &key)?;
                Found::Scalar
            };
            match found {
                Found::List { length, scalars } if scalars == length => lengths.push(length),
                Found::Scalar | Found::List { .. } => {}
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
        self.keep(said);
        let are_columns = members >= 2
            && (lengths.len() as u64 == members && lengths.iter().all(|length| Some(length) == lengths.first())
                || alike == members && are_numbered);
        if let Some(place) = self.seen.places.get_mut(index) {
            place.shape = if are_columns { Shape::Columns } else { Shape::Records };
            place.records = match lengths.first() {
                Some(length) if are_columns => *length,
                _ if are_columns => first.as_ref().map_or(0, |keys| keys.len() as u64).max(1),
                _ if alike >= 2 && alike * 5 >= members * 4 => alike,
                _ => 0,
            };
            // Numbers of several groups and none beside them are several tolls.
            let is_one = self.numbers.len() == 1 || self.numbers.iter().any(Vec::is_empty);
            if self.path.is_empty() && members >= 2 && is_one {
                let (container, offset) = (Container::Nothing, place.offset.saturating_sub(1));
                self.seen.alone = Some(Place { container, shape: Shape::Records, offset, records: 1, ..place.clone() });
            }
        }
        Ok(Found::Record(keys))
    }
}
