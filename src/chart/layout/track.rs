//! One line: steps, the ink of its points, and signs of falls and jumps. Where points lie closer than pixels, each column
//! of pixels shows the smallest and the largest number in it, so that no extreme is lost.

use super::labels::Labels;
use super::point::{RADIUS, dotted_ring, point_ink, sign};
use super::text::Pen;
use super::time::Field;
use crate::analysis::Step;
use crate::chart::figure::Target;
use crate::chart::placed::{Dash, Hit, Mark, Place, Rect, Shape};
use crate::chart::time_plot::{Course, Ending, PointInk, TimePoint, Track, TrackKind};
use crate::text::tick;

/// How far an open end reaches beyond the last point.
const TAIL: f32 = 14.0;
/// How far the dots of an event that is not over reach beyond the end of its line.
const ONWARD: f32 = 16.0;
/// Points closer than this share a mark.
const APART: f32 = 6.0;
/// With more points than this for each point of width, columns are drawn.
const DENSE: f32 = 1.5;

/// How far the end of a line reaches beyond its last point.
pub(super) fn tail(track: &Track) -> f32 {
    let end = if track.ending == Ending::Open { TAIL } else { 8.0 };
    if track.course == Course::Onward { end + ONWARD } else { end }
}

/// The indices of the points in view: from the first to before the second.
pub(super) fn in_view(points: &[TimePoint], (from, to): (f64, f64)) -> (usize, usize) {
    let start = points.partition_point(|point| point.day() < from);
    (start, start + points[start..].partition_point(|point| point.day() <= to))
}

pub(super) fn place(pen: &mut Pen, track: &Track, field: &Field, labels: &mut Labels) {
    let (from, to) = in_view(&track.points, field.days);
    if (to - from) as f32 > field.plot.width * DENSE {
        columns(pen, track, field, (from, to), labels);
    } else {
        bands(pen, track, field, (from, to));
        if track.kind != TrackKind::Periods {
            steps(pen, track, field, (from, to), labels);
        }
        points(pen, track, field, (from, to), labels);
    }
}

fn width_of(track: &Track) -> (f32, Dash) {
    match track.kind {
        TrackKind::Stands | TrackKind::Periods => (2.2, Dash::Solid),
        TrackKind::Other => (1.5, Dash::Solid),
        TrackKind::Pending => (1.3, Dash::Dotted),
    }
}

/// From low to high of neighbouring ranges.
fn bands(pen: &mut Pen, track: &Track, field: &Field, (from, to): (usize, usize)) {
    let points = &track.points[from.saturating_sub(1)..(to + 1).min(track.points.len())];
    for pair in points.windows(2).filter(|pair| pair[0].ink == PointInk::Range && pair[1].ink == PointInk::Range) {
        let (left, right) = inside(field, (field.x(pair[0].day()), field.x(pair[1].day())));
        let (top, bottom) = (field.y(pair[0].high), field.y(pair[0].low));
        let rect = Rect { x: left, y: top, width: right - left, height: bottom - top };
        pen.marks.push(Mark { place: Place::Plot, tone: track.tone, shape: Shape::Area { rect, opacity: 0.16 } });
    }
}

fn inside(field: &Field, (left, right): (f32, f32)) -> (f32, f32) {
    let (start, end) = (field.plot.x, field.plot.right());
    (left.clamp(start, end), right.clamp(start, end))
}

/// The stepped line into, through and out of the view: thin over days without a report, broken where it leaves the plot.
fn steps(pen: &mut Pen, track: &Track, field: &Field, (from, to): (usize, usize), labels: &mut Labels) {
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
    for pair in shown.windows(2) {
        let (left, right) = inside(field, (field.x(pair[0].day()), field.x(pair[1].day())));
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

/// The ink of the points that are apart from each other, and what they say.
fn points(pen: &mut Pen, track: &Track, field: &Field, (from, to): (usize, usize), labels: &mut Labels) {
    let (mut last, mut last_hit) = ((f32::NEG_INFINITY, 0.0), f32::NEG_INFINITY);
    for index in from..to {
        let point = &track.points[index];
        let (x, y) = (field.x(point.day()), field.y(point.at));
        if y < field.plot.y - 0.5 {
            continue;
        }
        let special = matches!(point.step, Step::Fall | Step::Reset | Step::Jump) || index + 1 == track.points.len();
        // A range is drawn even where its mark is left out: its ends are extremes.
        whisker(pen, track, point, x, field);
        let near = (x - last.0).abs() < APART && (y - last.1).abs() < APART;
        if near && !special {
            continue;
        }
        last = (x, y);
        mark(pen, track, point, (x, y), field);
        let (left, right) = inside(field, (field.x(point.from), field.x(point.to)));
        labels.ink_line(&[(left, y), (right, y)]);
        labels.ink_rect(Rect { x: x - RADIUS, y: y - RADIUS, width: 2.0 * RADIUS, height: 2.0 * RADIUS });
        if index > 0 {
            sign(pen, point, (x, y), field.y(track.points[index - 1].at));
        }
        if x - last_hit >= 1.0 || special {
            last_hit = x;
            pen.hits.push(hit(track, index, (x, y)));
        }
    }
    let Some(point) = track.points.last().filter(|point| to == track.points.len() && field.shows(point.day())) else {
        return;
    };
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

fn hit(track: &Track, index: usize, (x, y): (f32, f32)) -> Hit {
    let point = &track.points[index];
    let mut key = track.key.clone();
    key.report = point.report;
    let text = track.said.get(index).cloned().unwrap_or_else(|| {
        let sign = match point.ink {
            PointInk::Ring => "≥ ",
            PointInk::Soft => "≈ ",
            PointInk::Cap => "≤ ",
            PointInk::Filled | PointInk::Range => "",
        };
        format!("{sign}{}\n{}", tick(point.at), track.name)
    });
    let rect = Rect { x: x - 7.0, y: y - 7.0, width: 14.0, height: 14.0 };
    Hit { rect, target: Target::Count(key), text }
}

/// From low to high of a range.
fn whisker(pen: &mut Pen, track: &Track, point: &TimePoint, x: f32, field: &Field) {
    if point.low < point.high {
        let (low, high) = (field.y(point.low), field.y(point.high));
        pen.stroke(&[(x, low), (x, high)], 1.5, Dash::Solid, track.tone, Place::Plot);
        for end in [low, high] {
            pen.stroke(&[(x - 3.5, end), (x + 3.5, end)], 1.5, Dash::Solid, track.tone, Place::Plot);
        }
    }
}

fn mark(pen: &mut Pen, track: &Track, point: &TimePoint, (x, y): (f32, f32), field: &Field) {
    // A date known only to a month is the whole month.
    if point.to > point.from {
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

/// One column for each point of width: from the smallest to the largest number, entered from the left and left with the
/// last one.
fn columns(pen: &mut Pen, track: &Track, field: &Field, (from, to): (usize, usize), labels: &mut Labels) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as many as points of width")]
    let count = field.plot.width.ceil() as usize;
    let per = (field.days.1 - field.days.0) / count as f64;
    let mut path: Vec<(f32, f32)> = Vec::with_capacity(count * 4);
    let (mut index, mut last_hit) = (from, f32::NEG_INFINITY);
    if let Some(before) = from.checked_sub(1) {
        path.push((field.plot.x, field.y(track.points[before].at)));
    }
    for column in 0..count {
        let end = field.days.0 + per * (column + 1) as f64;
        let next = if column + 1 == count {
            to
        } else {
            index + track.points[index..to].partition_point(|point| point.day() < end)
        };
        let Some(extreme) = track.extremes.between(index, next) else { continue };
        let x = field.plot.x + (column as f32 + 0.5).min(field.plot.width);
        let (first, last) = (field.y(track.points[index].at), field.y(track.points[next - 1].at));
        if let Some((_, before)) = path.last().copied() {
            path.push((x, before));
        }
        path.extend([(x, first), (x, field.y(extreme.low)), (x, field.y(extreme.high)), (x, last)]);
        labels.ink_line(&[(x, field.y(extreme.low)), (x, field.y(extreme.high))]);
        if x - last_hit >= 12.0 {
            last_hit = x;
            pen.hits.push(hit(track, next - 1, (x, last)));
        }
        index = next;
    }
    if to < track.points.len()
        && let Some((_, last)) = path.last().copied()
    {
        path.push((field.plot.right(), last));
    }
    let dash = width_of(track).1;
    for (_, y) in &mut path {
        *y = y.clamp(field.plot.y, field.plot.bottom());
    }
    pen.stroke(&path, 1.4, dash, track.tone, Place::Plot);
    if to == track.points.len() && field.shows(track.points[to - 1].day()) {
        let point = &track.points[to - 1];
        mark(pen, track, point, (field.x(point.day()), field.y(point.at)), field);
    }
}
