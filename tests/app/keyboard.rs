//! Everything can be reached and chosen without a mouse.

use super::{Window, name_of};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use tollview::analysis::Order;
use tollview::state::{Dialog, Selection};

/// The name of what has the focus.
fn focused(window: &Window) -> String {
    let nodes = window.harness.root().children_recursive();
    nodes.into_iter().find(|node| node.accesskit_node().is_focused()).map(|node| name_of(&node)).unwrap_or_default()
}

/// Presses Tab until something with a name that starts like this has the focus.
#[track_caller]
pub(super) fn tab_to(window: &mut Window, start: &str) {
    let mut names = Vec::new();
    for _ in 0..150 {
        window.harness.key_press(Key::Tab);
        window.harness.step();
        let name = focused(window);
        if name.starts_with(start) {
            return;
        }
        names.push(name);
    }
    panic!("expected Tab to reach {start:?}, it reached {names:#?}");
}

#[test]
fn a_mark_is_reached_with_tab_and_chosen_with_enter() {
    let mut window = Window::new();
    tab_to(&mut window, "Protesters: 2,403");
    window.press(Modifiers::NONE, Key::Enter);
    let Some(Selection::Count(key)) = &window.state().selection else { panic!("{:?}", window.state().selection) };
    assert_eq!(key.categories.len(), 1);
    window.assert_says("2,403 protesters");
}

#[test]
fn a_tab_an_event_and_a_switch_are_reached_and_chosen() {
    let mut window = Window::new();
    tab_to(&mut window, "Compare Green Movement");
    window.press(Modifiers::NONE, Key::Space);
    assert_eq!(window.state().question.ticked.len(), 6);
    tab_to(&mut window, "By toll");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().question.order, Order::Toll);
    tab_to(&mut window, "Checks");
    window.press(Modifiers::NONE, Key::Enter);
    window.assert_says("What does not add up");
}

#[test]
fn a_row_of_the_table_is_reached_once_and_chosen() {
    let mut window = Window::new();
    window.press(Modifiers::COMMAND, Key::Num4);
    tab_to(&mut window, "2025–26 protests, HRANA, 5 Jan 2026, total, ≥ 29");
    window.press(Modifiers::NONE, Key::Enter);
    window.assert_says("At least 29 killed");
    tab_to(&mut window, "2025–26 protests, HRANA, 5 Jan 2026, Protesters, 27");
}

#[test]
fn whatever_has_the_focus_has_a_name() {
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
        let mut window = Window::new();
        window.press(Modifiers::COMMAND, key);
        let (mut nameless, mut reached) = (Vec::new(), 0);
        for _ in 0..60 {
            window.harness.key_press(Key::Tab);
            window.harness.step();
            let nodes = window.harness.root().children_recursive();
            let Some(node) = nodes.into_iter().find(|node| node.accesskit_node().is_focused()) else { continue };
            reached += 1;
            if name_of(&node).is_empty() {
                nameless.push(format!("{:?} at {:?}", node.accesskit_node().role(), node.rect()));
            }
        }
        assert!(reached > 30 && nameless.is_empty(), "{key:?}: of {reached}, without a name: {nameless:#?}");
    }
}

#[test]
fn a_box_closes_with_escape() {
    let mut window = Window::new();
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert_eq!(window.state().dialog, Dialog::Path { wanted: tollview::state::Wanted::Open, fallback: false });
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().dialog, Dialog::None);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    window.assert_says("Sentence copied");
    assert!(window.harness.query_by_label("Open path").is_none());
}
