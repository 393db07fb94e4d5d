//! Placed marks as egui shapes. A painter decides nothing: every mark comes with its place and its colour's role.

use super::look::color;
use super::text::galley;
use crate::chart::{Dash, Mark, Rect, Shade, Shape, Tone, stripes};
use eframe::egui::{
    self, Color32, Context, CornerRadius, Painter, Pos2, Shape as EguiShape, Stroke, StrokeKind, Vec2,
    epaint::CircleShape, pos2,
};

/// Adds the shapes of `marks`, moved by `offset`.
pub(super) fn shapes<'m>(
    marks: impl Iterator<Item = &'m Mark>,
    offset: Vec2,
    shade: Shade,
    ctx: &Context,
    clip: egui::Rect,
    into: &mut Vec<EguiShape>,
) {
    for mark in marks {
        let tone = color(mark.tone, shade);
        match &mark.shape {
            Shape::Area { rect, opacity } => {
                let rect = place(*rect, offset).intersect(clip.expand(2.0));
                into.push(EguiShape::rect_filled(rect, CornerRadius::ZERO, tone.gamma_multiply(*opacity)));
            }
            Shape::Hatch { rect, lines } => {
                let rect = place(*rect, offset).intersect(clip.expand(2.0));
                into.extend(hatch_lines(rect, color(*lines, shade)));
            }
            Shape::Frame { rect, dash: Dash::Solid } => {
                let stroke = Stroke::new(1.5, tone);
                into.push(EguiShape::rect_stroke(place(*rect, offset), CornerRadius::ZERO, stroke, StrokeKind::Inside));
            }
            Shape::Frame { rect, dash } => {
                let rect = place(*rect, offset);
                let corners =
                    [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
                dashed(&corners, Stroke::new(1.3, tone), *dash, into);
            }
            Shape::Line { points, width, dash } => {
                let points: Vec<Pos2> = points.iter().map(|point| at(*point, offset)).collect();
                let stroke = Stroke::new(*width, tone);
                if *dash == Dash::Solid {
                    into.push(EguiShape::line(points, stroke));
                } else {
                    dashed(&points, stroke, *dash, into);
                }
            }
            Shape::Polygon { points } => {
                let points = points.iter().map(|point| at(*point, offset)).collect();
                let fill = color(Tone::Paper, shade);
                into.push(EguiShape::convex_polygon(points, fill, Stroke::new(1.2, tone)));
            }
            Shape::Circle { middle, radius, filled } => into.push(EguiShape::Circle(CircleShape {
                center: at(*middle, offset),
                radius: *radius,
                fill: if *filled { tone } else { color(Tone::Paper, shade) },
                stroke: Stroke::new(1.8, tone),
            })),
            Shape::Text { rect, text, size, weight } => {
                let galley = galley(ctx, text, *size, *weight, tone);
                into.push(EguiShape::galley(at((rect.x, rect.y), offset), galley, tone));
            }
        }
    }
}

fn at((x, y): (f32, f32), offset: Vec2) -> Pos2 {
    pos2(x, y) + offset
}

pub(super) fn place(rect: Rect, offset: Vec2) -> egui::Rect {
    egui::Rect::from_min_size(at((rect.x, rect.y), offset), egui::vec2(rect.width, rect.height))
}

fn dashed(points: &[Pos2], stroke: Stroke, dash: Dash, into: &mut Vec<EguiShape>) {
    let (strokes, gaps): (&[f32], &[f32]) = match dash {
        Dash::Dotted => (&[1.6], &[2.6]),
        Dash::LongDashed => (&[9.0], &[4.5]),
        Dash::DashDotted => (&[9.0, 2.5], &[3.5, 3.5]),
        Dash::Dashed | Dash::Solid => (&[4.0], &[3.0]),
    };
    into.extend(EguiShape::dashed_line_with_offset(points, stroke, strokes, gaps, 0.0));
}

/// Diagonal lines, cut at the sides of `rect`.
fn hatch_lines(rect: egui::Rect, color: Color32) -> Vec<EguiShape> {
    const STEP: f32 = 6.0;
    if !rect.is_positive() {
        return Vec::new();
    }
    let stroke = Stroke::new(1.3, color);
    let (width, height) = (rect.width(), rect.height());
    let mut lines = Vec::new();
    // Lines keep to a grid of the window, so that neighbouring hatched areas join.
    let mut start = -height + (STEP - (rect.left() - height).rem_euclid(STEP)).rem_euclid(STEP);
    while start < width {
        let (left, right) = (start.max(0.0), (start + height).min(width));
        let from = pos2(rect.left() + left, rect.bottom() - (left - start));
        let to = pos2(rect.left() + right, rect.bottom() - (right - start));
        lines.push(EguiShape::line_segment([from, to], stroke));
        start += STEP;
    }
    lines
}

/// A hatched swatch.
pub(super) fn hatch(painter: &Painter, rect: egui::Rect, fill: Color32, lines: Color32) {
    painter.rect_filled(rect, CornerRadius::ZERO, fill);
    painter.extend(hatch_lines(rect, lines));
}

/// A swatch of a category, with the stripes of its look.
pub(super) fn category(painter: &Painter, rect: egui::Rect, tone: Tone, shade: Shade) {
    painter.rect_filled(rect, CornerRadius::same(2), color(tone, shade));
    for part in stripes(tone) {
        let y = egui::lerp(rect.y_range(), *part);
        painter.hline(rect.x_range(), y, Stroke::new(1.2, color(Tone::Paper, shade)));
    }
}
