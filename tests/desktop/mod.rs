//! The program in a real window on a screen that nobody sees: real keys, the system's real file dialog, a real drag.
//!
//! Each test has an X server, a window manager and, where it needs one, a message bus with the desktop portal of its
//! own, and all folders of a user in one temporary folder. One test runs at a time. Where a tool is missing a test says
//! so and passes, unless the environment variable `CI` is set: the line with the packages stands in the README.

mod bus;
mod drag;
mod import;
mod life;
mod open;
mod process;
mod program;
mod save;
mod screen;
mod views;

use bus::Bus;
use process::Process;
use program::Program;
use screen::Screen;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;

const EXAMPLE: &str = "Iran’s protests and their tolls, 1978–2026";

/// Windows that share two processors with a dozen others would make each other wait.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A user's folders and screen, with a message bus or without. Fields are dropped in this order.
struct Desktop {
    bus: Option<Bus>,
    screen: Screen,
    folder: TempDir,
    _lock: MutexGuard<'static, ()>,
}

impl Desktop {
    /// A desktop with file dialogs, or nothing where a tool for it is missing.
    fn new() -> Option<Self> {
        let mut desktop = Self::without_dialogs()?;
        desktop.bus = Some(Bus::start(&desktop.screen, desktop.folder.path()));
        Some(desktop)
    }

    /// A desktop that has no way to show a file dialog.
    fn without_dialogs() -> Option<Self> {
        if let Some(tool) = missing_tool() {
            assert!(std::env::var_os("CI").is_none(), "{tool} is missing; the README names the packages to install");
            // Past the test harness, which shows nothing of a test that passes.
            let _ = writeln!(std::io::stderr(), "skipped: {tool} is missing");
            return None;
        }
        let lock = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::Builder::new().prefix("tollview-").tempdir().unwrap();
        let screen = Screen::start(folder.path());
        Some(Self { bus: None, screen, folder, _lock: lock })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a small dataset with this title and gives its path.
    fn dataset(&self, name: &str, title: &str) -> PathBuf {
        let text = format!(
            r#"{{ "tollview": 1, "title": "{title}", "show": {{ "event": "a" }},
                "sources": [{{ "id": "s", "name": "A made-up source" }}],
                "events": [{{ "id": "a", "title": "A made-up event", "start": "2020-01-01", "lead": "s", "reports": [
                    {{ "source": "s", "as_of": "2020-01-02", "counts": {{ "killed": {{ "at_least": 3 }} }} }} ] }}] }}"#
        );
        self.file(name, &text)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Starts the program and waits for its window.
    fn tollview(&self, arguments: &[&Path]) -> Program<'_> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tollview"));
        self.screen.environment(&mut command);
        match &self.bus {
            Some(bus) => command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address),
            // Nobody listens there, and no program is found that could ask for a file instead.
            None => command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent").env("PATH", "/nonexistent"),
        };
        command.args(arguments);
        Program::start(&self.screen, Process::start("tollview", &mut command, self.folder.path()))
    }
}

/// What of the tools that the tests need is not there.
fn missing_tool() -> Option<&'static str> {
    let commands = ["Xvfb", "openbox", "xdotool", "dbus-daemon", "dbus-send"];
    commands
        .into_iter()
        .find(|name| which(name).is_none())
        .or_else(|| bus::PORTALS.into_iter().find(|name| bus::helper(name).is_none()))
        .or_else(|| (!drag::is_possible()).then_some("python3-gi with GTK 3"))
}

fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
