//! Tables with damaged bytes: every reader gives a dataset or an error and never panics. Each reader has a test of its own,
//! with a fixed number of inputs from a fixed seed, so that every run is the same.

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{RngSeed, TestCaseError, TestRunner};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tollview::formats::table::reader::open;
use tollview::formats::table::recipe::Reading;
use tollview::formats::table::{Material, Row, Scanned, Tally};
use tollview::formats::{self, Input, LoadError, Loaded};

/// The odd tables of the tests whose names end like this.
fn tables(endings: &[&str]) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables");
    let mut files: Vec<PathBuf> = [folder.clone(), folder.join("made")]
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && path.extension().is_none_or(|ending| ending != "expected" && ending != "py"))
        // Each of these is a test of its own, and slow by design.
        .filter(|path| !path.to_string_lossy().contains("bomb"))
        .filter(|path| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)))
        .collect();
    files.sort();
    files
}

/// One change to the bytes of a file.
#[derive(Clone, Debug)]
enum Damage {
    /// Another byte.
    Byte(Index, u8),
    /// Its end is gone.
    Cut(Index),
    /// A stretch stands twice.
    Twice(Index, Index),
    /// A stretch is gone.
    Gap(Index, Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let index = any::<Index>;
    prop_oneof![
        8 => (index(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        1 => index().prop_map(Damage::Cut),
        1 => (index(), index()).prop_map(|(from, to)| Damage::Twice(from, to)),
        1 => (index(), index()).prop_map(|(from, to)| Damage::Gap(from, to)),
    ]
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    if bytes.is_empty() {
        return;
    }
    let range = |from: &Index, to: &Index, bytes: &[u8]| {
        let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
        from.min(to)..from.max(to).min(from.min(to) + 4_096)
    };
    match damage {
        Damage::Byte(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Damage::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Damage::Twice(from, to) => {
            let range = range(from, to, bytes);
            let again = bytes[range.clone()].to_vec();
            bytes.splice(range.start..range.start, again);
        }
        Damage::Gap(from, to) => {
            let range = range(from, to, bytes);
            bytes.drain(range);
        }
    }
}

/// Tries `cases` damaged copies of `seeds`, each a name and its bytes.
fn run(seeds: &[(String, Vec<u8>)], cases: u32, test: impl Fn(&str, Vec<u8>) -> Result<(), TestCaseError>) {
    assert!(!seeds.is_empty());
    let strategy = (any::<Index>(), prop::collection::vec(damage(), 1..6));
    let outcome = TestRunner::new(config(cases)).run(&strategy, |(seed, damages)| {
        let (name, bytes) = seed.get(seeds);
        let mut bytes = bytes.clone();
        for damage in &damages {
            apply(&mut bytes, damage);
        }
        test(name, bytes)
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(14), ..ProptestConfig::default() }
}

/// Reads `cases` damaged copies of `seeds`.
fn check(seeds: &[(String, Vec<u8>)], cases: u32) {
    run(seeds, cases, |name, bytes| {
        judge(name, formats::read(Input::from_bytes(name, bytes), &mut |_| ControlFlow::Continue(())))
    });
}

/// What was read adds up, and an error has words.
fn judge(name: &str, outcome: Result<Loaded, LoadError>) -> Result<(), TestCaseError> {
    match outcome {
        Ok(loaded) => prop_assert!(loaded.left_out <= loaded.rows.unwrap_or(0)),
        Err(error) => {
            let words = error.to_string();
            prop_assert!(words.len() > name.len() + 4, "{}", words);
        }
    }
    Ok(())
}

/// Reads damaged copies of the tables whose names end like this.
fn check_files(endings: &[&str], cases: u32) {
    let seeds: Vec<_> = tables(endings)
        .into_iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    check(&seeds, cases);
}

fn check_text(name: &str, text: &str, cases: u32) {
    check(&[(name.to_owned(), text.as_bytes().to_vec())], cases);
}

#[test]
fn damaged_delimited_text_is_read_or_refused() {
    check_files(&[".csv", ".tsv", ".txt"], 150);
}

#[test]
fn damaged_encodings_are_read_or_refused() {
    check_files(&["utf-8.csv", "mark.csv", "bare.csv", "1251.csv", "1252.csv", "latin-2.csv"], 100);
}

#[test]
fn damaged_xlsx_is_read_or_refused() {
    check_files(&[".xlsx"], 60);
}

#[test]
fn damaged_xls_is_read_or_refused() {
    check_files(&[".xls"], 60);
}

#[test]
fn damaged_ods_is_read_or_refused() {
    check_files(&[".ods"], 60);
}

#[test]
fn damaged_json_is_read_or_refused() {
    check_files(&[".json"], 100);
}

/// Rows with their names beside them, in a page of several, and the same in UTF-16.
#[test]
fn damaged_rows_of_json_are_read_or_refused() {
    let text = r#"{ "meta": { "view": { "columns": [{ "name": "sid", "fieldName": ":sid" }, { "name": "date" }, { "name": "killed" }] } },
        "count": 5230, "next": "x", "index": ["a", "b"],
        "data": [["row-1", "2026-01-14", "5"], ["row-2", "2026-01-15", [null, { "x": 1 }]]] }"#;
    check_text("a.json", text, 200);
    let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(bytes).collect() };
    check(&[("a.json".to_owned(), wide(u16::to_le_bytes)), ("b.json".to_owned(), wide(u16::to_be_bytes))], 100);
}

#[test]
fn damaged_lines_of_json_are_read_or_refused() {
    let line = "{ \"date\": \"2026-01-14\", \"killed\": 5, \"place\": { \"name\": \"A\" } }\n";
    check_text("a.jsonl", &line.repeat(5), 100);
}

#[test]
fn damaged_geojson_is_read_or_refused() {
    let feature = r#"{ "type": "Feature", "geometry": { "type": "Point", "coordinates": [1.5, 2] },
        "properties": { "date": "2026-01-14", "killed": 5 } }"#;
    let text = format!(r#"{{ "type": "FeatureCollection", "features": [{feature}, {feature}] }}"#);
    check_text("a.geojson", &text, 100);
}

#[cfg(feature = "parquet")]
#[test]
fn damaged_parquet_is_read_or_refused() {
    check_files(&[".parquet"], 60);
}

#[test]
fn damaged_gzip_is_read_or_refused() {
    check_files(&[".gz"], 100);
}

#[test]
fn damaged_archives_are_read_or_refused() {
    check_files(&[".zip"], 60);
}

#[test]
fn damaged_tables_of_every_format_are_read_or_refused() {
    check_files(&[""], 400);
}

/// The lines and texts of all rows that were read.
#[derive(Default)]
struct Lines(Vec<(u64, String)>);

impl Tally for Lines {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        self.0.push((row.line, row.cells.join(",")));
        Ok(())
    }

    fn merge(&mut self, later: Self) {
        self.0.extend(later.0);
    }

    fn put_in_order(&mut self) {
        self.0.sort_by_key(|(line, _)| *line);
    }
}

fn scan(name: &str, bytes: Vec<u8>) -> Option<Scanned<Lines>> {
    let tables = open(&Material::memory(name, bytes), &Reading::default()).ok()?;
    let columns: Vec<usize> = (0..tables[0].columns().len()).collect();
    tables[0].scan(&columns, &Lines::default, &mut |_| ControlFlow::Continue(())).ok()
}

#[test]
fn rows_that_were_read_and_rows_left_out_are_all_rows() {
    let seeds: Vec<_> = tables(&[".csv", ".tsv", ".txt"])
        .into_iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    run(&seeds, 300, |name, bytes| {
        let Some(scanned) = scan(name, bytes) else { return Ok(()) };
        prop_assert_eq!(scanned.tally.0.len() as u64 + scanned.left_out, scanned.rows);
        // Each of them says why; other warnings may stand beside these.
        prop_assert!(scanned.warnings.len() as u64 >= scanned.left_out.min(1_000));
        prop_assert!(scanned.tally.0.is_sorted_by_key(|(line, _)| *line));
        Ok(())
    });
}

#[test]
fn damage_in_one_row_costs_that_row_only() {
    let row = |number: u64| format!("2024-01-{:02},Place {number},{number}", number % 28 + 1);
    // The first line has the names.
    let byte = prop_oneof![any::<u8>(), prop::sample::select(b"\",\"\";\t\0'|\x1F".to_vec())];
    let damage = (2_u64..=61, any::<Index>(), prop::collection::vec(byte, 0..12));
    let outcome = TestRunner::new(config(400)).run(&damage, |(damaged, at, junk)| {
        let mut text = b"date,place,killed\n".to_vec();
        for line in 2..=61 {
            let row = row(line);
            if line == damaged {
                // Any bytes but ends of lines, which would make it several.
                text.extend_from_slice(&row.as_bytes()[..at.index(row.len())]);
                text.extend(junk.iter().filter(|byte| !b"\r\n".contains(byte)));
            } else {
                text.extend_from_slice(row.as_bytes());
            }
            text.push(b'\n');
        }
        let scanned = scan("a.csv", text).expect("a table with one odd row is a table");
        let others: Vec<_> = (2..=61).filter(|line| *line != damaged).map(|line| (line, row(line))).collect();
        let read: Vec<_> = scanned.tally.0.iter().filter(|(line, _)| *line != damaged).cloned().collect();
        prop_assert_eq!(read, others);
        // A row of which nothing is left is a blank line.
        prop_assert!(scanned.rows == 60 || (scanned.rows == 59 && scanned.left_out == 0));
        prop_assert!(scanned.left_out <= 1);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

const PACKAGE: &str = r#"{ "name": "made-up", "title": "A made-up package", "licenses": [{ "name": "CC-BY-4.0" }],
    "sources": [{ "title": "A ministry", "path": "https://example.org" }],
    "resources": [{ "name": "deaths", "path": "deaths.csv", "format": "csv", "encoding": "utf-8",
        "schema": { "missingValues": ["", "n/a"], "primaryKey": "date",
            "fields": [{ "name": "date", "type": "date", "format": "%Y-%m-%d" },
                       { "name": "killed", "title": "People killed", "type": "integer" }] } }] }"#;

#[test]
fn damaged_data_packages_are_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (table, package) = (folder.path().join("deaths.csv"), folder.path().join("datapackage.json"));
    std::fs::write(&table, "date,killed\n2024-01-31,3\n2024-02-01,n/a\n2024-02-02,4\n").unwrap();
    let read = |path: &Path| formats::read(Input::open(path).unwrap(), &mut |_| ControlFlow::Continue(()));
    run(&[("datapackage.json".to_owned(), PACKAGE.into())], 300, |name, bytes| {
        std::fs::write(&package, bytes).unwrap();
        judge(name, read(&package))?;
        // The table itself is there, whatever is said beside it.
        prop_assert_eq!(read(&table).map(|loaded| (loaded.rows, loaded.left_out)), Ok((Some(3), 0)));
        Ok(())
    });
}

/// Every key that a recipe has.
const RECIPE: &str = r#"{ "tollview_recipe": 1, "title": "A", "read": { "encoding": "utf-8", "delimiter": ",",
        "header_row": 1 }, "row": "incident", "events": { "columns": ["village"], "most": 3 },
    "date": { "column": "date", "form": "year_month_day" }, "source": { "name": "A monitor" }, "periods": "month",
    "basis": "incremental", "counts": [{ "measure": "killed", "role": "total", "column": "killed" },
        { "measure": "injured", "role": "total", "column": "injured" }],
    "split": [{ "column": "status", "values": { "died": "killed" } }],
    "keep": [{ "column": "village", "except": ["Upper"] }], "numbers": { "decimal": ".", "unknown": ["-99"] },
    "labels": { "killed": "Killed" }, "note": "Nothing in here is real." }"#;

#[test]
fn damaged_recipes_are_read_or_refused() {
    let table = "date,village,status,killed,injured\n2024-01-31,Lower,died,3,1\n2024-02-01,Upper,killed,4,-99\n";
    run(&[("a.recipe.json".to_owned(), RECIPE.into())], 400, |name, bytes| {
        match formats::read_recipe(Input::from_bytes(name, bytes)) {
            Ok(recipe) => {
                let written = recipe.write().unwrap();
                prop_assert_eq!(formats::read_recipe(Input::from_bytes(name, written.into())), Ok(recipe.clone()));
                let input = Input::from_bytes("a.csv", table.into());
                judge("a.csv", formats::read_with(input, Some(&recipe), &mut |_| ControlFlow::Continue(())))
            }
            Err(error) => {
                let words = error.to_string();
                prop_assert!(words.starts_with("a.recipe.json: ") && words.len() > name.len() + 12, "{}", words);
                Ok(())
            }
        }
    });
}

#[test]
fn the_undamaged_recipe_and_package_are_read() {
    let recipe = formats::read_recipe(Input::from_bytes("a.recipe.json", RECIPE.into()));
    assert!(recipe.is_ok(), "{}", recipe.unwrap_err());
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("deaths.csv"), "date,killed\n2024-01-31,3\n").unwrap();
    std::fs::write(folder.path().join("datapackage.json"), PACKAGE).unwrap();
    let input = Input::open(&folder.path().join("datapackage.json")).unwrap();
    let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((loaded.rows, loaded.left_out), (Some(1), 0));
}
