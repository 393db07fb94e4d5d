//! What differs between the figures that are compared: one row for each event, one cell for each thing that must be the
//! same before two figures can be set against each other. What is the same for all is said once.

use super::{Comparison, ComparisonRow, Days, EventKey, Progress, SourceTotal, left_out_words, order_words};
use crate::model::{Basis, Coverage, Dataset, Id, Who};
use crate::text::{DateStyle, Locale, date, label, list, names, of_period, sentences, whole};
use std::collections::HashMap;

/// One thing by which figures differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Who counted.
    Source,
    /// How the number came about.
    Method,
    /// How far it is verified.
    Verification,
    /// Who is counted.
    Who,
    /// By whom they were killed, hurt or held.
    By,
    /// Where and in which period they are counted.
    Scope,
    /// The date for which the count holds.
    AsOf,
    /// Whether the event was over then.
    Progress,
    /// How many days were counted.
    Days,
    /// How many people lived there, and when.
    Population,
}

impl Aspect {
    /// All aspects in their order.
    pub const ALL: [Self; 10] = [
        Self::Source,
        Self::Method,
        Self::Verification,
        Self::Who,
        Self::By,
        Self::Scope,
        Self::AsOf,
        Self::Progress,
        Self::Days,
        Self::Population,
    ];
}

/// Whether a cell says the same as the baseline's, or as most others without a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likewise {
    /// It does.
    Same,
    /// It does not.
    Differs,
}

/// What one figure says of one aspect. That it says nothing is a value of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The aspect.
    pub aspect: Aspect,
    /// What is said.
    pub text: String,
    /// Whether the baseline says the same.
    pub likewise: Likewise,
}

/// How an event takes part in the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is compared.
    Compared,
    /// It is the event that others are divided by.
    Baseline,
    /// It is that too, but is not ticked.
    UntickedBaseline,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// Its event.
    pub event: EventKey,
    /// The event's short name.
    pub name: String,
    /// The number.
    pub number: String,
    /// How it takes part.
    pub part: Part,
    /// What it says of each aspect that is not the same for all.
    pub cells: Vec<Cell>,
}

/// What differs between figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// One row for each event with a figure, in the order of the comparison.
    pub rows: Vec<CardRow>,
    /// With what each row is compared; `None` where there are not two.
    pub against: Option<String>,
    /// What is the same for all, which events are left out, and why.
    pub remarks: Vec<String>,
}

/// What differs between the figures of a comparison.
#[must_use]
pub fn card(comparison: &Comparison, locale: &Locale) -> Card {
    let baseline_key = comparison.baseline.as_ref().map(|row| row.event.key());
    let is_ticked = comparison.rows.iter().any(|row| Some(row.event.key()) == baseline_key);
    let unticked = comparison.baseline.iter().filter(|_| !is_ticked);
    let mut rows: Vec<CardRow> = comparison
        .rows
        .iter()
        .map(|row| (row, if Some(row.event.key()) == baseline_key { Part::Baseline } else { Part::Compared }))
        .chain(unticked.map(|row| (row, Part::UntickedBaseline)))
        .filter_map(|(row, part)| card_row(row, part, locale))
        .collect();
    let shared = if rows.len() > 1 { tell_apart(&mut rows) } else { Vec::new() };
    let against = (rows.len() > 1).then(|| match rows.iter().find(|row| row.part != Part::Compared) {
        Some(baseline) => locale.say_with("card-against", &[("event", baseline.name.clone().into())]),
        None => locale.say("card-against-most"),
    });
    let unchosen = comparison.rows.iter().filter(|row| row.standing.total().is_none());
    let unchosen: Vec<String> = unchosen.map(|row| names::event_short(row.event.event, locale).to_owned()).collect();
    let remark = |key: &str, what: String| (!what.is_empty()).then(|| locale.say_with(key, &[("what", what.into())]));
    let remarks = [
        remark("card-same", list(&shared, "; ")),
        remark("card-unchosen", order_words::some(&unchosen, locale)),
        remark("compare-left-out", left_out_words(&comparison.without, locale)),
    ];
    Card { rows, against, remarks: remarks.into_iter().flatten().collect() }
}

fn card_row(row: &ComparisonRow, part: Part, locale: &Locale) -> Option<CardRow> {
    let total = row.standing.total()?;
    let cell = |aspect| Cell { aspect, text: text(aspect, row, total, locale), likewise: Likewise::Same };
    Some(CardRow {
        event: row.event.key(),
        name: names::event_short(row.event.event, locale).to_owned(),
        number: label(total.stated(), locale),
        part,
        cells: Aspect::ALL.map(cell).into(),
    })
}

/// Marks what differs from the baseline, or from the most frequent value, and takes out what is the same for all.
fn tell_apart(rows: &mut [CardRow]) -> Vec<String> {
    let baseline = rows.iter().position(|row| row.part != Part::Compared);
    let mut shared = Vec::new();
    for (column, aspect) in Aspect::ALL.into_iter().enumerate() {
        let texts = || rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| &cell.text);
        let usual = baseline.map_or_else(|| most_frequent(texts()), |baseline| texts().nth(baseline).cloned());
        let Some(usual) = usual else { continue };
        if texts().all(|text| *text == usual) {
            shared.push((aspect, usual));
            continue;
        }
        for cell in rows.iter_mut().filter_map(|row| row.cells.get_mut(column)) {
            cell.likewise = if cell.text == usual { Likewise::Same } else { Likewise::Differs };
        }
    }
    for row in rows {
        row.cells.retain(|cell| shared.iter().all(|(aspect, _)| *aspect != cell.aspect));
    }
    shared.into_iter().map(|(_, text)| text).collect()
}

/// The first of the texts that occur most often.
fn most_frequent<'t>(texts: impl Iterator<Item = &'t String>) -> Option<String> {
    let mut counted: HashMap<&String, (usize, usize)> = HashMap::new();
    for (index, text) in texts.enumerate() {
        counted.entry(text).or_insert((0, index)).0 += 1;
    }
    let most = counted.into_iter().max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
    most.map(|(text, _)| text.clone())
}

fn text(aspect: Aspect, row: &ComparisonRow, total: &SourceTotal, locale: &Locale) -> String {
    let (dataset, report) = (row.event.dataset, total.report);
    let coverage = total.count.coverage.as_deref();
    let stated = match aspect {
        Aspect::Source => Some(names::source_short(dataset, total.source, locale)),
        Aspect::Method => report.method.map(|method| sentences::method(method, locale)),
        Aspect::Verification => sentences::verification(report.verification.as_deref(), locale),
        Aspect::Who => coverage.and_then(|coverage| who(dataset, coverage.who.as_ref()?, locale)),
        Aspect::By => coverage.and_then(|coverage| {
            let by = coverage.by.as_ref()?.get(locale.language);
            Some(locale.say_with("card-by", &[("by", by.to_owned().into())]))
        }),
        Aspect::Scope => coverage.and_then(|coverage| scope(coverage, locale)),
        Aspect::AsOf => as_of(total, locale),
        Aspect::Progress => Some(locale.say(match row.progress {
            Progress::Ended => "card-ended",
            Progress::Unfinished => "card-unfinished",
            Progress::Unknown => "card-end-unknown",
        })),
        Aspect::Days => Some(days(row.days, locale)),
        Aspect::Population => row.event.event.population.as_ref().map(|population| {
            let count = whole(population.value);
            match population.year {
                Some(year) => locale
                    .say_with("card-inhabitants-in", &[("count", count.into()), ("year", year.to_string().into())]),
                None => locale.say_with("card-inhabitants", &[("count", count.into())]),
            }
        }),
    };
    stated.unwrap_or_else(|| locale.say(missing(aspect)))
}

fn missing(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Source => "source-missing",
        Aspect::Method => "card-no-method",
        Aspect::Verification => "card-no-verification",
        Aspect::Who => "card-no-who",
        Aspect::By => "card-no-by",
        Aspect::Scope => "card-no-scope",
        Aspect::AsOf | Aspect::Progress | Aspect::Days => "card-no-date",
        Aspect::Population => "card-no-inhabitants",
    }
}

/// Categories in the order of their file, so that the same people read the same.
fn who(dataset: &Dataset, who: &Who, locale: &Locale) -> Option<String> {
    match who {
        Who::Everyone => Some(locale.say("covers-everyone")),
        Who::Categories(ids) => {
            let mut ids: Vec<Id> = ids.clone();
            ids.sort_by_key(|id| dataset.categories.get_index_of(id));
            (!ids.is_empty()).then(|| sentences::categories(dataset, &ids, locale))
        }
    }
}

fn scope(coverage: &Coverage, locale: &Locale) -> Option<String> {
    let place = coverage.place.as_ref().map(|place| place.get(locale.language).to_owned());
    let place = place.map(|place| locale.say_with("card-in", &[("where", place.into())]));
    let period = coverage.period.map(|period| date(period, DateStyle::Short, locale));
    let more = coverage.text.as_ref().map(|text| text.get(locale.language).to_owned());
    let said: Vec<String> = [place, period, more].into_iter().flatten().collect();
    (!said.is_empty()).then(|| list(&said, ", "))
}

fn as_of(total: &SourceTotal, locale: &Locale) -> Option<String> {
    let when = total.when()?;
    let (key, when) = match (total.periods, total.report.basis) {
        (0, Basis::Cumulative) => ("card-as-of", when),
        (0, Basis::Incremental) => (of_period(Some(when), "card-on-day", "card-in-period"), when),
        _ => ("card-up-to", when.end()),
    };
    Some(locale.say_with(key, &[("date", date(when, DateStyle::Short, locale).into())]))
}

fn days(days: Days, locale: &Locale) -> String {
    match days {
        Days::Known(days) => locale.say_with("card-days", &[("count", days.into()), ("text", days.into())]),
        Days::NoStart => locale.say("card-no-start"),
        Days::NoEnd => locale.say("card-no-end"),
        Days::NoDate => locale.say("card-no-days"),
        Days::BeforeStart => locale.say("card-before-start"),
        Days::Gaps => locale.say("card-gaps"),
    }
}
