//! Reading and saving beside the window.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tollview::example;
use tollview::formats::ContentHash;
use tollview::jobs::Jobs;
use tollview::model::{Dataset, FindingKind, Stated};
use tollview::state::{Action, JobId, Origin, ReadFile};

/// Longer than any job here takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Jobs and a bell that rings whenever there is something to receive.
fn jobs() -> (Jobs, Receiver<()>) {
    let (ring, bell) = channel();
    let wake = move || {
        // Nobody listens any more once the test has what it wants.
        let _ = ring.send(());
    };
    (Jobs::new(wake), bell)
}

/// Waits for the first action that is not progress.
fn answer(jobs: &mut Jobs, bell: &Receiver<()>) -> Action {
    loop {
        bell.recv_timeout(PATIENCE).unwrap();
        let action = jobs.receive().into_iter().find(|action| !matches!(action, Action::Progress { .. }));
        if let Some(action) = action {
            return action;
        }
    }
}

fn load(origin: Origin) -> Action {
    let (mut jobs, bell) = jobs();
    jobs.load(JobId(3), origin, Arc::default());
    answer(&mut jobs, &bell)
}

fn loaded(path: &Path) -> Arc<Dataset> {
    match load(Origin::Path(path.to_owned())) {
        Action::Loaded { job: JobId(3), read } => read.dataset,
        other => panic!("expected a dataset, got {other:?}"),
    }
}

/// Saves and gives the name and the error that come back.
fn save(path: &Path, dataset: &Arc<Dataset>) -> (String, Option<String>) {
    let (mut jobs, bell) = jobs();
    jobs.save(path.to_owned(), Arc::clone(dataset), true);
    match answer(&mut jobs, &bell) {
        Action::Saved { name, error } => (name, error),
        other => panic!("expected an answer to saving, got {other:?}"),
    }
}

#[test]
fn the_example_is_read_and_checked() {
    let Action::Loaded { job, read } = load(Origin::Example) else { panic!("not loaded") };
    let ReadFile { dataset, findings, warnings, .. } = read;
    assert_eq!((job, dataset.events.len(), warnings.len()), (JobId(3), 7, 0));
    assert_eq!(*dataset, example::dataset().unwrap());
    assert!(!findings.is_empty());
    assert!(!findings.iter().any(|finding| matches!(finding.kind, FindingKind::MissingGlyph { .. })));
}

#[test]
fn a_table_is_read_with_the_hash_of_all_its_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flood.csv");
    let text = format!("date,killed\n2026-01-14,severe\n{}", "2026-01-15,1\n".repeat(20_000));
    std::fs::write(&path, &text).unwrap();
    let Action::Loaded { read, .. } = load(Origin::Path(path)) else { panic!("not loaded") };
    let ReadFile { dataset, warnings, hash, .. } = read;
    // The first report is of the row without a reading, whose day is known.
    assert_eq!(dataset.events[0].reports[1].counts["killed"].stated, Stated::Exact(20_000));
    assert_eq!(warnings.len(), 1);
    assert_eq!(hash, Some(ContentHash::of(text.as_bytes())));
}

#[test]
fn each_character_without_a_glyph_is_one_finding_at_its_first_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("glyphs.toll.json");
    let text = r#"{ "tollview": 1, "title": "T", "sources": [{ "id": "s", "name": "S" }], "events": [
        { "id": "a", "title": "A", "reports": [
            { "source": "s", "as_of": "2020-01-01", "note": "𓀀 and 𓀀 and 𓀁", "counts": { "killed": 1 } },
            { "source": "s", "as_of": "2020-01-02", "note": "𓀀", "counts": { "killed": { "exact": 2, "as_written": "𓀂" } } } ] }] }"#;
    std::fs::write(&path, text).unwrap();
    let Action::Loaded { read: ReadFile { findings, .. }, .. } = load(Origin::Path(path)) else { panic!("not loaded") };
    let found: Vec<(char, String)> = findings
        .iter()
        .filter_map(|finding| match finding.kind {
            FindingKind::MissingGlyph { character } => Some((character, finding.place.json_path())),
            _ => None,
        })
        .collect();
    let (first, second) = ("$.events[0].reports[0]".to_owned(), "$.events[0].reports[1]".to_owned());
    assert_eq!(found, [('𓀀', first.clone()), ('𓀁', first), ('𓀂', second)]);
}

#[test]
fn a_file_that_cannot_be_read_is_an_action_too() {
    let Action::Failed { job, error } = load(Origin::Path("no-such.toll.json".into())) else { panic!("not failed") };
    assert_eq!(job, JobId(3));
    assert_eq!(error.to_string(), "no-such.toll.json: there is no such file; was it moved, renamed or deleted?");
}

#[test]
fn a_cancelled_job_sends_nothing() {
    let (mut jobs, bell) = jobs();
    jobs.load(JobId(1), Origin::Example, Arc::default());
    jobs.cancel(JobId(1));
    jobs.load(JobId(2), Origin::Example, Arc::default());
    match answer(&mut jobs, &bell) {
        Action::Loaded { job: JobId(2), .. } => {}
        other => panic!("expected the second job, got {other:?}"),
    }
    // Cancelled after it has sent its result: what lies in the inbox is dropped.
    jobs.load(JobId(3), Origin::Example, Arc::default());
    bell.recv_timeout(PATIENCE).unwrap();
    jobs.cancel(JobId(3));
    assert!(jobs.receive().is_empty());
    jobs.cancel(JobId(99));
}

/// A pipe gives bytes only when this test wants, so that the job is certain to be in the middle of reading.
#[cfg(unix)]
#[test]
fn a_job_in_the_middle_of_reading_reports_progress_and_stops() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe.toll.json");
    let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
    assert!(made.success());
    let (mut jobs, bell) = jobs();
    jobs.load(JobId(5), Origin::Path(path.clone()), Arc::default());
    let mut pipe = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    pipe.write_all(b"{").unwrap();
    let chunk = vec![b' '; 64 * 1024];
    let mut received = Vec::new();
    while received.is_empty() {
        pipe.write_all(&chunk).unwrap();
        // Longer than the time between two reports.
        std::thread::sleep(Duration::from_millis(60));
        received = jobs.receive();
    }
    bell.recv_timeout(PATIENCE).unwrap();
    let is_progress =
        |action: &Action| matches!(action, Action::Progress { job: JobId(5), size: None, bytes_read: 1.. });
    assert!(received.iter().all(is_progress), "{received:?}");
    jobs.cancel(JobId(5));
    // The job looks at its flag with the next chunk, stops and closes its end.
    while pipe.write_all(&chunk).is_ok() {}
    assert!(jobs.receive().is_empty());
}

#[test]
fn every_action_wakes_the_window() {
    static WOKEN: AtomicUsize = AtomicUsize::new(0);
    let (ring, bell) = channel();
    let mut jobs = Jobs::new(move || {
        WOKEN.fetch_add(1, Ordering::Relaxed);
        let _ = ring.send(());
    });
    assert!(jobs.receive().is_empty(), "nothing has happened yet");
    jobs.load(JobId(0), Origin::Path("no-such.toll.json".into()), Arc::default());
    answer(&mut jobs, &bell);
    assert_eq!(WOKEN.load(Ordering::Relaxed), 1);
}

#[test]
fn what_was_saved_reads_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.toll.json");
    let dataset = Arc::new(example::dataset().unwrap());
    assert_eq!(save(&path, &dataset), ("copy.toll.json".to_owned(), None));
    assert_eq!(*loaded(&path), *dataset);
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/iran-protests.toll.json");
    assert_eq!(std::fs::read(&path).unwrap(), std::fs::read(bundled).unwrap());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn free_keys_survive() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("free.toll.json"), folder.path().join("copy.toll.json"));
    let text = r#"{ "tollview": 1, "title": "T", "x_top": [1, { "deep": null }], "sources": [{ "id": "s", "name": "S", "x_source": "a" }],
        "events": [{ "id": "a", "title": "A", "x_event": 1.50, "reports": [
            { "source": "s", "as_of": "2020-01-01", "x_report": true, "counts": { "killed": { "exact": 1, "x_count": {} } } } ] }] }"#;
    std::fs::write(&path, text).unwrap();
    let dataset = loaded(&path);
    assert_eq!(save(&copy, &dataset).1, None);
    assert_eq!(*loaded(&copy), *dataset);
    let written: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&copy).unwrap()).unwrap();
    assert_eq!(written["x_top"], serde_json::json!([1, { "deep": null }]));
    assert_eq!(written["events"][0]["x_event"].to_string(), "1.50", "digits stay as written");
    assert_eq!(written["events"][0]["reports"][0]["counts"]["killed"]["x_count"], serde_json::json!({}));
}

#[test]
fn what_cannot_be_saved_says_why_and_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let dataset = Arc::new(example::dataset().unwrap());
    let nowhere = folder.path().join("nowhere");
    let (name, error) = save(&nowhere.join("copy.toll.json"), &dataset);
    let expected =
        format!("copy.toll.json: found no folder \"{}\", expected one to save into; choose another", nowhere.display());
    assert_eq!((name.as_str(), error), ("copy.toll.json", Some(expected)));
    std::fs::create_dir(&nowhere).unwrap();
    let (_, error) = save(&nowhere, &dataset);
    assert_eq!(error.unwrap(), "nowhere: found a folder of this name, expected a file; choose another name");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn saving_over_a_file_keeps_its_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (folder.path().join("old.toll.json"), folder.path().join("link.toll.json"));
    let dataset = Arc::new(example::dataset().unwrap());
    std::fs::write(&path, "old").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&path, &link).unwrap();
    assert_eq!(save(&link, &dataset), ("link.toll.json".to_owned(), None));
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(mode(&path), 0o640);
    assert_eq!(*loaded(&path), *dataset);
    let (new, plain) = (folder.path().join("new.toll.json"), folder.path().join("plain"));
    std::fs::write(&plain, "").unwrap();
    assert_eq!(save(&new, &dataset).1, None);
    assert_eq!(mode(&new), mode(&plain), "as readable as any other new file");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o440)).unwrap();
    let (_, error) = save(&path, &dataset);
    let expected = "old.toll.json: the system denies writing it; choose another name, or a folder of your own";
    assert_eq!(error.unwrap(), expected, "a file marked read-only is not replaced");
}
