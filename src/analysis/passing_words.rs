//! When one event passed another, in words: all that was counted first, then the same people.

use super::{Likeness, Outcome, Passing, Reached};
use crate::model::Who;
use crate::text::{Locale, label, list, names, sentences};

/// "All deaths passed Mahsa Amini protests (522) on day 15, protesters alone on day 17." `None` where nothing can be said.
#[must_use]
pub fn passing_words(passings: &[Passing], locale: &Locale) -> Option<String> {
    let known: Vec<&Passing> = passings.iter().filter(|it| !matches!(it.outcome, Outcome::Unknown(_))).collect();
    let events: Vec<&[&Passing]> = known.chunk_by(|a, b| a.event.key() == b.event.key()).collect();
    let said = match events[..] {
        [] => return None,
        [event] => vec![sentence(&event_words(event, locale), locale)],
        _ => of_several(&events, locale),
    };
    let mut open: Vec<String> = Vec::new();
    for passing in known.iter().filter(|passing| !passing.bounded) {
        let text = locale.say_with("passing-open", &[("event", baseline(passing, locale).into())]);
        if !open.contains(&text) {
            open.push(text);
        }
    }
    Some(list(&[said, open].concat(), " "))
}

/// A sentence for each event that passed, with its name, and one for all that did not.
fn of_several(events: &[&[&Passing]], locale: &Locale) -> Vec<String> {
    let name = |event: &[&Passing]| names::event_short(event[0].event.event, locale).to_owned();
    let (mut said, mut others) = (Vec::new(), Vec::new());
    for event in events {
        if event.iter().any(|passing| matches!(passing.outcome, Outcome::Passed { .. })) {
            let words = event_words(event, locale);
            let words = locale.say_with("passing-of", &[("event", name(event).into()), ("said", words.into())]);
            said.push(sentence(&words, locale));
        } else if let Outcome::NotYet { latest } = event[0].outcome {
            let number = label(latest.stated, locale);
            others.push(locale.say_with("group", &[("what", name(event).into()), ("names", number.into())]));
        }
    }
    if !others.is_empty() {
        let others = list(&others, ", ");
        said.push(match events.first().filter(|_| said.is_empty()) {
            Some(event) => {
                let baseline = baseline(event[0], locale);
                locale.say_with("passing-by-none", &[("event", baseline.into()), ("events", others.into())])
            }
            None => locale.say_with("passing-others", &[("events", others.into())]),
        });
    }
    said
}

/// One event's clauses: all that its count includes, then the same people.
fn event_words(event: &[&Passing], locale: &Locale) -> String {
    let [first, also @ ..] = event else { return String::new() };
    let subject = subject(first, also.is_empty(), locale);
    let name = baseline(first, locale);
    let lead = match &first.outcome {
        Outcome::Passed { at, before } => {
            let when = passed_when(at, before.as_ref(), locale);
            let given = [("subject", subject.into()), ("event", name.into()), ("when", when.into())];
            locale.say_with("passing-passed", &given)
        }
        Outcome::NotYet { latest } => {
            let figures = figure(subject, latest, locale);
            locale.say_with("passing-not-yet", &[("event", name.into()), ("figures", figures.into())])
        }
        Outcome::Unknown(_) => return String::new(),
    };
    let Some(same) = also.first() else { return lead };
    if let (Outcome::Passed { .. }, Outcome::Passed { at, before }) = (&first.outcome, &same.outcome)
        && first.baseline_number == same.baseline_number
    {
        let (subject, when) = (self::subject(same, false, locale), passed_when(at, before.as_ref(), locale));
        let also = locale.say_with("passing-also", &[("subject", subject.into()), ("when", when.into())]);
        return list(&[lead, also], ", ");
    }
    let also = also_words(first, same, locale);
    list(&std::iter::once(lead).chain(also).collect::<Vec<_>>(), "; ")
}

/// The same people with the number that they passed or did not pass.
fn also_words(first: &Passing, same: &Passing, locale: &Locale) -> Option<String> {
    let number = label(same.baseline_number, locale);
    if let (Some(Who::Categories(_)), Some(who)) = (&first.covers, &same.who) {
        // The event counts nobody else, so it is a part of the other one's number that is passed.
        let who = sentences::categories(same.baseline.dataset, who, locale);
        let (key, when) = match &same.outcome {
            Outcome::Passed { at, before } => ("passing-also-part", passed_when(at, before.as_ref(), locale)),
            Outcome::NotYet { .. } => ("passing-also-part-not", String::new()),
            Outcome::Unknown(_) => return None,
        };
        let given = [("number", number.into()), ("who", who.into()), ("when", when.into())];
        return Some(locale.say_with(key, &given));
    }
    let subject = subject(same, false, locale);
    let (key, given) = match &same.outcome {
        Outcome::Passed { at, before } => {
            ("passing-also-number", vec![("when", passed_when(at, before.as_ref(), locale))])
        }
        Outcome::NotYet { latest } if !matches!(first.outcome, Outcome::Passed { .. }) => {
            return Some(figure(subject, latest, locale));
        }
        Outcome::NotYet { latest } => {
            ("passing-also-not", vec![("day", whole(latest.day)), ("latest", label(latest.stated, locale))])
        }
        Outcome::Unknown(_) => return None,
    };
    let given: Vec<_> = [("subject", subject), ("number", number)].into_iter().chain(given).collect();
    let given: Vec<_> = given.into_iter().map(|(name, value)| (name, value.into())).collect();
    Some(locale.say_with(key, &given))
}

/// Who passed, in lower case; where nothing else is said of the event, with a warning if the two are of other people.
fn subject(passing: &Passing, is_only: bool, locale: &Locale) -> String {
    let dataset = passing.event.dataset;
    if let Some(who) = &passing.who {
        let who = sentences::categories(dataset, who, locale);
        return locale.say_with("passing-alone", &[("who", who.into())]);
    }
    let subject = match &passing.covers {
        Some(Who::Categories(ids)) => sentences::categories(dataset, ids, locale),
        // A count of which only some are the people of the other one includes more of them.
        None if is_only => locale.say("passing-total"),
        Some(Who::Everyone) | None => {
            locale.say_with("passing-all", &[("measure", passing.measure.as_str().to_owned().into())])
        }
    };
    let key = match passing.likeness {
        Likeness::Different if is_only => "passing-who-different",
        Likeness::NotStated if is_only => "passing-who-not-stated",
        Likeness::Alike | Likeness::Different | Likeness::NotStated => return subject,
    };
    locale.say_with(key, &[("subject", subject.into())])
}

/// `Mahsa Amini protests (522)`
fn baseline(passing: &Passing, locale: &Locale) -> String {
    let name = names::event_short(passing.baseline.event, locale).to_owned();
    let number = label(passing.baseline_number, locale);
    locale.say_with("group", &[("what", name.into()), ("names", number.into())])
}

/// `all deaths ≥ 116 on day 14`
fn figure(subject: String, latest: &Reached, locale: &Locale) -> String {
    let (number, when) = (label(latest.stated, locale), by(latest, locale));
    locale.say_with("passing-figure", &[("subject", subject.into()), ("latest", number.into()), ("when", when.into())])
}

/// On the day, where the day before was not above yet; else somewhere between two reports, or by the first one.
fn passed_when(at: &Reached, before: Option<&Reached>, locale: &Locale) -> String {
    match before {
        Some(before) if before.first_day == before.day && at.first_day == at.day && before.day + 1 == at.day => {
            on(at.day, locale)
        }
        Some(before) => {
            let days = [("from", whole(before.first_day)), ("to", whole(at.day))];
            locale.say_with("passing-between", &days.map(|(name, day)| (name, day.into())))
        }
        None if at.day == 1 => on(1, locale),
        None => locale.say_with("passing-by", &[("day", whole(at.day).into())]),
    }
}

/// By when it had the number.
fn by(reached: &Reached, locale: &Locale) -> String {
    if reached.first_day == reached.day {
        return on(reached.day, locale);
    }
    locale.say_with("passing-by", &[("day", whole(reached.day).into())])
}

fn on(day: i32, locale: &Locale) -> String {
    locale.say_with("passing-on", &[("day", whole(day).into())])
}

/// The number of a day, which is negative before the event's first one.
fn whole(day: i32) -> String {
    let number = crate::text::whole(u64::from(day.unsigned_abs()));
    if day < 0 { format!("−{number}") } else { number }
}

/// With a large first letter and a full stop.
fn sentence(said: &str, locale: &Locale) -> String {
    let mut letters = said.chars();
    let large: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    locale.say_with("passing-sentence", &[("said", large.into())])
}
