//! From a figure to placed marks: title and legend above, notes below, and between them rows or a timeline.
//! Everything here is in points from the figure's top left corner; nothing is cut off, and no two texts overlap.

mod callouts;
mod columns;
mod crowd;
mod dots;
mod frame;
mod labels;
mod lanes;
mod legend;
mod line_names;
mod measured;
mod moments;
mod overlay;
mod period_bars;
mod period_lanes;
mod point;
mod range;
mod revisions;
mod row;
mod rows;
mod seen;
mod spots;
mod stretch;
mod strip;
mod text;
mod time;
mod time_ticks;
mod track;
mod value;

use super::axis::AxisTick;
use super::figure::{Body, Figure};
use super::palette::Tone;
use super::placed::{Hit, Mark, Place, Rect, Shape};
use crate::text::{TextSize, Weight};
use measured::Measured;
use std::sync::Arc;
use text::Pen;

/// Which part of a figure is looked at. The zero end of a linear axis always stays in view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// How many times wider than the whole axis it is drawn.
    pub zoom: f64,
    /// How much is moved out before what is seen: rows at the top, days at the left.
    pub skipped: f64,
}

impl Default for View {
    fn default() -> Self {
        Self { zoom: 1.0, skipped: 0.0 }
    }
}

/// A figure with a place for everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width and height of the figure.
    pub size: (f32, f32),
    /// The plot: rows between names and margin, or time and numbers.
    pub plot: Rect,
    /// How many rows fit into the plot, perhaps with a part of one.
    pub visible_rows: f64,
    /// How many rows can be moved out at most.
    pub most_skipped: f64,
    /// Where the axis ends, in its own units, when everything is in view.
    pub axis_end: f64,
    /// The first and the last day of a timeline when everything is in view.
    pub days: (f64, f64),
    /// The ticks of the numbers in view.
    pub ticks: Vec<AxisTick>,
    /// What to paint, from back to front.
    pub marks: Vec<Mark>,
    /// What can be pointed at, in reading order.
    pub hits: Vec<Hit>,
    /// What other views of the same figure in the same size need not measure again.
    measured: Option<Arc<Measured>>,
}

const PADDING: f32 = 22.0;
const TICK_SIZE: f32 = 11.0;
const AXIS_HEIGHT: f32 = 33.0;

/// Places a figure into `size` points, as far as `view` shows it.
#[must_use]
pub fn layout(figure: &Figure, size: (f32, f32), view: View, sizes: &dyn TextSize) -> Layout {
    lay_out(figure, size, view, sizes, None)
}

/// Places another view of a figure that was placed before in the same size, without measuring all its rows again.
#[must_use]
pub fn layout_again(figure: &Figure, before: &Layout, view: View, sizes: &dyn TextSize) -> Layout {
    lay_out(figure, before.size, view, sizes, before.measured.clone())
}

fn lay_out(
    figure: &Figure,
    size: (f32, f32),
    view: View,
    sizes: &dyn TextSize,
    measured: Option<Arc<Measured>>,
) -> Layout {
    let mut pen = Pen::new(sizes);
    let inner = Rect { x: PADDING, y: 9.0, width: (size.0 - 2.0 * PADDING).max(1.0), height: (size.1 - 17.0).max(1.0) };
    let top = frame::heading(&mut pen, figure, inner);
    let mut layout = Layout {
        size,
        plot: Rect { x: inner.x, y: top, width: inner.width, height: 0.0 },
        visible_rows: 0.0,
        most_skipped: 0.0,
        axis_end: 1.0,
        days: (0.0, 1.0),
        ticks: Vec::new(),
        marks: Vec::new(),
        hits: Vec::new(),
        measured,
    };
    match (&figure.empty, &figure.body) {
        (Some(reason), _) => {
            let style = (Weight::Regular, Tone::Ink);
            pen.paragraph(reason, (inner.x, top + 24.0), inner.width, 14.0, style, Place::Frame);
        }
        (None, Body::Rows(body)) => rows::place(&mut pen, (figure, body), &mut layout, (inner, top), view),
        (None, Body::Time(body)) => time::place(&mut pen, (figure, body), &mut layout, (inner, top), view),
    }
    layout.marks = pen.marks;
    layout.hits = pen.hits;
    layout
}

/// A rectangle as a mark.
fn area(rect: Rect, tone: Tone, place: Place) -> Mark {
    Mark { place, tone, shape: Shape::Area { rect, opacity: 1.0 } }
}
