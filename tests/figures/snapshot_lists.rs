//! Lists of the bundled dataset, printed and compared with what was looked at and found good.

use super::Asked;
use std::fmt::Write;
use std::sync::Arc;
use tollview::analysis::{Tab, table};
use tollview::example;
use tollview::export::table_tsv;
use tollview::state::{Action, Origin, State};
use tollview::text::Locale;
use tollview::ui::{Content, Views};

/// What a tab of the bundled dataset shows.
fn shown(tab: Tab) -> Views {
    let mut state = State::new(Origin::Example, Arc::new(example::dataset().unwrap()));
    let mut question = state.question.clone();
    question.tab = tab;
    question.as_known_on = None;
    let effects = state.apply(Action::Ask(Box::new(question)));
    assert!(effects.is_empty(), "{effects:?}");
    let mut views = Views::default();
    views.update(&state, &Locale::english());
    views
}

#[test]
fn lines_of_checks() {
    let Content::Checks(groups) = shown(Tab::Checks).content else { panic!("expected findings") };
    let mut text = String::new();
    for group in groups {
        for line in std::iter::once(group.first).chain(group.more) {
            writeln!(text, "{} {}: {}\n    {}", line.index, line.severity.name(), line.text, line.place).unwrap();
        }
        if !group.more_text.is_empty() {
            writeln!(text, "    {}", group.more_text).unwrap();
        }
    }
    assert_snapshot!("checks", text);
}

#[test]
fn lines_of_sources() {
    let Content::Sources(lines) = shown(Tab::Sources).content else { panic!("expected sources") };
    let mut text = String::new();
    for line in lines {
        writeln!(text, "{} {}: {}", line.index, line.name, line.summary).unwrap();
        for (name, value) in line.facts {
            writeln!(text, "    {name}: {value}").unwrap();
        }
        if let Some(url) = line.url {
            writeln!(text, "    {url}").unwrap();
        }
    }
    assert_snapshot!("sources", text);
}

#[test]
fn the_table_as_it_is_copied() {
    let asked = Asked::latest();
    let text = asked.look(|library, question| table_tsv(library, &table(library, question), &Locale::english()));
    assert_snapshot!("table", text);
    let nothing = asked.ask(|question| question.ticked.clear());
    assert!(nothing.look(table).is_empty());
}
