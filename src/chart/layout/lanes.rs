//! The other sources of an event under its bar: a thin bar or a small dot each, with number, name and date at its end; and
//! below them in words how far they lie apart.

use super::dots;
use super::row::{LANE, SMALL, Scaled, bars};
use super::text::{Align, Pen};
use crate::analysis::Scale;
use crate::chart::figure::Row;
use crate::chart::palette::Tone;
use crate::chart::placed::{Hit, Place, Rect};
use crate::text::{Weight, elide};

const RADIUS: f32 = 4.0;
const SIZE: f32 = 11.0;

/// How close lanes stand to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Density {
    /// From one lane to the next.
    lane: f32,
    /// The height of a lane's bar.
    bar: f32,
    /// What the words below take.
    words: f32,
    /// What stands between the last of them and the next row.
    after: f32,
    /// The height of a line of small text above or below a bar.
    pub(super) small: f32,
    /// What a row's own bar takes at the least, with the air around it.
    pub(super) own: f32,
    /// What a row takes at the least.
    pub(super) least: f32,
}

/// Where there is room.
pub(super) const ROOMY: Density =
    Density { lane: 17.0, bar: 7.0, words: LANE + 2.0, after: 4.0, small: LANE, own: 19.0, least: 36.0 };
/// In a small window, where a row more says more than air.
pub(super) const TIGHT: Density =
    Density { lane: 13.5, bar: 6.0, words: LANE - 1.0, after: 2.0, small: 13.5, own: 16.2, least: 16.2 };
/// From the end of a bar to its number: room for the chevron.
const GAP: f32 = 18.0;
const BETWEEN: f32 = 6.0;
/// How much of a longer bar is seen beyond its label.
const BEYOND: f32 = 16.0;

/// What lanes and words add to the height of a row.
pub(super) fn height(row: &Row, density: Density) -> f32 {
    let words = if row.beneath.is_some() { density.words } else { 0.0 };
    let lanes = row.lanes.len() as f32 * density.lane;
    if lanes + words > 0.0 { lanes + words + density.after } else { 0.0 }
}

/// How wide the text at the end of a lane is, with its distance from the bar.
pub(super) fn label_width(pen: &Pen, lane: &Row) -> f32 {
    let number = lane.value.as_ref().map_or("", |value| &value.text);
    let name = pen.width(&lane.label, SIZE, Weight::Regular);
    GAP + pen.width(number, SIZE, Weight::Strong) + BETWEEN + name + 6.0
}

pub(super) fn place(pen: &mut Pen, row: &Row, top: f32, scale: &Scaled, density: Density) {
    let mut top = top + density.after / 2.0;
    for lane in &row.lanes {
        let y = top + (density.lane - density.bar) / 2.0;
        let bar = Rect { x: scale.plot.x, y, width: scale.plot.width, height: density.bar };
        match scale.axis.scale {
            Scale::Linear => bars(pen, lane, bar, scale),
            Scale::Log => dots::place(pen, lane, bar, scale, RADIUS),
        }
        label(pen, lane, top, scale, density);
        top += density.lane;
    }
    let Some(words) = &row.beneath else { return };
    let at = (scale.plot.x + 4.0, top);
    let shown = elide(words, SMALL, Weight::Regular, scale.plot.width - 8.0, pen.sizes).into_owned();
    let rect = pen.line(&shown, at, SMALL, (Weight::Regular, Tone::Muted), Align::Left, Place::Plot);
    pen.hits.push(Hit { rect, target: row.target.clone(), text: words.clone() });
}

/// Number and name at the end of a lane, or over its bar where there is no room beside it.
fn label(pen: &mut Pen, lane: &Row, top: f32, scale: &Scaled, density: Density) {
    let right = scale.plot.right();
    let number = lane.value.as_ref().map_or(String::new(), |value| value.text.clone());
    let end = lane.value.as_ref().map_or(scale.plot.x - 7.0, |value| scale.x(value.at));
    let goes_on = end > right;
    let number = if goes_on { format!("{number} →") } else { number };
    let said = match &lane.remark {
        Some(remark) => format!("{}: {remark}", lane.label),
        None => lane.label.clone(),
    };
    let number_width = if number.is_empty() { 0.0 } else { pen.width(&number, SIZE, Weight::Strong) + BETWEEN };
    let full = number_width + pen.width(&said, SIZE, Weight::Regular);
    let beside = right - 2.0 - (end + GAP);
    // A name may be cut a little before its number moves over the bar.
    let fits = full <= beside || (beside > number_width + 90.0 && beside > scale.plot.width * 0.3);
    let room = if fits { beside } else { scale.plot.width * 0.7 };
    let name = elide(&said, SIZE, Weight::Regular, (room - number_width).max(1.0), pen.sizes).into_owned();
    let width = number_width + pen.width(&name, SIZE, Weight::Regular);
    let edge = if goes_on { right - BEYOND } else { right - 2.0 };
    let left = if fits { end + GAP } else { edge - width - 4.0 };
    let height = pen.height(SIZE, Weight::Regular);
    if !number.is_empty() {
        let paper = Rect { x: left - 3.0, y: top, width: width + 6.0, height: height.min(density.lane) };
        pen.paper(paper, Place::Plot);
    }
    pen.line(&number, (left, top), SIZE, (Weight::Strong, Tone::Ink), Align::Left, Place::Plot);
    let at = (left + number_width, top);
    pen.line(&name, at, SIZE, (Weight::Regular, Tone::Muted), Align::Left, Place::Plot);
}
