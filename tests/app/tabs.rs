//! Each tab, by its name and by its key, with a number that must be on it.

use super::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use egui_kittest::kittest::Queryable;
use tollview::analysis::Tab;

const TAB_KEYS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];

/// What each tab of the bundled dataset must say.
const SAYS: [(&str, Tab, &str); 6] = [
    ("Breakdown", Tab::Breakdown, "Protesters: 2,403, part of ≥ 2,571, HRANA via AP · 14 Jan 2026"),
    ("Compare", Tab::Compare, "522, HRANA · 14 Jan 2023, Covers: protesters"),
    ("Timeline", Tab::Timeline, "HRANA: 10 reports, the last ≥ 2,571."),
    ("Table", Tab::Table, "≥ 29"),
    ("Checks", Tab::Checks, "The source calls it day 17; by the calendar it is day 18."),
    ("Sources", Tab::Sources, "Amnesty International"),
];

#[test]
fn every_tab_opens_by_its_name() {
    let mut window = Window::new();
    assert_eq!(window.state().question.tab, Tab::Compare);
    for (name, tab, says) in SAYS {
        window.harness.get_by_role_and_label(Role::Tab, name).click();
        window.harness.run();
        assert_eq!(window.state().question.tab, tab);
        window.assert_says(says);
    }
}

#[test]
fn every_tab_opens_by_its_key() {
    let mut window = Window::new();
    for ((_, tab, says), key) in SAYS.into_iter().zip(TAB_KEYS) {
        window.press(Modifiers::COMMAND, key);
        assert_eq!(window.state().question.tab, tab);
        window.assert_says(says);
    }
}

#[test]
fn the_chart_is_named_as_a_whole() {
    let mut window = Window::new();
    let title = "Iran’s protests and their tolls, 1978–2026. People killed, as known on 14 January 2026.";
    window.assert_says(title);
    let chart = window.harness.get_all_by_role(Role::Figure).next().expect("a figure").rect();
    let room = crate::figures::room((1280.0, 800.0));
    assert!((chart.width() - room.0).abs() < 1.0 && (chart.height() - room.1).abs() < 1.0, "{chart:?}, not {room:?}");
    window.press(Modifiers::COMMAND, Key::Num1);
    window.assert_says("Iran protests 2025–26. People killed, as known on 14 January 2026.");
}

#[test]
fn the_bottom_counts_what_is_open() {
    let mut window = Window::new();
    window.assert_says("7 events · 59 reports · 16 sources");
    window.assert_says("7 findings");
    window.pick("Known on", "Latest");
    window.click("11 findings");
    assert_eq!(window.state().question.tab, Tab::Checks);
    window.assert_says("690 of 3,117 are not broken down.");
}

#[test]
fn a_finding_leads_to_its_report() {
    let mut window = Window::new();
    window.pick("Known on", "Latest");
    window.press(Modifiers::COMMAND, Key::Num5);
    window.click_first(Role::Button, "690 of 3,117 are not broken down.");
    let question = &window.state().question;
    assert_eq!((question.tab, question.as_known_on), (Tab::Breakdown, None));
    assert_eq!(question.picked_report.as_ref().map(|(_, report)| *report), Some(32));
    window.assert_says("3,117 killed");
    window.assert_says("Officials via state television, as of 21 January 2026");
    window.assert_says("“Martyrs” (official wording): 2,427");
}

#[test]
fn a_column_sorts_the_table() {
    let mut window = Window::new();
    window.press(Modifiers::COMMAND, Key::Num4);
    window.harness.get_by_role_and_label(Role::ColumnHeader, "Count").click();
    window.harness.run();
    window.assert_says("> 60,000");
    window.harness.get_by_role_and_label(Role::ColumnHeader, "Count").click();
    window.harness.run();
    window.assert_silent("> 60,000");
}

#[test]
fn the_wheel_zooms_a_timeline() {
    let mut window = Window::new();
    window.press(Modifiers::COMMAND, Key::Num3);
    let first = "≥ 29, HRANA · 5 Jan 2026";
    window.assert_says(first);
    let pointer = pos2(600.0, 500.0);
    window.harness.event(Event::PointerMoved(pointer));
    window.harness.run();
    for _ in 0..8 {
        let (unit, delta, phase) = (MouseWheelUnit::Point, vec2(0.0, 120.0), TouchPhase::Move);
        window.harness.event(Event::MouseWheel {
            unit,
            delta,
            phase,
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Wheel,
        });
        window.harness.run_steps(6);
    }
    window.assert_silent(first);
}

#[test]
fn what_stands_beside_the_tabs_never_runs_into_them() {
    for width in [720.0, 820.0, 900.0, 960.0, 1024.0, 1280.0] {
        let mut window = Window::open(tollview::arguments::Arguments::default(), [width, 700.0]);
        window.harness.run();
        let last = window.harness.get_by_role_and_label(Role::Tab, "Sources").rect();
        let link = window.harness.get_by_label("What differs").rect();
        assert!(!last.intersects(link), "{width}: {last:?} and {link:?}");
    }
}
