//! Whatever a valid file says can be analysed, laid out and described, in bounded time.

use super::{Asked, event};
use crate::formats::strategies;
use proptest::prelude::*;
use std::time::{Duration, Instant};
use tollview::analysis::{Flow, Order, Scale, Time, Unit, details, findings, passing_words, passings, table, timeline};
use tollview::chart::{Figure, Layout, Shape, View, layout};
use tollview::describe;
use tollview::export::table_tsv;
use tollview::formats::Loaded;
use tollview::model::Dataset;
use tollview::text::{Locale, Shipped, findings};

const SIZES: [(f32, f32); 3] = [(300.0, 200.0), (743.0, 706.0), (1944.0, 1346.0)];

fn assert_finite(layout: &Layout) {
    assert!(layout.axis_end.is_finite() && layout.plot.height >= 0.0, "{layout:?}");
    for mark in &layout.marks {
        let numbers = match &mark.shape {
            Shape::Area { rect, .. }
            | Shape::Hatch { rect, .. }
            | Shape::Frame { rect, .. }
            | Shape::Text { rect, .. } => {
                vec![rect.x, rect.y, rect.width, rect.height]
            }
            Shape::Line { points, .. } | Shape::Polygon { points } => {
                points.iter().flat_map(|(x, y)| [*x, *y]).collect()
            }
            Shape::Circle { middle, .. } => vec![middle.0, middle.1],
        };
        assert!(numbers.iter().all(|n| n.is_finite() && n.abs() < 1e5), "{mark:?}");
    }
}

fn lay_out(figure: &Figure) {
    for size in SIZES {
        for view in [View::default(), View { zoom: 1e4, skipped: 1.0 }] {
            assert_finite(&layout(figure, size, view, &Shipped));
        }
    }
}

/// Periods of every length and every event as the one to pass.
fn look_through_time(asked: &mut Asked, locale: &Locale) {
    for (flow, time, on_day) in [
        (Flow::SoFar, Time::Calendar, None),
        (Flow::PerDay, Time::Day, None),
        (Flow::PerWeek, Time::Calendar, Some(5)),
        (Flow::PerMonth, Time::Day, None),
    ] {
        (asked.question.flow, asked.question.time, asked.question.on_day) = (flow, time, on_day);
        asked.look(|library, question| {
            let timeline = timeline(library, question);
            assert_eq!(timeline.events.len() + timeline.without.len(), question.ticked.len());
            for series in timeline.events.iter().flat_map(|event| &event.series) {
                assert!(series.points.iter().all(|point| point.from <= point.to && point.stated.number().is_some()));
                assert!(series.added.iter().all(|added| added.from <= added.to), "{:?}", series.added);
            }
        });
    }
    asked.question.on_day = None;
    let baseline = asked.question.baseline.clone();
    for key in asked.question.ticked.clone() {
        asked.question.baseline = Some(key);
        asked.look(|library, question| {
            let _ = passing_words(&passings(library, question), locale);
        });
    }
    asked.question.baseline = baseline;
}

fn look_at_everything(dataset: Dataset) {
    let locale = Locale::english();
    for finding in findings(&dataset) {
        assert!(!findings::sentence(&dataset, &finding, &locale).is_empty());
    }
    let measures: Vec<_> = dataset.measures_used().into_iter().cloned().collect();
    let mut asked = Asked::of(dataset);
    for measure in measures {
        asked = asked.ask(|question| question.measure = measure);
        for (unit, scale, order) in [(Unit::Total, Scale::Linear, Order::Date), (Unit::PerDay, Scale::Log, Order::Toll)]
        {
            asked = asked.ask(|question| (question.unit, question.scale, question.order) = (unit, scale, order));
            lay_out(&asked.compare());
        }
        for id in ["iran-2022", "iran-2025-26"] {
            asked = asked.ask(|question| (question.event, question.all_events) = (Some(event(id)), false));
            lay_out(&asked.breakdown());
        }
        look_through_time(&mut asked, &locale);
        asked = asked.ask(|question| question.all_events = true);
        lay_out(&asked.breakdown());
        asked.look(|library, question| {
            let rows = table(library, question);
            assert_eq!(table_tsv(library, &rows, &locale).lines().count(), rows.len() + 1);
            for row in rows.iter().filter(|row| !row.pending) {
                assert!(details(library, question, Some(&row.key), &locale).is_some(), "{:?}", row.key);
            }
        });
    }
    let loaded = Loaded::native(asked.dataset);
    assert!(describe::json(&loaded, describe::Options::default()).is_ok());
    let _ = describe::report(&loaded, describe::Options::default(), &locale);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_can_be_looked_at(dataset in strategies::dataset()) {
        let started = Instant::now();
        look_at_everything(dataset);
        // Generous: an unoptimised build on a busy machine.
        prop_assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    }
}
