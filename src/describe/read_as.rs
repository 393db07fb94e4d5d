//! How a table was read, in words: what a row is, which columns were taken for what, and what was left out.

use super::report::Writer;
use crate::formats::table::recipe::{BasisRule, CountRule, Periods, Role, RowKind};
use crate::formats::{Loaded, ReadAs, ReadBy};
use crate::text::{Locale, Separator, whole};

/// More columns than this are counted, not listed.
const MOST_NAMES: usize = 12;

/// Adds them to the report.
pub(super) fn lines(report: &mut Writer, loaded: &Loaded, read_as: &ReadAs, locale: &Locale) {
    let recipe = &read_as.recipe;
    report.blank();
    report.line(0, &locale.say_with("describe-read-as", &[("row", locale.say(row(recipe.row)).into())]));
    report.line(1, &rows(loaded, read_as, locale));
    let mut say = |key: &str, values: &[&str]| {
        report.line(1, &locale.say_with(key, &[("values", locale.list(values, Separator::Comma).into())]));
    };
    if let ReadBy::Beside(file) = &read_as.by {
        say("describe-read-by", &[file]);
    }
    if !read_as.tables.is_empty() {
        say("describe-read-tables", &texts(&read_as.tables));
    }
    if !read_as.other_tables.is_empty() {
        say("describe-read-other-tables", &texts(&read_as.other_tables));
    }
    if let Some(family) = read_as.proposal.as_ref().and_then(|proposal| proposal.family.as_deref()) {
        say("describe-read-family", &[family]);
    }
    if !recipe.events.columns.is_empty() {
        say("describe-read-events", &texts(&recipe.events.columns));
    }
    if let Some(date) = &recipe.date {
        let columns = [&date.column, &date.to, &date.year, &date.month, &date.week, &date.day];
        say("describe-read-dates", &columns.into_iter().flatten().map(String::as_str).collect::<Vec<&str>>());
    }
    if let (None, None, Some(day)) = (&recipe.date, &recipe.wide, &recipe.as_of) {
        say("describe-read-day", &[day]);
    }
    match (&recipe.source.column, &recipe.source.name) {
        (Some(column), _) => say("describe-read-sources", &[column]),
        (None, Some(name)) => say("describe-read-source", &[name]),
        (None, None) => {}
    }
    if let Some(measure) = &recipe.measure {
        say("describe-read-measure", &[&measure.column]);
    }
    if !recipe.split.is_empty() {
        say("describe-read-split", &recipe.split.iter().map(|split| &*split.column).collect::<Vec<&str>>());
    }
    for filter in &recipe.keep {
        for (key, values) in [("describe-read-only", &filter.only), ("describe-read-except", &filter.except)] {
            if !values.is_empty() {
                let blank = locale.say("describe-read-blank");
                let values: Vec<&str> =
                    values.iter().map(|value| if value.is_empty() { &*blank } else { value.as_str() }).collect();
                let values = locale.list(&values, Separator::Comma);
                let arguments = [("column", filter.column.clone().into()), ("values", values.into())];
                report.line(1, &locale.say_with(key, &arguments));
            }
        }
    }
    for count in &recipe.counts {
        report.line(1, &counted(count, read_as, locale));
    }
    let unused = read_as.unused();
    if !unused.is_empty() {
        let columns = locale.some(&unused, MOST_NAMES);
        report.line(1, &locale.say_with("describe-read-unused", &[("values", columns.into())]));
    }
    for doubt in read_as.proposal.iter().flat_map(|proposal| &proposal.doubts) {
        let answer = doubt.answers.first().map(|answer| answer.text.clone()).unwrap_or_default();
        let arguments = [("question", doubt.question.clone().into()), ("answer", answer.into())];
        report.line(1, &locale.say_with("describe-read-doubt", &arguments));
    }
}

fn rows(loaded: &Loaded, read_as: &ReadAs, locale: &Locale) -> String {
    let number = |key: &str, rows: u64| locale.say_with(key, &[("number", whole(rows).into()), ("rows", rows.into())]);
    let mut parts = vec![number("describe-rows", loaded.rows.unwrap_or_default())];
    if loaded.left_out > 0 {
        parts.push(number("describe-rows-left-out", loaded.left_out));
    }
    if read_as.not_kept > 0 {
        parts.push(number("describe-rows-not-kept", read_as.not_kept));
    }
    if read_as.across > 0 {
        parts.push(number("describe-rows-across", read_as.across));
    }
    locale.list(&parts, Separator::Comma)
}

/// One count: its measure, role and category, its column, and whether it is a total so far.
fn counted(count: &CountRule, read_as: &ReadAs, locale: &Locale) -> String {
    let recipe = &read_as.recipe;
    // Where another column says what is counted, this one's measure says nothing.
    let measure = if recipe.measure.is_some() { locale.say("read-numbers") } else { count.measure.clone() };
    let mut what = vec![measure];
    let role = locale.say(role(count.role));
    what.push(count.category.as_ref().map_or_else(|| role.clone(), |category| format!("{role} {category}")));
    what.extend(count.source.clone());
    let what = locale.list(&what, Separator::Comma);
    let column = match &count.column {
        Some(column) if count.beside.is_empty() => {
            locale.say_with("describe-read-column", &[("column", column.clone().into())])
        }
        Some(column) => {
            let words: Vec<String> = count.beside.iter().map(|word| format!("“{word}”")).collect();
            let words = locale.list(&words, Separator::Comma);
            let arguments = [("column", column.clone().into()), ("words", words.into())];
            locale.say_with("describe-read-beside", &arguments)
        }
        None if recipe.wide.is_some() => {
            let columns = locale.some(&read_as.dated(), MOST_NAMES);
            locale.say_with("read-wide", &[("columns", columns.into())])
        }
        None => locale.say("describe-read-each-row"),
    };
    let column = match &count.once_per {
        Some(incident) => {
            let arguments = [("column", column.into()), ("incident", incident.clone().into())];
            locale.say_with("describe-read-once-per", &arguments)
        }
        None => column,
    };
    let basis = match (count.basis.unwrap_or(recipe.basis), recipe.periods) {
        (BasisRule::Cumulative, _) => "describe-read-so-far",
        (BasisRule::Incremental, Periods::Rows) => "describe-read-rows",
        (BasisRule::Incremental, Periods::Day) => "describe-read-days",
        (BasisRule::Incremental, Periods::Week) => "describe-read-weeks",
        (BasisRule::Incremental, Periods::Month) => "describe-read-months",
        (BasisRule::Incremental, Periods::Year) => "describe-read-years",
        (BasisRule::Incremental, Periods::All) => "describe-read-all",
    };
    let arguments = [("what", what.into()), ("column", column.into()), ("basis", locale.say(basis).into())];
    locale.say_with("describe-read-count", &arguments)
}

fn row(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Person => "describe-read-person",
        RowKind::Incident => "describe-read-incident",
        RowKind::Period => "describe-read-period",
        RowKind::Group => "describe-read-group",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Total => "role-total",
        Role::Low => "role-low",
        Role::Best => "role-best",
        Role::High => "role-high",
        Role::AtLeast => "role-at-least",
        Role::About => "role-about",
        Role::UpTo => "role-up-to",
        Role::Part => "role-part",
        Role::OfWhich => "role-of-which",
        Role::Unclear => "role-unclear",
        Role::Pending => "role-pending",
    }
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}
