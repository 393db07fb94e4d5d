//! Tables whose rows count different things, each once: they are never added.

use super::{about, general, sample, tolls};
use tollview::formats::table::guess::propose_in_general;
use tollview::formats::table::recipe::BasisRule;

#[test]
fn rows_of_killed_missing_and_injured_are_measures_of_their_own() {
    let text = "Particulars,Jan,Feb,Mar,Total\nExtrajudicial killings,3,2,4,9\nEnforced disappearances,1,0,2,3\n\
                Death in jail,6,5,7,18\nInjured in political violence,200,150,310,660\nRape,40,38,52,130\n";
    let proposal = general("monthly.csv", text);
    let all = tolls(&proposal, text);
    assert_eq!(all, ["killed: 9", "missing: 3", "dead: 18", "injured: 660", "Rape: 130"]);
}

#[test]
fn regions_that_add_up_to_the_nation_have_not_counted() {
    let text = "Indicator,National,Region I,Region II,Region III\nDead,35,10,20,5\nInjured,60,25,30,5\nMissing,8,1,7,0\n\
                Affected persons,12000,4000,6000,2000\n";
    let proposal = general("quake.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 35", "injured: 60", "missing: 8", "Affected: 12000"]);
    assert!(proposal.doubts.iter().all(|doubt| !doubt.question.contains("those who counted")), "{:?}", proposal.doubts);
}

#[test]
fn who_died_of_injuries_is_not_injured() {
    let text = "Cause of death,Number\nMurder,30\nInjury,41\nDrowning,12\n";
    let all = tolls(&general("table.csv", text), text);
    assert_eq!(all, ["Count: 83"]);
}

#[test]
fn incidents_are_no_people_whatever_kind_they_are_of() {
    for header in ["Incident type,Number", "Type,Incidents"] {
        let text = format!("{header}\nKilling,30\nArrest,41\nAbduction,12\n");
        let Some(proposal) = propose_in_general(&sample(&text), &about("table.csv", &text)) else { continue };
        assert_eq!(proposal.recipe.measure, None, "{header}");
    }
}

#[test]
fn numbers_that_never_fall_are_totals_so_far_where_rows_say_what_they_count_too() {
    let text = "iso3,date,indicator,value\nPSE,2023-10-07,killed,232\nPSE,2023-10-07,injured,1697\n\
                PSE,2023-10-08,killed,370\nPSE,2023-10-08,injured,2200\nPSE,2023-10-09,killed,493\n\
                PSE,2023-10-09,injured,2751\nPSE,2023-10-10,killed,900\nPSE,2023-10-10,injured,4250\n";
    let proposal = general("t.csv", text);
    assert_eq!(proposal.recipe.basis, BasisRule::Cumulative);
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == "Are the numbers totals so far?"));
    let text = "date,indicator,value\n2023-10-07,killed,232\n2023-10-07,injured,1697\n2023-10-08,killed,70\n\
                2023-10-08,injured,200\n2023-10-09,killed,93\n2023-10-09,injured,751\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["killed: 395", "injured: 2648"]);
}
