//! Collects everything that is wrong with a file; positions become lines and columns only at the end.

use super::place::{At, Lines};
use crate::formats::{LoadErrorKind, Problem};

/// How many problems are listed; a file with more is wrong as a whole.
const LISTED: usize = 1_000;

/// The problems of one file.
#[derive(Default)]
pub(in crate::formats) struct Problems {
    list: Vec<Found>,
    more: u64,
}

struct Found {
    offset: u32,
    path: String,
    message: String,
}

impl Problems {
    /// Notes a problem; the message is only written if it will be listed.
    pub(in crate::formats) fn add(&mut self, offset: u32, at: &At, message: impl FnOnce() -> String) {
        if self.list.len() < LISTED {
            self.list.push(Found { offset, path: at.to_string(), message: message() });
        } else {
            self.more += 1;
        }
    }

    /// How many have been noted.
    pub(in crate::formats) fn count(&self) -> u64 {
        self.more.saturating_add(u64::try_from(self.list.len()).unwrap_or(u64::MAX))
    }

    pub(in crate::formats) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All problems in the order of the file.
    pub(in crate::formats) fn into_error(mut self, text: &str) -> LoadErrorKind {
        self.list.sort_by_key(|found| found.offset);
        let mut lines = Lines::new(text);
        let list = self.list.into_iter().map(|found| {
            let (line, column) = lines.locate(usize::try_from(found.offset).unwrap_or(usize::MAX));
            Problem { line, column, path: found.path, message: found.message }
        });
        LoadErrorKind::Problems { list: list.collect(), more: self.more }
    }
}
