//! What a recipe of the right shape must still keep to, and whether a table has the columns that it names.

use super::read::Step;
use super::{CountRule, DateRule, Recipe, Role};
use crate::formats::table::Column;
use crate::formats::table::value::is_letter;
use crate::formats::words::{nearest, quoted};
use crate::model::When;

/// The rules that a recipe breaks, each with its place.
pub(super) fn broken(recipe: &Recipe) -> Vec<(Vec<Step>, String)> {
    let mut broken = Vec::new();
    if recipe.counts.is_empty() {
        let message = "found no count, expected at least one; write { \"measure\": \"killed\", \"role\": \"total\", \
                       \"column\": \"…\" }";
        broken.push((vec![key("counts")], message.to_owned()));
    }
    for (index, count) in recipe.counts.iter().enumerate() {
        let at = |name: &str| vec![key("counts"), Step::Index(index), key(name)];
        count_rule(count, recipe, &at, &mut broken);
    }
    if let Some(date) = &recipe.date {
        date_rule(date, &mut broken);
    }
    if let Some(day) = recipe.as_of.as_ref().filter(|day| day.parse::<When>().is_err()) {
        let message = format!("found {}, expected a day such as \"2024-06-05\"", quoted(day));
        broken.push((vec![key("as_of")], message));
    }
    for (index, split) in recipe.split.iter().enumerate() {
        if split.bands.windows(2).any(|pair| matches!(pair, [lower, upper] if lower >= upper)) {
            let message = "found bands out of order, expected the first number of each, the lowest first";
            broken.push((vec![key("split"), Step::Index(index), key("bands")], message.to_owned()));
        }
        if split.most == Some(0) {
            broken.push((vec![key("split"), Step::Index(index), key("most")], MOST.to_owned()));
        }
    }
    if recipe.events.most == Some(0) {
        broken.push((vec![key("events"), key("most")], MOST.to_owned()));
    }
    for (sum, members) in &recipe.sums {
        let at = vec![key("sums"), key(sum)];
        if members.is_empty() {
            broken.push((at, "found no measure, expected those that it holds together".to_owned()));
        } else if members.contains(sum) {
            broken.push((at, format!("found {} in itself, expected other measures", quoted(sum))));
        }
    }
    broken
}

const MOST: &str = "found 0, expected at least 1; leave the key out to keep all";

fn count_rule(
    count: &CountRule,
    recipe: &Recipe,
    at: &dyn Fn(&str) -> Vec<Step>,
    broken: &mut Vec<(Vec<Step>, String)>,
) {
    let takes_category = matches!(count.role, Role::Part | Role::OfWhich | Role::Unclear);
    let role = role_name(count.role);
    match (&count.category, takes_category) {
        (None, true) => broken.push((
            at("role"),
            format!("found the role {role} without \"category\", expected who is counted; add \"category\""),
        )),
        (Some(category), false) => broken.push((
            at("category"),
            format!(
                "found {} with the role {role}, expected a category only with \"part\", \"of_which\" and \"unclear\"",
                quoted(category)
            ),
        )),
        _ => {}
    }
    if count.measure.is_empty() {
        broken.push((at("measure"), "found \"\", expected what is counted; write \"killed\"".to_owned()));
    }
    if count.filled.is_some() && count.column.is_none() {
        broken.push((
            at("filled"),
            "found \"filled\" without \"column\", expected the column whose gaps it fills".into(),
        ));
    }
    words_beside(count, recipe, at, broken);
    let of_measure = |other: &&CountRule| other.measure == count.measure && other.source == count.source;
    if let Some(first) = recipe.counts.iter().find(of_measure)
        && first.once_per != count.once_per
    {
        let found = |rule: &CountRule| rule.once_per.as_ref().map_or_else(|| "nothing".to_owned(), |name| quoted(name));
        let message = "expected the same for all counts of one measure";
        broken.push((at("once_per"), format!("found {} after {}, {message}", found(count), found(first))));
    }
    let mut one_at_most = recipe.counts.iter().filter(|other| {
        other.role == count.role
            && other.measure == count.measure
            && other.category == count.category
            && other.source == count.source
            && other.basis.unwrap_or(recipe.basis) == count.basis.unwrap_or(recipe.basis)
    });
    if one_at_most.clone().count() > 1 && one_at_most.next_back().is_some_and(|last| std::ptr::eq(last, count)) {
        broken.push((
            at("role"),
            format!("found the role {role} of the same count a second time, expected it once; is one of them a part?"),
        ));
    }
}

/// Words beside numbers need a column, are single words, and each of them belongs to one count of it.
fn words_beside(
    count: &CountRule,
    recipe: &Recipe,
    at: &dyn Fn(&str) -> Vec<Step>,
    broken: &mut Vec<(Vec<Step>, String)>,
) {
    if !count.beside.is_empty() && count.column.is_none() {
        let message = "found \"beside\" without \"column\", expected the column in whose cells the words stand";
        broken.push((at("beside"), message.to_owned()));
    }
    let before = recipe.counts.iter().take_while(|other| !std::ptr::eq(*other, count));
    let of_others: Vec<String> = before
        .filter(|other| other.column == count.column)
        .flat_map(|other| other.beside.iter().map(|word| word.to_lowercase()))
        .collect();
    for (index, word) in count.beside.iter().enumerate() {
        let place = || at("beside").into_iter().chain([Step::Index(index)]).collect();
        if word.is_empty() || !word.chars().all(is_letter) {
            broken.push((place(), format!("found {}, expected one word of letters, such as \"killed\"", quoted(word))));
        } else if of_others.contains(&word.to_lowercase()) {
            broken.push((
                place(),
                format!("found {} a second time, expected each word of a column beside one count", quoted(word)),
            ));
        }
    }
}

fn date_rule(date: &DateRule, broken: &mut Vec<(Vec<Step>, String)>) {
    let at = |name: &str| vec![key("date"), key(name)];
    match (&date.column, &date.year) {
        (None, None) => broken.push((
            vec![key("date")],
            "found neither \"column\" nor \"year\", expected one of them; leave \"date\" out where there are no dates"
                .to_owned(),
        )),
        (Some(_), Some(_)) => {
            broken.push((at("year"), "found both \"column\" and \"year\", expected one of them".to_owned()));
        }
        _ => {}
    }
    if date.to.is_some() && date.column.is_none() {
        broken.push((at("to"), "found \"to\" without \"column\", expected the column of the first day".to_owned()));
    }
    if date.month.is_some() && date.year.is_none() {
        broken.push((at("month"), "found \"month\" without \"year\", expected the column of the year".to_owned()));
    }
    if date.week.is_some() && date.year.is_none() {
        broken.push((at("week"), "found \"week\" without \"year\", expected the column of the year".to_owned()));
    }
    if date.day.is_some() && date.month.is_none() {
        broken.push((at("day"), "found \"day\" without \"month\", expected the column of the month".to_owned()));
    }
}

fn key(name: &str) -> Step {
    Step::Key(name.to_owned())
}

fn json_path(path: &[Step]) -> String {
    path.iter().fold("$".to_owned(), |path, step| match step {
        Step::Key(key) => format!("{path}.{key}"),
        Step::Index(index) => format!("{path}[{index}]"),
    })
}

fn role_name(role: Role) -> String {
    serde_json::to_string(&role).unwrap_or_default()
}

/// Whether a table has all columns that a recipe names, and its date is one; the error has one line for each that it has not. A
/// recipe that is put together column by column may have a day of no year for a while.
pub fn check(recipe: &Recipe, columns: &[Column]) -> Result<(), Vec<String>> {
    let mut broken = Vec::new();
    recipe.date.iter().for_each(|date| date_rule(date, &mut broken));
    let mut missing: Vec<String> =
        broken.into_iter().map(|(path, message)| format!("at {}: {message}", json_path(&path))).collect();
    for (place, name) in named(recipe) {
        if columns.iter().any(|column| column.name == *name) {
            continue;
        }
        let hint = match nearest(name, columns.iter().map(|column| &*column.name)) {
            Some(near) => format!("did you mean {}?", quoted(near)),
            None => format!("its columns are {}", listed(columns.iter().map(|column| &*column.name))),
        };
        missing.push(format!("at $.{place}: found {}, expected a column of the table; {hint}", quoted(name)));
    }
    if let Some(wide) = &recipe.wide
        && !columns.iter().any(|column| wide.date(&column.name).is_some())
    {
        missing.push(format!(
            "at $.wide: found no column whose name is a date of this form, expected at least one; the columns are {}",
            listed(columns.iter().map(|column| &*column.name))
        ));
    }
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

/// The first names of a list in quotes.
pub(in crate::formats) fn listed<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> String {
    const SHOWN: usize = 12;
    let more = names.len().saturating_sub(SHOWN);
    let shown: Vec<String> = names.take(SHOWN).map(quoted).collect();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    shown.join(", ") + &more
}

/// Every column that a recipe names, with its place.
fn named(recipe: &Recipe) -> Vec<(String, &String)> {
    let mut named: Vec<(String, &String)> = Vec::new();
    for (index, name) in recipe.events.columns.iter().enumerate() {
        named.push((format!("events.columns[{index}]"), name));
    }
    if let Some(date) = &recipe.date {
        let all = [
            ("column", &date.column),
            ("to", &date.to),
            ("year", &date.year),
            ("month", &date.month),
            ("week", &date.week),
            ("day", &date.day),
            ("time", &date.time),
        ];
        named.extend(all.into_iter().filter_map(|(key, name)| Some((format!("date.{key}"), name.as_ref()?))));
    }
    if let Some(wide) = &recipe.wide {
        let all = [("month", &wide.month), ("year", &wide.year)];
        named.extend(all.into_iter().filter_map(|(key, name)| Some((format!("wide.{key}"), name.as_ref()?))));
    }
    named.extend(recipe.source.column.iter().map(|name| ("source.column".to_owned(), name)));
    for (index, count) in recipe.counts.iter().enumerate() {
        named.extend(count.column.iter().map(|name| (format!("counts[{index}].column"), name)));
        named.extend(count.once_per.iter().map(|name| (format!("counts[{index}].once_per"), name)));
        named.extend(count.filled.iter().map(|name| (format!("counts[{index}].filled"), name)));
    }
    named.extend(recipe.measure.iter().map(|rule| ("measure.column".to_owned(), &rule.column)));
    for (index, split) in recipe.split.iter().enumerate() {
        named.push((format!("split[{index}].column"), &split.column));
    }
    for (index, keep) in recipe.keep.iter().enumerate() {
        named.push((format!("keep[{index}].column"), &keep.column));
    }
    named
}
