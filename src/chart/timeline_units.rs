//! What a timeline's numbers are divided by, and which of them cannot be formed in the unit asked for.

use super::figure::Note;
use super::timeline::Drawing;
use super::words;
use crate::analysis::{Days, EventTimeline, Flow, Series, Timeline, Unformed, Unit};
use crate::text::{Locale, list, names, sentences, whole};
use indexmap::IndexMap;

/// What the counts are divided by, event by event: days, or inhabitants with their year and source.
pub(super) fn divided_by(timeline: &Timeline, drawn: &[&EventTimeline], drawing: Drawing) -> Option<Note> {
    let locale = drawing.locale;
    let key = match drawing.unit() {
        Unit::PerDay => "timeline-divided-by-days",
        Unit::PerMillion => "timeline-divided-by-inhabitants",
        Unit::Total | Unit::Multiple | Unit::Share => return None,
    };
    let said = drawn.iter().filter(|_| divides(drawing)).filter_map(|event| {
        let what = match drawing.unit() {
            Unit::PerDay => vec![last_days(event, locale)?],
            _ => inhabitants(event, timeline, locale)?,
        };
        Some(words::group(names::event_short(event.event.event, locale), &what, locale))
    });
    let said: Vec<String> = said.collect();
    let mut events = words::some(&said, locale);
    if let (Unit::PerMillion, Some(source)) = (drawing.unit(), common_population_source(timeline)) {
        events = list(&[events.as_str(), source], "; ");
    }
    (!said.is_empty()).then(|| Note::faint(locale.say_with(key, &[("events", events.into())])))
}

/// The days of the last count of what stands, else of the first series.
fn last_days(event: &EventTimeline, locale: &Locale) -> Option<String> {
    let Days::Known(days) = event.series.first()?.points.last()?.days else { return None };
    let text = whole(u64::try_from(days).ok()?);
    Some(locale.say_with("days", &[("n", days.into()), ("text", text.into())]))
}

/// How many people live there, with who says so where that differs from event to event.
fn inhabitants(event: &EventTimeline, timeline: &Timeline, locale: &Locale) -> Option<Vec<String>> {
    let population = event.event.event.population.as_ref()?;
    let own = population.source.clone().filter(|_| common_population_source(timeline).is_none());
    Some(std::iter::once(sentences::population(population, locale)).chain(own).collect())
}

/// Who counted the inhabitants, where all events agree on it; said once then.
fn common_population_source<'a>(timeline: &Timeline<'a>) -> Option<&'a str> {
    let events = timeline.events.iter();
    let mut sources = events.filter_map(|it| Some(it.event.event.population.as_ref()?.source.as_deref()));
    let first = sources.next()??;
    sources.all(|other| other == Some(first)).then_some(first)
}

/// Which counts have no number in the unit, and why.
pub(super) fn left_out(timeline: &Timeline, drawing: Drawing) -> Option<Note> {
    let locale = drawing.locale;
    let mut groups: IndexMap<String, Vec<String>> = IndexMap::new();
    for (event, series, found) in unformed(timeline, drawing) {
        let mut name = name(event, series, drawing);
        if found.count < series.points.len() {
            let given = [("count", found.count.into()), ("name", name.into())];
            name = locale.say_with("timeline-unformed-some", &given);
        }
        groups.entry(found.last.words(locale)).or_default().push(name);
    }
    let said = groups.into_iter().map(|(reason, names)| words::group(&words::some(&names, locale), &[reason], locale));
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| Note::faint(locale.say_with("compare-left-out", &[("what", list(&said, "; ").into())])))
}

/// Whose counts they are; an event's own name where it has no others.
fn name(event: &EventTimeline, series: &Series, drawing: Drawing) -> String {
    let source = names::source_short(event.event.dataset, series.source, drawing.locale);
    if !drawing.several {
        return source;
    }
    let name = names::event_short(event.event.event, drawing.locale).to_owned();
    if event.series.len() == 1 {
        return name;
    }
    drawing.locale.say_with("timeline-event-by", &[("event", name.into()), ("source", source.into())])
}

/// Why there is nothing to draw, where that is so because no number can be formed.
pub(super) fn why_none_is_formed(timeline: &Timeline, drawing: Drawing) -> Option<String> {
    let locale = drawing.locale;
    let mut reasons: Vec<Unformed> = Vec::new();
    for (_, _, found) in unformed(timeline, drawing) {
        if !reasons.contains(&found.last) {
            reasons.push(found.last);
        }
    }
    let said: Vec<String> = reasons.iter().map(|reason| reason.words(locale)).collect();
    let why = sentences::upper_first(&list(&said, "; "));
    (!said.is_empty()).then(|| locale.say_with("timeline-empty-unformed", &[("why", why.into())]))
}

/// How many counts of a series have no number in the unit, and why the last of them has none.
struct Missing {
    count: usize,
    last: Unformed,
}

fn unformed<'t, 'a>(
    timeline: &'t Timeline<'a>,
    drawing: Drawing<'t>,
) -> impl Iterator<Item = (&'t EventTimeline<'a>, &'t Series<'a>, Missing)> {
    let events = timeline.events.iter().filter(move |_| divides(drawing));
    let all = events.flat_map(|event| event.series.iter().map(move |series| (event, series)));
    all.filter_map(move |(event, series)| {
        let missing = series.points.iter().filter_map(|point| drawing.value(event, point).err());
        let (count, last) = missing.fold((0, None), |(count, _), reason| (count + 1, Some(reason)));
        Some((event, series, Missing { count, last: last? }))
    })
}

/// Whether counts are divided by anything.
fn divides(drawing: Drawing) -> bool {
    drawing.question.flow == Flow::SoFar && drawing.unit() != Unit::Total
}
