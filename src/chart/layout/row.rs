//! One row: brackets above its bar, the number at its end, other sources and people under investigation below.

use super::frame::{self, Columns};
use super::lanes::Density;
use super::text::{Align, Pen};
use super::{callouts, dots, lanes, legend, overlay, strip, value};
use crate::analysis::Scale;
use crate::chart::axis::Axis;
use crate::chart::figure::{Bar, End, Fill, Row, Rows};
use crate::chart::palette::{Shade, Tone, rgb, stripes};
use crate::chart::placed::{Dash, Hit, Mark, Place, Rect, Shape};
use crate::text::{Weight, elide};

pub(super) const LANE: f32 = 14.0;
pub(super) const SMALL: f32 = 10.5;
/// Between two parts of one look.
const DIVIDER: f32 = 1.5;

/// The axis in points.
pub(super) struct Scaled<'a> {
    pub plot: Rect,
    /// Where the axis starts, in its own units.
    pub start: f64,
    /// How much of it is in view.
    pub span: f64,
    pub axis: &'a Axis,
}

impl Scaled<'_> {
    /// A number's place; far beyond the plot it stays just outside, so that no painter meets huge coordinates.
    pub(super) fn x(&self, n: f64) -> f32 {
        self.x_of_own(self.axis.position(n))
    }

    pub(super) fn x_of_own(&self, position: f64) -> f32 {
        let fraction = ((position - self.start) / self.span).clamp(-4.0, 4.0);
        #[expect(clippy::cast_possible_truncation, reason = "points fit into f32")]
        let fraction = fraction as f32;
        self.plot.x + fraction * self.plot.width
    }
}

/// How many lines of small text each row has above and below its bar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lanes {
    pub above: usize,
    pub others: bool,
    pub pending: bool,
    /// Lines that say how much is broken down: none or one.
    pub covered: usize,
    /// Strips of parts of parts: none or one.
    pub strips: usize,
    pub callouts: usize,
    /// How close the lanes of other sources stand.
    pub density: Density,
}

impl Lanes {
    /// The same for all rows, so that bars keep an even distance.
    pub(super) fn of(pen: &Pen, rows: &[Row], width: f32, density: Density) -> Self {
        Self {
            density,
            above: rows.iter().map(overlay::bracket_lanes).max().unwrap_or(0),
            others: rows.iter().any(|row| !row.others.is_empty()),
            pending: rows.iter().any(|row| row.pending.is_some()),
            covered: usize::from(rows.iter().any(|row| !row.covered.is_empty())),
            strips: usize::from(rows.iter().any(|row| !row.strip.is_empty())),
            callouts: rows.iter().map(|row| callouts::lanes(pen, row, width)).max().unwrap_or(0),
        }
    }

    fn below(&self) -> usize {
        usize::from(self.others) + usize::from(self.pending) + self.covered + self.strips
    }

    fn around(&self) -> f32 {
        (self.above + self.below()) as f32 * self.density.small + self.callouts as f32 * LANE
    }

    pub(super) fn least_height(&self) -> f32 {
        (self.density.own + self.around()).max(self.density.least)
    }

    pub(super) fn most_height(&self) -> f32 {
        self.around() + 128.0
    }
}

/// Where a linear axis has to end so that every bar has room for the number at its end.
pub(super) fn axis_end(pen: &Pen, body: &Rows, width: f32) -> f64 {
    let axis = &body.axis;
    let start = axis.start();
    let mut end = axis.position(axis.largest).max(start + 1e-9);
    let values = body.rows.iter().filter_map(|row| row.value.as_ref());
    for value in values {
        let text = pen.width(&value.text, value::SIZE, Weight::Strong) + value::GAP + 4.0;
        let room = f64::from((width - text).max(width * 0.2));
        end = end.max(start + (axis.position(value.at) - start) * f64::from(width) / room);
    }
    for lane in body.rows.iter().flat_map(|row| &row.lanes) {
        // What lies far beyond does not stretch the axis; its label stands at the edge.
        let Some(value) = lane.value.as_ref().filter(|value| value.at <= axis.largest) else { continue };
        let room = f64::from((width - lanes::label_width(pen, lane)).max(width * 0.5));
        end = end.max(start + (axis.position(value.at) - start) * f64::from(width) / room);
    }
    // The last mark keeps off the very edge.
    start + (end - start) * 1.02
}

/// One row in its place; what stands beside it is centred on its bar, which has `own_height` with what belongs to it.
pub(super) fn place(
    pen: &mut Pen,
    row: &Row,
    (place, own_height): (Rect, f32),
    lanes: &Lanes,
    scale: &Scaled,
    columns: &Columns,
) {
    let small = lanes.density.small;
    let own = Rect { height: own_height, ..place };
    let bar_height = (own.height * 0.62 - lanes.around() * 0.62 + 2.0).clamp(12.0, 44.0);
    let slack = (own.height - lanes.around() - bar_height) / 2.0;
    let top = place.y + slack + lanes.above as f32 * small;
    let bar = Rect { x: scale.plot.x, y: top, width: scale.plot.width, height: bar_height };
    let middle = bar.y + bar.height / 2.0;
    frame::beside(pen, row, columns, middle, place);
    let row_hit = Rect {
        x: columns.names_right - columns.names_width,
        y: middle - 16.0,
        width: columns.names_width,
        height: 32.0,
    };
    pen.hits.push(Hit { rect: row_hit, target: row.target.clone(), text: format!("{}\n{}", row.label, row.below()) });
    match scale.axis.scale {
        Scale::Linear => bars(pen, row, bar, scale),
        Scale::Log => dots::place(pen, row, bar, scale, dots::RADIUS),
    }
    if let Some(value) = &row.value {
        value::place(pen, value, bar, scale);
    } else if let Some(remark) = &row.remark {
        let top = middle - pen.height(12.0, Weight::Regular) / 2.0;
        let remark = elide(remark, 12.0, Weight::Regular, scale.plot.width - 10.0, pen.sizes);
        pen.line(&remark, (scale.plot.x + 8.0, top), 12.0, (Weight::Regular, Tone::Muted), Align::Left, Place::Plot);
    }
    overlay::brackets(pen, row, (bar, small), scale);
    let mut below = bar.bottom() + 2.0;
    if !row.strip.is_empty() {
        strip::place(pen, row, below, scale);
        below += small;
    }
    if !row.covered.is_empty() {
        strip::covered(pen, row, below, scale);
        below += small;
    }
    if lanes.callouts > 0 {
        callouts::place(pen, row, (bar.x, below), scale, value::labels_end(pen, row, scale));
        let height = lanes.callouts as f32 * LANE;
        below += height;
    }
    if lanes.pending {
        overlay::pending(pen, row, below, scale);
        below += small;
    }
    if lanes.others {
        overlay::others(pen, row, (below, small), scale);
        below += small;
    }
    lanes::place(pen, row, below, scale, lanes.density);
}

pub(super) fn bars(pen: &mut Pen, row: &Row, lane: Rect, scale: &Scaled) {
    let labels_end = value::labels_end(pen, row, scale);
    for (index, bar) in row.bars.iter().enumerate() {
        let (left, right) = (scale.x(bar.from), scale.x(bar.to));
        // Nothing that was counted may vanish: a sliver of a point stays.
        let width = if bar.to > bar.from { (right - left).max(1.5) } else { right - left };
        let rect = Rect { x: left, width, ..lane };
        if width > 0.0 {
            legend::fill_area(pen, rect, bar.fill, bar.tone, Place::Plot);
        }
        if index > 0 && is_alike(&row.bars[index - 1], bar) {
            pen.paper(Rect { x: left - DIVIDER / 2.0, width: DIVIDER, ..rect }, Place::Plot);
        }
        inner_label(pen, bar, rect, label_room(row, bar, scale, labels_end));
        let reachable = Rect { width: width.max(6.0), ..rect };
        pen.hits.push(Hit { rect: reachable, target: bar.target.clone(), text: bar.hover.clone() });
    }
    let end = row.bars.last().map_or(scale.plot.x, |bar| scale.x(bar.to));
    match row.end {
        End::Closed => {}
        End::Open => pen.chevron(end + 3.5, lane.y + 1.0, lane.bottom() - 1.0, row.end_tone, Place::Plot),
        End::Unbounded => pen.chevrons(end + 2.0, lane.y, lane.bottom(), row.end_tone, Place::Plot),
        End::Soft => {
            let points = [(end + 3.0, lane.y), (end + 3.0, lane.bottom())];
            pen.stroke(&points, 2.2, Dash::Dashed, row.end_tone, Place::Plot);
        }
        End::Range { .. } => range_ticks(pen, ticks(row), lane, scale),
        End::OpenRange { .. } => {
            range_ticks(pen, ticks(row), lane, scale);
            pen.chevron(end + 4.5, lane.y + 1.0, lane.bottom() - 1.0, row.end_tone, Place::Plot);
        }
    }
}

/// Whether nothing but a line between them tells two bars apart.
fn is_alike(before: &Bar, bar: &Bar) -> bool {
    let look = |bar: &Bar| (rgb(bar.tone, Shade::Light), stripes(bar.tone), bar.fill);
    look(before) == look(bar) && before.target != bar.target && bar.from > 0.0
}

/// Low, best and high of a row that is a range.
fn ticks(row: &Row) -> [Option<f64>; 3] {
    match row.end {
        End::Range { low, best, high } => [Some(low), best, Some(high)],
        End::OpenRange { low, high } => [Some(low), None, Some(high)],
        End::Closed | End::Open | End::Unbounded | End::Soft => [None; 3],
    }
}

pub(super) fn range_ticks(pen: &mut Pen, ends: [Option<f64>; 3], lane: Rect, scale: &Scaled) {
    for (index, n) in ends.into_iter().enumerate() {
        let Some(x) = n.map(|n| scale.x(n)) else { continue };
        let width = if index == 1 { 2.5 } else { 1.5 };
        let points = [(x, lane.y - 2.0), (x, lane.bottom() + 2.0)];
        pen.stroke(&points, width, Dash::Solid, Tone::Muted, Place::Plot);
    }
}

/// The longest of a bar's texts that fits into its room.
fn inner_label(pen: &mut Pen, bar: &Bar, rect: Rect, room: f32) {
    let fits = |text: &&String| pen.width(text, 12.0, Weight::Strong) + 16.0 <= room;
    let Some(text) = bar.labels.iter().find(fits).cloned() else { return };
    let height = pen.height(12.0, Weight::Strong);
    if height > rect.height + 4.0 {
        return;
    }
    let at = (rect.x + 8.0, rect.y + (rect.height - height) / 2.0);
    let tone = match (bar.fill, bar.tone) {
        (Fill::Solid, Tone::Category(index)) => Tone::OnCategory(index),
        _ => Tone::Ink,
    };
    if bar.fill == Fill::Hatched || !stripes(bar.tone).is_empty() {
        let back = pen.text_box(&text, at, 12.0, Weight::Strong, Align::Left);
        let back = Rect { x: back.x - 4.0, width: back.width + 8.0, y: rect.y + 3.0, height: rect.height - 6.0 };
        let (tone, opacity) = match bar.fill {
            Fill::Hatched => (Tone::Neutral, 1.0),
            Fill::Faded => (Tone::Paper, 0.8),
            _ => (bar.tone, 1.0),
        };
        pen.marks.push(Mark { place: Place::Plot, tone, shape: Shape::Area { rect: back, opacity } });
    }
    pen.line(&text, at, 12.0, (Weight::Strong, tone), Align::Left, Place::Plot);
}

/// How wide a text in a bar may be with what stands around it: no tick of the row's range goes through it.
fn label_room(row: &Row, bar: &Bar, scale: &Scaled, labels_end: f32) -> f32 {
    let from = scale.x(bar.from);
    let inside = ticks(row).into_iter().flatten().map(|n| scale.x(n)).filter(|x| *x > from + 1.0);
    inside.fold(scale.x(bar.to).min(labels_end), f32::min) - from
}

/// Whether a bar carries its longest text itself.
pub(super) fn carries_label(pen: &Pen, row: &Row, bar: &Bar, scale: &Scaled, labels_end: f32) -> bool {
    let room = label_room(row, bar, scale, labels_end);
    bar.labels.first().is_some_and(|text| pen.width(text, 12.0, Weight::Strong) + 16.0 <= room)
}
