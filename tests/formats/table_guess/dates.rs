//! Which of several dates is that of what happened.

use super::{general, is, summary};
use std::fmt::Write;

#[test]
fn when_a_row_was_changed_is_no_date_beside_the_year() {
    let text = "Location,Period,FactValueNumeric,FactValueNumericLow,FactValueNumericHigh,DateModified,Indicator\n\
                A,2021,30,20,40,2023-12-12T00:00:00.000Z,Number of road traffic deaths\n\
                B,2021,216,190,240,2023-12-12T00:00:00.000Z,Number of road traffic deaths\n";
    let summary = summary(&general("road.csv", text).recipe);
    assert!(summary.contains("date Period Year"), "{summary}");
}

#[test]
fn the_first_day_of_a_conflict_is_no_date_of_each_of_its_years() {
    let mut text = "dyad_id,side_a,start_date,year,best,low,high\n".to_owned();
    for at in 0..24 {
        let (dyad, year) = (at / 6, 2010 + at % 6);
        let best = 20 + at * 37 % 90;
        writeln!(text, "{dyad},Side {dyad},200{dyad}-05-01,{year},{best},{},{}", best - 5, best + 9).unwrap();
    }
    let summary = summary(&general("fatalities.csv", &text).recipe);
    assert!(summary.contains("date year Year"), "{summary}");
}

#[test]
fn the_other_dates_of_a_table_settle_what_is_the_day() {
    let text = "Start Date,End Date,State,Deaths\n01/02/2020,01/31/2020,A,3\n02/03/2020,02/28/2020,A,5\n\
                03/04/2020,03/31/2020,A,4\n01/02/2020,01/31/2020,B,2\n02/03/2020,02/28/2020,B,7\n03/04/2020,03/31/2020,B,1\n";
    let proposal = general("table.csv", text);
    assert!(summary(&proposal.recipe).contains("date Start Date + End Date MonthDayYear"));
    assert!(!proposal.doubts.iter().any(|doubt| doubt.question.contains("the day or the month")));
}

#[test]
fn a_column_of_those_under_one_year_holds_no_years() {
    let text =
        "Região;Menor 1 ano;1 a 4 anos;Total\nNorte;43;17;60\nNordeste;15;37;52\nSudeste;49;21;70\nSul;40;12;52\n";
    let proposal = general("óbitos.csv", text);
    assert_eq!(proposal.recipe.date, None);
    is("óbitos.csv", text, &["group by all", "events Região", "dead total = Total"]);
}

#[test]
fn weeks_stand_beside_their_years_or_behind_them() {
    let mut text = "year_week,deaths\n".to_owned();
    for at in 1..=20 {
        writeln!(text, "2021-{at:02},{}", at * 7 % 30).unwrap();
    }
    is("weekly.csv", &text, &["period by rows", "date year_week YearWeek", "dead total = deaths"]);
    let mut text = "Year,Week,Deaths\n".to_owned();
    for at in 1..=20 {
        writeln!(text, "2021,{at},{}", at * 7 % 30).unwrap();
    }
    is("weekly.csv", &text, &["period by rows", "date Year + Week", "dead total = Deaths"]);
    // Some weeks begin on Sundays, which the table does not say.
    let reasons = general("weekly.csv", &text.replace("Week", "MMWR Week")).reasons;
    let reason = "the date stands in Year and MMWR Week; weeks are those of ISO 8601, from Monday";
    assert!(reasons.iter().any(|found| found == reason), "{reasons:?}");
}

#[test]
fn afternoons_do_not_turn_months_into_days() {
    let mut text = "CASE,DATE OF DEATH,AGE,SEX\n".to_owned();
    for at in 0..40 {
        let (day, hour) = (at % 28 + 1, at % 12 + 1);
        writeln!(text, "{at},01/{day:02}/2022 {hour:02}:15:00 PM,{},{}", 20 + at, ["M", "F"][at % 2]).unwrap();
    }
    let summary = summary(&general("deaths.csv", &text).recipe);
    assert!(summary.contains("date DATE OF DEATH MonthDayYear"), "{summary}");
}
