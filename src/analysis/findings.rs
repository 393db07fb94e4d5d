//! Everything that is noticed about a dataset: what the ledger finds, and characters that cannot be drawn.

use crate::model::ledger::{Latest, is_known};
use crate::model::{Count, Coverage, Dataset, Event, Finding, FindingKind, Localized, Place, Report, When, ledger};
use crate::text;
use std::collections::{HashMap, HashSet};

/// The ledger's findings, and one for each character that no shipped font can draw; errors first, then in file order.
#[must_use]
pub fn findings(dataset: &Dataset) -> Vec<Finding> {
    let mut findings = ledger::check(dataset);
    findings.extend(missing_glyphs(dataset));
    findings.sort_by_key(|finding| (finding.severity(), finding.place.event, finding.place.report));
    findings
}

/// The indices of the findings whose report is known on `date`. A part that was carried along from report to report is
/// noted once, where it was last.
#[must_use]
pub fn known_findings(dataset: &Dataset, findings: &[Finding], date: Latest) -> Vec<usize> {
    let report = |place: &Place| {
        let event = place.event.and_then(|index| dataset.events.get_index(index));
        event.and_then(|(_, event)| event.reports.get(place.report?))
    };
    let known = |place: &Place| report(place).is_none_or(|report| is_known(report, date));
    let all = findings.iter().enumerate().filter(|(_, finding)| known(&finding.place));
    let mut last: HashMap<_, (When, usize)> = HashMap::new();
    for (index, Finding { place, kind }) in all.clone() {
        if let FindingKind::StalePart { part_when, when } = kind {
            let source = report(place).and_then(|report| report.source.as_ref());
            let carried = (place.event, source, &place.measure, &place.categories, part_when.to_string());
            let known = last.entry(carried).or_insert((*when, index));
            if when.last_day() >= known.0.last_day() {
                *known = (*when, index);
            }
        }
    }
    let last: HashSet<usize> = last.into_values().map(|(_, index)| index).collect();
    let is_said = |(index, finding): &(usize, &Finding)| {
        !matches!(finding.kind, FindingKind::StalePart { .. }) || last.contains(index)
    };
    all.filter(is_said).map(|(index, _)| index).collect()
}

/// All findings that are said when nothing is asked, whenever their reports became known.
#[must_use]
pub fn said_findings(dataset: &Dataset) -> Vec<Finding> {
    let all = findings(dataset);
    known_findings(dataset, &all, None).into_iter().filter_map(|index| all.get(index).cloned()).collect()
}

/// One finding for each character without a glyph, at the place where it comes first.
fn missing_glyphs(dataset: &Dataset) -> Vec<Finding> {
    let mut seen = HashSet::new();
    let mut findings = Vec::new();
    each_text(dataset, &mut |place, text| {
        // Nearly all texts are plain ASCII, which the first font has whole.
        if text.is_ascii() {
            return;
        }
        for character in text::missing_glyphs(text) {
            if seen.insert(character) {
                let kind = FindingKind::MissingGlyph { character };
                findings.push(Finding { place: place.clone(), kind });
            }
        }
    });
    findings
}

/// Calls `look` with every text that can be drawn.
fn each_text(dataset: &Dataset, look: &mut dyn FnMut(&Place, &str)) {
    let whole = Place::default();
    let mut look_at = |text: &str| look(&whole, text);
    let mut localized = |text: &Localized| text.all().for_each(&mut look_at);
    localized(&dataset.title);
    dataset.note.iter().for_each(&mut localized);
    for source in dataset.sources.values() {
        localized(&source.name);
        source.short.iter().for_each(&mut localized);
    }
    dataset.categories.values().for_each(|category| localized(&category.label));
    dataset.measures.values().filter_map(|measure| measure.label.as_ref()).for_each(&mut localized);
    // A measure without a label is shown by its id.
    dataset.measures.keys().for_each(|id| look_at(id.as_str()));
    dataset
        .licence
        .as_deref()
        .into_iter()
        .chain(dataset.sources.values().filter_map(|source| source.url.as_deref()))
        .for_each(look_at);
    for (index, event) in dataset.events.values().enumerate() {
        event_texts(index, event, look);
    }
}

fn event_texts(index: usize, event: &Event, look: &mut dyn FnMut(&Place, &str)) {
    let place = Place { event: Some(index), ..Place::default() };
    let texts = [Some(&event.title), event.short.as_ref(), event.place.as_ref(), event.note.as_ref()];
    let texts = texts.into_iter().flatten().chain(event.notes.iter().map(|note| &note.text));
    texts.flat_map(Localized::all).for_each(|text| look(&place, text));
    event.population.iter().filter_map(|population| population.source.as_deref()).for_each(|text| look(&place, text));
    for (number, report) in event.reports.iter().enumerate() {
        report_texts(&Place { report: Some(number), ..place.clone() }, report, look);
    }
}

fn report_texts(place: &Place, report: &Report, look: &mut dyn FnMut(&Place, &str)) {
    report.via.iter().for_each(|via| look(place, &via.name));
    report.read_in.iter().for_each(|text| look(place, text));
    report.note.iter().flat_map(Localized::all).for_each(|text| look(place, text));
    report.verification.iter().filter_map(|verification| verification.by.as_deref()).for_each(|text| look(place, text));
    report.counts.values().for_each(|count| count_texts(place, count, look));
}

fn count_texts(place: &Place, count: &Count, look: &mut dyn FnMut(&Place, &str)) {
    count.as_written.iter().chain(&count.filled_by).for_each(|text| look(place, text));
    if let Some(Coverage { by, place: r#where, text, .. }) = count.coverage.as_deref() {
        [by, r#where, text].into_iter().flatten().flat_map(Localized::all).for_each(|text| look(place, text));
    }
    count.pending.iter().for_each(|pending| count_texts(place, pending, look));
    count.children().for_each(|(_, _, inner)| count_texts(place, inner, look));
}
