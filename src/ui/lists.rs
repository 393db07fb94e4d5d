//! What the lists on the left offer and what the bar below counts. Made when the files or the question change: on a large
//! file listing costs more than a frame may.

use crate::analysis::{EventKey, FileId, Rule, source_totals};
use crate::model::ledger::{known_reports, sort_by_latest};
use crate::model::{Dataset, Id, When};
use crate::state::State;
use crate::text::{DateStyle, Locale, Weight, date, list, measure, names, whole};
use indexmap::IndexMap;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The size of the texts in lists, in points.
pub(super) const TEXT_SIZE: f32 = 12.5;
/// How many options decide whether a list is wide.
const MEASURED: usize = 60;

/// The options of a list.
pub struct Choices<T> {
    /// What they stand for.
    pub options: Vec<T>,
    /// What one says; asked only for those in view.
    pub text: fn(&State, &Locale, &T) -> String,
    /// The width of the widest of the first ones, in points.
    pub widest: f32,
}

impl<T> Choices<T> {
    fn new(options: Vec<T>, text: fn(&State, &Locale, &T) -> String, state: &State, locale: &Locale) -> Self {
        let width = |option: &T| measure(&text(state, locale, option), TEXT_SIZE, Weight::Regular).width;
        let widest = options.iter().take(MEASURED).map(width).fold(0.0, f32::max);
        Self { options, text, widest }
    }
}

impl<T> Default for Choices<T> {
    fn default() -> Self {
        Self { options: Vec::new(), text: |_, _, _| String::new(), widest: 0.0 }
    }
}

/// A measure, and the first file that uses it.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureOf {
    /// The measure.
    pub id: Id,
    /// The file that names it.
    pub file: Option<FileId>,
}

/// A report of an event, by its index.
type ReportKey = (EventKey, usize);

/// The lists of the window.
#[derive(Default)]
pub struct Lists {
    /// The datasets that they were made of: a table that is read another way is another one.
    datasets: Vec<Arc<Dataset>>,
    /// Events, reports and sources of all open files, in words.
    pub counts: String,
    /// The measures that reports use.
    pub measures: Choices<MeasureOf>,
    /// The events that others may be divided by.
    pub baselines: Choices<Option<EventKey>>,
    /// The days on which reports became known.
    pub days: BTreeSet<Date>,
    /// The same as options, the latest first.
    pub known: Choices<Option<Date>>,
    /// The sources of the chosen event.
    pub sources: Choices<Option<Id>>,
    /// The reports of the chosen event, the latest first.
    pub reports: Choices<Option<ReportKey>>,
}

impl Lists {
    /// Makes the lists for another question, and those of the files where they are others too.
    pub(super) fn update(&mut self, state: &State, locale: &Locale) {
        let datasets = || state.files.iter().map(|file| &file.dataset);
        if self.datasets.len() != state.files.len()
            || !self.datasets.iter().zip(datasets()).all(|(a, b)| Arc::ptr_eq(a, b))
        {
            *self = Self { datasets: datasets().cloned().collect(), ..Self::of_files(state, locale) };
        }
        let text = |state: &State, locale: &Locale, id: &Option<Id>| source_text(state, locale, id.as_ref());
        self.sources = Choices::new(sources(state), text, state, locale);
        let text = |state: &State, locale: &Locale, key: &Option<ReportKey>| report_text(state, locale, key.as_ref());
        self.reports = Choices::new(reports(state), text, state, locale);
    }

    fn of_files(state: &State, locale: &Locale) -> Self {
        let mut measures: IndexMap<&Id, FileId> = IndexMap::new();
        for file in &state.files {
            for id in file.dataset.measures_used() {
                measures.entry(id).or_insert(file.id);
            }
        }
        let measures = measures.into_iter().map(|(id, file)| MeasureOf { id: id.clone(), file: Some(file) }).collect();
        let baselines = state.with_library(|library| {
            std::iter::once(None).chain(library.events().map(|open| Some(open.key()))).collect()
        });
        let days: BTreeSet<Date> = state.with_library(|library| {
            let reports = library.events().flat_map(|open| &open.event.reports);
            reports.filter_map(|report| report.known_since().map(When::last_day)).collect()
        });
        let known = std::iter::once(None).chain(days.iter().rev().copied().map(Some)).collect();
        Self {
            counts: counts(state, locale),
            measures: Choices::new(measures, measure_text, state, locale),
            baselines: Choices::new(
                baselines,
                |state, locale, key| baseline_text(state, locale, key.as_ref()),
                state,
                locale,
            ),
            known: Choices::new(known, |_, locale, day| known_text(locale, *day), state, locale),
            days,
            ..Self::default()
        }
    }
}

fn counts(state: &State, locale: &Locale) -> String {
    let sum = |count: fn(&Dataset) -> usize| state.files.iter().map(|file| count(&file.dataset)).sum::<usize>();
    let (events, reports) = (sum(|dataset| dataset.events.len()), sum(Dataset::report_count));
    // A source of the same name in two files may be two sources: each is counted where it is named.
    let counts = locale.say_with(
        "bottom-counts",
        &[
            ("events", events.into()),
            ("reports", reports.into()),
            ("reports-text", whole(reports as u64).into()),
            ("sources", sum(Dataset::sources_used).into()),
        ],
    );
    match state.files.len() {
        0 | 1 => counts,
        files => list(&[locale.say_with("bottom-files", &[("count", files.into())]), counts], " · "),
    }
}

fn measure_text(state: &State, locale: &Locale, measure: &MeasureOf) -> String {
    let file = measure.file.and_then(|file| state.file(file)).or(state.first_file());
    file.map_or_else(String::new, |file| names::measure(&file.dataset, &measure.id, locale))
}

fn baseline_text(state: &State, locale: &Locale, baseline: Option<&EventKey>) -> String {
    let Some(key) = baseline else { return locale.say("baseline-none") };
    state.with_library(|library| {
        library.event(key).map_or_else(String::new, |open| {
            let name = names::event_short(open.event, locale).to_owned();
            match open.needed_file_name(locale) {
                Some(file) => list(&[name, file], " · "),
                None => name,
            }
        })
    })
}

fn known_text(locale: &Locale, day: Option<Date>) -> String {
    day.map_or_else(|| locale.say("known-latest"), |day| date(day.into(), DateStyle::Long, locale))
}

/// The rule first, then each source with a count.
fn sources(state: &State) -> Vec<Option<Id>> {
    let question = &state.question;
    state.with_library(|library| {
        let Some(open) = question.event.as_ref().and_then(|key| library.event(key)) else { return Vec::new() };
        let totals = source_totals(open.event, &question.measure, question.as_known_on);
        std::iter::once(None).chain(totals.iter().filter_map(|total| total.source.cloned()).map(Some)).collect()
    })
}

fn source_text(state: &State, locale: &Locale, source: Option<&Id>) -> String {
    state.with_library(|library| {
        let Some(open) = state.question.event.as_ref().and_then(|key| library.event(key)) else { return String::new() };
        let short = |id: &Id| names::source_short(open.dataset, Some(id), locale);
        match (source, &open.event.lead) {
            (Some(id), _) => short(id),
            // Of one source there is nothing to choose.
            (None, Some(lead)) if open.event.reports.iter().all(|report| report.source.as_ref() == Some(lead)) => {
                short(lead)
            }
            (None, Some(lead)) => {
                let key = format!("source-{}", Rule::from(open.event.lead_by).name());
                locale.say_with(&key, &[("source", short(lead).into())])
            }
            (None, None) => locale.say("source-rule"),
        }
    })
}

/// The latest of each source first, then each report.
fn reports(state: &State) -> Vec<Option<ReportKey>> {
    let question = &state.question;
    state.with_library(|library| {
        let Some(open) = question.event.as_ref().and_then(|key| library.event(key)) else { return Vec::new() };
        let mut reports = known_reports(open.event, question.as_known_on);
        reports.retain(|(_, report)| report.counts.contains_key(&question.measure));
        sort_by_latest(&mut reports);
        let keys = reports.into_iter().rev().map(|(index, _)| Some((open.key(), index)));
        std::iter::once(None).chain(keys).collect()
    })
}

fn report_text(state: &State, locale: &Locale, picked: Option<&ReportKey>) -> String {
    let Some((key, index)) = picked else { return locale.say("report-latest") };
    state.with_library(|library| {
        let open = library.event(key);
        let Some((open, report)) = open.and_then(|open| Some((open, open.event.reports.get(*index)?))) else {
            return String::new();
        };
        let when =
            report.when().map_or_else(|| locale.say("date-missing"), |when| date(when, DateStyle::Short, locale));
        list(&[when, names::source_via(open.dataset, report, locale)], " · ")
    })
}
