//! What the checks tab lists: findings in words, those of one kind of one source behind the first of them.

use crate::analysis::FileId;
use crate::model::{Finding, FindingKind, Severity};
use crate::state::{File, State};
use crate::text::{DateStyle, Locale, date, findings, list};
use indexmap::IndexMap;

/// So many alike are read faster than they are unfolded.
const FEW: usize = 3;

/// One finding, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckLine {
    /// Its file.
    pub file: FileId,
    /// Its index in the file's list.
    pub index: usize,
    /// How much it matters.
    pub severity: Severity,
    /// Event, source and date of its place.
    pub place: String,
    /// What was found.
    pub text: String,
}

/// A finding, and those like it.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckGroup {
    /// What is listed.
    pub first: CheckLine,
    /// What is listed when it is unfolded.
    pub more: Vec<CheckLine>,
    /// How many those are, and until when.
    pub more_text: String,
}

/// The findings with these files and indices, those of one severity together; the order is that of the first of each.
pub(super) fn check_groups(state: &State, all: &[(FileId, usize)], locale: &Locale) -> Vec<CheckGroup> {
    let mut alike: IndexMap<_, Vec<(usize, &File, usize, &Finding)>> = IndexMap::new();
    for (position, &(id, index)) in all.iter().enumerate() {
        let Some((file, finding)) = state.file(id).and_then(|file| Some((file, file.findings.get(index)?))) else {
            continue;
        };
        let place = &finding.place;
        let source = findings::report(&file.dataset, place).and_then(|report| report.source.as_ref());
        let category = place.categories.last();
        // What is said of many events in the same words is said once.
        let event = place.event.filter(|_| !is_one_sentence(&finding.kind));
        let key = (id, finding.kind.name(), event, source, place.measure.as_ref(), category);
        alike.entry(key).or_default().push((position, file, index, finding));
    }
    // With the place of the first of each among all findings.
    let mut groups: Vec<(usize, CheckGroup)> = Vec::new();
    for found in alike.values() {
        let mut lines =
            found.iter().map(|&(at, file, index, finding)| (at, line(state, (file, index), finding, locale)));
        if found.len() <= FEW {
            let alone = |first| CheckGroup { first, more: Vec::new(), more_text: String::new() };
            groups.extend(lines.map(|(at, first)| (at, alone(first))));
            continue;
        }
        let Some((at, first)) = lines.next() else { continue };
        let more: Vec<CheckLine> = lines.map(|(_, line)| line).collect();
        let last =
            found.last().and_then(|(_, file, _, finding)| findings::report(&file.dataset, &finding.place)?.when());
        let count = ("count", more.len().into());
        let more_text = match last {
            Some(last) => {
                let date = date(last, DateStyle::Short, locale);
                locale.say_with("checks-alike-until", &[count, ("date", date.into())])
            }
            None => locale.say_with("checks-alike", &[count]),
        };
        groups.push((at, CheckGroup { first, more, more_text }));
    }
    groups.sort_by_key(|(at, _)| *at);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Whether its sentence has neither numbers nor dates in it.
fn is_one_sentence(kind: &FindingKind) -> bool {
    matches!(kind, FindingKind::NoDate | FindingKind::NoSource)
}

fn line(state: &State, (file, index): (&File, usize), finding: &Finding, locale: &Locale) -> CheckLine {
    let mut place = findings::place(&file.dataset, &finding.place, locale);
    if state.files.len() > 1 {
        place = list(&[place, state.with_library(|library| library.file_title(file.id, locale))], " · ");
    }
    let text = findings::sentence(&file.dataset, finding, locale);
    CheckLine { file: file.id, index, severity: finding.severity(), place, text }
}
