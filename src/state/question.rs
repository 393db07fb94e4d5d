//! How a finding leads to the question that shows its place.

use super::File;
use crate::analysis::{EventKey, Question, Tab};
use crate::model::Place;

/// The question that shows the place of a finding: its event's breakdown with its report and measure, known by then.
pub(super) fn question_at(place: &Place, file: &File, question: &Question) -> Question {
    let mut question = question.clone();
    let Some((id, event)) = place.event.and_then(|index| file.dataset.events.get_index(index)) else { return question };
    let key = EventKey { file: file.id, event: id.clone() };
    question.tab = Tab::Breakdown;
    question.all_events = false;
    question.event = Some(key.clone());
    let report = place.report.and_then(|index| Some((index, event.reports.get(index)?)));
    let Some((index, report)) = report else { return question };
    if let Some(measure) = place.measure.as_ref().or_else(|| report.counts.keys().next()) {
        question.measure = measure.clone();
    }
    if let (Some(date), Some(since)) = (question.as_known_on, report.known_since())
        && since.last_day() > date
    {
        question.as_known_on = None;
    }
    question.picked_report = Some((key, index));
    question
}
