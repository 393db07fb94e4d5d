//! A file dragged onto the window.

use super::process::{Process, wait_at_most, wait_for};
use super::{Desktop, EXAMPLE};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const PYTHON: &str = "/usr/bin/python3";
const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/desktop/drag.py");

/// Whether there is a program that files can be dragged out of.
pub fn is_possible() -> bool {
    let tried = Command::new(PYTHON).args(["-c", "import gi; gi.require_version('Gtk', '3.0')"]).output();
    tried.is_ok_and(|output| output.status.success())
}

fn drag(desktop: &Desktop, file: &Path) {
    let screen = &desktop.screen;
    let mut command = Command::new(PYTHON);
    screen.environment(&mut command);
    let _source = Process::start("drag", command.arg(SOURCE).arg(file), desktop.folder.path());
    let window = screen.window(["--name", "^Drag source$"]);
    wait_for("the drag source to be in its place", || {
        let place = screen.xdotool(&["getwindowgeometry", "--shell", &window])?;
        place.contains("X=1400\nY=850\n").then_some(())
    });
    screen.hand(&["mousemove", "1480", "890", "mousedown", "1"]);
    for step in 0..8 {
        screen.hand(&["mousemove_relative", "--", "-10", &format!("{}", -step)]);
    }
    // Over the window, moving until it says what a drop will do.
    let before = screen.settled();
    wait_for("the window to notice the drag", || {
        for x in ["700", "710"] {
            screen.hand(&["mousemove", x, "400"]);
        }
        wait_at_most(Duration::from_millis(500), || screen.differs(&before, 100_000).then_some(()))
    });
    screen.hand(&["mouseup", "1"]);
}

#[test]
fn a_file_dropped_onto_the_window_is_opened() {
    let Some(desktop) = Desktop::without_dialogs() else { return };
    let file = desktop.dataset("dropped.toll.json", "A dataset that was dropped");
    let mut program = desktop.tollview(&[]);
    program.wait_for_title(EXAMPLE);
    drag(&desktop, &file);
    program.wait_for_title("A dataset that was dropped");
}
