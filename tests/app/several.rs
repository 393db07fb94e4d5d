//! Two files side by side, as they are seen and closed.

use super::Window;
use super::files::{data, drop_onto};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, KeyboardShortcut, Modifiers, pos2};
use egui_kittest::kittest::Queryable;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tollview::analysis::EventKey;
use tollview::arguments::Arguments;
use tollview::state::{Action, Loading, Origin, Page};

const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
const EXAMPLE: &str = "Iran’s protests and their tolls, 1978–2026";

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/iran-protests.toll.json")
}

/// A window with the example as a file and a copy of it that has another name and the same title.
fn twice() -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.toll.json");
    std::fs::copy(example(), &copy).unwrap();
    let arguments = Arguments { files: vec![example(), copy], ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.loading == Loading::Idle && state.files.len() == 2);
    (window, folder)
}

#[test]
fn files_of_one_title_are_told_apart_in_every_tab() {
    let (mut window, _folder) = twice();
    window.assert_says("iran-protests.toll.json and copy.toll.json");
    window.assert_says("2 files · 14 events · 118 reports · 32 sources");
    for key in [Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        window.press(Modifiers::COMMAND, key);
        window.assert_says(&format!("{EXAMPLE} (1)"));
    }
    window.press(Modifiers::COMMAND, Key::Num2);
    // In the list, below the bar, and in the details.
    window.assert_says("File");
}

#[test]
fn a_cross_closes_a_file() {
    let (mut window, _folder) = twice();
    window.click(&format!("Close {EXAMPLE} (2)"));
    assert_eq!(window.state().files.len(), 1);
    window.assert_says("7 events · 59 reports · 16 sources");
    window.assert_silent("2 files");
    window.assert_silent(&format!("Close {EXAMPLE}"));
    window.assert_silent("(1)");
}

#[test]
fn a_copy_can_be_saved_of_each_file() {
    let (mut window, _folder) = twice();
    window.click_first(Role::Button, "File");
    window.assert_silent("Save a copy as");
    window.click_first(Role::Button, "Save a copy of");
    // The file of the chosen event has the shortcut.
    let entries = |window: &Window| {
        let buttons = window.harness.get_all_by_role(Role::Button);
        let of_menu = buttons.map(|button| super::name_of(&button)).filter(|name| name.starts_with(EXAMPLE));
        of_menu.collect::<Vec<_>>()
    };
    let keys = window.harness.ctx.format_shortcut(&SAVE);
    assert_eq!(entries(&window), [format!("{EXAMPLE} (1) {keys}"), format!("{EXAMPLE} (2)")]);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::Escape);
    let mut question = window.state().question.clone();
    let second = window.state().files[1].id;
    question.event = question.event.map(|event| EventKey { file: second, ..event });
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().apply(vec![Action::Ask(Box::new(question))], &ctx, None);
    window.harness.run();
    window.click_first(Role::Button, "File");
    window.click_first(Role::Button, "Save a copy of");
    assert_eq!(entries(&window), [format!("{EXAMPLE} (1)"), format!("{EXAMPLE} (2) {keys}")]);
}

#[test]
fn one_file_needs_no_list() {
    let mut window = Window::new();
    window.click("File");
    window.assert_says(&format!("Save a copy as… {}", window.harness.ctx.format_shortcut(&SAVE)));
    window.assert_silent("Save a copy of");
}

#[test]
fn a_second_file_that_is_dropped_is_put_beside_the_first() {
    let arguments = Arguments { files: vec![example()], ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.loading == Loading::Idle && !state.recent.is_empty());
    drop_onto(&mut window, "good/everything.toll.json");
    window.assert_says("Put everything.toll.json beside");
    window.click("Add");
    window.wait(|state| state.loading == Loading::Idle && state.files.len() == 2);
    window.assert_says("iran-protests.toll.json and everything.toll.json");
}

#[test]
fn what_a_view_does_not_find_stays_above_the_chart_until_it_is_dismissed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(data("good/everything.toll.json"), folder.path().join("a.toll.json")).unwrap();
    let view = folder.path().join("v.tollview.json");
    let text = format!(
        r#"{{ "tollview_view": 1, "files": [{{ "path": "a.toll.json", "sha256": "{}" }}, {{ "path": "b.toll.json" }}],
            "question": {{ "measure": "killed" }} }}"#,
        "0".repeat(64)
    );
    std::fs::write(&view, text).unwrap();
    let mut window = Window::open(Arguments { files: vec![view], ..Arguments::default() }, [1024.0, 700.0]);
    window.wait(|state| state.loading == Loading::Idle && !state.remarks.is_empty());
    window.press(Modifiers::COMMAND, Key::Num4);
    window.assert_says("Changed since the view was saved: a.toll.json");
    window.assert_says("Not found: b.toll.json");
    window.click("Dismiss");
    window.assert_silent("Changed since");
}

#[test]
fn what_a_new_version_changed_is_listed_and_copied() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.toll.json");
    let text = std::fs::read_to_string(example()).unwrap();
    assert!(text.contains(r#""at_least": 2571"#));
    std::fs::write(&old, text.replace(r#""at_least": 2571"#, r#""at_least": 2570"#)).unwrap();
    let arguments = Arguments { files: vec![example()], ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.loading == Loading::Idle && !state.recent.is_empty());
    let file = window.state().files[0].id;
    window.act(Action::CompareVersion(file, Origin::Path(old)));
    window.wait(|state| state.page == Page::Changes(file));
    window.assert_says("What changed since old.toll.json");
    window.assert_says("Events: 7 before, 0 removed, 0 added, 7 now; 1 of them changed.");
    window.assert_says("Reports: 59 before, 0 removed, 0 added, 59 now; 2 of them changed.");
    window.assert_says("changed, 2025–26 protests, , Killed, as charts show it, ≥ 2,570, ≥ 2,571");
    let copied = window.copied_by("Copy table");
    assert_eq!(copied.lines().count(), 4, "{copied}");
    window.click("Timeline");
    window.assert_says("≥ 2,570 (14 Jan 2026) before, in old.toll.json");
    window.click("What changed");
    window.click("Swap the versions");
    window.assert_says("changed, 2025–26 protests, , Killed, as charts show it, ≥ 2,571, ≥ 2,570");
    window.click("Compare no more");
    window.assert_silent("What changed");
}

#[test]
fn in_a_small_window_the_panel_on_the_left_is_reached_whole_and_no_scroll_bar_lies_over_it() {
    let side = 214.0;
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.toll.json");
    std::fs::copy(example(), &copy).unwrap();
    let files = vec![example(), copy, data("good/everything.toll.json")];
    let mut window = Window::open(Arguments { files, ..Arguments::default() }, [1024.0, 700.0]);
    window.wait(|state| state.loading == Loading::Idle && state.files.len() == 3);
    for key in [Key::Num1, Key::Num2, Key::Num3] {
        window.press(Modifiers::COMMAND, key);
        let (mut names, mut seen) = (BTreeSet::new(), false);
        // The list of events first, then all of the panel.
        for at in [pos2(100.0, 200.0), pos2(100.0, 600.0)] {
            for _ in 0..12 {
                let bars = window.scroll_bars(side);
                seen |= !bars.is_empty();
                for control in window.controls(side) {
                    let (name, rect) = (super::name_of(&control), control.rect());
                    let bar = bars.iter().find(|bar| bar.intersects(rect.shrink(0.1)));
                    assert!(bar.is_none(), "{key:?}: {bar:?} lies over {name:?}, {rect:?}");
                    if rect.top() > 33.0 && rect.bottom() < 700.0 - 23.0 {
                        names.insert(name);
                    }
                }
                window.turn_wheel(at, -60.0);
            }
        }
        assert!(seen, "{key:?}: a scroll bar");
        for name in ["Measure", "Source", "Known on", "‹ Earlier", "Close Everything", "Compare Two"] {
            assert!(names.iter().any(|it| it.starts_with(name)), "{key:?}: {name} is not reached: {names:#?}");
        }
    }
}
