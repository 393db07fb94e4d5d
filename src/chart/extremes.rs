//! The smallest and the largest number of any stretch of a long series, in time that hardly grows with its length: what a
//! chart of a million points needs in every frame, so that thinning it out loses no extreme.

/// How many points, and how many groups of a level, make one group of the level above.
const GROUP: usize = 32;

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
        let (mut from, mut to) = (from, to.min(self.levels.first().map_or(0, Vec::len)));
        if from >= to {
            return None;
        }
        let mut found = Extreme::NONE;
        for level in &self.levels {
            // Whole groups are left to the level above.
            let (first_whole, last_whole) = (from.next_multiple_of(GROUP), to / GROUP * GROUP);
            if first_whole >= last_whole {
                return Some(level[from..to].iter().copied().fold(found, Extreme::with));
            }
            let edges = level[from..first_whole].iter().chain(&level[last_whole..to]);
            found = edges.copied().fold(found, Extreme::with);
            (from, to) = (first_whole / GROUP, last_whole / GROUP);
        }
        Some(found)
    }
}
