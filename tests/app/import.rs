//! Tables: how they are read is shown, asked where it is in doubt, changed, kept and remembered.

use super::{Window, name_of};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use std::path::{Path, PathBuf};
use tollview::analysis::EventKey;
use tollview::arguments::Arguments;
use tollview::formats::{self, Input, ReadBy};
use tollview::state::{Action, Loading, Page, Recipes, State};

/// Nothing says what is counted here.
const PROTESTS: &str = "date,count\n2024-01-01,3\n2024-01-02,5\n2024-01-03,4\n2024-01-05,9\n";

/// Two storms, each with its dead of two sides, in two villages.
const STORMS: &str = "event,village,date,killed,injured\n\
    Storm Anna,Upper,2024-01-01,3,1\nStorm Anna,Lower,2024-01-01,5,\n\
    Storm Bert,Upper,2024-03-01,7,2\nStorm Bert,Lower,2024-03-02,1,4\n";

/// A window with this table open.
fn table(folder: &Path, name: &str, text: &str) -> Window {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    open(vec![path])
}

fn open(files: Vec<PathBuf>) -> Window {
    let mut window = Window::open(Arguments { files, ..Arguments::default() }, [1280.0, 800.0]);
    window.wait(|state| state.loading == Loading::Idle && !state.recent.is_empty());
    window
}

/// The numbers of all reports of an event by their measure.
fn sums(state: &State, measure: &str) -> Vec<(String, u64)> {
    let events = state.files[0].dataset.events.values();
    let sum = |event: &tollview::model::Event| {
        let counts = event.reports.iter().filter_map(|report| report.counts.get(measure));
        counts.filter_map(|count| count.stated.number()).sum::<u64>()
    };
    events.map(|event| (event.title.get("en").to_owned(), sum(event))).collect()
}

#[test]
fn what_nothing_says_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = table(folder.path(), "protests.csv", PROTESTS);
    assert!(matches!(window.state().page, Page::Import(_)), "{:?}", window.state().page);
    window.assert_says("How to read protests.csv");
    window.assert_says("4 rows · 2 columns");
    window.assert_says("What does \"count\" count? Nothing here says it.");
    assert_eq!(sums(window.state(), "count"), [("protests".to_owned(), 21)]);
    window.pick("What count counts", "Injured");
    // The chart is still of what was read; the preview is of what will be.
    assert_eq!(sums(window.state(), "injured"), [("protests".to_owned(), 0)]);
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    assert_eq!(sums(window.state(), "injured"), [("protests".to_owned(), 21)]);
    assert_eq!(window.state().question.measure.as_str(), "injured");
    window.assert_says("Read as: one row for each day or period; injured = count.");
}

#[test]
fn another_use_of_a_column_redraws_the_preview_and_then_the_chart() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = table(folder.path(), "storms.csv", STORMS);
    let expected = [("Storm Anna".to_owned(), 8), ("Storm Bert".to_owned(), 8)];
    assert_eq!(sums(window.state(), "killed"), expected);
    let file = window.state().files[0].id;
    let page = window.state().import_page(file).unwrap();
    window.act(Action::GoTo(page));
    window.pick("Use of event", "not used");
    window.pick("Use of village", "event");
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    assert_eq!(sums(window.state(), "killed"), [("Upper".to_owned(), 10), ("Lower".to_owned(), 6)]);
    let event = |name: &str| EventKey { file, event: name.into() };
    assert_eq!(window.state().question.ticked.iter().collect::<Vec<_>>(), [&event("lower"), &event("upper")]);
    window.click_first(Role::Button, "Change…");
    window.assert_says("How to read storms.csv");
    window.click("Back");
    assert_eq!(window.state().page, Page::Tabs);
}

#[test]
fn a_recipe_is_saved_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = table(folder.path(), "protests.csv", PROTESTS);
    window.pick("What count counts", "Killed");
    let file = window.state().files[0].id;
    let recipe = folder.path().join("mine.recipe.json");
    window.save_recipe(file, recipe.clone());
    window.assert_says("Saved mine.recipe.json");
    let text = std::fs::read(&recipe).unwrap();
    let recipe =
        formats::read_recipe(Input::from_bytes("mine.recipe.json", text)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((recipe.counts[0].measure.as_str(), recipe.counts[0].column.as_deref()), ("killed", Some("count")));
}

#[test]
fn a_recipe_that_was_used_is_remembered_for_tables_of_the_same_columns() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = table(folder.path(), "protests.csv", PROTESTS);
    window.pick("What count counts", "Killed");
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    let recipes: Recipes = (*window.state().recipes).clone();
    assert_eq!(recipes.len(), 1);
    // A later month of the same table.
    let path = folder.path().join("february.csv");
    std::fs::write(&path, "date,count\n2024-02-01,2\n2024-02-02,6\n").unwrap();
    window.act(Action::Open(tollview::state::Origin::Path(path)));
    window.wait(|state| state.loading == Loading::Idle);
    assert_eq!(window.state().page, Page::Tabs, "nothing is asked twice");
    assert_eq!(sums(window.state(), "killed"), [("february".to_owned(), 8)]);
}

#[test]
fn parts_of_one_name_stand_apart_in_the_details() {
    let folder = tempfile::tempdir().unwrap();
    let text = "war,side,bucket,low,high\n\
        A war,North,soldiers killed,10,20\nA war,North,civilians killed,5,\n\
        A war,South,soldiers killed,30,30\nA war,South,civilians killed,,40\n\
        B war,North,soldiers killed,1,2\nB war,South,civilians killed,3,4\n";
    let mut window = table(folder.path(), "wars.csv", text);
    window.act(Action::GoTo(Page::Tabs));
    window.assert_silent("widget ID");
    assert_eq!(window.state().files[0].dataset.events.len(), 2);
}

#[test]
fn a_view_keeps_the_recipe_of_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = table(folder.path(), "storms.csv", STORMS);
    let page = window.state().import_page(window.state().files[0].id).unwrap();
    window.act(Action::GoTo(page));
    window.pick("Use of event", "not used");
    window.pick("Use of village", "event");
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    let view = folder.path().join("storms.tollview.json");
    window.save_view(view.clone());
    let (dataset, question) = (window.state().files[0].dataset.clone(), window.state().question.clone());
    // A window in which no recipe is remembered: the proposed one has the storms as its events.
    let proposed = open(vec![folder.path().join("storms.csv")]);
    assert_eq!(sums(proposed.state(), "killed"), [("Storm Anna".to_owned(), 8), ("Storm Bert".to_owned(), 8)]);
    let again = open(vec![view.clone()]);
    assert_eq!(*again.state().files[0].dataset, *dataset);
    let kept = |state: &State| tollview::state::OpenView::of(&state.files, &state.question);
    assert_eq!(kept(again.state()), kept(window.state()));
    assert_eq!(question.ticked.len(), 2);
    assert_eq!((&again.state().page, again.state().remarks.len()), (&Page::Tabs, 0));
    again.assert_says("Read as: one row for each incident; event = village; killed = killed; injured = injured.");
    // The column that names the events is gone: another chart than the saved one would be no answer.
    std::fs::write(folder.path().join("storms.csv"), STORMS.replace("village", "place")).unwrap();
    let mut window = Window::open(Arguments { files: vec![view], ..Arguments::default() }, [1280.0, 800.0]);
    window.wait(|state| matches!(state.page, Page::Refused(_)));
    let Page::Refused(refusals) = &window.state().page else { panic!("{:?}", window.state().page) };
    assert_eq!(
        refusals[0].error.to_string(),
        "storms.csv: the recipe in storms.tollview.json does not fit this table\n\
         at $.files[0].recipe.events.columns[0]: found \"village\", expected a column of the table; \
         its columns are \"event\", \"place\", \"date\", \"killed\", \"injured\""
    );
}

/// The recipe by which each village is an event.
const BY_VILLAGE: &str = r#"{ "tollview_recipe": 1, "row": "incident", "events": { "columns": ["village"] },
    "counts": [{ "measure": "killed", "role": "total", "column": "killed" }] }"#;

#[test]
fn a_recipe_beside_a_table_goes_before_one_that_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = table(folder.path(), "storms.csv", STORMS);
    let page = window.state().import_page(window.state().files[0].id).unwrap();
    window.act(Action::GoTo(page));
    window.click("Show the chart");
    assert_eq!(window.state().recipes.len(), 1);
    let path = folder.path().join("storms.csv");
    window.act(Action::Open(tollview::state::Origin::Path(path.clone())));
    window.wait(|state| state.loading == Loading::Idle);
    let by = |state: &State| state.files[0].read_as.as_ref().unwrap().by.clone();
    assert_eq!(by(window.state()), ReadBy::Remembered);
    std::fs::write(folder.path().join("storms.recipe.json"), BY_VILLAGE).unwrap();
    // Only that one path is looked at.
    std::fs::write(folder.path().join("other.recipe.json"), "{").unwrap();
    window.act(Action::Open(tollview::state::Origin::Path(path)));
    window.wait(|state| state.loading == Loading::Idle);
    assert_eq!(by(window.state()), ReadBy::Beside("storms.recipe.json".to_owned()));
    assert_eq!(sums(window.state(), "killed"), [("Upper".to_owned(), 10), ("Lower".to_owned(), 6)]);
    assert_eq!((&window.state().page, window.state().remarks.len()), (&Page::Tabs, 0));
    window.assert_says("Read by storms.recipe.json: one row for each incident; event = village; killed = killed.");
}

#[test]
fn a_recipe_beside_a_table_that_cannot_be_used_is_named_with_the_reason() {
    for (recipe, why) in [
        (
            BY_VILLAGE.replace("village", "vilage"),
            "the recipe does not fit this table; at $.events.columns[0]: found \"vilage\", expected a column of the table; \
             did you mean \"village\"?",
        ),
        (
            BY_VILLAGE.replace("incident", "incidnt"),
            "1 problem, so nothing was read; line 1, column 32, at $.row: found \"incidnt\", expected one of \"person\", \
             \"incident\", \"period\", \"group\"; did you mean \"incident\"?",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("storms.recipe.json"), recipe).unwrap();
        let mut window = table(folder.path(), "storms.csv", STORMS);
        let said = format!("storms.csv: storms.recipe.json beside it was not used: {why}");
        assert_eq!(window.state().remarks, [("remark-table", said.clone())]);
        assert_eq!(sums(window.state(), "killed"), [("Storm Anna".to_owned(), 8), ("Storm Bert".to_owned(), 8)]);
        assert_eq!(window.state().files[0].read_as.as_ref().unwrap().by, ReadBy::Proposed);
        window.assert_says(&said);
        window.click("Dismiss");
        assert!(window.state().remarks.is_empty());
    }
}

/// People of three groups in two villages; one is a child of 9.
const PEOPLE: &str =
    "name,age,village,status\nA,9,Upper,killed\nB,18,Upper,killed\nC,59,Lower,killed\nD,60,Lower,killed\n";

fn draft(window: &Window) -> tollview::formats::table::recipe::Recipe {
    let Page::Import(import) = &window.state().page else { panic!("no import page") };
    (*import.recipe).clone()
}

#[test]
fn rows_are_left_out_by_a_column_that_is_not_used() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = table(folder.path(), "storms.csv", STORMS);
    let file = window.state().files[0].id;
    let page = window.state().import_page(file).unwrap();
    window.act(Action::GoTo(page));
    // Not used: it still decides which rows count.
    window.click("More about village");
    window.click("Count rows with Lower");
    assert_eq!(draft(&window).keep[0].except, ["Lower"]);
    window.press(eframe::egui::Modifiers::NONE, eframe::egui::Key::Escape);
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    // Of 3 + 5 and 7 + 1 the upper village's are left.
    let expected = [("Storm Anna".to_owned(), 3), ("Storm Bert".to_owned(), 7)];
    assert_eq!(sums(window.state(), "killed"), expected);
}

#[test]
fn what_is_set_for_a_column_is_taken_back_by_choosing_again() {
    use tollview::formats::table::recipe::{BandsError, NameError, Use, bands};
    let folder = tempfile::tempdir().unwrap();
    let window = table(folder.path(), "storms.csv", STORMS);
    let recipe = window.state().files[0].read_as.as_ref().unwrap().recipe.clone();
    let without = recipe.with_rows("village", "Upper", false);
    assert!(!without.keeps("village", "Upper") && without.keeps("village", "Lower"));
    assert_eq!(without.with_rows("village", "Upper", true), recipe);
    let only = recipe.with_only("village", vec!["Upper".to_owned()]);
    assert_eq!(only.with_rows("village", "Upper", false), only, "the last one stays");
    assert_eq!(only.with_all_rows("village"), recipe);
    assert_eq!(recipe.with_most("event", Some(1)).with_most("event", None), recipe);
    let split = recipe.with_use("village", Use::Split);
    let merged = split.with_meaning("village", "Upper", "All").with_meaning("village", "Lower", "All");
    assert_eq!((merged.meaning_of("village", "Upper"), merged.meaning_of("village", "Lower")), ("All", "All"));
    assert_eq!(merged.with_meaning("village", "Upper", "Upper").with_meaning("village", "Lower", "Lower"), split);
    assert_eq!(recipe.with_measure_name("killed", "Injured"), Err(NameError::Taken));
    assert_eq!(recipe.with_measure_name("killed", " ?"), Err(NameError::Empty));
    let named = recipe.with_measure_name("killed", "Lost at sea").unwrap();
    assert_eq!((&*named.counts[0].measure, &*named.labels["lost_at_sea"]), ("lost_at_sea", "Lost at sea"));
    assert_eq!(named.with_measure_name("killed", "Killed"), Ok(recipe));
    assert_eq!(bands("18, 30, 60"), Ok(vec![18, 30, 60]));
    assert_eq!(bands("18, x"), Err(BandsError::NotWhole("x".to_owned())));
    assert_eq!(bands("18, 18"), Err(BandsError::NotRising(18, 18)));
}

#[test]
fn bands_and_merged_values_count_people_together() {
    use tollview::formats::table::{gather::of_sample, recipe::Use};
    let folder = tempfile::tempdir().unwrap();
    let window = table(folder.path(), "people.csv", PEOPLE);
    let read_as = window.state().files[0].read_as.clone().unwrap();
    let mut recipe = read_as.recipe.clone();
    recipe.split.clear();
    let parts = |recipe: &_| {
        let gathered = of_sample(&read_as.sample, recipe, "people.csv").unwrap();
        let event = gathered.dataset.events.values().next().unwrap().clone();
        let count = event.reports[0].counts["killed"].clone();
        let part = |(id, part): (&tollview::model::Id, &tollview::model::Count)| (id.to_string(), part.stated.number());
        count.parts.iter().map(part).collect::<Vec<_>>()
    };
    let ages = recipe.with_use("age", Use::Split).with_bands("age", &[0, 18, 60]);
    let expected = [("0_17", 1), ("18_59", 2), ("60_and_over", 1)].map(|(id, n)| (id.to_owned(), Some(n)));
    assert_eq!(parts(&ages), expected);
    let villages = recipe.with_use("village", Use::Split);
    let merged = villages.with_meaning("village", "Upper", "Valley").with_meaning("village", "Lower", "Valley");
    assert_eq!(parts(&merged), [("valley".to_owned(), Some(4))]);
}

/// Two questions: who counted, and whether these are totals so far.
const TWO_COUNTED: &str = "date,Health Ministry killed,Civil Defence killed\n\
    2025-03-01,5,9\n2025-03-02,7,11\n2025-03-03,11,13\n2025-03-04,13,15\n2025-03-05,17,17\n2025-03-06,19,19\n\
    2025-03-07,23,21\n2025-03-08,25,23\n";

fn open_questions(window: &Window) -> Vec<usize> {
    window.state().files[0].read_as.as_ref().unwrap().open.iter().copied().collect()
}

#[test]
fn what_was_not_answered_stays_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = table(folder.path(), "two.csv", TWO_COUNTED);
    assert_eq!(open_questions(&window), [0, 1]);
    let so_far = "Are the numbers totals so far?";
    window.assert_says(so_far);
    window.click_first(Role::Button, "No: each is of its own date");
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    assert_eq!(open_questions(&window), [0]);
    window.assert_says("One question is open.");
    window.click_first(Role::Button, "Change…");
    window.assert_says("those who counted?");
    window.assert_says(so_far);
    window.click_first(Role::Button, "Yes: each counted by itself");
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    // The answer was the default, so there was nothing to read again.
    assert_eq!(open_questions(&window), [0_usize; 0]);
    window.assert_silent("question is open");
}

#[test]
fn a_question_that_no_longer_applies_is_not_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut window =
        table(folder.path(), "day.csv", "date,place,killed\n05/03/2025,X,3\n02/04/2025,X,9\n07/03/2025,X,1\n");
    assert_eq!(open_questions(&window), [0]);
    let question =
        window.state().files[0].read_as.as_ref().unwrap().proposal.as_ref().unwrap().doubts[0].question.clone();
    window.assert_says(&question);
    window.pick("Use of place", "event");
    window.assert_says(&question);
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    assert_eq!(open_questions(&window), [0]);
    window.click_first(Role::Button, "Change…");
    window.pick("Use of date", "not used");
    window.assert_silent(&question);
    window.pick("Use of date", "date, or first day");
}

/// What is to be answered is seen whole, before how the table was read.
#[track_caller]
fn assert_open_questions_stand_first(window: &Window, expected: &str) {
    let nodes = || window.harness.root().children_recursive();
    let open = nodes().find(|node| name_of(node) == expected).unwrap().rect();
    let read = nodes().find(|node| name_of(node).starts_with("Read as")).unwrap();
    assert!(open.right() <= read.rect().left(), "{open:?} {:?}", read.rect());
}

#[test]
fn the_line_above_the_chart_names_what_is_counted_and_what_was_not_read() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let wide = "Region,Type,Jan-24,Feb-24,Mar-24,Apr-24,May-24,Total\n\
        Aster,Killed,3,10,29,1,1,44\nAster,Injured,20,12,40,1,1,74\nBorin,Killed,28,7,9,1,1,46\n";
    table(folder.path(), "wide.csv", wide).assert_says(
        "Read as: one row for each group; event = Region; what is counted = Type; \
         numbers = the columns with dates (Jan-24, Feb-24, Mar-24, Apr-24 and 1 more)",
    );
    let mut window = table(folder.path(), "two.csv", TWO_COUNTED);
    window.click("Show the chart");
    window.assert_says("killed = Health Ministry killed, Civil Defence killed.");
    assert_open_questions_stand_first(&window, "2 questions are open.");
    let path = folder.path().join("two.zip");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, text) in [("storms.csv", STORMS), ("protests.csv", "date,killed\n2024-01-01,3\n2024-01-02,5\n")] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    let mut window = open(vec![path]);
    window.act(Action::GoTo(Page::Tabs));
    window.assert_says("not read: protests.csv");
    window.click_first(Role::Button, "Change…");
    window.assert_says("columns · not read: protests.csv");
}

#[test]
fn rows_left_out_and_rows_with_a_remark_are_counted_below_and_listed_with_their_lines() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "date,killed,injured\n2024-01-01,3,1\n2024-02-31,5,2\n2024-01-03,-1,2\n2024-01-04,4,1\n2024-01-05,6,3\n";
    let mut window = table(folder.path(), "storms.csv", rows);
    window.assert_says("1 row left out");
    window.assert_says("1 remark on rows");
    window.click("1 row left out");
    assert_eq!(window.state().question.tab, tollview::analysis::Tab::Checks);
    window.assert_says("Noticed while storms.csv was read · 2");
    window.assert_says("Line 3: column \"date\": found \"2024-02-31\"");
    window.assert_says("Line 4: column \"killed\": found -1, taken as a correction and subtracted");
}
