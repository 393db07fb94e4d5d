//! One column for each point of width: which points of a long series lie in it. What a column holds is found by steps that
//! double, so that a frame looks at a few points of each column and never at all of them.

use super::seen::Seen;
use super::text::Pen;
use super::time::Field;
use super::track::width_of;
use crate::chart::placed::{Dash, Place};
use crate::chart::time_plot::Track;
use std::ops::Range;

/// The first index in `range` whose day is not before `day`: looked for first where it lies if days are spread evenly, since
/// every look at a long series far from the last one costs time.
pub(super) fn first_from(range: Range<usize>, day_of: impl Fn(usize) -> f64, day: f64) -> usize {
    let Some(last) = range.end.checked_sub(1).filter(|last| *last >= range.start) else { return range.start };
    let (first_day, last_day) = (day_of(range.start), day_of(last));
    let part = ((day - first_day) / (last_day - first_day).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of them")]
    let guess = range.start + (part * range.len() as f64) as usize;
    let (mut low, mut high, mut step) = (guess, guess, 1);
    while low > range.start && day_of(low - 1) >= day {
        (low, step) = (low.saturating_sub(step).max(range.start), step * 2);
    }
    step = 1;
    while high < range.end && day_of(high) < day {
        (high, step) = ((high + step).min(range.end), step * 2);
    }
    while low < high {
        let middle = usize::midpoint(low, high);
        if day_of(middle) < day { low = middle + 1 } else { high = middle }
    }
    low
}

/// How many columns there are, and how many days each of them covers.
pub(super) fn count(field: &Field) -> (usize, f64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no more than points of width")]
    let count = ((field.plot.width / field.column).ceil() as usize).max(1);
    (count, (field.days.1 - field.days.0) / count as f64)
}

/// The middle of a column.
pub(super) fn middle(field: &Field, column: usize) -> f32 {
    field.plot.x + ((column as f32 + 0.5) * field.column).min(field.plot.width)
}

/// The columns that hold any point: the middle of each, and its points from the first index to before the second.
pub(super) struct Columns<'a, F> {
    day: F,
    index: usize,
    to: usize,
    column: usize,
    count: usize,
    per: f64,
    field: Field<'a>,
}

impl<'a, F: Fn(usize) -> f64> Columns<'a, F> {
    /// Of the points from one index to before another, whose days are `day` and never go back.
    pub(super) fn of(field: &Field<'a>, (index, to): (usize, usize), day: F) -> Self {
        let (count, per) = count(field);
        Self { day, index, to, column: 0, count, per, field: *field }
    }

    /// The first index that does not lie before `end`.
    fn first_from(&self, end: f64) -> usize {
        let (mut low, mut step) = (self.index, 1);
        while low + step <= self.to && (self.day)(low + step - 1) < end {
            low += step;
            step *= 2;
        }
        let mut high = (low + step - 1).min(self.to);
        while low < high {
            let middle = usize::midpoint(low, high);
            if (self.day)(middle) < end { low = middle + 1 } else { high = middle }
        }
        low
    }
}

impl<F: Fn(usize) -> f64> Iterator for Columns<'_, F> {
    type Item = (f32, usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        if self.index >= self.to {
            return None;
        }
        let last = self.count - 1;
        let ahead = ((self.day)(self.index) - self.field.days.0) / self.per;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as many as points of width")]
        let column = (ahead.max(0.0) as usize).max(self.column).min(last);
        let end = self.field.days.0 + self.per * (column + 1) as f64;
        let next = if column == last { self.to } else { self.first_from(end).max(self.index + 1) };
        let item = (middle(&self.field, column), self.index, next);
        (self.index, self.column) = (next, column);
        Some(item)
    }
}

/// Calls `look` for each column that holds any point of a line: its middle, its lowest, its highest and its last number.
fn each(Seen { track, from, to }: Seen, field: &Field, mut look: impl FnMut(f32, [f64; 3])) {
    let (count, per) = count(field);
    if let Some(columns) = track.overview.columns(field.days.0, per, count) {
        for (column, bucket) in columns {
            look(middle(field, column), [bucket.low, bucket.high, bucket.last].map(f64::from));
        }
        return;
    }
    for (x, index, next) in Columns::of(field, (from, to), |index| track.points[index].day()) {
        if let Some(extreme) = track.extremes.between(index, next) {
            look(x, [extreme.low, extreme.high, track.points[next - 1].at]);
        }
    }
}

/// One line in columns: from the smallest to the largest number of each, entered from the left and left with the last one.
/// What a dash leaves out is drawn thin, since an extreme may lie there. Calls `drawn` with each column.
pub(super) fn line(pen: &mut Pen, seen: Seen, field: &Field, mut drawn: impl FnMut(f32, (f32, f32))) {
    let (plot, track) = (field.plot, seen.track);
    let clamped = |number: f64| field.y(number).clamp(plot.y, plot.bottom());
    let mut path = Path { pen, track, points: Vec::new(), left: plot.x, is_on: true };
    let mut silences = silences_in_view(track, field).into_iter().peekable();
    if let Some(before) = seen.from.checked_sub(1) {
        path.points.push((plot.x, clamped(track.points[before].at)));
    }
    each(seen, field, |x, numbers| {
        let [low, high, last] = numbers.map(clamped);
        drawn(x, (high, low));
        // Whatever lies in this column, the last silence that ends in it or before it leads here.
        let mut silence = None;
        while let Some(next) = silences.next_if(|(_, end)| *end <= x + field.column / 2.0) {
            silence = Some(next);
        }
        if let Some((start, _)) = silence {
            path.silence((start, x), low);
        }
        path.column(x, (high, low), last);
    });
    if seen.to < track.points.len() {
        path.go_on_to(plot.right());
    }
    path.end();
}

/// Where the silences of a line that end in view start and end.
fn silences_in_view(track: &Track, field: &Field) -> Vec<(f32, f32)> {
    let ends = track.silences.iter().filter_map(|index| {
        let (before, after) = (track.points.get(index.checked_sub(1)?)?, track.points.get(*index)?);
        field.shows(after.day()).then(|| (field.x(before.day()).max(field.plot.x), field.x(after.day())))
    });
    ends.filter(|(start, end)| end - start > 2.0 * field.column).collect()
}

/// How long strokes and gaps are in points, by turns.
fn strokes(dash: Dash) -> &'static [f32] {
    match dash {
        Dash::LongDashed => &[14.0, 8.0],
        Dash::DashDotted => &[14.0, 6.0, 4.0, 6.0],
        Dash::Solid | Dash::Dashed | Dash::Dotted => &[],
    }
}

/// A path that grows to the right, in thick and thin stretches.
struct Path<'p, 'a, 't> {
    pen: &'p mut Pen<'a>,
    track: &'t Track,
    points: Vec<(f32, f32)>,
    left: f32,
    is_on: bool,
}

impl Path<'_, '_, '_> {
    /// Adds a column: from the height before through both extremes to the last number. What lies between two of them is
    /// drawn by the stroke that joins them.
    fn column(&mut self, x: f32, (top, bottom): (f32, f32), last: f32) {
        const SAME: f32 = 0.05;
        self.dash(x);
        if self.points.is_empty() {
            self.points.push((x, bottom));
        }
        let before = self.points.last().map_or(last, |(_, y)| *y);
        let (upper, lower) = (before.min(last), before.max(last));
        if lower - upper < SAME && upper - top < SAME && bottom - lower < SAME {
            return;
        }
        self.go_on_to(x);
        if bottom - lower >= SAME {
            self.points.push((x, bottom));
        }
        if upper - top >= SAME {
            self.points.push((x, top));
        }
        self.points.push((x, last));
    }

    /// Leaves off where the silence starts, and begins again at `y`.
    fn silence(&mut self, (start, x): (f32, f32), y: f32) {
        if self.points.is_empty() {
            return;
        }
        self.go_on_to(start);
        self.end();
        self.points.push((x, y));
    }

    /// Goes on at the same height.
    fn go_on_to(&mut self, x: f32) {
        if let Some((before, y)) = self.points.last().copied()
            && x > before
        {
            self.points.push((x, y));
        }
    }

    /// Ends a stretch where a stroke or a gap ends.
    fn dash(&mut self, x: f32) {
        let strokes = strokes(self.track.dash);
        if strokes.is_empty() {
            return;
        }
        let mut rest = (x - self.left) % strokes.iter().sum::<f32>();
        let place = strokes.iter().position(|stroke| {
            rest -= stroke;
            rest < 0.0
        });
        let is_on = place.is_none_or(|place| place % 2 == 0);
        if is_on != self.is_on {
            self.go_on_to(x - 0.5);
            let last = self.points.last().copied();
            self.end();
            self.points.extend(last);
            self.is_on = is_on;
        }
    }

    fn end(&mut self) {
        let (width, dash) = width_of(self.track);
        let dash = if dash == Dash::Dotted { dash } else { Dash::Solid };
        if self.points.len() > 1 {
            let width = if self.is_on { width.min(1.4) } else { 0.6 };
            self.pen.stroke(&self.points, width, dash, self.track.tone, Place::Plot);
        }
        self.points.clear();
    }
}
