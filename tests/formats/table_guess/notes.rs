//! Notes under the rows of a table.

use super::{general, summary, tolls};

#[test]
fn notes_under_the_total_are_no_rows() {
    let rows = "Province,Killed,Injured\nA,12,30\nB,5,9\nC,3,1\nTotal,20,40\n";
    for notes in [
        "1 Includes deaths in hospital,,\nSource: police,,\n",
        "* 2023 data are provisional,,\nData downloaded on 3 May 2024,,\n",
        "p: provisional,,\nLes chiffres sont provisoires.,,\n",
        "1) provisional,,\n",
        "(a) includes missing,,\n",
    ] {
        let text = format!("{rows}{notes}");
        let proposal = general("table.csv", &text);
        let summary = summary(&proposal.recipe);
        for note in notes.lines().map(|line| line.trim_end_matches(',')) {
            assert!(summary.contains(note) && summary.contains("without"), "{note}: {summary}");
        }
        assert_eq!(tolls(&proposal, &text), ["killed: 20", "injured: 40"], "{notes}");
    }
}

#[test]
fn a_place_without_numbers_is_no_note() {
    for place in ["D", "North Kivu", "Port of Spain"] {
        let text = format!("Province,Killed,Injured\nA,12,30\nB,5,9\nC,3,1\n{place},,\n");
        let summary = summary(&general("table.csv", &text).recipe);
        assert!(!summary.contains("without"), "{place}: {summary}");
    }
}
