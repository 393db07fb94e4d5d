//! The smallest values: texts, words, numbers, dates and lists.

#![expect(clippy::needless_pass_by_value, reason = "readers have one signature, so that lists and fields can take any")]

use super::Context;
use crate::formats::native::place::At;
use crate::formats::native::tree::{Node, Value};
use crate::formats::words::{LARGEST_NUMBER, nearest, quoted, shortened};
use crate::model::{Localized, When, WhenError};
use crate::text::whole;
use indexmap::IndexMap;

/// A value as errors show it.
pub(in crate::formats) fn found(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(text) if text.len() > 60 => {
            format!("a number of {} characters ({})", text.len(), shortened(text))
        }
        Value::Number(text) => (*text).to_owned(),
        Value::String(text) => quoted(text),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// Notes that `node` is not what was expected.
pub(in crate::formats) fn expected(node: &Node, at: &At, context: &mut Context, expected: &str, hint: &str) {
    context.problems.add(node.offset, at, || format!("found {}, expected {expected}; {hint}", found(node)));
}

/// A plain string.
pub(in crate::formats) fn string(node: Node, at: &At, context: &mut Context) -> Option<String> {
    if let Value::String(text) = node.value {
        return Some(text.into_owned());
    }
    expected(&node, at, context, "a text", "texts stand in double quotes; leave the key out where there is none");
    None
}

/// A text in one language or several.
pub(in crate::formats) fn text(node: Node, at: &At, context: &mut Context) -> Option<Localized> {
    const EXPECTED: &str = "a text or texts by language";
    let members = match node.value {
        Value::String(text) => return Some(Localized::Plain(text.into_owned())),
        Value::Object(members) if !members.is_empty() => members,
        _ => {
            expected(&node, at, context, EXPECTED, "write \"…\" or { \"en\": \"…\", \"fa\": \"…\" }");
            return None;
        }
    };
    let mut texts = IndexMap::with_capacity(members.len());
    let mut all = true;
    for member in members {
        let at = At::Key(at, &member.key);
        if !is_language_tag(&member.key) {
            context.problems.add(member.offset, &at, || {
                format!(
                    "found the key {}, expected a language tag; write \"en\", \"fa\" or \"zh-Hant\"",
                    quoted(&member.key)
                )
            });
            all = false;
        } else if let Some(text) = string(member.node, &at, context) {
            texts.insert(member.key.into_owned(), text);
        } else {
            all = false;
        }
    }
    all.then_some(Localized::ByLanguage(texts))
}

/// Whether `tag` has the shape of a BCP 47 tag: letters, then groups of letters and digits.
fn is_language_tag(tag: &str) -> bool {
    let mut groups = tag.split('-');
    let letters = |group: &str| (2..=8).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mixed = |group: &str| (1..=8).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric());
    groups.next().is_some_and(letters) && groups.all(mixed)
}

/// true or false.
pub(in crate::formats) fn boolean(node: Node, at: &At, context: &mut Context) -> Option<bool> {
    if let Value::Bool(value) = node.value {
        return Some(value);
    }
    expected(&node, at, context, "true or false", "without quotes; leave the key out where it is not known");
    None
}

/// One of a few words.
pub(in crate::formats) fn word<T: Copy>(
    words: &'static [(&'static str, T)],
) -> impl FnOnce(Node, &At, &mut Context) -> Option<T> {
    move |node, at, context| {
        let names = || words.iter().map(|(name, _)| *name);
        let text = if let Value::String(text) = &node.value { &**text } else { "" };
        if let Some((_, value)) = words.iter().find(|(name, _)| *name == text) {
            return Some(*value);
        }
        context.problems.add(node.offset, at, || {
            let all = names().map(quoted).collect::<Vec<_>>().join(", ");
            let hint = match nearest(text, names()) {
                Some(near) => format!("did you mean {}?", quoted(near)),
                None => "leave the key out where none fits".to_owned(),
            };
            format!("found {}, expected one of {all}; {hint}", found(&node))
        });
        None
    }
}

/// A date or span.
pub(in crate::formats) fn date(node: Node, at: &At, context: &mut Context) -> Option<When> {
    const HINT: &str = "write \"2025-12-28\", \"1979-02\" or \"1979\", with ~ after it for circa and ? for uncertain, \
                        or a span with / between two dates";
    let Value::String(text) = &node.value else {
        expected(&node, at, context, "a date", HINT);
        return None;
    };
    let error = match text.parse::<When>() {
        Ok(when) => return Some(when),
        Err(error) => error,
    };
    context.problems.add(node.offset, at, || {
        let found = quoted(text);
        match error {
            WhenError::NotADate => format!("found {found}, expected a date; {HINT}"),
            WhenError::Unsupported => format!("found {found}, expected a date ({error}); {HINT}"),
            WhenError::NoSuchDay => {
                format!(
                    "found {found}, expected a date ({error}); check the day and the month: dates are year-month-day"
                )
            }
            WhenError::Backwards => format!("found {found}, expected a date ({error}); write the earlier date first"),
        }
    });
    None
}

/// A whole number of people.
pub(in crate::formats) fn whole_number(node: &Node, at: &At, context: &mut Context) -> Option<u64> {
    let hint = match &node.value {
        Value::Number(text) => match parse_whole(text) {
            Whole::Number(number) => return Some(number),
            Whole::Negative => "a count cannot be negative; a correction is a report of its own",
            Whole::Fraction => "people are counted whole; put the source's words into \"as_written\"",
            Whole::Exponent => "write all digits, without e",
            Whole::TooLarge => "larger numbers are not kept exactly by other programs",
        },
        Value::String(text) if text.trim().parse::<f64>().is_ok() => "write the number without quotes",
        Value::Null => "leave the key out where the number is not known",
        _ => "write digits only, without quotes or separators",
    };
    context.problems.add(node.offset, at, || {
        let largest = whole(LARGEST_NUMBER);
        format!("found {}, expected a whole number from 0 to {largest}; {hint}", found(node))
    });
    None
}

enum Whole {
    Number(u64),
    Negative,
    Fraction,
    Exponent,
    TooLarge,
}

/// JSON knows no integers: `12.0` is the same number as `12`, and spreadsheets write it so.
fn parse_whole(text: &str) -> Whole {
    if text.starts_with('-') {
        return Whole::Negative;
    }
    if text.contains(['e', 'E']) {
        return Whole::Exponent;
    }
    let (digits, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.bytes().any(|digit| digit != b'0') {
        return Whole::Fraction;
    }
    digits.parse().ok().filter(|number| *number <= LARGEST_NUMBER).map_or(Whole::TooLarge, Whole::Number)
}

/// A whole number of people from a key's value.
pub(in crate::formats) fn people(node: Node, at: &At, context: &mut Context) -> Option<u64> {
    whole_number(&node, at, context)
}

/// A whole number that fits a smaller type.
pub(in crate::formats) fn small<T: std::str::FromStr + PartialOrd>(
    lowest: T,
    what: &'static str,
) -> impl FnOnce(Node, &At, &mut Context) -> Option<T> {
    move |node, at, context| {
        if let Value::Number(text) = &node.value
            && let Some(number) = text.parse().ok().filter(|number| *number >= lowest)
        {
            return Some(number);
        }
        expected(&node, at, context, what, "write digits only, without quotes");
        None
    }
}

/// All elements of an array that can be read; problems of the others are noted.
pub(in crate::formats) fn list<T>(
    mut read: impl FnMut(Node, &At, &mut Context) -> Option<T>,
) -> impl FnOnce(Node, &At, &mut Context) -> Option<Vec<T>> {
    move |node, at, context| {
        let Value::Array(nodes) = node.value else {
            expected(
                &node,
                at,
                context,
                "an array",
                "write [ … ] with entries separated by commas, even for a single one",
            );
            return None;
        };
        let mut items = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.into_iter().enumerate() {
            items.extend(read(node, &At::Index(at, index), context));
        }
        Some(items)
    }
}
