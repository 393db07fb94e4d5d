//! A workbook's bytes that can be cancelled wherever they are read: its shared texts alone may take seconds.

use crate::formats::table::ReadSeek;
use crate::formats::{LoadErrorKind, Progress};
use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

/// What the reader and who waits for it know of each other.
#[derive(Default)]
pub(super) struct Watch {
    is_cancelled: Cell<bool>,
    /// How far reading is, in bytes of the file.
    pub(super) told: Cell<u64>,
}

impl Watch {
    /// What an error means: that of the reader, or that it was cancelled.
    pub(super) fn or_cancelled(&self, kind: LoadErrorKind) -> LoadErrorKind {
        if self.is_cancelled.get() { LoadErrorKind::Cancelled } else { kind }
    }
}

/// Bytes that can be cancelled.
pub(super) struct Watched<'p> {
    inner: Box<dyn ReadSeek>,
    progress: Progress<'p>,
    watch: Rc<Watch>,
}

impl<'p> Watched<'p> {
    pub(super) fn new(inner: Box<dyn ReadSeek>, progress: Progress<'p>, watch: &Rc<Watch>) -> Self {
        Self { inner, progress, watch: Rc::clone(watch) }
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if (self.progress)(self.watch.told.get()).is_break() {
            self.watch.is_cancelled.set(true);
            return Err(io::Error::other("cancelled"));
        }
        self.inner.read(buffer)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
