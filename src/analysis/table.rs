//! Every count that the charts use, one row each.

use super::narrowed::{Taken, taken};
use super::standing::is_by_day;
use super::{Column, CountKey, Library, Question, known_events, standing};
use crate::model::ledger::known_reports;
use crate::model::{Count, Id, Relation, Stated, When};

/// One count.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Which count; its last category is what it counts, none for a total.
    pub key: CountKey,
    /// Who counted.
    pub source: Option<Id>,
    /// The date or period for which it holds.
    pub when: Option<When>,
    /// Whether it is under investigation beside its total.
    pub pending: bool,
    /// The number.
    pub stated: Stated,
    /// Whether its report stands for the event in the charts.
    pub stands: bool,
}

/// Every count of the ticked events for the question's measure, as known on its date, in the order asked for.
#[must_use]
pub fn table(library: Library, question: &Question) -> Vec<TableRow> {
    let mut rows = Vec::new();
    for event in known_events(library, question) {
        let standing = standing(library, question, event);
        let stands = |index, source: Option<&Id>| {
            standing.total().is_some_and(|total| match total.periods {
                0 => total.index == index,
                // All periods stand together.
                _ => total.source == source,
            })
        };
        for (index, report) in known_reports(event.event, question.as_known_on) {
            if question.on_day.is_some_and(|day| !is_by_day(event.event, report, day)) {
                continue;
            }
            let Some((measure, count)) = report.counts.get_key_value(&question.measure) else { continue };
            let total = TableRow {
                key: CountKey { event: event.key(), report: index, measure: measure.clone(), categories: Vec::new() },
                source: report.source.clone(),
                when: count.as_of.or(report.when()),
                pending: false,
                stated: count.stated,
                stands: stands(index, report.source.as_ref()),
            };
            match question.people.as_deref() {
                None => push(&mut rows, &total, count),
                Some(people) => push_people(&mut rows, &total, count, people),
            }
        }
    }
    if let Some((column, descending)) = question.sorted_by {
        sort(&mut rows, column);
        if descending {
            rows.reverse();
        }
    }
    rows
}

/// Identifiers order names, so that sorting does not depend on the language of the window.
fn sort(rows: &mut [TableRow], column: Column) {
    match column {
        Column::Event => rows.sort_by(|a, b| a.key.event.cmp(&b.key.event)),
        Column::Source => rows.sort_by(|a, b| a.source.cmp(&b.source)),
        Column::When => rows.sort_by_key(|row| row.when.map(When::last_day)),
        Column::Who => rows.sort_by(|a, b| who(a).cmp(&who(b))),
        Column::Number => rows.sort_by_key(|row| row.stated.number()),
    }
}

fn who(row: &TableRow) -> (Option<&Id>, bool) {
    (row.key.categories.last().map(|(_, id)| id), row.pending)
}

/// What a count says of these people only: all of it where it covers just them, else the parts that they are.
fn push_people(rows: &mut Vec<TableRow>, row: &TableRow, count: &Count, people: &[Id]) {
    let Some(taken) = taken(count, people) else { return };
    if matches!(taken, Taken::Whole) {
        push(rows, row, count);
        return;
    }
    for (id, part) in people.iter().filter_map(|id| count.parts.get_key_value(id)) {
        let key = row.key.inside(Relation::Part, id);
        push(rows, &TableRow { key, when: part.as_of.or(row.when), stated: part.stated, ..row.clone() }, part);
    }
}

fn push(rows: &mut Vec<TableRow>, row: &TableRow, count: &Count) {
    rows.push(row.clone());
    for (relation, category, inner) in count.children() {
        let key = row.key.inside(relation, category);
        let when = inner.as_of.or(row.when);
        push(rows, &TableRow { key, when, stated: inner.stated, ..row.clone() }, inner);
    }
    if let Some(pending) = &count.pending {
        rows.push(TableRow { pending: true, stated: pending.stated, ..row.clone() });
    }
}
