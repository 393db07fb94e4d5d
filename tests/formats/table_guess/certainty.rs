//! Confirmed beside suspected: values that say how sure a number is keep it apart from others.

use super::{general, is, tolls};
use tollview::formats::table::gather::of_sample;

const DEATHS: &str = "date,district,classification,deaths
2025-03-01,North,Confirmed,4
2025-03-01,North,Suspected,11
2025-03-02,North,Confirmed,3
2025-03-02,North,Suspected,9
2025-03-03,North,Confirmed,5
2025-03-03,North,Suspected,4
";

#[test]
fn the_suspected_are_not_added_to_the_confirmed() {
    let proposal = is(
        "outbreak.csv",
        DEATHS,
        &[
            "period by rows",
            "date date YearMonthDay",
            "dead total = deaths",
            "measure in classification: \"Confirmed\" dead, \"Suspected\" dead_suspected",
        ],
    );
    assert_eq!(tolls(&proposal, DEATHS), ["Dead, confirmed: 12", "Dead, suspected: 24"]);
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question.contains("counted together")).unwrap();
    assert_eq!(doubt.question, "Are all of \"classification\" counted together?");
    assert_eq!(doubt.answers[0].text, "No: each is counted by itself");
    let together = of_sample(&super::sample(DEATHS), &doubt.answers[1].recipe, "table").unwrap().dataset;
    let [report, ..] = together.events.values().next().unwrap().reports.as_slice() else { panic!("no report") };
    assert_eq!(report.counts.values().next().unwrap().stated.number(), Some(15));
}

#[test]
fn what_holds_the_confirmed_and_the_suspected_is_not_added_to_them() {
    let text = "Indicator,Country,Date,value
Number of confirmed deaths,A,2014-08-01,10
Number of suspected deaths,A,2014-08-01,4
\"Number of confirmed, probable and suspected deaths\",A,2014-08-01,14
Number of confirmed deaths,A,2014-08-08,3
Number of suspected deaths,A,2014-08-08,2
\"Number of confirmed, probable and suspected deaths\",A,2014-08-08,5
Number of confirmed deaths,A,2014-08-15,6
Number of suspected deaths,A,2014-08-15,1
\"Number of confirmed, probable and suspected deaths\",A,2014-08-15,7
";
    let proposal = general("outbreak.csv", text);
    assert_eq!(tolls(&proposal, text), ["Dead, confirmed: 19", "Dead, suspected: 7", "dead: 26"]);
    assert!(!proposal.doubts.iter().any(|doubt| doubt.question.contains("counted together")));
}

#[test]
fn several_numbers_of_another_certainty_are_told_apart_and_asked() {
    let text = "date,case_classification,cases,deaths
2025-03-01,Confirmado,40,4
2025-03-01,Sospechoso,90,11
2025-03-02,Confirmado,30,3
2025-03-02,Sospechoso,91,9
2025-03-03,Confirmado,50,5
2025-03-03,Descartado,80,8
";
    let proposal = is(
        "brote.csv",
        text,
        &[
            "incident by day",
            "date date YearMonthDay",
            "cases total = cases",
            "dead total = deaths",
            "split by case_classification",
            "without Descartado in case_classification",
        ],
    );
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Are all of \"case_classification\" counted together?");
    assert_eq!(doubt.answers[1].text, "No: the confirmed only");
    let only = of_sample(&super::sample(text), &doubt.answers[1].recipe, "table").unwrap();
    assert_eq!(only.not_kept, 3);
}

#[test]
fn confirmed_deaths_of_a_name_are_deaths() {
    let text = "Country,Year,\"Confirmed, probable and suspected deaths\",Confirmed cases
A,2014,12,30
B,2014,5,11
C,2014,7,9
A,2015,1,3
";
    let proposal = general("outbreak.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 25", "Cases: 53"]);
}

#[test]
fn an_estimate_beside_a_count_is_a_number_by_itself() {
    let text =
        "Date,Killed (verified),Killed (estimated)\n2024-01-01,3,9\n2024-01-02,5,11\n2024-01-03,2,4\n2024-01-05,6,10\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 16", "Killed, estimated: 34"]);
    assert!(proposal.doubts.is_empty(), "{:?}", proposal.doubts);
    // Alone it is the number that there is.
    let alone = text.replace("Killed (verified)", "Incidents");
    assert_eq!(tolls(&general("t.csv", &alone), &alone)[0], "killed: 34");
}
