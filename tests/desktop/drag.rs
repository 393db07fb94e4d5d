//! A file dragged onto the window.

use super::process::{Process, wait_at_most, wait_for};
use super::{Desktop, EXAMPLE};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const PYTHON: &str = "/usr/bin/python3";
/// Between two movements of the hand.
const STEP: Duration = Duration::from_millis(30);
const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/desktop/drag.py");

/// Whether there is a program that files can be dragged out of.
pub fn is_possible() -> bool {
    let tried = Command::new(PYTHON).args(["-c", "import gi; gi.require_version('Gtk', '3.0')"]).output();
    tried.is_ok_and(|output| output.status.success())
}

/// Shows a window that `file` can be dragged out of, where the program's window does not reach.
fn drag_source(desktop: &Desktop, file: &Path) -> Process {
    let screen = &desktop.screen;
    let mut command = Command::new(PYTHON);
    screen.environment(&mut command);
    let source = Process::start("drag", command.arg(SOURCE).arg(file), desktop.folder.path());
    let window = screen.window(["--name", "^Drag source$"]);
    wait_for("the drag source to be in its place", || {
        let place = screen.xdotool(&["getwindowgeometry", "--shell", &window])?;
        place.contains("X=1400\nY=850\n").then_some(())
    });
    source
}

/// Drags from the source into the window, stays there for `hover` and lets go.
fn drag(desktop: &Desktop, hover: Duration) {
    let screen = &desktop.screen;
    screen.hand(&["mousemove", "1480", "890", "mousedown", "1"]);
    for step in 0..8 {
        screen.hand(&["mousemove_relative", "--", "-10", &format!("{}", -step)]);
        std::thread::sleep(STEP);
    }
    // The window learns of the file while the hand moves over it.
    let start = Instant::now();
    while start.elapsed() < hover {
        for x in ["700", "710"] {
            screen.hand(&["mousemove", x, "400"]);
            std::thread::sleep(STEP);
        }
    }
    screen.hand(&["mouseup", "1"]);
}

#[test]
fn a_file_dropped_onto_the_window_is_opened() {
    let Some(desktop) = Desktop::without_dialogs() else { return };
    let file = desktop.dataset("dropped.toll.json", "A dataset that was dropped");
    let mut program = desktop.tollview(&[]);
    program.wait_for_title(EXAMPLE);
    let _source = drag_source(&desktop, &file);
    // A hand that lets go before a busy machine has passed the file on has to drag again, and more slowly.
    let mut hover = Duration::from_secs(1);
    wait_for("the dropped file to be open", || {
        drag(&desktop, hover);
        hover *= 2;
        let opened = || (program.title() == "A dataset that was dropped - Tollview").then_some(());
        wait_at_most(Duration::from_secs(5), opened)
    });
}
