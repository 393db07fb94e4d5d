//! A long series at several resolutions of time, made once: a frame reads a few neighbouring numbers for each column of
//! pixels, whatever the length of the series. Thinned in this way it loses no extreme.

/// How many buckets of one level make one of the next.
const STEP: usize = 4;
/// How many buckets a column has at the least, so that none of them lies far from it.
const IN_COLUMN: f64 = 4.0;
/// Shorter series are read point by point.
const SHORT: usize = 2_000;

/// What happens in a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// The smallest number.
    pub low: f32,
    /// The largest number.
    pub high: f32,
    /// The last number.
    pub last: f32,
}

impl Bucket {
    const EMPTY: Self = Self { low: f32::INFINITY, high: f32::NEG_INFINITY, last: 0.0 };

    fn is_empty(self) -> bool {
        self.low > self.high
    }

    fn then(self, later: Self) -> Self {
        if later.is_empty() {
            return self;
        }
        Self { low: self.low.min(later.low), high: self.high.max(later.high), last: later.last }
    }
}

/// A series in buckets of time, and these in larger ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    start: f64,
    /// How many days a bucket of the first level covers.
    width: f64,
    levels: Vec<Vec<Bucket>>,
}

impl Overview {
    /// Of `count` points by their days: each with its lowest, highest and own number. Empty where they are few.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "buckets are counted from zero")]
    #[must_use]
    pub fn of(count: usize, point: impl Fn(usize) -> (f64, [f64; 3])) -> Self {
        if count < SHORT {
            return Self::default();
        }
        let (start, end) = (point(0).0, point(count - 1).0);
        // A little wider, so that the last point lies in the last bucket.
        let width = ((end - start) / count as f64).max(f64::MIN_POSITIVE) * (1.0 + 1e-9);
        let mut first = vec![Bucket::EMPTY; count];
        for index in 0..count {
            let (day, [low, high, last]) = point(index);
            let bucket = &mut first[(((day - start) / width) as usize).min(count - 1)];
            *bucket = bucket.then(Bucket { low: low as f32, high: high as f32, last: last as f32 });
        }
        let mut levels = vec![first];
        while let Some(below) = levels.last().filter(|level| level.len() > STEP) {
            let above = below.chunks(STEP).map(|group| group.iter().copied().fold(Bucket::EMPTY, Bucket::then));
            let above = above.collect();
            levels.push(above);
        }
        Self { start, width, levels }
    }

    /// The view in columns of `per` days from `from` on, `count` of them: the index of each that holds anything, and what.
    /// `None` where buckets are too wide for that.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "buckets are counted from zero")]
    #[must_use]
    pub fn columns(&self, from: f64, per: f64, count: usize) -> Option<impl Iterator<Item = (usize, Bucket)> + '_> {
        let factor = |level: usize| (STEP as f64).powi(i32::try_from(level).unwrap_or(0));
        let level = (0..self.levels.len()).rfind(|level| self.width * factor(*level) * IN_COLUMN <= per)?;
        let (buckets, width) = (&self.levels[level], self.width * factor(level));
        let place = move |column: usize| {
            let at = (from + per * column as f64 - self.start) / width;
            // What is in view in part belongs to the first or the last column.
            let at = if column == 0 {
                at.floor()
            } else if column == count {
                at.ceil()
            } else {
                at.round()
            };
            (at.max(0.0) as usize).min(buckets.len())
        };
        let column = move |column: usize| {
            let held = &buckets[place(column)..place(column + 1)];
            let held = held.iter().copied().fold(Bucket::EMPTY, Bucket::then);
            (!held.is_empty()).then_some((column, held))
        };
        Some((0..count).filter_map(column))
    }
}
