//! The table tab: every count that the charts use, sorted by any column.

use super::Look;
use crate::analysis::{Column, Library, TableRow};
use crate::chart::{Tone, restriction};
use crate::model::{Basis, Stated, When};
use crate::state::{Action, Selection};
use crate::text::{DateStyle, Locale, Weight, date, label, list, measure, names, of_period, sentences};
use eframe::egui::{Align, Button, CornerRadius, Layout, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui_extras::{Column as Width, TableBuilder};

const ROW_HEIGHT: f32 = 24.0;
const NUMBER_SIZE: f32 = 12.5;
/// Between numbers and the scroll bar.
const NUMBER_ROOM: f32 = 14.0;

pub(super) fn table_ui(ui: &mut Ui, look: &Look, (rows, needs): (&[TableRow], [f32; 4])) {
    eframe::egui::Frame::new().inner_margin(eframe::egui::Margin { left: 22, right: 12, top: 8, bottom: 8 }).show(
        ui,
        |ui| {
            if rows.is_empty() {
                let key = if look.state.question.ticked.is_empty() { "empty-ticked" } else { "empty-measure" };
                super::text::paragraph_ui(ui, &look.say(key), 14.0, Weight::Regular, look.color(Tone::Ink));
                return;
            }
            let file = look.state.first_file();
            if let Some(only) = file.and_then(|file| restriction(&look.state.question, &file.dataset, look.locale)) {
                super::text::paragraph_ui(ui, &only, 13.0, Weight::Regular, look.color(Tone::Muted));
                ui.add_space(4.0);
            }
            let width = ui.available_width() - 36.0;
            // A number that is cut is another number: the names take what it leaves.
            let number = number_width(ui, look, rows).min(width * 0.5);
            let [event, source, when, who] =
                shared(needs, width - number).map(|width| Width::exact(width.floor()).clip(true));
            TableBuilder::new(ui)
                .striped(true)
                // Cells can be clicked; with the keyboard a row is reached once, by its handle.
                .sense(Sense::CLICK)
                .cell_layout(Layout::left_to_right(Align::Center))
                .column(event)
                .column(source)
                .column(when)
                .column(who)
                .column(Width::exact(number.floor()).clip(true))
                .header(28.0, |mut header| {
                    for column in Column::ALL {
                        header.col(|ui| heading_ui(ui, look, column));
                    }
                })
                .body(|body| {
                    look.state.with_library(|library| {
                        body.rows(ROW_HEIGHT, rows.len(), |mut row| {
                            let Some(count) = rows.get(row.index()) else { return };
                            let chosen =
                                matches!(&look.state.selection, Some(Selection::Count(key)) if *key == count.key);
                            row.set_selected(chosen);
                            let texts = cells(library, look.locale, count);
                            let mut is_chosen_by_key = false;
                            for (column, text) in Column::ALL.into_iter().zip(&texts) {
                                row.col(|ui| {
                                    cell_ui(ui, look, column, text, count.stands);
                                    if column == Column::Event {
                                        is_chosen_by_key = handle_ui(ui, look, &texts);
                                    }
                                });
                            }
                            if row.response().clicked() || is_chosen_by_key {
                                look.send(Action::Select(Some(Selection::Count(count.key.clone()))));
                            }
                        });
                    });
                });
        },
    );
}

/// How many rows say how wide the columns of texts would be.
const MEASURED: usize = 40;
/// What each column of texts has of the room that all of them have, where each needs more than that.
const SHARES: [f32; 4] = [0.28, 0.24, 0.18, 0.3];
/// Between two columns.
const GAP: f32 = 10.0;

/// How wide the columns of texts would be, by some of the rows from all over the table.
pub(super) fn needs(library: Library, locale: &Locale, rows: &[TableRow]) -> [f32; 4] {
    let mut needs = [0.0_f32; 4];
    for row in rows.iter().step_by(rows.len().div_ceil(MEASURED).max(1)) {
        for (need, text) in needs.iter_mut().zip(cells(library, locale, row)) {
            *need = need.max(measure(&text, NUMBER_SIZE, Weight::Strong).width + GAP);
        }
    }
    needs
}

/// The room of each column: who needs less than its share leaves the rest to the others.
fn shared(needs: [f32; 4], room: f32) -> [f32; 4] {
    let mut widths: [Option<f32>; 4] = [None; 4];
    loop {
        let left = room - widths.iter().flatten().sum::<f32>();
        let open = || SHARES.iter().zip(&widths).filter(|(_, width)| width.is_none()).map(|(share, _)| share);
        let all = open().sum::<f32>();
        if all <= 0.0 {
            // All have what they need: the rest is divided like the room.
            let rest = left.max(0.0);
            return std::array::from_fn(|at| widths[at].unwrap_or(0.0) + rest * SHARES[at]);
        }
        let of_share = |at: usize| left * SHARES[at] / all;
        match (0..4).find(|at| widths[*at].is_none() && needs[*at] <= of_share(*at)) {
            Some(at) => widths[at] = Some(needs[at]),
            None => return std::array::from_fn(|at| widths[at].unwrap_or_else(|| of_share(at))),
        }
    }
}

/// How wide the column of numbers is, with the room at its right.
fn number_width(ui: &Ui, look: &Look, rows: &[TableRow]) -> f32 {
    let widest = rows.iter().map(|row| row.stated).max_by_key(|stated| digits(*stated)).unwrap_or_default();
    let job = look.text(&label(widest, look.locale), NUMBER_SIZE, Weight::Strong, Tone::Ink);
    let least = look.text(&look.say(column_key(Column::Number)), 12.0, Weight::Strong, Tone::Muted);
    let width = |job| ui.painter().layout_job(job).size().x;
    width(job).max(width(least) + 16.0) + NUMBER_ROOM + 8.0
}

/// About how many characters a number takes.
fn digits(stated: Stated) -> u32 {
    let of = |number: u64| number.checked_ilog10().unwrap_or(0) + 1;
    match stated {
        Stated::Unknown => 10,
        Stated::Exact(number) => of(number),
        Stated::Range { low, best, high } => [low, best, high].into_iter().flatten().map(|end| of(end) + 2).sum(),
        _ => stated.number().map_or(0, of) + 4,
    }
}

/// Makes a row reachable by keyboard and gives it a name; whether it was chosen.
pub(super) fn handle_ui(ui: &Ui, look: &Look, texts: &[String]) -> bool {
    let rect = ui.max_rect();
    let response = ui.interact(rect, ui.scope_id().with("row"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, list(texts, ", ")));
    if response.has_focus() {
        let stroke = Stroke::new(1.5, look.color(Tone::Accent));
        ui.painter().rect_stroke(rect, CornerRadius::same(3), stroke, StrokeKind::Inside);
    }
    response.clicked()
}

fn heading_ui(ui: &mut Ui, look: &Look, column: Column) {
    let name = look.say(column_key(column));
    let sorted = look.state.question.sorted_by.filter(|(sorted, _)| *sorted == column);
    let arrow = match sorted {
        Some((_, true)) => " ↓",
        Some((_, false)) => " ↑",
        None => "",
    };
    let text = look.text(&format!("{name}{arrow}"), 12.0, Weight::Strong, Tone::Muted);
    in_column(ui, column, |ui| {
        let response = ui.add(Button::new(text).frame(false));
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
        if response.clicked() {
            let next = match sorted {
                None => Some((column, column == Column::Number)),
                Some((_, descending)) if descending == (column == Column::Number) => Some((column, !descending)),
                Some(_) => None,
            };
            look.ask(|question| question.sorted_by = next);
        }
    });
}

/// Numbers stand at the right of their column, off the scroll bar that floats over it; everything else at the left.
fn in_column(ui: &mut Ui, column: Column, add: impl FnOnce(&mut Ui)) {
    if column != Column::Number {
        ui.with_layout(Layout::left_to_right(Align::Center), add);
        return;
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(NUMBER_ROOM);
        add(ui);
    });
}

fn column_key(column: Column) -> &'static str {
    match column {
        Column::Event => "column-event",
        Column::Source => "column-source",
        Column::When => "column-when",
        Column::Who => "column-who",
        Column::Number => "column-number",
    }
}

fn cell_ui(ui: &mut Ui, look: &Look, column: Column, text: &str, stands: bool) {
    let weight = if stands { Weight::Strong } else { Weight::Regular };
    let job = look.text(text, NUMBER_SIZE, weight, Tone::Ink);
    in_column(ui, column, |ui| {
        ui.add(eframe::egui::Label::new(job).truncate().show_tooltip_when_elided(true));
    });
}

/// The date of a total so far, or `in Feb 2014` for what was counted in that month alone.
fn dated(when: When, basis: Basis, locale: &Locale) -> String {
    let day = date(when, DateStyle::Short, locale);
    match basis {
        Basis::Cumulative => day,
        Basis::Incremental => {
            locale.say_with(of_period(Some(when), "card-on-day", "card-in-period"), &[("date", day.into())])
        }
    }
}

fn cells(library: Library, locale: &Locale, row: &TableRow) -> [String; 5] {
    let Some(open) = library.event(&row.key.event) else { return Default::default() };
    let report = open.event.reports.get(row.key.report);
    let source = report.map_or_else(String::new, |report| names::source_via(open.dataset, report, locale));
    let basis = report.map_or(Basis::Cumulative, |report| report.basis);
    let when = row.when.map_or_else(|| locale.say("date-missing"), |when| dated(when, basis, locale));
    let who = match row.key.categories.last() {
        _ if row.pending => locale.say("relation-pending"),
        None => locale.say("relation-total"),
        Some((relation, id)) => sentences::in_relation(*relation, names::category(open.dataset, id, locale), locale),
    };
    let mut event = names::event_short(open.event, locale).to_owned();
    if let Some(file) = open.needed_file_name(locale) {
        event = list(&[event, file], " · ");
    }
    [event, source, when, who, label(row.stated, locale)]
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn a_column_that_needs_less_leaves_the_rest_to_the_others() {
        let whole = |widths: [f32; 4]| widths.map(|width| format!("{width:.0}")).join(" ");
        // 28, 24, 18 and 30 of 100 where all need more.
        assert_eq!(whole(shared([200.0; 4], 100.0)), "28 24 18 30");
        // The last needs 9 only: 91 are divided as 28 : 24 : 18.
        assert_eq!(whole(shared([200.0, 200.0, 200.0, 9.0], 100.0)), "36 31 23 9");
        // All have enough: what is over is divided too.
        assert_eq!(whole(shared([10.0; 4], 140.0)), "38 34 28 40");
    }
}
