//! Which figures are described: the latest of each measure and source, and every report's on request.

use super::{AsKnownOn, Options};
use crate::analysis::{FileId, Library, OpenEvent, Question, Rule, SourceTotal, find_total, standing};
use crate::model::{Basis, Dataset, Event, Id, When};
use indexmap::IndexSet;

/// The file that is described; there is only one.
pub(super) const FILE: FileId = FileId(0);

/// One measure's count by one source.
pub(super) struct Figure<'a> {
    /// What is counted.
    pub(super) measure: &'a Id,
    /// The count with its report.
    pub(super) total: SourceTotal<'a>,
    /// Why it stands for the event, if it does.
    pub(super) rule: Option<Rule>,
}

impl Figure<'_> {
    /// The date or period for which it holds; for a sum of periods the day up to which it holds.
    pub(super) fn when(&self) -> Option<When> {
        let when = self.total.count.as_of.or(self.total.report.when())?;
        Some(if self.total.periods > 0 { When::from(when.to.unwrap_or(when.from)) } else { when })
    }

    /// Whether it is a single period's count or a sum of such.
    pub(super) fn is_incremental(&self) -> bool {
        self.total.report.basis == Basis::Incremental
    }
}

/// What is asked: as the file says, unless the options say otherwise.
pub(super) fn question(dataset: &Dataset, options: Options) -> Question {
    let mut question = Question::first(FILE, dataset);
    match options.as_known_on {
        AsKnownOn::AsInFile => {}
        AsKnownOn::Latest => question.as_known_on = None,
        AsKnownOn::Day(day) => question.as_known_on = Some(day),
    }
    question
}

/// The event's latest figure of each measure and source, as known on the question's date; measures and sources come in
/// the order in which the event's reports name them. What `asked` asks for besides, it keeps: it holds every event, and a
/// copy of it for each of them would take long where they are many.
pub(super) fn latest<'a>(library: Library<'a>, asked: &mut Question, event: OpenEvent<'a>) -> Vec<Figure<'a>> {
    let mut figures = Vec::new();
    for measure in measures(event.event) {
        asked.measure.clone_from(measure);
        let standing = standing(library, asked, event);
        for (index, total) in standing.totals.into_iter().enumerate() {
            let rule = standing.chosen.filter(|(chosen, _)| *chosen == index).map(|(_, rule)| rule);
            figures.push(Figure { measure, total, rule });
        }
    }
    figures
}

/// Every count of every report, whenever it became known. A figure stands if it is one of `latest` that does: a sum of
/// periods stands, but none of its periods alone.
pub(super) fn all<'a>(event: OpenEvent<'a>, latest: &[Figure<'a>]) -> Vec<Figure<'a>> {
    let mut figures = Vec::new();
    for (index, report) in event.event.reports.iter().enumerate() {
        for measure in report.counts.keys() {
            let same =
                |other: &&Figure| other.measure == measure && other.total.index == index && other.total.periods == 0;
            let rule = latest.iter().find(same).and_then(|figure| figure.rule);
            figures.extend(find_total(event.event, index, measure).map(|total| Figure { measure, total, rule }));
        }
    }
    figures
}

fn measures(event: &Event) -> IndexSet<&Id> {
    event.reports.iter().flat_map(|report| report.counts.keys()).collect()
}
