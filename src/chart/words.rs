//! The texts of charts that both of them use: names, dates, what a mark says when it is pointed at.

use super::figure::{Row, Target};
use crate::analysis::{Dropped, FileId, OpenEvent, Question, Segment, SourceTotal, Stale, left_out_words};
use crate::model::{Dataset, Event, EventEnd, Id, PartialDate, Relation, Stated, When};
use crate::text::{DateStyle, Locale, date, label, list, names, percent, sentences, span_of_periods};
use indexmap::IndexSet;

/// A short date, or that there is none.
pub(super) fn short_date(when: Option<When>, locale: &Locale) -> String {
    when.map_or_else(|| locale.say("date-missing"), |when| date(when, DateStyle::Short, locale))
}

/// A row for a total, with nothing on it yet.
pub(super) fn row(target: Target, dataset: &Dataset, total: &SourceTotal, locale: &Locale) -> Row {
    Row::new(target, names::source_via(dataset, total.report, locale), date_of_total(total, locale))
}

/// What is known when, and according to whom where all rows have one source.
pub(super) fn known_by(known: String, source: Option<String>, locale: &Locale) -> String {
    let Some(source) = source else { return known };
    locale.say_with("chart-known-by", &[("known", known.into()), ("source", source.into())])
}

/// Source, outlet and date of a total: `HRANA via AP · 14 Jan 2026`.
pub(super) fn source_and_date(dataset: &Dataset, total: &SourceTotal, locale: &Locale) -> String {
    let source = names::source_via(dataset, total.report, locale);
    list(&[source, date_of_total(total, locale)], " · ")
}

/// When a total holds: its day, or from when to when periods were added up.
pub(super) fn date_of_total(total: &SourceTotal, locale: &Locale) -> String {
    let when = total.count.as_of.or(total.report.when());
    if total.periods == 0 {
        return short_date(when, locale);
    }
    match when {
        Some(when) => span_of_periods(total.summed, Some(when), locale),
        None => short_date(None, locale),
    }
}

/// What a mark says when it is pointed at: the count, whose it is, whom it includes.
pub(super) fn hover(
    event: &OpenEvent,
    total: &SourceTotal,
    category: Option<(Relation, &Id, Stated)>,
    locale: &Locale,
) -> String {
    let dataset = event.dataset;
    let number = label(total.stated(), locale);
    let first = match category {
        None => number,
        Some((relation, id, stated)) => {
            let category = names::category(dataset, id, locale);
            let relation = locale.say_with(&format!("hover-{}", relation.name()), &[("total", number.into())]);
            let number = label(stated, locale);
            let count = locale.say_with("hover-category", &[("category", category.into()), ("count", number.into())]);
            format!("{count}\n{relation}")
        }
    };
    let covers = sentences::coverage(dataset, total.count.coverage.as_deref(), locale);
    let covers = locale.say_with("hover-covers", &[("who", covers.into())]);
    let mut text = format!("{first}\n{}\n{covers}", source_and_date(dataset, total, locale));
    if let (Some(written), None) = (&total.count.as_written, category) {
        text.push('\n');
        text.push_str(&locale.say_with("hover-as-written", &[("text", written.clone().into())]));
    }
    if total.repeats > 0 {
        text.push('\n');
        text.push_str(&locale.say_with("hover-repeats", &[("count", total.repeats.into())]));
    }
    if let Some(file) = event.file_name(locale) {
        text.push('\n');
        text.push_str(&locale.say_with("hover-file", &[("file", file.into())]));
    }
    text
}

/// What a part says when it is pointed at.
pub(super) fn hover_part(event: &OpenEvent, total: &SourceTotal, part: &Segment, locale: &Locale) -> String {
    let mut text = hover(event, total, Some((Relation::Part, &part.category, part.stated)), locale);
    add_age(&mut text, part.stale.as_ref(), locale);
    text
}

/// Adds the date of what is older than its total, and of what it is a share.
pub(super) fn add_age(text: &mut String, stale: Option<&Stale>, locale: &Locale) {
    let Some(stale) = stale else { return };
    let when = short_date(Some(stale.since), locale);
    let age = match (stale.holder, stale.share) {
        (Some(holder), Some(share)) => {
            let (total, share) = (label(holder, locale), percent(share));
            locale.say_with("hover-then", &[("total", total.into()), ("share", share.into()), ("date", when.into())])
        }
        _ => locale.say_with("hover-then-unknown", &[("date", when.into())]),
    };
    text.push('\n');
    text.push_str(&age);
}

/// A number with its date, and its share of the total of that date: `20,179 children of 67,173 on 7 Oct 2025, 30.0 %`.
pub(super) fn with_date(part: &str, stale: &Stale, locale: &Locale) -> String {
    let when = short_date(Some(stale.since), locale);
    let (Some(holder), Some(share)) = (stale.holder, stale.share) else { return group(part, &[when], locale) };
    let (total, share) = (label(holder, locale), percent(share));
    let arguments = [("part", part.into()), ("total", total.into()), ("date", when.into()), ("share", share.into())];
    locale.say_with("chart-then", &arguments)
}

/// How a count was verified and made, to be added to what its mark says.
pub(super) fn how(total: &SourceTotal, locale: &Locale) -> String {
    let verified = sentences::verification(total.report.verification.as_deref(), locale);
    let verified = verified.unwrap_or_else(|| locale.say("verified-not-stated"));
    let verified = Some(locale.say_with("hover-verified", &[("how", verified.into())]));
    let method = total.report.method.map(|method| sentences::method(method, locale));
    let method = method.map(|how| locale.say_with("hover-method", &[("how", how.into())]));
    let mut said = String::new();
    for line in verified.into_iter().chain(method) {
        said.push('\n');
        said.push_str(&line);
    }
    said
}

/// What stands below an event's name in a row, with the event's file where another file has an event of the same name.
pub(super) fn below_event(sublabel: String, event: &OpenEvent, locale: &Locale) -> String {
    match event.needed_file_name(locale) {
        Some(file) => list(&[file, sublabel], " · "),
        None => sublabel,
    }
}

/// The title of what some events come from: that of their file, or those of their files.
pub(super) fn files<'a>(mut events: impl Iterator<Item = &'a OpenEvent<'a>>, locale: &Locale) -> String {
    let Some(first) = events.next() else { return String::new() };
    let files: IndexSet<FileId> = std::iter::once(first.file).chain(events.map(|event| event.file)).collect();
    first.library.title_of(&files.into_iter().collect::<Vec<_>>(), locale)
}

/// What several things have in common, and which things: `protesters (HRANA, IHRNGO)`.
pub(super) fn group(what: &str, names: &[impl AsRef<str>], locale: &Locale) -> String {
    locale.say_with("group", &[("what", what.into()), ("names", some(names, locale).into())])
}

/// More names than this are counted, not listed.
const MOST_NAMES: usize = 10;

/// Names in one line, the first ten of them.
pub(super) fn some(names: &[impl AsRef<str>], locale: &Locale) -> String {
    locale.some(names, MOST_NAMES)
}

/// When an event took place, to the day where it was short: `15–19 Nov 2019`, `Sep 2022 – Jan 2023`,
/// `28 Dec 2025, unfinished`.
#[must_use]
pub fn event_dates(event: &Event, locale: &Locale) -> String {
    let start = event.start.map(|start| date(start, DateStyle::Short, locale));
    match (start, event.end, event.span()) {
        (_, _, Some((from, to))) => {
            let days = (to.last_day() - from.first_day()).get_days();
            let [from, to] = if days > LONG { [from, to].map(PartialDate::month) } else { [from, to] };
            crate::text::span(from, to, DateStyle::Short, locale)
        }
        (Some(start), EventEnd::Ongoing, _) => locale.say_with("event-unfinished", &[("start", start.into())]),
        (Some(start), ..) => locale.say_with("event-no-end", &[("start", start.into())]),
        (None, ..) => locale.say("date-missing"),
    }
}

/// What limits a comparison to like figures: `Protesters only, up to day 17 of each event.`
#[must_use]
pub fn restriction(question: &Question, dataset: &Dataset, locale: &Locale) -> Option<String> {
    let people = question.people.as_deref().map(|ids| sentences::categories(dataset, ids, locale));
    let people = people.map(|who| locale.say_with("restricted-people", &[("who", who.into())]));
    let day = question.on_day.map(|day| locale.say_with("restricted-day", &[("day", day.into())]));
    let said: Vec<String> = people.into_iter().chain(day).collect();
    let what = sentences::upper_first(&list(&said, ", "));
    (!said.is_empty()).then(|| locale.say_with("restricted", &[("what", what.into())]))
}

/// Why a chart that is limited to like figures is empty; `None` where it is not limited, or nothing was left out.
pub(super) fn why_nothing_is_left(question: &Question, left_out: &[Dropped], locale: &Locale) -> Option<String> {
    let only = restriction(question, left_out.first()?.event.dataset, locale)?;
    let what = left_out_words(left_out, locale);
    Some(locale.say_with("empty-restricted", &[("only", only.into()), ("what", what.into())]))
}

/// An event of more days than this is dated by its months.
const LONG: i32 = 31;

/// A date up to which reports are known, for subtitles.
#[must_use]
pub fn as_known_on(date_known: Option<jiff::civil::Date>, locale: &Locale) -> String {
    crate::text::as_known_on(date_known, locale)
}
