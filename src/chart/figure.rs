//! A chart before it has a size: rows of bars or dots, or lines through time, in data units; a legend and notes; or why
//! it is empty.

use super::axis::Axis;
pub use super::figure_row::{Bar, Bracket, Callout, Dot, End, Margin, OtherSource, Pending, Row, Rows, ValueLabel};
use super::palette::Tone;
use super::time_plot::{PointInk, TimePlot};
use crate::analysis::{Change, CountKey, EventKey, Step};

/// What a mark stands for, so that it can be pointed at and selected.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A count.
    Count(CountKey),
    /// An event.
    Event(EventKey),
}

/// How an area is inked; see "Ink" in the domain's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// As stated, or the certain part of a count.
    Solid,
    /// From low to high of a range.
    Light,
    /// Not broken down.
    Hatched,
    /// Up to a number: outline only.
    Outline,
    /// Older than its total.
    Faded,
}

/// What a legend entry looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Swatch {
    /// A square of this ink.
    Area(Fill, Tone),
    /// The chevron of a lower bound.
    OpenEnd,
    /// The dashes of an approximate number.
    SoftEnd,
    /// The two chevrons of a ratio without bounds.
    UnboundedEnd,
    /// The triangle of another source.
    OtherSource,
    /// The dotted outline of people under investigation.
    Pending,
    /// A point of a timeline.
    Point(PointInk),
    /// The sign of a fall or a jump.
    Sign(Step),
    /// The mark of what a new version changed.
    Revision(Change),
}

/// One entry of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Legend {
    /// What it looks like.
    pub swatch: Swatch,
    /// What it means.
    pub text: String,
}

/// A line under the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Whether it is the main thing to say.
    pub strong: bool,
    /// What it says.
    pub text: String,
    /// What it says where there is no room for more; empty where it may be left out.
    pub short: String,
}

impl Note {
    /// The main thing to say.
    pub(super) fn strong(text: String) -> Self {
        Self { strong: true, text, short: String::new() }
    }

    /// Something to say where there is room.
    pub(super) fn faint(text: String) -> Self {
        Self { strong: false, text, short: String::new() }
    }
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is shown.
    pub title: String,
    /// Measure, dates, unit.
    pub subtitle: String,
    /// What the inks mean.
    pub legend: Vec<Legend>,
    /// What is drawn.
    pub body: Body,
    /// What must be said with it.
    pub notes: Vec<Note>,
    /// Why there is nothing to draw.
    pub empty: Option<String>,
}

/// What a chart draws between its heading and its notes.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Rows under each other, numbers along the axis.
    Rows(Rows),
    /// Time along the axis, numbers upwards.
    Time(TimePlot),
}

impl Figure {
    /// Its rows; none in a timeline.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        match &self.body {
            Body::Rows(body) => &body.rows,
            Body::Time(_) => &[],
        }
    }

    /// The axis of its numbers.
    #[must_use]
    pub fn axis(&self) -> &Axis {
        match &self.body {
            Body::Rows(body) => &body.axis,
            Body::Time(body) => &body.axis,
        }
    }
}
