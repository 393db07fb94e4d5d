//! Which of several dates is that of what happened.

use super::{days, general, is, sample, summary, tolls};
use std::fmt::Write;
use tollview::formats::table::gather::of_sample;

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

#[test]
fn a_column_that_counts_people_to_date_or_from_something_is_no_column_of_dates() {
    for (name, first, second) in [
        ("Deaths to date", 20_755, 20_080),
        ("Deaths to date", 1_755, 1_080),
        ("Deaths from floods", 21_755, 15_080),
        ("Killed since start", 30_755, 20_080),
        ("Deaths this year", 1_755, 1_080),
        ("Fatalities due to heat", 11_755, 15_080),
    ] {
        let text = format!("Province,{name},Injured\nA,{first},300\nB,{second},200\n");
        let sum: i32 = first + second;
        let measure = if name.starts_with("Killed") { "killed" } else { "dead" };
        let proposal = general("t.csv", &text);
        assert_eq!(tolls(&proposal, &text), [format!("{measure}: {sum}"), "injured: 500".to_owned()], "{name}");
        assert_eq!(proposal.recipe.date, None, "{name}");
    }
    let text = "Country,Start of war,Killed since start\nA,2011,30755\nB,2014,20080\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["killed: 50835"]);
    // With more of them too, each is the toll so far of its country.
    let text = "Country,Start of war,Killed since start\nA,2011,30755\nB,2014,20080\nC,2015,20492\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 71327"]);
    assert_eq!((proposal.recipe.date, &*proposal.recipe.events.columns[0]), (None, "Country"));
    let text = "Year,Deaths from floods\n2019,11755\n2020,15080\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 26835"]);
}

#[test]
fn dates_of_death_and_last_days_are_dates_as_day_numbers_of_a_spreadsheet_too() {
    let text = "Date of death,Killed\n44562,3\n44570,2\n44590,4\n";
    is("t.csv", text, &["period by rows", "date Date of death Serial", "killed total = Killed"]);
    let text = "From date,To date,Killed\n44562,44568,3\n44569,44575,2\n44576,44582,4\n";
    let proposal = general("t.csv", text);
    assert_eq!(proposal.recipe.date.unwrap().to.as_deref(), Some("To date"));
}

#[test]
fn quarters_are_no_months_in_whatever_writing() {
    for [first, second, third] in [
        ["2022-T1", "2022-T2", "2022-T3"],
        ["T1 2022", "T2 2022", "T3 2022"],
        ["1T2022", "2T2022", "3T2022"],
        ["1er trimestre 2022", "2e trimestre 2022", "3e trimestre 2022"],
        ["1º trimestre de 2022", "2º trimestre de 2022", "3º trimestre de 2022"],
        ["1. Quartal 2022", "2. Quartal 2022", "3. Quartal 2022"],
        ["I кв. 2022", "II кв. 2022", "III кв. 2022"],
    ] {
        let text = format!("Trimestre,Homicidios\n{first},120\n{second},131\n{third},118\n");
        let proposal = general("t.csv", &text);
        let dataset = of_sample(&sample(&text), &proposal.recipe, "table").unwrap().dataset;
        let reports = dataset.events.values().flat_map(|event| &event.reports);
        let periods: Vec<String> = reports.map(|report| report.period.unwrap().to_string()).collect();
        assert_eq!(periods, ["2022-01/2022-03", "2022-04/2022-06", "2022-07/2022-09"], "{first}");
    }
}

#[test]
fn a_number_beside_the_year_under_quarter_is_a_quarter() {
    for name in ["Quarter", "Trimestre", "Quartal"] {
        let text = format!("{name},Deaths\n2022-1,10\n2022-2,11\n2022-3,12\n2022-4,9\n");
        let proposal = general("t.csv", &text);
        assert_eq!(
            days(&proposal, &text),
            ["2022-01/2022-03", "2022-04/2022-06", "2022-07/2022-09", "2022-10/2022-12"],
            "{name}"
        );
        assert_eq!(tolls(&proposal, &text), ["dead: 42"]);
    }
}

#[test]
fn dates_of_which_some_have_the_month_first_are_turned_and_asked_about() {
    let text = "Date,Killed\n13/01/2023,4\n01/14/2023,2\n15/01/2023,1\n";
    let proposal = general("t.csv", text);
    assert_eq!(days(&proposal, text), ["2023-01-13", "2023-01-14", "2023-01-15"]);
    assert_eq!(tolls(&proposal, text), ["killed: 7"]);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "The day cannot be first on 1 of 3 dates in \"Date\": 01/14/2023. How are they read?");
    assert_eq!(doubt.answers[1].recipe.date, None);
}

#[test]
fn of_reports_that_revise_some_days_the_last_of_each_day_stands() {
    // 10 + 11 + 12 + 7: the first day is told once, the second and the third twice.
    let text = "Report date,Data for date,Deaths\n2021-01-05,2021-01-01,10\n2021-01-05,2021-01-02,8\n\
                2021-01-12,2021-01-02,11\n2021-01-12,2021-01-03,9\n2021-01-19,2021-01-03,12\n2021-01-19,2021-01-04,7\n";
    let proposal = general("revisions.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 40"]);
    assert_eq!(days(&proposal, text), ["2021-01-01", "2021-01-02", "2021-01-03", "2021-01-04"]);
    let question = "Does each \"Report date\" tell some days again?";
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == question).unwrap();
    let sum = tolls(&super::Proposal { recipe: doubt.answers[1].recipe.clone(), ..proposal.clone() }, text);
    assert_eq!(sum, ["dead: 57"]);
    // The same in each of two regions: one revises a day that the other leaves as it was, 5 + 6 + 3 and 1 + 2 + 4.
    let text = "Report date,Data for date,Region,Deaths\n2021-01-05,2021-01-01,North,5\n2021-01-05,2021-01-02,North,4\n\
                2021-01-05,2021-01-01,South,1\n2021-01-05,2021-01-02,South,2\n2021-01-12,2021-01-02,North,6\n\
                2021-01-12,2021-01-03,North,3\n2021-01-12,2021-01-03,South,4\n";
    let proposal = general("revisions.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 21"], "{proposal:?}");
    // Incidents that are reported days later, each in a place of its own, are no revisions.
    let text = "Reported,Date,Village,Killed\n2021-01-05,2021-01-01,Ama,3\n2021-01-05,2021-01-02,Bor,2\n\
                2021-01-12,2021-01-02,Cil,1\n2021-01-12,2021-01-03,Dun,4\n";
    let proposal = general("incidents.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 10"]);
}

#[test]
fn days_of_the_eras_of_japan_are_days() {
    for (first, second, third) in [("令和元年5月1日", "令和5年4月1日", "令和6年1月1日"), ("R1.5.1", "R5.4.1", "R6.1.1")]
    {
        for name in ["日付", "発生年月日", "日"] {
            let text = format!("{name},死者\n{first},3\n{second},7\n{third},2\n");
            let proposal = general("table.csv", &text);
            assert_eq!(days(&proposal, &text), ["2019-05-01", "2023-04-01", "2024-01-01"], "{name} {first}");
            assert!(proposal.doubts.iter().all(|doubt| !doubt.question.contains("first")), "{first}");
        }
    }
}

#[test]
fn spans_of_days_and_dates_that_are_not_sure_are_dates() {
    let text = "When,Where,Killed\n3-5 May 2023,X,12\nearly June 2023,Y,4\n7 June 2023,Z,2\nmid-July 2023,X,9\nc. 20 July 2023,Q,1\n";
    let proposal = general("table.csv", text);
    assert!(summary(&proposal.recipe).contains("date When"), "{}", summary(&proposal.recipe));
    assert_eq!(tolls(&proposal, text), ["killed: 28"]);
}

#[test]
fn dates_of_a_calendar_that_is_not_read_are_asked_about() {
    for (first, second) in [("२०८०/०१/१५", "२०८०/०२/३०"), ("2080/01/15", "2080/02/32"), ("2080-01-15", "2080-02-03")]
    {
        let text = format!("मिति,मृत्यु\n{first},3\n{second},5\n");
        let proposal = general("table.csv", &text);
        assert_eq!(proposal.recipe.date, None, "{first}");
        assert_eq!(tolls(&proposal, &text), ["dead: 8"]);
        let doubt = proposal.doubts.iter().find(|doubt| doubt.question.starts_with("Of which calendar")).unwrap();
        assert_eq!(doubt.answers[0].text, "Of another one: without dates");
        assert!(doubt.answers[1].recipe.date.is_some());
    }
}
