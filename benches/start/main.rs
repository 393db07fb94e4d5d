//! What the window costs beside an empty one: from the start to the first picture on the screen, memory after five
//! seconds of doing nothing, and pictures painted meanwhile. Both programs are watched from outside, on an X server that
//! nobody sees. `cargo bench --bench start` prints it; without Xvfb it says so.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a report on the terminal, and no report without a window"
)]

#[cfg(target_os = "linux")]
mod watch;

use eframe::egui::{CentralPanel, Ui};
use eframe::{App, Frame};

/// Tells this program to be the empty window.
const EMPTY: &str = "--empty-window";

struct Empty;

impl App for Empty {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        CentralPanel::default().show(ui, |_| {});
    }
}

fn main() {
    if std::env::args().any(|argument| argument == EMPTY) {
        let options = tollview::app::window_options();
        eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty)))).expect("a window");
        return;
    }
    #[cfg(target_os = "linux")]
    watch::report();
    #[cfg(not(target_os = "linux"))]
    println!("skipped: programs are watched from outside on X11 only");
}
