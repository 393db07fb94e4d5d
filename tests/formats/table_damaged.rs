//! Tables with damaged bytes: every reader gives a dataset or an error and never panics. Each reader has a test of its own,
//! with a fixed number of inputs from a fixed seed, so that every run is the same.

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{RngSeed, TestRunner};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tollview::formats::{self, Input};

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

/// Reads `cases` damaged copies of `seeds`, each a name and its bytes.
fn check(seeds: &[(String, Vec<u8>)], cases: u32) {
    assert!(!seeds.is_empty());
    let config =
        ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(14), ..ProptestConfig::default() };
    let strategy = (any::<Index>(), prop::collection::vec(damage(), 1..6));
    let outcome = TestRunner::new(config).run(&strategy, |(seed, damages)| {
        let (name, bytes) = seed.get(seeds);
        let mut bytes = bytes.clone();
        for damage in &damages {
            apply(&mut bytes, damage);
        }
        match formats::read(Input::from_bytes(name, bytes), &mut |_| ControlFlow::Continue(())) {
            Ok(loaded) => prop_assert!(loaded.left_out <= loaded.rows.unwrap_or(0)),
            Err(error) => {
                let words = error.to_string();
                prop_assert!(words.len() > name.len() + 4, "{}", words);
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
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
