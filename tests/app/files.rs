//! Files that are dropped, typed and refused.

use super::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tollview::analysis::Tab;
use tollview::arguments::Arguments;
use tollview::state::{Loading, Origin, Page, Theme};

pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Drops a file of the tests onto the window.
pub fn drop_onto(window: &mut Window, name: &str) {
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(data(name))));
    window.harness.step();
    window.harness.run();
}

fn drop_file(window: &mut Window, name: &str) {
    drop_onto(window, name);
    window.wait(|state| state.loading == Loading::Idle);
}

#[test]
fn a_dropped_file_is_opened() {
    let mut window = Window::new();
    window.press(Modifiers::COMMAND, Key::Num1);
    drop_file(&mut window, "good/everything.toll.json");
    assert_eq!(window.state().files[0].origin, Origin::Path(data("good/everything.toll.json")));
    assert_eq!((&window.state().page, window.state().question.tab), (&Page::Tabs, Tab::Breakdown));
    window.assert_says("everything.toll.json");
    window.assert_silent("At least 2,571 killed");
}

#[test]
fn a_path_is_typed() {
    let mut window = Window::new();
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    let path = data("good/everything.toll.json");
    let typed = format!(" \"{}\" ", path.display());
    window.harness.get_by_role_and_label(Role::TextInput, "Open path").type_text(&typed);
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    window.wait(|state| state.loading == Loading::Idle);
    assert_eq!(window.state().files[0].origin, Origin::Path(path.clone()));
    assert_eq!(window.state().recent, [path]);
}

#[test]
fn a_bad_file_gets_a_page_and_what_was_open_stays() {
    let mut window = Window::new();
    drop_file(&mut window, "bad/duplicate-ids.toll.json");
    window.assert_says("duplicate-ids.toll.json could not be opened");
    window.assert_says("line 3, column 51, at $.sources[1].id: found \"a\" a second time");
    window.assert_says("line 8, column 13, at $.events[1].id");
    window.assert_says("Still open: Iran’s protests and their tolls, 1978–2026");
    assert!(
        window.copied_by("Copy this text").starts_with("duplicate-ids.toll.json: 5 problems, so nothing was read\n")
    );
    window.click("Back to what is open");
    window.assert_says("522, HRANA · 14 Jan 2023");
    window.assert_silent("could not be opened");
}

#[test]
fn a_file_that_is_not_there_is_refused_and_can_be_tried_again() {
    let arguments = Arguments { files: vec![data("good/nowhere.toll.json")], ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.page != Page::Tabs);
    window.assert_says("nowhere.toll.json could not be opened");
    window.click("Try again");
    window.wait(|state| state.loading == Loading::Idle);
    window.assert_says("nowhere.toll.json could not be opened");
}

#[test]
fn every_tab_of_a_persian_dataset_is_drawn_in_both_themes_and_in_a_small_window() {
    for theme in [Theme::Light, Theme::Dark] {
        for size in [[1024.0, 700.0], [800.0, 560.0]] {
            let files = vec![data("good/persian.toll.json")];
            let arguments = Arguments { files, theme: Some(theme), ..Arguments::default() };
            let mut window = Window::open(arguments, size);
            window.wait(|state| state.loading == Loading::Idle && state.files[0].origin != Origin::Example);
            assert_eq!(window.harness.ctx.global_style().visuals.dark_mode, theme == Theme::Dark);
            for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
                window.press(Modifiers::COMMAND, key);
                window.assert_says("دست‌کم ۱٬۲۳۴ تن");
            }
            window.press(Modifiers::COMMAND, Key::Num1);
            window.click_first(Role::Button, "معترضان: 1,100");
            window.assert_says("1,100 معترضان");
        }
    }
}
