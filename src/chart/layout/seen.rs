//! Which points of a line are in view, and how much of the lines in view there is room for.

use super::columns;
use super::time::Field;
use crate::chart::placed::Dash;
use crate::chart::time_plot::{TimePoint, Track};

/// Of more lines than this in columns, the columns are wider.
const NARROW_LINES: usize = 10;
/// With more points than this for each point of width, columns are drawn.
const DENSE: f32 = 1.5;
/// With more points than this in all lines, the longer ones are drawn in columns.
const MOST_POINTS: usize = 4_000;
/// How much of the plot each mark of a point has to itself, in points by points; where there is less, lines have no marks.
const ROOM: f32 = 900.0;
/// A line with strokes climbs no more than this many times the height of the plot.
const MOST_CLIMB: f32 = 4.0;
/// So few points keep their marks in any crowd.
const FEW: usize = 6;

/// A line with its points in view: from the first index to before the second.
#[derive(Clone, Copy)]
pub(super) struct Seen<'t> {
    pub track: &'t Track,
    pub from: usize,
    pub to: usize,
}

impl<'t> Seen<'t> {
    pub(super) fn of(track: &'t Track, (from, to): (f64, f64)) -> Self {
        let start = track.points.partition_point(|point| point.day() < from);
        let end = start + track.points[start..].partition_point(|point| point.day() <= to);
        Self { track, from: start, to: end }
    }

    pub(super) fn count(&self) -> usize {
        self.to - self.from
    }

    /// The last point of all, where it is in view.
    pub(super) fn last(&self) -> Option<&'t TimePoint> {
        self.track.points.last().filter(|_| self.to == self.track.points.len() && self.to > self.from)
    }

    /// How far the line goes up and down in view.
    fn climb(&self, field: &Field) -> f32 {
        let points = &self.track.points[self.from..self.to];
        points.windows(2).map(|pair| (field.y(pair[0].at) - field.y(pair[1].at)).abs()).sum()
    }

    /// The last index before `day`.
    pub(super) fn last_before(&self, day: f64) -> Option<usize> {
        columns::first_from(self.from..self.to, |index| self.track.points[index].day(), day).checked_sub(1)
    }
}

/// How much of the lines in view is drawn.
pub(super) struct Detail {
    marks: bool,
    most_points: f32,
    /// How wide the columns are, in points.
    pub(super) column: f32,
}

impl Detail {
    pub(super) fn of(seen: &[Seen], field: &Field) -> Self {
        let all: usize = seen.iter().map(Seen::count).sum();
        let most_points = if all > MOST_POINTS { (MOST_POINTS / seen.len().max(1)) as f32 } else { f32::INFINITY };
        let marks = all as f32 * ROOM <= field.plot.width * field.plot.height;
        let most_points = most_points.min(field.plot.width * DENSE);
        let dense = seen.iter().filter(|seen| seen.count() as f32 > most_points).count();
        Self { marks, most_points, column: dense.div_ceil(NARROW_LINES).max(1) as f32 }
    }

    /// Whether a line is drawn in columns, and not point by point: also one that goes up and down so much that its dashes
    /// would be too many.
    pub(super) fn is_dense(&self, seen: &Seen, field: &Field) -> bool {
        let has_strokes = matches!(seen.track.dash, Dash::LongDashed | Dash::DashDotted);
        seen.count() as f32 > self.most_points || has_strokes && seen.climb(field) > MOST_CLIMB * field.plot.height
    }

    /// Whether the points of a line have marks.
    pub(super) fn has_marks(&self, seen: &Seen) -> bool {
        self.marks || seen.count() <= FEW
    }
}
