//! The words of units: what an axis counts, what a row's number was divided by, and why a number could not be formed.

use crate::analysis::{Comparison, ComparisonRow, Days, Question, Unformed, Unit};
use crate::model::{Quantity, Sign, Stated};
use crate::text::{Locale, inhabitants, label, list, names, quantity};

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
            let people = inhabitants(population.value, locale);
            let text = match population.year {
                Some(year) => locale
                    .say_with("unit-inhabitants-in", &[("people", people.into()), ("year", year.to_string().into())]),
                None => locale.say_with("unit-inhabitants", &[("people", people.into())]),
            };
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

/// Why there is no number, in the place of the bar.
pub(super) fn why_unformed(reason: Unformed, locale: &Locale) -> String {
    locale.say(match reason {
        Unformed::NoNumber | Unformed::TotalNotStated => "chart-total-not-stated",
        Unformed::NoStart => "compare-no-start",
        Unformed::NoEnd => "compare-no-end",
        Unformed::NoDate => "compare-no-date",
        Unformed::BeforeStart => "compare-before-start",
        Unformed::NoPopulation => "unit-no-population",
        Unformed::NoBaseline => "unit-no-baseline",
        Unformed::BaselineWithoutNumber => "unit-baseline-without-number",
        Unformed::BaselineZero => "unit-baseline-zero",
        Unformed::NotAPart | Unformed::TotalZero => "unit-no-share",
        Unformed::TotalNotOneNumber => "unit-total-not-one-number",
        Unformed::PartsBeyondTotal => "unit-parts-beyond",
        Unformed::PartOfAnotherDate => "unit-part-of-another-date",
    })
}
