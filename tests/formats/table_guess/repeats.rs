//! Numbers of an incident that stand in each row of its vehicles or victims.

use super::{general, summary, tolls};

#[test]
fn where_the_rows_of_an_incident_are_numbered_the_first_of_each_is_counted() {
    let text = "crash_id,crash_date,crash_killed,crash_injured,vehicle_no,vehicle_type\n1001,2022-01-05,2,1,1,Car\n\
                1001,2022-01-05,2,1,2,Truck\n1002,2022-01-23,0,3,1,Bus\n1003,2022-01-24,1,0,1,Car\n\
                1003,2022-01-24,1,0,2,Motorcycle\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 3", "injured: 4"]);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Do the rows of one \"crash_id\" repeat the numbers of all of it?");
    assert!(doubt.answers[1].recipe.keep.is_empty());
}

#[test]
fn where_nothing_numbers_the_rows_their_sum_is_the_most_that_there_can_be() {
    let text = "crash_id,crash_date,killed,injured,vehicle\n1001,2022-01-05,2,1,Car\n1001,2022-01-05,2,1,Truck\n\
                1002,2022-01-23,0,3,Bus\n1003,2022-01-24,1,0,Car\n1003,2022-01-24,1,0,Bike\n";
    let proposal = general("t.csv", text);
    let summary = summary(&proposal.recipe);
    assert!(summary.contains("killed up_to = killed\ninjured up_to = injured"), "{summary}");
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.answers[0].text, "Yes: there are no more than the sum");
    assert_eq!(doubt.answers[1].text, "No: each row counts people of its own");
}

#[test]
fn rows_of_one_incident_with_numbers_of_their_own_add_up() {
    // One who died in each vehicle may be another one.
    let ones = "crash_id,crash_date,killed,injured,vehicle\n1001,2022-01-05,1,1,Car\n1001,2022-01-05,1,1,Truck\n\
                1002,2022-01-23,0,1,Bus\n1003,2022-01-24,1,0,Car\n1003,2022-01-24,1,0,Bike\n";
    assert_eq!(tolls(&general("t.csv", ones), ones), ["killed: 4", "injured: 3"]);
    let own = "crash_id,crash_date,killed,injured,vehicle\n1001,2022-01-05,2,1,Car\n1001,2022-01-05,2,1,Truck\n\
               1002,2022-01-23,0,3,Bus\n1003,2022-01-24,1,0,Car\n1003,2022-01-24,0,2,Bike\n";
    let proposal = general("t.csv", own);
    assert_eq!(tolls(&proposal, own), ["killed: 5", "injured: 7"]);
    assert!(!proposal.doubts.iter().any(|doubt| doubt.question.contains("repeat")));
}
