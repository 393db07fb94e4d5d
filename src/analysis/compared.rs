//! The sentence that says a comparison right: both numbers with their sources, dates and coverages, and like with like.

use super::{Comparison, ComparisonRow, Days, MainPair, Progress, Question, SourceTotal, Unit, Yardstick};
use crate::model::{Basis, Quantity, Sign, When};
use crate::text::{
    DateStyle, Locale, Separator, as_known_on, date, inhabitants, names, of_period, over_periods, quantity_words,
    sentences, words,
};

/// One sentence to quote for the comparison as a whole, or for its events one by one where nothing can be divided by a
/// baseline; `None` where no event has a figure.
#[must_use]
pub fn comparison_sentence(comparison: &Comparison, question: &Question, locale: &Locale) -> Option<String> {
    let first = comparison.rows.first()?;
    let mut people = names::people(first.event.dataset, &question.measure, locale);
    let rate = match question.unit {
        Unit::PerDay => Some("unit-per-day"),
        Unit::PerMillion => Some("unit-per-million"),
        Unit::Total | Unit::Multiple | Unit::Share => None,
    };
    if let Some(key) = rate {
        people = locale.say_with(key, &[("people", people.into())]);
    }
    let text = match comparison.main_pair(question) {
        Some(pair) => of_pair(&pair, &people, question, locale),
        None => of_events(comparison, &people, question, locale)?,
    };
    Some(sentences::upper_first(&text))
}

fn of_pair(pair: &MainPair, people: &str, question: &Question, locale: &Locale) -> String {
    let mut text = locale.say_with(
        "comparison-times",
        &[
            ("people", people.into()),
            ("event", names::event(pair.row.event.event, locale).into()),
            ("baseline", names::event(pair.baseline_row.event.event, locale).into()),
            ("ratio", times(pair.ratio, locale).into()),
            ("known", as_known_on(question.as_known_on, locale).into()),
            ("this", side(pair.row, pair.this, question, locale).into()),
            ("that", side(pair.baseline_row, pair.baseline, question, locale).into()),
        ],
    );
    if let Some(like) = pair.like {
        let key = match question.unit {
            Unit::Total | Unit::Multiple | Unit::Share => "comparison-like",
            Unit::PerDay => "comparison-like-per-day",
            Unit::PerMillion => "comparison-like-per-million",
        };
        let arguments = [
            ("sentence", text.into()),
            ("who", sentences::categories(pair.row.event.dataset, &like.who, locale).into()),
            ("this", words(like.this, locale).into()),
            ("that", words(like.baseline, locale).into()),
            ("ratio", times(like.ratio, locale).into()),
        ];
        text = locale.say_with(key, &arguments);
    }
    for row in [pair.row, pair.baseline_row] {
        if row.progress == Progress::Unfinished {
            let event = names::event(row.event.event, locale);
            let arguments = [("sentence", text.into()), ("event", event.into())];
            text = locale.say_with("comparison-unfinished", &arguments);
        }
    }
    text
}

/// More events than this are counted, not listed.
const MOST_EVENTS: usize = 10;

fn of_events(comparison: &Comparison, people: &str, question: &Question, locale: &Locale) -> Option<String> {
    let listed = |row: &ComparisonRow| {
        let side = side(row, row.standing.total()?, question, locale);
        let event = names::event(row.event.event, locale);
        Some(locale.say_with("comparison-listed", &[("event", event.into()), ("side", side.into())]))
    };
    let mut events: Vec<String> = comparison.rows.iter().filter_map(listed).collect();
    let more = events.len().saturating_sub(MOST_EVENTS);
    events.truncate(MOST_EVENTS);
    let mut all = locale.list(&events, Separator::Semicolon);
    if more > 0 {
        all = locale.say_with("and-more", &[("names", all.into()), ("count", more.into())]);
    }
    let known = as_known_on(question.as_known_on, locale);
    let arguments = [("people", people.into()), ("known", known.into()), ("events", all.into())];
    (!events.is_empty()).then(|| locale.say_with("comparison-list", &arguments))
}

/// A figure with its date, source and coverage.
fn side(row: &ComparisonRow, total: &SourceTotal, question: &Question, locale: &Locale) -> String {
    let dataset = row.event.dataset;
    let rate = row.value(total, Yardstick::new(question.unit, None)).ok();
    let rate = rate.map(|rate| ("rate", quantity_words(rate, locale).into()));
    let count = match (question.unit, rate, row.days, &row.event.event.population) {
        (Unit::PerDay, Some(rate), Days::Known(days), _) => {
            locale.say_with("compare-rate", &[rate, ("days", days.into())])
        }
        (Unit::PerMillion, Some(rate), _, Some(population)) => {
            let people = inhabitants(population.value, locale);
            locale.say_with("compare-rate-per-million", &[rate, ("people", people.into())])
        }
        _ => {
            let count = words(total.stated(), locale);
            let n = sentences::plural(total.stated()).into();
            locale.say_with("comparison-count", &[("count", count.into()), ("n", n)])
        }
    };
    let who = match total.count.coverage.as_deref() {
        None => locale.say("compare-who-not-stated"),
        coverage => sentences::coverage(dataset, coverage, locale),
    };
    let (key, when) = match (total.periods, total.report.basis) {
        (0, Basis::Cumulative) => ("comparison-side", total.when()),
        (0, Basis::Incremental) => {
            (of_period(total.when(), "comparison-side-day", "comparison-side-period"), total.when())
        }
        _ => ("comparison-side-sum", total.when().map(When::end)),
    };
    let over = over_periods(total.summed, when, locale);
    let when = when.map_or_else(|| locale.say("date-unstated"), |when| date(when, DateStyle::Long, locale));
    locale.say_with(
        key,
        &[
            ("count", count.into()),
            ("who", who.into()),
            ("date", when.into()),
            ("source", sentences::quoted_source(dataset, total.report, locale).into()),
            ("over", over.into()),
        ],
    )
}

fn times(ratio: Quantity, locale: &Locale) -> String {
    let number = quantity_words(ratio, locale).into();
    if ratio.sign() == Sign::Unbounded {
        let bounded = locale.say("not-bounded").into();
        return locale.say_with("comparison-ratio-unbounded", &[("ratio", number), ("bounded", bounded)]);
    }
    locale.say_with("comparison-ratio", &[("ratio", number)])
}
