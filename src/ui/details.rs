//! The panel on the right: one figure with everything that must be known about it, and a sentence to quote.

use super::sentences::Sentence;
use super::text::paragraph_ui;
use super::{Look, Views};
use crate::analysis::{Details, PartLine};
use crate::chart::Tone;
use crate::state::{Action, Selection};
use crate::text::Weight;
use eframe::egui::{Align, CornerRadius, Frame, Layout, Link, Margin, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

pub(super) fn details_ui(ui: &mut Ui, look: &Look, views: &Views) {
    let Some(details) = &views.details else {
        paragraph_ui(ui, &look.say("details-none"), 13.0, Weight::Regular, look.color(Tone::Muted));
        return;
    };
    let ink = look.color(Tone::Ink);
    let muted = look.color(Tone::Muted);
    ui.spacing_mut().item_spacing.y = 3.0;
    paragraph_ui(ui, &details.title, 14.0, Weight::Strong, ink);
    paragraph_ui(ui, &details.source, 12.0, Weight::Regular, muted);
    ui.add_space(8.0);
    paragraph_ui(ui, &details.headline, 17.0, Weight::Strong, ink);
    if let Some(written) = &details.as_written {
        let text = look.locale.say_with("details-as-written", &[("text", written.clone().into())]);
        paragraph_ui(ui, &text, 12.0, Weight::Regular, muted);
    }
    if !details.parts.is_empty() {
        ui.add_space(6.0);
        parts_ui(ui, look, details);
    }
    for remark in &details.remarks {
        ui.add_space(4.0);
        paragraph_ui(ui, remark, 12.0, Weight::Regular, ink);
    }
    ui.add_space(10.0);
    sentence_ui(ui, look, details);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (sentence, key) in
            [(Sentence::Figure, "menu-copy-sentence"), (Sentence::FigurePersian, "details-copy-persian")]
        {
            let text = look.text(&look.say(key), 13.0, Weight::Strong, Tone::Accent);
            let response = ui.add(Link::new(text));
            // A link is named after its text in visual order, which is no text to read out.
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, look.say(sentence.message())));
            if response.clicked() {
                sentence.copy(look, views);
            }
        }
    });
    ui.add_space(8.0);
    for (name, value) in &details.facts {
        fact_ui(ui, look, name, value);
    }
    read_in_ui(ui, look, &details.read_in);
}

fn parts_ui(ui: &mut Ui, look: &Look, details: &Details) {
    for part in &details.parts {
        part_ui(ui, look, part);
    }
    let Some((sum, verdict, closes)) = &details.sum else { return };
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
    ui.painter().hline(line.x_range(), line.center().y, Stroke::new(1.0, look.color(Tone::Rule)));
    let tone = if *closes { Tone::Closes } else { Tone::Doubt };
    columns_ui(ui, look, (&look.say("details-sum"), Weight::Strong), sum, (verdict, tone));
}

fn part_ui(ui: &mut Ui, look: &Look, part: &PartLine) {
    let before = ui.cursor().min;
    let row = columns_ui(ui, look, (&part.name, Weight::Regular), &part.number, (&part.share, Tone::Muted));
    let swatch = Rect::from_min_size(before + vec2(0.0, 5.0), vec2(11.0, 11.0));
    match part.category {
        Some(category) => {
            super::paint::category(ui.painter(), swatch, Tone::Category(category), look.shade);
        }
        None => super::paint::hatch(ui.painter(), swatch, look.color(Tone::Neutral), look.color(Tone::NeutralLine)),
    }
    let name = format!("{} {}", part.name, part.number);
    let response = ui.interact(row, ui.scope_id().with((&part.key, &part.name)), Sense::click());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, &name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_stroke(
            row.expand2(vec2(4.0, 0.0)),
            CornerRadius::same(3),
            Stroke::new(1.0, look.color(Tone::Outline)),
            eframe::egui::StrokeKind::Inside,
        );
    }
    if response.clicked() {
        look.send(Action::Select(Some(Selection::Count(part.key.clone()))));
    }
}

/// Name at the left (wrapped where it must be), number and share right-aligned in columns of their own.
fn columns_ui(ui: &mut Ui, look: &Look, name: (&str, Weight), number: &str, share: (&str, Tone)) -> Rect {
    let width = ui.available_width();
    let galley = |text: &str, size, weight, tone| super::text::galley(ui.ctx(), text, size, weight, look.color(tone));
    let number = galley(number, 13.0, Weight::Strong, Tone::Ink);
    let share = galley(share.0, 12.0, Weight::Regular, share.1);
    let share_column = share.size().x.max(42.0);
    let name_width = (width - share_column - number.size().x - 17.0 - 16.0).max(40.0);
    let size = if width < 240.0 { 12.0 } else { 13.0 };
    let lines = crate::text::wrap(name.0, size, name.1, name_width, &crate::text::Shipped).join("\n");
    let name = super::text::galley(ui.ctx(), &lines, size, name.1, look.color(Tone::Ink));
    let height = name.size().y.max(number.size().y);
    let (row, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let painter = ui.painter();
    let ink = look.color(Tone::Ink);
    let left = row.left() + 17.0;
    painter.galley(eframe::egui::pos2(left, row.top()), name, ink);
    let number_left = row.right() - share_column - 8.0 - number.size().x;
    painter.galley(eframe::egui::pos2(number_left, row.top()), number, ink);
    painter.galley(eframe::egui::pos2(row.right() - share.size().x, row.top() + 0.5), share, ink);
    row
}

pub(super) fn fact_ui(ui: &mut Ui, look: &Look, name: &str, value: &str) {
    ui.horizontal_top(|ui| {
        let column = 76.0;
        ui.allocate_ui_with_layout(vec2(column, 16.0), Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(column);
            paragraph_ui(ui, name, 12.0, Weight::Regular, look.color(Tone::Muted));
        });
        ui.vertical(|ui| {
            paragraph_ui(ui, value, 12.0, Weight::Regular, look.color(Tone::Ink));
        });
    });
}

pub(super) fn read_in_ui(ui: &mut Ui, look: &Look, places: &[String]) {
    for place in places {
        let is_link = place.starts_with("https://") || place.starts_with("http://");
        if is_link {
            let host = place.split('/').nth(2).unwrap_or(place);
            let text = look.locale.say_with("details-read-at", &[("host", host.into())]);
            ui.hyperlink_to(look.text(&text, 12.0, Weight::Regular, Tone::Accent), place).on_hover_text(place);
        } else {
            fact_ui(ui, look, &look.say("fact-read-in"), place);
        }
    }
}

fn sentence_ui(ui: &mut Ui, look: &Look, details: &Details) {
    let frame = Frame::new()
        .fill(look.color(Tone::Paper))
        .stroke(Stroke::new(1.0, look.color(Tone::Rule)))
        .corner_radius(CornerRadius::same(4))
        .inner_margin(Margin::same(10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        paragraph_ui(ui, &details.sentence, 12.0, Weight::Regular, look.color(Tone::Ink));
    });
}
