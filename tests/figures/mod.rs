//! From a dataset and a question to numbers, sentences and charts, each against figures worked out by hand.

/// Compares a text with the one of this name in `tests/snapshots`.
macro_rules! assert_snapshot {
    ($name:expr, $text:expr) => {
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $text);
        });
    };
}

mod breakdown;
mod card;
mod comparison;
mod coverage;
mod crowded;
mod details;
mod findings;
mod ink;
mod made_up;
mod many_categories;
mod narrow;
mod order;
mod overlap;
mod palette;
mod passing;
mod period_extremes;
mod printed;
mod random;
mod release;
mod said;
mod sentences;
mod sentences_compared;
mod sentences_persian;
mod snapshot_lists;
mod snapshots;
mod standing;
mod table;
mod timeline_extremes;
mod timeline_many;
mod timeline_people;
mod timeline_series;
mod timeline_stretches;
mod timeline_units;
mod two_files;
mod units;

use made_up::made_up_timelines;
pub(super) use overlap::room;
use std::ops::ControlFlow;
use tollview::analysis::{EventKey, FileId, Library, Question, breakdown, compare, timeline};
use tollview::chart::{Body, Figure, breakdown_figure, compare_figure, timeline_figure};
use tollview::example;
use tollview::formats::{self, Input};
use tollview::model::Dataset;
use tollview::text::Locale;

const FILE: FileId = FileId(0);

/// A dataset with what is asked of it.
pub(super) struct Asked {
    dataset: Dataset,
    question: Question,
}

impl Asked {
    /// The bundled dataset as it opens: known on 14 January 2026, with 2022 as its baseline.
    pub(super) fn bundled() -> Self {
        Self::of(example::dataset().unwrap())
    }

    /// The bundled dataset with its latest figures.
    fn latest() -> Self {
        Self::bundled().ask(|question| question.as_known_on = None)
    }

    /// A dataset written by hand.
    fn read(json: &str) -> Self {
        let input = Input::from_bytes("test.toll.json", json.as_bytes().to_vec());
        let loaded = formats::read(input, &mut |_| ControlFlow::Continue(()));
        Self::of(loaded.unwrap_or_else(|error| panic!("{error}")).dataset)
    }

    pub(super) fn of(dataset: Dataset) -> Self {
        Self { question: Question::first(FILE, &dataset), dataset }
    }

    fn ask(mut self, change: impl FnOnce(&mut Question)) -> Self {
        change(&mut self.question);
        self
    }

    fn look<R>(&self, look: impl FnOnce(Library, &Question) -> R) -> R {
        look(Library(&[(FILE, &self.dataset)]), &self.question)
    }

    pub(super) fn breakdown(&self) -> Figure {
        self.look(|library, question| breakdown_figure(&breakdown(library, question), question, &Locale::english()))
    }

    pub(super) fn timeline(&self) -> Figure {
        let english = Locale::english();
        self.look(|library, question| timeline_figure(library, &timeline(library, question), question, &english))
    }

    pub(super) fn compare(&self) -> Figure {
        self.look(|library, question| compare_figure(&compare(library, question), question, &Locale::english()))
    }
}

/// The heading over a chart's margin.
fn margin_heading(figure: &Figure) -> &str {
    match &figure.body {
        Body::Rows(body) => &body.margin_heading,
        Body::Time(_) => "",
    }
}

fn event(id: &str) -> EventKey {
    EventKey { file: FILE, event: id.into() }
}

/// A dataset with one event, `storm`, and these reports; the event's lead is the source `a`.
fn one_event(reports: &str) -> Asked {
    Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "Test",
            "sources": [{{ "id": "a", "name": "Alpha" }}, {{ "id": "b", "name": "Beta" }}],
            "categories": [{{ "id": "men", "label": "Men" }}, {{ "id": "women", "label": "Women" }},
                           {{ "id": "children", "label": "Children" }}],
            "events": [{{ "id": "storm", "title": "Storm", "start": "2020-01-01", "end": "2020-01-10", "lead": "a",
                         "reports": [{reports}] }}] }}"#
    ))
}

/// The same with one report of 10 January by `a` on people killed.
fn one_count(killed: &str) -> Asked {
    one_event(&format!(r#"{{ "source": "a", "as_of": "2020-01-10", "counts": {{ "killed": {killed} }} }}"#))
}
