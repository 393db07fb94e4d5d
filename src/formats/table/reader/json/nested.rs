//! Records that hold people as a list inside them, one incident with its victims: each entry of the list is a row, and what stands
//! beside the list is repeated.

use super::Json;
use super::columns::SIZE_LIMIT;
use super::flatten::{shortest, without_nan};
use super::pages::Promised;
use super::row::MOST_COLUMNS;
use crate::formats::table::reader::counting::tell;
use crate::formats::table::reader::sheet::named;
use crate::formats::table::reader::stored::{Stored, Writer};
use crate::formats::words::quoted;
use crate::formats::{LoadErrorKind, Progress, Warning};
use indexmap::IndexMap;
use serde_json::{Map, Value};

/// Keys under which people lie as a list.
const PEOPLE: [&str; 20] = [
    "victims",
    "victim",
    "casualties",
    "persons",
    "people",
    "deaths",
    "dead",
    "deceased",
    "fatalities",
    "killed",
    "injured",
    "wounded",
    "missing",
    "detained",
    "victimas",
    "victimes",
    "vitimas",
    "vittime",
    "opfer",
    "жертвы",
];

/// Keys of numbers that count nobody.
const NO_COUNTS: [&str; 14] = [
    "id",
    "year",
    "month",
    "day",
    "week",
    "lat",
    "latitude",
    "lon",
    "lng",
    "longitude",
    "code",
    "number",
    "age",
    "zip",
];

/// So many records are looked at before all are read.
const LOOKED_AT: usize = 200;

/// A row for each entry of the lists.
pub(super) struct Nested {
    pub(super) rows: Stored,
    key: String,
    records: u64,
}

impl Nested {
    /// What a row is, and what is missing of what the file promises.
    pub(super) fn remarks(&self, promised: Option<Promised>) -> Vec<Warning> {
        let key = quoted(&self.key);
        let message = format!("each entry of {key} is a row, with what stands beside it in its record");
        let missed = promised.and_then(|promised| promised.missed(self.records));
        [Warning { line: 0, message }].into_iter().chain(missed).collect()
    }
}

/// The rows of the lists; `None` where the records are rows themselves.
pub(super) fn read(table: &Json, progress: Progress) -> Result<Option<Nested>, LoadErrorKind> {
    let has_people = |column: &str| PEOPLE.contains(&&*column.to_lowercase());
    if table.size > SIZE_LIMIT || !table.columns.iter().any(|column| has_people(&column.name)) {
        return Ok(None);
    }
    let Some(key) = key(table)? else { return Ok(None) };
    let mut splitter = table.splitter(table.place.offset, table.place.line)?;
    let mut columns: IndexMap<String, ()> = IndexMap::new();
    let mut rows = Writer::default();
    let mut records = 0;
    while let Some(piece) = splitter.next()? {
        tell(progress, 0)?;
        records += 1;
        let Some(mut record) = record(&piece.bytes) else { return Ok(None) };
        let Some(Value::Array(entries)) = record.shift_remove(&key) else { continue };
        let mut beside = Vec::new();
        cells("", &Value::Object(record), &mut beside);
        for entry in entries {
            let mut own = beside.clone();
            cells(&key, &entry, &mut own);
            let mut row: Vec<(usize, &str)> =
                own.iter().map(|(name, text)| (columns.insert_full(name.clone(), ()).0, text.as_str())).collect();
            row.sort_unstable();
            let line = rows.rows() + 1;
            rows.add((line, 0), row.into_iter().filter(|(_, text)| !text.is_empty()))?;
            if columns.len() > MOST_COLUMNS {
                return Ok(None);
            }
        }
    }
    if rows.rows() == 0 {
        return Ok(None);
    }
    let names = named(columns.into_keys().map(|name| (name, None)));
    let rows = rows.finish(names.into_iter().enumerate().collect())?;
    Ok(Some(Nested { rows, key, records }))
}

/// The only key under which all records looked at have a list of records of people, where no number stands beside it.
fn key(table: &Json) -> Result<Option<String>, LoadErrorKind> {
    let mut splitter = table.splitter(table.place.offset, table.place.line)?;
    let mut found: Option<String> = None;
    for _ in 0..LOOKED_AT {
        let Some(piece) = splitter.next()? else { break };
        let Some(record) = record(&piece.bytes) else { return Ok(None) };
        let are_records = |value: &Value| value.as_array().is_some_and(|all| all.iter().all(Value::is_object));
        let mut lists = record.iter().filter(|(_, value)| are_records(value)).map(|(key, _)| key);
        let (Some(list), None) = (lists.next(), lists.next()) else { return Ok(None) };
        let is_known = found.get_or_insert_with(|| list.clone()) == list;
        if !is_known || !PEOPLE.contains(&&*list.to_lowercase()) || record.iter().any(|(key, value)| counts(key, value))
        {
            return Ok(None);
        }
    }
    Ok(found)
}

fn record(bytes: &[u8]) -> Option<Map<String, Value>> {
    let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).ok();
    match read(bytes).or_else(|| read(&without_nan(bytes)?))? {
        Value::Object(record) => Some(record),
        _ => None,
    }
}

/// Whether a value beside the list may be a number of people.
fn counts(key: &str, value: &Value) -> bool {
    let is_other = || key.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| NO_COUNTS.contains(&word));
    match value {
        Value::Number(_) => !is_other(),
        Value::Object(group) => group.iter().any(|(key, value)| counts(key, value)),
        _ => false,
    }
}

/// The cells of a value, by the keys that lead to them.
fn cells(path: &str, value: &Value, to: &mut Vec<(String, String)>) {
    let text = match value {
        Value::Object(group) => {
            for (key, value) in group {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                cells(&path, value, to);
            }
            return;
        }
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => shortest(&number.to_string()).into_owned(),
        other => other.to_string(),
    };
    to.push((path.to_owned(), text));
}
