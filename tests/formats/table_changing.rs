//! Tables that change while they are read, and reading that is cancelled, both through the progress that a reader tells.

use super::in_crate;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tollview::formats::{self, Input, LoadError, LoadErrorKind, Loaded};

const ROWS: u64 = 300_000;

/// A table of several chunks: each row has 3 killed and 1 injured.
fn write_table(path: &Path) {
    let mut text = "date,village,killed,injured\n".to_owned();
    text.push_str(&"2024-01-31,Upper,3,1\n".repeat(usize::try_from(ROWS).unwrap()));
    std::fs::write(path, text).unwrap();
}

/// The sum of what all reports say.
fn sum(loaded: &Loaded, measure: &str) -> u64 {
    let reports = loaded.dataset.events.values().flat_map(|event| &event.reports);
    reports.filter_map(|report| report.counts.get(measure)?.stated.number()).sum()
}

/// Reads a table to which `change` is done once it has been looked at and before its rows are read, and then each time
/// that progress is told. That is when 0 bytes of it are read for the second time.
fn read_changing(path: &Path, change: impl Fn()) -> Result<Loaded, LoadError> {
    let mut starts = 0;
    formats::read(Input::open(path).unwrap(), &mut |bytes| {
        starts += u32::from(bytes == 0);
        if starts >= 2 {
            change();
        }
        ControlFlow::Continue(())
    })
}

#[test]
fn rows_that_are_added_while_a_table_is_read_are_left_out_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("growing.csv");
    write_table(&path);
    let add_row =
        || OpenOptions::new().append(true).open(&path).unwrap().write_all(b"2024-02-01,Lower,1000,1000\n").unwrap();
    let loaded = read_changing(&path, add_row).unwrap_or_else(|error| panic!("{error}"));
    assert!(std::fs::read_to_string(&path).unwrap().ends_with("Lower,1000,1000\n"));
    assert_eq!((loaded.rows, loaded.left_out), (Some(ROWS), 0));
    assert_eq!((sum(&loaded, "killed"), sum(&loaded, "injured")), (3 * ROWS, ROWS));
    let warnings: Vec<_> = loaded.warnings.iter().map(|warning| (warning.line, &*warning.message)).collect();
    let added = "the file became longer while it was read; what was added is left out";
    assert_eq!(warnings, [(ROWS + 2, added)]);
}

#[test]
fn a_table_that_is_cut_while_it_is_read_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shrinking.csv");
    write_table(&path);
    let before = path.metadata().unwrap().len();
    let cut = || File::options().write(true).open(&path).unwrap().set_len(before / 2).unwrap();
    let error = read_changing(&path, cut).unwrap_err();
    let expected = "shrinking.csv: found 3,150,014 bytes, expected 6,300,028: the file became shorter while it was read; \
                    open it again once it is written completely";
    assert_eq!(error.to_string(), expected);
}

/// Lines of JSON, a list of records, a list of rows, a workbook and an archive, each with how many rows it has.
fn other_tables(folder: &Path) -> Vec<(PathBuf, u64)> {
    let record = r#"{"date": "2024-01-31", "village": "Upper", "killed": 3}"#;
    let row = r#"["2024-01-31", "Upper", 3]"#;
    let list = |entry: &str, count: usize| format!("[{}]", vec![entry; count].join(",\n"));
    let written = [
        ("lines.jsonl", format!("{record}\n").repeat(60_000), 60_000),
        ("records.json", list(record, 60_000), 60_000),
        ("rows.json", list(row, 6_000).replacen('[', r#"[["date", "village", "killed"], "#, 1), 6_000),
    ];
    let mut tables = Vec::new();
    for (name, text, rows) in written {
        std::fs::write(folder.join(name), text).unwrap();
        tables.push((folder.join(name), rows));
    }
    for (name, rows) in [("padded.xlsx", 3), ("members.csv.gz", 3)] {
        std::fs::copy(in_crate("tests/data/tables/made").join(name), folder.join(name)).unwrap();
        tables.push((folder.join(name), rows));
    }
    tables
}

#[test]
fn progress_runs_once_over_the_whole_file() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("object.json");
    let entries = vec![r#"{"date": "2024-01-31", "killed": 3}"#; 20_000].join(",\n");
    std::fs::write(&records, format!("{{\"rows\": [{entries}]}}")).unwrap();
    let large = folder.path().join("large.csv");
    write_table(&large);
    let made = ["years.xlsx", "folder.zip", "old.xls", "members.csv.gz"];
    let made = made.map(|name| in_crate("tests/data/tables/made").join(name));
    for path in [records, large].iter().chain(&made) {
        let size = path.metadata().unwrap().len();
        let mut told = Vec::new();
        let read = formats::read(Input::open(path).unwrap(), &mut |bytes| {
            told.push(bytes);
            ControlFlow::Continue(())
        });
        let name = path.file_name().unwrap().to_string_lossy();
        read.unwrap_or_else(|error| panic!("{name}: {error}"));
        // The first is the look at the first bytes.
        assert!(told[1..].is_sorted(), "{name} ({size}): {told:?}");
        let last = *told.last().unwrap();
        // A file in an archive that is another table is not read.
        assert!(last <= size && last * 10 >= size * 4, "{name}: {last} of {size}");
    }
}

/// Reads a table to which `change` is done once, while it is opened.
fn read_changed_once(path: &Path, change: impl Fn()) -> Result<Loaded, LoadError> {
    let mut calls = 0;
    formats::read(Input::open(path).unwrap(), &mut |_| {
        calls += 1;
        // The first look at a file's bytes and the beginning with the table tell of themselves too.
        if calls == 3 {
            change();
        }
        ControlFlow::Continue(())
    })
}

#[test]
fn every_table_that_grows_while_it_is_read_says_so() {
    let folder = tempfile::tempdir().unwrap();
    for (path, rows) in other_tables(folder.path()) {
        let add = || {
            let line = "{\"date\": \"2024-01-31\", \"village\": \"Lower\", \"killed\": 1000}\n";
            OpenOptions::new().append(true).open(&path).unwrap().write_all(line.as_bytes()).unwrap();
        };
        let loaded = read_changed_once(&path, add).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(loaded.rows, Some(rows), "{}", path.display());
        let warnings: Vec<_> = loaded.warnings.iter().map(|warning| (warning.line, &*warning.message)).collect();
        let added = "the file became longer while it was read; what was added is left out";
        assert!(warnings.contains(&(0, added)), "{}: {warnings:?}", path.display());
        assert_eq!(warnings.iter().filter(|(_, message)| *message == added).count(), 1, "{}", path.display());
    }
}

#[test]
fn every_table_that_is_cut_while_it_is_read_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (path, _) in other_tables(folder.path()) {
        let before = path.metadata().unwrap().len();
        let cut = || File::options().write(true).open(&path).unwrap().set_len(before / 2).unwrap();
        let error = read_changed_once(&path, cut).unwrap_err();
        let expected = LoadErrorKind::Shrank { expected: before, found: before / 2 };
        assert_eq!(error.kind, expected, "{}", path.display());
    }
}

#[test]
fn reading_a_table_can_be_cancelled_at_every_step() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.csv");
    write_table(&large);
    let made = ["members.csv.gz", "folder.zip", "padded.xlsx", "repeated.ods", "old.xls", "nested.json"];
    let made = made.map(|name| in_crate("tests/data/tables/made").join(name));
    for path in std::iter::once(&large).chain(&made) {
        let name = path.file_name().unwrap().to_string_lossy();
        let mut cancelled = 0;
        for allowed in 0..5 {
            let mut calls = 0;
            let outcome = formats::read(Input::open(path).unwrap(), &mut |_| {
                calls += 1;
                if calls > allowed { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            // Where it was never asked to stop, it was done before.
            let expected = LoadErrorKind::Cancelled;
            assert_eq!(
                outcome.err().map(|error| error.kind),
                (calls > allowed).then_some(expected),
                "{name}: {allowed}"
            );
            cancelled += u32::from(calls > allowed);
        }
        assert!(cancelled >= 3, "{name}: cancelled {cancelled} times");
    }
}
