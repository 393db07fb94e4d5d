//! The pass over all records.

use super::row::Wanting;
use super::split::{Ending, Piece, Splitter};
use super::{Json, key_text};
use crate::formats::table::reader::counting::{Counting, tell};
use crate::formats::table::{Row, Scanned, Tally};
use crate::formats::words::quoted;
use crate::formats::{LoadErrorKind, Progress};
use crate::text::whole;
use indexmap::IndexMap;
use rayon::prelude::*;

/// How many bytes of records are read at once by all cores: some milliseconds.
const BATCH: usize = 2 * 1024 * 1024;

/// What a thread counted, with the columns that the sample did not have, each with its record.
type Counted<T> = Result<(Counting<T>, Vec<(u64, String)>), LoadErrorKind>;

impl Json {
    pub(in super::super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let mut places: IndexMap<String, Option<usize>> =
            self.columns.iter().map(|column| (column.name.clone(), None)).collect();
        // A column that is wanted twice has one place.
        let mut slots = Vec::new();
        for index in wanted {
            let next = slots.iter().copied().max().map_or(0, |slot: usize| slot + 1);
            let slot = match places.get_index_mut(*index) {
                Some((_, place)) => *place.get_or_insert(next),
                None => next,
            };
            slots.push(slot);
        }
        let mut splitter = self.splitter(self.place.offset, self.place.line)?;
        let mut all = Counting::new(make());
        let mut unknown: IndexMap<String, ()> = IndexMap::new();
        let mut record = 0;
        loop {
            let batch = batch(&mut splitter)?;
            if batch.is_empty() {
                break;
            }
            let share = batch.len().div_ceil(rayon::current_num_threads().saturating_mul(4).max(1)).max(1);
            let counted: Vec<Counted<T>> = batch
                .par_chunks(share)
                .enumerate()
                .map(|(index, pieces)| self.count(pieces, record + (index * share) as u64, &places, &slots, make))
                .collect();
            record += batch.len() as u64;
            for counted in counted {
                let (later, names) = counted?;
                all.merge(later);
                for (record, name) in names {
                    if unknown.len() < 1_000 && unknown.insert(name.clone(), ()).is_none() {
                        all.warn(record, || late(&name, record));
                    }
                }
            }
            tell(progress, splitter.offset())?;
        }
        // Between two records nothing is lost but perhaps more of them.
        if splitter.ending == Some(Ending::Cut) && all.0.warnings.last().is_none_or(|last| last.line != record) {
            all.warn(record, || {
                "found the end of the file after this record, expected the end of the list; \
                 was it saved or copied completely?"
                    .to_owned()
            });
        }
        Ok(all.0)
    }

    /// Counts pieces, of which the first is the record after `before`.
    fn count<T: Tally>(
        &self,
        pieces: &[Piece],
        before: u64,
        places: &IndexMap<String, Option<usize>>,
        slots: &[usize],
        make: &(dyn Fn() -> T + Sync),
    ) -> Counted<T> {
        let mut counting = Counting::new(make());
        let mut late = Vec::new();
        let count = slots.iter().copied().max().map_or(0, |slot| slot + 1);
        let mut wanting = Wanting { places, cells: vec![None; count], unknown: Vec::new() };
        for (line, piece) in (before + 1..).zip(pieces) {
            wanting.cells.fill(None);
            let known = wanting.unknown.len();
            if let Some(key) = &piece.key
                && let Some(Some(place)) = places.get(self.key)
                && let Some(cell) = wanting.cells.get_mut(*place)
            {
                *cell = Some(key_text(key));
            }
            if let Some(fault) = self.fault(piece, &mut wanting) {
                if fault.is_fatal {
                    return Err(LoadErrorKind::table(format!(
                        "{}; correct it there, or fetch the file again",
                        fault.message
                    )));
                }
                counting.leave_out(line, || fault.message);
            } else {
                let text = |slot: &usize| wanting.cells.get(*slot).and_then(Option::as_deref).unwrap_or_default();
                let cells: Vec<&str> = slots.iter().map(text).collect();
                counting.add(&Row { line, cells: &cells });
            }
            late.extend(wanting.unknown.iter().skip(known).map(|name| (line, name.clone())));
        }
        Ok((counting, late))
    }
}

/// Some records.
fn batch(splitter: &mut Splitter) -> Result<Vec<Piece>, LoadErrorKind> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH {
        let Some(piece) = splitter.next()? else { break };
        bytes += piece.bytes.len().max(64);
        batch.push(piece);
    }
    Ok(batch)
}

fn late(name: &str, record: u64) -> String {
    format!(
        "found the key {} for the first time in record {}, expected it among the records looked at before; it is not read",
        quoted(name),
        whole(record)
    )
}
