//! What every row of a figure needs, measured once for a width and kept: moving and zooming a long list must not measure
//! thousands of texts in each frame.

use super::frame::{self, Columns, columns};
use super::lanes::{self, Density, ROOMY, TIGHT};
use super::row::{Lanes, axis_end};
use super::text::Pen;
use crate::chart::figure::{Row, Rows};
use crate::chart::placed::Rect;

/// Where rows and notes have less height than this together, room is short.
const SMALL: f32 = 440.0;
/// Rows that need so many times the room that they have do not fit by standing closer.
const FAR_TOO_LONG: f32 = 2.0;

/// Columns, lanes and heights of all rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measured {
    pub(super) columns: Columns,
    pub(super) lanes: Lanes,
    /// The height below which a row would lose a lane or a line of its name, without other sources.
    pub(super) least: f32,
    /// Where the axis ends when everything is in view.
    pub(super) axis_end: f64,
    /// How much height the other sources of all rows before each one take; one more than there are rows.
    extras: Vec<f32>,
}

impl Measured {
    /// What the rows need where they and the notes have `below` points, of which the notes need `notes`; tighter where all
    /// rows fit only then, or where there is little room.
    pub(super) fn of(pen: &Pen, body: &Rows, inner: Rect, (below, notes): (f32, f32)) -> Self {
        let with = |density, is_even| Self::with(pen, body, inner, (density, is_even));
        let fits = |it: &Self, room: f32| it.top(body.rows.len(), it.least) <= room;
        let (roomy, room) = (with(ROOMY, true), below - notes);
        if fits(&roomy, room) {
            return roomy;
        }
        // A list that is far too long is not measured again.
        if fits(&roomy, room * FAR_TOO_LONG) {
            let tight = [true, false].into_iter().map(|is_even| with(TIGHT, is_even)).find(|it| fits(it, room));
            if let Some(tight) = tight {
                return tight;
            }
        }
        let has_lanes = body.rows.iter().any(|row| !row.lanes.is_empty());
        match has_lanes && below < SMALL {
            _ if fits(&roomy, below) => roomy,
            true => with(TIGHT, false),
            false => with(ROOMY, false),
        }
    }

    /// With bars at an even distance where `is_even`: all rows have the room that the longest name needs. Else each has
    /// its own, and what stands beside a bar may reach down beside its lanes.
    fn with(pen: &Pen, body: &Rows, inner: Rect, (density, is_even): (Density, bool)) -> Self {
        let columns = columns(pen, &body.rows, inner);
        let width = columns.plot_right - columns.plot_left;
        let lanes = Lanes::of(pen, &body.rows, width, density);
        let beside = |row: &Row| frame::beside_height(pen, row, &columns) + 4.0;
        let longest = if is_even { body.rows.iter().map(beside).fold(0.0, f32::max) } else { 0.0 };
        let least = lanes.least_height().max(longest);
        let mut extras = vec![0.0];
        for row in &body.rows {
            let extra = lanes::height(row, density).max(beside(row) - least);
            extras.push(extras.last().copied().unwrap_or(0.0) + extra);
        }
        Self { least, axis_end: axis_end(pen, body, width), columns, lanes, extras }
    }

    /// Whether rows stand closer than where there is room.
    pub(super) fn is_tight(&self) -> bool {
        self.lanes.density == TIGHT
    }

    fn rows(&self) -> usize {
        self.extras.len() - 1
    }

    /// The height that the other sources of all rows take.
    pub(super) fn extra(&self) -> f32 {
        self.extras.last().copied().unwrap_or(0.0)
    }

    /// How far below the first row the row with this index starts; for one beyond the last, where that ends.
    pub(super) fn top(&self, index: usize, height: f32) -> f32 {
        let index = index.min(self.rows());
        index as f32 * height + self.extras.get(index).copied().unwrap_or(0.0)
    }

    /// How many whole rows fit into `room` from the row `first` on; one at the least.
    pub(super) fn fitting(&self, first: usize, height: f32, room: f32) -> usize {
        let start = self.top(first, height);
        let (mut low, mut high) = (first, self.rows());
        while low < high {
            let middle = (low + high).div_ceil(2);
            if self.top(middle, height) - start <= room + height * 1e-3 { low = middle } else { high = middle - 1 }
        }
        (low - first).max(1).min(self.rows().max(1))
    }

    /// The first row of the last view: from it on, all rows fit into `room`.
    pub(super) fn last_first(&self, height: f32, room: f32) -> usize {
        let end = self.top(self.rows(), height);
        let (mut low, mut high) = (0, self.rows().saturating_sub(1));
        while low < high {
            let middle = usize::midpoint(low, high);
            if end - self.top(middle, height) <= room + height * 1e-3 { high = middle } else { low = middle + 1 }
        }
        low
    }
}
