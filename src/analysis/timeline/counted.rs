//! Which reports a timeline is made of, and what each says of the people asked for; who says nothing of them is named.

use crate::analysis::left_out::Reason;
use crate::analysis::narrowed::{narrowed_count, unknown_count};
use crate::analysis::{OpenEvent, Question};
use crate::model::ledger::known_reports;
use crate::model::{Basis, Count, Id, Report, When};
use jiff::civil::Date;
use std::borrow::Cow;

/// A report's count of the people asked for, and the date or period for which it holds.
pub(super) struct Counted<'a> {
    pub(super) index: usize,
    pub(super) report: &'a Report,
    pub(super) count: Cow<'a, Count>,
    pub(super) when: Option<When>,
}

/// A count that says nothing of the people asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOutCount<'a> {
    /// Who counted.
    pub source: Option<&'a Id>,
    /// The date or period for which it holds.
    pub when: Option<When>,
    /// Why it says nothing of them.
    pub reason: Reason,
}

/// Every report that has the measure and is known, up to the day asked for; then the counts among them that do not say how
/// many were the people asked for.
pub(super) fn counted<'a>(event: OpenEvent<'a>, question: &Question) -> (Vec<Counted<'a>>, Vec<LeftOutCount<'a>>) {
    let start = event.event.start.and_then(When::single_day);
    let people = question.people.as_deref();
    let (mut counted, mut left_out) = (Vec::new(), Vec::new());
    for (index, report) in known_reports(event.event, question.as_known_on) {
        let Some(stated) = report.counts.get(&question.measure) else { continue };
        let count = people.map_or(Some(Cow::Borrowed(stated)), |people| narrowed_count(stated, people));
        let when = when(report, count.as_deref().unwrap_or(stated));
        if !is_within(question, start, when) {
            continue;
        }
        if count.is_none() {
            let reason = Reason::OtherPeople(stated.coverage.clone());
            left_out.push(LeftOutCount { source: report.source.as_ref(), when, reason });
        }
        // A sum without one of its periods would be too small; with one that has no number it is a lower bound.
        let unknown = || people.filter(|_| report.basis == Basis::Incremental).and_then(|it| unknown_count(stated, it));
        if let Some(count) = count.or_else(|| unknown().map(Cow::Owned)) {
            counted.push(Counted { index, report, count, when });
        }
    }
    (counted, left_out)
}

/// The date or period for which a count holds.
fn when(report: &Report, count: &Count) -> Option<When> {
    match report.basis {
        // A total that was only carried along is one of its own, older date.
        Basis::Cumulative => count.as_of.or(report.as_of),
        Basis::Incremental => report.period,
    }
}

fn is_within(question: &Question, start: Option<Date>, when: Option<When>) -> bool {
    match (question.on_day, start, when) {
        (Some(day), Some(start), Some(when)) => (when.last_day() - start).get_days() < day,
        _ => true,
    }
}
