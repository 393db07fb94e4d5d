//! Hostile quoting: the same cells as the `csv` crate reads, and the same rows and lines whatever the chunks.

#![allow(clippy::indexing_slicing, reason = "a test that goes wrong may panic")]

use super::cell;
use super::cut::{Buffer, Cutter, LONGEST_ROW, Limits};
use super::marks::Marks;
use super::quoting::Dialect;
use super::rows::{Wanted, each_marked, each_row};
use super::shape::Shape;
use super::{Delimited, Encoded, Stream};
use crate::formats::Warning;
use crate::formats::table::recipe::Reading;
use crate::formats::table::{Column, Material, Row, Tally};
use proptest::prelude::*;
use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;

const DIALECT: Dialect = Dialect { delimiter: b',', quote: b'"' };
const SHAPE: Shape = Shape { dialect: DIALECT, first_line: 1, columns: 3, least: 2, shortest: 2 };

type Cells = Vec<Vec<u8>>;

/// What can go wrong, in any order, with runs that reach over a block of bytes.
fn text() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "\"",
        "\"\"",
        "\"\"\"",
        ",",
        ",,",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\",\"",
        "\",",
        ",\"",
        "\"\n\"",
        "a",
        "b\"c",
        " ",
        "é",
        "\u{FEFF}x",
    ];
    let piece = prop_oneof![
        12 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => (50_usize..80).prop_map(|length| "x".repeat(length)),
        1 => (50_usize..80).prop_map(|length| format!("\"{}\"", "y,\n".repeat(length / 3))),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| format!("x{}", pieces.concat()).into_bytes())
}

/// Lines and cells of each row.
fn rows(text: &[u8], line: u64) -> Vec<(u64, Cells)> {
    marked_rows(text, &Marks::of(text, DIALECT), line)
}

fn marked_rows(text: &[u8], marks: &Marks, line: u64) -> Vec<(u64, Cells)> {
    let mut rows = Vec::new();
    each_marked(text, marks, &Wanted::All, line, &mut |row| {
        let cell = |(start, end): &(usize, usize)| cell::bytes(&row.bytes[*start..*end], b'"').into_owned();
        assert_eq!(row.cells.len(), row.count);
        rows.push((row.line, row.cells.iter().map(cell).collect()));
        ControlFlow::Continue(())
    });
    rows
}

fn rows_of_csv(text: &[u8]) -> Vec<Cells> {
    let reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text);
    reader.into_byte_records().map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect()).collect()
}

/// Rows as they come out of chunks, and what was left out.
fn rows_in_chunks(text: &[u8], limits: Limits) -> (Vec<(u64, Cells)>, Vec<Warning>) {
    let material = Material::memory("t.csv", text.to_vec());
    let encoded = Encoded { encoding: encoding_rs::UTF_8, mark: 0, size: text.len() as u64 };
    let stop = AtomicBool::new(false);
    let mut cutter = Cutter::new(Stream::open(&material, encoded).unwrap(), &SHAPE, limits, &stop);
    let (mut all, mut left_out, mut buffer) = (Vec::new(), Vec::new(), Buffer::default());
    while let Some(chunk) = cutter.next(&mut buffer).unwrap() {
        left_out.extend(chunk.left_out);
        all.extend(marked_rows(buffer.text(), &buffer.marks, chunk.line));
    }
    (all, left_out)
}

/// Every row with its line, so that their order shows.
#[derive(Default)]
struct Seen(Vec<(u64, Vec<String>)>);

impl Tally for Seen {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        if row.cells.first() == Some(&"a") {
            return Err("a is refused".to_owned());
        }
        self.0.push((row.line, row.cells.iter().map(|cell| (*cell).to_owned()).collect()));
        Ok(())
    }

    fn merge(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    fn put_in_order(&mut self) {
        self.0.sort_by_key(|(line, _)| *line);
    }
}

fn scanned(text: &[u8], chunk: usize, wanted: &[usize]) -> String {
    let table = Delimited {
        material: Material::memory("t.csv", text.to_vec()),
        reading: Reading::default(),
        encoded: Encoded { encoding: encoding_rs::UTF_8, mark: 0, size: text.len() as u64 },
        encoding: "utf-8".to_owned(),
        shape: SHAPE,
        columns: vec![Column::default(); 3],
        titles: Vec::new(),
    };
    let limits = Limits { chunk, row: LONGEST_ROW };
    let scanned = table.scan_with(limits, wanted, &Seen::default, &mut |_| ControlFlow::Continue(())).unwrap();
    format!("{} {} {:?} {:?}", scanned.rows, scanned.left_out, scanned.tally.0, scanned.warnings)
}

/// Whether the text ends within quotes, by the `csv` crate: a line's end then starts no new row.
fn is_open(text: &[u8]) -> bool {
    let with = |end: &str| rows_of_csv(&[text, end.as_bytes()].concat());
    with("\nz\n").last() != Some(&vec![b"z".to_vec()])
}

/// Lines before `at`, counted the slow way.
fn line_of(text: &[u8], at: usize) -> u64 {
    let ends = |index: &usize| text[*index] == b'\n' || (text[*index] == b'\r' && text.get(index + 1) != Some(&b'\n'));
    (0..at).filter(ends).count() as u64 + 1
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cells_are_those_of_the_csv_crate(text in text()) {
        let cells: Vec<Cells> = rows(&text, 1).into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!(cells, rows_of_csv(&text));
    }

    #[test]
    fn some_cells_are_the_same_as_among_all(text in text(), columns in proptest::collection::btree_set(0_usize..6, 0..4)) {
        let wanted = Wanted::Columns(columns.iter().map(|column| u32::try_from(*column).unwrap()).collect());
        let mut found = Vec::new();
        each_row(&text, DIALECT, &wanted, 1, &mut |row| {
            let cell = |(start, end): &(usize, usize)| cell::bytes(&row.bytes[*start..*end], b'"').into_owned();
            found.push((row.line, row.count, row.cells.iter().map(cell).collect::<Cells>()));
            ControlFlow::Continue(())
        });
        let expected: Vec<_> = rows(&text, 1)
            .into_iter()
            .map(|(line, cells)| {
                let some = columns.iter().filter_map(|column| cells.get(*column).cloned()).collect();
                (line, cells.len(), some)
            })
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn separators_are_found_by_their_numbers(
        gaps in proptest::collection::vec(prop_oneof![0_usize..9, 0_usize..3_000], 1..80),
        step in 1_usize..40,
    ) {
        let text = gaps.iter().map(|gap| "x".repeat(*gap)).collect::<Vec<_>>().join(",").into_bytes();
        let all: Vec<usize> = memchr::memchr_iter(b',', &text).collect();
        let marks = Marks::of(&text, DIALECT);
        let mut seek = marks.seek();
        for (number, at) in all.iter().enumerate().step_by(step) {
            prop_assert_eq!(seek.to(u32::try_from(number).unwrap()), *at);
            if let Some(next) = all.get(number + 1).filter(|_| step > 1) {
                prop_assert_eq!(seek.next(), *next);
            }
        }
    }

    #[test]
    fn chunks_of_any_size_give_the_same_rows_and_lines(text in text(), chunk in 1_usize..300) {
        prop_assume!(!is_open(&text));
        let whole = rows(&text, 1);
        let limits = Limits { chunk, row: LONGEST_ROW };
        let (cut, left_out) = rows_in_chunks(&text, limits);
        prop_assert_eq!(cut, whole);
        prop_assert_eq!(left_out, vec![]);
    }

    #[test]
    fn lines_are_those_of_the_file(text in text()) {
        let mut expected = Vec::new();
        let mut at = 0;
        each_row(&text, DIALECT, &Wanted::All, 1, &mut |row| {
            // Rows come in order, so each is found behind the one before it.
            let skip = text[at..].iter().take_while(|byte| **byte == b'\n' || **byte == b'\r').count();
            expected.push((row.line, line_of(&text, at + skip)));
            at += skip + row.bytes.len();
            ControlFlow::Continue(())
        });
        for (found, expected) in expected {
            prop_assert_eq!(found, expected);
        }
    }
}

proptest! {
    // Each case starts threads several times.
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn threads_give_the_same_as_one_chunk(text in text(), chunk in 1_usize..300) {
        prop_assert_eq!(scanned(&text, chunk, &[2, 0]), scanned(&text, LONGEST_ROW, &[2, 0]));
    }

    #[test]
    fn no_bytes_make_the_scan_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), chunk in 1_usize..100) {
        scanned(&bytes, chunk, &[0, 1, 2, 7]);
    }
}

#[test]
fn every_chunk_size_gives_the_same() {
    let text = "a,\"b\n\"\"c\"\",\",d\r\n\r\n\"x\"y\",2,3\r1,\"\",3\n\"\r\n\",\"\n\n\",5\nlast,\"one\",".repeat(4);
    let expected = rows_of_csv(text.as_bytes());
    for chunk in 1..=text.len() + 1 {
        let (cut, _) = rows_in_chunks(text.as_bytes(), Limits { chunk, row: LONGEST_ROW });
        let cells: Vec<Cells> = cut.into_iter().map(|(_, cells)| cells).collect();
        assert_eq!(cells, expected, "{chunk}");
    }
}

#[test]
fn a_row_that_is_too_long_costs_itself_only() {
    let text = format!("1,2,3\n4,{},6\n7,8,9\n", "5".repeat(1_000));
    let (rows, left_out) = rows_in_chunks(text.as_bytes(), Limits { chunk: 64, row: 200 });
    assert_eq!(rows.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 3]);
    let message = "this row is longer than 16 MiB; it is left out".to_owned();
    assert_eq!(left_out, [Warning { line: 2, message }]);
}

#[test]
fn a_quote_that_never_closes_costs_its_line_only() {
    let rest = "7,8,9\n".repeat(100);
    let text = format!("1,2,3\n4,\"5,6\n{rest}");
    let message = "the quote that opens in this line is never closed; the line is left out".to_owned();
    for row in [200, LONGEST_ROW] {
        let (rows, left_out) = rows_in_chunks(text.as_bytes(), Limits { chunk: 64, row });
        assert_eq!(rows.len(), 101, "{row}");
        assert_eq!(rows.last().unwrap().0, 102);
        assert_eq!(left_out, [Warning { line: 2, message: message.clone() }]);
    }
}
