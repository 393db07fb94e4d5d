//! Comparing an open file with an earlier version of it. The version is no open file: charts show the file, and mark what
//! changed since.

use super::question::restrict;
use super::{Effect, File, Origin, Page, Purpose, State, Version};
use crate::analysis::{EventKey, FileId};
use crate::formats::view::normal;
use crate::model::{Dataset, Id};

impl State {
    /// Reads another version of a file; whatever was being read is given up.
    pub(super) fn compare_version(&mut self, id: FileId, origin: Origin) -> Vec<Effect> {
        if self.file(id).is_none() {
            return Vec::new();
        }
        let mut effects = self.cancel();
        let origin = match origin {
            Origin::Path(path) => Origin::Path(normal(&self.folder.join(path))),
            Origin::Example => Origin::Example,
        };
        effects.extend(self.start(Purpose::Version(id), vec![origin], Vec::new()));
        effects
    }

    /// Compares a file with this one, which was read for it, and shows what changed.
    pub(super) fn set_version(&mut self, id: FileId, read: &File) {
        let version = Version { origin: read.origin.clone(), read: read.as_read() };
        let Some(file) = self.files.iter_mut().find(|file| file.id == id) else { return };
        file.version = Some(version);
        self.page = Page::Changes(id);
        self.revision += 1;
    }

    /// Shows the version in place of the file, and the other way round.
    pub(super) fn swap_versions(&mut self, id: FileId) {
        let Some(file) = self.files.iter_mut().find(|file| file.id == id) else { return };
        let before = file.dataset.clone();
        file.swap_versions();
        self.keep_to_version(id, &before);
    }

    /// Fits all questions to another dataset of a file. Events that it did not have `before` are compared too, like those
    /// of a file that is opened.
    pub(super) fn keep_to_version(&mut self, id: FileId, before: &Dataset) {
        if let Some(file) = self.file(id) {
            let is_new = |event: &&Id| !before.events.contains_key(*event);
            let key = |event: &Id| EventKey { file: id, event: event.clone() };
            let new: Vec<EventKey> = file.dataset.events.keys().filter(is_new).map(key).collect();
            self.question.ticked.extend(new);
        }
        self.keep_to_files();
        // Its places are those of the dataset that was there before.
        self.selection = None;
        self.revision += 1;
    }

    /// Compares a file with no version any more.
    pub(super) fn forget_version(&mut self, id: FileId) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            file.version = None;
        }
        if self.page == Page::Changes(id) {
            self.page = Page::Tabs;
        }
        self.revision += 1;
    }

    /// Drops from all questions what the open files do not have.
    pub(super) fn keep_to_files(&mut self) {
        let files = &self.files;
        let _ = restrict(&mut self.question, files);
        self.history.each(&self.question, |question| {
            let _ = restrict(question, files);
        });
    }
}
