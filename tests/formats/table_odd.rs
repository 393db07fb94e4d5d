//! Rows that are odd beside the others of their table: they are counted, and their lines are named.

use std::ops::ControlFlow;
use tollview::formats::{self, Input};

/// What is noticed of a table, read without a recipe.
fn noticed(table: &str) -> Vec<String> {
    let input = Input::from_bytes("t.csv", table.into());
    let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
    loaded.warnings.iter().map(|warning| format!("{}: {}", warning.line, warning.message)).collect()
}

const DAYS: &str = "Date,Town,Killed\n2024-03-13,A,1\n2024-03-14,B,3\n2024-03-14,A,1\n2024-03-15,A,2\n2024-03-16,B,1\n\
                    2024-03-16,C,1\n2024-03-17,A,1\n";

#[test]
fn a_row_that_stands_there_twice_is_named_with_both_lines() {
    assert_eq!(noticed(DAYS), [""; 0]);
    let twice = "found the same in every column as in line 4; both are counted";
    assert_eq!(noticed(&format!("{DAYS}2024-03-14,A,1\n")), [format!("9: {twice}")]);
    // Where several incidents of a day and town are alike, two with the same number are no slip.
    let alike = DAYS.replace(",B,", ",A,").replace(",C,", ",A,");
    assert_eq!(noticed(&format!("{alike}2024-03-14,A,1\n")), [""; 0]);
    // People without names may be alike.
    let people = "Date of death,Age,Sex\n2024-03-13,31,M\n2024-03-13,40,F\n2024-03-14,31,M\n2024-03-13,31,M\n";
    assert_eq!(noticed(people), [""; 0]);
}

#[test]
fn the_number_of_an_incident_that_comes_again_with_another_toll_is_named() {
    let table = "Incident ID,Date,Town,Killed\nI1,2023-01-01,A,5\nI2,2023-01-03,B,7\nI3,2023-01-04,C,2\n\
                 I2,2023-01-03,B,9\nI4,2023-01-09,D,1\n";
    let message = "column \"Incident ID\": found \"I2\" as in line 3, beside other counts; both are counted";
    assert_eq!(noticed(table), [format!("5: {message}")]);
}

#[test]
fn a_date_decades_away_from_all_others_is_named() {
    for (day, years) in [("2204-03-18", 180), ("1924-03-18", 100)] {
        let message =
            format!("column \"Date\": found \"{day}\", {years} years from all other dates; it is counted as it is");
        assert_eq!(noticed(&format!("{DAYS}{day},A,4\n")), [format!("9: {message}")]);
    }
    // Ten years are no slip, and neither are years of a history.
    assert_eq!(noticed(&format!("{DAYS}2014-03-18,A,4\n")), [""; 0]);
    let wars = "Year,Killed\n1618,900\n1701,700\n1756,300\n1803,800\n1870,200\n1914,990\n1939,1200\n";
    assert_eq!(noticed(wars), [""; 0]);
}

#[test]
fn a_part_beside_a_blank_total_is_named() {
    // Of tolls so far some may be stated on a day and others not.
    let so_far = "Date,Killed so far,Of which children so far\n2024-03-13,14,3\n2024-03-14,17,3\n2024-03-15,19,5\n\
                  2024-03-16,,6\n2024-03-17,31,7\n2024-03-18,37,9\n2024-03-19,46,10\n2024-03-20,50,11\n";
    assert_eq!(noticed(so_far), [""; 0]);
    let table = "Date,Killed,Of which children,Injured\n2024-03-13,14,3,29\n2024-03-14,3,0,7\n2024-03-15,9,2,19\n\
                 2024-03-16,,30,9\n2024-03-17,1,0,3\n2024-03-18,17,4,35\n2024-03-19,6,1,13\n2024-03-20,30,9,61\n";
    let message = "column \"Of which children\": found \"30\" where column \"Killed\" is blank, of which they are; \
                   are the cells in their columns?";
    assert_eq!(noticed(table), [format!("5: {message}")]);
}

#[test]
fn a_total_among_the_months_that_they_do_not_add_up_to_is_named() {
    let table = "Month,Men,Women,Deaths\nJan 2023,17,14,31\nFeb 2023,23,10,33\nMar 2023,60,12,72\nApr 2023,25,15,40\n\
                 Total 2023,125,51,166\nJan 2024,21,15,36\nFeb 2024,33,9,42\nMar 2024,48,4,52\nTotal 2024,102,28,130\n\
                 Grand total,227,79,296\n";
    // 31 + 33 + 72 + 40 = 176; all others close, and 166 + 130 = 296.
    let message = "column \"Deaths\": found 166 in the row \"Total 2023\", where the rows above it add up to 176; these are \
                   counted";
    assert_eq!(noticed(table), [format!("6: {message}")]);
    assert_eq!(noticed(&table.replace("51,166", "51,176").replace(",296", ",306")), [""; 0]);
}
