//! The words of units: what an axis counts, what a row's number was divided by, and why a number could not be formed.

use crate::analysis::{Comparison, ComparisonRow, Days, Question, Unit};
use crate::model::{Quantity, Sign, Stated};
use crate::text::{Locale, label, list, names, quantity, sentences};

/// What the axis counts: `people killed per million inhabitants`.
pub(super) fn axis_title(comparison: &Comparison, question: &Question, locale: &Locale) -> String {
    let Some(row) = comparison.rows.first() else { return question.measure.as_str().replace('_', " ") };
    let people = names::people(row.event.dataset, &question.measure, locale);
    let people = ("people", people.into());
    match question.unit {
        Unit::Total => names::people(row.event.dataset, &question.measure, locale),
        Unit::PerDay => locale.say_with("unit-per-day", &[people]),
        Unit::PerMillion => match common_population_source(comparison) {
            Some(source) => locale.say_with("unit-per-million-by", &[people, ("source", source.into())]),
            None => locale.say_with("unit-per-million", &[people]),
        },
        Unit::Multiple => {
            let baseline = comparison.baseline.as_ref().and_then(|row| Some((row, row.standing.total()?)));
            let Some((baseline, total)) = baseline else { return locale.say("unit-multiple-none") };
            let event = names::event_short(baseline.event.event, locale);
            let source = names::source_short(baseline.event.dataset, total.source, locale);
            locale.say_with(
                "unit-multiple",
                &[
                    ("event", event.into()),
                    ("count", label(total.stated(), locale).into()),
                    ("source", source.into()),
                    people,
                ],
            )
        }
        Unit::Share => locale.say_with("unit-share", &[people]),
    }
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
