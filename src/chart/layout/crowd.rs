//! Lines that are too many to be drawn one by one, as one area: each column of pixels reaches from the lowest to the highest
//! of their points in it, so that no extreme is lost.

use super::columns::{self, Columns};
use super::spots::Spots;
use super::text::Pen;
use super::time::Field;
use crate::chart::looks::PLAIN;
use crate::chart::placed::{Mark, Place, Rect, Shape};
use crate::chart::time_plot::Crowd;

/// That of an area that is light in the legend.
const OPACITY: f32 = 0.35;
/// How far the places that can be pointed at are apart.
const APART: f32 = 16.0;

/// The indices of the points in view: from the first to before the second.
pub(super) fn in_view(crowd: &Crowd, (from, to): (f64, f64)) -> (usize, usize) {
    let start = crowd.points.partition_point(|point| point.day < from);
    (start, start + crowd.points[start..].partition_point(|point| point.day <= to))
}

pub(super) fn place<'t>(pen: &mut Pen, crowd: &'t Crowd, field: &Field, spots: &mut Spots<'t>) {
    let (from, to) = in_view(crowd, field.days);
    let (count, per) = columns::count(field);
    if let Some(columns) = crowd.overview.columns(field.days.0, per, count) {
        for (column, bucket) in columns {
            area(pen, columns::middle(field, column), (bucket.low.into(), bucket.high.into()), field);
        }
    } else {
        for (x, index, next) in Columns::of(field, (from, to), |index| crowd.points[index].day) {
            if let Some(extreme) = crowd.extremes.between(index, next) {
                area(pen, x, (extreme.low, extreme.high), field);
            }
        }
    }
    let wide = Field { column: APART, ..*field };
    for (x, index, next) in Columns::of(&wide, (from, to), |index| crowd.points[index].day) {
        for index in [crowd.extremes.highest(index, next), crowd.extremes.lowest(index, next)].into_iter().flatten() {
            let point = crowd.points[index];
            let track = &crowd.tracks[point.track as usize];
            let placed = &track.points[point.point as usize];
            spots.add(track, point.point as usize, (x, field.y(placed.at)));
        }
    }
}

fn area(pen: &mut Pen, x: f32, (low, high): (f64, f64), field: &Field) {
    let plot = field.plot;
    let (top, bottom) = (field.y(high).max(plot.y), field.y(low).min(plot.bottom()));
    if bottom < top {
        return;
    }
    // Nothing that was counted may vanish.
    let rect = Rect { x: x - field.column / 2.0, y: top, width: field.column, height: (bottom - top).max(1.0) };
    pen.marks.push(Mark { place: Place::Plot, tone: PLAIN.tone, shape: Shape::Area { rect, opacity: OPACITY } });
}
