//! The places of a chart that can be pointed at, reached by keyboard, and chosen.

use super::Look;
use super::paint;
use super::plot::reset_id;
use crate::analysis::CountKey;
use crate::chart::{Hit, Layout, Target, Tone};
use crate::state::{Action, Selection};
use crate::text::Weight;
use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Every mark can be pointed at, clicked, and reached with Tab and Enter.
pub(super) fn hits_ui(ui: &mut Ui, look: &Look, plot: &Response, (area, offset): (Rect, Vec2), layout: &Layout) {
    let chosen = match &look.state.selection {
        Some(Selection::Count(key)) => Some(key),
        _ => None,
    };
    let visible = Rect::from_min_max(pos2(ui.clip_rect().left(), area.top()), area.max);
    for (index, hit) in layout.hits.iter().enumerate() {
        let rect = paint::place(hit.rect, offset).intersect(visible);
        if !rect.is_positive() {
            continue;
        }
        let response = ui.interact(rect, plot.id.with(index), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, hit.text.replace('\n', ", ")));
        let is_chosen = matches!((&hit.target, chosen), (Target::Count(key), Some(chosen)) if key == chosen);
        if is_chosen || response.has_focus() {
            let stroke = Stroke::new(2.0, look.color(if response.has_focus() { Tone::Accent } else { Tone::Ink }));
            ui.painter().rect_stroke(rect.expand(1.5), CornerRadius::same(2), stroke, StrokeKind::Outside);
        }
        if response.clicked() {
            select(look, hit);
        }
        if response.double_clicked() {
            ui.data_mut(|data| data.insert_temp(reset_id(), true));
            ui.ctx().request_repaint();
        }
        if response.hovered() {
            response.on_hover_ui(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 1.0);
                for (line, text) in hit.text.lines().enumerate() {
                    let weight = if line == 0 { Weight::Strong } else { Weight::Regular };
                    ui.label(look.text(text, 12.0, weight, Tone::Ink));
                }
            });
        }
    }
}

fn select(look: &Look, hit: &Hit) {
    match &hit.target {
        Target::Count(key) => {
            let key: CountKey = key.clone();
            look.send(Action::Select(Some(Selection::Count(key))));
        }
        Target::Event(event) => look.ask(|question| question.event = Some(event.clone())),
    }
}
