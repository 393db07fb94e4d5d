//! What lies between two points of a line: days without a report, a silence much longer than is usual for its source, or a
//! period whose number was added; and what must be said of each.

use super::figure::Note;
use super::time_plot::{TimePoint, Track, TrackKind, Way};
use crate::text::Locale;

/// So many times as long as usual is a silence.
const SILENCE: f64 = 10.0;
/// So many days are no silence, however often a source reports else: a week that was left out is one gap among others.
const SHORT: f64 = 14.0;
/// A gap that is a smaller part of all days than this is not seen while all of them are shown.
const LEAST_PART: f64 = 1.0 / 250.0;

/// How many days lie between the last day of a point and the first one of the next.
fn apart(pair: &[TimePoint]) -> f64 {
    pair[1].from - pair[0].to
}

/// Marks the counts that come after a silence. A sum of periods has none: days between them added nothing to it.
pub(super) fn mark_silences(points: &mut [TimePoint]) {
    let mut distances: Vec<f64> = points.windows(2).map(apart).filter(|days| *days > 0.0).collect();
    if distances.is_empty() {
        return;
    }
    // The lower one of two in the middle: of two distances the shorter one is usual.
    let middle = (distances.len() - 1) / 2;
    let (_, usual, _) = distances.select_nth_unstable_by(middle, f64::total_cmp);
    let longest = (*usual * SILENCE).max(SHORT);
    for index in 1..points.len() {
        if points[index].way == Way::Step && apart(&points[index - 1..=index]) > longest {
            points[index].way = Way::Silence;
        }
    }
}

/// What the stretches mean that are drawn in any of these lines, where all of `days` are shown.
pub(super) fn notes(tracks: &[Track], days: (f64, f64), locale: &Locale) -> Vec<Note> {
    let seen_from = ((days.1 - days.0) * LEAST_PART).max(1.0);
    let seen = |way: Way| {
        let mut pairs = tracks.iter().filter(|it| it.kind != TrackKind::Pending).flat_map(|it| it.points.windows(2));
        let is_gap = |pair: &[TimePoint]| pair[1].way != Way::Silence && apart(pair) > seen_from;
        match way {
            Way::Step => pairs.any(is_gap),
            Way::Silence => tracks.iter().any(|track| !track.silences.is_empty()),
            Way::Slope => tracks.iter().any(|track| track.points.iter().any(|point| is_slope(point, seen_from))),
        }
    };
    let said = [(Way::Step, "timeline-gaps"), (Way::Silence, "timeline-silence"), (Way::Slope, "timeline-slopes")];
    said.into_iter().filter(|(way, _)| seen(*way)).map(|(_, key)| Note::faint(locale.say(key))).collect()
}

fn is_slope(point: &TimePoint, seen_from: f64) -> bool {
    point.way == Way::Slope && point.to - point.from > seen_from
}
