//! A row on a logarithmic axis: a dot for the number, a line for a range, a chevron for a lower bound. Never a bar, since
//! a bar's length would mean nothing there.

use super::legend;
use super::row::Scaled;
use super::text::Pen;
use crate::chart::figure::{End, Row};
use crate::chart::placed::{Dash, Hit, Mark, Place, Rect, Shape};

/// The radius of the dot of what stands.
pub(super) const RADIUS: f32 = 5.5;

pub(super) fn place(pen: &mut Pen, row: &Row, lane: Rect, scale: &Scaled, radius: f32) {
    let middle = lane.y + lane.height / 2.0;
    for (index, dot) in row.dots.iter().enumerate() {
        if let Some((low, high)) = dot.span {
            let points = [(scale.x(low), middle), (scale.x(high), middle)];
            let is_range = matches!(row.end, End::Range { .. } | End::OpenRange { .. });
            let dash = if is_range { Dash::Solid } else { Dash::Dashed };
            pen.stroke(&points, 2.0, dash, dot.tone, Place::Plot);
        }
        let x = scale.x(dot.at);
        let shape = Shape::Circle { middle: (x, middle), radius, filled: dot.filled };
        pen.marks.push(Mark { place: Place::Plot, tone: dot.tone, shape });
        if dot.filled {
            let inside = Rect { x: x - radius, y: middle - radius, width: 2.0 * radius, height: 2.0 * radius };
            legend::stripes_of(inside, dot.tone).for_each(|stripe| pen.paper(stripe, Place::Plot));
        }
        let rect = Rect { x: x - 8.0, y: middle - 8.0, width: 16.0, height: 16.0 };
        pen.hits.push(Hit { rect, target: dot.target.clone(), text: dot.hover.clone() });
        match row.end {
            End::Open => pen.chevron(x + radius + 3.0, middle - 7.0, middle + 7.0, row.end_tone, Place::Plot),
            End::Soft => {
                let points = [(x + radius + 4.0, middle - 8.0), (x + radius + 4.0, middle + 8.0)];
                pen.stroke(&points, 2.0, Dash::Dashed, row.end_tone, Place::Plot);
            }
            End::Unbounded => pen.chevrons(x + radius + 1.0, middle - 7.0, middle + 7.0, row.end_tone, Place::Plot),
            // The chevron is the highest number's.
            End::OpenRange { .. } if index > 0 => {
                pen.chevron(x + radius + 3.0, middle - 7.0, middle + 7.0, row.end_tone, Place::Plot);
            }
            End::Closed | End::Range { .. } | End::OpenRange { .. } => {}
        }
    }
}
