//! What every panel is given: the state to read, the words, the colours, and where to send actions.

use super::text::layout_job;
use crate::analysis::Question;
use crate::chart::{Shade, Tone, rgb};
use crate::state::{Action, State};
use crate::text::{Locale, Weight};
use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Ui};
use std::cell::RefCell;

/// One frame's view of the state.
pub struct Look<'a> {
    /// What there is to show.
    pub state: &'a State,
    /// The words.
    pub locale: &'a Locale,
    /// Light or dark.
    pub shade: Shade,
    actions: RefCell<Vec<Action>>,
}

impl<'a> Look<'a> {
    /// A look at `state`, in the theme of `ui`.
    #[must_use]
    pub fn new(state: &'a State, locale: &'a Locale, dark: bool) -> Self {
        let shade = if dark { Shade::Dark } else { Shade::Light };
        Self { state, locale, shade, actions: RefCell::default() }
    }

    /// What the user did in this frame.
    #[must_use]
    pub fn into_actions(self) -> Vec<Action> {
        self.actions.into_inner()
    }

    /// Sends an action.
    pub(super) fn send(&self, action: Action) {
        self.actions.borrow_mut().push(action);
    }

    /// Asks the question that `change` makes of the present one, if it is another one.
    pub(super) fn ask(&self, change: impl FnOnce(&mut Question)) {
        let mut question = self.state.question.clone();
        change(&mut question);
        if question != self.state.question {
            self.send(Action::Ask(Box::new(question)));
        }
    }

    /// The colour of a role.
    #[must_use]
    pub fn color(&self, tone: Tone) -> Color32 {
        color(tone, self.shade)
    }

    /// A message of the interface.
    pub(super) fn say(&self, key: &str) -> String {
        self.locale.say(key)
    }

    /// Text for a widget, in its visual order.
    pub(super) fn text(&self, text: &str, size: f32, weight: Weight, tone: Tone) -> LayoutJob {
        layout_job(text, size, weight, self.color(tone))
    }

    /// The heading of a section.
    pub(super) fn heading_ui(&self, ui: &mut Ui, key: &str) {
        ui.add_space(8.0);
        let text = self.say(key).to_uppercase();
        ui.label(self.text(&text, 10.5, Weight::Strong, Tone::Muted));
        ui.add_space(2.0);
    }
}

/// The colour of a role in a theme.
pub(super) fn color(tone: Tone, shade: Shade) -> Color32 {
    let [red, green, blue] = rgb(tone, shade);
    Color32::from_rgb(red, green, blue)
}
