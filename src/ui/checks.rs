//! The checks tab: what the ledger found, by severity, those alike folded; a click leads to the place.

use super::Look;
use super::row_remarks::{has_row_remarks, row_remarks_ui};
use super::text::{paragraph_ui, wrapped_galley, wrapped_height};
use super::{CheckGroup, CheckLine};
use crate::chart::{Tone, as_known_on};
use crate::model::Severity;
use crate::state::Action;
use crate::text::{Weight, sentences, whole};
use eframe::egui::{Button, CornerRadius, Id, Margin, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

/// More than anyone reads in a window; the rest is counted.
const MOST_LINES: usize = 500;

pub(super) fn checks_ui(ui: &mut Ui, look: &Look, groups: &[CheckGroup]) {
    eframe::egui::Frame::new().inner_margin(Margin { left: 22, right: 8, top: 14, bottom: 6 }).show(ui, |ui| {
        paragraph_ui(ui, &look.say("checks-title"), 21.0, Weight::Strong, look.color(Tone::Ink));
        let is_clean = groups.is_empty() && !has_row_remarks(look);
        let key = if is_clean { "checks-none" } else { "checks-subtitle" };
        let known = sentences::upper_first(&as_known_on(look.state.question.as_known_on, look.locale));
        let subtitle = look.locale.say_with(key, &[("known", known.into())]);
        paragraph_ui(ui, &subtitle, 13.0, Weight::Regular, look.color(Tone::Muted));
        ui.add_space(8.0);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for severity in [Severity::Error, Severity::Doubt, Severity::Note] {
                let of: Vec<&CheckGroup> = groups.iter().filter(|group| group.first.severity == severity).collect();
                let found: usize = of.iter().map(|group| 1 + group.more.len()).sum();
                if of.is_empty() {
                    continue;
                }
                let heading = look.locale.say_with(&format!("severity-{}", severity.name()), &[]);
                ui.add_space(4.0);
                let found = whole(found as u64);
                ui.label(look.text(&format!("{heading} · {found}"), 12.0, Weight::Strong, tone(severity)));
                for group in of.iter().take(MOST_LINES) {
                    group_ui(ui, look, group);
                }
                if of.len() > MOST_LINES {
                    more_ui(ui, look, of.len() - MOST_LINES);
                }
            }
            row_remarks_ui(ui, look);
        });
    });
}

fn more_ui(ui: &mut Ui, look: &Look, count: usize) {
    let more = look.locale.say_with("checks-more", &[("count", count.into())]);
    ui.label(look.text(&more, 12.0, Weight::Regular, Tone::Muted));
}

/// The first of those alike, and the others where they are unfolded.
fn group_ui(ui: &mut Ui, look: &Look, group: &CheckGroup) {
    line_ui(ui, look, &group.first);
    if group.more.is_empty() {
        return;
    }
    let id = Id::unique("alike").with((group.first.file, group.first.index));
    let mut is_open = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        let text = look.text(&group.more_text, 12.0, Weight::Regular, Tone::Accent);
        if ui.add(Button::new(text).frame(false)).clicked() {
            is_open = !is_open;
            ui.data_mut(|data| data.insert_temp(id, is_open));
        }
    });
    if is_open {
        group.more.iter().take(MOST_LINES).for_each(|line| line_ui(ui, look, line));
        if group.more.len() > MOST_LINES {
            more_ui(ui, look, group.more.len() - MOST_LINES);
        }
    }
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
