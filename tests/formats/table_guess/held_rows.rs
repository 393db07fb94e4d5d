//! Rows that hold other rows or lie inside them: totals whatever they are called, codes for both sexes, "of which", half-years,
//! averages.

use super::{general, is, tolls};
use tollview::formats::table::guess::Proposal;

#[test]
fn a_country_among_its_regions_is_found_by_its_sums_in_each_year() {
    for name in ["Italia", "TOPLAM", "Összesen", "全国", "Σύνολο", "Nederland"] {
        let text = format!(
            "Regione;Anno;Morti;Feriti\nLombardia;2020;340;31000\nLazio;2020;280;23500\nSicilia;2020;200;14800\n\
             {name};2020;820;69300\nLombardia;2021;350;33000\nLazio;2021;290;24500\nSicilia;2021;210;15800\n\
             {name};2021;850;73300\n"
        );
        let proposal = general("roads.csv", &text);
        assert_eq!(tolls(&proposal, &text), ["dead: 1670", "injured: 142600"], "{name}");
    }
}

#[test]
fn years_are_no_numbers_that_a_sum_has_to_hold() {
    let text = "Regione;Anno;Incidenti;Morti;Feriti\nLombardia;2021;25000;350;33000\nLazio;2021;18000;290;24500\n\
                Sicilia;2021;10500;210;15800\nItalia;2021;53500;850;73300\n";
    let proposal = general("roads.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 850", "injured: 73300"]);
}

#[test]
fn sums_of_small_numbers_in_two_years_may_be_chance() {
    let text = "Area,Year,Deaths\nA,2020,1\nB,2020,2\nC,2020,3\nA,2021,2\nB,2021,3\nC,2021,5\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 16"]);
}

#[test]
fn the_code_for_both_sexes_is_the_one_that_is_their_sum() {
    for code in ["_T", "T", "BTSX", "MF", "B", "Ensemble", "0"] {
        let text = format!(
            "REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nKEN,Road traffic deaths,{code},2019,1600,NUMBER\n\
             KEN,Road traffic deaths,M,2019,1300,NUMBER\nKEN,Road traffic deaths,F,2019,300,NUMBER\n\
             KEN,Road traffic deaths,{code},2020,1500,NUMBER\nKEN,Road traffic deaths,M,2020,1220,NUMBER\n\
             KEN,Road traffic deaths,F,2020,280,NUMBER\n"
        );
        let proposal = is(
            "sdmx.csv",
            &text,
            &[
                "incident by year",
                "date TIME_PERIOD Year",
                "dead total = OBS_VALUE",
                "split by SEX",
                &format!("without {code} in SEX"),
            ],
        );
        assert_eq!(tolls(&proposal, &text), ["dead: 3100"]);
    }
}

#[test]
fn rates_in_units_of_inhabitants_are_no_counts() {
    let text = "REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nKEN,_T,2019,1600,NUMBER\nKEN,M,2019,1300,NUMBER\n\
                KEN,F,2019,300,NUMBER\nKEN,_T,2019,3.1,PER_100000\nKEN,_T,2020,1500,NUMBER\nKEN,M,2020,1220,NUMBER\n\
                KEN,F,2020,280,NUMBER\nKEN,_T,2020,2.9,PER_100000\n";
    let proposal = general("homicide deaths.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 3100"]);
}

#[test]
fn rows_that_say_of_which_are_already_in_the_others() {
    for words in [
        "of whom children",
        "including children",
        "de los cuales niños",
        "de ellas niñas",
        "di cui bambini",
        "в т.ч. дети",
        "w tym dzieci",
    ] {
        let text = format!("Category,Dead\nResidents,131\n{words},20\nRescuers,6\n");
        assert_eq!(tolls(&general("t.csv", &text), &text), ["dead: 137"], "{words}");
        // A total beside them is that of the others.
        let text = format!("Category,Dead\nResidents,48\n{words},20\nRescuers,6\nTotal,54\n");
        assert_eq!(tolls(&general("t.csv", &text), &text), ["dead: 54"], "{words}");
    }
    // More than all others together lies inside nothing.
    let text = "Category,Dead\nResidents,13\nincluding children,20\nRescuers,6\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 39"]);
}

#[test]
fn half_years_and_years_hold_the_quarters_before_them() {
    let text = "Quarter,Killed,Wounded\nQ1 2023,100,150\nQ2 2023,120,170\nH1 2023,220,320\nQ3 2023,90,100\n\
                Q4 2023,110,140\n2023,420,560\n";
    let proposal = general("quarters.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 420", "injured: 560"]);
    assert!(proposal.doubts.is_empty(), "{:?}", proposal.doubts);
    // In the second year too.
    let earlier = "Q1 2022,10,15\nQ2 2022,12,17\nH1 2022,22,32\nQ3 2022,9,10\nQ4 2022,11,14\n2022,42,56\n";
    let text = text.replacen('\n', &format!("\n{earlier}"), 1);
    assert_eq!(tolls(&general("quarters.csv", &text), &text), ["killed: 462", "injured: 616"]);
}

#[test]
fn quarters_are_the_same_whether_the_day_or_the_month_is_first() {
    let text = "Quarter,Killed\nQ1 2023,100\nQ2 2023,120\nQ3 2023,90\nQ4 2023,110\n";
    let proposal = general("quarters.csv", text);
    assert!(proposal.doubts.is_empty(), "{:?}", proposal.doubts);
    assert_eq!(tolls(&proposal, text), ["killed: 420"]);
}

#[test]
fn an_average_under_a_few_years_is_none_of_them() {
    for name in ["Average", "Durchschnitt", "5-year mean"] {
        let text = format!("Year,Deaths\n2018,100\n2019,120\n2020,80\n{name},100\n");
        let proposal = general("t.csv", &text);
        assert_eq!(tolls(&proposal, &text), ["dead: 300"], "{name}");
        assert!(proposal.recipe.date.is_some());
    }
    // Among many years the one word leaves a column of numbers.
    let rows: Vec<String> = (0..12).map(|at| format!("{},{}", 2008 + at, 100 + at * 37 % 50)).collect();
    let text = format!("Year,Deaths\n{}\nAverage,122\n", rows.join("\n"));
    assert_eq!(tolls(&general("t.csv", &text), &text), ["dead: 1492"]);
}

#[test]
fn a_row_whose_name_means_the_total_in_any_language_is_no_event() {
    let text = "Département;Noyades;Décès\nVar;80;20\nHérault;65;18\nEnsemble;145;38\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 38"]);
    assert_eq!(proposal.recipe.keep[0].except, ["Ensemble"]);
}

#[test]
fn a_total_to_which_the_rows_do_not_add_up_is_asked_with_both_numbers() {
    let text = "Region,Killed,Injured\nNorth,40,100\nSouth,35,90\nEast,25,80\nTotal,110,270\n";
    let proposal = general("t.csv", text);
    // 40 + 35 + 25, and 100 + 90 + 80 as the total says.
    assert_eq!(tolls(&proposal, text), ["killed: 100", "injured: 270"]);
    let doubt = &proposal.doubts[0];
    assert_eq!(
        doubt.question,
        "Is \"Total\" in \"Region\" right? The other rows add up to 100 in \"Killed\", of which it says 110."
    );
    let answers: Vec<&str> = doubt.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(answers, ["No: the other rows are counted, 100", "Yes: it alone is counted, 110"]);
    let total = Proposal { recipe: doubt.answers[1].recipe.clone(), ..proposal };
    assert_eq!(tolls(&total, text), ["killed: 110", "injured: 270"]);
}

#[test]
fn the_totals_of_several_years_are_held_against_the_rows_of_each() {
    // 40 + 35 in the first year, 50 + 45 in the second, of which the total says 97.
    let text = "Region,Year,Killed\nNorth,2020,40\nSouth,2020,35\nTotal,2020,75\nNorth,2021,50\nSouth,2021,45\nTotal,2021,97\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 170"]);
    let question =
        "Is \"Total\" in \"Region\" right? The other rows add up to 170 in \"Killed\", of which it says 172.";
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == question), "{:?}", proposal.doubts);
}

#[test]
fn where_the_rows_add_up_to_far_more_than_the_total_it_is_counted() {
    // Men, women and children are 120 of 165.
    let text = "Category,Deaths\nCivilians,120\nMen,70\nWomen,30\nChildren,20\nCombatants,45\nTotal,165\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 165"]);
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question.contains("right?")).unwrap();
    let rows = Proposal { recipe: doubt.answers[1].recipe.clone(), ..proposal.clone() };
    assert_eq!(tolls(&rows, text), ["dead: 285"]);
}

#[test]
fn a_total_of_rows_with_blanks_or_of_many_more_rows_is_not_asked() {
    for text in [
        "Region,Killed,Injured\nNorth,40,100\nSouth,35,90\nEast,25,80\nTotal,100,270\n",
        "Region,Killed,Injured\nNorth,40,100\nSouth,,90\nEast,25,80\nTotal,100,270\n",
        "Country,Deaths\nChad,40\nMali,35\nNiger,25\nWorld,56000\n",
    ] {
        let doubts = general("t.csv", text).doubts;
        assert!(!doubts.iter().any(|doubt| doubt.question.contains("right?")), "{doubts:?}");
    }
}

#[test]
fn rows_that_are_set_in_lie_inside_the_row_above_them() {
    // 120 + 45, as the total says.
    for (men, women, children) in [("  Men", "  Women", "  Children"), ("- men", "- women", "- children")] {
        for (first, last) in [("", "Total,165\n"), ("Total,165\n", ""), ("", "")] {
            let text = format!(
                "Category,Deaths\n{first}Civilians,120\n{men},70\n{women},30\n{children},20\nCombatants,45\n{last}"
            );
            let proposal = general("t.csv", &text);
            assert_eq!(tolls(&proposal, &text), ["dead: 165"], "{text}");
            assert!(proposal.doubts.iter().all(|doubt| !doubt.question.contains("set in")), "{text}");
        }
    }
    // Not all of them are known to be men or women, and no total says that the others hold them.
    let text = "Category,Deaths\nCivilians,120\n  Men,60\n  Women,30\nCombatants,45\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 165"]);
    let question = "Do the rows that are set in in \"Category\" lie inside those above them?";
    assert!(proposal.doubts.iter().any(|doubt| doubt.question == question), "{:?}", proposal.doubts);
    // 20 + 50 inside 60 do not fit, nor does one space alone show anything.
    let text = "Category,Deaths\nCivilians,60\n  Men,20\n  Women,50\nCombatants,45\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 175"]);
    let text = "Town,Deaths\nNorth,60\n South,20\nEast,45\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 125"]);
    // Nor does one row alone.
    let text = "Town,Deaths\nNorth,60\n  South,20\nEast,45\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["dead: 125"]);
}

#[test]
fn districts_that_are_set_in_stand_for_their_regions() {
    let text = "Region,Killed,Injured\nNorth,30,90\n  Alpha,10,40\n  Beta,20,50\nSouth,15,40\n  Gamma,15,40\n\
                Total,45,130\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 45", "injured: 130"]);
    // Rows under one that is called the total, or that alone is not set in, are its parts.
    let text = "Region,Killed\nAll deaths,45\n  North,30\n    Alpha,10\n    Beta,20\n  South,15\n    Gamma,15\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["killed: 45"]);
}

#[test]
fn a_last_row_whose_numbers_are_multiples_may_be_a_sum_by_chance() {
    let text = "Town,Killed,Injured\nA,10,20\nB,20,40\nC,30,60\n";
    let proposal = general("t.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 60", "injured: 120"]);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "Is the row \"C\" the total of the two above it?");
    assert_eq!(doubt.answers[1].recipe.keep[0].except, ["C"]);
    // Sums in columns that are no multiples of each other are none by chance, and a word says it too.
    let text = "Town,Killed,Injured\nA,10,25\nB,20,40\nC,30,65\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["killed: 30", "injured: 65"]);
    let text = "Town,Killed,Injured\nA,10,20\nB,20,40\nTotal,30,60\n";
    assert_eq!(tolls(&general("t.csv", text), text), ["killed: 30", "injured: 60"]);
    let text = "Town,2020,2021,2022\nA,10,20,40\nB,20,40,80\nC,30,60,120\n";
    assert_eq!(tolls(&general("deaths.csv", text), text), ["dead: 420"]);
}
