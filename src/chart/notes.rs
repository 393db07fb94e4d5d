//! The lines under a chart of several events: what the multiple rests on, who is counted, what was unfinished, whose
//! figures they are.

use super::figure::Note;
use super::{units, words};
use crate::analysis::{
    Comparison, ComparisonRow, Dropped, MainPair, Multiple, Progress, Question, Reason, SourceTotal, Sources, Unit,
    break_down, left_out_words, order_words, ranking, spreads,
};
use crate::model::{Method, Quantity, Sign, Stated};
use crate::text::{Locale, label, list, names, percent, quantity, sentences};
use indexmap::IndexMap;

/// All notes of a comparison.
pub(super) fn of_comparison(comparison: &Comparison, question: &Question, locale: &Locale) -> Vec<Note> {
    let main = if question.unit == Unit::Share {
        share_note(comparison, question, locale)
    } else {
        main_note(comparison, question, locale)
    };
    let mut notes: Vec<Note> = main.into_iter().collect();
    notes.extend(sources(comparison, question, locale));
    notes.extend(order(comparison, question, locale));
    notes.extend(of_events(comparison, locale));
    notes
}

/// What lanes and ranges are over, and who is in no range.
fn sources(comparison: &Comparison, question: &Question, locale: &Locale) -> Vec<Note> {
    let shown =
        |wanted: Sources| comparison.rows.iter().filter(move |it| question.sources_of(&it.event.key()) == wanted);
    let mut notes = Vec::new();
    if shown(Sources::All).any(|row| row.standing.totals.len() > 1) {
        notes.push(Note::faint(locale.say("sources-note-all")));
    }
    if shown(Sources::Range).next().is_none() {
        return notes;
    }
    if question.unit == Unit::Share {
        notes.push(Note::faint(locale.say("sources-note-share")));
        return notes;
    }
    let mut text = locale.say("sources-note-range");
    if comparison.rows.iter().any(|row| matches!(row.multiple, Multiple::Times { .. })) {
        text = list(&[text, locale.say("sources-note-multiples")], " ");
    }
    let left = shown(Sources::Range).filter_map(|row| {
        let out = spreads(row.event.event, &row.standing).left_out;
        let of = |(index, _): &(usize, _)| row.standing.totals.get(*index);
        let name = |total: &SourceTotal| names::source_short(row.event.dataset, total.source, locale);
        let out: Vec<String> = out.iter().filter_map(of).map(name).collect();
        (!out.is_empty()).then(|| words::group(names::event_short(row.event.event, locale), &out, locale))
    });
    let left: Vec<String> = left.collect();
    if !left.is_empty() {
        let left = locale.say_with("sources-note-left-out", &[("events", words::some(&left, locale).into())]);
        text = list(&[text, left], " ");
    }
    notes.push(Note { strong: false, text, short: locale.say("sources-note-range") });
    notes
}

/// The largest share of the chosen event, or of the first one with shares, and of what it is a share.
fn share_note(comparison: &Comparison, question: &Question, locale: &Locale) -> Option<Note> {
    let chosen = comparison.rows.iter().filter(|row| question.event.as_ref() == Some(&row.event.key()));
    chosen.chain(&comparison.rows).find_map(|row| {
        let total = row.standing.total()?;
        let broken = break_down(row.event, total.clone(), None, &question.measure, question.as_known_on);
        if broken.beyond || matches!(total.stated(), Stated::UpTo(_) | Stated::Range { .. } | Stated::Unknown) {
            return None;
        }
        let shares = broken.segments.iter().filter_map(|segment| Some((segment, segment.share?)));
        let (segment, share) = shares.max_by(|a, b| a.1.stated.total_cmp(&b.1.stated))?;
        let source = names::source_short(row.event.dataset, total.source, locale);
        let side = locale.say_with(
            "compare-side",
            &[
                ("count", label(total.stated(), locale).into()),
                ("source", source.into()),
                ("who", who(row, total, locale).into()),
                ("date", words::short_date(total.when(), locale).into()),
            ],
        );
        let part = names::category_inside(row.event.dataset, &segment.category, locale);
        Some(Note::strong(locale.say_with(
            "compare-main-share",
            &[
                ("event", names::event_short(row.event.event, locale).into()),
                ("who", part.into()),
                ("share", percent(share).into()),
                ("total", side.into()),
            ],
        )))
    })
}

/// Whether the order of the chosen event with the others holds under every source.
fn order(comparison: &Comparison, question: &Question, locale: &Locale) -> Option<Note> {
    let words = order_words(&ranking(comparison, question), locale)?;
    Some(Note { strong: false, text: words.text, short: words.short })
}

/// What must be said of any chart of several events.
pub(super) fn of_events(comparison: &Comparison, locale: &Locale) -> Vec<Note> {
    let mut notes: Vec<Note> = without("compare-without", &comparison.without, locale).into_iter().collect();
    let rows = comparison.rows.iter().chain(comparison.baseline.iter().filter(|it| !is_ticked(comparison, it)));
    let covers = rows.filter_map(|row| {
        let total = row.standing.total()?;
        let who = sentences::coverage(row.event.dataset, total.count.coverage.as_deref(), locale);
        Some((who, names::event_short(row.event.event, locale).to_owned()))
    });
    notes.extend(who_differs(covers, locale));
    notes.extend(method_differs(comparison, locale));
    notes.extend(unfinished(comparison, locale).map(Note::faint));
    notes.extend(rules(comparison, locale).map(Note::faint));
    notes
}

/// Which events are not drawn; said with `nobody_counted` where that is all there is to say of them, else with reasons.
pub(super) fn without(nobody_counted: &str, left_out: &[Dropped], locale: &Locale) -> Option<Note> {
    if left_out.is_empty() {
        return None;
    }
    let text = if left_out.iter().any(|it| it.reason != Reason::NoCount) {
        locale.say_with("compare-left-out", &[("what", left_out_words(left_out, locale).into())])
    } else {
        let events: Vec<&str> = left_out.iter().map(|it| names::event_short(it.event.event, locale)).collect();
        locale.say_with(nobody_counted, &[("events", words::some(&events, locale).into())])
    };
    let short = locale.say_with("left-out-short", &[("count", left_out.len().into())]);
    Some(Note { strong: false, text, short })
}

fn is_ticked(comparison: &Comparison, baseline: &ComparisonRow) -> bool {
    comparison.rows.iter().any(|row| row.event.key() == baseline.event.key())
}

/// The multiple of the first row that has one, with both numbers, both dates and both coverages, and like with like.
fn main_note(comparison: &Comparison, question: &Question, locale: &Locale) -> Option<Note> {
    let MainPair { row, this, baseline_row, baseline, ratio, like } = comparison.main_pair(question)?;
    let side = |row: &ComparisonRow, total: &SourceTotal| {
        let count = match (question.unit, row.value(total, comparison.yardstick)) {
            (Unit::PerDay | Unit::PerMillion, Ok(rate)) => {
                units::with_divisor(quantity(rate), question.unit, (row.event.event, row.days), locale)
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
        if question.unit == Unit::Multiple { "compare-main-multiple" } else { "compare-main" },
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
        let key = match question.unit {
            Unit::PerDay => "compare-like-per-day",
            Unit::PerMillion => "compare-like-per-million",
            Unit::Total | Unit::Multiple | Unit::Share => "compare-like",
        };
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

/// Which bars are people found and listed and which are estimates, where both are compared.
fn method_differs(comparison: &Comparison, locale: &Locale) -> Option<Note> {
    let mut groups: IndexMap<String, Vec<&str>> = IndexMap::new();
    let mut methods: Vec<Option<Method>> = Vec::new();
    for row in &comparison.rows {
        let Some(total) = row.standing.total() else { continue };
        let method = total.report.method;
        if !methods.contains(&method) {
            methods.push(method);
        }
        let words = method.map_or_else(|| locale.say("covers-not-stated"), |method| sentences::method(method, locale));
        groups.entry(words).or_default().push(names::event_short(row.event.event, locale));
    }
    if methods.len() < 2 {
        return None;
    }
    let groups: Vec<String> = groups.into_iter().map(|(how, names)| words::group(&how, &names, locale)).collect();
    let text = locale.say_with("compare-method-differs", &[("groups", list(&groups, "; ").into())]);
    Some(Note { strong: false, text, short: locale.say("compare-method-differs-short") })
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
    // Of one source there is nothing to choose.
    for row in comparison.rows.iter().filter(|row| row.standing.totals.len() > 1) {
        let rule = row.standing.chosen.map_or("none", |(_, rule)| rule.name());
        by_rule.entry(rule).or_default().push(names::event_short(row.event.event, locale));
    }
    let only = by_rule.len() == 1;
    let rules: Vec<String> = by_rule
        .into_iter()
        .map(|(rule, events)| {
            let said = locale.say(&format!("rule-{rule}"));
            if only { said } else { words::group(&said, &events, locale) }
        })
        .collect();
    (!rules.is_empty()).then(|| locale.say_with("compare-rules", &[("rules", list(&rules, "; ").into())]))
}
