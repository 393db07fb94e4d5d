//! Years and days of the eras of Japan, and of the Republic of China: `令和5年4月1日`, `R5.4.1`, `平成元年`.

use super::date::partial;
use super::digits::digit;
use super::year;
use crate::model::PartialDate;

/// The eras, with the year before their first one.
const ERAS: [(&str, i16); 7] =
    [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867), ("民國", 1911), ("民国", 1911)];

/// Those of Japan by their first letters, with the year before and how many years they had.
const LETTERS: [(char, i16, i16); 5] =
    [('R', 2018, 99), ('H', 1988, 31), ('S', 1925, 64), ('T', 1911, 15), ('M', 1867, 45)];

/// `令和2年`, `平成元年`.
pub(super) fn of_year(text: &str) -> Option<PartialDate> {
    let (rest, before) = named(text)?;
    let number = number(rest.strip_suffix('年').unwrap_or(rest).trim())?;
    year::year(before.checked_add(number)?)
}

/// `令和5年4月1日`, `令和5年4月`, `平成元年5月1日(水)`, `R5.4.1`.
pub(super) fn day(text: &str) -> Option<PartialDate> {
    let (rest, before, is_letter) = match (named(text), lettered(text)) {
        (Some((rest, before)), _) => (rest, before, false),
        (None, Some((rest, before))) => (rest, before, true),
        (None, None) => return None,
    };
    let rest = rest.split_once(['(', '（']).map_or(rest, |(day, _)| day).trim_end();
    let rest = rest.strip_suffix(['日', '月']).unwrap_or(rest);
    let numbers: Option<Vec<i16>> = rest.split(['年', '月', '.', '/', '-']).map(|part| number(part.trim())).collect();
    let small = |number: i16| i8::try_from(number).ok().filter(|number| *number > 0);
    match numbers?.as_slice() {
        [of_era, month, day] => partial(before.checked_add(*of_era)?, small(*month)?, small(*day)?),
        [of_era, month] if !is_letter => partial(before.checked_add(*of_era)?, small(*month)?, 0),
        _ => None,
    }
}

/// Whether a text is a day with the name of an era: all of a column are then, and no other order reads.
pub(in crate::formats::table) fn is_day_of_era(text: &str) -> bool {
    day(text).is_some()
}

/// What stands behind the name of an era, and the year before it.
fn named(text: &str) -> Option<(&str, i16)> {
    ERAS.iter().find_map(|(era, before)| Some((text.strip_prefix(era)?.trim(), *before)))
}

/// What stands behind the letter of an era that had such a year, and the year before it.
fn lettered(text: &str) -> Option<(&str, i16)> {
    let first = text.chars().next()?;
    let rest = text.get(first.len_utf8()..)?;
    let (_, before, most) = LETTERS.iter().find(|(letter, ..)| *letter == first)?;
    let (of_era, _) = rest.split_once(['.', '/', '-'])?;
    number(of_era).filter(|number| (1..=*most).contains(number)).map(|_| (rest, *before))
}

/// A number; the first year of an era has a name.
fn number(text: &str) -> Option<i16> {
    if text == "元" {
        return Some(1);
    }
    let add = |value: i16, character| value.checked_mul(10)?.checked_add(i16::try_from(digit(character)?).ok()?);
    (!text.is_empty()).then(|| text.chars().try_fold(0_i16, add)).flatten()
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_of_eras_are_those_of_everyone() {
        for (text, expected) in [
            ("令和5年4月1日", Some("2023-04-01")),
            ("令和元年5月1日（水）", Some("2019-05-01")),
            ("平成23年3月11日", Some("2011-03-11")),
            ("昭和20年8月", Some("1945-08")),
            ("令和５年４月１日", Some("2023-04-01")),
            ("民國113年4月3日", Some("2024-04-03")),
            ("R5.4.1", Some("2023-04-01")),
            ("H07/01/17", Some("1995-01-17")),
            // The era ended in its 31st year, and no month has 32 days.
            ("H32.1.1", None),
            ("R5.4.32", None),
            ("R5.4", None),
            ("A5.4.1", None),
            ("令和", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), expected, "{text}");
        }
    }
}
