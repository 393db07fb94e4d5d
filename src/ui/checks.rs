//! The checks tab: what the ledger found, by severity; a click leads to the place.

use super::Look;
use super::text::{paragraph_ui, wrapped_galley, wrapped_height};
use super::views::CheckLine;
use crate::chart::{Tone, as_known_on};
use crate::model::Severity;
use crate::state::Action;
use crate::text::{Weight, sentences};
use eframe::egui::{CornerRadius, Margin, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

/// More than anyone reads in a window; the rest is counted.
const MOST_LINES: usize = 500;

pub(super) fn checks_ui(ui: &mut Ui, look: &Look, lines: &[CheckLine]) {
    eframe::egui::Frame::new().inner_margin(Margin { left: 22, right: 8, top: 14, bottom: 6 }).show(ui, |ui| {
        paragraph_ui(ui, &look.say("checks-title"), 21.0, Weight::Strong, look.color(Tone::Ink));
        let key = if lines.is_empty() { "checks-none" } else { "checks-subtitle" };
        let known = sentences::upper_first(&as_known_on(look.state.question.as_known_on, look.locale));
        let subtitle = look.locale.say_with(key, &[("known", known.into())]);
        paragraph_ui(ui, &subtitle, 13.0, Weight::Regular, look.color(Tone::Muted));
        ui.add_space(8.0);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for severity in [Severity::Error, Severity::Doubt, Severity::Note] {
                let of: Vec<&CheckLine> = lines.iter().filter(|line| line.severity == severity).collect();
                if of.is_empty() {
                    continue;
                }
                let heading = look.locale.say_with(&format!("severity-{}", severity.name()), &[]);
                ui.add_space(4.0);
                ui.label(look.text(&format!("{heading} · {}", of.len()), 12.0, Weight::Strong, tone(severity)));
                for line in of.iter().take(MOST_LINES) {
                    line_ui(ui, look, line);
                }
                if of.len() > MOST_LINES {
                    let more = look.locale.say_with("checks-more", &[("count", (of.len() - MOST_LINES).into())]);
                    ui.label(look.text(&more, 12.0, Weight::Regular, Tone::Muted));
                }
            }
        });
    });
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Doubt => Tone::Doubt,
        Severity::Note => Tone::Muted,
    }
}

fn line_ui(ui: &mut Ui, look: &Look, line: &CheckLine) {
    let width = ui.available_width() - 14.0;
    let height = |text, size| wrapped_height(ui.ctx(), text, size, Weight::Regular, width - 14.0);
    let (above, below) = (height(&line.text, 13.0), height(&line.place, 11.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, above + below + 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{} {}", line.text, line.place)));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if response.hovered() || response.has_focus() {
            painter.rect_filled(rect, CornerRadius::same(4), look.color(Tone::AccentSoft));
        }
        let bar = eframe::egui::Rect::from_min_size(rect.min + vec2(2.0, 6.0), vec2(3.0, rect.height() - 12.0));
        painter.rect_filled(bar, CornerRadius::ZERO, look.color(tone(line.severity)));
        let write = |text, size, color, down: f32| {
            let galley = wrapped_galley(ui.ctx(), text, size, Weight::Regular, color, width - 14.0);
            painter.galley(rect.min + vec2(14.0, 4.0 + down), galley, color);
        };
        write(&line.text, 13.0, look.color(Tone::Ink), 0.0);
        write(&line.place, 11.0, look.color(Tone::Muted), above);
    }
    if response.clicked() {
        look.send(Action::GoToFinding(line.file, line.index));
    }
}
