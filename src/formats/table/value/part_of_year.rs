//! Quarters and weeks: `2020 Q1`, `T3 2019`, `2020-W05`.

use crate::model::{PartialDate, Precision, When};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The months of a quarter or the days of a week as a span; `None` for anything else.
pub(super) fn read(text: &str) -> Option<When> {
    let mut numbers = [0_u32; 2];
    let mut lengths = [0_usize; 2];
    let mut count = 0;
    let mut letter = None;
    let mut letter_before = None;
    let mut is_inside = false;
    for character in text.chars() {
        if let Some(digit) = character.to_digit(10) {
            if !is_inside {
                count += 1;
                letter_before = letter_before.or(letter.map(|_| count));
            }
            is_inside = true;
            let number = numbers.get_mut(count - 1)?;
            *number = number.checked_mul(10)?.checked_add(digit)?;
            *lengths.get_mut(count - 1)? += 1;
        } else {
            is_inside = false;
            match character.to_ascii_uppercase() {
                'Q' | 'T' | 'W' if letter.is_none() => letter = Some(character.to_ascii_uppercase()),
                ' ' | '-' | '/' | '_' => {}
                _ => return None,
            }
        }
    }
    // The number behind the letter is the quarter or the week, the other one the year.
    let (place, letter) = (letter_before?, letter?);
    let [part, year] = if place == 1 { [0, 1] } else { [1, 0] };
    if count != 2 || lengths.get(year) != Some(&4) {
        return None;
    }
    let (part, year) = (i8::try_from(*numbers.get(part)?).ok()?, i16::try_from(*numbers.get(year)?).ok()?);
    if letter == 'W' {
        let monday = ISOWeekDate::new(year, part, Weekday::Monday).ok()?.date();
        return Some(When {
            from: PartialDate::day(monday),
            to: Some(PartialDate::day(monday.checked_add(6.days()).ok()?)),
        });
    }
    let month = |month: i8| -> Option<PartialDate> {
        let mut date = PartialDate::day(Date::new(year, month, 1).ok()?);
        date.precision = Precision::Month;
        Some(date)
    };
    (1..=4).contains(&part).then_some(())?;
    Some(When { from: month(part * 3 - 2)?, to: Some(month(part * 3)?) })
}
