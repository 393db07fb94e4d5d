//! A group's reports as points: each date once, and what happened between two of them.

use super::gather::Entry;
use super::{Point, Step};
use crate::analysis::Days;
use crate::analysis::standing::period_days;
use crate::model::ledger::{Decline, decline};
use crate::model::{Basis, Count, Event, Stated, When};
use indexmap::IndexMap;
use jiff::civil::Date;

/// A period with the report that stands for it.
#[derive(Clone, Copy)]
pub(super) struct Period {
    /// Its first and its last day; `None` where the report does not say.
    pub(super) days: Option<(Date, Date)>,
    /// How many days it covers, where that is known to the day.
    covered: Days,
    pub(super) stated: Stated,
    pub(super) report: usize,
    repeats: usize,
}

/// The totals so far, each date once.
pub(super) fn cumulative(event: &Event, entries: &[Entry]) -> Vec<Point> {
    let mut points = dated(event, entries, |entry| Some(entry.count.stated));
    mark_steps(&mut points);
    points
}

/// What was under investigation, each date once. It may fall, so no step is marked.
pub(super) fn pending(event: &Event, entries: &[Entry]) -> Vec<Point> {
    let stated = |count: &Count| count.pending.as_ref().map(|pending| pending.stated);
    dated(event, entries, |entry| stated(entry.count))
}

/// One point for each date that has a number: the latest of its reports.
pub(super) fn dated(event: &Event, entries: &[Entry], number: impl Fn(&Entry) -> Option<Stated>) -> Vec<Point> {
    let all: Vec<Point> = entries
        .iter()
        .filter_map(|entry| {
            let (when, stated) = (entry.when?, number(entry)?);
            stated.number()?;
            let (from, to) = (when.first_day(), when.last_day());
            let held = if entry.report.basis == Basis::Incremental { when.end() } else { when };
            let days = Days::until(event, Some(held));
            Some(Point { from, to, summed_from: None, stated, days, report: entry.index, repeats: 0, step: Step::Rise })
        })
        .collect();
    let mut points: Vec<Point> = Vec::with_capacity(all.len());
    // Entries are in the order of their last days.
    for same_end in all.chunk_by(|a, b| a.to == b.to) {
        let mut latest: IndexMap<Date, Point> = IndexMap::new();
        for point in same_end {
            // Taken out first, so that a date has the place of its latest report.
            latest.shift_remove(&point.from);
            latest.insert(point.from, *point);
        }
        for point in same_end {
            if let Some(standing) = latest.get_mut(&point.from)
                && standing.report != point.report
                && standing.stated == point.stated
            {
                standing.repeats += 1;
            }
        }
        points.extend(latest.into_values());
    }
    if let Some(first) = points.first_mut() {
        first.step = Step::First;
    }
    points
}

/// One period for each span of days, with the number that `number` takes: the latest of its reports.
pub(super) fn distinct_periods(entries: &[Entry], number: impl Fn(&Entry) -> Option<Stated>) -> Vec<Period> {
    let days = |entry: &Entry| entry.when.map(|when: When| (when.first_day(), when.last_day()));
    let mut periods: IndexMap<Option<(Date, Date)>, Period> = IndexMap::new();
    for entry in entries {
        let (days, stated) = (days(entry), number(entry).unwrap_or_default());
        let covered = period_days(entry.report);
        periods.insert(days, Period { days, covered, stated, report: entry.index, repeats: 0 });
    }
    for entry in entries {
        if let Some(period) = periods.get_mut(&days(entry))
            && period.report != entry.index
            && number(entry).unwrap_or_default() == period.stated
        {
            period.repeats += 1;
        }
    }
    periods.into_values().collect()
}

/// Whether two periods, the later one of which ends last, share a day.
pub(super) fn overlap(earlier: &Period, later: &Period) -> bool {
    matches!((earlier.days, later.days), (Some((_, last)), Some((first, _))) if first <= last)
}

/// The sum of the periods so far at the last day of each. Nothing can be summed from the first overlap on, since days in
/// two periods would count twice; a period without a number makes what follows a lower bound.
pub(super) fn running_sums(periods: &[Period]) -> Vec<Point> {
    let mut points = Vec::with_capacity(periods.len());
    let mut sum: Option<Stated> = None;
    let mut covered: Option<Days> = None;
    for (index, period) in periods.iter().enumerate() {
        if index > 0 && overlap(&periods[index - 1], period) {
            break;
        }
        let stated = sum.map_or(period.stated, |sum| sum + period.stated);
        sum = Some(stated);
        let before = index.checked_sub(1).and_then(|before| periods.get(before)?.days);
        covered = Some(match (covered, before, period.days) {
            (Some(covered), Some((_, last)), Some((next, _))) => covered.and(period.covered, last, next),
            (Some(_), ..) => Days::NoDate,
            (None, ..) => period.covered,
        });
        if let (Some((first, end)), Some(_), Some(_)) = (period.days, period.stated.number(), stated.number()) {
            let (report, repeats) = (period.report, period.repeats);
            let days = covered.unwrap_or(Days::NoDate);
            let summed_from = Some(first);
            points.push(Point { from: end, to: end, summed_from, stated, days, report, repeats, step: Step::Rise });
        }
    }
    // The last one is the toll, which is said as the comparison says it; on the way there the line stays where it is.
    if let [_, .., last] = points.as_mut_slice() {
        last.stated = last.stated.rounded();
    }
    mark_steps(&mut points);
    points
}

/// A jump is more than one in so many of all that were counted in the end.
const LEAST_JUMP: u64 = 20;

fn mark_steps(points: &mut [Point]) {
    let highest = points.iter().filter_map(|point| point.stated.number()).max().unwrap_or(0);
    // The doubling of a handful in the first days is no event of its own.
    let mut largest_rise = highest / LEAST_JUMP;
    let mut before: Option<Point> = None;
    for point in points {
        point.step = before.map_or(Step::First, |before| step(&before, point, largest_rise));
        largest_rise = largest_rise.max(before.map_or(0, |before| rise(&before, point)));
        before = Some(*point);
    }
}

fn rise(before: &Point, now: &Point) -> u64 {
    let number = |point: &Point| point.stated.number().unwrap_or(0);
    number(now).saturating_sub(number(before))
}

fn step(before: &Point, now: &Point, largest_rise: u64) -> Step {
    match decline(before.stated, now.stated) {
        Some(Decline::Fall) => Step::Fall,
        Some(Decline::Reset) => Step::Reset,
        None if jumped(before, now) && rise(before, now) > largest_rise => Step::Jump,
        None => Step::Rise,
    }
}

/// Whether a count more than doubled from one day to the next: its lowest number now against its highest before.
fn jumped(before: &Point, now: &Point) -> bool {
    // A sum grows by what a period counted: that many died then, which is no change of a count.
    let is_day = |point: &Point| point.from == point.to && point.summed_from.is_none();
    let next_day = before.to.tomorrow().is_ok_and(|day| day == now.from);
    let (Some(old), Some(new)) = (before.stated.highest(), now.stated.lowest()) else { return false };
    is_day(before) && is_day(now) && next_day && old > 0 && new > old.saturating_mul(2)
}
