//! When a row says that it was.

use super::period::period;
use super::plan::{DatePlace, Plan, Slot, cell, is_same};
use crate::formats::table::Row;
use crate::formats::table::recipe::{DateForm, Periods};
use crate::formats::table::value::{date, day_of_digits, iso_digits, of_week, parts, turned};
use crate::formats::words::quoted;
use crate::model::{PartialDate, Precision, When};
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
    /// The date of a row's cell in a column of a wide table.
    #[inline]
    pub(super) fn of_wide(plan: &Plan, row: &Row, index: usize, when: When) -> Self {
        match plan.year {
            Some(year) => Self::of_month(index, when, cell(row, year)),
            None => Self::of_column(index, when, plan.month.map(|month| cell(row, month))),
        }
    }

    /// The date that a column of a wide table stands for, or the month of its year that the row says.
    fn of_column(index: usize, when: When, month: Option<&str>) -> Self {
        let of_year = |month: &str| {
            let is_year = when.to.is_none() && when.from.precision == Precision::Year;
            let year = is_year.then(|| when.from.first_day().year().to_string())?;
            parts(&year, month, "").ok().flatten().filter(|of| of.from.precision == Precision::Month)
        };
        let stated = month.and_then(of_year);
        let number = stated.map_or(0, |of| u32::from(of.first_day().month().unsigned_abs()));
        let mark = [u32::MAX - number, u32::try_from(index).unwrap_or(u32::MAX)];
        Self { stated: stated.or(Some(when)), mark }
    }

    /// The date of a column that is a month, of the year that the row says; none where it says none.
    fn of_month(index: usize, when: When, year: &str) -> Self {
        let month = when.first_day().month().to_string();
        let Some(of_year) = parts(year, &month, "").ok().flatten() else { return Self::default() };
        // No month of a year that is known has this mark.
        let number = of_year.first_day().year().abs_diff(i16::MIN);
        let mark = [u32::MAX - 16 - u32::from(number), u32::try_from(index).unwrap_or(u32::MAX)];
        Self { stated: Some(of_year), mark }
    }

    /// Becomes a day or a span of days.
    #[inline]
    fn set(&mut self, mark: [u32; 2]) {
        self.mark = mark;
        if self.stated.is_some() {
            self.stated = None;
        }
    }

    /// The date.
    pub(super) fn when(&self) -> Option<When> {
        self.stated.or_else(|| {
            let [first, last] = self.mark.map(day);
            Some(When { from: first?, to: last })
        })
    }

    /// Whether it reaches over more than one period.
    #[inline]
    pub(super) fn is_across(&self, periods: Periods) -> bool {
        let [first, last] = self.mark;
        if last == 0 && self.stated.is_none() {
            return false;
        }
        let [first, last] = [first, last].map(|mark| mark.saturating_sub(DAY));
        match periods {
            Periods::Rows | Periods::All => false,
            // The digits of days tell their months and years.
            Periods::Year if self.stated.is_none() => first / 10_000 != last / 10_000,
            Periods::Month if self.stated.is_none() => first / 100 != last / 100,
            _ => self.ends_in_another(periods),
        }
    }

    fn ends_in_another(&self, periods: Periods) -> bool {
        let Some(When { from, to: Some(to) }) = self.when() else { return false };
        let [first, last] = [from.first_day(), to.last_day()].map(|day| When::from(PartialDate::day(day)));
        period(first, periods) != period(last, periods)
    }

    /// The date where it is not just a day, or from one to another.
    pub(super) fn stated(&self) -> Option<&When> {
        self.stated.as_ref()
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

/// The marks of a span from one day to another one, or of one day.
#[inline]
fn days(first: &str, last: &str, form: DateForm) -> Option<[u32; 2]> {
    let from = day_mark(first, form)?;
    // Most incidents begin and end on one day.
    let to = if is_same(first, last) { from } else { day_mark(last, form)? };
    (from <= to).then_some([from, if from == to { 0 } else { to }])
}

/// The day that a mark tells.
fn day(mark: u32) -> Option<PartialDate> {
    day_of_digits(mark.checked_sub(DAY)?).map(PartialDate::day)
}

/// The dates that were read: tables have the same ones in many rows.
#[derive(Default)]
pub(super) struct Dates {
    now: Dated,
    known: HashMap<Box<str>, (Option<When>, u32)>,
    /// What is odd about the date of the row that was read last: it has day and month in another order than the others.
    pub(super) remark: Option<String>,
    /// What the columns of year, month, week and day said last.
    parts: [String; 4],
    marks: u32,
}

impl Dates {
    /// When the row is that was read last.
    pub(super) fn now(&self) -> &Dated {
        &self.now
    }

    /// Takes the row for one of no known date.
    pub(super) fn forget(&mut self) {
        self.now = Dated::default();
        self.parts = Default::default();
    }

    /// Reads a row's date or span. It stays here: handing on all of it for each row would cost more than reading a day.
    #[inline(always)]
    pub(super) fn read(&mut self, plan: &Plan, row: &Row) -> Result<(), String> {
        let Some(rule) = &plan.date else { return Ok(()) };
        if self.remark.is_some() {
            self.remark = None;
        }
        match rule.place {
            DatePlace::Day(slot) => match day_mark(cell(row, slot), rule.form) {
                Some(day) => self.now.set([day, 0]),
                None => self.now = self.date(plan, slot, cell(row, slot), rule.form)?,
            },
            DatePlace::Span(first, last) => match days(cell(row, first), cell(row, last), rule.form) {
                Some(days) => self.now.set(days),
                None => self.now = self.span(plan, (first, last), row, rule.form)?,
            },
            DatePlace::Parts { year, month, week, day } => {
                self.read_parts(plan, [Some(year), month, week, day], row)?;
            }
        }
        Ok(())
    }

    /// Reads a date from the columns of year, month, week and day; mostly it is that of the row before.
    fn read_parts(&mut self, plan: &Plan, slots: [Option<Slot>; 4], row: &Row) -> Result<(), String> {
        let texts = slots.map(|slot| slot.map_or("", |slot| cell(row, slot)));
        if self.parts.iter().zip(texts).all(|(last, text)| is_same(last, text)) {
            return Ok(());
        }
        let [year, month, week, day] = texts;
        let [_, _, in_week, _] = slots;
        let stated = if in_week.is_some() { of_week(year, week) } else { parts(year, month, day) };
        let stated = stated.map_err(|error| {
            let names: Vec<String> = slots.into_iter().flatten().map(|slot| plan.name(slot)).collect();
            format!("columns {}: {error}", names.join(", "))
        })?;
        self.parts = texts.map(str::to_owned);
        self.marks += 1;
        self.now = Dated { stated, mark: [self.marks, 0] };
        Ok(())
    }

    /// A span that is not from one day to another.
    fn span(&mut self, plan: &Plan, (first, last): (Slot, Slot), row: &Row, form: DateForm) -> Result<Dated, String> {
        let from = self.date(plan, first, cell(row, first), form)?;
        if is_same(cell(row, first), cell(row, last)) {
            return Ok(from);
        }
        let to = self.date(plan, last, cell(row, last), form)?;
        let mark = [from.mark, to.mark].map(|[mark, _]| mark);
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

    /// A cell's date.
    fn date(&mut self, plan: &Plan, slot: Slot, text: &str, form: DateForm) -> Result<Dated, String> {
        if let Some(day) = day_mark(text, form) {
            return Ok(Dated { stated: None, mark: [day, 0] });
        }
        if let Some((stated, mark)) = self.known.get(text) {
            return Ok(Dated { stated: *stated, mark: [*mark, 0] });
        }
        let stated = match date(text, form) {
            Ok(stated) => stated,
            Err(error) => {
                return self.turned(plan, slot, text, form).ok_or(format!("column {}: {error}", plan.name(slot)));
            }
        };
        if self.known.len() >= MOST_KNOWN {
            self.known.clear();
        }
        self.marks += 1;
        self.known.insert(text.into(), (stated, self.marks));
        Ok(Dated { stated, mark: [self.marks, 0] })
    }

    /// A cell's date that can only have day and month in the other order.
    #[cold]
    fn turned(&mut self, plan: &Plan, slot: Slot, text: &str, form: DateForm) -> Option<Dated> {
        let when = turned(text, form)?;
        let first = if form == DateForm::MonthDayYear { "month" } else { "day" };
        let name = plan.name(slot);
        self.remark = Some(format!(
            "column {name}: found {}, where the {first} cannot be first as in other rows; read as {when}",
            quoted(text)
        ));
        self.marks += 1;
        Some(Dated { stated: Some(when), mark: [self.marks, 0] })
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
