//! The parts of a part: a thinner strip under the bar, inside the stretch of the part that holds them; and a line that says
//! how much is broken down.

use super::legend;
use super::row::{SMALL, Scaled};
use super::text::{Align, Pen};
use crate::chart::figure::Row;
use crate::chart::palette::Tone;
use crate::chart::placed::{Hit, Place, Rect};
use crate::text::{Weight, elide};

const HEIGHT: f32 = 9.0;

/// The strip's bars; where they stand is the same axis as the bar's.
pub(super) fn place(pen: &mut Pen, row: &Row, top: f32, scale: &Scaled) {
    for bar in &row.strip {
        let (left, right) = (scale.x(bar.from), scale.x(bar.to));
        let rect = Rect { x: left, y: top, width: (right - left).max(1.5), height: HEIGHT };
        legend::fill_area(pen, rect, bar.fill, bar.tone, Place::Plot);
        let reachable = Rect { width: rect.width.max(6.0), ..rect };
        pen.hits.push(Hit { rect: reachable, target: bar.target.clone(), text: bar.hover.clone() });
    }
}

/// One line, cut where the plot ends; pointing at it says it whole.
pub(super) fn covered(pen: &mut Pen, row: &Row, top: f32, scale: &Scaled) {
    if row.covered.is_empty() {
        return;
    }
    let text = elide(&row.covered, SMALL, Weight::Regular, scale.plot.width - 8.0, pen.sizes);
    let at = (scale.plot.x + 2.0, top);
    let rect = pen.line(&text, at, SMALL, (Weight::Regular, Tone::Muted), Align::Left, Place::Plot);
    pen.hits.push(Hit { rect, target: row.target.clone(), text: row.covered.clone() });
}
