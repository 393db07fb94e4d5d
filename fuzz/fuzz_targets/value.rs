//! A cell's text as a date in every form, and as a number in every writing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tollview::formats::table::recipe::{DateForm, Numbers, Scale};
use tollview::formats::table::value::{date, fraction, number, parts, stated};
use tollview_fuzz::watched;

const FORMS: [DateForm; 9] = [
    DateForm::YearMonthDay,
    DateForm::DayMonthYear,
    DateForm::MonthDayYear,
    DateForm::Compact,
    DateForm::Year,
    DateForm::Serial,
    DateForm::Epoch,
    DateForm::Buddhist,
    DateForm::SolarHijri,
];

fuzz_target!(|text: &str| watched(|| {
    for form in FORMS {
        match date(text, form) {
            // What was found is a date that the program's own format can say.
            Ok(Some(when)) => assert_eq!(when.to_string().parse().as_ref(), Ok(&when), "{text:?} as {form:?}"),
            Ok(None) => {}
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    let cells: Vec<&str> = text.splitn(3, '\n').collect();
    if let [year, month, day] = *cells {
        let _ = parts(year, month, day);
    }
    for decimal in ['.', ','] {
        for scale in [Scale::One, Scale::Thousand, Scale::Million] {
            let numbers = Numbers { decimal, round: scale == Scale::Million, scale, ..Numbers::default() };
            let _ = number(text, &numbers);
            let _ = stated(text, &numbers);
            let _ = fraction(text, &numbers);
        }
    }
}));
