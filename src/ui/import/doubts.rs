//! What only the user can say about a table, as questions with answers; and why the rest was read as it was.

use crate::chart::Tone;
use crate::formats::table::guess::{Asked, Doubt};
use crate::state::{Action, File};
use crate::text::{Weight, with_names};
use crate::ui::Look;
use crate::ui::text::paragraph_ui;
use eframe::egui::{Button, CornerRadius, Frame, Margin, Ui};

/// The questions, the open ones in the colour of doubts; the answer that the present recipe gives is marked.
pub(super) fn doubts_ui(ui: &mut Ui, look: &Look, file: &File, asked: &[Asked]) {
    let Some(proposal) = file.read_as.as_ref().and_then(|read_as| read_as.proposal.as_ref()) else { return };
    for asked in asked {
        let Some(doubt) = proposal.doubts.get(asked.doubt) else { continue };
        let tone = if asked.is_open { Tone::DoubtSoft } else { Tone::Paper };
        let soft = Frame::new().fill(look.color(tone)).corner_radius(CornerRadius::same(6));
        soft.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            doubt_ui(ui, look, doubt, *asked);
        });
        ui.add_space(6.0);
    }
}

fn doubt_ui(ui: &mut Ui, look: &Look, doubt: &Doubt, asked: Asked) {
    paragraph_ui(ui, &with_names(&doubt.question), 13.0, Weight::Strong, look.color(Tone::Ink));
    ui.horizontal_wrapped(|ui| {
        for (index, answer) in doubt.answers.iter().enumerate() {
            let is_given = asked.given == Some(index);
            let (weight, tone) = if is_given { (Weight::Strong, Tone::Paper) } else { (Weight::Regular, Tone::Ink) };
            let mut button = Button::new(look.text(&with_names(&answer.text), 12.5, weight, tone)).selected(is_given);
            if is_given {
                button = button.fill(look.color(Tone::Accent));
            }
            if ui.add(button).clicked() {
                look.send(Action::Answer { doubt: asked.doubt, answer: index });
            }
        }
    });
}

/// Why the table was read like this.
pub(super) fn reasons_ui(ui: &mut Ui, look: &Look, file: &File) {
    let Some(proposal) = file.read_as.as_ref().and_then(|read_as| read_as.proposal.as_ref()) else { return };
    if proposal.reasons.is_empty() {
        return;
    }
    look.heading_ui(ui, "import-reasons");
    for reason in &proposal.reasons {
        paragraph_ui(ui, &with_names(reason), 12.5, Weight::Regular, look.color(Tone::Ink));
    }
}
