//! Files that are refused: `tests/data/bad` holds each beside the exact words of its error.

use super::{datasets_in, files_in, read_path};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tollview::formats::{Input, LoadError, read_any};

/// Datasets, read where only a dataset will do, and views, read where both will.
fn files() -> Vec<PathBuf> {
    [datasets_in("tests/data/bad"), views()].concat()
}

fn views() -> Vec<PathBuf> {
    files_in("tests/data/bad", ".tollview.json")
}

fn is_view(file: &Path) -> bool {
    file.to_string_lossy().ends_with(".tollview.json")
}

fn read_as_any(file: &Path) -> Result<(), LoadError> {
    read_any(Input::open(file)?, &mut |_| ControlFlow::Continue(())).map(|_| ())
}

/// The text that the window and the command line show.
fn words(file: &Path) -> String {
    let read = if is_view(file) { read_as_any(file) } else { read_path(file).map(|_| ()) };
    match read {
        Ok(()) => "was read\n".to_owned(),
        Err(error) => format!("{error}\n"),
    }
}

fn expected(file: &Path) -> PathBuf {
    let ending = if is_view(file) { ".tollview.json" } else { ".toll.json" };
    PathBuf::from(file.to_string_lossy().replace(ending, ".txt"))
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
fn nothing_that_is_wrong_with_a_view_is_said_of_a_dataset() {
    let views = views();
    assert!(views.len() > 10, "found only {} bad views", views.len());
    for file in views {
        let words = words(&file);
        assert!(!words.contains("dataset"), "{words}");
    }
}

const NO_RECORDS: &str = "a.json: found JSON without records, expected a list of them, such as \
    [{\"date\": \"2020-01-01\", \"killed\": 3}]";

#[test]
fn what_a_file_without_a_telling_name_was_meant_to_be_is_left_open() {
    let refused = |name: &str, text: &str| {
        let input = Input::from_bytes(name, text.as_bytes().to_vec());
        read_any(input, &mut |_| ControlFlow::Continue(())).unwrap_err().to_string()
    };
    for (text, expected) in [
        (
            "",
            "a.json: found an empty file, expected a Tollview dataset or view, or a table; was it saved or copied completely?",
        ),
        (
            "<html>",
            "a.json: found a web page, expected a Tollview dataset or view, or a table; the download may have saved a page \
             about the file: fetch the file itself",
        ),
        ("{ \"a\": 1 }", NO_RECORDS),
        ("[]", NO_RECORDS),
        ("{} {}", NO_RECORDS),
        (
            "{ \"a\": [",
            "a.json: found JSON that is broken in line 1, expected a list of records; is a bracket, comma or quote missing \
             there?",
        ),
        // What there is of it tells.
        (
            "{ \"tollview_view\": 1,",
            "a.json: this file ends in the middle\nline 1, column 22, at $: found the end of the file, expected the rest of \
             the view; was it saved or copied completely?",
        ),
        (
            "{ \"tollview\": 1,",
            "a.json: this file ends in the middle\nline 1, column 17, at $: found the end of the file, expected the rest of \
             the dataset; was it saved or copied completely?",
        ),
    ] {
        assert_eq!(refused("a.json", text), expected, "{text}");
    }
    let contents = refused("a.tollview.json", "{ \"tollview\": 1,");
    assert!(contents.ends_with("expected the rest of the dataset; was it saved or copied completely?"), "{contents}");
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
