//! Tables as text: `tests/data/tables` holds odd files, each beside what must come out of it, word for word.

use super::{in_crate, texts};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tollview::formats::LoadErrorKind;
use tollview::formats::table::reader::{self, Table};
use tollview::formats::table::recipe::Reading;
use tollview::formats::table::{Material, Row, Scanned, Tally};

/// All rows, each in one line.
#[derive(Clone, Debug, Default, PartialEq)]
struct Rows(Vec<String>);

impl Tally for Rows {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        self.0.push(format!("line {}: {}", row.line, shown(row.cells)));
        Ok(())
    }

    fn merge(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    fn put_in_order(&mut self) {
        let line = |row: &String| row.split(['e', ':']).find_map(|word| word.trim().parse::<u64>().ok());
        self.0.sort_by_cached_key(line);
    }
}

fn shown<T: AsRef<str>>(cells: &[T]) -> String {
    cells.iter().map(|cell| format!("[{}]", cell.as_ref().escape_debug())).collect::<Vec<_>>().join(" ")
}

fn open(material: &Material, reading: &Reading) -> Result<Table, LoadErrorKind> {
    Ok(reader::open(material, reading)?.remove(0))
}

fn scan(table: &Table) -> Result<Scanned<Rows>, LoadErrorKind> {
    let wanted: Vec<usize> = (0..table.columns().len()).collect();
    table.scan(&wanted, &Rows::default, &mut |_| ControlFlow::Continue(()))
}

/// What comes out of a file, for a person to judge.
fn outcome(material: &Material, reading: &Reading) -> Result<String, LoadErrorKind> {
    let table = open(material, reading)?;
    let found = table.reading();
    let mut text = format!(
        "{}, {:?} between cells, names in line {}\n",
        found.encoding.as_deref().unwrap_or("-"),
        found.delimiter.unwrap(),
        found.header_row.unwrap()
    );
    for column in table.columns() {
        writeln!(
            text,
            "column {}{}",
            shown(&[&column.name]),
            column.tag.as_ref().map(|tag| format!(" {tag}")).unwrap_or_default()
        )
        .unwrap();
    }
    let scanned = scan(&table)?;
    writeln!(text, "{} rows, {} left out", scanned.rows, scanned.left_out).unwrap();
    for row in scanned.tally.0.iter().take(12) {
        writeln!(text, "{row}").unwrap();
    }
    for warning in &scanned.warnings {
        writeln!(text, "warning in line {}: {}", warning.line, warning.message).unwrap();
    }
    // The sample must not tell another story than the rows do.
    let sample = table.sample(1_000)?;
    assert!(sample.is_whole);
    let lines: Vec<String> =
        sample.rows.iter().map(|row| format!("line {}: {}", row.line.unwrap(), shown(&texts(row)))).collect();
    let read: Vec<String> = scanned.tally.0.clone();
    assert_eq!(lines, read, "the sample of {}", material.name);
    Ok(text)
}

fn words(path: &Path) -> String {
    match outcome(&Material::path(path), &Reading::default()) {
        Ok(text) => text,
        Err(error) => format!("error: {error}\n"),
    }
}

fn files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(in_crate("tests/data/tables")).unwrap();
    let is_table = |path: &PathBuf| {
        path.extension().is_some_and(|extension| ["csv", "tsv", "txt"].iter().any(|text| extension == *text))
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(is_table).collect();
    files.sort();
    files
}

fn expected(file: &Path) -> PathBuf {
    PathBuf::from(format!("{}.expected", file.display()))
}

#[test]
fn every_odd_table_gives_what_is_expected() {
    let files = files();
    assert!(files.len() >= 20, "found only {} tables", files.len());
    for file in files {
        let expected = std::fs::read_to_string(expected(&file)).unwrap_or_default();
        assert_eq!(words(&file), expected, "{}", file.display());
    }
}

#[test]
#[ignore = "rewrites what is expected: run it by hand and read the difference"]
fn accept_what_comes_out() {
    for file in files() {
        std::fs::write(expected(&file), words(&file)).unwrap();
    }
}

fn memory(text: &[u8]) -> Material {
    Material::memory("t.csv", text.to_vec())
}

fn refused(text: &[u8], reading: &Reading) -> String {
    match open(&memory(text), reading) {
        Ok(table) => panic!("{} columns", table.columns().len()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_asked_for_goes_before_what_is_found() {
    let latin = Reading { encoding: Some("latin1".to_owned()), ..Reading::default() };
    let text = outcome(&memory("place,killed\nKöln,3\n".as_bytes()), &latin).unwrap();
    assert!(text.starts_with("windows-1252") && text.contains("[KÃ¶ln] [3]"), "{text}");

    let semicolon = Reading { delimiter: Some(';'), ..Reading::default() };
    let text = outcome(&memory(b"a,b;c\n1,2;3\n4,5;6\n"), &semicolon).unwrap();
    assert!(text.contains("line 2: [1,2] [3]"), "{text}");

    let third = Reading { header_row: Some(3), ..Reading::default() };
    let text = outcome(&memory(b"a,b\n1,2\nc,d\n3,4\n"), &third).unwrap();
    assert!(text.contains("column [c]\ncolumn [d]\n1 rows, 0 left out\nline 4: [3] [4]\n"), "{text}");

    let nowhere = Reading { header_row: Some(0), ..Reading::default() };
    let text = outcome(&memory(b"a,b\n1,2\n"), &nowhere).unwrap();
    assert!(text.contains("column [column 1]\ncolumn [column 2]\n2 rows, 0 left out\nline 1: [a] [b]\n"), "{text}");
}

#[test]
fn what_was_found_finds_the_same_again() {
    for file in files() {
        let material = Material::path(&file);
        let Ok(table) = open(&material, &Reading::default()) else { continue };
        let again = open(&material, table.reading()).unwrap();
        assert_eq!(again.reading(), table.reading(), "{}", file.display());
        assert_eq!(again.columns(), table.columns(), "{}", file.display());
        assert_eq!(scan(&again).unwrap(), scan(&table).unwrap(), "{}", file.display());
    }
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let encoding = Reading { encoding: Some("klingon".to_owned()), ..Reading::default() };
    assert_eq!(
        refused(b"a,b\n1,2\n", &encoding),
        "found the encoding \"klingon\", expected a name such as \"utf-8\", \"utf-16le\" or \"windows-1252\""
    );
    let delimiter = Reading { delimiter: Some('،'), ..Reading::default() };
    assert_eq!(
        refused(b"a,b\n1,2\n", &delimiter),
        "found the delimiter \"،\", expected one such as \",\", \";\", \"|\" or a tab"
    );
    let line = Reading { header_row: Some(1_234), ..Reading::default() };
    assert_eq!(refused(b"a,b\n1,2\n", &line), "found no row in line 1,234, expected the columns' names");
    let wide = format!("{}a\n{}1\n", "a,".repeat(150_000), "1,".repeat(150_000));
    assert_eq!(
        refused(wide.as_bytes(), &Reading::default()),
        "found 150,001 columns, expected at most 100,000; is \",\" what stands between cells?"
    );
    let long = vec![b'x'; 17 * 1024 * 1024];
    assert_eq!(
        refused(&long, &Reading::default()),
        "line 1 is longer than 16 MiB, expected the columns' names; is this a table?"
    );
    let nul = format!("date,killed\n{}", "\0".repeat(600));
    assert_eq!(
        refused(nul.as_bytes(), &Reading::default()),
        "found a NUL byte in line 2, expected text; the disk or the download may have failed: fetch the file again"
    );
}

/// Rows with numbers of their own, every fifth of two lines; the lines on which rows begin are known.
fn large(rows: usize) -> (String, Vec<usize>) {
    let (mut text, mut lines, mut line) = ("id,date,note,killed\n".to_owned(), Vec::new(), 2);
    for row in 0..rows {
        lines.push(line);
        let note = if row % 5 == 0 { "\"one, \"\"two\"\"\nthree, four, five\"" } else { "short" };
        writeln!(text, "{row},2025-01-{:02},{note},{}", row % 28 + 1, row % 10).unwrap();
        line += if row % 5 == 0 { 2 } else { 1 };
    }
    (text, lines)
}

#[test]
fn every_row_of_a_large_table_is_read_once_with_its_line() {
    let (text, lines) = large(60_000);
    let table = open(&memory(text.as_bytes()), &Reading::default()).unwrap();
    let scanned = table.scan(&[3, 0], &Rows::default, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((scanned.rows, scanned.left_out), (60_000, 0));
    for (row, (found, line)) in scanned.tally.0.iter().zip(&lines).enumerate() {
        assert_eq!(*found, format!("line {line}: [{}] [{row}]", row % 10));
    }
}

#[test]
fn a_sample_of_a_large_table_reaches_from_its_start_to_its_end() {
    let (text, lines) = large(180_000);
    assert!(text.len() > 4 * 1024 * 1024);
    let table = open(&memory(text.as_bytes()), &Reading::default()).unwrap();
    let sample = table.sample(800).unwrap();
    assert!(!sample.is_whole);
    assert_eq!(sample.rows.len(), 800);
    let ids: Vec<usize> = sample.rows.iter().map(|row| texts(row)[0].parse().unwrap()).collect();
    assert_eq!((ids[0], ids[799]), (0, 179_999));
    assert!(ids.is_sorted());
    assert!(ids.iter().any(|id| (85_000..95_000).contains(id)));
    for (row, id) in sample.rows.iter().zip(ids) {
        assert_eq!(
            texts(row)[1..],
            [
                format!("2025-01-{:02}", id % 28 + 1),
                if id % 5 == 0 { "one, \"two\"\nthree, four, five" } else { "short" }.to_owned(),
                (id % 10).to_string(),
            ]
        );
        assert!(row.line.is_none_or(|line| line == lines[id] as u64));
    }
}

#[test]
fn one_row_that_never_ends_costs_itself_only() {
    let text = format!("date,killed\n2025-01-01,3\n2025-01-02,{}\n2025-01-03,5\n", "9".repeat(40 * 1024 * 1024));
    let table = open(&memory(text.as_bytes()), &Reading::default()).unwrap();
    let scanned = scan(&table).unwrap();
    assert_eq!(scanned.tally.0, ["line 2: [2025-01-01] [3]", "line 4: [2025-01-03] [5]"]);
    assert_eq!(scanned.warnings.len(), 1);
    assert_eq!(scanned.warnings[0].line, 3);
    assert_eq!(scanned.warnings[0].message, "this row is longer than 16 MiB; it is left out");
}

#[test]
fn cancelling_ends_the_pass_and_progress_is_in_bytes() {
    let (text, _) = large(20_000);
    let table = open(&memory(text.as_bytes()), &Reading::default()).unwrap();
    let cancelled = table.scan(&[0], &Rows::default, &mut |_| ControlFlow::Break(()));
    assert!(matches!(cancelled, Err(LoadErrorKind::Cancelled)));
    let mut last = 0;
    let mut progress = |bytes| {
        assert!(bytes >= last);
        last = bytes;
        ControlFlow::Continue(())
    };
    table.scan(&[0], &Rows::default, &mut progress).unwrap();
    assert_eq!(last, text.len() as u64);
}

#[test]
fn a_file_that_changes_while_it_is_open_is_noticed() {
    use std::io::Write as _;
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"date,killed\n2025-01-01,3\n").unwrap();
    let table = open(&Material::path(file.path()), &Reading::default()).unwrap();
    file.write_all(b"2025-01-02,4\n").unwrap();
    let scanned = scan(&table).unwrap();
    assert_eq!(scanned.tally.0, ["line 2: [2025-01-01] [3]"]);
    assert_eq!((scanned.warnings[0].line, scanned.left_out), (3, 0));
    assert_eq!(scanned.warnings[0].message, "the file became longer while it was read; what was added is left out");
    file.as_file().set_len(20).unwrap();
    assert_eq!(
        scan(&table).unwrap_err().to_string(),
        "found 20 bytes, expected 25: the file became shorter while it was read; open it again once it is written completely"
    );
}

#[test]
fn wide_text_in_a_large_file_is_sampled_and_read_in_order() {
    let (text, lines) = large(100_000);
    let wide: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert!(wide.len() > 4 * 1024 * 1024);
    let table = open(&memory(&wide), &Reading::default()).unwrap();
    assert_eq!(table.reading().encoding.as_deref(), Some("utf-16le"));
    let sample = table.sample(400).unwrap();
    assert_eq!((sample.rows.len(), texts(&sample.rows[399])[0]), (400, "99999"));
    let scanned = table.scan(&[0], &Rows::default, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(scanned.tally.0[99_999], format!("line {}: [99999]", lines[99_999]));
}

/// Only so many cells of a row are looked at as a table may have columns.
#[test]
fn a_row_of_more_cells_than_any_table_has_is_left_out() {
    // Behind those rows that tell what the table is like.
    let rows = "2024-01-31,3\n".repeat(300);
    let text = format!("date,killed\n{rows}2024-02-01,4{}9\n2024-02-02,5\n", ",".repeat(100_000));
    let table = open(&Material::memory("a.csv", text.into_bytes()), &Reading::default()).unwrap();
    let scanned = scan(&table).unwrap();
    assert_eq!(scanned.tally.0[299..], ["line 301: [2024-01-31] [3]", "line 303: [2024-02-02] [5]"]);
    let warnings: Vec<_> = scanned.warnings.iter().map(|warning| (warning.line, &*warning.message)).collect();
    let expected =
        "found 100002 cells, expected 2; the row is left out: does a cell hold \",\" without quotes around it?";
    assert_eq!((scanned.rows, scanned.left_out, warnings), (302, 1, vec![(302, expected)]));
}
