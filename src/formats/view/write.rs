//! Writes a view, one fact on each line, so that two views can be compared line by line.

use super::{KEY, VERSION, View, ViewFile};
use crate::analysis::{EventKey, Question, Unticked};
use serde_json::{Map, Value, json};

/// The text of a view.
#[must_use]
pub fn write(view: &View) -> String {
    let files: Vec<Value> = view.files.iter().map(file).collect();
    let whole = json!({ KEY: VERSION, "files": files, "question": question(&view.question) });
    let mut text = String::new();
    print(&whole, 0, &mut text);
    text.push('\n');
    text
}

fn file(file: &ViewFile) -> Value {
    match file {
        ViewFile::Example => json!({ "example": true }),
        ViewFile::Path { path, hash, recipe } => {
            let mut keys = Map::new();
            keys.insert("path".to_owned(), json!(path));
            keys.extend(hash.map(|hash| ("sha256".to_owned(), hash.to_string().into())));
            // A recipe has no keys that are no texts, which is all that could fail here.
            let recipe = recipe.as_ref().and_then(|recipe| serde_json::to_value(recipe).ok());
            keys.extend(recipe.map(|recipe| ("recipe".to_owned(), recipe)));
            Value::Object(keys)
        }
    }
}

/// What is not asked is left out.
fn question(question: &Question) -> Value {
    let mut keys = Map::new();
    let mut set = |key: &str, value: Value| keys.insert(key.to_owned(), value);
    set("tab", question.tab.name().into());
    set("measure", question.measure.as_str().into());
    if let Some(event) = &question.event {
        set("event", event_key(event).into());
    }
    set("ticked", question.ticked.iter().map(|key| Value::Object(event_key(key))).collect());
    let (mut not_over, mut without_source) = (Vec::new(), Vec::new());
    for (key, lack) in &question.unticked {
        match lack {
            Unticked::NotOver => not_over.push(Value::Object(event_key(key))),
            Unticked::WithoutFigureBy(source) => without_source.push(with(key, "source", source.as_str().into())),
        }
    }
    for (name, events) in [("unticked_as_not_over", not_over), ("unticked_without_source", without_source)] {
        if !events.is_empty() {
            set(name, events.into());
        }
    }
    if let Some(baseline) = &question.baseline {
        set("baseline", event_key(baseline).into());
    }
    if let Some(date) = question.as_known_on {
        set("as_known_on", date.to_string().into());
    }
    set("unit", question.unit.name().into());
    set("scale", question.scale.name().into());
    set("order", question.order.name().into());
    if !question.chosen_sources.is_empty() {
        let chosen = question.chosen_sources.iter().map(|(key, source)| with(key, "source", source.as_str().into()));
        set("chosen_sources", chosen.collect());
    }
    set("sources", question.sources.name().into());
    if !question.event_sources.is_empty() {
        let sources = question.event_sources.iter().map(|(key, sources)| with(key, "sources", sources.name().into()));
        set("event_sources", sources.collect());
    }
    if let Some(people) = &question.people {
        set("people", people.iter().map(|id| Value::from(id.as_str())).collect());
    }
    if let Some(day) = question.on_day {
        set("on_day", day.into());
    }
    set("time", question.time.name().into());
    set("flow", question.flow.name().into());
    if let Some((key, report)) = &question.picked_report {
        set("picked_report", with(key, "report", (*report).into()));
    }
    set("all_events", question.all_events.into());
    if let Some((column, descending)) = question.sorted_by {
        set("sorted_by", json!({ "column": column.name(), "descending": descending }));
    }
    Value::Object(keys)
}

fn event_key(key: &EventKey) -> Map<String, Value> {
    let mut keys = Map::new();
    keys.insert("file".to_owned(), key.file.0.into());
    keys.insert("event".to_owned(), key.event.as_str().into());
    keys
}

fn with(key: &EventKey, name: &str, value: Value) -> Value {
    let mut keys = event_key(key);
    keys.insert(name.to_owned(), value);
    Value::Object(keys)
}

/// Objects and lists that hold others have a line for each entry; the smallest stay on one.
fn print(value: &Value, depth: usize, text: &mut String) {
    let is_nested = |value: &Value| value.is_object() || value.is_array();
    let (open, entries, close): (char, Vec<(Option<&String>, &Value)>, char) = match value {
        Value::Object(keys) if depth == 0 || keys.len() > 4 || keys.values().any(Value::is_object) => {
            ('{', keys.iter().map(|(key, value)| (Some(key), value)).collect(), '}')
        }
        Value::Array(list) if list.iter().any(is_nested) => {
            ('[', list.iter().map(|value| (None, value)).collect(), ']')
        }
        Value::Object(keys) => {
            let pairs: Vec<String> = keys.iter().map(|(key, value)| format!("{}: {value}", json!(key))).collect();
            text.push_str("{ ");
            text.push_str(&pairs.join(", "));
            text.push_str(" }");
            return;
        }
        other => {
            text.push_str(&other.to_string());
            return;
        }
    };
    text.push(open);
    for (index, (key, value)) in entries.into_iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&"  ".repeat(depth + 1));
        if let Some(key) = key {
            text.push_str(&json!(key).to_string());
            text.push_str(": ");
        }
        print(value, depth + 1, text);
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(close);
}
