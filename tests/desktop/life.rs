//! From start to end: quitting, what the next start remembers, and starting without a display.

use super::{Desktop, EXAMPLE};
use std::process::Command;

#[test]
fn quitting_remembers_the_files_for_the_next_start() {
    let Some(desktop) = Desktop::without_dialogs() else { return };
    let file = desktop.dataset("recent.toll.json", "A dataset to remember");
    let remembered = || {
        let kept = std::fs::read_to_string(desktop.path("data/tollview/app.ron")).unwrap();
        assert!(kept.contains(file.to_str().unwrap()), "{kept}");
    };
    let mut program = desktop.tollview(&[&file]);
    program.wait_for_title("A dataset to remember");
    assert_eq!(program.quit(), Some(0));
    remembered();

    let mut program = desktop.tollview(&[]);
    program.wait_for_title(EXAMPLE);
    assert_eq!(program.quit(), Some(0));
    remembered();
}

#[test]
fn without_a_display_it_says_what_to_do() {
    let advice = "start it from a desktop, or over ssh with ssh -X; \
        without a display, print what a file says with tollview describe FILE";
    for (display, problem) in [
        (None, "there is no display to open a window on".to_owned()),
        (Some(":99999"), "found no display at \":99999\", expected one to open a window on".to_owned()),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tollview"));
        command.env_clear().envs(display.map(|display| ("DISPLAY", display)));
        let output = command.output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), format!("tollview: {problem}\n{advice}\n"));
        assert_eq!(output.status.code(), Some(1));
    }
}
