//! The number at the end of a bar; where the bar runs out of the view, at the plot's edge with an arrow.

use super::row::Scaled;
use super::text::{Align, Pen};
use crate::chart::figure::{Row, ValueLabel};
use crate::chart::palette::Tone;
use crate::chart::placed::{Place, Rect};
use crate::text::{Weight, elide};

pub(super) const SIZE: f32 = 13.0;
/// From the end of a bar to its number: room for the chevron.
pub(super) const GAP: f32 = 20.0;
/// How much of a longer bar is seen beyond its number.
const BEYOND: f32 = 18.0;

/// A number with the place of its paper on the row.
struct Placed {
    text: String,
    left: f32,
    width: f32,
    at_edge: bool,
}

fn placed(pen: &Pen, value: &ValueLabel, scale: &Scaled) -> Placed {
    let (end, right) = (scale.x(value.at), scale.plot.right());
    // A range's words in a small window: pointing at its bar says all of them.
    let most = (scale.plot.width - BEYOND - 36.0).max(1.0);
    let short = elide(&value.text, SIZE, Weight::Strong, most, pen.sizes);
    let width = pen.width(&short, SIZE, Weight::Strong);
    if end + GAP + width <= right {
        return Placed { text: short.into_owned(), left: end + GAP, width, at_edge: false };
    }
    // The bar goes on at both sides of its number, and an arrow says that it is longer than what is seen.
    let goes_on = end > right;
    let text = if goes_on { format!("{short} →") } else { short.into_owned() };
    let width = pen.width(&text, SIZE, Weight::Strong);
    let right = if goes_on { right - BEYOND } else { right };
    Placed { text, left: right - width - 6.0, width, at_edge: true }
}

/// Up to where bars may carry texts: the end of the plot, or the row's number where that stands at the edge.
pub(super) fn labels_end(pen: &Pen, row: &Row, scale: &Scaled) -> f32 {
    let value = row.value.as_ref().map(|value| placed(pen, value, scale)).filter(|placed| placed.at_edge);
    value.map_or(scale.plot.right(), |placed| placed.left - 6.0)
}

/// Writes the number of a row beside its bar.
pub(super) fn place(pen: &mut Pen, value: &ValueLabel, bar: Rect, scale: &Scaled) {
    let Placed { text, left, width, at_edge } = placed(pen, value, scale);
    let height = pen.height(SIZE, Weight::Strong);
    let top = bar.y + (bar.height - height) / 2.0;
    let margin = if at_edge { 6.0 } else { 2.0 };
    pen.paper(Rect { x: left - margin, y: top, width: width + 2.0 * margin, height }, Place::Plot);
    pen.line(&text, (left, top), SIZE, (Weight::Strong, Tone::Ink), Align::Left, Place::Plot);
}
