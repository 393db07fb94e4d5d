//! Placed marks: what painters paint, in points from the figure's top left corner.

use super::figure::Target;
use super::palette::Tone;
use crate::text::Weight;

/// A rectangle in points.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Rect {
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Rect {
    /// The right side.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// The bottom side.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// Whether some of both lies in the same place.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies inside, give or take half a point.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        let slack = 0.5;
        other.x >= self.x - slack
            && other.y >= self.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dash {
    /// Without gaps.
    Solid,
    /// Strokes.
    Dashed,
    /// Longer strokes.
    LongDashed,
    /// Longer strokes with a short one between each two.
    DashDotted,
    /// Points.
    Dotted,
}

/// What is painted.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Area {
        /// Where.
        rect: Rect,
        /// Its opacity, 0 to 1.
        opacity: f32,
    },
    /// A rectangle with diagonal lines in `lines` over its fill.
    Hatch {
        /// Where.
        rect: Rect,
        /// The tone of the lines.
        lines: Tone,
    },
    /// A rectangle's outline.
    Frame {
        /// Where.
        rect: Rect,
        /// How.
        dash: Dash,
    },
    /// A line through points.
    Line {
        /// From here through to there.
        points: Vec<(f32, f32)>,
        /// In points.
        width: f32,
        /// How.
        dash: Dash,
    },
    /// A closed polygon's outline, filled with the paper's tone.
    Polygon {
        /// Its corners.
        points: Vec<(f32, f32)>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        middle: (f32, f32),
        /// In points.
        radius: f32,
        /// Filled, or an outline on paper.
        filled: bool,
    },
    /// One line of text in its box.
    Text {
        /// Its box: as wide and high as the text.
        rect: Rect,
        /// The text.
        text: String,
        /// In points.
        size: f32,
        /// Of its strokes.
        weight: Weight,
    },
}

/// Which part of the figure a mark belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Title, legend, row names, notes: outside the plot.
    Frame,
    /// Gridlines and numbers on the axis; `egui_plot` draws its own from the same ticks.
    Axis,
    /// Row names and margin numbers: beside the plot, cut at its top and bottom when rows are moved.
    Beside,
    /// Inside the plot, cut at its sides.
    Plot,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which part of the figure it belongs to.
    pub place: Place,
    /// Its colour.
    pub tone: Tone,
    /// What.
    pub shape: Shape,
}

/// A place that can be pointed at, reached by keyboard and chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Where.
    pub rect: Rect,
    /// What it stands for.
    pub target: Target,
    /// What to say.
    pub text: String,
}
