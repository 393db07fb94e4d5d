//! Series of a few reports: totals so far beside people who are found again, corrections, years, and those still held.

use super::{general, is, sample, tolls};
use tollview::formats::table::gather::of_sample;
use tollview::formats::table::guess::Proposal;
use tollview::formats::table::recipe::BasisRule;
use tollview::model::Id;

const SO_FAR: &str = "Are the numbers totals so far?";

/// What the last report of each event says of a measure.
fn last(proposal: &Proposal, text: &str, measure: &str) -> Vec<u64> {
    let dataset = of_sample(&sample(text), &proposal.recipe, "table").unwrap().dataset;
    let id = Id::from(measure);
    let of = |report: &tollview::model::Report| report.counts.get(&id)?.stated.number();
    dataset.events.values().filter_map(|event| event.reports.iter().rev().find_map(of)).collect()
}

fn default(proposal: &Proposal, question: &str) -> String {
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == question).unwrap();
    doubt.answers[0].text.clone()
}

#[test]
fn the_missing_who_are_found_leave_the_dead_totals_so_far() {
    let text = "Date,Dead,Missing,Injured,Displaced\n2022-08-20,900,30,1300,5000\n2022-08-24,1003,28,1400,6200\n\
                2022-08-28,1033,25,1527,6000\n2022-09-01,1191,22,3641,6600\n";
    let proposal = is(
        "flood.csv",
        text,
        &[
            "period by rows",
            "date Date YearMonthDay",
            "dead total = Dead (so far)",
            "missing total = Missing (so far)",
            "injured total = Injured (so far)",
            "displaced total = Displaced (so far)",
        ],
    );
    assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
    let of = |measure: &str| last(&proposal, text, measure);
    assert_eq!([of("dead"), of("injured"), of("missing")], [[1191], [3641], [22]]);
    let reason = "no number of Dead and Injured falls on any of 6 steps: totals so far";
    assert!(proposal.reasons.iter().any(|known| known == reason), "{:?}", proposal.reasons);
    // Three reports are enough where all of the missing are found.
    let text = "Date,Dead,Missing\n2023-05-01,5,10\n2023-05-02,8,7\n2023-05-03,12,3\n";
    let proposal = general("flood.csv", text);
    assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
    assert_eq!(last(&proposal, text, "dead"), [12]);
}

#[test]
fn totals_so_far_may_be_corrected_while_the_missing_are_found() {
    let text = "Date,Total deaths,Total injured,Total missing\n2023-05-01,10,20,30\n2023-05-02,25,41,22\n\
                2023-05-03,24,60,12\n2023-05-04,33,66,4\n";
    let proposal = general("cyclone.csv", text);
    assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
    assert_eq!(last(&proposal, text, "dead"), [33]);
    let reason = "the numbers fall on 1 of 6 steps, and only by a little: totals so far, which were corrected";
    assert!(proposal.reasons.iter().any(|known| known == reason), "{:?}", proposal.reasons);
}

#[test]
fn a_correction_without_anything_beside_it_is_asked_about() {
    let text = "Date,Dead,Injured\n2023-05-01,100,200\n2023-05-02,250,410\n2023-05-03,240,600\n2023-05-04,330,660\n";
    let proposal = general("cyclone.csv", text);
    assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
    assert_eq!(proposal.doubts[0].answers[1].recipe.basis, BasisRule::Incremental);
    // What falls by more, or as often as it rises, is of its own dates: 100 + 250 + 200 + 330.
    let text = text.replace("240", "200");
    assert!(tolls(&general("cyclone.csv", &text), &text).contains(&"dead: 880".to_owned()));
    // So are weeks, whose numbers may rise for a while.
    let text = "Week,Dead\n2023-W01,100\n2023-W02,130\n2023-W03,125\n2023-W04,160\n2023-W05,190\n2023-W06,240\n";
    assert_eq!(tolls(&general("weeks.csv", text), text), ["dead: 945"]);
}

#[test]
fn a_toll_that_was_corrected_once_is_a_total_so_far_beside_others() {
    let text = "Report date,Deaths (total),of which children,Injured (total),Missing,Source\n\
        2024-09-01,12,2,80,40,Ministry of Health\n2024-09-02,31,5,140,66,Ministry of Health\n\
        2024-09-03,58,9,212,50,Ministry of Health\n2024-09-04,55,9,230,41,Ministry of Health\n\
        2024-09-05,77,,260,30,Ministry of Health\n2024-09-06,81,14,271,22,Ministry of Health\n";
    for text in [text.to_owned(), text.replace(" (total)", "").replace("of which c", "C")] {
        let proposal = general("sitrep.csv", &text);
        assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
        let of = |measure: &str| last(&proposal, &text, measure);
        assert_eq!([of("dead"), of("injured"), of("missing")], [[81], [271], [22]]);
        assert!(proposal.recipe.counts.iter().all(|rule| rule.basis.is_none()), "{:?}", proposal.recipe.counts);
    }
    // Without the injured and the missing it is little, and asked.
    let short = "Report date,Deaths (total),of which children\n2024-09-01,12,2\n2024-09-02,31,5\n2024-09-03,58,9\n\
        2024-09-04,55,9\n2024-09-05,77,\n2024-09-06,81,14\n";
    let proposal = general("sitrep.csv", short);
    assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
    assert_eq!(last(&proposal, short, "dead"), [81]);
}

#[test]
fn where_only_some_columns_rise_the_question_says_of_which_it_speaks() {
    // 12 + 31 + 8 + 20 + 5 + 9.
    let text = "Date,Deaths,Injured\n2024-09-01,12,80\n2024-09-02,31,140\n2024-09-03,8,212\n2024-09-04,20,230\n\
        2024-09-05,5,260\n2024-09-06,9,271\n";
    let proposal = general("table.csv", text);
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question.contains("totals so far")).unwrap();
    assert_eq!(doubt.question, "Are the numbers of Injured totals so far?");
    assert!(tolls(&proposal, text).contains(&"dead: 85".to_owned()));
    let all = doubt.answers.iter().find(|answer| answer.text == "Yes, and so are those of Deaths").unwrap();
    assert!(all.recipe.counts.iter().all(|rule| rule.basis.is_none()));
    assert_eq!(all.recipe.basis, BasisRule::Cumulative);
}

#[test]
fn each_district_has_totals_so_far_of_its_own() {
    let text = "Sitrep,Date,District,Deaths,Injured,Missing\nSitRep 1,2024-07-30,Wayanad,90,120,100\n\
                SitRep 1,2024-07-30,Idukki,3,5,0\nSitRep 2,2024-07-31,Wayanad,160,190,190\n\
                SitRep 2,2024-07-31,Idukki,3,6,0\nSitRep 3,2024-08-02,Wayanad,205,260,200\n\
                SitRep 3,2024-08-02,Idukki,4,6,1\n";
    let proposal = general("landslide.csv", text);
    assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
    assert_eq!(last(&proposal, text, "dead"), [205, 4]);
}

#[test]
fn years_that_rise_are_added_up_and_asked_about() {
    let text = "Year,Killed,Injured\n2020,1460,22069\n2021,1558,25892\n2022,1711,28031\n";
    let proposal = general("roads.csv", text);
    assert_eq!(default(&proposal, SO_FAR), "No: each is of its own date");
    assert_eq!(tolls(&proposal, text), ["killed: 4729", "injured: 75992"]);
    // Many years are no other.
    let text = "Year,Deaths\n2014,5\n2015,9\n2016,14\n2017,20\n2018,31\n2019,40\n2020,52\n2021,77\n";
    let proposal = general("overdoses.csv", text);
    assert_eq!(default(&proposal, SO_FAR), "No: each is of its own date");
    assert_eq!(tolls(&proposal, text), ["dead: 248"]);
    // Those since a year are totals so far.
    let text = text.replace("Deaths", "Total killed since 2011");
    let proposal = general("war.csv", &text);
    assert_eq!(last(&proposal, &text, "killed"), [77]);
    assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
}

#[test]
fn months_of_which_the_dead_rise_and_the_missing_fall_are_added_up() {
    let text = "Month,Killed,Injured,Missing\n2023-01,10,20,5\n2023-02,12,22,4\n2023-03,15,25,3\n";
    let proposal = general("table.csv", text);
    assert_eq!(tolls(&proposal, text), ["killed: 37", "injured: 67", "missing: 12"]);
    assert!(proposal.doubts.is_empty(), "{:?}", proposal.doubts);
}

#[test]
fn who_is_still_detained_is_never_added_over_months() {
    let text = "Mes,Detenciones arbitrarias,Siguen detenidos,Fallecidos en custodia\nEnero 2024,15,270,1\n\
                Febrero 2024,20,281,0\nMarzo 2024,9,278,1\n";
    let proposal = general("detenciones.csv", text);
    assert_eq!(last(&proposal, text, "still_detained"), [278]);
    let all = tolls(&proposal, text);
    assert!(all.contains(&"detained: 44".to_owned()) && all.contains(&"dead: 2".to_owned()), "{all:?}");
}

#[test]
fn a_file_called_after_averages_need_not_hold_them_alone() {
    let text = "Week ending,Deaths,7-day average,Cumulative\n2021-01-08,700,100,5000\n2021-01-15,770,110,5770\n\
                2021-01-22,630,90,6400\n";
    let proposal = general("rolling.csv", text);
    assert_eq!(tolls(&proposal, text), ["dead: 2100"]);
}

#[test]
fn what_rises_beside_a_column_that_calls_itself_cumulative_is_a_total_so_far() {
    let question = "Are the numbers of Luka totals so far?";
    let text = "Tanggal,Meninggal Kumulatif,Luka\n2022-11-21,162,700\n2022-11-22,268,1083\n2022-11-23,271,2043\n";
    let proposal = general("gempa.csv", text);
    assert_eq!([last(&proposal, text, "dead"), last(&proposal, text, "injured")], [[271], [2043]]);
    assert_eq!(default(&proposal, question), "Yes: each is a total so far");
    let doubt = proposal.doubts.iter().find(|doubt| doubt.question == question).unwrap();
    let bases: Vec<BasisRule> =
        doubt.answers[1].recipe.counts.iter().map(|rule| rule.basis.unwrap_or(doubt.answers[1].recipe.basis)).collect();
    assert_eq!(bases, [BasisRule::Cumulative, BasisRule::Incremental]);
    // What falls once is of its own dates.
    let text = text.replace("1083", "2100");
    let proposal = general("gempa.csv", &text);
    assert!(proposal.doubts.iter().all(|doubt| doubt.question != question), "{:?}", proposal.doubts);
    assert!(tolls(&proposal, &text).contains(&"injured: 4843".to_owned()));
}

#[test]
fn regions_that_are_in_each_of_a_few_reports_have_totals_so_far() {
    let text = "data,codice_regione,denominazione_regione,terapia_intensiva,deceduti\n\
                2020-03-01T18:00:00,1,Nord,10,5\n2020-03-01T18:00:00,2,Sud,1,0\n2020-03-02T18:00:00,1,Nord,15,12\n\
                2020-03-02T18:00:00,2,Sud,1,1\n2020-03-03T18:00:00,1,Nord,20,20\n2020-03-03T18:00:00,2,Sud,2,2\n";
    let proposal = general("regioni.csv", text);
    assert_eq!(last(&proposal, text, "dead"), [20, 2]);
    assert_eq!(default(&proposal, SO_FAR), "Yes: each is a total so far");
    // Where one falls they are of their own days: 5 + 12 + 10 and 0 + 1 + 2.
    let text = text.replace("20,20", "20,10");
    assert_eq!(tolls(&general("regioni.csv", &text), &text), ["dead: 30"]);
}
