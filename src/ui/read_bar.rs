//! How a table was read, in one line above its chart, with a way to change it.

use super::Look;
use crate::chart::Tone;
use crate::formats::ReadBy;
use crate::formats::table::recipe::{Recipe, Role};
use crate::state::{Action, File};
use crate::text::{Weight, list, whole};
use eframe::egui::{Align, Button, Label, Layout, Ui};

/// The first open table, if there is one.
pub(super) fn table<'a>(look: &'a Look) -> Option<&'a File> {
    look.state.files.iter().find(|file| file.read_as.is_some())
}

pub(super) fn read_bar_ui(ui: &mut Ui, look: &Look, file: &File) {
    let Some(read_as) = &file.read_as else { return };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.add(Button::new(look.text(&look.say("read-change"), 12.0, Weight::Regular, Tone::Accent))).clicked()
            && let Some(page) = look.state.import_page(file.id)
        {
            look.send(Action::GoTo(page));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let mut said = in_words(look, &read_as.recipe);
            if read_as.left_out > 0 {
                let arguments = [("n", read_as.left_out.into()), ("count", whole(read_as.left_out).into())];
                said.push(look.locale.say_with("import-left-out", &arguments));
            }
            if !read_as.open.is_empty() {
                said.push(look.locale.say_with("read-doubts", &[("count", read_as.open.len().into())]));
            }
            let how = ("how", list(&said, ", ").into());
            let text = match &read_as.by {
                ReadBy::Beside(file) => look.locale.say_with("read-by", &[("file", file.clone().into()), how]),
                _ => look.locale.say_with("read-as", &[how]),
            };
            let text = look.text(&text, 12.5, Weight::Regular, Tone::Ink);
            ui.add(Label::new(text).truncate().show_tooltip_when_elided(true));
        });
    });
}

/// What a row is, what the events are, and which columns count what.
fn in_words(look: &Look, recipe: &Recipe) -> Vec<String> {
    let row = serde_name(recipe);
    let mut said = vec![look.say(&format!("read-row-{row}"))];
    if !recipe.events.columns.is_empty() {
        let columns = list(&recipe.events.columns, " + ");
        said.push(look.locale.say_with("read-events", &[("columns", columns.into())]));
    }
    let mut measures: Vec<&str> = Vec::new();
    for count in &recipe.counts {
        if measures.contains(&count.measure.as_str()) {
            continue;
        }
        measures.push(&count.measure);
        let main = |role: Role| {
            let of = |other: &&crate::formats::table::recipe::CountRule| {
                other.measure == count.measure && other.role == role
            };
            recipe.counts.iter().find(of)
        };
        let column =
            [Role::Total, Role::Best, Role::AtLeast, Role::About, Role::UpTo, Role::Low].into_iter().find_map(main);
        let column = column.map_or_else(
            || look.say("read-parts"),
            |count| count.column.clone().unwrap_or_else(|| look.say("read-each-row")),
        );
        let key = format!("measure-{}", count.measure);
        let measure = match recipe.labels.get(&count.measure) {
            Some(label) => label.to_lowercase(),
            None if look.locale.has(&key) => look.say(&key).to_lowercase(),
            None => count.measure.replace('_', " "),
        };
        said.push(format!("{measure} = {column}"));
    }
    said
}

fn serde_name(recipe: &Recipe) -> &'static str {
    use crate::formats::table::recipe::RowKind;
    match recipe.row {
        RowKind::Person => "person",
        RowKind::Incident => "incident",
        RowKind::Period => "period",
        RowKind::Group => "group",
    }
}
