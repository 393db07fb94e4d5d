//! Tables whose columns are dates: one row for each place, one column for each day.

use super::super::about::columns;
use super::super::counted::ledger::{self, Steps};
use super::super::counted::so_far_asks;
use super::super::detect::split_of;
use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::super::names::name::Named;
use super::super::names::spoken;
use super::super::rows::sum_row;
use super::super::say;
use super::date_words::MONTHS;
use super::dated::{self, Dated};
use crate::formats::table::recipe::{BasisRule, DateForm, Events, Filter, Periods, Split, Wide};
use crate::formats::table::value::month_of_name;

/// Fewer dates do not show that numbers never fall.
const LEAST_SO_FAR: usize = 4;

/// What a wide table says.
pub(in super::super) struct Found {
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

/// Reads columns as dates; `None` where too few of them are.
pub(in super::super) fn find(look: &Look) -> Option<Found> {
    let mut all = dated::find(look, || spoken::in_rows(look).measure.is_some());
    if all.is_empty() {
        return None;
    }
    let mut first = all.remove(0);
    let mut asks: Vec<Ask> = which(&first.named, (&first.wide, all)).into_iter().collect();
    let mut reasons = Vec::new();
    let rows = rows(look, &first.columns);
    asks.extend(compare(look, &mut first, &mut reasons));
    let month = month_of_rows(look, &first);
    reasons.extend(month.as_ref().map(|name| format!("each number is of the month in \"{name}\"")));
    first.wide.month = month;
    let Dated { columns: dated, wide, named } = first;
    let form = wide.form;
    let (first, last) = (dated.first()?, dated.last()?);
    if dated.len() > 1 {
        let count = say::number(dated.len());
        reasons.push(format!("{count} columns are dates, from {} to {}", first.name, last.name));
    }
    let Steps { holds, rises } = steps(look, &dated);
    let never_fall = holds.of >= 5 && holds.share() >= 0.97 && rises > 0;
    // From one year to the next much may rise.
    let is_cumulative = never_fall && dated.len() >= LEAST_SO_FAR;
    if is_cumulative {
        reasons.push(format!(
            "the numbers do not fall on {} of {} steps: totals so far",
            say::number(holds.rows),
            say::number(holds.of)
        ));
        asks.push(so_far_asks::ask());
    } else if never_fall && (form != DateForm::Year || !named.measures.is_empty()) {
        asks.push(so_far_asks::ask_perhaps());
    }
    let mut named = named;
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
    // Months of years that are columns are added up, and none is an event.
    let are_months = names.values.keys().filter(|value| month_of_name(value).is_some()).count() * 10
        >= (names.values.len() - usize::from(whole.is_some())) * 9;
    let columns = if are_months { Vec::new() } else { vec![names.name.to_owned()] };
    let events = Events { columns, ..Events::default() };
    Rows { events, split: None, whole }
}

/// The column of the months of rows, where the columns are years: names, or numbers under such a word.
fn month_of_rows(look: &Look, dated: &Dated) -> Option<String> {
    if dated.wide.form != DateForm::Year {
        return None;
    }
    let is_month = |value: &str, is_named: bool| {
        let number = || value.parse::<u8>().is_ok_and(|number| (1..=12).contains(&number));
        month_of_name(value).is_some() || is_named && number()
    };
    let are_months = |column: &&Seen| {
        let is_named = column.named.has(&MONTHS);
        let months = column.values.keys().filter(|value| is_month(value, is_named)).count();
        // One row may be their sum.
        months >= 2 && months * 10 >= column.values.len().saturating_sub(1) * 9
    };
    let others = look.columns.iter().filter(|column| dated.columns.iter().all(|one| one.name != column.name));
    others.filter(|column| column.filled == look.rows).find(are_months).map(|column| column.name.to_owned())
}

/// Asks for one of several sets of columns.
fn which(taken: &Named, (wide, others): (&Wide, Vec<Dated>)) -> Option<Ask> {
    let say = |named: &Named, wide: &Wide| match named.measures.first() {
        Some(measure) => format!("Of {} only", say::words(measure)),
        None => format!("Of \"{}\" only", format!("{}{}", wide.before, wide.after).trim()),
    };
    let ask = Ask::new("Which of the numbers are read?".to_owned(), &say(taken, wide));
    let ask = others.into_iter().fold(ask, |ask, Dated { wide, named, .. }| {
        ask.or(say(&named, &wide), move |recipe| {
            recipe.wide = Some(wide.clone());
            for (rule, measure) in recipe.counts.iter_mut().zip(&named.measures) {
                (*measure).clone_into(&mut rule.measure);
            }
        })
    });
    ask.is_open().then(|| ask.weighing(7))
}

/// Leaves all columns but the latest out, where they are compared with it and do not add up to anything.
fn compare(look: &Look, dated: &mut Dated, reasons: &mut Vec<String>) -> Option<Ask> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let (latest, others) = dated.compared().or_else(|| before_and_now(look, dated))?;
    reasons.push(format!("left out: {}; they are compared with \"{latest}\" and do not add to it", say::list(&others)));
    let all: Vec<&str> = others.iter().copied().chain([latest]).collect();
    let mut ask = Ask::new("Which of the periods is counted?".to_owned(), latest).weighing(8);
    for other in &others {
        let except = owned(&all.iter().copied().filter(|name| name != other).collect::<Vec<_>>());
        ask = ask.or(*other, move |recipe| {
            recipe.wide.iter_mut().for_each(|wide| wide.except.clone_from(&except));
        });
    }
    let ask = ask.or("All: they are added up", |recipe| {
        recipe.wide.iter_mut().for_each(|wide| wide.except.clear());
    });
    let (latest, except) = (latest.to_owned(), owned(&others));
    dated.columns.retain(|column| column.name == latest);
    dated.wide.except = except;
    Some(ask)
}

/// The later and the earlier of two dates, where a third column says how much the numbers of each row changed from one to the
/// other, and the rows count different things.
fn before_and_now<'n>(look: &Look, dated: &Dated<'n, '_>) -> Option<(&'n str, Vec<&'n str>)> {
    let [first, second] = *dated.columns.as_slice() else { return None };
    let is_later = dated.wide.date(first.name)?.first_day() > dated.wide.date(second.name)?.first_day();
    let (now, before) = if is_later { (first, second) } else { (second, first) };
    let number = |seen: &Seen, row: usize| seen.numbers.get(row).copied().flatten();
    let is_change = |column: &&Seen| {
        let known =
            (0..look.rows).filter_map(|row| Some((number(column, row)?, number(before, row)?, number(now, row)?)));
        let holds: Vec<bool> = known
            .filter(|(_, before, _)| *before > 0.0)
            .map(|(change, before, now)| {
                let percent = (now / before - 1.0) * 100.0;
                (change - percent).abs() < 0.6 || (change - (now - before)).abs() < 0.5
            })
            .collect();
        holds.len() >= 2 && holds.iter().all(|holds| *holds)
    };
    let mut others = look.columns.iter().filter(|column| column.name != first.name && column.name != second.name);
    let is_told = spoken::in_rows(look).measure.is_some();
    (is_told && others.any(|column| is_change(&column))).then(|| (now.name, vec![before.name]))
}

/// The row that is the sum of all others in nearly all columns: "USA" among its states.
fn sum_of_others<'s>(look: &Look<'s>, dated: &[&Seen], names: &Seen<'s>) -> Option<&'s str> {
    if look.rows < 3 || dated.len() < 2 || look.rows + dated.len() < 6 || names.values.len() < look.rows {
        return None;
    }
    // Then one sum makes all of them.
    if look.rows == 3 && sum_row::are_multiples(dated, &[0, 1, 2]) {
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
