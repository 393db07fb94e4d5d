//! How far a timeline reaches: the numbers that its axis must hold, and its days.

use super::crowd::highest;
use super::period_lane::PeriodLane;
use super::time_plot::{Crowd, RevisionMark, Track, TrackKind};
use super::timeline::Drawing;
use crate::analysis::{EventTimeline, Scale};

/// How far beyond the highest count people under investigation may stretch the axis.
const STRETCH: f64 = 1.25;

/// What the axis must hold. People under investigation far beyond all counts do not stretch it.
pub(super) fn numbers<'t>(
    tracks: &'t [Track],
    crowd: Option<&'t Crowd>,
    lanes: &'t [PeriodLane],
    scale: Scale,
) -> impl Iterator<Item = f64> + use<'t> {
    let counted = || tracks.iter().filter(|track| track.kind != TrackKind::Pending);
    let top = counted().map(highest).fold(0.0, f64::max);
    let near = move |track: &&Track| scale == Scale::Log || highest(track) <= top * STRETCH;
    let pending = tracks.iter().filter(|track| track.kind == TrackKind::Pending).filter(near);
    let crowded = crowd.into_iter().flat_map(|crowd| &crowd.tracks);
    counted().chain(pending).chain(crowded).flat_map(ends).chain(lanes.iter().flat_map(lane_ends))
}

/// The highest and the smallest number of a line; an axis has no use for zero.
fn ends(track: &Track) -> [f64; 2] {
    let positive = track.points.iter().map(|point| point.low).filter(|low| *low > 0.0);
    [highest(track), positive.reduce(f64::min).unwrap_or(0.0)]
}

fn lane_ends(lane: &PeriodLane) -> [f64; 2] {
    let heights = || lane.bars.iter().flat_map(|bar| [bar.height, bar.range.1]).filter(|height| *height > 0.0);
    [heights().fold(0.0, f64::max), heights().reduce(f64::min).unwrap_or(0.0)]
}

/// The first and the last day of everything that is drawn, from the first day of the event where there is one.
pub(super) fn days<'t>(
    drawn: &[&EventTimeline],
    tracks: impl Iterator<Item = &'t Track>,
    (lanes, revisions): (&[PeriodLane], &[RevisionMark]),
    drawing: Drawing,
) -> (f64, f64) {
    let points = tracks.flat_map(|track| track.points.first().into_iter().chain(track.points.last()));
    let points = points.flat_map(|point| [point.from, point.to]);
    let bars = lanes.iter().flat_map(|lane| &lane.bars).flat_map(|bar| [bar.from, bar.to]);
    let starts = drawn.iter().filter_map(|event| drawing.place(event, event.start?));
    let ends = drawn.iter().filter_map(|event| drawing.place(event, event.end?.last_day()));
    let ends = ends.filter(|_| !drawing.several);
    let revisions = revisions.iter().filter_map(|revision| Some(revision.old?.0));
    let (mut first, mut last) = (f64::INFINITY, f64::NEG_INFINITY);
    for day in points.chain(bars).chain(starts).chain(ends).chain(revisions) {
        (first, last) = (first.min(day), last.max(day));
    }
    if first > last {
        return (0.0, 1.0);
    }
    if last - first < 4.0 { (first - 2.0, last + 2.0) } else { (first, last) }
}
