//! The sample by columns: what the values of each are, with what share.

use super::About;
use super::counted::decimals;
use super::names::name::Named;
use super::names::neighbours;
use crate::formats::table::recipe::{Numbers, Recipe, Use};
use crate::formats::table::value::{fraction, has_digit, is_unknown, iso_digits, stated, trimmed};
use crate::formats::table::{Cells, Column, Sample};
use crate::model::Stated;
use foldhash::fast::RandomState;
use indexmap::IndexMap;
use rayon::prelude::*;

/// A table's sample, looked at by columns.
pub(super) struct Look<'s> {
    pub columns: Vec<Seen<'s>>,
    pub rows: usize,
    pub numbers: Numbers,
    pub about: &'s About,
    /// What the file's name and the table's title say.
    pub file: Named,
}

/// One column.
pub(super) struct Seen<'s> {
    pub name: &'s str,
    pub tag: Option<&'s str>,
    pub named: Named,
    /// Its cells, row by row.
    pub cells: Vec<&'s str>,
    /// The values and how often each is there; blanks are none.
    pub values: IndexMap<&'s str, usize>,
    /// How many cells have a value.
    pub filled: usize,
    /// The numbers, row by row, fractions and negative ones too.
    pub numbers: Vec<Option<f64>>,
    /// How many cells have one.
    pub readable: usize,
    pub fractions: usize,
    pub negatives: usize,
}

impl<'s> Look<'s> {
    /// Looks at those rows of a sample that `keeps` lets through.
    pub fn new(sample: &'s Sample, about: &'s About, keeps: &dyn Fn(&Cells) -> bool) -> Self {
        let rows: Vec<&'s Cells> = sample.rows.iter().map(|row| &row.cells).filter(|cells| keeps(cells)).collect();
        Self::at(&rows, sample.columns.iter().enumerate().collect(), about)
    }

    /// Looks at those columns of a sample that a recipe uses.
    pub fn used(sample: &'s Sample, about: &'s About, recipe: &Recipe) -> Self {
        let columns = sample.columns.iter().enumerate();
        let used = columns.filter(|(_, column)| recipe.use_of(&column.name) != Use::Nothing).collect();
        Self::at(&sample.rows.iter().map(|row| &row.cells).collect::<Vec<_>>(), used, about)
    }

    fn at(rows: &[&'s Cells], columns: Vec<(usize, &'s Column)>, about: &'s About) -> Self {
        let numbers = Numbers { decimal: decimals::decimal(rows, &columns, about), ..Numbers::default() };
        let columns = columns.into_par_iter();
        let mut columns: Vec<Seen> = columns.map(|(index, column)| Seen::new(column, index, rows, &numbers)).collect();
        neighbours::hear(&mut columns);
        Self { columns, rows: rows.len(), numbers, about, file: file(about) }
    }

    /// What the file's name or the table's title says is counted; "protests and deaths" leaves it open. Deaths by homicide are
    /// deaths.
    pub fn context(&self) -> Option<&'static str> {
        let is_joined = self.file.has(&["and", "or", "y", "et", "und", "e", "و"]);
        match self.file.measures.as_slice() {
            [measure] if !(self.file.is_things && is_joined) => Some(measure),
            ["dead", "killed"] | ["killed", "dead"] => Some("dead"),
            _ => None,
        }
    }

    /// The column with a name.
    pub fn column(&self, name: &str) -> Option<&Seen<'s>> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// What the file's name and the title say; what stands under the title is heard where those do not say what is counted.
fn file(about: &About) -> Named {
    let stem = about.name.rsplit_once('.').map_or(&*about.name, |(stem, _)| stem);
    let said =
        |under: &str| Named::new(&format!("{stem} {} {under}", about.title.as_deref().unwrap_or_default()), None);
    let mut file = said("");
    // A title stands nearer to the numbers than the file's name.
    let title = Named::new(about.title.as_deref().unwrap_or_default(), None);
    // "Cases" in the file's name says less than "casualties" in the title.
    let is_said = !title.measures.is_empty() || file.measures == ["cases"] && (title.is_vague || title.is_things);
    if is_said {
        file.measures = title.measures;
    }
    match about.subtitle.as_deref() {
        Some(subtitle) if file.measures.is_empty() && !file.is_vague => said(subtitle),
        _ => file,
    }
}

impl<'s> Seen<'s> {
    fn new(column: &'s Column, index: usize, rows: &[&'s Cells], numbers: &Numbers) -> Self {
        let cells: Vec<&'s str> = rows.iter().map(|row| row.get(index).map_or("", trimmed)).collect();
        // What a value is as a number is found out once.
        let mut values: IndexMap<&'s str, (usize, Option<f64>), RandomState> = IndexMap::default();
        let mut seen = Self {
            name: &column.name,
            tag: column.tag.as_deref(),
            named: Named::new(&column.name, column.tag.as_deref()),
            values: IndexMap::new(),
            filled: 0,
            numbers: Vec::with_capacity(cells.len()),
            readable: 0,
            fractions: 0,
            negatives: 0,
            cells: Vec::new(),
        };
        for cell in &cells {
            if is_unknown(cell, &[]) {
                seen.numbers.push(None);
                continue;
            }
            seen.filled += 1;
            let (count, number) = values.entry(cell).or_insert_with(|| (0, value(cell, numbers)));
            *count += 1;
            seen.readable += usize::from(number.is_some());
            seen.fractions += usize::from(number.is_some_and(|number| number.fract() != 0.0));
            seen.negatives += usize::from(number.is_some_and(|number| number < 0.0));
            seen.numbers.push(*number);
        }
        let values = values.into_iter().map(|(value, (count, _))| (value, count)).collect();
        Self { cells, values, ..seen }
    }

    /// Whether nearly all values are numbers.
    pub fn is_number(&self) -> bool {
        self.readable > 0 && share(self.readable, self.filled) >= 0.9
    }

    /// Whether the values are shares, coordinates or rates: small numbers with fractions.
    pub fn is_fraction(&self) -> bool {
        share(self.fractions, self.readable) > 0.02 && (self.named.is_rate || self.median() < 20.0)
    }

    /// The number in the middle.
    pub fn median(&self) -> f64 {
        let mut numbers: Vec<f64> = self.numbers.iter().flatten().copied().collect();
        numbers.sort_by(f64::total_cmp);
        numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
    }

    /// The smallest and the largest number.
    pub fn range(&self) -> Option<(f64, f64)> {
        let smallest = self.numbers.iter().flatten().copied().reduce(f64::min)?;
        let largest = self.numbers.iter().flatten().copied().reduce(f64::max)?;
        Some((smallest, largest))
    }

    /// Whether the numbers are a few codes, none of them above 10.
    pub fn is_code(&self) -> bool {
        self.values.len() <= 6 && self.filled >= 8 && self.range().is_some_and(|(_, largest)| largest <= 10.0)
    }
}

/// What a cell is as a number. Most cells of most tables are text; only what has digits can be a number with a qualifier:
/// "at least 12", "10–15".
fn value(cell: &str, numbers: &Numbers) -> Option<f64> {
    let may_be = || has_digit(cell) && iso_digits(cell).is_none();
    if cell.len() > 48 || !may_be() {
        return None;
    }
    let qualified = || stated(cell, numbers).ok().and_then(Stated::number).map(|number| number as f64);
    fraction(cell, numbers).or_else(qualified)
}

/// How much of `whole` is `part`; nothing of nothing is none.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
