//! Why a ticked event has no figure in a comparison: every event that is dropped is named with its reason.

use super::standing::{day_totals, source_totals};
use super::{OpenEvent, Question, order_words};
use crate::model::ledger::known_reports;
use crate::model::{Coverage, When, Who};
use crate::text::{Locale, list, names, sentences};
use indexmap::IndexMap;

/// Why there is no figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// No source gives this measure.
    NoCount,
    /// Up to the day that was asked for nothing is known: the first count is of this day.
    CountedLater(i32),
    /// The day of no count is known.
    NoDay,
    /// What is counted is not these people, and has no parts that give them.
    OtherPeople(Option<Box<Coverage>>),
}

/// A ticked event without a figure.
#[derive(Clone, Debug)]
pub struct Dropped<'a> {
    /// The event.
    pub event: OpenEvent<'a>,
    /// Why there is none.
    pub reason: Reason,
}

/// Why `event` has no figure that answers the question.
pub(super) fn reason(question: &Question, event: OpenEvent) -> Reason {
    let by_day = day_totals(question, event.event);
    let lead = by_day.iter().find(|total| total.source.is_some() && total.source == event.event.lead.as_ref());
    if let Some(total) = lead.or(by_day.first()) {
        return Reason::OtherPeople(total.count.coverage.clone());
    }
    if question.on_day.is_none() || source_totals(event.event, &question.measure, question.as_known_on).is_empty() {
        return Reason::NoCount;
    }
    let start = event.event.start.and_then(When::single_day);
    let days = known_reports(event.event, question.as_known_on).into_iter().filter_map(|(_, report)| {
        report.counts.get(&question.measure)?;
        Some((report.when()?.last_day() - start?).get_days() + 1)
    });
    days.min().map_or(Reason::NoDay, Reason::CountedLater)
}

impl Reason {
    /// The reason in words: `first counted on day 58`.
    #[must_use]
    pub fn words(&self, event: OpenEvent, locale: &Locale) -> String {
        match self {
            Self::NoCount => locale.say("left-out-no-count"),
            Self::NoDay => locale.say("left-out-no-day"),
            Self::CountedLater(day) => locale.say_with("left-out-later", &[("day", day.to_string().into())]),
            Self::OtherPeople(coverage) => match coverage.as_deref().and_then(|coverage| coverage.who.as_ref()) {
                None => locale.say("left-out-not-stated"),
                Some(Who::Everyone) => locale.say("left-out-everyone"),
                Some(Who::Categories(ids)) => {
                    let who = sentences::categories(event.dataset, ids, locale);
                    locale.say_with("left-out-others", &[("who", who.into())])
                }
            },
        }
    }
}

/// The events that are left out, those with one reason together: `Student protests, Revolution (who is counted is not stated)`.
#[must_use]
pub fn left_out_words(left_out: &[Dropped], locale: &Locale) -> String {
    let named = left_out
        .iter()
        .map(|it| (names::event_short(it.event.event, locale).to_owned(), it.reason.words(it.event, locale)));
    with_reasons(named, locale)
}

/// Events with reasons, those with one reason together.
pub(super) fn with_reasons(events: impl Iterator<Item = (String, String)>, locale: &Locale) -> String {
    let mut groups: IndexMap<String, Vec<String>> = IndexMap::new();
    for (event, reason) in events {
        groups.entry(reason).or_default().push(event);
    }
    let group = |(reason, events): (String, Vec<String>)| {
        let events = order_words::some(&events, locale);
        locale.say_with("group", &[("what", events.into()), ("names", reason.into())])
    };
    let groups: Vec<String> = groups.into_iter().map(group).collect();
    list(&groups, "; ")
}
