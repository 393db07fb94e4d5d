//! Several versions of one number in columns beside each other.

use super::{general, is, tolls};

#[test]
fn of_tolls_as_of_several_days_the_last_counts() {
    let text =
        "District,Deaths as of 1 June,Deaths as of 8 June,Deaths as of 15 June\nA,3,7,9\nB,1,4,4\nC,0,2,6\nD,5,5,8\n";
    let proposal = is("t.csv", text, &["group by all", "events District", "dead total = Deaths as of 15 June"]);
    assert_eq!(tolls(&proposal, text), ["dead: 27"]);
    let reason =
        "left out: Deaths as of 1 June and Deaths as of 8 June; earlier versions of Deaths as of 15 June, which counts";
    assert!(proposal.reasons.iter().any(|found| found == reason), "{:?}", proposal.reasons);
    // In whatever order they stand.
    let text = "District,Deaths (as of 15 June),Deaths (as of 1 June)\nA,9,3\nB,4,1\nC,6,0\nD,8,5\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 27"]);
}

#[test]
fn the_final_toll_counts() {
    let text = "Incident,Initial deaths,Revised deaths,Final deaths\nFire A,3,7,9\nCollapse B,12,20,22\nBlast C,40,38,41\n\
                Flood D,5,5,6\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 78"]);
}

#[test]
fn numbers_of_other_things_are_no_versions() {
    let text = "Area,First wave deaths,Second wave deaths\nA,3,9\nB,12,22\nC,4,41\n";
    let proposal = general("t.csv", text);
    assert_eq!(proposal.recipe.counts.len(), 2, "{:?}", proposal.recipe.counts);
}
