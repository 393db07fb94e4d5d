//! `tollview describe`: through the library, and through the program itself with its exit codes.

mod json;
mod program;
mod report;
mod table;

use serde_json::Value;
use std::ops::ControlFlow;
use tollview::describe::{self, AsKnownOn, Options};
use tollview::formats::{self, Input, Loaded};
use tollview::{example, text::Locale};

/// Reads text as if it were a file.
fn read(text: &str) -> Loaded {
    formats::read(Input::from_bytes("test.toll.json", text.into()), &mut |_| ControlFlow::Continue(())).unwrap()
}

fn bundled() -> Loaded {
    formats::read(example::input(), &mut |_| ControlFlow::Continue(())).unwrap()
}

fn json(loaded: &Loaded, options: Options) -> Value {
    serde_json::from_str(&describe::json(loaded, options).unwrap()).unwrap()
}

fn report(loaded: &Loaded, options: Options) -> String {
    describe::report(loaded, options, &Locale::english())
}

fn on(day: &str) -> AsKnownOn {
    AsKnownOn::Day(day.parse().unwrap())
}
