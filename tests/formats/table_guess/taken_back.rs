//! Rows that whoever kept the table took back.

use super::{general, tolls};

#[test]
fn retracted_and_doubled_records_are_not_counted_and_it_is_asked() {
    let text = "Date,Place,Killed,Record status\n2023-01-01,A,3,Active\n2023-01-02,B,9,Retracted\n\
                2023-01-05,C,4,Active\n2023-01-06,D,7,Duplicate of 3\n2023-01-08,E,2,Active\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 9"]);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Are rows with Retracted and Duplicate of 3 in \"Record status\" counted?");
    assert!(doubt.answers[1].recipe.keep.is_empty());
}

#[test]
fn a_column_of_yes_and_no_may_say_so_by_its_name() {
    let text = "Date,Place,Killed,Duplicate\n2023-01-01,A,3,no\n2023-01-02,B,9,yes\n2023-01-05,C,4,no\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["killed: 7"]);
}

#[test]
fn what_only_begins_so_is_counted() {
    let text =
        "Date,Cause,Killed\n2023-01-01,Duplicate prescription of drugs,3\n2023-01-02,Fire,9\n2023-01-05,Fall,4\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["killed: 16"]);
}
