//! The chart that comes of a recipe, from the rows looked at; and what the ledger finds in it.

use super::ImportView;
use crate::chart::{Tone, View, layout};
use crate::text::{Shipped, Weight};
use crate::ui::text::paragraph_ui;
use crate::ui::{Look, paint};
use eframe::egui::{Margin, Rect, Role, Sense, Ui, WidgetInfo, vec2};

/// Room for the words under the chart.
const BELOW: f32 = 150.0;

pub(super) fn preview_ui(ui: &mut Ui, look: &Look, view: &ImportView) {
    let area = ui.available_rect_before_wrap();
    let words = |ui: &mut Ui, text: &str, tone| paragraph_ui(ui, text, 12.5, Weight::Regular, look.color(tone));
    match &view.chart {
        Ok(figure) => {
            let size = vec2(area.width(), (area.height() - BELOW).max(120.0));
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &figure.title));
            let placed = layout(figure, (size.x, size.y), View::default(), &Shipped);
            let mut shapes = Vec::new();
            let clip = ui.clip_rect().intersect(Rect::from_min_size(rect.min, size));
            paint::shapes(placed.marks.iter(), rect.min.to_vec2(), look.shade, ui.ctx(), clip, &mut shapes);
            ui.painter().with_clip_rect(clip).extend(shapes);
        }
        Err(problem) => {
            eframe::egui::Frame::new().inner_margin(Margin::same(22)).show(ui, |ui| {
                paragraph_ui(ui, &look.say("import-no-chart"), 15.0, Weight::Strong, look.color(Tone::Ink));
                words(ui, problem, Tone::Error);
            });
        }
    }
    eframe::egui::Frame::new().inner_margin(Margin { left: 22, right: 16, top: 4, bottom: 8 }).show(ui, |ui| {
        words(ui, &view.scope, Tone::Muted);
        for finding in &view.findings {
            words(ui, finding, Tone::Ink);
        }
    });
}
