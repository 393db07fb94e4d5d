//! A spreadsheet's cells as text: dates as ISO dates, numbers in their shortest form, errors as nothing.

use crate::formats::table::reader::number::float;
use calamine::{Data, DataRef, ExcelDateTime};

/// The text of a cell; empty for what holds nothing.
pub(super) fn text(data: &DataRef) -> String {
    match data {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => float(*number),
        DataRef::String(text) => tidy(text),
        DataRef::SharedString(text) => tidy(text),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(moment) => date_time(moment),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => text.trim().to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// How many characters of white space stand before a cell's text.
pub(super) fn indent(data: &DataRef) -> usize {
    let text = match data {
        DataRef::String(text) => text,
        DataRef::SharedString(text) => *text,
        _ => return 0,
    };
    text.chars().take_while(|character| character.is_whitespace()).count()
}

/// The text of a cell of an old workbook.
pub(super) fn owned_text(data: &Data) -> String {
    match data {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => float(*number),
        Data::String(text) => tidy(text),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(moment) => date_time(moment),
        Data::DateTimeIso(text) => iso(text),
        Data::DurationIso(text) => text.trim().to_owned(),
        Data::Error(_) | Data::Empty => String::new(),
    }
}

/// A text without what cannot be seen around it. Errors that were pasted as text are errors still.
pub(super) fn tidy(text: &str) -> String {
    let text = text.trim();
    match text {
        "#N/A" | "#DIV/0!" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!" => String::new(),
        text => text.to_owned(),
    }
}

/// A date with its time of day only where that is not midnight.
pub(super) fn iso(text: &str) -> String {
    let text = text.trim();
    match text.split_once('T') {
        Some((date, time)) if time.trim_end_matches('Z').chars().all(|c| matches!(c, '0' | ':' | '.')) => {
            date.to_owned()
        }
        _ => text.to_owned(),
    }
}

fn date_time(moment: &ExcelDateTime) -> String {
    let serial = moment.as_f64();
    if moment.is_duration() || !(0.0..2_958_466.0).contains(&serial) {
        return float(serial);
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    // Full seconds are stored as fractions of a day that fall a little short of them.
    let second = if milli >= 500 && second < 59 { second + 1 } else { second };
    match (hour, minute, second) {
        _ if serial < 1.0 => format!("{hour:02}:{minute:02}:{second:02}"),
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
    }
}
