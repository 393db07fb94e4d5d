//! How files are opened: what is read, and what becomes of it once all of it is read.

use super::import::first_page;
use super::question::{first_question, first_tab, with_file};
use super::{
    Action, Batch, Dialog, Effect, File, JobId, Loading, Origin, Outcome, Page, Purpose, Reading, Refusal, Selection,
    State,
};
use crate::analysis::{FileId, Question, Tab};
use crate::formats::view::{View, ViewFile, joined, normal};
use crate::formats::{Expected, LoadError, LoadErrorKind, Looks};
use crate::model::Dataset;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const RECENT_FILES: usize = 10;

impl State {
    /// Reads these in place of what is open; whatever was being read is given up.
    pub(super) fn open(&mut self, origins: Vec<Origin>) -> Vec<Effect> {
        let mut effects = self.cancel();
        let (origins, twice) = self.once(origins, &[]);
        effects.extend(self.start(Purpose::Replace, origins, twice));
        effects
    }

    /// Reads these beside what is open, and beside what is being read.
    pub(super) fn add(&mut self, origins: Vec<Origin>) -> Vec<Effect> {
        let mut known: Vec<Origin> = match &self.loading {
            Loading::Running(batch) => batch.readings.iter().map(|reading| reading.origin.clone()).collect(),
            Loading::Idle => Vec::new(),
        };
        if !matches!(&self.loading, Loading::Running(batch) if batch.purpose != Purpose::Add) {
            known.extend(self.files.iter().map(|file| file.origin.clone()));
        }
        let (origins, twice) = self.once(origins, &known);
        if origins.is_empty() {
            self.close_path_box();
            self.say_twice(&twice);
            return Vec::new();
        }
        self.start(Purpose::Add, origins, twice)
    }

    /// Each file once, and the names of those that were given more often.
    fn once(&self, origins: Vec<Origin>, known: &[Origin]) -> (Vec<Origin>, Vec<String>) {
        let (mut once, mut twice): (Vec<Origin>, Vec<String>) = (Vec::new(), Vec::new());
        for origin in origins {
            let origin = match origin {
                Origin::Path(path) => Origin::Path(normal(&self.folder.join(path))),
                Origin::Example => Origin::Example,
            };
            if known.contains(&origin) || once.contains(&origin) {
                twice.push(origin.name());
            } else {
                once.push(origin);
            }
        }
        (once, twice)
    }

    fn close_path_box(&mut self) {
        if matches!(self.dialog, Dialog::Path { .. } | Dialog::Dropped(_)) {
            self.dialog = Dialog::None;
        }
    }

    fn say_twice(&mut self, twice: &[String]) {
        if let Some(name) = twice.first() {
            self.notice = Some(("notice-twice", name.clone()));
        }
    }

    pub(super) fn start(&mut self, purpose: Purpose, origins: Vec<Origin>, twice: Vec<String>) -> Vec<Effect> {
        self.close_path_box();
        let mut effects = Vec::new();
        let mut readings = Vec::new();
        for origin in origins {
            let job = JobId(self.next_job);
            self.next_job += 1;
            effects.push(Effect::Load(job, origin.clone()));
            readings.push(Reading { job, origin, outcome: Outcome::Running { bytes_read: 0, size: None } });
        }
        match &mut self.loading {
            Loading::Running(batch) => {
                batch.readings.extend(readings);
                batch.twice.extend(twice);
            }
            Loading::Idle => self.loading = Loading::Running(Batch { purpose, readings, twice }),
        }
        effects
    }

    /// Gives up what is being read.
    pub(super) fn cancel(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.loading) {
            Loading::Running(batch) => batch.jobs().map(Effect::Cancel).collect(),
            Loading::Idle => Vec::new(),
        }
    }

    /// Notes what a job has to say; news of jobs that were given up are dropped.
    pub(super) fn hear(&mut self, action: Action) -> Vec<Effect> {
        let (job, outcome) = match action {
            Action::Progress { job, bytes_read, size } => (job, Outcome::Running { bytes_read, size }),
            Action::Loaded { job, read } => (job, Outcome::Read(read)),
            Action::Failed { job, error } => (job, Outcome::Refused(error)),
            Action::ViewRead { job, view } => match self.view_read(job, &view) {
                Ok(effects) => return effects,
                Err(error) => (job, Outcome::Refused(error)),
            },
            _ => return Vec::new(),
        };
        let Loading::Running(batch) = &mut self.loading else { return Vec::new() };
        let Some(reading) = batch.reading(job) else { return Vec::new() };
        reading.outcome = outcome;
        if batch.jobs().next().is_none()
            && let Loading::Running(batch) = std::mem::take(&mut self.loading)
        {
            self.conclude(batch);
        }
        Vec::new()
    }

    /// A view that was opened by itself goes on to its files. Beside others it would have to take their place.
    fn view_read(&mut self, job: JobId, view: &Arc<View>) -> Result<Vec<Effect>, Arc<LoadError>> {
        let Loading::Running(batch) = &mut self.loading else { return Ok(Vec::new()) };
        let alone = batch.purpose == Purpose::Replace && batch.readings.len() == 1;
        let Some(reading) = batch.reading(job) else { return Ok(Vec::new()) };
        let origin = reading.origin.clone();
        if !alone {
            let kind = LoadErrorKind::Foreign { looks: Looks::View, expected: Expected::Dataset };
            return Err(Arc::new(LoadError { file: origin.name(), kind }));
        }
        let folder = match &origin {
            Origin::Path(path) => path.parent().map(Path::to_owned).unwrap_or_default(),
            Origin::Example => PathBuf::new(),
        };
        let place = |file: &ViewFile| match file {
            ViewFile::Example => Origin::Example,
            ViewFile::Path { path, .. } => Origin::Path(joined(&folder, path)),
        };
        let origins = view.files.iter().map(place).collect();
        self.loading = Loading::Idle;
        let mut effects = self.start(Purpose::View(origin, view.clone()), origins, Vec::new());
        for (effect, file) in effects.iter_mut().zip(&view.files) {
            if let (Effect::Load(job, origin), ViewFile::Path { recipe: Some(recipe), .. }) = (&*effect, file) {
                *effect = Effect::Gather(*job, origin.clone(), Arc::new((**recipe).clone()));
            }
        }
        Ok(effects)
    }

    /// Everything is read: what can be shown is shown, and what cannot be read is said.
    fn conclude(&mut self, batch: Batch) {
        let mut files = Vec::new();
        let mut refusals = Vec::new();
        for (index, Reading { origin, outcome, .. }) in batch.readings.into_iter().enumerate() {
            match outcome {
                Outcome::Read(read) => {
                    let id = FileId(self.next_file);
                    self.next_file += 1;
                    files.push(Some(File::of_read(id, origin, read)));
                }
                Outcome::Refused(error) => {
                    files.push(None);
                    let error = match &batch.purpose {
                        Purpose::View(view, _) => Arc::new(LoadError::clone(&error).in_view(&view.name(), index)),
                        _ => error,
                    };
                    refusals.push(Refusal { origin, error });
                }
                Outcome::Running { .. } => files.push(None),
            }
        }
        let read = || files.iter().flatten().cloned().collect::<Vec<File>>();
        self.notice = None;
        if let Purpose::View(origin, view) = &batch.purpose {
            if !read().is_empty() {
                self.remember(origin);
                // What is missing is said beside the chart, not in its place.
                refusals.retain(|refusal| !is_missing(&refusal.error));
                self.show_view(view, &files);
            }
        } else if let (Purpose::Version(id), [Some(file)]) = (&batch.purpose, files.as_slice()) {
            self.set_version(*id, file);
            return;
        } else if let (Purpose::Recipe(id), [Some(file)]) = (&batch.purpose, files.as_slice()) {
            self.set_read(*id, file);
            return;
        } else if !matches!(batch.purpose, Purpose::Version(_) | Purpose::Recipe(_)) {
            let read = read();
            read.iter().rev().for_each(|file| self.remember(&file.origin));
            match batch.purpose {
                Purpose::Add => self.put_beside(read),
                _ if read.is_empty() => {}
                _ => self.replace(read),
            }
        }
        self.say_twice(&batch.twice);
        self.say_of_tables(files.iter().flatten());
        let read: Vec<File> = files.into_iter().flatten().collect();
        self.page = match first_page(&read) {
            _ if !refusals.is_empty() => Page::Refused(refusals),
            Some(page) if !matches!(batch.purpose, Purpose::View(..)) => page,
            _ => Page::Tabs,
        };
    }

    /// These files are open now and nothing else.
    pub(super) fn replace(&mut self, files: Vec<File>) {
        let tab = self.tab_of(files.iter().map(|file| &*file.dataset));
        self.question = Question { tab, ..first_question(&files) };
        self.files = files;
        self.remarks.clear();
        self.history.clear();
        self.selection = None;
        self.revision += 1;
    }

    /// The tab where these are open: the one that says most of them, unless the user has gone to another.
    #[must_use]
    pub fn tab_of<'d>(&self, datasets: impl Iterator<Item = &'d Dataset>) -> Tab {
        let now = self.question.tab;
        if now == first_tab(self.files.iter().map(|file| &*file.dataset)) { first_tab(datasets) } else { now }
    }

    /// These files are open too; every question that was asked before learns of their events.
    fn put_beside(&mut self, files: Vec<File>) {
        self.question.tab = self.tab_of(self.files.iter().chain(&files).map(|file| &*file.dataset));
        for file in files {
            with_file(&mut self.question, &file);
            self.files.push(file.clone());
            self.history.each(&self.question, |question| with_file(question, &file));
            self.revision += 1;
        }
    }

    /// Closes a file; in place of the last one the example is opened.
    pub(super) fn remove(&mut self, id: FileId) -> Vec<Effect> {
        if !self.files.iter().any(|file| file.id == id) {
            return Vec::new();
        }
        if let [file] = self.files.as_slice() {
            return if file.origin == Origin::Example { Vec::new() } else { self.open(vec![Origin::Example]) };
        }
        self.files.retain(|file| file.id != id);
        self.keep_to_files();
        let is_gone = match &self.selection {
            Some(Selection::Count(key)) => key.event.file == id,
            Some(Selection::Finding(file, _) | Selection::Source(file, _)) => *file == id,
            None => false,
        };
        if is_gone {
            self.selection = None;
        }
        self.page = Page::Tabs;
        self.revision += 1;
        Vec::new()
    }

    /// What was noticed about whole files stays above the chart until it is dismissed.
    fn say_of_tables<'f>(&mut self, files: impl Iterator<Item = &'f File>) {
        for file in files {
            let of_whole = file.warnings.iter().filter(|warning| warning.line == 0);
            let words = of_whole.map(|warning| format!("{}: {}", file.origin.name(), warning.message));
            self.remarks.extend(words.map(|words| ("remark-table", words)));
        }
    }

    fn remember(&mut self, origin: &Origin) {
        if let Origin::Path(path) = origin {
            self.recent.retain(|recent| recent != path);
            self.recent.insert(0, path.clone());
            self.recent.truncate(RECENT_FILES);
        }
    }
}

fn is_missing(error: &LoadError) -> bool {
    matches!(error.kind, LoadErrorKind::Io { kind: ErrorKind::NotFound, .. })
}
