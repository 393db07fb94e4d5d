//! What the values of a column mean and which of them are counted: renamed, put together under one name, left out.

use super::{Filter, Recipe};
use crate::formats::table::Sample;
use crate::formats::table::gather::slug;
use crate::model::is_built_in;
use indexmap::IndexMap;

/// The values of a column in the rows looked at, each with how often it is there; the most frequent first.
#[must_use]
pub fn values_found<'s>(sample: &'s Sample, column: &str) -> Vec<(&'s str, usize)> {
    let Some(at) = sample.columns.iter().position(|known| known.name == column) else { return Vec::new() };
    let mut counted: IndexMap<&str, usize> = IndexMap::new();
    for row in &sample.rows {
        *counted.entry(row.cells.get(at).unwrap_or_default()).or_default() += 1;
    }
    counted.sort_by(|_, a, _, b| b.cmp(a));
    counted.into_iter().collect()
}

impl Recipe {
    /// What a value of a category or measure column means; itself where nothing else is said.
    #[must_use]
    pub fn meaning_of<'a>(&'a self, column: &str, value: &'a str) -> &'a str {
        let of_split = self.split.iter().find(|split| split.column == column).map(|split| &split.values);
        let of_measure = self.measure.as_ref().filter(|rule| rule.column == column).map(|rule| &rule.values);
        of_measure.or(of_split).and_then(|values| values.get(value)).map_or(value, String::as_str)
    }

    /// The recipe in which a value of a category or measure column means this. Values with one meaning are counted
    /// together. Where nothing is meant, people stay in the total without a category; a measure then keeps its own name.
    #[must_use]
    pub fn with_meaning(&self, column: &str, value: &str, meaning: &str) -> Self {
        let mut recipe = self.clone();
        let meaning = meaning.trim();
        for split in recipe.split.iter_mut().filter(|split| split.column == column) {
            mean(&mut split.values, value, meaning);
        }
        if let Some(rule) = recipe.measure.as_mut().filter(|rule| rule.column == column) {
            let id = slug(meaning);
            let meaning = if is_built_in(&id) { &id } else { meaning };
            mean(&mut rule.values, value, if meaning.is_empty() { value } else { meaning });
        }
        recipe
    }

    /// Whether rows with this value in a column are counted, as far as that column decides it.
    #[must_use]
    pub fn keeps(&self, column: &str, value: &str) -> bool {
        self.keep.iter().filter(|filter| filter.column == column).all(|filter| filter.keeps(value))
    }

    /// The recipe that counts rows with this value, or leaves them out. Of a column that keeps only some values, the last
    /// one cannot be left out.
    #[must_use]
    pub fn with_rows(&self, column: &str, value: &str, kept: bool) -> Self {
        if self.keeps(column, value) == kept {
            return self.clone();
        }
        let mut filter = self.filter_of(column);
        let own = || value.to_owned();
        filter.except.retain(|known| known != value);
        match (kept, filter.only.is_empty()) {
            (true, true) => {}
            (true, false) if filter.only.iter().any(|known| known == value) => {}
            (true, false) => filter.only.push(own()),
            (false, true) => filter.except.push(own()),
            (false, false) if filter.only.len() == 1 => return self.clone(),
            (false, false) => filter.only.retain(|known| known != value),
        }
        self.with_filter(filter)
    }

    /// The recipe that counts only rows with this value in a column.
    #[must_use]
    pub fn with_only(&self, column: &str, values: Vec<String>) -> Self {
        let filter = Filter { column: column.to_owned(), only: values, except: Vec::new() };
        self.with_filter(filter)
    }

    /// The recipe that counts the rows with any value in a column.
    #[must_use]
    pub fn with_all_rows(&self, column: &str) -> Self {
        self.with_filter(Filter { column: column.to_owned(), only: Vec::new(), except: Vec::new() })
    }

    /// The one filter of a column: what several keep together.
    fn filter_of(&self, column: &str) -> Filter {
        let mut own = Filter { column: column.to_owned(), only: Vec::new(), except: Vec::new() };
        for filter in self.keep.iter().filter(|filter| filter.column == column) {
            own.except.extend(filter.except.iter().cloned());
            if own.only.is_empty() {
                own.only.clone_from(&filter.only);
            } else if !filter.only.is_empty() {
                own.only.retain(|value| filter.only.contains(value));
            }
        }
        own
    }

    fn with_filter(&self, filter: Filter) -> Self {
        let mut recipe = self.clone();
        let at = recipe.keep.iter().position(|known| known.column == filter.column).unwrap_or(recipe.keep.len());
        recipe.keep.retain(|known| known.column != filter.column);
        if !filter.only.is_empty() || !filter.except.is_empty() {
            recipe.keep.insert(at.min(recipe.keep.len()), filter);
        }
        recipe
    }
}

fn mean(values: &mut IndexMap<String, String>, value: &str, meaning: &str) {
    if meaning == value {
        values.shift_remove(value);
    } else {
        values.insert(value.to_owned(), meaning.to_owned());
    }
}
