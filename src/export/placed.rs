//! Placed marks as pixels.

use super::picture::{Canvas, Edge, Rgba};
use crate::chart::{Dash, Layout, Rect, Shade, Shape, Tone, rgb};
use crate::text::measure;

/// A laid-out figure on paper, `scale` pixels to the point: width, height, and pixels as red, green, blue, opacity.
#[must_use]
pub fn picture_of(layout: &Layout, shade: Shade, scale: f32) -> Option<(u32, u32, Vec<u8>)> {
    let mut canvas = Canvas::new(layout.size.0, layout.size.1, scale)?;
    let paper = color(Tone::Paper, shade, 1.0);
    canvas.fill_rect([0.0, 0.0, layout.size.0, layout.size.1], paper);
    // Gridlines and their numbers lie behind everything, as they do on screen.
    let (axis, others): (Vec<_>, Vec<_>) =
        layout.marks.iter().partition(|mark| mark.place == crate::chart::Place::Axis);
    for mark in axis.into_iter().chain(others) {
        paint(&mut canvas, &mark.shape, color(mark.tone, shade, 1.0), (shade, paper));
    }
    Some(canvas.into_rgba())
}

fn paint(canvas: &mut Canvas, shape: &Shape, color: Rgba, (theme, paper): (Shade, Rgba)) {
    let edge = |width, dash| Edge { width, color, dash };
    match shape {
        Shape::Area { rect, opacity } => {
            let [red, green, blue, _] = color;
            canvas.fill_rect(sides(*rect), [red, green, blue, opaque(*opacity)]);
        }
        Shape::Hatch { rect, lines } => canvas.hatch_rect(sides(*rect), 4.2, 1.3, self::color(*lines, theme, 1.0)),
        Shape::Frame { rect, dash } => {
            let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
            canvas.polyline(&corners, edge(if *dash == Dash::Solid { 1.5 } else { 1.3 }, *dash));
        }
        Shape::Line { points, width, dash } => canvas.polyline(points, edge(*width, *dash)),
        Shape::Polygon { points } => canvas.polygon(points, Some(paper), Some(edge(1.2, Dash::Solid))),
        Shape::Circle { middle, radius, filled } => {
            let corners: Vec<(f32, f32)> = (0_u8..48)
                .map(|step| {
                    let angle = f32::from(step) / 48.0 * std::f32::consts::TAU;
                    (middle.0 + radius * angle.cos(), middle.1 + radius * angle.sin())
                })
                .collect();
            canvas.polygon(&corners, Some(if *filled { color } else { paper }), Some(edge(1.8, Dash::Solid)));
        }
        Shape::Text { rect, text, size, weight } => {
            let baseline = rect.y + measure(text, *size, *weight).ascent;
            canvas.text((rect.x, baseline), text, *size, *weight, color);
        }
    }
}

fn sides(rect: Rect) -> [f32; 4] {
    [rect.x, rect.y, rect.width, rect.height]
}

fn color(tone: Tone, shade: Shade, opacity: f32) -> Rgba {
    let [red, green, blue] = rgb(tone, shade);
    [red, green, blue, opaque(opacity)]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
fn opaque(opacity: f32) -> u8 {
    (opacity.clamp(0.0, 1.0) * 255.0).round() as u8
}
