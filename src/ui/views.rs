//! What the chosen tab shows, computed when the question changes and not in every frame.

use super::check_groups::{CheckGroup, check_groups};
use super::import::{ImportView, import_view};
use super::lists::Lists;
use super::read_bar::only_rows;
use crate::analysis::{
    Card, ChangeRow, Changes, Details, FileId, Offer, Tab, TableRow, Tally, Versions, breakdown, card, change_rows,
    changes, compare, comparison_sentence, details, known_findings, offers, revisions, table, timeline,
};
use crate::chart::{Figure, Layout, View, breakdown_figure, compare_figure, timeline_figure};
use crate::model::Severity;
use crate::state::{File, Page, Selection, State};
use crate::text::Locale;
use std::rc::Rc;

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
    /// Every count, and how wide its texts would be.
    Table(Vec<TableRow>, [f32; 4]),
    /// What the ledger found.
    Checks(Vec<CheckGroup>),
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
        let figure = |mut figure: Figure| {
            let tables = state.files.iter().filter_map(|file| file.read_as.as_ref());
            figure.notes.extend(tables.filter_map(|read_as| only_rows(read_as, locale)));
            Content::Figure(Rc::new(figure))
        };
        state.with_library(|library| match question.tab {
            Tab::Breakdown => figure(breakdown_figure(&breakdown(library, question), question, locale)),
            Tab::Compare => {
                let comparison = compare(library, question);
                self.comparison = comparison_sentence(&comparison, question, locale);
                if state.page == Page::Differences {
                    return Content::Card(card(&comparison, locale), offers(library, question, locale));
                }
                figure(compare_figure(&comparison, question, locale))
            }
            Tab::Timeline => {
                let question = question.of_timeline();
                let mut timeline = timeline(library, &question);
                for file in &state.files {
                    let revisions =
                        with_versions(file, |changes, versions| revisions(changes, versions, &question, locale));
                    timeline.revise(&revisions.unwrap_or_default());
                }
                figure(timeline_figure(library, &timeline, &question, locale))
            }
            Tab::Table => {
                let rows = table(library, question);
                let needs = super::table::needs(library, locale, &rows);
                Content::Table(rows, needs)
            }
            Tab::Checks => Content::Checks(check_groups(state, &self.findings, locale)),
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
