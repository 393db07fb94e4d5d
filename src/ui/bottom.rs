//! The bar below: what is open, what is being read, what happened, and how many findings there are.

use super::{Look, Views};
use crate::analysis::Tab;
use crate::chart::Tone;
use crate::state::{Action, Loading};
use crate::text::{Weight, whole};
use eframe::egui::{Align, Button, Layout, ProgressBar, Ui};

pub(super) fn bottom_ui(ui: &mut Ui, look: &Look, views: &Views) {
    ui.horizontal(|ui| {
        ui.set_min_height(20.0);
        ui.label(look.text(&views.lists.counts, 12.0, Weight::Regular, Tone::Muted));
        for (key, count) in [("bottom-left-out", left_out(look)), ("bottom-remarks", remarks(look))] {
            if count > 0 {
                let text = look.locale.say_with(key, &[("n", count.into()), ("count", whole(count).into())]);
                checks_link_ui(ui, look, &text, Weight::Regular);
            }
        }
        progress_ui(ui, look);
        if let Some((key, value)) = &look.state.notice {
            ui.separator();
            let text = look.locale.say_with(key, &[("value", value.clone().into())]);
            ui.label(look.text(&text, 12.0, Weight::Regular, Tone::Ink));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| findings_ui(ui, look, views.findings.len()));
    });
}

/// How many rows of all tables are not counted, since they cannot be read.
fn left_out(look: &Look) -> u64 {
    look.state.files.iter().filter_map(|file| file.read_as.as_ref()).map(|read_as| read_as.left_out).sum()
}

/// How much else was odd about what was read.
fn remarks(look: &Look) -> u64 {
    let warnings: usize = look.state.files.iter().map(|file| file.warnings.len()).sum();
    u64::try_from(warnings).unwrap_or(u64::MAX).saturating_sub(left_out(look))
}

fn findings_ui(ui: &mut Ui, look: &Look, count: usize) {
    let text = look.locale.say_with("bottom-findings", &[("count", count.into())]);
    checks_link_ui(ui, look, &text, Weight::Strong);
}

/// What leads to the checks.
fn checks_link_ui(ui: &mut Ui, look: &Look, text: &str, weight: Weight) {
    let text = look.text(text, 12.0, weight, Tone::Doubt);
    if ui.add(Button::new(text).frame(false)).clicked() {
        look.ask(|question| question.tab = Tab::Checks);
    }
}

fn progress_ui(ui: &mut Ui, look: &Look) {
    let Loading::Running(batch) = &look.state.loading else { return };
    ui.separator();
    let text = look.locale.say_with("bottom-reading", &[("name", batch.name().into())]);
    ui.label(look.text(&text, 12.0, Weight::Regular, Tone::Ink));
    ui.add(ProgressBar::new(batch.share()).desired_width(120.0).desired_height(8.0));
    if ui.add(Button::new(look.say("cancel")).small()).clicked() {
        look.send(Action::CancelLoading);
    }
}
