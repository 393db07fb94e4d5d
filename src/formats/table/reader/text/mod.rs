//! Bytes to text: which encoding a file has, and reading it as UTF-8 from its start or from any place on.
//!
//! What is UTF-8 already is handed on as it is, checked only where a cell is looked at.

mod detect;
mod piece;
mod stream;
mod whole;

pub(super) use detect::Encoded;
pub(super) use stream::Stream;
