//! Tables with damaged bytes: every reader gives a dataset or an error and never panics. A fixed number of inputs each run.

use proptest::prelude::*;
use proptest::sample::Index;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tollview::formats::{self, Input};

/// All odd tables of the tests, of every format.
fn tables() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables");
    let mut files: Vec<PathBuf> = [folder.clone(), folder.join("made")]
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && path.extension().is_none_or(|ending| ending != "expected" && ending != "py"))
        // Each of these is a test of its own, and slow by design.
        .filter(|path| !path.to_string_lossy().contains("bomb"))
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_tables_of_every_format_are_read_or_refused(
        file in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let files = tables();
        let path = file.get(&files);
        let mut bytes = std::fs::read(path).unwrap();
        for damage in &damages {
            apply(&mut bytes, damage);
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = formats::read(Input::from_bytes(&name, bytes), &mut |_| ControlFlow::Continue(()));
        if let Err(error) = read {
            let words = error.to_string();
            prop_assert!(words.len() > name.len() + 4, "{}", words);
        }
    }
}
