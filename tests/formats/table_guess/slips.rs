//! One odd row among many: it is named where it is counted, and does not change what the columns mean.

use super::{is, tolls};
use std::fmt::Write;

/// Twelve days of which the seventh has these numbers.
fn days(killed: &str, children: &str, injured: &str) -> String {
    let plain = [
        "14,3,29", "3,0,7", "9,2,19", "22,5,45", "1,0,3", "17,4,35", "", "30,9,61", "2,0,5", "11,2,23", "8,1,17",
        "5,1,11",
    ];
    let mut text = "Date,Killed,Children,Injured\n".to_owned();
    for (at, row) in plain.into_iter().enumerate() {
        let row = if at == 6 { format!("{killed},{children},{injured}") } else { row.to_owned() };
        writeln!(text, "2024-03-{},{row}", 13 + at).unwrap();
    }
    text
}

#[test]
fn children_lie_inside_the_killed_whatever_one_row_says() {
    for (killed, children, injured) in
        [("6", "1", "13"), ("6", "60", "13"), ("", "6", "1"), ("-6", "1", "13"), ("6O", "1", "13"), ("1", "13", "")]
    {
        let text = days(killed, children, injured);
        let proposal = is(
            "t.csv",
            &text,
            &[
                "period by rows",
                "date Date YearMonthDay",
                "killed total = Killed",
                "killed of_which children = Children",
                "injured total = Injured",
            ],
        );
        // Of a row that fits nowhere it may be asked, but not whether it counts.
        let asked: Vec<&str> = proposal.doubts.iter().map(|doubt| &*doubt.question).collect();
        assert!(asked.iter().all(|asked| asked.starts_with("Of whom do Children tell?")), "{killed}: {asked:?}");
    }
}

#[test]
fn what_says_of_which_lies_inside_the_number_before_it_but_for_one_slip() {
    let text = "Date,Killed,Of which children,Injured\n2023-01-01,3,4,40\n2023-01-02,8,1,4\n2023-01-05,7,2,9\n\
                2023-01-09,1,0,0\n2023-01-11,5,3,3\n";
    let proposal = is(
        "t.csv",
        text,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "killed total = Killed",
            "killed of_which children = Of which children",
            "injured total = Injured",
        ],
    );
    assert_eq!(tolls(&proposal, text), ["killed: 24", "injured: 56"]);
    let asked: Vec<&str> = proposal.doubts.iter().map(|doubt| &*doubt.question).collect();
    assert_eq!(asked, ["Of whom are those in Of which children a part?"]);
}
