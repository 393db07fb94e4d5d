//! Progress of several passes over one file as that of one: first what is in it is looked at or unpacked, then its rows are
//! read. It never goes back.

use super::Progress;
use std::ops::ControlFlow;

/// The passes over one file.
pub(super) struct Passes<'p> {
    progress: Progress<'p>,
    size: u64,
    /// Where this pass begins and ends, in bytes of the file.
    from: u64,
    to: u64,
    /// The most that was told.
    most: u64,
}

impl<'p> Passes<'p> {
    /// The first pass over a file of this size. It takes half of what is left behind `from`, if it tells of anything.
    pub(super) fn first(size: u64, from: u64, progress: Progress<'p>) -> Self {
        Self { progress, size, from, to: from + size.saturating_sub(from) / 2, most: from }
    }

    /// The last pass begins.
    pub(super) fn last(&mut self) {
        self.from = self.most;
        self.to = self.size;
    }

    /// Tells that so many bytes of this pass are done.
    pub(super) fn tell(&mut self, bytes: u64) -> ControlFlow<()> {
        let room = u128::from(self.to.saturating_sub(self.from));
        let done = u128::from(bytes.min(self.size)) * room / u128::from(self.size.max(1));
        self.most = self.most.max(self.from + u64::try_from(done).unwrap_or(0));
        (self.progress)(self.most)
    }
}
