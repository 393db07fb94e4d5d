//! Sentences that can be quoted: what a count covers, how it is verified, and what the ledger found.

use super::{DateStyle, Locale, Separator, date, inhabitants, names, of_period, over_periods, words};
use crate::model::{
    Coverage, Dataset, Id, Independent, Method, Population, Relation, Report, Stated, Summed, Verification, When, Who,
    is_built_in,
};

/// What a count includes: `everyone`, `protesters, by state forces`.
#[must_use]
pub fn coverage(dataset: &Dataset, coverage: Option<&Coverage>, locale: &Locale) -> String {
    let Some(coverage) = coverage else { return locale.say("covers-not-stated") };
    let mut text = match &coverage.who {
        Some(Who::Everyone) => locale.say("covers-everyone"),
        Some(Who::Categories(ids)) => categories(dataset, ids, locale),
        None => locale.say("covers-who-not-stated"),
    };
    let by = coverage.by.as_ref().map(|by| ("covers-by", "by", by.get(locale.language).to_owned()));
    let place = coverage.place.as_ref().map(|place| ("covers-where", "where", place.get(locale.language).to_owned()));
    let period = coverage.period.map(|period| ("covers-period", "period", date(period, DateStyle::Long, locale)));
    for (key, name, value) in [by, place, period].into_iter().flatten() {
        text = locale.say_with(key, &[("covers", text.into()), (name, value.into())]);
    }
    match &coverage.text {
        Some(more) => locale.list(&[text.as_str(), more.get(locale.language)], Separator::Semicolon),
        None => text,
    }
}

/// Whom a count includes, without culprits, places and periods: `protesters`.
#[must_use]
pub fn coverage_people(dataset: &Dataset, coverage: Option<&Coverage>, locale: &Locale) -> String {
    match coverage.and_then(|coverage| coverage.who.as_ref()) {
        Some(Who::Categories(ids)) => categories(dataset, ids, locale),
        Some(Who::Everyone) => locale.say("covers-everyone"),
        None => locale.say("covers-who-not-stated"),
    }
}

/// Category labels in one enumeration, in lower case where the script has one: `protesters, bystanders`.
#[must_use]
pub fn categories(dataset: &Dataset, ids: &[Id], locale: &Locale) -> String {
    let labels: Vec<String> = ids.iter().map(|id| names::category_inside(dataset, id, locale)).collect();
    locale.list(&labels, Separator::Comma)
}

/// How many people live somewhere, and in which year: `92.4 million inhabitants in 2025`.
#[must_use]
pub fn population(population: &Population, locale: &Locale) -> String {
    let people = inhabitants(population.value, locale);
    match population.year {
        Some(year) => {
            let given = [("people", people.into()), ("year", year.to_string().into())];
            locale.say_with("unit-inhabitants-in", &given)
        }
        None => locale.say_with("unit-inhabitants", &[("people", people.into())]),
    }
}

/// How far a report is verified; `None` where nothing was said.
#[must_use]
pub fn verification(verification: Option<&Verification>, locale: &Locale) -> Option<String> {
    let verification = verification?;
    let key = verification.independent.map(|independent| match independent {
        Independent::NotPossible => "verified-not-possible",
        Independent::NotTried => "verified-not-tried",
        Independent::Confirmed => "verified-confirmed",
        Independent::Disputed => "verified-disputed",
    });
    let others = key.map(|key| match &verification.by {
        Some(by) => locale.say_with(&format!("{key}-by"), &[("by", by.clone().into())]),
        None => locale.say(key),
    });
    let own =
        verification.by_source.map(|yes| locale.say(if yes { "verified-by-source" } else { "verified-not-by-source" }));
    let said: Vec<String> = [others, own].into_iter().flatten().collect();
    (!said.is_empty()).then(|| locale.list(&said, Separator::Semicolon))
}

/// How a number came about.
#[must_use]
pub fn method(method: Method, locale: &Locale) -> String {
    locale.say(match method {
        Method::Enumeration => "method-enumeration",
        Method::Estimate => "method-estimate",
    })
}

/// What a sentence is about.
pub struct Subject<'a> {
    /// The dataset that names things.
    pub dataset: &'a Dataset,
    /// The event's title.
    pub event: &'a str,
    /// The report that holds the count.
    pub report: &'a Report,
    /// How many incremental reports were added up; 0 for a count as reported.
    pub periods: usize,
    /// What those have in common.
    pub summed: Summed,
}

/// One exact sentence for a total: number with qualifier, event, date, source, outlet and verification.
#[must_use]
pub fn total(subject: &Subject, measure: &Id, count: &crate::model::Count, locale: &Locale) -> String {
    let report = subject.report;
    let key = format!("counted-{measure}");
    let counted = if is_built_in(measure.as_str()) {
        let n = plural(count.stated).into();
        locale.say_with(&key, &[("count", how_many(count.stated, locale).into()), ("n", n)])
    } else {
        let label = names::measure(subject.dataset, measure, locale);
        let count_words = words(count.stated, locale);
        let n = plural(count.stated).into();
        locale.say_with("counted-other", &[("label", label.into()), ("count", count_words.into()), ("n", n)])
    };
    let when = count.as_of.or(report.when());
    let when = if subject.periods > 0 { when.map(When::end) } else { when };
    let key = match (subject.periods, report.basis) {
        (0, crate::model::Basis::Incremental) => of_period(when, "sentence-day", "sentence-period"),
        (0, _) => "sentence",
        _ => "sentence-sum",
    };
    let mut sentence = locale.say_with(
        key,
        &[
            ("counted", counted.into()),
            ("event", subject.event.into()),
            ("date", when_text(when, locale).into()),
            ("source", quoted_source(subject.dataset, report, locale).into()),
            ("verified", verified_tail(report, locale).into()),
            ("over", over_periods(subject.summed, when, locale).into()),
        ],
    );
    sentence = with_coverage(subject.dataset, count.coverage.as_deref(), sentence, locale);
    if let Some(pending) = &count.pending {
        let arguments = [
            ("sentence", sentence.into()),
            ("pending", words(pending.stated, locale).into()),
            ("n", plural(pending.stated).into()),
        ];
        sentence = locale.say_with("sentence-pending", &arguments);
    }
    upper_first(&sentence)
}

/// The sentence, and whom it covers unless that is plainly everyone or not stated at all.
fn with_coverage(dataset: &Dataset, stated: Option<&Coverage>, sentence: String, locale: &Locale) -> String {
    let Some(stated) = stated else { return sentence };
    let plain = stated.by.is_none() && stated.place.is_none() && stated.period.is_none() && stated.text.is_none();
    match &stated.who {
        Some(Who::Everyone) | None if plain => sentence,
        Some(Who::Categories(ids)) if plain => {
            let who = categories(dataset, ids, locale);
            locale.say_with("sentence-only", &[("sentence", sentence.into()), ("who", who.into())])
        }
        _ => {
            let covers = coverage(dataset, Some(stated), locale);
            locale.say_with("sentence-covers", &[("sentence", sentence.into()), ("covers", covers.into())])
        }
    }
}

/// Plural forms go by the number where it stands alone: "at least 1" is more than one, as far as is known. 0 stands for a
/// number that is not stated.
#[must_use]
pub fn plural(stated: Stated) -> u64 {
    match stated {
        Stated::Unknown => 0,
        Stated::Exact(1) => 1,
        _ => 2,
    }
}

/// A count in words before the people that it counts: `at least 2,571`, `an unstated number of`.
fn how_many(stated: Stated, locale: &Locale) -> String {
    if stated == Stated::Unknown { locale.say("counted-unknown") } else { words(stated, locale) }
}

/// One exact sentence for a category inside a total.
#[must_use]
pub fn part(
    subject: &Subject,
    (measure, total): (&Id, Stated),
    (relation, category, count): (Relation, &Id, &crate::model::Count),
    locale: &Locale,
) -> String {
    let key = match relation {
        Relation::Part => "sentence-category-part",
        Relation::OfWhich => "sentence-category-inside",
        Relation::Unclear => "sentence-category-unclear",
    };
    let relation = locale.say_with(key, &[("total", words(total, locale).into()), ("n", plural(total).into())]);
    let when = count.as_of.or(subject.report.when());
    let when = if subject.periods > 0 { when.map(When::end) } else { when };
    let one_period = subject.periods == 0 && subject.report.basis == crate::model::Basis::Incremental;
    locale.say_with(
        if one_period {
            of_period(when, "sentence-category-of-day", "sentence-category-of-period")
        } else {
            "sentence-category"
        },
        &[
            ("event", subject.event.into()),
            ("source", quoted_source(subject.dataset, subject.report, locale).into()),
            ("count", how_many(count.stated, locale).into()),
            ("n", plural(count.stated).into()),
            ("category", names::category_inside(subject.dataset, category, locale).into()),
            ("measure", lower_first(&names::measure(subject.dataset, measure, locale)).into()),
            ("relation", relation.into()),
            ("date", when_text(when, locale).into()),
            ("verified", verified_tail(subject.report, locale).into()),
        ],
    )
}

/// The source and its outlet as sentences name them, or that nobody is named.
#[must_use]
pub fn quoted_source(dataset: &Dataset, report: &Report, locale: &Locale) -> String {
    if report.source.is_none() && report.via.is_empty() {
        return locale.say("source-unnamed");
    }
    // A table in which nobody is named has itself as its source: that is no one who counted.
    let source = report.source.as_ref().and_then(|id| dataset.sources.get(id));
    if report.via.is_empty() && source.is_some_and(|source| source.name == dataset.title) {
        let title = dataset.title.get(locale.language).to_owned();
        return locale.say_with("source-file", &[("title", title.into())]);
    }
    names::full_source_via(dataset, report, locale)
}

fn verified_tail(report: &Report, locale: &Locale) -> String {
    verification(report.verification.as_deref(), locale)
        .map(|how| locale.say_with("sentence-verified", &[("how", how.into())]))
        .unwrap_or_default()
}

pub(super) fn when_text(when: Option<When>, locale: &Locale) -> String {
    when.map_or_else(|| locale.say("date-unstated"), |when| date(when, DateStyle::Long, locale))
}

/// The text with its first letter in lower case, unless it starts with an abbreviation.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// The text with its first letter in upper case.
#[must_use]
pub fn upper_first(text: &str) -> String {
    // An isolating mark may stand before the first letter.
    let Some((at, first)) = text.char_indices().find(|(_, c)| c.is_alphanumeric()) else { return text.to_owned() };
    let (before, rest) = (&text[..at], &text[at + first.len_utf8()..]);
    before.chars().chain(first.to_uppercase()).chain(rest.chars()).collect()
}

/// A category with its relation to the count that holds it: `of which children`.
#[must_use]
pub fn in_relation(relation: Relation, name: &str, locale: &Locale) -> String {
    match relation {
        Relation::Part => name.to_owned(),
        Relation::OfWhich => locale.say_with("details-of-which", &[("who", names::inside(name).into())]),
        Relation::Unclear => locale.say_with("details-unclear", &[("who", names::inside(name).into())]),
    }
}
