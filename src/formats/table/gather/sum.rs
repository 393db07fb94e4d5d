//! Numbers added up without losing what is known of them. Merging is the same in any order, which adding qualified numbers
//! one by one is not: "about" would be rounded at each step.

use crate::model::Stated;

const EXACT: u8 = 1;
const AT_LEAST: u8 = 2;
const ABOUT: u8 = 4;
const UP_TO: u8 = 8;
const RANGE: u8 = 16;
const FILLED: u8 = 32;
const FEWER_KNOWN: u8 = 64;
const MORE_THAN: u8 = 128;
const KNOWN: u8 = EXACT | AT_LEAST | ABOUT | UP_TO | RANGE | MORE_THAN;

/// The sum of what several rows state. A sum beyond 64 bits stays at the largest number, and says "at least".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Sum {
    /// Rows that state whole numbers for low, best and high, as nearly all do.
    plain: u32,
    /// The others.
    rows: u32,
    /// Those of the others that state low, best and high.
    known: [u32; 3],
    sums: [u64; 3],
    /// What corrections take away from each of them.
    minus: u64,
    flags: u8,
}

impl Sum {
    /// What one row states.
    pub(super) fn of(stated: Stated, is_filled: bool) -> Self {
        let (flag, numbers) = match stated {
            Stated::Unknown => (FEWER_KNOWN, [None; 3]),
            Stated::Exact(n) => (EXACT, [Some(n); 3]),
            Stated::About(n) => (ABOUT, [Some(n); 3]),
            Stated::AtLeast(n) => (AT_LEAST, [Some(n), None, None]),
            Stated::MoreThan(n) => (MORE_THAN, [Some(n), None, None]),
            Stated::UpTo(n) => (UP_TO, [None, None, Some(n)]),
            Stated::Range { low, best, high } => (RANGE, [low, best, high]),
        };
        Self {
            plain: 0,
            rows: 1,
            known: numbers.map(|number| u32::from(number.is_some())),
            sums: numbers.map(Option::unwrap_or_default),
            minus: 0,
            flags: flag | if is_filled { FILLED } else { 0 },
        }
    }

    /// With a correction: a number below zero, which is taken away.
    pub(super) fn less(self, minus: u64) -> Self {
        Self { minus, ..self }
    }

    /// Adds one row that states a whole number for low, best and high: the same for each unless they are a range.
    #[inline]
    pub(super) fn add(&mut self, [low, best, high]: [u64; 3], is_range: bool) {
        self.plain = self.plain.saturating_add(1);
        let [lows, bests, highs] = self.sums;
        self.sums = [lows.saturating_add(low), bests.saturating_add(best), highs.saturating_add(high)];
        self.flags |= if is_range { RANGE } else { EXACT };
    }

    /// Adds what other rows state.
    pub(super) fn merge(&mut self, other: Self) {
        self.plain = self.plain.saturating_add(other.plain);
        self.rows = self.rows.saturating_add(other.rows);
        for (known, more) in self.known.iter_mut().zip(other.known) {
            *known = known.saturating_add(more);
        }
        for (sum, more) in self.sums.iter_mut().zip(other.sums) {
            *sum = sum.saturating_add(more);
        }
        self.minus = self.minus.saturating_add(other.minus);
        self.flags |= other.flags;
    }

    /// Whether no row states anything.
    pub(super) fn is_unknown(self) -> bool {
        self.flags & KNOWN == 0
    }

    /// Whether the publisher has filled in at least one of the numbers.
    pub(super) fn is_filled(self) -> bool {
        self.flags & FILLED != 0
    }

    /// The sum with the qualifier that results; of a single row exactly what it states. What corrections make less than
    /// nothing is unknown.
    pub(super) fn stated(self) -> Stated {
        let [low, best, high] = self.sums;
        let rows = self.rows.saturating_add(self.plain);
        let known = self.known.map(|known| known.saturating_add(self.plain));
        if self.minus > 0 {
            let less = |sum: u64, known: u32| if known > 0 { sum.checked_sub(self.minus) } else { Some(sum) };
            let [lows, bests, highs] = known;
            let (Some(low), Some(best), Some(high)) = (less(low, lows), less(best, bests), less(high, highs)) else {
                return Stated::Unknown;
            };
            return Self { sums: [low, best, high], minus: 0, ..self }.stated();
        }
        let kinds = self.flags & KNOWN;
        let has_unknown = self.flags & FEWER_KNOWN != 0;
        let only = |allowed: u8| kinds & !allowed == 0;
        if kinds == 0 {
            return Stated::Unknown;
        }
        if rows > 1 && self.sums.contains(&u64::MAX) {
            return Stated::AtLeast(low);
        }
        if only(EXACT | ABOUT) && !has_unknown {
            return match only(EXACT) {
                true => Stated::Exact(best),
                false if rows == 1 => Stated::About(best),
                false => Stated::About(best).rounded(),
            };
        }
        if only(EXACT | ABOUT | AT_LEAST | MORE_THAN) {
            if kinds & MORE_THAN != 0 {
                return Stated::MoreThan(low);
            }
            return Stated::AtLeast(low);
        }
        let all = |index: usize| known.get(index).is_some_and(|known| *known == rows);
        let ends = (known[0] > 0).then_some(low);
        match (ends, all(1).then_some(best), all(2).then_some(high)) {
            (Some(low), None, None) => Stated::AtLeast(low),
            (None, Some(best), None) => Stated::Exact(best),
            (None, None, Some(high)) => Stated::UpTo(high),
            // Only best numbers, and rows that are not known: those that are known are the least.
            (None, None, None) if known[1] > 0 => Stated::AtLeast(best),
            (None, None, None) => Stated::Unknown,
            (low, best, high) => Stated::Range { low, best, high },
        }
    }
}
