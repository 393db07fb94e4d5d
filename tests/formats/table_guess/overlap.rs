//! Numbers that must not be added: of periods that overlap, the excess over what was expected, of different things.

use super::{general, is, tolls};
use std::fmt::Write;
use tollview::formats::table::recipe::BasisRule;

#[test]
fn numbers_of_periods_that_overlap_are_not_added() {
    let in_values = "State,Month,Period,Data Value,Indicator
AK,2020-01,12 month-ending,130,Number of deaths
AK,2020-02,12 month-ending,128,Number of deaths
AK,2020-03,12 month-ending,135,Number of deaths
AK,2020-04,12 month-ending,140,Number of deaths
";
    let in_name = "month,rolling_12_month_deaths\n2020-01,130\n2020-02,128\n2020-03,135\n2020-04,140\n";
    let last_days = "Week ending,Deaths in last 28 days\n2020-01-05,21\n2020-01-12,28\n2020-01-19,22\n2020-01-26,25\n";
    for text in [in_values, in_name, last_days] {
        let proposal = general("overdoses.csv", text);
        assert_eq!(proposal.recipe.basis, BasisRule::Cumulative, "{text}");
        let doubt = &proposal.doubts[0];
        assert_eq!(doubt.question, "Do the periods of the numbers overlap?");
        assert_eq!(doubt.answers[1].recipe.basis, BasisRule::Incremental);
    }
}

#[test]
fn a_rolling_sum_beside_the_days_numbers_is_left_out() {
    let text = "date,deaths,deaths (7-day rolling sum)
2020-01-01,3,21
2020-01-02,8,28
2020-01-03,2,22
2020-01-04,5,25
";
    let proposal = general("daily.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 18"]);
    let reason = "left out: deaths (7-day rolling sum); their periods overlap";
    assert!(proposal.reasons.iter().any(|known| known == reason), "{:?}", proposal.reasons);
}

#[test]
fn excess_is_no_count_beside_the_dead() {
    let text = "country,month,deaths,excess_deaths
A,2020-03,1200,-40
A,2020-04,1560,310
A,2020-05,1180,-12
A,2020-06,1260,55
";
    let proposal = general("mortality.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 5200"]);
    let reason = "left out: excess_deaths; excess over what was expected is no count";
    assert!(proposal.reasons.iter().any(|known| known == reason), "{:?}", proposal.reasons);
}

#[test]
fn rows_that_count_different_things_are_not_added() {
    let text = "State,Year,Indicator,Data Value
A,2020,Number of deaths,100
A,2020,Number of overdose deaths,9
A,2020,Cocaine,4
A,2020,Percent with drugs specified,91.5
B,2020,Number of deaths,200
B,2020,Number of overdose deaths,18
B,2020,Cocaine,7
B,2020,Percent with drugs specified,96.25
";
    let proposal = general("overdose_counts.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 27"]);
    let reason = "only the 2 rows with \"Number of overdose deaths\" in \"Indicator\" are counted: the others count something else";
    assert!(proposal.reasons.iter().any(|known| known == reason), "{:?}", proposal.reasons);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Which rows are counted? Those of \"Indicator\" count different things.");
    let answers: Vec<&str> = doubt.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(answers, ["Number of overdose deaths", "Number of deaths", "Cocaine"]);
    assert_eq!(doubt.answers[2].recipe.keep[0].only, ["Cocaine"]);
}

#[test]
fn a_group_that_is_the_sum_of_the_others_is_left_out_whatever_it_is_called() {
    let mut text = String::from("dep;sexe;jour;hosp;dc\n");
    for at in 0..20 {
        for (dep, all) in [("01", at * 3), ("2A", at * 2)] {
            for (sex, number) in [(0, all), (1, all / 2), (2, all - all / 2)] {
                writeln!(text, "{dep};{sex};2020-04-{:02};{};{number}", at + 1, number * 5 % 7).unwrap();
            }
        }
    }
    let proposal = is(
        "hospital.csv",
        &text,
        &[
            "period by rows",
            "events dep",
            "date jour YearMonthDay",
            "dead total = dc (so far)",
            "split by sexe",
            "without 0 in sexe",
        ],
    );
    let reason = "left out: rows with \"0\" in \"sexe\"; it is the sum of the others 38 of 38 times";
    assert!(proposal.reasons.iter().any(|found| found == reason), "{:?}", proposal.reasons);
}

#[test]
fn of_bands_of_ages_that_overlap_those_are_read_that_follow_each_other() {
    let mut text = String::from("State,Age Group,Deaths\n");
    let bands = [
        "Under 1 year",
        "0-17 years",
        "1-4 years",
        "5-17 years",
        "18-64 years",
        "65 years and over",
        "75 years and over",
    ];
    for (at, band) in bands.iter().cycle().take(28).enumerate() {
        writeln!(text, "State {},{band},{}", at / 7, at * 11 % 17 + 3).unwrap();
    }
    is(
        "by-age.csv",
        &text,
        &[
            "group by all",
            "events State",
            "dead total = Deaths",
            "split by Age Group",
            "without 0-17 years, 75 years and over in Age Group",
        ],
    );
}

#[test]
fn sums_of_some_rows_and_averages_are_not_added() {
    let text = "Month,Killed,Injured\nJan,5,20\nFeb,9,11\nMar,7,3\nQ1,21,34\nApr,8,2\nMay,1,6\nJun,30,4\nQ2,39,12\n\
                Whole year,60,46\nMonthly average,10,8\n";
    let proposal = general("months.csv", text);
    assert_eq!(proposal.recipe.keep[0].except, ["Monthly average"]);
    assert_eq!(proposal.recipe.keep[1].except, ["Q1", "Q2", "Whole year"]);
    for reason in [
        "left out: rows with \"Q1\", \"Q2\" and \"Whole year\" in \"Month\"; they are the sums of their months",
        "left out: the row \"Monthly average\" in Month; no counts, but averages, extremes, changes or projections of the others",
    ] {
        assert!(proposal.reasons.iter().any(|found| found == reason), "{:?}", proposal.reasons);
    }
    // Above what they add too; one that happens to be the sum of two others is none.
    let text = "Ward,Dead\nWard 1,30\n1a,10\n1b,20\nWard 2,45\n2a,40\n2b,5\n";
    assert_eq!(general("wards.csv", text).recipe.keep[0].except, ["Ward 2", "Ward 1"]);
    let text = "Place,Dead\nA,30\nB,10\nC,40\nD,45\nE,3\n";
    assert!(general("places.csv", text).recipe.keep.is_empty());
}

#[test]
fn sums_of_several_days_or_weeks_are_no_deaths_beside_those_of_each() {
    for name in ["deaths_7day_sum", "deaths_14_days", "Deaths (7-day total)", "deaths_4wk_total"] {
        let text =
            format!("date,deaths,{name}\n2021-01-01,10,66\n2021-01-02,12,69\n2021-01-03,7,70\n2021-01-04,0,64\n");
        assert_eq!(tolls(&general("t.csv", &text), &text), ["dead: 29"], "{name}");
    }
}

#[test]
fn of_reports_that_tell_all_days_again_the_last_one_stands() {
    let text = "Report date,Data for date,Deaths\n2021-01-05,2021-01-01,10\n2021-01-05,2021-01-02,8\n\
                2021-01-12,2021-01-01,14\n2021-01-12,2021-01-02,11\n2021-01-12,2021-01-03,9\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 34"]);
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question.starts_with("Do the rows")).unwrap();
    assert_eq!(doubt.question, "Do the rows of each \"Report date\" tell the same again?");
    assert_eq!(doubt.answers[1].text, "No: all of them add up");
    assert!(doubt.answers[1].recipe.keep.is_empty());
    // Deaths that are reported later are others.
    let text = "Date reported,Date of death,Deaths\n2021-01-05,2021-01-01,10\n2021-01-05,2021-01-02,8\n\
                2021-01-12,2021-01-03,14\n2021-01-12,2021-01-02,11\n2021-01-12,2021-01-09,9\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 52"]);
}
