//! Copies the sentences of the chosen figure and of the comparison, in English or in Persian.

use super::{Look, Views};
use crate::analysis::{compare, comparison_sentence, details};
use crate::state::{Action, Selection};
use crate::text::{Locale, for_clipboard};
use std::sync::OnceLock;

/// Which sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sentence {
    /// Of the figure in the details.
    Figure,
    /// The same in Persian.
    FigurePersian,
    /// Of the comparison as a whole.
    Comparison,
    /// The same in Persian.
    ComparisonPersian,
}

impl Sentence {
    /// In the order of the menu.
    pub(super) const ALL: [Self; 4] = [Self::Figure, Self::FigurePersian, Self::Comparison, Self::ComparisonPersian];

    /// Its entry in the menu.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::Figure => "menu-copy-sentence",
            Self::FigurePersian => "menu-copy-sentence-persian",
            Self::Comparison => "menu-copy-comparison",
            Self::ComparisonPersian => "menu-copy-comparison-persian",
        }
    }

    /// Whether there is anything to say.
    pub(super) fn is_there(self, views: &Views) -> bool {
        match self {
            Self::Figure | Self::FigurePersian => views.details.is_some(),
            Self::Comparison | Self::ComparisonPersian => views.comparison.is_some(),
        }
    }

    /// Copies it.
    pub(super) fn copy(self, look: &Look, views: &Views) {
        let text = match self {
            Self::Figure => views.details.as_ref().map(|details| details.sentence.clone()),
            Self::FigurePersian => figure_in_persian(look),
            Self::Comparison => views.comparison.clone(),
            Self::ComparisonPersian => comparison_in_persian(look),
        };
        if let Some(text) = text {
            look.send(Action::CopyText { text: for_clipboard(&text), notice: "notice-sentence" });
        }
    }
}

fn figure_in_persian(look: &Look) -> Option<String> {
    let key = match &look.state.selection {
        Some(Selection::Count(key)) => Some(key),
        _ => None,
    };
    let details = look.state.with_library(|library| details(library, &look.state.question, key, persian()));
    details.map(|details| details.sentence)
}

fn comparison_in_persian(look: &Look) -> Option<String> {
    let question = &look.state.question;
    look.state.with_library(|library| comparison_sentence(&compare(library, question), question, persian()))
}

fn persian() -> &'static Locale {
    static PERSIAN: OnceLock<Locale> = OnceLock::new();
    PERSIAN.get_or_init(Locale::persian)
}
