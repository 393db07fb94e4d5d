//! Random files: whatever is valid survives, and nothing makes the reader panic.

use super::strategies::dataset;
use super::{datasets_in, in_crate, read, read_bytes};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use tollview::formats::native::write;

/// One change to a file: where, how many bytes are taken out, and what is put in.
type Change = (Index, usize, Vec<u8>);

fn changed(mut bytes: Vec<u8>, changes: Vec<Change>) -> Vec<u8> {
    for (place, taken, put) in changes {
        let from = place.index(bytes.len() + 1);
        let to = (from + taken).min(bytes.len());
        bytes.splice(from..to, put);
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let pieces =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "null", "-1", "1.5", "\"x\":", "\u{FEFF}", "\n", "\0", "e9"];
    let piece = proptest::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec());
    let put = prop_oneof![Just(Vec::new()), piece, vec(any::<u8>(), 0..4)];
    let taken = prop_oneof![3 => 0_usize..4, 1 => 0_usize..200];
    vec((any::<Index>(), taken, put), 1..4)
}

/// Errors must be printable as well.
fn try_to_read(bytes: &[u8]) {
    if let Err(error) = read_bytes(bytes) {
        assert!(!error.to_string().is_empty());
    }
}

fn small_files() -> Vec<Vec<u8>> {
    let mut paths = datasets_in("tests/data/bad");
    paths.extend(datasets_in("tests/data/good"));
    paths.push(in_crate("assets/iran-protests.toll.json"));
    paths.iter().map(|path| std::fs::read(path).unwrap()).filter(|bytes| bytes.len() < 50_000).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_valid_dataset_survives_writing_and_reading(dataset in dataset()) {
        let text = write(&dataset);
        let loaded = read(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        prop_assert_eq!(&loaded.dataset, &dataset);
        // Maps compare without order; their printed form does not.
        prop_assert_eq!(format!("{:?}", loaded.dataset), format!("{dataset:?}"));
        prop_assert_eq!(write(&loaded.dataset), text);
    }

    #[test]
    fn no_change_to_a_valid_file_makes_the_reader_panic(dataset in dataset(), changes in changes()) {
        try_to_read(&changed(write(&dataset).into_bytes(), changes));
    }

    #[test]
    fn no_change_to_a_known_file_makes_the_reader_panic(file in any::<Index>(), changes in changes()) {
        let files = small_files();
        try_to_read(&changed(file.get(&files).clone(), changes));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..300), start in "(|\\{|\\[|\\{\"tollview\":)") {
        try_to_read(&[start.as_bytes(), &bytes].concat());
    }
}

#[test]
fn every_cut_of_a_file_is_an_error_that_says_so() {
    let bytes = std::fs::read(in_crate("tests/data/good/everything.toll.json")).unwrap();
    let end = bytes.trim_ascii_end().len();
    for length in 1..end {
        let error = read_bytes(&bytes[..length]).unwrap_err().to_string();
        let is_told = error.contains("ends in the middle") || error.contains("is not UTF-8");
        assert!(is_told, "cut to {length} bytes: {error}");
    }
}
