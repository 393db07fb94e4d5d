//! JSON as people lay it out: what fits on a line stays on it.

use serde_json::Value;

/// The longest line that an object or array may stay on, in characters and with the comma after it.
const COLUMNS: usize = 100;

/// Appends `value` and a line end.
pub(super) fn print(value: &Value, text: &mut String) {
    layout(value, 0, COLUMNS, text);
    text.push('\n');
}

/// `indent` is where the value's line begins, `room` how much of the line is left for it.
fn layout(value: &Value, indent: usize, room: usize, text: &mut String) {
    let start = text.len();
    if inline(value, room, text) {
        return;
    }
    text.truncate(start);
    let inner = indent + 2;
    let room = |index: usize, count: usize, key: usize| {
        let comma = usize::from(index + 1 < count);
        COLUMNS.saturating_sub(inner + key + comma)
    };
    match value {
        Value::Array(values) => {
            text.push('[');
            for (index, value) in values.iter().enumerate() {
                new_line(index, inner, text);
                layout(value, inner, room(index, values.len(), 0), text);
            }
            close(']', indent, text);
        }
        Value::Object(members) => {
            text.push('{');
            for (index, (key, value)) in members.iter().enumerate() {
                new_line(index, inner, text);
                let key = Value::from(key.as_str()).to_string();
                text.push_str(&key);
                text.push_str(": ");
                layout(value, inner, room(index, members.len(), key.chars().count() + 2), text);
            }
            close('}', indent, text);
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}

fn new_line(index: usize, indent: usize, text: &mut String) {
    text.push_str(if index == 0 { "\n" } else { ",\n" });
    text.extend(std::iter::repeat_n(' ', indent));
}

fn close(bracket: char, indent: usize, text: &mut String) {
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', indent));
    text.push(bracket);
}

/// Appends `value` on one line; false as soon as it is longer than `room`, leaving a piece behind.
fn inline(value: &Value, room: usize, text: &mut String) -> bool {
    let start = text.len();
    let fits = |text: &str| text.get(start..).is_none_or(|line| line.len() <= room || line.chars().count() <= room);
    match value {
        Value::Array(values) => {
            text.push('[');
            for (index, value) in values.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ", " });
                if !inline(value, room, text) || !fits(text) {
                    return false;
                }
            }
            text.push(']');
        }
        Value::Object(members) if members.is_empty() => text.push_str("{}"),
        Value::Object(members) => {
            for (index, (key, value)) in members.iter().enumerate() {
                text.push_str(if index == 0 { "{ " } else { ", " });
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push_str(": ");
                if !inline(value, room, text) || !fits(text) {
                    return false;
                }
            }
            text.push_str(" }");
        }
        scalar => text.push_str(&scalar.to_string()),
    }
    fits(text)
}
