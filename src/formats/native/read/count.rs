//! A count: the number with its qualifier, what it covers, and the counts inside and beside it.

use super::Context;
use super::fields::Fields;
use super::ids::{Kind, known_id, lookup};
use super::primitives::{date, expected, found, list, people, string, text, whole_number};
use crate::formats::native::place::At;
use crate::formats::native::tree::{Node, Value};
use crate::model::{Count, Coverage, Id, Stated, Who};
use indexmap::IndexMap;

const KEYS: [&str; 16] = [
    "exact",
    "at_least",
    "more_than",
    "about",
    "up_to",
    "low",
    "best",
    "high",
    "as_written",
    "as_of",
    "filled_by",
    "pending",
    "coverage",
    "parts",
    "of_which",
    "unclear",
];

/// Counts by the id of their measure or category.
pub(super) fn counts(kind: Kind, node: Node, at: &At, context: &mut Context) -> Option<IndexMap<Id, Count>> {
    let Value::Object(members) = node.value else {
        expected(&node, at, context, "counts by id", "write { \"id\": number }");
        return None;
    };
    let mut counts = IndexMap::with_capacity(members.len());
    for member in members {
        let at = At::Key(at, &member.key);
        let id = lookup(kind, &member.key, member.offset, &at, context);
        let read = count(member.node, &at, context);
        counts.extend(id.zip(read));
    }
    Some(counts)
}

/// One count: a number, null, or an object.
fn count(node: Node, at: &At, context: &mut Context) -> Option<Count> {
    match &node.value {
        Value::Null => return Some(Count::default()),
        Value::Number(_) => return whole_number(&node, at, context).map(|number| Count::new(Stated::Exact(number))),
        Value::Object(_) => {}
        Value::String(_) | Value::Bool(_) | Value::Array(_) => {
            expected(&node, at, context, "a whole number, null or an object", "write 12 or { \"at_least\": 12 }");
            return None;
        }
    }
    let mut fields = Fields::of(node, at, "a count", &KEYS, context)?;
    let stated = stated(&mut fields, context);
    let categories = |node: Node, at: &At, context: &mut Context| counts(Kind::Category, node, at, context);
    Some(Count {
        as_written: fields.optional("as_written", context, string),
        as_of: fields.optional("as_of", context, date),
        filled_by: fields.optional("filled_by", context, string),
        pending: fields.optional("pending", context, count).map(Box::new),
        coverage: fields.optional("coverage", context, coverage).map(Box::new),
        parts: fields.optional("parts", context, categories).unwrap_or_default(),
        of_which: fields.optional("of_which", context, categories).unwrap_or_default(),
        unclear: fields.optional("unclear", context, categories).unwrap_or_default(),
        stated: stated?,
        extra: fields.into_extra(),
    })
}

/// The number with its qualifier: one of five keys, or two or three of a range.
fn stated(fields: &mut Fields, context: &mut Context) -> Option<Stated> {
    const SINGLE: [&str; 5] = ["exact", "at_least", "more_than", "about", "up_to"];
    const RANGE: [&str; 3] = ["low", "best", "high"];
    let given = |keys: &[&'static str]| keys.iter().copied().filter(|key| fields.peek(key).is_some()).collect();
    let (single, range): (Vec<&str>, Vec<&str>) = (given(&SINGLE), given(&RANGE));
    if !matches!((single.len(), range.len()), (1, 0) | (0, 2 | 3)) {
        fields.problem(context, || {
            let keys: Vec<String> = single.iter().chain(&range).map(|key| format!("\"{key}\"")).collect();
            let found = if keys.is_empty() { "a count without a number".to_owned() } else { keys.join(" and ") };
            let hint = if keys.is_empty() { "write \"exact\": null where only parts are given" } else { "keep the source's own words in \"as_written\"" };
            format!(
                "found {found}, expected exactly one of \"exact\", \"at_least\", \"more_than\", \"about\" and \"up_to\", \
                 or two or three of \"low\", \"best\" and \"high\"; {hint}"
            )
        });
    }
    let exact = fields.optional("exact", context, |node, at, context| match node.value {
        Value::Null => Some(Stated::Unknown),
        _ => whole_number(&node, at, context).map(Stated::Exact),
    });
    let mut number = |key| fields.optional(key, context, people);
    let at_least = number("at_least").map(Stated::AtLeast);
    let more_than = number("more_than").map(Stated::MoreThan);
    let about = number("about").map(Stated::About);
    let up_to = number("up_to").map(Stated::UpTo);
    let (low, best, high) = (number("low"), number("best"), number("high"));
    let is_range = low.is_some() || best.is_some() || high.is_some();
    exact.or(at_least).or(more_than).or(about).or(up_to).or(is_range.then_some(Stated::Range { low, best, high }))
}

fn coverage(node: Node, at: &At, context: &mut Context) -> Option<Coverage> {
    let mut fields = Fields::of(node, at, "a coverage", &["who", "by", "where", "period", "text"], context)?;
    Some(Coverage {
        who: fields.optional("who", context, who),
        by: fields.optional("by", context, text),
        place: fields.optional("where", context, text),
        period: fields.optional("period", context, date),
        text: fields.optional("text", context, text),
        extra: fields.into_extra(),
    })
}

fn who(node: Node, at: &At, context: &mut Context) -> Option<Who> {
    match &node.value {
        Value::String(text) if text == "everyone" => Some(Who::Everyone),
        Value::Array(_) => list(known_id(Kind::Category))(node, at, context).map(Who::Categories),
        _ => {
            context.problems.add(node.offset, at, || {
                let found = found(&node);
                format!("found {found}, expected \"everyone\" or an array of category ids; write [\"protesters\"]")
            });
            None
        }
    }
}
