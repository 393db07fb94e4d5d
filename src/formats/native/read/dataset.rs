//! The whole file: title, what to show first, and all that events refer to.

use super::Context;
use super::event::event;
use super::fields::Fields;
use super::ids::{Kind, known_id, own_id};
use super::primitives::{date, found, list, string, text, word};
use crate::formats::native::VERSION;
use crate::formats::native::place::At;
use crate::formats::native::problems::Problems;
use crate::formats::native::tree::{Node, Value};
use crate::formats::{Expected, LoadErrorKind, Looks};
use crate::model::{Category, Dataset, Event, Id, Measure, Show, Source, SourceKind};
use indexmap::IndexMap;

const KEYS: [&str; 9] = ["tollview", "title", "licence", "note", "show", "sources", "categories", "measures", "events"];

const KINDS: &[(&str, SourceKind)] = &[
    ("monitor", SourceKind::Monitor),
    ("government", SourceKind::Government),
    ("opposition", SourceKind::Opposition),
    ("media", SourceKind::Media),
    ("academic", SourceKind::Academic),
    ("un", SourceKind::Un),
];

/// Reads the root; `None` where problems were noted.
pub(in crate::formats::native) fn dataset(
    root: Node,
    problems: &mut Problems,
    expected: Expected,
) -> Result<Option<Dataset>, LoadErrorKind> {
    let at = &At::Root;
    // A file that is called a view may have a title too.
    let keys: &[&str] = if expected == Expected::View { &["tollview"] } else { &["tollview", "title", "events"] };
    if let Value::Object(members) = &root.value
        && !members.iter().any(|member| keys.contains(&&*member.key))
    {
        return Err(LoadErrorKind::Foreign { looks: Looks::OtherJson, expected });
    }
    if !is_this_version(&root, problems) {
        return Ok(None);
    }
    let mut context = Context::new(problems);
    let context = &mut context;
    // An object with the keys of a dataset is one, whatever its name says.
    let what = if matches!(root.value, Value::Object(_)) { "a dataset" } else { expected.with_article() };
    let Some(mut fields) = Fields::of(root, at, what, &KEYS, context) else { return Ok(None) };
    for (key, kind) in [
        ("sources", Kind::Source),
        ("categories", Kind::Category),
        ("measures", Kind::Measure),
        ("events", Kind::Event),
    ] {
        if let Some(node) = fields.peek(key) {
            context.known.collect(kind, node, &At::Key(at, key), context.problems);
        }
    }
    let _ = fields.required("tollview", context, |_, _, _| Some(()));
    let title = fields.required("title", context, text);
    let licence = fields.optional("licence", context, string);
    let note = fields.optional("note", context, text);
    let show = fields.optional("show", context, show).unwrap_or_default();
    let sources = by_id(fields.optional("sources", context, list(source)), |source| &source.id);
    let categories = by_id(fields.optional("categories", context, list(category)), |category| &category.id);
    let measures = by_id(fields.optional("measures", context, list(measure)), |measure| &measure.id);
    let events: IndexMap<Id, Event> = by_id(fields.required("events", context, list(event)), |event| &event.id);
    let extra = fields.into_extra();
    Ok(title.map(|title| Dataset { title, licence, note, show, sources, categories, measures, events, extra }))
}

/// A later version may mean other things by the same keys, so nothing else is looked at.
fn is_this_version(root: &Node, problems: &mut Problems) -> bool {
    let Value::Object(members) = &root.value else { return true };
    let Some(member) = members.iter().find(|member| member.key == "tollview") else { return true };
    if matches!(member.node.value, Value::Number(text) if text == VERSION.to_string()) {
        return true;
    }
    problems.add(member.node.offset, &At::Key(&At::Root, "tollview"), || {
        let found = found(&member.node);
        format!("found {found}, expected the format's version {VERSION}; a later version needs a newer Tollview")
    });
    false
}

fn by_id<T>(items: Option<Vec<T>>, id: impl Fn(&T) -> &Id) -> IndexMap<Id, T> {
    items.unwrap_or_default().into_iter().map(|item| (id(&item).clone(), item)).collect()
}

fn show(node: Node, at: &At, context: &mut Context) -> Option<Show> {
    let keys = ["event", "as_known_on", "baseline", "measure"];
    let mut fields = Fields::of(node, at, "what to show first", &keys, context)?;
    Some(Show {
        event: fields.optional("event", context, known_id(Kind::Event)),
        as_known_on: fields.optional("as_known_on", context, date),
        baseline: fields.optional("baseline", context, known_id(Kind::Event)),
        measure: fields.optional("measure", context, known_id(Kind::Measure)),
        extra: fields.into_extra(),
    })
}

fn source(node: Node, at: &At, context: &mut Context) -> Option<Source> {
    let mut fields = Fields::of(node, at, "a source", &["id", "name", "short", "kind", "url"], context)?;
    let id = fields.required("id", context, own_id);
    let name = fields.required("name", context, text);
    let short = fields.optional("short", context, text);
    let kind = fields.optional("kind", context, word(KINDS));
    let url = fields.optional("url", context, string);
    Some(Source { id: id?, name: name?, short, kind, url, extra: fields.into_extra() })
}

fn category(node: Node, at: &At, context: &mut Context) -> Option<Category> {
    let mut fields = Fields::of(node, at, "a category", &["id", "label"], context)?;
    let id = fields.required("id", context, own_id);
    let label = fields.required("label", context, text);
    Some(Category { id: id?, label: label?, extra: fields.into_extra() })
}

fn measure(node: Node, at: &At, context: &mut Context) -> Option<Measure> {
    let mut fields = Fields::of(node, at, "a measure", &["id", "label", "sum_of"], context)?;
    let id = fields.required("id", context, own_id);
    let label = fields.optional("label", context, text);
    let sum_of = fields.optional("sum_of", context, list(known_id(Kind::Measure))).unwrap_or_default();
    Some(Measure { id: id?, label, sum_of, extra: fields.into_extra() })
}
