//! Opening files: by the system's dialog, by the program's own box, and files that cannot be read.

use super::{Desktop, EXAMPLE};

#[test]
fn the_systems_dialog_opens_a_file() {
    let Some(desktop) = Desktop::new() else { return };
    let file = desktop.dataset("second.toll.json", "A dataset from the dialog");
    let mut program = desktop.tollview(&[]);
    program.wait_for_title(EXAMPLE);
    program.answer_dialog("ctrl+o", "Open a dataset", &file);
    program.wait_for_title("A dataset from the dialog");
}

#[test]
fn after_a_file_that_cannot_be_read_another_can_be_opened() {
    let Some(desktop) = Desktop::without_dialogs() else { return };
    let bad = desktop.file("bad.toll.json", "{ \"tollview\": 1, \"title\": \"A bad dataset\", \"evnts\": [] }");
    let good = desktop.dataset("good.toll.json", "A good dataset");
    let mut program = desktop.tollview(&[&bad]);
    program.wait_for_title(EXAMPLE);
    for file in [&bad, &desktop.path("missing.toll.json")] {
        program.press("ctrl+shift+o", "the box for a path");
        program.type_path(file);
        program.assert_running();
        program.wait_for_title(EXAMPLE);
    }
    program.press("ctrl+shift+o", "the box for a path");
    program.type_path(&good);
    program.wait_for_title("A good dataset");
}

#[test]
fn without_a_dialog_a_box_for_the_path_appears() {
    let Some(desktop) = Desktop::without_dialogs() else { return };
    let file = desktop.dataset("typed.toll.json", "A dataset from a typed path");
    let mut program = desktop.tollview(&[]);
    program.wait_for_title(EXAMPLE);
    program.press("ctrl+o", "the box for a path");
    program.type_path(&file);
    program.wait_for_title("A dataset from a typed path");
}
