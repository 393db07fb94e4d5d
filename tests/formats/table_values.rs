//! Numbers and dates as tables write them.

use icu_calendar::cal::Persian;
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use tollview::formats::table::recipe::{DateForm, Numbers, Scale};
use tollview::formats::table::value::{beside, date, fraction, left_over, number, of_week, parts, stated};
use tollview::model::{Stated, When};

const FORMS: [DateForm; 11] = [
    DateForm::YearMonthDay,
    DateForm::DayMonthYear,
    DateForm::MonthDayYear,
    DateForm::Compact,
    DateForm::YearWeek,
    DateForm::YearQuarter,
    DateForm::Year,
    DateForm::Serial,
    DateForm::Epoch,
    DateForm::Buddhist,
    DateForm::SolarHijri,
];

fn whole(text: &str) -> Result<Option<u64>, String> {
    number(text, &Numbers::default()).map_err(|error| error.to_string())
}

fn with_comma(text: &str) -> Result<Option<u64>, String> {
    number(text, &Numbers { decimal: ',', ..Numbers::default() }).map_err(|error| error.to_string())
}

fn when(text: &str, form: DateForm) -> Result<Option<String>, String> {
    date(text, form).map(|when| when.map(|when| when.to_string())).map_err(|error| error.to_string())
}

#[track_caller]
fn reads(form: DateForm, texts: &[(&str, &str)]) {
    for (text, expected) in texts {
        assert_eq!(when(text, form), Ok(Some((*expected).to_owned())), "{text}");
    }
}

#[test]
fn whole_numbers_are_read_in_every_writing() {
    for (text, expected) in [
        ("0", 0),
        (" 42 ", 42),
        ("007", 7),
        ("+7", 7),
        ("-0", 0),
        ("1,234", 1_234),
        ("1,234,567", 1_234_567),
        ("1,00,000", 100_000),
        ("1 234", 1_234),
        ("1\u{A0}234", 1_234),
        ("1\u{202F}234\u{202F}567", 1_234_567),
        ("1\u{2009}234", 1_234),
        ("1'234", 1_234),
        ("1’234", 1_234),
        ("11.0", 11),
        ("11.", 11),
        ("1,234.00", 1_234),
        ("1e3", 1_000),
        ("1.5E+3", 1_500),
        ("2500e-2", 25),
        ("0e99999999", 0),
        ("۱۲۳", 123),
        ("٤٥٦", 456),
        ("۱٬۲۳۴", 1_234),
        ("18446744073709551615", u64::MAX),
        ("18,446,744,073,709,551,615", u64::MAX),
        ("0.000000000000000000000000000000000000000000000000", 0),
    ] {
        assert_eq!(whole(text), Ok(Some(expected)), "{text}");
    }
    for (text, expected) in [("1.234", 1_234), ("1.234.567", 1_234_567), ("1.234,00", 1_234), ("11,0", 11)] {
        assert_eq!(with_comma(text), Ok(Some(expected)), "{text}");
    }
}

#[test]
fn what_is_not_known_is_not_zero() {
    for text in [
        "",
        "  ",
        "NA",
        "n/a",
        "N/A",
        "null",
        "None",
        "unknown",
        "UNKNOWN",
        "-",
        "–",
        "—",
        "…",
        "..",
        "...",
        "?",
        "nan",
        "NaN",
        "نامشخص",
    ] {
        assert_eq!(whole(text), Ok(None), "{text}");
        assert_eq!(stated(text, &Numbers::default()), Ok(Stated::Unknown), "{text}");
        assert_eq!(date(text, DateForm::YearMonthDay), Ok(None), "{text}");
    }
    let own = Numbers { unknown: vec!["-99".to_owned(), "999".to_owned(), "Pending".to_owned()], ..Numbers::default() };
    assert_eq!(number("-99", &own), Ok(None));
    assert_eq!(number("999", &own), Ok(None));
    assert_eq!(number("pending", &own), Ok(None));
    assert_eq!(number("99", &own), Ok(Some(99)));
}

#[test]
fn what_is_no_whole_number_is_said_in_words() {
    for (text, expected) in [
        ("abc", "found \"abc\", expected a whole number"),
        (".85", "found \".85\", expected a whole number"),
        ("3.5", "found \"3.5\", expected a whole number"),
        ("1e-3", "found \"1e-3\", expected a whole number"),
        ("1,5", "found \"1,5\", expected a whole number"),
        ("12,34,5", "found \"12,34,5\", expected a whole number"),
        ("1,234 567", "found \"1,234 567\", expected a whole number"),
        ("50%", "found \"50%\", expected a whole number"),
        ("1e", "found \"1e\", expected a whole number"),
        (".", "found \".\", expected a whole number"),
        ("-3", "found \"-3\", expected a whole number, not one below 0"),
        ("−1,000", "found \"−1,000\", expected a whole number, not one below 0"),
        (
            "18446744073709551616",
            "found \"18446744073709551616\", expected a whole number of at most 18,446,744,073,709,551,615",
        ),
        ("1e20", "found \"1e20\", expected a whole number of at most 18,446,744,073,709,551,615"),
        ("1e999999", "found \"1e999999\", expected a whole number of at most 18,446,744,073,709,551,615"),
    ] {
        // A lone point is how some tables write that there is nothing.
        let expected = if text == "." { Ok(None) } else { Err(expected.to_owned()) };
        assert_eq!(whole(text), expected, "{text}");
    }
    // As many digits as an integer of 128 bits has: the half by which it is rounded must not be too much for it.
    let numbers = Numbers { round: true, ..Numbers::default() };
    assert_eq!(number("3.39999999999999999999999999999999999999", &numbers), Ok(Some(3)));
    assert_eq!(number("3.25000000000000000000000000000000000001", &numbers), Ok(Some(3)));
    assert_eq!(number("2.50000000000000000000000000000000000000", &numbers), Ok(Some(3)));
    assert_eq!(number("2.49999999999999999999999999999999999999", &numbers), Ok(Some(2)));
    let long = "9".repeat(500);
    assert!(whole(&long).unwrap_err().ends_with("at most 18,446,744,073,709,551,615"));
}

/// However many signs there are, they take no room on the stack.
#[test]
fn a_number_has_one_sign() {
    let numbers = Numbers::default();
    assert_eq!(fraction("- 2.5", &numbers), Some(-2.5));
    for signs in ["--", "-−", "-+-+", "+-+"] {
        assert_eq!(whole(&format!("{signs}5")), Err(format!("found \"{signs}5\", expected a whole number")));
    }
    for signs in ["-", "−", "-+"] {
        let text = signs.repeat(100_000) + "5";
        assert!(whole(&text).is_err());
        assert!(stated(&text, &numbers).is_err());
        assert_eq!(fraction(&text, &numbers), None);
    }
}

#[test]
fn fractions_are_rounded_where_the_recipe_says_so() {
    let round = Numbers { round: true, ..Numbers::default() };
    for (text, expected) in [("10495.238", 10_495), (".85519463", 1), ("0.5", 1), ("0.49", 0), ("1e-300", 0)] {
        assert_eq!(number(text, &round), Ok(Some(expected)), "{text}");
    }
    assert_eq!(fraction("-31.25", &Numbers::default()), Some(-31.25));
    assert_eq!(fraction("1,234.5", &Numbers::default()), Some(1_234.5));
    assert_eq!(fraction("31.2, 34.4", &Numbers::default()), None);
}

#[test]
fn qualifiers_and_ranges_in_cells_are_kept() {
    for (text, expected) in [
        ("12", Stated::Exact(12)),
        ("135+2", Stated::Exact(137)),
        ("Two", Stated::Exact(2)),
        (">500", Stated::MoreThan(500)),
        ("> 1,500", Stated::MoreThan(1_500)),
        ("more than 12", Stated::MoreThan(12)),
        ("Over 20", Stated::MoreThan(20)),
        ("más de 30", Stated::MoreThan(30)),
        ("500+", Stated::AtLeast(500)),
        ("1.1 million", Stated::About(1_100_000)),
        ("at least 20 thousand", Stated::AtLeast(20_000)),
        ("1–1.5 million", Stated::Range { low: Some(1_000_000), best: None, high: Some(1_500_000) }),
        ("900 thousand to 2 million", Stated::Range { low: Some(900_000), best: None, high: Some(2_000_000) }),
        ("≥ 12", Stated::AtLeast(12)),
        (">=12", Stated::AtLeast(12)),
        ("At least 12", Stated::AtLeast(12)),
        ("حداقل ۱۲", Stated::AtLeast(12)),
        ("~300", Stated::About(300)),
        ("about 300", Stated::About(300)),
        ("c. 1,200", Stated::About(1_200)),
        ("300?", Stated::About(300)),
        ("up to 40", Stated::UpTo(40)),
        ("≤40", Stated::UpTo(40)),
        ("<5", Stated::UpTo(4)),
        ("fewer than 5", Stated::UpTo(4)),
        ("less than 5", Stated::UpTo(4)),
        ("under 100", Stated::UpTo(99)),
        ("12 300 [9 800-15 100]", Stated::Range { low: Some(9_800), best: Some(12_300), high: Some(15_100) }),
        ("40 (95% CI: 31, 52)", Stated::Range { low: Some(31), best: Some(40), high: Some(52) }),
        ("40 (35–39)", Stated::Exact(40)),
        ("8000 ⁽¹⁾", Stated::Exact(8_000)),
        ("10-15", Stated::Range { low: Some(10), best: None, high: Some(15) }),
        ("1,000 – 1,500", Stated::Range { low: Some(1_000), best: None, high: Some(1_500) }),
        ("10 to 15", Stated::Range { low: Some(10), best: None, high: Some(15) }),
        ("between 10 and 15", Stated::Range { low: Some(10), best: None, high: Some(15) }),
        ("7-7", Stated::Exact(7)),
        ("12*", Stated::Exact(12)),
        ("1,405[a]", Stated::Exact(1_405)),
        ("741 (r)", Stated::Exact(741)),
        ("43 b", Stated::Exact(43)),
        ("9†", Stated::Exact(9)),
        ("7²", Stated::Exact(7)),
        ("500+ [c]", Stated::AtLeast(500)),
        ("30 (est.)", Stated::About(30)),
        ("12 (+1)", Stated::Exact(12)),
        ("300,870 (+870)", Stated::Exact(300_870)),
        ("1,534 (30.7)", Stated::Exact(1_534)),
        ("15 (3 children)", Stated::Exact(15)),
        ("~40 (5)", Stated::About(40)),
        ("--**", Stated::Unknown),
        ("1,000s", Stated::AtLeast(1_000)),
        ("dozens", Stated::Unknown),
        (": c", Stated::Unknown),
    ] {
        assert_eq!(stated(text, &Numbers::default()), Ok(expected), "{text}");
    }
    let error = |text: &str| stated(text, &Numbers::default()).unwrap_err().to_string();
    assert_eq!(error("15-10"), "found \"15-10\", expected a range that ends above its start");
    assert_eq!(error("severe"), "found \"severe\", expected a whole number");
    assert_eq!(error("-5"), "found \"-5\", expected a whole number, not one below 0");
    assert_eq!(error("2026-01-01"), "found \"2026-01-01\", expected a whole number");
}

#[test]
fn dates_are_read_in_the_order_of_the_recipe() {
    reads(
        DateForm::YearMonthDay,
        &[
            ("2020-04-05", "2020-04-05"),
            ("2020/4/5", "2020-04-05"),
            ("2020.04.05", "2020-04-05"),
            ("2014-01-22 00:00:00.000", "2014-01-22"),
            ("2014-01-22T10:30:00+03:30", "2014-01-22"),
            ("2014-01-22T10Z", "2014-01-22"),
            ("2020-04", "2020-04"),
            ("2020-00-00", "2020"),
            ("2020-04-00", "2020-04"),
            ("2020", "2020"),
            ("2020 Apr 5", "2020-04-05"),
            ("2020-Apr-05", "2020-04-05"),
            ("1979-02~", "1979-02~"),
            ("2025-10-03/2025-10-04", "2025-10-03/2025-10-04"),
            ("20-04-05", "2020-04-05"),
            ("25/04/2020", "2020-04-25"),
            ("2020 Q1", "2020-01/2020-03"),
            ("Q4-2019", "2019-10/2019-12"),
            ("2020-W05", "2020-01-27/2020-02-02"),
            ("2023 week 1", "2023-01-02/2023-01-08"),
            ("KW 53/2020", "2020-12-28/2021-01-03"),
            ("۲۰۲۰-۰۴-۰۵", "2020-04-05"),
        ],
    );
    reads(
        DateForm::DayMonthYear,
        &[
            ("05/04/2020", "2020-04-05"),
            ("5.4.2020", "2020-04-05"),
            ("13-Jan-20", "2020-01-13"),
            ("01-January-2015", "2015-01-01"),
            ("1 de enero de 2015", "2015-01-01"),
            ("14 août 2013", "2013-08-14"),
            ("3. März 2011", "2011-03-03"),
            ("24 февраля 2022", "2022-02-24"),
            ("7 أكتوبر 2023", "2023-10-07"),
            ("1st of May 1998", "1998-05-01"),
            ("lundi 5 mars 2012", "2012-03-05"),
            ("04/2020", "2020-04"),
            ("April 2020", "2020-04"),
            ("2020-04-05", "2020-04-05"),
            ("31/12/99 23:59", "1999-12-31"),
        ],
    );
    reads(
        DateForm::MonthDayYear,
        &[
            ("4/5/20", "2020-04-05"),
            ("1/22/20", "2020-01-22"),
            ("Apr 5, 2020", "2020-04-05"),
            ("Sept. 11, 2001", "2001-09-11"),
            ("Thu, 01/01/2026 - 12:00", "2026-01-01"),
            ("Friday, January 2, 2026 3:15 PM", "2026-01-02"),
        ],
    );
    reads(
        DateForm::Compact,
        &[("20200405", "2020-04-05"), ("202004", "2020-04"), ("20200400", "2020-04"), ("2020", "2020")],
    );
    reads(
        DateForm::Year,
        &[
            ("2020", "2020"),
            ("2020.0", "2020"),
            ("476", "0476"),
            ("-43", "-0043"),
            ("44 BCE", "-0043"),
            ("44 BC", "-0043"),
            ("1 bce", "0000"),
            ("79 AD", "0079"),
            ("1914–1918", "1914/1918"),
            ("c. 1200", "1200~"),
            ("۱۹۸۸", "1988"),
        ],
    );
    reads(
        DateForm::Serial,
        &[
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("61", "1900-03-01"),
            ("43926", "2020-04-05"),
            ("43926.75", "2020-04-05"),
        ],
    );
    reads(
        DateForm::SolarHijri,
        &[
            ("۱۴۰۱/۰۶/۳۱", "2022-09-22"),
            ("1401-06-31", "2022-09-22"),
            ("31/6/1401", "2022-09-22"),
            ("۳۱ شهریور ۱۴۰۱", "2022-09-22"),
            ("1401/06", "2022-08-23/2022-09-22"),
            ("1401", "2022-03-21/2023-03-20"),
            ("1403/12/30", "2025-03-20"),
        ],
    );
}

#[test]
fn a_table_in_thousands_is_of_people() {
    let thousands = Numbers { scale: Scale::Thousand, ..Numbers::default() };
    for (text, expected) in [("221", 221_000), ("1.25", 1_250), ("1,880.5", 1_880_500), ("0", 0)] {
        assert_eq!(stated(text, &thousands), Ok(Stated::Exact(expected)), "{text}");
    }
    assert_eq!(stated("< 5", &thousands), Ok(Stated::UpTo(4_999)));
    assert_eq!(
        stated("18446744073709552", &thousands).unwrap_err().to_string(),
        "found \"18446744073709552\", expected a whole number of at most 18,446,744,073,709,551,615"
    );
}

#[test]
fn spans_of_days_stand_in_one_cell() {
    reads(
        DateForm::DayMonthYear,
        &[
            ("1–3 July 1863", "1863-07-01/1863-07-03"),
            ("3-5 January 2021", "2021-01-03/2021-01-05"),
            ("30 June – 2 July 1864", "1864-06-30/1864-07-02"),
            ("24 February 2022 - 10 March 2022", "2022-02-24/2022-03-10"),
            ("Jan 5-7, 2021", "2021-01-05/2021-01-07"),
            ("Jan-20", "2020-01"),
            ("2000年6月15日", "2000-06-15"),
            ("01/02/2020 - 05/02/2020", "2020-02-01/2020-02-05"),
        ],
    );
    reads(DateForm::YearMonthDay, &[("2020-02-01 to 2020-02-05", "2020-02-01/2020-02-05")]);
    reads(DateForm::Year, &[("2008/09", "2008~"), ("1999-00", "1999~"), ("1914–1918", "1914/1918")]);
}

#[test]
fn dates_that_say_only_about_when_are_approximate() {
    reads(
        DateForm::DayMonthYear,
        &[
            ("early June 2023", "2023-06~"),
            ("mid-July 2023", "2023-07~"),
            ("c. 20 July 2023", "2023-07-20~"),
            ("Ende Mai 2023", "2023-05~"),
            ("late 2022", "2022~"),
            ("Spring 2021", "2021~"),
        ],
    );
    assert!(date("early in the morning", DateForm::DayMonthYear).is_err());
}

#[test]
fn what_is_no_date_is_said_in_words() {
    for (text, form, expected) in [
        ("soon", DateForm::YearMonthDay, "found \"soon\", expected a date such as 2020-04-25"),
        ("05/04/2020", DateForm::YearMonthDay, "found \"05/04/2020\", expected a date such as 2020-04-25"),
        ("2020-02-30", DateForm::YearMonthDay, "found \"2020-02-30\", expected a day that the calendar has"),
        ("31/02/2020", DateForm::DayMonthYear, "found \"31/02/2020\", expected a day that the calendar has"),
        ("25/04/2020", DateForm::MonthDayYear, "found \"25/04/2020\", expected a day that the calendar has"),
        ("January 3", DateForm::MonthDayYear, "found \"January 3\", expected a date such as 04/25/2020"),
        ("20 May", DateForm::DayMonthYear, "found \"20 May\", expected a date such as 25/04/2020"),
        ("12", DateForm::DayMonthYear, "found \"12\", expected a date such as 25/04/2020"),
        ("1:2:3", DateForm::MonthDayYear, "found \"1:2:3\", expected a date such as 04/25/2020"),
        ("2020040", DateForm::Compact, "found \"2020040\", expected a date such as 20200425"),
        ("20201301", DateForm::Compact, "found \"20201301\", expected a day that the calendar has"),
        ("40000 BCE", DateForm::Year, "found \"40000 BCE\", expected a date such as 2020"),
        ("60", DateForm::Serial, "found \"60\", expected a day that the calendar has"),
        ("soon", DateForm::Epoch, "found \"soon\", expected a date such as 1587772800"),
        ("99999999", DateForm::Serial, "found \"99999999\", expected a day that the calendar has"),
        ("1404/12/30", DateForm::SolarHijri, "found \"1404/12/30\", expected a day that the calendar has"),
    ] {
        assert_eq!(when(text, form), Err(expected.to_owned()), "{text}");
    }
}

#[test]
fn a_date_in_three_cells_may_be_known_in_part() {
    let when = |year: &str, month: &str, day: &str| {
        parts(year, month, day).map(|when| when.map(|when| when.to_string())).map_err(|error| error.to_string())
    };
    let known = |text: &str| Ok(Some(text.to_owned()));
    assert_eq!(when("2015", "4", "25"), known("2015-04-25"));
    assert_eq!(when("2015", "April", "25"), known("2015-04-25"));
    assert_eq!(when("2015.0", "4.0", "25.0"), known("2015-04-25"));
    assert_eq!(when("2015", "4", "0"), known("2015-04"));
    assert_eq!(when("2015", "4", ""), known("2015-04"));
    assert_eq!(when("2015", "0", "0"), known("2015"));
    assert_eq!(when("2015", "", "12"), known("2015"));
    assert_eq!(when("", "4", "25"), Ok(None));
    assert_eq!(when("2015", "2", "30"), Err("found \"2015-02-30\", expected a day that the calendar has".to_owned()));
    assert_eq!(when("2015", "x", ""), known("2015"));
    assert_eq!(
        when("2015", "Brumaire", "1"),
        Err("found \"Brumaire\", expected a day that the calendar has".to_owned())
    );
}

#[test]
fn a_week_may_stand_beside_its_year_or_behind_it() {
    let when = |year: &str, week: &str| {
        of_week(year, week).map(|when| when.map(|when| when.to_string())).map_err(|error| error.to_string())
    };
    let known = |text: &str| Ok(Some(text.to_owned()));
    assert_eq!(when("2021", "1"), known("2021-01-04/2021-01-10"));
    assert_eq!(when("2020", "53.0"), known("2020-12-28/2021-01-03"));
    assert_eq!(when("2020", ""), known("2020"));
    assert_eq!(when("", "5"), Ok(None));
    assert_eq!(when("2021", "53"), Err("found \"2021-W53\", expected a day that the calendar has".to_owned()));
    reads(
        DateForm::YearWeek,
        &[
            ("2021-01", "2021-01-04/2021-01-10"),
            ("202152", "2021-12-27/2022-01-02"),
            ("2021W05", "2021-02-01/2021-02-07"),
        ],
    );
    for (text, expected) in [
        ("2021-54", "found \"2021-54\", expected a day that the calendar has"),
        ("2021", "found \"2021\", expected a date such as 2020-W17"),
        ("2021-1-04", "found \"2021-1-04\", expected a date such as 2020-W17"),
    ] {
        assert_eq!(date(text, DateForm::YearWeek).map_err(|error| error.to_string()), Err(expected.to_owned()));
    }
}

#[test]
fn a_quarter_may_stand_beside_its_year_without_a_word() {
    reads(
        DateForm::YearQuarter,
        &[
            ("2022-1", "2022-01/2022-03"),
            ("2022/4", "2022-10/2022-12"),
            ("2-2022", "2022-04/2022-06"),
            ("2022-T3", "2022-07/2022-09"),
        ],
    );
    for (text, expected) in [
        ("2022-5", "found \"2022-5\", expected a day that the calendar has"),
        ("2022", "found \"2022\", expected a date such as 2020-Q2"),
    ] {
        assert_eq!(date(text, DateForm::YearQuarter).map_err(|error| error.to_string()), Err(expected.to_owned()));
    }
}

/// A day as people write it in each form; some have more than one way.
fn written(day: Date) -> Vec<(DateForm, String)> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, date) = (day.year(), day.month(), day.day());
    let name = MONTHS[usize::try_from(month).unwrap() - 1];
    let weekday = format!("{:?}", day.weekday());
    let since = (day - Date::constant(1899, 12, 30)).get_days();
    let iso = icu_calendar::Date::try_new_iso(year.into(), month.unsigned_abs(), date.unsigned_abs()).unwrap();
    let solar = iso.to_calendar(Persian);
    let solar = [solar.year().extended_year(), solar.month().number().into(), solar.day_of_month().0.into()];
    let persian = |number: i32| -> String {
        let digit = |c: char| char::from_u32(u32::from(c) - u32::from('0') + 0x6F0).unwrap();
        format!("{number:02}").chars().map(digit).collect()
    };
    vec![
        (DateForm::YearMonthDay, format!("{year}-{month:02}-{date:02}")),
        (DateForm::YearMonthDay, format!("{year}/{month}/{date} 12:30")),
        (DateForm::YearMonthDay, format!("{year} {} {date}", &name[..3])),
        (DateForm::DayMonthYear, format!("{date:02}/{month:02}/{year}")),
        (DateForm::DayMonthYear, format!("{date}-{name}-{year}")),
        (DateForm::DayMonthYear, format!("{weekday}, {date}. {} {year}", &name[..3])),
        (DateForm::MonthDayYear, format!("{month}/{date}/{year}")),
        (DateForm::MonthDayYear, format!("{name} {date}, {year}")),
        (DateForm::MonthDayYear, format!("{}, {month:02}/{date:02}/{year} - 12:00", &weekday[..3])),
        (DateForm::Compact, format!("{year}{month:02}{date:02}")),
        (DateForm::Serial, (if since < 61 { since - 1 } else { since }).to_string()),
        (DateForm::Buddhist, format!("{date}/{month}/{}", year + 543)),
        (DateForm::Epoch, (i64::from(since - 25_569) * 86_400 + 43_200).to_string()),
        (DateForm::SolarHijri, format!("{}/{}/{}", persian(solar[0]), persian(solar[1]), persian(solar[2]))),
    ]
}

#[test]
fn every_day_of_two_centuries_comes_back_in_every_form() {
    let mut day = Date::constant(1900, 1, 1);
    while day.year() <= 2100 {
        for (form, text) in written(day) {
            assert_eq!(date(&text, form).map(|when| when.and_then(When::single_day)), Ok(Some(day)), "{text}");
        }
        let [year, month, of_month] = [day.year().to_string(), day.month().to_string(), day.day().to_string()];
        assert_eq!(parts(&year, &month, &of_month).map(|when| when.and_then(When::single_day)), Ok(Some(day)));
        day = day.checked_add(1.days()).unwrap();
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_readers_panic(text in "\\PC{0,24}", punctuated in "[-0-9۰-۹٠-٩.,:/ TZe+~?%a-z–]{0,24}") {
        for text in [text, punctuated] {
            let _ = number(&text, &Numbers::default());
            let _ = stated(&text, &Numbers { decimal: ',', round: true, ..Numbers::default() });
            let _ = fraction(&text, &Numbers::default());
            for form in FORMS {
                let _ = date(&text, form);
            }
            let _ = parts(&text, &text, &text);
            let _ = of_week(&text, &text);
        }
    }

    /// Longer than any integer has digits, with points, exponents and words around them.
    #[test]
    fn no_long_number_makes_the_readers_panic(
        before in prop::sample::select(vec!["", "-", "+", ">", "about ", "between "]),
        // The others are near the largest integer of 128 bits.
        digits in prop_oneof!["[0-9]{30,60}", "3[34][0-9]{37}"], at in any::<prop::sample::Index>(), exponent in any::<Option<i32>>(),
        after in prop::sample::select(vec!["", "+", "?", " million", " and 5", "-7", "%"]),
    ) {
        let point = at.index(digits.len());
        let exponent = exponent.map(|exponent| format!("e{exponent}")).unwrap_or_default();
        let pointed = |point: usize| format!("{}.{}", &digits[..point], &digits[point..]);
        for middle in [digits.clone(), pointed(point), pointed(1)] {
            let text = format!("{before}{middle}{exponent}{after}");
            for numbers in [Numbers::default(), Numbers { decimal: ',', round: true, ..Numbers::default() }] {
                let _ = number(&text, &numbers);
                let _ = stated(&text, &numbers);
                let _ = fraction(&text, &numbers);
            }
            for form in FORMS {
                let _ = date(&text, form);
            }
            let _ = parts(&text, &text, &text);
            let _ = of_week(&text, &text);
        }
    }

    #[test]
    fn numbers_come_back_in_every_style(number in any::<u64>(), small in 0..10_000_000_u64) {
        for number in [number, small] {
            let groups = |separator: &str, first: usize, others: usize| {
                let digits = number.to_string();
                let (mut head, mut text) = (digits.as_str(), String::new());
                for size in std::iter::once(first).chain(std::iter::repeat(others)) {
                    if head.len() <= size {
                        break;
                    }
                    let (rest, group) = head.split_at(head.len() - size);
                    text = format!("{separator}{group}{text}");
                    head = rest;
                }
                format!("{head}{text}")
            };
            for separator in [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}", "'", "’", "_", "٬"] {
                let text = groups(separator, 3, 3);
                prop_assert_eq!(whole(&text), Ok(Some(number)), "{}", text);
                prop_assert_eq!(with_comma(&text), Ok(Some(number)), "{}", text);
                prop_assert_eq!(with_comma(&format!("{text},00")), Ok(Some(number)), "{},00", text);
            }
            // As India groups them, and in the digits of Iran and of the Arab countries.
            prop_assert_eq!(whole(&groups(",", 3, 2)), Ok(Some(number)));
            for zero in [0x6F0, 0x660] {
                let digit = |c: char| c.to_digit(10).map_or(c, |digit| char::from_u32(zero + digit).unwrap());
                let text: String = groups("٬", 3, 3).chars().map(digit).collect();
                prop_assert_eq!(whole(&text), Ok(Some(number)), "{}", text);
            }
            prop_assert_eq!(stated(&groups(",", 3, 3), &Numbers::default()), Ok(Stated::Exact(number)));
        }
    }

    #[test]
    fn numbers_come_back_with_their_separators(number in any::<u64>()) {
        let plain = number.to_string();
        let mut grouped = String::new();
        for (at, character) in plain.chars().enumerate() {
            if at > 0 && (plain.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(character);
        }
        for text in [plain, grouped.clone(), grouped.replace(',', "\u{202F}"), format!("{grouped}.00")] {
            prop_assert_eq!(whole(&text), Ok(Some(number)), "{}", text);
        }
        prop_assert_eq!(with_comma(&grouped.replace(',', ".")), Ok(Some(number)));
    }
}

/// What a cell says of the killed, the injured and the missing.
fn said(cell: &str) -> [String; 3] {
    let groups: Vec<Vec<String>> =
        [&["killed", "dead", "deaths", "muertos", "کشته"][..], &["injured", "wounded", "زخمی"], &["missing"]]
            .map(|words| words.iter().map(|word| (*word).to_owned()).collect())
            .into();
    [0, 1, 2].map(|asked| match beside(cell, &groups, asked, &Numbers::default()) {
        Ok(Stated::Unknown) => "?".to_owned(),
        Ok(stated) => format!("{stated:?}"),
        Err(error) => error.to_string(),
    })
}

#[test]
fn numbers_stand_beside_their_words() {
    for (cell, killed, injured, missing) in [
        ("3 killed, 5 injured", "Exact(3)", "Exact(5)", "?"),
        ("3 Killed/5 Injured", "Exact(3)", "Exact(5)", "?"),
        ("12 killed and at least 20 wounded", "Exact(12)", "AtLeast(20)", "?"),
        ("at least 2 dead; 1 missing", "AtLeast(2)", "?", "Exact(1)"),
        ("killed: 3; injured: ~5", "Exact(3)", "About(5)", "?"),
        ("killed 3 and injured 5", "Exact(3)", "Exact(5)", "?"),
        ("3killed 5injured", "Exact(3)", "Exact(5)", "?"),
        ("1,234 killed, 5 injured", "Exact(1234)", "Exact(5)", "?"),
        ("10-15 killed", "Range { low: Some(10), best: None, high: Some(15) }", "?", "?"),
        ("between 3 and 5 killed", "Range { low: Some(3), best: None, high: Some(5) }", "?", "?"),
        ("2 million injured", "?", "About(2000000)", "?"),
        ("nearly 40 killed", "About(40)", "?", "?"),
        ("3 police officers were shot dead", "Exact(3)", "?", "?"),
        ("8 killed (incl. 2 children), 5 injured", "Exact(8)", "Exact(5)", "?"),
        ("Total casualties: 25 (5 killed, 20 injured)", "Exact(5)", "Exact(20)", "?"),
        ("Attack 12: 3 killed", "Exact(3)", "?", "?"),
        ("3 muertos y 5 injured", "Exact(3)", "Exact(5)", "?"),
        ("۳ کشته و ۵ زخمی", "Exact(3)", "Exact(5)", "?"),
        ("no deaths and 5 injured", "Exact(0)", "Exact(5)", "?"),
        ("several killed and 5 injured", "?", "Exact(5)", "?"),
        ("killed: unknown; injured: 5", "?", "Exact(5)", "?"),
        ("two dead", "Exact(2)", "?", "?"),
        ("Twelve killed and at least four injured", "Exact(12)", "AtLeast(4)", "?"),
        ("one woman was killed, 5 injured", "Exact(1)", "Exact(5)", "?"),
        ("no one killed, one injured", "Exact(0)", "Exact(1)", "?"),
        ("5+2 dead, 3 injured", "Exact(7)", "Exact(3)", "?"),
        ("no casualties", "?", "?", "?"),
        ("none", "?", "?", "?"),
        ("", "?", "?", "?"),
    ] {
        assert_eq!(said(cell), [killed, injured, missing], "{cell}");
    }
}

#[test]
fn numbers_beside_other_words_are_left_over() {
    let groups = [vec!["killed".to_owned(), "dead".to_owned()], vec!["injured".to_owned()]];
    let left = |cell| left_over(cell, &groups, &Numbers::default());
    assert_eq!(left("3 killed, 7 trapped"), ["7 trapped"]);
    assert_eq!(left("two dead; five trapped, 2 injured"), ["five trapped"]);
    assert_eq!(left("3 killed, 7"), ["7"]);
    for cell in [
        "3 killed, 5 injured",
        "8 killed (incl. 2 children)",
        "Attack 12: 3 killed, no damage",
        "25 (5 killed, 20 injured)",
        "Total casualties: 25 (5 killed, 20 injured)",
        "7 trapped",
        "",
    ] {
        assert!(left(cell).is_empty(), "{cell}");
    }
}

#[test]
fn of_two_numbers_beside_a_word_none_is_chosen() {
    let no_word = |cell: &str| {
        format!(
            "found \"{cell}\", expected a number beside one of \"killed\", \"dead\", \"deaths\", \"muertos\", \"کشته\", \
             \"injured\", \"wounded\", \"زخمی\", \"missing\""
        )
    };
    assert_eq!(said("7 affected"), [no_word("7 affected"), no_word("7 affected"), no_word("7 affected")]);
    assert_eq!(said("7")[0], no_word("7"));
    let not_one = |piece: &str| format!("found \"{piece}\", expected one number beside each word");
    assert_eq!(said("two trapped")[0], no_word("two trapped"));
    assert_eq!(said("one or two dead")[0], not_one("one or two dead"));
    assert_eq!(said("5 or 2 dead, 3 injured"), [not_one("5 or 2 dead"), "Exact(3)".to_owned(), "?".to_owned()]);
    assert_eq!(said("3 dead or missing"), [not_one("3 dead or missing"), "?".to_owned(), not_one("3 dead or missing")]);
    assert_eq!(said("3 killed in 2 attacks")[0], not_one("3 killed in 2 attacks"));
    assert_eq!(said("20 of 35 killed")[0], not_one("20 of 35 killed"));
    assert_eq!(said("5% killed")[0], not_one("5% killed"));
    assert_eq!(said("killed -3")[0], "Exact(3)");
    assert_eq!(
        said("3 killed, 2 dead")[0],
        "found \"3 killed, 2 dead\", expected one number beside \"killed\", \"dead\", \"deaths\", \"muertos\", \"کشته\""
    );
}
