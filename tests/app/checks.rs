//! The checks tab: findings that are alike are folded, and lead to their places one by one.

use super::Window;
use eframe::egui::accesskit::Role;
use tollview::analysis::Tab;
use tollview::arguments::Arguments;

/// Six counts of one source, each lower than the one before.
fn falling() -> Window {
    let counts = [900, 800, 700, 600, 550, 500];
    let report = |(index, killed): (usize, &i32)| {
        let day = index + 1;
        format!(r#"{{ "source": "a", "as_of": "2020-01-{day:02}", "counts": {{ "killed": {killed} }} }}"#)
    };
    let reports: Vec<String> = counts.iter().enumerate().map(report).collect();
    let text = format!(
        r#"{{ "tollview": 1, "title": "Test", "sources": [{{ "id": "a", "name": "Alpha" }}],
            "events": [{{ "id": "storm", "title": "Storm", "lead": "a", "reports": [{}] }}] }}"#,
        reports.join(", ")
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.toll.json");
    std::fs::write(&path, text).unwrap();
    let arguments = Arguments { files: vec![path], tab: Some(Tab::Checks), ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.question.event.as_ref().is_some_and(|key| key.event.as_str() == "storm"));
    window
}

#[test]
fn findings_alike_are_folded_behind_the_first() {
    let mut window = falling();
    window.assert_says("Doubts · 5");
    window.assert_says("2 Jan 2020");
    window.assert_says("and 4 more like it, the last of 6 Jan 2020");
    window.assert_silent("5 Jan 2020");
    window.click("and 4 more like it, the last of 6 Jan 2020");
    window.assert_says("5 Jan 2020");
    window.click_first(Role::Button, "The count fell from 550");
    assert_eq!(window.state().question.tab, Tab::Breakdown);
}
