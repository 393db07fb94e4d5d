//! A list of which one option is chosen.

use super::Look;
use super::lists::{Choices, TEXT_SIZE};
use crate::chart::Tone;
use crate::text::Weight;
use eframe::egui::{Button, ComboBox, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// The column of names beside the controls.
pub(super) const NAME_WIDTH: f32 = 58.0;
/// The height of an entry in an open list.
const ENTRY: f32 = 26.0;
/// A longer list holds only the entries in view, and one page around them.
const LONG: usize = 200;

/// A control with its name at the left.
pub(super) fn labelled<R>(ui: &mut Ui, look: &Look, heading: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let row = ui.horizontal(|ui| {
        let (name, _) = ui.allocate_exact_size(vec2(NAME_WIDTH, 26.0), Sense::hover());
        let galley = super::text::galley(ui.ctx(), &look.say(heading), 12.0, Weight::Regular, look.color(Tone::Muted));
        let at = pos2(name.left(), name.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, look.color(Tone::Muted));
        add(ui)
    });
    row.inner
}

/// A control with its name at the left, or above it where its texts are long.
fn named<R>(ui: &mut Ui, look: &Look, heading: &str, above: bool, add: impl FnOnce(&mut Ui) -> R) -> R {
    if !above {
        return labelled(ui, look, heading, add);
    }
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.label(look.text(&look.say(heading), 12.0, Weight::Regular, Tone::Muted));
    ui.spacing_mut().item_spacing.y = 4.0;
    add(ui)
}

/// Shows what is chosen, opens the list on a click, and gives what was clicked in it.
pub(super) fn pick<T: PartialEq + Clone>(
    ui: &mut Ui,
    look: &Look,
    heading: &str,
    choices: &Choices<T>,
    current: &T,
) -> Option<T> {
    let text = |option: &T| (choices.text)(look.state, look.locale, option);
    let chosen = text(current);
    let shown = look.text(&chosen, TEXT_SIZE, Weight::Regular, Tone::Ink);
    let is_wide = choices.widest > ui.available_width() - NAME_WIDTH - 43.0;
    let response = named(ui, look, heading, is_wide, |ui| {
        let list = ComboBox::from_id_salt(heading).width(ui.available_width()).selected_text(shown).truncate();
        list.show_ui(ui, |ui| entries_ui(ui, look, choices, current))
    });
    let name = look.say(heading);
    response.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, &name);
        info.current_text_value = Some(chosen.clone());
        info
    });
    response.inner.flatten()
}

/// The entries: all of them for keyboards and screen readers, unless there are very many.
fn entries_ui<T: PartialEq + Clone>(ui: &mut Ui, look: &Look, choices: &Choices<T>, current: &T) -> Option<T> {
    let count = choices.options.len();
    let size = vec2(ui.available_width(), count as f32 * ENTRY);
    let (all, _) = ui.allocate_exact_size(size, Sense::hover());
    let view = ui.clip_rect().expand2(vec2(0.0, ui.clip_rect().height()));
    let mut picked = None;
    for (index, option) in choices.options.iter().enumerate() {
        let place = Rect::from_min_size(all.min + vec2(0.0, index as f32 * ENTRY), vec2(size.x, ENTRY));
        if count > LONG && !view.intersects(place) {
            continue;
        }
        let job = look.text(&(choices.text)(look.state, look.locale, option), 13.0, Weight::Regular, Tone::Ink);
        let entry = Button::selectable(option == current, job).min_size(place.size());
        if ui.push_id(index, |ui| ui.put(place, entry)).inner.clicked() {
            picked = Some(option.clone());
        }
    }
    picked
}
