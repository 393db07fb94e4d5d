//! One record as cells: nested groups become columns with dots in their names, lists become one text.

use std::borrow::Cow;
use struson::reader::{JsonReader, JsonStreamReader, ReaderError, ReaderSettings, SyntaxErrorKind, ValueType};

/// How deep arrays and objects may lie in each other.
pub(super) const NESTING_LIMIT: u32 = 64;

/// Takes the cells of a record.
pub(super) trait Cells {
    /// Where the text of a column goes; `None` where nobody wants it.
    fn place(&mut self, column: &str) -> Option<usize>;

    /// Puts a text there; the error is a reason to leave the record out.
    fn put(&mut self, place: usize, text: Cow<str>) -> Result<(), String>;
}

/// Why a record cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// It is no JSON: at this line of the record, from 0, for this reason.
    Syntax(u64, String),
    /// It ends in the middle.
    Cut,
    /// It is JSON and still no row.
    Row(String),
}

/// Reads a record. `is_feature`: it is one of `GeoJSON`, whose properties are the columns.
pub(super) fn flatten(bytes: &[u8], is_feature: bool, cells: &mut dyn Cells) -> Result<(), Broken> {
    match read(bytes, is_feature, cells) {
        // Some programs write what is no number in a way that is no JSON.
        Err(Broken::Syntax(line, reason)) => match without_nan(bytes) {
            Some(mended) => read(&mended, is_feature, cells),
            None => Err(Broken::Syntax(line, reason)),
        },
        other => other,
    }
}

fn read(bytes: &[u8], is_feature: bool, cells: &mut dyn Cells) -> Result<(), Broken> {
    let settings = ReaderSettings {
        track_path: false,
        max_nesting_depth: Some(NESTING_LIMIT),
        restrict_number_values: false,
        ..ReaderSettings::default()
    };
    let mut flattening =
        Flattening { json: JsonStreamReader::new_custom(bytes, settings), path: String::new(), is_feature, cells };
    match flattening.json.peek().map_err(|error| broken(&error))? {
        ValueType::Object => flattening.group()?,
        other => return Err(Broken::Row(format!("found {}, expected a record in braces", kind(other)))),
    }
    flattening.json.consume_trailing_whitespace().map_err(|error| broken(&error))
}

fn kind(value: ValueType) -> &'static str {
    match value {
        ValueType::Array => "a list",
        ValueType::Object => "a record",
        ValueType::String => "a text",
        ValueType::Number => "a number",
        ValueType::Boolean => "true or false",
        ValueType::Null => "null",
    }
}

struct Flattening<'a, 'c> {
    json: JsonStreamReader<&'a [u8]>,
    path: String,
    is_feature: bool,
    cells: &'c mut dyn Cells,
}

impl Flattening<'_, '_> {
    fn group(&mut self) -> Result<(), Broken> {
        self.json.begin_object().map_err(|error| broken(&error))?;
        while self.json.has_next().map_err(|error| broken(&error))? {
            let length = self.path.len();
            if length > 0 {
                self.path.push('.');
            }
            self.path.push_str(self.json.next_name().map_err(|error| broken(&error))?);
            self.member()?;
            self.path.truncate(length);
        }
        self.json.end_object().map_err(|error| broken(&error))
    }

    fn member(&mut self) -> Result<(), Broken> {
        let kind = self.json.peek().map_err(|error| broken(&error))?;
        if self.is_feature && !self.path.starts_with("properties.") {
            match (self.path.as_str(), kind) {
                ("properties", ValueType::Object) => return self.group(),
                ("properties" | "geometry" | "type" | "bbox", _) => {
                    return self.json.skip_value().map_err(|error| broken(&error));
                }
                _ => {}
            }
        }
        if kind == ValueType::Object {
            return self.group();
        }
        let name =
            if self.is_feature { self.path.strip_prefix("properties.").unwrap_or(&self.path) } else { &self.path };
        let Some(place) = self.cells.place(name.trim()) else {
            return self.json.skip_value().map_err(|error| broken(&error));
        };
        let mut text = String::new();
        if kind == ValueType::Array {
            self.list(&mut text)?;
        } else {
            self.scalar(kind, &mut text)?;
        }
        self.cells.put(place, Cow::Owned(text)).map_err(Broken::Row)
    }

    fn scalar(&mut self, kind: ValueType, text: &mut String) -> Result<(), Broken> {
        let read = match kind {
            ValueType::String => self.json.next_str().map(|found| text.push_str(found.trim())),
            ValueType::Number => self.json.next_number_as_str().map(|found| text.push_str(&shortest(found))),
            ValueType::Boolean => {
                self.json.next_bool().map(|found| text.push_str(if found { "true" } else { "false" }))
            }
            _ => self.json.next_null(),
        };
        read.map_err(|error| broken(&error))
    }

    /// A list as one text; records in it stay JSON.
    fn list(&mut self, text: &mut String) -> Result<(), Broken> {
        self.json.begin_array().map_err(|error| broken(&error))?;
        let mut is_first = true;
        while self.json.has_next().map_err(|error| broken(&error))? {
            if !std::mem::take(&mut is_first) {
                text.push_str("; ");
            }
            self.raw(text, false)?;
        }
        self.json.end_array().map_err(|error| broken(&error))
    }

    fn raw(&mut self, text: &mut String, in_json: bool) -> Result<(), Broken> {
        match self.json.peek().map_err(|error| broken(&error))? {
            ValueType::Array => {
                text.push('[');
                self.json.begin_array().map_err(|error| broken(&error))?;
                let mut is_first = true;
                while self.json.has_next().map_err(|error| broken(&error))? {
                    if !std::mem::take(&mut is_first) {
                        text.push(',');
                    }
                    self.raw(text, true)?;
                }
                self.json.end_array().map_err(|error| broken(&error))?;
                text.push(']');
            }
            ValueType::Object => {
                text.push('{');
                self.json.begin_object().map_err(|error| broken(&error))?;
                let mut is_first = true;
                while self.json.has_next().map_err(|error| broken(&error))? {
                    if !std::mem::take(&mut is_first) {
                        text.push(',');
                    }
                    let name = self.json.next_name_owned().map_err(|error| broken(&error))?;
                    text.push_str(&serde_json::Value::from(name).to_string());
                    text.push(':');
                    self.raw(text, true)?;
                }
                self.json.end_object().map_err(|error| broken(&error))?;
                text.push('}');
            }
            ValueType::String if in_json => {
                let found = self.json.next_string().map_err(|error| broken(&error))?;
                text.push_str(&serde_json::Value::from(found).to_string());
            }
            ValueType::Null if in_json => {
                self.json.next_null().map_err(|error| broken(&error))?;
                text.push_str("null");
            }
            other => self.scalar(other, text)?,
        }
        Ok(())
    }
}

/// A number without a fraction of zero; one with an exponent as it is usually written.
pub(super) fn shortest(number: &str) -> Cow<'_, str> {
    if number.contains(['e', 'E']) {
        return match number.parse::<f64>() {
            Ok(value) if value.is_finite() => Cow::Owned(value.to_string()),
            _ => Cow::Borrowed(number),
        };
    }
    match number.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => Cow::Borrowed(whole),
        _ => Cow::Borrowed(number),
    }
}

fn broken(error: &ReaderError) -> Broken {
    match error {
        ReaderError::SyntaxError(error) => match error.kind {
            SyntaxErrorKind::IncompleteDocument => Broken::Cut,
            kind => {
                let line = error.location.line_pos.map_or(0, |place| place.line);
                let reason = match kind {
                    SyntaxErrorKind::MissingComma => "expected a comma",
                    SyntaxErrorKind::MissingColon => "expected a colon after the key",
                    SyntaxErrorKind::InvalidLiteral => {
                        "expected true, false, null, a number or a text in double quotes"
                    }
                    SyntaxErrorKind::MalformedNumber | SyntaxErrorKind::TrailingDataAfterNumber => {
                        "expected a number of digits only"
                    }
                    SyntaxErrorKind::NotEscapedControlCharacter => "expected a double quote at the end of a text",
                    SyntaxErrorKind::TrailingCommaNotEnabled => "expected another entry after the comma",
                    SyntaxErrorKind::ExpectingMemberNameOrObjectEnd => "expected a key in double quotes or a brace",
                    _ => "expected JSON",
                };
                Broken::Syntax(line, reason.to_owned())
            }
        },
        ReaderError::MaxNestingDepthExceeded { .. } => Broken::Row(format!(
            "found groups nested more than {NESTING_LIMIT} deep, expected fewer; is a closing bracket missing before?"
        )),
        _ => Broken::Syntax(0, "expected UTF-8 text".to_owned()),
    }
}

/// The record with null in place of `NaN` and `Infinity`, where it holds these outside of texts.
pub(super) fn without_nan(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut mended = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    let (mut in_text, mut is_mended) = (false, false);
    while let Some((first, later)) = rest.split_first() {
        let word = [b"-Infinity".as_slice(), b"Infinity", b"NaN"].into_iter().find(|word| rest.starts_with(word));
        match (first, word) {
            (_, Some(word)) if !in_text => {
                mended.extend_from_slice(b"null");
                is_mended = true;
                rest = rest.get(word.len()..).unwrap_or_default();
                continue;
            }
            (b'\\', _) if in_text => {
                mended.extend(rest.iter().take(2));
                rest = rest.get(2..).unwrap_or_default();
                continue;
            }
            (b'"', _) => in_text = !in_text,
            _ => {}
        }
        mended.push(*first);
        rest = later;
    }
    is_mended.then_some(mended)
}
