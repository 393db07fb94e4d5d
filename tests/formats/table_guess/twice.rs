//! Rows that stand there twice, where one column otherwise names each of them once.

use super::{general, tolls};

#[test]
fn what_names_each_row_once_is_counted_once_and_asked() {
    for (text, toll, question) in [
        (
            "Year,Killed\n2019,40\n2020,31\n2021,36\n2021,36\n2022,12\n",
            "killed: 119",
            "Does 2021 in \"Year\" stand there twice? All columns are the same.",
        ),
        (
            "Incident ID,Date,Killed\nI1,2023-01-01,5\nI2,2023-01-03,1\nI2,2023-01-03,1\nI3,2023-01-09,1\n",
            "killed: 7",
            "Does I2 in \"Incident ID\" stand there twice? All columns are the same.",
        ),
        (
            "Name,Age,Sex,Date of death\nP One,40,M,2023-01-01\nP Two,31,F,2023-01-02\nP Two,31,F,2023-01-02\n\
             P Three,12,F,2023-01-03\n",
            "dead: 3",
            "Does P Two in \"Name\" stand there twice? All columns are the same.",
        ),
    ] {
        let proposal = general("t.csv", text);
        assert_eq!(tolls(&proposal, text), [toll]);
        let doubt = proposal.doubts.iter().find(|doubt| doubt.question == question).unwrap();
        assert!(doubt.answers[1].recipe.counts.iter().all(|rule| rule.once_per.is_none()));
    }
}

#[test]
fn small_numbers_of_two_incidents_may_be_the_same() {
    let text = "Date,Unit,Killed,Injured\n2022-07-06,X,1,2\n2022-07-09,Y,1,2\n2022-07-09,Y,1,2\n2022-08-01,X,1,3\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 4", "injured: 9"]);
    assert!(proposal.recipe.counts.iter().all(|rule| rule.once_per.is_none()));
}
