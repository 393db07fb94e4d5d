//! Points and commas in numbers: before fractions, or between thousands.

use super::{general, tolls};

#[test]
fn points_part_thousands_in_columns_of_people_beside_whole_numbers() {
    let text = "Comunidad,Fallecidos,Heridos hospitalizados,Heridos no hospitalizados,Total heridos\n\
                A,1.204,3.001,10.250,13.251\nB,310,800,2.100,2.900\nTotal,1.514,3.801,12.350,16.151\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 1514", "injured: 16151"]);
    assert!(!proposal.doubts.iter().any(|doubt| doubt.question.contains("thousands")));
    let text = "Tanggal,Meninggal,Luka-luka\n2023-01-01,1.200,3.500\n2023-01-02,900,2.100\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 2100", "injured: 5600"]);
}

#[test]
fn points_in_all_numbers_of_people_are_asked_for() {
    let text = "Region,Tote,Verletzte\nA,1.204,4.000\nB,3.411,5.120\nC,2.025,6.000\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 6640", "injured: 15120"]);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Is \"1.204\" in \"Tote\" a number of thousands? Nothing else here shows it.");
    assert_eq!(doubt.answers[1].text, "No: it stands before a fraction");
    assert_eq!(doubt.answers[1].recipe.numbers.decimal, '.');
}

#[test]
fn fractions_of_other_lengths_and_those_of_columns_that_count_nobody_stay_fractions() {
    for text in [
        "Country,Deaths,Latitude\nA,1204,48.123\nB,310,2.345\n",
        "Country,Deaths,Deaths per 100k\nA,1204,1.123\nB,310,2.345\n",
    ] {
        assert_eq!(tolls(&general("t.csv", text), text), ["dead: 1514"], "{text}");
    }
    let text = "Country,Deaths\nA,1204.125\nB,310.5\n";
    assert_eq!(general("t.csv", text).recipe.numbers.decimal, '.');
    let text = "Country,Deaths\nA,1204.125\nB,310.250\n";
    assert_eq!(general("t.csv", text).recipe.numbers.decimal, '.');
}
