//! A spread in the unit of an axis: each source's own number divided by its own days or inhabitants, and only then the
//! lowest and the highest, since the lowest toll need not be the lowest rate.

use super::spread::ends;
use super::{ComparisonRow, Days, Multiple, Spread, Unformed, Unit, Yardstick};
use crate::model::{Interval, Quantity, Stated};

/// One end of a spread in a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueEnd {
    /// Whose number it is: an index into the standing's totals.
    pub total: usize,
    /// The number of people with the qualifier that it is stated with.
    pub stated: Stated,
    /// The same in the unit.
    pub value: Quantity,
}

/// A spread in a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadValues {
    /// The sources with a number in the unit: indices into the standing's totals.
    pub totals: Vec<usize>,
    /// The lowest.
    pub low: ValueEnd,
    /// The highest.
    pub high: ValueEnd,
    /// The highest by the lowest, as stated; `None` where the lowest is zero.
    pub factor: Option<Quantity>,
    /// Sources of the spread without a number in the unit.
    pub unformed: Vec<(usize, Unformed)>,
}

impl SpreadValues {
    /// Whether there is anything between its ends.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.totals.len() < 2
    }
}

/// A spread in a unit; `None` where none of its sources has a number there.
#[must_use]
pub fn spread_values(spread: &Spread, row: &ComparisonRow, yardstick: Yardstick) -> Option<SpreadValues> {
    let (mut found, mut unformed) = (Vec::new(), Vec::new());
    for index in &spread.totals {
        let Some(total) = row.standing.totals.get(*index) else { continue };
        let is_baseline = row.multiple == Multiple::Baseline && row.standing.chosen.is_some_and(|it| it.0 == *index);
        let days = Days::of(row.event.event, total);
        for (_, stated) in ends(&total.count).into_iter().flatten() {
            let value = if is_baseline && yardstick.unit() == Unit::Multiple {
                row.value(total, yardstick)
            } else {
                yardstick.value(row.event.event, stated, days)
            };
            match value {
                Ok(value) => found.push(ValueEnd { total: *index, stated, value }),
                Err(reason) if unformed.last() != Some(&(*index, reason)) => unformed.push((*index, reason)),
                Err(_) => {}
            }
        }
    }
    let low = found.iter().copied().reduce(|a, b| if b.value.stated < a.value.stated { b } else { a })?;
    let high = found.iter().copied().reduce(|a, b| if b.value.stated > a.value.stated { b } else { a })?;
    let plain = |end: &ValueEnd| Quantity { interval: Interval::point(end.value.stated), ..end.value };
    let factor = plain(&high).over(plain(&low));
    let mut totals: Vec<usize> = found.iter().map(|end| end.total).collect();
    totals.dedup();
    Some(SpreadValues { totals, low, high, factor, unformed })
}
