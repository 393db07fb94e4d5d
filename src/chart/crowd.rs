//! More lines than a reader can follow: the first ones are drawn one by one, each with a look of its own as far as there
//! are looks, and the others as one area from the lowest to the highest of their points.

use super::extremes::{Extreme, Extremes};
use super::looks::line_look;
use super::overview::Overview;
use super::time_plot::{Crowd, CrowdPoint, Track, TrackKind};
use crate::text::Locale;
use std::collections::BTreeSet;

/// As many lines are drawn one by one.
const MOST_LINES: usize = 30;

/// Of more sources than this, people under investigation are shown only as far as what stands says.
pub(super) const MOST_PENDING: usize = 4;

/// One series on its way to the chart.
pub(super) struct Line {
    /// Its counts.
    pub track: Option<Track>,
    /// What was under investigation beside them.
    pub pending: Option<Track>,
    /// What it shares its look with: its event, or its source.
    pub subject: usize,
    /// Whether it is of an event that the question names.
    pub chosen: bool,
}

/// What is drawn one by one, what stands first; and the rest.
pub(super) struct Lines {
    pub tracks: Vec<Track>,
    pub crowd: Option<Crowd>,
}

/// Chooses which lines are drawn one by one, and gives each its look.
pub(super) fn lines_of(mut lines: Vec<Line>, locale: &Locale) -> Lines {
    let size = |line: &Line| {
        let track = line.track.as_ref();
        let stands = track.is_some_and(|track| track.kind == TrackKind::Stands);
        (stands && line.chosen, stands, track.map_or(0.0, highest))
    };
    if lines.iter().filter(|line| line.pending.is_some()).count() > MOST_PENDING {
        let stands = |line: &Line| line.track.as_ref().is_some_and(|track| track.kind == TrackKind::Stands);
        lines.iter_mut().filter(|line| !stands(line)).for_each(|line| line.pending = None);
    }
    let rest = split_off_smallest(&mut lines, MOST_LINES, size);
    let subjects: BTreeSet<usize> = lines.iter().map(|line| line.subject).collect();
    let mut tracks = Vec::new();
    for Line { track, pending, subject, .. } in lines {
        let look = line_look(subjects.range(..subject).count());
        tracks.extend(track.map(|track| Track { tone: look.tone, dash: look.dash, ..track }));
        tracks.extend(pending);
    }
    tracks.sort_by_key(|track| track.kind != TrackKind::Stands);
    let crowd = crowd_of(rest.into_iter().filter_map(|line| line.track).collect(), locale);
    Lines { tracks, crowd }
}

/// The highest number of a line.
pub(super) fn highest(track: &Track) -> f64 {
    track.extremes.between(0, track.points.len()).map_or(0.0, |all| all.high)
}

/// Keeps the `most` that are largest by `size`, in their order, and gives the others.
pub(super) fn split_off_smallest<T, S: PartialOrd>(all: &mut Vec<T>, most: usize, size: impl Fn(&T) -> S) -> Vec<T> {
    if all.len() <= most {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by(|a, b| size(&all[*b]).partial_cmp(&size(&all[*a])).unwrap_or(std::cmp::Ordering::Equal));
    let kept: BTreeSet<usize> = order.into_iter().take(most).collect();
    let (mut keep, mut rest) = (Vec::with_capacity(most), Vec::new());
    for (index, one) in std::mem::take(all).into_iter().enumerate() {
        if kept.contains(&index) { keep.push(one) } else { rest.push(one) }
    }
    *all = keep;
    rest
}

fn crowd_of(tracks: Vec<Track>, locale: &Locale) -> Option<Crowd> {
    if tracks.is_empty() {
        return None;
    }
    let mut points: Vec<CrowdPoint> = Vec::with_capacity(tracks.iter().map(|track| track.points.len()).sum());
    for (track, line) in (0_u32..).zip(&tracks) {
        let of_line = (0_u32..).zip(&line.points);
        points.extend(of_line.map(|(point, placed)| CrowdPoint { day: placed.day(), track, point }));
    }
    points.sort_by(|a, b| a.day.total_cmp(&b.day));
    let placed = |point: &CrowdPoint| &tracks[point.track as usize].points[point.point as usize];
    let ends = |point| Extreme { low: placed(point).low, high: placed(point).high };
    let extremes = Extremes::of(points.iter().map(ends));
    let overview = Overview::of(points.len(), |index| {
        let Extreme { low, high } = ends(&points[index]);
        (points[index].day, [low, high, high])
    });
    let name = locale.say_with("timeline-crowd", &[("count", tracks.len().into())]);
    Some(Crowd { name, tracks, points, extremes, overview })
}
