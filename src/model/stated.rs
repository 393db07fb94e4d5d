//! The number of a count as a source stated it, with its qualifier.

use super::Interval;

/// What a source stated, before any arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Stated {
    /// Nothing: the number is not known, which is not zero.
    #[default]
    Unknown,
    /// The number without a qualifier ("as stated"; the source need not be exact).
    Exact(u64),
    /// At least this many.
    AtLeast(u64),
    /// More than this many.
    MoreThan(u64),
    /// About this many.
    About(u64),
    /// Up to this many.
    UpTo(u64),
    /// Two or three of low, best and high.
    Range {
        /// The lowest plausible number.
        low: Option<u64>,
        /// The number the source holds most likely.
        best: Option<u64>,
        /// The highest plausible number.
        high: Option<u64>,
    },
}

/// The word that goes with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// No number.
    Unknown,
    /// As stated.
    Exact,
    /// At least.
    AtLeast,
    /// More than.
    MoreThan,
    /// About.
    About,
    /// Up to.
    UpTo,
    /// A range.
    Range,
}

impl Qualifier {
    /// The qualifier's name in files and in `describe`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::About => "about",
            Self::UpTo => "up_to",
            Self::Range => "range",
        }
    }
}

impl Stated {
    /// The qualifier of this number.
    #[must_use]
    pub fn qualifier(self) -> Qualifier {
        match self {
            Self::Unknown => Qualifier::Unknown,
            Self::Exact(_) => Qualifier::Exact,
            Self::AtLeast(_) => Qualifier::AtLeast,
            Self::MoreThan(_) => Qualifier::MoreThan,
            Self::About(_) => Qualifier::About,
            Self::UpTo(_) => Qualifier::UpTo,
            Self::Range { .. } => Qualifier::Range,
        }
    }

    /// The number that orders rows and against which parts close: best, else the number stated, else low, else high.
    #[must_use]
    pub fn number(self) -> Option<u64> {
        match self {
            Self::Unknown => None,
            Self::Exact(n) | Self::AtLeast(n) | Self::MoreThan(n) | Self::About(n) | Self::UpTo(n) => Some(n),
            Self::Range { low, best, high } => best.or(low).or(high),
        }
    }

    /// The smallest whole number that it can be: one above "more than", 0 for "up to" and for a range without low.
    #[must_use]
    pub fn lowest(self) -> Option<u64> {
        match self {
            Self::UpTo(_) | Self::Range { low: None, .. } => Some(0),
            Self::MoreThan(n) => n.checked_add(1),
            Self::Range { low, best, high } => [low, best, high].into_iter().flatten().min(),
            other => other.number(),
        }
    }

    /// The largest number that it states: the high end of a range, and the number itself where it is open upwards.
    #[must_use]
    pub fn highest(self) -> Option<u64> {
        match self {
            Self::Range { low, best, high } => [low, best, high].into_iter().flatten().max(),
            other => other.number(),
        }
    }

    /// The numbers that the count may be; a range out of order is taken from its smallest to its largest number, and one
    /// without low or high is open at that end.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        match self {
            Self::Unknown => None,
            Self::Exact(n) | Self::About(n) => Some(Interval::point(to_f64(n))),
            Self::AtLeast(n) => Some(Interval::at_least(to_f64(n))),
            Self::MoreThan(n) => Some(Interval::more_than(to_f64(n))),
            Self::UpTo(n) => Some(Interval::up_to(to_f64(n))),
            Self::Range { low, best, high } => {
                let stated = [low, best, high];
                let smallest = stated.into_iter().flatten().min()?;
                let largest = stated.into_iter().flatten().max()?;
                Some(match (low, high) {
                    (Some(_), Some(_)) => Interval::between(to_f64(smallest), to_f64(largest)),
                    (Some(_), None) => Interval::at_least(to_f64(smallest)),
                    (None, _) => Interval::up_to(to_f64(largest)),
                })
            }
        }
    }
}

/// Counts beyond 2^53 lose their last digits here; no toll comes near.
pub(crate) fn to_f64(n: u64) -> f64 {
    n as f64
}

/// The sum of two stated numbers with the qualifier that results: a missing period makes the sum a lower bound.
impl std::ops::Add for Stated {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        use Stated::{About, AtLeast, Exact, MoreThan, Range, Unknown, UpTo};
        let number = |stated: Self| stated.number().unwrap_or(0);
        let sum = number(self).saturating_add(number(other));
        let any = |wanted: Qualifier| self.qualifier() == wanted || other.qualifier() == wanted;
        match (self, other) {
            (Unknown, Unknown) => Unknown,
            (Exact(_), Exact(_)) => Exact(sum),
            (UpTo(_), UpTo(_)) => UpTo(sum),
            (Exact(_) | About(_), Exact(_) | About(_)) => About(sum),
            _ if any(Qualifier::Range) || any(Qualifier::UpTo) => {
                let (a, b) = (self.ends(), other.ends());
                let add = |a: Option<u64>, b: Option<u64>| Some(a?.saturating_add(b?));
                match (add(a.0, b.0), add(a.1, b.1), add(a.2, b.2)) {
                    (Some(low), None, None) => AtLeast(low),
                    // Low of one and high of the other: nothing is known of both together.
                    (None, None, None) => Unknown,
                    (low, best, high) => Range { low, best, high },
                }
            }
            _ if any(Qualifier::MoreThan) => MoreThan(sum),
            _ => AtLeast(sum),
        }
    }
}

impl Stated {
    /// The number as the columns low, best and high: "at least" and "more than" fill low, "up to" high, "as stated" and
    /// "about" best.
    #[must_use]
    pub fn columns(self) -> [Option<u64>; 3] {
        match self {
            Self::Unknown => [None; 3],
            Self::Exact(n) | Self::About(n) => [None, Some(n), None],
            Self::AtLeast(n) | Self::MoreThan(n) => [Some(n), None, None],
            Self::UpTo(n) => [None, None, Some(n)],
            Self::Range { low, best, high } => [low, best, high],
        }
    }

    /// The sum of several; `None` of none.
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut all = all.into_iter();
        let first = all.next()?;
        Some(all.next().map_or(first, |second| all.fold(first + second, |sum, next| sum + next).rounded()))
    }

    /// What comes from "about" as it is said, with two significant digits. A sum is rounded once, when nothing more is added
    /// to it: small numbers beside large ones would be lost else.
    #[must_use]
    pub fn rounded(self) -> Self {
        let Self::About(n) = self else { return self };
        let unit = 10_u64.pow(n.checked_ilog10().unwrap_or_default().saturating_sub(1));
        Self::About(n.saturating_add(unit / 2) / unit * unit)
    }

    /// The step to which it is stated: that of the last non-zero digit of "about 1,500", else 1.
    pub(super) fn unit(self) -> u64 {
        let Self::About(n) = self else { return 1 };
        let mut unit = 1_u64;
        while n > 0 && n.is_multiple_of(unit.saturating_mul(10)) {
            unit = unit.saturating_mul(10);
        }
        unit
    }

    /// What it may mean when two are compared: "about" covers what rounds to it, up, down or to the nearest, at its last
    /// non-zero digit.
    pub(super) fn spread(self) -> Option<Interval> {
        let Self::About(n) = self else { return self.interval() };
        let [n, unit] = [n, self.unit()].map(to_f64);
        Some(Interval::between((n - unit).max(0.0), n + unit))
    }

    /// The smallest, the stated and the largest number that it may be, for sums.
    fn ends(self) -> (Option<u64>, Option<u64>, Option<u64>) {
        match self {
            Self::Unknown => (Some(0), None, None),
            Self::Exact(n) | Self::About(n) => (Some(n), Some(n), Some(n)),
            Self::AtLeast(n) | Self::MoreThan(n) => (Some(n), None, None),
            Self::UpTo(n) => (Some(0), None, Some(n)),
            Self::Range { low, best, high } => (low, best, high),
        }
    }
}
