//! Numbers of an incident that stand in each row of its vehicles or victims.

use super::{general, summary, tolls};

#[test]
fn where_a_few_incidents_repeat_their_numbers_it_is_asked() {
    let text = "crash_id,crash_date,killed,injured,vehicle\n1001,2022-01-05,2,1,Car\n1001,2022-01-05,2,1,Truck\n\
                1002,2022-01-23,0,3,Bus\n1003,2022-01-24,1,0,Car\n1003,2022-01-24,1,0,Bike\n";
    let proposal = general("t.csv", text);
    // 2 + 0 + 1 and 1 + 3 + 0.
    assert_eq!(tolls(&proposal, text), ["killed: 3", "injured: 4"]);
    let summary = summary(&proposal.recipe);
    assert!(
        summary.contains("killed total = killed once per crash_id\ninjured total = injured once per crash_id"),
        "{summary}"
    );
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Do the rows of one \"crash_id\" repeat the numbers of all of it?");
    assert_eq!(doubt.answers[0].text, "Yes: they are counted once for each");
    assert_eq!(doubt.answers[1].text, "No: each row counts people of its own");
    assert!(doubt.answers[1].recipe.counts.iter().all(|rule| rule.once_per.is_none()));
}

#[test]
fn where_many_incidents_do_it_is_said() {
    let text = "Incident ID,Date,Victim name,Killed in incident,Injured in incident\nI1,2022-01-05,A,3,1\n\
                I1,2022-01-05,B,3,1\nI1,2022-01-05,C,3,1\nI2,2022-02-05,D,1,0\nI3,2022-02-06,E,2,5\n\
                I3,2022-02-06,F,2,5\nI4,2022-02-09,G,4,0\nI4,2022-02-09,H,4,0\n";
    let proposal = general("t.csv", text);
    // 3 + 1 + 2 + 4 and 1 + 0 + 5 + 0.
    assert_eq!(tolls(&proposal, text), ["killed: 10", "injured: 6"]);
    assert!(proposal.doubts.is_empty(), "{:?}", proposal.doubts);
    assert!(
        proposal.reasons.contains(
            &"Killed in incident and Injured in incident: all rows of one \"Incident ID\" have the same numbers in 3 of \
              3 that have several rows, so that each counts once"
                .to_owned()
        ),
        "{:?}",
        proposal.reasons
    );
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
