//! Which character stands between cells, and which around them: the one under which rows are most alike.

use super::header;
use super::quoting::Dialect;
use super::rows::{RawRow, Wanted, each_row, texts};
use super::shape::MOST_COLUMNS;
use crate::formats::LoadErrorKind;
use rayon::prelude::*;
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
fn head_rows(text: &[u8], is_whole: bool, dialect: Dialect) -> Vec<HeadRow> {
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

/// A dialect, the rows at the start of the text under it, and how well it fits, from 0 to 1.
struct Tried {
    dialect: Dialect,
    rows: Vec<HeadRow>,
    score: f64,
}

impl Tried {
    fn new(text: &[u8], is_whole: bool, delimiter: u8, quote: u8) -> Self {
        let dialect = Dialect { delimiter, quote };
        let rows = head_rows(text, is_whole, dialect);
        Self { dialect, score: score(&rows), rows }
    }
}

/// What `delimiter` asks for, or what fits best, and the rows at the start of the text.
pub(super) fn find(
    text: &[u8],
    is_whole: bool,
    delimiter: Option<char>,
) -> Result<(Dialect, Vec<HeadRow>), LoadErrorKind> {
    let chosen = delimiter.map(asked).transpose()?.or_else(|| declared(text));
    let mut tried = match chosen {
        Some(delimiter) => Tried::new(text, is_whole, delimiter, b'"'),
        None => best(text, is_whole),
    };
    if memchr::memchr(b'"', text).is_none() {
        let single = Tried::new(text, is_whole, tried.dialect.delimiter, b'\'');
        if single.score > tried.score {
            tried = single;
        }
    }
    Ok((tried.dialect, tried.rows))
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

fn best(text: &[u8], is_whole: bool) -> Tried {
    let (used, unused): (Vec<u8>, Vec<u8>) =
        DELIMITERS.iter().partition(|delimiter| memchr::memchr(**delimiter, text).is_some());
    let tried: Vec<Tried> = used.into_par_iter().map(|delimiter| Tried::new(text, is_whole, delimiter, b'"')).collect();
    let best = tried.into_iter().reduce(|best, next| if next.score > best.score { next } else { best });
    // One column: a character that stands nowhere does no harm.
    let alone = || Tried::new(text, is_whole, unused.first().copied().unwrap_or(b','), b'"');
    best.filter(|best| best.score > 0.0).unwrap_or_else(alone)
}

/// How well a dialect fits under which these are the rows.
fn score(rows: &[HeadRow]) -> f64 {
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
