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
