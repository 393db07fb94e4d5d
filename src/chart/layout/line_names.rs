//! Names of lines at their ends, and of the numbers to compare with: never over each other, and where there is least ink
//! under them. Where many lines end at one side, their names stand under each other in a column.

use super::labels::{Candidate, Labels, Words};
use super::seen::Seen;
use super::text::Pen;
use super::time::Field;
use super::track;
use crate::chart::figure::Target;
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Hit, Place, Rect};
use crate::chart::time_plot::{TimePlot, Track, TrackKind};
use crate::text::{Weight, elide};

const NAME_SIZE: f32 = 12.0;
/// From so many lines on that end at the right side, their names stand in a column.
const COLUMN: usize = 6;

/// How much of the plot's width the days may leave to a name after its line.
const MOST_ROOM: f32 = 0.25;

/// In a column a line's look stands before its name.
const SAMPLE: f32 = 14.0;
const SAMPLE_GAP: f32 = 5.0;
/// Between the ends of lines and the column, for hairlines that lead from one to the other.
const LEAD: f32 = 26.0;
/// How much of the plot's width a name in a column takes at most.
const WIDEST: f32 = 0.26;
/// A column needs as much room for its names.
const LEAST_NAME: f32 = 60.0;

/// Whether a line ends in the last quarter of all days, so that its name needs room after it.
fn ends_late(track: &Track, (first, last): (f64, f64)) -> bool {
    track.points.last().is_some_and(|point| point.to > first + (last - first) * 0.75)
}

/// Whether names of lines stand in a column.
fn is_column(body: &TimePlot, days: (f64, f64)) -> bool {
    body.tracks.iter().filter(|track| ends_late(track, days)).count() >= COLUMN
}

/// The last day with room for names after it: of all lines that end at the right.
pub(super) fn last_day(pen: &Pen, body: &TimePlot, (first, last): (f64, f64), width: f32) -> f64 {
    let is_column = is_column(body, (first, last));
    let room = |track: &Track| {
        let words = if is_column { Some(short_words(pen, track, width * WIDEST)) } else { None };
        let words = words.or_else(|| track_words(track).into_iter().next());
        let more = if is_column { LEAD + SAMPLE + SAMPLE_GAP } else { 0.0 };
        let room = words.map_or(0.0, |words| words.size(pen).0) + track::tail(track) + 12.0 + more;
        // A name for which that is too much stands over its line.
        let room = if room > width * MOST_ROOM && !is_column { track::tail(track) + 12.0 } else { room };
        f64::from(room.min(width * 0.4) / width)
    };
    let end = |track: &Track| Some(first + (track.points.last()?.to - first) / (1.0 - room(track)));
    let ending = body.tracks.iter().filter(|track| ends_late(track, (first, last)));
    ending.filter_map(end).fold(last, f64::max)
}

pub(super) fn place(pen: &mut Pen, (body, seen): (&TimePlot, &[Seen]), field: &Field, labels: &mut Labels) {
    name_tracks(pen, (body, seen), field, labels);
    name_levels(pen, body, field, labels);
}

/// What stands at the end of a line: the longest first.
fn track_words(track: &Track) -> Vec<Words> {
    let tone = match (track.kind, track.tone, track.dash) {
        (TrackKind::Pending, ..) => track.tone,
        // The first line's hue can be read as text too.
        (_, Tone::Category(0), Dash::Solid) => Tone::Accent,
        _ => Tone::Ink,
    };
    if track.kind == TrackKind::Pending {
        return vec![Words(vec![(track.name.clone(), 11.0, Weight::Regular, tone)])];
    }
    let name = |text: String| (text, NAME_SIZE, Weight::Strong, tone);
    let small = (!track.small.is_empty()).then(|| (track.small.clone(), 10.5, Weight::Regular, Tone::Muted));
    let full = Words([Some(name(format!("{} {}", track.name, track.last))), small].into_iter().flatten().collect());
    vec![full, Words(vec![name(format!("{} {}", track.name, track.last))]), Words(vec![name(track.name.clone())])]
}

/// What may stand at a line's end, in this order, each with how much ink may lie under it: whole where there is none, then
/// the number below the name, then over ink, and at last cut. Where the end is not in view its number would mislead.
fn end_words(pen: &Pen, track: &Track, is_last: bool, most: f32) -> Vec<(Words, usize)> {
    let mut words = track_words(track);
    let (name, is_pending) = (words.pop(), track.kind == TrackKind::Pending);
    if !is_last || is_pending {
        return name.into_iter().map(|name| (name, usize::MAX)).collect();
    }
    let below = name.clone().map(|Words(mut lines)| {
        let number = lines.first().map(|(_, size, weight, tone)| (track.last.clone(), *size, *weight, *tone));
        lines.extend(number);
        Words(lines)
    });
    let free = words.iter().cloned().chain(below).map(|words| (words, 0));
    let over =
        words.iter().cloned().chain([short_words(pen, track, most)]).chain(name).map(|words| (words, usize::MAX));
    free.chain(over).collect()
}

/// A name with its number on one line, cut so that it is no wider than this.
fn short_words(pen: &Pen, track: &Track, most: f32) -> Words {
    let number = format!(" {}", track.last);
    let room = (most - pen.width(&number, NAME_SIZE, Weight::Strong)).max(1.0);
    let name = elide(&track.name, NAME_SIZE, Weight::Strong, room, pen.sizes);
    let is_pending = track.kind == TrackKind::Pending;
    let (weight, tone) = if is_pending { (Weight::Regular, track.tone) } else { (Weight::Strong, Tone::Ink) };
    Words(vec![(format!("{name}{number}"), NAME_SIZE, weight, tone)])
}

/// Where a line ends, as far as it is in view.
struct End<'t> {
    track: &'t Track,
    at: (f32, f32),
    tail: f32,
    /// Whether it is the line's own end, and not the view's.
    is_last: bool,
}

fn ends<'t>(seen: &[Seen<'t>], field: &Field) -> Vec<End<'t>> {
    let end = |seen: &Seen<'t>| {
        let track = seen.track;
        let point = &track.points[seen.to.checked_sub(1)?];
        let is_last = seen.to == track.points.len();
        let (at, tail) = if is_last { (point.day(), track::tail(track)) } else { (field.days.1, 0.0) };
        // A line that ended before the view has its name there.
        let is_seen = !is_last || field.shows(at);
        is_seen.then(|| End { track, at: (field.x(at), field.y(point.at)), tail, is_last })
    };
    seen.iter().filter_map(end).collect()
}

fn name_tracks(pen: &mut Pen, (body, seen): (&TimePlot, &[Seen]), field: &Field, labels: &mut Labels) {
    let ends = ends(seen, field);
    // What ended earlier is named where it ended: a hairline from there would cross all others.
    let middle = field.x(f64::midpoint(body.days.0, body.days.1));
    let is_in_column = |end: &End| {
        let has_room = end.at.0 + end.tail + LEAD < field.plot.right() - LEAST_NAME;
        end.is_last && has_room && end.at.0 > middle && end.at.1 >= field.plot.y - 1.0
    };
    let (column, elsewhere): (Vec<End>, Vec<End>) =
        ends.into_iter().partition(|end| is_column(body, body.days) && is_in_column(end));
    name_in_column(pen, column, field, labels);
    for End { track, at: (x, y), tail, is_last } in elsewhere {
        if y < field.plot.y - 1.0 {
            above_the_plot(pen, track, (x, field.plot), labels);
            continue;
        }
        for (words, most) in end_words(pen, track, is_last, field.plot.width * WIDEST) {
            let size = words.size(pen);
            if let Some(at) = labels.best_of(Candidate::around((x, y), tail, size), size, most) {
                lead(pen, (x, y), Rect { x: at.0, y: at.1, width: size.0, height: size.1 }, labels);
                words.place(pen, at, Place::Frame);
                break;
            }
        }
    }
}

/// Names under each other at the right, as near to the ends of their lines as may be; those that stand first where there
/// is no room for all.
fn name_in_column(pen: &mut Pen, mut ends: Vec<End>, field: &Field, labels: &mut Labels) {
    // Names alone stand closer than lines of a text.
    let line = pen.height(NAME_SIZE, Weight::Strong) * 0.86;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of lines")]
    ends.truncate((field.plot.height / line) as usize);
    ends.sort_by(|a, b| a.at.1.total_cmp(&b.at.1));
    let left = ends.iter().map(|end| end.at.0 + end.tail + LEAD).fold(0.0, f32::max);
    let wanted: Vec<f32> = ends.iter().map(|end| end.at.1 - line / 2.0).collect();
    let tops = apart(&wanted, line, (field.plot.y, field.plot.bottom() - line));
    for (end, top) in ends.iter().zip(tops) {
        let words = short_words(pen, end.track, field.plot.width * WIDEST);
        let wide = SAMPLE + SAMPLE_GAP + words.size(pen).0;
        let (x, middle) = (left.min(labels.right() - wide), top + line / 2.0);
        labels.take(Rect { x, y: top, width: wide, height: line });
        let from = (end.at.0 + end.tail + 1.0, end.at.1);
        pen.stroke(&[from, (x - 3.0, middle)], 0.8, Dash::Solid, Tone::NeutralLine, Place::Frame);
        let (width, dash) = track::width_of(end.track);
        pen.stroke(&[(x, middle), (x + SAMPLE, middle)], width, dash, end.track.tone, Place::Frame);
        let height = words.size(pen).1;
        words.place(pen, (x + SAMPLE + SAMPLE_GAP, middle - height / 2.0), Place::Frame);
    }
}

/// Places at least `step` apart and inside `room`, as near to the wanted ones, which are sorted, as may be: neighbours that
/// would meet share the middle of what they want.
pub(super) fn apart(wanted: &[f32], step: f32, (first, last): (f32, f32)) -> Vec<f32> {
    // Each block: where its first one stands, how many it holds, and the sum of what they want for its first one.
    let mut blocks: Vec<(f32, usize, f32)> = Vec::new();
    let place = |sum: f32, count: usize| {
        let end = last - (count as f32 - 1.0) * step;
        (sum / count as f32).min(end).max(first)
    };
    for top in wanted {
        let (mut count, mut sum) = (1, *top);
        while let Some((start, before, wanted)) = blocks.last().copied() {
            if start + before as f32 * step <= place(sum, count) {
                break;
            }
            blocks.pop();
            sum = wanted + sum - before as f32 * step * count as f32;
            count += before;
        }
        blocks.push((place(sum, count), count, sum));
    }
    blocks.into_iter().flat_map(|(start, count, _)| (0..count).map(move |n| start + n as f32 * step)).collect()
}

/// A hairline from the end of a line to a name that had to stand away from it.
fn lead(pen: &mut Pen, (x, y): (f32, f32), name: Rect, labels: &mut Labels) {
    const NEAR: f32 = 16.0;
    let end = (x.clamp(name.x, name.right()), y.clamp(name.y + 2.0, name.bottom() - 1.0));
    // Beside its point a name needs none, and above or below it only where other ink lies between.
    if (end.1 - y).abs() > NEAR {
        pen.stroke(&[(x, y), end], 0.8, Dash::Solid, Tone::NeutralLine, Place::Frame);
        // No other name stands on an upright one.
        if (end.0 - x).abs() < 3.0 {
            labels.take(Rect { x: x.min(end.0), y: y.min(end.1), width: (end.0 - x).abs(), height: (end.1 - y).abs() });
        }
    }
}

/// People under investigation may be far more than all counts: their line leaves the plot, and its name says so.
fn above_the_plot(pen: &mut Pen, track: &Track, (x, plot): (f32, Rect), labels: &mut Labels) {
    let text = format!("↑ {} · {}", track.name, track.last);
    let words = Words(vec![(text, 11.0, Weight::Regular, Tone::Muted)]);
    let size = words.size(pen);
    let first = x.min(plot.right()) - size.0;
    let places = [first, first - 40.0, plot.x + 4.0, plot.right() - size.0];
    let places = places.into_iter().flat_map(|x| [plot.y + 2.0, plot.y + 18.0].map(|y| (x.max(plot.x + 2.0), y)));
    if let Some(at) = labels.best(places.collect(), size) {
        words.place(pen, at, Place::Frame);
    }
}

fn name_levels(pen: &mut Pen, body: &TimePlot, field: &Field, labels: &mut Labels) {
    for level in &body.levels {
        let y = field.y(level.at);
        let words = Words(vec![(level.text.clone(), 11.5, Weight::Strong, level.tone)]);
        let size = words.size(pen);
        let (left, right) = (field.plot.x + 6.0, field.plot.right() - size.0 - 2.0);
        let steps = [1.0, 0.8, 0.6, 0.4, 0.2, 0.0].map(|part| left + (right - left) * part);
        let places = steps.into_iter().flat_map(|x| [(x, y - size.1 - 1.0), (x, y + 2.0)]);
        let Some(at) = labels.best(places.collect(), size) else { continue };
        words.place(pen, at, Place::Plot);
        let rect = Rect { x: at.0, y: at.1, width: size.0, height: size.1 };
        pen.hits.push(Hit { rect, target: Target::Count(level.key.clone()), text: level.hover.clone() });
    }
}
