//! What the rows of a table add up to, by event, source, period and category: small however many rows there are, and the
//! same however they are split among threads.

use super::period::Period;
use super::sum::Sum;
use crate::model::PartialDate;
use foldhash::HashMap;
use foldhash::fast::RandomState;
use indexmap::{IndexMap, IndexSet};

/// More events, sources, dates and categories than this have no use in a chart, and might not fit into memory.
pub(super) const MOST_KEYS: usize = 200_000;

/// A tally of more numbers than this is merged before it grows on.
const MANY_CELLS: usize = 32_768;

/// Nobody and nothing: no source, no measure of the row's own, no category.
pub(super) const NONE: u32 = u32::MAX;

/// Texts as numbers, with where each appeared first.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Names(IndexMap<Box<str>, Appeared, RandomState>);

/// Where a name appeared first: the line of the file, and how many names were known before it.
type Appeared = (u64, u32);

impl Names {
    /// The number of a name that stands in `line`.
    pub(super) fn number(&mut self, name: &str, line: u64) -> u32 {
        let index = self.0.get_index_of(name).unwrap_or_else(|| {
            let before = u32::try_from(self.0.len()).unwrap_or(NONE);
            self.0.insert_full(name.into(), (line, before)).0
        });
        u32::try_from(index).unwrap_or(NONE)
    }

    pub(super) fn name(&self, number: u32) -> Option<&str> {
        Some(self.0.get_index(usize::try_from(number).ok()?)?.0)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(|name| &**name)
    }

    /// The numbers that the names of `other` have here.
    fn take_in(&mut self, other: &Self) -> Vec<u32> {
        let mut numbers = Vec::with_capacity(other.len());
        for (name, appeared) in &other.0 {
            let entry = self.0.entry(name.clone());
            numbers.push(u32::try_from(entry.index()).unwrap_or(NONE));
            let first = entry.or_insert(*appeared);
            *first = (*first).min(*appeared);
        }
        numbers
    }

    /// The same by first appearance.
    fn in_order(&self) -> Self {
        let mut names = self.clone();
        names.0.sort_by_key(|_, appeared| *appeared);
        names
    }
}

/// One report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ReportKey {
    pub(super) event: u32,
    pub(super) source: u32,
    pub(super) is_cumulative: bool,
    pub(super) period: Period,
}

/// What a number is to its measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Total,
    Pending,
    /// A rule's part, by its place among the target's.
    Part(u32),
}

/// One number of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct CellKey {
    pub(super) report: u32,
    pub(super) target: u32,
    pub(super) measure: u32,
    /// Which categories, from the outermost in; 0 for all.
    pub(super) path: u32,
    pub(super) kind: Kind,
}

/// The first and last day that an event's rows name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) first: PartialDate,
    pub(super) last: PartialDate,
}

impl Span {
    fn add(&mut self, other: Self) {
        // Of two that begin or end on one day the more precise one stays, whichever comes first.
        let starts = |date: PartialDate| (date.first_day(), std::cmp::Reverse(date.precision));
        let ends = |date: PartialDate| (date.last_day(), date.precision);
        if starts(other.first) < starts(self.first) {
            self.first = other.first;
        }
        if ends(other.last) > ends(self.last) {
            self.last = other.last;
        }
    }
}

/// The tally itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    pub(super) events: Names,
    pub(super) sources: Names,
    pub(super) measures: Names,
    /// The categories of all splits.
    pub(super) categories: Names,
    /// Ways from the outermost category in: the way up and the category at its end. The root is not in it.
    pub(super) paths: IndexSet<(u32, u32), RandomState>,
    pub(super) reports: IndexMap<ReportKey, (), RandomState>,
    pub(super) cells: IndexMap<CellKey, Sum, RandomState>,
    pub(super) spans: HashMap<u32, Span>,
    /// How many rows name a source for an event.
    pub(super) rows: IndexMap<(u32, u32), u64, RandomState>,
    /// How many rows the recipe does not keep.
    pub(super) not_kept: u64,
    /// How many rows reach over more than one period.
    pub(super) across: u64,
}

impl Counts {
    /// The number of a report.
    pub(super) fn report(&mut self, key: ReportKey) -> u32 {
        let index = self.reports.get_index_of(&key).unwrap_or_else(|| self.reports.insert_full(key, ()).0);
        u32::try_from(index).unwrap_or(NONE)
    }

    /// The number of the way to `category` below `up`.
    pub(super) fn path(&mut self, up: u32, category: u32) -> u32 {
        let step = (up, category);
        let index = self.paths.get_index_of(&step).unwrap_or_else(|| self.paths.insert_full(step).0);
        u32::try_from(index + 1).unwrap_or(NONE)
    }

    /// The categories on a way, the outermost first.
    pub(super) fn steps(&self, path: u32) -> Vec<u32> {
        let mut steps = Vec::new();
        let mut path = path;
        while let Some((up, category)) =
            path.checked_sub(1).and_then(|at| self.paths.get_index(usize::try_from(at).ok()?))
        {
            steps.push(*category);
            path = *up;
        }
        steps.reverse();
        steps
    }

    /// The number of a cell, to which nothing may have been added yet.
    pub(super) fn cell(&mut self, key: CellKey) -> u32 {
        let entry = self.cells.entry(key);
        let index = entry.index();
        entry.or_default();
        u32::try_from(index).unwrap_or(NONE)
    }

    /// The number of the cell that counts the rows in which a source names an event.
    pub(super) fn row_cell(&mut self, event: u32, source: u32) -> u32 {
        let entry = self.rows.entry((event, source));
        let index = entry.index();
        entry.or_default();
        u32::try_from(index).unwrap_or(NONE)
    }

    /// Adds one row's whole numbers to a cell.
    #[inline]
    pub(super) fn add(&mut self, cell: u32, ends: [u64; 3], is_range: bool) {
        if let Some(sum) = self.sum(cell) {
            sum.add(ends, is_range);
        }
    }

    /// Adds anything else to a cell.
    pub(super) fn add_sum(&mut self, cell: u32, more: Sum) {
        if let Some(sum) = self.sum(cell) {
            sum.merge(more);
        }
    }

    #[inline]
    fn sum(&mut self, cell: u32) -> Option<&mut Sum> {
        Some(self.cells.get_index_mut(usize::try_from(cell).ok()?)?.1)
    }

    /// Counts a row.
    #[inline]
    pub(super) fn count_row(&mut self, cell: u32) {
        if let Some((_, rows)) = usize::try_from(cell).ok().and_then(|index| self.rows.get_index_mut(index)) {
            *rows += 1;
        }
    }

    pub(super) fn see(&mut self, event: u32, span: Span) {
        self.spans.entry(event).and_modify(|known| known.add(span)).or_insert(span);
    }

    /// Whether there are more different things than can be shown.
    pub(super) fn is_full(&self) -> bool {
        let most = self.reports.len().max(self.events.len()).max(self.paths.len()).max(self.sources.len());
        most > MOST_KEYS || self.measures.len() > MOST_KEYS || self.cells.len() > MOST_KEYS * 10
    }

    /// Whether it is better merged than added to.
    pub(super) fn is_large(&self) -> bool {
        self.cells.len() > MANY_CELLS || self.reports.len().max(self.events.len()) > MANY_CELLS
    }

    /// The same with all names in the order of their first appearance.
    pub(super) fn in_order(self) -> Self {
        let names = [&self.events, &self.sources, &self.measures, &self.categories].map(Names::in_order);
        let [events, sources, measures, categories] = names;
        let mut ordered = Self { events, sources, measures, categories, ..Self::default() };
        ordered.merge(&self, None, None);
        ordered
    }

    /// Adds what other rows gave; `events` and `paths` say where theirs lead to, where not to those of the same names.
    pub(super) fn merge(&mut self, other: &Self, events: Option<&[u32]>, paths: Option<&[u32]>) {
        let events = events.map_or_else(|| self.events.take_in(&other.events), <[u32]>::to_vec);
        let sources = self.sources.take_in(&other.sources);
        let measures = self.measures.take_in(&other.measures);
        let paths = paths.map_or_else(|| self.take_in_paths(other), <[u32]>::to_vec);
        let mut reports = Vec::with_capacity(other.reports.len());
        for key in other.reports.keys() {
            let (event, source) = (to(&events, key.event), to(&sources, key.source));
            reports.push(self.report(ReportKey { event, source, ..*key }));
        }
        for (key, sum) in &other.cells {
            let (report, measure) = (to(&reports, key.report), to(&measures, key.measure));
            let cell = self.cell(CellKey { report, measure, path: to(&paths, key.path), ..*key });
            self.add_sum(cell, *sum);
        }
        for (event, span) in &other.spans {
            self.see(to(&events, *event), *span);
        }
        for ((event, source), rows) in &other.rows {
            *self.rows.entry((to(&events, *event), to(&sources, *source))).or_default() += rows;
        }
        self.not_kept += other.not_kept;
        self.across += other.across;
    }

    fn take_in_paths(&mut self, other: &Self) -> Vec<u32> {
        let categories = self.categories.take_in(&other.categories);
        let mut paths = vec![0];
        for (up, category) in &other.paths {
            let up = to(&paths, *up);
            paths.push(self.path(up, to(&categories, *category)));
        }
        paths
    }
}

fn to(map: &[u32], number: u32) -> u32 {
    usize::try_from(number).ok().and_then(|index| map.get(index).copied()).unwrap_or(NONE)
}
