//! Reads a file on a thread of its own, with progress and with a way to stop, and checks it where it is a dataset.

use super::{Outbox, on_thread};
use crate::formats::table::recipe::{Recipe, signature};
use crate::formats::table::{Column, Material};
use crate::formats::{self, ContentHash, Document, Hashed, Input, LoadError, LoadErrorKind};
use crate::state::{Action, JobId, Origin, ReadFile, Recipes};
use crate::{analysis, example};
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often progress is reported at most: more often than anyone can see would only wake the window.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(50);

/// How many bytes are hashed before cancelling is looked at.
const HASHED_AT_ONCE: usize = 1024 * 1024;

/// The recipes by which tables are read; for others one is proposed.
#[derive(Clone, Default)]
pub(super) enum KnownRecipes {
    /// None.
    #[default]
    None,
    /// This one.
    Given(Arc<Recipe>),
    /// Those that were used for tables of the same columns.
    Remembered(Arc<Recipes>),
}

impl KnownRecipes {
    fn of(&self, columns: &[Column]) -> Option<Recipe> {
        match self {
            Self::None | Self::Given(_) => None,
            Self::Remembered(recipes) => recipes.get(&signature(columns)).cloned(),
        }
    }
}

/// One run of reading.
pub(super) struct Load {
    pub(super) job: JobId,
    pub(super) outbox: Outbox,
    pub(super) is_cancelled: Arc<AtomicBool>,
}

/// Starts reading `origin`; a table by what `recipes` say.
pub(super) fn start(load: Load, origin: Origin, recipes: KnownRecipes) {
    let name = origin.name();
    start_with(load, name, recipes, move || match &origin {
        Origin::Example => Ok(example::input()),
        Origin::Path(path) => Input::open(path),
    });
}

fn start_with(
    load: Load,
    file: String,
    recipes: KnownRecipes,
    open: impl FnOnce() -> Result<Input, LoadError> + Send + 'static,
) {
    let job = load.job;
    let failed = move |message| {
        let error = LoadError { file: file.clone(), kind: LoadErrorKind::Internal { message } };
        Action::Failed { job, error: Arc::new(error) }
    };
    let outbox = load.outbox.clone();
    on_thread("tollview-load", &outbox, failed, move || load.read(&recipes, open));
}

impl Load {
    /// Reads to the end; nothing comes of a cancelled job.
    fn read(&self, recipes: &KnownRecipes, open: impl FnOnce() -> Result<Input, LoadError>) -> Option<Action> {
        let job = self.job;
        let hashed = Hashed::default();
        let mut again = None;
        let read = open().and_then(|mut input| {
            let size = input.size;
            again.clone_from(&input.material);
            input.reader = hashed.reader(input.reader);
            let mut last_sent = Instant::now();
            let progress = &mut |bytes_read| {
                if self.is_cancelled() {
                    return ControlFlow::Break(());
                }
                if last_sent.elapsed() >= PROGRESS_INTERVAL {
                    last_sent = Instant::now();
                    self.outbox.send(Action::Progress { job, bytes_read, size });
                }
                ControlFlow::Continue(())
            };
            match recipes {
                KnownRecipes::Given(recipe) => formats::read_table_with(input, recipe, progress),
                _ => formats::read_any_with(input, &|columns| recipes.of(columns), progress),
            }
        });
        let hash = match &read {
            // Of a table only the start went through here; its threads have read the rest by themselves.
            Ok(Document::Dataset(loaded)) if loaded.rows.is_some() => self.hash(again),
            _ => Some(hashed.hash()),
        };
        let action = match read {
            Ok(_) if self.is_cancelled() => return None,
            Ok(Document::Dataset(loaded)) => {
                let read = ReadFile {
                    findings: Arc::new(analysis::findings(&loaded.dataset)),
                    dataset: Arc::new(loaded.dataset),
                    warnings: Arc::new(loaded.warnings),
                    hash,
                    read_as: loaded.read_as.map(Arc::from),
                };
                Action::Loaded { job, read }
            }
            Ok(Document::View(view)) => Action::ViewRead { job, view: Arc::from(view) },
            Err(error) => Action::Failed { job, error: Arc::new(error) },
        };
        (!self.is_cancelled()).then_some(action)
    }

    /// The hash of all bytes; `None` where they cannot be read to the end a second time.
    fn hash(&self, material: Option<Material>) -> Option<ContentHash> {
        let (bytes, _) = material?.open().ok()?;
        let hashed = Hashed::default();
        let mut reader = hashed.reader(Box::new(bytes));
        let mut buffer = vec![0; HASHED_AT_ONCE];
        while reader.read(&mut buffer).ok()? > 0 {
            if self.is_cancelled() {
                return None;
            }
        }
        Some(hashed.hash())
    }

    fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_panic_while_reading_becomes_a_failure() {
        let (sender, inbox) = channel();
        let outbox = Outbox { sender, wake: Arc::new(|| {}) };
        let load = Load { job: JobId(7), outbox, is_cancelled: Arc::default() };
        start_with(load, "bad.toll.json".to_owned(), KnownRecipes::default(), || panic!("index out of bounds"));
        let Action::Failed { job: JobId(7), error } = inbox.recv().unwrap() else { panic!("expected a failure") };
        assert_eq!(
            error.to_string(),
            "bad.toll.json: Tollview itself failed while reading this file (index out of bounds); \
             please report it with the file"
        );
    }
}
