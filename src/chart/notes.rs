//! The lines under a chart of several events: what the multiple rests on, who is counted, what was unfinished, whose
//! figures they are.

use super::figure::Note;
use super::words;
use crate::analysis::{Comparison, ComparisonRow, Days, MainPair, Progress, Question, SourceTotal, Unit};
use crate::model::{Quantity, Sign};
use crate::text::{Locale, label, list, names, quantity, sentences};
use indexmap::IndexMap;

/// All notes of a comparison.
pub(super) fn of_comparison(comparison: &Comparison, question: &Question, locale: &Locale) -> Vec<Note> {
    let mut notes: Vec<Note> = main_note(comparison, question, locale).into_iter().collect();
    notes.extend(of_events(comparison, locale));
    notes
}

/// What must be said of any chart of several events.
pub(super) fn of_events(comparison: &Comparison, locale: &Locale) -> Vec<Note> {
    let mut notes = Vec::new();
    let rows = comparison.rows.iter().chain(comparison.baseline.iter().filter(|it| !is_ticked(comparison, it)));
    let covers = rows.filter_map(|row| {
        let total = row.standing.total()?;
        let who = sentences::coverage(row.event.dataset, total.count.coverage.as_deref(), locale);
        Some((who, names::event_short(row.event.event, locale).to_owned()))
    });
    notes.extend(who_differs(covers, locale));
    notes.extend(unfinished(comparison, locale).map(Note::faint));
    notes.extend(rules(comparison, locale).map(Note::faint));
    if !comparison.without.is_empty() {
        let events: Vec<&str> = comparison.without.iter().map(|it| names::event_short(it.event, locale)).collect();
        notes.push(Note::faint(locale.say_with("compare-without", &[("events", words::some(&events, locale).into())])));
    }
    notes
}

fn is_ticked(comparison: &Comparison, baseline: &ComparisonRow) -> bool {
    comparison.rows.iter().any(|row| row.event.key() == baseline.event.key())
}

/// The multiple of the first row that has one, with both numbers, both dates and both coverages, and like with like.
fn main_note(comparison: &Comparison, question: &Question, locale: &Locale) -> Option<Note> {
    let MainPair { row, this, baseline_row, baseline, ratio, like } = comparison.main_pair(question)?;
    let side = |row: &ComparisonRow, total: &SourceTotal| {
        let count = match (question.unit, row.days) {
            (Unit::PerDay, Days::Known(days)) => {
                let rate = row.value(total, Unit::PerDay).map_or_else(String::new, quantity);
                locale.say_with("compare-rate", &[("rate", rate.into()), ("days", days.into())])
            }
            _ => label(total.stated(), locale),
        };
        locale.say_with(
            "compare-side",
            &[
                ("count", count.into()),
                ("source", names::source_short(row.event.dataset, total.source, locale).into()),
                ("who", who(row, total, locale).into()),
                ("date", words::short_date(total.when(), locale).into()),
            ],
        )
    };
    let unbounded = |ratio: Quantity| {
        if ratio.sign() == Sign::Unbounded { format!(" ({})", locale.say("not-bounded")) } else { String::new() }
    };
    let mut text = locale.say_with(
        "compare-main",
        &[
            ("event", names::event_short(row.event.event, locale).into()),
            ("baseline", names::event_short(baseline_row.event.event, locale).into()),
            ("ratio", quantity(ratio).into()),
            ("bounded", unbounded(ratio).into()),
            ("this", side(row, this).into()),
            ("that", side(baseline_row, baseline).into()),
        ],
    );
    if let Some(like) = like {
        let who = sentences::upper_first(&sentences::categories(row.event.dataset, &like.who, locale));
        text.push(' ');
        let key = if question.unit == Unit::Total { "compare-like" } else { "compare-like-per-day" };
        text.push_str(&locale.say_with(
            key,
            &[
                ("who", who.into()),
                ("this", label(like.this, locale).into()),
                ("that", label(like.baseline, locale).into()),
                ("ratio", quantity(like.ratio).into()),
                ("bounded", unbounded(like.ratio).into()),
            ],
        ));
    }
    Some(Note::strong(text))
}

fn who(row: &ComparisonRow, total: &SourceTotal, locale: &Locale) -> String {
    match total.count.coverage.as_deref() {
        None => locale.say("compare-who-not-stated"),
        coverage => sentences::coverage(row.event.dataset, coverage, locale),
    }
}

/// Whom each bar counts, where it is not the same for all; `covers` holds coverage and name of each.
pub(super) fn who_differs(covers: impl Iterator<Item = (String, String)>, locale: &Locale) -> Option<Note> {
    let mut groups: IndexMap<String, Vec<String>> = IndexMap::new();
    for (who, name) in covers {
        groups.entry(who).or_default().push(name);
    }
    if groups.len() < 2 {
        return None;
    }
    let groups: Vec<String> = groups.into_iter().map(|(who, names)| words::group(&who, &names, locale)).collect();
    let text = locale.say_with("compare-who-differs", &[("groups", list(&groups, "; ").into())]);
    Some(Note { strong: false, text, short: locale.say("compare-who-differs-short") })
}

/// Which events were not over when they were counted, where others were.
fn unfinished(comparison: &Comparison, locale: &Locale) -> Option<String> {
    let of = |progress: Progress| comparison.rows.iter().filter(move |row| row.progress == progress);
    let unfinished: Vec<&str> =
        of(Progress::Unfinished).map(|row| names::event_short(row.event.event, locale)).collect();
    if unfinished.is_empty() || unfinished.len() == comparison.rows.len() {
        return None;
    }
    let all_others_ended = of(Progress::Unknown).next().is_none();
    let key = if all_others_ended { "compare-unfinished" } else { "compare-unfinished-some" };
    Some(locale.say_with(key, &[("events", words::some(&unfinished, locale).into())]))
}

/// Which rule chose the sources.
fn rules(comparison: &Comparison, locale: &Locale) -> Option<String> {
    let mut by_rule: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for row in &comparison.rows {
        let rule = row.standing.chosen.map_or("rule-none", |(_, rule)| words::rule_key(rule));
        by_rule.entry(rule).or_default().push(names::event_short(row.event.event, locale));
    }
    let only = by_rule.len() == 1;
    let rules: Vec<String> = by_rule
        .into_iter()
        .map(|(key, events)| if only { locale.say(key) } else { words::group(&locale.say(key), &events, locale) })
        .collect();
    (!rules.is_empty()).then(|| locale.say_with("compare-rules", &[("rules", list(&rules, "; ").into())]))
}
