//! Lanes of periods under each other: one scale for all, so that heights compare, and each lane as high as its own numbers
//! need. On a logarithmic axis lanes are of one height, with points in place of bars.

use super::labels::Labels;
use super::text::{Align, Pen};
use super::time::Field;
use super::{TICK_SIZE, period_bars};
use crate::analysis::Scale;
use crate::chart::palette::Tone;
use crate::chart::period_lane::PeriodLane;
use crate::chart::placed::{Dash, Place, Rect};
use crate::chart::time_plot::TimePlot;
use crate::text::{Weight, elide, wrap};

const NAME_SIZE: f32 = 12.0;
const SMALL_SIZE: f32 = 10.5;
/// Between the plot and the names of lanes.
const NAME_GAP: f32 = 10.0;
/// Room between a lane and the numbers of the one above.
const BETWEEN: f32 = 9.0;
/// No lane is lower.
const LEAST: f32 = 13.0;
/// Of more lanes than this, the columns of what is narrower than them are wider.
const NARROW_LANES: usize = 6;
/// How far apart numbers along the axis are.
const TICKS_APART: f32 = 30.0;
/// Room for numbers over a lane's bars.
const TEXT: f32 = 17.5;

/// How wide the column of names at the right is; nothing without lanes.
pub(super) fn names_width(pen: &Pen, body: &TimePlot, inner: f32) -> f32 {
    let name = |lane: &PeriodLane| pen.width(&lane.name, NAME_SIZE, Weight::Strong);
    let widest = body.lanes.iter().map(name).fold(0.0, f32::max).min(inner * 0.24);
    if body.lanes.is_empty() { 0.0 } else { widest + NAME_GAP }
}

/// How high a lane's bars go, and how deep its corrections, as far as they are in view.
fn reach(lane: &PeriodLane, days: (f64, f64)) -> (f64, f64) {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for group in &lane.groups {
        let bars = lane.in_view(group, days);
        if let Some(extreme) = lane.extremes.between(bars.start, bars.end) {
            (low, high) = (low.min(extreme.low), high.max(extreme.high));
        }
    }
    (low, high)
}

/// How many points high each lane is where `room` is shared so that all have one scale; none is lower than the least.
fn heights(reaches: &[(f64, f64)], room: f32) -> (Vec<f32>, f64) {
    let spans: Vec<f64> = reaches.iter().map(|(low, high)| high - low).collect();
    let mut low = vec![false; spans.len()];
    loop {
        let left = f64::from(room) - low.iter().filter(|low| **low).count() as f64 * f64::from(LEAST);
        let sum: f64 = spans.iter().zip(&low).filter(|(_, low)| !**low).map(|(span, _)| span).sum();
        let scale = left.max(0.0) / sum.max(f64::MIN_POSITIVE);
        let mut is_stable = true;
        for (span, low) in spans.iter().zip(&mut low) {
            if !*low && span * scale < f64::from(LEAST) {
                (*low, is_stable) = (true, false);
            }
        }
        if is_stable || low.iter().all(|low| *low) {
            #[expect(clippy::cast_possible_truncation, reason = "points fit into f32")]
            let height = |span: f64| ((span * scale) as f32).max(LEAST);
            return (spans.into_iter().map(height).collect(), scale);
        }
    }
}

/// A lane on the plot: how high it is, and how much room for texts it has above and below.
struct Room {
    above: f32,
    height: f32,
    below: f32,
}

/// Shares the plot among the lanes; gives how many points high one person is, too.
fn rooms(body: &TimePlot, reaches: &[(f64, f64)], plot: Rect) -> (Vec<Room>, f64) {
    let count = reaches.len() as f32;
    // Numbers are written over bars only where that leaves bars enough to be seen.
    let text = if count * (TEXT + LEAST) < plot.height * 0.6 { TEXT } else { BETWEEN };
    let below = |(low, _): &(f64, f64)| if *low < 0.0 { text } else { 0.0 };
    let room = (plot.height - count * text - reaches.iter().map(below).sum::<f32>()).max(1.0);
    let (heights, scale) = match body.axis.scale {
        Scale::Linear => heights(reaches, room),
        Scale::Log => (vec![room / count; reaches.len()], 1.0),
    };
    let of = |(height, reach): (f32, &(f64, f64))| Room { above: text, height, below: below(reach) };
    (heights.into_iter().zip(reaches).map(of).collect(), scale)
}

/// Places all lanes with their axes and names.
pub(super) fn place(pen: &mut Pen, body: &TimePlot, whole: &Field, inner: Rect) {
    let plot = whole.plot;
    let reaches: Vec<(f64, f64)> = body.lanes.iter().map(|lane| reach(lane, whole.days)).collect();
    let (rooms, scale) = rooms(body, &reaches, plot);
    let highest = reaches.iter().map(|(_, high)| *high).fold(0.0, f64::max);
    let column = body.lanes.len().div_ceil(NARROW_LANES) as f32;
    let mut labels = Labels::new(plot, Rect { width: plot.right() - inner.x, ..inner });
    let (mut top, mut free_from, mut wishes) = (plot.y, f32::NEG_INFINITY, Vec::new());
    for ((lane, Room { above, height, below }), (low, high)) in body.lanes.iter().zip(rooms).zip(reaches) {
        let at = Rect { y: top + above, height, ..plot };
        let (numbers, shown) = match body.axis.scale {
            // A lane that is higher than its numbers need shows more of the same scale.
            Scale::Linear => ((low, low + f64::from(height) / scale.max(f64::MIN_POSITIVE)), (high, highest)),
            Scale::Log => {
                let end = body.axis.position(body.axis.largest) + 0.05;
                ((body.axis.start(), end), (end, end))
            }
        };
        let field = Field { plot: at, numbers, column, ..*whole };
        free_from = ticks(pen, &field, shown, free_from);
        wishes.push(period_bars::place(pen, lane, &field, &mut labels));
        let zero = field.y_of_own(body.axis.start());
        let line = [(plot.x, zero), (plot.right(), zero)];
        pen.stroke(&line, 1.0, Dash::Solid, Tone::Muted, Place::Plot);
        labels.ink_line(&line);
        let left = plot.right() + NAME_GAP;
        name(pen, lane, Rect { x: left, y: top, width: inner.right() - left, height: zero + 4.0 - top });
        top += above + height + below;
    }
    labels.finish_ink();
    for wishes in wishes {
        period_bars::label(pen, wishes, &mut labels);
    }
}

/// Gridlines and numbers of one lane up to what it shows, in the steps of the highest; gives where its numbers end.
fn ticks(pen: &mut Pen, field: &Field, (shown, highest): (f64, f64), mut free_from: f32) -> f32 {
    let plot = field.plot;
    let room = f64::from(field.y_of_own(field.axis.start()) - field.y_of_own(highest));
    let most = match field.axis.scale {
        Scale::Linear => room / f64::from(TICKS_APART),
        Scale::Log => f64::from(plot.height) / f64::from(TICKS_APART) * 2.0,
    };
    let mut ticks = field.axis.ticks(field.axis.start(), highest, most.clamp(1.0, 8.0));
    ticks.retain(|tick| tick.at <= shown * (1.0 + 1e-9));
    let height = pen.height(TICK_SIZE, Weight::Regular);
    for tick in ticks.iter().rev() {
        let y = field.y_of_own(tick.at);
        pen.stroke(&[(plot.x, y), (plot.right(), y)], 1.0, Dash::Solid, Tone::Rule, Place::Plot);
        if y - height / 2.0 >= free_from {
            let style = (Weight::Regular, Tone::Muted);
            let at = (plot.x - 6.0, y - height / 2.0);
            pen.line(&tick.text, at, TICK_SIZE, style, Align::Right, Place::Frame);
            free_from = y + height / 2.0;
        }
    }
    free_from
}

/// The name of a lane beside it, its last line at the zero line: in several lines where there is room, else cut.
fn name(pen: &mut Pen, lane: &PeriodLane, room: Rect) {
    let (height, small_height) = (pen.height(NAME_SIZE, Weight::Strong), pen.height(SMALL_SIZE, Weight::Regular));
    let mut lines = wrap(&lane.name, NAME_SIZE, Weight::Strong, room.width, pen.sizes);
    if lines.len() as f32 * height > room.height {
        lines = vec![elide(&lane.name, NAME_SIZE, Weight::Strong, room.width, pen.sizes).into_owned()];
    }
    let left = room.height - lines.len() as f32 * height;
    let mut small = wrap(&lane.small, SMALL_SIZE, Weight::Regular, room.width, pen.sizes);
    if small.len() as f32 * small_height > left {
        small.clear();
    }
    let all = lines.len() as f32 * height + small.len() as f32 * small_height;
    let mut y = (room.bottom() - all).max(room.y);
    for line in lines {
        pen.line(&line, (room.x, y), NAME_SIZE, (Weight::Strong, Tone::Ink), Align::Left, Place::Frame);
        y += height;
    }
    for line in small {
        pen.line(&line, (room.x, y), SMALL_SIZE, (Weight::Regular, Tone::Muted), Align::Left, Place::Frame);
        y += small_height;
    }
}
