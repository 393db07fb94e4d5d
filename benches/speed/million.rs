//! A timeline of one source with a million reports.

use tollview::analysis::Step;
use tollview::chart::{Body, Extreme, Extremes, Figure, PointInk, TimePoint};

const REPORTS: u32 = 1_000_000;

/// `figure` with a million reports, twenty on each day, in place of its own.
pub fn million(mut figure: Figure) -> Figure {
    let Body::Time(body) = &mut figure.body else { return figure };
    let point = |n: u32| {
        let (day, at) = (f64::from(n) / 20.0, f64::from(n / 100 + n.wrapping_mul(2_654_435_761) % 1_000));
        TimePoint { from: day, to: day, at, low: at, high: at, ink: PointInk::Ring, step: Step::Rise, report: 0 }
    };
    let points: Vec<TimePoint> = (0..REPORTS).map(point).collect();
    body.days = (0.0, f64::from(REPORTS) / 20.0);
    body.axis.largest = 11_000.0;
    body.moments.clear();
    body.tracks.truncate(1);
    for track in &mut body.tracks {
        track.extremes = Extremes::of(points.iter().map(|point| Extreme { low: point.low, high: point.high }));
        track.said.clear();
        track.points.clone_from(&points);
    }
    figure
}
