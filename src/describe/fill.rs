//! From a dataset to the entries of its description.

use super::Options;
use super::comparison::comparison;
use super::figures::{self, FILE, Figure};
use super::shape::{
    CoverageEntry, Description, EventEntry, FigureEntry, FindingEntry, PartEntry, QuestionEntry, ReportEntry,
    WarningEntry, WhoEntry,
};
use crate::analysis::{Library, Question, Rule, said_findings};
use crate::formats::table::guess::Doubt;
use crate::formats::{Loaded, ReadAs};
use crate::model::{Count, Coverage, Dataset, EventEnd, Finding, Id, Localized, Report, Stated, Who};
use crate::text::{Locale, findings, without_marks};
use jiff::civil::Date;
use std::fmt::Display;

/// The JSON is a stable interface and keeps to one language.
const LANGUAGE: &str = "en";

/// Everything that `describe --json` prints.
#[must_use]
pub fn description(loaded: &Loaded, options: Options) -> Description {
    let dataset = &loaded.dataset;
    let locale = Locale::english();
    let open = [(FILE, dataset)];
    let question = figures::question(dataset, options);
    Description {
        title: english(&dataset.title),
        rows: loaded.rows,
        left_out: loaded.rows.map(|_| loaded.left_out),
        recipe: loaded.read_as.as_ref().map(|read_as| read_as.recipe.clone()),
        not_used: loaded.read_as.as_ref().map(|read_as| read_as.unused().into_iter().map(str::to_owned).collect()),
        questions: loaded.read_as.as_ref().map(|read_as| questions(read_as)),
        events: events(Library(&open), &question, options.all),
        comparison: comparison(Library(&open), &question, &locale),
        findings: said_findings(dataset).iter().map(|found| finding(dataset, found, &locale)).collect(),
        warnings: loaded
            .warnings
            .iter()
            .map(|warning| WarningEntry {
                line: Some(warning.line).filter(|line| *line > 0),
                message: warning.message.clone(),
            })
            .collect(),
    }
}

fn questions(read_as: &ReadAs) -> Vec<QuestionEntry> {
    let doubts = read_as.proposal.iter().flat_map(|proposal| &proposal.doubts);
    let entry = |doubt: &Doubt| {
        let mut answers = doubt.answers.iter().map(|answer| answer.text.clone());
        let (taken, others) = (answers.next().unwrap_or_default(), answers.collect());
        QuestionEntry { question: doubt.question.clone(), taken, others }
    };
    doubts.map(entry).collect()
}

fn events(library: Library, question: &Question, with_reports: bool) -> Vec<EventEntry> {
    let mut asked = question.clone();
    let entry = |open| {
        let latest = figures::latest(library, &mut asked, open);
        let all = with_reports.then(|| figures::all(open, &latest));
        let shown = |figure: &Figure| self::figure(figure, question.as_known_on);
        let reported = |figure: &Figure| FigureEntry { report: Some(report(figure.total.report)), ..shown(figure) };
        EventEntry {
            id: open.event.id.to_string(),
            title: english(&open.event.title),
            start: text(open.event.start),
            end: match open.event.end {
                EventEnd::Unknown => None,
                EventEnd::Ongoing => Some("..".to_owned()),
                EventEnd::On(when) => Some(when.to_string()),
            },
            reports: open.event.reports.len(),
            totals: latest.iter().map(shown).collect(),
            all_reports: all.map(|figures| figures.iter().map(reported).collect()),
        }
    };
    library.events().map(entry).collect()
}

fn figure(figure: &Figure, known_on: Option<Date>) -> FigureEntry {
    let total = &figure.total;
    let count = &*total.count;
    let (low, best, high) = numbers(count.stated);
    let is_single_period = figure.is_incremental() && total.periods == 0;
    let when = text(figure.when());
    let (as_of, period) = if is_single_period { (None, when) } else { (when, None) };
    let mut parts = Vec::new();
    list_parts(count, None, &mut parts);
    FigureEntry {
        report: None,
        measure: figure.measure.to_string(),
        source: text(total.source),
        as_of,
        basis: figure.is_incremental().then_some("incremental"),
        period,
        periods: (total.periods > 0).then_some(total.periods),
        stands: figure.rule.is_some(),
        rule: figure.rule.map(|rule| rule_words(rule, known_on)),
        qualifier: count.stated.qualifier().name(),
        low,
        best,
        high,
        residual: count.residual(),
        pending: count.pending.as_ref().and_then(|pending| pending.stated.number()),
        coverage: count.coverage.as_deref().map(coverage),
        parts,
    }
}

fn rule_words(rule: Rule, known_on: Option<Date>) -> String {
    let rule = match rule {
        Rule::Chosen => "chosen",
        Rule::Lead => "lead",
        Rule::MostRows => "most rows",
        Rule::FirstOfMostRows => "first of those with the most rows",
        Rule::BaselineSource => "baseline's source",
    };
    known_on.map_or_else(|| format!("{rule}, latest"), |date| format!("{rule}, as known on {date}"))
}

/// Low, best and high as stated: a bound that follows from a qualifier is not written out.
fn numbers(stated: Stated) -> (Option<u64>, Option<u64>, Option<u64>) {
    match stated {
        Stated::Unknown => (None, None, None),
        Stated::Exact(n) | Stated::About(n) => (None, Some(n), None),
        Stated::AtLeast(n) | Stated::MoreThan(n) => (Some(n), None, None),
        Stated::UpTo(n) => (None, None, Some(n)),
        Stated::Range { low, best, high } => (low, best, high),
    }
}

fn list_parts(count: &Count, inside: Option<&Id>, parts: &mut Vec<PartEntry>) {
    for (relation, category, part) in count.children() {
        let (low, best, high) = numbers(part.stated);
        parts.push(PartEntry {
            category: category.to_string(),
            relation: relation.name(),
            inside: text(inside),
            qualifier: part.stated.qualifier().name(),
            low,
            best,
            high,
            as_of: text(part.as_of),
        });
        list_parts(part, Some(category), parts);
    }
}

fn report(report: &Report) -> ReportEntry {
    ReportEntry {
        id: text(report.id.as_ref()),
        via: report.via.iter().map(|via| via.name.clone()).collect(),
        published: text(report.published),
    }
}

fn coverage(coverage: &Coverage) -> CoverageEntry {
    CoverageEntry {
        who: coverage.who.as_ref().map(|who| match who {
            Who::Everyone => WhoEntry::Everyone("everyone"),
            Who::Categories(ids) => WhoEntry::Categories(ids.iter().map(Id::to_string).collect()),
        }),
        by: coverage.by.as_ref().map(english),
        r#where: coverage.place.as_ref().map(english),
        period: text(coverage.period),
        text: coverage.text.as_ref().map(english),
    }
}

fn finding(dataset: &Dataset, finding: &Finding, locale: &Locale) -> FindingEntry {
    let event = finding.place.event.and_then(|index| dataset.events.get_index(index));
    let report = event.and_then(|(_, event)| event.reports.get(finding.place.report?));
    FindingEntry {
        severity: finding.severity().name(),
        kind: finding.kind.name(),
        event: text(event.map(|(id, _)| id)),
        source: text(report.and_then(|report| report.source.as_ref())),
        as_of: text(report.and_then(Report::when)),
        path: finding.place.json_path(),
        message: without_marks(&findings::sentence(dataset, finding, locale)),
    }
}

fn english(text: &Localized) -> String {
    text.get(LANGUAGE).to_owned()
}

fn text(value: Option<impl Display>) -> Option<String> {
    value.map(|value| value.to_string())
}
