//! What makes a comparison more alike, as far as the data allows, and what each offer has to drop. An offer is a question:
//! whoever takes it asks that instead.

use super::left_out::{reason, with_reasons};
use super::standing::day_totals;
use super::{Comparison, ComparisonRow, EventKey, Library, Progress, Question, Unticked, compare};
use crate::model::{Id, Stated, Who};
use crate::text::{Locale, list, names, sentences};
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// Where an offer leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Leads {
    /// To this question.
    To(Box<Question>),
    /// The data does not allow it, or it is so already.
    Nowhere,
}

/// One way to make a comparison more alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it does, in a few words.
    pub name: String,
    /// What is left and what is dropped, or why it cannot be done.
    pub text: String,
    /// Where it leads.
    pub leads: Leads,
}

/// As many sources as are offered, those with most events first.
const MOST_SOURCES: usize = 3;

/// All offers: the same source, the same people, the same day, finished events only, and back.
#[must_use]
pub fn offers(library: Library, question: &Question, locale: &Locale) -> Vec<Offer> {
    let asked = Asked { library, question, now: &compare(library, question), locale };
    let mut offers = asked.sources();
    offers.push(asked.people());
    offers.push(asked.day());
    offers.push(asked.finished());
    offers.extend(asked.reset());
    offers
}

struct Asked<'a> {
    library: Library<'a>,
    question: &'a Question,
    now: &'a Comparison<'a>,
    locale: &'a Locale,
}

fn counted<'c, 'a>(comparison: &'c Comparison<'a>) -> impl Iterator<Item = &'c ComparisonRow<'a>> {
    comparison.rows.iter().filter(|row| row.standing.total().is_some())
}

impl Asked<'_> {
    fn nowhere(&self, name: &str, key: &str, arguments: &[(&str, String)]) -> Offer {
        Offer { name: self.locale.say(name), text: self.say(key, arguments), leads: Leads::Nowhere }
    }

    fn say(&self, key: &str, arguments: &[(&str, String)]) -> String {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, value.clone().into())).collect();
        self.locale.say_with(key, &arguments)
    }

    fn name(&self, row: &ComparisonRow) -> String {
        names::event_short(row.event.event, self.locale).to_owned()
    }

    /// How many events are left of how many, as arguments.
    fn left(&self, kept: usize) -> [(&'static str, String); 2] {
        [("kept", kept.to_string()), ("all", counted(self.now).count().to_string())]
    }

    /// The offer of `then`, with every event that it drops; `why` gives the reason.
    fn offer(&self, name: String, first: String, then: Question, why: impl Fn(&ComparisonRow) -> String) -> Offer {
        let after = compare(self.library, &then);
        let kept: BTreeSet<EventKey> = counted(&after).map(|row| row.event.key()).collect();
        let dropped = counted(self.now).filter(|row| !kept.contains(&row.event.key()));
        let dropped = with_reasons(dropped.map(|row| (self.name(row), why(row))), self.locale);
        let mut said = vec![first];
        said.push(if dropped.is_empty() {
            self.locale.say("offer-drops-none")
        } else {
            self.say("offer-drops", &[("events", dropped)])
        });
        if let (Some(baseline), None) = (&self.now.baseline, &after.baseline) {
            said.push(self.say("offer-no-baseline", &[("event", self.name(baseline))]));
        }
        Offer { name, text: list(&said, " "), leads: Leads::To(Box::new(then)) }
    }

    /// The question about these events only. A baseline that is none of them would be counted otherwise than they are.
    /// The others are remembered with what they lack.
    fn about(&self, events: &BTreeSet<EventKey>, lack: &Unticked) -> Question {
        let baseline = self.question.baseline.clone().filter(|baseline| events.contains(baseline));
        let mut unticked = self.question.unticked.clone();
        unticked.extend(self.question.ticked.difference(events).map(|key| (key.clone(), lack.clone())));
        Question { ticked: events.clone(), unticked, baseline, ..self.question.clone() }
    }

    fn sources(&self) -> Vec<Offer> {
        let mut events: IndexMap<(Id, String), BTreeSet<EventKey>> = IndexMap::new();
        for row in &self.now.rows {
            for total in row.standing.totals.iter().filter(|total| total.stated() != Stated::Unknown) {
                let Some(source) = total.source else { continue };
                // Two files may give one name to two sources.
                let name = names::source(row.event.dataset, Some(source), self.locale);
                events.entry((source.clone(), name)).or_default().insert(row.event.key());
            }
        }
        let all = counted(self.now).count();
        let standing: Vec<Option<&Id>> =
            counted(self.now).filter_map(|row| Some(row.standing.total()?.source)).collect();
        let only = standing.first().copied().flatten().filter(|first| standing.iter().all(|id| *id == Some(*first)));
        if let (Some(only), Some(row), true) = (only, counted(self.now).next(), all > 1) {
            let source = names::source_short(row.event.dataset, Some(only), self.locale);
            return vec![self.nowhere("offer-source", "offer-source-already", &[("source", source)])];
        }
        events.retain(|_, events| events.len() > 1);
        let mut sources: Vec<_> = events.into_iter().collect();
        sources.sort_by_key(|(_, events)| std::cmp::Reverse(events.len()));
        sources.truncate(MOST_SOURCES);
        if sources.is_empty() {
            return vec![self.nowhere("offer-source", "offer-source-none", &[])];
        }
        sources.into_iter().map(|((source, _), events)| self.source(&source, &events)).collect()
    }

    fn source(&self, source: &Id, events: &BTreeSet<EventKey>) -> Offer {
        let mut then = self.about(events, &Unticked::WithoutFigureBy(source.clone()));
        let mut short = source.to_string();
        for open in events.iter().filter_map(|key| self.library.event(key)) {
            short = names::source_short(open.dataset, Some(source), self.locale);
            // The file's choice stays the file's choice.
            if open.event.lead.as_ref() == Some(source) {
                then.chosen_sources.remove(&open.key());
            } else {
                then.chosen_sources.insert(open.key(), source.clone());
            }
        }
        let [kept, all] = self.left(events.len());
        let by = ("source", short);
        let first = self.say("offer-source-text", &[kept, all, by.clone()]);
        let why = self.say("offer-source-why", std::slice::from_ref(&by));
        self.offer(self.say("offer-source-name", &[by]), first, then, |_| why.clone())
    }

    fn people(&self) -> Offer {
        let who = |ids: &[Id], row: Option<&ComparisonRow>| {
            let who = row.map(|row| sentences::categories(row.event.dataset, ids, self.locale));
            [("who", who.unwrap_or_default())]
        };
        let first = counted(self.now).next();
        if let Some(people) = &self.question.people {
            return self.nowhere("offer-people", "offer-people-already", &who(people, first));
        }
        let covered: Vec<Option<Who>> = counted(self.now)
            .map(|row| row.standing.total().and_then(|total| total.count.coverage.as_deref()?.who.clone()))
            .collect();
        if let (Some(Some(same)), true) = (covered.first(), covered.len() > 1)
            && covered.iter().all(|who| who.as_ref() == Some(same))
        {
            return match same {
                Who::Everyone => self.nowhere("offer-people", "offer-people-everyone", &[]),
                Who::Categories(ids) => self.nowhere("offer-people", "offer-people-already", &who(ids, first)),
            };
        }
        let best = self.groups().into_iter().map(|people| {
            let then = Question { people: Some(people.clone()), ..self.question.clone() };
            let after = compare(self.library, &then);
            let kept = counted(&after).count();
            ((kept, after.baseline.is_some()), people, then)
        });
        // Of equals, the first in the file.
        let best = best.rev().max_by_key(|(rank, ..)| *rank).filter(|((kept, _), ..)| *kept > 1);
        let Some(((kept, _), people, then)) = best else {
            return self.nowhere("offer-people", "offer-people-none", &[]);
        };
        let [kept, all] = self.left(kept);
        let [who] = who(&people, first);
        let first = self.say("offer-people-text", &[kept, all, who.clone()]);
        let narrowed = then.clone();
        let name = sentences::upper_first(&self.say("offer-people-name", &[who]));
        self.offer(name, first, then, |row| reason(&narrowed, row.event).words(row.event, self.locale))
    }

    /// Every group of people that a count covers or has as a part.
    fn groups(&self) -> Vec<Vec<Id>> {
        let mut groups: indexmap::IndexSet<BTreeSet<Id>> = indexmap::IndexSet::new();
        for row in &self.now.rows {
            for total in day_totals(self.question, row.event.event) {
                match total.count.coverage.as_deref().and_then(|coverage| coverage.who.as_ref()) {
                    Some(Who::Categories(ids)) => {
                        groups.insert(ids.iter().cloned().collect());
                    }
                    _ => groups.extend(total.count.parts.keys().map(|id| BTreeSet::from([id.clone()]))),
                }
            }
        }
        groups.into_iter().map(|group| group.into_iter().collect()).collect()
    }

    fn day(&self) -> Offer {
        let freely = compare(self.library, &Question { on_day: None, ..self.question.clone() });
        let chosen = counted(&freely).find(|row| Some(row.event.key()) == self.question.event);
        let Some(chosen) = chosen else { return self.nowhere("offer-day", "offer-day-choose", &[]) };
        let event = ("event", self.name(chosen));
        let day = chosen.standing.total().and_then(|total| chosen.event.event.day_number(total.when()?));
        let Some(day) = day.filter(|day| *day > 0) else {
            return self.nowhere("offer-day", "offer-day-unknown", &[event]);
        };
        let number = ("day", day.to_string());
        if self.question.on_day == Some(day) {
            return self.nowhere("offer-day", "offer-day-already", &[number]);
        }
        let then = Question { on_day: Some(day), ..self.question.clone() };
        let kept = counted(&compare(self.library, &then)).count();
        if kept < 2 {
            return self.nowhere("offer-day", "offer-day-none", &[number, event]);
        }
        let [kept, all] = self.left(kept);
        let first = self.say("offer-day-text", &[kept, all, number.clone(), event]);
        let limited = then.clone();
        let name = self.say("offer-day-name", &[number]);
        self.offer(name, first, then, |row| reason(&limited, row.event).words(row.event, self.locale))
    }

    fn finished(&self) -> Offer {
        let over = counted(self.now).filter(|row| row.progress == Progress::Ended);
        let over: BTreeSet<EventKey> = over.map(|row| row.event.key()).collect();
        let [kept, all] = self.left(over.len());
        if over.len() < 2 {
            return self.nowhere("offer-finished", "offer-finished-none", &[]);
        }
        if over.len() == self.now.rows.len() {
            return self.nowhere("offer-finished", "offer-finished-already", &[]);
        }
        let first = self.say("offer-finished-text", &[kept, all]);
        let name = self.locale.say("offer-finished");
        self.offer(name, first, self.about(&over, &Unticked::NotOver), |row| {
            let key = if row.progress == Progress::Unfinished { "card-unfinished" } else { "card-end-unknown" };
            self.locale.say(key)
        })
    }

    /// Back to whoever each count includes, on any day, of all events, each with its own source.
    fn reset(&self) -> Option<Offer> {
        let all: BTreeSet<EventKey> = self.library.events().map(|event| event.key()).collect();
        let question = self.question;
        let baseline = question.baseline.clone().or_else(|| {
            let shown = |&(file, dataset): &(_, &crate::model::Dataset)| {
                Some(EventKey { file, event: dataset.show.baseline.clone()? })
            };
            self.library.0.iter().find_map(shown)
        });
        let mut said = Vec::new();
        let mut say_if = |is_set: bool, key: &str| {
            if is_set {
                said.push(self.locale.say(key));
            }
        };
        say_if(question.people.is_some(), "offer-back-people");
        say_if(question.on_day.is_some(), "offer-back-day");
        say_if(!question.chosen_sources.is_empty(), "offer-back-sources");
        say_if(question.ticked != all, "offer-back-events");
        if said.is_empty() {
            return None;
        }
        if let Some(open) =
            baseline.as_ref().filter(|_| question.baseline.is_none()).and_then(|key| self.library.event(key))
        {
            let event = names::event_short(open.event, self.locale).to_owned();
            said.push(self.say("offer-back-baseline", &[("event", event)]));
        }
        let then = Question {
            people: None,
            on_day: None,
            chosen_sources: BTreeMap::new(),
            ticked: all,
            unticked: BTreeMap::new(),
            baseline,
            ..question.clone()
        };
        let text = self.say("offer-back-text", &[("what", sentences::upper_first(&list(&said, ", ")))]);
        Some(Offer { name: self.locale.say("offer-back"), text, leads: Leads::To(Box::new(then)) })
    }
}
