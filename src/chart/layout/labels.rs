//! Where names go on a timeline: never over each other, and where there is least ink under them.

use super::text::{Align, Pen, Style};
use crate::chart::palette::Tone;
use crate::chart::placed::{Place, Rect};
use crate::text::Weight;

/// Lines of text under each other: text, size, weight and tone.
#[derive(Clone)]
pub(super) struct Words(pub(super) Vec<(String, f32, Weight, Tone)>);

impl Words {
    pub(super) fn size(&self, pen: &Pen) -> (f32, f32) {
        let width = self.0.iter().map(|(text, size, weight, _)| pen.width(text, *size, *weight)).fold(0.0, f32::max);
        (width, self.0.iter().map(|(_, size, weight, _)| pen.height(*size, *weight)).sum())
    }

    pub(super) fn place(&self, pen: &mut Pen, (x, mut y): (f32, f32), place: Place) {
        for (text, size, weight, tone) in &self.0 {
            let style: Style = (*weight, *tone);
            pen.line(text, (x, y), *size, style, Align::Left, place);
            y += pen.height(*size, *weight);
        }
    }
}

/// Places that a text could have.
pub(super) struct Candidate;

impl Candidate {
    /// Beside a point, the right side first; farther away where it is crowded.
    pub(super) fn around((x, y): (f32, f32), tail: f32, (width, height): (f32, f32)) -> Vec<(f32, f32)> {
        let mut places = Vec::new();
        for far in [0.0, 14.0, 28.0, 44.0, 64.0] {
            for (left, top) in [
                (x + tail + 5.0, y - height / 2.0),
                (x + 6.0, y - height - 5.0),
                (x + 6.0, y + 6.0),
                (x - width - 8.0, y - height / 2.0),
                (x - width - 6.0, y - height - 5.0),
                // Past the steps just before it.
                (x - width - 16.0, y - height / 2.0),
                (x - width / 2.0, y - height - 8.0),
                (x - width / 2.0, y + 9.0),
            ] {
                places.push((left, top - far));
                if far > 0.0 {
                    places.push((left, top + far));
                }
            }
        }
        places
    }
}

/// How wide and high a cell of the map of ink is, in points.
const CELL: f32 = 3.0;

/// A map of what is drawn already.
pub(super) struct Labels {
    room: Rect,
    columns: usize,
    rows: usize,
    ink: Vec<u8>,
    /// How many inked cells lie above and left of each corner, once all ink is drawn.
    sums: Vec<u32>,
    taken: Vec<Rect>,
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cells are counted inside the room")]
impl Labels {
    /// An empty map of the plot, and of what lies right of it.
    pub(super) fn new(plot: Rect, inner: Rect) -> Self {
        let room = Rect { width: (inner.right() - plot.x).max(0.0), ..plot };
        let (columns, rows) = ((room.width / CELL) as usize + 1, (room.height / CELL) as usize + 1);
        Self { room, columns, rows, ink: vec![0; columns * rows], sums: Vec::new(), taken: Vec::new() }
    }

    fn cell(&self, (x, y): (f32, f32)) -> (usize, usize) {
        let column = ((x - self.room.x) / CELL).max(0.0) as usize;
        let row = ((y - self.room.y) / CELL).max(0.0) as usize;
        (column.min(self.columns - 1), row.min(self.rows - 1))
    }

    /// A line with horizontal and vertical pieces.
    pub(super) fn ink_line(&mut self, points: &[(f32, f32)]) {
        for pair in points.windows(2) {
            let rect = Rect {
                x: pair[0].0.min(pair[1].0),
                y: pair[0].1.min(pair[1].1),
                width: (pair[0].0 - pair[1].0).abs(),
                height: (pair[0].1 - pair[1].1).abs(),
            };
            self.ink_rect(rect);
        }
    }

    pub(super) fn ink_rect(&mut self, rect: Rect) {
        let ((left, top), (right, bottom)) = (self.cell((rect.x, rect.y)), self.cell((rect.right(), rect.bottom())));
        // Most strokes are upright: a fill for each of their cells would take longer than they do.
        if left == right {
            (top..=bottom).for_each(|row| self.ink[row * self.columns + left] = 1);
            return;
        }
        for row in top..=bottom {
            self.ink[row * self.columns + left..=row * self.columns + right].fill(1);
        }
    }

    /// Where texts must end at the right.
    pub(super) fn right(&self) -> f32 {
        self.room.right()
    }

    /// Keeps other texts away from here.
    pub(super) fn take(&mut self, rect: Rect) {
        self.taken.push(Rect { x: rect.x - 1.0, width: rect.width + 2.0, ..rect });
    }

    /// All ink is drawn, and places are looked for: counts it once for all of them.
    pub(super) fn finish_ink(&mut self) {
        let width = self.columns + 1;
        self.sums = vec![0; width * (self.rows + 1)];
        for row in 0..self.rows {
            let mut in_row = 0;
            for column in 0..self.columns {
                in_row += u32::from(self.ink[row * self.columns + column]);
                self.sums[(row + 1) * width + column + 1] = self.sums[row * width + column + 1] + in_row;
            }
        }
    }

    /// How many cells from one to another have ink.
    fn inked(&self, (left, top): (usize, usize), (right, bottom): (usize, usize)) -> usize {
        let sum = |column: usize, row: usize| self.sums.get(row * (self.columns + 1) + column).copied().unwrap_or(0);
        let inside = sum(right + 1, bottom + 1) + sum(left, top) - sum(left, bottom + 1) - sum(right + 1, top);
        inside as usize
    }

    /// The place with the least ink under it, the earlier one of equals, as far as it meets no other text; taken then.
    pub(super) fn best(&mut self, places: Vec<(f32, f32)>, size: (f32, f32)) -> Option<(f32, f32)> {
        self.best_of(places, size, usize::MAX)
    }

    /// The same, where no more than `most` cells have ink.
    pub(super) fn best_of(
        &mut self,
        places: Vec<(f32, f32)>,
        (width, height): (f32, f32),
        most: usize,
    ) -> Option<(f32, f32)> {
        let mut best: Option<(usize, (f32, f32))> = None;
        for (rank, (x, y)) in places.into_iter().enumerate() {
            let rect = Rect { x: x - 1.0, y, width: width + 2.0, height };
            if !self.room.holds(&rect) || self.taken.iter().any(|taken| taken.overlaps(&rect)) {
                continue;
            }
            let inked = self.inked(self.cell((x, y + 2.0)), self.cell((x + width, y + height - 2.0)));
            let cost = inked * 4 + rank;
            if inked <= most && best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, (x, y)));
            }
        }
        let (_, (x, y)) = best?;
        self.take(Rect { x, y, width, height });
        Some((x, y))
    }
}
