//! Tables whose columns are dates: one row for each place, one column for each day.

use super::columns;
use super::date_form;
use super::detect::split_of;
use super::doubts::Ask;
use super::ledger::{self, Steps};
use super::look::{Look, Seen};
use super::name::Named;
use super::say;
use super::so_far;
use crate::formats::table::recipe::{BasisRule, DateForm, Events, Filter, Periods, Split, Wide};
use crate::formats::table::value;
use crate::formats::table::{Column, Sample, SampleRow};
use indexmap::IndexMap;

/// A year alone is a column's name in many tables; so many in a row make it a series. Days and months name themselves.
const LEAST_YEARS: usize = 4;
const LEAST: usize = 2;
/// Fewer dates do not show that numbers never fall.
const LEAST_SO_FAR: usize = 4;

/// What a wide table says.
pub(super) struct Found {
    pub wide: Wide,
    /// What the names say of the numbers, beside their dates.
    pub named: Named,
    pub events: Events,
    pub split: Option<Split>,
    pub keep: Option<Filter>,
    pub basis: BasisRule,
    pub periods: Periods,
    pub reasons: Vec<String>,
    pub asks: Vec<Ask>,
}

/// The columns whose names are dates, but for what stands before and behind those in all of them.
struct Dated<'l, 's> {
    columns: Vec<&'l Seen<'s>>,
    wide: Wide,
    named: Named,
}

/// Reads columns as dates; `None` where too few of them are.
pub(super) fn find(look: &Look) -> Option<Found> {
    let numeric = look.columns.iter().filter(|column| column.is_number() || column.filled == 0);
    let numeric: Vec<&Seen> = numeric.filter(|column| column.name.chars().any(|c| c.is_ascii_digit())).collect();
    let mut all: Vec<Dated> = bare(&numeric).map_or_else(|| within(&numeric), |dated| vec![dated]);
    if all.is_empty() {
        return None;
    }
    let Dated { columns: dated, wide, named } = all.remove(0);
    let form = wide.form;
    let (first, last) = (dated.first()?, dated.last()?);
    let mut reasons =
        vec![format!("{} columns are dates, from {} to {}", say::number(dated.len()), first.name, last.name)];
    let Steps { holds, rises } = steps(look, &dated);
    let never_fall = holds.of >= 5 && holds.share() >= 0.97 && rises > 0;
    // From one year to the next much may rise.
    let is_cumulative = never_fall && dated.len() >= LEAST_SO_FAR;
    let mut asks: Vec<Ask> = which(&named, all).into_iter().collect();
    if is_cumulative {
        reasons.push(format!(
            "the numbers do not fall on {} of {} steps: totals so far",
            say::number(holds.rows),
            say::number(holds.of)
        ));
        asks.push(so_far::ask());
    } else if never_fall {
        asks.push(so_far::ask_perhaps());
    }
    let mut named = named;
    let rows = rows(look, &dated);
    if let Some((column, whole)) = rows.whole {
        reasons.push(format!("left out: the row \"{whole}\" in \"{column}\"; it is the sum of the others"));
        if named.measures.is_empty() {
            named = Named::new(whole, None);
        }
    }
    let periods = match (wide.date(first.name), wide.date(last.name)) {
        (Some(from), Some(to))
            if !is_cumulative && (to.last_day() - from.first_day()).get_days() > 400 && form != DateForm::Year =>
        {
            Periods::Month
        }
        _ => Periods::Rows,
    };
    let basis = if is_cumulative { BasisRule::Cumulative } else { BasisRule::Incremental };
    let keep = rows.whole.map(|(column, whole)| Filter {
        column: column.to_owned(),
        only: Vec::new(),
        except: vec![whole.to_owned()],
    });
    Some(Found { wide, named, events: rows.events, split: rows.split, keep, basis, periods, reasons, asks })
}

/// The steps from date to date; each row is a series of its own.
fn steps(look: &Look, dated: &[&Seen]) -> Steps {
    let order: Vec<usize> = (0..dated.len()).collect();
    let of_row = |row: usize| {
        let series: Vec<Option<f64>> = dated.iter().map(|column| column.numbers.get(row).copied().flatten()).collect();
        ledger::steps(&series, &order)
    };
    (0..look.rows).map(of_row).sum()
}

/// What the rows are: events, or people told apart.
struct Rows<'s> {
    events: Events,
    split: Option<Split>,
    /// The column and its value in the row that is the sum of the others.
    whole: Option<(&'s str, &'s str)>,
}

fn rows<'s>(look: &Look<'s>, dated: &[&Seen]) -> Rows<'s> {
    let text = || look.columns.iter().find(|column| !column.is_number() && column.filled > 0);
    let names = columns::events(look).into_iter().chain(columns::areas(look)).next().or_else(text);
    let Some(names) = names else { return Rows { events: Events::default(), split: None, whole: None } };
    let whole = sum_of_others(look, dated, names).map(|whole| (names.name, whole));
    if tells_people_apart(names, usize::from(whole.is_some())) {
        return Rows { events: Events::default(), split: Some(split_of(names, None)), whole };
    }
    let events = Events { columns: vec![names.name.to_owned()], ..Events::default() };
    Rows { events, split: None, whole }
}

/// Columns whose names are dates and nothing else.
fn bare<'l, 's>(numeric: &[&'l Seen<'s>]) -> Option<Dated<'l, 's>> {
    let begins = |column: &&&Seen| column.name.starts_with(|c: char| c.is_alphanumeric());
    let numeric: Vec<&Seen> = numeric.iter().filter(begins).copied().collect();
    let form = form(numeric.iter().map(|column| column.name))?;
    let wide = Wide { form, before: String::new(), after: String::new(), except: Vec::new() };
    let columns: Vec<&Seen> = numeric.into_iter().filter(|column| wide.date(column.name).is_some()).collect();
    let least = if form == DateForm::Year { LEAST_YEARS } else { LEAST };
    (columns.len() >= least).then(|| Dated { columns, wide, named: Named::default() })
}

/// Asks for one of several measures.
fn which(taken: &Named, others: Vec<Dated>) -> Option<Ask> {
    let say = |named: &Named| named.measures.first().map(|measure| say::words(measure));
    let ask = Ask::new("Which of the numbers are read?".to_owned(), &format!("Of {} only", say(taken)?));
    let others = others.into_iter().filter_map(|other| Some((say(&other.named)?, other)));
    let ask = others.fold(ask, |ask, (words, Dated { wide, named, .. })| {
        ask.or(format!("Of {words} only"), move |recipe| {
            recipe.wide = Some(wide.clone());
            for (rule, measure) in recipe.counts.iter_mut().zip(&named.measures) {
                (*measure).clone_into(&mut rule.measure);
            }
        })
    });
    ask.is_open().then(|| ask.weighing(7))
}

/// Columns whose names say what is counted, and when: "Deaths 2019", "killed_2020-03". Of several measures, those that
/// kill stand before others.
fn within<'l, 's>(numeric: &[&'l Seen<'s>]) -> Vec<Dated<'l, 's>> {
    let mut alike: IndexMap<(&str, &str), Vec<&Seen>> = IndexMap::new();
    for column in numeric {
        alike.entry(around(column.name)).or_default().push(column);
    }
    let dated = |((before, after), columns): ((&str, &str), Vec<&'l Seen<'s>>)| {
        let named = Named::new(&format!("{before} {after}"), None);
        if columns.len() < LEAST || named.is_rate || named.is_things || named.is_no_count || named.measures.is_empty() {
            return None;
        }
        let (before, after) = (before.to_owned(), after.to_owned());
        let middle = columns.iter().filter_map(|column| column.name.strip_prefix(&*before)?.strip_suffix(&*after));
        let wide = Wide { form: form(middle)?, before, after, except: Vec::new() };
        let columns: Vec<&Seen> = columns.into_iter().filter(|column| wide.date(column.name).is_some()).collect();
        (columns.len() >= LEAST).then_some(Dated { columns, wide, named })
    };
    let kills = |dated: &Dated| dated.named.measures.iter().any(|measure| matches!(*measure, "killed" | "dead"));
    let mut all: Vec<Dated> = alike.into_iter().filter_map(dated).collect();
    all.sort_by_key(|dated| !kills(dated));
    all
}

/// What stands before and behind the numbers in a name, and the name of a month beside them.
fn around(name: &str) -> (&str, &str) {
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (name.find(is_digit), name.rfind(is_digit)) else { return (name, "") };
    let (before, after) = (name.get(..first).unwrap_or_default(), name.get(last + 1..).unwrap_or_default());
    let is_month =
        |word: &str| value::date(&format!("1 {word} 2000"), DateForm::DayMonthYear).is_ok_and(|date| date.is_some());
    let start = before.trim_end_matches([' ', '-', '_', '.']);
    let word = start.rfind(|c: char| !c.is_alphabetic()).map_or(start, |at| start.get(at + 1..).unwrap_or_default());
    let is_dated = !word.is_empty() && word.chars().all(char::is_alphabetic) && is_month(word);
    (if is_dated { before.get(..start.len() - word.len()).unwrap_or_default() } else { before }, after)
}

/// The row that is the sum of all others in nearly all columns: "USA" among its states.
fn sum_of_others<'s>(look: &Look<'s>, dated: &[&Seen], names: &Seen<'s>) -> Option<&'s str> {
    if look.rows < 3 || dated.len() < 2 || look.rows + dated.len() < 6 || names.values.len() < look.rows {
        return None;
    }
    let number = |column: &Seen, row: usize| column.numbers.get(row).copied().flatten().unwrap_or(0.0);
    let is_sum = |row: &usize| {
        let holds = dated.iter().filter(|column| {
            let all: f64 = (0..look.rows).map(|row| number(column, row)).sum();
            let own = number(column, *row);
            own > 0.0 && (all - 2.0 * own).abs() < 0.5
        });
        holds.count() * 10 >= dated.len() * 9
    };
    (0..look.rows).find(is_sum).and_then(|row| names.cells.get(row).copied())
}

/// Whether the rows but for those that are `left_out` are men, women and children, and not events.
fn tells_people_apart(names: &Seen, left_out: usize) -> bool {
    let known = names.values.keys().filter(|value| !Named::new(value, None).who.is_empty()).count();
    known >= 2 && known * 10 >= (names.values.len() - left_out) * 8
}

/// How names are written as dates: they are looked at as if they were a column's values.
fn form<'n>(names: impl Iterator<Item = &'n str>) -> Option<DateForm> {
    let rows = names.map(|name| SampleRow { line: None, cells: [name].into_iter().collect() }).collect();
    let sample = Sample { columns: vec![Column { name: "date".to_owned(), tag: None }], rows, is_whole: true };
    let about = super::About::default();
    let look = Look::new(&sample, &about, &|_| true);
    let (form, _) = date_form::form(look.columns.first()?)?;
    (!matches!(form, DateForm::Serial | DateForm::Epoch)).then_some(form)
}
