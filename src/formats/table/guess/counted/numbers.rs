//! How the numbers of a table are to be read: fractions, signs for what is not known, thousands.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::{Look, Seen};
use super::super::names::name::Named;
use super::super::say;
use super::candidates;
use super::decimals;
use crate::formats::table::recipe::{CountRule, Numbers, Role, Scale};
use crate::formats::table::value::stated;
use crate::model::Stated;

/// Says in the recipe how the counted columns' numbers are written.
pub(in super::super) fn settle(draft: &mut Draft, look: &Look) {
    let used: Vec<&Seen> = draft.recipe.counts.iter().filter_map(|rule| look.column(rule.column.as_deref()?)).collect();
    let fractions: usize = used.iter().map(|column| column.fractions).sum();
    let readable: usize = used.iter().map(|column| column.readable).sum();
    let mut unknown: Vec<String> = Vec::new();
    for column in &used {
        for (value, _) in column.values.iter().filter(|(value, _)| candidates::NOT_KNOWN.contains(*value)) {
            if !unknown.iter().any(|known| known == value) {
                unknown.push((*value).to_owned());
            }
        }
    }
    if !unknown.is_empty() {
        let shown: Vec<&str> = unknown.iter().map(String::as_str).collect();
        draft.reasons.push(format!("{} stands for a number that is not known", say::list(&shown)));
    }
    for column in &used {
        let brackets = |is_range: bool| {
            let mut values = column.values.keys().filter(|value| has_brackets(value));
            values.any(|value| is_range == matches!(stated(value, &look.numbers), Ok(Stated::Range { .. })))
        };
        if brackets(true) {
            draft.reasons.push(format!("low and high stand in brackets behind the numbers of \"{}\"", column.name));
        }
        if brackets(false) {
            let name = column.name;
            draft
                .reasons
                .push(format!("what stands in brackets behind the numbers of \"{name}\" is left out: remarks"));
        }
    }
    draft.asks.extend(decimals::ask(look, &used));
    let scale = scale(draft, look);
    draft.recipe.numbers =
        Numbers { unknown, round: fractions > 0 && scale == Scale::One, scale, ..look.numbers.clone() };
    if fractions > 0 && scale == Scale::One {
        draft.reasons.push(format!(
            "{} of {} numbers have fractions: they are estimates and are rounded",
            say::number(fractions),
            say::number(readable)
        ));
        for rule in &mut draft.recipe.counts {
            if rule.role == Role::Total
                && rule.column.as_deref().and_then(|name| look.column(name)).is_some_and(|column| column.fractions > 0)
            {
                rule.role = Role::About;
            }
        }
    }
}

/// "18 010 (13 793–22 225)", "12 (3 children)": a number with something in brackets behind it.
fn has_brackets(value: &str) -> bool {
    let inner = value.strip_suffix([')', ']']).and_then(|value| value.split_once(['(', '[']));
    let number = inner.map(|(number, _)| number.trim());
    number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// In how many people the numbers are. What is in others than most is left out: a table has one scale.
fn scale(draft: &mut Draft, look: &Look) -> Scale {
    let of = |rule: &CountRule| -> Scale {
        let column = rule.column.as_deref().and_then(|name| look.column(name));
        column.map(|column| column.named.scale).filter(|scale| *scale != Scale::One).unwrap_or(look.file.scale)
    };
    let Some(scale) = draft.recipe.counts.first().map(of) else { return Scale::One };
    let others: Vec<&str> =
        draft.recipe.counts.iter().filter(|rule| of(rule) != scale).filter_map(|rule| rule.column.as_deref()).collect();
    if !others.is_empty() {
        draft.reasons.push(format!("left out: {}; not in the same thousands as the others", say::list(&others)));
    }
    draft.recipe.counts.retain(|rule| of(rule) == scale);
    if scale != Scale::One {
        // The title must not say of the chart what is true of the table only.
        draft.recipe.title = draft.recipe.title.take().and_then(|title| without_scale(&title));
        let ask = Ask::new("Are the numbers in people?".to_owned(), "No: the names say thousands or millions");
        draft.asks.push(ask.weighing(9).or("Yes: they are people", |recipe| recipe.numbers.scale = Scale::One));
    }
    scale
}

/// A title without "(in thousands)"; `None` where that stands in it in another way.
fn without_scale(title: &str) -> Option<String> {
    let is_scaled = |text: &str| Named::new(&format!("({text})"), None).scale != Scale::One;
    let (before, after) = title.split_once('(')?;
    let (within, after) = after.split_once(')')?;
    let bare = format!("{}{}", before.trim_end(), after);
    (is_scaled(within) && !is_scaled(&bare)).then_some(bare)
}
