//! The JSON Schema that editors use, and the reader, must accept and refuse the same shapes. What a schema cannot say
//! is left out: which ids are declared, which dates the calendar has, duplicates and depth.

use super::strategies::dataset;
use super::{datasets_in, in_crate, read};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use std::path::Path;
use tollview::formats::native::write;
use tollview::formats::{LoadErrorKind, Problem};

fn schema() -> Validator {
    let text = std::fs::read_to_string(in_crate("assets/toll.schema.json")).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

/// What the reader says about the shape; `None` where only what a schema cannot say is wrong.
fn reader_accepts(text: &str) -> Option<bool> {
    match read(text).map_err(|error| error.kind) {
        Ok(_) => Some(true),
        Err(LoadErrorKind::Problems { list, .. }) => list.iter().any(is_of_shape).then_some(false),
        Err(LoadErrorKind::TooDeep(_)) => None,
        Err(_) => Some(false),
    }
}

fn is_of_shape(problem: &Problem) -> bool {
    let message = &problem.message;
    let is_value_of_text = message.starts_with("found \"");
    let beyond_schema = [
        is_value_of_text && message.contains("expected the id of"),
        is_value_of_text && message.contains("expected a date"),
        message.contains("a second time"),
        message.contains("supersedes this report itself"),
        // Limits of number types, and a rule that the schema leaves to the reader.
        message.contains("larger numbers are not kept"),
        message.contains("write all digits, without e"),
        message.contains("in a cumulative report"),
    ];
    !beyond_schema.contains(&true)
}

fn agree(schema: &Validator, text: &str, name: &str) {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return };
    let Some(accepted) = reader_accepts(text) else { return };
    let errors: Vec<String> =
        schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    let outcome = read(text).map_or_else(|error| error.to_string(), |_| "read".to_owned());
    assert_eq!(errors.is_empty(), accepted, "{name}\nschema: {errors:#?}\nreader: {outcome}\n{text}");
}

#[test]
fn schema_and_reader_agree_on_all_files() {
    let schema = schema();
    let mut paths = datasets_in("tests/data/bad");
    paths.extend(datasets_in("tests/data/good"));
    paths.push(in_crate("assets/iran-protests.toll.json"));
    for path in paths {
        if let Ok(text) = std::fs::read_to_string(Path::new(&path)) {
            agree(&schema, &text, &path.display().to_string());
        }
    }
}

/// Every place in a JSON value, as JSON pointers.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| places(value, &format!("{here}/{index}"), all));
        }
        Value::Object(members) => members.iter().for_each(|(key, value)| {
            places(value, &format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), all);
        }),
        _ => {}
    }
}

/// How a place is changed.
#[derive(Clone, Debug)]
enum Damage {
    Replace(Value),
    Remove(Index),
    Add(&'static str, Value),
}

fn value() -> impl Strategy<Value = Value> {
    select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("text"),
        json!("2025-01-01"),
        json!(".."),
        json!("everyone"),
        json!([]),
        json!(["children"]),
        json!({}),
        json!({ "en": "text" }),
        json!({ "exact": 1 }),
        json!({ "low": 1, "high": 2 }),
    ])
}

fn damage() -> impl Strategy<Value = Damage> {
    let keys = [
        "id",
        "title",
        "name",
        "label",
        "source",
        "period",
        "as_of",
        "basis",
        "counts",
        "exact",
        "low",
        "best",
        "high",
        "about",
        "parts",
        "pending",
        "coverage",
        "who",
        "by",
        "note",
        "x_free",
        "en",
        "english!",
        "unknown",
        "start",
        "reports",
        "events",
        "tollview",
        "show",
        "sum_of",
        "value",
        "year",
        "via",
        "day_stated",
        "verification",
    ];
    prop_oneof![
        value().prop_map(Damage::Replace),
        any::<Index>().prop_map(Damage::Remove),
        (select(keys.to_vec()), value()).prop_map(|(key, value)| Damage::Add(key, value)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn schema_and_reader_agree_on_damaged_files(
        dataset in dataset(),
        damages in proptest::collection::vec((any::<Index>(), damage()), 0..24),
    ) {
        let whole: Value = serde_json::from_str(&write(&dataset)).unwrap();
        let mut all = Vec::new();
        places(&whole, "", &mut all);
        let schema = schema();
        agree(&schema, &whole.to_string(), "undamaged");
        for (place, damage) in damages {
            let mut value = whole.clone();
            let place = &all[place.index(all.len())];
            let target = value.pointer_mut(place).unwrap();
            match (damage, &mut *target) {
                (Damage::Replace(new), _) => *target = new,
                (Damage::Remove(index), Value::Object(members)) if !members.is_empty() => {
                    let key = members.keys().nth(index.index(members.len())).unwrap().clone();
                    members.shift_remove(&key);
                }
                (Damage::Add(key, new), Value::Object(members)) => {
                    members.insert(key.to_owned(), new);
                }
                _ => continue,
            }
            agree(&schema, &value.to_string(), place);
        }
    }
}
