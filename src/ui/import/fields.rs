//! Fields and rows of choices on the import page.

use crate::chart::Tone;
use crate::text::Weight;
use crate::ui::Look;
use crate::ui::text::{name_field, paragraph_ui};
use eframe::egui::{Button, TextEdit, Ui};

/// A field that is taken at every key; what cannot be taken stays as it was typed, with the reason under it.
pub(super) fn field_ui(
    ui: &mut Ui,
    look: &Look,
    (salt, name): (&str, &str),
    current: &str,
    take: impl Fn(&str) -> Result<(), String>,
) {
    let id = ui.scope_id().with(("field", salt, name));
    let mut typed: (String, Option<String>) =
        ui.data(|data| data.get_temp(id)).unwrap_or_else(|| (current.to_owned(), None));
    let width = ui.available_width().min(200.0);
    let response = ui.add(TextEdit::singleline(&mut typed.0).desired_width(width));
    name_field(&response, name, &typed.0);
    if response.changed() {
        typed.1 = take(&typed.0).err();
    }
    if let Some(problem) = &typed.1 {
        paragraph_ui(ui, problem, 12.0, Weight::Regular, look.color(Tone::Error));
    }
    // What was taken may be written in another way, or be chosen elsewhere.
    if response.has_focus() || typed.1.is_some() {
        ui.data_mut(|data| data.insert_temp(id, typed));
    } else {
        ui.data_mut(|data| data.remove::<(String, Option<String>)>(id));
    }
}

/// A row of choices, the present one marked.
pub(super) fn chips_ui<T: PartialEq>(
    ui: &mut Ui,
    look: &Look,
    options: &[(String, T)],
    current: &T,
    choose: impl Fn(&T),
) {
    ui.horizontal_wrapped(|ui| {
        for (text, value) in options {
            let is_chosen = value == current;
            let (weight, tone) = if is_chosen { (Weight::Strong, Tone::Paper) } else { (Weight::Regular, Tone::Ink) };
            let mut button = Button::new(look.text(text, 12.0, weight, tone)).selected(is_chosen);
            if is_chosen {
                button = button.fill(look.color(Tone::Accent));
            }
            if ui.add(button).clicked() {
                choose(value);
            }
        }
    });
}
