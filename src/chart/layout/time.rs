//! A timeline: axes, the baseline, lines or lanes of bars, and what is written at days.

use super::frame::notes;
use super::labels::Labels;
use super::seen::{Detail, Seen};
use super::spots::Spots;
use super::text::{Align, Pen};
use super::track;
use super::{Layout, TICK_SIZE, View, crowd, line_names, moments, period_lanes, revisions, time_ticks};
use crate::chart::axis::Axis;
use crate::chart::figure::Figure;
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Place, Rect};
use crate::chart::time_plot::{TimeAxis, TimePlot, TrackKind};
use crate::text::Weight;

/// Room above the highest number.
const HEADROOM: f64 = 1.03;

/// Days and numbers in points.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    pub plot: Rect,
    /// The days in view.
    pub days: (f64, f64),
    /// The numbers in view, in the axis's own units.
    pub numbers: (f64, f64),
    pub axis: &'a Axis,
    /// How wide the columns are in which what is denser is drawn, in points.
    pub column: f32,
}

#[expect(clippy::cast_possible_truncation, reason = "points fit into f32")]
impl Field<'_> {
    /// A day's place; just outside the plot where it is out of view.
    pub(super) fn x(&self, day: f64) -> f32 {
        let fraction = (day - self.days.0) / (self.days.1 - self.days.0);
        self.plot.x + fraction.clamp(-0.2, 1.2) as f32 * self.plot.width
    }

    /// A number's place; just outside the plot where it is out of view.
    pub(super) fn y(&self, n: f64) -> f32 {
        self.y_of_own(if n < 0.0 { n } else { self.axis.position(n) })
    }

    pub(super) fn y_of_own(&self, position: f64) -> f32 {
        let fraction = (position - self.numbers.0) / (self.numbers.1 - self.numbers.0);
        self.plot.bottom() - fraction.clamp(-0.2, 1.2) as f32 * self.plot.height
    }

    /// The day at a place.
    pub(super) fn day(&self, x: f32) -> f64 {
        self.days.0 + f64::from((x - self.plot.x) / self.plot.width) * (self.days.1 - self.days.0)
    }

    /// Whether a day is in view.
    pub(super) fn shows(&self, day: f64) -> bool {
        (self.days.0..=self.days.1).contains(&day)
    }
}

/// Places a timeline and the notes under it.
pub(super) fn place(
    pen: &mut Pen,
    (figure, body): (&Figure, &TimePlot),
    layout: &mut Layout,
    (inner, top): (Rect, f32),
    view: View,
) {
    let line = pen.height(TICK_SIZE, Weight::Regular);
    let tick_lines = if matches!(body.time, TimeAxis::Calendar { .. }) { 2.0 } else { 2.2 };
    let below = 6.0 + line * tick_lines;
    let notes = notes(pen, figure, inner, ((inner.bottom() - top) * 0.3).max(60.0));
    let plot_bottom = inner.bottom() - notes.height - below;
    let left = pen.width(&widest_number(body), TICK_SIZE, Weight::Regular) + 8.0;
    let names = period_lanes::names_width(pen, body, inner.width);
    let (x, width) = (inner.x + left, (inner.width - left - names).max(1.0));
    layout.days = whole_span(pen, body, width);
    let days = days_in_view(layout.days, view);
    let mut lanes = moments::Lanes::of(pen, body, (x, width), days);
    // Where there is hardly a plot, what is written over it goes first.
    if plot_bottom - top - lanes.height(line) < 80.0 {
        lanes = moments::Lanes::none();
    }
    let plot_top = top + line + 4.0 + lanes.height(line);
    layout.plot = Rect { x, y: plot_top, width, height: (plot_bottom - plot_top).max(1.0) };
    let plot = layout.plot;
    pen.line(&body.axis.title, (inner.x, top), TICK_SIZE, (Weight::Regular, Tone::Muted), Align::Left, Place::Frame);
    let is_lanes = !body.lanes.is_empty();
    let seen: Vec<Seen> = body.tracks.iter().map(|track| Seen::of(track, days)).collect();
    let numbers = if is_lanes { (0.0, 1.0) } else { numbers_in_view(body, &seen, days, most_ticks(plot)) };
    let field = Field { plot, days, numbers, axis: &body.axis, column: 1.0 };
    if !is_lanes {
        grid(pen, layout, &field);
    }
    time_ticks::place(pen, body, &field, inner);
    moments::place(pen, body, &lanes, (&field, line), top + line + 4.0);
    if is_lanes {
        period_lanes::place(pen, body, &field, inner);
    } else {
        lines(pen, (body, &seen), &field, inner);
    }
    pen.hits.retain(|hit| {
        let middle = hit.rect.x + hit.rect.width / 2.0;
        middle >= plot.x - 0.5 && middle <= inner.right() + 0.5 && hit.rect.bottom() > plot.y - 8.0
    });
    pen.hits.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    notes.place(pen, inner, plot_bottom + below);
}

/// As many numbers stand along the axis at most.
fn most_ticks(plot: Rect) -> f64 {
    f64::from(plot.height / 44.0).clamp(2.0, 8.0)
}

/// Counts so far: one line for each source, on one axis.
fn lines(pen: &mut Pen, (body, seen): (&TimePlot, &[Seen]), field: &Field, inner: Rect) {
    let plot = field.plot;
    let mut labels = Labels::new(plot, inner);
    let mut spots = Spots::default();
    if let Some(others) = &body.crowd {
        crowd::place(pen, others, field, &mut spots);
    }
    for level in &body.levels {
        let y = field.y(level.at);
        let ends = [(plot.x, y), (plot.right(), y)];
        pen.stroke(&ends, 1.2, Dash::Dashed, level.tone, Place::Plot);
        labels.ink_line(&ends);
    }
    let detail = Detail::of(seen, field);
    let field = &Field { column: detail.column, ..*field };
    revisions::place_under(pen, body, field);
    // What stands lies on top.
    for seen in seen.iter().rev() {
        track::place(pen, (*seen, &detail), field, &mut labels, &mut spots);
    }
    revisions::place_over(pen, body, field, &mut labels);
    labels.finish_ink();
    line_names::place(pen, (body, seen), field, &mut labels);
    pen.hits.extend(spots.into_hits(plot));
    revisions::say(pen, body, field);
    let zero = field.y_of_own(body.axis.start());
    pen.stroke(&[(plot.x, zero), (plot.right(), zero)], 1.0, Dash::Solid, Tone::Muted, Place::Plot);
}

fn widest_number(body: &TimePlot) -> String {
    let end = body.axis.position(body.axis.largest * 1.3);
    let texts = body.axis.ticks(body.axis.start(), end, 8.0).into_iter().map(|tick| tick.text);
    texts.max_by_key(String::len).unwrap_or_default()
}

/// All days, with room at the right for the names of the lines that end there.
fn whole_span(pen: &Pen, body: &TimePlot, width: f32) -> (f64, f64) {
    let (first, last) = body.days;
    let first = first - (last - first) * 0.008;
    let end = line_names::last_day(pen, body, (first, last), width);
    (first, end + (end - first) * 0.008)
}

/// The days that a view shows.
pub(super) fn days_in_view(whole: (f64, f64), view: View) -> (f64, f64) {
    let width = (whole.1 - whole.0) / view.zoom.clamp(1.0, 1e7);
    let from = whole.0 + view.skipped.clamp(0.0, (whole.1 - whole.0 - width).max(0.0));
    (from, from + width)
}

/// From zero to the highest number in view, up to a whole tick.
fn numbers_in_view(body: &TimePlot, seen: &[Seen], days: (f64, f64), most: f64) -> (f64, f64) {
    let axis = &body.axis;
    let mut highest = 0.0_f64;
    for Seen { track, from, to } in seen.iter().filter(|seen| seen.track.kind != TrackKind::Pending) {
        // The line into the view belongs to it.
        let extreme = track.extremes.between(from.saturating_sub(1), *to);
        highest = highest.max(extreme.map_or(0.0, |extreme| extreme.high));
    }
    let old = body.revisions.iter().filter_map(|revision| revision.old);
    highest = old.filter(|(day, _)| *day >= days.0 && *day <= days.1).map(|(_, at)| at).fold(highest, f64::max);
    let crowd = body.crowd.iter().filter_map(|others| {
        let (from, to) = crowd::in_view(others, days);
        Some(others.extremes.between(from, to)?.high)
    });
    highest = crowd.fold(highest, f64::max);
    let levels = body.levels.iter().map(|level| level.at).filter(|at| highest <= 0.0 || *at <= highest * 6.0);
    highest = levels.fold(highest, f64::max);
    if highest <= 0.0 || days == body.days {
        highest = axis.largest;
    }
    let pending = seen.iter().filter(|seen| seen.track.kind == TrackKind::Pending);
    let pending = pending.filter_map(|Seen { track, from, to }| Some(track.extremes.between(*from, *to)?.high));
    highest = pending.filter(|high| *high <= axis.largest).fold(highest, f64::max);
    let top = axis.position(highest * HEADROOM);
    let start = axis.start();
    match axis.scale {
        crate::analysis::Scale::Log => (start, (top + 0.05).max(start + 0.3)),
        crate::analysis::Scale::Linear => {
            let ticks = axis.ticks(start, top, most);
            let step = ticks.get(1).map_or(top, |tick| tick.at).max(f64::MIN_POSITIVE);
            let end = (top / step).ceil() * step;
            // Half a step is enough where a whole one would be half empty.
            (0.0, if end - step * 0.5 >= top { end - step * 0.5 } else { end })
        }
    }
}

fn grid(pen: &mut Pen, layout: &mut Layout, field: &Field) {
    let (plot, numbers) = (field.plot, field.numbers);
    layout.axis_end = numbers.1;
    layout.ticks = field.axis.ticks(numbers.0.max(field.axis.start()), numbers.1, most_ticks(plot));
    layout.ticks.retain(|tick| tick.at <= numbers.1 + 1e-9);
    let style = (Weight::Regular, Tone::Muted);
    let mut free_below = f32::INFINITY;
    for tick in &layout.ticks {
        let y = field.y_of_own(tick.at);
        pen.stroke(&[(plot.x, y), (plot.right(), y)], 1.0, Dash::Solid, Tone::Rule, Place::Plot);
        let height = pen.height(TICK_SIZE, Weight::Regular);
        if y + height / 2.0 <= free_below {
            pen.line(&tick.text, (plot.x - 6.0, y - height / 2.0), TICK_SIZE, style, Align::Right, Place::Frame);
            free_below = y - height / 2.0;
        }
    }
}
