//! What is asked when files come and go, and how a finding leads to the question that shows its place.

use super::File;
use crate::analysis::{EventKey, FileId, Order, Question, Tab};
use crate::model::{Dataset, Event, Id, Place, Report, When};
use jiff::civil::Date;

/// What several files ask for together: the first says what to show, and the events of all are compared.
pub(super) fn first_question(files: &[File]) -> Question {
    let Some((first, others)) = files.split_first() else { return Question::of_measure(Id::from("killed")) };
    let mut question = match first.read_as {
        Some(_) => first_of_table(first.id, &first.dataset),
        None => Question::first(first.id, &first.dataset),
    };
    for file in others {
        with_file(&mut question, file);
    }
    question
}

/// What is asked of a table when it is opened.
#[must_use]
pub fn first_of_table(file: FileId, dataset: &Dataset) -> Question {
    let mut question = Question::first(file, dataset);
    if are_side_by_side(dataset) {
        question.order = Order::Toll;
    }
    question
}

/// Whether dates put the events of a table in no order: there are none, or most events go on while others do, as those of
/// places do.
fn are_side_by_side(dataset: &Dataset) -> bool {
    let span = |event: &Event| {
        let last = event.reports.iter().filter_map(Report::when).map(When::last_day).max();
        event.start.map(|start| (start.first_day(), last.unwrap_or(start.last_day())))
    };
    let mut spans: Vec<(Date, Date)> = dataset.events.values().filter_map(span).collect();
    spans.sort_unstable();
    let (mut overlapping, mut until) = (0, Date::MIN);
    for (first, last) in &spans {
        overlapping += usize::from(*first <= until);
        until = until.max(*last);
    }
    spans.is_empty() || overlapping * 2 >= spans.len()
}

/// The tab that says most of what is open: several events are compared; of one alone, its parts or its course.
pub(super) fn first_tab<'d>(datasets: impl Iterator<Item = &'d Dataset>) -> Tab {
    let mut events = datasets.flat_map(|dataset| dataset.events.values());
    let (Some(event), None) = (events.next(), events.next()) else { return Tab::default() };
    let has_parts = |report: &Report| report.counts.values().any(|count| count.children().next().is_some());
    match event.reports.len() {
        _ if event.reports.iter().any(has_parts) => Tab::Breakdown,
        0 | 1 => Tab::default(),
        _ => Tab::Timeline,
    }
}

/// Compares the events of a file too.
pub(super) fn with_file(question: &mut Question, file: &File) {
    let key = |event: &Id| EventKey { file: file.id, event: event.clone() };
    question.ticked.extend(file.dataset.events.keys().map(key));
    if question.event.is_none() {
        question.event = Question::first(file.id, &file.dataset).event;
    }
}

/// What a question asked for that is not there: identifiers, each once.
#[derive(Default)]
pub(super) struct Dropped {
    pub events: Vec<String>,
    pub sources: Vec<String>,
    pub categories: Vec<String>,
    pub measures: Vec<String>,
}

/// Drops what is not in `files`. Events of files that are not open go without a word.
pub(super) fn restrict(question: &mut Question, files: &[File]) -> Dropped {
    let mut dropped = Dropped::default();
    let note = |list: &mut Vec<String>, id: &Id| {
        if !list.iter().any(|known| known == id.as_str()) {
            list.push(id.as_str().to_owned());
        }
    };
    let dataset = |file: FileId| files.iter().find(|open| open.id == file).map(|open| &*open.dataset);
    let mut has = |key: &EventKey| {
        let Some(dataset) = dataset(key.file) else { return false };
        let known = dataset.events.contains_key(&key.event);
        if !known {
            note(&mut dropped.events, &key.event);
        }
        known
    };
    question.ticked.retain(|key| has(key));
    question.unticked.retain(|key, _| has(key));
    let had_event = question.event.is_some();
    question.event = question.event.take().filter(|key| has(key));
    question.baseline = question.baseline.take().filter(|key| has(key));
    question.event_sources.retain(|key, _| has(key));
    question.chosen_sources.retain(|key, _| has(key));
    question.picked_report = question.picked_report.take().filter(|(key, report)| {
        let event =
            |dataset: &Dataset| dataset.events.get(&key.event).is_some_and(|event| *report < event.reports.len());
        has(key) && dataset(key.file).is_some_and(event)
    });
    question.chosen_sources.retain(|key, source| {
        let known = dataset(key.file).is_some_and(|dataset| dataset.sources.contains_key(source));
        if !known {
            note(&mut dropped.sources, source);
        }
        known
    });
    if let Some(people) = &mut question.people {
        people.retain(|id| {
            let known = files.iter().any(|file| file.dataset.categories.contains_key(id));
            if !known {
                note(&mut dropped.categories, id);
            }
            known
        });
    }
    question.people = question.people.take().filter(|people| !people.is_empty());
    let first = first_question(files);
    if had_event && question.event.is_none() {
        question.event.clone_from(&first.event);
    }
    if !files.iter().any(|file| file.dataset.uses(&question.measure)) {
        if question.measure != first.measure {
            note(&mut dropped.measures, &question.measure);
        }
        question.measure = first.measure;
    }
    dropped
}

/// The question that shows the place of a finding: its event's breakdown with its report and measure, known by then.
pub(super) fn question_at(place: &Place, file: &File, question: &Question) -> Question {
    let mut question = question.clone();
    let Some((id, event)) = place.event.and_then(|index| file.dataset.events.get_index(index)) else { return question };
    let key = EventKey { file: file.id, event: id.clone() };
    question.tab = Tab::Breakdown;
    question.all_events = false;
    question.event = Some(key.clone());
    let report = place.report.and_then(|index| Some((index, event.reports.get(index)?)));
    let Some((index, report)) = report else { return question };
    if let Some(measure) = place.measure.as_ref().or_else(|| report.counts.keys().next()) {
        question.measure = measure.clone();
    }
    if let (Some(date), Some(since)) = (question.as_known_on, report.known_since())
        && since.last_day() > date
    {
        question.as_known_on = None;
    }
    question.picked_report = Some((key, index));
    question
}
