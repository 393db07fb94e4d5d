//! Families of tables that are known: recipes in `assets/recipes`, not code. Its README says how they are written.

use super::About;
use super::Answer;
use super::Doubt;
use super::Proposal;
use super::counted::numbers;
use super::detect;
use super::draft::Draft;
use super::look::Look;
use super::when::date_form;
use super::when::dates;
use crate::formats::table::Sample;
use crate::formats::table::recipe::{Periods, Recipe, RowKind};
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The families in the order in which they are tried: those that ask for more come first.
const FAMILIES: [&str; 10] = [
    include_str!("../../../../assets/recipes/ucdp-ged.json"),
    include_str!("../../../../assets/recipes/ucdp-battle-deaths.json"),
    include_str!("../../../../assets/recipes/acled.json"),
    include_str!("../../../../assets/recipes/techforpalestine-daily.json"),
    include_str!("../../../../assets/recipes/iom-missing-migrants.json"),
    include_str!("../../../../assets/recipes/gtd.json"),
    include_str!("../../../../assets/recipes/em-dat.json"),
    include_str!("../../../../assets/recipes/jhu-wide.json"),
    include_str!("../../../../assets/recipes/our-world-in-data.json"),
    include_str!("../../../../assets/recipes/hxl.json"),
];

/// One family, as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    #[serde(rename = "family")]
    name: String,
    columns: Vec<String>,
    #[serde(default)]
    aliases: IndexMap<String, Vec<String>>,
    #[serde(default)]
    tags: Vec<String>,
    reasons: Vec<String>,
    recipe: Map<String, Value>,
    #[serde(default)]
    doubts: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    #[serde(rename = "question")]
    text: String,
    default: String,
    answers: Vec<Other>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Other {
    text: String,
    change: Map<String, Value>,
}

/// Lays keys over a recipe.
type Lay<'l> = dyn Fn(&Map<String, Value>, &Recipe) -> Option<Recipe> + 'l;

/// The proposal for a table of a known family.
pub(super) fn propose(sample: &Sample, about: &About) -> Option<Proposal> {
    let families = FAMILIES.iter().filter_map(|text| serde_json::from_str::<Family>(text).ok());
    let family = families.into_iter().find(|family| family.fits(sample))?;
    // Where a family says what is counted, there is nothing left to find; else it adds to what is found in general.
    let is_whole = family.recipe.contains_key("counts");
    let names = family.names(sample);
    let lay = |over: &Map<String, Value>, base: &Recipe| laid(over, base, &names, sample);
    let mut draft = if is_whole { Draft::new(about) } else { detect::propose(sample, about)? };
    draft.recipe = lay(&family.recipe, &draft.recipe)?;
    let mut reasons = family.reasons.clone();
    if is_whole {
        let look = Look::used(sample, about, &draft.recipe);
        dated(&mut draft.recipe, &look, !family.recipe.contains_key("periods"));
        numbers::settle(&mut draft, &look);
    }
    reasons.append(&mut draft.reasons);
    draft.reasons = reasons;
    let mut proposal = Proposal { family: Some(family.name.clone()), ..draft.proposal() };
    for question in &family.doubts {
        proposal.doubts.extend(question.asked(&proposal.recipe, &lay, sample));
    }
    Some(proposal)
}

impl Question {
    /// The question with those of its answers that name only columns of the table; `None` where none are left.
    fn asked(&self, recipe: &Recipe, lay: &Lay, sample: &Sample) -> Option<Doubt> {
        let mut answers = vec![Answer { text: self.default.clone(), recipe: recipe.clone() }];
        let is_there = |name: &String| sample.columns.iter().any(|column| column.name == *name);
        for other in &self.answers {
            let Some(recipe) = lay(&other.change, recipe) else { continue };
            if recipe.events.columns.iter().all(is_there) && recipe.split.iter().all(|split| is_there(&split.column)) {
                answers.push(Answer { text: other.text.clone(), recipe });
            }
        }
        (answers.len() > 1).then(|| Doubt { question: self.text.clone(), answers })
    }
}

impl Family {
    fn fits(&self, sample: &Sample) -> bool {
        let has = |name: &String| sample.columns.iter().any(|column| column.name == *name);
        let known = |name: &String| has(name) || self.aliases.get(name).is_some_and(|others| others.iter().any(has));
        let tagged = |tag: &String| {
            sample
                .columns
                .iter()
                .any(|column| column.tag.as_ref().is_some_and(|own| own.replace(' ', "").starts_with(tag.as_str())))
        };
        self.columns.iter().all(known) && self.tags.iter().all(tagged)
    }

    /// What a column of the recipe is called in this table, where that is another name.
    fn names<'f>(&'f self, sample: &Sample) -> IndexMap<&'f str, &'f str> {
        let has = |name: &&String| sample.columns.iter().any(|column| column.name == **name);
        let own = self.aliases.iter().filter(|(name, _)| !has(name));
        own.filter_map(|(name, others)| Some((name.as_str(), others.iter().find(has)?.as_str()))).collect()
    }
}

/// A recipe with the keys of another laid over it, in the table's own names of columns.
fn laid(over: &Map<String, Value>, base: &Recipe, names: &IndexMap<&str, &str>, sample: &Sample) -> Option<Recipe> {
    let Value::Object(mut keys) = serde_json::to_value(base).ok()? else { return None };
    for (key, value) in over {
        let mut value = value.clone();
        rename(&mut value, names, false);
        keys.insert(key.clone(), value);
    }
    let mut recipe: Recipe = serde_json::from_value(Value::Object(keys)).ok()?;
    let has = |name: &String| sample.columns.iter().any(|column| column.name == *name);
    recipe.counts.retain(|rule| rule.column.as_ref().is_none_or(has));
    for rule in &mut recipe.counts {
        rule.filled = rule.filled.take().filter(has);
    }
    if over.contains_key("labels") {
        let used =
            |id: &String| recipe.counts.iter().any(|rule| rule.measure == *id || rule.category.as_ref() == Some(id));
        recipe.labels =
            recipe.labels.iter().filter(|(id, _)| used(id)).map(|(id, label)| (id.clone(), label.clone())).collect();
    }
    Some(recipe)
}

/// Keys whose texts are names of columns.
const OF_COLUMNS: [&str; 7] = ["column", "columns", "filled", "to", "year", "month", "day"];

fn rename(value: &mut Value, names: &IndexMap<&str, &str>, is_column: bool) {
    match value {
        Value::String(text) if is_column => {
            if let Some(name) = names.get(text.as_str()) {
                (*name).clone_into(text);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names, is_column)),
        Value::Object(keys) => {
            keys.iter_mut().for_each(|(key, value)| rename(value, names, OF_COLUMNS.contains(&key.as_str())));
        }
        _ => {}
    }
}

/// Finds out in which order the date is written, where the family's files differ in it, and of which periods a chart of
/// incidents has not too many.
fn dated(recipe: &mut Recipe, look: &Look, has_open_periods: bool) {
    if has_open_periods {
        let dates = dates::find(look);
        let is_short = recipe.row != RowKind::Incident && dates.order().len() <= 400;
        recipe.periods = if is_short { Periods::Rows } else { dates.periods() };
    }
    let Some(rule) = &mut recipe.date else { return };
    if let (None, Some(name)) = (rule.form, rule.column.as_deref()) {
        rule.form = look.column(name).and_then(date_form::form).map(|(form, _)| form);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_families_can_be_read() {
        for text in FAMILIES {
            let family: Family = serde_json::from_str(text).unwrap();
            let base = super::super::draft::blank(&About::default());
            for over in family
                .doubts
                .iter()
                .flat_map(|doubt| &doubt.answers)
                .map(|answer| &answer.change)
                .chain([&family.recipe])
            {
                let read = laid(over, &base, &IndexMap::new(), &Sample::default());
                assert!(read.is_some(), "{}: {over:?}", family.name);
            }
        }
    }
}
