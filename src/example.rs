//! The dataset that comes with the program: what is open when no file was given.

use crate::formats::{self, Input, LoadError};
use crate::model::Dataset;
use std::ops::ControlFlow;

/// The name under which it is read.
pub const NAME: &str = "iran-protests.toll.json";

const BYTES: &[u8] = include_bytes!("../assets/iran-protests.toll.json");

/// The dataset as bytes to be read like any other file.
#[must_use]
pub fn input() -> Input {
    Input::from_bytes(NAME, BYTES.to_vec())
}

/// The dataset itself. A test reads it, so an error can only come from a build with another file in its place.
pub fn dataset() -> Result<Dataset, LoadError> {
    formats::read(input(), &mut |_| ControlFlow::Continue(())).map(|loaded| loaded.dataset)
}
