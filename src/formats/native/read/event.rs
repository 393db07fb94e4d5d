//! An event: when and where, who lives there, and its reports.

use super::Context;
use super::fields::Fields;
use super::ids::{Kind, known_id, own_id};
use super::primitives::{date, list, people, small, string, text};
use super::report::report;
use super::supersedes;
use crate::formats::native::place::At;
use crate::formats::native::tree::{Node, Value};
use crate::model::{Event, EventEnd, EventNote, LeadBy, Population};

const KEYS: [&str; 12] =
    ["id", "title", "short", "place", "start", "end", "end_as_of", "lead", "population", "note", "notes", "reports"];

pub(super) fn event(node: Node, at: &At, context: &mut Context) -> Option<Event> {
    let mut fields = Fields::of(node, at, "an event", &KEYS, context)?;
    context.known.forget_reports();
    if let Some(node) = fields.peek("reports") {
        let at = &At::Key(at, "reports");
        context.known.collect(Kind::Report, node, at, context.problems);
        supersedes::check(node, at, context);
    }
    let id = fields.required("id", context, own_id);
    let title = fields.required("title", context, text);
    Some(Event {
        short: fields.optional("short", context, text),
        place: fields.optional("place", context, text),
        start: fields.optional("start", context, date),
        end: fields.optional("end", context, end).unwrap_or_default(),
        end_as_of: fields.optional("end_as_of", context, date),
        lead: fields.optional("lead", context, known_id(Kind::Source)),
        lead_by: LeadBy::Named,
        population: fields.optional("population", context, population),
        note: fields.optional("note", context, text),
        notes: fields.optional("notes", context, list(event_note)).unwrap_or_default(),
        reports: fields.optional("reports", context, list(report)).unwrap_or_default(),
        id: id?,
        title: title?,
        extra: fields.into_extra(),
    })
}

fn end(node: Node, at: &At, context: &mut Context) -> Option<EventEnd> {
    if matches!(&node.value, Value::String(text) if text == "..") {
        return Some(EventEnd::Ongoing);
    }
    date(node, at, context).map(EventEnd::On)
}

fn population(node: Node, at: &At, context: &mut Context) -> Option<Population> {
    let mut fields = Fields::of(node, at, "a population", &["value", "year", "source"], context)?;
    let value = fields.required("value", context, people);
    let year = fields.optional("year", context, small(-9_999, "a year from -9999 to 32767"));
    let source = fields.optional("source", context, string);
    Some(Population { value: value?, year, source, extra: fields.into_extra() })
}

fn event_note(node: Node, at: &At, context: &mut Context) -> Option<EventNote> {
    let mut fields = Fields::of(node, at, "a note with a date", &["date", "text"], context)?;
    let date = fields.required("date", context, date);
    let text = fields.required("text", context, text);
    Some(EventNote { date: date?, text: text?, extra: fields.into_extra() })
}
