//! Names of cells that lie beside rows of them: `{"columns": [...], "data": [[...], ...]}`, as programs for statistics and
//! portals of open data write it.

use super::pages::plain;
use serde_json::Value;

/// Under which keys the names of columns lie.
const KEYS: [&str; 14] = [
    "columns",
    "column",
    "cols",
    "fields",
    "field",
    "headers",
    "header",
    "headings",
    "names",
    "columnnames",
    "fieldnames",
    "colnames",
    "variables",
    "keys",
];

/// What a column is called where it is described by a record.
const NAMES: [&str; 8] = ["name", "fieldName", "field", "label", "title", "text", "id", "code"];

/// Whether the names of columns may lie under this key.
pub(super) fn is_names_key(key: &str) -> bool {
    KEYS.contains(&plain(key).as_str())
}

/// The name of a column; `None` for what a portal adds for itself and hides.
pub(super) fn name(column: &Value) -> Option<String> {
    if let Value::String(name) = column {
        return Some(name.trim().to_owned());
    }
    let is_hidden = column.get("fieldName").and_then(Value::as_str).is_some_and(|name| name.starts_with(':'));
    if is_hidden {
        return None;
    }
    let named = NAMES.iter().find_map(|key| column.get(key)?.as_str());
    Some(named.map(str::trim).unwrap_or_default().to_owned())
}
