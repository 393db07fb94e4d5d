//! The axis: its scale, its end and its ticks.

use crate::analysis::Scale;
use crate::text::tick;

/// An axis for numbers of people.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Linear from zero, or logarithmic.
    pub scale: Scale,
    /// The smallest number shown on a logarithmic axis.
    pub smallest: f64,
    /// The largest number shown.
    pub largest: f64,
    /// What no number can be beyond: 100 for shares.
    pub limit: Option<f64>,
    /// What it counts, for readers: `people killed`.
    pub title: String,
}

/// A number on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisTick {
    /// In the axis's own units: the number, or its logarithm.
    pub at: f64,
    /// What it says.
    pub text: String,
}

impl Axis {
    /// An axis for these numbers; a logarithmic one starts at the power of ten below the smallest.
    #[must_use]
    pub fn new(scale: Scale, numbers: impl Iterator<Item = f64>, title: String) -> Self {
        let positive: Vec<f64> = numbers.filter(|n| *n > 0.0).collect();
        let largest = positive.iter().copied().fold(0.0, f64::max);
        let smallest = positive.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = if largest > 0.0 { largest } else { 1.0 };
        Self { scale, smallest: if smallest.is_finite() { smallest } else { 1.0 }, largest, limit: None, title }
    }

    /// The same axis from here to `limit`: no tick stands beyond.
    #[must_use]
    pub fn limited(self, limit: f64) -> Self {
        Self { largest: limit, limit: Some(limit), ..self }
    }

    /// A number in the axis's own units.
    #[must_use]
    pub fn position(&self, n: f64) -> f64 {
        match self.scale {
            Scale::Linear => n,
            Scale::Log => n.max(self.log_start_number()).log10(),
        }
    }

    /// Where the axis starts, in its own units.
    #[must_use]
    pub fn start(&self) -> f64 {
        match self.scale {
            Scale::Linear => 0.0,
            Scale::Log => self.log_start_number().log10(),
        }
    }

    fn log_start_number(&self) -> f64 {
        let power = self.smallest.log10().floor();
        // A dot on the very edge would lose half of itself.
        let edge = 10_f64.powf(power);
        if self.smallest < edge * 1.2 { edge / 2.0 } else { edge }
    }

    /// Ticks between `from` and `to` (own units), none closer than `1 / most` of the way.
    #[must_use]
    pub fn ticks(&self, from: f64, to: f64, most: f64) -> Vec<AxisTick> {
        let to = self.limit.map_or(to, |limit| to.min(self.position(limit)));
        match self.scale {
            Scale::Linear => linear_ticks(to, most),
            Scale::Log => log_ticks(from, to, most),
        }
    }
}

/// Multiples of 1, 2 or 5 times a power of ten, from zero.
fn linear_ticks(to: f64, most: f64) -> Vec<AxisTick> {
    if !(to.is_finite() && to > 0.0) {
        return Vec::new();
    }
    let rough = to / most.max(1.0);
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * power).find(|step| *step >= rough).unwrap_or(10.0 * power);
    let at = |index: u32| f64::from(index) * step;
    (0..=1_000).map(at).take_while(|n| *n <= to * (1.0 + 1e-9)).map(|n| AxisTick { at: n, text: tick(n) }).collect()
}

/// Most powers of ten are shorter than the widest number, so that a few more find room.
const SLACK: f64 = 1.25;

/// Powers of ten, with 2 and 5 between them where there is room; every second or third one where there is little.
fn log_ticks(from: f64, to: f64, most: f64) -> Vec<AxisTick> {
    if !(from.is_finite() && to.is_finite()) || to - from > 30.0 {
        return Vec::new();
    }
    let between: &[f64] = if (to - from) * 3.0 <= most { &[1.0, 2.0, 5.0] } else { &[1.0] };
    #[expect(clippy::cast_possible_truncation, reason = "between -300 and 300")]
    let (first, last) = (from.floor() as i32, to.ceil() as i32);
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 30")]
    let every = ((to - from) / (most.max(1.0) * SLACK)).ceil().max(1.0) as i32;
    let mut ticks = Vec::new();
    for power in (first..=last).filter(|power| power.rem_euclid(every) == 0) {
        for factor in between {
            let n = factor * 10_f64.powi(power);
            if n.log10() >= from - 1e-9 && n.log10() <= to + 1e-9 {
                ticks.push(AxisTick { at: n.log10(), text: tick(n) });
            }
        }
    }
    ticks
}
