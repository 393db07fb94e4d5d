//! The menu bar and its keyboard shortcuts.

use super::sentences::Sentence;
use super::{Look, Views};
use crate::analysis::FileId;
use crate::analysis::Tab;
use crate::chart::Tone;
use crate::state::{Action, Dialog, Origin, Theme, Wanted, difference};
use crate::text::Weight;
use eframe::egui::{Button, Key, KeyboardShortcut, Layout, MenuBar, Modifiers, Ui};

const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
const ADD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::A);
const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
const REDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
const REDO_TOO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
const OPEN_PATH: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O);
const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
const QUIT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Q);
const SAVE_VIEW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
const COPY_PICTURE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
const COPY_SENTENCE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C);
const COPY_TABLE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::T);
const TAB_KEYS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];

fn tab_shortcut(index: usize) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, TAB_KEYS[index % TAB_KEYS.len()])
}

/// Sends the actions of the shortcuts pressed in this frame.
pub(super) fn shortcuts(ui: &mut Ui, look: &Look, views: &Views) {
    if look.state.dialog != Dialog::None {
        return;
    }
    // A field that is being typed into takes back its own changes.
    let is_typing = ui.ctx().text_edit_focused();
    let pressed = |shortcut: &KeyboardShortcut| {
        !(is_typing && [UNDO, REDO, REDO_TOO].contains(shortcut))
            && ui.input_mut(|input| input.consume_shortcut(shortcut))
    };
    // The longer ones first: egui also lets Ctrl+O answer to Ctrl+Shift+O.
    for (shortcut, action) in [
        (OPEN_PATH, Action::Show(Dialog::Path { wanted: Wanted::Open, fallback: false })),
        (SAVE, Action::AskSave(chosen_file(look))),
        (ADD, Action::AskAdd),
        (REDO, Action::Redo),
        (COPY_PICTURE, Action::CopyPicture),
        (COPY_TABLE, Action::CopyTable),
        (SAVE_VIEW, Action::AskSaveView),
        (OPEN, Action::AskOpen),
        (REDO_TOO, Action::Redo),
        (UNDO, Action::Undo),
        (QUIT, Action::Quit),
    ] {
        if pressed(&shortcut) {
            look.send(action);
        }
    }
    if pressed(&COPY_SENTENCE) {
        Sentence::Figure.copy(look, views);
    }
    for (index, tab) in Tab::ALL.into_iter().enumerate() {
        if pressed(&tab_shortcut(index)) {
            look.ask(|question| question.tab = tab);
        }
    }
}

/// The menu bar, with the names of the open files at its right.
pub(super) fn menu_ui(ui: &mut Ui, look: &Look, views: &Views) {
    MenuBar::new().ui(ui, |ui| {
        ui.menu_button(look.say("menu-file"), |ui| file_ui(ui, look));
        ui.menu_button(look.say("menu-edit"), |ui| edit_ui(ui, look, views));
        ui.menu_button(look.say("menu-view"), |ui| view_ui(ui, look));
        ui.menu_button(look.say("menu-help"), |ui| {
            item(ui, look, "menu-about", None, Action::Show(Dialog::About));
        });
        if let Some(file) = look.state.first_file() {
            let mut name = origin_name(look, &file.origin);
            match look.state.files.as_slice() {
                [_, second] => {
                    let second = origin_name(look, &second.origin);
                    name = look.locale.say_with("files-two", &[("one", name.into()), ("two", second.into())]);
                }
                [_, more @ ..] if !more.is_empty() => {
                    let count = more.len();
                    name = look.locale.say_with("files-more", &[("one", name.into()), ("count", count.into())]);
                }
                _ => {}
            }
            ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                ui.add_space(6.0);
                ui.label(look.text(&name, 12.0, Weight::Regular, Tone::Muted));
            });
        }
    });
}

/// The name of a file, with a word where it is the example.
pub(super) fn origin_name(look: &Look, origin: &Origin) -> String {
    match origin {
        Origin::Example => look.locale.say_with("file-example", &[("name", origin.name().into())]),
        Origin::Path(_) => origin.name(),
    }
}

fn item(ui: &mut Ui, look: &Look, key: &str, shortcut: Option<&KeyboardShortcut>, action: Action) {
    let mut button = Button::new(look.say(key));
    if let Some(shortcut) = shortcut {
        button = button.shortcut_text(ui.ctx().format_shortcut(shortcut));
    }
    if ui.add(button).clicked() {
        look.send(action);
        ui.close();
    }
}

fn file_ui(ui: &mut Ui, look: &Look) {
    item(ui, look, "menu-open", Some(&OPEN), Action::AskOpen);
    item(ui, look, "menu-add", Some(&ADD), Action::AskAdd);
    item(
        ui,
        look,
        "menu-open-path",
        Some(&OPEN_PATH),
        Action::Show(Dialog::Path { wanted: Wanted::Open, fallback: false }),
    );
    ui.add_enabled_ui(!look.state.recent.is_empty(), |ui| {
        ui.menu_button(look.say("menu-recent"), |ui| {
            for path in &look.state.recent {
                let text = path.display().to_string();
                if ui.add(Button::new(look.text(&text, 13.0, Weight::Regular, Tone::Ink))).clicked() {
                    look.send(Action::Open(Origin::Path(path.clone())));
                    ui.close();
                }
            }
        });
    });
    item(ui, look, "menu-example", None, Action::Open(Origin::Example));
    ui.menu_button(look.say("menu-close"), |ui| each_file_ui(ui, look, None, Action::Remove));
    item(ui, look, "menu-compare-version", None, Action::AskVersion(chosen_file(look)));
    ui.separator();
    if look.state.files.len() > 1 {
        ui.menu_button(look.say("menu-save-of"), |ui| each_file_ui(ui, look, Some(&SAVE), Action::AskSave));
    } else {
        item(ui, look, "menu-save", Some(&SAVE), Action::AskSave(chosen_file(look)));
    }
    item(ui, look, "menu-save-view", Some(&SAVE_VIEW), Action::AskSaveView);
    ui.separator();
    item(ui, look, "menu-quit", Some(&QUIT), Action::Quit);
}

/// The open files, each with what is done to it; the shortcut does it to the chosen one.
fn each_file_ui(ui: &mut Ui, look: &Look, shortcut: Option<&KeyboardShortcut>, action: fn(FileId) -> Action) {
    let chosen = chosen_file(look);
    for file in &look.state.files {
        let title = look.state.with_library(|library| library.file_title(file.id, look.locale));
        let mut button = Button::new(look.text(&title, 13.0, Weight::Regular, Tone::Ink));
        if let Some(shortcut) = shortcut.filter(|_| file.id == chosen) {
            button = button.shortcut_text(ui.ctx().format_shortcut(shortcut));
        }
        if ui.add(button).clicked() {
            look.send(action(file.id));
            ui.close();
        }
    }
}

/// What a copy is saved of, unless another file is named.
fn chosen_file(look: &Look) -> FileId {
    look.state.chosen_file().map(|file| file.id).unwrap_or_default()
}

/// Undo and redo with what they would change.
fn history_ui(ui: &mut Ui, look: &Look) {
    let state = look.state;
    for (name, question, shortcut, action) in [
        ("menu-undo", state.history.before(), &UNDO, Action::Undo),
        ("menu-redo", state.history.after(), &REDO, Action::Redo),
    ] {
        let mut text = look.say(name);
        if let Some(question) = question {
            let what = look.say(&format!("change-{}", difference(&state.question, question)));
            text = look.locale.say_with("menu-change", &[("name", text.into()), ("what", what.into())]);
        }
        let button = Button::new(text).shortcut_text(ui.ctx().format_shortcut(shortcut));
        if ui.add_enabled(question.is_some(), button).clicked() {
            look.send(action);
            ui.close();
        }
    }
    item(ui, look, "menu-reset", None, Action::Reset);
    ui.separator();
}

fn edit_ui(ui: &mut Ui, look: &Look, views: &Views) {
    history_ui(ui, look);
    ui.add_enabled_ui(look.state.shows_chart(), |ui| {
        item(ui, look, "menu-copy-picture", Some(&COPY_PICTURE), Action::CopyPicture);
    });
    for sentence in Sentence::ALL {
        let mut button = Button::new(look.say(sentence.message()));
        if sentence == Sentence::Figure {
            button = button.shortcut_text(ui.ctx().format_shortcut(&COPY_SENTENCE));
        }
        if ui.add_enabled(sentence.is_there(views), button).clicked() {
            sentence.copy(look, views);
            ui.close();
        }
    }
    item(ui, look, "menu-copy-table", Some(&COPY_TABLE), Action::CopyTable);
}

fn view_ui(ui: &mut Ui, look: &Look) {
    for (index, tab) in Tab::ALL.into_iter().enumerate() {
        let text = look.say(&format!("tab-{}", tab.name()));
        let shortcut = ui.ctx().format_shortcut(&tab_shortcut(index));
        let chosen = look.state.question.tab == tab;
        if ui.add(Button::selectable(chosen, text).shortcut_text(shortcut)).clicked() {
            look.ask(|question| question.tab = tab);
            ui.close();
        }
    }
    ui.separator();
    for (key, theme) in [("theme-system", Theme::System), ("theme-light", Theme::Light), ("theme-dark", Theme::Dark)] {
        if ui.add(Button::selectable(look.state.theme == theme, look.say(key))).clicked() {
            look.send(Action::SetTheme(theme));
            ui.close();
        }
    }
}
