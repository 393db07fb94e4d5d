//! How many categories and events stand by themselves, and the bands into which numbers such as ages are put.

use super::{BasisRule, Recipe};

/// Why a text is no list of bands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BandsError {
    /// This is no whole number.
    NotWhole(String),
    /// The second of these does not lie above the first.
    NotRising(u32, u32),
}

/// Bands that are often used for ages, by the first number of each: minors, adults and the old; the groups of the WHO's
/// estimates; ten years; five years.
pub const BAND_SETS: [&[u32]; 4] = [
    &[0, 18, 60],
    &[0, 5, 15, 30, 50, 60, 70],
    &[0, 10, 20, 30, 40, 50, 60, 70, 80],
    &[0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85],
];

/// The first numbers of bands, from a text such as "18, 30, 60"; a blank one has none.
pub fn bands(text: &str) -> Result<Vec<u32>, BandsError> {
    let mut bands: Vec<u32> = Vec::new();
    if text.trim().is_empty() {
        return Ok(bands);
    }
    for word in text.split([',', ';']).map(str::trim) {
        let number = word.parse().map_err(|_| BandsError::NotWhole(word.to_owned()))?;
        match bands.last() {
            Some(last) if *last >= number => return Err(BandsError::NotRising(*last, number)),
            _ => bands.push(number),
        }
    }
    Ok(bands)
}

impl Recipe {
    /// How many events or categories of a column stay by themselves; `None` where all do.
    #[must_use]
    pub fn most_of(&self, column: &str) -> Option<usize> {
        if self.events.columns.iter().any(|name| name == column) {
            return self.events.most;
        }
        self.split.iter().find(|split| split.column == column)?.most
    }

    /// The recipe that keeps so many events or categories of a column, the largest; `None` or 0 for all.
    #[must_use]
    pub fn with_most(&self, column: &str, most: Option<usize>) -> Self {
        let most = most.filter(|most| *most > 0);
        let mut recipe = self.clone();
        if recipe.events.columns.iter().any(|name| name == column) {
            recipe.events.most = most;
        }
        for split in recipe.split.iter_mut().filter(|split| split.column == column) {
            split.most = most;
        }
        recipe
    }

    /// The recipe that puts the numbers of a category column into these bands; none for each number by itself.
    #[must_use]
    pub fn with_bands(&self, column: &str, bands: &[u32]) -> Self {
        let mut recipe = self.clone();
        for split in recipe.split.iter_mut().filter(|split| split.column == column) {
            bands.clone_into(&mut split.bands);
        }
        recipe
    }

    /// The recipe whose counts in a column are on this basis; `None` for that of the whole table.
    #[must_use]
    pub fn with_basis_of(&self, column: &str, basis: Option<BasisRule>) -> Self {
        let mut recipe = self.clone();
        for count in recipe.counts.iter_mut().filter(|count| count.column.as_deref() == Some(column)) {
            count.basis = basis;
        }
        recipe
    }
}
