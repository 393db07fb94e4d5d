//! How the user is asked for paths, and what becomes of the answers.

use super::{Dialog, Effect, OpenView, Origin, Prompt, State, Wanted};
use crate::analysis::FileId;
use crate::formats;
use std::path::PathBuf;
use std::sync::Arc;

impl State {
    /// Only one system dialog at a time.
    pub(super) fn ask_system(&mut self, wanted: Wanted, prompt: Prompt) -> Vec<Effect> {
        if matches!(self.dialog, Dialog::System(_)) {
            return Vec::new();
        }
        self.dialog = Dialog::System(wanted);
        vec![Effect::Ask(prompt)]
    }

    /// What is open now is what will be saved, whatever is opened until the dialog is answered.
    pub(super) fn ask_save(&mut self, id: FileId) -> Vec<Effect> {
        let Some(file) = self.file(id) else { return Vec::new() };
        let (name, dataset) = (format!("{}-copy.toll.json", stem(&file.origin)), file.dataset.clone());
        self.ask_system(Wanted::Copy(dataset), Prompt::Copy(name))
    }

    pub(super) fn ask_save_view(&mut self) -> Vec<Effect> {
        let stem = self.first_file().map_or_else(|| "tollview".to_owned(), |file| stem(&file.origin));
        let view = Arc::new(OpenView::of(&self.files, &self.question));
        self.ask_system(Wanted::View(view), Prompt::View(format!("{stem}.tollview.json")))
    }

    /// The system's dialog was closed.
    pub(super) fn answered(&mut self, paths: Vec<PathBuf>, at_once: bool) -> Vec<Effect> {
        let Dialog::System(wanted) = std::mem::take(&mut self.dialog) else { return Vec::new() };
        if paths.is_empty() && at_once {
            self.dialog = Dialog::Path { wanted, fallback: true };
            return Vec::new();
        }
        self.go_on(wanted, paths, true)
    }

    /// A path was typed. Nobody was asked whether a file of this name may be replaced.
    pub(super) fn typed(&mut self, path: PathBuf) -> Vec<Effect> {
        match std::mem::take(&mut self.dialog) {
            Dialog::Path { wanted, .. } => self.go_on(wanted, vec![path], false),
            other => {
                self.dialog = other;
                Vec::new()
            }
        }
    }

    fn go_on(&mut self, wanted: Wanted, paths: Vec<PathBuf>, replace: bool) -> Vec<Effect> {
        let Some(path) = paths.first().cloned() else { return Vec::new() };
        match wanted {
            Wanted::Open => self.open(paths.into_iter().map(Origin::Path).collect()),
            Wanted::Add => self.add(paths.into_iter().map(Origin::Path).collect()),
            Wanted::Version(id) => self.compare_version(id, Origin::Path(path)),
            Wanted::Copy(dataset) => vec![Effect::Save { path: self.folder.join(path), dataset, replace }],
            Wanted::Recipe(recipe) => vec![Effect::SaveRecipe { path: self.folder.join(path), recipe, replace }],
            Wanted::View(view) => vec![Effect::SaveView { path: self.folder.join(path), view, replace }],
        }
    }

    /// Files were dropped: over the example they are opened, beside files of the user's they may be put. While the system's
    /// dialog is open nothing else can be asked, so nothing that is open is given up.
    pub(super) fn dropped(&mut self, paths: Vec<PathBuf>) -> Vec<Effect> {
        let origins = || paths.iter().cloned().map(Origin::Path).collect();
        let only_example = self.files.iter().all(|file| file.origin == Origin::Example);
        if paths.is_empty() {
            return Vec::new();
        }
        if only_example {
            return self.open(origins());
        }
        if matches!(self.dialog, Dialog::System(_)) {
            return self.add(origins());
        }
        self.dialog = Dialog::Dropped(paths);
        Vec::new()
    }
}

/// The file's name up to its first dot.
pub(super) fn stem(origin: &Origin) -> String {
    formats::stem(&origin.name()).to_owned()
}
