//! What stands over a timeline: what is shown, in which unit, of whom; or why there is nothing to show.

use super::timeline::Drawing;
use super::{timeline_units, units, words};
use crate::analysis::{ComparisonRow, Flow, Library, OpenEvent, Series, Timeline, Unit};
use crate::text::{Locale, list, names, sentences};

/// What the words over a timeline are made from.
#[derive(Clone, Copy)]
pub(super) struct Head<'d, 'a> {
    pub library: Library<'a>,
    pub timeline: &'d Timeline<'a>,
    /// The baseline's row, where it has a figure.
    pub baseline: Option<&'d ComparisonRow<'a>>,
    pub drawing: Drawing<'d>,
}

impl<'a> Head<'_, 'a> {
    fn locale(&self) -> &Locale {
        self.drawing.locale
    }

    fn event(&self) -> Option<OpenEvent<'a>> {
        let timeline = self.timeline;
        timeline.events.first().map(|it| it.event).or(timeline.without.first().map(|it| it.event))
    }

    /// The event, or the file where several are shown.
    pub(super) fn title(&self) -> String {
        let locale = self.locale();
        let of = |title: &crate::model::Localized| title.get(locale.language).to_owned();
        let name = match (self.timeline.events.as_slice(), self.event()) {
            ([event], _) => names::event(event.event.event, locale).to_owned(),
            (_, Some(event)) => of(&event.dataset.title),
            (_, None) => self.library.0.first().map_or_else(String::new, |(_, dataset)| of(&dataset.title)),
        };
        locale.say_with(if self.is_sum() { "timeline-title-sum" } else { "timeline-title" }, &[("name", name.into())])
    }

    /// Whether all that is drawn is added up by the dates of what was counted: nobody stated it then.
    fn is_sum(&self) -> bool {
        let mut series = self.timeline.events.iter().flat_map(|event| &event.series).peekable();
        series.peek().is_some() && series.all(Series::is_sum)
    }

    fn people(&self) -> String {
        names::people_of(self.event().map(|event| event.dataset), &self.drawing.question.measure, self.locale())
    }

    /// What the axis counts.
    pub(super) fn axis_title(&self) -> String {
        let people = ("people", self.people().into());
        let locale = self.locale();
        match (self.drawing.question.flow, self.drawing.unit()) {
            (Flow::SoFar, Unit::Total | Unit::Share) => self.people(),
            (Flow::SoFar, Unit::PerMillion) => locale.say_with("unit-per-million", &[people]),
            (Flow::SoFar, Unit::Multiple) => locale.say("unit-multiple-none"),
            (Flow::SoFar, Unit::PerDay) => locale.say_with("timeline-axis-rate", &[people]),
            (flow, _) => locale.say_with(&flow_key("timeline-axis", flow), &[people]),
        }
    }

    /// Measure and unit, what was known, how it is drawn, and what it is limited to.
    pub(super) fn subtitle(&self) -> String {
        let (question, locale) = (self.drawing.question, self.locale());
        let times = || units::times_baseline(self.people(), self.baseline?, locale);
        let (key, measure) = match (question.flow, self.drawing.unit()) {
            (Flow::SoFar, Unit::PerDay | Unit::PerMillion) => ("timeline-subtitle-unit".to_owned(), self.axis_title()),
            (Flow::SoFar, Unit::Multiple) => {
                ("timeline-subtitle-unit".to_owned(), times().unwrap_or_else(|| self.axis_title()))
            }
            (flow, _) => (flow_key("timeline-subtitle", flow), self.people()),
        };
        let known = words::as_known_on(question.as_known_on, locale);
        let given = [("measure", sentences::upper_first(&measure).into()), ("known", known.into())];
        let key = if self.is_sum() { format!("{key}-sum") } else { key };
        let subtitle = locale.say_with(&key, &given);
        let only = self.event().and_then(|event| words::restriction(question, event.dataset, locale));
        only.map_or(subtitle.clone(), |only| list(&[subtitle, only], " "))
    }

    /// Why nothing is drawn.
    pub(super) fn why_empty(&self) -> String {
        let Drawing { question, locale, .. } = self.drawing;
        let Timeline { events, without } = self.timeline;
        let restricted = words::why_nothing_is_left(question, without, locale).filter(|_| events.is_empty());
        if let Some(why) = restricted.or_else(|| timeline_units::why_none_is_formed(self.timeline, self.drawing)) {
            return why;
        }
        let no_first_day = || without.iter().any(|it| it.event.event.start.is_none());
        locale.say(match (events.is_empty() && without.is_empty(), question.all_events) {
            (true, true) => "empty-ticked",
            (true, false) => "empty-event",
            _ if question.flow != Flow::SoFar && !events.is_empty() => "timeline-empty-periods",
            _ if question.time == crate::analysis::Time::Day && no_first_day() => "timeline-empty-start",
            _ => "timeline-empty-dates",
        })
    }
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
