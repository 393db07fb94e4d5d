//! How each action changes the state, and what it asks for.

use super::question::question_at;
use super::{Action, Dialog, Effect, File, JobId, Loading, Origin, Page, Refusal, Selection, State};
use crate::analysis::{CountKey, EventKey, FileId, Question, Tab};
use crate::model::Dataset;
use std::sync::Arc;

const RECENT_FILES: usize = 10;

impl State {
    /// Applies one action. Nothing is read, written or drawn here: the effects say what is to be done.
    #[must_use]
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::AskOpen => self.ask_system(None, Effect::AskOpen),
            Action::AskSave => self.ask_save(),
            Action::Show(dialog) => {
                // The system's dialog goes first: its answer must find it.
                if !matches!(self.dialog, Dialog::System { .. }) {
                    self.dialog = dialog;
                }
                Vec::new()
            }
            Action::OpenAnswered { path, at_once } => {
                self.dialog =
                    if at_once && path.is_none() { Dialog::OpenPath { fallback: true } } else { Dialog::None };
                path.map_or_else(Vec::new, |path| self.open(Origin::Path(path)))
            }
            Action::SaveAnswered { path, at_once } => match (std::mem::take(&mut self.dialog), path) {
                (Dialog::System { saving: Some(dataset) }, Some(path)) => {
                    vec![Effect::Save { path, dataset, replace: true }]
                }
                (Dialog::System { saving: Some(dataset) }, None) if at_once => {
                    self.dialog = Dialog::SavePath(dataset);
                    Vec::new()
                }
                _ => Vec::new(),
            },
            Action::Open(origin) => self.open(origin),
            Action::CancelLoading => match std::mem::take(&mut self.loading) {
                Loading::Running { job, .. } => vec![Effect::Cancel(job)],
                Loading::Idle => Vec::new(),
            },
            Action::SaveTo(path) => match std::mem::take(&mut self.dialog) {
                Dialog::SavePath(dataset) => vec![Effect::Save { path, dataset, replace: false }],
                _ => Vec::new(),
            },
            Action::CopyText { text, notice } => {
                self.notice = Some((notice, String::new()));
                vec![Effect::CopyText(text)]
            }
            // Only a chart that is on show can be copied.
            Action::CopyPicture if !self.shows_chart() => Vec::new(),
            Action::CopyPicture => {
                self.notice = Some(("notice-picture", String::new()));
                vec![Effect::CopyPicture]
            }
            Action::CopyTable => {
                self.notice = Some(("notice-table", String::new()));
                vec![Effect::CopyTable]
            }
            Action::Quit => vec![Effect::Quit],
            quiet => {
                self.note(quiet);
                Vec::new()
            }
        }
    }

    /// Whether the middle of the window is a chart.
    #[must_use]
    pub fn shows_chart(&self) -> bool {
        self.page == Page::Tabs && matches!(self.question.tab, Tab::Breakdown | Tab::Compare | Tab::Timeline)
    }

    /// The actions that change only what is shown.
    fn note(&mut self, action: Action) {
        match action {
            Action::Progress { job, bytes_read: read, size: known } => {
                if let Loading::Running { job: current, bytes_read, size, .. } = &mut self.loading
                    && *current == job
                {
                    (*bytes_read, *size) = (read, known);
                }
            }
            Action::Loaded { job, dataset, findings, warnings } => {
                if let Some(origin) = self.finish(job) {
                    self.remember(&origin);
                    let id = FileId(self.next_file);
                    self.next_file += 1;
                    self.replace(File { id, origin, dataset, findings, warnings });
                }
            }
            Action::Failed { job, error } => {
                if let Some(origin) = self.finish(job) {
                    self.page = Page::Refused(Refusal { origin, error });
                }
            }
            Action::DismissRefusal => self.page = Page::Tabs,
            Action::GoTo(page) => {
                self.page = page;
                self.revision += 1;
            }
            Action::Ask(question) => {
                if question.event != self.question.event || question.measure != self.question.measure {
                    self.selection = None;
                }
                // Who makes figures comparable sees what still differs; another tab leaves that.
                let stays = self.page == Page::Differences && question.tab == Tab::Compare;
                self.page = if stays { Page::Differences } else { Page::Tabs };
                self.question = *question;
                self.revision += 1;
            }
            Action::Select(selection) => self.selection = selection,
            Action::GoToFinding(index) => self.go_to_finding(index),
            Action::Saved { name, error } => {
                self.notice = Some(error.map_or(("notice-saved", name), |error| ("notice-not-saved", error)));
            }
            Action::SetTheme(theme) => self.theme = theme,
            Action::Remember(recent) => self.recent = recent,
            _ => {}
        }
    }

    /// Only one system dialog at a time.
    fn ask_system(&mut self, saving: Option<Arc<Dataset>>, effect: Effect) -> Vec<Effect> {
        if matches!(self.dialog, Dialog::System { .. }) {
            return Vec::new();
        }
        self.dialog = Dialog::System { saving };
        vec![effect]
    }

    /// What is open now is what will be saved, whatever is opened until the dialog is answered.
    fn ask_save(&mut self) -> Vec<Effect> {
        let Some(file) = self.first_file() else { return Vec::new() };
        let (name, dataset) = (copy_name(&file.origin), file.dataset.clone());
        self.ask_system(Some(dataset), Effect::AskSave { name })
    }

    fn open(&mut self, origin: Origin) -> Vec<Effect> {
        let mut effects = match std::mem::take(&mut self.loading) {
            Loading::Running { job, .. } => vec![Effect::Cancel(job)],
            Loading::Idle => Vec::new(),
        };
        if matches!(self.dialog, Dialog::OpenPath { .. }) {
            self.dialog = Dialog::None;
        }
        let job = JobId(self.next_job);
        self.next_job += 1;
        self.loading = Loading::Running { job, origin: origin.clone(), bytes_read: 0, size: None };
        effects.push(Effect::Load(job, origin));
        effects
    }

    /// Ends `job` and gives its origin, unless another job has taken its place.
    fn finish(&mut self, job: JobId) -> Option<Origin> {
        match &self.loading {
            Loading::Running { job: current, .. } if *current == job => {}
            _ => return None,
        }
        match std::mem::take(&mut self.loading) {
            Loading::Running { origin, .. } => Some(origin),
            Loading::Idle => None,
        }
    }

    fn replace(&mut self, file: File) {
        let tab = self.question.tab;
        self.question = Question::first(file.id, &file.dataset);
        self.question.tab = tab;
        self.files = vec![file];
        self.page = Page::Tabs;
        self.selection = None;
        self.notice = None;
        self.revision += 1;
    }

    fn remember(&mut self, origin: &Origin) {
        if let Origin::Path(path) = origin {
            self.recent.retain(|recent| recent != path);
            self.recent.insert(0, path.clone());
            self.recent.truncate(RECENT_FILES);
        }
    }

    fn go_to_finding(&mut self, index: usize) {
        let Some(file) = self.files.first() else { return };
        let Some(place) = file.findings.get(index).map(|finding| finding.place.clone()) else { return };
        self.question = question_at(&place, file, &self.question);
        self.selection = Some(Selection::Finding(index));
        if let (Some((event, _)), Some(report), Some(measure)) =
            (place.event.and_then(|event| file.dataset.events.get_index(event)), place.report, place.measure)
        {
            let event = EventKey { file: file.id, event: event.clone() };
            self.selection = Some(Selection::Count(CountKey { event, report, measure, categories: place.categories }));
        }
        self.page = Page::Tabs;
        self.revision += 1;
    }
}

/// The file name proposed for a copy.
fn copy_name(origin: &Origin) -> String {
    let name = origin.name();
    let stem = name.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or("dataset");
    format!("{stem}-copy.toll.json")
}
