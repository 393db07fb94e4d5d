//! The counts of one report: totals with their parts, what was filled in, and what was only carried along.

use super::build::{Cells, Named};
use super::plan::Plan;
use super::sum::Sum;
use super::tally::{CellKey, Kind, NONE, ReportKey};
use crate::model::{Count, Id, Relation, Stated, When};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// Who fills gaps: tables name nobody.
const PUBLISHER: &str = "publisher";

/// Categories that are written as 0 where a period has none of them, at most: a table with more is too fine for sums.
const MOST_ZEROS: usize = 1_000_000;

/// One number's place in all reports of its kind.
type Series = (u32, bool, CellKey);

/// Makes counts, report by report in the order of time.
pub(super) struct Counted<'p> {
    plan: &'p Plan<'p>,
    names: &'p Named,
    /// What a column itself stated last.
    last: HashMap<Series, (Stated, Option<When>)>,
    /// Numbers that at least one report states.
    stated: HashSet<Series>,
    /// The categories that any period has, by source, target and measure.
    of_periods: HashMap<(u32, u32, u32), Vec<(u32, Kind)>>,
}

impl<'p> Counted<'p> {
    pub(super) fn new(reports: &[(ReportKey, Cells)], plan: &'p Plan, names: &'p Named) -> Self {
        let mut counted =
            Self { plan, names, last: HashMap::new(), stated: HashSet::new(), of_periods: HashMap::new() };
        let mut seen: HashSet<Series> = HashSet::new();
        let mut periods: HashMap<(u32, u32, u32), usize> = HashMap::new();
        for (report, cells) in reports {
            for (key, sum) in cells {
                let series = series(*report, *key);
                if !sum.is_unknown() {
                    counted.stated.insert(series);
                }
                let of_periods = (report.source, key.target, key.measure);
                if !report.is_cumulative && key.path == 0 && key.kind == Kind::Total {
                    *periods.entry(of_periods).or_default() += 1;
                }
                if !report.is_cumulative && key.path != 0 && seen.insert(series) {
                    counted.of_periods.entry(of_periods).or_default().push((key.path, key.kind));
                }
            }
        }
        counted.of_periods.retain(|key, all| {
            all.sort_unstable();
            all.len().saturating_mul(periods.get(key).copied().unwrap_or_default()) <= MOST_ZEROS
        });
        counted
    }

    /// The counts of a report by measure; empty where it states nothing.
    pub(super) fn counts(&mut self, report: ReportKey, when: Option<When>, cells: &Cells) -> IndexMap<Id, Count> {
        let mut counts = IndexMap::new();
        for cells in cells.chunk_by(|(a, _), (b, _)| (a.target, a.measure) == (b.target, b.measure)) {
            let Some(measure) = cells.first().and_then(|(key, _)| self.names.measure(*key)) else { continue };
            let count = self.count(report, when, cells);
            // A count so far that is not stated says nothing: the one before it stands.
            let says_nothing = count.stated == Stated::Unknown && count.pending.is_none() && !has_parts(&count);
            if !(says_nothing && report.is_cumulative && when.is_some()) {
                counts.entry(measure.clone()).or_insert(count);
            }
        }
        counts
    }

    fn count(&mut self, report: ReportKey, when: Option<When>, cells: &[(CellKey, Sum)]) -> Count {
        let mut all: IndexMap<(u32, Kind), Sum> = cells.iter().map(|(key, sum)| ((key.path, key.kind), *sum)).collect();
        let Some((key, total)) = cells.first() else { return Count::default() };
        // Rows of other periods name these categories: in this one there are none of them.
        let is_known = !total.is_unknown();
        let missing = self.of_periods.get(&(report.source, key.target, key.measure));
        for place in missing.into_iter().flatten().filter(|_| is_known && !report.is_cumulative) {
            all.entry(*place).or_insert_with(|| Sum::of(Stated::Exact(0), false));
        }
        all.sort_unstable_keys();
        let mut made: IndexMap<u32, Count> = IndexMap::new();
        for ((path, kind), sum) in &all {
            let key = CellKey { path: *path, kind: *kind, ..*key };
            let number = self.number(report, when, key, *sum);
            let is_stated = self.stated.contains(&series(report, key));
            let is_left_out = number.stated == Stated::Unknown && (report.is_cumulative || !is_stated);
            match kind {
                Kind::Total if is_left_out && *path != 0 => {}
                Kind::Total => {
                    made.insert(*path, number);
                }
                _ if is_left_out => {}
                Kind::Pending => made.entry(*path).or_default().pending = Some(Box::new(number)),
                Kind::Part(place) => self.add_part(made.entry(*path).or_default(), key.target, *place, number),
            }
        }
        self.nest(made)
    }

    fn add_part(&self, count: &mut Count, target: u32, place: u32, part: Count) {
        let target = usize::try_from(target).ok().and_then(|target| self.plan.targets.get(target));
        let rule = target.and_then(|target| target.parts.get(usize::try_from(place).ok()?));
        let Some((relation, category, _)) = rule else { return };
        let Some(id) = self.names.of_rules.get(*category) else { return };
        let parts = match relation {
            Relation::Part => &mut count.parts,
            Relation::OfWhich => &mut count.of_which,
            Relation::Unclear => &mut count.unclear,
        };
        parts.insert(id.clone(), part);
    }

    /// Puts each category's count into the one that holds it, from the innermost out.
    fn nest(&self, mut made: IndexMap<u32, Count>) -> Count {
        let mut paths: Vec<u32> = made.keys().copied().filter(|path| *path != 0).collect();
        // A way has a higher number than the way up from it, and of its like the one listed last goes first.
        paths.sort_unstable_by_key(|path| std::cmp::Reverse(*path));
        let mut inner: HashMap<u32, Vec<(usize, Id, Count)>> = HashMap::new();
        let mut finish = |path: u32, inner: &mut HashMap<u32, Vec<(usize, Id, Count)>>| {
            let mut count = made.swap_remove(&path).unwrap_or_default();
            let mut parts = inner.remove(&path).unwrap_or_default();
            parts.sort_by_key(|(place, _, _)| *place);
            count.parts.extend(parts.into_iter().map(|(_, id, part)| (id, part)));
            count
        };
        for path in paths {
            let count = finish(path, &mut inner);
            if let Some((up, (place, id))) = self.names.step(path) {
                inner.entry(up).or_default().push((*place, id.clone(), count));
            }
        }
        finish(0, &mut inner)
    }

    /// One number, and whether the publisher only carried it along since it was last stated.
    fn number(&mut self, report: ReportKey, when: Option<When>, key: CellKey, sum: Sum) -> Count {
        let mut count = Count::new(sum.stated());
        let series = series(report, key);
        // What nobody is named for can only have been carried along from what anybody stated.
        let of_anybody = (NONE, series.1, series.2);
        if sum.is_filled() {
            count.filled_by = Some(PUBLISHER.to_owned());
            let last = self.last.get(&series).filter(|(stated, _)| report.is_cumulative && *stated == count.stated);
            count.as_of = last.and_then(|(_, when)| *when);
        } else if !sum.is_unknown() {
            self.last.insert(series, (count.stated, when));
            self.last.insert(of_anybody, (count.stated, when));
        }
        count
    }
}

fn series(report: ReportKey, key: CellKey) -> Series {
    (report.source, report.is_cumulative, CellKey { report: 0, ..key })
}

fn has_parts(count: &Count) -> bool {
    count.children().any(|(_, _, part)| part.stated != Stated::Unknown || has_parts(part))
}
