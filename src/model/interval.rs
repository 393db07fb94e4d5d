//! Interval arithmetic on non-negative numbers, and the sign with which a result is printed.
//!
//! The rules are those of closed and half-open intervals: sums add the ends, ratios divide the low end by the other's
//! high end and the high end by the other's low end. `tests/model.rs` checks them against brute force.

/// All numbers that a count or a result may be. Both ends are at least 0; the high end may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The smallest number, or the number above which it lies.
    pub low: f64,
    /// Whether `low` itself is excluded.
    pub low_open: bool,
    /// The largest number, the number below which it lies, or infinity.
    pub high: f64,
    /// Whether `high` itself is excluded; always so where it is infinite.
    pub high_open: bool,
}

impl Interval {
    /// Just `n`.
    #[must_use]
    pub fn point(n: f64) -> Self {
        Self { low: n, low_open: false, high: n, high_open: false }
    }

    /// `n` or more.
    #[must_use]
    pub fn at_least(n: f64) -> Self {
        Self { low: n, low_open: false, high: f64::INFINITY, high_open: true }
    }

    /// More than `n`.
    #[must_use]
    pub fn more_than(n: f64) -> Self {
        Self { low_open: true, ..Self::at_least(n) }
    }

    /// From 0 to `n`.
    #[must_use]
    pub fn up_to(n: f64) -> Self {
        Self::between(0.0, n)
    }

    /// From `low` to `high`.
    #[must_use]
    pub fn between(low: f64, high: f64) -> Self {
        Self { low, low_open: false, high, high_open: false }
    }

    /// Whether it is one number.
    #[must_use]
    pub fn is_point(self) -> bool {
        self.low >= self.high
    }

    /// Whether `n` may be meant.
    #[must_use]
    pub fn contains(self, n: f64) -> bool {
        let above = if self.low_open { n > self.low } else { n >= self.low };
        let below = if self.high_open { n < self.high } else { n <= self.high };
        above && below
    }

    /// Whether some number may be meant by both.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let reaches = |a: Self, b: Self| a.low < b.high || (a.low <= b.high && !a.low_open && !b.high_open);
        reaches(self, other) && reaches(other, self)
    }

    /// Every sum of a number of each.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            low_open: self.low_open || other.low_open,
            high: self.high + other.high,
            high_open: self.high_open || other.high_open,
        }
    }

    /// Every quotient of a number of each, leaving out divisions by zero; `None` where the divisor is zero for certain.
    #[must_use]
    pub fn over(self, divisor: Self) -> Option<Self> {
        if divisor.high <= 0.0 {
            return None;
        }
        let (low, low_open) = if self.low <= 0.0 {
            (0.0, self.low_open)
        } else {
            (self.low / divisor.high, self.low_open || divisor.high_open)
        };
        let (high, high_open) = if self.high <= 0.0 {
            (0.0, false)
        } else if divisor.low <= 0.0 {
            (f64::INFINITY, true)
        } else {
            (self.high / divisor.low, self.high_open || divisor.low_open)
        };
        Some(Self { low, low_open, high, high_open: high_open || high.is_infinite() })
    }
}

/// The sign that a number carries in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// No sign: as stated.
    AsStated,
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    UpTo,
    /// <
    LessThan,
    /// Two ends: `200–225`.
    Between,
    /// No finite bound is left: "as stated, not bounded".
    Unbounded,
}

/// A number as stated, together with everything it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The number that results from the numbers as stated.
    pub stated: f64,
    /// What it may be.
    pub interval: Interval,
    /// Whether an "about" went into it.
    pub approximate: bool,
}

impl Quantity {
    /// The quantity of a stated count; `None` where it has no number.
    #[must_use]
    pub fn of(count: super::Stated) -> Option<Self> {
        Some(Self {
            stated: super::stated::to_f64(count.number()?),
            interval: count.interval()?,
            approximate: matches!(count, super::Stated::About(_)),
        })
    }

    /// A plain number.
    #[must_use]
    pub fn exact(n: f64) -> Self {
        Self { stated: n, interval: Interval::point(n), approximate: false }
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            stated: self.stated + other.stated,
            interval: self.interval.plus(other.interval),
            approximate: self.approximate || other.approximate,
        }
    }

    /// The ratio; `None` where the divisor is stated as zero.
    #[must_use]
    pub fn over(self, divisor: Self) -> Option<Self> {
        if divisor.stated <= 0.0 {
            return None;
        }
        Some(Self {
            stated: self.stated / divisor.stated,
            interval: self.interval.over(divisor.interval)?,
            approximate: self.approximate || divisor.approximate,
        })
    }

    /// The sign that goes before it; "about" is said by `approximate`.
    #[must_use]
    pub fn sign(self) -> Sign {
        let Interval { low, low_open, high, high_open } = self.interval;
        match (low > 0.0, high.is_finite()) {
            _ if self.interval.is_point() => Sign::AsStated,
            (true, true) => Sign::Between,
            (true, false) if low_open => Sign::MoreThan,
            (true, false) => Sign::AtLeast,
            (false, true) if high_open => Sign::LessThan,
            (false, true) => Sign::UpTo,
            (false, false) => Sign::Unbounded,
        }
    }
}
