//! The list of events: tick them to compare them, click one to see what its toll is made of. Where several files are open,
//! the events of each stand below its title, with a cross that closes it.

use super::Look;
use super::menu::origin_name;
use super::text::{elided_galley, galley};
use crate::analysis::{EventKey, FileId, OpenEvent};
use crate::chart::{Tone, event_dates};
use crate::state::{Action, File};
use crate::text::{Weight, names};
use eframe::egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 40.0;
/// Room for the scroll bar of a long list.
const BAR: f32 = 8.0;

pub(super) fn events_ui(ui: &mut Ui, look: &Look) {
    look.heading_ui(ui, "events");
    ui.spacing_mut().item_spacing.y = 2.0;
    let lines = lines(look);
    let count = lines.len();
    // A long list scrolls in its own box, so that the switches below stay in reach.
    let height = (count as f32 * (ROW + 2.0)).min((ui.ctx().content_rect().height() - 400.0).max(7.0 * (ROW + 2.0)));
    eframe::egui::ScrollArea::vertical().id_salt("events").max_height(height).auto_shrink([false, true]).show_rows(
        ui,
        ROW,
        count,
        |ui, range| {
            // Where the list has a scroll bar, it lies beside the rows.
            if count as f32 * (ROW + 2.0) > height {
                ui.set_max_width(ui.available_width() - BAR);
            }
            look.state.with_library(|library| {
                for line in lines.get(range).unwrap_or_default() {
                    match line {
                        Line::File(id) => file_ui(ui, look, *id, &library.file_title(*id, look.locale)),
                        Line::Event(file, index) => {
                            let dataset = library.dataset(*file);
                            let event =
                                dataset.and_then(|dataset| Some((dataset, dataset.events.get_index(*index)?.1)));
                            if let Some((dataset, event)) = event {
                                event_ui(ui, look, OpenEvent { library, file: *file, dataset, event });
                            }
                        }
                    }
                }
            });
        },
    );
    ui.spacing_mut().item_spacing.y = 4.0;
}

/// A line of the list.
enum Line {
    /// A file's title.
    File(FileId),
    /// An event, by its index in its file.
    Event(FileId, usize),
}

fn lines(look: &Look) -> Vec<Line> {
    let files = &look.state.files;
    let of_file = |file: &File| {
        let title = (files.len() > 1).then_some(Line::File(file.id));
        let id = file.id;
        title.into_iter().chain((0..file.dataset.events.len()).map(move |index| Line::Event(id, index)))
    };
    files.iter().flat_map(of_file).collect()
}

/// A file's title and name, and the cross that closes it.
fn file_ui(ui: &mut Ui, look: &Look, id: FileId, title: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, title));
    let close = Rect::from_center_size(pos2(rect.right() - 13.0, rect.center().y + 2.0), vec2(22.0, 22.0));
    let room = close.left() - rect.left() - 6.0;
    let name = look.state.file(id).map(|file| origin_name(look, &file.origin)).unwrap_or_default();
    let (accent, muted) = (look.color(Tone::Accent), look.color(Tone::Muted));
    let title_galley = elided_galley(ui.ctx(), title, 12.5, Weight::Strong, accent, room);
    let name_galley = elided_galley(ui.ctx(), &name, 11.0, Weight::Regular, muted, room);
    let top = rect.center().y + 2.0 - f32::midpoint(title_galley.size().y, name_galley.size().y);
    let name_top = top + title_galley.size().y;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, look.color(Tone::Rule)));
    painter.galley(pos2(rect.left() + 4.0, top), title_galley, accent);
    painter.galley(pos2(rect.left() + 4.0, name_top), name_galley, muted);
    response.on_hover_text(look.text(title, 13.0, Weight::Regular, Tone::Ink));
    let label = look.locale.say_with("file-close", &[("title", title.into())]);
    let cross = ui.interact(close, ui.scope_id().with(("close", id)), Sense::click());
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let is_lit = cross.hovered() || cross.has_focus();
    if is_lit {
        painter.rect_filled(close, CornerRadius::same(4), look.color(Tone::AccentSoft));
    }
    let stroke = Stroke::new(1.5, look.color(if is_lit { Tone::Accent } else { Tone::Muted }));
    let arm = 4.0;
    for way in [1.0, -1.0] {
        painter.line_segment([close.center() + vec2(-arm, -arm * way), close.center() + vec2(arm, arm * way)], stroke);
    }
    if cross.clicked() {
        look.send(Action::Remove(id));
    }
    cross.on_hover_text(look.text(&label, 13.0, Weight::Regular, Tone::Ink));
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
        look.ask(|question| question.tick_or_untick(key));
    }
}
