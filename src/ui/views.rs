//! What the chosen tab shows, computed when the question changes and not in every frame.

use super::lists::Lists;
use crate::analysis::{
    Card, ChangeRow, Changes, Details, FileId, Library, Offer, Question, Tab, TableRow, Tally, Versions, breakdown,
    card, change_rows, changes, compare, comparison_sentence, details, known_findings, offers, revisions,
    said_findings, table, timeline,
};
use crate::chart::{Figure, Layout, View, breakdown_figure, compare_figure, timeline_figure};
use crate::formats::table::gather::of_sample;
use crate::formats::table::guess::{Asked, Proposal};
use crate::model::{Dataset, Finding, Severity};
use crate::state::{File, Import, Page, Selection, State};
use crate::text::{Locale, findings, list, whole};
use indexmap::IndexMap;
use std::rc::Rc;

/// One finding, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckLine {
    /// Its file.
    pub file: FileId,
    /// Its index in the file's list.
    pub index: usize,
    /// How much it matters.
    pub severity: Severity,
    /// Event, source and date of its place.
    pub place: String,
    /// What was found.
    pub text: String,
}

/// One source, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    /// The title of its file, where several are open and it is the first of its file.
    pub file: Option<String>,
    /// Its index in the dataset.
    pub index: usize,
    /// How many reports of it are known.
    pub reports: usize,
    /// Its full name.
    pub name: String,
    /// What kind of organisation it is, how many reports, and when.
    pub summary: String,
    /// Label and value: outlets, verification, events.
    pub facts: Vec<(String, String)>,
    /// Its page.
    pub url: Option<String>,
    /// What was read: citations and addresses, each once.
    pub read_in: Vec<String>,
}

/// What a file changed since the version that it is compared with.
pub struct ChangesView {
    /// The file.
    pub file: FileId,
    /// What the other version is called.
    pub since: String,
    /// How many events, reports, counts and categories inside them differ.
    pub tallies: [Tally; 4],
    /// Every difference.
    pub rows: Vec<ChangeRow>,
}

/// What comes of the recipe on the import page.
pub struct ImportView {
    /// The chart, or what is wrong with the recipe.
    pub chart: Result<Rc<Figure>, String>,
    /// The questions about the table that are still to the point.
    pub asked: Vec<Asked>,
    /// From which rows.
    pub scope: String,
    /// What the ledger finds in them, the first few.
    pub findings: Vec<String>,
}

/// What a tab shows.
pub enum Content {
    /// A chart.
    Figure(Rc<Figure>),
    /// What differs between the figures of the chart, and what makes them more alike.
    Card(Card, Vec<Offer>),
    /// What comes of a recipe.
    Import(ImportView),
    /// What a file changed since another version of it.
    Changes(ChangesView),
    /// Every count.
    Table(Vec<TableRow>),
    /// What the ledger found.
    Checks(Vec<CheckLine>),
    /// Who counted.
    Sources(Vec<SourceLine>),
}

/// A figure's last layout, with what it was made for.
pub struct Drawn {
    /// The figure.
    pub figure: Rc<Figure>,
    /// The view.
    pub view: View,
    /// The marks.
    pub layout: Rc<Layout>,
}

/// What is shown, kept until the question changes.
pub struct Views {
    made_for: Option<(u64, Option<Selection>)>,
    /// What the tab shows.
    pub content: Content,
    /// What the lists on the left offer.
    pub lists: Lists,
    /// The files and indices of the findings that are known on the question's date.
    pub findings: Vec<(FileId, usize)>,
    /// How many of them are errors or doubts.
    pub serious: usize,
    /// What the panel on the right says.
    pub details: Option<Details>,
    /// The sentence of the comparison, where that is what the tab shows.
    pub comparison: Option<String>,
    /// The last layout.
    pub drawn: Option<Drawn>,
}

impl Default for Views {
    fn default() -> Self {
        Self {
            made_for: None,
            content: Content::Checks(Vec::new()),
            lists: Lists::default(),
            findings: Vec::new(),
            serious: 0,
            details: None,
            comparison: None,
            drawn: None,
        }
    }
}

impl Views {
    /// Computes what the tab and the details show, if the question or the selection is another one.
    pub fn update(&mut self, state: &State, locale: &Locale) {
        let wanted = (state.revision, state.selection.clone());
        let same_question = self.made_for.as_ref().is_some_and(|(revision, _)| *revision == state.revision);
        if self.made_for.as_ref() == Some(&wanted) {
            return;
        }
        if !same_question {
            self.lists.update(state, locale);
            self.update_findings(state);
            self.comparison = None;
            self.content = self.content(state, locale);
        }
        let count = match &state.selection {
            Some(Selection::Count(key)) => Some(key),
            _ => None,
        };
        self.details = state.with_library(|library| details(library, &state.question, count, locale));
        self.made_for = Some(wanted);
    }

    fn update_findings(&mut self, state: &State) {
        self.findings.clear();
        self.serious = 0;
        for file in &state.files {
            let known = known_findings(&file.dataset, &file.findings, state.question.as_known_on);
            let serious = |index: &&usize| file.findings.get(**index).is_some_and(|f| f.severity() != Severity::Note);
            self.serious += known.iter().filter(serious).count();
            self.findings.extend(known.into_iter().map(|index| (file.id, index)));
        }
    }

    fn content(&mut self, state: &State, locale: &Locale) -> Content {
        let question = &state.question;
        if let Page::Import(import) = &state.page
            && let Some(view) = import_view(state, import, locale)
        {
            return Content::Import(view);
        }
        if let Page::Changes(id) = state.page
            && let Some(view) = changes_view(state, id, locale)
        {
            return Content::Changes(view);
        }
        state.with_library(|library| match question.tab {
            Tab::Breakdown => {
                Content::Figure(Rc::new(breakdown_figure(&breakdown(library, question), question, locale)))
            }
            Tab::Compare => {
                let comparison = compare(library, question);
                self.comparison = comparison_sentence(&comparison, question, locale);
                if state.page == Page::Differences {
                    return Content::Card(card(&comparison, locale), offers(library, question, locale));
                }
                Content::Figure(Rc::new(compare_figure(&comparison, question, locale)))
            }
            Tab::Timeline => {
                let question = question.of_timeline();
                let mut timeline = timeline(library, &question);
                for file in &state.files {
                    let revisions =
                        with_versions(file, |changes, versions| revisions(changes, versions, &question, locale));
                    timeline.revise(&revisions.unwrap_or_default());
                }
                Content::Figure(Rc::new(timeline_figure(library, &timeline, &question, locale)))
            }
            Tab::Table => Content::Table(table(library, question)),
            Tab::Checks => Content::Checks(check_lines(state, &self.findings, locale)),
            Tab::Sources => Content::Sources(super::sources::source_lines(state, locale)),
        })
    }
}

/// Looks at what a file changed, if it is compared with another version.
fn with_versions<R>(file: &File, look: impl FnOnce(&Changes, Versions) -> R) -> Option<R> {
    let (version, name) = (file.version.as_ref()?, file.version_name()?);
    let (old, new) = (&*version.read.dataset, &*file.dataset);
    Some(look(&changes(old, new), Versions { file: file.id, name: &name, old, new }))
}

fn changes_view(state: &State, id: FileId, locale: &Locale) -> Option<ChangesView> {
    let file = state.file(id)?;
    with_versions(file, |changes, versions| ChangesView {
        file: id,
        since: versions.name.to_owned(),
        tallies: [changes.event_tally, changes.report_tally, changes.count_tally, changes.part_tally],
        rows: change_rows(changes, versions, &state.question, locale),
    })
}

/// How many findings stand under a preview.
const PREVIEWED_FINDINGS: usize = 4;

fn import_view(state: &State, import: &Import, locale: &Locale) -> Option<ImportView> {
    let file = state.file(import.file)?;
    let read_as = file.read_as.as_ref()?;
    let sample = &read_as.sample;
    let still_asked = |proposal: &Proposal| proposal.asked(&import.open, &import.recipe);
    let asked = read_as.proposal.as_ref().map(still_asked).unwrap_or_default();
    let rows = sample.rows.len();
    let is_whole = if sample.is_whole { "yes" } else { "no" };
    let count = whole(u64::try_from(rows).unwrap_or(u64::MAX));
    let scope = locale.say_with("import-scope", &[("whole", is_whole.into()), ("count", count.into())]);
    let gathered = match of_sample(sample, &import.recipe, &file.origin.name()) {
        Ok(gathered) => gathered,
        Err(problem) => {
            return Some(ImportView { chart: Err(problem.to_string()), asked, scope, findings: Vec::new() });
        }
    };
    let dataset = &gathered.dataset;
    let open = [(file.id, dataset)];
    let library = Library(&open);
    let question = Question::first(file.id, dataset);
    let figure = if dataset.events.len() > 1 {
        compare_figure(&compare(library, &question), &question, locale)
    } else {
        timeline_figure(library, &timeline(library, &question), &question, locale)
    };
    Some(ImportView { chart: Ok(Rc::new(figure)), asked, scope, findings: previewed_findings(dataset, locale) })
}

/// The sentences of the findings, each once with how often it is found; the first few.
fn previewed_findings(dataset: &Dataset, locale: &Locale) -> Vec<String> {
    let mut counted: IndexMap<String, usize> = IndexMap::new();
    for finding in said_findings(dataset) {
        *counted.entry(findings::sentence(dataset, &finding, locale)).or_default() += 1;
    }
    let say = |(text, count): (&String, &usize)| {
        let arguments = [("text", text.clone().into()), ("count", (*count).into())];
        if *count == 1 { text.clone() } else { locale.say_with("import-finding-often", &arguments) }
    };
    let mut lines: Vec<String> = counted.iter().take(PREVIEWED_FINDINGS).map(say).collect();
    if counted.len() > PREVIEWED_FINDINGS {
        let more = (counted.len() - PREVIEWED_FINDINGS).into();
        lines.push(locale.say_with("import-more-findings", &[("count", more)]));
    }
    lines
}

fn check_lines(state: &State, findings: &[(FileId, usize)], locale: &Locale) -> Vec<CheckLine> {
    let line = |&(id, index): &(FileId, usize)| {
        let file = state.file(id)?;
        let finding: &Finding = file.findings.get(index)?;
        let mut place = findings::place(&file.dataset, &finding.place, locale);
        if state.files.len() > 1 {
            place = list(&[place, state.with_library(|library| library.file_title(id, locale))], " · ");
        }
        let text = findings::sentence(&file.dataset, finding, locale);
        Some(CheckLine { file: id, index, severity: finding.severity(), place, text })
    };
    findings.iter().filter_map(line).collect()
}
