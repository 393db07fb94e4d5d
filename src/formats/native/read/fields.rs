//! The keys of one object: known ones are taken one by one, free ones kept, all others are problems.

use super::Context;
use super::primitives::expected;
use crate::formats::native::place::At;
use crate::formats::native::tree::{Member, Node, Value};
use crate::formats::words::{nearest, quoted};
use crate::model::Extra;
use serde_json::Value as Json;

/// The keys of an object that is being read.
pub(in crate::formats) struct Fields<'a, 'p> {
    at: At<'p>,
    offset: u32,
    what: &'static str,
    members: Vec<Member<'a>>,
    extra: Extra,
}

impl<'a, 'p> Fields<'a, 'p> {
    /// Takes an object apart; `what` is its name with article, `keys` are all that it may have.
    pub(in crate::formats) fn of(
        node: Node<'a>,
        at: &At<'p>,
        what: &'static str,
        keys: &[&'static str],
        context: &mut Context,
    ) -> Option<Self> {
        let offset = node.offset;
        let Value::Object(mut members) = node.value else {
            expected(&node, at, context, &format!("an object ({what})"), "write { \"key\": value }");
            return None;
        };
        let mut extra = Extra::new();
        for member in members.extract_if(.., |member| !keys.contains(&&*member.key)) {
            if member.key.starts_with("x_") {
                extra.insert(member.key.into_owned(), free_value(member.node));
                continue;
            }
            context.problems.add(member.offset, &At::Key(at, &member.key), || unknown_key(&member.key, what, keys));
        }
        Some(Self { at: *at, offset, what, members, extra })
    }

    fn take(&mut self, key: &str) -> Option<Node<'a>> {
        let index = self.members.iter().position(|member| member.key == key)?;
        Some(self.members.swap_remove(index).node)
    }

    /// Looks at a key's value without taking it.
    pub(in crate::formats) fn peek(&self, key: &str) -> Option<&Node<'a>> {
        self.members.iter().find(|member| member.key == key).map(|member| &member.node)
    }

    /// The value of a key that may be left out.
    pub(in crate::formats) fn optional<T>(
        &mut self,
        key: &str,
        context: &mut Context,
        read: impl FnOnce(Node<'a>, &At, &mut Context) -> Option<T>,
    ) -> Option<T> {
        let node = self.take(key)?;
        read(node, &At::Key(&self.at, key), context)
    }

    /// The value of a key that must be there.
    pub(in crate::formats) fn required<T>(
        &mut self,
        key: &str,
        context: &mut Context,
        read: impl FnOnce(Node<'a>, &At, &mut Context) -> Option<T>,
    ) -> Option<T> {
        if self.peek(key).is_none() {
            self.problem(context, || format!("found no key {}, expected it in {}; add it", quoted(key), self.what));
        }
        self.optional(key, context, read)
    }

    /// Notes something that is wrong with the object as a whole.
    pub(in crate::formats) fn problem(&self, context: &mut Context, message: impl FnOnce() -> String) {
        context.problems.add(self.offset, &self.at, message);
    }

    /// The free keys; the last thing to ask for.
    pub(in crate::formats) fn into_extra(self) -> Extra {
        self.extra
    }
}

fn unknown_key(key: &str, what: &str, keys: &[&'static str]) -> String {
    let near = nearest(key, keys.iter().copied());
    let key = quoted(key);
    if let Some(near) = near {
        return format!("found the key {key}, expected a key of {what}; did you mean {}?", quoted(near));
    }
    let keys = keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(", ");
    format!("found the key {key}, expected a key of {what} ({keys}); a key of your own starts with x_")
}

/// The value of a free key, with its numbers digit by digit.
fn free_value(node: Node) -> Json {
    match node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(value),
        Value::Number(text) => text.parse().map_or(Json::Null, Json::Number),
        Value::String(text) => Json::String(text.into_owned()),
        Value::Array(nodes) => Json::Array(nodes.into_iter().map(free_value).collect()),
        Value::Object(members) => {
            Json::Object(members.into_iter().map(|member| (member.key.into_owned(), free_value(member.node))).collect())
        }
    }
}
