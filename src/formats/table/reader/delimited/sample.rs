//! Rows from all over a file without reading it whole: a few pieces, each begun anew at the end of a row.

use super::cut::{Cutter, LONGEST_ROW, Limits};
use super::rows::{RawRow, Wanted, each_row, texts};
use super::shape::Shape;
use crate::formats::LoadErrorKind;
use crate::formats::table::reader::text::{Encoded, Stream};
use crate::formats::table::{Material, SampleRow};
use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;

/// Files up to this size are read whole (4 MiB).
const WHOLE: u64 = 4 * 1024 * 1024;
/// Of larger ones so many pieces are read, of this size.
const PIECES: usize = 8;
const PIECE: u64 = 256 * 1024;

/// Some `most` rows, and whether these are all. Rows that do not fit are left out.
pub(super) fn take(
    material: &Material,
    encoded: Encoded,
    shape: &Shape,
    most: usize,
) -> Result<(Vec<SampleRow>, bool), LoadErrorKind> {
    let (mut bytes, _) = material.open()?;
    let each = most.div_ceil(PIECES);
    if encoded.size <= WHOLE {
        let rows = all(material, encoded, shape)?;
        return Ok(if rows.len() <= most { (rows, true) } else { (runs(rows, most), false) });
    }
    let mut taken = Vec::new();
    for index in 0..PIECES {
        let offset = (encoded.size - PIECE) / (PIECES as u64 - 1) * index as u64;
        let text = encoded.piece(&mut *bytes, offset, PIECE)?;
        let rows = match index {
            0 => without_last(ordered(&text, shape, 1)),
            _ => resumed(&text, shape, index + 1 == PIECES),
        };
        let skipped = if index + 1 == PIECES { rows.len().saturating_sub(each) } else { 0 };
        taken.extend(rows.into_iter().skip(skipped).take(each.min(most - taken.len().min(most))));
    }
    Ok((taken, false))
}

/// All rows of a file, just as the pass over all of them reads it.
fn all(material: &Material, encoded: Encoded, shape: &Shape) -> Result<Vec<SampleRow>, LoadErrorKind> {
    let (mut rows, mut buffer, stop) = (Vec::new(), Vec::new(), AtomicBool::new(false));
    let limits = Limits { chunk: 1024 * 1024, row: LONGEST_ROW };
    let mut cutter = Cutter::new(Stream::open(material, encoded)?, shape, limits, &stop);
    while let Some((chunk, length)) = cutter.next(&mut buffer)? {
        rows.extend(ordered(buffer.get(..length).unwrap_or_default(), shape, chunk.line));
    }
    Ok(rows)
}

/// The rows of a text that begins with a row in `line`.
fn ordered(text: &[u8], shape: &Shape, line: u64) -> Vec<SampleRow> {
    let mut rows = Vec::new();
    each_row(text, shape.dialect, &Wanted::All, line, &mut |row| {
        if row.line >= shape.first_line && is_good(&row, shape) && (row.is_ended || row.count >= shape.shortest) {
            rows.push(sampled(&row, shape, Some(row.line)));
        }
        ControlFlow::Continue(())
    });
    rows
}

/// The rows of a text that begins anywhere: within quotes or not, as its rows have more often the right number of cells.
fn resumed(text: &[u8], shape: &Shape, is_last: bool) -> Vec<SampleRow> {
    let mut within = vec![shape.dialect.quote];
    within.extend_from_slice(text);
    let outside = inner(text, shape, is_last);
    let inside = inner(&within, shape, is_last);
    if inside.0 > outside.0 { inside.1 } else { outside.1 }
}

/// The rows between the first, which is cut, and the last; and how many bytes they have, less those of odd rows.
fn inner(text: &[u8], shape: &Shape, is_last: bool) -> (i64, Vec<SampleRow>) {
    let (mut rows, mut bytes, mut is_first) = (Vec::new(), 0_i64, true);
    each_row(text, shape.dialect, &Wanted::All, 1, &mut |row| {
        let length = i64::try_from(row.bytes.len()).unwrap_or(i64::MAX / 2);
        if !is_first && (row.is_ended || is_last) {
            let is_good = is_good(&row, shape);
            bytes = bytes.saturating_add(if is_good { length } else { -length });
            if is_good {
                rows.push(sampled(&row, shape, None));
            }
        }
        is_first = false;
        ControlFlow::Continue(())
    });
    (bytes, rows)
}

fn is_good(row: &RawRow, shape: &Shape) -> bool {
    shape.fits(row.count) && !shape.is_blank(row.bytes) && memchr::memchr(0, row.bytes).is_none()
}

fn sampled(row: &RawRow, shape: &Shape, line: Option<u64>) -> SampleRow {
    let mut cells = texts(row, shape.dialect);
    cells.resize(shape.columns, String::new());
    SampleRow { line, cells }
}

/// Runs of neighbours, spread evenly.
fn runs(rows: Vec<SampleRow>, most: usize) -> Vec<SampleRow> {
    let each = most / PIECES;
    if each == 0 {
        return rows.into_iter().take(most).collect();
    }
    let room = rows.len() - each;
    let starts: Vec<usize> = (0..PIECES).map(|index| room * index / (PIECES - 1)).collect();
    let is_taken = |index: usize| starts.iter().any(|start| (*start..start + each).contains(&index));
    rows.into_iter().enumerate().filter(|(index, _)| is_taken(*index)).map(|(_, row)| row).collect()
}

fn without_last(mut rows: Vec<SampleRow>) -> Vec<SampleRow> {
    rows.pop();
    rows
}
