//! Reports through time: one series per source and coverage, never joined across sources.

mod added;
mod counted;
mod gather;
mod left_out_words;
mod points;

pub use added::period_of;
pub use counted::LeftOutCount;
pub(super) use gather::standing_points;

use super::left_out::{Dropped, Reason, reason, unticked};
use super::standing::day_totals;
use super::{CountKey, Days, EventKey, Library, OpenEvent, Question, Revision, Time, known_events, standing};
use crate::model::{Coverage, EventEnd, Id, Stated, When};
use jiff::civil::Date;
use std::borrow::Cow;

/// The ticked events' reports through time.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// The ticked events that have any dated figure for the measure.
    pub events: Vec<EventTimeline<'a>>,
    /// Events without one that are ticked, or were unticked to compare like with like, and why.
    pub without: Vec<Dropped<'a>>,
}

/// One event's reports through time.
#[derive(Clone, Debug)]
pub struct EventTimeline<'a> {
    /// The event.
    pub event: OpenEvent<'a>,
    /// Its first day where it is known to the day; day 1.
    pub start: Option<Date>,
    /// Its last day, where it has ended.
    pub end: Option<When>,
    /// Whether it went on when it was last looked at.
    pub ongoing: bool,
    /// One for each source and each coverage that it reported, what stands first.
    pub series: Vec<Series<'a>>,
    /// Counts that say nothing of the people asked for.
    pub left_out: Vec<LeftOutCount<'a>>,
    /// What the file notes beside the figures.
    pub notes: Vec<(When, &'a crate::model::Localized)>,
    /// What its file changed since the version that it is compared with.
    pub revised: Vec<Revision>,
}

/// One source's counts of the same people through time.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// Who counted.
    pub source: Option<&'a Id>,
    /// Whether it stands for the event.
    pub stands: bool,
    /// Whom it covers, where its first report says it: of the people asked for only.
    pub coverage: Option<Cow<'a, Coverage>>,
    /// Its counts by date, each date once.
    pub points: Vec<Point>,
    /// What was under investigation beside them, by date; never added.
    pub pending: Vec<Point>,
    /// What each period added, where the question asks for that.
    pub added: Vec<Added>,
    /// What stands in periods without a date: a sum has it from its start on, and it was added in none of the others.
    pub undated: Option<Stated>,
}

/// A count at a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The first day that its date can mean.
    pub from: Date,
    /// The last day that its date can mean.
    pub to: Date,
    /// For a sum of periods, the first day of the last one: the sum holds at its end, and grew on days of it that are not
    /// known.
    pub summed_from: Option<Date>,
    /// The number as stated.
    pub stated: Stated,
    /// What a rate per day divides it by.
    pub days: Days,
    /// Index of its report in the event.
    pub report: usize,
    /// How many other reports say the same for the same date.
    pub repeats: usize,
    /// What happened between the point before and this one.
    pub step: Step,
}

/// How a count follows the one before it in its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is the first.
    First,
    /// It is as high or higher, or may be: "at least 500" after 520 is no fall.
    Rise,
    /// It is lower: a correction.
    Fall,
    /// It is less than half: a new phase, or another way of counting.
    Reset,
    /// It more than doubled from one day to the next, and rose by more than ever before in its series; as stated where a
    /// bound is open.
    Jump,
}

/// What a stretch of days added to a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Added {
    /// The first day that the number covers.
    pub from: Date,
    /// The last day that it covers. Stretches within one day, week or month of the flow are added up; one that covers
    /// several is drawn over all of them.
    pub to: Date,
    /// How many were added; negative for a correction, which is no negative death and is drawn apart.
    pub number: i64,
    /// The same as periods' own reports state it, with its bounds; `None` for differences of counts so far.
    pub stated: Option<Stated>,
    /// Whether a bound or an approximation is among what it comes from.
    pub inexact: bool,
    /// Whether it is a period's own report, and not the difference of two counts so far.
    pub reported: bool,
    /// Index of the (last) report in the event.
    pub report: usize,
}

impl Timeline<'_> {
    /// Puts what files changed beside the counts of their events.
    pub fn revise(&mut self, revisions: &[Revision]) {
        for event in &mut self.events {
            let key = event.event.key();
            event.revised.extend(revisions.iter().filter(|revision| revision.event == key).cloned());
        }
    }
}

impl Series<'_> {
    /// Whether its counts are sums of what single periods added, by their dates, and not what somebody stated so far.
    #[must_use]
    pub fn is_sum(&self) -> bool {
        let is_any = !self.points.is_empty() || !self.added.is_empty();
        is_any
            && self.points.iter().all(|point| point.summed_from.is_some())
            && self.added.iter().all(|added| added.reported)
    }

    /// The key of the count at a point.
    #[must_use]
    pub fn key(&self, event: &EventKey, measure: &Id, report: usize) -> CountKey {
        CountKey { event: event.clone(), report, measure: measure.clone(), categories: Vec::new() }
    }
}

/// The ticked events' reports through time, as known on the question's date, up to its day of each event and of its people.
#[must_use]
pub fn timeline<'a>(library: Library<'a>, question: &Question) -> Timeline<'a> {
    let (mut events, mut without) = (Vec::new(), Vec::new());
    for event in known_events(library, question) {
        let start = event.event.start.and_then(When::single_day);
        let counts_days = question.time == Time::Day || question.on_day.is_some();
        if start.is_none() && counts_days {
            without.push(Dropped { event, reason: Reason::NoDay });
            continue;
        }
        let standing = standing(library, question, event);
        let (series, left_out) = gather::series(event, question, standing.total());
        if series.is_empty() {
            without.push(Dropped { event, reason: why_without(question, event, &left_out) });
        } else {
            events.push(event_timeline(question, event, series, left_out));
        }
    }
    without.extend(unticked(library, question));
    Timeline { events, without }
}

/// Why an event with a first day has no dated figure.
fn why_without(question: &Question, event: OpenEvent, left_out: &[LeftOutCount]) -> Reason {
    let nothing_yet = day_totals(question, event.event).is_empty();
    if left_out.is_empty() && !nothing_yet { Reason::NoCount } else { reason(question, event) }
}

fn event_timeline<'a>(
    question: &Question,
    event: OpenEvent<'a>,
    series: Vec<Series<'a>>,
    left_out: Vec<LeftOutCount<'a>>,
) -> EventTimeline<'a> {
    let known = |when: When| question.as_known_on.is_none_or(|date| when.first_day() <= date);
    let (end, ongoing) = match event.event.end {
        EventEnd::On(end) if known(end) => (Some(end), false),
        // On that date its end lay ahead.
        EventEnd::On(_) | EventEnd::Ongoing => (None, true),
        EventEnd::Unknown => (None, false),
    };
    let notes = event.event.notes.iter().filter(|note| known(note.date)).map(|note| (note.date, &note.text)).collect();
    let start = event.event.start.and_then(When::single_day);
    EventTimeline { event, start, end, ongoing, series, left_out, notes, revised: Vec::new() }
}
