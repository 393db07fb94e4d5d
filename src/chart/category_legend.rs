//! The legend of categories. Two that are named alike but are not the same, in two files or in one, have two colours, and
//! the legend says which is whose. Those beyond the looks that there are share one entry.

use super::figure::{Fill, Swatch};
use super::palette::{CATEGORY_LOOKS, Tone};
use super::rows::category_tone;
use super::words;
use crate::analysis::OpenEvent;
use crate::model::Id;
use crate::text::{Locale, names};
use indexmap::IndexMap;

/// Categories on their way to the legend, in the order of their first use.
pub(super) struct CategoryLegend<'l> {
    locale: &'l Locale,
    /// By name and place: the category's identifier, and its file's title.
    seen: IndexMap<(String, Tone), (Id, String)>,
}

impl<'l> CategoryLegend<'l> {
    pub(super) fn new(locale: &'l Locale) -> Self {
        Self { locale, seen: IndexMap::new() }
    }

    pub(super) fn add(&mut self, event: &OpenEvent, id: &Id) {
        let name = names::category(event.dataset, id, self.locale).to_owned();
        let file = || event.file_name(self.locale).unwrap_or_default();
        self.seen.entry((name, category_tone(event, id))).or_insert_with(|| (id.clone(), file()));
    }

    /// Names with their swatches, as far as they can be told apart by them; the others, which are all grey, have one entry
    /// together.
    pub(super) fn entries(self) -> IndexMap<String, Swatch> {
        let is_grey = |tone: &Tone| matches!(tone, Tone::Category(CATEGORY_LOOKS..) | Tone::Neutral);
        let grey = self.seen.keys().filter(|(_, tone)| is_grey(tone)).count();
        let entry = |((name, tone), (id, file)): (&(String, Tone), &(Id, String))| {
            let alike = self.seen.iter().filter(|((other, _), _)| other == name);
            let files: Vec<&String> = alike.map(|(_, (_, file))| file).collect();
            let text = match files.as_slice() {
                [_] => name.clone(),
                files if files.iter().filter(|other| **other == file).count() > 1 => {
                    words::group(name, &[id.as_str()], self.locale)
                }
                _ => words::group(name, &[file], self.locale),
            };
            (text, Swatch::Area(Fill::Solid, *tone))
        };
        if grey < 2 {
            return self.seen.iter().map(entry).collect();
        }
        let told_apart = self.seen.iter().filter(|((_, tone), _)| !is_grey(tone)).map(entry);
        let others = self.locale.say_with("legend-others", &[("count", grey.into())]);
        // First, since the end of a long legend is cut.
        let others = (others, Swatch::Area(Fill::Solid, Tone::Category(CATEGORY_LOOKS)));
        [others].into_iter().chain(told_apart).collect()
    }
}
