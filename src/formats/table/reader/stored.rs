//! Rows that were read once and are kept, since their file can only be read from its start and slowly: sheets, and JSON by
//! columns. They lie in blocks, so that many threads can count them and a sample can begin anywhere.

use super::counting::{Counting, share, spread, tell};
use crate::formats::table::scratch::{Room, Scratch};
use crate::formats::table::{Column, Material, Row, Sample, SampleRow, Scanned, Tally};
use crate::formats::{LoadErrorKind, Progress};
use rayon::prelude::*;
use std::io::{Read, Seek, SeekFrom, Write};

/// How many bytes a block has at least.
const BLOCK: usize = 64 * 1024;

/// How much is kept at most: 4 GiB.
const STORED_LIMIT: u64 = 4 * 1024 * 1024 * 1024;

#[derive(Clone, Copy)]
struct Block {
    offset: u64,
    length: usize,
    /// The number of the first row, from 0.
    first: u64,
}

/// Takes rows.
#[derive(Default)]
pub(super) struct Writer {
    scratch: Scratch,
    block: Vec<u8>,
    blocks: Vec<Block>,
    rows: u64,
    first: u64,
}

impl Writer {
    /// One whose rows share their room with others, of which one is written at a time.
    pub(super) fn within(room: &Room) -> Self {
        Self { scratch: Scratch::within(room), ..Self::default() }
    }

    /// Adds a row by its line, the white space before its first cell, and its cells that are not empty, each with its place,
    /// in order.
    pub(super) fn add<'c>(
        &mut self,
        (line, indent): (u64, usize),
        cells: impl Iterator<Item = (usize, &'c str)> + Clone,
    ) -> Result<(), LoadErrorKind> {
        number(&mut self.block, line);
        number(&mut self.block, indent as u64);
        number(&mut self.block, cells.clone().count() as u64);
        for (place, text) in cells {
            number(&mut self.block, place as u64);
            number(&mut self.block, text.len() as u64);
            self.block.extend_from_slice(text.as_bytes());
        }
        self.rows += 1;
        if self.block.len() >= BLOCK { self.end_block() } else { Ok(()) }
    }

    fn end_block(&mut self) -> Result<(), LoadErrorKind> {
        if self.block.is_empty() {
            return Ok(());
        }
        let offset = self.scratch.size();
        if offset > STORED_LIMIT {
            return Err(LoadErrorKind::table(
                "found more than 4 GiB of cells, expected at most 4 GiB; save the table as CSV, which has no such limit",
            ));
        }
        self.blocks.push(Block { offset, length: self.block.len(), first: self.first });
        self.first = self.rows;
        self.scratch.write_all(&self.block).map_err(|error| LoadErrorKind::io(&error))?;
        self.block.clear();
        Ok(())
    }

    /// All rows, in a table with these columns, each with its place in the rows.
    pub(super) fn finish(mut self, columns: Vec<(usize, Column)>) -> Result<Stored, LoadErrorKind> {
        self.end_block()?;
        let size = self.scratch.size();
        let material = self.scratch.finish("rows");
        let (places, columns) = columns.into_iter().unzip();
        Ok(Stored { columns, places, material, blocks: self.blocks, rows: self.rows, size })
    }

    /// How many rows were added.
    pub(super) fn rows(&self) -> u64 {
        self.rows
    }
}

/// Rows that are kept.
pub(super) struct Stored {
    columns: Vec<Column>,
    places: Vec<usize>,
    material: Material,
    blocks: Vec<Block>,
    rows: u64,
    size: u64,
}

impl Stored {
    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(super) fn rows(&self) -> u64 {
        self.rows
    }

    pub(super) fn sample(&self, most: usize) -> Result<Sample, LoadErrorKind> {
        let mut sample = Sample { columns: self.columns.clone(), rows: Vec::new(), is_whole: self.rows <= most as u64 };
        for wanted in spread(self.rows, most) {
            let begin = self.blocks.partition_point(|block| block.first <= wanted.start).saturating_sub(1);
            for block in self.blocks.iter().skip(begin).take_while(|block| block.first < wanted.end) {
                let bytes = self.load(block)?;
                let mut index = block.first;
                each_row(&bytes, |(line, indent), cells| {
                    if wanted.contains(&index) {
                        let texts = self.places.iter().map(|place| find(cells, *place)).collect();
                        sample.rows.push(SampleRow { line: Some(line), indent, cells: texts });
                    }
                    index += 1;
                });
            }
        }
        Ok(sample)
    }

    /// Counts all rows; progress is told as a share of `size`, the file's own.
    pub(super) fn scan<T: Tally>(
        &self,
        wanted: &[usize],
        make: &(dyn Fn() -> T + Sync),
        size: u64,
        progress: Progress,
    ) -> Result<Scanned<T>, LoadErrorKind> {
        let places: Vec<usize> =
            wanted.iter().map(|index| self.places.get(*index).copied().unwrap_or(usize::MAX)).collect();
        let mut all = Counting::new(make());
        for blocks in self.blocks.chunks(rayon::current_num_threads().saturating_mul(4).max(4)) {
            let counted: Vec<Counting<T>> =
                blocks.par_iter().map(|block| self.count(block, &places, make)).collect::<Result<_, _>>()?;
            for later in counted {
                all.merge(later);
            }
            let end = blocks.last().map_or(0, |block| block.offset.saturating_add(block.length as u64));
            tell(progress, share(end, self.size, size))?;
        }
        Ok(all.0)
    }

    fn count<T: Tally>(
        &self,
        block: &Block,
        places: &[usize],
        make: &(dyn Fn() -> T + Sync),
    ) -> Result<Counting<T>, LoadErrorKind> {
        let bytes = self.load(block)?;
        let mut counting = Counting::new(make());
        each_row(&bytes, |(line, _), cells| {
            let texts: Vec<&str> = places.iter().map(|place| find(cells, *place)).collect();
            counting.add(&Row { line, cells: &texts });
        });
        Ok(counting)
    }

    fn load(&self, block: &Block) -> Result<Vec<u8>, LoadErrorKind> {
        let io = |error: std::io::Error| LoadErrorKind::io(&error);
        let (mut reader, _) = self.material.open()?;
        reader.seek(SeekFrom::Start(block.offset)).map_err(io)?;
        let mut bytes = vec![0; block.length];
        reader.read_exact(&mut bytes).map_err(io)?;
        Ok(bytes)
    }
}

/// The text at a place; cells are in the order of their places.
fn find<'c>(cells: &[(usize, &'c str)], place: usize) -> &'c str {
    // Most rows are full: then the place is the index.
    match cells.get(place) {
        Some((found, text)) if *found == place => text,
        _ => cells
            .binary_search_by_key(&place, |(found, _)| *found)
            .ok()
            .and_then(|index| cells.get(index))
            .map_or("", |(_, text)| text),
    }
}

fn each_row<'b>(bytes: &'b [u8], mut each: impl FnMut((u64, usize), &[(usize, &'b str)])) {
    let mut rest = bytes;
    let mut cells = Vec::new();
    while let Some(row) = take_row(&mut rest, &mut cells) {
        each(row, &cells);
    }
}

fn take_row<'b>(rest: &mut &'b [u8], cells: &mut Vec<(usize, &'b str)>) -> Option<(u64, usize)> {
    cells.clear();
    let line = take_number(rest)?;
    let indent = usize::try_from(take_number(rest)?).ok()?;
    for _ in 0..take_number(rest)? {
        let place = usize::try_from(take_number(rest)?).ok()?;
        let length = usize::try_from(take_number(rest)?).ok()?;
        let (text, later) = rest.split_at_checked(length)?;
        *rest = later;
        cells.push((place, std::str::from_utf8(text).ok()?));
    }
    Some((line, indent))
}

/// Writes a number in as many bytes as it needs, seven bits in each.
fn number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(low_bits(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low_bits(number));
}

fn low_bits(number: u64) -> u8 {
    u8::try_from(number & 0x7F).unwrap_or(0x7F)
}

fn take_number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (first, later) = rest.split_first()?;
        *rest = later;
        number |= u64::from(first & 0x7F) << shift;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}
