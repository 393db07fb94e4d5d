//! The page of a file that could not be read: what, where, and what to do; what was open stays open.

use super::Look;
use super::text::paragraph_ui;
use crate::chart::Tone;
use crate::state::{Action, Dialog, Origin, Refusal, Wanted};
use crate::text::Weight;
use eframe::egui::{Button, Margin, ScrollArea, Ui};

const MOST_LINES: usize = 200;

pub(super) fn refusal_ui(ui: &mut Ui, look: &Look, refusal: &Refusal) {
    eframe::egui::Frame::new().inner_margin(Margin::symmetric(22, 18)).show(ui, |ui| {
        let text = refusal.error.to_string();
        let mut lines = text.lines();
        let title = look.locale.say_with("refused-title", &[("name", refusal.origin.name().into())]);
        paragraph_ui(ui, &title, 21.0, Weight::Strong, look.color(Tone::Ink));
        ui.add_space(4.0);
        if let Some(first) = lines.next() {
            paragraph_ui(ui, first, 14.0, Weight::Regular, look.color(Tone::Error));
        }
        ui.add_space(8.0);
        let rest: Vec<&str> = lines.collect();
        let room = ui.available_height() - 96.0;
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            for line in rest.iter().take(MOST_LINES) {
                paragraph_ui(ui, line, 13.0, Weight::Regular, look.color(Tone::Ink));
                ui.add_space(3.0);
            }
            if rest.len() > MOST_LINES {
                let more = look.locale.say_with("refused-more", &[("count", (rest.len() - MOST_LINES).into())]);
                paragraph_ui(ui, &more, 13.0, Weight::Regular, look.color(Tone::Muted));
            }
        });
        ui.add_space(8.0);
        if let Some(file) = look.state.first_file() {
            let kept = file.dataset.title.get(look.locale.language);
            let kept = look.locale.say_with("refused-kept", &[("title", kept.into())]);
            paragraph_ui(ui, &kept, 12.0, Weight::Regular, look.color(Tone::Muted));
        }
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let back = look.text(&look.say("refused-back"), 13.0, Weight::Strong, Tone::Paper);
            if ui.add(Button::new(back).fill(look.color(Tone::Accent))).clicked() {
                look.send(Action::DismissRefusal);
            }
            if let (Origin::Path(_), true) = (&refusal.origin, ui.button(look.say("refused-again")).clicked()) {
                look.send(Action::Open(refusal.origin.clone()));
            }
            if ui.button(look.say("open")).clicked() {
                look.send(Action::AskOpen);
            }
            if ui.button(look.say("menu-open-path")).clicked() {
                look.send(Action::Show(Dialog::Path { wanted: Wanted::Open, fallback: false }));
            }
            if ui.button(look.say("refused-copy")).clicked() {
                look.send(Action::CopyText { text: refusal.error.to_string(), notice: "notice-text" });
            }
        });
    });
}
