//! Series of counts as lines: which ink each point gets, and what it says.

use super::crowd::{Line, Lines, lines_of};
use super::extremes::Extremes;
use super::looks::PLAIN;
use super::overview::Overview;
use super::palette::Tone;
use super::placed::Dash;
use super::time_plot::{Course, Ending, PointInk, TimePoint, Track, TrackKind, Way};
use super::timeline::{Drawing, source_places, who};
use super::{stretches, words};
use crate::analysis::{EventTimeline, Point, Series, Step, Timeline, Unit, find_asked_total};
use crate::model::{Stated, Who};
use crate::text::{DateStyle, Locale, date, label, names, whole};

/// Up to so many points have their words written in advance; those of more are short.
pub(super) const MOST_SAID: usize = 4_000;

/// All lines: those that stand first.
pub(super) fn lines(timeline: &Timeline, drawing: Drawing) -> Lines {
    let all = || timeline.events.iter().flat_map(|event| &event.series);
    let is_said = all().map(|series| series.points.len() + series.pending.len()).sum::<usize>() <= MOST_SAID;
    let mut lines = Vec::new();
    for (place, event) in timeline.events.iter().enumerate() {
        for (series, source) in event.series.iter().zip(source_places(event)) {
            let kind = if series.stands { TrackKind::Stands } else { TrackKind::Other };
            let track = |counts, kind| track(event, series, (counts, kind, is_said), drawing);
            let pending = if drawing.several { None } else { track(&series.pending, TrackKind::Pending) };
            let line = track(&series.points, kind);
            let subject = if drawing.several { place } else { source };
            lines.push(Line { track: line, pending, subject, chosen: drawing.is_chosen(event) });
        }
    }
    lines_of(lines, drawing.locale)
}

fn track(
    event: &EventTimeline,
    series: &Series,
    (counts, kind, is_said): (&[Point], TrackKind, bool),
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
    let said = |(_, index): &(TimePoint, usize)| said(event, counts, *index, kind, drawing);
    let said = if is_said { drawn.iter().map(said).collect() } else { Vec::new() };
    let mut all: Vec<TimePoint> = drawn.into_iter().map(|(point, _)| point).collect();
    if kind != TrackKind::Pending {
        stretches::mark_silences(&mut all);
    }
    let open = matches!(all.last()?.ink, PointInk::Ring);
    let key = series.key(&event.event.key(), &drawing.question.measure, 0);
    let (name, small) = match kind {
        TrackKind::Pending => (locale.say("timeline-pending"), String::new()),
        _ => name(event, series, drawing),
    };
    let last = number(event, &counts[last], drawing);
    let ending = if open { Ending::Open } else { Ending::Closed };
    let course = if event.ongoing && kind == TrackKind::Stands { Course::Onward } else { Course::Over };
    let (tone, dash) = match kind {
        TrackKind::Pending => (Tone::Muted, Dash::Dotted),
        _ => (PLAIN.tone, PLAIN.dash),
    };
    let track = Track {
        name,
        last,
        small,
        tone,
        dash,
        kind,
        ending,
        course,
        points: Vec::new(),
        silences: Vec::new(),
        said: Vec::new(),
        key,
        extremes: Extremes::default(),
        overview: Overview::default(),
    };
    Some(Track { said, ..track.with_points(all) })
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
    let first = point.summed_from.unwrap_or(point.from);
    let (from, to) = (drawing.place(event, first)?, drawing.place(event, point.to)?);
    let way = if first < point.from { Way::Slope } else { Way::Step };
    Some(TimePoint { from, to, at, low, high, ink, step: point.step, way, report: point.report })
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
pub(super) fn name(event: &EventTimeline, series: &Series, drawing: Drawing) -> (String, String) {
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
