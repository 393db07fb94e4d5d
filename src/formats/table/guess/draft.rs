//! A recipe while it is put together, with the reasons and the questions that gather on the way.

use super::About;
use super::Proposal;
use super::doubts::Ask;
use super::look::Look;
use crate::formats::table::recipe::{
    BasisRule, Events, Filter, Numbers, Periods, Recipe, RowKind, SourceRule, VERSION,
};
use indexmap::IndexMap;

/// A recipe as it is put together.
pub(super) struct Draft {
    pub recipe: Recipe,
    pub reasons: Vec<String>,
    pub asks: Vec<Ask>,
}

/// A recipe that says nothing yet.
pub(super) fn blank(about: &About) -> Recipe {
    Recipe {
        tollview_recipe: VERSION,
        title: about.title.clone(),
        read: about.reading.clone(),
        row: RowKind::Incident,
        events: Events::default(),
        date: None,
        as_of: None,
        periods: Periods::Rows,
        source: SourceRule { name: about.publisher.clone(), ..SourceRule::default() },
        basis: BasisRule::Incremental,
        counts: Vec::new(),
        measure: None,
        split: Vec::new(),
        wide: None,
        keep: Vec::new(),
        numbers: Numbers::default(),
        labels: IndexMap::new(),
        sums: IndexMap::new(),
        licence: about.licence.clone(),
        note: None,
    }
}

impl Draft {
    /// A draft that says nothing yet.
    pub fn new(about: &About) -> Self {
        Self { recipe: blank(about), reasons: Vec::new(), asks: Vec::new() }
    }

    /// A draft for the rows of `look`, those that `keep` lets through.
    pub fn of(look: &Look, keep: Vec<Filter>) -> Self {
        let mut draft = Self::new(look.about);
        draft.recipe.keep = keep;
        draft.recipe.numbers.clone_from(&look.numbers);
        draft
    }

    /// The proposal, its weightiest doubts first.
    pub fn proposal(mut self) -> Proposal {
        self.asks.sort_by_key(|ask| std::cmp::Reverse(ask.weight));
        let recipe = self.recipe;
        let doubts = self.asks.into_iter().filter(Ask::is_open).map(|ask| ask.asked(&recipe)).collect();
        Proposal { recipe, family: None, reasons: self.reasons, doubts }
    }
}
