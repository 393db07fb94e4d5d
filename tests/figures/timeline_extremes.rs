//! Thinning a long series loses no extreme: what is drawn in a column of points reaches from the smallest to the largest
//! number that lies in it, against a look at every number.

use super::Asked;
use proptest::prelude::*;
use tollview::analysis::Step;
use tollview::chart::{
    Body, Ending, Extreme, Extremes, Figure, Layout, Place, PointInk, Shape, TimePlot, TimePoint, TrackKind, View, Way,
    layout,
};
use tollview::text::Shipped;

/// The same numbers for the same seed, up to before `end`.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A series that wanders, with holes, peaks and ranges, some on one day.
fn series(seed: u64, count: usize) -> Vec<TimePoint> {
    let mut random = Random(seed);
    let mut day = 18_000.0;
    let point = |_| {
        day += match random.below(50) {
            0 => 40.0,
            1..=4 => 0.0,
            _ => 0.25,
        };
        let end = if random.below(40) == 0 { 100_000 } else { 2_000 };
        let at = random.below(end) as f64;
        let spread = if random.below(10) == 0 { random.below(500) as f64 } else { 0.0 };
        let (low, high) = ((at - spread).max(0.0), at + spread);
        let ink = if spread > 0.0 { PointInk::Range } else { PointInk::Filled };
        TimePoint { from: day, to: day, at, low, high, ink, step: Step::Rise, way: Way::Step, report: 0 }
    };
    (0..count).map(point).collect()
}

/// The bundled timeline with these points alone.
fn figure_of(points: Vec<TimePoint>) -> Figure {
    let mut figure = Asked::bundled().timeline();
    let Body::Time(body) = &mut figure.body else { panic!("expected a timeline") };
    body.tracks.truncate(1);
    body.levels.clear();
    body.moments.clear();
    body.days = (points[0].from, points[points.len() - 1].to + 1.0);
    body.axis.largest = points.iter().map(|point| point.high).fold(1.0, f64::max);
    let track = &mut body.tracks[0];
    (track.kind, track.ending) = (TrackKind::Stands, Ending::Closed);
    track.extremes = Extremes::of(points.iter().map(|point| Extreme { low: point.low, high: point.high }));
    track.said = vec![String::new(); points.len()];
    track.points = points;
    figure
}

fn time_plot(figure: &Figure) -> &TimePlot {
    let Body::Time(body) = &figure.body else { panic!("expected a timeline") };
    body
}

/// Where strokes and points are drawn in the series' hue inside the plot: from left to right, and from top to bottom.
fn drawn(figure: &Figure, layout: &Layout) -> Vec<[f32; 4]> {
    let tone = time_plot(figure).tracks[0].tone;
    let marks = layout.marks.iter().filter(|mark| mark.place == Place::Plot && mark.tone == tone);
    let mut drawn = Vec::new();
    for mark in marks {
        match &mark.shape {
            Shape::Line { points, .. } => {
                let upright = |a: &(f32, f32), b: &(f32, f32)| (a.0 - b.0).abs() < 0.01 || (a.1 - b.1).abs() < 0.01;
                drawn.extend(points.iter().map(|(x, y)| [*x, *x, *y, *y]));
                drawn.extend(points.windows(2).filter(|pair| upright(&pair[0], &pair[1])).map(|pair| {
                    let [(left, top), (right, bottom)] = [pair[0], pair[1]];
                    [left.min(right), left.max(right), top.min(bottom), top.max(bottom)]
                }));
            }
            Shape::Circle { middle: (x, y), .. } => drawn.push([*x, *x, *y, *y]),
            _ => {}
        }
    }
    drawn
}

/// The extremes that are not drawn in their column: its place, and the number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns are counted from zero")]
fn lost(figure: &Figure, view: View) -> Vec<String> {
    let layout = layout(figure, (743.0, 696.0), view, &Shipped);
    let (plot, body) = (layout.plot, time_plot(figure));
    let width = (layout.days.1 - layout.days.0) / view.zoom;
    let first = layout.days.0 + view.skipped.min(layout.days.1 - layout.days.0 - width);
    // Two ticks tell where numbers lie, whatever the layout thought of them.
    let place_of = |text: &str| {
        let found = layout.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Text { rect, text: named, .. } if named == text && rect.right() < plot.x => {
                Some(rect.y + rect.height / 2.0)
            }
            _ => None,
        });
        f64::from(found.unwrap_or_else(|| panic!("no tick {text}")))
    };
    let (low, high) = (&layout.ticks[0], &layout.ticks[layout.ticks.len() - 1]);
    let per = (place_of(&high.text) - place_of(&low.text)) / (high.at - low.at);
    let y = |number: f64| place_of(&low.text) + (number - low.at) * per;
    let drawn = drawn(figure, &layout);
    let columns = f64::from(plot.width.ceil());
    let mut extremes = vec![(f64::INFINITY, f64::NEG_INFINITY); columns as usize];
    for point in body.tracks[0].points.iter().filter(|point| (first..=first + width).contains(&point.day())) {
        let column = ((point.day() - first) / width * columns).min(columns - 1.0) as usize;
        let (low, high) = &mut extremes[column];
        (*low, *high) = (low.min(point.low), high.max(point.high));
    }
    let mut lost = Vec::new();
    for (column, (low, high)) in extremes.into_iter().enumerate().filter(|(_, (low, high))| low <= high) {
        let x = plot.x + column as f32 + 0.5;
        for number in [low, high] {
            let holds = |[left, right, top, bottom]: &[f32; 4]| {
                let at = y(number);
                *left <= x + 1.6 && *right >= x - 1.6 && f64::from(*top) - 0.6 <= at && at <= f64::from(*bottom) + 0.6
            };
            if !drawn.iter().any(holds) {
                lost.push(format!("{number} at {x}"));
            }
        }
    }
    lost
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_extreme_is_lost(seed: u64, count in 2..20_000_usize, zoom in 1.0..60.0_f64, part in 0.0..1.0_f64) {
        let figure = figure_of(series(seed, count));
        let (first, last) = time_plot(&figure).days;
        prop_assert_eq!(lost(&figure, View::default()), Vec::<String>::new());
        let view = View { zoom, skipped: (last - first) * part * (1.0 - 1.0 / zoom) };
        prop_assert_eq!(lost(&figure, view), Vec::<String>::new());
    }

    #[test]
    fn extremes_of_any_stretch(seed: u64, count in 0..4_000_usize, ends in prop::collection::vec((0..4_100_usize, 0..4_100_usize), 40)) {
        let points = series(seed, count);
        for (from, to) in ends {
            assert_extremes(&points, from, to);
        }
    }
}

/// The extremes of a stretch, and where they lie, against a look at every number.
fn assert_extremes(points: &[TimePoint], from: usize, to: usize) {
    let extremes = Extremes::of(points.iter().map(|point| Extreme { low: point.low, high: point.high }));
    let stretch = points.get(from..to.min(points.len())).unwrap_or(&[]);
    let expected = (!stretch.is_empty()).then(|| Extreme {
        low: stretch.iter().map(|point| point.low).fold(f64::INFINITY, f64::min),
        high: stretch.iter().map(|point| point.high).fold(f64::NEG_INFINITY, f64::max),
    });
    assert_eq!(extremes.between(from, to), expected, "{from} to {to} of {}", points.len());
    let found = [extremes.highest(from, to), extremes.lowest(from, to)];
    assert!(found.iter().flatten().all(|index| (from..to).contains(index)), "{found:?} of {from} to {to}");
    let found = found.map(|index| index.map(|index| points[index]));
    assert_eq!(found[0].map(|point| point.high), expected.map(|extreme| extreme.high));
    assert_eq!(found[1].map(|point| point.low), expected.map(|extreme| extreme.low));
}

#[test]
fn extremes_of_whole_groups() {
    // Groups of eight: all of them, and all but the edges.
    for count in [1, 7, 8, 9, 63, 64, 65, 512, 513] {
        let points = series(3, count);
        assert_extremes(&points, 0, count);
        assert_extremes(&points, 1, count);
        assert_extremes(&points, 0, count - 1);
        assert_extremes(&points, count / 2, count);
    }
}

#[test]
fn a_lost_extreme_would_be_noticed() {
    let mut figure = figure_of(series(1, 10_000));
    assert_eq!(lost(&figure, View::default()), Vec::<String>::new());
    let Body::Time(body) = &mut figure.body else { panic!("expected a timeline") };
    // The layout is told that the largest number is half of what it is.
    let (tallest, _) =
        body.tracks[0].points.iter().enumerate().max_by(|a, b| a.1.high.total_cmp(&b.1.high)).expect("a point");
    let mut flat = body.tracks[0].points.clone();
    flat[tallest].high /= 2.0;
    body.tracks[0].extremes = Extremes::of(flat.iter().map(|point| Extreme { low: point.low, high: point.high }));
    assert_eq!(lost(&figure, View::default()).len(), 1);
}
