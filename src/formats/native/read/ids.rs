//! Names that a file gives to its things: collected before anything refers to them, wherever they stand in the file.

use super::Context;
use super::primitives::{found, string};
use crate::formats::native::place::At;
use crate::formats::native::problems::Problems;
use crate::formats::native::tree::{Node, Value};
use crate::formats::words::{nearest, quoted};
use crate::model::{BUILT_IN_MEASURES, Id};
use indexmap::IndexSet;

/// What an identifier names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Source,
    Category,
    Measure,
    Event,
    Report,
}

impl Kind {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Source => ("a source", "\"sources\""),
            Self::Category => ("a category", "\"categories\""),
            Self::Measure => ("a measure", "\"measures\""),
            Self::Event => ("an event", "\"events\""),
            Self::Report => ("a report", "the \"reports\" of this event"),
        }
    }
}

/// The names that a file declares.
pub(super) struct Known {
    sources: IndexSet<Id>,
    categories: IndexSet<Id>,
    measures: IndexSet<Id>,
    events: IndexSet<Id>,
    reports: IndexSet<Id>,
}

impl Known {
    pub(super) fn new() -> Self {
        let none = IndexSet::new;
        let measures = BUILT_IN_MEASURES.into_iter().map(Id::from).collect();
        Self { sources: none(), categories: none(), measures, events: none(), reports: none() }
    }

    fn of(&mut self, kind: Kind) -> &mut IndexSet<Id> {
        match kind {
            Kind::Source => &mut self.sources,
            Kind::Category => &mut self.categories,
            Kind::Measure => &mut self.measures,
            Kind::Event => &mut self.events,
            Kind::Report => &mut self.reports,
        }
    }

    /// Report ids are names within their event only.
    pub(super) fn forget_reports(&mut self) {
        self.reports.clear();
    }

    /// Collects the ids of the objects in an array, and notes those that are given twice. Whatever else is wrong with
    /// the objects is noted when they are read.
    pub(super) fn collect(&mut self, kind: Kind, list: &Node, at: &At, problems: &mut Problems) {
        let Value::Array(nodes) = &list.value else { return };
        let mut declared: IndexSet<Id> = IndexSet::with_capacity(nodes.len());
        for (index, node) in nodes.iter().enumerate() {
            let Value::Object(members) = &node.value else { continue };
            let Some(member) = members.iter().find(|member| member.key == "id") else { continue };
            let Value::String(text) = &member.node.value else { continue };
            if !text.is_empty() && !declared.insert(Id::from(&**text)) {
                problems.add(member.node.offset, &At::Key(&At::Index(at, index), "id"), || {
                    let (what, place) = kind.words();
                    format!(
                        "found {} a second time, expected the id of {what} only once in {place}; rename one of the two",
                        quoted(text)
                    )
                });
            }
        }
        if kind == Kind::Measure {
            self.measures.extend(declared);
        } else {
            *self.of(kind) = declared;
        }
    }
}

/// The id that an object gives to itself.
pub(super) fn own_id(node: Node, at: &At, context: &mut Context) -> Option<Id> {
    let offset = node.offset;
    let text = string(node, at, context)?;
    if text.is_empty() {
        context.problems.add(offset, at, || "found \"\", expected an id; any short name will do".to_owned());
        return None;
    }
    Some(Id::from(&*text))
}

/// An id that was declared elsewhere in the file.
pub(super) fn known_id(kind: Kind) -> impl FnMut(Node, &At, &mut Context) -> Option<Id> {
    move |node, at, context| {
        if let Value::String(text) = &node.value {
            return lookup(kind, text, node.offset, at, context);
        }
        context.problems.add(node.offset, at, || {
            let (what, _) = kind.words();
            format!("found {}, expected the id of {what}; ids are texts in double quotes", found(&node))
        });
        None
    }
}

/// The declared id that reads `name`, sharing its memory.
pub(super) fn lookup(kind: Kind, name: &str, offset: u32, at: &At, context: &mut Context) -> Option<Id> {
    let declared = context.known.of(kind);
    if let Some(id) = declared.get(name) {
        return Some(id.clone());
    }
    context.problems.add(offset, at, || {
        let (what, place) = kind.words();
        let hint = match nearest(name, declared.iter().map(Id::as_str)) {
            Some(near) => format!("did you mean {}?", quoted(near)),
            None => format!("declare it under {place}"),
        };
        format!("found {}, expected the id of {what} in {place}; {hint}", quoted(name))
    });
    None
}
