//! Dates in Persian sentences: as sources give them, and the Solar Hijri date in brackets, by which Iranian readers know
//! an event. A Gregorian month or year becomes the span of Solar Hijri ones that it touches.

use super::Locale;
use crate::model::{PartialDate, Precision};
use icu_calendar::cal::Persian;
use jiff::civil::Date;

/// `۱۴ ژانویهٔ ۲۰۲۶ (۲۴ دی ۱۴۰۴)`, `۱۵ تا ۱۸ نوامبر ۲۰۱۹ (۲۴ تا ۲۷ آبان ۱۳۹۸)`.
pub(super) fn span(from: PartialDate, to: PartialDate, locale: &Locale) -> String {
    let circa = |date: PartialDate, text: String| {
        if date.approximate { locale.say_with("date-circa", &[("date", text.into())]) } else { text }
    };
    let (first, last) = (gregorian(from), gregorian(to));
    let mut text = if from == to {
        circa(from, first.in_full(locale))
    } else if from.approximate || to.approximate {
        let [first, last] = [circa(from, first.in_full(locale)), circa(to, last.in_full(locale))];
        format!("{first} {} {last}", locale.say("date-to"))
    } else {
        first.up_to(&last, locale)
    };
    if let (Some(first), Some(last)) = (solar(from.first_day(), from.precision), solar(to.last_day(), to.precision)) {
        text = format!("{text} ({})", first.up_to(&last, locale));
    }
    if from.uncertain || to.uncertain { locale.say_with("date-uncertain", &[("date", text.into())]) } else { text }
}

/// A date of either calendar.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shown {
    /// Where the names of its months are.
    months: &'static str,
    precision: Precision,
    year: i32,
    month: i32,
    day: i32,
}

fn gregorian(date: PartialDate) -> Shown {
    let day = date.first_day();
    Shown {
        months: "month",
        precision: date.precision,
        year: day.year().into(),
        month: day.month().into(),
        day: day.day().into(),
    }
}

/// `None` before that calendar's first year.
fn solar(day: Date, precision: Precision) -> Option<Shown> {
    let [month, day_of_month] = [day.month(), day.day()].map(i8::unsigned_abs);
    let iso = icu_calendar::Date::try_new_iso(day.year().into(), month, day_of_month).ok()?;
    let date = iso.to_calendar(Persian);
    let shown = Shown {
        months: "solar-month",
        precision,
        year: date.year().extended_year(),
        month: date.month().number().into(),
        day: date.day_of_month().0.into(),
    };
    (shown.year > 0).then_some(shown)
}

impl Shown {
    fn number(n: i32, locale: &Locale) -> String {
        locale.in_digits(n.to_string())
    }

    /// The month's name; before a year it may take an ending.
    fn month(self, before_year: bool, locale: &Locale) -> String {
        let with_ending = format!("{}-of-{}", self.months, self.month);
        let ends = before_year && locale.has(&with_ending);
        if ends { locale.say(&with_ending) } else { locale.say(&format!("{}-{}", self.months, self.month)) }
    }

    fn in_full(self, locale: &Locale) -> String {
        let year = Self::number(self.year, locale);
        match self.precision {
            Precision::Year => year,
            Precision::Month => format!("{} {year}", self.month(true, locale)),
            Precision::Day => format!("{} {} {year}", Self::number(self.day, locale), self.month(true, locale)),
        }
    }

    /// The span from here to `last`, with the month and year that both share said once.
    fn up_to(self, last: &Self, locale: &Locale) -> String {
        let same_precision = self.precision == last.precision;
        let same_year = same_precision && self.year == last.year;
        let same_month = same_year && self.month == last.month;
        let first = match self.precision {
            Precision::Year if same_year => return last.in_full(locale),
            Precision::Month if same_month => return last.in_full(locale),
            Precision::Day if self == *last => return last.in_full(locale),
            Precision::Day if same_month => Self::number(self.day, locale),
            Precision::Day if same_year => format!("{} {}", Self::number(self.day, locale), self.month(false, locale)),
            Precision::Month if same_year => self.month(false, locale),
            _ => self.in_full(locale),
        };
        format!("{first} {} {}", locale.say("date-to"), last.in_full(locale))
    }
}
