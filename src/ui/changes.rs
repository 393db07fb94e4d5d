//! What a file changed since another version of it: how many things, and each of them with what it was and is.

use super::text::paragraph_ui;
use super::views::ChangesView;
use super::{Look, menu, table};
use crate::analysis::{Change, ChangeRow, Tally};
use crate::chart::Tone;
use crate::state::{Action, Page, Selection};
use crate::text::{Weight, whole};
use eframe::egui::{Align, Label, Layout, Link, Margin, Sense, Ui};
use egui_extras::{Column, TableBuilder};

const ROW_HEIGHT: f32 = 24.0;
/// As wide as the words for a change.
const CHANGE_WIDTH: f32 = 64.0;
/// Heading of each column, and its share of the width beside the first one.
const COLUMNS: [(&str, f32); 6] = [
    ("column-change", 0.0),
    ("column-event", 0.17),
    ("column-source", 0.24),
    ("column-what", 0.31),
    ("column-before", 0.14),
    ("column-after", 0.14),
];

pub(super) fn changes_ui(ui: &mut Ui, look: &Look, view: &ChangesView) {
    eframe::egui::Frame::new().inner_margin(Margin { left: 22, right: 12, top: 14, bottom: 8 }).show(ui, |ui| {
        let Some(file) = look.state.file(view.file) else { return };
        let since = view.since.as_str();
        let title = look.locale.say_with("changes-title", &[("name", since.into())]);
        paragraph_ui(ui, &title, 21.0, Weight::Strong, look.color(Tone::Ink));
        let name = menu::origin_name(look, &file.origin);
        let arguments = [("file", name.into()), ("name", since.into())];
        let subtitle = look.locale.say_with("changes-subtitle", &arguments);
        paragraph_ui(ui, &subtitle, 13.0, Weight::Regular, look.color(Tone::Muted));
        ui.add_space(4.0);
        for (kind, tally) in ["events", "reports", "counts", "parts"].into_iter().zip(&view.tallies) {
            paragraph_ui(ui, &in_words(look, kind, tally), 12.5, Weight::Regular, look.color(Tone::Ink));
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            for (key, action) in [
                ("compare-chart", Action::GoTo(Page::Tabs)),
                ("changes-swap", Action::SwapVersions(view.file)),
                ("changes-forget", Action::ForgetVersion(view.file)),
            ] {
                if ui.add(Link::new(look.say(key))).clicked() {
                    look.send(action);
                }
            }
        });
        ui.add_space(6.0);
        if view.rows.is_empty() {
            paragraph_ui(ui, &look.say("changes-none"), 14.0, Weight::Regular, look.color(Tone::Ink));
        } else {
            table_ui(ui, look, &view.rows);
        }
    });
}

/// What both versions hold, reconciled: what was there, less what was removed, with what was added, is what is there now.
fn in_words(look: &Look, kind: &str, tally: &Tally) -> String {
    let text = |n: usize| whole(u64::try_from(n).unwrap_or(u64::MAX));
    let arguments = [
        ("kind", kind.into()),
        ("before", text(tally.removed + tally.changed + tally.same).into()),
        ("removed", text(tally.removed).into()),
        ("added", text(tally.added).into()),
        ("after", text(tally.added + tally.changed + tally.same).into()),
        ("changed", text(tally.changed).into()),
    ];
    look.locale.say_with("changes-tally", &arguments)
}

fn table_ui(ui: &mut Ui, look: &Look, rows: &[ChangeRow]) {
    let width = ui.available_width() - CHANGE_WIDTH - 50.0;
    let mut table =
        TableBuilder::new(ui).striped(true).sense(Sense::CLICK).cell_layout(Layout::left_to_right(Align::Center));
    for (_, share) in COLUMNS {
        table = table.column(Column::exact((width * share).floor().max(CHANGE_WIDTH)).clip(true));
    }
    let headed = table.header(26.0, |mut header| {
        for (key, _) in COLUMNS {
            header.col(|ui| {
                ui.label(look.text(&look.say(key), 12.0, Weight::Strong, Tone::Muted));
            });
        }
    });
    headed.body(|body| {
        body.rows(ROW_HEIGHT, rows.len(), |mut row| {
            let Some(line) = rows.get(row.index()) else { return };
            let texts = cells(look, line);
            let is_chosen =
                matches!((&look.state.selection, &line.key), (Some(Selection::Count(a)), Some(b)) if a == b);
            row.set_selected(is_chosen);
            let mut is_chosen_by_key = false;
            for (column, text) in texts.iter().enumerate() {
                row.col(|ui| {
                    if column == 0 {
                        is_chosen_by_key = table::handle_ui(ui, look, &texts);
                    }
                    let (weight, tone) = ink(line.change, column);
                    let label = Label::new(look.text(text, 12.5, weight, tone)).truncate();
                    ui.add(label.show_tooltip_when_elided(true));
                });
            }
            if let (true, Some(key)) = (row.response().clicked() || is_chosen_by_key, &line.key) {
                look.send(Action::Select(Some(Selection::Count(key.clone()))));
            }
        });
    });
}

/// The words of change stand out, and so does what is there now.
fn ink(change: Change, column: usize) -> (Weight, Tone) {
    match (change, column) {
        (Change::Added, 0) => (Weight::Strong, Tone::Closes),
        (Change::Removed, 0) => (Weight::Strong, Tone::Error),
        (Change::Changed, 0) => (Weight::Strong, Tone::Doubt),
        (_, 4) => (Weight::Regular, Tone::Muted),
        (_, 5) => (Weight::Strong, Tone::Ink),
        _ => (Weight::Regular, Tone::Ink),
    }
}

fn cells(look: &Look, row: &ChangeRow) -> [String; 6] {
    let change = look.say(&format!("changes-{}", row.change.name()));
    [change, row.event.clone(), row.report.clone(), row.what.clone(), row.before.clone(), row.after.clone()]
}
