//! Which character stands between cells, and which around them: the one under which rows are most alike.

use super::header;
use super::quoting::Dialect;
use super::rows::{RawRow, Wanted, each_row, texts};
use super::shape::MOST_COLUMNS;
use crate::formats::LoadErrorKind;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// The usual first: it wins where two do equally well.
const DELIMITERS: [u8; 7] = [b',', b'\t', b';', b'|', b'^', b'~', 0x1F];

/// So many rows are looked at.
const ROWS: usize = 200;

/// A row of the first part of a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct HeadRow {
    pub(super) line: u64,
    /// How many cells it has, and their texts; of a row that is far too wide only the first.
    pub(super) count: usize,
    pub(super) cells: Vec<String>,
    /// Cells that stand there without quotes and hold what may stand between cells.
    doubtful: usize,
}

/// The rows at the start of `text`. Where a quote never closes, its line is passed over.
pub(super) fn head_rows(text: &[u8], is_whole: bool, dialect: Dialect) -> Vec<HeadRow> {
    let (mut rows, mut rest, mut line) = (Vec::new(), text, 1);
    loop {
        let mut open = None;
        each_row(rest, dialect, &Wanted::All, line, &mut |row| {
            if row.is_ended || memchr::memchr(b'\n', row.bytes).is_none() {
                if row.is_ended || is_whole || rows.is_empty() {
                    rows.push(head_row(&row, dialect));
                }
            } else {
                open = Some((row.line, row.bytes.len()));
            }
            if rows.len() < ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        let Some((opened, length)) = open else { return rows };
        rest = rest.get(rest.len() - length..).unwrap_or_default();
        let Some(end) = memchr::memchr(b'\n', rest) else { return rows };
        rest = rest.get(end + 1..).unwrap_or_default();
        line = opened + 1;
    }
}

fn head_row(row: &RawRow, dialect: Dialect) -> HeadRow {
    let is_doubtful = |(start, end): &&(usize, usize)| {
        let raw = row.bytes.get(*start..*end).unwrap_or_default();
        raw.first() != Some(&dialect.quote) && raw.iter().any(|byte| b";\t|".contains(byte))
    };
    let doubtful = row.cells.iter().filter(is_doubtful).count();
    let shown = if row.count > MOST_COLUMNS { row.cells.get(..1).unwrap_or_default() } else { row.cells };
    let cells = texts(&RawRow { cells: shown, ..*row }, dialect).map(Cow::into_owned).collect();
    HeadRow { line: row.line, count: row.count, cells, doubtful }
}

/// What `delimiter` asks for, or what fits best.
pub(super) fn find(text: &[u8], is_whole: bool, delimiter: Option<char>) -> Result<Dialect, LoadErrorKind> {
    let chosen = match delimiter {
        Some(character) => asked(character)?,
        None => declared(text).unwrap_or_else(|| best(text, is_whole)),
    };
    let plain = Dialect { delimiter: chosen, quote: b'"' };
    let single = Dialect { quote: b'\'', ..plain };
    let is_single =
        memchr::memchr(b'"', text).is_none() && score(text, is_whole, single) > score(text, is_whole, plain);
    Ok(if is_single { single } else { plain })
}

fn asked(character: char) -> Result<u8, LoadErrorKind> {
    let byte = u8::try_from(character).ok().filter(|byte| byte.is_ascii() && !b"\"\r\n\0".contains(byte));
    byte.ok_or_else(|| {
        LoadErrorKind::table(format!(
            "found the delimiter {}, expected one such as \",\", \";\", \"|\" or a tab",
            crate::formats::quoted(&character.to_string())
        ))
    })
}

/// `sep=;` as the first line, as spreadsheets write it.
fn declared(text: &[u8]) -> Option<u8> {
    match text {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, b'\r' | b'\n', ..] if delimiter.is_ascii() => {
            Some(*delimiter)
        }
        _ => None,
    }
}

fn best(text: &[u8], is_whole: bool) -> u8 {
    let mut best = (0.0, None);
    let is_used = |delimiter: &u8| memchr::memchr(*delimiter, text).is_some();
    for delimiter in DELIMITERS.into_iter().filter(is_used) {
        let score = score(text, is_whole, Dialect { delimiter, quote: b'"' });
        if score > best.0 {
            best = (score, Some(delimiter));
        }
    }
    // One column: a character that stands nowhere does no harm.
    let unused = || DELIMITERS.into_iter().find(|delimiter| !is_used(delimiter));
    best.1.or_else(unused).unwrap_or(b',')
}

/// How well a dialect fits, from 0 to 1.
fn score(text: &[u8], is_whole: bool, dialect: Dialect) -> f64 {
    let rows = head_rows(text, is_whole, dialect);
    let rows: Vec<&HeadRow> = rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
    let width = width(rows.iter().map(|row| row.count));
    if width < 2 {
        return 0.0;
    }
    let alike: Vec<&&HeadRow> = rows.iter().filter(|row| row.count == width).collect();
    let cells = (alike.len() * width) as f64;
    let doubtful = alike.iter().map(|row| row.doubtful).sum::<usize>() as f64;
    let has_names = header::has_names(&rows);
    let share = alike.len() as f64 / rows.len() as f64;
    share * (1.0 - doubtful / cells) * if has_names { 1.0 } else { 0.7 }
}

/// The number of cells that most rows have; rows of one cell count half, since titles and notes are such.
pub(super) fn width(counts: impl Iterator<Item = usize>) -> usize {
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    for count in counts {
        *times.entry(count).or_default() += if count == 1 { 1 } else { 2 };
    }
    times.into_iter().max_by_key(|(count, times)| (*times, *count)).map_or(0, |(count, _)| count)
}
