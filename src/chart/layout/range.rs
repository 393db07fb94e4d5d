//! Ranges of a line: a light band between neighbours that are close, and an upright stroke with ends where one stands alone.

use super::labels::Labels;
use super::seen::Seen;
use super::text::Pen;
use super::time::Field;
use super::track::inside;
use crate::chart::placed::{Dash, Mark, Place, Rect, Shape};
use crate::chart::time_plot::{PointInk, TimePoint, Track};

/// Ranges closer than this to both neighbours have the edges of their band in place of upright strokes.
const CLOSE: f32 = 16.0;

fn is_range(point: &TimePoint) -> bool {
    point.ink == PointInk::Range
}

/// From low to high of neighbouring ranges.
pub(super) fn bands(pen: &mut Pen, Seen { track, from, to }: Seen, field: &Field, labels: &mut Labels) {
    let start = from.saturating_sub(1);
    for index in start..(to + 1).min(track.points.len()).saturating_sub(1) {
        let (point, next) = (&track.points[index], &track.points[index + 1]);
        if !(is_range(point) && is_range(next)) {
            continue;
        }
        let (left, right) = inside(field, (field.x(point.day()), field.x(next.day())));
        let (top, bottom) = (field.y(point.high), field.y(point.low));
        let rect = Rect { x: left, y: top, width: right - left, height: bottom - top };
        pen.marks.push(Mark { place: Place::Plot, tone: track.tone, shape: Shape::Area { rect, opacity: 0.16 } });
        if !is_close(track, index, field) {
            continue;
        }
        for (y, next) in [(top, field.y(next.high)), (bottom, field.y(next.low))] {
            let edge = [(left, y), (right, y), (right, next)];
            pen.stroke(&edge, 0.8, Dash::Solid, track.tone, Place::Plot);
            labels.ink_line(&edge);
        }
    }
}

/// Whether the range at `index` is next to others on both sides, so that their band says all.
fn is_close(track: &Track, index: usize, field: &Field) -> bool {
    let point = &track.points[index];
    let near = |other: Option<&TimePoint>| {
        other.is_some_and(|other| is_range(other) && (field.x(other.day()) - field.x(point.day())).abs() < CLOSE)
    };
    let (before, after) =
        (index.checked_sub(1).and_then(|before| track.points.get(before)), track.points.get(index + 1));
    near(after) && (index == 0 || near(before))
}

/// From low to high of a range; a half-open one ends at its number.
pub(super) fn whisker(pen: &mut Pen, track: &Track, index: usize, field: &Field, labels: &mut Labels) {
    let point = &track.points[index];
    if point.low >= point.high || is_range(point) && is_close(track, index, field) {
        return;
    }
    let (x, low, high) = (field.x(point.day()), field.y(point.low), field.y(point.high));
    pen.stroke(&[(x, low), (x, high)], 1.5, Dash::Solid, track.tone, Place::Plot);
    labels.ink_line(&[(x, low), (x, high)]);
    for end in [low, high] {
        pen.stroke(&[(x - 3.5, end), (x + 3.5, end)], 1.5, Dash::Solid, track.tone, Place::Plot);
    }
}
