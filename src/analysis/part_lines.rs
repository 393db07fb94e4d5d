//! The categories of one count as lines: number, share, and the date of what is older than its total.

use super::{BreakdownRow, CountKey, OpenEvent, Question, Segment, SourceTotal, Stale, break_down};
use crate::model::{Count, Id, Relation};
use crate::text::{DateStyle, Locale, date, label, names, percent, sentences, whole};

/// One category of a count.
#[derive(Clone, Debug, PartialEq)]
pub struct PartLine {
    /// Which count.
    pub key: CountKey,
    /// The category's place in its file, for its colour; `None` for what is not broken down.
    pub category: Option<usize>,
    /// The category's label, with its relation unless it is a part.
    pub name: String,
    /// The number.
    pub number: String,
    /// Its share of the people counted; empty where there is none.
    pub share: String,
}

/// The lines of what is inside `count`, and of what its parts leave over.
pub(super) fn part_lines(
    (event, total, question): (OpenEvent, &SourceTotal, &Question),
    key: &CountKey,
    count: &Count,
    locale: &Locale,
) -> Vec<PartLine> {
    let dataset = event.dataset;
    let mut lines = Vec::new();
    if count.children().next().is_none() {
        return lines;
    }
    let broken = break_down(event, total.clone(), None, &key.measure, question.as_known_on);
    let share = |key: &CountKey| match stale(&broken, key) {
        Some(stale) => Some(date(stale.since, DateStyle::Short, locale)),
        None => find_segment(&broken.segments, key)?.share.map(percent),
    };
    for (relation, category, inner) in count.children() {
        let inner_key = key.inside(relation, category);
        let name = names::category(dataset, category, locale);
        lines.push(PartLine {
            share: share(&inner_key).unwrap_or_default(),
            key: inner_key.clone(),
            category: event.category_index(category),
            name: sentences::in_relation(relation, name, locale),
            number: label(inner.stated, locale),
        });
        for (relation, category, innermost) in inner.children() {
            lines.push(PartLine {
                key: inner_key.inside(relation, category),
                category: event.category_index(category),
                name: inside_name(relation, names::category(dataset, category, locale), locale),
                number: label(innermost.stated, locale),
                share: String::new(),
            });
        }
    }
    if let Some(residual) = count.residual().filter(|residual| *residual > 0) {
        let name = locale.say("legend-not-broken-down");
        let number = whole(residual);
        lines.push(PartLine { key: key.clone(), category: None, name, number, share: String::new() });
    }
    lines
}

/// A category of a category: a part of it is marked as one step further in, so that nobody adds it to its holder.
fn inside_name(relation: Relation, name: &str, locale: &Locale) -> String {
    match relation {
        Relation::Part => locale.say_with("details-part-inside", &[("who", name.into())]),
        _ => sentences::in_relation(relation, name, locale),
    }
}

/// The part with this key, at any depth.
fn find_segment<'s>(segments: &'s [Segment], key: &CountKey) -> Option<&'s Segment> {
    segments.iter().find_map(
        |segment| {
            if segment.key == *key { Some(segment) } else { find_segment(&segment.parts, key) }
        },
    )
}

/// The age of the category with this key, at any depth, where it is older than its total.
fn stale<'b>(broken: &'b BreakdownRow, key: &CountKey) -> Option<&'b Stale> {
    let inside = broken.inside.iter().find(|inside| inside.key == *key);
    let segment = || find_segment(&broken.segments, key).and_then(|segment| segment.stale.as_ref());
    inside.and_then(|inside| inside.stale.as_ref()).or_else(segment)
}

/// For categories that are older than their total: their share of the total of their own date.
pub(super) fn older_shares(
    (event, total, question): (OpenEvent, &SourceTotal, &Question),
    key: &CountKey,
    count: &Count,
    locale: &Locale,
) -> Vec<String> {
    if count.children().next().is_none() {
        return Vec::new();
    }
    let broken = break_down(event, total.clone(), None, &key.measure, question.as_known_on);
    let remark = |(relation, category, _): (Relation, &Id, &Count)| {
        let stale = stale(&broken, &key.inside(relation, category))?;
        let arguments = [
            ("who", names::category(event.dataset, category, locale).into()),
            ("share", percent(stale.share?).into()),
            ("total", label(stale.holder?, locale).into()),
            ("date", date(stale.since, DateStyle::Short, locale).into()),
        ];
        Some(locale.say_with("details-share-then", &arguments))
    };
    count.children().filter_map(remark).collect()
}
