//! The name of what a column counts, as it is typed.

use super::Recipe;
use crate::formats::table::gather::slug;
use crate::model::is_built_in;

/// Why a measure cannot have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// It has neither letters nor digits.
    Empty,
    /// Other columns count something of this name.
    Taken,
}

impl Recipe {
    /// The recipe in which what a column counts has this name, with all other columns that count the same.
    pub fn with_measure_name(&self, column: &str, name: &str) -> Result<Self, NameError> {
        let name = name.trim();
        let new = slug(name);
        if new.is_empty() {
            return Err(NameError::Empty);
        }
        let Some(count) = self.counts.iter().find(|count| count.column.as_deref() == Some(column)) else {
            return Ok(self.clone());
        };
        let old = count.measure.clone();
        let is_taken = self.counts.iter().map(|count| &count.measure).chain(self.sums.keys()).any(|measure| {
            let label = self.labels.get(measure).map(|label| slug(label));
            *measure != old && (slug(measure) == new || label.is_some_and(|label| label == new))
        });
        if is_taken {
            return Err(NameError::Taken);
        }
        let mut recipe = self.clone();
        for count in recipe.counts.iter_mut().filter(|count| count.measure == old) {
            count.measure.clone_from(&new);
        }
        for member in recipe.sums.values_mut().flatten().filter(|member| **member == old) {
            member.clone_from(&new);
        }
        if let Some(at) = recipe.sums.get_index_of(&old) {
            // A sum keeps its place and its members under its new name; two of one name were refused above.
            let _ = recipe.sums.replace_index(at, new.clone());
        }
        recipe.labels.shift_remove(&old);
        if !is_built_in(&new) {
            recipe.labels.insert(new, name.to_owned());
        }
        Ok(recipe)
    }
}
