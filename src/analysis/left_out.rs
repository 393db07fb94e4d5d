//! Why a ticked event has no figure in a comparison: every event that is dropped is named with its reason.

use super::comparison::progress;
use super::standing::{day_totals, source_totals};
use super::{Library, OpenEvent, Progress, Question, SourceTotal, Unticked, order_words, standing};
use crate::model::ledger::known_reports;
use crate::model::{Coverage, Id, Stated, When, Who};
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
    /// Unticked, since this source gives no figure.
    NoFigureBy(Id),
    /// Unticked, since it was not over when counted, or nobody knows whether it was.
    NotOver(Progress),
    /// Unticked, for a reason that does not hold any more.
    NotTicked,
}

/// An event without a figure, ticked or unticked to compare like with like.
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

/// The events that were unticked to compare like with like, in file order, each with what it lacks now.
pub(super) fn unticked<'a>(library: Library<'a>, question: &Question) -> Vec<Dropped<'a>> {
    if question.unticked.is_empty() {
        return Vec::new();
    }
    let dropped = library.events().filter_map(|event| {
        let key = event.key();
        let lack = question.unticked.get(&key).filter(|_| !question.ticked.contains(&key))?;
        Some(Dropped { event, reason: why_unticked(library, question, event, lack) })
    });
    dropped.collect()
}

/// What is asked may have changed since: the reason is looked for anew.
fn why_unticked(library: Library, question: &Question, event: OpenEvent, lack: &Unticked) -> Reason {
    let standing = standing(library, question, event);
    if standing.totals.is_empty() {
        return reason(question, event);
    }
    match lack {
        Unticked::WithoutFigureBy(source) => {
            let by_source = |total: &SourceTotal| total.source == Some(source) && total.stated() != Stated::Unknown;
            if standing.totals.iter().any(by_source) { Reason::NotTicked } else { Reason::NoFigureBy(source.clone()) }
        }
        Unticked::NotOver => match standing.total().map_or(Progress::Unknown, |total| progress(&event, total)) {
            Progress::Ended => Reason::NotTicked,
            open => Reason::NotOver(open),
        },
    }
}

impl Reason {
    /// The reason in words: `first counted on day 58`.
    #[must_use]
    pub fn words(&self, event: OpenEvent, locale: &Locale) -> String {
        match self {
            Self::NoCount => locale.say("left-out-no-count"),
            Self::NoDay => locale.say("left-out-no-day"),
            Self::NotTicked => locale.say("left-out-not-ticked"),
            Self::NotOver(Progress::Unknown) => locale.say("card-end-unknown"),
            Self::NotOver(_) => locale.say("card-unfinished"),
            Self::NoFigureBy(source) => {
                // It may be a source of another file.
                let mut datasets = event.library.0.iter().map(|(_, dataset)| *dataset);
                let names_it = datasets.find(|dataset| dataset.sources.contains_key(source));
                let source = names::source_short(names_it.unwrap_or(event.dataset), Some(source), locale);
                locale.say_with("offer-source-why", &[("source", source.into())])
            }
            Self::CountedLater(day) => locale.say_with("left-out-later", &[("day", (*day).into())]),
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
