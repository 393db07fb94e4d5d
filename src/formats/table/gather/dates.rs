//! When a row says that it was.

use super::plan::{DatePlace, Plan, Slot, cell};
use super::value::date;
use crate::formats::table::Row;
use crate::formats::table::recipe::DateForm;
use crate::formats::words::quoted;
use crate::model::{PartialDate, Precision, When};

/// The dates that were read last, from the first column and the second: tables often have the same one in many rows.
#[derive(Default)]
pub(super) struct Dates([(String, Option<When>); 2]);

impl Dates {
    /// A row's date or span.
    pub(super) fn when(&mut self, plan: &Plan, row: &Row) -> Result<Option<When>, String> {
        let Some(rule) = &plan.date else { return Ok(None) };
        match rule.place {
            DatePlace::Day(slot) => self.date(plan, 0, slot, cell(row, slot), rule.form),
            DatePlace::Span(first, last) => {
                let from = self.date(plan, 0, first, cell(row, first), rule.form)?;
                let to = self.date(plan, 1, last, cell(row, last), rule.form)?;
                let (Some(from), Some(to)) = (from, to) else { return Ok(from.or(to)) };
                if to.last_day() < from.first_day() {
                    let (first, last) = (plan.name(first), plan.name(last));
                    return Err(format!(
                        "columns {first} and {last}: found {from} and {to}, expected the last day not before the first"
                    ));
                }
                let to = to.end().from;
                Ok(Some(When { from: from.from, to: (to != from.from).then_some(to) }))
            }
            DatePlace::Parts { year, month, day } => {
                let Some(year) = self.date(plan, 0, year, cell(row, year), DateForm::Year)? else { return Ok(None) };
                let month = month.map_or(Ok(None), |slot| small(plan, slot, cell(row, slot), 12, &MONTHS))?;
                let day = day.map_or(Ok(None), |slot| small(plan, slot, cell(row, slot), 31, &[]))?;
                let Some(month) = month else { return Ok(Some(year)) };
                let first = year.first_day().with().month(month).day(day.unwrap_or(1)).build();
                let first = first.map_err(|_| {
                    format!("found day {} of month {month} in {year}, expected a day that there is", day.unwrap_or(1))
                })?;
                let mut date = PartialDate::day(first);
                date.precision = if day.is_some() { Precision::Day } else { Precision::Month };
                Ok(Some(date.into()))
            }
        }
    }

    /// A cell's date.
    fn date(
        &mut self,
        plan: &Plan,
        place: usize,
        slot: Slot,
        text: &str,
        form: DateForm,
    ) -> Result<Option<When>, String> {
        let Some((last, when)) = self.0.get_mut(place) else { return Ok(None) };
        if last != text {
            *when = date(text, form)
                .map_err(|error| format!("column {}: found {}, {error}", plan.name(slot), quoted(text)))?;
            last.clear();
            last.push_str(text);
        }
        Ok(*when)
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A month or day in a column of its own; 0 and blanks are unknown.
fn small(plan: &Plan, slot: Slot, text: &str, most: u64, names: &[&str]) -> Result<Option<i8>, String> {
    let start = text.get(..3).unwrap_or_default();
    if let Some(index) = names.iter().position(|name| name.eq_ignore_ascii_case(start)) {
        return Ok(i8::try_from(index + 1).ok());
    }
    match plan.number(slot, text)? {
        None | Some(0) => Ok(None),
        Some(number) if number <= most => Ok(i8::try_from(number).ok()),
        Some(number) => Err(format!("column {}: found {number}, expected at most {most}", plan.name(slot))),
    }
}
