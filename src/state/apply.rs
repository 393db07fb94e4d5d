//! How each action changes the state, and what it asks for.

use super::question::{first_question, question_at};
use super::{Action, Dialog, Effect, Page, Prompt, Selection, State, Wanted};
use crate::analysis::{CountKey, EventKey, FileId, Question, Tab};

impl State {
    /// Applies one action. Nothing is read, written or drawn here: the effects say what is to be done.
    #[must_use]
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::AskOpen => self.ask_system(Wanted::Open, Prompt::Open),
            Action::AskAdd => self.ask_system(Wanted::Add, Prompt::Add),
            Action::AskVersion(id) => self.ask_system(Wanted::Version(id), Prompt::Version),
            Action::AskSave(id) => self.ask_save(id),
            Action::AskSaveRecipe(id) => self.ask_save_recipe(id),
            Action::UseDraft => self.use_draft(),
            // Who goes to a tab from the page of a table has not taken back what was changed on it.
            Action::Ask(question) if self.is_draft_changed() => {
                let effects = self.use_draft();
                if self.page == Page::Tabs {
                    self.note(Action::Ask(question));
                }
                effects
            }
            Action::AskSaveView => self.ask_save_view(),
            Action::Answered { paths, at_once } => self.answered(paths, at_once),
            Action::Typed(path) => self.typed(path),
            Action::Drop(paths) => self.dropped(paths),
            Action::Open(origin) => self.open(vec![origin]),
            Action::OpenTogether(origins) => self.open(origins),
            Action::Add(origins) => self.add(origins),
            Action::Remove(id) => self.remove(id),
            Action::CompareVersion(id, origin) => self.compare_version(id, origin),
            Action::CancelLoading => self.cancel(),
            news @ (Action::Progress { .. }
            | Action::Loaded { .. }
            | Action::ViewRead { .. }
            | Action::Failed { .. }) => self.hear(news),
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
            // The system's dialog goes first: its answer must find it.
            Action::Show(dialog) if !matches!(self.dialog, Dialog::System(_)) => self.dialog = dialog,
            Action::DismissRefusal => {
                if let Page::Refused(refusals) = &mut self.page {
                    refusals.drain(..1.min(refusals.len()));
                    if refusals.is_empty() {
                        self.page = Page::Tabs;
                    }
                }
            }
            Action::DismissRemarks => self.remarks.clear(),
            Action::GoTo(page) => {
                self.page = page;
                self.revision += 1;
            }
            Action::Ask(question) => {
                self.history.step(&self.question, &question);
                self.show(*question);
            }
            Action::Undo => {
                if let Some(question) = self.history.undo(&self.question) {
                    self.show(question);
                }
            }
            Action::Redo => {
                if let Some(question) = self.history.redo(&self.question) {
                    self.show(question);
                }
            }
            Action::Reset => {
                let question = Question { tab: self.question.tab, ..first_question(&self.files) };
                self.history.step(&self.question, &question);
                self.show(question);
            }
            Action::Select(selection) => self.selection = selection,
            Action::GoToFinding(file, index) => self.go_to_finding(file, index),
            Action::Saved { name, error } => {
                self.notice = Some(error.map_or(("notice-saved", name), |error| ("notice-not-saved", error)));
            }
            Action::SwapVersions(id) => self.swap_versions(id),
            Action::ForgetVersion(id) => self.forget_version(id),
            Action::SetTheme(theme) => self.theme = theme,
            Action::Draft(recipe) => self.draft(recipe),
            Action::Answer { doubt, answer } => self.answer(doubt, answer),
            Action::RememberRecipes(recipes) => self.recipes = recipes,
            Action::Remember(recent) => self.recent = recent,
            _ => {}
        }
    }

    /// Shows the answer to another question.
    fn show(&mut self, question: Question) {
        if question.event != self.question.event || question.measure != self.question.measure {
            self.selection = None;
        }
        // Who makes figures comparable sees what still differs; another tab leaves that, and what changed too.
        let stays = match self.page {
            Page::Differences => question.tab == Tab::Compare,
            Page::Changes(_) => question.tab == self.question.tab,
            Page::Tabs | Page::Refused(_) | Page::Import(_) => false,
        };
        if !stays {
            self.page = Page::Tabs;
        }
        self.question = question;
        self.revision += 1;
    }

    fn go_to_finding(&mut self, id: FileId, index: usize) {
        let Some(file) = self.file(id).cloned() else { return };
        let Some(place) = file.findings.get(index).map(|finding| finding.place.clone()) else { return };
        let question = question_at(&place, &file, &self.question);
        self.history.step(&self.question, &question);
        self.show(question);
        self.selection = Some(Selection::Finding(id, index));
        if let (Some((event, _)), Some(report), Some(measure)) =
            (place.event.and_then(|event| file.dataset.events.get_index(event)), place.report, place.measure)
        {
            let event = EventKey { file: file.id, event: event.clone() };
            self.selection = Some(Selection::Count(CountKey { event, report, measure, categories: place.categories }));
        }
    }
}
