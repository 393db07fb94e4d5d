//! When a row says that it was.

use super::plan::{DatePlace, Plan, Slot, cell, is_same};
use crate::formats::table::Row;
use crate::formats::table::recipe::DateForm;
use crate::formats::table::value::{date, iso_digits, parts};
use crate::model::When;
use foldhash::HashMap;

/// More different texts than this are not kept.
const MOST_KNOWN: usize = 16_384;

/// When a row is. Rows with the same mark have the same date; the same date may have several.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Dated {
    pub(super) when: Option<When>,
    pub(super) mark: [u32; 2],
}

impl Dated {
    /// The date that a column of a wide table stands for.
    pub(super) fn of_column(index: usize, when: When) -> Self {
        Self { when: Some(when), mark: [u32::MAX, u32::try_from(index).unwrap_or(u32::MAX)] }
    }
}

/// The dates that were read: tables have the same ones in many rows.
#[derive(Default)]
pub(super) struct Dates {
    known: HashMap<Box<str>, (Option<When>, u32)>,
    /// Days by their eight digits, whatever time of day stands behind them.
    days: HashMap<u32, (Option<When>, u32)>,
    /// From the columns of year, month and day.
    parts: ([String; 3], Dated),
    marks: u32,
}

impl Dates {
    /// A row's date or span.
    pub(super) fn when(&mut self, plan: &Plan, row: &Row) -> Result<Dated, String> {
        let Some(rule) = &plan.date else { return Ok(Dated::default()) };
        match rule.place {
            DatePlace::Day(slot) => {
                let (when, mark) = self.date(plan, slot, cell(row, slot), rule.form)?;
                Ok(Dated { when, mark: [mark, 0] })
            }
            DatePlace::Span(first, last) => {
                let (from, mark) = self.date(plan, first, cell(row, first), rule.form)?;
                // Most incidents begin and end on one day.
                if is_same(cell(row, first), cell(row, last)) {
                    return Ok(Dated { when: from, mark: [mark, 0] });
                }
                let (to, of_last) = self.date(plan, last, cell(row, last), rule.form)?;
                let mark = [mark, of_last];
                let (Some(from), Some(to)) = (from, to) else { return Ok(Dated { when: from.or(to), mark }) };
                if to.last_day() < from.first_day() {
                    let (first, last) = (plan.name(first), plan.name(last));
                    return Err(format!(
                        "columns {first} and {last}: found {from} and {to}, expected the last day not before the first"
                    ));
                }
                let to = to.end().from;
                Ok(Dated { when: Some(When { from: from.from, to: (to != from.from).then_some(to) }), mark })
            }
            DatePlace::Parts { year, month, day } => {
                let texts = [Some(year), month, day].map(|slot| slot.map_or("", |slot| cell(row, slot)));
                let (last, dated) = &mut self.parts;
                if !last.iter().zip(texts).all(|(last, text)| is_same(last, text)) {
                    let [year_text, month_text, day_text] = texts;
                    let when = parts(year_text, month_text, day_text).map_err(|error| {
                        let names: Vec<String> =
                            [Some(year), month, day].into_iter().flatten().map(|slot| plan.name(slot)).collect();
                        format!("columns {}: {error}", names.join(", "))
                    })?;
                    *last = texts.map(str::to_owned);
                    self.marks += 1;
                    *dated = Dated { when, mark: [self.marks, 0] };
                }
                Ok(*dated)
            }
        }
    }

    /// A cell's date and its mark.
    fn date(&mut self, plan: &Plan, slot: Slot, text: &str, form: DateForm) -> Result<(Option<When>, u32), String> {
        let day = if form == DateForm::YearMonthDay { iso_digits(text) } else { None };
        let known = match day {
            Some(day) => self.days.get(&day),
            None => self.known.get(text),
        };
        if let Some(known) = known {
            return Ok(*known);
        }
        let when = date(text, form).map_err(|error| format!("column {}: {error}", plan.name(slot)))?;
        if self.known.len() + self.days.len() >= MOST_KNOWN {
            self.known.clear();
            self.days.clear();
        }
        self.marks += 1;
        match day {
            Some(day) => self.days.insert(day, (when, self.marks)),
            None => self.known.insert(text.into(), (when, self.marks)),
        };
        Ok((when, self.marks))
    }
}
