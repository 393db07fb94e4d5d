//! Runs programs on an X server of their own and looks at its screen.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

const RUNS: usize = 9;
const IDLE: Duration = Duration::from_secs(5);

/// A program that ends with its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An X server that nobody sees.
struct Screen {
    display: String,
    connection: RustConnection,
    root: u32,
    _server: Running,
}

impl Screen {
    fn start() -> Option<Self> {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]);
        let mut server = Running(xvfb.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?);
        let mut number = String::new();
        BufReader::new(server.0.stdout.take()?).read_line(&mut number).ok()?;
        let display = format!(":{}", number.trim());
        let (connection, screen) = x11rb::connect(Some(&display)).ok()?;
        let root = connection.setup().roots.get(screen)?.root;
        connection.damage_query_version(1, 1).ok()?.reply().ok()?;
        let damage = connection.generate_id().ok()?;
        connection.damage_create(damage, root, ReportLevel::RAW_RECTANGLES).ok()?;
        connection.flush().ok()?;
        Some(Self { display, connection, root, _server: server })
    }

    /// The colour in the middle of the screen, where the window will be.
    fn middle(&self) -> Vec<u8> {
        let image = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, 640, 400, 1, 1, !0);
        image.expect("a request").reply().expect("a pixel").data
    }

    /// How often something was painted since the last call.
    fn painted(&self) -> usize {
        let mut count = 0;
        while let Ok(Some(event)) = self.connection.poll_for_event() {
            count += usize::from(matches!(event, Event::DamageNotify(_)));
        }
        count
    }
}

/// What was seen of a program.
struct Seen {
    start: Duration,
    kilobytes: u64,
    painted: usize,
}

fn watch(program: &[&str], is_left_idle: bool) -> Option<Seen> {
    let screen = Screen::start()?;
    let folder = tempfile::tempdir().ok()?;
    let before = screen.middle();
    let mut command = Command::new(program.first()?);
    command.args(program.get(1..)?).stdout(Stdio::null()).stderr(Stdio::null());
    command.env("DISPLAY", &screen.display).env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
        command.env(name, folder.path());
    }
    let started = Instant::now();
    let child = Running(command.spawn().ok()?);
    while screen.middle() == before {
        assert!(started.elapsed() < Duration::from_secs(30), "{program:?} shows nothing");
        std::thread::sleep(Duration::from_micros(500));
    }
    let start = started.elapsed();
    if !is_left_idle {
        return Some(Seen { start, kilobytes: 0, painted: 0 });
    }
    // The first second belongs to the start: the window is moved, focused and drawn again.
    std::thread::sleep(Duration::from_secs(1));
    screen.painted();
    std::thread::sleep(IDLE);
    Some(Seen { start, kilobytes: resident(child.0.id()), painted: screen.painted() })
}

/// Kilobytes of a process in memory.
fn resident(process: u32) -> u64 {
    let status =
        std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Watches both windows in turns and prints both beside each other.
pub fn report() {
    let this = std::env::current_exe().expect("this program");
    let empty = [this.to_str().expect("a path"), super::EMPTY];
    let tollview = [env!("CARGO_BIN_EXE_tollview")];
    let (Some(idle_empty), Some(idle_tollview)) = (watch(&empty, true), watch(&tollview, true)) else {
        println!("skipped: there is no Xvfb");
        return;
    };
    let mut starts = (vec![idle_empty.start], vec![idle_tollview.start]);
    for _ in 1..RUNS {
        starts.0.extend(watch(&empty, false).map(|seen| seen.start));
        starts.1.extend(watch(&tollview, false).map(|seen| seen.start));
    }
    let milliseconds = |times: Vec<Duration>| median(times).as_secs_f64() * 1000.0;
    let mebibytes = |kilobytes: u64| kilobytes as f64 / 1024.0;
    println!("{:34} {:>10} {:>10} {:>7}", "", "tollview", "empty", "ratio");
    let line = |name: &str, tollview: f64, empty: f64| {
        println!("{name:34} {tollview:>10.1} {empty:>10.1} {:>7.2}", tollview / empty.max(f64::MIN_POSITIVE));
    };
    line("start to first picture, ms", milliseconds(starts.1), milliseconds(starts.0));
    line("memory after 5 s idle, MiB", mebibytes(idle_tollview.kilobytes), mebibytes(idle_empty.kilobytes));
    println!("{:34} {:>10} {:>10}", "painted during 5 s idle, times", idle_tollview.painted, idle_empty.painted);
}
