//! Rows from all over a file without reading it whole: a few pieces, each begun anew at the end of a row.

use super::cell::bytes;
use super::cut::{Buffer, Cutter, LONGEST_ROW, Limits};
use super::marks::Marks;
use super::rows::{RawRow, Wanted, each_marked, each_row, texts};
use super::shape::Shape;
use crate::formats::LoadErrorKind;
use crate::formats::table::reader::text::{Encoded, Stream};
use crate::formats::table::row::spread;
use crate::formats::table::{Material, SampleRow};
use rayon::prelude::*;
use std::borrow::Cow;
use std::iter;
use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;

/// Files up to this size are read whole (4 MiB).
const WHOLE: u64 = 4 * 1024 * 1024;
/// Of larger ones so many pieces are read; an odd number, so that one lies in the middle.
const PIECES: usize = 9;

/// How much is taken at most: so many rows, and of a file that is not read whole pieces of so many bytes.
#[derive(Clone, Copy)]
pub(super) struct Most {
    pub(super) rows: usize,
    pub(super) piece: u64,
}

/// Makes of a row and its line what is kept of it.
type Make<'m, T> = &'m (dyn Fn(&RawRow, Option<u64>) -> T + Sync);

/// Some rows as `make` has them, from their lines where these are known, and whether these are all. Rows that do
/// not fit are left out.
pub(super) fn take<T: Send>(
    material: &Material,
    encoded: Encoded,
    shape: &Shape,
    most: Most,
    make: Make<T>,
) -> Result<(Vec<T>, bool), LoadErrorKind> {
    let Most { rows: most, piece: length } = most;
    if encoded.size <= WHOLE {
        return of_all(material, encoded, shape, most, make);
    }
    let piece = |index: usize| {
        let offset = (encoded.size - length).saturating_mul(index as u64) / (PIECES as u64 - 1);
        let wanted = most * (index + 1) / PIECES - most * index / PIECES;
        let text = encoded.piece(&mut *material.open()?.0, offset, length)?;
        Ok(match index {
            0 => first(&text, shape, wanted, make),
            _ => resumed(&text, shape, index + 1 == PIECES, wanted, make),
        })
    };
    let pieces: Vec<Vec<T>> = (0..PIECES).into_par_iter().map(piece).collect::<Result<_, LoadErrorKind>>()?;
    Ok((pieces.into_iter().flatten().collect(), false))
}

/// Up to `wanted` rows of a file's start.
fn first<T>(text: &[u8], shape: &Shape, wanted: usize, make: Make<T>) -> Vec<T> {
    let (marks, mut rows) = (Marks::of(text, shape.dialect), Vec::new());
    let whole = text.get(..marks.boundary().0).unwrap_or_default();
    each_good(whole, &marks, shape, 1, &mut |row| {
        if rows.len() < wanted {
            rows.push(make(row, Some(row.line)));
        }
    });
    rows
}

/// Some `most` of all rows of a file. Millions of short ones take more memory than the file, so only these are kept.
fn of_all<T>(
    material: &Material,
    encoded: Encoded,
    shape: &Shape,
    most: usize,
    make: Make<T>,
) -> Result<(Vec<T>, bool), LoadErrorKind> {
    let (first, count) = chosen(material, encoded, shape, &|index| index < most, make)?;
    if count <= most {
        return Ok((first, true));
    }
    drop(first);
    let (rows, _) = chosen(material, encoded, shape, &spread(count, most), make)?;
    Ok((rows, false))
}

/// The rows that are taken, and how many there are. The file is read just as the pass over all rows reads it.
fn chosen<T>(
    material: &Material,
    encoded: Encoded,
    shape: &Shape,
    is_taken: &dyn Fn(usize) -> bool,
    make: Make<T>,
) -> Result<(Vec<T>, usize), LoadErrorKind> {
    let (mut rows, mut count, mut buffer, stop) = (Vec::new(), 0, Buffer::default(), AtomicBool::new(false));
    let limits = Limits { chunk: 1024 * 1024, row: LONGEST_ROW };
    let mut cutter = Cutter::new(Stream::open(material, encoded)?, shape, limits, &stop);
    while let Some(chunk) = cutter.next(&mut buffer)? {
        each_good(buffer.text(), &buffer.marks, shape, chunk.line, &mut |row| {
            if is_taken(count) {
                rows.push(make(row, Some(row.line)));
            }
            count += 1;
        });
    }
    Ok((rows, count))
}

/// Goes over the rows of a text that fit; it begins with a row in `line`.
fn each_good(text: &[u8], marks: &Marks, shape: &Shape, line: u64, each: &mut dyn FnMut(&RawRow)) {
    each_marked(text, marks, &Wanted::All, line, &mut |row| {
        if row.line >= shape.first_line && is_good(&row, shape) {
            each(&row);
        }
        ControlFlow::Continue(())
    });
}

/// Up to `wanted` rows of a text that begins anywhere, the last ones where it `is_last`. Read as if it began within quotes
/// or outside of them, both readings soon come to begin a row in the same place, and from there on they agree. Where they
/// do not, that one is taken whose rows have more often the right number of cells.
fn resumed<T>(text: &[u8], shape: &Shape, is_last: bool, wanted: usize, make: Make<T>) -> Vec<T> {
    let [outside, inside] =
        [Marks::of, Marks::within].map(|find| inner(text, &find(text, shape.dialect), shape, is_last));
    let is_agreed = |row: &Resumed| inside.binary_search_by_key(&row.start, |row| row.start).is_ok();
    let agreed = outside.iter().position(is_agreed);
    let is_within = agreed.is_none() && worth(&inside) > worth(&outside);
    let rows = if is_within { &*inside } else { outside.get(agreed.unwrap_or(0)..).unwrap_or_default() };
    let good: Vec<&Resumed> = rows.iter().filter(|row| row.is_good).collect();
    let skipped = if is_last { good.len().saturating_sub(wanted) } else { 0 };
    let mut taken = Vec::new();
    for row in good.into_iter().skip(skipped).take(wanted) {
        let row = text.get(row.start..row.start + row.length).unwrap_or_default();
        each_row(row, shape.dialect, &Wanted::All, 1, &mut |row| {
            taken.push(make(&row, None));
            ControlFlow::Break(())
        });
    }
    taken
}

/// A row in a text that begins anywhere.
struct Resumed {
    start: usize,
    length: usize,
    is_good: bool,
}

/// How many bytes rows have that fit, less those of others.
fn worth(rows: &[Resumed]) -> i64 {
    let length = |row: &Resumed| i64::try_from(row.length).unwrap_or(i64::MAX);
    rows.iter().map(|row| if row.is_good { length(row) } else { -length(row) }).sum()
}

/// The rows between the first, which is cut, and the last.
fn inner(text: &[u8], marks: &Marks, shape: &Shape, is_last: bool) -> Vec<Resumed> {
    let (mut rows, mut is_first) = (Vec::new(), true);
    each_marked(text, marks, &Wanted::Columns(Vec::new()), 1, &mut |row| {
        if !is_first && (row.is_ended || is_last) {
            rows.push(Resumed { start: row.start, length: row.bytes.len(), is_good: is_good(&row, shape) });
        }
        is_first = false;
        ControlFlow::Continue(())
    });
    rows
}

fn is_good(row: &RawRow, shape: &Shape) -> bool {
    shape.check(row).is_ok()
        && !shape.is_blank(row.bytes)
        && !shape.is_note(row)
        && memchr::memchr(0, row.bytes).is_none()
}

/// All cells of a row.
pub(super) fn sampled(row: &RawRow, shape: &Shape, line: Option<u64>) -> SampleRow {
    let cells = texts(row, shape.dialect).chain(iter::repeat(Cow::Borrowed("")));
    SampleRow { line, indent: indent(row, shape), cells: cells.take(shape.columns).collect() }
}

/// How much white space stands before the first cell's text; a cell of nothing else has none.
fn indent(row: &RawRow, shape: &Shape) -> usize {
    let Some((start, end)) = row.cells.first() else { return 0 };
    let raw = bytes(row.bytes.get(*start..*end).unwrap_or_default(), shape.dialect.quote);
    let text = String::from_utf8_lossy(&raw);
    let shown = text.trim_start();
    if shown.is_empty() { 0 } else { text.chars().count() - shown.chars().count() }
}

/// Which cells of a row hold something.
pub(super) fn filled(row: &RawRow, shape: &Shape) -> Vec<bool> {
    let is_filled = |(start, end): &(usize, usize)| {
        let raw = row.bytes.get(*start..*end).unwrap_or_default();
        raw.iter().any(|byte| !byte.is_ascii_whitespace() && *byte != shape.dialect.quote)
    };
    let mut filled: Vec<bool> = row.cells.iter().map(is_filled).collect();
    filled.resize(shape.columns, false);
    filled
}
