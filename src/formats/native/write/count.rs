//! Counts: a bare number where nothing else is to be said, else an object.

use super::{Object, id, shown, text};
use crate::model::{Count, Coverage, Id, Relation, Stated, Who};
use indexmap::IndexMap;
use serde_json::Value;

pub(super) fn counts(counts: &IndexMap<Id, Count>) -> Value {
    Value::Object(counts.iter().map(|(id, inner)| (id.to_string(), count(inner))).collect())
}

fn count(count: &Count) -> Value {
    let bare = match count.stated {
        Stated::Unknown => Some(Value::Null),
        Stated::Exact(number) => Some(number.into()),
        _ => None,
    };
    match bare {
        Some(bare) if *count == Count::new(count.stated) => bare,
        _ => detailed(count),
    }
}

fn detailed(count: &Count) -> Value {
    let object = match count.stated {
        Stated::Unknown => Object::default().with("exact", Value::Null),
        Stated::Range { low, best, high } => {
            Object::default().maybe("low", low).maybe("best", best).maybe("high", high)
        }
        Stated::Exact(number)
        | Stated::AtLeast(number)
        | Stated::MoreThan(number)
        | Stated::About(number)
        | Stated::UpTo(number) => Object::default().with(count.stated.qualifier().name(), number),
    };
    let some = |counts_of: &IndexMap<Id, Count>| (!counts_of.is_empty()).then(|| counts(counts_of));
    object
        .maybe("as_written", count.as_written.as_deref())
        .maybe("as_of", count.as_of.map(shown))
        .maybe("filled_by", count.filled_by.as_deref())
        .maybe("coverage", count.coverage.as_deref().map(coverage))
        .maybe(Relation::Part.key(), some(&count.parts))
        .maybe(Relation::OfWhich.key(), some(&count.of_which))
        .maybe(Relation::Unclear.key(), some(&count.unclear))
        .maybe("pending", count.pending.as_deref().map(self::count))
        .done(&count.extra)
}

fn coverage(coverage: &Coverage) -> Value {
    let who = coverage.who.as_ref().map(|who| match who {
        Who::Everyone => shown("everyone"),
        Who::Categories(ids) => Value::Array(ids.iter().map(id).collect()),
    });
    Object::default()
        .maybe("who", who)
        .maybe("by", coverage.by.as_ref().map(text))
        .maybe("where", coverage.place.as_ref().map(text))
        .maybe("period", coverage.period.map(shown))
        .maybe("text", coverage.text.as_ref().map(text))
        .done(&coverage.extra)
}
