//! The display that the window opens on: whether one was named, and what to do where none answers.

use std::env;

const ADVICE: &str = "start it from a desktop, or over ssh with ssh -X; \
    without a display, print what a file says with tollview describe FILE";

/// Where Linux and its relatives name the display, in the order in which they are tried.
const NAMES: [&str; 3] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"];

/// Whether this is a system whose windows need a display that nobody named.
pub(crate) fn is_missing() -> bool {
    cfg!(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))) && named().is_none()
}

/// What to say where no display was named.
pub(crate) fn missing() -> String {
    format!("there is no display to open a window on\n{ADVICE}")
}

/// What to say where the display opens no window.
pub(crate) fn silent() -> String {
    match named() {
        Some(name) => format!("found no display at \"{name}\", expected one to open a window on\n{ADVICE}"),
        None => format!("the system opens no window\n{ADVICE}"),
    }
}

/// What to say where nothing can be drawn.
pub(crate) fn without_opengl() -> String {
    "found no OpenGL on this display, expected it to draw the window with\n\
        install the drivers of the graphics card (libgl1-mesa-dri on Debian and Ubuntu); \
        without them, print what a file says with tollview describe FILE"
        .to_owned()
}

fn named() -> Option<String> {
    let value = |name| env::var_os(name).filter(|value| !value.is_empty());
    NAMES.into_iter().find_map(value).map(|value| value.to_string_lossy().into_owned())
}
