//! A record's cells put where they are wanted.

use super::flatten::Cells;
use crate::formats::words::quoted;
use indexmap::IndexMap;
use std::borrow::Cow;

/// More columns than a table has: then what should be values are keys.
pub(super) const MOST_COLUMNS: usize = 10_000;

/// Takes every cell, and learns the columns in the order in which they first appear.
#[derive(Default)]
pub(super) struct Learning {
    pub(super) columns: IndexMap<String, ()>,
    pub(super) cells: Vec<Option<String>>,
}

impl Cells for Learning {
    fn place(&mut self, column: &str) -> Option<usize> {
        if let Some(place) = self.columns.get_index_of(column) {
            return Some(place);
        }
        (self.columns.len() <= MOST_COLUMNS).then(|| self.columns.insert_full(column.to_owned(), ()).0)
    }

    fn put(&mut self, place: usize, text: Cow<str>) -> Result<(), String> {
        if self.cells.len() <= place {
            self.cells.resize(place + 1, None);
        }
        match self.cells.get_mut(place) {
            Some(Some(_)) => Err(doubled(self.columns.get_index(place).map_or("", |(name, ())| name))),
            Some(cell) => {
                *cell = Some(text.into_owned());
                Ok(())
            }
            None => Ok(()),
        }
    }
}

/// Takes the wanted cells, and remembers columns that are not known.
pub(super) struct Wanting<'w> {
    /// All columns, with where the wanted ones go.
    pub(super) places: &'w IndexMap<String, Option<usize>>,
    pub(super) cells: Vec<Option<String>>,
    /// Columns that the sample did not have.
    pub(super) unknown: Vec<String>,
}

impl Cells for Wanting<'_> {
    fn place(&mut self, column: &str) -> Option<usize> {
        if let Some(place) = self.places.get(column) {
            return *place;
        }
        if self.unknown.len() < 100 && !self.unknown.iter().any(|known| known == column) {
            self.unknown.push(column.to_owned());
        }
        None
    }

    fn put(&mut self, place: usize, text: Cow<str>) -> Result<(), String> {
        match self.cells.get_mut(place) {
            Some(Some(_)) => {
                let named = self.places.iter().find(|(_, wanted)| **wanted == Some(place));
                Err(doubled(named.map_or("", |(name, _)| name)))
            }
            Some(cell) => {
                *cell = Some(text.into_owned());
                Ok(())
            }
            None => Ok(()),
        }
    }
}

fn doubled(name: &str) -> String {
    format!("found the key {} a second time, expected it once", quoted(name))
}
