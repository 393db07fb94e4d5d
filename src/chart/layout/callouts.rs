//! Parts that are too small to carry their label, listed under their bar with number and share.

use super::legend::{SWATCH, SWATCH_GAP, swatch};
use super::row::{LANE, Scaled, carries_label};
use super::text::{Align, Pen};
use crate::chart::figure::{Bar, Callout, Row};
use crate::chart::palette::Tone;
use crate::chart::placed::Place;
use crate::text::Weight;

const TEXT_SIZE: f32 = 11.0;
const BETWEEN: f32 = 14.0;

/// How many lanes the callouts of a row can take: all of them, since zooming decides which bars carry their labels.
pub(super) fn lanes(pen: &Pen, row: &Row, width: f32) -> usize {
    let width = width - 4.0;
    let (mut lanes, mut left) = (usize::from(!row.callouts.is_empty()), 0.0);
    for callout in &row.callouts {
        let wide = callout_width(pen, text(pen, row, callout, width));
        if left > 0.0 && left + wide > width {
            (lanes, left) = (lanes + 1, 0.0);
        }
        left += wide + BETWEEN;
    }
    lanes
}

fn callout_width(pen: &Pen, text: &str) -> f32 {
    SWATCH + SWATCH_GAP + pen.width(text, TEXT_SIZE, Weight::Regular)
}

/// The bar that a callout belongs to: one of the row's own, or of its strip.
fn bar<'a>(row: &'a Row, callout: &Callout) -> Option<&'a Bar> {
    row.bars.iter().chain(&row.strip).nth(callout.bar)
}

/// What a callout says; where a long name leaves no room for that, only its bar's number: the legend has the name.
fn text<'a>(pen: &Pen, row: &'a Row, callout: &'a Callout, width: f32) -> &'a str {
    if callout_width(pen, &callout.text) <= width {
        return &callout.text;
    }
    bar(row, callout).and_then(|bar| bar.labels.last()).unwrap_or(&callout.text)
}

pub(super) fn place(pen: &mut Pen, row: &Row, (x, y): (f32, f32), scale: &Scaled, labels_end: f32) {
    let (mut left, mut top) = (x + 2.0, y);
    for callout in &row.callouts {
        let carried = row.bars.get(callout.bar).is_some_and(|bar| carries_label(pen, row, bar, scale, labels_end));
        if carried {
            continue;
        }
        let text = text(pen, row, callout, scale.plot.width - 4.0);
        let wide = callout_width(pen, text);
        if left > x + 2.0 && left + wide > scale.plot.right() {
            (left, top) = (x + 2.0, top + LANE);
        }
        let height = pen.height(TEXT_SIZE, Weight::Regular);
        swatch(pen, callout.swatch, (left, top + (height - SWATCH) / 2.0), Place::Plot);
        let at = (left + SWATCH + SWATCH_GAP, top);
        pen.line(text, at, TEXT_SIZE, (Weight::Regular, Tone::Ink), Align::Left, Place::Plot);
        left += wide + BETWEEN;
    }
}
