//! Numbers that lie inside others: whose they are, also where a row or two say something else; and kinds of death beside all of them.

use super::{general, summary, tolls};

/// The lines of the recipe of a table that speak of its columns of numbers.
fn ledger(text: &str) -> Vec<String> {
    let summary = summary(&general("table.csv", text).recipe);
    summary.lines().filter(|line| line.contains(" = ")).map(str::to_owned).collect()
}

fn questions(text: &str) -> Vec<String> {
    general("table.csv", text).doubts.into_iter().map(|doubt| doubt.question).collect()
}

/// Seven days with children among the killed; in one of them these cells for the killed and the children.
fn days(killed: &str, children: &str) -> String {
    format!(
        "Date,Town,Killed,Children,Injured\n2024-03-13,A,14,3,29\n2024-03-14,B,3,0,7\n2024-03-15,C,9,2,19\n\
         2024-03-16,D,{killed},{children},45\n2024-03-17,E,1,0,3\n2024-03-18,A,17,4,35\n2024-03-19,B,6,1,13\n"
    )
}

#[test]
fn an_odd_cell_does_not_give_the_children_to_the_injured() {
    let among_killed = ["killed total = Killed", "killed of_which children = Children", "injured total = Injured"];
    assert_eq!(ledger(&days("22", "5")), among_killed);
    for killed in ["-22", "2O", "2.2", "2024-03-16", "", "see note"] {
        let text = days(killed, "5");
        assert_eq!(ledger(&text)[1..], among_killed[1..], "{killed}");
        assert_eq!(questions(&text), questions(&days("22", "5")), "{killed}");
    }
    // 14 + 3 + 9 + 1 + 17 + 6 = 50 without the day that is not known.
    assert_eq!(tolls(&general("table.csv", &days("", "5")), &days("", "5"))[0], "killed: 50");
}

#[test]
fn more_children_than_killed_on_one_day_are_asked_about() {
    let asked = "Of whom do Children tell? In 1 of 7 cells looked at they are above Killed.";
    // Where the row slipped to the right, the number fits nowhere.
    for (killed, children) in [("4", "5"), ("", "60")] {
        let text = days(killed, children);
        assert_eq!(ledger(&text)[1], "killed of_which children = Children");
        let proposal = general("table.csv", &text);
        let doubt = proposal.doubts.iter().find(|doubt| doubt.question == asked).unwrap();
        let answers: Vec<&str> = doubt.answers.iter().map(|answer| &*answer.text).collect();
        assert_eq!(answers, ["Of killed", "Of injured only"]);
    }
    let text = days("4", "5").replace("Children", "of which children");
    assert_eq!(ledger(&text)[1], "killed of_which children = of which children");
    assert_eq!(questions(&text)[0], "Of whom are those in of which children a part?");
}

#[test]
fn where_many_rows_say_so_the_children_are_among_the_injured() {
    let text = days("4", "5").replace("9,2,19", "1,2,19").replace("17,4,35", "2,4,35");
    assert_eq!(ledger(&text)[2], "injured of_which children = Children");
}

#[test]
fn causes_that_add_up_to_all_deaths_are_their_parts_whatever_they_are_called() {
    // 4 + 3 + 1 + 2 = 10, 7 + 1 + 0 + 4 = 12, 2 + 2 + 3 + 0 = 7, 6 + 0 + 1 + 1 = 8; in all 19 + 6 + 5 + 7 = 37.
    let text = "Prison,Natural causes,Suicides,Homicides,Overdose,Total deaths\nA,4,3,1,2,10\nB,7,1,0,4,12\nC,2,2,3,0,7\n\
                D,6,0,1,1,8\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 37"]);
    assert_eq!(
        ledger(text),
        [
            "dead total = Total deaths",
            "dead part natural_causes = Natural causes",
            "dead part suicides = Suicides",
            "dead part homicides = Homicides",
            "dead part overdose = Overdose"
        ]
    );
    // The accidents are deaths here: 40 + 13 + 1 = 54, 70 + 11 + 5 = 86, 20 + 12 + 3 = 35.
    let text = "Region,Accidents,Suicides,Homicides,Deaths\nA,40,13,1,54\nB,70,11,5,86\nC,20,12,3,35\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["dead: 175"]);
    assert_eq!(ledger(text)[1], "dead part accidents = Accidents");
    // Where the sum does not close, each word stands for itself.
    let text = "Region,Accidents,Suicides,Homicides,Deaths\nA,40,13,1,60\nB,70,11,5,90\nC,20,12,3,41\n";
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 9", "dead: 191"]);
}

#[test]
fn killings_of_another_kind_are_no_part_of_the_murders() {
    for last in ["90", "1,800"] {
        let text = format!(
            "Province,Murder,Attempted murder,Culpable homicide\nA,900,700,200\nB,250,180,\"{last}\"\nC,1500,1600,400\n"
        );
        assert_eq!(ledger(&text), ["killed total = Murder", "killed_culpable total = Culpable homicide"]);
    }
    // 600 + 90 + 3 = 693, 540 + 80 + 1 = 621, 610 + 70 + 2 = 682: here all of them are homicides.
    let text = "Year,Murder,Manslaughter,Infanticide,Homicide total\n2019,600,90,3,693\n2020,540,80,1,621\n2021,610,70,2,682\n";
    assert_eq!(ledger(text)[0], "killed total = Homicide total");
    assert_eq!(tolls(&general("table.csv", text), text), ["killed: 1996"]);
}

#[test]
fn the_unverified_stand_beside_the_confirmed() {
    let text =
        "Date,Deaths (confirmed),Deaths (unverified),Injuries\n2023-03-01,2,0,5\n2023-03-02,2,3,7\n2023-03-03,3,2,8\n";
    assert_eq!(
        ledger(text),
        [
            "injured total = Injuries",
            "dead part confirmed = Deaths (confirmed)",
            "dead part unverified = Deaths (unverified)"
        ]
    );
    // Beside a number of all they wait to be counted.
    let text = "Date,Deaths,Unverified deaths\n2023-03-01,2,0\n2023-03-02,2,3\n2023-03-03,3,2\n";
    assert_eq!(ledger(text), ["dead total = Deaths", "dead pending = Unverified deaths"]);
}
