//! From what is open to a view and back; what a view asks for and its datasets no longer have is dropped and said.

use super::question::{Dropped, first_question, restrict, with_file};
use super::{File, Origin, State};
use crate::analysis::{EventKey, FileId, Question};
use crate::formats::ContentHash;
use crate::formats::table::recipe::Recipe;
use crate::formats::view::{View, ViewFile};

/// Names that are said; more are counted.
const MOST_NAMES: usize = 5;

/// What a view will hold: where the files are is written once it is known where the view will be.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenView {
    /// The open files in their order.
    pub files: Vec<OpenFile>,
    /// What is asked; the file of each event is its place in `files`.
    pub question: Question,
}

/// An open file, as a view keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFile {
    /// Where it is.
    pub origin: Origin,
    /// What its bytes were.
    pub hash: Option<ContentHash>,
    /// How it was read, where it is a table.
    pub recipe: Option<Box<Recipe>>,
}

impl OpenView {
    /// The open files and the question.
    #[must_use]
    pub fn of(files: &[File], question: &Question) -> Self {
        let index =
            |id: FileId| files.iter().position(|file| file.id == id).and_then(|index| u32::try_from(index).ok());
        let mut question = question.clone();
        renumber(&mut question, |id| index(id).map(FileId));
        Self { files: files.iter().map(OpenFile::of).collect(), question }
    }
}

impl OpenFile {
    fn of(file: &File) -> Self {
        let recipe = file.read_as.as_ref().map(|read_as| Box::new(read_as.recipe.clone()));
        Self { origin: file.origin.clone(), hash: file.hash, recipe }
    }
}

impl State {
    /// Shows a view of whose files these could be read. Something could.
    pub(super) fn show_view(&mut self, view: &View, files: &[Option<File>]) {
        let ids: Vec<Option<FileId>> = files.iter().map(|file| file.as_ref().map(|file| file.id)).collect();
        let mut question = view.question.clone();
        renumber(&mut question, |id| *ids.get(usize::try_from(id.0).ok()?)?);
        self.replace(files.iter().flatten().cloned().collect());
        let Dropped { events, sources, categories, measures } = restrict(&mut question, &self.files);
        if question.event.is_none() && view.question.event.is_some() {
            question.event = first_question(&self.files).event;
        }
        // Files that were added while the view was read.
        files.iter().skip(view.files.len()).flatten().for_each(|file| with_file(&mut question, file));
        self.question = question;
        let mut missing = Vec::new();
        let mut changed = Vec::new();
        for (wanted, file) in view.files.iter().zip(files) {
            match (wanted, file) {
                (ViewFile::Path { path, .. }, None) => missing.push(path.clone()),
                (ViewFile::Path { hash: Some(hash), path, .. }, Some(file)) if file.hash != Some(*hash) => {
                    changed.push(path.clone());
                }
                _ => {}
            }
        }
        for (key, names) in [
            ("remark-changed", changed),
            ("remark-missing", missing),
            ("remark-events", events),
            ("remark-sources", sources),
            ("remark-categories", categories),
            ("remark-measure", measures),
        ] {
            if !names.is_empty() {
                self.remarks.push((key, some(&names)));
            }
        }
    }
}

/// The first few names, and how many more there are.
fn some(names: &[String]) -> String {
    let shown = names.get(..names.len().min(MOST_NAMES)).unwrap_or_default().join(", ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        more => format!("{shown} + {more}"),
    }
}

/// Gives every event another file; what belongs to a file without one is dropped.
fn renumber(question: &mut Question, number: impl Fn(FileId) -> Option<FileId>) {
    let key = |key: EventKey| Some(EventKey { file: number(key.file)?, event: key.event });
    let take = std::mem::take(&mut question.ticked);
    question.ticked = take.into_iter().filter_map(key).collect();
    let take = std::mem::take(&mut question.unticked);
    question.unticked = take.into_iter().filter_map(|(event, lack)| Some((key(event)?, lack))).collect();
    question.event = question.event.take().and_then(key);
    question.baseline = question.baseline.take().and_then(key);
    let take = std::mem::take(&mut question.chosen_sources);
    question.chosen_sources = take.into_iter().filter_map(|(event, source)| Some((key(event)?, source))).collect();
    let take = std::mem::take(&mut question.event_sources);
    question.event_sources = take.into_iter().filter_map(|(event, sources)| Some((key(event)?, sources))).collect();
    question.picked_report = question.picked_report.take().and_then(|(event, report)| Some((key(event)?, report)));
}
