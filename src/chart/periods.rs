//! What each period added, as bars. A number that covers several periods is one wide bar as high as its share of each of
//! them, so that its area is honest, and says the whole number: nobody knows how it was spread over the days.

use super::time_plot::{BarInk, PeriodBar};
use super::timeline::Drawing;
use crate::analysis::{Added, EventTimeline, Flow, Time, Timeline};
use crate::model::PartialDate;
use crate::text::{DateStyle, names, quantity, span, whole};

/// All bars: what stands filled, others as outlines.
pub(super) fn bars(timeline: &Timeline, drawing: Drawing) -> Vec<PeriodBar> {
    let mut bars = Vec::new();
    for (event_index, event) in timeline.events.iter().enumerate() {
        let stands = event.series.iter().any(|series| series.stands);
        for (series_index, series) in event.series.iter().enumerate() {
            // On one axis of days, events lie over each other: only the first is filled.
            let over = drawing.question.time == Time::Day && event_index > 0;
            let filled = !over && if stands { series.stands } else { series_index == 0 };
            for added in &series.added {
                let (Some(from), Some(to)) = (drawing.place(event, added.from), drawing.place(event, added.to)) else {
                    continue;
                };
                let (height, hover) = height(event, added, drawing);
                let several = periods(added, drawing.question.flow) > 1.0;
                let ink = match (added.number < 0, filled, several) {
                    (true, ..) => BarInk::Correction,
                    (_, false, _) => BarInk::Outline,
                    (_, _, true) => BarInk::Light,
                    _ => BarInk::Solid,
                };
                let source = names::source_short(event.event.dataset, series.source, drawing.locale);
                bars.push(PeriodBar {
                    from: from - 0.5,
                    to: to + 0.5,
                    height,
                    label: label(added, ink, drawing),
                    tone: drawing.tone(event_index, series_index),
                    ink,
                    key: series.key(&event.event.key(), &drawing.question.measure, added.report),
                    hover: format!("{hover}\n{source}"),
                });
            }
        }
    }
    bars
}

/// How many periods a number covers.
fn periods(added: &Added, flow: Flow) -> f64 {
    let days = f64::from((added.to - added.from).get_days() + 1);
    match flow {
        Flow::SoFar | Flow::PerDay => days,
        Flow::PerWeek => (days / 7.0).round(),
        Flow::PerMonth => {
            let months = |date: jiff::civil::Date| i32::from(date.year()) * 12 + i32::from(date.month());
            f64::from(months(added.to) - months(added.from) + 1)
        }
    }
    .max(1.0)
}

/// How high a number is drawn, and what it says.
pub(super) fn height(_event: &EventTimeline, added: &Added, drawing: Drawing) -> (f64, String) {
    let locale = drawing.locale;
    let number = added.number as f64;
    let count = periods(added, drawing.question.flow);
    let days = span(PartialDate::day(added.from), PartialDate::day(added.to), DateStyle::Short, locale);
    let mut size = whole(added.number.unsigned_abs());
    if added.inexact {
        size = format!("≈ {size}");
    }
    let key = match (added.number < 0, added.reported) {
        (true, _) => "timeline-correction",
        (_, true) => "timeline-reported",
        _ => "timeline-added",
    };
    let mut text = locale.say_with(key, &[("count", size.into()), ("days", days.into())]);
    if count > 1.0 {
        let each = quantity(crate::model::Quantity::exact((number / count).abs()));
        text = format!("{text}\n{}", locale.say_with("timeline-average", &[("count", each.into())]));
    }
    (number / count, text)
}

fn label(added: &Added, ink: BarInk, drawing: Drawing) -> String {
    let locale = drawing.locale;
    let count = whole(added.number.unsigned_abs());
    let days = (added.to - added.from).get_days() + 1;
    match ink {
        BarInk::Correction => locale.say_with("timeline-correction-short", &[("count", count.into())]),
        BarInk::Light => locale.say_with("timeline-several-days", &[("count", count.into()), ("days", days.into())]),
        BarInk::Solid | BarInk::Outline => String::new(),
    }
}
