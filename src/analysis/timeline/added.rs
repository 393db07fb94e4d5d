//! What each day, week or month added: the differences of counts so far, and periods' own reports.

use super::points::{Period, overlap};
use super::{Added, Point};
use crate::analysis::Flow;
use crate::model::{Qualifier, Stated};
use jiff::ToSpan;
use jiff::civil::Date;

/// What was added, by the periods of `flow`. A correction is negative and never set off against new deaths.
pub(super) fn added(points: &[Point], periods: &[Period], start: Option<Date>, flow: Flow) -> Vec<Added> {
    let reported: Vec<Added> = periods.iter().filter_map(reported).collect();
    let stretches = if points.is_empty() {
        reported
    } else if periods.windows(2).any(|pair| overlap(&pair[0], &pair[1])) {
        // Some days are in two of the periods, so they add nothing to the counts so far.
        differences(points, start)
    } else {
        combine(&differences(points, start), &reported)
    };
    by_period(stretches, flow)
}

/// A period's own report.
fn reported(period: &Period) -> Option<Added> {
    let ((from, to), number) = (period.days?, number(period.stated)?);
    let (stated, report) = (period.stated, period.report);
    Some(Added { from, to, number, stated: Some(stated), inexact: inexact(stated), reported: true, report })
}

/// From each point to the next, beginning the day after; to the first one from the event's start. They add up to the last
/// point.
fn differences(points: &[Point], start: Option<Date>) -> Vec<Added> {
    let mut before: Option<&Point> = None;
    let mut differences = Vec::with_capacity(points.len());
    for point in points {
        let earlier = before.map_or(0, |before| number(before.stated).unwrap_or(0));
        let from = match before {
            Some(before) => before.to.tomorrow().unwrap_or(before.to),
            None => start.unwrap_or(point.from),
        };
        differences.push(Added {
            from: if from <= point.to { from } else { point.from },
            to: point.to,
            number: number(point.stated).unwrap_or(0) - earlier,
            stated: None,
            inexact: inexact(point.stated) || before.is_some_and(|before| inexact(before.stated)),
            reported: false,
            report: point.report,
        });
        before = Some(point);
    }
    differences
}

/// Periods' own reports instead of the differences over the same days. Where they leave days of a difference open, the
/// rest of it is drawn over those; where a period reaches beyond one, nothing is known of the rest.
fn combine(differences: &[Added], reported: &[Added]) -> Vec<Added> {
    let mut all = reported.to_vec();
    let mut first = 0;
    for difference in differences {
        while reported.get(first).is_some_and(|period| period.to < difference.from) {
            first += 1;
        }
        let touching = reported[first..].iter().take_while(|period| period.from <= difference.to);
        let touching: Vec<&Added> = touching.collect();
        let within = touching.iter().all(|period| period.from >= difference.from && period.to <= difference.to);
        if touching.is_empty() {
            all.push(*difference);
        } else if let (true, Some((from, to))) = (within, open_days(difference, &touching)) {
            let number = touching.iter().fold(difference.number, |rest, period| rest.saturating_sub(period.number));
            let inexact = difference.inexact || touching.iter().any(|period| period.inexact);
            all.push(Added { from, to, number, inexact, ..*difference });
        }
    }
    all.sort_by_key(|added| (added.from, added.to, added.reported));
    all
}

/// From the first to the last day of `difference` that no period covers.
fn open_days(difference: &Added, periods: &[&Added]) -> Option<(Date, Date)> {
    let (mut from, mut to) = (difference.from, difference.to);
    for period in periods {
        if period.from <= from && from <= period.to {
            from = period.to.tomorrow().ok()?;
        }
    }
    for period in periods.iter().rev() {
        if period.from <= to && to <= period.to {
            to = period.from.yesterday().ok()?;
        }
    }
    (from <= to).then_some((from, to))
}

/// Adds up what lies within one day, week or month. What shares a day with another stretch is left on its own.
fn by_period(stretches: Vec<Added>, flow: Flow) -> Vec<Added> {
    let mut bars: Vec<Added> = Vec::new();
    // The bars of new deaths and of corrections in the period that was last looked at.
    let mut open: (Option<(Date, Date)>, [Option<usize>; 2]) = (None, [None, None]);
    let mut last_day: Option<Date> = None;
    for stretch in stretches {
        let period = period_of(stretch.from, flow);
        let apart = last_day.is_none_or(|last| stretch.from > last);
        last_day = last_day.max(Some(stretch.to));
        if period_of(stretch.to, flow) != period || !apart {
            bars.push(stretch);
            continue;
        }
        if open.0 != Some(period) {
            open = (Some(period), [None, None]);
        }
        let sign = usize::from(stretch.number < 0);
        if let Some(bar) = open.1[sign].and_then(|index| bars.get_mut(index)) {
            bar.to = stretch.to;
            bar.number = bar.number.saturating_add(stretch.number);
            bar.stated = bar.stated.zip(stretch.stated).map(|(bar, stretch)| bar + stretch);
            bar.inexact |= stretch.inexact;
            bar.reported &= stretch.reported;
            bar.report = stretch.report;
        } else {
            open.1[sign] = Some(bars.len());
            bars.push(stretch);
        }
    }
    bars
}

/// The first and the last day of the day, week or month of `flow` that holds `day`.
#[must_use]
pub fn period_of(day: Date, flow: Flow) -> (Date, Date) {
    match flow {
        Flow::SoFar | Flow::PerDay => (day, day),
        Flow::PerWeek => {
            let since_monday = i64::from(day.weekday().to_monday_zero_offset());
            let monday = day.checked_sub(since_monday.days()).unwrap_or(day);
            (monday, monday.checked_add(6.days()).unwrap_or(day))
        }
        Flow::PerMonth => (day.first_of_month(), day.last_of_month()),
    }
}

/// No toll comes near the largest number.
fn number(stated: Stated) -> Option<i64> {
    stated.number().map(|number| i64::try_from(number).unwrap_or(i64::MAX))
}

fn inexact(stated: Stated) -> bool {
    stated.qualifier() != Qualifier::Exact
}
