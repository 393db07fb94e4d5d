//! Several months of one year or of two: "Jan-Jun 2023", "2023 (January to September)", "July 2022 – June 2023".

use super::digits::digit;
use super::months;
use crate::model::{PartialDate, Precision, When};
use jiff::civil::Date;

/// Words between the first and the last month.
const BETWEEN: [&str; 7] = ["to", "until", "through", "bis", "a", "al", "au"];

/// The first and the last month as a span; `None` for anything else.
pub(super) fn read(text: &str) -> Option<When> {
    let (mut of_names, mut years) = (Vec::new(), Vec::new());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if let Some(month) = months::month(word) {
            of_names.push(month);
        } else if word.chars().all(|c| digit(c).is_some()) {
            years.push(year(word)?);
        } else if !BETWEEN.contains(&&*word.to_lowercase()) && !months::is_ignored(word) {
            return None;
        }
    }
    let [first, last] = *of_names else { return None };
    let (of_first, of_last) = match *years {
        [year] => (year, year),
        [first, last] => (first, last),
        _ => return None,
    };
    let (from, to) = (month(of_first, first)?, month(of_last, last)?);
    (from.first_day() < to.first_day()).then_some(When { from, to: Some(to) })
}

/// A year of four digits.
fn year(word: &str) -> Option<i16> {
    let digits: Vec<i16> = word.chars().filter_map(digit).filter_map(|digit| i16::try_from(digit).ok()).collect();
    (digits.len() == 4).then(|| digits.iter().fold(0, |year, digit| year * 10 + digit))
}

fn month(year: i16, month: i8) -> Option<PartialDate> {
    let mut date = PartialDate::day(Date::new(year, month, 1).ok()?);
    date.precision = Precision::Month;
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_a_year_or_two_are_a_span() {
        for (text, expected) in [
            ("Jan-Jun 2023", Some("2023-01/2023-06")),
            ("2023 (January to September)", Some("2023-01/2023-09")),
            ("July 2022 – June 2023", Some("2022-07/2023-06")),
            ("enero a junio de 2023", Some("2023-01/2023-06")),
            // The last one would be before the first.
            ("Jun-Jan 2023", None),
            ("Jun 2023", None),
            ("3 Jan - 5 Jun 2023", None),
            ("Jan-Jun", None),
        ] {
            assert_eq!(read(text).map(|when| when.to_string()).as_deref(), expected, "{text}");
        }
    }
}
