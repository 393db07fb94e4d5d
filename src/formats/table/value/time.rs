//! Times of day: several reports of one day are told apart by them.

use super::digits::digit;

/// The minutes since midnight that a text names: `08:00`, `2025-02-06 18:00`, `6:30 pm`, `18h`; `None` where it names none.
pub(in crate::formats::table) fn minutes(text: &str) -> Option<u16> {
    let text = text.trim();
    let at = text.find(':').or_else(|| text.find(['h', 'H']))?;
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    let read = |digits: &mut dyn Iterator<Item = char>| -> Option<u16> {
        let values: Vec<u32> = digits.map_while(digit).take(2).collect();
        values.into_iter().reduce(|number, digit| number * 10 + digit).and_then(|number| u16::try_from(number).ok())
    };
    let last: Vec<char> = before.chars().rev().take_while(|c| digit(*c).is_some()).collect();
    let hour = read(&mut last.into_iter().rev())?;
    let minute = read(&mut after.chars()).unwrap_or(0);
    let small = after.to_lowercase();
    let hour = match hour {
        12 if small.contains("am") => 0,
        1..=11 if small.contains("pm") => hour + 12,
        _ => hour,
    };
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day() {
        for (text, expected) in [
            ("08:00", Some(480)),
            ("2025-02-06 18:05", Some(1085)),
            ("2025-02-06T18:05:33Z", Some(1085)),
            ("6:30 pm", Some(1110)),
            ("12:10 AM", Some(10)),
            ("18h", Some(1080)),
            ("18h30", Some(1110)),
            ("۱۸:۰۰", Some(1080)),
            ("2025-02-06", None),
            ("25:00", None),
            ("morning", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}
