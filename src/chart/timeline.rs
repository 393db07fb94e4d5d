//! The timeline as a figure: every report a point, one stepped line for each source and coverage, or what each period
//! added; with the baseline, the events' ends and what the file notes beside them.

use super::axis::Axis;
use super::crowd::Lines;
use super::figure::{Body, Figure};
use super::palette::Tone;
use super::time_extent::{days, numbers};
use super::time_plot::{DayOne, Level, Moment, MomentKind, NUMBER, TimeAxis, TimePlot};
use super::{periods, timeline_notes, tracks, words};
use crate::analysis::{Days, EventTimeline, Flow, Library, Question, Series, Time, Timeline, Unit, Yardstick, compare};
use crate::model::{Id, Quantity, Stated, When};
use crate::text::{DateStyle, Locale, date, names, sentences};
use indexmap::IndexSet;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How a timeline is drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'a> {
    /// What is asked.
    pub question: &'a Question,
    /// What turns counts into numbers on the axis.
    pub yardstick: Yardstick,
    /// Whether several events are shown, so that lines are named after them.
    pub several: bool,
    /// The words.
    pub locale: &'a Locale,
}

impl Drawing<'_> {
    /// Where a day of an event lies; `None` where days are counted from a first day that is not known.
    pub(super) fn place(self, event: &EventTimeline, day: Date) -> Option<f64> {
        match self.question.time {
            Time::Calendar => Some(f64::from((day - EPOCH).get_days())),
            Time::Day => Some(f64::from((day - event.start?).get_days() + 1)),
        }
    }

    /// A count of `day` in the unit asked for; `None` where it cannot be formed. A timeline has no parts: where shares are
    /// asked for it shows people.
    pub(super) fn value(self, event: &EventTimeline, stated: Stated, day: Date) -> Option<Quantity> {
        if self.yardstick.unit() == Unit::Share {
            return Quantity::of(stated);
        }
        self.yardstick.value(event.event.event, stated, Days::until(event.event.event, Some(day.into()))).ok()
    }

    /// The unit of the axis.
    pub(super) fn unit(self) -> Unit {
        if self.question.unit == Unit::Share { Unit::Total } else { self.question.unit }
    }

    /// Whether the question names this event: as the chosen one, or as the baseline.
    pub(super) fn is_chosen(self, event: &EventTimeline) -> bool {
        let key = Some(event.event.key());
        self.question.event == key || self.question.baseline == key
    }
}

/// The place of each series' source among the sources of its event: whoever counts different people keeps one hue.
pub(super) fn source_places(event: &EventTimeline) -> Vec<usize> {
    let mut sources: IndexSet<Option<&Id>> = IndexSet::new();
    event.series.iter().map(|series| sources.insert_full(series.source).0).collect()
}

/// Day 0 of the calendar axis.
pub(super) const EPOCH: Date = Date::constant(1970, 1, 1);

/// Draws a timeline.
#[must_use]
pub fn timeline_figure(library: Library, timeline: &Timeline, question: &Question, locale: &Locale) -> Figure {
    let yardstick = Yardstick::of(library, question);
    let drawing = Drawing { question, yardstick, several: timeline.events.len() > 1, locale };
    let is_so_far = question.flow == Flow::SoFar;
    let (Lines { tracks, crowd }, (lanes, left_out)) = if is_so_far {
        (tracks::lines(timeline, drawing), (Vec::new(), false))
    } else {
        (Lines { tracks: Vec::new(), crowd: None }, periods::lanes(timeline, drawing))
    };
    let levels: Vec<Level> = level(library, timeline, drawing).into_iter().collect();
    let people = people(timeline, question, locale);
    let numbers = numbers(&tracks, crowd.as_ref(), &lanes, question.scale).chain(levels.iter().map(|level| level.at));
    let axis = Axis::new(question.scale, numbers, axis_title(&people, drawing));
    let moments = moments(timeline, drawing);
    let all_tracks = || tracks.iter().chain(crowd.iter().flat_map(|crowd| &crowd.tracks));
    let days = days(timeline, all_tracks(), &lanes, drawing);
    let empty = (tracks.is_empty() && lanes.is_empty()).then(|| why_empty(timeline, question, locale));
    let legend = timeline_notes::legend((&tracks, crowd.as_ref()), &lanes, question.scale, locale);
    let notes = timeline_notes::all(library, timeline, (&lanes, left_out), drawing);
    let in_words = tracks.iter().map(|track| tracks::in_words(track, locale));
    let in_words = in_words.chain(lanes.iter().map(|lane| periods::in_words(lane, locale))).collect();
    let time = time_axis(timeline, drawing);
    let body =
        Body::Time(TimePlot { axis, time, days, tracks, crowd: crowd.map(Box::new), lanes, levels, moments, in_words });
    Figure { title: title(library, timeline, locale), subtitle: subtitle(&people, drawing), legend, body, notes, empty }
}

fn title(library: Library, timeline: &Timeline, locale: &Locale) -> String {
    let shown = timeline.events.first().map(|event| event.event).or(timeline.without.first().copied());
    let name = match (timeline.events.as_slice(), shown) {
        ([event], _) => names::event(event.event.event, locale).to_owned(),
        (_, Some(event)) => event.dataset.title.get(locale.language).to_owned(),
        (_, None) => library.0.first().map_or_else(String::new, |(_, all)| all.title.get(locale.language).to_owned()),
    };
    locale.say_with("timeline-title", &[("name", name.into())])
}

fn people(timeline: &Timeline, question: &Question, locale: &Locale) -> String {
    let event = timeline.events.first().map(|event| event.event).or(timeline.without.first().copied());
    event.map_or_else(
        || question.measure.as_str().replace('_', " "),
        |event| names::people(event.dataset, &question.measure, locale),
    )
}

/// The key of a flow's own messages.
fn flow_key(start: &str, flow: Flow) -> String {
    let flow = match flow {
        Flow::SoFar => "so-far",
        Flow::PerDay => "day",
        Flow::PerWeek => "week",
        Flow::PerMonth => "month",
    };
    format!("{start}-{flow}")
}

fn axis_title(people: &str, drawing: Drawing) -> String {
    let Drawing { question, locale, .. } = drawing;
    match (question.flow, question.unit) {
        (Flow::SoFar, Unit::Total | Unit::Share) => people.to_owned(),
        (Flow::SoFar, Unit::PerMillion) => locale.say_with("unit-per-million", &[("people", people.into())]),
        (Flow::SoFar, Unit::Multiple) => locale.say("unit-multiple-none"),
        (Flow::SoFar, Unit::PerDay) => locale.say_with("timeline-axis-rate", &[("people", people.into())]),
        (flow, _) => locale.say_with(&flow_key("timeline-axis", flow), &[("people", people.into())]),
    }
}

fn subtitle(people: &str, drawing: Drawing) -> String {
    let Drawing { question, locale, .. } = drawing;
    let known = words::as_known_on(question.as_known_on, locale);
    let arguments = [("measure", sentences::upper_first(people).into()), ("known", known.into())];
    locale.say_with(&flow_key("timeline-subtitle", question.flow), &arguments)
}

fn why_empty(timeline: &Timeline, question: &Question, locale: &Locale) -> String {
    let nobody = timeline.events.is_empty() && timeline.without.is_empty();
    locale.say(match (nobody, question.all_events) {
        (true, true) => "empty-ticked",
        (true, false) => "empty-event",
        _ if question.flow != Flow::SoFar && !timeline.events.is_empty() => "timeline-empty-periods",
        _ if question.time == Time::Day && timeline.without.iter().any(|it| it.event.start.is_none()) => {
            "timeline-empty-start"
        }
        _ if question.unit == Unit::PerDay && !timeline.events.is_empty() => "timeline-empty-rate",
        _ if question.unit == Unit::PerMillion && !timeline.events.is_empty() => "unit-no-population",
        _ if question.unit == Unit::Multiple && !timeline.events.is_empty() => "unit-no-baseline",
        _ => "timeline-empty-dates",
    })
}

/// The baseline's total as a line to compare with, unless the baseline is drawn itself.
fn level(library: Library, timeline: &Timeline, drawing: Drawing) -> Option<Level> {
    let Drawing { question, locale, .. } = drawing;
    let key = question.baseline.as_ref()?;
    let shown = timeline.events.iter().any(|event| event.event.key() == *key);
    if shown || question.flow != Flow::SoFar {
        return None;
    }
    let alone = Question { ticked: BTreeSet::new(), ..question.clone() };
    let row = compare(library, &alone).baseline?;
    let total = row.standing.total()?;
    let value = match question.unit {
        Unit::Share => Quantity::of(total.stated())?,
        Unit::Multiple => Quantity::exact(1.0),
        _ => row.value(total, drawing.yardstick).ok()?,
    };
    let dataset = row.event.dataset;
    // Once itself: its own number says more.
    let unit = if question.unit == Unit::Multiple { Unit::Total } else { drawing.unit() };
    let number = super::units::number(total.stated(), value, unit, locale);
    let who = total.count.coverage.as_deref().map(|_| who(dataset, total.count.coverage.as_deref(), locale));
    let source = names::source_short(dataset, total.source, locale);
    let names: Vec<String> = std::iter::once(source).chain(who).collect();
    let name = words::group(names::event_short(row.event.event, locale), &names, locale);
    let text = locale.say_with("timeline-level", &[("name", name.into()), ("count", number.into())]);
    let key = crate::analysis::CountKey {
        event: row.event.key(),
        report: total.index,
        measure: question.measure.clone(),
        categories: Vec::new(),
    };
    let hover = words::hover(&row.event, total, None, locale);
    Some(Level { at: value.stated, text, tone: Tone::Category(2), key, hover })
}

/// Whom a count covers, in words.
pub(super) fn who(
    dataset: &crate::model::Dataset,
    coverage: Option<&crate::model::Coverage>,
    locale: &Locale,
) -> String {
    sentences::coverage(dataset, coverage, locale)
}

fn time_axis(timeline: &Timeline, drawing: Drawing) -> TimeAxis {
    let locale = drawing.locale;
    if drawing.question.time == Time::Day {
        return TimeAxis::Days { title: locale.say("timeline-axis-days") };
    }
    let months = (1..=12).map(|month| locale.say(&format!("month-short-{month}"))).collect();
    let day_one = match timeline.events.as_slice() {
        [event] => {
            event.start.and_then(|start| drawing.place(event, start)).map_or(DayOne::None, |x| DayOne::After(x - 1.0))
        }
        _ => DayOne::None,
    };
    let day = locale.say_with("timeline-day", &[("n", NUMBER.to_string().into())]);
    TimeAxis::Calendar { months, day_one, day }
}

/// The ends of events, and what the file notes.
fn moments(timeline: &Timeline, drawing: Drawing) -> Vec<Moment> {
    let Drawing { question, several, locale, .. } = drawing;
    let mut moments = Vec::new();
    for event in &timeline.events {
        // Over each other, notes and ends of several events would say nothing.
        if several && (question.time == Time::Day || timeline.events.len() > 4) {
            continue;
        }
        let span = |when: When| Some((drawing.place(event, when.first_day())?, drawing.place(event, when.last_day())?));
        if let Some((end, (from, to))) = event.end.and_then(|end| Some((end, span(end)?))) {
            let when = date(end, DateStyle::Short, locale);
            let text = locale.say_with("timeline-ended", &[("date", when.into())]);
            moments.push(Moment { from, to, text, kind: MomentKind::End });
        }
        for (when, note) in &event.notes {
            let Some((from, to)) = span(*when) else { continue };
            let text = note.get(locale.language).to_owned();
            moments.push(Moment { from, to, text, kind: MomentKind::Note });
        }
    }
    moments.sort_by(|a, b| a.from.total_cmp(&b.from));
    moments
}

/// Whom a series covers, where its first report says it.
pub(super) fn coverage<'a>(
    event: &EventTimeline<'a>,
    series: &Series<'a>,
    measure: &Id,
) -> Option<&'a crate::model::Coverage> {
    event.event.event.reports.get(series.first_report)?.counts.get(measure)?.coverage.as_deref()
}
