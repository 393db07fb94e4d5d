//! Thinning lanes of bars loses no extreme: in each column of pixels the tallest bar and the deepest correction that start
//! in it are drawn, against a look at every bar. And so for lines that are too many to be drawn one by one.

use super::Asked;
use super::timeline_extremes::Random;
use proptest::prelude::*;
use tollview::analysis::Flow;
use tollview::chart::{
    BarInk, Body, Figure, Layout, PeriodBar, PeriodLane, Place, Rect, Shape, TimePlot, Tone, View, layout,
};
use tollview::text::Shipped;

/// Bars of one day each, with holes, peaks and corrections; some wider ones lie over others.
fn bars(seed: u64, count: usize, wide: bool) -> Vec<PeriodBar> {
    let mut random = Random(seed);
    let mut day = 18_000.0;
    let bar = |_| {
        day += if random.below(50) == 0 { 40.0 } else { 1.0 };
        let days = if wide && random.below(6) == 0 { 2.0 + random.below(30) as f64 } else { 1.0 };
        let most = if random.below(40) == 0 { 100_000 } else { 2_000 };
        let number = random.below(most) as f64 * if random.below(7) == 0 { -1.0 } else { 1.0 };
        let ink = match number {
            ..0.0 => BarInk::Correction,
            _ if days > 1.0 => BarInk::Light,
            _ => BarInk::Solid,
        };
        let (from, to) = (day - 0.5, day - 0.5 + days);
        PeriodBar {
            from,
            to,
            height: number / days,
            range: (number / days, number / days),
            number,
            ink,
            inexact: false,
            owner: 0,
            report: 0,
        }
    };
    (0..count).map(bar).collect()
}

/// The bundled timeline with one lane of these bars.
fn figure_of(bars: &[PeriodBar]) -> Figure {
    let mut figure = Asked::bundled().ask(|question| question.flow = Flow::PerDay).timeline();
    let Body::Time(body) = &mut figure.body else { panic!("expected a timeline") };
    let lane = body.lanes.swap_remove(0);
    let named = (lane.name, lane.small, Tone::Category(6));
    body.lanes = vec![PeriodLane::new(named, lane.owners, bars.iter().map(|bar| (*bar, None)).collect())];
    body.moments.clear();
    body.days = (bars[0].from, bars.iter().map(|bar| bar.to).fold(0.0, f64::max));
    body.axis.largest = bars.iter().map(|bar| bar.height).fold(1.0, f64::max);
    figure
}

fn time_plot(figure: &Figure) -> &TimePlot {
    let Body::Time(body) = &figure.body else { panic!("expected a timeline") };
    body
}

/// Where zero stands, and how far one person is from it; `None` where a deep correction leaves room for no other number.
fn scale(layout: &Layout) -> Option<(f64, f64)> {
    let numbers = layout.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { rect, text, .. } if mark.place == Place::Frame && rect.right() < layout.plot.x => {
            let number: f64 = text.replace(',', "").parse().ok()?;
            Some((number, f64::from(rect.y + rect.height / 2.0)))
        }
        _ => None,
    });
    let mut numbers: Vec<(f64, f64)> = numbers.collect();
    numbers.sort_by(|a, b| a.0.total_cmp(&b.0));
    // A view may hold no bar.
    let ((low, low_y), (high, high_y)) = (*numbers.first()?, *numbers.last()?);
    assert!(low.abs() < 1e-9, "{numbers:?}");
    (high > 0.0).then(|| (low_y, (high_y - low_y) / high))
}

/// What is drawn of bars.
fn drawn(layout: &Layout) -> Vec<Rect> {
    let is_bar = |tone| matches!(tone, Tone::Category(6) | Tone::Neutral | Tone::NeutralLine);
    let marks = layout.marks.iter().filter(|mark| mark.place == Place::Plot && is_bar(mark.tone));
    let rect = marks.filter_map(|mark| match &mark.shape {
        Shape::Area { rect, .. } => Some(*rect),
        _ => None,
    });
    rect.collect()
}

/// The extremes that are not drawn in the column where their bar starts.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns are counted from zero")]
fn lost(figure: &Figure, bars: &[PeriodBar], view: View) -> Vec<String> {
    let layout = layout(figure, (743.0, 696.0), view, &Shipped);
    let plot = layout.plot;
    let width = (layout.days.1 - layout.days.0) / view.zoom;
    let first = layout.days.0 + view.skipped.min(layout.days.1 - layout.days.0 - width);
    let columns = f64::from(plot.width.ceil());
    let mut extremes = vec![(0.0_f64, 0.0_f64); columns as usize];
    for bar in bars.iter().filter(|bar| bar.from >= first && bar.from < first + width) {
        let column = ((bar.from - first) / width * columns).min(columns - 1.0) as usize;
        let (low, high) = &mut extremes[column];
        (*low, *high) = (low.min(bar.height), high.max(bar.height));
    }
    let Some((zero, per)) = scale(&layout) else { return Vec::new() };
    let drawn = drawn(&layout);
    let mut lost = Vec::new();
    for (column, (low, high)) in extremes.iter().copied().enumerate() {
        let x = plot.x + column as f32 + 0.5;
        let near = || drawn.iter().filter(|rect| rect.x <= x + 2.1 && rect.right() >= x - 2.1);
        let deepest = near().map(|rect| f64::from(rect.bottom())).fold(zero, f64::max);
        let highest = near().map(|rect| f64::from(rect.y)).fold(zero, f64::min);
        if deepest < zero + low * per - 0.6 || highest > zero + high * per + 0.6 {
            lost.push(format!("{low} to {high} at {x}, drawn {highest} to {deepest}"));
        }
    }
    lost
}

/// What is drawn higher or deeper than any bar that starts near: there is nothing like that.
fn made_up(figure: &Figure, bars: &[PeriodBar]) -> Vec<Rect> {
    let layout = layout(figure, (743.0, 696.0), View::default(), &Shipped);
    let Some((zero, per)) = scale(&layout) else { return Vec::new() };
    let x = |day: f64| {
        f64::from(layout.plot.x)
            + (day - layout.days.0) / (layout.days.1 - layout.days.0) * f64::from(layout.plot.width)
    };
    let is_true = |rect: &Rect| {
        let from = bars.partition_point(|bar| x(bar.from) < f64::from(rect.x) - 2.1);
        let near = || bars[from..].iter().take_while(|bar| x(bar.from) <= f64::from(rect.right()) + 2.1);
        let tips = |tip: f64| near().any(|bar| (zero + bar.height * per - tip).abs() < 1.6);
        tips(f64::from(if f64::from(rect.y) < zero - 0.1 { rect.y } else { rect.bottom() }))
    };
    drawn(&layout).into_iter().filter(|rect| !is_true(rect)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bar_is_lost(seed: u64, count in 2..20_000_usize, wide: bool, zoom in 1.0..60.0_f64, part in 0.0..1.0_f64) {
        let bars = bars(seed, count, wide);
        let figure = figure_of(&bars);
        let (first, last) = time_plot(&figure).days;
        prop_assert_eq!(lost(&figure, &bars, View::default()), Vec::<String>::new());
        prop_assert_eq!(made_up(&figure, &bars), Vec::new());
        let view = View { zoom, skipped: (last - first) * part * (1.0 - 1.0 / zoom) };
        prop_assert_eq!(lost(&figure, &bars, view), Vec::<String>::new());
    }
}

#[test]
fn a_lost_bar_would_be_noticed() {
    let all = bars(1, 10_000, true);
    let (tallest, _) = all.iter().enumerate().max_by(|a, b| a.1.height.total_cmp(&b.1.height)).expect("a bar");
    let mut flat = all.clone();
    flat[tallest].height /= 2.0;
    flat[tallest].range.1 /= 2.0;
    assert_eq!(lost(&figure_of(&all), &all, View::default()), Vec::<String>::new());
    assert_eq!(lost(&figure_of(&flat), &all, View::default()).len(), 1);
}
