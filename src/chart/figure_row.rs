//! One row of a chart before it has a size: its bar or dots, what lies inside and beside them, and their labels.

use super::axis::Axis;
use super::figure::{Fill, Swatch, Target};
use super::palette::Tone;
use crate::text::list;

/// A stretch of a row's bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Where it starts, in axis units.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Its ink.
    pub fill: Fill,
    /// Its hue.
    pub tone: Tone,
    /// Texts that may stand in it, the longest first; empty where nothing is to be said.
    pub labels: Vec<String>,
    /// What it stands for.
    pub target: Target,
    /// What to say when it is pointed at.
    pub hover: String,
}

/// How a bar ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// Nothing beyond the bar itself.
    Closed,
    /// A chevron: at least, more than.
    Open,
    /// Dashes: about.
    Soft,
    /// Chevrons both ways: a ratio of two bounds, which has none itself.
    Unbounded,
    /// Ticks at the ends of a range, and at its best number.
    Range {
        /// The low end.
        low: f64,
        /// The best number, if stated.
        best: Option<f64>,
        /// The high end.
        high: f64,
    },
    /// The same, with a chevron: the highest number is a lower bound.
    OpenRange {
        /// The low end.
        low: f64,
        /// The high end.
        high: f64,
    },
}

/// A dot on a logarithmic axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// The number stated.
    pub at: f64,
    /// Filled, or only an outline ("up to").
    pub filled: bool,
    /// Its hue.
    pub tone: Tone,
    /// The line of a range, or down to the axis for "up to".
    pub span: Option<(f64, f64)>,
    /// What it stands for.
    pub target: Target,
    /// What to say when it is pointed at.
    pub hover: String,
}

/// The number written at the end of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueLabel {
    /// Where the bar or dot ends.
    pub at: f64,
    /// The number.
    pub text: String,
}

/// A category inside a bar, drawn above it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bracket {
    /// Where it starts; `None` for a category that may lie outside, which has no place in the bar.
    pub span: Option<(f64, f64)>,
    /// What it says.
    pub text: String,
    /// Its hue.
    pub tone: Tone,
    /// What it stands for.
    pub target: Target,
    /// What to say when it is pointed at.
    pub hover: String,
}

/// People under investigation: beside the bar, never joined to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    /// How many.
    pub to: f64,
    /// What it says.
    pub text: String,
    /// What it stands for.
    pub target: Target,
}

/// Another source's figure on the same row.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherSource {
    /// The number.
    pub at: f64,
    /// Name and number.
    pub text: String,
    /// What it stands for.
    pub target: Target,
    /// What to say when it is pointed at.
    pub hover: String,
}

/// A part listed under its bar with its number and share.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    /// Its ink.
    pub swatch: Swatch,
    /// What it says.
    pub text: String,
    /// Index of the bar that it belongs to, the strip's after the row's own; it is left out where that bar carries its
    /// label itself, as the strip's never do.
    pub bar: usize,
}

/// What stands at the right of a row.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Margin {
    /// The number.
    pub text: String,
    /// What must be said with it, below and smaller.
    pub small: String,
}

/// One line of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row stands for.
    pub target: Target,
    /// Its name.
    pub label: String,
    /// Whose number it is; empty where that is said of all rows together.
    pub source: String,
    /// Its date, and what else stands below its name.
    pub sublabel: String,
    /// The stretches of its bar, from zero.
    pub bars: Vec<Bar>,
    /// The parts of its parts, thinner, each inside the stretch of the part that holds it.
    pub strip: Vec<Bar>,
    /// How much of it is broken down, where that is not all.
    pub covered: String,
    /// Dots instead of bars.
    pub dots: Vec<Dot>,
    /// How the bar or dot ends.
    pub end: End,
    /// The tone of an open end.
    pub end_tone: Tone,
    /// The number at its end.
    pub value: Option<ValueLabel>,
    /// Categories inside it.
    pub brackets: Vec<Bracket>,
    /// People under investigation.
    pub pending: Option<Pending>,
    /// What other sources say.
    pub others: Vec<OtherSource>,
    /// Parts with number and share.
    pub callouts: Vec<Callout>,
    /// The column at the right.
    pub margin: Option<Margin>,
    /// Said in place of a bar.
    pub remark: Option<String>,
    /// Other sources of the same event under its bar, thinner; each is named by its label.
    pub lanes: Vec<Row>,
    /// Said under the lanes: how far sources lie apart, and who is left out.
    pub beneath: Option<String>,
}

impl Row {
    /// A row with nothing on it yet.
    pub(super) fn new(target: Target, source: String, sublabel: String) -> Self {
        Self {
            target,
            label: String::new(),
            source,
            sublabel,
            bars: Vec::new(),
            strip: Vec::new(),
            covered: String::new(),
            dots: Vec::new(),
            end: End::Closed,
            end_tone: Tone::NeutralLine,
            value: None,
            brackets: Vec::new(),
            pending: None,
            others: Vec::new(),
            callouts: Vec::new(),
            margin: None,
            remark: None,
            lanes: Vec::new(),
            beneath: None,
        }
    }

    /// What stands below its name.
    pub(super) fn below(&self) -> String {
        let said: Vec<&str> = [&*self.source, &*self.sublabel].into_iter().filter(|text| !text.is_empty()).collect();
        list(&said, " · ")
    }

    /// For charts of many events: one lane above the bar, for what lies inside it; the rest is in the details.
    pub(super) fn keep_one_bracket(&mut self) {
        self.brackets.retain(|bracket| bracket.span.is_some());
        self.brackets.truncate(1);
        self.covered.clear();
    }
}

/// Rows of bars or dots on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The heading of the column at the right.
    pub margin_heading: String,
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// The axis.
    pub axis: Axis,
    /// What to say where not all rows are in view.
    pub scroll_hint: String,
}
