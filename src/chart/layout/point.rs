//! A timeline's points: each in its own ink, and signs of falls, resets and jumps; also in the legend.

use super::text::Pen;
use crate::analysis::Step;
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Mark, Place, Rect, Shape};
use crate::chart::time_plot::{PointInk, TimePoint};

pub(super) const RADIUS: f32 = 3.2;

/// A point in its ink; also in the legend.
pub(super) fn point_ink(pen: &mut Pen, ink: PointInk, (x, y): (f32, f32), tone: Tone, place: Place) {
    let circle = |radius, filled| Mark { place, tone, shape: Shape::Circle { middle: (x, y), radius, filled } };
    match ink {
        PointInk::Filled => pen.marks.push(circle(RADIUS - 0.4, true)),
        PointInk::Ring => pen.marks.push(circle(RADIUS, false)),
        PointInk::Soft => {
            pen.marks.push(circle(0.9, true));
            dotted_ring(pen, (x, y), RADIUS + 1.6, tone, place);
        }
        PointInk::Cap => {
            let points = vec![(x - 4.0, y - 1.0), (x + 4.0, y - 1.0), (x, y + 6.0)];
            pen.marks.push(Mark { place, tone, shape: Shape::Polygon { points } });
        }
        // A diamond: the best number of a range, or its lowest.
        PointInk::Range => {
            let points = vec![(x - 4.0, y), (x, y - 4.0), (x + 4.0, y), (x, y + 4.0)];
            pen.marks.push(Mark { place, tone, shape: Shape::Polygon { points } });
        }
    }
}

/// A ring of dots: about, or under investigation.
pub(super) fn dotted_ring(pen: &mut Pen, (x, y): (f32, f32), radius: f32, tone: Tone, place: Place) {
    let corner = |step: u8| {
        let angle = f32::from(step) / 16.0 * std::f32::consts::TAU;
        (x + radius * angle.cos(), y + radius * angle.sin())
    };
    let points: Vec<(f32, f32)> = (0..=16).map(corner).collect();
    pen.stroke(&points, 1.2, Dash::Dotted, tone, place);
}

/// How far a sign is from its step, and how wide a half of it is.
const BESIDE: f32 = 8.0;
const HALF: f32 = 4.0;

/// A small sign beside the step of a fall, a reset or a jump: inside the angle that it makes, as far as that is in `plot`.
pub(super) fn sign(pen: &mut Pen, point: &TimePoint, (x, y): (f32, f32), before: f32, plot: Rect) {
    let (left, right) = (x - BESIDE, x + BESIDE);
    let at = match point.step {
        Step::First | Step::Rise => return,
        Step::Jump if left - HALF < plot.x => right,
        Step::Jump => left,
        _ if right + HALF > plot.right() => left,
        _ => right,
    };
    sign_at(pen, (at, f32::midpoint(y, before)), point.step, Place::Plot);
}

/// A triangle upwards for a jump, downwards for a fall, with a bar under it for a reset.
pub(super) fn sign_at(pen: &mut Pen, (x, y): (f32, f32), step: Step, place: Place) {
    let up = if step == Step::Jump { 1.0 } else { -1.0 };
    let points = vec![(x - HALF, y + 3.5 * up), (x, y - 3.5 * up), (x + HALF, y + 3.5 * up)];
    pen.marks.push(Mark { place, tone: Tone::Ink, shape: Shape::Polygon { points } });
    if step == Step::Reset {
        pen.stroke(&[(x - 4.0, y + 6.0), (x + 4.0, y + 6.0)], 1.6, Dash::Solid, Tone::Ink, place);
    }
}
