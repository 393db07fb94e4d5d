//! The values of a column in the rows looked at: which of them count, and what each means.

use super::fields::field_ui;
use super::more::Place;
use crate::chart::Tone;
use crate::text::{Weight, whole};
use eframe::egui::{Button, Checkbox, Role, TextWrapMode, Ui, WidgetInfo, vec2};

/// More values than anyone goes through one by one.
const SHOWN: usize = 60;
/// How wide a value stands, and what it means.
const VALUE: f32 = 150.0;
const MEANING: f32 = 116.0;

pub(super) fn values_ui(ui: &mut Ui, place: Place, values: &[(&str, usize)], have_meanings: bool) {
    let Place { look, recipe, column, .. } = place;
    look.heading_ui(ui, "import-values");
    if recipe.keep.iter().any(|filter| filter.column == column) && ui.button(look.say("import-all-rows")).clicked() {
        place.draft(recipe.with_all_rows(column));
    }
    for (value, count) in values.iter().take(SHOWN) {
        let shown = if value.is_empty() { look.say("import-blank") } else { (*value).to_owned() };
        let count = whole(u64::try_from(*count).unwrap_or(u64::MAX));
        let of =
            |key: &str| look.locale.say_with(key, &[("value", shown.clone().into()), ("count", count.clone().into())]);
        ui.push_id(value, |ui| {
            ui.horizontal(|ui| {
                let mut kept = recipe.keeps(column, value);
                let value_width = if have_meanings { VALUE } else { VALUE + MEANING };
                let text = look.text(&of("import-value"), 12.0, Weight::Regular, Tone::Ink);
                in_width(ui, value_width, |ui| {
                    let tick = ui.add(Checkbox::new(&mut kept, text)).on_hover_text(of("import-value"));
                    tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, kept, of("import-value-counts")));
                    if tick.clicked() {
                        place.draft(recipe.with_rows(column, value, kept));
                    }
                });
                if have_meanings {
                    let meaning = recipe.meaning_of(column, value);
                    in_width(ui, MEANING, |ui| {
                        field_ui(ui, look, ("meaning", &of("import-value-means")), meaning, |text| {
                            place.draft(recipe.with_meaning(column, value, text));
                            Ok(())
                        });
                    });
                }
                let only = look.text(&look.say("import-value-only"), 11.5, Weight::Regular, Tone::Accent);
                let only = ui.add(Button::new(only).frame(false));
                only.widget_info(|| WidgetInfo::labeled(Role::Button, true, of("import-value-only-of")));
                if only.clicked() {
                    place.draft(recipe.with_only(column, alike(value, values)));
                }
            });
        });
    }
    if values.len() > SHOWN {
        let more = whole(u64::try_from(values.len() - SHOWN).unwrap_or(u64::MAX));
        let more = look.locale.say_with("import-more-values", &[("count", more.into())]);
        ui.label(look.text(&more, 12.0, Weight::Regular, Tone::Muted));
    }
}

/// A value as it is written in the rows: "Confirmed" is "confirmed" too.
fn alike(value: &str, values: &[(&str, usize)]) -> Vec<String> {
    let lower = value.to_lowercase();
    values.iter().filter(|(other, _)| other.to_lowercase() == lower).map(|(other, _)| (*other).to_owned()).collect()
}

/// So wide, and what is longer is cut.
fn in_width(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(width, ui.spacing().interact_size.y), |ui| {
        ui.set_width(width);
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        contents(ui);
    });
}
