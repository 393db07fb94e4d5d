//! The timeline as a figure: every report a point, one stepped line for each source and coverage, or what each period
//! added; with the baseline, the events' ends and what the file notes beside them.

use super::axis::Axis;
use super::crowd::Lines;
use super::figure::{Body, Figure};
use super::palette::Tone;
use super::time_extent::{days, numbers};
use super::time_plot::{DayOne, Level, Moment, MomentKind, NUMBER, TimeAxis, TimePlot};
use super::timeline_head::Head;
use super::{periods, revisions, stretches, timeline_notes, tracks, words};
use crate::analysis::{
    ComparisonRow, Days, EventKey, EventTimeline, Flow, Library, Point, Question, Time, Timeline, Unformed, Unit,
    Yardstick, compare,
};
use crate::model::{Id, Quantity, Stated, When};
use crate::text::{DateStyle, Locale, date, names, sentences};
use indexmap::IndexSet;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

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

    /// A count in the unit asked for, or why there is no such number. A timeline has no parts: where shares are asked for it
    /// shows people.
    pub(super) fn value(self, event: &EventTimeline, point: &Point) -> Result<Quantity, Unformed> {
        self.value_over(event, point.stated, point.days)
    }

    /// The same of a count that a rate per day divides by these days.
    pub(super) fn value_over(self, event: &EventTimeline, stated: Stated, days: Days) -> Result<Quantity, Unformed> {
        if self.yardstick.unit() == Unit::Share {
            return Quantity::of(stated).ok_or(Unformed::NoNumber);
        }
        self.yardstick.value(event.event.event, stated, days)
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
    let all_tracks = || tracks.iter().chain(crowd.iter().flat_map(|crowd| &crowd.tracks));
    let keys = all_tracks().map(|track| &track.key.event);
    let keys = keys.chain(lanes.iter().flat_map(|lane| &lane.owners).map(|owner| &owner.key.event));
    let drawn: Vec<&EventTimeline> = {
        let keys: BTreeSet<&EventKey> = keys.collect();
        timeline.events.iter().filter(|event| keys.contains(&event.event.key())).collect()
    };
    let revisions = revisions::marks(timeline, drawing);
    let baseline = baseline(library, question);
    let levels: Vec<Level> = baseline.as_ref().and_then(|row| level(row, timeline, drawing)).into_iter().collect();
    let numbers = numbers(&tracks, crowd.as_ref(), &lanes, question.scale).chain(levels.iter().map(|level| level.at));
    let numbers = numbers.chain(revisions.iter().filter_map(|revision| Some(revision.old?.1)));
    let head = Head { library, timeline, baseline: baseline.as_ref(), drawing };
    let axis = Axis::new(question.scale, numbers, head.axis_title());
    let moments = moments(&drawn, drawing);
    let days = days(&drawn, all_tracks(), (&lanes, &revisions), drawing);
    let empty = drawn.is_empty().then(|| head.why_empty());
    let mut legend = timeline_notes::legend((&tracks, crowd.as_ref()), &lanes, question.scale, locale);
    legend.extend(revisions::legend(timeline, &revisions, locale));
    let said = stretches::notes(&tracks, days, locale);
    let notes = timeline_notes::all(library, timeline, (&drawn, &lanes, left_out), said, drawing);
    let in_words = tracks.iter().map(|track| tracks::in_words(track, locale));
    let in_words = in_words.chain(lanes.iter().map(|lane| periods::in_words(lane, locale))).collect();
    let time = time_axis(timeline, drawing);
    let crowd = crowd.map(Box::new);
    let body = Body::Time(TimePlot { axis, time, days, tracks, crowd, lanes, levels, moments, revisions, in_words });
    Figure { title: head.title(), subtitle: head.subtitle(), legend, body, notes, empty }
}

/// The baseline with its figure, whether or not it is among the events.
fn baseline<'a>(library: Library<'a>, question: &Question) -> Option<ComparisonRow<'a>> {
    compare(library, &Question { ticked: BTreeSet::new(), unticked: BTreeMap::new(), ..question.clone() }).baseline
}

/// The baseline's total as a line to compare with, unless the baseline is drawn itself.
fn level(row: &ComparisonRow, timeline: &Timeline, drawing: Drawing) -> Option<Level> {
    let Drawing { question, locale, .. } = drawing;
    let shown = timeline.events.iter().any(|event| event.event.key() == row.event.key());
    if shown || question.flow != Flow::SoFar {
        return None;
    }
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
    let number = super::units::with_divisor(number, unit, (row.event.event, row.days), locale);
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
fn moments(drawn: &[&EventTimeline], drawing: Drawing) -> Vec<Moment> {
    let Drawing { question, several, locale, .. } = drawing;
    let mut moments = Vec::new();
    for event in drawn.iter().copied() {
        // Over each other, notes and ends of several events would say nothing.
        if several && (question.time == Time::Day || drawn.len() > 4) {
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
