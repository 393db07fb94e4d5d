//! What tolls are made of: one row per source, its parts one after the other, and what must not be stacked beside them.

use super::earlier::{Earlier, LastBrokenDown};
use super::parts::{Covered, Holder, Inside, Segment, covered};
use super::{
    Comparison, ComparisonRow, CountKey, Library, OpenEvent, Question, Rule, SourceTotal, Unit, compare, find_total,
    standing,
};
use crate::model::ledger::{Latest, is_known};
use crate::model::{Id, Relation, Stated};

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
    /// How much of the total the parts cover, where that is not all.
    pub covered: Option<Covered>,
    /// Where the total has no parts: the source's latest one that had.
    pub last_broken_down: Option<LastBrokenDown>,
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
            Some(break_down(
                row.event,
                row.standing.total()?.clone(),
                Some(rule),
                &question.measure,
                question.as_known_on,
            ))
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
        rows.push(break_down(event, total, rule, &question.measure, question.as_known_on));
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

/// Lays the parts of one total one after the other; what is known of earlier totals is what was known on `known`.
#[must_use]
pub fn break_down<'a>(
    event: OpenEvent<'a>,
    total: SourceTotal<'a>,
    rule: Option<Rule>,
    measure: &Id,
    known: Latest,
) -> BreakdownRow<'a> {
    let key = CountKey { event: event.key(), report: total.index, measure: measure.clone(), categories: Vec::new() };
    let earlier = Earlier { event, total: &total, measure, known };
    let count = &*total.count;
    let holder = Holder { key: key.clone(), count, from: 0, when: total.when() };
    let mut inside = holder.insides(Relation::OfWhich, &earlier);
    let segments = holder.segments(&earlier, &mut inside);
    let unclear = holder.insides(Relation::Unclear, &earlier);
    let last_broken_down = earlier.last_broken_down();
    let residual = count.residual().filter(|residual| *residual > 0);
    let covered = covered(count, &segments);
    let beyond = count.stated.number().is_some() && count.parts_sum().is_some() && count.residual().is_none();
    let pending = count.pending.as_ref().map(|pending| pending.stated);
    BreakdownRow {
        event,
        total,
        rule,
        key,
        segments,
        residual,
        covered,
        last_broken_down,
        beyond,
        inside,
        unclear,
        pending,
    }
}
