//! The panel on the left asks, a click on a mark asks for details, and both change what is shown.

use super::Window;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use tollview::analysis::{Order, Scale, Sources, Unit};
use tollview::state::Action;

const BASELINE: &str = "522, HRANA · 14 Jan 2023, Covers: protesters";

#[test]
fn events_are_ticked_and_unticked() {
    let mut window = Window::new();
    window.assert_says(BASELINE);
    window.click("Compare Mahsa Amini protests");
    assert_eq!(window.state().question.ticked.len(), 6);
    window.assert_silent(BASELINE);
    window.click("Compare Mahsa Amini protests");
    window.assert_says(BASELINE);
}

#[test]
fn an_event_is_chosen() {
    let mut window = Window::new();
    window.press(Modifiers::COMMAND, Key::Num1);
    window.click("Green Movement");
    window.assert_says("2009 election protests (Green Movement). People killed");
    window.assert_says("72 killed");
}

#[test]
fn the_measure_is_chosen() {
    let mut window = Window::new();
    window.pick("Measure", "Detained");
    assert_eq!(window.state().question.measure.as_str(), "detained");
    window.assert_says("> 18,100, HRANA via AP · 14 Jan 2026");
}

#[test]
fn unit_scale_and_order_are_switched() {
    let mut window = Window::new();
    window.pick("Unit", "Per day");
    window.click("Dots, log");
    window.click("By toll");
    let question = &window.state().question;
    assert_eq!((question.unit, question.scale, question.order), (Unit::PerDay, Scale::Log, Order::Toll));
    window.assert_says("People killed per day, as known on 14 January 2026.");
}

#[test]
fn every_unit_has_a_button() {
    let mut window = Window::new();
    for (name, unit, said) in [
        ("Per million inhabitants", Unit::PerMillion, "People killed per million inhabitants"),
        ("Times the baseline", Unit::Multiple, "times the 522 of Mahsa Amini protests"),
        ("Share of the people counted", Unit::Share, "Parts in percent of the people killed, as counted"),
        ("Total", Unit::Total, "People killed, as known on 14 January 2026."),
    ] {
        window.pick("Unit", name);
        assert_eq!(window.state().question.unit, unit);
        window.assert_says(said);
    }
}

#[test]
fn sources_are_switched_for_all_and_for_one_event() {
    let mut window = Window::new();
    window.click_first(Role::Button, "Range");
    assert_eq!(window.state().question.sources, Sources::Range);
    // 2,571 / about 2,000.
    window.assert_says("≈ 2,000 to ≥ 2,571, ≈ 1.3 ×");
    window.click_first(Role::Button, "All");
    assert_eq!(window.state().question.sources, Sources::All);
    window.assert_says("≥ 734, IHRNGO · 13 Jan 2026, Covers: protesters, by state forces, Verified: ");
    window.click_last(Role::Button, "One");
    let key = window.state().question.event.clone().unwrap();
    assert_eq!(window.state().question.event_sources.get(&key), Some(&Sources::Standing));
    window.click("Event: as all");
    assert!(window.state().question.event_sources.is_empty());
    window.click_first(Role::Button, "One");
    assert_eq!(window.state().question.sources, Sources::Standing);
}

#[test]
fn the_baseline_is_chosen() {
    let mut window = Window::new();
    window.pick("Baseline", "Green Movement");
    assert_eq!(window.state().question.baseline.as_ref().map(|key| key.event.as_str()), Some("iran-2009"));
    window.pick("Baseline", "None");
    assert_eq!(window.state().question.baseline, None);
}

#[test]
fn the_source_is_chosen() {
    let mut window = Window::new();
    window.pick("Source", "IHRNGO");
    window.assert_says("≥ 734, IHRNGO · 13 Jan 2026, Covers: protesters, by state forces");
    window.assert_says("At least 734 killed");
    window.pick("Source", "HRANA (the file’s choice)");
    assert!(window.state().question.chosen_sources.is_empty());
}

#[test]
fn the_date_is_chosen_typed_and_stepped() {
    let mut window = Window::new();
    window.pick("Known on", "12 January 2026");
    window.assert_says("At least 646 killed");
    window.click("‹ Earlier");
    window.assert_says("At least 116 killed");
    window.click("Later ›");
    window.assert_says("At least 646 killed");
    window.harness.get_by_role_and_label(Role::TextInput, "Known on").click();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, "Known on").type_text("2026-01-21");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().question.as_known_on, Some("2026-01-21".parse().unwrap()));
    window.assert_says("as known on 21 January 2026");
}

#[test]
fn a_mark_shows_its_details() {
    let mut window = Window::new();
    window.assert_says("At least 2,571 killed");
    window.click_first(Role::Button, "Government-affiliated: 147");
    window.assert_says("147 government-affiliated");
    window.click_first(Role::Button, "532–2,781, Tucker");
    window.assert_says("532 to 2,781 killed");
    window.assert_says("Tucker, as of February 1979");
    window.click_first(Role::Button, "> 60,000, Constitution");
    window.assert_says("More than 60,000 killed");
    // Another event drops it.
    window.click("Green Movement");
    window.assert_says("72 killed");
}

#[test]
fn a_row_of_the_table_shows_its_details() {
    let mut window = Window::new();
    window.press(Modifiers::COMMAND, Key::Num4);
    window.click("≥ 29");
    window.assert_says("At least 29 killed");
    window.click_first(Role::Row, "2025–26 protests, HRANA, 5 Jan 2026, Protesters, 27");
    window.assert_says("27 protesters");
}

#[test]
fn sentences_and_tables_are_copied() {
    let mut window = Window::new();
    let sentence = "At least 2,571 people had been killed in “Iran protests 2025–26” as of 14 January 2026, according to \
                    Human Rights Activists News Agency via AP; AP could not verify it independently.";
    assert_eq!(window.copied_by("Copy sentence"), sentence);
    window.assert_says("Sentence copied");
    window.press(Modifiers::COMMAND, Key::Num4);
    let table = window.copied_by("Copy table");
    assert!(table.starts_with("event\tsource\tvia\tdate\tbasis\tpublished\tmeasure\tcategory\t"), "{table}");
    let line = "Iran protests 2025–26\tHuman Rights Activists News Agency\tAP\t2026-01-14\tcumulative\t2026-01-14\tKilled\t\ttotal\t\t\
                at_least\t2571\t\t\t\teveryone\n";
    assert!(table.contains(line), "{table}");
    window.assert_says("Table copied");
}

#[test]
fn sentences_are_copied_in_persian_and_for_the_comparison() {
    let mut window = Window::new();
    let persian = window.copied_by("Copy sentence in Persian");
    assert!(persian.starts_with("در «اعتراضات ایران، ۲۰۲۵–۲۰۲۶»، به گفتهٔ هرانا"), "{persian}");
    assert!(persian.contains("دست‌کم ۲٬۵۷۱ نفر کشته شده بودند"), "{persian}");
    window.click("Edit");
    let english = window.copied_by("Copy the comparison’s sentence");
    assert!(english.starts_with("People killed in “Iran protests 2025–26” come to at least 4.9 times"), "{english}");
    // It is what readers hear who cannot see the chart.
    window.assert_says(&english);
    window.click("Edit");
    let persian = window.copied_by("Copy the comparison’s sentence in Persian");
    assert!(persian.starts_with("شمار کشته‌شدگان در «اعتراضات ایران، ۲۰۲۵–۲۰۲۶» دست‌کم ۴٫۹ برابر"), "{persian}");
}

#[test]
fn nothing_ticked_says_what_to_do() {
    let mut window = Window::new();
    let mut question = window.state().question.clone();
    question.ticked.clear();
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().apply(vec![Action::Ask(Box::new(question))], &ctx, None);
    for key in [Key::Num2, Key::Num4] {
        window.press(Modifiers::COMMAND, key);
        window.assert_says("No event is ticked. Tick events on the left to see them here.");
    }
    window.click("Compare Green Movement");
    window.press(Modifiers::COMMAND, Key::Num2);
    window.assert_says("72, Opposition · 3 Sep 2009");
}

#[test]
fn what_must_be_said_with_a_chart_is_said() {
    let window = Window::new();
    window.assert_says("Counting protesters only, it is 2,403 against 522: 4.6 times.");
    window.assert_says("Unfinished when counted: 2025–26 protests");
}
