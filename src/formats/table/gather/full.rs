//! Whether a table has more than a tally can keep apart, told to the tallies of all threads.

use super::once::MOST_INCIDENTS;
use super::tally::MOST_KEYS;
use crate::formats::LoadErrorKind;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a table has too much of. Once a tally has become too large, all of them stop.
#[derive(Default)]
pub(super) struct Full {
    keys: AtomicBool,
    incidents: AtomicBool,
}

impl Full {
    /// Why the table cannot be counted, where it cannot.
    pub(super) fn error(&self) -> Option<LoadErrorKind> {
        if self.keys.load(Ordering::Relaxed) {
            return Some(LoadErrorKind::TooManyKeys { most: MOST_KEYS });
        }
        self.incidents.load(Ordering::Relaxed).then_some(LoadErrorKind::TooManyIncidents { most: MOST_INCIDENTS })
    }

    /// There are too many events, dates or categories.
    pub(super) fn set_keys(&self) {
        self.keys.store(true, Ordering::Relaxed);
    }

    /// There are too many incidents.
    pub(super) fn set_incidents(&self) {
        self.incidents.store(true, Ordering::Relaxed);
    }
}
