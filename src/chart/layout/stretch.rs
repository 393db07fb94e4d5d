//! Stretches of a line that are neither level nor upright: over a period whose number is added; and where a line leaves off.

use super::labels::Labels;
use super::time::Field;
use crate::chart::time_plot::{TimePoint, Way};

/// A straight line is kept clear of texts in pieces of this width.
const PIECE: f32 = 4.0;

/// The day on which the line leaves the level of the first of two points.
pub(super) fn start(pair: &[TimePoint]) -> f64 {
    match pair[1].way {
        Way::Step => pair[1].day(),
        Way::Slope => pair[1].from.max(pair[0].day()),
        Way::Silence => pair[0].day(),
    }
}

/// The straight line between two days with their numbers, as far as it is in view.
pub(super) fn straight(field: &Field, (from, start): (f64, f64), (to, end): (f64, f64)) -> Option<[(f32, f32); 2]> {
    let (first, last) = (from.max(field.days.0), to.min(field.days.1));
    if first >= last {
        return None;
    }
    let [start, end] = [start, end].map(|number| field.axis.position(number));
    let place = |day: f64| {
        let position = start + (end - start) * (day - from) / (to - from);
        (field.x(day), field.y_of_own(position).clamp(field.plot.y, field.plot.bottom()))
    };
    Some([place(first), place(last)])
}

/// Keeps texts off a straight line.
pub(super) fn ink(labels: &mut Labels, [start, end]: [(f32, f32); 2]) {
    let pieces = ((end.0 - start.0) / PIECE).ceil().max(1.0);
    let at = |part: f32| (start.0 + (end.0 - start.0) * part, start.1 + (end.1 - start.1) * part);
    let mut part = 0.0;
    while part < pieces {
        labels.ink_line(&[at(part / pieces), at((part + 1.0) / pieces)]);
        part += 1.0;
    }
}
