//! Dates as whole numbers that can be compared and hashed, and the periods into which rows are put.

use crate::formats::table::recipe::Periods;
use crate::model::{PartialDate, Precision, When};
use jiff::ToSpan;
use jiff::civil::Date;

/// A date or span, packed; 0 for none, which is a period of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Period {
    from: i32,
    to: i32,
}

/// So many minutes has a day; what is told by the day of its report is told apart by higher numbers.
const DAY: u16 = 24 * 60;

/// The day of a report as what tells it from other reports of the same date.
pub(super) fn of_report(day: Date) -> u16 {
    let days = (day - Date::constant(1970, 1, 1)).get_days();
    u16::try_from(days).unwrap_or_default().saturating_add(DAY)
}

/// Whatever the row's date is, all rows of an event share one period.
pub(super) const ALL: Period = Period { from: i32::MIN, to: i32::MIN };

impl Period {
    /// Packs a date.
    pub(super) fn of(when: When) -> Self {
        Self { from: pack(when.from), to: when.to.map_or(0, pack) }
    }

    /// Whether both are of one day, whatever the time.
    pub(super) fn is_same_day(self, other: Self) -> bool {
        self.from == other.from
    }

    /// Whether several reports tell of the same date, so that the last one stands.
    pub(super) fn is_of_report(self) -> bool {
        self.to.rem_euclid(16) == 0 && self.to >= i32::from(DAY) * 16
    }

    /// A date at a time of day, or in a report: of one date the later is above the earlier.
    pub(super) fn at(self, minutes: u16) -> Self {
        // No date ends so: its precision would be none.
        Self { to: i32::from(minutes) * 16, ..self }
    }

    /// The date again; `None` for none.
    pub(super) fn when(self) -> Option<When> {
        Some(When { from: unpack(self.from)?, to: unpack(self.to) })
    }
}

/// The period in which a row's count is put: the one of its last day.
pub(super) fn period(when: When, periods: Periods) -> Period {
    let last = when.last_day();
    let with = |precision: Precision| {
        let mut date = PartialDate::day(last);
        date.precision = precision;
        Period::of(date.into())
    };
    match periods {
        Periods::Rows => Period::of(when),
        Periods::Day => with(Precision::Day),
        Periods::Month => with(Precision::Month),
        Periods::Year => with(Precision::Year),
        Periods::All => ALL,
        Periods::Week => {
            let since_monday = i64::from(last.weekday().to_monday_zero_offset());
            let monday = last.checked_sub(since_monday.days()).unwrap_or(last);
            let sunday = monday.checked_add(6.days()).unwrap_or(last);
            Period::of(When { from: PartialDate::day(monday), to: Some(PartialDate::day(sunday)) })
        }
    }
}

/// Whether a date says less than in which period it is.
pub(super) fn is_coarser(when: When, periods: Periods) -> bool {
    let precision = when.to.unwrap_or(when.from).precision;
    match periods {
        Periods::Day | Periods::Week => precision < Precision::Day,
        Periods::Month => precision < Precision::Month,
        Periods::Rows | Periods::Year | Periods::All => false,
    }
}

/// Year, month and day in an order that sorts, then precision and marks; never 0.
fn pack(date: PartialDate) -> i32 {
    let day = date.first_day();
    let marks = i32::from(date.uncertain) | i32::from(date.approximate) << 1;
    let precision = match date.precision {
        Precision::Year => 1,
        Precision::Month => 2,
        Precision::Day => 3,
    };
    ((i32::from(day.year()) * 16 + i32::from(day.month())) * 32 + i32::from(day.day())) * 16 + precision * 4 + marks
}

fn unpack(packed: i32) -> Option<PartialDate> {
    let precision = match packed.rem_euclid(16) / 4 {
        1 => Precision::Year,
        2 => Precision::Month,
        3 => Precision::Day,
        _ => return None,
    };
    let days = packed.div_euclid(16);
    let (months, day) = (days.div_euclid(32), i8::try_from(days.rem_euclid(32)).ok()?);
    let (year, month) = (i16::try_from(months.div_euclid(16)).ok()?, i8::try_from(months.rem_euclid(16)).ok()?);
    let mut date = PartialDate::day(Date::new(year, month, day).ok()?);
    date.precision = precision;
    date.uncertain = packed & 1 != 0;
    date.approximate = packed & 2 != 0;
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_back_as_they_went() {
        for text in ["2020-02-29", "1979-02~", "-0479", "2025-10-03/2025-10-04", "1900?", "9999-12-31", "-9999-01-01%"]
        {
            let when: When = text.parse().unwrap();
            assert_eq!(Period::of(when).when(), Some(when), "{text}");
        }
        assert_eq!(Period::default().when(), None);
        assert_eq!(ALL.when(), None);
    }

    #[test]
    fn a_row_belongs_to_the_period_of_its_last_day() {
        for (when, periods, expected) in [
            ("2020-01-30/2020-02-02", Periods::Month, "2020-02"),
            ("2020-01-30/2020-02-02", Periods::Rows, "2020-01-30/2020-02-02"),
            ("2020-01-30/2020-02-02", Periods::Day, "2020-02-02"),
            // A Wednesday.
            ("2020-01-01", Periods::Week, "2019-12-30/2020-01-05"),
            ("2019-12-30/2020-01-01", Periods::Year, "2020"),
        ] {
            let found = period(when.parse().unwrap(), periods).when().unwrap();
            assert_eq!(found.to_string(), expected);
        }
    }
}
