//! A count of some people only, taken from a count that includes more: the sum of the parts that make them up.

use super::SourceTotal;
use crate::model::{Count, Coverage, Id, Stated, Who};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What a count of some people is taken from.
pub(super) enum Taken {
    /// The count as it is, which covers just them.
    Whole,
    /// The parts that they are.
    Parts,
}

/// How a count of these people can be taken from `count`; `None` where it covers others or lacks a part.
pub(super) fn taken(count: &Count, people: &[Id]) -> Option<Taken> {
    let who = count.coverage.as_deref().and_then(|coverage| coverage.who.as_ref());
    if let Some(Who::Categories(covered)) = who {
        let set = |ids: &[Id]| ids.iter().cloned().collect::<BTreeSet<Id>>();
        return (set(covered) == set(people)).then_some(Taken::Whole);
    }
    people.iter().all(|id| count.parts.contains_key(id)).then_some(Taken::Parts)
}

/// The total for these people only: as it is where it covers just them, else the sum of their parts. `None` where it says
/// neither, or where the parts are of different dates.
pub(super) fn narrowed<'a>(total: SourceTotal<'a>, people: &[Id]) -> Option<SourceTotal<'a>> {
    if let Taken::Whole = taken(&total.count, people)? {
        return Some(total);
    }
    let count = part_count(&total.count, people)?;
    Some(SourceTotal { count: Cow::Owned(count), ..total })
}

/// The same for a count alone.
pub(super) fn narrowed_count<'a>(count: &'a Count, people: &[Id]) -> Option<Cow<'a, Count>> {
    match taken(count, people)? {
        Taken::Whole => Some(Cow::Borrowed(count)),
        Taken::Parts => part_count(count, people).map(Cow::Owned),
    }
}

/// What a count of a period says of these people where it includes them and does not say how many they are; `None` where
/// it covers others.
pub(super) fn unknown_count(count: &Count, people: &[Id]) -> Option<Count> {
    let who = count.coverage.as_deref().and_then(|coverage| coverage.who.as_ref());
    (!matches!(who, Some(Who::Categories(_)))).then(|| of_people(count, people, Stated::Unknown))
}

/// The sum of these parts as a count of its own. What is under investigation beside the whole is not theirs.
fn part_count(whole: &Count, people: &[Id]) -> Option<Count> {
    let parts: Vec<(&Id, &Count)> = people.iter().map(|id| whole.parts.get_key_value(id)).collect::<Option<_>>()?;
    let (_, first) = parts.first()?;
    if parts.iter().any(|(_, part)| part.as_of != first.as_of) {
        return None;
    }
    let stated = Stated::sum(parts.iter().map(|(_, part)| part.stated))?;
    if stated == Stated::Unknown {
        return None;
    }
    // A part without a date of its own is of its total's.
    let mut count = Count { as_of: first.as_of.or(whole.as_of), ..of_people(whole, people, stated) };
    match parts.as_slice() {
        [(_, only)] => {
            count.as_written.clone_from(&only.as_written);
            count.of_which.clone_from(&only.of_which);
        }
        _ => count.parts = parts.into_iter().map(|(id, part)| (id.clone(), part.clone())).collect(),
    }
    Some(count)
}

/// A number of these people, limited otherwise as the count that holds them.
fn of_people(whole: &Count, people: &[Id], stated: Stated) -> Count {
    let limits = whole.coverage.as_deref().cloned().unwrap_or_default();
    let coverage = Coverage { who: Some(Who::Categories(people.to_vec())), ..limits };
    Count { coverage: Some(Box::new(coverage)), ..Count::new(stated) }
}
