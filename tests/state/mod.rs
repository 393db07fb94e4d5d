//! What each action changes, and what it asks for.

mod files;
mod history;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use tollview::analysis::{EventKey, FileId, Order, Question, Tab};
use tollview::example;
use tollview::formats::{self, Expected, Input, LoadError, LoadErrorKind};
use tollview::model::{Dataset, FindingKind, Localized};
use tollview::state::{
    Action, Dialog, Effect, JobId, Loading, Origin, Outcome, Page, Prompt, ReadFile, Selection, State, Wanted,
    first_of_table,
};

fn state() -> State {
    State::new(Origin::Example, Arc::new(example::dataset().unwrap()))
}

fn origin(name: &str) -> Origin {
    Origin::Path(PathBuf::from(name))
}

fn dataset(title: &str) -> Arc<Dataset> {
    Arc::new(Dataset::new(Localized::from(title)))
}

/// Opens a file and gives the job that reads it; other effects are dropped.
fn open(state: &mut State, name: &str) -> JobId {
    let effects = state.apply(Action::Open(origin(name)));
    match effects.last() {
        Some(Effect::Load(job, from)) if *from == origin(name) => *job,
        _ => panic!("expected to load {name}, got {effects:?}"),
    }
}

fn loaded(job: JobId, title: &str) -> Action {
    let (findings, warnings) = (Arc::default(), Arc::default());
    Action::Loaded { job, read: ReadFile { dataset: dataset(title), findings, warnings, hash: None, read_as: None } }
}

fn failed(job: JobId) -> Action {
    let error = LoadError {
        file: "bad.toll.json".to_owned(),
        kind: LoadErrorKind::Empty { size: 0, expected: Expected::Dataset },
    };
    Action::Failed { job, error: Arc::new(error) }
}

/// Opens what is left of the example.
fn open_some(state: &mut State, change: impl Fn(&mut Dataset)) -> Tab {
    let mut dataset = example::dataset().unwrap();
    change(&mut dataset);
    let job = open(state, "some.toll.json");
    let (findings, warnings) = (Arc::default(), Arc::default());
    let read = ReadFile { dataset: Arc::new(dataset), findings, warnings, hash: None, read_as: None };
    apply(state, Action::Loaded { job, read });
    state.question.tab
}

/// Applies an action that asks for nothing.
fn apply(state: &mut State, action: Action) {
    let effects = state.apply(action);
    assert!(effects.is_empty(), "{effects:?}");
}

fn title(state: &State) -> &str {
    state.files[0].dataset.title.get("en")
}

#[test]
fn a_file_that_was_read_replaces_what_was_open() {
    let mut state = state();
    let before = state.files[0].id;
    apply(&mut state, Action::Select(Some(Selection::Finding(FileId(0), 0))));
    let job = open(&mut state, "a.toll.json");
    assert!(matches!(state.loading, Loading::Running(_)));
    assert!(title(&state).starts_with("Iran"), "what is open stays while another file is read");
    apply(&mut state, loaded(job, "A"));
    assert_eq!((title(&state), state.files.len()), ("A", 1));
    assert_ne!(state.files[0].id, before, "keys of the closed file lead nowhere");
    assert_eq!((&state.loading, &state.selection), (&Loading::Idle, &None));
    assert_eq!(state.question.event, None);
}

#[test]
fn one_event_alone_is_not_compared_with_itself() {
    let mut state = state();
    let one = |dataset: &mut Dataset| dataset.events.retain(|id, _| id.as_str() == "iran-2025-26");
    let reports = |dataset: &mut Dataset, most: usize| {
        one(dataset);
        let reports = &mut dataset.events[0].reports;
        reports.retain(|report| report.source.as_ref().is_some_and(|source| source.as_str() == "hrana"));
        reports.truncate(most);
        for count in reports.iter_mut().flat_map(|report| report.counts.values_mut()) {
            (count.parts, count.of_which, count.unclear) = Default::default();
        }
    };
    assert_eq!(state.question.tab, Tab::Compare);
    assert_eq!(open_some(&mut state, one), Tab::Breakdown, "its parts");
    assert_eq!(open_some(&mut state, |dataset| reports(dataset, 9)), Tab::Timeline, "no parts, but a course");
    assert_eq!(open_some(&mut state, |dataset| reports(dataset, 1)), Tab::Compare, "a number alone");
    assert_eq!(open_some(&mut state, one), Tab::Breakdown);
    assert_eq!(open_some(&mut state, |_| {}), Tab::Compare, "several events");
    let elsewhere = Question { tab: Tab::Table, ..state.question.clone() };
    apply(&mut state, Action::Ask(Box::new(elsewhere)));
    assert_eq!(open_some(&mut state, one), Tab::Table, "where the user has gone");
}

#[test]
fn late_results_of_superseded_loads_are_ignored() {
    let mut state = state();
    let first = open(&mut state, "first.toll.json");
    let effects = state.apply(Action::Open(origin("second.toll.json")));
    let [Effect::Cancel(cancelled), Effect::Load(second, _)] = effects[..] else { panic!("{effects:?}") };
    assert_eq!(cancelled, first);
    assert_ne!(second, first);
    let running = state.loading.clone();
    apply(&mut state, loaded(first, "First"));
    apply(&mut state, failed(first));
    apply(&mut state, Action::Progress { job: first, bytes_read: 9, size: None });
    assert!(title(&state).starts_with("Iran"));
    assert_eq!((&state.page, &state.loading), (&Page::Tabs, &running));
    apply(&mut state, Action::Progress { job: second, bytes_read: 7, size: Some(8) });
    let Loading::Running(batch) = &state.loading else { panic!("{:?}", state.loading) };
    assert_eq!(batch.readings[0].outcome, Outcome::Running { bytes_read: 7, size: Some(8) });
    apply(&mut state, loaded(second, "Second"));
    assert_eq!(title(&state), "Second");
    apply(&mut state, loaded(second, "Second once more"));
    assert_eq!(title(&state), "Second");
}

#[test]
fn cancelling_ends_the_job_for_good() {
    let mut state = state();
    let job = open(&mut state, "a.toll.json");
    let effects = state.apply(Action::CancelLoading);
    assert!(matches!(effects[..], [Effect::Cancel(cancelled)] if cancelled == job));
    assert_eq!(state.loading, Loading::Idle);
    apply(&mut state, loaded(job, "A"));
    assert!(title(&state).starts_with("Iran"));
    apply(&mut state, Action::CancelLoading);
}

#[test]
fn a_failed_load_keeps_what_was_open() {
    let mut state = state();
    let question = state.question.clone();
    let job = open(&mut state, "bad.toll.json");
    apply(&mut state, failed(job));
    let Page::Refused(refusals) = &state.page else { panic!("expected the page of a refused file") };
    let [refusal] = &refusals[..] else { panic!("{refusals:?}") };
    assert_eq!(refusal.origin, origin("bad.toll.json"));
    assert_eq!(
        refusal.error.to_string(),
        "bad.toll.json: found an empty file, expected a Tollview dataset or a table; was it saved or copied completely?"
    );
    assert!(state.recent.is_empty(), "a file that cannot be read is not remembered");
    apply(&mut state, Action::DismissRefusal);
    assert_eq!((&state.page, &state.question), (&Page::Tabs, &question));
    assert!(title(&state).starts_with("Iran"));
}

#[test]
fn there_is_one_system_dialog_at_a_time() {
    let mut state = state();
    assert!(matches!(state.apply(Action::AskOpen)[..], [Effect::Ask(Prompt::Open)]));
    assert_eq!(state.dialog, Dialog::System(Wanted::Open));
    apply(&mut state, Action::Show(Dialog::About));
    assert_eq!(state.dialog, Dialog::System(Wanted::Open), "the answer must find its dialog");
    apply(&mut state, Action::AskOpen);
    apply(&mut state, Action::AskSave(FileId(0)));
    apply(&mut state, Action::Answered { paths: Vec::new(), at_once: false });
    assert_eq!(state.dialog, Dialog::None);
    let effects = state.apply(Action::AskSave(FileId(0)));
    assert!(matches!(&effects[..], [Effect::Ask(Prompt::Copy(name))] if name == "iran-protests-copy.toll.json"));
}

#[test]
fn an_answer_sooner_than_a_click_offers_the_box_for_a_path() {
    let mut state = state();
    assert_eq!(state.apply(Action::AskOpen).len(), 1);
    apply(&mut state, Action::Answered { paths: Vec::new(), at_once: true });
    assert_eq!(state.dialog, Dialog::Path { wanted: Wanted::Open, fallback: true });
    assert!(matches!(state.apply(Action::Typed("typed.toll.json".into()))[..], [Effect::Load(..)]));
    assert_eq!(state.dialog, Dialog::None);
    assert_eq!(state.apply(Action::AskSave(FileId(0))).len(), 1);
    apply(&mut state, Action::Answered { paths: Vec::new(), at_once: true });
    assert!(matches!(state.dialog, Dialog::Path { wanted: Wanted::Copy(_), .. }));
    let effects = state.apply(Action::Typed("typed.toll.json".into()));
    let [Effect::Save { path, dataset, replace: false }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(path, &PathBuf::from("typed.toll.json"));
    assert!(Arc::ptr_eq(dataset, &state.files[0].dataset));
    assert_eq!(state.dialog, Dialog::None);
}

#[test]
fn a_copy_is_of_what_was_open_when_it_was_asked_for() {
    let mut state = state();
    let asked_for = Arc::clone(&state.files[0].dataset);
    assert_eq!(state.apply(Action::AskSave(FileId(0))).len(), 1);
    state.files[0].dataset = Arc::new(tollview::model::Dataset::new("another".into()));
    let effects = state.apply(Action::Answered { paths: vec!["copy.toll.json".into()], at_once: false });
    let [Effect::Save { dataset, replace: true, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert!(Arc::ptr_eq(dataset, &asked_for));
}

#[test]
fn a_file_chosen_in_the_dialog_is_read() {
    let mut state = state();
    assert_eq!(state.apply(Action::AskOpen).len(), 1);
    let effects = state.apply(Action::Answered { paths: vec!["a.toll.json".into()], at_once: false });
    assert!(matches!(&effects[..], [Effect::Load(_, from)] if *from == origin("a.toll.json")));
    assert_eq!(state.dialog, Dialog::None);
}

#[test]
fn files_are_remembered_the_latest_first_and_once() {
    let mut state = state();
    for number in 0..12 {
        let job = open(&mut state, &format!("{number}.toll.json"));
        apply(&mut state, loaded(job, "T"));
    }
    assert_eq!(state.recent.len(), 10);
    let job = open(&mut state, "5.toll.json");
    apply(&mut state, loaded(job, "T"));
    let names: Vec<String> = state.recent.iter().map(|path| path.display().to_string()).collect();
    let expected = ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"].map(|number| format!("{number}.toll.json"));
    assert_eq!(names, expected);
    let effects = state.apply(Action::Open(Origin::Example));
    let [Effect::Load(job, Origin::Example)] = effects[..] else { panic!("{effects:?}") };
    apply(&mut state, loaded(job, "Example"));
    assert_eq!(state.recent.len(), 10, "the example is no file of the user's");
}

#[test]
fn a_finding_leads_to_its_report() {
    let mut state = state();
    let finding = |state: &State, wanted: fn(&FindingKind) -> bool| {
        let findings = &state.files[0].findings;
        findings.iter().rposition(|finding| wanted(&finding.kind)).unwrap()
    };
    // Of 21 January, so not known on the file's own date.
    let index = finding(&state, |kind| matches!(kind, FindingKind::NotBrokenDown { residual: 690, .. }));
    apply(&mut state, Action::GoToFinding(FileId(0), index));
    let key = EventKey { file: FileId(0), event: "iran-2025-26".into() };
    assert_eq!(state.question.tab, Tab::Breakdown);
    assert_eq!(state.question.event, Some(key.clone()));
    assert_eq!(state.question.picked_report, Some((key.clone(), 32)));
    assert_eq!((state.question.measure.as_str(), state.question.as_known_on), ("killed", None));
    let Some(Selection::Count(count)) = &state.selection else { panic!("{:?}", state.selection) };
    assert_eq!((&count.event, count.report, count.categories.len()), (&key, 32, 0));
    // A finding about a whole report selects itself.
    let index = finding(&state, |kind| matches!(kind, FindingKind::DayDiffers { stated: 17, .. }));
    apply(&mut state, Action::GoToFinding(FileId(0), index));
    assert_eq!(state.question.picked_report, Some((key, 12)));
    assert_eq!(state.selection, Some(Selection::Finding(FileId(0), index)));
    apply(&mut state, Action::GoToFinding(FileId(0), 9_999));
    assert_eq!(state.selection, Some(Selection::Finding(FileId(0), index)));
}

#[test]
fn another_question_drops_a_selection_that_it_does_not_show() {
    let mut state = state();
    let revision = state.revision;
    apply(&mut state, Action::Select(Some(Selection::Source(FileId(0), 0))));
    let mut question = state.question.clone();
    question.tab = Tab::Table;
    apply(&mut state, Action::Ask(Box::new(question.clone())));
    assert_eq!(state.selection, Some(Selection::Source(FileId(0), 0)));
    question.measure = "detained".into();
    apply(&mut state, Action::Ask(Box::new(question)));
    assert_eq!((&state.selection, state.revision), (&None, revision + 2));
}

#[test]
fn saving_is_told_whether_it_worked_or_not() {
    let mut state = state();
    apply(&mut state, Action::Saved { name: "a.toll.json".to_owned(), error: None });
    assert_eq!(state.notice, Some(("notice-saved", "a.toll.json".to_owned())));
    apply(&mut state, Action::Saved { name: "a.toll.json".to_owned(), error: Some("a.toll.json: no".to_owned()) });
    assert_eq!(state.notice, Some(("notice-not-saved", "a.toll.json: no".to_owned())));
}

/// Countries whose dead come in over the same days have no order by date; those whose come one after the other have.
#[test]
fn events_that_go_on_side_by_side_are_put_in_the_order_of_their_tolls() {
    let event = |id: &str, start: &str, end: &str| {
        format!(
            r#"{{ "id": "{id}", "title": "{id}", "start": "{start}", "lead": "s", "reports": [
                {{ "source": "s", "as_of": "{end}", "counts": {{ "killed": 5 }} }}] }}"#
        )
    };
    let order = |first: String, second: String| {
        let text = format!(
            r#"{{ "tollview": 1, "title": "T", "sources": [{{ "id": "s", "name": "S" }}], "events": [{first}, {second}] }}"#
        );
        let input = Input::from_bytes("a.toll.json", text.into_bytes());
        let read = formats::read(input, &mut |_| ControlFlow::Continue(()));
        first_of_table(FileId(0), &read.unwrap().dataset).order
    };
    let chad = || event("chad", "2024-01-01", "2024-03-08");
    assert_eq!(order(chad(), event("niger", "2024-01-02", "2024-03-09")), Order::Toll);
    assert_eq!(order(chad(), event("niger", "2024-04-02", "2024-05-09")), Order::Date);
}
