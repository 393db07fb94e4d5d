//! What the ledger found, in words, and where.

use super::sentences::lower_first;
use super::{DateStyle, Locale, date, label, list, names};
use crate::model::{Dataset, Finding, FindingKind, Place, Report, Stated, When};

/// What the ledger found, as one plain sentence with the numbers.
#[must_use]
pub fn sentence(dataset: &Dataset, finding: &Finding, locale: &Locale) -> String {
    let report = report(dataset, &finding.place);
    let source = names::source_short(dataset, report.and_then(|report| report.source.as_ref()), locale);
    let measure = || finding.place.measure.as_ref().map_or_else(String::new, |id| names::measure(dataset, id, locale));
    let inside = finding.place.categories.last();
    let inside = inside.map_or_else(measure, |(_, id)| names::category(dataset, id, locale).to_owned());
    let name = finding.kind.name();
    let number = |n: u64| super::whole(n);
    let days = |n: i32| u64::try_from(n).map_or_else(|_| n.to_string(), number);
    let count = |stated: Stated| label(stated, locale);
    let day = |when: When| date(when, DateStyle::Long, locale);
    let optional = |n: Option<u64>| n.map_or_else(|| locale.say("low-missing"), number);
    let mut key = format!("finding-{name}");
    // Numbers that decide between singular and plural.
    let mut numbers: Vec<(&str, u64)> = Vec::new();
    let mut values: Vec<(&str, String)> = vec![("source", source), ("category", inside)];
    match &finding.kind {
        FindingKind::PartsBeyondTotal { total, sum, .. } => {
            values.extend([("total", count(*total)), ("sum", number(*sum))]);
        }
        FindingKind::OtherReadingCloses { total, sum, category, other } => {
            key = format!("{key}-{}", other.name());
            values[1].1 = names::category_inside(dataset, category, locale);
            values.extend([("total", count(*total)), ("sum", number(*sum))]);
        }
        FindingKind::NotBrokenDown { total, residual, unclear_added } => {
            values.extend([("total", count(*total)), ("residual", number(*residual))]);
            numbers.push(("n", *residual));
            if let Some(added) = unclear_added {
                key.push_str("-unclear");
                values.push(("added", number(*added)));
            }
        }
        FindingKind::OfWhichBeyondParent { part, parent } => {
            values.extend([("part", count(*part)), ("parent", count(*parent))]);
        }
        FindingKind::OutOfOrder { low, best, high } => {
            values.extend([("low", optional(*low)), ("best", optional(*best)), ("high", optional(*high))]);
        }
        FindingKind::Fall { before, before_when, now } | FindingKind::Reset { before, before_when, now } => {
            values.extend([("before", count(*before)), ("when", day(*before_when)), ("now", count(*now))]);
        }
        FindingKind::Contradiction { other, this, when } | FindingKind::Tie { other, this, when } => {
            values.extend([("other", count(*other)), ("this", count(*this)), ("when", day(*when))]);
        }
        FindingKind::Repeat { when } | FindingKind::Duplicate { when } => values.push(("when", day(*when))),
        FindingKind::RelationChanged { category, before_when, now, .. } => {
            key = format!("{key}-{}", now.name());
            names::category(dataset, category, locale).clone_into(&mut values[1].1);
            values.push(("when", day(*before_when)));
        }
        FindingKind::BeforeEvent { when, start } => values.extend([("when", day(*when)), ("start", day(*start))]),
        FindingKind::AfterPublication { when, published } => {
            values.extend([("when", day(*when)), ("published", day(*published))]);
        }
        FindingKind::StalePart { part_when, when } => {
            if finding.place.categories.is_empty() {
                key.push_str("-total");
            }
            values.extend([("part", day(*part_when)), ("when", day(*when))]);
        }
        FindingKind::PeriodsOverlap { other, this } => values.extend([("other", day(*other)), ("this", day(*this))]),
        FindingKind::NoSource | FindingKind::NoDate => {}
        FindingKind::DayDiffers { stated, computed } => {
            values.extend([("stated", number(u64::from(*stated))), ("computed", days(*computed))]);
        }
        FindingKind::MissingGlyph { character } => values.push(("character", character.to_string())),
    }
    let mut arguments: Vec<_> = values.into_iter().map(|(name, value)| (name, value.into())).collect();
    arguments.extend(numbers.into_iter().map(|(name, n)| (name, n.into())));
    of_measure(dataset, finding, locale.say_with(&key, &arguments), locale)
}

/// With what is counted in front, where that is not the first measure of its report and the sentence does not name it.
fn of_measure(dataset: &Dataset, finding: &Finding, sentence: String, locale: &Locale) -> String {
    let first = report(dataset, &finding.place).and_then(|report| report.counts.keys().next());
    let Some(measure) = finding.place.measure.as_ref().filter(|measure| first.is_some_and(|first| first != *measure))
    else {
        return sentence;
    };
    let sentence = match &finding.kind {
        FindingKind::Fall { .. }
        | FindingKind::Reset { .. }
        | FindingKind::PartsBeyondTotal { .. }
        | FindingKind::OtherReadingCloses { .. }
        | FindingKind::NotBrokenDown { .. }
        | FindingKind::OutOfOrder { .. } => lower_first(&sentence),
        // These begin with a name.
        FindingKind::Contradiction { .. } | FindingKind::Tie { .. } | FindingKind::OfWhichBeyondParent { .. } => {
            sentence
        }
        _ => return sentence,
    };
    let measure = names::measure(dataset, measure, locale);
    locale.say_with("finding-of-measure", &[("measure", measure.into()), ("sentence", sentence.into())])
}

/// The report that a finding is about.
#[must_use]
pub fn report<'d>(dataset: &'d Dataset, place: &Place) -> Option<&'d Report> {
    let (_, event) = dataset.events.get_index(place.event?)?;
    event.reports.get(place.report?)
}

/// Where a finding comes from: event, source and date.
#[must_use]
pub fn place(dataset: &Dataset, place: &Place, locale: &Locale) -> String {
    let Some((_, event)) = place.event.and_then(|index| dataset.events.get_index(index)) else {
        return dataset.title.get(locale.language).to_owned();
    };
    let name = names::event_short(event, locale);
    let Some(report) = place.report.and_then(|index| event.reports.get(index)) else { return name.to_owned() };
    let mut text = locale.say_with(
        "place",
        &[
            ("event", name.into()),
            ("source", names::source_via(dataset, report, locale).into()),
            (
                "date",
                report
                    .when()
                    .map_or_else(|| locale.say("date-missing"), |when| date(when, DateStyle::Short, locale))
                    .into(),
            ),
        ],
    );
    if let Some(id) = &place.measure {
        text = list(&[text, lower_first(&names::measure(dataset, id, locale))], " · ");
    }
    text
}
