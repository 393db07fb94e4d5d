//! How a table was read, in one line above its chart, with a way to change it.

use super::Look;
use crate::chart::{Note, Tone};
use crate::formats::table::recipe::{CountRule, Recipe};
use crate::formats::{ReadAs, ReadBy};
use crate::state::{Action, File};
use crate::text::sentences::lower_first;
use crate::text::{Locale, Weight, list, whole};
use eframe::egui::{Align, Button, Label, Layout, Ui};

/// More names than this are counted, not listed.
const MOST_NAMES: usize = 4;

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
            // What has to be answered stands first: of what follows, a narrow window cuts the end.
            if !read_as.open.is_empty() {
                let open = look.locale.say_with("read-doubts", &[("count", read_as.open.len().into())]);
                ui.label(look.text(&open, 12.5, Weight::Strong, Tone::Doubt));
            }
            let mut said = in_words(look, read_as);
            said.extend(filters(look, read_as));
            if read_as.left_out > 0 {
                let arguments = [("n", read_as.left_out.into()), ("count", whole(read_as.left_out).into())];
                said.push(look.locale.say_with("import-left-out", &arguments));
            }
            if !read_as.other_tables.is_empty() {
                let tables = look.locale.some(&read_as.other_tables, MOST_NAMES);
                said.push(look.locale.say_with("read-not", &[("tables", tables.into())]));
            }
            let how = ("how", list(&said, "; ").into());
            let text = match &read_as.by {
                ReadBy::Beside(file) => look.locale.say_with("read-by", &[("file", file.clone().into()), how]),
                _ => look.locale.say_with("read-as", &[how]),
            };
            let text = look.text(&text, 12.5, Weight::Regular, Tone::Ink);
            ui.add(Label::new(text).truncate().show_tooltip_when_elided(true));
        });
    });
}

/// Which rows are counted and which are not, and how many these are.
fn filters(look: &Look, read_as: &ReadAs) -> Vec<String> {
    if read_as.not_kept == 0 {
        return Vec::new();
    }
    let mut said = Vec::new();
    for filter in &read_as.recipe.keep {
        for (key, values) in [("read-only", &filter.only), ("read-except", &filter.except)] {
            if !values.is_empty() {
                let values = look.locale.some(&shown_values(values, look.locale), MOST_NAMES);
                let arguments = [("column", filter.column.clone().into()), ("values", values.into())];
                said.push(look.locale.say_with(key, &arguments));
            }
        }
    }
    let arguments = [("n", read_as.not_kept.into()), ("count", whole(read_as.not_kept).into())];
    said.push(look.locale.say_with("read-not-kept", &arguments));
    said
}

/// What must be said under a chart where only some rows of a table are counted.
pub(super) fn only_rows(read_as: &ReadAs, locale: &Locale) -> Option<Note> {
    let only = read_as.recipe.keep.iter().filter(|filter| !filter.only.is_empty());
    let filters: Vec<String> = only
        .map(|filter| {
            let values = locale.some(&shown_values(&filter.only, locale), MOST_NAMES);
            let arguments = [("column", filter.column.clone().into()), ("values", values.into())];
            locale.say_with("chart-only-filter", &arguments)
        })
        .collect();
    if filters.is_empty() || read_as.not_kept == 0 {
        return None;
    }
    let arguments = [
        ("filters", list(&filters, "; ").into()),
        ("count", whole(read_as.not_kept).into()),
        ("rows", whole(read_as.rows).into()),
    ];
    let text = locale.say_with("chart-only-rows", &arguments);
    Some(Note { strong: false, short: text.clone(), text })
}

/// Values of a column; a blank one has a name.
fn shown_values(values: &[String], locale: &Locale) -> Vec<String> {
    values.iter().map(|value| if value.is_empty() { locale.say("import-blank") } else { value.clone() }).collect()
}

/// What a row is, what the events are, and which columns count what.
fn in_words(look: &Look, read_as: &ReadAs) -> Vec<String> {
    let recipe = &read_as.recipe;
    let row = serde_name(recipe);
    let mut said = vec![look.say(&format!("read-row-{row}"))];
    if !recipe.events.columns.is_empty() {
        let columns = list(&recipe.events.columns, " + ");
        said.push(look.locale.say_with("read-events", &[("columns", columns.into())]));
    }
    // Another column says what is counted, row by row.
    if let Some(measure) = &recipe.measure {
        said.push(look.locale.say_with("read-measure", &[("column", measure.column.clone().into())]));
        said.push(counted(look, read_as, &look.say("read-numbers"), &mut recipe.counts.iter()));
        return said;
    }
    let mut measures: Vec<&str> = Vec::new();
    for count in &recipe.counts {
        if measures.contains(&count.measure.as_str()) {
            continue;
        }
        measures.push(&count.measure);
        let key = format!("measure-{}", count.measure);
        let measure = match recipe.labels.get(&count.measure) {
            Some(label) => lower_first(label),
            None if look.locale.has(&key) => lower_first(&look.say(&key)),
            None => count.measure.replace('_', " "),
        };
        said.push(counted(look, read_as, &measure, &mut recipe.counts.iter().filter(|it| it.measure == count.measure)));
    }
    said
}

/// What is counted, and from which columns.
fn counted(look: &Look, read_as: &ReadAs, what: &str, counts: &mut dyn Iterator<Item = &CountRule>) -> String {
    let mut columns: Vec<String> = Vec::new();
    for count in counts {
        let column = match &count.column {
            Some(column) => column.clone(),
            None if read_as.recipe.wide.is_some() => {
                let dated = look.locale.some(&read_as.dated(), MOST_NAMES);
                look.locale.say_with("read-wide", &[("columns", dated.into())])
            }
            None => look.say("read-each-row"),
        };
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    let columns = look.locale.some(&columns, MOST_NAMES);
    look.locale.say_with("read-count", &[("what", what.to_owned().into()), ("columns", columns.into())])
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
