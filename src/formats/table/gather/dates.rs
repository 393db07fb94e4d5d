//! When a row says that it was.

use super::plan::{DatePlace, Plan, Slot, cell, is_same};
use crate::formats::table::Row;
use crate::formats::table::recipe::DateForm;
use crate::formats::table::value::{date, day_of_digits, iso_digits, of_week, parts};
use crate::model::{PartialDate, When};
use foldhash::HashMap;

/// More different texts than this are not kept.
const MOST_KNOWN: usize = 16_384;

/// When a row is. Rows with the same mark have the same date; the same date may have several.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Dated {
    /// The date, but for days that their marks tell.
    stated: Option<When>,
    /// The mark of the date, or those of the first and the last day.
    pub(super) mark: [u32; 2],
}

/// Set in marks that are a day's eight digits.
const DAY: u32 = 1 << 31;

/// How many days the months have in every year.
const LENGTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl Dated {
    /// The date that a column of a wide table stands for.
    pub(super) fn of_column(index: usize, when: When) -> Self {
        Self { stated: Some(when), mark: [u32::MAX, u32::try_from(index).unwrap_or(u32::MAX)] }
    }

    /// The date.
    pub(super) fn when(self) -> Option<When> {
        self.stated.or_else(|| {
            let [first, last] = self.mark.map(day);
            Some(When { from: first?, to: last })
        })
    }

    /// The date where it is not just a day, or from one to another.
    pub(super) fn stated(self) -> Option<When> {
        self.stated
    }
}

/// The mark of a day that is written as most are. Nothing is looked up for it: what the calendar may not have has none.
#[inline]
fn day_mark(text: &str, form: DateForm) -> Option<u32> {
    let digits = if form == DateForm::YearMonthDay { iso_digits(text)? } else { return None };
    let (month, day) = (digits / 100 % 100, digits % 100);
    let length = LENGTHS.get((month as usize).checked_sub(1)?)?;
    (1..=*length).contains(&day).then_some(digits | DAY)
}

/// The day that a mark tells.
fn day(mark: u32) -> Option<PartialDate> {
    day_of_digits(mark.checked_sub(DAY)?).map(PartialDate::day)
}

/// The dates that were read: tables have the same ones in many rows.
#[derive(Default)]
pub(super) struct Dates {
    known: HashMap<Box<str>, (Option<When>, u32)>,
    /// From the columns of year, month, week and day.
    parts: ([String; 4], Dated),
    marks: u32,
}

impl Dates {
    /// A row's date or span.
    pub(super) fn when(&mut self, plan: &Plan, row: &Row) -> Result<Dated, String> {
        let Some(rule) = &plan.date else { return Ok(Dated::default()) };
        match rule.place {
            DatePlace::Day(slot) => self.date(plan, slot, cell(row, slot), rule.form),
            DatePlace::Span(first, last) => {
                let from = self.date(plan, first, cell(row, first), rule.form)?;
                // Most incidents begin and end on one day.
                if is_same(cell(row, first), cell(row, last)) {
                    return Ok(from);
                }
                let to = self.date(plan, last, cell(row, last), rule.form)?;
                let ([of_first, _], [of_last, _]) = (from.mark, to.mark);
                let mark = [of_first, of_last];
                if (DAY..of_last).contains(&of_first) {
                    return Ok(Dated { stated: None, mark });
                }
                let (from, to) = (from.when(), to.when());
                let (Some(from), Some(to)) = (from, to) else { return Ok(Dated { stated: from.or(to), mark }) };
                if to.last_day() < from.first_day() {
                    let (first, last) = (plan.name(first), plan.name(last));
                    return Err(format!(
                        "columns {first} and {last}: found {from} and {to}, expected the last day not before the first"
                    ));
                }
                let to = to.end().from;
                Ok(Dated { stated: Some(When { from: from.from, to: (to != from.from).then_some(to) }), mark })
            }
            DatePlace::Parts { year, month, week, day } => {
                let slots = [Some(year), month, week, day];
                let texts = slots.map(|slot| slot.map_or("", |slot| cell(row, slot)));
                let (last, dated) = &mut self.parts;
                if !last.iter().zip(texts).all(|(last, text)| is_same(last, text)) {
                    let [year, month, in_week, day] = texts;
                    let when = if week.is_some() { of_week(year, in_week) } else { parts(year, month, day) };
                    let when = when.map_err(|error| {
                        let names: Vec<String> = slots.into_iter().flatten().map(|slot| plan.name(slot)).collect();
                        format!("columns {}: {error}", names.join(", "))
                    })?;
                    *last = texts.map(str::to_owned);
                    self.marks += 1;
                    *dated = Dated { stated: when, mark: [self.marks, 0] };
                }
                Ok(*dated)
            }
        }
    }

    /// A cell's date.
    #[inline]
    fn date(&mut self, plan: &Plan, slot: Slot, text: &str, form: DateForm) -> Result<Dated, String> {
        match day_mark(text, form) {
            Some(mark) => Ok(Dated { stated: None, mark: [mark, 0] }),
            None => self.other(plan, slot, text, form),
        }
    }

    fn other(&mut self, plan: &Plan, slot: Slot, text: &str, form: DateForm) -> Result<Dated, String> {
        if let Some((stated, mark)) = self.known.get(text) {
            return Ok(Dated { stated: *stated, mark: [*mark, 0] });
        }
        let stated = date(text, form).map_err(|error| format!("column {}: {error}", plan.name(slot)))?;
        if self.known.len() >= MOST_KNOWN {
            self.known.clear();
        }
        self.marks += 1;
        self.known.insert(text.into(), (stated, self.marks));
        Ok(Dated { stated, mark: [self.marks, 0] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_tell_their_dates_and_nothing_else_does() {
        let form = DateForm::YearMonthDay;
        for (year, month, day_of_month) in [0, 1900, 2023, 2024, 9999]
            .iter()
            .flat_map(|y| (0..=13).flat_map(move |m| (0..=32).map(move |d| (y, m, d))))
        {
            let text = format!("{year:04}-{month:02}-{day_of_month:02} 12:30");
            let read = date(&text, form).ok().flatten();
            match day_mark(&text, form).map(day) {
                Some(day) => assert_eq!(day.map(When::from), read, "{text}"),
                // A day that the calendar may have is looked up.
                None => assert!(day_of_month == 0 || day_of_month > 28 || !(1..=12).contains(&month), "{text}"),
            }
        }
        assert_eq!(day_mark("2024-05-06", DateForm::DayMonthYear), None);
        assert_eq!(day(1), None);
    }
}
