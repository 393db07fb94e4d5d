//! The first rows of a table as they are, each column with what it is used for.

use super::more::{Place, more_ui};
use crate::chart::Tone;
use crate::formats::table::recipe::{Numbers, Recipe, Role, Use};
use crate::formats::table::value;
use crate::formats::table::{Column, Sample};
use crate::model::BUILT_IN_MEASURES;
use crate::state::{Action, File, Import};
use crate::text::{Weight, list};
use crate::ui::Look;
use crate::ui::text::elided_galley;
use eframe::egui::{Button, ComboBox, Id, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

const WIDTH: f32 = 148.0;
const GAP: f32 = 10.0;
const ROW: f32 = 20.0;
const HEAD: f32 = 124.0;
/// How many rows are shown.
const ROWS: usize = 14;
/// From so many columns on, those that are not used are left out at first.
const MANY: usize = 14;

pub(super) fn columns_ui(ui: &mut Ui, look: &Look, file: &File, import: &Import) {
    let Some(read_as) = &file.read_as else { return };
    let sample = &read_as.sample;
    let recipe = &import.recipe;
    let many = sample.columns.len() >= MANY;
    let id = Id::unique("used-columns-only");
    let mut used_only = ui.data(|data| data.get_temp(id)).unwrap_or(many);
    ui.checkbox(&mut used_only, look.text(&look.say("import-used-only"), 12.0, Weight::Regular, Tone::Muted));
    ui.data_mut(|data| data.insert_temp(id, used_only));
    let shown: Vec<usize> = (0..sample.columns.len())
        .filter(|index| !used_only || sample.columns.get(*index).is_some_and(|column| is_used(recipe, column)))
        .collect();
    let rows = sample.rows.len().min(ROWS);
    let size = vec2(shown.len() as f32 * (WIDTH + GAP), HEAD + rows as f32 * ROW + 8.0);
    ScrollArea::horizontal().id_salt("columns").auto_shrink([false, true]).show(ui, |ui| {
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        for (place, index) in shown.iter().enumerate() {
            let left = area.left() + place as f32 * (WIDTH + GAP);
            let rect = Rect::from_min_size(pos2(left, area.top()), vec2(WIDTH, area.height()));
            if !ui.is_rect_visible(rect) {
                continue;
            }
            if let Some(column) = sample.columns.get(*index) {
                let head = Rect::from_min_size(rect.min, vec2(WIDTH, HEAD));
                ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(head).id_salt(index), |ui| {
                    head_ui(ui, look, (column, sample), recipe);
                });
                let cells = sample.rows.iter().take(rows).map(|row| row.cells.get(*index).unwrap_or_default());
                cells_ui(ui, look, (rect, *index), cells, (is_used(recipe, column), &recipe.numbers));
            }
        }
        let line = area.top() + HEAD - 3.0;
        ui.painter().hline(area.x_range(), line, Stroke::new(1.0, look.color(Tone::Outline)));
    });
}

fn is_used(recipe: &Recipe, column: &Column) -> bool {
    recipe.use_of(&column.name) != Use::Nothing
}

/// Its name and tag, and what it is used for.
fn head_ui(ui: &mut Ui, look: &Look, (column, sample): (&Column, &Sample), recipe: &Recipe) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let used = recipe.use_of(&column.name);
    let tone = if used == Use::Nothing { Tone::Muted } else { Tone::Ink };
    for (text, size, weight, tone) in [
        (column.name.as_str(), 12.5, Weight::Strong, tone),
        (column.tag.as_deref().unwrap_or_default(), 10.5, Weight::Regular, Tone::Muted),
    ] {
        let galley = elided_galley(ui.ctx(), text, size, weight, look.color(tone), WIDTH);
        let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, 17.0), Sense::hover());
        ui.painter().galley(rect.min, galley, look.color(tone));
        if !text.is_empty() {
            response.on_hover_text(look.text(text, 12.5, Weight::Regular, Tone::Ink));
        }
    }
    let draft = |wanted: Use| Action::Draft(Box::new(recipe.with_use(&column.name, wanted)));
    let measure = match &used {
        Use::Count { measure, .. } => measure.clone(),
        _ => recipe.counts.first().map_or_else(|| "killed".to_owned(), |count| count.measure.clone()),
    };
    let name = look.locale.say_with("import-use-of", &[("column", column.name.clone().into())]);
    list_ui(ui, look, "use", (&name, &use_words(look, &used)), |ui| {
        let was_dated = recipe.wide.as_ref().is_some_and(|wide| wide.except.contains(&column.name));
        let is_offered = |option: &Use| match option {
            Use::Beside | Use::Filled | Use::Filter => *option == used,
            Use::Dated => used == Use::Dated || was_dated,
            _ => true,
        };
        for option in options(&measure).into_iter().filter(is_offered) {
            if entry_ui(ui, look, &use_words(look, &option), option == used) {
                look.send(draft(option));
            }
        }
    });
    // Where another column says what is counted, this one's measure says nothing.
    if let (Use::Count { measure, role }, None) = (&used, &recipe.measure) {
        let name = look.locale.say_with("import-measure-of", &[("column", column.name.clone().into())]);
        list_ui(ui, look, "measure", (&name, &measure_words(look, recipe, measure)), |ui| {
            let own = recipe.counts.iter().map(|count| count.measure.as_str());
            let mut known: Vec<&str> = BUILT_IN_MEASURES.to_vec();
            known.extend(own.filter(|own| !BUILT_IN_MEASURES.contains(own)));
            known.dedup();
            for option in known {
                if entry_ui(ui, look, &measure_words(look, recipe, option), option == measure) {
                    look.send(draft(Use::Count { measure: option.to_owned(), role: *role }));
                }
            }
        });
    }
    more_ui(ui, Place { look, recipe, sample, column: &column.name }, &used);
}

fn options(measure: &str) -> Vec<Use> {
    let plain = [
        Use::Nothing,
        Use::Event,
        Use::Date,
        Use::LastDay,
        Use::Year,
        Use::Month,
        Use::Week,
        Use::Day,
        Use::Time,
        Use::Source,
        Use::Measure,
        Use::Split,
        Use::OncePer,
        Use::Beside,
        Use::Filled,
        Use::Filter,
        Use::Dated,
    ];
    let counts = Role::ALL.map(|role| Use::Count { measure: measure.to_owned(), role });
    plain.into_iter().chain(counts).collect()
}

fn list_ui(ui: &mut Ui, look: &Look, salt: &str, (name, chosen): (&str, &str), add: impl FnOnce(&mut Ui)) {
    let shown = look.text(chosen, 12.0, Weight::Regular, Tone::Ink);
    let list = ComboBox::from_id_salt(salt).width(WIDTH).selected_text(shown).truncate().show_ui(ui, add);
    list.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(eframe::egui::Role::ComboBox, true, name);
        info.current_text_value = Some(chosen.to_owned());
        info
    });
}

fn entry_ui(ui: &mut Ui, look: &Look, text: &str, is_chosen: bool) -> bool {
    ui.add(Button::selectable(is_chosen, look.text(text, 12.5, Weight::Regular, Tone::Ink))).clicked() && !is_chosen
}

fn use_words(look: &Look, used: &Use) -> String {
    look.say(match used {
        Use::Nothing => "use-nothing",
        Use::Event => "use-event",
        Use::Date => "use-date",
        Use::LastDay => "use-last-day",
        Use::Year => "use-year",
        Use::Month => "use-month",
        Use::Week => "use-week",
        Use::Day => "use-day",
        Use::Time => "use-time",
        Use::Source => "use-source",
        Use::Measure => "use-measure",
        Use::Split => "use-split",
        Use::Beside => "use-beside",
        Use::OncePer => "use-once-per",
        Use::Filled => "use-filled",
        Use::Filter => "use-filter",
        Use::Dated => "use-dated",
        Use::Count { role, .. } => role_key(*role),
    })
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Total => "use-count-total",
        Role::Low => "use-count-low",
        Role::Best => "use-count-best",
        Role::High => "use-count-high",
        Role::AtLeast => "use-count-at-least",
        Role::About => "use-count-about",
        Role::UpTo => "use-count-up-to",
        Role::Part => "use-count-part",
        Role::OfWhich => "use-count-of-which",
        Role::Unclear => "use-count-unclear",
        Role::Pending => "use-count-pending",
    }
}

pub(super) fn measure_words(look: &Look, recipe: &Recipe, measure: &str) -> String {
    if let Some(label) = recipe.labels.get(measure) {
        return label.clone();
    }
    let key = format!("measure-{measure}");
    if look.locale.has(&key) { look.say(&key) } else { measure.replace('_', " ") }
}

/// Whether the recipe reads a cell as a number: what it does not read so must not look like one.
fn is_number(text: &str, numbers: &Numbers) -> bool {
    value::fraction(text, numbers).is_some()
}

/// The cells of one column. Numbers stand at the right.
fn cells_ui<'a>(
    ui: &mut Ui,
    look: &Look,
    (rect, column): (Rect, usize),
    cells: impl Iterator<Item = &'a str>,
    (is_used, numbers): (bool, &Numbers),
) {
    let tone = if is_used { Tone::Ink } else { Tone::Muted };
    let mut said = Vec::new();
    for (row, text) in cells.enumerate() {
        said.push(text);
        let one_line = text.split(['\n', '\r']).next().unwrap_or_default();
        let galley = elided_galley(ui.ctx(), one_line, 12.0, Weight::Regular, look.color(tone), WIDTH);
        let left = if is_number(text, numbers) { rect.right() - galley.size().x } else { rect.left() };
        let top = rect.top() + HEAD + row as f32 * ROW;
        ui.painter().galley(pos2(left, top), galley, look.color(tone));
    }
    let below = Rect::from_min_max(pos2(rect.left(), rect.top() + HEAD), rect.max);
    let response = ui.interact(below, ui.scope_id().with(("cells", column)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Label, true, list(&said, ", ")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_a_number_where_the_recipe_reads_one() {
        let english = Numbers::default();
        let german = Numbers { decimal: ',', ..Numbers::default() };
        for (text, is_english, is_german) in [
            ("1,234", true, true),
            ("1.234", true, true),
            ("1.234.567", false, true),
            ("۱۲", true, true),
            ("−5", true, true),
            ("1,23,4", false, false),
            ("inf", false, false),
            ("NaN", false, false),
            ("", false, false),
        ] {
            assert_eq!(is_number(text, &english), is_english, "{text} with a point");
            assert_eq!(is_number(text, &german), is_german, "{text} with a comma");
        }
    }
}
