//! Where the numbers of a row go. Rows of the same event, source, date and categories add to the same cells, which are
//! looked up for the first of them only.

use super::fast::FastMap;
use super::period::{self, Period};
use super::plan::{Plan, Target};
use super::tally::{CellKey, Counts, Kind, MOST_KEYS, NONE, ReportKey};
use crate::model::{Relation, When};

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Ids {
    pub(super) event: u32,
    pub(super) source: u32,
    pub(super) measure: u32,
    /// The way to its innermost category; 0 for none.
    pub(super) path: u32,
    /// The time of day.
    pub(super) minutes: u16,
}

/// The places of one target's numbers.
#[derive(Clone, Default)]
pub(super) struct Places {
    known: FastMap<(Ids, Period), usize>,
    /// The cells of all places, one place after the other.
    cells: Vec<u32>,
    /// The last place: where it begins.
    last: Option<(Ids, Option<When>, usize)>,
}

/// The numbers that all rows of one place add to: where they stand in [`Counts`].
pub(super) struct Place<'p> {
    /// How many rows the source names for the event.
    pub(super) rows: u32,
    pub(super) pending: u32,
    /// The total of all, then those on the way to the innermost category.
    pub(super) totals: &'p [u32],
    pub(super) parts: &'p [u32],
}

impl Places {
    /// The place of `target`, the one with `index`, for rows with `ids` and `when`; `way` leads to their categories.
    #[inline]
    pub(super) fn find(
        &mut self,
        plan: &Plan,
        (index, target): (usize, &Target),
        (ids, when, way): (&Ids, &Option<When>, &[u32]),
        counts: &mut Counts,
    ) -> Place<'_> {
        let start = match &self.last {
            Some((known, date, start)) if known == ids && date == when => *start,
            _ => {
                let (ids, when) = (*ids, *when);
                let period = match when {
                    None => Period::default(),
                    Some(when) if plan.is_cumulative(target) => Period::of(when.end()).at(ids.minutes),
                    Some(when) => period::period(when, plan.periods()),
                };
                let start = self.start(ids, period, || cells(plan, (index, target), (ids, period, way), counts));
                self.last = Some((ids, when, start));
                start
            }
        };
        let parts = start + 3 + way.len();
        let at = |place: usize| self.cells.get(place).copied().unwrap_or(NONE);
        Place {
            rows: at(start),
            pending: at(start + 1),
            totals: self.cells.get(start + 2..parts).unwrap_or_default(),
            parts: self.cells.get(parts..parts + target.parts.len()).unwrap_or_default(),
        }
    }

    fn start(&mut self, ids: Ids, period: Period, cells: impl FnOnce() -> Vec<u32>) -> usize {
        // What is forgotten is found again.
        if self.known.len() >= MOST_KEYS {
            *self = Self::default();
        }
        let Self { known, cells: all, .. } = self;
        *known.entry((ids, period)).or_insert_with(|| {
            let start = all.len();
            all.extend(cells());
            start
        })
    }
}

/// The cells of a place, in the order in which they are taken apart again.
fn cells(
    plan: &Plan,
    (index, target): (usize, &Target),
    (ids, period, way): (Ids, Period, &[u32]),
    counts: &mut Counts,
) -> Vec<u32> {
    let Ids { event, source, measure, path, .. } = ids;
    let report = counts.report(ReportKey { event, source, is_cumulative: plan.is_cumulative(target), period });
    let target_number = u32::try_from(index).unwrap_or(NONE);
    let key = CellKey { report, target: target_number, measure, path: 0, kind: Kind::Total };
    let mut cells = vec![counts.row_cell(event, source)];
    cells.push(if target.pending.is_some() { counts.cell(CellKey { kind: Kind::Pending, ..key }) } else { NONE });
    cells.push(counts.cell(key));
    cells.extend(way.iter().map(|path| counts.cell(CellKey { path: *path, ..key })));
    for (place, (relation, ..)) in target.parts.iter().enumerate() {
        let kind = Kind::Part(u32::try_from(place).unwrap_or(NONE));
        // Parts beside the split's would be added to them; what lies inside may stand beside.
        let path = if *relation == Relation::Part { path } else { 0 };
        cells.push(counts.cell(CellKey { path, kind, ..key }));
    }
    cells
}
