//! A timeline: axes, the baseline, bars or lines, what is written at days, and names at the ends of lines.

use super::frame::notes;
use super::labels::{Candidate, Labels, Words};
use super::text::{Align, Pen};
use super::{Layout, TICK_SIZE, View, moments, period_bars, revisions, time_ticks, track};
use crate::chart::axis::Axis;
use crate::chart::figure::{Figure, Target};
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Hit, Place, Rect};
use crate::chart::time_plot::{TimeAxis, TimePlot, Track, TrackKind};
use crate::text::Weight;

/// Room above the highest number.
const HEADROOM: f64 = 1.03;

/// Days and numbers in points.
pub(super) struct Field<'a> {
    pub plot: Rect,
    /// The days in view.
    pub days: (f64, f64),
    /// The numbers in view, in the axis's own units.
    pub numbers: (f64, f64),
    pub axis: &'a Axis,
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
    let (x, width) = (inner.x + left, (inner.width - left).max(1.0));
    layout.days = whole_span(pen, body, width);
    let days = days_in_view(layout.days, view);
    let mut lanes = moments::Lanes::of(pen, body, (x, width), days);
    // Where there is hardly a plot, what is written over it goes first.
    if plot_bottom - top - lanes.height(line) < 80.0 {
        lanes = moments::Lanes::none();
    }
    let plot_top = top + line + 4.0 + lanes.height(line);
    layout.plot = Rect { x, y: plot_top, width, height: (plot_bottom - plot_top).max(1.0) };
    let most = f64::from(layout.plot.height / 44.0).clamp(2.0, 8.0);
    let numbers = numbers_in_view(body, days, most);
    layout.axis_end = numbers.1;
    layout.ticks = body.axis.ticks(numbers.0.max(body.axis.start()), numbers.1, most);
    layout.ticks.retain(|tick| tick.at <= numbers.1 + 1e-9);
    let field = Field { plot: layout.plot, days, numbers, axis: &body.axis };
    pen.line(&body.axis.title, (inner.x, top), TICK_SIZE, (Weight::Regular, Tone::Muted), Align::Left, Place::Frame);
    grid(pen, layout, &field);
    time_ticks::place(pen, body, &field, inner);
    let mut labels = Labels::new(layout.plot, inner);
    moments::place(pen, body, &lanes, (&field, line), top + line + 4.0);
    for bar in &body.bars {
        period_bars::place(pen, bar, &field);
    }
    for level in &body.levels {
        let y = field.y(level.at);
        let ends = [(field.plot.x, y), (field.plot.right(), y)];
        pen.stroke(&ends, 1.2, Dash::Dashed, level.tone, Place::Plot);
        labels.ink_line(&ends);
    }
    revisions::place_under(pen, body, &field);
    // What stands lies on top.
    for track in body.tracks.iter().rev() {
        track::place(pen, track, &field, &mut labels);
    }
    revisions::place_over(pen, body, &field, &mut labels);
    name_bars(pen, body, &field, &mut labels);
    name_tracks(pen, body, &field, &mut labels);
    name_levels(pen, body, &field, &mut labels);
    let zero = field.y_of_own(body.axis.start());
    pen.stroke(&[(x, zero), (x + width, zero)], 1.0, Dash::Solid, Tone::Muted, Place::Plot);
    let plot = layout.plot;
    pen.hits.retain(|hit| {
        let middle = hit.rect.x + hit.rect.width / 2.0;
        middle >= plot.x - 0.5 && middle <= plot.right() + 0.5 && hit.rect.bottom() > plot.y - 8.0
    });
    pen.hits.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    notes.place(pen, inner, plot_bottom + below);
}

fn widest_number(body: &TimePlot) -> String {
    let end = body.axis.position(body.axis.largest * 1.3);
    let texts = body.axis.ticks(body.axis.start(), end, 8.0).into_iter().map(|tick| tick.text);
    texts.max_by_key(String::len).unwrap_or_default()
}

/// All days, with room at the right for the names of the lines that end there.
fn whole_span(pen: &Pen, body: &TimePlot, width: f32) -> (f64, f64) {
    let (first, last) = body.days;
    let (mut end, first) = (last, first - (last - first) * 0.008);
    for track in &body.tracks {
        let Some(point) = track.points.last().filter(|point| point.to > first + (last - first) * 0.75) else {
            continue;
        };
        let room =
            track_words(track).into_iter().next().map_or(0.0, |words| words.size(pen).0) + track::tail(track) + 12.0;
        let room = f64::from(room.min(width * 0.4) / width);
        end = end.max(first + (point.to - first) / (1.0 - room));
    }
    (first, end + (end - first) * 0.008)
}

/// The days that a view shows.
pub(super) fn days_in_view(whole: (f64, f64), view: View) -> (f64, f64) {
    let width = (whole.1 - whole.0) / view.zoom.clamp(1.0, 1e7);
    let from = whole.0 + view.skipped.clamp(0.0, (whole.1 - whole.0 - width).max(0.0));
    (from, from + width)
}

/// From zero to the highest number in view, up to a whole tick.
fn numbers_in_view(body: &TimePlot, days: (f64, f64), most: f64) -> (f64, f64) {
    let axis = &body.axis;
    let mut highest = 0.0_f64;
    for track in body.tracks.iter().filter(|track| track.kind != TrackKind::Pending) {
        let (from, to) = track::in_view(&track.points, days);
        // The line into the view belongs to it.
        let seen = track.extremes.between(from.saturating_sub(1), to);
        highest = highest.max(seen.map_or(0.0, |seen| seen.high));
    }
    let bars = body.bars.iter().filter(|bar| bar.to > days.0 && bar.from < days.1);
    highest = bars.map(|bar| bar.height).fold(highest, f64::max);
    let old = body.revisions.iter().filter_map(|revision| revision.old);
    highest = old.filter(|(day, _)| *day >= days.0 && *day <= days.1).map(|(_, at)| at).fold(highest, f64::max);
    let levels = body.levels.iter().map(|level| level.at).filter(|at| highest <= 0.0 || *at <= highest * 6.0);
    highest = levels.fold(highest, f64::max);
    if highest <= 0.0 || days == body.days {
        highest = axis.largest;
    }
    let pending = body.tracks.iter().filter(|track| track.kind == TrackKind::Pending);
    let pending = pending.filter_map(|track| {
        let (from, to) = track::in_view(&track.points, days);
        Some(track.extremes.between(from, to)?.high)
    });
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
            let end = if end - step * 0.5 >= top { end - step * 0.5 } else { end };
            // Room under the zero line for a correction and its words.
            let below = if body.lowest < 0.0 { body.lowest - end * 0.06 } else { 0.0 };
            (below, end)
        }
    }
}

fn grid(pen: &mut Pen, layout: &Layout, field: &Field) {
    let plot = field.plot;
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

/// What stands at the end of a line: the longest first.
fn track_words(track: &Track) -> Vec<Words> {
    let tone = if track.tone == Tone::Accent || track.kind == TrackKind::Pending { track.tone } else { Tone::Ink };
    if track.kind == TrackKind::Pending {
        return vec![Words(vec![(track.name.clone(), 11.0, Weight::Regular, tone)])];
    }
    let name = |text: String| (text, 12.0, Weight::Strong, tone);
    let small = (!track.small.is_empty()).then(|| (track.small.clone(), 10.5, Weight::Regular, Tone::Muted));
    let full = Words([Some(name(format!("{} {}", track.name, track.last))), small].into_iter().flatten().collect());
    vec![full, Words(vec![name(format!("{} {}", track.name, track.last))]), Words(vec![name(track.name.clone())])]
}

fn name_tracks(pen: &mut Pen, body: &TimePlot, field: &Field, labels: &mut Labels) {
    for track in &body.tracks {
        let (_, to) = track::in_view(&track.points, field.days);
        let Some(point) = to.checked_sub(1).map(|index| &track.points[index]) else { continue };
        let is_last = to == track.points.len();
        let (at, tail) = if is_last { (point.day(), track::tail(track)) } else { (field.days.1, 0.0) };
        // A line that ended before the view has its name there.
        if is_last && !field.shows(at) {
            continue;
        }
        let (x, y) = (field.x(at), field.y(point.at));
        if y < field.plot.y - 1.0 {
            above_the_plot(pen, track, (x, field.plot), labels);
            continue;
        }
        let words = if is_last {
            track_words(track)
        } else {
            track_words(track).split_off(2.min(track_words(track).len() - 1))
        };
        for words in words {
            let size = words.size(pen);
            if let Some(at) = labels.best(Candidate::around((x, y), tail, size), size) {
                lead(pen, (x, y), Rect { x: at.0, y: at.1, width: size.0, height: size.1 });
                words.place(pen, at, Place::Frame);
                break;
            }
        }
    }
}

/// A hairline from the end of a line to a name that had to stand away from it.
fn lead(pen: &mut Pen, (x, y): (f32, f32), name: Rect) {
    const NEAR: f32 = 16.0;
    let end = (x.clamp(name.x, name.right()), y.clamp(name.y + 2.0, name.bottom() - 1.0));
    // Beside its point a name needs none, and above or below it only where other ink lies between.
    if (end.1 - y).abs() > NEAR {
        pen.stroke(&[(x, y), end], 0.8, Dash::Solid, Tone::NeutralLine, Place::Frame);
    }
}

/// People under investigation may be far more than all counts: their line leaves the plot, and its name says so.
fn above_the_plot(pen: &mut Pen, track: &Track, (x, plot): (f32, Rect), labels: &mut Labels) {
    let text = format!("↑ {} · {}", track.name, track.last);
    let words = Words(vec![(text, 11.0, Weight::Regular, Tone::Muted)]);
    let size = words.size(pen);
    let first = x.min(plot.right()) - size.0;
    let places = [first, first - 40.0, plot.x + 4.0, plot.right() - size.0];
    let places = places.into_iter().flat_map(|x| [plot.y + 2.0, plot.y + 18.0].map(|y| (x.max(plot.x + 2.0), y)));
    if let Some(at) = labels.best(places.collect(), size) {
        words.place(pen, at, Place::Frame);
    }
}

fn name_levels(pen: &mut Pen, body: &TimePlot, field: &Field, labels: &mut Labels) {
    for level in &body.levels {
        let y = field.y(level.at);
        let words = Words(vec![(level.text.clone(), 11.5, Weight::Strong, level.tone)]);
        let size = words.size(pen);
        let (left, right) = (field.plot.x + 6.0, field.plot.right() - size.0 - 2.0);
        let steps = [1.0, 0.8, 0.6, 0.4, 0.2, 0.0].map(|part| left + (right - left) * part);
        let places = steps.into_iter().flat_map(|x| [(x, y - size.1 - 1.0), (x, y + 2.0)]);
        let Some(at) = labels.best(places.collect(), size) else { continue };
        words.place(pen, at, Place::Plot);
        let rect = Rect { x: at.0, y: at.1, width: size.0, height: size.1 };
        pen.hits.push(Hit { rect, target: Target::Count(level.key.clone()), text: level.hover.clone() });
    }
}

fn name_bars(pen: &mut Pen, body: &TimePlot, field: &Field, labels: &mut Labels) {
    for bar in body.bars.iter().filter(|bar| bar.to > field.days.0 && bar.from < field.days.1) {
        let rect = period_bars::rect(bar, field);
        labels.ink_rect(rect);
    }
    for bar in body.bars.iter().filter(|bar| !bar.label.is_empty()) {
        if bar.to <= field.days.0 || bar.from >= field.days.1 {
            continue;
        }
        let rect = period_bars::rect(bar, field);
        let words = Words(vec![(bar.label.clone(), 10.5, Weight::Regular, Tone::Ink)]);
        let size = words.size(pen);
        let middle = rect.x + rect.width / 2.0 - size.0 / 2.0;
        let y = if bar.height < 0.0 { rect.bottom() + 1.0 } else { rect.y - size.1 - 1.0 };
        let up = if bar.height < 0.0 { 1.0 } else { -1.0 };
        let places = [0.0, 12.0, 24.0]
            .into_iter()
            .flat_map(|far| [middle, rect.x, rect.right() - size.0].map(|x| (x, y + up * far)));
        if let Some(at) = labels.best(places.collect(), size) {
            words.place(pen, at, Place::Plot);
        }
    }
}
