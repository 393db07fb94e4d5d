//! An answer changes what it is about and leaves everything else as the user has it. A proposal knows each answer as a whole
//! recipe; what that changes in the proposed one is carried over to the present one, as versions of a file are merged.

use super::Doubt;
use super::Proposal;
use crate::formats::table::recipe::Recipe;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

impl Proposal {
    /// `present` with an answer to one of the doubts, in place of the other answers to it.
    #[must_use]
    pub fn answered(&self, doubt: &Doubt, answer: usize, present: &Recipe) -> Recipe {
        let merged = || serde_json::from_value(Versions::new(self, doubt, present)?.merged(answer)?).ok();
        let whole = || doubt.answers.get(answer).map_or_else(|| present.clone(), |answer| answer.recipe.clone());
        merged().unwrap_or_else(whole)
    }

    /// The doubts that can be answered while `present` is looked at, of which nobody has answered those in `open`.
    #[must_use]
    pub fn asked(&self, open: &BTreeSet<usize>, present: &Recipe) -> Vec<Asked> {
        let asked = |(place, doubt): (usize, &Doubt)| {
            let given = self.given(doubt, present);
            // What it was about may be used for something else.
            let is_default = matches!(given, None | Some(0));
            let is_about = !is_default || self.is_about(doubt, present);
            let is_open = given == Some(0) && open.contains(&place);
            is_about.then_some(Asked { doubt: place, given, is_open })
        };
        self.doubts.iter().enumerate().filter_map(asked).collect()
    }

    /// Whether a doubt with the default answer is about anything in `present`: another answer can be given there and taken
    /// back.
    fn is_about(&self, doubt: &Doubt, present: &Recipe) -> bool {
        (1..doubt.answers.len()).any(|other| {
            let other = self.answered(doubt, other, present);
            other != *present && self.answered(doubt, 0, &other) == *present
        })
    }

    /// Which answer to a doubt `present` gives.
    #[must_use]
    pub fn given(&self, doubt: &Doubt, present: &Recipe) -> Option<usize> {
        let versions = Versions::new(self, doubt, present)?;
        (0..doubt.answers.len()).find(|answer| versions.merged(*answer).as_ref() == Some(&versions.present))
    }
}

/// What stands of a doubt while a recipe is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its place among the proposal's doubts.
    pub doubt: usize,
    /// The answer that the recipe gives.
    pub given: Option<usize>,
    /// Whether nobody has answered it yet.
    pub is_open: bool,
}

/// Recipes as they are written, to be compared field by field.
struct Versions {
    proposed: Value,
    answers: Vec<Value>,
    present: Value,
}

impl Versions {
    fn new(proposal: &Proposal, doubt: &Doubt, present: &Recipe) -> Option<Self> {
        let written = |recipe: &Recipe| serde_json::to_value(recipe).ok();
        let answers = doubt.answers.iter().map(|answer| written(&answer.recipe)).collect::<Option<_>>()?;
        Some(Self { proposed: written(&proposal.recipe)?, answers, present: written(present)? })
    }

    /// The present one with this answer.
    fn merged(&self, chosen: usize) -> Option<Value> {
        let Self { proposed, answers, present } = self;
        let (chosen, mut merged) = (answers.get(chosen)?, present.clone());
        for other in answers.iter().filter(|other| *other != chosen) {
            // The default is that nothing of what the others change is changed, by whatever it was.
            if chosen == proposed || changed(proposed, other, &merged) == merged {
                merged = changed(other, proposed, &merged);
            }
        }
        Some(changed(proposed, chosen, &merged))
    }
}

/// `present` with what `to` has otherwise than `from`.
fn changed(from: &Value, to: &Value, present: &Value) -> Value {
    match (from, to, present) {
        _ if from == to => present.clone(),
        (Value::Object(from), Value::Object(to), Value::Object(present)) => Value::Object(fields(from, to, present)),
        (Value::Array(from), Value::Array(to), Value::Array(present)) => {
            let all = fields(&by_name(from), &by_name(to), &by_name(present));
            Value::Array(all.into_iter().map(|(_, value)| value).collect())
        }
        _ => to.clone(),
    }
}

fn fields(from: &Map<String, Value>, to: &Map<String, Value>, present: &Map<String, Value>) -> Map<String, Value> {
    let mut all = Map::new();
    for (name, value) in present {
        match (from.get(name), to.get(name)) {
            (Some(from), Some(to)) => all.insert(name.clone(), changed(from, to, value)),
            // Taken away by the answer.
            (Some(_), None) => None,
            (None, to) => all.insert(name.clone(), to.unwrap_or(value).clone()),
        };
    }
    for (name, value) in to {
        if !present.contains_key(name) && from.get(name) != Some(value) {
            all.insert(name.clone(), value.clone());
        }
    }
    all
}

/// The members of a list by what they are about: a rule by its column, others by themselves; the second of its like is
/// another one.
fn by_name(list: &[Value]) -> Map<String, Value> {
    let mut named = Map::new();
    for value in list {
        let name = value.get("column").unwrap_or(value).to_string();
        let mut own = name.clone();
        for number in 2.. {
            if !named.contains_key(&own) {
                break;
            }
            own = format!("{name} {number}");
        }
        named.insert(own, value.clone());
    }
    named
}
