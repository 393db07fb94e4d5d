//! What a new version of the data changed, as marks beside the lines of a timeline of the toll so far.

use super::figure::{Legend, Note, Swatch, Target};
use super::time_plot::RevisionMark;
use super::timeline::Drawing;
use crate::analysis::{Change, CountKey, Days, EventTimeline, Flow, Revision, Scale, Timeline};
use crate::model::{Stated, When};
use crate::text::{DateStyle, Locale, date, label, list, whole};

/// All marks. Single periods have none: a change of one count changes what is added after it, and would be drawn twice.
pub(super) fn marks(timeline: &Timeline, drawing: Drawing) -> Vec<RevisionMark> {
    if !has_place(drawing) {
        return Vec::new();
    }
    let of = |event| move |revision: &Revision| mark(event, revision, drawing);
    timeline.events.iter().flat_map(|event| event.revised.iter().filter_map(of(event))).collect()
}

/// Where certain people only are shown, lines are of parts, and revisions of totals.
fn has_place(drawing: Drawing) -> bool {
    drawing.question.flow == Flow::SoFar && drawing.question.people.is_none()
}

fn mark(event: &EventTimeline, revision: &Revision, drawing: Drawing) -> Option<RevisionMark> {
    let locale = drawing.locale;
    let place = |(when, stated): (When, Stated)| {
        let days = (drawing.place(event, when.first_day())?, drawing.place(event, when.last_day())?);
        let at = drawing.value_over(event, stated, Days::until(event.event.event, Some(when))).ok()?.stated;
        let is_seen = drawing.question.scale == Scale::Linear || at > 0.0;
        is_seen.then_some((f64::midpoint(days.0, days.1), at))
    };
    let (old, new) = (revision.old.and_then(place), revision.new.and_then(place));
    if old.is_none() && new.is_none() {
        return None;
    }
    let since = revision.since.as_str();
    let said = |key: &str, (when, stated): (When, Stated)| {
        let when = date(when, DateStyle::Short, locale);
        let arguments = [("name", since.into()), ("count", label(stated, locale).into()), ("date", when.into())];
        locale.say_with(key, &arguments)
    };
    let first = match (revision.change, revision.old) {
        (Change::Removed, Some(old)) => said("revision-removed", old),
        (Change::Changed, Some(old)) => said("revision-changed", old),
        _ => locale.say_with("revision-added", &[("name", since.into())]),
    };
    let now = revision.new.map(|(when, stated)| {
        list(&[label(stated, locale), revision.source.clone(), date(when, DateStyle::Short, locale)], " · ")
    });
    let hover = std::iter::once(first).chain(Some(now.unwrap_or_else(|| revision.source.clone())));
    let hover = hover.collect::<Vec<_>>().join("\n");
    let target = revision.report.map_or_else(
        || Target::Event(revision.event.clone()),
        |report| {
            let (event, measure) = (revision.event.clone(), drawing.question.measure.clone());
            Target::Count(CountKey { event, report, measure, categories: Vec::new() })
        },
    );
    Some(RevisionMark { change: revision.change, old, new, target, hover })
}

/// What the marks mean.
pub(super) fn legend(timeline: &Timeline, marks: &[RevisionMark], locale: &Locale) -> Vec<Legend> {
    let Some(name) = since(timeline) else { return Vec::new() };
    let entry = |change: Change, key: &str| {
        let used = marks.iter().any(|mark| mark.change == change);
        let text = locale.say_with(key, &[("name", name.into())]);
        used.then_some(Legend { swatch: Swatch::Revision(change), text })
    };
    let all =
        [(Change::Added, "legend-added"), (Change::Changed, "legend-changed"), (Change::Removed, "legend-removed")];
    all.into_iter().filter_map(|(change, key)| entry(change, key)).collect()
}

/// How many points were added, changed and removed.
pub(super) fn note(timeline: &Timeline, drawing: Drawing) -> Option<Note> {
    let name = since(timeline).filter(|_| has_place(drawing))?;
    let count = |change: Change| {
        let of = |event: &EventTimeline| event.revised.iter().filter(|revision| revision.change == change).count();
        timeline.events.iter().map(of).sum::<usize>()
    };
    let [added, changed, removed] = [Change::Added, Change::Changed, Change::Removed].map(count);
    let text = |n: usize| whole(u64::try_from(n).unwrap_or(u64::MAX));
    let arguments = [
        ("name", name.into()),
        ("added", added.into()),
        ("added-text", text(added).into()),
        ("changed", text(changed).into()),
        ("removed", text(removed).into()),
    ];
    Some(Note::faint(drawing.locale.say_with("timeline-revisions", &arguments)))
}

/// The name of the old version; of the first file that is compared with one.
fn since<'a>(timeline: &'a Timeline) -> Option<&'a str> {
    timeline.events.iter().find_map(|event| Some(event.revised.first()?.since.as_str()))
}
