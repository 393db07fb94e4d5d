//! What a recipe says of the whole table: what a row is, whether counts are totals so far, and how periods, dates and
//! numbers are read.

use crate::chart::Tone;
use crate::formats::table::recipe::{BasisRule, DateForm, Periods, Recipe, RowKind};
use crate::state::{Action, Import};
use crate::text::{Shipped, TextSize, Weight};
use crate::ui::Look;
use eframe::egui::{Align, Button, ComboBox, Layout, Role, Ui, WidgetInfo, vec2};

/// A list's padding and its arrow.
const AROUND: f32 = 44.0;
const GAP: f32 = 8.0;
const ROW: f32 = 26.0;

pub(super) fn switches_ui(ui: &mut Ui, look: &Look, import: &Import) {
    let recipe = &import.recipe;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let rows = [
            ("row-person", RowKind::Person),
            ("row-incident", RowKind::Incident),
            ("row-period", RowKind::Period),
            ("row-group", RowKind::Group),
        ];
        pick_ui(ui, look, "import-row", &rows, recipe.row, |row| Recipe { row, ..(**recipe).clone() });
        let bases = [("basis-incremental", BasisRule::Incremental), ("basis-cumulative", BasisRule::Cumulative)];
        pick_ui(ui, look, "import-basis", &bases, recipe.basis, |basis| Recipe { basis, ..(**recipe).clone() });
        let periods = [
            ("periods-rows", Periods::Rows),
            ("periods-day", Periods::Day),
            ("periods-week", Periods::Week),
            ("periods-month", Periods::Month),
            ("periods-year", Periods::Year),
            ("periods-all", Periods::All),
        ];
        pick_ui(ui, look, "import-periods", &periods, recipe.periods, |periods| Recipe {
            periods,
            ..(**recipe).clone()
        });
        if let Some(date) = recipe.date.as_ref().filter(|date| date.column.is_some()) {
            let forms = [
                ("form-year-month-day", DateForm::YearMonthDay),
                ("form-day-month-year", DateForm::DayMonthYear),
                ("form-month-day-year", DateForm::MonthDayYear),
                ("form-compact", DateForm::Compact),
                ("form-year-week", DateForm::YearWeek),
                ("form-year-quarter", DateForm::YearQuarter),
                ("form-year", DateForm::Year),
                ("form-serial", DateForm::Serial),
                ("form-epoch", DateForm::Epoch),
                ("form-buddhist", DateForm::Buddhist),
                ("form-solar-hijri", DateForm::SolarHijri),
            ];
            pick_ui(ui, look, "import-form", &forms, date.form.unwrap_or(DateForm::YearMonthDay), |form| {
                let mut recipe = (**recipe).clone();
                recipe.date.iter_mut().for_each(|date| date.form = Some(form));
                recipe
            });
        }
        let decimals = [("decimal-point", '.'), ("decimal-comma", ',')];
        pick_ui(ui, look, "import-decimal", &decimals, recipe.numbers.decimal, |decimal| {
            let mut recipe = (**recipe).clone();
            recipe.numbers.decimal = decimal;
            recipe
        });
    });
}

/// A list with its name before it; what is chosen in it makes another recipe.
fn pick_ui<T: PartialEq + Copy>(
    ui: &mut Ui,
    look: &Look,
    name: &str,
    options: &[(&str, T)],
    current: T,
    with: impl Fn(T) -> Recipe,
) {
    let name_text = look.say(name);
    let chosen = options.iter().find(|(_, value)| *value == current).map_or_else(String::new, |(key, _)| look.say(key));
    let shown = look.text(&chosen, 12.5, Weight::Regular, Tone::Ink);
    let entries = |ui: &mut Ui| {
        for (key, value) in options {
            let entry = look.text(&look.say(key), 12.5, Weight::Regular, Tone::Ink);
            if ui.add(Button::selectable(*value == current, entry)).clicked() && *value != current {
                look.send(Action::Draft(Box::new(with(*value))));
            }
        }
    };
    // A name stays with its list where the row breaks.
    let wide = |text: &str| Shipped.size(text, 12.5, Weight::Regular).0;
    let pair = wide(&name_text) + GAP + (wide(&chosen) + AROUND).max(ui.spacing().combo_width);
    let list = ui.allocate_ui_with_layout(vec2(pair, ROW), Layout::left_to_right(Align::Center), |ui| {
        ui.label(look.text(&name_text, 12.0, Weight::Regular, Tone::Muted));
        ComboBox::from_id_salt(name).selected_text(shown).show_ui(ui, entries)
    });
    let list = list.inner;
    list.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, &name_text);
        info.current_text_value = Some(chosen.clone());
        info
    });
}
