//! Parquet files: their columns with nested groups laid flat, and their row groups read by all cores.

mod bytes;
mod text;

use super::counting::{Counting, share, spread, tell};
use super::sheet::named;
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material, Row, Sample, SampleRow, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress};
use bytes::Opened;
use parquet::errors::ParquetError;
use parquet::file::reader::FileReader;
use parquet::record::reader::RowIter;
use parquet::schema::types::Type;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use text::Leaf;

/// After how many rows a thread tells how far it is.
const ROWS: u64 = 1_024;

/// How many rows are passed over inside a row group to reach a sample's place.
const PASSED_OVER: u64 = 50_000;

/// More columns than a table has.
const MOST_COLUMNS: usize = 10_000;

/// A table in a Parquet file.
pub struct Parquet {
    material: Material,
    size: u64,
    reading: Reading,
    columns: Vec<Column>,
    leaves: Vec<Leaf>,
    schema: Arc<Type>,
    /// The number of the first row of each row group, from 0, and of all rows.
    starts: Vec<u64>,
}

impl Parquet {
    pub(super) fn open(material: &Material) -> Result<Self, LoadErrorKind> {
        let (_, size) = material.open()?;
        let reader = guarded(|| bytes::open(material))?;
        let metadata = reader.metadata();
        let mut starts = vec![0];
        for group in metadata.row_groups() {
            let rows = u64::try_from(group.num_rows()).map_err(|_| damaged("a row group has fewer than no rows"))?;
            starts.push(starts.last().copied().unwrap_or(0_u64).saturating_add(rows));
        }
        let schema = metadata.file_metadata().schema_descr().root_schema_ptr();
        let leaves = text::leaves(&schema);
        if leaves.len() > MOST_COLUMNS {
            return Err(LoadErrorKind::table("found a Parquet file with more than 10,000 columns, expected a table"));
        }
        let columns = named(leaves.iter().map(|leaf| (leaf.name(), None)));
        let reading = Reading::default();
        Ok(Self { material: material.clone(), size, reading, columns, leaves, schema, starts })
    }

    pub(super) fn name(&self) -> &str {
        &self.material.name
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// What is read, and the size that it had.
    pub(super) fn watched(&self) -> (&Material, u64) {
        (&self.material, self.size)
    }

    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }

    pub(super) fn weight(&self) -> u64 {
        self.starts.last().copied().unwrap_or(0)
    }

    pub(super) fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        let rows = self.weight();
        let mut sample = Sample { columns: self.columns.clone(), rows: Vec::new(), is_whole: rows <= most as u64 };
        let all: Vec<usize> = (0..self.leaves.len()).collect();
        let reader = guarded(|| bytes::open(&self.material))?;
        for mut wanted in spread(rows, most) {
            while wanted.start < wanted.end {
                let group = self.starts.partition_point(|start| *start <= wanted.start).saturating_sub(1);
                let begin = self.starts.get(group).copied().unwrap_or(0);
                let end = self.starts.get(group + 1).copied().unwrap_or(rows).min(wanted.end);
                // Rows can only be reached through those before them.
                let skip = if wanted.start - begin > PASSED_OVER { 0 } else { wanted.start - begin };
                let first = begin + skip;
                let take = end.saturating_sub(wanted.start);
                let mut index = 0;
                let mut keep = |cells: &[String]| {
                    if (skip..skip + take).contains(&index) {
                        sample.rows.push(SampleRow {
                            line: Some(first + index - skip + 1),
                            indent: 0,
                            cells: cells.iter().collect(),
                        });
                    }
                    index += 1;
                    index < skip + take
                };
                guarded_kind(|| self.each(&reader, group, &all, &mut keep))?;
                wanted.start = end.max(wanted.start + 1);
            }
        }
        sample.rows.sort_by_key(|row| row.line);
        sample.rows.dedup_by_key(|row| row.line);
        Ok(sample)
    }

    pub(super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let groups = self.starts.len().saturating_sub(1);
        let is_cancelled = AtomicBool::new(false);
        let (sender, receiver) = mpsc::channel::<Told<T>>();
        let mut counted: Vec<Option<Counting<T>>> = (0..groups).map(|_| None).collect();
        let mut failed = None;
        // The threads cannot tell how far they are themselves: that is for this one.
        rayon::in_place_scope(|scope| {
            for group in 0..groups {
                let (sender, is_cancelled) = (sender.clone(), &is_cancelled);
                scope.spawn(move |_| {
                    let mut tell_rows = |rows| {
                        let is_heard = sender.send(Told::Rows(rows)).is_ok();
                        is_heard && !is_cancelled.load(Ordering::Relaxed)
                    };
                    let counting = guarded_kind(|| self.count(group, wanted, make, &mut tell_rows));
                    // Where nobody listens any more, reading was cancelled.
                    drop(sender.send(Told::Group(group, counting)));
                });
            }
            drop(sender);
            let mut rows = 0;
            for told in receiver {
                match told {
                    Told::Rows(more) => rows += more,
                    Told::Group(group, Ok(counting)) => {
                        if let Some(place) = counted.get_mut(group) {
                            *place = Some(counting);
                        }
                    }
                    Told::Group(_, Err(kind)) => {
                        failed.get_or_insert(kind);
                        is_cancelled.store(true, Ordering::Relaxed);
                    }
                }
                if failed.is_none()
                    && let Err(kind) = tell(progress, share(rows, self.weight(), self.size))
                {
                    failed = Some(kind);
                    is_cancelled.store(true, Ordering::Relaxed);
                }
            }
        });
        if let Some(kind) = failed {
            return Err(kind);
        }
        let mut all = Counting::new(make());
        for counting in counted.into_iter().flatten() {
            all.merge(counting);
        }
        Ok(all.0)
    }

    fn count<T: Tally>(
        &self,
        group: usize,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        tell_rows: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Counting<T>, LoadErrorKind> {
        let mut counting = Counting::new(make());
        if !tell_rows(0) {
            return Ok(counting);
        }
        let reader = bytes::open(&self.material).map_err(|error| failure(&error))?;
        let mut line = self.starts.get(group).copied().unwrap_or(0);
        self.each(&reader, group, wanted, &mut |cells| {
            line += 1;
            let texts: Vec<&str> = cells.iter().map(String::as_str).collect();
            counting.add(&Row { line, cells: &texts });
            !line.is_multiple_of(ROWS) || tell_rows(ROWS)
        })?;
        Ok(counting)
    }

    /// Gives the cells of a row group's rows, until it is told to stop.
    fn each(
        &self,
        reader: &Opened,
        group: usize,
        wanted: &[usize],
        each: &mut dyn FnMut(&[String]) -> bool,
    ) -> Result<(), LoadErrorKind> {
        if self.starts.get(group) == self.starts.get(group + 1) {
            return Ok(());
        }
        let leaves: Vec<Option<&Leaf>> = wanted.iter().map(|index| self.leaves.get(*index)).collect();
        let group = reader.get_row_group(group).map_err(|error| failure(&error))?;
        let projection =
            text::project(&self.schema, leaves.iter().flatten().copied()).map_err(|error| failure(&error))?;
        let rows = RowIter::from_row_group(projection, &*group).map_err(|error| failure(&error))?;
        for row in rows {
            let row = row.map_err(|error| failure(&error))?;
            let cells: Vec<String> =
                leaves.iter().map(|leaf| leaf.map_or_else(String::new, |leaf| leaf.text(&row))).collect();
            if !each(&cells) {
                break;
            }
        }
        Ok(())
    }
}

/// What a thread says.
enum Told<T> {
    Rows(u64),
    Group(usize, Result<Counting<T>, LoadErrorKind>),
}

/// A file with wrong numbers in it must not stop the program, whatever the reader makes of them.
fn guarded<R>(read: impl FnOnce() -> Result<R, ParquetError>) -> Result<R, LoadErrorKind> {
    guarded_kind(|| read().map_err(|error| failure(&error)))
}

fn guarded_kind<R>(read: impl FnOnce() -> Result<R, LoadErrorKind>) -> Result<R, LoadErrorKind> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged("its numbers do not fit")))
}

fn failure(error: &ParquetError) -> LoadErrorKind {
    damaged(&error.to_string())
}

fn damaged(reason: &str) -> LoadErrorKind {
    LoadErrorKind::table(format!(
        "found a Parquet file that cannot be read ({reason}); was it saved or copied completely?"
    ))
}
