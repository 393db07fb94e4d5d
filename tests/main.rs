//! All integration tests in one binary, so that they are linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod app;
mod describe;
#[cfg(target_os = "linux")]
mod desktop;
mod facts;
mod figures;
mod formats;
mod jobs;
mod layers;
mod model;
mod readme;
mod state;
mod text;
