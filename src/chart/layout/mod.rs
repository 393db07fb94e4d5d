//! From a figure to placed marks: title and legend above, row names left, margin right, notes below, rows between.
//! Everything here is in points from the figure's top left corner; nothing is cut off, and no two texts overlap.

mod callouts;
mod dots;
mod frame;
mod legend;
mod overlay;
mod row;
mod text;
mod value;

use super::axis::AxisTick;
use super::figure::Figure;
use super::palette::Tone;
use super::placed::{Dash, Hit, Mark, Place, Rect, Shape};
use crate::text::{TextSize, Weight, elide};
use text::{Align, Pen};

/// Which part of a figure is looked at. The zero end of a linear axis always stays in view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// How many times wider than the whole axis its numbers are drawn, from its start.
    pub zoom: f64,
    /// How many rows are moved out at the top.
    pub first_row: f64,
}

impl Default for View {
    fn default() -> Self {
        Self { zoom: 1.0, first_row: 0.0 }
    }
}

/// A figure with a place for everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width and height of the figure.
    pub size: (f32, f32),
    /// The plot: rows between names and margin.
    pub plot: Rect,
    /// How many rows fit into the plot, perhaps with a part of one.
    pub visible_rows: f64,
    /// Where the axis ends, in its own units, when everything is in view.
    pub axis_end: f64,
    /// The ticks in view.
    pub ticks: Vec<AxisTick>,
    /// What to paint, from back to front.
    pub marks: Vec<Mark>,
    /// What can be pointed at, in reading order.
    pub hits: Vec<Hit>,
}

const PADDING: f32 = 22.0;
const TICK_SIZE: f32 = 11.0;
const AXIS_HEIGHT: f32 = 33.0;

/// Places a figure into `size` points, as far as `view` shows it.
#[must_use]
pub fn layout(figure: &Figure, size: (f32, f32), view: View, sizes: &dyn TextSize) -> Layout {
    let mut pen = Pen::new(sizes);
    let inner = Rect { x: PADDING, y: 9.0, width: (size.0 - 2.0 * PADDING).max(1.0), height: (size.1 - 17.0).max(1.0) };
    let top = frame::heading(&mut pen, figure, inner);
    let mut layout = Layout {
        size,
        plot: Rect { x: inner.x, y: top, width: inner.width, height: 0.0 },
        visible_rows: 0.0,
        axis_end: 1.0,
        ticks: Vec::new(),
        marks: Vec::new(),
        hits: Vec::new(),
    };
    if let Some(reason) = &figure.empty {
        pen.paragraph(reason, (inner.x, top + 24.0), inner.width, 14.0, (Weight::Regular, Tone::Ink), Place::Frame);
        layout.marks = pen.marks;
        return layout;
    }
    // Rows come first, then as many notes as there is room for; a list too long to fit anyway leaves notes three tenths.
    let margin_heading = if figure.margin_heading.is_empty() { 4.0 } else { 18.0 };
    let columns = frame::columns(&pen, figure, inner);
    let lanes = row::Lanes::of(&pen, figure, columns.plot_right - columns.plot_left);
    let below = inner.bottom() - top - margin_heading - AXIS_HEIGHT;
    let left_over = below - figure.rows.len() as f32 * least_row(&pen, figure, &columns, &lanes);
    let most = if left_over > 60.0 { left_over } else { below * 0.3 };
    let notes = frame::notes(&pen, figure, inner, most);
    let bottom = inner.bottom() - notes.height;
    layout.plot = Rect {
        x: columns.plot_left,
        y: top + margin_heading,
        width: columns.plot_right - columns.plot_left,
        height: (bottom - AXIS_HEIGHT - top - margin_heading).max(1.0),
    };
    if !figure.margin_heading.is_empty() {
        let at = (inner.right(), top + 2.0);
        pen.line(&figure.margin_heading, at, TICK_SIZE, (Weight::Regular, Tone::Muted), Align::Right, Place::Frame);
    }
    place_rows(&mut pen, figure, &mut layout, (&columns, &lanes), view);
    notes.place(&mut pen, inner, layout.plot.bottom() + AXIS_HEIGHT);
    layout.marks = pen.marks;
    layout.hits = pen.hits;
    layout
}

/// The height below which a row would lose a lane or a line of its name.
fn least_row(pen: &Pen, figure: &Figure, columns: &frame::Columns, lanes: &row::Lanes) -> f32 {
    let beside = figure.rows.iter().map(|row| frame::beside_height(pen, row, columns)).fold(0.0, f32::max);
    lanes.least_height().max(beside + 4.0)
}

type Beside<'a> = (&'a frame::Columns, &'a row::Lanes);

fn place_rows(pen: &mut Pen, figure: &Figure, layout: &mut Layout, (columns, lanes): Beside, view: View) {
    let count = figure.rows.len().max(1) as f32;
    let least = least_row(pen, figure, columns, lanes);
    let height = (layout.plot.height / count).clamp(least, lanes.most_height().max(least));
    // Whole rows only: half a name helps nobody.
    let fitting = (layout.plot.height / height + 1e-3).floor().clamp(1.0, count);
    layout.plot.height = (height * fitting).min(layout.plot.height.max(1.0));
    let plot = layout.plot;
    layout.visible_rows = f64::from(plot.height / height);
    layout.axis_end = row::axis_end(pen, figure, plot.width);
    let start = figure.axis.start();
    let end = start + (layout.axis_end - start) / view.zoom.max(1e-9);
    let span = (end - start).max(f64::MIN_POSITIVE);
    let wide_enough = f64::from(plot.width) / (f64::from(pen.width("0,000,000", TICK_SIZE, Weight::Regular)) + 14.0);
    layout.ticks = figure.axis.ticks(start, end, wide_enough.clamp(2.0, 12.0));
    let edge = f64::from(columns.inner_right + PADDING / 2.0 - plot.x) / f64::from(plot.width);
    layout.ticks.retain(|tick| {
        let half = f64::from(pen.width(&tick.text, TICK_SIZE, Weight::Regular)) / 2.0 / f64::from(plot.width);
        (tick.at - start) / span + half <= edge
    });
    let scale = row::Scaled { plot, start, span, axis: &figure.axis };
    let hint = if fitting < count { pen.width(&figure.scroll_hint, TICK_SIZE, Weight::Strong) + 16.0 } else { 0.0 };
    // The subtitle says the same in full.
    let room = (columns.inner_right - plot.x - hint).max(1.0);
    let title = elide(&figure.axis.title, TICK_SIZE, Weight::Regular, room, pen.sizes);
    axis_marks(pen, layout, &scale, &title);
    if fitting < count {
        let at = (columns.inner_right, plot.bottom() + 18.0);
        pen.line(&figure.scroll_hint, at, TICK_SIZE, (Weight::Strong, Tone::Accent), Align::Right, Place::Frame);
    }
    let furthest = (figure.rows.len() as f64 - layout.visible_rows).max(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "rows fit into f32")]
    let first = view.first_row.round().clamp(0.0, furthest.ceil()) as f32;
    for (index, drawn) in figure.rows.iter().enumerate() {
        let top = plot.y + (index as f32 - first) * height;
        if top + height <= plot.y || top >= plot.bottom() {
            continue;
        }
        let place = Rect { x: plot.x, y: top, width: plot.width, height };
        row::place(pen, drawn, place, lanes, &scale, columns);
    }
    let zero = [(plot.x, plot.y), (plot.x, plot.bottom())];
    pen.stroke(&zero, 1.0, Dash::Solid, Tone::Muted, Place::Plot);
    overlay::keep_inside(pen, plot);
}

fn axis_marks(pen: &mut Pen, layout: &Layout, scale: &row::Scaled, title: &str) {
    let plot = layout.plot;
    let mut free_from = f32::NEG_INFINITY;
    for tick in &layout.ticks {
        let x = scale.x_of_own(tick.at);
        let line = [(x, plot.y), (x, plot.bottom())];
        pen.stroke(&line, 1.0, Dash::Solid, Tone::Rule, Place::Axis);
        let width = pen.width(&tick.text, TICK_SIZE, Weight::Regular);
        if x - width / 2.0 > free_from {
            let at = (x, plot.bottom() + 3.0);
            pen.line(&tick.text, at, TICK_SIZE, (Weight::Regular, Tone::Muted), Align::Middle, Place::Axis);
            free_from = x + width / 2.0 + 6.0;
        }
    }
    let at = (plot.x, plot.bottom() + 18.0);
    pen.line(title, at, TICK_SIZE, (Weight::Regular, Tone::Muted), Align::Left, Place::Frame);
}

/// A rectangle as a mark.
fn area(rect: Rect, tone: Tone, place: Place) -> Mark {
    Mark { place, tone, shape: Shape::Area { rect, opacity: 1.0 } }
}
