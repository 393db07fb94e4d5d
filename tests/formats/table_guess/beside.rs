//! Cells that say in words how many were what, with every number worked out by hand.

use super::{general, is, sample, tolls};
use std::ops::ControlFlow;
use tollview::formats::table::guess::{Proposal, propose_in_general};
use tollview::formats::table::recipe::{Recipe, Use};
use tollview::formats::{self, Input};

const TABLE: &str = "Date,Place,Casualties\n2024-03-01,Market,\"3 killed, 5 injured\"\n\
    2024-03-02,Bus,\"12 killed and 20 wounded\"\n2024-03-04,School,at least 2 dead; 1 missing\n\
    2024-03-05,Road,1 killed\n";

/// The words that are looked for, by measures.
fn words(proposal: &Proposal) -> Vec<(&str, String)> {
    proposal.recipe.counts.iter().map(|rule| (rule.measure.as_str(), rule.beside.join(" "))).collect()
}

#[test]
fn each_measure_that_cells_speak_of_is_a_count() {
    let proposal = is(
        "attacks.csv",
        TABLE,
        &[
            "incident by day",
            "date Date YearMonthDay",
            "killed total = Casualties beside killed, dead",
            "injured total = Casualties beside injured, wounded",
            "missing total = Casualties beside missing",
        ],
    );
    // 3 + 12 + 2 + 1, 5 + 20 and 1.
    assert_eq!(tolls(&proposal, TABLE), ["killed: 18", "injured: 25", "missing: 1"]);
    assert_eq!(
        proposal.reasons.last().map(String::as_str),
        Some(
            "the cells of \"Casualties\" say in words how many were what; read is the number of the killed beside \
             \"killed\", \"dead\", of the injured beside \"injured\", \"wounded\", of the missing beside \"missing\""
        )
    );
    let [doubt] = proposal.doubts.as_slice() else { panic!("{:?}", proposal.doubts) };
    assert_eq!(doubt.question, "Are all of the dead killed? Some cells say killed, others only that they died.");
    let answers: Vec<(&str, &str)> =
        doubt.answers.iter().map(|answer| (&*answer.text, &*answer.recipe.counts[0].measure)).collect();
    assert_eq!(answers, [("Yes: they are called killed", "killed"), ("No: they are called dead", "dead")]);
}

#[test]
fn the_word_of_more_cells_names_those_who_died() {
    let text = "Date,Toll\n2024-03-01,2 dead\n2024-03-02,1 killed\n2024-03-04,\"3 deaths, 2 injured\"\n";
    let proposal = general("attacks.csv", text);
    assert_eq!(words(&proposal), [("dead", "dead deaths killed".to_owned()), ("injured", "injured".to_owned())]);
    assert_eq!(tolls(&proposal, text), ["dead: 6", "injured: 2"]);
}

#[test]
fn the_words_of_other_languages_are_heard() {
    let spanish = "Fecha;Lugar;Víctimas\n01/03/2024;Norte;3 muertos y 5 heridos\n02/03/2024;Sur;al menos 12 muertos, 20 heridas\n\
        15/03/2024;Este;1 herido\n16/03/2024;Oeste;sin muertos, 2 desaparecidos\n";
    // 3 + 12 + 0, 5 + 20 + 1 and 2.
    assert_eq!(tolls(&general("t.csv", spanish), spanish), ["dead: 15", "injured: 26", "missing: 2"]);
    let french = "Date;Lieu;Bilan\n01/03/2024;Nord;3 morts et 5 blessés\n02/03/2024;Sud;au moins 12 morts, 20 blessées\n\
        15/03/2024;Est;1 blessé\n16/03/2024;Ouest;1 mort, 2 disparus\n";
    assert_eq!(tolls(&general("t.csv", french), french), ["dead: 16", "injured: 26", "missing: 2"]);
    let persian = "تاریخ,محل,تلفات\n2024-03-01,بازار,۳ کشته و ۵ زخمی\n2024-03-02,جاده,حداقل ۱۲ کشته، ۲۰ زخمی\n\
        2024-03-03,مدرسه,۱ مفقود\n2024-03-04,پل,بدون کشته\n";
    assert_eq!(tolls(&general("t.csv", persian), persian), ["killed: 15", "injured: 25", "missing: 1"]);
    let russian = "Дата,Место,Потери\n2024-03-01,Рынок,\"погибли 3, ранены 5\"\n\
        2024-03-02,Автобус,\"не менее 12 погибших, 20 раненых\"\n2024-03-03,Школа,1 пропал без вести; 2 погибших\n";
    assert_eq!(tolls(&general("t.csv", russian), russian), ["dead: 17", "injured: 25", "missing: 1"]);
}

#[test]
fn numbers_with_columns_of_their_own_stand_before_those_in_words() {
    let text = "Date,Killed,Details\n2024-03-01,3,\"3 killed, 5 injured\"\n2024-03-02,12,12 killed and 20 wounded\n";
    assert_eq!(general("t.csv", text).recipe.use_of("Details"), Use::Nothing);
    // A few words among plain numbers make no column of words.
    let text = "Date,Deaths\n2024-03-01,3\n2024-03-02,12\n2024-03-04,2 dead\n2024-03-05,1\n";
    assert_eq!(words(&general("t.csv", text)), [("dead", String::new())]);
}

#[test]
fn names_with_years_and_prose_are_no_counts() {
    let names = "Event,Year,Number\n2011 Norway killings,2011,77\n2014 Peshawar murders,2014,149\n\
        2015 Garissa killings,2015,148\n";
    assert_eq!(general("t.csv", names).recipe.use_of("Event"), Use::Event);
    let prose = "Date,Description\n\
        2024-03-01,\"On Friday a bomb went off in the market of the old city and the police there said that 3 were killed.\"\n\
        2024-03-02,\"The bus left the road near the bridge in the early morning, and 12 of those in it have died since then.\"\n";
    assert_eq!(propose_in_general(&sample(prose), &super::about("t.csv", prose)), None);
    // What one side lost is not what a battle cost.
    let sides = "Battle,Date,Losses of A,Losses of B\nFord,1864-05-01,\"10 killed, 30 wounded\",50 killed or wounded\n\
        Hill,1864-05-02,\"12 killed, 8 wounded\",20 killed or wounded\n";
    assert_eq!(propose_in_general(&sample(sides), &super::about("t.csv", sides)), None);
}

#[test]
fn a_column_of_words_has_a_use_of_its_own() {
    let recipe = general("t.csv", TABLE).recipe;
    assert_eq!(recipe.use_of("Casualties"), Use::Beside);
    assert_eq!(recipe.said_in("Casualties").count(), 3);
    assert_eq!(recipe.with_use("Casualties", Use::Beside), recipe);
    assert!(recipe.with_use("Casualties", Use::Nothing).counts.is_empty());
    let again = Recipe::read("r.json", &recipe.write().unwrap()).unwrap();
    assert_eq!(again, recipe);
}

#[test]
fn an_odd_table_of_words_is_read_with_what_is_odd() {
    let path = super::super::in_crate("tests/data/tables/words-in-cells.csv");
    let input = Input::from_bytes("words-in-cells.csv", std::fs::read(path).unwrap());
    let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
    let reports = &loaded.dataset.events[0].reports;
    let stated = |day: usize| -> Vec<String> {
        reports[day].counts.iter().map(|(measure, count)| format!("{measure} {:?}", count.stated)).collect()
    };
    assert_eq!(stated(0), ["killed Exact(3)", "injured Exact(5)", "missing Unknown"]);
    assert_eq!(stated(1), ["killed Exact(12)", "injured Exact(20)", "missing Unknown"]);
    assert_eq!(stated(2), ["killed Unknown", "injured Unknown", "missing Unknown"]);
    assert_eq!(stated(3), ["killed AtLeast(2)", "injured Unknown", "missing Exact(1)"]);
    assert_eq!(stated(5), ["killed Exact(8)", "injured Unknown", "missing Unknown"]);
    assert_eq!(stated(8), ["killed Unknown", "injured Unknown", "missing Unknown"]);
    let warnings: Vec<String> =
        loaded.warnings.iter().map(|warning| format!("{}: {}", warning.line, warning.message)).collect();
    assert_eq!(
        warnings,
        [
            "8: column \"Casualties\": found \"7 trapped\", expected a number beside one of \"killed\", \"dead\", \
             \"injured\", \"wounded\", \"missing\"; not counted",
            "9: column \"Casualties\": found \"7 trapped\", expected a number beside one of \"killed\", \"dead\", \
             \"injured\", \"wounded\", \"missing\"; taken as not known",
            "10: column \"Casualties\": found \"3 dead or missing\", expected one number beside each word; taken as not known",
        ]
    );
    assert_eq!((loaded.rows, loaded.left_out), (Some(9), 0));
}

#[test]
fn small_numbers_may_be_words_and_sums() {
    let text = "Date,Place,Casualties\n2024-03-01,Market,\"3 killed, 7 trapped\"\n2024-03-02,Bus,12 killed and 20 wounded\n\
        2024-03-04,School,two dead\n2024-03-05,Road,5+2 dead\n2024-03-06,Hill,3-5 killed\n\
        2024-03-07,Hall,\"one killed, at least four injured\"\n";
    let proposal = general("attacks.csv", text);
    let dataset = tollview::formats::table::gather::of_sample(&sample(text), &proposal.recipe, "t").unwrap().dataset;
    let killed: Vec<String> =
        dataset.events[0].reports.iter().map(|report| format!("{:?}", report.counts[0].stated)).collect();
    assert_eq!(
        killed,
        [
            "Exact(3)",
            "Exact(12)",
            "Exact(2)",
            "Exact(7)",
            "Range { low: Some(3), best: None, high: Some(5) }",
            "Exact(1)"
        ]
    );
}
