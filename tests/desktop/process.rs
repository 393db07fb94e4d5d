//! Processes that end with the test that started them, also when it fails, and waiting for them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Longer than anything here takes, even in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_mins(3);
const INTERVAL: Duration = Duration::from_millis(40);

/// Looks again and again until there is something to see; after three minutes the test fails with `what` was waited for.
pub fn wait_for<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    wait_at_most(PATIENCE, look).unwrap_or_else(|| panic!("waited in vain for {what}"))
}

/// Looks again and again until there is something to see or the time is over.
pub fn wait_at_most<T>(time: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(seen) = look() {
            return Some(seen);
        }
        if start.elapsed() > time {
            return None;
        }
        std::thread::sleep(INTERVAL);
    }
}

/// A process with its output in two files.
pub struct Process {
    name: String,
    child: Child,
    output: PathBuf,
    log: PathBuf,
}

impl Process {
    /// Starts `command`; its output goes to files in `folder` named after `name`.
    pub fn start(name: &str, command: &mut Command, folder: &Path) -> Self {
        let output = folder.join(format!("{name}.out"));
        let log = folder.join(format!("{name}.log"));
        let child = command
            .stdin(Stdio::null())
            .stdout(File::create(&output).unwrap())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} did not start: {error}"));
        Self { name: name.to_owned(), child, output, log }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The first line that it prints, once it has printed it.
    pub fn first_line(&mut self) -> String {
        let what = format!("a line from {}", self.name);
        wait_for(&what, || {
            assert!(self.is_running(), "{} ended before it printed a line", self.name);
            let text = fs::read_to_string(&self.output).unwrap();
            text.split_once('\n').map(|(line, _)| line.to_owned())
        })
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits until it has ended by itself.
    pub fn ended(&mut self) -> ExitStatus {
        let what = format!("{} to end", self.name);
        wait_for(&what, || self.child.try_wait().unwrap())
    }

    /// Asks it to end, so that it can clear up, and makes it end if it does not.
    fn end(&mut self) {
        // `kill` is built into every shell; this crate is free of unsafe code.
        let asked = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.id())]).status();
        let child = &mut self.child;
        if asked.is_err() || wait_at_most(Duration::from_secs(5), || child.try_wait().ok().flatten()).is_none() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Process {
    #[expect(clippy::print_stdout, reason = "the test harness shows it with the failure")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("--- {}\n{}", self.name, fs::read_to_string(&self.log).unwrap_or_default());
        }
        if !matches!(self.child.try_wait(), Ok(Some(_))) {
            self.end();
        }
    }
}
