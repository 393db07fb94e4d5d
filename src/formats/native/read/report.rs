//! A report: who counted what as of when, and where it was read.

use super::Context;
use super::count::counts;
use super::fields::Fields;
use super::ids::{Kind, known_id, own_id};
use super::primitives::{boolean, date, list, small, string, text, word};
use crate::formats::native::place::At;
use crate::formats::native::tree::{Node, Value};
use crate::model::{Basis, Independent, Method, Report, Verification, Via, When};

const KEYS: [&str; 15] = [
    "id",
    "source",
    "via",
    "read_in",
    "as_of",
    "period",
    "published",
    "accessed",
    "day_stated",
    "basis",
    "method",
    "supersedes",
    "note",
    "verification",
    "counts",
];

const BASES: &[(&str, Basis)] = &[("cumulative", Basis::Cumulative), ("incremental", Basis::Incremental)];

const METHODS: &[(&str, Method)] = &[("enumeration", Method::Enumeration), ("estimate", Method::Estimate)];

const INDEPENDENT: &[(&str, Independent)] = &[
    ("not_possible", Independent::NotPossible),
    ("not_tried", Independent::NotTried),
    ("confirmed", Independent::Confirmed),
    ("disputed", Independent::Disputed),
];

pub(super) fn report(node: Node, at: &At, context: &mut Context) -> Option<Report> {
    let mut fields = Fields::of(node, at, "a report", &KEYS, context)?;
    let basis = fields.optional("basis", context, word(BASES)).unwrap_or_default();
    check_dates(&fields, basis, context);
    let counts_read = fields.required("counts", context, |node, at, context| counts(Kind::Measure, node, at, context));
    Some(Report {
        id: fields.optional("id", context, own_id),
        source: fields.optional("source", context, known_id(Kind::Source)),
        via: fields.optional("via", context, list(via)).unwrap_or_default(),
        read_in: fields.optional("read_in", context, list(string)).unwrap_or_default(),
        as_of: fields.optional("as_of", context, date),
        period: fields.optional("period", context, period),
        published: fields.optional("published", context, date),
        accessed: fields.optional("accessed", context, date),
        day_stated: fields.optional("day_stated", context, small(1, "the number of a day, the first being 1")),
        basis,
        method: fields.optional("method", context, word(METHODS)),
        supersedes: fields.optional("supersedes", context, known_id(Kind::Report)),
        note: fields.optional("note", context, text),
        verification: fields.optional("verification", context, verification).map(Box::new),
        counts: counts_read?,
        extra: fields.into_extra(),
    })
}

/// The days that an incremental report covers; `".."` where they are not known.
fn period(node: Node, at: &At, context: &mut Context) -> Option<When> {
    let is_known = !matches!(&node.value, Value::String(text) if text == "..");
    if is_known { date(node, at, context) } else { None }
}

/// A total has a date and an increment a period; a row that states both is two reports.
fn check_dates(fields: &Fields, basis: Basis, context: &mut Context) {
    let has = |key| fields.peek(key).is_some();
    match basis {
        Basis::Incremental => {
            if !has("period") {
                fields.problem(context, || {
                    "found an incremental report without \"period\", expected the days that it covers; \
                     write \"period\": \"2025-10-03/2025-10-04\", or \"..\" where they are not known"
                        .to_owned()
                });
            }
            if has("as_of") {
                fields.problem(context, || {
                    "found \"as_of\" in an incremental report, expected only \"period\"; \
                     make a second report of a total that holds as of a date"
                        .to_owned()
                });
            }
        }
        Basis::Cumulative => {
            if has("period") {
                fields.problem(context, || {
                    "found \"period\" in a cumulative report, expected \"as_of\"; \
                     write \"basis\": \"incremental\" if the counts are those of the period alone"
                        .to_owned()
                });
            }
        }
    }
}

fn via(node: Node, at: &At, context: &mut Context) -> Option<Via> {
    let mut fields = Fields::of(node, at, "an outlet", &["name", "url"], context)?;
    let name = fields.required("name", context, string);
    let url = fields.optional("url", context, string);
    Some(Via { name: name?, url, extra: fields.into_extra() })
}

fn verification(node: Node, at: &At, context: &mut Context) -> Option<Verification> {
    let mut fields = Fields::of(node, at, "a verification", &["by_source", "independent", "by"], context)?;
    Some(Verification {
        by_source: fields.optional("by_source", context, boolean),
        independent: fields.optional("independent", context, word(INDEPENDENT)),
        by: fields.optional("by", context, string),
        extra: fields.into_extra(),
    })
}
