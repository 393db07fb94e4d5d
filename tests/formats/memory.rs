//! How much memory a file takes at its peak, measured in a process of its own.
#![cfg(target_os = "linux")]

use super::read_path;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;

const MIB: u64 = 1024 * 1024;

const FILE: &str = "TOLLVIEW_TEST_FILE";

/// Reads the file that its parent names, and prints how it went and the peak of this process in KiB.
#[test]
#[ignore = "run by the tests below in a process of its own"]
fn child() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let outcome = match read_path(Path::new(&path)) {
        Ok(loaded) => format!("read {} reports", loaded.dataset.report_count()),
        Err(error) => error.to_string(),
    };
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")).unwrap();
    println!("peak={peak} outcome={outcome}");
}

/// The peak in bytes and the outcome of reading `path`.
fn measure(path: &Path) -> (u64, String) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "formats::memory::child", "--ignored", "--nocapture"])
        .env(FILE, path)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, line) = text.split_once("peak=").unwrap_or_else(|| panic!("{text}"));
    let (peak, outcome) = line.lines().next().unwrap().split_once(" outcome=").unwrap();
    (peak.parse::<u64>().unwrap() * 1024, outcome.to_owned())
}

/// Also prints the measurement, for `--nocapture`.
#[expect(clippy::print_stdout, reason = "the numbers are worth seeing")]
fn assert_within(path: &Path, times: u64) -> String {
    let size = path.metadata().unwrap().len();
    let (peak, outcome) = measure(path);
    let limit = 64 * MIB + times * size;
    println!("{}: {} MiB for {} MiB, {outcome}", path.file_name().unwrap().display(), peak / MIB, size / MIB);
    assert!(peak <= limit, "{} MiB, expected at most {} MiB", peak / MIB, limit / MIB);
    outcome
}

#[test]
fn a_gigabyte_of_zeros_takes_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zeros.toll.json");
    File::create(&path).unwrap().set_len(1024 * MIB).unwrap();
    assert!(assert_within(&path, 0).contains("found NUL bytes"));
}

#[test]
fn brackets_without_end_take_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("brackets.toll.json");
    std::fs::write(&path, "[".repeat(100_000)).unwrap();
    assert!(assert_within(&path, 0).contains("nested too deeply"));
}

#[test]
fn a_large_dataset_takes_a_small_multiple_of_its_size() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.toll.json");
    large(&path, 40 * MIB, |number| {
        format!(
            r#"        {{
          "id": "hrana-{number}",
          "source": "hrana",
          "via": [{{ "name": "AP", "url": "https://example.org/news/{number}" }}],
          "as_of": "2026-01-14",
          "published": "2026-01-14",
          "day_stated": 18,
          "counts": {{
            "killed": {{
              "at_least": {number},
              "coverage": {{ "who": "everyone" }},
              "parts": {{ "protesters": 2403, "government": 147, "children": 12 }}
            }},
            "detained": {{ "more_than": 18100 }}
          }}
        }}"#
        )
    });
    assert!(assert_within(&path, 10).starts_with("read "));
}

/// Nothing is smaller in a file, and larger in memory, than a report without words.
#[test]
fn the_densest_dataset_still_fits() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dense.toll.json");
    large(&path, 4 * MIB, |number| format!(r#"{{"counts":{{"killed":{number}}}}}"#));
    assert!(assert_within(&path, 100).starts_with("read "));
}

/// A valid dataset of about `size` bytes.
fn large(path: &Path, size: u64, report: impl Fn(u64) -> String) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    let mut head =
        String::from(r#"{ "tollview": 1, "title": "Large", "sources": [{ "id": "hrana", "name": "HRANA" }],"#);
    let categories =
        ["protesters", "government", "children"].map(|id| format!(r#"{{ "id": "{id}", "label": "{id}" }}"#));
    write!(head, r#""categories": [{}], "events": [{{ "id": "e", "title": "E", "reports": ["#, categories.join(","))
        .unwrap();
    file.write_all(head.as_bytes()).unwrap();
    let mut written = 0;
    for number in 0.. {
        let text = report(number);
        if written > size {
            write!(file, "{text}\n] }}] }}\n").unwrap();
            break;
        }
        written += text.len() as u64 + 2;
        writeln!(file, "{text},").unwrap();
    }
    file.flush().unwrap();
}
