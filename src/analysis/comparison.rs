//! The ticked events side by side: what stands for each, what other sources say, and how it compares with the baseline.

use super::left_out::{LeftOut, reason};
use super::{
    Library, Multiple, OpenEvent, Order, Question, SourceTotal, Standing, Unit, known_events, multiple, standing,
};
use crate::model::{Basis, EventEnd, Quantity, When};
use jiff::civil::Date;

/// The days by which a toll is divided, or why there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// From the event's start to the date of the count or the event's end, whichever is earlier; both included.
    Known(i32),
    /// The start is not known to the day.
    NoStart,
    /// The count's date is not known to the day.
    NoDate,
    /// The count is older than the event.
    BeforeStart,
}

/// Whether an event was over at the date of its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It was over.
    Ended,
    /// It went on.
    Unfinished,
    /// Its end or the count's date is not known.
    Unknown,
}

/// One event in the comparison.
#[derive(Clone, Debug)]
pub struct ComparisonRow<'a> {
    /// The event.
    pub event: OpenEvent<'a>,
    /// What stands for it, and what other sources say.
    pub standing: Standing<'a>,
    /// How it stands to the baseline.
    pub multiple: Multiple,
    /// The days of the count that stands.
    pub days: Days,
    /// Whether the event was over when that was counted.
    pub progress: Progress,
}

impl ComparisonRow<'_> {
    /// The number that the axis shows for a source's total, in the unit asked for.
    #[must_use]
    pub fn value(&self, total: &SourceTotal, unit: Unit) -> Option<Quantity> {
        let per = divisor(unit, days(&self.event, total))?;
        Quantity::of(total.stated())?.over(Quantity::exact(per))
    }

    /// What a source's total is divided by to be ranked in `unit`, as a whole number: rates keep their order whatever the
    /// common factor. `None` where a rate cannot be formed.
    #[must_use]
    pub(super) fn whole_divisor(&self, total: &SourceTotal, unit: Unit) -> Option<u64> {
        match unit {
            Unit::Total => Some(1),
            Unit::PerDay => match days(&self.event, total) {
                Days::Known(days) => u64::try_from(days).ok().filter(|days| *days > 0),
                Days::NoStart | Days::NoDate | Days::BeforeStart => None,
            },
        }
    }
}

/// What numbers are divided by in a unit; `None` where a rate cannot be formed.
#[must_use]
pub fn divisor(unit: Unit, days: Days) -> Option<f64> {
    match (unit, days) {
        (Unit::Total, _) => Some(1.0),
        (Unit::PerDay, Days::Known(days)) => Some(f64::from(days)),
        (Unit::PerDay, Days::NoStart | Days::NoDate | Days::BeforeStart) => None,
    }
}

/// The ticked events in the order asked for.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// One row per ticked event that has any figure for the measure.
    pub rows: Vec<ComparisonRow<'a>>,
    /// The baseline's row, ticked or not, where it is open and has a total.
    pub baseline: Option<ComparisonRow<'a>>,
    /// Ticked events without any figure that answers the question, and why.
    pub without: Vec<LeftOut<'a>>,
}

/// Compares the ticked events.
#[must_use]
pub fn compare<'a>(library: Library<'a>, question: &Question) -> Comparison<'a> {
    let row = |event: OpenEvent<'a>, multiple| {
        let standing = standing(library, question, event);
        let total = standing.total();
        let days = total.map_or(Days::NoDate, |total| days(&event, total));
        let progress = total.map_or(Progress::Unknown, |total| progress(&event, total));
        ComparisonRow { event, standing, multiple, days, progress }
    };
    let baseline = question.baseline.as_ref().and_then(|key| library.event(key));
    let baseline = baseline.map(|event| row(event, Multiple::Baseline)).filter(|row| row.standing.chosen.is_some());
    let (mut rows, mut without) = (Vec::new(), Vec::new());
    for event in known_events(library, question) {
        let mut row = row(event, Multiple::None);
        if row.standing.totals.is_empty() {
            without.push(LeftOut { event, reason: reason(question, event) });
            continue;
        }
        row.multiple = baseline.as_ref().map_or(Multiple::None, |baseline| times(&row, baseline, question.unit));
        rows.push(row);
    }
    sort(&mut rows, question);
    Comparison { rows, baseline, without }
}

fn times(row: &ComparisonRow, baseline: &ComparisonRow, unit: Unit) -> Multiple {
    if row.event.key() == baseline.event.key() {
        return Multiple::Baseline;
    }
    let rates = divisor(unit, row.days).zip(divisor(unit, baseline.days));
    match (row.standing.total(), baseline.standing.total(), rates) {
        (Some(this), Some(that), Some((per, baseline_per))) => multiple((this, per), (that, baseline_per)),
        _ => Multiple::None,
    }
}

fn sort(rows: &mut [ComparisonRow], question: &Question) {
    match question.order {
        Order::Date => rows.sort_by_key(|row| std::cmp::Reverse(first_day(row))),
        Order::Toll => rows.sort_by(|a, b| toll(b, question).total_cmp(&toll(a, question))),
    }
}

fn first_day(row: &ComparisonRow) -> Option<Date> {
    row.event.event.start.map(When::first_day)
}

fn toll(row: &ComparisonRow, question: &Question) -> f64 {
    let value = row.standing.total().and_then(|total| row.value(total, question.unit));
    value.map_or(-1.0, |value| value.stated)
}

fn days(event: &OpenEvent, total: &SourceTotal) -> Days {
    if total.report.basis == Basis::Incremental {
        return total.period_days.map_or(Days::NoDate, Days::Known);
    }
    let Some(start) = event.event.start.and_then(When::single_day) else { return Days::NoStart };
    let end = match event.event.end {
        EventEnd::On(end) => end.single_day(),
        EventEnd::Ongoing | EventEnd::Unknown => None,
    };
    let Some(when) = total.when() else { return Days::NoDate };
    // A count of a date that is not known to the day may still be known to be later than the event's end.
    let last = match (when.single_day(), end) {
        (_, Some(end)) if when.first_day() >= end => end,
        (Some(day), Some(end)) => day.min(end),
        (Some(day), None) => day,
        (None, _) => return Days::NoDate,
    };
    if last < start { Days::BeforeStart } else { Days::Known((last - start).get_days() + 1) }
}

fn progress(event: &OpenEvent, total: &SourceTotal) -> Progress {
    match (event.event.end, total.when()) {
        (EventEnd::Ongoing, _) => Progress::Unfinished,
        (EventEnd::On(end), Some(when)) if when.last_day() < end.first_day() => Progress::Unfinished,
        (EventEnd::On(end), Some(when)) if when.first_day() >= end.last_day() => Progress::Ended,
        _ => Progress::Unknown,
    }
}
