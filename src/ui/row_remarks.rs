//! What was odd about single rows of tables, under the findings: rows that are left out, and remarks on others, each with its
//! line.

use super::Look;
use super::text::paragraph_ui;
use crate::chart::Tone;
use crate::state::File;
use crate::text::{Weight, whole};
use eframe::egui::Ui;

/// More than anyone reads in a window; the rest is counted.
const MOST_LINES: usize = 200;

/// Whether there is anything to say.
pub(super) fn has_row_remarks(look: &Look) -> bool {
    look.state.files.iter().any(|file| !file.warnings.is_empty())
}

pub(super) fn row_remarks_ui(ui: &mut Ui, look: &Look) {
    for file in look.state.files.iter().filter(|file| !file.warnings.is_empty()) {
        file_ui(ui, look, file);
    }
}

fn file_ui(ui: &mut Ui, look: &Look, file: &File) {
    let count = whole(file.warnings.len() as u64);
    let arguments = [("name", file.origin.name().into()), ("count", count.into())];
    ui.add_space(10.0);
    let heading = look.locale.say_with("checks-rows", &arguments);
    ui.label(look.text(&heading, 12.0, Weight::Strong, Tone::Muted));
    for warning in file.warnings.iter().take(MOST_LINES) {
        let line = match warning.line {
            // What is said of the whole file.
            0 => warning.message.clone(),
            line => {
                let arguments = [("line", whole(line).into()), ("message", warning.message.clone().into())];
                look.locale.say_with("checks-row", &arguments)
            }
        };
        paragraph_ui(ui, &line, 13.0, Weight::Regular, look.color(Tone::Ink));
    }
    if file.warnings.len() > MOST_LINES {
        let more = [("count", (file.warnings.len() - MOST_LINES).into())];
        ui.label(look.text(&look.locale.say_with("checks-more", &more), 12.0, Weight::Regular, Tone::Muted));
    }
}
