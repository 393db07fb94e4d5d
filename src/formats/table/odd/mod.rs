//! What is odd about rows beside each other, of a table that is small enough to be held: a row that stands there twice, a date
//! decades away from all others, a part without its total, a total of other rows that these do not add up to. They are counted as they are, and named.

mod far_dates;
mod lone_parts;
mod same_rows;
mod unequal_totals;

use super::Sample;
use super::recipe::Recipe;
use crate::formats::Warning;

/// One in so many rows may be odd; where more are, rows are so by nature.
const SELDOM: usize = 10;

/// The odd rows among those that the recipe keeps, in the order of the file; none of a table that was looked at in part.
#[must_use]
pub fn rows(sample: &Sample, recipe: &Recipe) -> Vec<Warning> {
    if !sample.is_whole {
        return Vec::new();
    }
    let rows = Rows::of(sample, recipe);
    let mut found = same_rows::find(&rows, recipe);
    found.extend(far_dates::find(&rows, recipe));
    found.extend(lone_parts::find(&rows, recipe));
    found.extend(unequal_totals::find(sample, recipe));
    found.sort_by_key(|warning| warning.line);
    found
}

/// The rows that a recipe keeps.
struct Rows<'s> {
    names: Vec<&'s str>,
    /// The line of each, and its cells.
    rows: Vec<(u64, Vec<&'s str>)>,
}

impl<'s> Rows<'s> {
    fn of(sample: &'s Sample, recipe: &Recipe) -> Self {
        let names: Vec<&str> = sample.columns.iter().map(|column| &*column.name).collect();
        let place = |name: &String| names.iter().position(|known| known == name);
        let is_kept = |cells: &[&str]| {
            recipe
                .keep
                .iter()
                .all(|filter| place(&filter.column).and_then(|at| cells.get(at)).is_none_or(|cell| filter.keeps(cell)))
        };
        let lines = sample.rows.iter().filter_map(|row| Some((row.line?, row.cells.iter().collect::<Vec<&str>>())));
        let rows = lines.filter(|(_, cells)| is_kept(cells)).collect();
        Self { names, rows }
    }

    /// The cells of a column.
    fn column(&self, name: &str) -> Option<Vec<&'s str>> {
        let at = self.names.iter().position(|known| *known == name)?;
        Some(self.rows.iter().map(|(_, cells)| cells.get(at).copied().unwrap_or_default()).collect())
    }
}
