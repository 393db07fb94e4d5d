//! Families of tables that are known: recipes in `assets/recipes`, not code. Its README says how they are written.

use super::draft::{self, Draft};
use super::look::Look;
use super::{About, Answer, Doubt, Proposal, date_form, dates};
use crate::formats::table::Sample;
use crate::formats::table::recipe::{Recipe, RowKind};
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

/// The proposal for a table of a known family; `found` is what is found in general.
pub(super) fn propose(sample: &Sample, about: &About, found: &mut Option<Draft>) -> Option<Proposal> {
    let families = FAMILIES.iter().filter_map(|text| serde_json::from_str::<Family>(text).ok());
    let family = families.into_iter().find(|family| family.fits(sample))?;
    // Where the family only adds to what is found in general, there has to be something.
    let is_whole = family.recipe.contains_key("counts");
    if !is_whole && found.is_none() {
        return None;
    }
    let general = found.take().map(Draft::proposal);
    let base = general.as_ref().map_or_else(|| draft::blank(about), |general| general.recipe.clone());
    let names = family.names(sample);
    let lay = |over: &Map<String, Value>, base: &Recipe| laid(over, base, &names, sample);
    let mut recipe = lay(&family.recipe, &base)?;
    dated(&mut recipe, sample, about, !family.recipe.contains_key("periods"));
    let mut doubts: Vec<Doubt> = Vec::new();
    for question in &family.doubts {
        let mut answers = vec![Answer { text: question.default.clone(), recipe: recipe.clone() }];
        answers.extend(question.answers.iter().filter_map(|other| {
            let changed = lay(&other.change, &recipe)?;
            let is_there = |name: &String| sample.columns.iter().any(|column| column.name == *name);
            let is_possible = changed.events.columns.iter().all(is_there)
                && changed.split.iter().all(|split| is_there(&split.column));
            is_possible.then(|| Answer { text: other.text.clone(), recipe: changed })
        }));
        if answers.len() > 1 {
            doubts.push(Doubt { question: question.text.clone(), answers });
        }
    }
    let mut reasons = family.reasons.clone();
    if let Some(general) = general
        && !is_whole
    {
        reasons.extend(general.reasons);
        for mut doubt in general.doubts {
            for answer in &mut doubt.answers {
                answer.recipe = lay(&family.recipe, &answer.recipe).unwrap_or_else(|| answer.recipe.clone());
            }
            doubt.answers.dedup_by(|later, before| later.recipe == before.recipe);
            doubts.extend((doubt.answers.len() > 1).then_some(doubt));
        }
    }
    Some(Proposal { recipe, family: Some(family.name), reasons, doubts })
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
fn dated(recipe: &mut Recipe, sample: &Sample, about: &About, has_open_periods: bool) {
    let look = Look::new(sample, about, &|_| true);
    if recipe.row == RowKind::Incident && has_open_periods {
        recipe.periods = dates::find(&look).periods();
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
            let base = draft::blank(&About::default());
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
