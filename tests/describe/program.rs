//! The program itself: what it prints where, and with which exit code.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const USAGE: &str = "usage: tollview [--tab NAME] [--theme light|dark] [FILE…]
       tollview describe FILE [--json] [--all] [--as-known-on DATE] [--recipe RECIPE]
";

fn tollview(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tollview"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    command.args(arguments).output().unwrap()
}

fn bundled() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/iran-protests.toll.json")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Exit code and standard error of a run that printed nothing else.
fn complaint(arguments: &[&str]) -> (i32, String) {
    let output = tollview(arguments);
    assert_eq!(text(&output.stdout), "");
    (output.status.code().unwrap(), text(&output.stderr).to_owned())
}

#[test]
fn a_dataset_is_printed_as_json() {
    let file = bundled();
    let output = tollview(&["describe", file.to_str().unwrap(), "--json", "--all"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let description: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(description["events"].as_array().unwrap().len(), 7);
    let official = description["events"][0]["all_reports"].as_array().unwrap();
    let official = official.iter().find(|report| report["id"] == "iran-authorities-2026-01-21").unwrap();
    assert_eq!(official["residual"], 690);
}

#[test]
fn a_date_given_replaces_the_files_own() {
    let file = bundled();
    for (date, number) in [("2026-01-14", 2571), ("latest", 7008)] {
        let output = tollview(&["describe", "--as-known-on", date, "--json", file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0));
        let description: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(description["events"][0]["totals"][0]["low"], number);
    }
}

#[test]
fn a_dataset_is_printed_for_people() {
    let output = tollview(&["describe", bundled().to_str().unwrap()]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let printed = text(&output.stdout);
    assert!(printed.starts_with("Iran’s protests and their tolls, 1978–2026\nAs known on 14 January 2026\n"));
    assert!(printed.contains("\n    HRANA via AP, as of 14 January 2026: at least 2,571 [the file’s choice]\n"));
    assert!(printed.ends_with("counts.killed\n"));
}

#[test]
fn a_file_that_cannot_be_read_is_exit_code_1() {
    let missing = complaint(&["describe", "no-such.toll.json"]);
    assert_eq!(
        missing,
        (1, "no-such.toll.json: there is no such file; was it moved, renamed or deleted?\n".to_owned())
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.toll.json");
    std::fs::write(&file, "{ \"tollview\": 1, \"title\": \"T\",\n  \"evnts\": [] }\n").unwrap();
    let expected = "bad.toll.json: 2 problems, so nothing was read
line 1, column 1, at $: found no key \"events\", expected it in a dataset; add it
line 2, column 3, at $.evnts: found the key \"evnts\", expected a key of a dataset; did you mean \"events\"?
";
    assert_eq!(complaint(&["describe", file.to_str().unwrap(), "--json"]), (1, expected.to_owned()));
}

#[test]
fn wrong_usage_is_exit_code_2() {
    for (arguments, wrong) in [
        (&["describe"][..], "found no file after \"describe\", expected one; name the file to describe"),
        (&["describe", "a", "b"], "found a second file \"b\", expected one; describe them one by one"),
        (&["describe", "-"], "found \"-\", expected the path of a file; write it to a file first"),
        (
            &["describe", "a", "--jsn"],
            "found \"--jsn\", expected an option of tollview describe (--json, --all, --as-known-on, --recipe, --help, --version); did you mean \"--json\"?",
        ),
        (&["describe", "a", "--json=yes"], "found the value \"yes\" for \"--json\", expected none"),
        (&["describe", "a", "--as-known-on"], "found nothing after \"--as-known-on\", expected a day"),
        (
            &["describe", "a", "--as-known-on", "2026-01"],
            "found \"2026-01\" after \"--as-known-on\" (not one certain day), expected a day or \"latest\"; write 2026-01-14",
        ),
        (
            &["describe", "a", "--as-known-on", "2026-02-30"],
            "found \"2026-02-30\" after \"--as-known-on\" (no such day in the calendar), expected a day or \"latest\"; write 2026-01-14",
        ),
        (
            &["describe", "a", "--tab", "table"],
            "found \"--tab\", expected an option of tollview describe (--json, --all, --as-known-on, --recipe, --help, --version); it is for the window, without \"describe\"",
        ),
        (
            &["--json", "a"],
            "found \"--json\", expected an option of tollview (--tab, --theme, --help, --version); it goes after \"describe\"",
        ),
        (
            &["--tab", "brakdown"],
            "found \"brakdown\" after \"--tab\", expected one of breakdown, compare, timeline, table, checks, sources; did you mean \"breakdown\"?",
        ),
        (&["--theme", "blue"], "found \"blue\" after \"--theme\", expected one of light, dark"),
        (
            &["--theme", "dark", "describe", "a"],
            "found \"describe\" after an option, expected it first; write ./describe for a file of this name",
        ),
        (&["-q"], "found \"-q\", expected an option of tollview (--tab, --theme, --help, --version)"),
    ] {
        assert_eq!(complaint(arguments), (2, format!("tollview: {wrong}\n{USAGE}")), "{arguments:?}");
    }
}

#[test]
fn help_and_version_are_printed() {
    for flag in ["--help", "-h"] {
        let output = tollview(&[flag]);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
        assert!(text(&output.stdout).starts_with("Tollview shows what a death toll is made of"));
    }
    let output = tollview(&["--version"]);
    assert_eq!(text(&output.stdout), concat!("tollview ", env!("CARGO_PKG_VERSION"), "\n"));
}
