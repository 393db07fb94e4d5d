//! Periods as columns: few years, the same months of two years, years beside those of other columns.

use super::{days, general, is, tolls};

fn questions(proposal: &super::Proposal) -> Vec<&str> {
    proposal.doubts.iter().map(|doubt| doubt.question.as_str()).collect()
}

#[test]
fn two_or_three_years_as_columns_are_periods_of_what_is_asked() {
    let text = "Country,2019,2020,2021\nNorthland,251+,246+,314+\nSouthland,184,27,65\nEastland,1000s,1000s,1000s\n";
    let proposal =
        is("table.csv", text, &["group by rows", "events Country", "count total = each row", "columns are dates Year"]);
    assert!(questions(&proposal).contains(&"What does \"the numbers\" count? Nothing here says it."));
    // 184 + 27 + 65 = 276 and 251 + 246 + 314 = 811 at least.
    let text = text.replace("Eastland,1000s,1000s,1000s\n", "");
    assert_eq!(tolls(&general("table.csv", &text), &text), ["Count: 1087"]);
    // The name of the first column says it, or the rows.
    let text = "Deaths by region,2019,2020\nNorth,10,12\nSouth,4,6\n";
    let proposal = general("table.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 32"]);
    assert!(questions(&proposal).iter().all(|question| !question.contains("Nothing here says it")));
    let text = "Severity,2021,2022\nKilled,120,95\nSeriously injured,800,700\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 215", "Severely injured: 1500"]);
    // What a total holds of the years is no period.
    let text = "Region,2019,2020,Total deaths\nNorth,10,12,22\nSouth,4,6,10\n";
    assert!(general("table.csv", text).recipe.wide.is_none());
}

#[test]
fn the_same_months_of_two_years_are_compared_and_not_added() {
    for names in ["Deaths Jan-Jun 2023,Deaths Jan-Jun 2022", "Deaths 2023 (Jan-Sep),Deaths 2022 (Jan-Sep)"] {
        let text = format!("Area,{names},Difference\nNorth,40,35,5\nSouth,22,30,-8\nTotal,62,65,-3\n");
        let proposal = general("table.csv", &text);
        // 40 + 22; the year before 35 + 30.
        assert_eq!(tolls(&proposal, &text), ["dead: 62"], "{names}");
        let doubt = proposal.doubts.iter().find(|doubt| doubt.question == "Which of the periods is counted?").unwrap();
        let dead = |answer: usize| {
            let recipe = doubt.answers[answer].recipe.clone();
            tolls(&super::Proposal { recipe, ..proposal.clone() }, &text)
        };
        assert_eq!([dead(1), dead(2)], [["dead: 65"], ["dead: 127"]], "{names}");
    }
    // A first quarter is no January: 5 + 7 in the last one; two quarters of a year add up, 4 + 6 + 5 + 7.
    let text = "Area,Q1 2022 deaths,Q1 2023 deaths\nNorth,4,5\nSouth,6,7\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 12"]);
    let text = text.replace("Q1 2023", "Q2 2022");
    assert_eq!(tolls(&general("table.csv", &text), &text), ["dead: 22"]);
    // Half-years that follow each other add up: 40 + 35 + 22 + 30.
    let text = "Area,Deaths Jan-Jun 2022,Deaths Jul-Dec 2022\nNorth,40,35\nSouth,22,30\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 127"]);
    let text = "Period,Killed\nJan-Jun 2022,65\nJul-Dec 2022,70\nJan-Jun 2023,62\n";
    is("table.csv", text, &["period by rows", "date Period MonthDayYear", "killed total = Killed"]);
}

#[test]
fn rows_of_several_kinds_are_never_added_under_years() {
    let text = "Violation,2021 verified,2022 verified\nChildren killed,230,310\nChildren maimed,400,520\n\
        Children recruited,900,850\nTaken hostage,120,99\nAttacks on schools,40,33\n";
    let found = tolls(&general("table.csv", text), text);
    assert_eq!(found[..2], ["killed: 540", "injured: 920"]);
    assert_eq!(found.len(), 5);
    // Causes of death are kinds of the dead: 12 + 14 + 30 + 28.
    let text = "Cause of death,2019,2020\nHomicide,12,14\nSuicide,30,28\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 84"]);
    // "To date" of this year and the last: 200, not 200 + 231 nor the weeks beside them.
    let text = "Offense,Week to date 2023,Week to date 2022,Year to date 2023,Year to date 2022\nMurder,5,9,200,231\n\
        Rape,20,25,900,880\nRobbery,18,30,700,950\n";
    let found = tolls(&general("table.csv", text), text);
    assert_eq!(found[0], "killed: 200");
    assert_eq!(found.len(), 3);
}

#[test]
fn provisional_and_revised_years_are_years() {
    // 21 + 45 + 25 + 29 = 120 over both years; the average is of other years.
    let text = "Industry,Fatal injuries 2022/23p,Rate,Fatal injuries 2021/22r,5-year average\nFarms,21,7.9,25,27\n\
        Building,45,2.1,29,37\n";
    let proposal = general("table.csv", text);
    assert!(proposal.recipe.wide.is_some());
    assert!(proposal.recipe.counts.iter().all(|rule| rule.category.is_none()));
    assert_eq!(tolls(&proposal, text), ["dead: 120"]);
}

#[test]
fn an_earlier_year_beside_several_columns_of_the_latest_is_left_out() {
    let text = "Country,Casualties 2021,Killed 2021,Injured 2021,Casualties 2020\nNorthland,1227,600,620,1073\n\
        Southland,1074,380,694,1474\nEastland,528,220,300,350\n";
    let proposal = general("table.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 1200", "injured: 1614", "Casualties: 2829"]);
    assert!(proposal.reasons.iter().any(|reason| reason.starts_with("left out: Casualties 2020")));
    // Two years of one number stand beside each other.
    let text = "Country,Casualties 2020,Casualties 2021\nNorthland,10,20\nSouthland,5,8\n";
    assert!(
        general("table.csv", text).recipe.counts.iter().any(|rule| rule.column.as_deref() == Some("Casualties 2020"))
    );
}

#[test]
fn years_are_found_in_chinese_hebrew_japanese_and_persian() {
    let rows = |years: [&str; 3]| years.map(|year| format!("{year},5,6\n")).concat();
    for (header, years, date) in [
        ("年份,死亡人数,受伤人数", ["2019", "2020", "2021"], "date 年份 Year"),
        ("年,死者数,負傷者数", ["平成31年", "令和2年", "令和3年"], "date 年 Year"),
        ("שנה,הרוגים,פצועים", ["2019", "2020", "2021"], "date שנה Year"),
        ("سال,کشته,مجروح", ["1399", "1400", "1401"], "date سال SolarHijri"),
    ] {
        let text = format!("{header}\n{}", rows(years));
        let proposal = general("table.csv", &text);
        let found = super::summary(&proposal.recipe);
        assert_eq!(found.lines().nth(1), Some(date), "{found}");
        assert!(found.starts_with("period by rows"), "{found}");
    }
}

#[test]
fn two_years_and_their_change_are_compared_and_not_added() {
    let text = "Indicator,2022,2023,Change %\nRoad deaths,1711,1695,-0.9\nSerious injuries,28000,28500,1.8\n\
                All casualties,135000,133000,-1.5\n";
    let proposal = general("roads.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 1695", "injured: 28500", "All casualties: 133000"]);
    assert!(questions(&proposal).contains(&"Which of the periods is counted?"), "{:?}", questions(&proposal));
    // Without the change they are two years like any others.
    let text = "Indicator,2022,2023\nRoad deaths,1711,1695\nSerious injuries,28000,28500\n";
    assert_eq!(tolls(&general("roads.csv", text), text), ["dead: 3406", "injured: 56500"]);
}

#[test]
fn months_in_rows_under_years_are_months_of_those_years() {
    for rows in [
        ["January,30,28", "February,22,25", "March,27,30", "Total,79,83"],
        ["1,30,28", "2,22,25", "3,27,30", "Total,79,83"],
    ] {
        let text = format!("Month,2021,2022\n{}\n", rows.join("\n"));
        let proposal = general("road deaths.csv", &text);
        assert_eq!(
            days(&proposal, &text),
            ["2021-01", "2021-02", "2021-03", "2022-01", "2022-02", "2022-03"],
            "{text}"
        );
        assert_eq!(tolls(&proposal, &text), ["dead: 162"]);
    }
    // In each province.
    let text = "Province,Month,2021,2022\nA,Jan,3,4\nA,Feb,2,6\nB,Jan,1,0\nB,Feb,5,2\n";
    let proposal = general("road deaths.csv", text);
    assert_eq!(days(&proposal, text), ["2021-01", "2021-02", "2022-01", "2022-02"].repeat(2));
    assert_eq!(tolls(&proposal, text), ["dead: 23"]);
}

#[test]
fn months_as_columns_beside_years_are_months_of_those_years() {
    let text = "Year,Jan,Feb,Mar,Apr,May,Jun,Total\n2021,3,2,1,0,4,5,15\n2022,1,1,1,2,2,0,7\n";
    let proposal = general("road deaths.csv", text);
    let found = days(&proposal, text);
    assert_eq!(found.len(), 12);
    assert_eq!([&*found[0], &*found[11]], ["2021-01", "2022-06"]);
    assert_eq!(tolls(&proposal, text), ["dead: 22"]);
    // A total above its months counts those of no known month too.
    let text = text.replace(",5,15", ",5,18");
    assert_eq!(tolls(&general("road deaths.csv", &text), &text), ["dead: 25"]);
}

#[test]
fn years_one_after_the_other_are_no_deaths_whatever_their_column_is_called() {
    let text = "Road deaths,Pedestrians,Cyclists,All road users\n2019,40,8,120\n2020,31,9,101\n2021,35,7,111\n";
    let proposal = general("t.csv", text);
    assert_eq!(proposal.recipe.date.as_ref().and_then(|rule| rule.column.as_deref()), Some("Road deaths"));
    assert!(proposal.recipe.counts.iter().all(|rule| rule.column.as_deref() != Some("Road deaths")));
    // Numbers of people that do not follow each other are.
    let text = "Town,Deaths\nNorth,2019\nSouth,2021\nEast,2020\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 6060"]);
}

#[test]
fn a_fraction_among_whole_numbers_of_people_is_a_slip_of_its_row() {
    let text = "Date,Killed,Injured\n2024-03-13,14,29\n2024-03-14,3,7\n2024-03-15,9,19\n2024-03-16,2.2,45\n\
                2024-03-17,1,3\n2024-03-18,17,35\n";
    // 14 + 3 + 9 + 2 + 1 + 17, of which 2 was 2.2.
    assert_eq!(tolls(&general("t.csv", text), text), ["killed: 46", "injured: 138"]);
}
