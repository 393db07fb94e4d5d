//! What only the user can say is asked, the default first, and each answer is a whole recipe.

use super::{about, general, is, propose, sample};
use proptest::prelude::*;
use tollview::formats::table::recipe::Scale;

#[test]
fn nothing_is_called_deaths_unless_something_says_so() {
    let rows: Vec<String> = (1..=20_u32).map(|day| format!("2022-03-{day:02},{}", day * 7 % 13)).collect();
    let text = format!("date,count\n{}\n", rows.join("\n"));
    let proposal = is("protests.csv", &text, &["period by rows", "date date YearMonthDay", "count total = count"]);
    let doubt = &proposal.doubts[0];
    assert_eq!(doubt.question, "What does \"count\" count? Nothing here says it.");
    let answers: Vec<&str> = doubt.answers.iter().map(|answer| &*answer.text).collect();
    assert_eq!(
        answers,
        [
            "That is not known",
            "People killed",
            "People who died",
            "People injured",
            "People missing",
            "People detained",
            "Events or things, no people",
        ]
    );
    let measures: Vec<&str> = doubt.answers.iter().map(|answer| &*answer.recipe.counts[0].measure).collect();
    assert_eq!(measures, ["count", "killed", "dead", "injured", "missing", "detained", "events"]);
    // The file's name says it as well as a column's.
    let proposal = general("deaths-by-day.csv", &text);
    assert_eq!(proposal.recipe.counts[0].measure, "dead");
    assert!(proposal.reasons.contains(&"the file's name says what is counted: dead".to_owned()));
    assert!(proposal.doubts.is_empty());
}

#[test]
fn casualties_may_be_dead_or_injured() {
    let rows: Vec<String> =
        (0..20_u32).map(|at| format!("{}/{}/2019,P{at},{}", 1 + at * 7 % 12, 1 + at * 5 % 12, at % 6)).collect();
    let proposal = general("clashes.csv", &format!("Date,Place,Casualties\n{}\n", rows.join("\n")));
    let questions: Vec<&str> = proposal.doubts.iter().map(|doubt| &*doubt.question).collect();
    assert_eq!(
        questions,
        [
            "What does \"Casualties\" count? Casualties may be dead or injured.",
            "Is the day or the month first in \"Date\"? Both read.",
        ]
    );
    let dates = &proposal.doubts[1].answers;
    assert_eq!(dates[0].recipe, proposal.recipe);
    assert_eq!(serde_json::to_value(dates[0].recipe.date.as_ref().unwrap().form).unwrap(), "day_month_year");
    assert_eq!(serde_json::to_value(dates[1].recipe.date.as_ref().unwrap().form).unwrap(), "month_day_year");
}

#[test]
fn an_answer_leaves_other_answers_and_changes_alone() {
    let rows: Vec<String> =
        (0..20_u32).map(|at| format!("{}/{}/2019,P{at},{}", 1 + at * 7 % 12, 1 + at * 5 % 12, at % 6)).collect();
    let proposal = general("clashes.csv", &format!("Date,Place,Casualties\n{}\n", rows.join("\n")));
    let [counted, order] = &proposal.doubts[..] else { panic!("{:?}", proposal.doubts) };
    let mut present = proposal.recipe.clone();
    present.title = Some("Clashes of 2019".to_owned());
    present.counts[0].measure = "wounded".to_owned();
    assert_eq!(proposal.given(counted, &present), None, "none of the answers says so");
    let present = proposal.answered(order, 1, &present);
    assert_eq!(proposal.given(order, &present), Some(1));
    assert_eq!(present.title.as_deref(), Some("Clashes of 2019"));
    assert_eq!(present.counts[0].measure, "wounded");
    let chosen = 2;
    let present = proposal.answered(counted, chosen, &present);
    assert_eq!((proposal.given(counted, &present), proposal.given(order, &present)), (Some(chosen), Some(1)));
    let present = proposal.answered(order, 0, &present);
    assert_eq!((proposal.given(counted, &present), proposal.given(order, &present)), (Some(chosen), Some(0)));
    let mut expected = counted.answers[chosen].recipe.clone();
    expected.title = Some("Clashes of 2019".to_owned());
    assert_eq!(present, expected);
}

#[test]
fn the_order_of_day_and_month_is_found_where_anything_shows_it() {
    let form = |dates: &[&str]| {
        let rows: Vec<String> = dates.iter().enumerate().map(|(at, date)| format!("\"{date}\",{at}")).collect();
        let proposal = general("deaths.csv", &format!("Date,Deaths\n{}\n", rows.join("\n")));
        let asked = proposal.doubts.iter().any(|doubt| doubt.question.starts_with("Is the day"));
        let form = proposal.recipe.date.unwrap().form.unwrap();
        (serde_json::to_value(form).unwrap().as_str().unwrap().to_owned(), asked)
    };
    let day = ("day_month_year".to_owned(), false);
    let month = ("month_day_year".to_owned(), false);
    assert_eq!(form(&["03/04/2020", "05/04/2020", "23/04/2020"]), day);
    assert_eq!(form(&["04/03/2020", "04/05/2020", "04/23/2020"]), month);
    // Friday is the second of January, not the first of February.
    assert_eq!(form(&["Thu, 01/01/2026 - 12:00", "Fri, 01/02/2026 - 12:00", "Mon, 01/05/2026 - 12:00"]), month);
    // In order only if the month is first.
    assert_eq!(form(&["01/05/2020", "01/09/2020", "02/01/2020", "02/06/2020", "03/02/2020", "03/07/2020"]), month);
    assert_eq!(form(&["05/01/2020", "09/01/2020", "01/02/2020", "06/02/2020", "02/03/2020", "07/03/2020"]), day);
    // In order with the month first, and but for one also with the day first.
    let dates: Vec<String> =
        (1..12).map(|at| format!("{at:02}/{:02}/2025", at + 1)).chain(["12/01/2025".into()]).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    assert_eq!(form(&dates), ("month_day_year".to_owned(), true));
}

#[test]
fn parts_without_a_total_may_overlap() {
    let rows: Vec<String> = (0..12_u32).map(|at| format!("{},{},{}", 2001 + at, at * 5 % 9, at * 7 % 8)).collect();
    let proposal = is(
        "fatalities.csv",
        &format!("Year,Northerners,Southerners\n{}\n", rows.join("\n")),
        &[
            "period by rows",
            "date Year Year",
            "dead part northerners = Northerners",
            "dead part southerners = Southerners",
        ],
    );
    assert_eq!(proposal.doubts[0].question, "Is anyone counted in more than one of Northerners and Southerners?");
}

const HEADERS: [&str; 16] = [
    "date",
    "Year",
    "Killed",
    "killed_cum",
    "ext_killed",
    "Children",
    "Total",
    "low",
    "high",
    "Entity",
    "Source",
    "name",
    "age",
    "status",
    "1/22/20",
    "Dead, missing",
];

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..60_u32).prop_map(|number| number.to_string()),
        2 => (1..28_u32, 1..13_u32).prop_map(|(day, month)| format!("2020-{month:02}-{day:02}")),
        1 => Just(String::new()),
        2 => prop::sample::select(vec!["World", "killed", "death rate", "k", "F", "-99", "1,5", "~300", "WHO (2005)", "a b"]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_table_is_proposed_or_not_and_each_answer_is_a_recipe_of_its_columns(
        header in prop::sample::subsequence(HEADERS.to_vec(), 0..10),
        cells in prop::collection::vec(prop::collection::vec(cell(), 0..11), 0..24),
    ) {
        let mut table = sample("a\n");
        table.columns = header.iter().map(|name| tollview::formats::table::Column { name: (*name).to_owned(), tag: None }).collect();
        table.rows = cells.into_iter().map(|cells| tollview::formats::table::SampleRow { line: None, indent: 0, cells: cells.iter().collect() }).collect();
        let Some(proposal) = propose(&table, &about("table.csv", "a\n")) else { return Ok(()) };
        let recipes = proposal.doubts.iter().flat_map(|doubt| &doubt.answers).map(|answer| &answer.recipe).chain([&proposal.recipe]);
        for recipe in recipes {
            prop_assert!(!recipe.counts.is_empty());
            let named = recipe.counts.iter().filter_map(|rule| rule.column.as_ref()).chain(&recipe.events.columns);
            for name in named {
                prop_assert!(header.contains(&name.as_str()), "{} is no column", name);
            }
        }
        for doubt in &proposal.doubts {
            prop_assert_eq!(&doubt.answers[0].recipe, &proposal.recipe, "{}", &doubt.question);
            prop_assert!(doubt.answers.len() > 1);
            for (index, answer) in doubt.answers.iter().enumerate() {
                prop_assert_eq!(&proposal.answered(doubt, index, &proposal.recipe), &answer.recipe);
                prop_assert_eq!(&proposal.answered(doubt, 0, &answer.recipe), &proposal.recipe);
                let given = proposal.given(doubt, &answer.recipe).unwrap();
                prop_assert_eq!(&doubt.answers[given].recipe, &answer.recipe, "{}", &doubt.question);
            }
        }
    }
}

#[test]
fn numbers_in_thousands_are_asked_for() {
    let proposal = is(
        "table.csv",
        "country,year,deaths (in thousands)\nA,2001,12\nB,2001,1.5\nC,2001,7\nD,2001,3\n",
        &["group by rows", "events country", "date year Year", "dead total = deaths (in thousands)"],
    );
    assert_eq!(proposal.recipe.numbers.scale, Scale::Thousand);
    let asked = &proposal.doubts[0];
    assert_eq!(asked.question, "Are the numbers in people?");
    assert_eq!(asked.answers[1].recipe.numbers.scale, Scale::One);
}

#[test]
fn every_doubt_of_a_proposal_is_asked_while_nobody_has_answered_it() {
    let counted = "date,count\n2024-01-01,3\n2024-01-02,5\n2024-01-03,2\n".to_owned();
    let mut tables = vec![("protests.csv".to_owned(), counted)];
    for entry in std::fs::read_dir("tests/data/tables/guess").unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().extension().is_some_and(|extension| extension == "csv") {
            tables.push((name, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
    let mut count = 0;
    for (name, text) in &tables {
        let Some(proposal) = propose(&sample(text), &about(name, text)) else { continue };
        let places = 0..proposal.doubts.len();
        let asked = proposal.asked(&places.clone().collect(), &proposal.recipe);
        let asked: Vec<_> = asked.iter().map(|asked| (asked.doubt, asked.given, asked.is_open)).collect();
        let expected: Vec<_> = places.map(|doubt| (doubt, Some(0), true)).collect();
        assert_eq!(asked, expected, "{name}: {:#?}", proposal.doubts.iter().map(|doubt| &doubt.question));
        count += expected.len();
    }
    assert!(count >= 5, "{count}");
}
