//! What lies over the window: the box for a path, what the program is, and what a dragged file will do.

use super::Look;
use super::text::{galley, paragraph_ui};
use crate::chart::Tone;
use crate::state::{Action, Dialog, Origin, Wanted};
use crate::text::Weight;
use eframe::egui::{
    Align2, Color32, CornerRadius, Id, Key, LayerId, Order, Stroke, StrokeKind, TextEdit, Ui, Window, vec2,
};
use std::path::PathBuf;
use std::sync::Arc;

pub(super) fn dialogs_ui(ui: &mut Ui, look: &Look) {
    match &look.state.dialog {
        Dialog::None | Dialog::System(_) => {}
        Dialog::Path { wanted, fallback } => {
            let (title, ending) = match wanted {
                Wanted::Open => ("path-open-title", "toll.json"),
                Wanted::Add => ("path-add-title", "toll.json"),
                Wanted::Version(_) => ("path-version-title", "toll.json"),
                Wanted::Copy(_) => ("path-save-title", "toll.json"),
                Wanted::View(_) => ("path-view-title", "tollview.json"),
                Wanted::Recipe(_) => ("path-recipe-title", "recipe.json"),
            };
            path_ui(ui, look, (title, ending), *fallback, Action::Typed);
        }
        Dialog::Dropped(paths) => dropped_ui(ui, look, paths),
        Dialog::About => about_ui(ui, look),
    }
    // A dropped file is opened even while a box is shown.
    let dropped = ui.input(|input| input.raw.dropped_files.clone());
    let paths = dropped.iter().map(|file| file.path().to_path_buf());
    let paths: Vec<PathBuf> = paths.filter(|path| !path.as_os_str().is_empty()).collect();
    if !paths.is_empty() {
        look.send(Action::Drop(paths));
    }
}

/// Whether dropped files are put beside what is open, which loses nothing and so comes first, or take its place.
fn dropped_ui(ui: &mut Ui, look: &Look, paths: &[PathBuf]) {
    modal(ui, &look.say("dropped-title"), |ui| {
        let name = paths.first().map(|path| Origin::Path(path.clone()).name()).unwrap_or_default();
        let open = look.state.with_library(|library| library.title(look.locale));
        let more = paths.len().saturating_sub(1);
        let values = [("name", name.into()), ("more", more.into()), ("open", open.into())];
        let text = look.locale.say_with("dropped-text", &values);
        paragraph_ui(ui, &text, 13.0, Weight::Regular, look.color(Tone::Ink));
        let origins = || paths.iter().cloned().map(Origin::Path).collect();
        ui.horizontal(|ui| {
            let add = ui.button(look.say("dropped-add"));
            if ui.memory(|memory| memory.focused().is_none()) {
                add.request_focus();
            }
            if add.clicked() {
                look.send(Action::Show(Dialog::None));
                look.send(Action::Add(origins()));
            }
            if ui.button(look.say("dropped-replace")).clicked() {
                look.send(Action::Show(Dialog::None));
                look.send(Action::OpenTogether(origins()));
            }
            if ui.button(look.say("cancel")).clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
                look.send(Action::Show(Dialog::None));
            }
        });
    });
}

fn modal(ui: &Ui, title: &str, add: impl FnOnce(&mut Ui)) {
    Window::new(title)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, -40.0))
        .collapsible(false)
        .resizable(false)
        .default_width(460.0)
        .show(ui.ctx(), add);
}

/// A box to type or paste the path of a file, which usually has this ending; Enter opens, Escape closes.
fn path_ui(
    ui: &mut Ui,
    look: &Look,
    (title, ending): (&str, &str),
    fallback: bool,
    action: impl Fn(PathBuf) -> Action,
) {
    modal(ui, &look.say(title), |ui| {
        if fallback {
            paragraph_ui(ui, &look.say("path-fallback"), 13.0, Weight::Regular, look.color(Tone::Ink));
        }
        let id = Id::unique("typed-path");
        let mut text: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let hint = look.locale.say_with("path-hint", &[("ending", ending.into())]);
        let field = ui.add(TextEdit::singleline(&mut text).hint_text(hint).desired_width(440.0));
        super::text::name_field(&field, &look.say(title), &text);
        if !ui.data(|data| data.get_temp::<bool>(id.with("focused"))).unwrap_or_default() {
            field.request_focus();
            ui.data_mut(|data| data.insert_temp(id.with("focused"), true));
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let mut close = ui.input(|input| input.key_pressed(Key::Escape));
        ui.horizontal(|ui| {
            let path = text.trim().trim_matches('"').trim_start_matches("file://");
            let go = ui.add_enabled(!path.is_empty(), eframe::egui::Button::new(look.say("path-go"))).clicked();
            if (go || entered) && !path.is_empty() {
                look.send(action(PathBuf::from(path)));
                close = true;
            }
            close |= ui.button(look.say("cancel")).clicked();
        });
        if close {
            look.send(Action::Show(Dialog::None));
            text.clear();
            ui.data_mut(|data| data.remove::<bool>(id.with("focused")));
        }
        ui.data_mut(|data| data.insert_temp(id, text));
    });
}

fn about_ui(ui: &mut Ui, look: &Look) {
    modal(ui, &look.say("menu-about"), |ui| {
        let version = look.locale.say_with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
        paragraph_ui(ui, &version, 15.0, Weight::Strong, look.color(Tone::Ink));
        paragraph_ui(ui, &look.say("about-text"), 13.0, Weight::Regular, look.color(Tone::Ink));
        ui.add_space(4.0);
        paragraph_ui(ui, &look.say("about-licences"), 12.0, Weight::Regular, look.color(Tone::Muted));
        ui.add_space(4.0);
        if ui.button(look.say("close")).clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
            look.send(Action::Show(Dialog::None));
        }
    });
}

/// While a file is dragged over the window: what dropping it will do.
pub(super) fn drop_ui(ui: &mut Ui, look: &Look) {
    let hovered = ui.input(|input| input.raw.hovered_files.clone());
    if hovered.is_empty() {
        return;
    }
    let name =
        hovered.iter().find_map(|file| file.path.as_ref()?.file_name().map(|name| name.to_string_lossy().into_owned()));
    let open = look.state.first_file().map(|file| file.dataset.title.get(look.locale.language).to_owned());
    let text = look.locale.say_with(
        if name.is_some() { "drop-named" } else { "drop-unnamed" },
        &[("name", name.unwrap_or_default().into()), ("open", open.unwrap_or_default().into())],
    );
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let screen = ui.ctx().content_rect();
    painter.rect_filled(screen, CornerRadius::ZERO, look.color(Tone::Paper).gamma_multiply(0.92));
    let border = screen.shrink(16.0);
    painter.rect_stroke(border, CornerRadius::same(8), Stroke::new(2.0, look.color(Tone::Accent)), StrokeKind::Inside);
    let text: Arc<_> = galley(ui.ctx(), &text, 18.0, Weight::Strong, look.color(Tone::Ink));
    painter.galley(screen.center() - text.size() / 2.0, text, Color32::PLACEHOLDER);
}
