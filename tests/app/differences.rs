//! What differs between figures takes the chart's place, and what makes them comparable changes the chart.

use super::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use tollview::state::{Action, Page};

const ROW: &str = "November 2019 protests, ≥ 304: Amnesty (differs); verification not stated; ";

#[test]
fn the_card_opens_and_an_offer_changes_the_chart() {
    let mut window = Window::new();
    window.click("What differs");
    assert_eq!(window.state().page, Page::Differences);
    window.assert_says(ROW);
    window.assert_says("The same for all: method not stated; by whom is not stated.");
    window.assert_silent("Copy picture");
    window.scroll_to_and_click(Role::Button, "Only protesters: 3 of 7 events");
    assert_eq!(window.state().page, Page::Differences, "the card shows what still differs");
    window.assert_silent(ROW);
    window.assert_says("2025–26 protests, 2,403: ");
    window.click("Chart");
    window.assert_says("2,403, HRANA via AP · 14 Jan 2026, Covers: protesters");
    window.assert_says("Protesters only.");
    window.assert_says("Left out: November 2019 protests (counts protesters, civilians not taking part)");
    window.click("What differs");
    window.scroll_to_and_click(Role::Button, "Back to all figures: Whoever each count includes");
    window.assert_says(ROW);
    window.click("Chart");
    window.assert_says("≥ 2,571, HRANA via AP · 14 Jan 2026, Covers: everyone");
}

#[test]
fn the_card_is_left_with_its_tab() {
    let mut window = Window::new();
    window.click("What differs");
    window.press(Modifiers::COMMAND, Key::Num3);
    assert_eq!(window.state().page, Page::Tabs);
    window.press(Modifiers::COMMAND, Key::Num2);
    window.assert_says("Copy picture");
    window.click("What differs");
    window.click_first(Role::Tab, "Compare");
    assert_eq!(window.state().page, Page::Tabs, "the tab itself leads back to its chart");
}

#[test]
fn the_table_says_what_it_is_limited_to() {
    let mut window = Window::new();
    let mut question = window.state().question.clone();
    question.people = Some(vec!["protesters".into()]);
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().apply(vec![Action::Ask(Box::new(question))], &ctx, None);
    window.press(Modifiers::COMMAND, Key::Num4);
    window.assert_says("Protesters only.");
    window.assert_says("2025–26 protests, HRANA, 5 Jan 2026, Protesters, 27");
    window.assert_silent("2025–26 protests, HRANA, 5 Jan 2026, total, ≥ 29");
}

#[test]
fn the_card_is_reached_without_a_mouse() {
    let mut window = Window::new();
    super::keyboard::tab_to(&mut window, "What differs");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().page, Page::Differences);
    super::keyboard::tab_to(&mut window, "Only events that were over: 4 of 7");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().question.ticked.len(), 4);
    super::keyboard::tab_to(&mut window, "Chart");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().page, Page::Tabs);
    window.assert_says("Left out: 2025–26 protests, December 2017 protests (unfinished when counted); Revolution (not");
    window.click("Compare 2025–26 protests");
    window.assert_says(
        "Left out: December 2017 protests (unfinished when counted); Revolution (not known whether it was",
    );
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((window.state().question.ticked.len(), window.state().question.unticked.len()), (7, 0));
    window.assert_silent("Left out: ");
}
