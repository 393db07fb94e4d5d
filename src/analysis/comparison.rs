//! The ticked events side by side: what stands for each, what other sources say, and how it compares with the baseline.

use super::left_out::{Dropped, reason, unticked};
use super::{
    Days, Library, Multiple, OpenEvent, Order, Question, SourceTotal, Standing, Unformed, Unit, Yardstick,
    known_events, multiple, rate_divisor, standing,
};
use crate::model::{EventEnd, Quantity, Stated, When};
use jiff::civil::Date;

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
    /// The number that the axis shows for a source's total, or why there is none.
    ///
    /// # Errors
    /// Why the total has no number in the unit.
    pub fn value(&self, total: &SourceTotal, yardstick: Yardstick) -> Result<Quantity, Unformed> {
        let stands = self.standing.total().is_some_and(|standing| standing.index == total.index);
        if yardstick.unit() == Unit::Multiple && self.multiple == Multiple::Baseline && stands {
            // Whatever it is, it is once itself.
            return total.stated().number().map(|_| Quantity::exact(1.0)).ok_or(Unformed::BaselineWithoutNumber);
        }
        yardstick.value(self.event.event, total.stated(), Days::of(self.event.event, total))
    }

    /// What a source's total is divided by to be ranked in `unit`, as a whole number: rates keep their order whatever the
    /// common factor, shares that of their totals. `None` where a rate cannot be formed.
    #[must_use]
    pub(super) fn whole_divisor(&self, total: &SourceTotal, unit: Unit) -> Option<u64> {
        match unit {
            Unit::Total | Unit::Multiple | Unit::Share => Some(1),
            Unit::PerMillion => self.event.event.population.as_ref().map(|it| it.value).filter(|value| *value > 0),
            Unit::PerDay => match Days::of(self.event.event, total) {
                Days::Known(days) => u64::try_from(days).ok().filter(|days| *days > 0),
                Days::NoStart | Days::NoEnd | Days::NoDate | Days::BeforeStart | Days::Gaps => None,
            },
        }
    }
}

/// The ticked events in the order asked for.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// One row per ticked event that has any figure for the measure.
    pub rows: Vec<ComparisonRow<'a>>,
    /// The baseline's row, ticked or not, where it is open and has a total.
    pub baseline: Option<ComparisonRow<'a>>,
    /// Events that are ticked, or were unticked to compare like with like, without any figure that answers the question,
    /// and why.
    pub without: Vec<Dropped<'a>>,
    /// What turns counts into the numbers of the axis.
    pub yardstick: Yardstick,
}

/// Compares the ticked events.
#[must_use]
pub fn compare<'a>(library: Library<'a>, question: &Question) -> Comparison<'a> {
    let row = |event: OpenEvent<'a>, multiple| {
        let standing = standing(library, question, event);
        let total = standing.total();
        let days = total.map_or(Days::NoDate, |total| Days::of(event.event, total));
        let progress = total.map_or(Progress::Unknown, |total| progress(&event, total));
        ComparisonRow { event, standing, multiple, days, progress }
    };
    let baseline = question.baseline.as_ref().and_then(|key| library.event(key));
    let baseline = baseline.map(|event| row(event, Multiple::Baseline)).filter(|row| row.standing.chosen.is_some());
    let (mut rows, mut without) = (Vec::new(), Vec::new());
    for event in known_events(library, question) {
        let mut row = row(event, Multiple::None);
        if row.standing.totals.is_empty() {
            without.push(Dropped { event, reason: reason(question, event) });
            continue;
        }
        row.multiple = baseline.as_ref().map_or(Multiple::None, |baseline| times(&row, baseline, question.unit));
        rows.push(row);
    }
    without.extend(unticked(library, question));
    let baseline_total = baseline.as_ref().and_then(|row| row.standing.total()).map(SourceTotal::stated);
    let asked = question.baseline.as_ref().map(|_| baseline_total.unwrap_or(Stated::Unknown));
    let yardstick = Yardstick::new(question.unit, asked);
    sort(&mut rows, question, yardstick);
    Comparison { rows, baseline, without, yardstick }
}

fn times(row: &ComparisonRow, baseline: &ComparisonRow, unit: Unit) -> Multiple {
    if row.event.key() == baseline.event.key() {
        return Multiple::Baseline;
    }
    let rate = |row: &ComparisonRow| rate_divisor(unit, row.event.event, row.days).ok();
    let rates = rate(row).zip(rate(baseline));
    match (row.standing.total(), baseline.standing.total(), rates) {
        (Some(this), Some(that), Some((per, baseline_per))) => multiple((this, per), (that, baseline_per)),
        _ => Multiple::None,
    }
}

fn sort(rows: &mut [ComparisonRow], question: &Question, yardstick: Yardstick) {
    match question.order {
        Order::Date => rows.sort_by_key(|row| std::cmp::Reverse(first_day(row))),
        Order::Toll => rows.sort_by(|a, b| toll(b, yardstick).total_cmp(&toll(a, yardstick))),
    }
}

fn first_day(row: &ComparisonRow) -> Option<Date> {
    row.event.event.start.map(When::first_day)
}

/// What orders a row: its number in the unit; for shares the total, as shares of different tolls have no order.
fn toll(row: &ComparisonRow, yardstick: Yardstick) -> f64 {
    let yardstick = if yardstick.unit() == Unit::Share { Yardstick::new(Unit::Total, None) } else { yardstick };
    let value = row.standing.total().and_then(|total| row.value(total, yardstick).ok());
    value.map_or(-1.0, |value| value.stated)
}

pub(super) fn progress(event: &OpenEvent, total: &SourceTotal) -> Progress {
    match (event.event.end, total.when()) {
        (EventEnd::Ongoing, _) => Progress::Unfinished,
        (EventEnd::On(end), Some(when)) if when.last_day() < end.first_day() => Progress::Unfinished,
        (EventEnd::On(end), Some(when)) if when.first_day() >= end.last_day() => Progress::Ended,
        _ => Progress::Unknown,
    }
}
