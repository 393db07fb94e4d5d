//! The pen that collects marks: texts in measured boxes, lines and areas.

use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Hit, Mark, Place, Rect, Shape};
use crate::text::{TextSize, Weight, base_is_rtl, wrap};

/// Which point of a text its position is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// Collects marks.
pub(super) struct Pen<'a> {
    pub(super) marks: Vec<Mark>,
    pub(super) hits: Vec<Hit>,
    pub(super) sizes: &'a dyn TextSize,
}

pub(super) type Style = (Weight, Tone);

impl<'a> Pen<'a> {
    pub(super) fn new(sizes: &'a dyn TextSize) -> Self {
        Self { marks: Vec::new(), hits: Vec::new(), sizes }
    }

    pub(super) fn width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        self.sizes.size(text, size, weight).0
    }

    pub(super) fn height(&self, size: f32, weight: Weight) -> f32 {
        self.sizes.size("0", size, weight).1
    }

    /// The box of one line of text whose `align` end is at `(x, top)`.
    pub(super) fn text_box(&self, text: &str, (x, y): (f32, f32), size: f32, weight: Weight, align: Align) -> Rect {
        let (width, height) = self.sizes.size(text, size, weight);
        let x = match align {
            Align::Left => x,
            Align::Middle => x - width / 2.0,
            Align::Right => x - width,
        };
        Rect { x, y, width, height }
    }

    /// One line of text; gives its box.
    pub(super) fn line(
        &mut self,
        text: &str,
        at: (f32, f32),
        size: f32,
        (weight, tone): Style,
        align: Align,
        place: Place,
    ) -> Rect {
        let rect = self.text_box(text, at, size, weight, align);
        if !text.is_empty() {
            self.marks.push(Mark { place, tone, shape: Shape::Text { rect, text: text.to_owned(), size, weight } });
        }
        rect
    }

    /// Text in as many lines as it needs, right-aligned where it is read from the right; gives its height.
    pub(super) fn paragraph(
        &mut self,
        text: &str,
        (x, y): (f32, f32),
        width: f32,
        size: f32,
        style: Style,
        place: Place,
    ) -> f32 {
        let rtl = base_is_rtl(text);
        let mut top = y;
        for line in wrap(text, size, style.0, width, self.sizes) {
            let (at, align) = if rtl { (x + width, Align::Right) } else { (x, Align::Left) };
            top += self.line(&line, (at, top), size, style, align, place).height;
        }
        top - y
    }

    /// The height that [`Self::paragraph`] will take.
    pub(super) fn paragraph_height(&self, text: &str, width: f32, size: f32, weight: Weight) -> f32 {
        let lines = wrap(text, size, weight, width, self.sizes);
        lines.iter().map(|line| self.sizes.size(line, size, weight).1).sum()
    }

    pub(super) fn stroke(&mut self, points: &[(f32, f32)], width: f32, dash: Dash, tone: Tone, place: Place) {
        let shape = Shape::Line { points: points.to_vec(), width, dash };
        self.marks.push(Mark { place, tone, shape });
    }

    /// Paper behind a text, so that no gridline runs through it.
    pub(super) fn paper(&mut self, rect: Rect, place: Place) {
        self.marks.push(Mark { place, tone: Tone::Paper, shape: Shape::Area { rect, opacity: 1.0 } });
    }

    /// A triangle of another source, its tip up at `(x, y)`.
    pub(super) fn triangle(&mut self, (x, y): (f32, f32), place: Place) {
        let points = vec![(x, y), (x + 4.5, y + 8.0), (x - 4.5, y + 8.0)];
        self.marks.push(Mark { place, tone: Tone::Muted, shape: Shape::Polygon { points } });
    }

    /// A chevron that opens a bar: its left end at `x`, between `top` and `bottom`.
    pub(super) fn chevron(&mut self, x: f32, top: f32, bottom: f32, tone: Tone, place: Place) {
        let points = [(x, top), (x + 7.0, f32::midpoint(top, bottom)), (x, bottom)];
        self.stroke(&points, 2.2, Dash::Solid, tone, place);
    }

    /// Two chevrons at the end of a bar, to the left and to the right: less or more.
    pub(super) fn chevrons(&mut self, x: f32, top: f32, bottom: f32, tone: Tone, place: Place) {
        let middle = f32::midpoint(top, bottom);
        let half = (bottom - top).min(10.0) / 2.0;
        for tip in [-4.0, 4.0] {
            let points = [
                (x + 6.0 + tip / 2.0, middle - half),
                (x + 6.0 + tip * 1.5, middle),
                (x + 6.0 + tip / 2.0, middle + half),
            ];
            self.stroke(&points, 1.8, Dash::Solid, tone, place);
        }
    }
}
