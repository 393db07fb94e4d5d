//! Shapes and text as pixels. Knows nothing of figures: whoever paints one calls this with finished shapes.

use tiny_skia::{
    FillRule, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform,
};

use crate::chart::Dash;
use crate::text::{OutlinePen, Weight, draw_glyph, shape};

/// A point in points, y downwards.
pub type Point = (f32, f32);

/// Red, green, blue and opacity, not premultiplied.
pub type Rgba = [u8; 4];

/// How a shape's edge is drawn: its width in points, colour and dashes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// In points.
    pub width: f32,
    /// Its colour.
    pub color: Rgba,
    /// Its gaps.
    pub dash: Dash,
}

/// A picture in the making, measured in points.
pub struct Canvas {
    pixels: Pixmap,
    scale: f32,
}

impl Canvas {
    /// A transparent picture of `width` by `height` points with `scale` pixels to the point; `None` where that is no pixel
    /// at all or more than memory can address.
    #[must_use]
    pub fn new(width: f32, height: f32, scale: f32) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and Pixmap refuses it")]
        let pixels = |points: f32| (points * scale).ceil() as u32;
        Some(Self { pixels: Pixmap::new(pixels(width), pixels(height))?, scale })
    }

    /// Fills a rectangle given by its left, top, width and height; one without area draws nothing.
    pub fn fill_rect(&mut self, rect: [f32; 4], color: Rgba) {
        if let Some(rect) = rect_of(rect) {
            self.pixels.fill_rect(rect, &paint(color), self.to_pixels(), None);
        }
    }

    /// Hatches a rectangle with lines that rise to the right, `spacing` points apart from each other across.
    pub fn hatch_rect(&mut self, rect: [f32; 4], spacing: f32, width: f32, color: Rgba) {
        let Some(area) = rect_of(rect) else { return };
        let mut lines = PathBuilder::new();
        let step = spacing.max(0.5) * std::f32::consts::SQRT_2;
        // Anchored at the picture's corner, so that neighbouring rectangles continue each other's lines.
        let mut sum = ((area.left() + area.top()) / step).ceil() * step;
        while sum < area.right() + area.bottom() {
            lines.move_to(sum - area.bottom(), area.bottom());
            lines.line_to(sum - area.top(), area.top());
            sum += step;
        }
        let Some(mut mask) = Mask::new(self.pixels.width(), self.pixels.height()) else { return };
        mask.fill_path(&PathBuilder::from_rect(area), FillRule::Winding, true, self.to_pixels());
        let stroke = Stroke { width, ..Stroke::default() };
        if let Some(path) = lines.finish() {
            self.pixels.stroke_path(&path, &paint(color), &stroke, self.to_pixels(), Some(&mask));
        }
    }

    /// Draws a line.
    pub fn line(&mut self, from: Point, to: Point, edge: Edge) {
        self.polyline(&[from, to], edge);
    }

    /// Draws a line through all points.
    pub fn polyline(&mut self, points: &[Point], edge: Edge) {
        if let Some(path) = path_of(points, false) {
            self.pixels.stroke_path(&path, &paint(edge.color), &stroke_of(edge), self.to_pixels(), None);
        }
    }

    /// Fills, edges or both a shape given by its corners, such as a triangle.
    pub fn polygon(&mut self, corners: &[Point], fill: Option<Rgba>, edge: Option<Edge>) {
        let Some(path) = path_of(corners, true) else { return };
        if let Some(color) = fill {
            self.pixels.fill_path(&path, &paint(color), FillRule::Winding, self.to_pixels(), None);
        }
        if let Some(edge) = edge {
            self.pixels.stroke_path(&path, &paint(edge.color), &stroke_of(edge), self.to_pixels(), None);
        }
    }

    /// Draws `text` with its left end at x and the baseline of its first line at y.
    pub fn text(&mut self, (x, y): Point, text: &str, size: f32, weight: Weight, color: Rgba) {
        let mut pen = PathPen { path: PathBuilder::new(), x: 0.0, y: 0.0 };
        for glyph in shape(text, size, weight) {
            (pen.x, pen.y) = (x + glyph.x, y + glyph.y);
            draw_glyph(&glyph, size, weight, &mut pen);
        }
        if let Some(path) = pen.path.finish() {
            self.pixels.fill_path(&path, &paint(color), FillRule::Winding, self.to_pixels(), None);
        }
    }

    /// Width and height in pixels, and the pixels row by row as red, green, blue and opacity, not premultiplied.
    #[must_use]
    pub fn into_rgba(self) -> (u32, u32, Vec<u8>) {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        (width, height, self.pixels.take_demultiplied())
    }

    fn to_pixels(&self) -> Transform {
        Transform::from_scale(self.scale, self.scale)
    }
}

struct PathPen {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (left, base) = (self.x, self.y);
        self.path.cubic_to(left + cx0, base - cy0, left + cx1, base - cy1, left + x, base - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

fn paint([red, green, blue, opacity]: Rgba) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, opacity);
    paint
}

fn rect_of([left, top, width, height]: [f32; 4]) -> Option<Rect> {
    Rect::from_xywh(left, top, width, height)
}

fn path_of(points: &[Point], closed: bool) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(first.0, first.1);
    for point in rest {
        path.line_to(point.0, point.1);
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn stroke_of(edge: Edge) -> Stroke {
    let (dashes, line_cap) = match edge.dash {
        Dash::Solid => (None, LineCap::Butt),
        Dash::Dashed => (StrokeDash::new(vec![4.0 * edge.width, 3.0 * edge.width], 0.0), LineCap::Butt),
        Dash::LongDashed => (StrokeDash::new(vec![9.0, 4.5], 0.0), LineCap::Butt),
        Dash::DashDotted => (StrokeDash::new(vec![9.0, 3.5, 2.5, 3.5], 0.0), LineCap::Butt),
        // Strokes of almost no length: their round ends are the dots.
        Dash::Dotted => (StrokeDash::new(vec![0.01 * edge.width, 2.5 * edge.width], 0.0), LineCap::Round),
    };
    Stroke { width: edge.width, dash: dashes, line_cap, line_join: LineJoin::Round, ..Stroke::default() }
}
