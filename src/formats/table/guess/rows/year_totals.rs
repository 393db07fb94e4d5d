//! Totals of years that stand between months: "2022 total", "Annual total", a bare "2022". Each is the sum of the months since
//! the last such row, or of those until the next one, and what it is called is no month.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen, share};
use super::super::say;
use super::super::when::dates;
use super::sum_row::{self, number};
use crate::formats::table::recipe::{DateForm, Filter};
use crate::formats::table::value::{date, month_of_name};
use crate::model::When;

/// Fewer months may add up to another row by chance.
const LEAST_MONTHS: usize = 4;
/// One total alone is the sum of at least so many numbers.
const LEAST_ADDED: usize = 3;
/// A quarter has no more days.
const LONGEST: i32 = 92;
/// The ways in which months are written.
const FORMS: [DateForm; 4] = [DateForm::YearMonthDay, DateForm::DayMonthYear, DateForm::SolarHijri, DateForm::Buddhist];

/// The filter that leaves the totals out, why, and what is asked where some of them are no sums.
pub(in super::super) fn find(look: &Look, filters: &[(Filter, String)]) -> Option<(Filter, String, Option<Ask>)> {
    let rows = sum_row::kept(look, filters);
    let counts = sum_row::counts(look, &dates::find(look));
    look.columns.iter().filter(|seen| !seen.named.is_rate).find_map(|names| of_column(names, &counts, &rows))
}

fn of_column(names: &Seen, counts: &[&Seen], rows: &[usize]) -> Option<(Filter, String, Option<Ask>)> {
    let counts: Vec<&Seen> = counts.iter().filter(|seen| seen.name != names.name).copied().collect();
    let is_counted = |row: &usize| counts.iter().any(|seen| seen.numbers.get(*row).is_some_and(Option::is_some));
    let rows: Vec<usize> = rows.iter().filter(|row| is_counted(row)).copied().collect();
    let cell = |row: &usize| names.cells.get(*row).copied().unwrap_or_default();
    let read = |form: DateForm| -> Vec<bool> { rows.iter().map(|row| is_part_of_year(cell(row), form)).collect() };
    let many = |are: &Vec<bool>| are.iter().filter(|is| **is).count();
    let are_months = FORMS.into_iter().map(read).max_by_key(many)?;
    let months = many(&are_months);
    if months < LEAST_MONTHS || months == rows.len() || share(months, rows.len()) < 0.6 {
        return None;
    }
    let table: Vec<(usize, bool)> = rows.iter().copied().zip(are_months).collect();
    let below: Vec<(usize, bool)> = table.iter().rev().copied().collect();
    let sums = [&table, &below].map(|table| Sums::of(&counts, table));
    let sums = sums.into_iter().max_by_key(|sums| sums.closing.len())?;
    if !(sums.closing.len() >= 2 || sums.most_added >= LEAST_ADDED) {
        return None;
    }
    // "2023 total" is as much of a total as "2022 total" is.
    let shapes: Vec<String> = sums.closing.iter().map(|row| shape(cell(row))).collect();
    let (totals, odd): (Vec<usize>, Vec<usize>) = {
        let of_shape = table.iter().filter(|(row, is_month)| !is_month && shapes.contains(&shape(cell(row))));
        of_shape.map(|(row, _)| *row).partition(|row| sums.closing.contains(row))
    };
    if odd.len() > totals.len() {
        return None;
    }
    let mut except: Vec<String> = totals.iter().chain(&odd).map(|row| cell(row).to_owned()).collect();
    except.sort();
    except.dedup();
    let called: Vec<&str> = except.iter().map(String::as_str).collect();
    let reason =
        format!("left out: rows with {} in \"{}\"; they are the sums of their months", quoted(&called), names.name);
    let filter = Filter { column: names.name.to_owned(), only: Vec::new(), except: except.clone() };
    let odd: Vec<&str> = odd.iter().map(cell).collect();
    let ask = (!odd.is_empty()).then(|| ask_odd(&odd, &filter));
    Some((filter, reason, ask))
}

/// Names in quotes; the one of no name is said to be blank.
fn quoted(names: &[&str]) -> String {
    let quoted: Vec<String> =
        names.iter().map(|name| if name.is_empty() { "no name".to_owned() } else { format!("\"{name}\"") }).collect();
    say::list(&quoted.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Whether a cell is a day, a week, a month or a quarter, with its year or without.
fn is_part_of_year(cell: &str, form: DateForm) -> bool {
    let days = |when: When| (when.last_day() - when.first_day()).get_days();
    month_of_name(cell).is_some() || date(cell, form).ok().flatten().is_some_and(|when| days(when) <= LONGEST)
}

/// Whether a cell is a date at all.
pub(in super::super) fn is_date(cell: &str) -> bool {
    month_of_name(cell).is_some() || FORMS.into_iter().any(|form| matches!(date(cell, form), Ok(Some(_))))
}

/// What it is called but for its numbers.
fn shape(name: &str) -> String {
    name.chars().filter(|character| !character.is_numeric()).flat_map(char::to_lowercase).collect()
}

/// The rows among months that are the sums of those before them.
struct Sums {
    closing: Vec<usize>,
    /// How many numbers above nothing the longest of them adds up.
    most_added: usize,
}

impl Sums {
    fn of(counts: &[&Seen], table: &[(usize, bool)]) -> Self {
        let (mut run, mut all): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut found = Self { closing: Vec::new(), most_added: 0 };
        for (row, is_month) in table.iter().copied() {
            if is_month {
                run.push(row);
                all.push(row);
                continue;
            }
            let held = [&run, &all].into_iter().find(|rows| rows.len() >= 2 && closes(counts, row, rows));
            if let Some(rows) = held {
                let is_more = |of: &&usize| counts.iter().any(|seen| number(seen, **of) > 0.0);
                found.most_added = found.most_added.max(rows.iter().filter(is_more).count());
                found.closing.push(row);
            }
            run.clear();
        }
        found
    }
}

/// Whether each number of a row is the sum of those of others, and one of them more than nothing.
fn closes(counts: &[&Seen], row: usize, rows: &[usize]) -> bool {
    let stated = counts.iter().filter_map(|seen| Some((seen, seen.numbers.get(row).copied().flatten()?)));
    let stated: Vec<(&&Seen, f64)> = stated.collect();
    stated.iter().any(|(_, own)| *own > 0.0)
        && stated.iter().all(|(seen, own)| (own - sum_row::sum(seen, rows)).abs() < 0.5)
}

/// Asks about the rows that are called as the others, and are no sums.
fn ask_odd(odd: &[&str], filter: &Filter) -> Ask {
    let (verb, sums) = if odd.len() == 1 { ("Is", "a total") } else { ("Are", "totals") };
    let question = format!("{verb} {} {sums}? The months do not add up to it.", quoted(odd));
    let own = filter.clone();
    let odd: Vec<String> = odd.iter().map(|name| (*name).to_owned()).collect();
    let ask = Ask::new(question, "Yes: it is left out, like the others").weighing(8);
    ask.or("No: it is counted", move |recipe| {
        for filter in recipe.keep.iter_mut().filter(|filter| **filter == own) {
            filter.except.retain(|name| !odd.contains(name));
        }
    })
}
