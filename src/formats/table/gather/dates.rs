//! When a row says that it was.

use super::plan::{DatePlace, Plan, Slot, cell, is_same};
use crate::formats::table::Row;
use crate::formats::table::recipe::DateForm;
use crate::formats::table::value::{date, parts};
use crate::model::When;

/// The dates that were read last: tables often have the same one in many rows.
#[derive(Default)]
pub(super) struct Dates {
    /// From the first column and from the second.
    cells: [(String, Option<When>); 2],
    /// From the columns of year, month and day.
    parts: ([String; 3], Option<When>),
}

impl Dates {
    /// A row's date or span.
    pub(super) fn when(&mut self, plan: &Plan, row: &Row) -> Result<Option<When>, String> {
        let Some(rule) = &plan.date else { return Ok(None) };
        match rule.place {
            DatePlace::Day(slot) => self.date(plan, 0, slot, cell(row, slot), rule.form),
            DatePlace::Span(first, last) => {
                let from = self.date(plan, 0, first, cell(row, first), rule.form)?;
                // Most incidents begin and end on one day.
                let is_one = is_same(cell(row, first), cell(row, last));
                let to = if is_one { from } else { self.date(plan, 1, last, cell(row, last), rule.form)? };
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
                let texts = [Some(year), month, day].map(|slot| slot.map_or("", |slot| cell(row, slot)));
                let (last, when) = &mut self.parts;
                if !last.iter().zip(texts).all(|(last, text)| is_same(last, text)) {
                    let [year_text, month_text, day_text] = texts;
                    *when = parts(year_text, month_text, day_text).map_err(|error| {
                        let names: Vec<String> =
                            [Some(year), month, day].into_iter().flatten().map(|slot| plan.name(slot)).collect();
                        format!("columns {}: {error}", names.join(", "))
                    })?;
                    *last = texts.map(str::to_owned);
                }
                Ok(*when)
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
        let Some((last, when)) = self.cells.get_mut(place) else { return Ok(None) };
        if !is_same(last, text) {
            *when = date(text, form).map_err(|error| format!("column {}: {error}", plan.name(slot)))?;
            last.clear();
            last.push_str(text);
        }
        Ok(*when)
    }
}
