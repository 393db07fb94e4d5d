//! Tables with one row for each person: no column counts, but there are names, ages or sexes.

use super::super::counted::codes;
use super::super::counted::counts::is_death;
use super::super::doubts::{Ask, rename};
use super::super::look::{Look, Seen, share};
use super::super::say;
use super::super::when::birth;
use super::super::when::date_form::form;
use super::fates;
use super::person_columns::{is_age, is_name, kinds, numbers_each};
use super::sexes::{self, is_sex};
use super::who_died::{self, is_of_death};
use crate::formats::table::recipe::{CountRule, Filter, Role, Split, Values};
use indexmap::IndexMap;

/// The first age of each band: children end at 18.
const BANDS: [u32; 5] = [0, 18, 30, 45, 60];

/// What a list of people says.
pub(in super::super) struct Persons {
    pub rule: CountRule,
    pub measure: Option<Values>,
    pub split: Vec<Split>,
    pub keep: Option<Filter>,
    pub labels: IndexMap<String, String>,
    pub reasons: Vec<String>,
    pub asks: Vec<Ask>,
}

/// Reads a table as a list of people; `None` where it is none.
pub(in super::super) fn find(look: &Look) -> Option<Persons> {
    let name = look.columns.iter().find(|column| is_name(column));
    let age = look.columns.iter().find(|column| is_age(column));
    let sex = look.columns.iter().find(|column| is_sex(column) && column.filled > 0 && column.values.len() <= 12);
    let death = look.columns.iter().find(|column| is_of_death(column));
    let born = look.columns.iter().find(|column| column.filled > 0 && birth::is_date(column));
    let number = look.columns.iter().find(|column| numbers_each(look, column));
    let found: Vec<&Seen> = [name, age, sex, death, born, number].into_iter().flatten().collect();
    let mut status = look.columns.iter().find_map(|column| fates::said(column).map(|values| (column, values)));
    status = status.or_else(|| fates::marked(look));
    // Where few values say it, a date of death says more.
    status = status.filter(|(column, known)| {
        let rows: usize = known.iter().filter_map(|(value, _)| column.values.get(value)).sum();
        death.is_none() || share(rows, column.filled) >= 0.6
    });
    // "Confirmed" says of the dead how sure that is, and of others that they are cases.
    if let Some((column, values)) = &mut status {
        let said = values.iter().map(|(_, measure)| *measure).find(|measure| is_death(measure));
        // "Type of death" says it too.
        let speaks =
            |column: &&Seen| column.filled > 0 && column.named.measures.iter().any(|measure| is_death(measure));
        let in_name = death.or_else(|| look.columns.iter().find(speaks));
        let in_name = in_name.map(|column| column.named.measures.first().copied().unwrap_or("dead"));
        let of_death = said.or(in_name).unwrap_or("cases");
        fates::confirm(column, values, of_death);
    }
    // Names with a date are people too, whatever their status says.
    let is_dated = || name.is_some() && look.columns.iter().any(|column| form(column).is_some());
    // "K" and "I" under "Killed/Injured" are people without a name.
    let is_coded =
        |(column, values): &(&Seen, Vec<_>)| fates::names_codes(column) && values.len() == column.values.len();
    let are_codes = found.is_empty() && status.as_ref().is_some_and(is_coded);
    if found.is_empty() && !are_codes || found.len() < 2 && status.is_none() && !is_dated() && !are_deaths(look) {
        return None;
    }
    let mut persons = Persons {
        rule: CountRule::new("", Role::Total),
        measure: None,
        split: Vec::new(),
        keep: None,
        labels: IndexMap::new(),
        reasons: vec![format!(
            "each row is a person: there are {} and no column of counts",
            say::list(&if are_codes { vec!["codes of what happened"] } else { kinds(look, &found) })
        )],
        asks: Vec::new(),
    };
    if let Some((column, values)) = status {
        persons.by_status(column, &values);
    } else {
        persons.by_words(look);
        persons.asks.extend(codes::ask_severity(look));
    }
    persons.asks.extend(sex.and_then(|sex| codes::ask_sexes(look, sex.name)));
    let sexes = sex.map(|column| Split {
        column: column.name.to_owned(),
        values: sexes::categories(column),
        bands: Vec::new(),
        most: None,
    });
    let ages = age.map(|column| Split {
        column: column.name.to_owned(),
        values: IndexMap::new(),
        bands: if column.is_number() || share(column.readable, column.filled) > 0.5 {
            BANDS.to_vec()
        } else {
            Vec::new()
        },
        most: None,
    });
    persons.split = [sexes, ages].into_iter().flatten().collect();
    Some(persons)
}

/// Whether each row has its date of death, and nothing that could be a number of people.
fn are_deaths(look: &Look) -> bool {
    let is_date = |column: &&Seen| is_of_death(column) && form(column).is_some() && column.filled == look.rows;
    let date = look.columns.iter().find(is_date);
    let may_count = |column: &Seen| column.is_number() && form(column).is_none() && !numbers_each(look, column);
    date.is_some_and(|date| !look.columns.iter().any(|column| column.name != date.name && may_count(column)))
}

impl Persons {
    fn by_status(&mut self, column: &Seen, values: &[(&str, &'static str)]) {
        let said: Vec<String> = values
            .iter()
            .map(|(value, measure)| {
                let rows = column.cells.iter().filter(|cell| *cell == value).count();
                format!("\"{value}\" is {measure} ({})", say::number(rows))
            })
            .collect();
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        self.reasons.push(format!("\"{}\" says what happened: {}", column.name, say::list(&said)));
        let is_blank =
            |cell: &&&str| !column.values.contains_key(**cell) && !values.iter().any(|(value, _)| value == *cell);
        let blanks = column.cells.iter().filter(is_blank).count();
        if blanks > 0 {
            self.reasons.push(format!(
                "\"{}\" is blank in {}: these people are kept apart",
                column.name,
                say::rows(blanks)
            ));
        }
        values.first().map_or("people", |(_, measure)| measure).clone_into(&mut self.rule.measure);
        let mut values: IndexMap<String, String> =
            values.iter().map(|(value, measure)| ((*value).to_owned(), (*measure).to_owned())).collect();
        // Who has no status is not counted among those that have one.
        if blanks > 0 {
            values.insert(String::new(), fates::NOT_STATED.to_owned());
        }
        if values.values().any(|measure| measure == fates::NOT_STATED) {
            self.labels.insert(fates::NOT_STATED.to_owned(), "Not stated".to_owned());
        }
        self.asks.extend(codes::ask_fates(column, &values));
        self.measure = Some(Values { column: column.name.to_owned(), values });
    }

    fn by_words(&mut self, look: &Look) {
        // "Cause of death", "date killed"; a file's name where no column says it. Marks say it of some people only.
        let in_columns = |wanted: &str| {
            let says = |column: &&Seen| column.filled > 0 && column.named.measures.contains(&wanted);
            look.columns.iter().filter(says).find(|column| fates::mark(column).is_none())
        };
        let known = ["killed", "dead", "missing", "detained", "executed", "abducted", "injured"];
        let found = known
            .iter()
            .find_map(|measure| in_columns(measure).map(|column| (*measure, format!("\"{}\"", column.name))));
        let is_in_date = known.iter().find_map(|measure| in_columns(measure)).is_some_and(is_of_death);
        let has_marks = look.columns.iter().any(|column| fates::said_by_mark(column).is_some());
        let in_name = || look.context().filter(|_| !has_marks).map(|measure| (measure, "the file's name".to_owned()));
        if let Some((measure, place)) = found.or_else(in_name) {
            measure.clone_into(&mut self.rule.measure);
            self.reasons.push(format!("{place} says that they are {measure}"));
            if let Some(died) = who_died::find(look).filter(|_| is_in_date && !look.context().is_some_and(is_death)) {
                self.reasons.push(died.reason);
                self.asks.push(died.ask);
                self.keep = died.filter;
            }
            return;
        }
        let are_casualties = look.columns.iter().any(|column| column.named.is_vague);
        let measure = if are_casualties { "casualties" } else { "people" };
        let question = "What happened to the people in this list?";
        if let Some(ask) = self.by_mark(look, measure, question) {
            self.asks.push(ask);
            return;
        }
        measure.clone_into(&mut self.rule.measure);
        self.labels.insert(measure.to_owned(), say::label(measure));
        let ask = Ask::what_is_counted(
            question.to_owned(),
            measure,
            "It does not say",
            &[
                ("They were killed", "killed"),
                ("They died", "dead"),
                ("They were injured", "injured"),
                ("They are missing", "missing"),
                ("They were detained", "detained"),
            ],
        );
        self.asks.push(marked(look).into_iter().fold(ask, |ask, (filter, said)| {
            let from = measure.to_owned();
            ask.or(those_with(&filter, said), move |recipe| {
                recipe.keep.push(filter.clone());
                rename(recipe, &from, said);
            })
        }));
    }

    /// Counts those with the mark of death, unless the file is about something else.
    fn by_mark(&mut self, look: &Look, of_all: &'static str, question: &str) -> Option<Ask> {
        let marked = marked(look);
        let (dead, died) = marked.iter().find(|(_, said)| is_death(said))?.clone();
        if look.context().is_some_and(|measure| !is_death(measure)) {
            return None;
        }
        died.clone_into(&mut self.rule.measure);
        self.keep = Some(dead.clone());
        self.reasons.push(format!("\"{}\" says by a mark who died", dead.column));
        let ask = Ask::new(question.to_owned(), &those_with(&dead, died)).weighing(9);
        let others = marked.into_iter().filter(|(filter, _)| *filter != dead);
        let ask = others.fold(ask, |ask, (filter, said)| {
            let own = dead.clone();
            ask.or(those_with(&filter, said), move |recipe| {
                recipe.keep.iter_mut().filter(|known| **known == own).for_each(|known| known.clone_from(&filter));
                rename(recipe, died, said);
            })
        });
        Some(ask.or("It does not say: all of them are counted", move |recipe| {
            recipe.keep.retain(|known| *known != dead);
            rename(recipe, died, of_all);
            recipe.labels.insert(of_all.to_owned(), say::label(of_all));
        }))
    }
}

/// The people with a mark, and what the name of its column says of them.
fn marked(look: &Look) -> Vec<(Filter, &'static str)> {
    let of = |column: &Seen| {
        let (mark, said) = fates::said_by_mark(column)?;
        let filter = Filter { column: column.name.to_owned(), only: vec![mark.to_owned()], except: Vec::new() };
        Some((filter, said))
    };
    look.columns.iter().filter_map(of).collect()
}

fn those_with(filter: &Filter, said: &str) -> String {
    format!("Only those with \"{}\" in \"{}\": {}", filter.only.join(", "), filter.column, say::words(said))
}

/// By what the people of a list are told apart: the first of `splits` unless the user wants another.
pub(in super::super) fn ask_split(splits: &[Split], groups: &[&Seen], status: Option<&str>) -> Ask {
    let name = |split: &Split| format!("By \"{}\"", split.column);
    let default = splits.first().map_or("By nothing".to_owned(), name);
    let mut ask = Ask::new("By what are the people told apart?".to_owned(), &default).weighing(4);
    let is_new = |column: &&&Seen| {
        column.values.len() <= 40
            && status != Some(column.name)
            && !splits.iter().any(|split| split.column == column.name)
    };
    let others = groups
        .iter()
        .filter(is_new)
        .map(|column| super::super::detect::split_of(column, (column.values.len() > 12).then_some(12)));
    for other in splits.iter().skip(1).cloned().chain(others) {
        ask = ask.or(name(&other), move |recipe| recipe.split = vec![other.clone()]);
    }
    if let [first, second, ..] = splits {
        let both = vec![first.clone(), second.clone()];
        ask = ask.or(format!("By \"{}\" and \"{}\"", first.column, second.column), move |recipe| {
            recipe.split.clone_from(&both);
        });
    }
    if splits.is_empty() { ask } else { ask.or("By nothing", |recipe| recipe.split.clear()) }
}
