//! Rows that say something of the others: medians and other figures of theirs, changes, projections.

use super::{general, tolls};

const YEARS: &str = "Year,Deaths,Injured\n2018,34,50\n2019,21,61\n2020,40,33\n2021,9,80\n2022,27,44\n";

#[test]
fn figures_of_the_other_rows_are_not_counted_and_the_year_is_a_date() {
    for rows in [
        "Median,27,50\nMinimum,9,33\nMaximum,40,80\n",
        "Promedio,26,54\nDesviación estándar,12,18\n",
        "Change since 2021,18,-36\nChange %,200,-45\n",
        "Per year,26,54\n",
        "2023 (projected),30,60\n",
        "2023 forecast,30,60\n2024 forecast,31,61\n",
        "Target 2025,10,20\n",
    ] {
        let text = format!("{YEARS}{rows}");
        let proposal = general("t.csv", &text);
        assert_eq!(tolls(&proposal, &text), ["dead: 131", "injured: 268"], "{rows}");
        assert!(proposal.recipe.date.is_some(), "{rows}");
        let is_said = |reason: &String| reason.starts_with("left out: the row") && reason.contains("no counts");
        assert!(proposal.reasons.iter().any(is_said), "{rows}: {:?}", proposal.reasons);
    }
}

#[test]
fn the_numbers_show_them_whatever_they_are_called() {
    // The least and the largest of each column: 9 and 33, 40 and 80.
    let text = format!("{YEARS}Najmniej,9,33\nNajwięcej,40,80\n");
    assert_eq!(tolls(&general("t.csv", &text), &text), ["dead: 131", "injured: 268"]);
    let text = "Year,Deaths\n2018,34\n2019,21\n2020,40\n2021,9\n2022,27\nLow,9\nPeak,40\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 131"]);
}

#[test]
fn two_years_and_how_they_differ_are_two_years() {
    let text = "Year,Deaths,Injured\n2021,34,120\n2022,21,100\nChange,-13,-20\nChange %,-38,-17\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 55", "injured: 220"]);
}

#[test]
fn a_provisional_year_is_counted() {
    let text = format!("{YEARS}2023 (provisional),30,60\n");
    let proposal = general("t.csv", &text);
    assert_eq!(tolls(&proposal, &text), ["dead: 161", "injured: 328"]);
    assert!(proposal.recipe.date.is_some());
}

#[test]
fn places_with_such_words_in_their_names_are_counted() {
    let text = "Prison,Deaths\nMaximum Security North,4\nMinimum Security South,3\nMedia Township,9\nMain,5\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 21"]);
    let text = "Departamento,Muertos\nMeta,4\nCauca,3\nHuila,9\nChocó,5\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 21"]);
    let people = "Name,Age,City\nMax,34,Berlin\nAnna,22,Bonn\nMin,41,Köln\nOtto,55,Bonn\nLea,19,Ulm\nJan,23,Ulm\n\
                  Uwe,70,Hof\nUte,64,Hof\n";
    assert!(general("t.csv", people).recipe.keep.is_empty());
    let text = "State,Deaths\nND,4\nSD,3\nMT,9\nID,5\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 21"]);
}
