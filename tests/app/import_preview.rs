//! The chart on the import page is the chart that is shown afterwards.

use super::Window;
use std::rc::Rc;
use tollview::arguments::Arguments;
use tollview::chart::Figure;
use tollview::state::{Action, Page, State};
use tollview::text::Locale;
use tollview::ui::{Content, Views};

/// Wars without dates, the largest one last: they are ordered by their tolls.
const WARS: &str = "war,side,low,high\nFirst War,North,100,200\nFirst War,South,50,90\nSecond War,East,2000,4000\n\
    Second War,West,900,\nThird War,North,30000,50000\nThird War,East,10000,20000\n";
const DAYS: &str = "date,killed\n2024-01-01,3\n2024-01-02,5\n2024-01-05,9\n";

fn content(state: &State) -> Content {
    let mut views = Views::default();
    views.update(state, &Locale::english());
    views.content
}

/// The figure of the import page with its first recipe, and the one of the window.
fn figures(name: &str, text: &str) -> (Rc<Figure>, Rc<Figure>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    let arguments = Arguments { files: vec![path], ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.files.iter().any(|file| file.read_as.is_some()));
    let page = window.state().import_page(window.state().files[0].id).unwrap();
    window.act(Action::GoTo(page));
    let Content::Import(view) = content(window.state()) else { panic!("expected the import page") };
    let preview = view.chart.unwrap();
    window.click("Show the chart");
    window.wait(|state| state.page == Page::Tabs);
    let Content::Figure(shown) = content(window.state()) else { panic!("expected a chart") };
    (preview, shown)
}

#[test]
fn wars_have_the_order_and_the_colours_of_the_chart_that_opens() {
    let (preview, shown) = figures("wars.csv", WARS);
    assert_eq!(preview, shown);
    let names: Vec<&str> = preview.rows().iter().map(|row| row.label.as_str()).collect();
    assert_eq!(names, ["Third War", "Second War", "First War"]);
}

#[test]
fn one_event_has_the_chart_of_the_tab_that_opens() {
    let (preview, shown) = figures("flood.csv", DAYS);
    assert_eq!(preview, shown);
}

/// Lists of people: two spellings of one status.
const PEOPLE: &str = "id,date,town,status,killed\n1,2024-01-01,Alm,confirmed,3\n2,2024-01-02,Berg,Confirmed,5\n\
    3,2024-01-05,Alm,alleged,9\n4,2024-01-06,Berg,confirmed,2\n";

#[test]
fn a_tab_takes_over_what_was_changed_and_the_chart_says_which_rows_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, PEOPLE).unwrap();
    let arguments = Arguments { files: vec![path], ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.files.iter().any(|file| file.read_as.is_some()));
    let mut views = Views::default();
    views.update(window.state(), &Locale::english());
    assert!(views.lists.counts.starts_with("1 event ·"), "{}", views.lists.counts);
    let page = window.state().import_page(window.state().files[0].id).unwrap();
    window.act(Action::GoTo(page));
    assert!(!window.state().is_draft_changed());
    let recipe = window.state().files[0].read_as.as_ref().unwrap().recipe.clone();
    let only = recipe.with_only("status", vec!["confirmed".to_owned(), "Confirmed".to_owned()]);
    let only = only.with_use("town", tollview::formats::table::recipe::Use::Event);
    window.act(Action::Draft(Box::new(only.clone())));
    assert!(window.state().is_draft_changed());
    let question = window.state().question.clone();
    window
        .act(Action::Ask(Box::new(tollview::analysis::Question { tab: tollview::analysis::Tab::Compare, ..question })));
    window.wait(|state| state.page == Page::Tabs);
    assert_eq!(window.state().files[0].read_as.as_ref().unwrap().recipe, only);
    views.update(window.state(), &Locale::english());
    // The bar below counts what there is now: Alm and Berg.
    assert!(views.lists.counts.starts_with("2 events ·"), "{}", views.lists.counts);
    let Content::Figure(figure) = &views.content else { panic!("expected a chart") };
    let note = "Only rows with status = confirmed, Confirmed are counted: 1 of 4 are not.";
    assert!(figure.notes.iter().any(|it| it.text == note), "{:?}", figure.notes);
}
