//! Questions that only the user can answer, and what each answer changes in the recipe.

use super::Answer;
use super::Doubt;
use crate::formats::table::recipe::{Recipe, Role};

/// What an answer changes in a recipe that holds the defaults.
type Change = Box<dyn Fn(&mut Recipe)>;

/// A question, before there is a recipe.
pub(super) struct Ask {
    question: String,
    default: String,
    others: Vec<(String, Change)>,
    /// Higher ones are asked first.
    pub weight: u8,
}

impl Ask {
    /// A question with the answer that the recipe holds already.
    pub fn new(question: String, default: &str) -> Self {
        Self { question, default: default.to_owned(), others: Vec::new(), weight: 5 }
    }

    /// Another answer.
    pub fn or(mut self, text: impl Into<String>, change: impl Fn(&mut Recipe) + 'static) -> Self {
        self.others.push((text.into(), Box::new(change)));
        self
    }

    /// How much hangs on it.
    pub fn weighing(self, weight: u8) -> Self {
        Self { weight, ..self }
    }

    /// Whether this is its question.
    pub fn is(&self, question: &str) -> bool {
        self.question == question
    }

    /// Whether this is its default answer.
    pub fn takes(&self, default: &str) -> bool {
        self.default == default
    }

    /// Whether there is anything to choose.
    pub fn is_open(&self) -> bool {
        !self.others.is_empty()
    }

    /// Whether some columns stand to their total in another way.
    pub fn other_role(question: String, default: &str, other: &str, columns: &[&str], role: Role) -> Self {
        let columns = owned(columns);
        Self::new(question, default).or(other, move |recipe| {
            for rule in of_columns(recipe, &columns) {
                rule.role = role;
            }
        })
    }

    /// Whether some columns belong to one of several measures instead.
    pub fn other_measure(question: String, default: &str, measures: &[String], columns: &[&str]) -> Self {
        measures.iter().fold(Self::new(question, default), |ask, measure| {
            let (columns, measure) = (owned(columns), measure.clone());
            ask.or(format!("Of {} only", super::say::words(&measure)), move |recipe| {
                for rule in of_columns(recipe, &columns) {
                    rule.measure.clone_from(&measure);
                }
                let used: Vec<String> = recipe.counts.iter().map(|rule| rule.measure.clone()).collect();
                recipe.sums.retain(|sum, _| used.contains(sum));
                recipe.labels.retain(|label, _| !label.contains("_or_") || used.contains(label));
            })
        })
    }

    /// Whether a measure counts something else.
    pub fn what_is_counted(question: String, measure: &str, default: &str, others: &[(&str, &str)]) -> Self {
        others.iter().fold(Self::new(question, default).weighing(9), |ask, (text, other)| {
            let (from, to) = (measure.to_owned(), (*other).to_owned());
            ask.or(*text, move |recipe| rename(recipe, &from, &to))
        })
    }

    /// The question with whole recipes as its answers.
    pub fn asked(self, recipe: &Recipe) -> Doubt {
        let mut answers = vec![Answer { text: self.default, recipe: recipe.clone() }];
        for (text, change) in self.others {
            let mut recipe = recipe.clone();
            change(&mut recipe);
            answers.push(Answer { text, recipe });
        }
        Doubt { question: self.question, answers }
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn of_columns<'r>(
    recipe: &'r mut Recipe,
    columns: &'r [String],
) -> impl Iterator<Item = &'r mut crate::formats::table::recipe::CountRule> {
    recipe.counts.iter_mut().filter(|rule| rule.column.as_ref().is_some_and(|column| columns.contains(column)))
}

/// Calls a measure by another name, wherever the recipe names it.
pub(super) fn rename(recipe: &mut Recipe, from: &str, to: &str) {
    // "count_suspected" beside "count".
    let mut labels: Vec<(String, String)> = Vec::new();
    let renamed = |name: &str| match name.strip_prefix(from)? {
        "" => Some(to.to_owned()),
        rest => rest.starts_with('_').then(|| format!("{to}{rest}")),
    };
    let of_values = recipe.measure.iter_mut().flat_map(|measure| measure.values.values_mut());
    for value in recipe.counts.iter_mut().map(|rule| &mut rule.measure).chain(of_values) {
        let Some(new) = renamed(value) else { continue };
        if let Some(label) = recipe.labels.shift_remove(&*value) {
            labels.push((new.clone(), label.replacen(&super::say::label(from), &super::say::label(to), 1)));
        }
        *value = new;
    }
    for member in recipe.sums.values_mut().flatten() {
        if member == from {
            to.clone_into(member);
        }
    }
    recipe.labels.shift_remove(from);
    recipe.labels.extend(labels);
}
