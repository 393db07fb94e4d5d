//! The list of events: tick them to compare them, click one to see what its toll is made of.

use super::Look;
use super::text::{elided_galley, galley};
use crate::analysis::{EventKey, OpenEvent};
use crate::chart::{Tone, event_dates};
use crate::text::{Weight, names};
use eframe::egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 40.0;

pub(super) fn events_ui(ui: &mut Ui, look: &Look) {
    look.heading_ui(ui, "events");
    ui.spacing_mut().item_spacing.y = 2.0;
    let count = look.state.with_library(|library| library.events().count());
    // A long list scrolls in its own box, so that the switches below stay in reach.
    let height = (count as f32 * (ROW + 2.0)).min((ui.ctx().content_rect().height() - 400.0).max(7.0 * (ROW + 2.0)));
    eframe::egui::ScrollArea::vertical().id_salt("events").max_height(height).auto_shrink([false, true]).show_rows(
        ui,
        ROW,
        count,
        |ui, range| {
            look.state.with_library(|library| {
                for open in library.events().skip(range.start).take(range.len()) {
                    event_ui(ui, look, open);
                }
            });
        },
    );
    ui.spacing_mut().item_spacing.y = 4.0;
}

fn event_ui(ui: &mut Ui, look: &Look, open: OpenEvent) {
    let key = open.key();
    let question = &look.state.question;
    let chosen = question.event.as_ref() == Some(&key);
    let name = names::event_short(open.event, look.locale);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
    let painter = ui.painter();
    if chosen || response.hovered() {
        painter.rect_filled(
            rect,
            CornerRadius::same(4),
            look.color(if chosen { Tone::AccentSoft } else { Tone::Neutral }),
        );
    }
    if response.has_focus() {
        painter.rect_stroke(
            rect,
            CornerRadius::same(4),
            Stroke::new(1.5, look.color(Tone::Accent)),
            StrokeKind::Inside,
        );
    }
    let left = rect.left() + 30.0;
    let baseline = question.baseline.as_ref() == Some(&key);
    let pill =
        baseline.then(|| galley(ui.ctx(), &look.say("baseline-pill"), 10.0, Weight::Strong, look.color(Tone::Accent)));
    let room = rect.right() - left - 4.0;
    let pill_width = pill.as_ref().map_or(0.0, |pill| pill.size().x + 16.0);
    let title = elided_galley(ui.ctx(), name, 13.0, Weight::Strong, look.color(Tone::Ink), room);
    let muted = look.color(Tone::Muted);
    let dates = event_dates(open.event, look.locale);
    let dates = elided_galley(ui.ctx(), &dates, 11.0, Weight::Regular, muted, room - pill_width);
    let top = rect.center().y - f32::midpoint(title.size().y, dates.size().y);
    let dates_top = top + title.size().y;
    let clipped = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    clipped.galley(pos2(left, top), title, look.color(Tone::Ink));
    clipped.galley(pos2(left, dates_top), dates, look.color(Tone::Muted));
    if let Some(pill) = pill {
        let size = vec2(pill.size().x + 12.0, 16.0);
        let place = Rect::from_min_size(pos2(rect.right() - size.x - 4.0, dates_top), size);
        painter.rect_filled(
            place,
            CornerRadius::same(8),
            look.color(if chosen { Tone::AccentSoft } else { Tone::Panel }),
        );
        painter.rect_stroke(
            place,
            CornerRadius::same(8),
            Stroke::new(1.0, look.color(Tone::Accent)),
            StrokeKind::Inside,
        );
        painter.galley(place.center() - pill.size() / 2.0, pill, look.color(Tone::Accent));
    }
    tick_ui(ui, look, &key, rect, name);
    if response.clicked() {
        look.ask(|question| question.event = Some(key));
    }
    response.on_hover_text(look.text(names::event(open.event, look.locale), 13.0, Weight::Regular, Tone::Ink));
}

fn tick_ui(ui: &mut Ui, look: &Look, key: &EventKey, row: Rect, name: &str) {
    let ticked = look.state.question.ticked.contains(key);
    let place = Rect::from_min_size(pos2(row.left() + 2.0, row.top()), vec2(26.0, row.height()));
    let response = ui.interact(place, ui.scope_id().with(("tick", key)), Sense::click());
    let label = look.locale.say_with("event-tick", &[("event", name.into())]);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, &label));
    let square = Rect::from_center_size(place.center(), vec2(14.0, 14.0));
    let painter = ui.painter();
    let outline = if response.hovered() || response.has_focus() || ticked { Tone::Accent } else { Tone::Outline };
    painter.rect_filled(square, CornerRadius::same(3), look.color(if ticked { Tone::Accent } else { Tone::Paper }));
    let stroke = Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, look.color(outline));
    painter.rect_stroke(square, CornerRadius::same(3), stroke, StrokeKind::Outside);
    if ticked {
        let at = |x, y| square.min + vec2(x, y);
        let points = vec![at(3.2, 7.2), at(6.0, 10.0), at(11.0, 4.2)];
        painter.line(points, Stroke::new(1.8, look.color(Tone::Paper)));
    }
    if response.clicked() {
        look.ask(|question| {
            if !question.ticked.remove(key) {
                question.ticked.insert(key.clone());
            }
        });
    }
}
