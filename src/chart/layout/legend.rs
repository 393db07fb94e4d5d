//! The legend above the plot, in as many lines as it needs; and the swatches that callouts use too.

use super::text::{Align, Pen};
use super::{area, point, revisions};
use crate::chart::figure::{Fill, Legend, Swatch};
use crate::chart::palette::{Tone, stripes};
use crate::chart::placed::{Dash, Mark, Place, Rect, Shape};
use crate::text::Weight;

const TEXT_SIZE: f32 = 12.0;
pub(super) const SWATCH: f32 = 11.0;
pub(super) const SWATCH_GAP: f32 = 5.0;
const BETWEEN: f32 = 16.0;
/// A legend of more lines would push the chart away.
const MOST_LINES: f32 = 5.0;
/// For the dots that stand for what is left out.
const ROOM_FOR_DOTS: f32 = 16.0;

/// Places the entries from the left; gives their height. What does not fit into a few lines is left out: pointing at a
/// mark names it.
pub(super) fn place(pen: &mut Pen, entries: &[Legend], (x, y): (f32, f32), width: f32) -> f32 {
    let line = pen.height(TEXT_SIZE, Weight::Regular) + 2.0;
    let (mut left, mut top) = (x, y);
    for entry in entries {
        let wide = SWATCH + SWATCH_GAP + pen.width(&entry.text, TEXT_SIZE, Weight::Regular);
        let is_last = top + line * 1.5 > y + line * MOST_LINES;
        if is_last && left > x && left + wide + ROOM_FOR_DOTS > x + width {
            pen.line("…", (left, top), TEXT_SIZE, (Weight::Regular, Tone::Muted), Align::Left, Place::Frame);
            break;
        }
        if left > x && left + wide > x + width {
            (left, top) = (x, top + line);
        }
        swatch(pen, entry.swatch, (left, top + (line - 2.0 - SWATCH) / 2.0), Place::Frame);
        let at = (left + SWATCH + SWATCH_GAP, top);
        pen.line(&entry.text, at, TEXT_SIZE, (Weight::Regular, Tone::Ink), Align::Left, Place::Frame);
        left += wide + BETWEEN;
    }
    top + line - y
}

/// A sample of ink, its top left corner at `(x, y)`.
pub(super) fn swatch(pen: &mut Pen, swatch: Swatch, (x, y): (f32, f32), place: Place) {
    let rect = Rect { x, y, width: SWATCH, height: SWATCH };
    match swatch {
        Swatch::Area(fill, tone) => fill_area(pen, rect, fill, tone, place),
        Swatch::OpenEnd => pen.chevron(x + 2.0, y, y + SWATCH, Tone::NeutralLine, place),
        Swatch::UnboundedEnd => pen.chevrons(x - 1.0, y, y + SWATCH, Tone::NeutralLine, place),
        Swatch::SoftEnd => {
            pen.stroke(&[(x + 5.0, y), (x + 5.0, y + SWATCH)], 2.0, Dash::Dashed, Tone::Muted, place);
        }
        Swatch::OtherSource => pen.triangle((x + 5.5, y + 1.5), place),
        Swatch::Pending => {
            let shape = Shape::Frame { rect, dash: Dash::Dotted };
            pen.marks.push(Mark { place, tone: Tone::Muted, shape });
        }
        Swatch::Point(ink) => point::point_ink(pen, ink, (x + 5.5, y + 5.5), Tone::Muted, place),
        Swatch::Revision(change) => revisions::sign(pen, change, (x + 5.5, y + 5.5), place),
        Swatch::Sign(step) => point::sign_at(pen, (x + 5.5, y + 5.5), step, place),
    }
}

/// An area in its ink.
pub(super) fn fill_area(pen: &mut Pen, rect: Rect, fill: Fill, tone: Tone, place: Place) {
    let shape = match fill {
        Fill::Solid => Shape::Area { rect, opacity: 1.0 },
        Fill::Faded => Shape::Area { rect, opacity: 0.45 },
        Fill::Light if tone == Tone::Range => Shape::Area { rect, opacity: 1.0 },
        Fill::Light => Shape::Area { rect, opacity: 0.35 },
        Fill::Outline => Shape::Frame { rect, dash: Dash::Solid },
        Fill::Hatched => {
            pen.marks.push(area(rect, Tone::Neutral, place));
            Shape::Hatch { rect, lines: Tone::NeutralLine }
        }
    };
    let base = if fill == Fill::Hatched { Tone::Neutral } else { tone };
    pen.marks.push(Mark { place, tone: base, shape });
    if matches!(fill, Fill::Solid | Fill::Faded) {
        for rect in stripes_of(rect, tone) {
            pen.paper(rect, place);
        }
    }
}

/// The stripes of paper that run along an area, where its hue alone does not say whose it is.
pub(super) fn stripes_of(rect: Rect, tone: Tone) -> impl Iterator<Item = Rect> {
    let height = (rect.height * 0.1).clamp(1.2, 2.4);
    stripes(tone).iter().map(move |part| Rect { y: rect.y + rect.height * part - height / 2.0, height, ..rect })
}

/// A bracket from left to right, open downwards.
pub(super) fn bracket(pen: &mut Pen, (left, right): (f32, f32), top: f32, tone: Tone, place: Place) {
    let right = right.max(left + 3.0);
    let points = [(left + 0.7, top + 5.0), (left + 0.7, top), (right - 0.7, top), (right - 0.7, top + 5.0)];
    pen.stroke(&points, 1.4, Dash::Solid, tone, place);
}
