//! Series of counts as lines: which ink each point gets, and what it says.

use super::extremes::{Extreme, Extremes};
use super::palette::Tone;
use super::time_plot::{Course, Ending, PointInk, TimePoint, Track, TrackKind};
use super::timeline::{Drawing, who};
use super::words;
use crate::analysis::{CountKey, EventTimeline, Flow, Point, Series, Step, Timeline, Unit, find_asked_total};
use crate::model::{Stated, Who};
use crate::text::{DateStyle, Locale, date, label, names, tick, whole};

/// Up to so many points of a line have their words written in advance; those of longer ones are short.
const MOST_SAID: usize = 2_000;

/// All lines: those that stand first.
pub(super) fn tracks(timeline: &Timeline, drawing: Drawing) -> Vec<Track> {
    let mut tracks = Vec::new();
    for (event_index, event) in timeline.events.iter().enumerate() {
        let mut sources: Vec<Option<&crate::model::Id>> = Vec::new();
        for series in &event.series {
            let source = sources.iter().position(|source| *source == series.source).unwrap_or_else(|| {
                sources.push(series.source);
                sources.len() - 1
            });
            let tone = drawing.tone(event_index, source);
            let kind = if series.stands { TrackKind::Stands } else { TrackKind::Other };
            if drawing.question.flow == Flow::SoFar {
                tracks.extend(track(event, series, (&series.points, kind, tone), drawing));
                if !drawing.several {
                    let pending = (series.pending.as_slice(), TrackKind::Pending, Tone::Muted);
                    tracks.extend(track(event, series, pending, drawing));
                }
            } else {
                tracks.extend(periods(event, series, tone, drawing));
            }
        }
    }
    tracks.sort_by_key(|track| track.kind != TrackKind::Stands);
    tracks
}

fn track(
    event: &EventTimeline,
    series: &Series,
    (counts, kind, tone): (&[Point], TrackKind, Tone),
    drawing: Drawing,
) -> Option<Track> {
    let locale = drawing.locale;
    let mut drawn: Vec<(TimePoint, usize)> = Vec::with_capacity(counts.len());
    for (index, point) in counts.iter().enumerate() {
        drawn.extend(time_point(event, point, drawing).map(|placed| (placed, index)));
    }
    if !drawn.is_sorted_by(|a, b| a.0.day() <= b.0.day()) {
        drawn.sort_by(|a, b| a.0.day().total_cmp(&b.0.day()));
    }
    let (_, last) = *drawn.last()?;
    let said = if drawn.len() > MOST_SAID {
        Vec::new()
    } else {
        drawn.iter().map(|(_, index)| said(event, counts, *index, kind, drawing)).collect()
    };
    let points: Vec<TimePoint> = drawn.into_iter().map(|(point, _)| point).collect();
    let open = matches!(points.last()?.ink, PointInk::Ring);
    let key = series.key(&event.event.key(), &drawing.question.measure, 0);
    let (name, small) = match kind {
        TrackKind::Pending => (locale.say("timeline-pending"), String::new()),
        _ => name(event, series, drawing),
    };
    let last = number(event, &counts[last], drawing);
    let ending = if open { Ending::Open } else { Ending::Closed };
    let course = if event.ongoing && kind == TrackKind::Stands { Course::Onward } else { Course::Over };
    Some(Track { name, last, small, tone, kind, ending, course, extremes: extremes(&points), points, said, key })
}

fn extremes(points: &[TimePoint]) -> Extremes {
    Extremes::of(points.iter().map(|point| Extreme { low: point.low, high: point.high }))
}

fn time_point(event: &EventTimeline, point: &Point, drawing: Drawing) -> Option<TimePoint> {
    let stated = drawing.value(event, point).ok()?.stated;
    let number = point.stated.number()?;
    let value = |n: u64| if number == n { stated } else { n as f64 * stated / (number as f64).max(1.0) };
    let at = stated;
    if drawing.question.scale == crate::analysis::Scale::Log && at <= 0.0 {
        return None;
    }
    let (low, high, ink) = match point.stated {
        Stated::Range { low, best, high } => {
            let all = [low, best, high].into_iter().flatten().map(value);
            let (least, most) = (all.clone().fold(f64::INFINITY, f64::min), all.fold(0.0, f64::max));
            let ink = match (low, high) {
                (Some(_), Some(_)) => PointInk::Range,
                (Some(_), None) => PointInk::Ring,
                (None, Some(_)) => PointInk::Cap,
                (None, None) => PointInk::Filled,
            };
            (least, most, ink)
        }
        Stated::AtLeast(_) | Stated::MoreThan(_) => (at, at, PointInk::Ring),
        Stated::About(_) => (at, at, PointInk::Soft),
        Stated::UpTo(_) => (at, at, PointInk::Cap),
        Stated::Exact(_) | Stated::Unknown => (at, at, PointInk::Filled),
    };
    let (from, to) = (drawing.place(event, point.from)?, drawing.place(event, point.to)?);
    Some(TimePoint { from, to, at, low, high, ink, step: point.step, report: point.report })
}

/// A count in the unit asked for, as its source stated it.
fn number(event: &EventTimeline, point: &Point, drawing: Drawing) -> String {
    let value = drawing.value(event, point);
    value.map_or_else(
        |_| String::new(),
        |value| super::units::number(point.stated, value, drawing.unit(), drawing.locale),
    )
}

/// Who counted, and whom where that is narrower than everyone.
fn name(event: &EventTimeline, series: &Series, drawing: Drawing) -> (String, String) {
    let Drawing { several, locale, .. } = drawing;
    let dataset = event.event.dataset;
    let source = names::source_short(dataset, series.source, locale);
    let covers = series.coverage.as_deref();
    let narrow = covers.filter(|covers| {
        matches!(covers.who, Some(Who::Categories(_))) || covers.place.is_some() || covers.by.is_some()
    });
    let small = narrow.map_or_else(String::new, |covers| who(dataset, Some(covers), locale));
    if !several {
        return (source, small);
    }
    let event = names::event_short(event.event.event, locale).to_owned();
    let name = if series.stands { event } else { words::group(&event, &[&source], locale) };
    (name, small)
}

/// What a point says: its number, whose it is, whom it covers, and how it follows the one before.
fn said(event: &EventTimeline, counts: &[Point], index: usize, kind: TrackKind, drawing: Drawing) -> String {
    let Drawing { question, locale, .. } = drawing;
    let point = &counts[index];
    let dataset = event.event.dataset;
    let Some(mut total) = find_asked_total(question, event.event.event, point.report) else {
        return label(point.stated, locale);
    };
    total.repeats = point.repeats;
    if kind == TrackKind::Pending {
        let text = locale.say_with("chart-pending", &[("count", label(point.stated, locale).into())]);
        return format!("{text}\n{}", words::source_and_date(dataset, &total, locale));
    }
    let mut text = words::hover(&event.event, &total, None, locale);
    let rate = number(event, point, drawing);
    let divided = super::units::with_divisor(rate, drawing.unit(), (event.event.event, point.days), locale);
    if drawing.unit() != Unit::Total {
        text = format!("{divided}\n{text}");
    }
    if let (Some(before), Some(key)) = (index.checked_sub(1).map(|before| &counts[before]), step_key(point.step)) {
        let when = date(before.to.into(), DateStyle::Short, locale);
        let rise = point.stated.number().unwrap_or(0).saturating_sub(before.stated.number().unwrap_or(0));
        let arguments = [
            ("before", label(before.stated, locale).into()),
            ("when", when.into()),
            ("now", label(point.stated, locale).into()),
            ("count", whole(rise).into()),
        ];
        text = format!("{text}\n{}", locale.say_with(key, &arguments));
    }
    text
}

fn step_key(step: Step) -> Option<&'static str> {
    match step {
        Step::First | Step::Rise => None,
        Step::Fall => Some("finding-fall"),
        Step::Reset => Some("finding-reset"),
        Step::Jump => Some("timeline-hover-jump"),
    }
}

/// What each period added as points, for an axis that has no place for bars.
fn periods(event: &EventTimeline, series: &Series, tone: Tone, drawing: Drawing) -> Option<Track> {
    let mut points = Vec::new();
    let mut said = Vec::new();
    for added in series.added.iter().filter(|added| added.number > 0) {
        let (Some(from), Some(to)) = (drawing.place(event, added.from), drawing.place(event, added.to)) else {
            continue;
        };
        let (height, text) = super::periods::height(event, added, drawing);
        let ink = if added.inexact { PointInk::Soft } else { PointInk::Filled };
        let report = added.report;
        points.push(TimePoint { from, to, at: height, low: height, high: height, ink, step: Step::First, report });
        said.push(text);
    }
    let last = points.last().map(|point: &TimePoint| tick(point.at))?;
    let (name, small) = name(event, series, drawing);
    let key: CountKey = series.key(&event.event.key(), &drawing.question.measure, 0);
    let said = if said.len() > MOST_SAID { Vec::new() } else { said };
    Some(Track {
        name,
        last,
        small,
        tone,
        kind: TrackKind::Periods,
        ending: Ending::Closed,
        course: Course::Over,
        extremes: extremes(&points),
        points,
        said,
        key,
    })
}

/// A line for readers who cannot see it.
pub(super) fn in_words(track: &Track, locale: &Locale) -> String {
    let reports = track.points.len();
    let name = words::group(
        &track.name,
        &Some(&track.small).filter(|small| !small.is_empty()).into_iter().collect::<Vec<_>>(),
        locale,
    );
    let name = if track.small.is_empty() { track.name.clone() } else { name };
    let arguments = [("name", name.into()), ("count", reports.into()), ("last", track.last.clone().into())];
    locale.say_with("timeline-in-words", &arguments)
}
