//! What a view asked for and did not find as it was: it stays above the chart until it is dismissed, for a chart of other
//! numbers than those that were saved must say so.

use super::Look;
use super::text::paragraph_ui;
use crate::chart::Tone;
use crate::state::Action;
use crate::text::Weight;
use eframe::egui::{Align, Button, Layout, Ui, vec2};

/// The room for the button at the right, in points.
const BUTTON: f32 = 80.0;

pub(super) fn remarks_ui(ui: &mut Ui, look: &Look) {
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(width - BUTTON, 0.0), Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(width - BUTTON);
            for (key, value) in &look.state.remarks {
                let text = look.locale.say_with(key, &[("value", value.clone().into())]);
                paragraph_ui(ui, &text, 12.5, Weight::Regular, look.color(Tone::Ink));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            let text = look.text(&look.say("remarks-dismiss"), 12.0, Weight::Regular, Tone::Ink);
            if ui.add(Button::new(text)).clicked() {
                look.send(Action::DismissRemarks);
            }
        });
    });
}
