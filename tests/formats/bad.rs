//! Files that are refused: `tests/data/bad` holds each beside the exact words of its error.

use super::{datasets_in, read_path};
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    datasets_in("tests/data/bad")
}

/// The text that the window and the command line show.
fn words(file: &Path) -> String {
    match read_path(file) {
        Ok(_) => "was read\n".to_owned(),
        Err(error) => format!("{error}\n"),
    }
}

fn expected(file: &Path) -> PathBuf {
    PathBuf::from(file.to_string_lossy().replace(".toll.json", ".txt"))
}

#[test]
fn every_bad_file_is_refused_in_the_expected_words() {
    let files = files();
    assert!(files.len() > 50, "found only {} bad files", files.len());
    for file in files {
        let expected = std::fs::read_to_string(expected(&file)).unwrap_or_default();
        assert_eq!(words(&file), expected, "{}", file.display());
    }
}

#[test]
fn every_line_of_an_error_is_lower_case_and_without_a_final_stop() {
    for file in files() {
        let words = words(&file);
        for line in words.lines() {
            assert!(!line.ends_with('.'), "{line}");
            let message = line.split_once(": ").map_or(line, |(_, message)| message);
            let first = message.chars().next().unwrap();
            let is_name = ["UTF", "JSON"].iter().any(|name| message.starts_with(name));
            assert!(!first.is_uppercase() || is_name, "{line}");
        }
    }
}

#[test]
#[ignore = "rewrites the expected words: run it by hand and read the difference"]
fn accept_the_current_words() {
    for file in files() {
        std::fs::write(expected(&file), words(&file)).unwrap();
    }
}
