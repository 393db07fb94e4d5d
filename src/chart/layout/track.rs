//! One line: steps, the ink of its points, and signs of falls and jumps. Where points lie closer than pixels, each column
//! of pixels shows the smallest and the largest number in it, so that no extreme is lost.

use super::columns;
use super::labels::Labels;
use super::point::{RADIUS, dotted_ring, point_ink, sign};
use super::range;
use super::seen::{Detail, Seen};
use super::spots::Spots;
use super::stretch;
use super::text::Pen;
use super::time::Field;
use crate::analysis::Step;
use crate::chart::placed::{Dash, Mark, Place, Rect, Shape};
use crate::chart::time_plot::{Course, Ending, PointInk, TimePoint, Track, TrackKind, Way};
use crate::text::tick;

/// How far an open end reaches beyond the last point.
const TAIL: f32 = 14.0;
/// How far the dots of an event that is not over reach beyond the end of its line.
const ONWARD: f32 = 16.0;
/// Points closer than this share a mark.
const APART: f32 = 6.0;
/// Signs of falls and jumps of one line are at least so far from each other.
const SIGNS_APART: f32 = 24.0;
/// Places in columns that can be pointed at are so many columns apart.
const SPOTS_APART: f32 = 12.0;

/// How far the end of a line reaches beyond its last point.
pub(super) fn tail(track: &Track) -> f32 {
    let end = if track.ending == Ending::Open { TAIL } else { 8.0 };
    if track.course == Course::Onward { end + ONWARD } else { end }
}

pub(super) fn place<'t>(
    pen: &mut Pen,
    (seen, detail): (Seen<'t>, &Detail),
    field: &Field,
    labels: &mut Labels,
    spots: &mut Spots<'t>,
) {
    if detail.is_dense(&seen, field) {
        dense(pen, seen, field, labels, spots);
    } else {
        let marks = detail.has_marks(&seen);
        range::bands(pen, seen, field, labels);
        steps(pen, seen, field, labels);
        points(pen, (seen, marks), field, labels, spots);
    }
    end(pen, seen, field, labels);
}

pub(super) fn width_of(track: &Track) -> (f32, Dash) {
    match track.kind {
        TrackKind::Stands => (2.2, track.dash),
        TrackKind::Other => (1.5, track.dash),
        TrackKind::Pending => (1.3, track.dash),
    }
}

/// A line in columns, with the mark of its last point.
fn dense<'t>(pen: &mut Pen, seen: Seen<'t>, field: &Field, labels: &mut Labels, spots: &mut Spots<'t>) {
    let track = seen.track;
    let mut last = f32::NEG_INFINITY;
    columns::line(pen, seen, field, |x, (top, bottom)| {
        labels.ink_line(&[(x, top), (x, bottom)]);
        if x - last < SPOTS_APART * field.column {
            return;
        }
        last = x;
        if let Some(index) = seen.last_before(field.day(x + field.column / 2.0)) {
            spots.add(track, index, (x, field.y(track.points[index].at)));
        }
    });
    if let Some(point) = seen.last() {
        mark(pen, track, point, (field.x(point.day()), field.y(point.at)), field);
    }
}

pub(super) fn inside(field: &Field, (left, right): (f32, f32)) -> (f32, f32) {
    let (start, end) = (field.plot.x, field.plot.right());
    (left.clamp(start, end), right.clamp(start, end))
}

/// The stepped line into, through and out of the view: thin over days without a report, broken where it leaves the plot.
fn steps(pen: &mut Pen, Seen { track, from, to }: Seen, field: &Field, labels: &mut Labels) {
    let (width, dash) = width_of(track);
    let shown = &track.points[from.saturating_sub(1)..(to + 1).min(track.points.len())];
    let (top, bottom) = (field.plot.y, field.plot.bottom());
    let mut path: Vec<(f32, f32)> = Vec::new();
    let end_path = |pen: &mut Pen, path: &mut Vec<(f32, f32)>| {
        if path.len() > 1 {
            pen.stroke(path, width, dash, track.tone, Place::Plot);
        }
        path.clear();
    };
    if let Some(first) = shown.first().filter(|_| from == 0) {
        // Before its first period nothing was counted.
        let start = (first.from, 0.0);
        sloped(pen, (track, first), stretch::straight(field, start, (first.day(), first.at)), labels);
    }
    for pair in shown.windows(2) {
        let start = stretch::start(pair);
        let (left, right) = inside(field, (field.x(pair[0].day()), field.x(start)));
        let (y, next) = (field.y(pair[0].at), field.y(pair[1].at));
        let gap = pair[1].from - pair[0].to > 1.0 && right - left > 3.0 && track.kind != TrackKind::Pending;
        let visible = y >= top - 0.5 && y <= bottom + 0.5;
        if right > left && visible {
            labels.ink_line(&[(left, y), (right, y)]);
            if gap {
                end_path(pen, &mut path);
                pen.stroke(&[(left, y), (right, y)], 1.0, dash, track.tone, Place::Plot);
            } else {
                if path.is_empty() {
                    path.push((left, y));
                }
                path.push((right, y));
            }
        }
        if !visible {
            end_path(pen, &mut path);
        }
        if pair[1].way != Way::Step {
            end_path(pen, &mut path);
            let line = stretch::straight(field, (start, pair[0].at), (pair[1].day(), pair[1].at));
            sloped(pen, (track, &pair[1]), line, labels);
            continue;
        }
        // The step itself, if its day is in view.
        if field.shows(pair[1].day()) {
            let (a, b) = (y.clamp(top, bottom), next.clamp(top, bottom));
            if (a - b).abs() > 0.01 {
                labels.ink_line(&[(right, a), (right, b)]);
                if path.is_empty() {
                    path.push((right, a));
                }
                path.push((right, b));
            }
            if next < top - 0.5 {
                end_path(pen, &mut path);
            }
        }
    }
    end_path(pen, &mut path);
}

/// The straight line to a point: as strong as the track over its period, none after a silence.
fn sloped(pen: &mut Pen, (track, point): (&Track, &TimePoint), line: Option<[(f32, f32); 2]>, labels: &mut Labels) {
    let (Some(line), (width, dash)) = (line, width_of(track)) else { return };
    match point.way {
        // What nobody counted has no line: one across would be read as a course of the toll.
        Way::Step | Way::Silence => return,
        Way::Slope => pen.stroke(&line, width, dash, track.tone, Place::Plot),
    }
    stretch::ink(labels, line);
}

/// The ink of the points that are apart from each other, as far as there is room for marks, and what they say.
fn points<'t>(
    pen: &mut Pen,
    (Seen { track, from, to }, marks): (Seen<'t>, bool),
    field: &Field,
    labels: &mut Labels,
    spots: &mut Spots<'t>,
) {
    let (mut last, mut last_spot, mut last_sign) = ((f32::NEG_INFINITY, 0.0), f32::NEG_INFINITY, f32::NEG_INFINITY);
    for index in from..to {
        let point = &track.points[index];
        let (x, y) = (field.x(point.day()), field.y(point.at));
        if y < field.plot.y - 0.5 {
            continue;
        }
        let is_signed = matches!(point.step, Step::Fall | Step::Reset | Step::Jump);
        let special = index + 1 == track.points.len() || is_signed && marks;
        // A range is drawn even where its mark is left out: its ends are extremes.
        range::whisker(pen, track, index, field, labels);
        let is_signed = is_signed && index > 0 && (marks || x - last_sign >= SIGNS_APART);
        let near = (x - last.0).abs() < APART && (y - last.1).abs() < APART;
        if (near || !marks) && !special {
            if is_signed {
                last_sign = x;
                sign(pen, point, (x, y), field.y(track.points[index - 1].at), field.plot);
            }
            if !marks && x - last_spot >= 1.0 {
                last_spot = x;
                spots.add(track, index, (x, y));
            }
            continue;
        }
        last = (x, y);
        mark(pen, track, point, (x, y), field);
        let first = if point.way == Way::Slope { point.to } else { point.from };
        let (left, right) = inside(field, (field.x(first), field.x(point.to)));
        labels.ink_line(&[(left, y), (right, y)]);
        labels.ink_rect(Rect { x: x - RADIUS, y: y - RADIUS, width: 2.0 * RADIUS, height: 2.0 * RADIUS });
        if is_signed {
            last_sign = x;
            sign(pen, point, (x, y), field.y(track.points[index - 1].at), field.plot);
        }
        if x - last_spot >= 1.0 || special {
            last_spot = x;
            spots.add(track, index, (x, y));
        }
    }
}

/// What stands after the last point, where it is in view: the sign of a lower bound, and dots where the event went on.
fn end(pen: &mut Pen, seen: Seen, field: &Field, labels: &mut Labels) {
    let (track, Some(point)) = (seen.track, seen.last()) else { return };
    let (x, y) = (field.x(point.day()), field.y(point.at));
    if track.ending == Ending::Open && track.kind != TrackKind::Pending && y >= field.plot.y {
        let x = (x + RADIUS + 3.0).min(field.plot.right() - 6.0);
        let points = [(x, y - 5.0), (x + 5.0, y), (x, y + 5.0)];
        pen.stroke(&points, 2.0, Dash::Solid, track.tone, Place::Plot);
    }
    // A month's line is no place for dots.
    let end = if point.to > point.from { field.x(point.to) } else { x };
    onward(pen, track, (end, y), field);
    if track.course == Course::Onward {
        let end = end.min(field.plot.right());
        labels.ink_line(&[(end, y), ((end + tail(track)).min(field.plot.right()), y)]);
    }
}

/// Three dots after a line whose event was not over: it says nothing of the days that follow.
fn onward(pen: &mut Pen, track: &Track, (x, y): (f32, f32), field: &Field) {
    if track.course != Course::Onward || y < field.plot.y {
        return;
    }
    let end = x + tail(track) - 1.0;
    for middle in [end - 12.0, end - 6.0, end].into_iter().filter(|x| *x < field.plot.right() - 1.0) {
        let shape = Shape::Circle { middle: (middle, y), radius: 0.6, filled: true };
        pen.marks.push(Mark { place: Place::Plot, tone: track.tone, shape });
    }
}

/// What a point says, in short where there are too many to have written all.
pub(super) fn words_of(track: &Track, index: usize) -> String {
    let point = &track.points[index];
    track.said.get(index).cloned().unwrap_or_else(|| {
        let sign = match point.ink {
            PointInk::Ring => "≥ ",
            PointInk::Soft => "≈ ",
            PointInk::Cap => "≤ ",
            PointInk::Filled | PointInk::Range => "",
        };
        format!("{sign}{}\n{}", tick(point.at), track.name)
    })
}

fn mark(pen: &mut Pen, track: &Track, point: &TimePoint, (x, y): (f32, f32), field: &Field) {
    // A date known only to a month is the whole month. A period is the slope before the point.
    if point.to > point.from && point.way != Way::Slope {
        let (left, right) = inside(field, (field.x(point.from), field.x(point.to)));
        if right - left > 2.0 * RADIUS + 2.0 {
            pen.stroke(&[(left, y), (right, y)], 1.2, Dash::Solid, track.tone, Place::Plot);
            for end in [left, right] {
                pen.stroke(&[(end, y - 3.0), (end, y + 3.0)], 1.2, Dash::Solid, track.tone, Place::Plot);
            }
        }
    }
    if track.kind == TrackKind::Pending {
        dotted_ring(pen, (x, y), 3.0, track.tone, Place::Plot);
    } else {
        point_ink(pen, point.ink, (x, y), track.tone, Place::Plot);
    }
}
