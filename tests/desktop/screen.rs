//! An X server without a screen, a window manager on it, and hands for both.

use super::process::{Process, wait_for};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// More pixels than a blinking cursor has.
const CURSOR: usize = 5_000;

/// A screen of 1600 by 1000 points.
pub struct Screen {
    _manager: Process,
    _server: Process,
    display: String,
    folder: PathBuf,
}

impl Screen {
    /// Starts an X server on a free display, and openbox, with the folders of a user in `folder`.
    pub fn start(folder: &Path) -> Self {
        for name in ["home", "run", "config", "data", "state", "cache", "picture"] {
            fs::create_dir(folder.join(name)).unwrap();
        }
        private(&folder.join("run"));
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset", "-fbdir"]);
        xvfb.arg(folder.join("picture"));
        let mut server = Process::start("Xvfb", &mut xvfb, folder);
        let display = format!(":{}", server.first_line().trim());
        let mut openbox = Command::new("openbox");
        environment(&mut openbox, &display, folder);
        let manager = Process::start("openbox", &mut openbox, folder);
        let screen = Self { _manager: manager, _server: server, display, folder: folder.to_owned() };
        // It can only activate windows once it has said that it manages them.
        wait_for("the window manager", || screen.xdotool(&["get_desktop"]));
        screen
    }

    /// Sets the environment of a program that runs on this screen.
    pub fn environment(&self, command: &mut Command) {
        environment(command, &self.display, &self.folder);
    }

    /// What xdotool prints, or nothing where it fails.
    pub fn xdotool(&self, words: &[&str]) -> Option<String> {
        let mut command = Command::new("xdotool");
        self.environment(&mut command);
        let output = command.args(words).output().unwrap();
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Like `xdotool`, for what must succeed.
    pub fn hand(&self, words: &[&str]) {
        assert!(self.xdotool(words).is_some(), "xdotool {words:?} failed");
    }

    /// Waits for a visible window: `["--name", "^Open$"]` or `["--class", "^tollview$"]`.
    pub fn window(&self, by: [&str; 2]) -> String {
        wait_for(&format!("a window with {by:?}"), || self.find(by))
    }

    pub fn find(&self, by: [&str; 2]) -> Option<String> {
        let found = self.xdotool(&["search", "--onlyvisible", by[0], by[1]])?;
        found.lines().last().map(str::to_owned)
    }

    /// Gives the keyboard to a window and waits until it has it.
    pub fn activate(&self, window: &str) {
        wait_for("the keyboard to reach a window", || {
            self.xdotool(&["windowactivate", window]);
            (self.xdotool(&["getactivewindow"])? == window && self.xdotool(&["getwindowfocus"])? == window)
                .then_some(())
        });
    }

    pub fn keys(&self, keys: &str) {
        self.hand(&["key", keys]);
    }

    pub fn text(&self, text: &str) {
        self.hand(&["type", "--delay", "12", text]);
    }

    /// What is on the screen now, four bytes for each pixel.
    pub fn picture(&self) -> Vec<u8> {
        fs::read(self.folder.join("picture/Xvfb_screen0")).unwrap()
    }

    /// Waits until nothing moves but perhaps a cursor, and gives what is on the screen then.
    pub fn settled(&self) -> Vec<u8> {
        let mut before = self.picture();
        wait_for("the screen to settle", || {
            std::thread::sleep(Duration::from_millis(200));
            let last = std::mem::replace(&mut before, self.picture());
            (!self.differs(&last, CURSOR)).then_some(())
        });
        before
    }

    /// Waits until the screen differs from `before` and has settled.
    pub fn wait_for_change(&self, before: &[u8], what: &str) {
        wait_for(what, || self.differs(before, CURSOR).then_some(()));
        self.settled();
    }

    /// Whether at least so many pixels differ from `before`.
    pub fn differs(&self, before: &[u8], pixels: usize) -> bool {
        let now = self.picture();
        before.chunks(4).zip(now.chunks(4)).filter(|(before, now)| before != now).count() >= pixels
    }
}

/// Nothing of the user who runs the tests is left but the path to the programs.
fn environment(command: &mut Command, display: &str, folder: &Path) {
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("DISPLAY", display);
    for (name, place) in [
        ("HOME", "home"),
        ("XDG_RUNTIME_DIR", "run"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
    ] {
        command.env(name, OsString::from(folder.join(place)));
    }
    command.envs([
        ("LANG", "C.UTF-8"),
        ("LIBGL_ALWAYS_SOFTWARE", "1"),
        ("XDG_CURRENT_DESKTOP", "GNOME"),
        ("GDK_BACKEND", "x11"),
        ("GTK_A11Y", "none"),
        ("NO_AT_BRIDGE", "1"),
        ("GIO_USE_VFS", "local"),
        ("GSETTINGS_BACKEND", "memory"),
    ]);
}

/// The folder for sockets must be open to nobody else.
fn private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
}
