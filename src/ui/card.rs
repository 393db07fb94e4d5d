//! What differs between the compared figures, as a grid, and below it what makes them more alike.

use super::look::Look;
use super::text::{paragraph_ui, wrapped_galley, wrapped_height};
use crate::analysis::{Aspect, Card, CardRow, Cell, Leads, Likewise, Offer, Part};
use crate::chart::{Tone, as_known_on, restriction};
use crate::state::Action;
use crate::text::{Weight, list, names, sentences};
use eframe::egui::{CornerRadius, Margin, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// More than anyone compares by eye; the rest is counted.
const MOST_ROWS: usize = 200;
/// From this many rows on, they scroll in a box of their own, so that the offers below stay in reach.
const MANY_ROWS: usize = 16;
const TEXT: f32 = 12.0;
const GAP: f32 = 12.0;

/// The columns: a heading, the aspects that stand below each other in it, and its share of the width.
const COLUMNS: [(&str, &[Aspect], f32); 4] = [
    ("card-counted", &[Aspect::Source, Aspect::Method, Aspect::Verification], 0.24),
    ("card-who", &[Aspect::Who, Aspect::By, Aspect::Scope], 0.22),
    ("card-when", &[Aspect::AsOf, Aspect::Progress, Aspect::Days], 0.24),
    ("card-where", &[Aspect::Population], 0.16),
];
const NAME_SHARE: f32 = 0.24;

pub(super) fn card_ui(ui: &mut Ui, look: &Look, card: &Card, offers: &[Offer]) {
    eframe::egui::Frame::new().inner_margin(Margin { left: 22, right: 8, top: 14, bottom: 6 }).show(ui, |ui| {
        ScrollArea::vertical().id_salt("card").auto_shrink(false).show(ui, |ui| {
            // Off the scroll bar, which floats over the right edge.
            ui.set_max_width(ui.available_width() - 14.0);
            paragraph_ui(ui, &look.say("card-title"), 21.0, Weight::Strong, look.color(Tone::Ink));
            paragraph_ui(ui, &subtitle(look), 13.0, Weight::Regular, look.color(Tone::Muted));
            let against = card.against.clone().unwrap_or_else(|| look.say("card-one"));
            paragraph_ui(ui, &against, 13.0, Weight::Regular, look.color(Tone::Muted));
            ui.add_space(10.0);
            if !card.rows.is_empty() {
                grid_ui(ui, look, card);
            }
            for remark in &card.remarks {
                ui.add_space(4.0);
                paragraph_ui(ui, remark, 12.5, Weight::Regular, look.color(Tone::Ink));
            }
            ui.add_space(14.0);
            paragraph_ui(ui, &look.say("offers"), 15.0, Weight::Strong, look.color(Tone::Ink));
            ui.add_space(4.0);
            for offer in offers {
                offer_ui(ui, look, offer);
            }
        });
    });
}

/// Measure, date and what limits the comparison.
fn subtitle(look: &Look) -> String {
    let question = &look.state.question;
    let Some(file) = look.state.first_file() else { return String::new() };
    let measure = names::people(&file.dataset, &question.measure, look.locale);
    let known = as_known_on(question.as_known_on, look.locale);
    let arguments = [("measure", sentences::upper_first(&measure).into()), ("known", known.into())];
    let said = look.locale.say_with("card-subtitle", &arguments);
    let said: Vec<String> = std::iter::once(said).chain(restriction(question, &file.dataset, look.locale)).collect();
    list(&said, " ")
}

/// A column that is shown: where it starts, how wide it is, and what stands in it.
struct Column {
    key: &'static str,
    aspects: &'static [Aspect],
    left: f32,
    width: f32,
}

fn grid_ui(ui: &mut Ui, look: &Look, card: &Card) {
    let columns = columns(card, ui.available_width());
    heading_ui(ui, look, &columns);
    let rows = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in card.rows.iter().take(MOST_ROWS) {
            row_ui(ui, look, row, &columns);
        }
    };
    if card.rows.len() > MANY_ROWS {
        let height = (ui.ctx().content_rect().height() * 0.45).max(200.0);
        ScrollArea::vertical().id_salt("card-rows").max_height(height).auto_shrink([false, true]).show(ui, rows);
    } else {
        ui.scope(rows);
    }
    if card.rows.len() > MOST_ROWS {
        let more = look.locale.say_with("card-more", &[("count", (card.rows.len() - MOST_ROWS).into())]);
        ui.label(look.text(&more, TEXT, Weight::Regular, Tone::Muted));
    }
}

/// The name and those columns of which anything differs, on the whole width.
fn columns(card: &Card, width: f32) -> Vec<Column> {
    let has = |aspects: &[Aspect]| {
        card.rows.first().is_some_and(|row| row.cells.iter().any(|cell| aspects.contains(&cell.aspect)))
    };
    let shown = || COLUMNS.into_iter().filter(|(_, aspects, _)| has(aspects));
    let shares: f32 = NAME_SHARE + shown().map(|(.., share)| share).sum::<f32>();
    let mut columns = Vec::new();
    let mut left = 0.0;
    let name: (&str, &[Aspect], f32) = ("card-event", &[], NAME_SHARE);
    for (key, aspects, share) in std::iter::once(name).chain(shown()) {
        let room = width * share / shares;
        columns.push(Column { key, aspects, left, width: room - GAP });
        left += room;
    }
    columns
}

fn heading_ui(ui: &mut Ui, look: &Look, columns: &[Column]) {
    let color = look.color(Tone::Muted);
    let galleys: Vec<_> = columns
        .iter()
        .map(|column| wrapped_galley(ui.ctx(), &look.say(column.key), 11.0, Weight::Strong, color, column.width))
        .collect();
    let height = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height + 5.0), Sense::hover());
    for (column, galley) in columns.iter().zip(galleys) {
        let top = rect.top() + height - galley.size().y;
        ui.painter().galley(pos2(rect.left() + column.left, top), galley, color);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, look.color(Tone::Outline)));
}

/// What differs is strong and dark, what is the same regular and pale.
fn ink(likewise: Likewise) -> (Weight, Tone) {
    match likewise {
        Likewise::Differs => (Weight::Strong, Tone::Ink),
        Likewise::Same => (Weight::Regular, Tone::Muted),
    }
}

fn row_ui(ui: &mut Ui, look: &Look, row: &CardRow, columns: &[Column]) {
    let lines = |column: &Column| -> Vec<(String, Weight, Tone)> {
        if column.aspects.is_empty() {
            return name_lines(look, row);
        }
        let of = row.cells.iter().filter(|cell| column.aspects.contains(&cell.aspect));
        of.map(|cell| (cell.text.clone(), ink(cell.likewise).0, ink(cell.likewise).1)).collect()
    };
    let columns: Vec<_> = columns.iter().map(|column| (column, lines(column))).collect();
    let height_of = |(column, lines): &(&Column, Vec<(String, Weight, Tone)>)| -> f32 {
        lines.iter().map(|(text, weight, _)| wrapped_height(ui.ctx(), text, TEXT, *weight, column.width)).sum()
    };
    let height = columns.iter().map(height_of).fold(0.0, f32::max) + 11.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, spoken(look, row)));
    if !ui.is_rect_visible(rect) {
        return;
    }
    for (column, lines) in columns {
        let mut top = rect.top() + 5.0;
        for (text, weight, tone) in lines {
            let color = look.color(tone);
            let galley = wrapped_galley(ui.ctx(), &text, TEXT, weight, color, column.width);
            let is_rtl = galley.job.halign == eframe::egui::Align::RIGHT;
            let left = rect.left() + column.left + if is_rtl { column.width } else { 0.0 };
            let height = galley.size().y;
            ui.painter().galley(pos2(left, top), galley, color);
            top += height;
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, look.color(Tone::Rule)));
}

fn name_lines(look: &Look, row: &CardRow) -> Vec<(String, Weight, Tone)> {
    let mut lines =
        vec![(row.name.clone(), Weight::Strong, Tone::Ink), (row.number.clone(), Weight::Regular, Tone::Ink)];
    match row.part {
        Part::Compared => {}
        Part::Baseline => lines.push((look.say("card-baseline"), Weight::Strong, Tone::Accent)),
        Part::UntickedBaseline => lines.push((look.say("card-baseline-unticked"), Weight::Strong, Tone::Accent)),
    }
    lines
}

/// What a screen reader says of a row: it does not see which texts are bold.
fn spoken(look: &Look, row: &CardRow) -> String {
    let cell = |cell: &Cell| match cell.likewise {
        Likewise::Same => cell.text.clone(),
        Likewise::Differs => look.locale.say_with("card-cell-differs", &[("text", cell.text.clone().into())]),
    };
    let cells: Vec<String> = row.cells.iter().map(cell).collect();
    let arguments = [
        ("event", row.name.clone().into()),
        ("number", row.number.clone().into()),
        ("cells", list(&cells, "; ").into()),
    ];
    look.locale.say_with("card-row", &arguments)
}

/// A button with what it does, and its sentence in full; without a frame where it leads nowhere.
fn offer_ui(ui: &mut Ui, look: &Look, offer: &Offer) {
    const PAD: f32 = 9.0;
    let is_possible = matches!(offer.leads, Leads::To(_));
    let width = ui.available_width();
    let (name_tone, text_tone) = if is_possible { (Tone::Accent, Tone::Ink) } else { (Tone::Muted, Tone::Muted) };
    let room = width - 2.0 * PAD;
    let name = wrapped_galley(ui.ctx(), &offer.name, 13.0, Weight::Strong, look.color(name_tone), room);
    let text = wrapped_galley(ui.ctx(), &offer.text, TEXT, Weight::Regular, look.color(text_tone), room);
    let height = name.size().y + text.size().y + 12.0;
    let sense = if is_possible { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_possible, list(&[&offer.name, &offer.text], ": ")));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        offer_frame(ui, look, rect, is_possible, response.hovered() || response.has_focus());
        let at =
            |rtl: bool, down: f32| pos2(if rtl { rect.right() - PAD } else { rect.left() + PAD }, rect.top() + down);
        let is_rtl = |galley: &eframe::egui::Galley| galley.job.halign == eframe::egui::Align::RIGHT;
        let below = 6.0 + name.size().y;
        ui.painter().galley(at(is_rtl(&name), 6.0), name, look.color(name_tone));
        ui.painter().galley(at(is_rtl(&text), below), text, look.color(text_tone));
    }
    if let (true, Leads::To(question)) = (response.clicked(), &offer.leads) {
        look.send(Action::Ask(question.clone()));
    }
}

fn offer_frame(ui: &Ui, look: &Look, rect: Rect, is_possible: bool, is_pointed_at: bool) {
    let radius = CornerRadius::same(5);
    let (fill, outline) = match (is_possible, is_pointed_at) {
        (false, _) => return,
        (true, false) => (Tone::Paper, Tone::Outline),
        (true, true) => (Tone::AccentSoft, Tone::Accent),
    };
    ui.painter().rect_filled(rect, radius, look.color(fill));
    let stroke = Stroke::new(1.0, look.color(outline));
    ui.painter().rect_stroke(rect, radius, stroke, eframe::egui::StrokeKind::Inside);
}
