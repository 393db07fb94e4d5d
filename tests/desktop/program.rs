//! The program in its window.

use super::process::{Process, wait_at_most, wait_for};
use super::screen::Screen;
use std::path::Path;
use std::time::Duration;

pub struct Program<'a> {
    process: Process,
    screen: &'a Screen,
    window: String,
}

impl<'a> Program<'a> {
    /// Waits for the window, puts it into the upper left corner and gives it the keyboard.
    pub fn start(screen: &'a Screen, process: Process) -> Self {
        let mut program = Self { process, screen, window: String::new() };
        program.window = wait_for("the window of the program", || {
            assert!(program.process.is_running(), "the program ended");
            screen.find(["--class", "^tollview$"])
        });
        screen.hand(&["windowmove", &program.window, "0", "0"]);
        screen.activate(&program.window);
        program
    }

    pub fn title(&self) -> String {
        self.screen.xdotool(&["getwindowname", &self.window]).unwrap_or_default()
    }

    /// Waits until the window is titled after this dataset.
    pub fn wait_for_title(&mut self, dataset: &str) {
        let expected = format!("{dataset} - Tollview");
        let what = format!("the title {expected:?}");
        wait_for(&what, || {
            assert!(self.process.is_running(), "the program ended");
            (self.title() == expected).then_some(())
        });
    }

    pub fn assert_running(&mut self) {
        assert!(self.process.is_running(), "the program ended");
    }

    /// Presses keys in the window and waits until it looks different.
    pub fn press(&self, keys: &str, what: &str) {
        self.screen.activate(&self.window);
        let before = self.screen.settled();
        self.screen.keys(keys);
        self.screen.wait_for_change(&before, what);
    }

    pub fn screen(&self) -> &Screen {
        self.screen
    }

    /// Moves the pointer to a place of the window, and clicks there.
    pub fn hand_at(&self, x: i32, y: i32, click: bool) {
        let (x, y) = (x.to_string(), y.to_string());
        self.screen.hand(&["mousemove", "--window", &self.window, &x, &y]);
        if click {
            self.screen.hand(&["click", "1"]);
        }
    }

    /// Types a path into the program's own box, which has the keyboard, and waits until the window looks different.
    pub fn type_path(&self, path: &Path) {
        self.screen.text(path.to_str().unwrap());
        let before = self.screen.settled();
        self.screen.keys("Return");
        self.screen.wait_for_change(&before, "the box for a path to close");
    }

    /// Presses keys that show a dialog of the system and answers it.
    pub fn answer_dialog(&self, keys: &str, title: &str, path: &Path) {
        self.answer_dialog_of(|| self.screen.keys(keys), title, path);
    }

    /// Does what shows a dialog of the system, types a path into it and waits until it has closed. What a busy machine
    /// loses of that is done again.
    pub fn answer_dialog_of(&self, ask: impl Fn(), title: &str, path: &Path) {
        let by = ["--name", &format!("^{title}$")];
        let soon = Duration::from_secs(15);
        let dialog = wait_for("the dialog", || {
            self.screen.activate(&self.window);
            ask();
            wait_at_most(soon, || self.screen.find(by))
        });
        wait_for("the dialog to close", || {
            if self.screen.find(by).is_some() {
                self.screen.activate(&dialog);
                self.screen.settled();
                // Shows the entry for a path where there is none yet.
                self.screen.keys("ctrl+l");
                self.screen.settled();
                self.screen.keys("ctrl+a");
                self.screen.text(path.to_str().unwrap());
                self.screen.settled();
                self.screen.keys("Return");
            }
            wait_at_most(soon, || self.screen.find(by).is_none().then_some(()))
        });
    }

    /// Quits by the keyboard and gives the exit code.
    pub fn quit(mut self) -> Option<i32> {
        self.screen.activate(&self.window);
        self.screen.keys("ctrl+q");
        self.process.ended().code()
    }
}
