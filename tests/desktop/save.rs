//! Saving a copy by the system's dialog.

use super::process::wait_for;
use super::{Desktop, EXAMPLE};
use std::path::Path;
use std::process::Command;

/// What the program says about a file, as JSON.
fn described(file: &Path) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_tollview")).arg("describe").arg(file).args(["--json", "--all"]).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_saved_copy_says_the_same() {
    let Some(desktop) = Desktop::new() else { return };
    let copy = desktop.path("copy.toll.json");
    let mut program = desktop.tollview(&[]);
    program.wait_for_title(EXAMPLE);
    program.answer_dialog("ctrl+shift+s", "Save a copy", &copy);
    // It is put in place in one step: where it is, it is whole.
    wait_for("the copy", || copy.exists().then_some(()));
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/iran-protests.toll.json");
    assert_eq!(described(&copy), described(&original));
}

#[test]
fn of_several_files_that_of_the_chosen_event_is_copied() {
    let Some(desktop) = Desktop::new() else { return };
    desktop.dataset("first.toll.json", "A first dataset");
    let second = desktop.dataset("second.toll.json", "A second dataset");
    let view = desktop.file(
        "both.tollview.json",
        r#"{ "tollview_view": 1, "files": [{ "path": "first.toll.json" }, { "path": "second.toll.json" }],
            "question": { "measure": "killed", "event": { "file": 1, "event": "a" } } }"#,
    );
    let copy = desktop.path("copy.toll.json");
    let mut program = desktop.tollview(&[&view]);
    program.wait_for_title("A first dataset and A second dataset");
    program.answer_dialog("ctrl+shift+s", "Save a copy", &copy);
    wait_for("the copy", || copy.exists().then_some(()));
    assert_eq!(described(&copy), described(&second));
}
