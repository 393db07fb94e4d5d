//! No two texts of a chart meet, none leaves it, and nothing inside the plot leaves its sides: in three sizes of window,
//! for every figure, whole, zoomed and scrolled.
//!
//! Two texts meet where their ink does: lines of text stand closer than the room that their fonts reserve above and
//! below the letters.

use super::coverage::{partial, stale};
use super::crowded::crowded;
use super::{Asked, event};
use std::cell::RefCell;
use std::collections::HashMap;
use tollview::analysis::{Flow, Scale, Sources, Time, Unit};
use tollview::chart::{Figure, Layout, Place, Rect, Shape, View, layout};
use tollview::text::{OutlinePen, Shipped, Weight, draw_glyph, measure, shape};

/// The room for a chart in a window of this size: between the panels, under menu and tabs, over the bottom bar. A test
/// of the window holds it to this.
pub(crate) fn room((width, height): (f32, f32)) -> (f32, f32) {
    let left = if width < 1160.0 { 206.0 } else { 236.0 };
    let right = (width * 0.235).clamp(236.0, 380.0);
    (width - left - right, height - (35.0 + 36.0) - 33.0)
}

const WINDOWS: [(f32, f32); 3] = [(1024.0, 700.0), (1280.0, 800.0), (2560.0, 1440.0)];

/// The bounds of outlines, y upwards.
struct Bounds([f32; 4]);

impl Bounds {
    fn add(&mut self, x: f32, y: f32) {
        let [left, bottom, right, top] = self.0;
        self.0 = [left.min(x), bottom.min(y), right.max(x), top.max(y)];
    }
}

impl OutlinePen for Bounds {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.add(x, y);
    }
    fn quad_to(&mut self, _: f32, _: f32, x: f32, y: f32) {
        self.add(x, y);
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
        self.add(x, y);
    }
    fn close(&mut self) {}
}

/// How far the ink of a text lies below the top of its box, and how high it is, at one point.
type Ink = Option<(f32, f32)>;

thread_local! {
    static INK: RefCell<HashMap<(String, Weight), Ink>> = RefCell::default();
}

/// Where a text has ink.
fn ink(rect: Rect, text: &str, size: f32, weight: Weight) -> Option<Rect> {
    let key = (text.to_owned(), weight);
    let found = INK.with_borrow_mut(|known| *known.entry(key).or_insert_with(|| ink_of(text, weight)));
    found.map(|(top, height)| Rect { y: rect.y + top * size, height: height * size, ..rect })
}

fn ink_of(text: &str, weight: Weight) -> Ink {
    let mut all = Bounds([f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY]);
    for glyph in shape(text, 1.0, weight) {
        let mut one = Bounds([f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY]);
        draw_glyph(&glyph, 1.0, weight, &mut one);
        // A space has no ink.
        if one.0[3] >= one.0[1] {
            all.add(one.0[0], one.0[1] - glyph.y);
            all.add(one.0[2], one.0[3] - glyph.y);
        }
    }
    let ascent = measure(text, 1.0, weight).ascent;
    (all.0[3] > all.0[1]).then(|| (ascent - all.0[3], all.0[3] - all.0[1]))
}

/// The part of a rectangle that is seen where `place` is cut.
fn seen(rect: Rect, place: Place, plot: Rect) -> Option<Rect> {
    let cut = |from: f32, to: f32, low: f32, high: f32| (from.max(low), to.min(high));
    let (x, right) = match place {
        Place::Plot => cut(rect.x, rect.right(), plot.x, plot.right()),
        _ => (rect.x, rect.right()),
    };
    let (y, bottom) = match place {
        Place::Plot | Place::Beside => cut(rect.y, rect.bottom(), plot.y, plot.bottom()),
        _ => (rect.y, rect.bottom()),
    };
    (right > x && bottom > y).then_some(Rect { x, y, width: right - x, height: bottom - y })
}

/// What is wrong with a layout, in words.
fn faults(layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    let mut texts: Vec<(Rect, &str)> = Vec::new();
    let whole = Rect { x: 0.0, y: 0.0, width: layout.size.0, height: layout.size.1 };
    for mark in &layout.marks {
        let Shape::Text { rect, text, size, weight } = &mark.shape else { continue };
        let beyond = rect.x < layout.plot.x - 0.5 || rect.right() > layout.plot.right() + 0.5;
        if mark.place == Place::Plot && beyond {
            faults.push(format!("{text:?} leaves the plot: {rect:?} of {:?}", layout.plot));
        }
        let Some(inked) = ink(*rect, text, *size, *weight) else { continue };
        let Some(seen) = seen(inked, mark.place, layout.plot) else { continue };
        if !whole.holds(&seen) {
            faults.push(format!("{text:?} leaves the figure: {seen:?}"));
        }
        for (other, other_text) in &texts {
            // Less than a quarter of a point cannot be seen.
            let inner = Rect { y: seen.y + 0.25, height: (seen.height - 0.5).max(0.0), ..seen };
            if other.overlaps(&inner) {
                faults.push(format!("{text:?} meets {other_text:?}: {seen:?} {other:?}"));
            }
        }
        texts.push((seen, text));
    }
    faults
}

/// Rows are whole, or cut only at the bottom: names start one row height after the other from the plot's top.
fn row_faults(figure: &Figure, layout: &Layout) -> Option<String> {
    let height = f64::from(layout.plot.height) / layout.visible_rows;
    let rows = figure.rows().len() as f64;
    (layout.visible_rows > rows + 1e-3 || height < 35.9)
        .then(|| format!("{} of {rows} rows, {height} high", layout.visible_rows))
}

fn all_faults(name: &str, figure: &Figure, into: &mut Vec<String>) {
    for window in WINDOWS {
        let size = room(window);
        let whole = layout(figure, size, View::default(), &Shipped);
        let last = whole.most_skipped;
        let mut views = vec![View::default()];
        views.extend([0.5, 3.0, 40.0].map(|zoom| View { zoom, skipped: 0.0 }));
        if last > 0.0 {
            views.extend([0.4, last / 2.0, last].map(|skipped| View { zoom: 1.0, skipped: skipped.min(last) }));
            views.push(View { zoom: 3.0, skipped: last });
        }
        for view in views {
            let layout = layout(figure, size, view, &Shipped);
            let faults = faults(&layout).into_iter().chain(row_faults(figure, &layout));
            into.extend(faults.map(|fault| format!("{name} in {window:?}, {view:?}: {fault}")));
        }
    }
}

fn assert_none(faults: &[String]) {
    let some: Vec<&String> = faults.iter().step_by(faults.len() / 20 + 1).collect();
    assert!(faults.is_empty(), "{} faults, such as {some:#?}", faults.len());
}

/// Every figure of a dataset: both tabs, linear and log, per day, all events, and every event chosen.
fn assert_faultless(asked: Asked) {
    let mut faults = Vec::new();
    let measures: Vec<_> = asked.dataset.measures_used().into_iter().cloned().collect();
    let events: Vec<String> = asked.dataset.events.keys().map(ToString::to_string).collect();
    let ways = [Scale::Linear, Scale::Log]
        .into_iter()
        .flat_map(|scale| [Sources::Standing, Sources::All, Sources::Range].map(|sources| (scale, sources)));
    let ways: Vec<(Scale, Sources)> = ways.collect();
    let mut asked = asked;
    for known in [asked.question.as_known_on, None] {
        for measure in &measures {
            asked = asked.ask(|question| {
                (question.measure, question.as_known_on, question.all_events) = (measure.clone(), known, true);
            });
            all_faults(&format!("all events, {measure}"), &asked.breakdown(), &mut faults);
            for unit in [Unit::Total, Unit::PerDay, Unit::PerMillion, Unit::Multiple, Unit::Share] {
                for (scale, sources) in ways.iter().copied() {
                    asked = asked.ask(|question| {
                        (question.unit, question.scale, question.sources) = (unit, scale, sources);
                    });
                    let name = format!("compare {measure} {unit:?} {scale:?} {sources:?}");
                    all_faults(&name, &asked.compare(), &mut faults);
                }
            }
            for (flow, time) in [
                (Flow::SoFar, Time::Calendar),
                (Flow::SoFar, Time::Day),
                (Flow::PerDay, Time::Calendar),
                (Flow::PerWeek, Time::Day),
                (Flow::PerMonth, Time::Calendar),
            ] {
                asked = asked.ask(|question| {
                    (question.flow, question.time, question.unit) = (flow, time, Unit::Total);
                    (question.scale, question.all_events) = (Scale::Linear, true);
                });
                all_faults(&format!("timeline {measure} {flow:?} {time:?}"), &asked.timeline(), &mut faults);
                asked = asked.ask(|question| question.all_events = false);
                all_faults(&format!("timeline of one {measure} {flow:?} {time:?}"), &asked.timeline(), &mut faults);
            }
            for id in &events {
                asked = asked.ask(|question| (question.event, question.all_events) = (Some(event(id)), false));
                all_faults(&format!("{id}, {measure}"), &asked.breakdown(), &mut faults);
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_bundled_dataset() {
    assert_faultless(Asked::bundled());
}

#[test]
fn a_stale_and_a_partial_breakdown() {
    assert_faultless(stale());
    assert_faultless(partial());
}

#[test]
fn a_baseline_whose_multiples_are_not_bounded() {
    let mut faults = Vec::new();
    let mut asked = Asked::bundled().ask(|question| {
        question.chosen_sources.insert(event("iran-2022"), "ihrngo".into());
    });
    for unit in [Unit::Total, Unit::PerDay, Unit::PerMillion, Unit::Multiple, Unit::Share] {
        asked = asked.ask(|question| question.unit = unit);
        all_faults("not bounded", &asked.compare(), &mut faults);
    }
    assert_none(&faults);
}

#[test]
fn every_report_of_the_bundled_dataset() {
    let mut faults = Vec::new();
    let mut asked = Asked::latest();
    let reports = asked.dataset.events["iran-2025-26"].reports.len();
    for report in 0..reports {
        asked = asked.ask(|question| question.picked_report = Some((event("iran-2025-26"), report)));
        all_faults(&format!("report {report}"), &asked.breakdown(), &mut faults);
    }
    assert_none(&faults);
}

#[test]
fn a_crowded_dataset_with_long_and_persian_names() {
    assert_faultless(crowded());
}

#[test]
fn made_up_timelines() {
    for (_, asked) in super::made_up_timelines() {
        assert_faultless(asked);
    }
}

#[test]
fn in_a_small_window_lanes_stand_closer() {
    let figure = Asked::latest().ask(|question| question.sources = Sources::All).compare();
    let rows = |window| layout(&figure, room(window), View::default(), &Shipped).visible_rows;
    assert!((rows((1024.0, 700.0)) - 3.0).abs() < 1e-6, "{}", rows((1024.0, 700.0)));
    assert!((rows((1280.0, 800.0)) - 3.0).abs() < 1e-6, "{}", rows((1280.0, 800.0)));
    // Where all rows fit they keep their distance.
    let one = Asked::latest().ask(|question| {
        (question.sources, question.ticked) = (Sources::All, [event("iran-2022")].into());
    });
    let one = one.compare();
    let lanes = |window| {
        let placed = layout(&one, room(window), View::default(), &Shipped);
        let texts = placed.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text { rect, text, .. } if text.contains("IHRNGO · ") || text.contains("UN mission · ") => {
                Some(rect.y)
            }
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    for window in [(1024.0, 700.0), (1280.0, 800.0)] {
        let tops = lanes(window);
        assert_eq!(tops.len(), 2, "{window:?}");
        assert!((tops[1] - tops[0] - 17.0).abs() < 1e-3, "{window:?}: {tops:?}");
    }
}
