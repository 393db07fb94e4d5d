//! Totals of years among months: what they are called is no month, and they are the sums of the months beside them.

use super::{days, general, tolls};

/// Five months of two years with a total under those of each.
fn with_totals(first: &str, second: &str) -> String {
    format!("Month,Deaths\nOct 2022,4\nNov 2022,6\nDec 2022,2\n{first},12\nJan 2023,3\nFeb 2023,5\n{second},8\n")
}

#[test]
fn totals_of_years_between_months_are_not_added_to_them() {
    for (first, second) in [
        ("2022 total", "2023 total"),
        ("Annual total", "Annual total"),
        ("2022", "2023"),
        ("Rok 2022 łącznie", "Rok 2023 łącznie"),
        ("", ""),
    ] {
        let text = with_totals(first, second);
        let proposal = general("t.csv", &text);
        assert_eq!(tolls(&proposal, &text), ["dead: 20"], "{first}");
        assert_eq!(days(&proposal, &text), ["2022-10", "2022-11", "2022-12", "2023-01", "2023-02"], "{first}");
        assert!(proposal.doubts.is_empty(), "{:?}", proposal.doubts);
    }
}

#[test]
fn totals_may_stand_above_their_months() {
    let text = "Mois;Morts\n2022;12\noctobre;4\nnovembre;6\ndécembre;2\n2023;8\njanvier;3\nfévrier;5\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 20"]);
}

#[test]
fn a_total_like_the_others_that_is_no_sum_is_asked() {
    let text = with_totals("2022 total", "2023 total").replace("Feb 2023,5", "Feb 2023,6");
    let proposal = general("t.csv", &text);
    assert_eq!(tolls(&proposal, &text), ["dead: 21"]);
    assert_eq!(proposal.doubts[0].question, "Is \"2023 total\" a total? The months do not add up to it.");
    let counted = &proposal.doubts[0].answers[1].recipe;
    assert_eq!(counted.keep[0].except, ["2022 total"]);
}

#[test]
fn a_year_among_months_that_is_no_sum_is_counted() {
    let text = "Month,Deaths\nOct 2022,4\nNov 2022,6\nDec 2022,2\n2022,3\nJan 2023,3\nFeb 2023,5\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 23"]);
}
