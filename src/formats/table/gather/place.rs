//! Where the numbers of a row go. Rows of the same event, source, date and categories add to the same cells, which are
//! looked up for the first of them only.

use super::dates::Dated;
use super::period::{self, Period};
use super::plan::Plan;
use super::tally::{CellKey, Counts, Kind, MOST_KEYS, NONE, ReportKey, Span};
use super::target::Target;
use crate::model::Relation;
use foldhash::HashMap;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Ids {
    pub(super) event: u32,
    pub(super) source: u32,
    pub(super) measure: u32,
    /// The way to its innermost category; 0 for none.
    pub(super) path: u32,
    /// The time of day, or the day of the report.
    pub(super) minutes: u16,
}

/// More dates and categories than this are not kept beside their periods.
const MOST_RECENT: usize = 4_096;

/// The places of one target's numbers.
#[derive(Clone, Default)]
pub(super) struct Places {
    /// Where a place begins, by what rows say, without a look at which period that is: the number of their ids and the mark
    /// of their date. Looked at for every row, so it must be small.
    recent: HashMap<(u32, [u32; 2]), u32>,
    numbers: HashMap<Ids, u32>,
    /// The last row's ids and their number.
    last: Option<(Ids, u32)>,
    known: HashMap<(Ids, Period), usize>,
    /// The cells of all places, one place after the other.
    cells: Vec<u32>,
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
    /// The place of `target`, the one with `index`, for rows with `ids` and a date; `way` leads to their categories.
    #[inline(always)]
    pub(super) fn find(
        &mut self,
        plan: &Plan,
        (index, target): (usize, &Target),
        (ids, dated, way): (Ids, &Dated, &[u32]),
        counts: &mut Counts,
    ) -> Place<'_> {
        let number = match self.last {
            Some((last, number)) if last == ids => number,
            _ => self.number(ids),
        };
        let start = match self.recent.get(&(number, dated.mark)) {
            Some(start) => *start as usize,
            None => self.start(plan, (index, target), (ids, dated, way), counts),
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

    /// The number of ids that are not those of the row before.
    fn number(&mut self, ids: Ids) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(NONE);
        let number = *self.numbers.entry(ids).or_insert(next);
        self.last = Some((ids, number));
        number
    }

    /// Where a place begins of which it is not known; the event is seen on that date.
    fn start(
        &mut self,
        plan: &Plan,
        (index, target): (usize, &Target),
        (ids, dated, way): (Ids, &Dated, &[u32]),
        counts: &mut Counts,
    ) -> usize {
        // What is forgotten is found again.
        if self.recent.len() >= MOST_RECENT {
            self.recent.clear();
        }
        if self.known.len() >= MOST_KEYS {
            *self = Self::default();
        }
        let is_cumulative = plan.is_cumulative(target);
        let when = dated.when();
        let period = match when {
            None => Period::default(),
            Some(when) if is_cumulative => Period::of(when.end()).at(ids.minutes),
            // Of several reports of one day the last one stands, and none is added to it.
            Some(when) if when.to.is_none() && Period::of(when).at(ids.minutes).is_of_report() => {
                Period::of(when).at(ids.minutes)
            }
            Some(when) => period::period(when, plan.periods()),
        };
        if let (false, Some(when)) = (is_cumulative, when) {
            counts.see(ids.event, Span { first: when.from, last: when.to.unwrap_or(when.from) });
        }
        let number = self.number(ids);
        let Self { known, cells: all, recent, .. } = self;
        let start = *known.entry((ids, period)).or_insert_with(|| {
            let start = all.len();
            all.extend(cells(plan, (index, target), (ids, period, way), counts));
            start
        });
        recent.insert((number, dated.mark), u32::try_from(start).unwrap_or(NONE));
        start
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
