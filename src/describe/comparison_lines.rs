//! How the events stand beside each other, as lines of plain text.

use super::compared::{Compared, ComparedEvent, compared};
use super::report::Writer;
use crate::analysis::{Days, Kind, Library, Likeness, Multiple, Question, Unformed, Unit, left_out_of_spreads};
use crate::model::{Quantity, Sign};
use crate::text::{DateStyle, Locale, date, label, list, names, quantity, sentences};

/// Writes the comparison; nothing where no event has a figure.
pub(super) fn comparison(report: &mut Writer, library: Library, question: &Question, locale: &Locale) {
    let compared = compared(library, question);
    let Some((first, _)) = compared.events().next() else { return };
    report.blank();
    let people = names::people(first.event.dataset, &question.measure, locale);
    report.line(0, &locale.say_with("describe-compared", &[("people", people.into())]));
    report.line(1, &baseline(&compared, library, question, locale));
    for (row, event) in compared.events() {
        if let Some(event) = event {
            lines_of(report, &event, locale);
        } else {
            let event = names::event(row.event.event, locale);
            report.line(1, &locale.say_with("describe-none-stands", &[("event", event.into())]));
        }
    }
    if !compared.without().is_empty() {
        let events: Vec<&str> = compared.without().iter().map(|it| names::event(it.event.event, locale)).collect();
        report.line(1, &locale.say_with("compare-without", &[("events", list(&events, ", ").into())]));
    }
    for sentence in [compared.order(locale), compared.passed(locale), compared.sentence(locale)].into_iter().flatten() {
        report.line(1, &sentence);
    }
}

fn baseline(compared: &Compared, library: Library, question: &Question, locale: &Locale) -> String {
    let asked = question.baseline.as_ref().and_then(|key| library.event(key));
    let Some(event) = asked else { return locale.say("describe-baseline-none") };
    let key = if compared.baseline().is_some() { "describe-baseline" } else { "describe-baseline-without-figure" };
    locale.say_with(key, &[("event", names::event(event.event, locale).into())])
}

/// An event's figure, and below it what it is times the baseline, per day and per million, and how far sources lie apart.
fn lines_of(report: &mut Writer, event: &ComparedEvent, locale: &Locale) {
    let total = event.total;
    let (dataset, own) = (event.row.event.dataset, event.row.event.event);
    let who = match total.count.coverage.as_deref() {
        None => locale.say("compare-who-not-stated"),
        coverage => sentences::coverage(dataset, coverage, locale),
    };
    let when = total.when().map_or_else(|| locale.say("date-missing"), |when| date(when, DateStyle::Long, locale));
    let given = [
        ("count", label(total.stated(), locale).into()),
        ("source", names::source_short(dataset, total.source, locale).into()),
        ("who", who.into()),
        ("date", when.into()),
    ];
    let side = locale.say_with("compare-side", &given);
    let name = names::event(own, locale);
    report.line(1, &locale.say_with("describe-compared-event", &[("event", name.into()), ("side", side.into())]));
    if total.stated().number().is_some() {
        multiple(report, event, locale);
        report.line(2, &per_day(event, locale));
        report.line(2, &per_million(event, locale));
    }
    spreads(report, event, locale);
}

fn multiple(report: &mut Writer, event: &ComparedEvent, locale: &Locale) {
    let (ratio, likeness, like) = match event.multiple {
        Ok(Multiple::Times { ratio, likeness, like }) => (*ratio, *likeness, like),
        // That there is no baseline, or that this is the one, is said above all events.
        Ok(Multiple::Baseline | Multiple::None) | Err(Unformed::NoBaseline) => return,
        Err(reason) => return report.line(2, &reason.words(locale)),
    };
    let unbounded = |ratio: Quantity| (ratio.sign() == Sign::Unbounded).then(|| locale.say("not-bounded"));
    let people = locale.say(match likeness {
        Likeness::Alike => "describe-who-alike",
        Likeness::Different => "compare-who-different",
        Likeness::NotStated => "compare-who-not-stated",
    });
    let said: Vec<String> = unbounded(ratio).into_iter().chain([people]).collect();
    let given = [("ratio", quantity(ratio).into()), ("people", list(&said, "; ").into())];
    report.line(2, &locale.say_with("describe-multiple", &given));
    if let Some(like) = like {
        let who = sentences::categories(event.row.event.dataset, &like.who, locale);
        let bounded = unbounded(like.ratio).map_or_else(String::new, |text| format!(" ({text})"));
        let given = [
            ("who", sentences::upper_first(&who).into()),
            ("this", label(like.this, locale).into()),
            ("that", label(like.baseline, locale).into()),
            ("ratio", quantity(like.ratio).into()),
            ("bounded", bounded.into()),
        ];
        report.line(2, &locale.say_with("compare-like", &given));
    }
}

fn per_day(event: &ComparedEvent, locale: &Locale) -> String {
    match (event.per_day, event.row.days) {
        (Ok(rate), Days::Known(days)) => {
            locale.say_with("compare-rate", &[("rate", quantity(rate).into()), ("days", days.into())])
        }
        (Err(reason), _) => reason.words(locale),
        (Ok(rate), _) => quantity(rate),
    }
}

fn per_million(event: &ComparedEvent, locale: &Locale) -> String {
    match (event.per_million, &event.row.event.event.population) {
        (Ok(rate), Some(population)) => {
            let people = sentences::population(population, locale);
            let given = [("rate", quantity(rate).into()), ("people", people.into())];
            let text = locale.say_with("compare-rate-per-million", &given);
            population.source.as_ref().map_or(text.clone(), |source| {
                locale.say_with("group", &[("what", text.into()), ("names", source.clone().into())])
            })
        }
        (Err(reason), _) => reason.words(locale),
        (Ok(rate), None) => quantity(rate),
    }
}

/// How far the sources lie apart that count the same people, and who is in no such range.
fn spreads(report: &mut Writer, event: &ComparedEvent, locale: &Locale) {
    let (standing, dataset) = (&event.row.standing, event.row.event.dataset);
    for (kind, values) in &event.spreads {
        let name = |index: &usize| {
            let source = standing.totals.get(*index).and_then(|total| total.source);
            names::source_short(dataset, source, locale)
        };
        let names: Vec<String> = values.totals.iter().map(name).collect();
        let mut range = values.words(Unit::Total, locale);
        if *kind == Kind::Estimated {
            range = locale.say_with("sources-estimates", &[("what", range.into())]);
        }
        let given = [("range", range.into()), ("names", list(&names, ", ").into())];
        report.line(2, &locale.say_with("describe-spread", &given));
    }
    let left_out = left_out_of_spreads(&event.found, &[], (standing, dataset), locale);
    if let Some(who) = left_out {
        let key = if event.spreads.is_empty() { "describe-no-spread" } else { "sources-not-in-range" };
        report.line(2, &locale.say_with(key, &[("who", who.into())]));
    }
}
