//! Does what the state asks for: reads and writes files and shows the system's dialogs, each on a thread with a name.
//! What comes of it is sent back as an [`Action`], so the window never waits.

mod dialogs;
mod failure;
mod load;
mod save;

use crate::formats::native;
use crate::formats::table::recipe::Recipe;
use crate::model::Dataset;
use crate::state::{Action, JobId, OpenView, Origin, Prompt, Recipes};
use failure::on_thread;
use load::{KnownRecipes, Load};
use raw_window_handle::{HasDisplayHandle, HasWindowHandle};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// Everything that runs beside the window.
pub struct Jobs {
    outbox: Outbox,
    inbox: Receiver<Action>,
    running: HashMap<JobId, Arc<AtomicBool>>,
}

/// Where threads put their actions.
#[derive(Clone)]
struct Outbox {
    sender: Sender<Action>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Outbox {
    /// Sends an action and wakes the window; after the window is gone nobody needs it any more.
    fn send(&self, action: Action) {
        if self.sender.send(action).is_ok() {
            (self.wake)();
        }
    }
}

impl Jobs {
    /// No jobs yet. `wake` is called from other threads whenever [`Jobs::receive`] has something new.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, inbox) = channel();
        Self { outbox: Outbox { sender, wake: Arc::new(wake) }, inbox, running: HashMap::new() }
    }

    /// Reads a file: [`Action::Progress`] while it lasts, then [`Action::Loaded`], [`Action::ViewRead`] or
    /// [`Action::Failed`].
    /// A table is read by the recipe that was used for such a table before, if there is one.
    pub fn load(&mut self, job: JobId, origin: Origin, recipes: Arc<Recipes>) {
        self.start(job, origin, KnownRecipes::Remembered(recipes));
    }

    fn start(&mut self, job: JobId, origin: Origin, recipes: KnownRecipes) {
        let is_cancelled = Arc::new(AtomicBool::new(false));
        self.running.insert(job, Arc::clone(&is_cancelled));
        load::start(Load { job, outbox: self.outbox.clone(), is_cancelled }, origin, recipes);
    }

    /// Reads a table with this recipe, like [`Jobs::load`].
    pub fn gather(&mut self, job: JobId, origin: Origin, recipe: Arc<Recipe>) {
        self.start(job, origin, KnownRecipes::Given(recipe));
    }

    /// Stops reading; nothing more comes from this job, not even what has been sent already.
    pub fn cancel(&mut self, job: JobId) {
        if let Some(is_cancelled) = self.running.remove(&job) {
            is_cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Shows the system's file dialog; [`Action::Answered`] follows. To be called on the main thread.
    pub fn ask<W: HasWindowHandle + HasDisplayHandle>(&self, prompt: &Prompt, parent: Option<&W>) {
        dialogs::ask(prompt, parent, &self.outbox);
    }

    /// Writes a dataset to a file, which is either replaced as a whole or left as it was; without `replace` a file that is
    /// there is kept. [`Action::Saved`] follows.
    pub fn save(&self, path: PathBuf, dataset: Arc<Dataset>, replace: bool) {
        self.write(path, move |path| save::save(path, &native::write(&dataset), replace));
    }

    /// Writes a view to a file, like [`Jobs::save`]; the ways to its datasets begin at its folder.
    pub fn save_view(&self, path: PathBuf, view: Arc<OpenView>, replace: bool) {
        self.write(path, move |path| save::save_view(path, &view, replace));
    }

    /// Writes a recipe to a file, like [`Jobs::save`].
    pub fn save_recipe(&self, path: PathBuf, recipe: &Recipe, replace: bool) {
        let text = recipe.write();
        self.write(path, move |path| save::save(path, &text.map_err(|error| error.to_string())?, replace));
    }

    fn write(&self, path: PathBuf, write: impl FnOnce(&Path) -> Result<(), String> + Send + 'static) {
        let name = save::file_name(&path);
        let failed = {
            let name = name.clone();
            move |error| Action::Saved { name: name.clone(), error: Some(error) }
        };
        on_thread("tollview-save", &self.outbox, failed, move || {
            Some(Action::Saved { name, error: write(&path).err() })
        });
    }

    /// What has happened since the last call; does not wait.
    pub fn receive(&mut self) -> Vec<Action> {
        let actions: Vec<Action> = self.inbox.try_iter().collect();
        actions.into_iter().filter(|action| self.is_wanted(action)).collect()
    }

    /// Whether an action comes from a job that still runs, or from no job at all.
    fn is_wanted(&mut self, action: &Action) -> bool {
        match action {
            Action::Progress { job, .. } => self.running.contains_key(job),
            Action::Loaded { job, .. } | Action::ViewRead { job, .. } | Action::Failed { job, .. } => {
                self.running.remove(job).is_some()
            }
            _ => true,
        }
    }
}
