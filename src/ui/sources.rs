//! The sources tab: who counted, what kind of organisation it is, via whom, when, how verified, and how often.

use super::Look;
use super::text::paragraph_ui;
use super::views::SourceLine;
use crate::chart::{Tone, as_known_on};
use crate::model::ledger::known_reports;
use crate::model::{Dataset, Event, Id, Report, SourceKind, When};
use crate::state::{File, State};
use crate::text::{DateStyle, Locale, Weight, list, names, sentences, span};
use eframe::egui::{Margin, ScrollArea, Ui};
use indexmap::IndexSet;
use jiff::civil::Date;

/// As many links as are listed for one source; the details of each report have its own.
const MOST_LINKS: usize = 6;

/// The sources of each open file, in its order; what is one source in two files stands in both.
pub(super) fn source_lines(state: &State, locale: &Locale) -> Vec<SourceLine> {
    let several = state.files.len() > 1;
    let of_file = |file: &File| {
        let mut lines = lines_of_file(file, state.question.as_known_on, locale);
        if let (true, Some(first)) = (several, lines.first_mut()) {
            first.file = Some(state.with_library(|library| library.file_title(file.id, locale)));
        }
        lines
    };
    state.files.iter().flat_map(of_file).collect()
}

fn lines_of_file(file: &File, known_on: Option<Date>, locale: &Locale) -> Vec<SourceLine> {
    let dataset = &file.dataset;
    let mut of: std::collections::HashMap<&Id, Vec<(&Event, &Report)>> = std::collections::HashMap::new();
    for event in dataset.events.values() {
        for (_, report) in known_reports(event, known_on) {
            if let Some(source) = &report.source {
                of.entry(source).or_default().push((event, report));
            }
        }
    }
    let unnamed: Vec<(&Event, &Report)> = dataset
        .events
        .values()
        .flat_map(|event| {
            let known = known_reports(event, known_on);
            known.into_iter().filter(|(_, report)| report.source.is_none()).map(move |(_, report)| (event, report))
        })
        .collect();
    let line = |(index, source): (usize, &crate::model::Source)| {
        let reports = of.remove(&source.id).unwrap_or_default();
        SourceLine {
            file: None,
            index,
            reports: reports.len(),
            name: source.name.get(locale.language).to_owned(),
            summary: summary(source.kind, &reports, locale),
            facts: facts(dataset, &reports, locale),
            url: source.url.clone(),
            read_in: read_in(&reports),
        }
    };
    // A source of which nothing is known yet has counted nothing yet.
    let named = dataset.sources.values().enumerate().map(line).filter(|line| line.reports > 0);
    // What has a bar of its own in the charts has its line here.
    let unnamed = (!unnamed.is_empty()).then(|| SourceLine {
        file: None,
        index: dataset.sources.len(),
        reports: unnamed.len(),
        name: locale.say("source-missing"),
        summary: summary(None, &unnamed, locale),
        facts: facts(dataset, &unnamed, locale),
        url: None,
        read_in: read_in(&unnamed),
    });
    named.chain(unnamed).collect()
}

fn read_in(reports: &[(&Event, &Report)]) -> Vec<String> {
    let via = |report: &'_ Report| report.via.iter().filter_map(|via| via.url.clone()).collect::<Vec<_>>();
    let all = reports.iter().flat_map(|(_, report)| via(report).into_iter().chain(report.read_in.iter().cloned()));
    all.collect::<IndexSet<String>>().into_iter().collect()
}

fn summary(kind: Option<SourceKind>, reports: &[(&Event, &Report)], locale: &Locale) -> String {
    let kind = kind.map(|kind| names::source_kind(kind, locale));
    let count = locale.say_with("sources-reports", &[("count", reports.len().into())]);
    let dates: Vec<When> = reports.iter().filter_map(|(_, report)| report.when()).collect();
    let first = dates.iter().min_by_key(|when| when.first_day());
    let last = dates.iter().max_by_key(|when| when.last_day());
    let dates = first.zip(last);
    let dates = dates.map(|(first, last)| span(first.from, last.to.unwrap_or(last.from), DateStyle::Short, locale));
    let parts: Vec<String> = kind.into_iter().chain([count]).chain(dates).collect();
    sentences::upper_first(&list(&parts, " · "))
}

fn facts(dataset: &Dataset, reports: &[(&Event, &Report)], locale: &Locale) -> Vec<(String, String)> {
    let events: IndexSet<&str> = reports.iter().map(|(event, _)| names::event_short(event, locale)).collect();
    let via: IndexSet<&str> = reports.iter().flat_map(|(_, report)| &report.via).map(|via| via.name.as_str()).collect();
    let verified: IndexSet<String> = reports
        .iter()
        .filter_map(|(_, report)| sentences::verification(report.verification.as_deref(), locale))
        .collect();
    let measures: IndexSet<String> = reports
        .iter()
        .flat_map(|(_, report)| report.counts.keys())
        .map(|id| names::measure(dataset, id, locale))
        .collect();
    let join = |texts: Vec<&str>| list(&texts, ", ");
    let mut facts = vec![
        (locale.say("fact-events"), join(events.into_iter().collect())),
        (locale.say("fact-measures"), join(measures.iter().map(String::as_str).collect())),
    ];
    if !via.is_empty() {
        facts.push((locale.say("fact-via"), join(via.into_iter().collect())));
    }
    let verified = if verified.is_empty() {
        locale.say("verified-not-stated")
    } else {
        join(verified.iter().map(String::as_str).collect())
    };
    facts.push((locale.say("fact-verified"), verified));
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

pub(super) fn sources_ui(ui: &mut Ui, look: &Look, lines: &[SourceLine]) {
    eframe::egui::Frame::new().inner_margin(Margin { left: 22, right: 8, top: 14, bottom: 6 }).show(ui, |ui| {
        paragraph_ui(ui, &look.say("sources-title"), 21.0, Weight::Strong, look.color(Tone::Ink));
        let key = if look.state.files.len() > 1 { "sources-subtitle-several" } else { "sources-subtitle" };
        let known = as_known_on(look.state.question.as_known_on, look.locale);
        let subtitle = look.locale.say_with(key, &[("known", known.into())]);
        paragraph_ui(ui, &subtitle, 13.0, Weight::Regular, look.color(Tone::Muted));
        ui.add_space(8.0);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for line in lines {
                source_ui(ui, look, line);
            }
        });
    });
}

fn source_ui(ui: &mut Ui, look: &Look, line: &SourceLine) {
    ui.add_space(6.0);
    if let Some(file) = &line.file {
        paragraph_ui(ui, file, 16.0, Weight::Strong, look.color(Tone::Accent));
        ui.add_space(6.0);
    }
    paragraph_ui(ui, &line.name, 14.0, Weight::Strong, look.color(Tone::Ink));
    paragraph_ui(ui, &line.summary, 12.0, Weight::Regular, look.color(Tone::Muted));
    for (name, value) in &line.facts {
        super::details::fact_ui(ui, look, name, value);
    }
    if let Some(url) = &line.url {
        ui.hyperlink_to(look.text(url, 12.0, Weight::Regular, Tone::Accent), url);
    }
    super::details::read_in_ui(ui, look, &line.read_in[..line.read_in.len().min(MOST_LINKS)]);
    if line.read_in.len() > MOST_LINKS {
        let more = look.locale.say_with("sources-read-more", &[("count", (line.read_in.len() - MOST_LINKS).into())]);
        ui.label(look.text(&more, 12.0, Weight::Regular, Tone::Muted));
    }
    ui.add_space(4.0);
    ui.separator();
}
