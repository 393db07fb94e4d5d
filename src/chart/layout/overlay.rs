//! What stands beside a bar without being part of it: brackets above, people under investigation and other sources below.

use super::legend;
use super::row::{LANE, SMALL, Scaled};
use super::text::{Align, Pen};
use crate::chart::figure::{Bracket, OtherSource, Row};
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Hit, Mark, Place, Rect, Shape};
use crate::chart::rows::MOST_BRACKETS;
use crate::text::{Weight, elide};

/// How many lanes the brackets of a row take: one each, so that they never overlap, whatever the zoom.
pub(super) fn bracket_lanes(row: &Row) -> usize {
    row.brackets.len().min(MOST_BRACKETS)
}

pub(super) fn brackets(pen: &mut Pen, row: &Row, (bar, height): (Rect, f32), scale: &Scaled) {
    for (lane, inside) in row.brackets.iter().take(MOST_BRACKETS).enumerate() {
        // However close lanes stand, the lowest one keeps off the number at the bar's end.
        let top = bar.y - LANE - lane as f32 * height;
        bracket(pen, inside, top, scale);
    }
}

fn bracket(pen: &mut Pen, inside: &Bracket, top: f32, scale: &Scaled) {
    let plot = scale.plot;
    let style = (Weight::Regular, if inside.span.is_some() { Tone::Ink } else { Tone::Muted });
    let text = elide(&inside.text, SMALL, Weight::Regular, plot.width - 8.0, pen.sizes);
    let text_width = pen.width(&text, SMALL, Weight::Regular);
    let text_left = match inside.span {
        Some((from, to)) => {
            let (left, right) = (scale.x(from), scale.x(to).min(plot.right()));
            legend::bracket(pen, (left, right), top + 8.0, inside.tone, Place::Plot);
            if right + 7.0 + text_width <= plot.right() { right + 7.0 } else { plot.right() - text_width - 4.0 }
        }
        None => plot.x + 4.0,
    };
    let rect = pen.text_box(&text, (text_left, top), SMALL, Weight::Regular, Align::Left);
    if inside.span.is_some_and(|(_, to)| scale.x(to) > text_left) {
        pen.marks.push(super::area(
            Rect { x: rect.x - 3.0, width: rect.width + 6.0, ..rect },
            Tone::Paper,
            Place::Plot,
        ));
    }
    pen.line(&text, (text_left, top), SMALL, style, Align::Left, Place::Plot);
    pen.hits.push(Hit { rect, target: inside.target.clone(), text: inside.hover.clone() });
}

/// A dotted outline to scale, under the bar and apart from it.
pub(super) fn pending(pen: &mut Pen, row: &Row, top: f32, scale: &Scaled) {
    let Some(pending) = &row.pending else { return };
    let right = scale.x(pending.to).min(scale.plot.right());
    let rect = Rect { x: scale.plot.x, y: top + 3.0, width: (right - scale.plot.x).max(3.0), height: 8.0 };
    let shape = Shape::Frame { rect, dash: Dash::Dotted };
    pen.marks.push(Mark { place: Place::Plot, tone: Tone::Muted, shape });
    let width = pen.width(&pending.text, SMALL, Weight::Regular);
    let left = (right + 7.0).min(scale.plot.right() - width - 2.0).max(scale.plot.x);
    let back = pen.text_box(&pending.text, (left, top), SMALL, Weight::Regular, Align::Left);
    if back.x < right {
        pen.marks.push(super::area(
            Rect { x: back.x - 3.0, width: back.width + 6.0, ..back },
            Tone::Paper,
            Place::Plot,
        ));
    }
    pen.line(&pending.text, (left, top), SMALL, (Weight::Regular, Tone::Muted), Align::Left, Place::Plot);
    pen.hits.push(Hit { rect, target: pending.target.clone(), text: pending.text.clone() });
}

/// Triangles of other sources, named where there is room between them. A figure beyond the axis is named at its edge.
pub(super) fn others(pen: &mut Pen, row: &Row, (top, height): (f32, f32), scale: &Scaled) {
    let mut order: Vec<&OtherSource> = row.others.iter().collect();
    order.sort_by(|a, b| a.at.total_cmp(&b.at));
    let right = scale.plot.right();
    let (inside, beyond): (Vec<&OtherSource>, Vec<&OtherSource>) =
        order.into_iter().partition(|other| scale.x(other.at) <= right);
    let style = (Weight::Regular, Tone::Muted);
    let mut edge = right;
    if let Some(last) = beyond.last() {
        let text = edge_text(pen, &inside, &beyond, scale);
        let rect = pen.line(&text, (right - 2.0, top - 1.0), SMALL, style, Align::Right, Place::Beside);
        pen.hits.push(Hit { rect, target: last.target.clone(), text: last.hover.clone() });
        edge = rect.x - 8.0;
    }
    let mut free_from = scale.plot.x;
    let mut unnamed: Vec<&str> = Vec::new();
    for (position, other) in inside.iter().enumerate() {
        let x = scale.x(other.at);
        pen.triangle((x, top + 1.0), Place::Beside);
        let rect = Rect { x: x - 6.0, y: top, width: 12.0, height };
        pen.hits.push(Hit { rect, target: other.target.clone(), text: other.hover.clone() });
        let next = inside.get(position + 1).map_or(edge, |next| scale.x(next.at) - 6.0);
        // What had no room for its name is named with the next one, as far as both have room.
        unnamed.push(&other.text);
        let fits = |text: &str| x + 8.0 + pen.width(text, SMALL, Weight::Regular) + 4.0 <= next.min(edge);
        let together = Some(unnamed.join(" · ")).filter(|text| unnamed.len() > 1 && fits(text));
        let text = together.unwrap_or_else(|| other.text.clone());
        let width = pen.width(&text, SMALL, Weight::Regular);
        // At its right, else at its left, else not at all: pointing at it names it.
        let right_of = fits(&text).then_some(x + 8.0);
        let left_of = (x - 8.0 - width >= free_from && x <= edge).then_some(x - 8.0 - width);
        free_from = x + 8.0;
        let Some(left) = right_of.or(left_of) else { continue };
        unnamed.clear();
        pen.paper(Rect { x: left - 1.0, y: top, width: width + 2.0, height }, Place::Beside);
        pen.line(&text, (left, top - 1.0), SMALL, style, Align::Left, Place::Beside);
        free_from = free_from.max(left + width + 4.0);
    }
}

/// What the edge says of figures beyond it: the furthest one's name and number, or only how many there are where a figure
/// inside the plot stands in the way.
fn edge_text(pen: &Pen, inside: &[&OtherSource], beyond: &[&OtherSource], scale: &Scaled) -> String {
    let count = if beyond.len() > 1 { format!("{} · ", beyond.len()) } else { String::new() };
    let name = beyond.last().map_or("", |last| last.text.as_str());
    let room = scale.plot.width * 0.5;
    let full = format!("{count}{} →", elide(name, SMALL, Weight::Regular, room, pen.sizes));
    let start = scale.plot.right() - pen.width(&full, SMALL, Weight::Regular) - 10.0;
    if inside.iter().any(|other| scale.x(other.at) > start) { format!("{} →", beyond.len()) } else { full }
}

/// Hits that lie outside the plot cannot be pointed at.
pub(super) fn keep_inside(pen: &mut Pen, plot: Rect) {
    pen.hits.retain(|hit| {
        let middle = hit.rect.y + hit.rect.height / 2.0;
        hit.rect.x <= plot.right() && middle >= plot.y && middle <= plot.bottom()
    });
}
