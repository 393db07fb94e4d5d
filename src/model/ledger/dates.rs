//! Checks of one report's source and dates.

use super::{Finding, FindingKind, Place};
use crate::model::{Event, Report};

pub(super) fn check(event: &Event, report: &Report, place: &Place, findings: &mut Vec<Finding>) {
    let mut find = |kind| findings.push(Finding { place: place.clone(), kind });
    if report.source.is_none() {
        find(FindingKind::NoSource);
    }
    let Some(when) = report.when() else {
        find(FindingKind::NoDate);
        return;
    };
    if let Some(start) = event.start.filter(|start| when.last_day() < start.first_day()) {
        find(FindingKind::BeforeEvent { when, start });
    }
    if let Some(published) = report.published.filter(|published| when.first_day() > published.last_day()) {
        find(FindingKind::AfterPublication { when, published });
    }
    if let (Some(stated), Some(computed)) = (report.day_stated, event.day_number(when))
        && i64::from(stated) != i64::from(computed)
    {
        find(FindingKind::DayDiffers { stated, computed });
    }
}
