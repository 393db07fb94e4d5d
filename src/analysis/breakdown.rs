//! What tolls are made of: one row per source, its parts one after the other, and what must not be stacked beside them.

use super::{
    Comparison, ComparisonRow, CountKey, Library, OpenEvent, Question, Rule, SourceTotal, Unit, compare, find_total,
    share, standing,
};
use crate::model::ledger::is_known;
use crate::model::{Count, Id, Quantity, Relation, Stated, When};

/// A category inside a count: drawn as a bracket, never stacked.
#[derive(Clone, Debug, PartialEq)]
pub struct Inside {
    /// Its count.
    pub key: CountKey,
    /// The category.
    pub category: Id,
    /// Its number.
    pub stated: Stated,
    /// Where the count that holds it starts on the axis.
    pub from: u64,
    /// Its date where it is older than its total.
    pub stale_since: Option<When>,
}

/// One part of a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Its count.
    pub key: CountKey,
    /// The category.
    pub category: Id,
    /// Its number.
    pub stated: Stated,
    /// Where it starts on the axis: the sum of the parts before it.
    pub from: u64,
    /// Where it ends.
    pub to: u64,
    /// Its share of the people counted; `None` where the total is not stated or of another date.
    pub share: Option<Quantity>,
    /// The date of a part that is older than its total.
    pub stale_since: Option<When>,
}

/// One source's toll, broken down.
#[derive(Clone, Debug)]
pub struct BreakdownRow<'a> {
    /// The event.
    pub event: OpenEvent<'a>,
    /// The source's total.
    pub total: SourceTotal<'a>,
    /// Why it stands, if it does.
    pub rule: Option<Rule>,
    /// Its count.
    pub key: CountKey,
    /// The parts, in file order.
    pub segments: Vec<Segment>,
    /// What the parts leave over.
    pub residual: Option<u64>,
    /// Whether the parts add up to more than the total.
    pub beyond: bool,
    /// Categories inside the total or inside one of its parts.
    pub inside: Vec<Inside>,
    /// Categories that may lie inside or outside.
    pub unclear: Vec<Inside>,
    /// Under investigation, never added.
    pub pending: Option<Stated>,
}

/// The rows of a breakdown.
#[derive(Clone, Debug)]
pub struct Breakdown<'a> {
    /// All ticked events, or the sources of one.
    pub rows: Vec<BreakdownRow<'a>>,
    /// The chosen event; `None` where all ticked events are shown or none is chosen.
    pub event: Option<OpenEvent<'a>>,
    /// Where all ticked events are shown: what they are as a comparison, with what must be said of one.
    pub comparison: Option<Comparison<'a>>,
}

/// One row per source of the chosen event, what stands first; or one row per ticked event.
#[must_use]
pub fn breakdown<'a>(library: Library<'a>, question: &Question) -> Breakdown<'a> {
    if question.all_events {
        let totals = Question { unit: Unit::Total, baseline: None, ..question.clone() };
        let comparison = compare(library, &totals);
        let broken = |row: &ComparisonRow<'a>| {
            let (_, rule) = row.standing.chosen?;
            Some(break_down(row.event, row.standing.total()?.clone(), Some(rule), &question.measure))
        };
        let rows = comparison.rows.iter().filter_map(broken).collect();
        return Breakdown { rows, event: None, comparison: Some(comparison) };
    }
    let Some(event) = question.event.as_ref().and_then(|key| library.event(key)) else {
        return Breakdown { rows: Vec::new(), event: None, comparison: None };
    };
    // One event's sources are shown whole, whatever several events are compared by.
    let whole = Question { people: None, on_day: None, ..question.clone() };
    let standing = standing(library, &whole, event);
    let picked = picked_total(question, event);
    let mut rows: Vec<BreakdownRow> = Vec::new();
    for (index, mut total) in standing.totals.into_iter().enumerate() {
        let mut rule = standing.chosen.filter(|(chosen, _)| *chosen == index).map(|(_, rule)| rule);
        if let Some(picked) = picked.as_ref().filter(|it| it.source == total.source && it.index != total.index) {
            total = picked.clone();
            rule = None;
        }
        rows.push(break_down(event, total, rule, &question.measure));
    }
    rows.sort_by_key(|row| row.rule.is_none());
    Breakdown { rows, event: Some(event), comparison: None }
}

/// The report that the user picked, if it is one of this event and known on the question's date.
fn picked_total<'a>(question: &Question, event: OpenEvent<'a>) -> Option<SourceTotal<'a>> {
    let (key, index) = question.picked_report.as_ref()?;
    let report = event.event.reports.get(*index)?;
    let fits = *key == event.key() && is_known(report, question.as_known_on);
    fits.then(|| find_total(event.event, *index, &question.measure)).flatten()
}

/// Lays the parts of one total one after the other.
#[must_use]
pub fn break_down<'a>(
    event: OpenEvent<'a>,
    total: SourceTotal<'a>,
    rule: Option<Rule>,
    measure: &Id,
) -> BreakdownRow<'a> {
    let key = CountKey { event: event.key(), report: total.index, measure: measure.clone(), categories: Vec::new() };
    let count = &*total.count;
    let when = total.report.when();
    let mut segments = Vec::with_capacity(count.parts.len());
    let mut inside = insides(&key, Relation::OfWhich, count, 0, when);
    let mut from = 0_u64;
    for (category, part) in &count.parts {
        let key = key.inside(Relation::Part, category);
        let Some(number) = part.stated.number() else { continue };
        let to = from.saturating_add(number);
        inside.extend(insides(&key, Relation::OfWhich, part, from, when));
        let stale_since = stale_since(part, when);
        let share = if stale_since.is_some() { None } else { share(part.stated, count.stated).ok() };
        let category = category.clone();
        segments.push(Segment { key, category, stated: part.stated, from, to, share, stale_since });
        from = to;
    }
    let unclear = insides(&key, Relation::Unclear, count, 0, when);
    let residual = count.residual().filter(|residual| *residual > 0);
    let beyond = count.stated.number().is_some() && count.parts_sum().is_some() && count.residual().is_none();
    let pending = count.pending.as_ref().map(|pending| pending.stated);
    BreakdownRow { event, total, rule, key, segments, residual, beyond, inside, unclear, pending }
}

fn insides(key: &CountKey, relation: Relation, count: &Count, from: u64, when: Option<When>) -> Vec<Inside> {
    let of = |wanted: Relation| count.children().filter(move |(relation, ..)| *relation == wanted);
    of(relation)
        .map(|(relation, category, inner)| Inside {
            key: key.inside(relation, category),
            category: category.clone(),
            stated: inner.stated,
            from,
            stale_since: stale_since(inner, when),
        })
        .collect()
}

/// The date of a count that is older than the total that it belongs to.
fn stale_since(count: &Count, when: Option<When>) -> Option<When> {
    count.as_of.filter(|own| when.is_some_and(|when| own.last_day() < when.first_day()))
}
