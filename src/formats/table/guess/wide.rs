//! Tables whose columns are dates: one row for each place, one column for each day.

use super::columns;
use super::date_form;
use super::doubts::Ask;
use super::ledger;
use super::look::{Look, Seen};
use super::say;
use crate::formats::table::recipe::{BasisRule, DateForm, Events, Periods, Wide};
use crate::formats::table::value;
use crate::formats::table::{Column, Sample, SampleRow};

/// A year alone is a column's name in many tables; so many in a row make it a series.
const LEAST: usize = 4;

/// What a wide table says.
pub(super) struct Found {
    pub wide: Wide,
    pub events: Events,
    pub basis: BasisRule,
    pub periods: Periods,
    pub reasons: Vec<String>,
    pub asks: Vec<Ask>,
}

/// Reads columns as dates; `None` where too few of them are.
pub(super) fn find(look: &Look) -> Option<Found> {
    let numeric: Vec<&Seen> = look.columns.iter().filter(|column| column.is_number() || column.filled == 0).collect();
    let dated: Vec<&Seen> = numeric
        .into_iter()
        .filter(|column| column.name.starts_with(|c: char| c.is_alphanumeric()))
        .filter(|column| column.name.chars().any(|c| c.is_ascii_digit()))
        .collect();
    if dated.len() < LEAST {
        return None;
    }
    let form = form(&dated)?;
    let dated: Vec<&Seen> =
        dated.into_iter().filter(|column| matches!(value::date(column.name, form), Ok(Some(_)))).collect();
    if dated.len() < LEAST {
        return None;
    }
    let (first, last) = (dated.first()?, dated.last()?);
    let mut reasons =
        vec![format!("{} columns are dates, from {} to {}", say::number(dated.len()), first.name, last.name)];
    // Each row is a series of its own.
    let mut holds = ledger::Holds::default();
    let mut rises = 0;
    for row in 0..look.rows {
        let series: Vec<Option<f64>> = dated.iter().map(|column| column.numbers.get(row).copied().flatten()).collect();
        let order: Vec<usize> = (0..series.len()).collect();
        let (steps, up) = ledger::rising(&series, &order);
        holds = ledger::Holds { rows: holds.rows + steps.rows, of: holds.of + steps.of };
        rises += up;
    }
    let is_cumulative = holds.of >= 5 && holds.share() >= 0.97 && rises > 0;
    let mut asks = Vec::new();
    if is_cumulative {
        reasons.push(format!(
            "the numbers do not fall on {} of {} steps: totals so far",
            say::number(holds.rows),
            say::number(holds.of)
        ));
        asks.push(Ask::new("Are the numbers totals so far?".to_owned(), "Yes: they do not fall").or(
            "No: each is of its own date",
            |recipe| {
                recipe.basis = BasisRule::Incremental;
            },
        ));
    }
    let name = columns::events(look).into_iter().chain(columns::areas(look)).next();
    let name = name.or_else(|| look.columns.iter().find(|column| !column.is_number() && column.filled > 0));
    let events = Events { columns: name.iter().map(|column| column.name.to_owned()).collect(), ..Events::default() };
    let periods = match (value::date(first.name, form), value::date(last.name, form)) {
        (Ok(Some(from)), Ok(Some(to)))
            if !is_cumulative && (to.last_day() - from.first_day()).get_days() > 400 && form != DateForm::Year =>
        {
            Periods::Month
        }
        _ => Periods::Rows,
    };
    let basis = if is_cumulative { BasisRule::Cumulative } else { BasisRule::Incremental };
    Some(Found { wide: Wide { form }, events, basis, periods, reasons, asks })
}

/// How the names of the columns are written as dates: they are looked at as if they were a column's values.
fn form(columns: &[&Seen]) -> Option<DateForm> {
    let rows = columns.iter().map(|column| SampleRow { line: None, cells: vec![column.name.to_owned()] }).collect();
    let sample = Sample { columns: vec![Column { name: "date".to_owned(), tag: None }], rows, is_whole: true };
    let about = super::About::default();
    let look = Look::new(&sample, &about, &|_| true);
    let (form, _) = date_form::form(look.columns.first()?)?;
    (form != DateForm::Serial).then_some(form)
}
