//! The plain text that `describe` prints for people.

use super::figures::{self, FILE, Figure};
use super::{Options, comparison_lines, lines, read_as};
use crate::analysis::{Library, OpenEvent, Question, said_findings};
use crate::formats::Loaded;
use crate::model::{Dataset, EventEnd, Finding, Place, Severity};
use crate::text::{DateStyle, Locale, date, findings, names, without_marks};

/// The whole report, without a line break at its end.
#[must_use]
pub fn report(loaded: &Loaded, options: Options, locale: &Locale) -> String {
    let dataset = &loaded.dataset;
    let question = figures::question(dataset, options);
    let open = [(FILE, dataset)];
    let library = Library(&open);
    let known = match question.as_known_on {
        Some(day) => {
            locale.say_with("describe-known-on", &[("date", date(day.into(), DateStyle::Long, locale).into())])
        }
        None => locale.say("describe-known-latest"),
    };
    let mut report = Writer::default();
    report.line(0, dataset.title.get(locale.language));
    report.line(0, &known);
    if let Some(read_as) = &loaded.read_as {
        read_as::lines(&mut report, loaded, read_as, locale);
    }
    let mut asked = question.clone();
    for event in library.events() {
        let latest = figures::latest(library, &mut asked, event);
        report.blank();
        event_heading(&mut report, event, locale);
        if latest.is_empty() {
            report.line(1, &locale.say("describe-no-figures"));
        }
        figures_by_measure(&mut report, event, &latest, &question, locale);
        if options.all {
            report.line(1, &locale.say("describe-all-reports"));
            for figure in figures::all(event, &latest) {
                let measure = names::measure(dataset, figure.measure, locale);
                lines::figure(&mut report, 2, Some(&measure), (event, &question), &figure, locale);
            }
        }
    }
    comparison_lines::comparison(&mut report, library, &question, locale);
    sources(&mut report, dataset, locale);
    all_findings(&mut report, dataset, locale);
    if !loaded.warnings.is_empty() {
        report.blank();
        report.line(0, &locale.say("describe-warnings"));
        for warning in &loaded.warnings {
            let arguments = [("line", warning.line.to_string().into()), ("message", warning.message.clone().into())];
            let of_line = warning.line > 0;
            let text = if of_line { locale.say_with("describe-warning", &arguments) } else { warning.message.clone() };
            report.line(1, &text);
        }
    }
    report.text
}

/// Text that grows line by line.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
}

impl Writer {
    /// Adds a line, two spaces in for each level. Terminals order text by rules of their own.
    pub(super) fn line(&mut self, level: usize, line: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.extend(std::iter::repeat_n("  ", level));
        self.text.push_str(&without_marks(line));
    }

    /// Adds an empty line before the next one.
    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }
}

fn event_heading(report: &mut Writer, event: OpenEvent, locale: &Locale) {
    let event = event.event;
    let day = |when| date(when, DateStyle::Long, locale);
    let start = event.start.map_or_else(|| locale.say("describe-no-start"), day);
    let end = match (event.end, event.end_as_of) {
        (EventEnd::Unknown, _) => locale.say("describe-no-end"),
        (EventEnd::On(when), _) => day(when),
        (EventEnd::Ongoing, None) => locale.say("describe-unfinished"),
        (EventEnd::Ongoing, Some(as_of)) => locale.say_with("describe-unfinished-on", &[("date", day(as_of).into())]),
    };
    let span = match event.end {
        EventEnd::On(_) if event.start.is_some() => {
            locale.say_with("describe-span", &[("start", start.into()), ("end", end.into())])
        }
        _ => format!("{start}, {end}"),
    };
    let reports = locale.say_with("describe-reports", &[("reports", event.reports.len().into())]);
    report.line(0, event.title.get(locale.language));
    report.line(1, &format!("{span}; {reports}"));
}

fn figures_by_measure(report: &mut Writer, event: OpenEvent, figures: &[Figure], question: &Question, locale: &Locale) {
    let mut current = None;
    for figure in figures {
        if current != Some(figure.measure) {
            report.line(1, &names::measure(event.dataset, figure.measure, locale));
            current = Some(figure.measure);
        }
        lines::figure(report, 2, None, (event, question), figure, locale);
    }
}

fn sources(report: &mut Writer, dataset: &Dataset, locale: &Locale) {
    if dataset.sources.is_empty() {
        return;
    }
    report.blank();
    report.line(0, &locale.say("describe-sources"));
    for (id, source) in &dataset.sources {
        let (short, name) = (names::source_short(dataset, Some(id), locale), names::source(dataset, Some(id), locale));
        let mut line = if short == name { name } else { format!("{short}: {name}") };
        if let Some(kind) = source.kind {
            let kind = names::source_kind(kind, locale);
            line = locale.say_with("describe-source-kind", &[("source", line.into()), ("kind", kind.into())]);
        }
        report.line(1, &line);
    }
}

fn all_findings(report: &mut Writer, dataset: &Dataset, locale: &Locale) {
    let findings = said_findings(dataset);
    report.blank();
    if findings.is_empty() {
        report.line(0, &locale.say("describe-no-findings"));
    }
    for severity in [Severity::Error, Severity::Doubt, Severity::Note] {
        let found: Vec<&Finding> = findings.iter().filter(|finding| finding.severity() == severity).collect();
        if found.is_empty() {
            continue;
        }
        report.line(0, &format!("{} ({})", locale.say(&format!("severity-{}", severity.name())), found.len()));
        for finding in found {
            report.line(1, &findings::sentence(dataset, finding, locale));
            report.line(2, &place(dataset, &finding.place, locale));
        }
    }
}

/// Where a finding was made: event, source and date for people, then the path for their editor.
fn place(dataset: &Dataset, place: &Place, locale: &Locale) -> String {
    let path = place.json_path();
    let Some((_, event)) = place.event.and_then(|index| dataset.events.get_index(index)) else { return path };
    let mut words = vec![event.title.get(locale.language).to_owned()];
    if let Some(report) = place.report.and_then(|index| event.reports.get(index)) {
        words.push(names::source_via(dataset, report, locale));
        words.extend(report.when().map(|when| date(when, DateStyle::Long, locale)));
    }
    locale.say_with("describe-place", &[("where", words.join(", ").into()), ("path", path.into())])
}
