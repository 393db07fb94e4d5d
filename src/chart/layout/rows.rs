//! Rows under each other: names left, margin right, one axis below.

use super::frame::notes;
use super::measured::Measured;
use super::row::Scaled;
use super::text::{Align, Pen};
use super::{AXIS_HEIGHT, Layout, PADDING, TICK_SIZE, View, overlay, row};
use crate::chart::figure::{Figure, Rows};
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Place, Rect};
use crate::text::{Weight, elide};
use std::sync::Arc;

/// Places all rows, and the notes under them. Rows come first, then what must be said, then as many notes as there is room
/// for; a list too long to fit anyway leaves notes three tenths.
pub(super) fn place(
    pen: &mut Pen,
    (figure, body): (&Figure, &Rows),
    layout: &mut Layout,
    (inner, top): (Rect, f32),
    view: View,
) {
    let margin_heading = if body.margin_heading.is_empty() { 4.0 } else { 18.0 };
    let below = inner.bottom() - top - margin_heading - AXIS_HEIGHT;
    let least_notes = notes(pen, figure, inner, 0.0).height;
    let measured =
        layout.measured.take().unwrap_or_else(|| Arc::new(Measured::of(pen, body, inner, (below, least_notes))));
    let columns = &measured.columns;
    let left_over = below - measured.top(body.rows.len(), measured.least);
    let share = if measured.is_tight() { 0.22 } else { 0.3 };
    let most = if left_over >= least_notes { left_over } else { below * share };
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
    place_rows(pen, body, layout, &measured, view);
    layout.measured = Some(measured.clone());
    notes.place(pen, inner, layout.plot.bottom() + AXIS_HEIGHT);
}

fn place_rows(pen: &mut Pen, body: &Rows, layout: &mut Layout, measured: &Measured, view: View) {
    let Measured { columns, lanes, least, .. } = measured;
    let count = body.rows.len();
    // Rows are of one height but for their other sources, so that bars keep an even distance.
    let height = (layout.plot.height - measured.extra()) / count.max(1) as f32;
    let height = height.clamp(*least, lanes.most_height().max(*least));
    let room = layout.plot.height.max(1.0);
    let last_first = measured.last_first(height, room);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of rows")]
    let first = (view.skipped.round().max(0.0) as usize).min(last_first);
    // Whole rows only: half a name helps nobody.
    let fitting = measured.fitting(first, height, room);
    let is_uneven = measured.extra() > 0.0 && last_first > 0;
    // Where rows differ in height, the plot keeps its own while they are moved.
    let used = measured.top(first + fitting, height) - measured.top(first, height);
    layout.plot.height = if is_uneven { room } else { used.min(room) };
    let plot = layout.plot;
    layout.visible_rows = if is_uneven { fitting as f64 } else { f64::from(plot.height / used) * fitting as f64 };
    layout.most_skipped = last_first as f64;
    layout.axis_end = measured.axis_end;
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
    let hint = if last_first > 0 { pen.width(&body.scroll_hint, TICK_SIZE, Weight::Strong) + 16.0 } else { 0.0 };
    // The subtitle says the same in full.
    let room = (columns.inner_right - plot.x - hint).max(1.0);
    let title = elide(&body.axis.title, TICK_SIZE, Weight::Regular, room, pen.sizes);
    axis_marks(pen, layout, &scale, &title);
    if last_first > 0 {
        let at = (columns.inner_right, plot.bottom() + 18.0);
        pen.line(&body.scroll_hint, at, TICK_SIZE, (Weight::Strong, Tone::Accent), Align::Right, Place::Frame);
    }
    let start = measured.top(first, height);
    for (index, drawn) in body.rows.iter().enumerate().skip(first).take(fitting) {
        let top = plot.y + measured.top(index, height) - start;
        let whole = measured.top(index + 1, height) - measured.top(index, height);
        let place = Rect { x: plot.x, y: top, width: plot.width, height: whole };
        row::place(pen, drawn, (place, height), lanes, &scale, columns);
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
