//! The bars of one lane: upwards for people added, below the zero line for a correction. Where bars lie closer than pixels,
//! each column of pixels shows the tallest bar and the deepest correction that start in it, so that no extreme is lost.

use super::labels::{Labels, Words};
use super::point::point_ink;
use super::text::Pen;
use super::time::Field;
use super::{area, columns};
use crate::analysis::Scale;
use crate::chart::figure::Target;
use crate::chart::palette::Tone;
use crate::chart::period_lane::{BarInk, PeriodBar, PeriodLane, WidthGroup};
use crate::chart::placed::{Dash, Hit, Mark, Place, Rect, Shape};
use crate::chart::time_plot::PointInk;
use crate::text::{Weight, tick};

/// With more bars than this for each point of width, columns are drawn.
const DENSE: f32 = 1.2;
/// Columns hold rarely more bars than this.
const FEW_IN_COLUMN: usize = 16;
/// Narrower bars have no hatching and no line along their top.
const NARROW: f32 = 3.5;
/// Bars that can be pointed at are at least so far apart, but for the widest.
const HITS_APART: f32 = 5.0;
/// Of bars narrower than a column, the tallest of so many columns can be pointed at.
const SLIVER_HITS_APART: f32 = 12.0;
/// So many bars all carry their numbers.
const FEW_BARS: usize = 12;
/// With more numbers than this on a lane, only bars about as wide as theirs carry them.
const MANY_LABELS: usize = 14;

/// A number that a lane would like to carry.
pub(super) struct Wish {
    bar: Rect,
    text: String,
    /// Whether it stands below its bar.
    is_deep: bool,
    /// Whether its bar is the tallest, or the deepest correction.
    is_extreme: bool,
}

/// Where a bar stands, as far as it is in view.
fn rect(bar: &PeriodBar, field: &Field) -> Rect {
    let (start, end) = (field.plot.x, field.plot.right());
    let (left, right) = (field.x(bar.from).clamp(start, end), field.x(bar.to).clamp(start, end));
    let gap = if right - left > 4.0 { 0.75 } else { 0.0 };
    let (zero, tip) = (field.y(0.0), field.y(bar.range.1));
    // Nothing that was counted may vanish.
    let height = (zero - tip).abs().max(1.5);
    let top = if bar.height < 0.0 { zero } else { zero - height };
    Rect { x: left + gap, y: top, width: (right - left - 2.0 * gap).max(0.8), height }
}

/// Draws a lane; gives the numbers that it would like to carry.
pub(super) fn place(pen: &mut Pen, lane: &PeriodLane, field: &Field, labels: &mut Labels) -> Vec<Wish> {
    let mut shown: Vec<usize> = Vec::new();
    for group in &lane.groups {
        if !slivers(pen, lane, group, field, labels) {
            shown.extend(shown_of(lane, group, field));
        }
    }
    let by_height = |a: &usize, b: &usize| lane.bars[*a].height.total_cmp(&lane.bars[*b].height);
    let by_top = |a: &usize, b: &usize| lane.bars[*a].range.1.total_cmp(&lane.bars[*b].range.1);
    let (tallest, deepest) = (shown.iter().copied().max_by(by_top), shown.iter().copied().min_by(by_height));
    let deepest = deepest.filter(|index| lane.bars[*index].height < 0.0);
    let is_log = field.axis.scale == Scale::Log;
    let is_few = shown.len() <= FEW_BARS;
    let (mut wishes, mut last_hit) = (Vec::new(), f32::NEG_INFINITY);
    for index in shown {
        let bar = &lane.bars[index];
        let rect = if is_log { point(pen, lane, bar, field) } else { ink(pen, lane.tone, bar, field) };
        labels.ink_rect(rect);
        let is_apart = rect.x - last_hit >= HITS_APART || rect.x < last_hit || rect.width >= HITS_APART;
        let is_extreme = Some(index) == tallest || Some(index) == deepest;
        if is_apart || is_extreme {
            last_hit = rect.x;
            pen.hits.push(hit(lane, index, rect));
        }
        let is_labelled = is_extreme || is_few || bar.ink != BarInk::Solid && !is_log;
        if let Some(words) = lane.words.get(index).filter(|_| is_labelled) {
            wishes.push(Wish { bar: rect, text: words.label.clone(), is_deep: bar.height < 0.0, is_extreme });
        }
    }
    wishes
}

/// Bars narrower than a column: each column reaches from the deepest correction to the tallest bar in it. Gives whether
/// the group is of that kind.
fn slivers(pen: &mut Pen, lane: &PeriodLane, group: &WidthGroup, field: &Field, labels: &mut Labels) -> bool {
    let (count, per) = columns::count(field);
    if group.widest > per || field.axis.scale == Scale::Log {
        return false;
    }
    let Some(columns) = group.overview.columns(field.days.0, per, count) else { return false };
    let (zero, opacity) = (field.y(0.0), if group.is_light { 0.35 } else { 1.0 });
    let (mut last, mut first) = (f32::NEG_INFINITY, lane.in_view(group, field.days).start);
    for (column, bucket) in columns {
        let x = columns::middle(field, column) - field.column / 2.0;
        let mut push = |y: f32, (tone, opacity): (Tone, f32)| {
            // Nothing that was counted may vanish.
            let (top, height) = (y.min(zero), (y - zero).abs().max(1.5));
            let top = if y <= zero { zero - height } else { top };
            let rect = Rect { x, y: top, width: field.column * 0.8, height };
            labels.ink_rect(rect);
            pen.marks.push(Mark { place: Place::Plot, tone, shape: Shape::Area { rect, opacity } });
        };
        if bucket.high > 0.0 || bucket.low == 0.0 {
            push(field.y(bucket.high.into()), (lane.tone, opacity));
        }
        if bucket.low < 0.0 {
            push(field.y(bucket.low.into()), (Tone::NeutralLine, 1.0));
        }
        let width = SLIVER_HITS_APART * field.column;
        if x - last < width {
            continue;
        }
        last = x;
        let end = columns::first_from(first..group.bars.end, |index| lane.bars[index].from, field.day(x + width));
        if let Some(index) = lane.extremes.highest(first, end) {
            pen.hits.push(hit(lane, index, Rect { x, width, ..rect(&lane.bars[index], field) }));
        }
        first = end;
    }
    true
}

/// The bars of a group that are drawn.
fn shown_of(lane: &PeriodLane, group: &WidthGroup, field: &Field) -> Vec<usize> {
    let in_view = lane.in_view(group, field.days);
    let most = field.plot.width * DENSE;
    if in_view.len() as f32 <= most {
        return in_view.filter(|index| lane.bars[*index].to > field.days.0).collect();
    }
    // Columns reach as far to the left as the widest bar does that ends in view; there are no more than twice those in view.
    let (count, per) = columns::count(field);
    let before = (group.widest / per).ceil().min(count as f64);
    let per = per.max(group.widest / before.max(1.0));
    let start = field.days.0 - before * per;
    let mut shown = Vec::new();
    let mut from = in_view.start;
    while from < in_view.end {
        let column = ((lane.bars[from].from - start) / per).floor();
        let end = start + per * (column + 1.0);
        let near = from..(from + FEW_IN_COLUMN).min(in_view.end);
        let is_near = lane.bars[near.end - 1].from >= end;
        let range = if is_near { near } else { from..in_view.end };
        let to = columns::first_from(range, |index| lane.bars[index].from, end).max(from + 1);
        let tallest = lane.extremes.highest(from, to).filter(|index| lane.bars[*index].height >= 0.0);
        let deepest = lane.extremes.lowest(from, to).filter(|index| lane.bars[*index].height < 0.0);
        shown.extend(tallest.into_iter().chain(deepest));
        from = to;
    }
    shown
}

fn ink(pen: &mut Pen, tone: Tone, bar: &PeriodBar, field: &Field) -> Rect {
    let rect = rect(bar, field);
    let mut push = |tone, shape| pen.marks.push(Mark { place: Place::Plot, tone, shape });
    match bar.ink {
        BarInk::Solid if bar.is_range() => {
            // As in other charts: solid as far as it is sure, light up to the high end, a line at the best number.
            let sure = field.y(bar.range.0).clamp(rect.y, rect.bottom());
            push(tone, Shape::Area { rect: Rect { height: sure - rect.y, ..rect }, opacity: 0.35 });
            push(tone, Shape::Area { rect: Rect { y: sure, height: rect.bottom() - sure, ..rect }, opacity: 1.0 });
            let best = field.y(bar.height);
            if bar.height > bar.range.0 && rect.width >= NARROW {
                pen.stroke(&[(rect.x, best), (rect.right(), best)], 1.5, Dash::Solid, tone, Place::Plot);
            }
        }
        BarInk::Solid => push(tone, Shape::Area { rect, opacity: 1.0 }),
        BarInk::Light => {
            push(tone, Shape::Area { rect, opacity: 0.35 });
            if rect.width >= NARROW {
                let top = [(rect.x, rect.y), (rect.right(), rect.y)];
                pen.stroke(&top, 1.5, Dash::Solid, tone, Place::Plot);
            }
        }
        BarInk::Correction if rect.width < NARROW => push(Tone::NeutralLine, Shape::Area { rect, opacity: 1.0 }),
        BarInk::Correction => {
            pen.marks.push(area(rect, Tone::Neutral, Place::Plot));
            let shape = Shape::Hatch { rect, lines: Tone::NeutralLine };
            pen.marks.push(Mark { place: Place::Plot, tone: Tone::Neutral, shape });
        }
    }
    rect
}

/// On a logarithmic axis a bar's length would mean nothing.
fn point(pen: &mut Pen, lane: &PeriodLane, bar: &PeriodBar, field: &Field) -> Rect {
    let (left, right) = (field.x(bar.from), field.x(bar.to));
    let (x, y) = (f32::midpoint(left, right), field.y(bar.height));
    if right - left > 12.0 {
        let (start, end) = (left.max(field.plot.x), right.min(field.plot.right()));
        pen.stroke(&[(start, y), (end, y)], 1.2, Dash::Solid, lane.tone, Place::Plot);
    }
    if bar.is_range() {
        let ends = [(x, field.y(bar.range.0.max(1.0))), (x, field.y(bar.range.1))];
        pen.stroke(&ends, 1.2, Dash::Solid, lane.tone, Place::Plot);
    }
    point_ink(pen, if bar.inexact { PointInk::Soft } else { PointInk::Filled }, (x, y), lane.tone, Place::Plot);
    Rect { x: x - 4.0, y: y - 4.0, width: 8.0, height: 8.0 }
}

fn hit(lane: &PeriodLane, index: usize, rect: Rect) -> Hit {
    let bar = &lane.bars[index];
    let owner = &lane.owners[bar.owner as usize];
    let mut key = owner.key.clone();
    key.report = bar.report;
    let text = lane.words.get(index).map_or_else(
        || format!("{}{}\n{}", if bar.inexact { "≈ " } else { "" }, tick(bar.number), owner.name),
        |words| words.hover.clone(),
    );
    let rect = Rect { y: rect.y.min(rect.bottom() - 6.0), height: rect.height.max(6.0), ..rect };
    Hit { rect, target: Target::Count(key), text }
}

/// Writes the numbers of a lane that find a free place at the end of their bars, the extremes first.
pub(super) fn label(pen: &mut Pen, mut wishes: Vec<Wish>, labels: &mut Labels) {
    let many = wishes.len() > MANY_LABELS;
    wishes.sort_by_key(|wish| !wish.is_extreme);
    for Wish { bar, text, is_deep, is_extreme } in wishes {
        let words = Words(vec![(text, 10.5, Weight::Regular, Tone::Ink)]);
        let size = words.size(pen);
        if many && bar.width < size.0 * 0.8 && !is_extreme {
            continue;
        }
        let y = if is_deep { bar.bottom() + 1.0 } else { bar.y - size.1 - 1.0 };
        let middle = bar.x + bar.width / 2.0 - size.0 / 2.0;
        let mut places = [middle, bar.x, bar.right() - size.0].map(|x| (x, y)).to_vec();
        if is_extreme && !is_deep {
            // Where there is no room above it, beside its tip.
            places.extend([bar.right() + 3.0, bar.x - size.0 - 3.0].map(|x| (x, bar.y - 3.0)));
        }
        if let Some(at) = labels.best_of(places, size, 3) {
            words.place(pen, at, Place::Plot);
        }
    }
}
