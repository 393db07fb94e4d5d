//! Everything that is known about one count, in words: the figure as written, its source, dates, coverage and arithmetic.

use super::part_lines::{PartLine, older_shares, part_lines};
use super::standing::measure_totals;
use super::{CountKey, Library, OpenEvent, Question, SourceTotal, Standing, Tab, find_total, standing};
use crate::model::ledger::readings;
use crate::model::{Basis, Count, Event, Id, Relation, Stated, When, is_built_in};
use crate::text::{DateStyle, Locale, date, label, list, names, of_period, over_periods, sentences, whole, words};
use indexmap::IndexSet;

/// What the details say.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Details {
    /// The event.
    pub title: String,
    /// Source, outlet and date.
    pub source: String,
    /// The number in words.
    pub headline: String,
    /// The source's own words for it.
    pub as_written: Option<String>,
    /// Its categories.
    pub parts: Vec<PartLine>,
    /// The sum of the parts, what it comes to, and whether that is the total.
    pub sum: Option<(String, String, bool)>,
    /// What is worth saying about the arithmetic.
    pub remarks: Vec<String>,
    /// Names and values of everything else.
    pub facts: Vec<(String, String)>,
    /// Where it was read: citations and addresses.
    pub read_in: Vec<String>,
    /// One sentence to quote.
    pub sentence: String,
}

/// The details of a count; of the figure that stands for the question's event where none is chosen.
#[must_use]
pub fn details(library: Library, question: &Question, key: Option<&CountKey>, locale: &Locale) -> Option<Details> {
    let event = library.event(key.map_or(question.event.as_ref(), |key| Some(&key.event))?)?;
    let standing = standing(library, question, event);
    let asked = (event, question, &standing);
    if let Some(key) = key {
        // What a chart shows may be a sum of periods or of some parts, which no report states as a total; the table lists single reports.
        let sum = (question.tab != Tab::Table).then(|| sum_of_periods(question, &standing, key)).flatten();
        let total = sum.or_else(|| find_total(event.event, key.report, &key.measure))?;
        return describe(asked, &total, key, locale);
    }
    let total = standing.total()?;
    let measure = question.measure.clone();
    let key = CountKey { event: event.key(), report: total.index, measure, categories: Vec::new() };
    describe(asked, total, &key, locale)
}

fn sum_of_periods<'a>(question: &Question, standing: &Standing<'a>, key: &CountKey) -> Option<SourceTotal<'a>> {
    let is_derived = |total: &SourceTotal| total.periods > 0 || question.people.is_some();
    let sum = standing.totals.iter().find(|total| total.index == key.report && is_derived(total))?;
    find(&sum.count, key).is_some().then(|| sum.clone())
}

/// An event, what is asked of it, and what stands for it.
type Asked<'a, 'q> = (OpenEvent<'a>, &'q Question, &'q Standing<'a>);

fn describe(
    (event, question, standing): Asked,
    total: &SourceTotal,
    key: &CountKey,
    locale: &Locale,
) -> Option<Details> {
    let (dataset, report) = (event.dataset, total.report);
    let (count, parent) = find(&total.count, key)?;
    let title = names::event(event.event, locale).to_owned();
    let subject = sentences::Subject { dataset, event: &title, report, periods: total.periods, summed: total.summed };
    let category = key.categories.last();
    let sentence = match (category, parent) {
        (Some((relation, id)), Some(parent)) => {
            sentences::part(&subject, (&key.measure, parent.stated), (*relation, id, count), locale)
        }
        _ => sentences::total(&subject, &key.measure, count, locale),
    };
    let who = category.map_or_else(
        || sentences::lower_first(&names::measure(dataset, &key.measure, locale)),
        |(_, id)| names::category_inside(dataset, id, locale),
    );
    let number = words(count.stated, locale);
    // "16,000 count" would say nothing.
    let is_label = count.stated == Stated::Unknown || category.is_none() && !is_built_in(key.measure.as_str());
    let message = if is_label { "details-headline-unknown" } else { "details-headline" };
    let headline = locale.say_with(message, &[("count", number.into()), ("who", who.into())]);
    let headline = sentences::upper_first(&headline);
    let when = count.as_of.or(report.when());
    let source = names::source_via(dataset, report, locale);
    let source = when.map_or_else(|| source.clone(), |when| source_and_date(&source, total, when, locale));
    let mut details = Details { title, source, headline, sentence, ..Details::default() };
    details.as_written.clone_from(&count.as_written);
    details.read_in.clone_from(&report.read_in);
    details.parts = part_lines((event, total, question), key, count, locale);
    if let Some((sum, stated)) = count.parts_sum().zip(count.stated_sum()) {
        let (verdict, closes) = verdict(count, sum, locale);
        details.sum = Some((label(stated, locale), verdict, closes));
    }
    details.remarks = remarks(event, total, count, key, locale);
    details.remarks.extend(older_shares((event, total, question), key, count, locale));
    details.facts = facts((event, question, standing), total, (key, count), locale);
    Some(details)
}

/// Whose count it is, and for which date or period it holds.
fn source_and_date(source: &str, total: &SourceTotal, when: When, locale: &Locale) -> String {
    let (key, when) = match (total.periods, total.report.basis) {
        (0, Basis::Cumulative) => ("details-source", when),
        (0, Basis::Incremental) => (of_period(Some(when), "details-source-day", "details-source-period"), when),
        _ => ("details-source-sum", when.end()),
    };
    let over = over_periods(total.summed, Some(when), locale);
    let when = date(when, DateStyle::Long, locale);
    let arguments = [("source", source.into()), ("date", when.into()), ("over", over.into())];
    locale.say_with(key, &arguments)
}

/// The count that `key` leads to inside a total, and the count that holds it.
fn find<'c>(total: &'c Count, key: &CountKey) -> Option<(&'c Count, Option<&'c Count>)> {
    let mut found = (total, None);
    for (relation, id) in &key.categories {
        let children = match relation {
            Relation::Part => &found.0.parts,
            Relation::OfWhich => &found.0.of_which,
            Relation::Unclear => &found.0.unclear,
        };
        found = (children.get(id)?, Some(found.0));
    }
    Some(found)
}

fn verdict(count: &Count, sum: u64, locale: &Locale) -> (String, bool) {
    match (count.stated.number(), count.residual()) {
        (None, _) => (locale.say("details-no-total"), false),
        (_, Some(0)) => (locale.say("details-closes"), true),
        (_, Some(residual)) => (locale.say_with("details-left", &[("count", whole(residual).into())]), false),
        (Some(total), None) => {
            (locale.say_with("details-beyond", &[("count", whole(sum.saturating_sub(total)).into())]), false)
        }
    }
}

/// For categories that the source counts as added here and as inside elsewhere, or the other way round: what the other
/// reading would give.
fn remarks(event: OpenEvent, total: &SourceTotal, count: &Count, key: &CountKey, locale: &Locale) -> Vec<String> {
    let mut remarks = Vec::new();
    for reading in readings(count) {
        let Some((category, other)) = &reading.changed else { continue };
        let unclear = count.unclear.contains_key(category);
        if !unclear && !counted_otherwise(event.event, total, &key.measure, category, *other) {
            continue;
        }
        let who = names::category(event.dataset, category, locale);
        let name = match (unclear, other) {
            (true, _) => "details-reading-unclear",
            (_, Relation::Part) => "details-reading-inside",
            _ => "details-reading-added",
        };
        let closes = locale.say(if reading.closes { "details-would-close" } else { "details-would-not-close" });
        remarks.push(
            locale
                .say_with(name, &[("who", who.into()), ("sum", whole(reading.sum).into()), ("closes", closes.into())]),
        );
    }
    remarks
}

fn counted_otherwise(event: &Event, total: &SourceTotal, measure: &Id, category: &Id, other: Relation) -> bool {
    event.reports.iter().filter(|report| report.source.as_ref() == total.source).any(|report| {
        report.counts.get(measure).is_some_and(|count| match other {
            Relation::Part => count.parts.contains_key(category),
            _ => count.parts.values().chain([count]).any(|holder| holder.of_which.contains_key(category)),
        })
    })
}

/// What else the source counts: beside one report's number that report's, beside a sum of periods the sums of its periods.
fn other_measures<'a>(
    event: OpenEvent<'a>,
    question: &Question,
    total: &SourceTotal<'a>,
    measure: &Id,
) -> Vec<(&'a Id, Stated)> {
    if total.periods == 0 {
        let others = total.report.counts.iter().filter(|(other, _)| *other != measure);
        return others.map(|(other, count)| (other, count.stated)).collect();
    }
    let of_source = event.event.reports.iter().filter(|report| report.source.as_ref() == total.source);
    let counted: IndexSet<&Id> = of_source.flat_map(|report| report.counts.keys()).collect();
    let others = counted.into_iter().filter(|other| *other != measure);
    others
        .filter_map(|other| {
            let totals = measure_totals(question, event.event, other);
            Some((other, totals.iter().find(|found| found.source == total.source)?.stated()))
        })
        .collect()
}

fn facts(
    (event, question, standing): Asked,
    total: &SourceTotal,
    (key, count): (&CountKey, &Count),
    locale: &Locale,
) -> Vec<(String, String)> {
    let (dataset, report) = (event.dataset, total.report);
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String| facts.push((locale.say(key), value));
    let coverage = count.coverage.as_deref().or(total.count.coverage.as_deref());
    add("fact-covers", sentences::coverage(dataset, coverage, locale));
    let verified = sentences::verification(report.verification.as_deref(), locale);
    add("fact-verified", verified.unwrap_or_else(|| locale.say("verified-not-stated")));
    if let Some(method) = report.method {
        add("fact-method", sentences::method(method, locale));
    }
    if let Some(pending) = &count.pending {
        let text = words(pending.stated, locale);
        add("fact-pending", locale.say_with("fact-pending-value", &[("count", text.into())]));
    }
    if let Some(by) = &count.filled_by {
        add("fact-filled-by", by.clone());
    }
    if let Some(published) = report.published {
        add("fact-published", date(published, DateStyle::Long, locale));
    }
    if let Some(day) = report.when().and_then(|when| event.event.day_number(when)) {
        let text = match report.day_stated {
            Some(stated) if i64::from(stated) != i64::from(day) => {
                locale.say_with("fact-day-stated", &[("day", day.into()), ("stated", stated.into())])
            }
            _ => u64::try_from(day).map_or_else(|_| day.to_string(), whole),
        };
        add("fact-day", text);
    }
    for (measure, other) in other_measures(event, question, total, &key.measure) {
        facts.push((names::measure(dataset, measure, locale), words(other, locale)));
    }
    let others: Vec<String> = standing
        .totals
        .iter()
        .filter(|other| other.source != total.source && other.stated() != Stated::Unknown)
        .map(|other| list(&[names::source_short(dataset, other.source, locale), label(other.stated(), locale)], " "))
        .collect();
    if !others.is_empty() && key.categories.is_empty() {
        facts.push((locale.say("fact-others"), list(&others, " · ")));
    }
    if let Some(note) = &report.note {
        facts.push((locale.say("fact-note"), note.get(locale.language).to_owned()));
    }
    if let Some(note) = &event.event.note {
        facts.push((locale.say("fact-event-note"), note.get(locale.language).to_owned()));
    }
    if let Some(file) = event.file_name(locale) {
        facts.push((locale.say("fact-file"), file));
    }
    facts
}
