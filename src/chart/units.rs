//! The words of units: what an axis counts, what a row's number was divided by, and why a number could not be formed.

use crate::analysis::{Comparison, ComparisonRow, Days, Question, Unit};
use crate::model::{Event, Quantity, Sign, Stated};
use crate::text::{Locale, inhabitants, label, list, names, quantity, sentences};

/// What the axis counts: `people killed per million inhabitants`.
pub(super) fn axis_title(comparison: &Comparison, question: &Question, locale: &Locale) -> String {
    let dataset = comparison.rows.first().map(|row| row.event.dataset);
    let all = names::people_of(dataset, &question.measure, locale);
    let people = ("people", all.clone().into());
    match question.unit {
        Unit::Total => all,
        Unit::PerDay => locale.say_with("unit-per-day", &[people]),
        Unit::PerMillion => match common_population_source(comparison) {
            Some(source) => locale.say_with("unit-per-million-by", &[people, ("source", source.into())]),
            None => locale.say_with("unit-per-million", &[people]),
        },
        Unit::Multiple => {
            let times = comparison.baseline.as_ref().and_then(|baseline| times_baseline(all, baseline, locale));
            times.unwrap_or_else(|| locale.say("unit-multiple-none"))
        }
        Unit::Share => locale.say_with("unit-share", &[people]),
    }
}

/// What multiples are times of: `people killed, times the 522 of Mahsa Amini protests (HRANA)`.
pub(super) fn times_baseline(people: String, baseline: &ComparisonRow, locale: &Locale) -> Option<String> {
    let total = baseline.standing.total()?;
    let given = [
        ("people", people.into()),
        ("count", label(total.stated(), locale).into()),
        ("event", names::event_short(baseline.event.event, locale).into()),
        ("source", names::source_short(baseline.event.dataset, total.source, locale).into()),
    ];
    Some(locale.say_with("unit-multiple", &given))
}

/// Who counted the inhabitants, where all rows agree on it; said once then, on the axis.
fn common_population_source<'a>(comparison: &Comparison<'a>) -> Option<&'a str> {
    let mut sources =
        comparison.rows.iter().filter_map(|row| Some(row.event.event.population.as_ref()?.source.as_deref()));
    let first = sources.next()??;
    sources.all(|other| other == Some(first)).then_some(first)
}

/// What a row's number was divided by: `over 18 days`, `92.4 million in 2025`.
pub(super) fn divided_by(row: &ComparisonRow, comparison: &Comparison, unit: Unit, locale: &Locale) -> Option<String> {
    match (unit, row.days) {
        (Unit::PerDay, Days::Known(days)) => Some(locale.say_with("unit-over-days", &[("days", days.into())])),
        (Unit::PerMillion, _) => {
            let population = row.event.event.population.as_ref()?;
            let text = sentences::population(population, locale);
            let own = population.source.as_deref().filter(|_| common_population_source(comparison).is_none());
            Some(own.map_or(text.clone(), |source| list(&[text.as_str(), source], ", ")))
        }
        _ => None,
    }
}

/// A rate with what it was divided by: `4.3 per day over 121 days`, `5.8 per million of 89.5 million`; other numbers alone.
pub(super) fn with_divisor(rate: String, unit: Unit, (event, days): (&Event, Days), locale: &Locale) -> String {
    match (unit, days, &event.population) {
        (Unit::PerDay, Days::Known(days), _) => {
            locale.say_with("compare-rate", &[("rate", rate.into()), ("days", days.into())])
        }
        (Unit::PerMillion, _, Some(population)) => {
            let people = inhabitants(population.value, locale);
            locale.say_with("compare-rate-per-million", &[("rate", rate.into()), ("people", people.into())])
        }
        _ => rate,
    }
}

/// A number in a unit; a multiple without bounds says so.
pub(super) fn number(stated: Stated, value: Quantity, unit: Unit, locale: &Locale) -> String {
    match unit {
        Unit::Total => label(stated, locale),
        Unit::PerDay | Unit::PerMillion | Unit::Share => quantity(value),
        Unit::Multiple => {
            let times = locale.say_with("compare-times", &[("ratio", quantity(value).into())]);
            let unbounded = (value.sign() == Sign::Unbounded).then(|| locale.say("not-bounded"));
            unbounded.map_or(times.clone(), |unbounded| list(&[times, unbounded], " "))
        }
    }
}
