//! What each period added before it has a size: a lane of bars for each source or event.

use super::extremes::{Extreme, Extremes};
use super::overview::Overview;
use super::palette::Tone;
use crate::analysis::CountKey;
use std::ops::Range;

/// What one source's counts added, in a lane of its own: bars of several sources over each other hide each other.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodLane {
    /// Its name: who counted, or the event where several are shown.
    pub name: String,
    /// What must be said with it: who is counted where others count others, or nothing.
    pub small: String,
    /// Its hue.
    pub tone: Tone,
    /// Whose bars they are.
    pub owners: Vec<Owner>,
    /// The bars: those of about one width together, each group by the first day.
    pub bars: Vec<PeriodBar>,
    /// What each bar says; empty where there are too many to write them all.
    pub words: Vec<BarWords>,
    /// The groups of bars, the widest first.
    pub groups: Vec<WidthGroup>,
    /// The tallest bars and the deepest corrections of any stretch of bars.
    pub extremes: Extremes,
}

/// Whose bars they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Owner {
    /// The name of the source or event.
    pub name: String,
    /// The key of its counts, whose report is that of a bar.
    pub key: CountKey,
}

/// What a stretch of days added.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodBar {
    /// Where its first day starts.
    pub from: f64,
    /// Where its last day ends.
    pub to: f64,
    /// How many for each period; negative for a correction.
    pub height: f64,
    /// The same at least and at most, where a range is stated; else its height.
    pub range: (f64, f64),
    /// How many in all.
    pub number: f64,
    /// Its ink.
    pub ink: BarInk,
    /// Whether the number is approximate.
    pub inexact: bool,
    /// Index of its owner.
    pub owner: u32,
    /// Index of its (last) report in the event.
    pub report: usize,
}

/// What a bar says.
#[derive(Clone, Debug, PartialEq)]
pub struct BarWords {
    /// What is written on it: its number.
    pub label: String,
    /// What to say when it is pointed at.
    pub hover: String,
}

/// How a period's bar is inked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarInk {
    /// One period.
    Solid,
    /// Several periods, of which only the sum is known.
    Light,
    /// A correction.
    Correction,
}

/// Bars of about one width, so that those in view are found without looking at all.
#[derive(Clone, Debug, PartialEq)]
pub struct WidthGroup {
    /// Which bars.
    pub bars: Range<usize>,
    /// How many days the widest covers.
    pub widest: f64,
    /// Whether all are light: each covers several periods.
    pub is_light: bool,
    /// Their heights by time, where there are many.
    pub overview: Overview,
}

impl PeriodLane {
    /// A lane with these bars and, unless they are too many, what each of them says.
    #[must_use]
    pub fn new(
        (name, small, tone): (String, String, Tone),
        owners: Vec<Owner>,
        bars: Vec<(PeriodBar, Option<BarWords>)>,
    ) -> Self {
        let mut bars = bars;
        bars.sort_by(|(a, _), (b, _)| width_class(b).cmp(&width_class(a)).then(a.from.total_cmp(&b.from)));
        let (bars, words): (Vec<PeriodBar>, Vec<Option<BarWords>>) = bars.into_iter().unzip();
        let words = words.into_iter().collect::<Option<Vec<BarWords>>>().unwrap_or_default();
        let mut groups = Vec::new();
        let mut start = 0;
        for group in bars.chunk_by(|a, b| width_class(a) == width_class(b)) {
            let widest = group.iter().map(|bar| bar.to - bar.from).fold(0.0, f64::max);
            let is_light = group.iter().all(|bar| bar.ink == BarInk::Light);
            let overview = Overview::of(group.len(), |index| {
                let PeriodBar { from, height, range, .. } = group[index];
                (from, [height.min(0.0), range.1.max(0.0), height])
            });
            groups.push(WidthGroup { bars: start..start + group.len(), widest, is_light, overview });
            start += group.len();
        }
        let extremes =
            Extremes::of(bars.iter().map(|bar| Extreme { low: bar.height.min(0.0), high: bar.range.1.max(0.0) }));
        Self { name, small, tone, owners, bars, words, groups, extremes }
    }

    /// The bars of a group that are in view, perhaps with some that end before it.
    #[must_use]
    pub fn in_view(&self, group: &WidthGroup, (from, to): (f64, f64)) -> Range<usize> {
        let bars = &self.bars[group.bars.clone()];
        let start = bars.partition_point(|bar| bar.from <= from - group.widest);
        let end = bars.partition_point(|bar| bar.from < to);
        group.bars.start + start..group.bars.start + end.max(start)
    }
}

impl PeriodBar {
    /// Whether a range is stated.
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.range.0 < self.range.1
    }
}

/// Bars of one class are at most twice as wide as each other.
fn width_class(bar: &PeriodBar) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a small power of two")]
    let class = (bar.to - bar.from).max(0.25).log2().floor() as i32;
    class
}
