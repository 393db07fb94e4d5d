//! Which of a source's reports is the latest one: by the date they hold for, then published, then the file's order.

use crate::model::{Event, Id, Report, When};
use jiff::civil::Date;

/// A date up to which reports are known; `None` stands for all of them.
pub type Latest = Option<Date>;

/// Whether `report` is known on `date`; one without any date is known always.
#[must_use]
pub fn is_known(report: &Report, date: Latest) -> bool {
    match (date, report.known_since()) {
        (Some(date), Some(since)) => since.last_day() <= date,
        _ => true,
    }
}

/// The reports of `event` that are known on `date` and not replaced by another known one, with their index in the file.
#[must_use]
pub fn known_reports(event: &Event, date: Latest) -> Vec<(usize, &Report)> {
    let known = |report: &Report| is_known(report, date);
    let replaced: std::collections::HashSet<&Id> =
        event.reports.iter().filter(|report| known(report)).filter_map(|report| report.supersedes.as_ref()).collect();
    event
        .reports
        .iter()
        .enumerate()
        .filter(|(_, report)| known(report) && report.id.as_ref().is_none_or(|id| !replaced.contains(id)))
        .collect()
}

/// What orders reports of one source from the earliest to the latest; `when` is the date or period for which one holds.
#[must_use]
pub fn latest_key(when: Option<When>, index: usize, report: &Report) -> (Option<Date>, Option<Date>, usize) {
    (when.map(When::last_day), report.published.map(When::last_day), index)
}

/// Sorts reports of one source from the earliest to the latest. Reports lie far apart in memory, so each is looked at once.
pub fn sort_by_latest(reports: &mut [(usize, &Report)]) {
    reports.sort_by_cached_key(|(index, report)| latest_key(report.when(), *index, report));
}
