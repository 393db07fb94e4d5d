//! JSON as a tree whose nodes remember where they stand.
//!
//! Nodes borrow from the text wherever it has no escapes, and hold a byte offset instead of line and column: a tree of
//! millions of nodes stays a small multiple of its file.

use super::place::At;
use super::problems::Problems;
use super::syntax;
use crate::formats::bytes::CHUNK;
use crate::formats::words::quoted;
use crate::formats::{Expected, LoadErrorKind, Progress};
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::{self, Read};
use struson::reader::{JsonReader, JsonStreamReader, ReaderError, ReaderSettings, ValueType};

/// How deep arrays and objects may lie in each other; a count inside a report of the deepest kind known needs 20.
pub(in crate::formats) const NESTING_LIMIT: u32 = 64;

/// Objects with more keys look for duplicates in a set instead of one by one.
const FEW_KEYS: usize = 16;

/// A value and the byte at which it starts.
pub(in crate::formats) struct Node<'a> {
    pub(in crate::formats) offset: u32,
    pub(in crate::formats) value: Value<'a>,
}

/// A JSON value; numbers stay as written.
pub(in crate::formats) enum Value<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    String(Cow<'a, str>),
    Array(Vec<Node<'a>>),
    Object(Vec<Member<'a>>),
}

/// A key with its value, and the byte at which the key starts.
pub(in crate::formats) struct Member<'a> {
    pub(in crate::formats) key: Cow<'a, str>,
    pub(in crate::formats) offset: u32,
    pub(in crate::formats) node: Node<'a>,
}

/// Parses a text of at most 4 GiB. Duplicate keys are problems, and only the first of them is kept.
pub(in crate::formats) fn parse<'a>(
    text: &'a str,
    expected: Expected,
    problems: &mut Problems,
    progress: Progress,
) -> Result<Node<'a>, LoadErrorKind> {
    let settings = ReaderSettings {
        track_path: false,
        max_nesting_depth: Some(NESTING_LIMIT),
        restrict_number_values: false,
        ..ReaderSettings::default()
    };
    let source = Source { rest: text.as_bytes(), size: text.len(), until_report: CHUNK, progress };
    let mut parser = Parser { text, expected, json: JsonStreamReader::new_custom(source, settings), problems };
    let root = parser.node(&At::Root)?;
    match parser.json.consume_trailing_whitespace() {
        Ok(()) => Ok(root),
        Err(error) => Err(syntax::failure(&error, (text, expected), &At::Root)),
    }
}

/// The text as a reader that can be cancelled.
struct Source<'a, 'p> {
    rest: &'a [u8],
    size: usize,
    until_report: usize,
    progress: Progress<'p>,
}

impl Read for Source<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.rest.read(buffer)?;
        self.until_report = self.until_report.saturating_sub(count);
        if self.until_report == 0 {
            self.until_report = CHUNK;
            if (self.progress)(u64::try_from(self.size).unwrap_or(u64::MAX)).is_break() {
                return Err(io::Error::other("cancelled"));
            }
        }
        Ok(count)
    }
}

struct Parser<'a, 'p, 's> {
    text: &'a str,
    /// For the words of errors.
    expected: Expected,
    json: JsonStreamReader<Source<'a, 's>>,
    problems: &'p mut Problems,
}

impl<'a> Parser<'a, '_, '_> {
    fn node(&mut self, at: &At) -> Result<Node<'a>, LoadErrorKind> {
        let (text, expected) = (self.text, self.expected);
        let fail = |error: ReaderError| syntax::failure(&error, (text, expected), at);
        let kind = self.json.peek().map_err(fail)?;
        let offset = self.offset();
        let value = match kind {
            ValueType::Null => self.json.next_null().map(|()| Value::Null).map_err(fail)?,
            ValueType::Boolean => self.json.next_bool().map(Value::Bool).map_err(fail)?,
            ValueType::Number => {
                let length = self.json.next_number_as_str().map_err(fail)?.len();
                Value::Number(slice(text, offset, 0, length).unwrap_or_default())
            }
            ValueType::String => Value::String(borrowed(text, offset, self.json.next_str().map_err(fail)?)),
            ValueType::Array => {
                self.json.begin_array().map_err(fail)?;
                let mut nodes = Vec::new();
                while self.json.has_next().map_err(fail)? {
                    nodes.push(self.node(&At::Index(at, nodes.len()))?);
                }
                self.json.end_array().map_err(fail)?;
                nodes.shrink_to_fit();
                Value::Array(nodes)
            }
            ValueType::Object => Value::Object(self.members(at)?),
        };
        Ok(Node { offset, value })
    }

    fn members(&mut self, at: &At) -> Result<Vec<Member<'a>>, LoadErrorKind> {
        let (text, expected) = (self.text, self.expected);
        let fail = |error: ReaderError| syntax::failure(&error, (text, expected), at);
        self.json.begin_object().map_err(fail)?;
        let mut members: Vec<Member> = Vec::new();
        while self.json.has_next().map_err(fail)? {
            let offset = self.offset();
            let key = borrowed(text, offset, self.json.next_name().map_err(fail)?);
            let node = self.node(&At::Key(at, &key))?;
            members.push(Member { key, offset, node });
        }
        self.json.end_object().map_err(fail)?;
        self.drop_duplicates(&mut members, at);
        members.shrink_to_fit();
        Ok(members)
    }

    fn drop_duplicates(&mut self, members: &mut Vec<Member>, at: &At) {
        if members.len() <= FEW_KEYS {
            let is_unique =
                |(index, member): (usize, &Member)| members.iter().take(index).all(|earlier| earlier.key != member.key);
            if members.iter().enumerate().all(is_unique) {
                return;
            }
        }
        let mut seen: HashMap<Cow<str>, u32> = HashMap::with_capacity(members.len());
        members.retain(|member| match seen.entry(member.key.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(member.offset);
                true
            }
            Entry::Occupied(_) => {
                self.problems.add(member.offset, &At::Key(at, &member.key), || {
                    let key = quoted(&member.key);
                    format!("found the key {key} a second time, expected it once; remove or rename one of the two")
                });
                false
            }
        });
    }

    /// The byte at which the value or key begins that was just looked at.
    fn offset(&self) -> u32 {
        let offset = self.json.current_position(false).data_pos.unwrap_or_default();
        u32::try_from(offset).unwrap_or(u32::MAX)
    }
}

/// The text of a string or key: the file's own where it has no escapes.
fn borrowed<'a>(text: &'a str, offset: u32, read: &str) -> Cow<'a, str> {
    match slice(text, offset, 1, read.len()) {
        Some(raw) if raw == read && !raw.contains('\\') => Cow::Borrowed(raw),
        _ => Cow::Owned(read.to_owned()),
    }
}

fn slice(text: &str, offset: u32, skip: usize, length: usize) -> Option<&str> {
    let start = usize::try_from(offset).ok()?.checked_add(skip)?;
    text.get(start..start.checked_add(length)?)
}
