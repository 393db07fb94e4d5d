//! What stands around a timeline: the legend of its inks, and the notes that must be said with it.

use super::crowd::MOST_PENDING;
use super::figure::{Fill, Legend, Note, Swatch};
use super::looks::PLAIN;
use super::palette::Tone;
use super::period_lane::{BarInk, PeriodBar, PeriodLane};
use super::time_plot::{Crowd, PointInk, Track, TrackKind};
use super::timeline::{Drawing, who};
use super::{notes, revisions, timeline_units, words};
use crate::analysis::{EventTimeline, Flow, Library, Point, Scale, Series, Step, Timeline, passing_words, passings};
use crate::model::PartialDate;
use crate::text::{DateStyle, Locale, label, list, names, span_ends, whole};
use std::collections::BTreeSet;

/// What the inks mean.
pub(super) fn legend(
    (tracks, crowd): (&[Track], Option<&Crowd>),
    lanes: &[PeriodLane],
    scale: Scale,
    locale: &Locale,
) -> Vec<Legend> {
    let mut legend = Vec::new();
    let mut add = |used: bool, key: &str, swatch| {
        if used {
            legend.push(Legend { swatch, text: locale.say(key) });
        }
    };
    // Sets of bits, since there may be a million points.
    let (mut inks, mut steps, mut bars) = (0_u32, 0_u32, 0_u32);
    for track in tracks.iter().chain(crowd.iter().flat_map(|crowd| &crowd.tracks)) {
        steps |= track.points.iter().fold(0, |steps, point| steps | 1 << point.step as u32);
        if track.kind != TrackKind::Pending {
            inks |= track.points.iter().fold(0, |inks, point| inks | 1 << point.ink as u32);
        }
    }
    for bar in lanes.iter().flat_map(|lane| &lane.bars) {
        match scale {
            Scale::Linear => bars |= 1 << bar.ink as u32,
            Scale::Log => inks |= 1 << if bar.inexact { PointInk::Soft } else { PointInk::Filled } as u32,
        }
    }
    let (ink, step, bar) = (
        |ink: PointInk| inks & 1 << ink as u32 != 0,
        |step: Step| steps & 1 << step as u32 != 0,
        |ink: BarInk| bars & 1 << ink as u32 != 0,
    );
    for (used, key) in [
        (PointInk::Filled, "legend-as-stated"),
        (PointInk::Ring, "legend-open"),
        (PointInk::Soft, "legend-soft"),
        (PointInk::Cap, "legend-up-to"),
        (PointInk::Range, "legend-range"),
    ] {
        add(ink(used), key, Swatch::Point(used));
    }
    add(tracks.iter().any(|track| track.kind == TrackKind::Pending), "legend-pending-line", Swatch::Pending);
    add(step(Step::Fall) || step(Step::Reset), "legend-fall", Swatch::Sign(Step::Fall));
    add(step(Step::Jump), "legend-jump", Swatch::Sign(Step::Jump));
    // Where lanes differ in hue, the light ink has none.
    let tone = lanes.first().filter(|_| lanes.len() == 1).map_or(Tone::Muted, |lane| lane.tone);
    add(bar(BarInk::Light), "legend-several-periods", Swatch::Area(Fill::Light, tone));
    let is_range = |lane: &PeriodLane| lane.bars.iter().any(PeriodBar::is_range);
    add(scale == Scale::Linear && lanes.iter().any(is_range), "legend-range", Swatch::Area(Fill::Light, tone));
    add(bar(BarInk::Correction), "legend-correction", Swatch::Area(Fill::Hatched, Tone::Neutral));
    if let Some(crowd) = crowd {
        legend.push(Legend { swatch: Swatch::Area(Fill::Light, PLAIN.tone), text: crowd.name.clone() });
    }
    legend
}

/// The longest note, in characters, that stands under the chart whatever room there is.
const LONGEST_STRONG: usize = 200;
/// The longest note that stands there at all.
const LONGEST: usize = 420;
/// Where there are more points than this, some views are too small for the marks of all.
const MANY_POINTS: usize = 250;

/// What must be said with a timeline, with what its stretches mean among the rest.
pub(super) fn all(
    library: Library,
    timeline: &Timeline,
    (drawn, lanes, is_only_standing): (&[&EventTimeline], &[PeriodLane], bool),
    of_stretches: Vec<Note>,
    drawing: Drawing,
) -> Vec<Note> {
    let Drawing { question, several, locale, .. } = drawing;
    let is_so_far = question.flow == Flow::SoFar;
    let passed = is_so_far.then(|| passing_words(&passings(library, question), locale)).flatten();
    // Of very many events Compare says it, which has the room.
    let passed = passed.filter(|text| text.chars().count() <= LONGEST);
    // Of many events, or of long names, it would push the chart away.
    let first =
        |text: String| if text.chars().count() > LONGEST_STRONG { Note::faint(text) } else { Note::strong(text) };
    let mut notes: Vec<Note> = passed.into_iter().chain(jump(timeline, drawing)).map(first).collect();
    notes.extend(notes::without("timeline-without", &timeline.without, locale).filter(|_| !timeline.events.is_empty()));
    notes.extend(left_out(timeline, drawing));
    notes.extend(timeline_units::left_out(timeline, drawing));
    notes.extend(timeline_units::divided_by(timeline, drawn, drawing));
    let covers = drawn.iter().flat_map(|event| event.series.iter().map(move |series| (event, series)));
    let covers = covers.map(|(event, series)| {
        let dataset = event.event.dataset;
        let coverage = series.coverage.as_deref();
        (who(dataset, coverage, locale), whose(event, series, drawing))
    });
    let covers: BTreeSet<(String, String)> = covers.collect();
    notes.extend(notes::who_differs(covers.into_iter(), locale));
    notes.extend(undated(drawn, drawing));
    if is_so_far {
        notes.extend(of_stretches);
        let points = timeline.events.iter().flat_map(|event| &event.series).map(|series| series.points.len());
        if points.sum::<usize>() > MANY_POINTS {
            notes.push(Note::faint(locale.say("timeline-close")));
        }
        let pending = timeline.events.iter().flat_map(|event| &event.series).filter(|it| !it.pending.is_empty());
        if !several && pending.count() > MOST_PENDING {
            notes.push(Note::faint(locale.say("timeline-pending-stands")));
        }
    } else {
        let is_any = |ink: BarInk| lanes.iter().flat_map(|lane| &lane.bars).any(|bar| bar.ink == ink);
        if question.scale == Scale::Log {
            notes.push(Note::faint(locale.say("timeline-log-points")));
        } else if is_any(BarInk::Light) {
            notes.push(Note::faint(locale.say("timeline-bars")));
        }
        if is_any(BarInk::Correction) {
            notes.push(Note::faint(locale.say("timeline-corrections")));
        }
        if is_only_standing {
            notes.push(Note::faint(locale.say("timeline-lanes-stand")));
        }
    }
    notes.extend(revisions::note(timeline, drawing));
    let unfinished = drawn.iter().filter(|event| event.ongoing);
    let unfinished: Vec<&str> = unfinished.map(|event| names::event_short(event.event.event, locale)).collect();
    if !unfinished.is_empty() {
        let events = words::some(&unfinished, locale);
        let key = if question.flow == Flow::SoFar { "timeline-unfinished-dots" } else { "timeline-unfinished" };
        notes.push(Note::faint(locale.say_with(key, &[("events", events.into())])));
    }
    notes
}

/// The sources and dates that say nothing of the people asked for.
fn left_out(timeline: &Timeline, drawing: Drawing) -> Option<Note> {
    let locale = drawing.locale;
    let said = timeline.events.iter().filter_map(|event| {
        let what = event.left_out_words(locale)?;
        Some(if drawing.several {
            let event = names::event_short(event.event.event, locale);
            locale.say_with("left-out-of", &[("event", event.into()), ("what", what.into())])
        } else {
            locale.say_with("compare-left-out", &[("what", what.into())])
        })
    });
    let said: Vec<String> = said.collect();
    let short = locale.say("left-out-counts-short");
    (!said.is_empty()).then(|| Note { strong: false, text: list(&said, " "), short })
}

/// The largest jump of what stands, in words.
fn jump(timeline: &Timeline, drawing: Drawing) -> Option<String> {
    let [event] = timeline.events.as_slice() else { return None };
    let series = event.series.iter().find(|series| series.stands).filter(|_| drawing.question.flow == Flow::SoFar)?;
    let rises = series.points.windows(2).filter(|pair| pair[1].step == Step::Jump);
    let rise = |pair: &[Point]| Some(pair[1].stated.number()?.saturating_sub(pair[0].stated.number()?));
    let largest = rises.max_by_key(|pair| rise(pair))?;
    let [from, to] = [largest[0].to, largest[1].from].map(PartialDate::day);
    let locale = drawing.locale;
    let (start, end) = span_ends(from, to, DateStyle::Long, locale);
    let source = names::source_short(event.event.dataset, series.source, locale);
    let count = whole(rise(largest)?);
    let arguments = [("source", source.into()), ("count", count.into()), ("start", start.into()), ("end", end.into())];
    Some(locale.say_with("timeline-jump", &arguments))
}

/// The source of a series, or its event where several are shown.
fn whose(event: &EventTimeline, series: &Series, drawing: Drawing) -> String {
    if drawing.several {
        names::event_short(event.event.event, drawing.locale).to_owned()
    } else {
        names::source_short(event.event.dataset, series.source, drawing.locale)
    }
}

/// How many stand in rows without a date, and what became of them.
fn undated(drawn: &[&EventTimeline], drawing: Drawing) -> Option<Note> {
    let Drawing { question, locale, .. } = drawing;
    let series = drawn.iter().flat_map(|event| event.series.iter().map(move |series| (event, series)));
    let counts = series.filter_map(|(event, series)| {
        let count = label(series.undated?, locale);
        Some(words::group(&count, &[whose(event, series, drawing)], locale))
    });
    let counts: Vec<String> = counts.collect();
    let key = if question.flow == Flow::SoFar { "timeline-undated" } else { "timeline-undated-apart" };
    let said = || locale.say_with(key, &[("counts", words::some(&counts, locale).into())]);
    (!counts.is_empty()).then(|| Note::faint(said()))
}
