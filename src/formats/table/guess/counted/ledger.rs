//! The arithmetic between columns: sums, subsets, repeats, running totals.

use super::super::look::share;
use super::candidates::Candidate;
use std::iter::Sum;

/// The numbers of a column, row by row.
pub(in super::super) type Numbers<'n> = &'n [Option<f64>];

/// On how many rows something holds, of how many on which it could be looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Holds {
    pub rows: usize,
    pub of: usize,
}

impl Holds {
    fn add(&mut self, holds: bool) {
        self.of += 1;
        self.rows += usize::from(holds);
    }

    /// The share of rows.
    pub fn share(self) -> f64 {
        share(self.rows, self.of)
    }
}

impl Sum for Holds {
    fn sum<I: Iterator<Item = Self>>(holds: I) -> Self {
        holds.fold(Self::default(), |all, holds| Self { rows: all.rows + holds.rows, of: all.of + holds.of })
    }
}

/// Rows on which two columns have the same number, of those on which both have one.
pub(in super::super) fn equal(a: Numbers, b: Numbers) -> Holds {
    let mut holds = Holds::default();
    for (a, b) in a.iter().zip(b) {
        if let (Some(a), Some(b)) = (a, b) {
            holds.add((a - b).abs() < 0.5);
        }
    }
    holds
}

/// Rows on which `inner` is not above the sum of `outer`. A row whose outer numbers are all blank cannot hold what `inner`
/// has there.
pub(in super::super) fn inside(inner: Numbers, outer: &[Numbers]) -> Holds {
    let mut holds = Holds::default();
    for (row, inner) in inner.iter().enumerate() {
        let Some(inner) = inner else { continue };
        let whole: Vec<f64> = outer.iter().filter_map(|outer| outer.get(row).copied().flatten()).collect();
        holds.add(*inner <= whole.iter().sum::<f64>() + 1e-9);
    }
    holds
}

/// Rows on which `parts` add up to `total`, of those that have a total and any part; other parts may be blank.
pub(in super::super) fn closes(parts: &[Numbers], total: Numbers) -> Holds {
    let mut holds = Holds::default();
    for (row, total) in total.iter().enumerate() {
        let Some(total) = total else { continue };
        let known: Vec<f64> = parts.iter().filter_map(|part| part.get(row).copied().flatten()).collect();
        if !known.is_empty() {
            holds.add((known.iter().sum::<f64>() - total).abs() < 0.5);
        }
    }
    holds
}

/// The largest set of columns that adds up to `total` on nearly all rows, by places in `parts`.
pub(in super::super) fn adding_up<'c, 'l: 'c>(
    parts: impl IntoIterator<Item = &'c Candidate<'l>>,
    total: Numbers,
) -> Option<(Vec<usize>, Holds)> {
    let numbers: Vec<Numbers> = parts.into_iter().map(|candidate| &*candidate.seen.numbers).collect();
    closing(&numbers, total, 0.95)
}

/// The largest set of columns that adds up to `total` on at least `least` of the rows, by places in `parts`. Each of them
/// has to be needed: on some row it has a number above 0.
pub(in super::super) fn closing(parts: &[Numbers], total: Numbers, least: f64) -> Option<(Vec<usize>, Holds)> {
    let useful: Vec<usize> =
        parts.iter().enumerate().filter(|(_, part)| is_needed(part, total)).map(|(at, _)| at).collect();
    let take = |set: &[usize]| -> Vec<Numbers> { set.iter().filter_map(|at| parts.get(*at).copied()).collect() };
    let holds = |set: &[usize]| closes(&take(set), total);
    let enough = |set: &[usize], holds: Holds| {
        set.len() >= 2 && holds.of >= 3 && holds.share() >= least && is_told_apart(&take(set), total)
    };
    let all = holds(&useful);
    if enough(&useful, all) {
        return Some((useful, all));
    }
    // More columns than this have more sets than can be tried.
    if useful.len() > 10 {
        return None;
    }
    let mut best: Option<(Vec<usize>, Holds)> = None;
    for mask in 1_u32..(1 << useful.len()) {
        let set: Vec<usize> =
            useful.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, at)| *at).collect();
        if set.len() < 2 || best.as_ref().is_some_and(|(known, _)| known.len() >= set.len()) {
            continue;
        }
        let found = holds(&set);
        if enough(&set, found) {
            best = Some((set, found));
        }
    }
    best
}

fn is_needed(part: Numbers, total: Numbers) -> bool {
    part.iter().zip(total).any(|(part, total)| total.is_some() && part.is_some_and(|part| part > 0.0))
}

/// Whether the sum says more than that one of the parts repeats the total: at least two rows have two parts above 0, or
/// different parts make up the total on different rows.
fn is_told_apart(parts: &[Numbers], total: Numbers) -> bool {
    let rows = 0..total.len();
    let above = |row: usize| {
        parts.iter().filter(|part| part.get(row).copied().flatten().is_some_and(|part| part > 0.0)).count()
    };
    rows.filter(|row| above(*row) >= 2).take(2).count() == 2
        || parts.iter().filter(|part| equal(part, total).share() > 0.1).count() >= 2 && total.len() >= 8
}

/// Rows on which `so_far` is what it was on the row before plus the row's `new`. Rows are in the order of `order`.
pub(in super::super) fn running(new: Numbers, so_far: Numbers, order: &[usize]) -> Holds {
    let mut holds = Holds::default();
    let mut before: Option<f64> = None;
    for row in order {
        let (new, now) = (new.get(*row).copied().flatten(), so_far.get(*row).copied().flatten());
        if let (Some(before), Some(new), Some(now)) = (before, new, now) {
            holds.add((before + new - now).abs() < 0.5_f64);
        }
        before = now;
    }
    holds
}

/// How series go from one number to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Steps {
    /// On how many steps they do not fall.
    pub holds: Holds,
    /// On how many they rise.
    pub rises: usize,
}

impl Sum for Steps {
    fn sum<I: Iterator<Item = Self>>(steps: I) -> Self {
        steps.fold(Self::default(), |all, steps| Self {
            holds: [all.holds, steps.holds].into_iter().sum(),
            rises: all.rises + steps.rises,
        })
    }
}

/// The steps of a series.
pub(in super::super) fn steps(numbers: Numbers, order: &[usize]) -> Steps {
    let known: Vec<f64> = order.iter().filter_map(|row| numbers.get(*row).copied().flatten()).collect();
    let mut steps = Steps::default();
    for (before, now) in known.iter().zip(known.iter().skip(1)) {
        steps.holds.add(now >= before);
        steps.rises += usize::from(now > before);
    }
    steps
}
