//! What is set for one column beyond its use, in a box that opens under it: its name, how many stand by themselves, bands,
//! what its values mean and which rows count.

use super::fields::{chips_ui, field_ui};
use super::values::values_ui;
use crate::chart::Tone;
use crate::formats::table::Sample;
use crate::formats::table::recipe::{BAND_SETS, BandsError, BasisRule, NameError, Recipe, Use, bands, values_found};
use crate::state::Action;
use crate::text::{Separator, Weight, list};
use crate::ui::Look;
use eframe::egui::{Button, Popup, PopupCloseBehavior, Role, ScrollArea, Ui, WidgetInfo, vec2};

const WIDTH: f32 = 340.0;
const HEIGHT: f32 = 360.0;
/// How many events or categories are offered to stand by themselves.
const MOST: [usize; 4] = [5, 10, 20, 50];

/// One column of the page.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub look: &'a Look<'a>,
    pub recipe: &'a Recipe,
    pub sample: &'a Sample,
    pub column: &'a str,
}

impl Place<'_> {
    /// Looks at another recipe, if it is another one.
    pub(super) fn draft(&self, recipe: Recipe) {
        if recipe != *self.recipe {
            self.look.send(Action::Draft(Box::new(recipe)));
        }
    }

    /// A message about the column.
    pub(super) fn say(&self, key: &str) -> String {
        self.look.locale.say_with(key, &[("column", self.column.to_owned().into())])
    }
}

/// The line under a column's use; a click opens the box.
pub(super) fn more_ui(ui: &mut Ui, place: Place, used: &Use) {
    let look = place.look;
    let is_set = place.recipe.keep.iter().any(|filter| filter.column == place.column);
    let key = if is_set { "import-more-filtered" } else { "import-more" };
    let text = look.text(&look.say(key), 11.5, Weight::Regular, Tone::Accent);
    let button = ui.add(Button::new(text).frame(false).min_size(vec2(0.0, 18.0)));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, place.say("import-more-of")));
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(WIDTH).show(|ui| {
        // It is no menu: its buttons and fields look like those of the page.
        ui.set_style(ui.global_style());
        ui.set_width(WIDTH);
        ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
            ui.set_width(WIDTH - 12.0);
            box_ui(ui, place, used);
        });
    });
}

fn box_ui(ui: &mut Ui, place: Place, used: &Use) {
    if let Use::Count { measure, .. } = used {
        name_ui(ui, place, measure);
        basis_ui(ui, place);
        return;
    }
    if *used == Use::Beside {
        beside_ui(ui, place);
        basis_ui(ui, place);
        return;
    }
    let values = values_found(place.sample, place.column);
    if matches!(used, Use::Event | Use::Split) {
        most_ui(ui, place);
    }
    if matches!(used, Use::Split) && is_of_numbers(&values) {
        bands_ui(ui, place);
    }
    // Bands say what numbers mean.
    let has_bands = place.recipe.split.iter().any(|split| split.column == place.column && !split.bands.is_empty());
    values_ui(ui, place, &values, matches!(used, Use::Split | Use::Measure) && !has_bands);
}

fn is_of_numbers(values: &[(&str, usize)]) -> bool {
    let filled = values.iter().filter(|(value, _)| !value.is_empty());
    let numbers = filled.clone().filter(|(value, _)| value.parse::<f64>().is_ok()).count();
    numbers > 0 && numbers * 2 >= filled.count()
}

fn name_ui(ui: &mut Ui, place: Place, measure: &str) {
    let Place { look, recipe, column, .. } = place;
    look.heading_ui(ui, "import-name");
    let current = super::columns::measure_words(look, recipe, measure);
    field_ui(ui, look, ("name", &place.say("import-name-of")), &current, |text| {
        let renamed = recipe.with_measure_name(column, text);
        renamed.map(|recipe| place.draft(recipe)).map_err(|error| match error {
            NameError::Empty => look.say("import-name-empty"),
            NameError::Taken => look.locale.say_with("import-name-taken", &[("name", text.trim().into())]),
        })
    });
}

/// Which words of the cells stand for which measure.
fn beside_ui(ui: &mut Ui, place: Place) {
    let Place { look, recipe, column, .. } = place;
    look.heading_ui(ui, "import-beside");
    for count in recipe.said_in(column) {
        let measure = super::columns::measure_words(look, recipe, &count.measure);
        let words: Vec<String> = count.beside.iter().map(|word| format!("“{word}”")).collect();
        let words = look.locale.list(&words, Separator::Comma);
        let line = look.locale.say_with("import-beside-words", &[("measure", measure.into()), ("words", words.into())]);
        ui.label(look.text(&line, 12.5, Weight::Regular, Tone::Ink));
    }
}

fn basis_ui(ui: &mut Ui, place: Place) {
    let Place { look, recipe, column, .. } = place;
    look.heading_ui(ui, "import-basis");
    let of_column = recipe.counts.iter().find(|count| count.column.as_deref() == Some(column));
    let options = [
        (look.say("basis-of-table"), None),
        (look.say("basis-incremental"), Some(BasisRule::Incremental)),
        (look.say("basis-cumulative"), Some(BasisRule::Cumulative)),
    ];
    chips_ui(ui, look, &options, &of_column.and_then(|count| count.basis), |basis| {
        place.draft(recipe.with_basis_of(column, *basis));
    });
}

fn most_ui(ui: &mut Ui, place: Place) {
    let Place { look, recipe, column, .. } = place;
    look.heading_ui(ui, "import-most");
    let current = recipe.most_of(column);
    let mut options = vec![(look.say("import-most-all"), None)];
    options.extend(MOST.map(|most| (most.to_string(), Some(most))));
    chips_ui(ui, look, &options, &current, |most| place.draft(recipe.with_most(column, *most)));
    let shown = current.map_or_else(String::new, |most| most.to_string());
    field_ui(ui, look, ("most", &place.say("import-most-of")), &shown, |text| {
        let text = text.trim();
        let most = if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| ()) };
        match most {
            Ok(Some(0)) | Err(()) => {
                Err(look.locale.say_with("import-most-error", &[("found", text.to_owned().into())]))
            }
            Ok(most) => {
                place.draft(recipe.with_most(column, most));
                Ok(())
            }
        }
    });
}

fn bands_ui(ui: &mut Ui, place: Place) {
    let Place { look, recipe, column, .. } = place;
    look.heading_ui(ui, "import-bands");
    let current = recipe.split.iter().find(|split| split.column == column).map(|split| split.bands.clone());
    let current = current.unwrap_or_default();
    let keys = ["bands-minors", "bands-who", "bands-ten", "bands-five"];
    let mut options = vec![(look.say("bands-none"), Vec::new())];
    options.extend(keys.iter().zip(BAND_SETS).map(|(key, set)| (look.say(key), set.to_vec())));
    chips_ui(ui, look, &options, &current, |bands| place.draft(recipe.with_bands(column, bands)));
    let shown = list(&current.iter().map(u32::to_string).collect::<Vec<String>>(), ", ");
    field_ui(ui, look, ("bands", &place.say("import-bands-of")), &shown, |text| match bands(text) {
        Ok(bands) => {
            place.draft(recipe.with_bands(column, &bands));
            Ok(())
        }
        Err(BandsError::NotWhole(found)) => Err(look.locale.say_with("bands-not-whole", &[("found", found.into())])),
        Err(BandsError::NotRising(before, after)) => {
            let arguments = [("before", before.to_string().into()), ("after", after.to_string().into())];
            Err(look.locale.say_with("bands-not-rising", &arguments))
        }
    });
}
