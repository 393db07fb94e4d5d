//! What happens while bytes are read: progress, cancelling, and files that are not what the system said.

use super::{read_bytes, read_path};
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;
use tollview::formats::{self, Input, LoadErrorKind, SIZE_LIMIT};

const DATASET: &str = r#"{ "tollview": 1, "title": "T", "events": [] }"#;

fn input(size: Option<u64>, reader: impl Read + Send + 'static) -> Input {
    Input { name: "test.toll.json".to_owned(), size, reader: Box::new(reader), material: None }
}

fn read(input: Input) -> Result<formats::Loaded, formats::LoadError> {
    formats::read(input, &mut |_| ControlFlow::Continue(()))
}

/// A dataset of about `size` bytes.
fn padded(size: usize) -> Vec<u8> {
    DATASET.bytes().chain(std::iter::repeat_n(b' ', size)).collect()
}

#[test]
fn progress_is_told_at_least_every_64_kib() {
    let bytes = padded(1_000_000);
    let (total, mut last) = (bytes.len() as u64, 0);
    let progress = &mut |read| {
        assert!(read >= last && read - last <= 65_536, "from {last} to {read}");
        last = read;
        ControlFlow::Continue(())
    };
    formats::read(Input::from_bytes("test.toll.json", bytes), progress).unwrap();
    assert_eq!(last, total);
}

#[test]
fn reading_and_parsing_can_be_cancelled() {
    let bytes = padded(1_000_000);
    for allowed in [0, 1, 5, 16, 17, 20] {
        let mut calls = 0;
        let progress = &mut |_| {
            calls += 1;
            if calls > allowed { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let error = formats::read(Input::from_bytes("a.toll.json", bytes.clone()), progress).unwrap_err();
        assert_eq!(error.to_string(), "a.toll.json: reading was cancelled");
        assert_eq!(calls, allowed + 1);
    }
}

#[test]
fn a_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reports.toll.json");
    std::fs::create_dir(&path).unwrap();
    let expected = "reports.toll.json: found a folder, expected a file; open one of the files in it";
    assert_eq!(read_path(&path).unwrap_err().to_string(), expected);
    #[cfg(target_os = "linux")]
    {
        let opened = std::fs::File::open(&path).unwrap();
        assert_eq!(read(input(None, opened)).unwrap_err().kind.to_string(), expected.split_once(": ").unwrap().1);
    }
}

#[test]
fn a_missing_file_is_named() {
    let path = tempfile::tempdir().unwrap().path().join("gone.toll.json");
    let expected = "gone.toll.json: there is no such file; was it moved, renamed or deleted?";
    assert_eq!(read_path(&path).unwrap_err().to_string(), expected);
}

#[test]
#[cfg(unix)]
fn a_file_without_permission_is_refused() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let folder = tempfile::tempdir().unwrap();
    if folder.path().metadata().unwrap().uid() == 0 {
        println!("skipped: root may read everything");
        return;
    }
    let path = folder.path().join("secret.toll.json");
    std::fs::write(&path, DATASET).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    let expected =
        "secret.toll.json: the system denies reading it; ask its owner for permission, or copy it to your own folder";
    assert_eq!(read_path(&path).unwrap_err().to_string(), expected);
}

#[test]
fn a_denied_reader_says_so() {
    let error = read(input(None, Failing(io::ErrorKind::PermissionDenied))).unwrap_err();
    assert!(error.to_string().starts_with("test.toll.json: the system denies reading it"), "{error}");
    let error = read(input(None, Failing(io::ErrorKind::TimedOut))).unwrap_err();
    assert_eq!(error.to_string(), "test.toll.json: reading failed: timed out; is its disk or network still there?");
}

/// Gives a little, then fails.
struct Failing(io::ErrorKind);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(self.0.into())
    }
}

#[test]
fn a_file_that_shrinks_while_it_is_read_is_refused() {
    let error = read(input(Some(2_000_000), Cursor::new(padded(1_000)))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "test.toll.json: found 1,045 bytes, expected 2,000,000: the file became shorter while it was read; \
         open it again once it is written completely"
    );
}

#[test]
fn a_file_that_grows_while_it_is_read_is_read_to_its_end() {
    assert!(read(input(Some(10), Cursor::new(padded(1_000_000)))).is_ok());
    assert!(read(input(Some(0), Cursor::new(padded(100)))).is_ok());
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let mut last = 0;
    let progress = &mut |read| {
        last = read;
        ControlFlow::Continue(())
    };
    let endless = Cursor::new(DATASET).chain(io::repeat(b' '));
    let error = formats::read(input(Some(SIZE_LIMIT + 1), endless), progress).unwrap_err();
    assert_eq!(
        error.to_string(),
        "test.toll.json: found 257 MiB, expected at most 256 MiB: a larger file might not fit into memory; \
         split it by event"
    );
    assert_eq!(last, 65_536);
}

#[test]
fn a_file_whose_size_is_unknown_or_a_lie_is_refused_at_the_limit() {
    let endless = Cursor::new(DATASET).chain(io::repeat(b' '));
    let error = read(input(Some(45), endless)).unwrap_err();
    assert_eq!(error.kind, LoadErrorKind::TooLarge { size: None });
    assert!(error.to_string().contains("found more than 256 MiB, expected at most 256 MiB"), "{error}");
}

#[test]
fn a_hundred_thousand_brackets_are_an_error_of_their_own() {
    for text in ["[".repeat(100_000), format!("{{ \"tollview\": {}", "{\"a\":".repeat(100_000))] {
        let error = read_bytes(text.as_bytes()).unwrap_err();
        assert!(matches!(error.kind, LoadErrorKind::TooDeep(_)), "{error}");
    }
}
