//! Checks across one source's reports on one event: falls, resets, repeats, ties and changed relations.

use super::{Finding, FindingKind, Place, known_reports, sort_by_latest};
use crate::model::{Basis, Count, Coverage, CoverageKey, Event, Id, Relation, Report, Stated, When};
use indexmap::IndexMap;

type Indexed<'a> = (usize, &'a Report);
/// A measure, a category of it, and whom it covers.
type Series<'a> = (&'a Id, Option<&'a Id>, CoverageKey<'a>);

pub(super) fn check(event_index: usize, event: &Event, findings: &mut Vec<Finding>) {
    let mut by_source: IndexMap<&Id, Vec<Indexed>> = IndexMap::new();
    for (index, report) in known_reports(event, None) {
        if let Some(source) = &report.source {
            by_source.entry(source).or_default().push((index, report));
        }
    }
    for reports in by_source.values_mut() {
        sort_by_latest(reports);
        let mut find = |place, kind| findings.push(Finding { place, kind });
        let (cumulative, incremental): (Vec<Indexed>, Vec<Indexed>) =
            reports.iter().partition(|(_, report)| report.basis == Basis::Cumulative);
        same_date(event_index, &cumulative, &mut find);
        falls(event_index, &cumulative, &mut find);
        relations(event_index, &cumulative, &mut find);
        overlaps(event_index, &incremental, &mut find);
    }
}

/// Reports for one date: ties and contradictions by measure, and reports that say nothing new.
fn same_date(event: usize, reports: &[Indexed], find: &mut impl FnMut(Place, FindingKind)) {
    let mut last: IndexMap<&Id, (&Report, &Count)> = IndexMap::new();
    for (index, later) in reports {
        let Some(when) = later.as_of else { continue };
        let mut repeated: Option<&Report> = None;
        let mut agree = true;
        for (measure, this) in &later.counts {
            let before = last.insert(measure, (later, this));
            let Some((earlier, other)) = before.filter(|(earlier, _)| earlier.as_of == later.as_of) else { continue };
            let place = Place::report(event, *index).with_measure(measure);
            let kind = differ(other.stated, this.stated, when);
            agree &= kind.is_none();
            if let Some(kind) = kind {
                find(place, kind);
            } else if other.stated == this.stated && other.parts == this.parts {
                repeated = Some(earlier);
            }
        }
        if let (true, Some(earlier)) = (agree, repeated) {
            let same =
                earlier.via == later.via && earlier.counts == later.counts && earlier.published == later.published;
            let kind = if same { FindingKind::Duplicate { when } } else { FindingKind::Repeat { when } };
            find(Place::report(event, *index), kind);
        }
    }
}

/// How two figures for one date differ: they cannot both be true, or are two statements of one kind.
fn differ(other: Stated, this: Stated, when: When) -> Option<FindingKind> {
    if !other.spread()?.meets(this.spread()?) {
        return Some(FindingKind::Contradiction { other, this, when });
    }
    let tie = other != this && other.qualifier() == this.qualifier();
    tie.then_some(FindingKind::Tie { other, this, when })
}

/// Cumulative counts that fell, totals and first-level parts alike. Pending counts may fall.
fn falls(event: usize, reports: &[Indexed], find: &mut impl FnMut(Place, FindingKind)) {
    // A narrower count is no fall of a wider one.
    let mut last: IndexMap<Series, (When, Stated)> = IndexMap::new();
    for (index, report) in reports {
        let Some(when) = report.as_of else { continue };
        for (measure, count) in &report.counts {
            let place = Place::report(event, *index).with_measure(measure);
            let total = (None, count, place.clone());
            let coverage = Coverage::key(count.coverage.as_deref());
            let parts = count.parts.iter().map(|(id, part)| (Some(id), part, place.inside(Relation::Part, id)));
            for (category, count, place) in std::iter::once(total).chain(parts) {
                if count.stated.number().is_none() {
                    continue;
                }
                let series = (measure, category, coverage);
                let Some((before_when, before)) = last.insert(series, (when, count.stated)) else { continue };
                if before_when == when {
                    continue;
                }
                let now = count.stated;
                match decline(before, now) {
                    Some(Decline::Fall) => find(place, FindingKind::Fall { before, before_when, now }),
                    Some(Decline::Reset) => find(place, FindingKind::Reset { before, before_when, now }),
                    None => {}
                }
            }
        }
    }
}

/// How a cumulative count came down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decline {
    /// It is lower.
    Fall,
    /// It is less than half: corrections are smaller, a new phase starts near zero.
    Reset,
}

/// How a cumulative count came down from `before` to `now`; `None` where it did not, or where both may be true: "at least
/// 500" after 520, "about 500" after 510.
#[must_use]
pub fn decline(before: Stated, now: Stated) -> Option<Decline> {
    let (old, new) = (before.number()?, now.number()?);
    let looser = before.qualifier() != now.qualifier() && before.spread()?.meets(now.spread()?);
    let rounded = matches!(now, Stated::About(_)) && now.spread()?.meets(before.spread()?);
    if new >= old || looser || rounded {
        return None;
    }
    Some(if new.saturating_mul(2) < old { Decline::Reset } else { Decline::Fall })
}

/// Categories that moved between "added" and "inside" since the source's report before.
fn relations(event: usize, reports: &[Indexed], find: &mut impl FnMut(Place, FindingKind)) {
    let mut last: IndexMap<(Id, Id), (When, Relation)> = IndexMap::new();
    for (index, report) in reports {
        let Some(when) = report.as_of else { continue };
        for (measure, count) in &report.counts {
            let place = Place::report(event, *index).with_measure(measure);
            let inner = count.parts.iter().flat_map(|(part, inside)| {
                let place = place.inside(Relation::Part, part);
                inside.of_which.keys().map(move |id| (Relation::OfWhich, id, place.clone()))
            });
            let direct = count.children().map(|(relation, id, _)| (relation, id, place.clone()));
            for (relation, category, place) in direct.chain(inner) {
                if relation == Relation::Unclear {
                    continue;
                }
                let key = (measure.clone(), category.clone());
                if let Some((before_when, before)) = last.insert(key, (when, relation))
                    && before != relation
                {
                    let category = category.clone();
                    let place = place.inside(relation, &category);
                    find(place, FindingKind::RelationChanged { category, before, before_when, now: relation });
                }
            }
        }
    }
}

/// Periods of incremental reports that share a day and a measure: their sum would count people twice.
fn overlaps(event: usize, reports: &[Indexed], find: &mut impl FnMut(Place, FindingKind)) {
    for pair in reports.windows(2) {
        let [(_, earlier), (index, later)] = pair else { continue };
        let (Some(other), Some(this)) = (earlier.period, later.period) else { continue };
        if this.first_day() <= other.last_day() && later.counts.keys().any(|id| earlier.counts.contains_key(id)) {
            find(Place::report(event, *index), FindingKind::PeriodsOverlap { other, this });
        }
    }
}
