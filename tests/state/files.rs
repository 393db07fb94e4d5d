//! Several files: what comes, what goes, and views of them.

use super::{apply, failed, origin, state};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use tollview::analysis::{EventKey, FileId, Question, Tab, Unit, table};
use tollview::formats::view::{View, ViewFile};
use tollview::formats::{self, ContentHash, Input, LoadError, LoadErrorKind};
use tollview::model::Dataset;
use tollview::state::{
    Action, Dialog, Effect, JobId, Loading, OpenView, Origin, Page, Prompt, ReadFile, Selection, State,
};

/// A dataset with one event called `a`, whose toll is at least `killed`.
fn dataset(killed: u64) -> Arc<Dataset> {
    let text = format!(
        r#"{{ "tollview": 1, "title": "Of {killed}", "sources": [{{ "id": "s", "name": "S" }}], "events": [{{ "id": "a",
            "title": "A", "lead": "s", "reports": [{{ "source": "s", "as_of": "2020-01-02", "counts": {{ "killed": {{ "at_least": {killed} }} }} }}] }}] }}"#
    );
    let read = formats::read(Input::from_bytes("a.toll.json", text.into_bytes()), &mut |_| ControlFlow::Continue(()));
    Arc::new(read.unwrap().dataset)
}

fn loaded(job: JobId, killed: u64) -> Action {
    let hash = Some(ContentHash::of(&killed.to_be_bytes()));
    let read =
        ReadFile { dataset: dataset(killed), findings: Arc::default(), warnings: Arc::default(), hash, read_as: None };
    Action::Loaded { job, read }
}

fn jobs(effects: &[Effect]) -> Vec<JobId> {
    effects.iter().filter_map(|effect| if let Effect::Load(job, _) = effect { Some(*job) } else { None }).collect()
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(name)
}

/// A window with two files, of 3 and of 5 killed, whose events have one identifier.
fn two() -> State {
    let mut state = state();
    let effects = state.apply(Action::OpenTogether(vec![origin("a.toll.json"), origin("b.toll.json")]));
    let [first, second] = jobs(&effects)[..] else { panic!("{effects:?}") };
    // The second is read first; the order asked for stays.
    apply(&mut state, loaded(second, 5));
    assert_eq!(state.files.len(), 1, "nothing is shown until all are read");
    apply(&mut state, loaded(first, 3));
    state
}

/// The numbers of the table.
fn numbers(state: &State) -> Vec<Option<u64>> {
    state.with_library(|library| table(library, &state.question).iter().map(|row| row.stated.number()).collect())
}

fn ask(state: &mut State, change: impl FnOnce(&mut Question)) {
    let mut question = state.question.clone();
    change(&mut question);
    apply(state, Action::Ask(Box::new(question)));
}

#[test]
fn events_of_one_identifier_stay_apart() {
    let state = two();
    let [first, second] = &state.files[..] else { panic!("{:?}", state.files) };
    assert_eq!((&first.origin, &second.origin), (&origin("a.toll.json"), &origin("b.toll.json")));
    assert_ne!(first.id, second.id);
    assert_eq!(numbers(&state), [Some(3), Some(5)]);
    assert_eq!(state.question.event, Some(EventKey { file: first.id, event: "a".into() }));
}

#[test]
fn a_file_that_is_added_leaves_the_question_as_it_is() {
    let mut state = two();
    let first = state.files[0].id;
    ask(&mut state, |question| question.unit = Unit::PerDay);
    let effects = state.apply(Action::AskAdd);
    assert!(matches!(effects[..], [Effect::Ask(Prompt::Add)]));
    let effects = state.apply(Action::Answered { paths: vec![path("c.toll.json")], at_once: false });
    let [job] = jobs(&effects)[..] else { panic!("{effects:?}") };
    apply(&mut state, loaded(job, 7));
    assert_eq!(numbers(&state), [Some(3), Some(5), Some(7)]);
    assert_eq!((state.question.unit, state.question.event.as_ref().unwrap().file), (Unit::PerDay, first));
    apply(&mut state, Action::Undo);
    assert_eq!(state.question.unit, Unit::Total);
    assert_eq!(numbers(&state), [Some(3), Some(5), Some(7)], "the events of the new file were ticked before too");
}

#[test]
fn closing_a_file_takes_its_events_and_its_selection() {
    let mut state = two();
    let (first, second) = (state.files[0].id, state.files[1].id);
    ask(&mut state, |question| question.baseline = Some(EventKey { file: first, event: "a".into() }));
    ask(&mut state, |question| question.unit = Unit::PerDay);
    apply(&mut state, Action::Select(Some(Selection::Source(first, 0))));
    apply(&mut state, Action::Remove(first));
    assert_eq!(numbers(&state), [Some(5)]);
    assert_eq!((&state.selection, &state.question.baseline), (&None, &None));
    assert_eq!(state.question.event.as_ref().unwrap().file, second);
    while state.history.before().is_some() {
        apply(&mut state, Action::Undo);
        assert!(state.question.ticked.iter().all(|key| key.file == second), "{:?}", state.question);
        assert_eq!(state.question.baseline, None);
    }
    apply(&mut state, Action::Remove(first));
    assert_eq!(state.files.len(), 1, "it is closed already");
    let effects = state.apply(Action::Remove(second));
    assert!(matches!(effects[..], [Effect::Load(_, Origin::Example)]), "something is always open");
}

#[test]
fn a_file_is_open_once() {
    let mut state = two();
    let effects = state.apply(Action::Add(vec![origin("./x/../b.toll.json"), origin("c.toll.json")]));
    let [job] = jobs(&effects)[..] else { panic!("{effects:?}") };
    apply(&mut state, loaded(job, 7));
    assert_eq!(state.files.len(), 3);
    assert_eq!(state.notice, Some(("notice-twice", "b.toll.json".to_owned())));
}

#[test]
fn what_can_be_read_is_shown_and_what_cannot_is_said() {
    let mut state = state();
    let effects = state.apply(Action::OpenTogether(vec![origin("bad.toll.json"), origin("b.toll.json")]));
    let [bad, good] = jobs(&effects)[..] else { panic!("{effects:?}") };
    apply(&mut state, failed(bad));
    apply(&mut state, loaded(good, 5));
    assert_eq!(numbers(&state), [Some(5)]);
    let Page::Refused(refusals) = &state.page else { panic!("{:?}", state.page) };
    assert_eq!((refusals.len(), &refusals[0].origin), (1, &origin("bad.toll.json")));
    apply(&mut state, Action::DismissRefusal);
    assert_eq!(state.page, Page::Tabs);
}

#[test]
fn a_dropped_file_takes_the_place_of_the_example_and_else_asks() {
    let mut state = state();
    let effects = state.apply(Action::Drop(vec![path("a.toll.json")]));
    let [job] = jobs(&effects)[..] else { panic!("{effects:?}") };
    apply(&mut state, loaded(job, 3));
    apply(&mut state, Action::Drop(vec![path("b.toll.json")]));
    assert_eq!(state.dialog, Dialog::Dropped(vec![path("b.toll.json")]));
    let effects = state.apply(Action::Add(vec![origin("b.toll.json")]));
    assert_eq!(state.dialog, Dialog::None);
    let [job] = jobs(&effects)[..] else { panic!("{effects:?}") };
    apply(&mut state, loaded(job, 5));
    assert_eq!(numbers(&state), [Some(3), Some(5)]);
}

/// Opens a view at `views/v.tollview.json` with these files and asks this of the first ones.
fn view(state: &mut State, files: Vec<ViewFile>, question: Question) -> Vec<Effect> {
    let effects = state.apply(Action::Open(origin("views/v.tollview.json")));
    let [job] = jobs(&effects)[..] else { panic!("{effects:?}") };
    state.apply(Action::ViewRead { job, view: Arc::new(View { files, question }) })
}

fn of(path: &str, killed: u64) -> ViewFile {
    ViewFile::Path { path: path.to_owned(), hash: Some(ContentHash::of(&killed.to_be_bytes())), recipe: None }
}

#[test]
fn a_view_gives_back_files_and_question() {
    let mut saved = two();
    ask(&mut saved, |question| question.unit = Unit::PerDay);
    let (first, second) = (saved.files[0].id, saved.files[1].id);
    ask(&mut saved, |question| {
        question.ticked.remove(&EventKey { file: first, event: "a".into() });
        question.event = Some(EventKey { file: second, event: "a".into() });
    });
    let kept = OpenView::of(&saved.files, &saved.question);
    assert_eq!(kept.question.event, Some(EventKey { file: FileId(1), event: "a".into() }));
    let mut state = state();
    let effects = view(&mut state, vec![of("../a.toll.json", 3), of("b.toll.json", 5)], kept.question.clone());
    let loads: Vec<&Origin> = effects
        .iter()
        .filter_map(|effect| if let Effect::Load(_, from) = effect { Some(from) } else { None })
        .collect();
    assert_eq!(loads, [&origin("a.toll.json"), &origin("views/b.toll.json")], "paths begin at the view's folder");
    let [a, b] = jobs(&effects)[..] else { panic!("{effects:?}") };
    apply(&mut state, loaded(a, 3));
    assert!(matches!(state.loading, Loading::Running(_)));
    apply(&mut state, loaded(b, 5));
    assert_eq!(OpenView::of(&state.files, &state.question).question, kept.question);
    assert_eq!(numbers(&state), [Some(5)]);
    assert_eq!((state.remarks.len(), &state.page), (0, &Page::Tabs));
    assert_eq!(state.recent, [path("views/v.tollview.json")], "the view is remembered, not its files");
}

#[test]
fn a_file_that_changed_is_said_to_have_changed() {
    let mut state = state();
    let mut question = Question::of_measure("killed".into());
    for event in ["a", "gone"] {
        question.ticked.insert(EventKey { file: FileId(0), event: event.into() });
    }
    let effects = view(&mut state, vec![of("a.toll.json", 3), of("b.toll.json", 5)], question);
    for (job, killed) in jobs(&effects).into_iter().zip([4, 5]) {
        apply(&mut state, loaded(job, killed));
    }
    let expected = [("remark-changed", "a.toll.json".to_owned()), ("remark-events", "gone".to_owned())];
    assert_eq!(state.remarks, expected);
    assert_eq!(numbers(&state), [Some(4)]);
    apply(&mut state, Action::DismissRemarks);
    assert!(state.remarks.is_empty());
}

#[test]
fn a_missing_file_is_named_and_the_others_open() {
    let mut state = state();
    let mut question = Question::of_measure("killed".into());
    question.ticked = [0, 1].map(|file| EventKey { file: FileId(file), event: "a".into() }).into();
    let effects = view(&mut state, vec![of("moved.toll.json", 3), of("b.toll.json", 5)], question);
    let [moved, there] = jobs(&effects)[..] else { panic!("{effects:?}") };
    let kind = LoadErrorKind::Io { kind: std::io::ErrorKind::NotFound, message: "no such file".to_owned() };
    let error = Arc::new(LoadError { file: "moved.toll.json".to_owned(), kind });
    apply(&mut state, Action::Failed { job: moved, error });
    apply(&mut state, loaded(there, 5));
    assert_eq!(numbers(&state), [Some(5)]);
    assert_eq!(state.remarks, [("remark-missing", "moved.toll.json".to_owned())]);
    assert_eq!(state.page, Page::Tabs);
}

#[test]
fn a_view_beside_other_files_is_refused() {
    let mut state = two();
    let effects = state.apply(Action::Add(vec![origin("v.tollview.json")]));
    let [job] = jobs(&effects)[..] else { panic!("{effects:?}") };
    let question = Question::of_measure("killed".into());
    let read = View { files: vec![ViewFile::Example], question };
    assert!(state.apply(Action::ViewRead { job, view: Arc::new(read) }).is_empty());
    let Page::Refused(refusals) = &state.page else { panic!("{:?}", state.page) };
    assert_eq!(
        refusals[0].error.to_string(),
        "v.tollview.json: found a saved view, expected a Tollview dataset or a table; it names its datasets and \
         replaces what is open: open it by itself in the window"
    );
    assert_eq!(numbers(&state), [Some(3), Some(5)]);
}

#[test]
fn a_typed_relative_path_begins_at_the_folder_of_the_program() {
    let mut state = two();
    state.folder = path("/home/somebody");
    let id = state.files[0].id;
    for ask in [Action::AskSaveView, Action::AskSave(id)] {
        assert_eq!(state.apply(ask).len(), 1);
        apply(&mut state, Action::Answered { paths: Vec::new(), at_once: true });
        let effects = state.apply(Action::Typed(path("x.json")));
        let [Effect::Save { path: to, replace, .. } | Effect::SaveView { path: to, replace, .. }] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert_eq!((to, replace), (&path("/home/somebody/x.json"), &false));
    }
}

#[test]
fn a_file_is_compared_with_another_version_of_it() {
    let mut state = two();
    let [first, second] = [state.files[0].id, state.files[1].id];
    let effects = state.apply(Action::AskVersion(second));
    assert!(matches!(effects[..], [Effect::Ask(Prompt::Version)]));
    let effects = state.apply(Action::Answered { paths: vec![path("old/b.toll.json")], at_once: false });
    let [job] = jobs(&effects)[..] else { panic!("{effects:?}") };
    apply(&mut state, loaded(job, 4));
    assert_eq!((state.files.len(), &state.page), (2, &Page::Changes(second)), "a version is no open file");
    assert_eq!(numbers(&state), [Some(3), Some(5)]);
    // Both are called b.toll.json.
    assert_eq!(state.files[1].version_name().as_deref(), Some("old/b.toll.json"));
    assert_eq!(state.files[0].version_name(), None);
    // What is asked changes what the page says; another tab leaves it.
    ask(&mut state, |question| question.unit = Unit::PerDay);
    assert_eq!(state.page, Page::Changes(second));
    apply(&mut state, Action::SwapVersions(second));
    assert_eq!(numbers(&state), [Some(3), Some(4)]);
    assert_eq!(state.files[1].origin, origin("old/b.toll.json"));
    assert_eq!(state.files[1].version_name().as_deref(), Some("b.toll.json"), "its folder has no name");
    ask(&mut state, |question| question.tab = Tab::Table);
    assert_eq!(state.page, Page::Tabs);
    apply(&mut state, Action::GoTo(Page::Changes(second)));
    apply(&mut state, Action::ForgetVersion(second));
    assert_eq!((&state.page, state.files[1].version_name()), (&Page::Tabs, None));
    apply(&mut state, Action::Remove(first));
    assert_eq!(numbers(&state), [Some(4)]);
}

#[test]
fn a_version_that_cannot_be_read_changes_nothing() {
    let mut state = two();
    let first = state.files[0].id;
    let effects = state.apply(Action::CompareVersion(first, origin("bad.toll.json")));
    let [job] = jobs(&effects)[..] else { panic!("{effects:?}") };
    apply(&mut state, failed(job));
    assert!(matches!(&state.page, Page::Refused(refusals) if refusals.len() == 1));
    assert_eq!((state.files[0].version_name(), numbers(&state)), (None, vec![Some(3), Some(5)]));
}

#[test]
fn a_copy_is_of_the_chosen_events_file_unless_another_is_named() {
    let mut state = two();
    let [first, second] = [state.files[0].id, state.files[1].id];
    let chosen = |state: &State| state.chosen_file().map(|file| file.id);
    assert_eq!(chosen(&state), Some(first));
    ask(&mut state, |question| question.event = Some(EventKey { file: second, event: "a".into() }));
    assert_eq!(chosen(&state), Some(second));
    for (id, name, killed) in [(second, "b-copy.toll.json", 5), (first, "a-copy.toll.json", 3)] {
        let effects = state.apply(Action::AskSave(id));
        let [Effect::Ask(Prompt::Copy(offered))] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(offered, name);
        let effects = state.apply(Action::Answered { paths: vec![path(name)], at_once: false });
        let [Effect::Save { dataset, .. }] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(dataset.title.get("en"), format!("Of {killed}"));
    }
    ask(&mut state, |question| question.event = None);
    assert_eq!(chosen(&state), Some(first));
    // A file that is closed is not saved.
    ask(&mut state, |question| question.event = Some(EventKey { file: second, event: "a".into() }));
    apply(&mut state, Action::Remove(second));
    assert_eq!(chosen(&state), Some(first));
}
