//! What two versions differ in, as points beside a timeline of the new one.

use super::{Change, Changes, Versions, report_at};
use crate::analysis::{EventKey, Question};
use crate::model::ledger::known_reports;
use crate::model::{Basis, Event, Report, Stated, When};
use crate::text::{Locale, names};
use std::collections::HashMap;

/// A count so far that the old version states and the new one does not, or the other way round, or with another number
/// or date.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The event.
    pub event: EventKey,
    /// What the old version is called.
    pub since: String,
    /// How the count differs.
    pub change: Change,
    /// Who counted, in words.
    pub source: String,
    /// Where the old version has it.
    pub old: Option<(When, Stated)>,
    /// Where the new version has it.
    pub new: Option<(When, Stated)>,
    /// Index of its report in the new version.
    pub report: Option<usize>,
}

/// The question's measure in all reports so far that were known on its date, where their points lie elsewhere now.
#[must_use]
pub fn revisions(changes: &Changes, versions: Versions, question: &Question, locale: &Locale) -> Vec<Revision> {
    let mut revisions = Vec::new();
    for event in &changes.events {
        let [old_event, new_event] = [versions.old, versions.new].map(|dataset| dataset.events.get(event.event));
        let [old_points, new_points] = [old_event, new_event].map(|event| points(event, question));
        for report in &event.reports {
            let old = report.old.and_then(|index| old_points.get(&index).copied());
            let new = report.new.and_then(|index| new_points.get(&index).copied());
            let change = match (old, new) {
                (None, Some(_)) => Change::Added,
                (Some(_), None) => Change::Removed,
                (Some(old), Some(new)) if old != new => Change::Changed,
                _ => continue,
            };
            let named = match change {
                Change::Removed => (versions.old, report_at(old_event, report.old)),
                Change::Added | Change::Changed => (versions.new, report_at(new_event, report.new)),
            };
            let source = named.1.and_then(|report| report.source.as_ref());
            revisions.push(Revision {
                event: EventKey { file: versions.file, event: event.event.clone() },
                since: versions.name.to_owned(),
                change,
                source: names::source_short(named.0, source, locale),
                old,
                new,
                report: report.new,
            });
        }
    }
    revisions
}

/// Date and number of each total so far, by the index of its report.
fn points(event: Option<&Event>, question: &Question) -> HashMap<usize, (When, Stated)> {
    let reports = event.map(|event| known_reports(event, question.as_known_on)).unwrap_or_default();
    let reports = reports.into_iter().filter(|(_, report)| report.basis == Basis::Cumulative);
    let point = |report: &Report| {
        let count = report.counts.get(&question.measure)?;
        count.stated.number()?;
        Some((count.as_of.or(report.as_of)?, count.stated))
    };
    reports.filter_map(|(index, report)| Some((index, point(report)?))).collect()
}
