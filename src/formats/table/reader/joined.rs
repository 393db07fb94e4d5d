//! Several sheets or files with the same columns as one table, in which a last column says which of them a row is from.

use super::Table;
use super::counting::Counting;
use super::json::Promised;
use super::part::Part;
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Row, Sample, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress};

/// Tables that are read one after the other.
pub struct Joined {
    name: String,
    parts: Vec<Part>,
    columns: Vec<Column>,
    /// Whether the last column is a part's name.
    names_parts: bool,
    reading: Reading,
}

impl Joined {
    /// Puts together what has the same columns, whatever their order; `word` is what the parts are called.
    pub(super) fn join(tables: Vec<Part>, word: &str) -> Vec<Table> {
        let mut shapes: Vec<(Vec<String>, Vec<Part>)> = Vec::new();
        for table in tables {
            let mut names: Vec<String> = table.columns().iter().map(|column| column.name.clone()).collect();
            names.sort_unstable();
            match shapes.iter_mut().find(|(known, _)| *known == names) {
                Some((_, parts)) => parts.push(table),
                None => shapes.push((names, vec![table])),
            }
        }
        shapes.into_iter().filter_map(|(_, parts)| Self::of(parts, word)).collect()
    }

    fn of(mut parts: Vec<Part>, word: &str) -> Option<Table> {
        if parts.len() < 2 {
            return parts.pop().map(Table::one);
        }
        let mut columns = parts.first()?.columns().to_vec();
        // Where "sheet" is taken already the rows say more than a name could.
        let names_parts = tell_apart(&parts) && columns.iter().all(|column| column.name != word);
        if names_parts {
            columns.push(Column { name: word.to_owned(), tag: None });
        }
        let mut reading = parts.first()?.reading().clone();
        // A row that is another one in another part would be the wrong one there.
        let is_same = |part: &Part| part.reading().header_row == reading.header_row;
        if !parts.iter().all(is_same) {
            reading.header_row = None;
        }
        reading.sheets = parts.iter().map(|part| part.name().to_owned()).collect();
        let name = reading.sheets.join(", ");
        Some(Table::joined(Self { name, parts, columns, names_parts, reading }))
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(super) fn weight(&self) -> u64 {
        self.parts.iter().map(Part::weight).sum()
    }

    /// What its parts say of how many rows there are: pages say it of all pages.
    pub(super) fn promised(&self) -> Option<&Promised> {
        self.parts.iter().find_map(Part::promised)
    }

    /// Where each of these columns is in a part, which may have them in another order; `None` for the part's name.
    fn places(&self, part: &Part, wanted: &[usize]) -> Vec<Option<usize>> {
        let place = |index: &usize| {
            let name = &self.columns.get(*index)?.name;
            part.columns().iter().position(|column| column.name == *name)
        };
        wanted.iter().map(place).collect()
    }

    pub(super) fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        let mut sample = Sample { columns: self.columns.clone(), rows: Vec::new(), is_whole: true };
        let all: Vec<usize> = (0..self.columns.len()).collect();
        // Each part gives as much as it has of all rows, but something.
        let total = self.weight().max(1);
        for part in &self.parts {
            let room = (most as u64).saturating_mul(part.weight()) / total;
            let from = part.sample(usize::try_from(room).unwrap_or(most).max(3))?;
            let places = self.places(part, &all);
            sample.is_whole &= from.is_whole;
            for mut row in from.rows {
                let cells = places.iter().map(|place| match place {
                    Some(place) => row.cells.get(*place).unwrap_or_default(),
                    None => part.name(),
                });
                row.cells = cells.collect();
                sample.rows.push(row);
            }
        }
        Ok(sample)
    }

    pub(super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let mut all = Counting::new(make());
        let mut before = 0;
        for part in &self.parts {
            let places = self.places(part, wanted);
            let inner: Vec<usize> = places.iter().flatten().copied().collect();
            let mut last = 0;
            let mut forward = |bytes: u64| {
                last = bytes;
                progress(before + bytes)
            };
            let scanned = if self.names_parts && inner.len() < places.len() {
                let named = || Named { tally: make(), places: &places, name: part.name() };
                let scanned = part.scan(&inner, &named, &mut forward)?;
                Scanned {
                    tally: scanned.tally.tally,
                    rows: scanned.rows,
                    left_out: scanned.left_out,
                    warnings: scanned.warnings,
                }
            } else {
                part.scan(&inner, make, &mut forward)?
            };
            before += last;
            let mut counting = Counting(scanned);
            for warning in &mut counting.0.warnings {
                warning.message = format!("{}: {}", part.name(), warning.message);
            }
            all.merge(counting);
        }
        Ok(all.0)
    }
}

/// Whether the parts' names say more than that there are several.
fn tell_apart(parts: &[Part]) -> bool {
    let split = |table: &Part| {
        let (digits, letters): (String, String) =
            table.name().chars().filter(|c| c.is_alphanumeric()).partition(char::is_ascii_digit);
        (digits.len(), letters)
    };
    let all: Vec<(usize, String)> = parts.iter().map(split).collect();
    // "Sheet1" and "Sheet2" do not; "2021" and "2022" do.
    all.iter().any(|(_, letters)| all.first().is_none_or(|(_, first)| first != letters))
        || all.iter().all(|(digits, _)| *digits >= 4)
}

/// A tally that is told the part's name as one of the cells.
struct Named<'n, T> {
    tally: T,
    places: &'n [Option<usize>],
    name: &'n str,
}

impl<T: Tally> Tally for Named<'_, T> {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        let mut given = row.cells.iter();
        let cell = |place: &Option<usize>| match place {
            Some(_) => given.next().copied().unwrap_or_default(),
            None => self.name,
        };
        let cells: Vec<&str> = self.places.iter().map(cell).collect();
        self.tally.add(&Row { line: row.line, cells: &cells })
    }

    fn merge(&mut self, other: Self) {
        self.tally.merge(other.tally);
    }

    fn put_in_order(&mut self) {
        self.tally.put_in_order();
    }

    fn is_large(&self) -> bool {
        self.tally.is_large()
    }
}
