//! The import page: how a table is read. Its rows as they are with what each column is used for, what is in doubt, and at
//! the right the chart that comes of it; every change redraws that at once.

mod columns;
mod doubts;
mod fields;
mod more;
mod preview;
mod switches;
mod values;
mod view;

pub use view::ImportView;
pub(super) use view::import_view;

use super::text::paragraph_ui;
use super::{Look, menu};
use crate::chart::Tone;
use crate::state::{Action, File, Import, Page};
use crate::text::{Weight, list, whole};
use eframe::egui::{Align, Button, Label, Layout, Margin, Panel, ScrollArea, Ui, vec2};

/// The share of the window that the preview has.
const PREVIEW: f32 = 0.4;

/// More tables that were not read are counted, not listed.
const MOST_TABLES: usize = 6;

pub(super) fn import_ui(ui: &mut Ui, look: &Look, import: &Import, view: &ImportView) {
    let Some(file) = look.state.file(import.file) else { return };
    let width = (ui.available_width() * PREVIEW).clamp(320.0, 760.0);
    let paper = eframe::egui::Frame::new().fill(look.color(Tone::Paper)).inner_margin(Margin::ZERO);
    Panel::right("preview").frame(paper).resizable(false).exact_size(width).show(ui, |ui| {
        preview::preview_ui(ui, look, view);
    });
    let panel = eframe::egui::Frame::new().fill(look.color(Tone::Panel)).inner_margin(Margin::symmetric(20, 12));
    eframe::egui::CentralPanel::default().frame(panel).show(ui, |ui| {
        heading_ui(ui, look, file, import);
        ScrollArea::vertical().id_salt("import").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 14.0);
            doubts::doubts_ui(ui, look, file, &view.asked);
            switches::switches_ui(ui, look, import);
            ui.add_space(6.0);
            columns::columns_ui(ui, look, file, import);
            doubts::reasons_ui(ui, look, file);
        });
    });
}

/// What is read, and what to do with the recipe.
fn heading_ui(ui: &mut Ui, look: &Look, file: &File, import: &Import) {
    let Some(read_as) = &file.read_as else { return };
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let go = look.text(&look.say("import-use"), 13.0, Weight::Strong, Tone::Paper);
            let go = Button::new(go).fill(look.color(Tone::Accent)).min_size(vec2(110.0, 30.0));
            if ui.add(go).clicked() {
                look.send(Action::UseDraft);
            }
            if ui.button(look.say("import-save")).clicked() {
                look.send(Action::AskSaveRecipe(import.file));
            }
            let back = if look.state.is_draft_changed() { "import-discard" } else { "import-back" };
            if ui.button(look.say(back)).clicked() {
                look.send(Action::GoTo(Page::Tabs));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = menu::origin_name(look, &file.origin);
                let title = look.locale.say_with("import-title", &[("name", name.into())]);
                ui.add(Label::new(look.text(&title, 20.0, Weight::Strong, Tone::Ink)).truncate());
            });
        });
    });
    let said = |key: &str, n: u64| look.locale.say_with(key, &[("n", n.into()), ("count", whole(n).into())]);
    let columns = u64::try_from(read_as.sample.columns.len()).unwrap_or(u64::MAX);
    let mut facts = vec![said("import-rows", read_as.rows), said("import-columns", columns)];
    if read_as.left_out > 0 {
        facts.push(said("import-left-out", read_as.left_out));
    }
    if read_as.not_kept > 0 {
        facts.push(said("import-not-kept", read_as.not_kept));
    }
    if read_as.across > 0 {
        facts.push(said("import-across", read_as.across));
    }
    if let Some(family) = read_as.proposal.as_ref().and_then(|proposal| proposal.family.clone()) {
        facts.push(look.locale.say_with("import-family", &[("family", family.into())]));
    }
    if !read_as.other_tables.is_empty() {
        let tables = look.locale.some(&read_as.other_tables, MOST_TABLES);
        facts.push(look.locale.say_with("read-not", &[("tables", tables.into())]));
    }
    paragraph_ui(ui, &list(&facts, " · "), 12.5, Weight::Regular, look.color(Tone::Muted));
    ui.add_space(4.0);
}
