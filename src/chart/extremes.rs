//! The smallest and the largest number of any stretch of a long series, in time that hardly grows with its length: what a
//! chart of a million points needs in every frame, so that thinning it out loses no extreme.

use std::ops::Range;

/// How many points, and how many groups of a level, make one group of the level above.
const GROUP: usize = 8;

/// The smallest and the largest number of a stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extreme {
    /// The smallest.
    pub low: f64,
    /// The largest.
    pub high: f64,
}

impl Extreme {
    /// Of no numbers at all.
    const NONE: Self = Self { low: f64::INFINITY, high: f64::NEG_INFINITY };

    fn with(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

/// The extremes of groups of points, of groups of groups, and so on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extremes {
    levels: Vec<Vec<Extreme>>,
}

impl Extremes {
    /// Of all numbers, each with its own low and high end.
    #[must_use]
    pub fn of(numbers: impl Iterator<Item = Extreme>) -> Self {
        let mut levels = vec![numbers.collect::<Vec<_>>()];
        while let Some(below) = levels.last().filter(|level| level.len() > GROUP) {
            let above = below.chunks(GROUP).map(|group| group.iter().copied().fold(Extreme::NONE, Extreme::with));
            let above = above.collect();
            levels.push(above);
        }
        Self { levels }
    }

    /// Of the numbers from index `from` to before `to`; `None` where there are none.
    #[must_use]
    pub fn between(&self, from: usize, to: usize) -> Option<Extreme> {
        let mut found = Extreme::NONE;
        self.stretches(from, to, |level, stretch| {
            found = self.levels[level][stretch].iter().copied().fold(found, Extreme::with);
        });
        (found.low <= found.high).then_some(found)
    }

    /// The index of the largest number from index `from` to before `to`.
    #[must_use]
    pub fn highest(&self, from: usize, to: usize) -> Option<usize> {
        self.best(from, to, |extreme| extreme.high)
    }

    /// The index of the smallest number from index `from` to before `to`.
    #[must_use]
    pub fn lowest(&self, from: usize, to: usize) -> Option<usize> {
        self.best(from, to, |extreme| -extreme.low)
    }

    /// An index with the largest `value`.
    #[expect(clippy::float_cmp, reason = "a group's number is that of one of its members")]
    fn best(&self, from: usize, to: usize, value: impl Fn(&Extreme) -> f64) -> Option<usize> {
        let mut best: Option<(f64, usize, usize)> = None;
        self.stretches(from, to, |level, stretch| {
            for index in stretch {
                let value = value(&self.levels[level][index]);
                if best.is_none_or(|(most, ..)| value > most) {
                    best = Some((value, level, index));
                }
            }
        });
        let (most, level, index) = best?;
        (0..level).rev().try_fold(index, |index, below| {
            let group = index * GROUP..((index + 1) * GROUP).min(self.levels[below].len());
            group.into_iter().find(|index| value(&self.levels[below][*index]) == most)
        })
    }

    /// Calls `look` with stretches of the levels that hold all numbers from index `from` to before `to`, as few as may be.
    fn stretches(&self, from: usize, to: usize, mut look: impl FnMut(usize, Range<usize>)) {
        let (mut from, mut to) = (from, to.min(self.levels.first().map_or(0, Vec::len)));
        for level in 0..self.levels.len() {
            if from >= to {
                return;
            }
            // Whole groups are left to the level above.
            let (first_whole, last_whole) = (from.next_multiple_of(GROUP), to / GROUP * GROUP);
            if first_whole >= last_whole || level + 1 == self.levels.len() {
                look(level, from..to);
                return;
            }
            look(level, from..first_whole);
            look(level, last_whole..to);
            (from, to) = (first_whole / GROUP, last_whole / GROUP);
        }
    }
}
