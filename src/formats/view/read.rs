//! Reads a view from the tree of a file, with every problem and its place. Whether its datasets still have what it asks
//! for is known only when they are open.

#![expect(clippy::needless_pass_by_value, reason = "readers have one signature, so that lists and fields can take any")]

use super::{KEY, VERSION, View, ViewFile};
use crate::analysis::{Column, EventKey, FileId, Flow, Order, Question, Scale, Sources, Tab, Time, Unit, Unticked};
use crate::formats::native::place::At;
use crate::formats::native::problems::Problems;
use crate::formats::native::read::Context;
use crate::formats::native::read::fields::Fields;
use crate::formats::native::read::primitives::{boolean, expected, found, list, small, string, word};
use crate::formats::native::tree::{Node, Value};
use crate::formats::table::recipe::part;
use crate::formats::words::quoted;
use crate::formats::{ContentHash, LoadErrorKind};
use crate::model::Id;
use jiff::civil::Date;
use std::collections::BTreeMap;

const QUESTION: [&str; 21] = [
    "tab",
    "measure",
    "event",
    "ticked",
    "unticked_as_not_over",
    "unticked_without_source",
    "baseline",
    "as_known_on",
    "unit",
    "scale",
    "order",
    "chosen_sources",
    "sources",
    "event_sources",
    "people",
    "on_day",
    "time",
    "flow",
    "picked_report",
    "all_events",
    "sorted_by",
];

/// Whether a file says that it is a view.
pub(in crate::formats) fn is_view(root: &Node) -> bool {
    matches!(&root.value, Value::Object(members) if members.iter().any(|member| member.key == KEY))
}

/// Reads the root.
pub(in crate::formats) fn read(root: Node, mut problems: Problems, text: &str) -> Result<View, LoadErrorKind> {
    let view = view(root, text, &mut Context::new(&mut problems));
    match view {
        Some(view) if problems.is_empty() => Ok(view),
        _ => Err(problems.into_error(text)),
    }
}

fn view(root: Node, text: &str, context: &mut Context) -> Option<View> {
    let at = &At::Root;
    let mut fields = Fields::of(root, at, "a view", &[KEY, "files", "question"], context)?;
    // A later version may mean other things by the same keys, so nothing else is looked at.
    fields.required(KEY, context, version)?;
    let count = match fields.peek("files").map(|node| &node.value) {
        Some(Value::Array(files)) => files.len(),
        _ => 0,
    };
    let files =
        fields.required("files", context, list(|node, at: &At, context: &mut Context| file(node, at, text, context)));
    if files.as_ref().is_some_and(Vec::is_empty) && count == 0 {
        fields.problem(context, || {
            "found no file in \"files\", expected at least one; write { \"path\": \"my.toll.json\" }".to_owned()
        });
    }
    let question = fields.required("question", context, |node, at, context| question(node, at, count, context));
    Some(View { files: files?, question: question? })
}

fn version(node: Node, at: &At, context: &mut Context) -> Option<()> {
    if matches!(node.value, Value::Number(text) if text == VERSION.to_string()) {
        return Some(());
    }
    context.problems.add(node.offset, at, || {
        let found = found(&node);
        format!("found {found}, expected the version {VERSION} of views; a later version needs a newer Tollview")
    });
    None
}

fn file(node: Node, at: &At, text: &str, context: &mut Context) -> Option<ViewFile> {
    let offset = node.offset;
    let mut fields = Fields::of(node, at, "a file of a view", &["path", "sha256", "recipe", "example"], context)?;
    let is_example = fields.optional("example", context, boolean).unwrap_or(false);
    let has_path = fields.peek("path").is_some();
    let path = fields.optional("path", context, path);
    let hash = fields.optional("sha256", context, hash);
    let recipe = fields.optional("recipe", context, |node, at, context| part(&node, at, text, context.problems));
    if is_example && recipe.is_some() {
        fields.problem(context, || {
            "found \"recipe\" beside \"example\": true, expected it with the \"path\" of a table; remove it".to_owned()
        });
    }
    match (path, is_example) {
        (Some(path), false) => Some(ViewFile::Path { path, hash, recipe: recipe.map(Box::new) }),
        (None, true) => Some(ViewFile::Example),
        // What is wrong with the path has been said.
        (None, false) if has_path => None,
        (path, _) => {
            let found = if path.is_some() { "both" } else { "neither" };
            context.problems.add(offset, at, || {
                format!("found {found} of \"path\" and \"example\": true, expected one of them; name a dataset")
            });
            None
        }
    }
}

/// A view that leads to a place on one computer only would be useless on any other.
fn path(node: Node, at: &At, context: &mut Context) -> Option<String> {
    const HINT: &str = "write the way from the view's folder with slashes, \"../data/my.toll.json\"";
    let offset = node.offset;
    let path = string(node, at, context)?;
    let is_absolute = path.starts_with(['/', '\\']) || path.as_bytes().get(1) == Some(&b':');
    if path.is_empty() || is_absolute || path.contains('\0') {
        context.problems.add(offset, at, || format!("found {}, expected a relative path; {HINT}", quoted(&path)));
        return None;
    }
    Some(path)
}

fn hash(node: Node, at: &At, context: &mut Context) -> Option<ContentHash> {
    if let Value::String(text) = &node.value
        && let Ok(hash) = text.parse()
    {
        return Some(hash);
    }
    expected(&node, at, context, "64 hexadecimal digits", "leave the key out where the hash is not known");
    None
}

fn question(node: Node, at: &At, files: usize, context: &mut Context) -> Option<Question> {
    let mut fields = Fields::of(node, at, "a question", &QUESTION, context)?;
    let key = |node: Node, at: &At, context: &mut Context| event(node, at, files, context);
    let id = |node: Node, at: &At, context: &mut Context| string(node, at, context).map(|text| Id::from(&*text));
    let mut question = Question::of_measure(Id::from("killed"));
    let measure = fields.required("measure", context, string);
    question.measure = Id::from(&*measure?);
    question.event = fields.optional("event", context, key);
    question.ticked = fields.optional("ticked", context, list(key)).unwrap_or_default().into_iter().collect();
    let not_over = fields.optional("unticked_as_not_over", context, list(key)).unwrap_or_default();
    let without_source = by_event(fields.optional("unticked_without_source", context, list(pair(files, "source", id))));
    question.unticked = not_over.into_iter().map(|key| (key, Unticked::NotOver)).collect();
    question.unticked.extend(without_source.into_iter().map(|(key, source)| (key, Unticked::WithoutFigureBy(source))));
    question.baseline = fields.optional("baseline", context, key);
    question.as_known_on = fields.optional("as_known_on", context, day);
    question.tab = fields.optional("tab", context, word(Tab::NAMES)).unwrap_or_default();
    question.unit = fields.optional("unit", context, word(Unit::NAMES)).unwrap_or_default();
    question.scale = fields.optional("scale", context, word(Scale::NAMES)).unwrap_or_default();
    question.order = fields.optional("order", context, word(Order::NAMES)).unwrap_or_default();
    question.sources = fields.optional("sources", context, word(Sources::NAMES)).unwrap_or_default();
    question.time = fields.optional("time", context, word(Time::NAMES)).unwrap_or_default();
    question.flow = fields.optional("flow", context, word(Flow::NAMES)).unwrap_or_default();
    question.chosen_sources = by_event(fields.optional("chosen_sources", context, list(pair(files, "source", id))));
    let sources = list(pair(files, "sources", |node, at, context| word(Sources::NAMES)(node, at, context)));
    question.event_sources = by_event(fields.optional("event_sources", context, sources));
    question.people = fields.optional("people", context, list(id));
    question.on_day = fields.optional("on_day", context, whole);
    let report = |node: Node, at: &At, context: &mut Context| small(0, "the index of a report")(node, at, context);
    question.picked_report = fields.optional("picked_report", context, pair(files, "report", report));
    question.all_events = fields.optional("all_events", context, boolean).unwrap_or(false);
    question.sorted_by = fields.optional("sorted_by", context, sorted_by);
    Some(question)
}

fn by_event<T>(pairs: Option<Vec<(EventKey, T)>>) -> BTreeMap<EventKey, T> {
    pairs.unwrap_or_default().into_iter().collect()
}

fn event(node: Node, at: &At, files: usize, context: &mut Context) -> Option<EventKey> {
    let fields = Fields::of(node, at, "an event of a view", &["file", "event"], context)?;
    event_of(fields, files, context).map(|(key, _)| key)
}

/// The event of an object that may say more about it.
fn event_of<'a, 'p>(
    mut fields: Fields<'a, 'p>,
    files: usize,
    context: &mut Context,
) -> Option<(EventKey, Fields<'a, 'p>)> {
    let file = fields.required("file", context, |node, at, context| file_index(&node, at, files, context));
    let event = fields.required("event", context, string);
    Some((EventKey { file: file?, event: Id::from(&*event?) }, fields))
}

fn file_index(node: &Node, at: &At, files: usize, context: &mut Context) -> Option<FileId> {
    if let Value::Number(text) = &node.value
        && let Ok(index) = text.parse::<u32>()
        && usize::try_from(index).is_ok_and(|index| index < files)
    {
        return Some(FileId(index));
    }
    let hint = "the first is 0";
    expected(node, at, context, &format!("the index of one of the {files} entries of \"files\""), hint);
    None
}

/// An event with what is asked of it.
fn pair<T>(
    files: usize,
    key: &'static str,
    mut read: impl FnMut(Node, &At, &mut Context) -> Option<T>,
) -> impl FnMut(Node, &At, &mut Context) -> Option<(EventKey, T)> {
    move |node, at, context| {
        let fields = Fields::of(node, at, "an event of a view", &["file", "event", key], context)?;
        let (event, mut fields) = event_of(fields, files, context)?;
        let value = fields.required(key, context, &mut read)?;
        Some((event, value))
    }
}

fn day(node: Node, at: &At, context: &mut Context) -> Option<Date> {
    if let Value::String(text) = &node.value
        && let Ok(date) = text.parse::<Date>()
        && date.to_string() == **text
    {
        return Some(date);
    }
    expected(&node, at, context, "a day", "write \"2026-01-14\", and leave the key out for the latest figures");
    None
}

fn whole(node: Node, at: &At, context: &mut Context) -> Option<i32> {
    small(i32::MIN, "a whole number of days")(node, at, context)
}

fn sorted_by(node: Node, at: &At, context: &mut Context) -> Option<(Column, bool)> {
    let mut fields = Fields::of(node, at, "an order of rows", &["column", "descending"], context)?;
    let column = fields.required("column", context, word(Column::NAMES));
    let descending = fields.optional("descending", context, boolean).unwrap_or(false);
    Some((column?, descending))
}
