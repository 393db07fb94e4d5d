//! What all targets share: bytes are read as the program reads a file, and what comes of it is looked at.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, Once, PoisonError};
use tollview::formats::native::write;
use tollview::formats::table::recipe::Recipe;
use tollview::formats::{self, Document, Input, LoadError, Loaded};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The words of the last panic.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

/// Does `work` and ends the process where it panics. A reader may catch the panic of a library, as that of old workbooks
/// does; the usual hook of a fuzzer would end the process before.
pub fn watched(work: impl FnOnce()) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|panic| {
            *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
        }));
    });
    if catch_unwind(AssertUnwindSafe(work)).is_err() {
        eprintln!("{}", LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner));
        std::process::abort();
    }
}

/// Opens bytes as a file of this name, as the window does.
pub fn open(name: &str, bytes: &[u8]) {
    let input = Input::from_bytes(name, bytes.to_vec());
    match formats::read_any(input, &mut |_| ControlFlow::Continue(())) {
        Ok(Document::Dataset(loaded)) => look_at(&loaded),
        Ok(Document::View(view)) => {
            let written = formats::view::write(&view);
            let again = formats::read_any(Input::from_bytes(name, written.into()), &mut |_| ControlFlow::Continue(()));
            assert_eq!(again, Ok(Document::View(view)));
        }
        Err(error) => has_words(name, &error),
    }
}

/// Reads a table by a recipe.
pub fn read_by(recipe: &Recipe, name: &str, table: &[u8]) {
    let input = Input::from_bytes(name, table.to_vec());
    match formats::read_with(input, Some(recipe), &mut |_| ControlFlow::Continue(())) {
        Ok(loaded) => look_at(&loaded),
        Err(error) => has_words(name, &error),
    }
}

/// What was read adds up, and as the program writes it, it can be read again.
fn look_at(loaded: &Loaded) {
    assert!(loaded.left_out <= loaded.rows.unwrap_or(0));
    let written = write(&loaded.dataset);
    let input = Input::from_bytes("written.toll.json", written.clone().into());
    match formats::read(input, &mut |_| ControlFlow::Continue(())) {
        Ok(again) => {
            // What stands by its rows in a table is what a file says, once it is written.
            let mut dataset = loaded.dataset.clone();
            dataset.events.values_mut().for_each(|event| event.lead_by = tollview::model::LeadBy::Named);
            assert_eq!(again.dataset, dataset, "{written}");
        }
        // Tables hold larger numbers than the format does.
        Err(error) if error.to_string().contains("larger numbers are not kept exactly") => {}
        Err(error) => panic!("{error}\n{written}"),
    }
}

/// An error says more than the file's name.
pub fn has_words(name: &str, error: &LoadError) {
    let words = error.to_string();
    assert!(words.len() > name.len() + 4, "{words}");
}

/// The parts of an input, which a NUL byte ends; what is not there is empty.
pub fn parts<const COUNT: usize>(bytes: &[u8]) -> [&[u8]; COUNT] {
    let mut parts = bytes.splitn(COUNT, |byte| *byte == 0);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// An archive of these files: a fuzzer that changes the files themselves need not find their checksums.
pub fn archive(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in files {
        writer.start_file(*name, options).expect("a name that is new");
        writer.write_all(bytes).expect("memory takes everything");
    }
    writer.finish().expect("memory takes everything").into_inner()
}
