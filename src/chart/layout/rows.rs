//! Rows under each other: names left, margin right, one axis below.

use super::frame::{Columns, columns, notes};
use super::row::{Lanes, Scaled, axis_end};
use super::text::{Align, Pen};
use super::{AXIS_HEIGHT, Layout, PADDING, TICK_SIZE, View, frame, overlay, row};
use crate::chart::figure::{Figure, Rows};
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Place, Rect};
use crate::text::{Weight, elide};

/// Places all rows, and the notes under them. Rows come first, then as many notes as there is room for; a list too long
/// to fit anyway leaves notes three tenths.
pub(super) fn place(
    pen: &mut Pen,
    (figure, body): (&Figure, &Rows),
    layout: &mut Layout,
    (inner, top): (Rect, f32),
    view: View,
) {
    let margin_heading = if body.margin_heading.is_empty() { 4.0 } else { 18.0 };
    let columns = columns(pen, &body.rows, inner);
    let lanes = Lanes::of(pen, &body.rows, columns.plot_right - columns.plot_left);
    let below = inner.bottom() - top - margin_heading - AXIS_HEIGHT;
    let left_over = below - body.rows.len() as f32 * least_row(pen, body, &columns, &lanes);
    let most = if left_over > 60.0 { left_over } else { below * 0.3 };
    let notes = notes(pen, figure, inner, most);
    let bottom = inner.bottom() - notes.height;
    layout.plot = Rect {
        x: columns.plot_left,
        y: top + margin_heading,
        width: columns.plot_right - columns.plot_left,
        height: (bottom - AXIS_HEIGHT - top - margin_heading).max(1.0),
    };
    if !body.margin_heading.is_empty() {
        let at = (inner.right(), top + 2.0);
        pen.line(&body.margin_heading, at, TICK_SIZE, (Weight::Regular, Tone::Muted), Align::Right, Place::Frame);
    }
    place_rows(pen, body, layout, (&columns, &lanes), view);
    notes.place(pen, inner, layout.plot.bottom() + AXIS_HEIGHT);
}

/// The height below which a row would lose a lane or a line of its name.
fn least_row(pen: &Pen, body: &Rows, columns: &Columns, lanes: &Lanes) -> f32 {
    let beside = body.rows.iter().map(|row| frame::beside_height(pen, row, columns)).fold(0.0, f32::max);
    lanes.least_height().max(beside + 4.0)
}

type Beside<'a> = (&'a Columns, &'a Lanes);

fn place_rows(pen: &mut Pen, body: &Rows, layout: &mut Layout, (columns, lanes): Beside, view: View) {
    let count = body.rows.len().max(1) as f32;
    let least = least_row(pen, body, columns, lanes);
    let height = (layout.plot.height / count).clamp(least, lanes.most_height().max(least));
    // Whole rows only: half a name helps nobody.
    let fitting = (layout.plot.height / height + 1e-3).floor().clamp(1.0, count);
    layout.plot.height = (height * fitting).min(layout.plot.height.max(1.0));
    let plot = layout.plot;
    layout.visible_rows = f64::from(plot.height / height);
    layout.axis_end = axis_end(pen, body, plot.width);
    let start = body.axis.start();
    let end = start + (layout.axis_end - start) / view.zoom.max(1e-9);
    let span = (end - start).max(f64::MIN_POSITIVE);
    let wide_enough = f64::from(plot.width) / (f64::from(pen.width("0,000,000", TICK_SIZE, Weight::Regular)) + 14.0);
    layout.ticks = body.axis.ticks(start, end, wide_enough.clamp(2.0, 12.0));
    let edge = f64::from(columns.inner_right + PADDING / 2.0 - plot.x) / f64::from(plot.width);
    layout.ticks.retain(|tick| {
        let half = f64::from(pen.width(&tick.text, TICK_SIZE, Weight::Regular)) / 2.0 / f64::from(plot.width);
        (tick.at - start) / span + half <= edge
    });
    let scale = Scaled { plot, start, span, axis: &body.axis };
    let hint = if fitting < count { pen.width(&body.scroll_hint, TICK_SIZE, Weight::Strong) + 16.0 } else { 0.0 };
    // The subtitle says the same in full.
    let room = (columns.inner_right - plot.x - hint).max(1.0);
    let title = elide(&body.axis.title, TICK_SIZE, Weight::Regular, room, pen.sizes);
    axis_marks(pen, layout, &scale, &title);
    if fitting < count {
        let at = (columns.inner_right, plot.bottom() + 18.0);
        pen.line(&body.scroll_hint, at, TICK_SIZE, (Weight::Strong, Tone::Accent), Align::Right, Place::Frame);
    }
    let furthest = (body.rows.len() as f64 - layout.visible_rows).max(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "rows fit into f32")]
    let first = view.skipped.round().clamp(0.0, furthest.ceil()) as f32;
    for (index, drawn) in body.rows.iter().enumerate() {
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

fn axis_marks(pen: &mut Pen, layout: &Layout, scale: &Scaled, title: &str) {
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
