//! The parts of a count at every depth, one after the other inside the count that holds them; shares are only ever of a
//! number of the same date.

use super::earlier::Earlier;
use super::{CountKey, share};
use crate::model::{Count, Id, Quantity, Relation, Stated, When};

/// A category inside a count: drawn as a bracket, never stacked.
#[derive(Clone, Debug, PartialEq)]
pub struct Inside {
    /// Its count.
    pub key: CountKey,
    /// The category.
    pub category: Id,
    /// Its number.
    pub stated: Stated,
    /// Where the count that holds it starts on the axis.
    pub from: u64,
    /// Where it is older than its total: since when, and what it was a share of.
    pub stale: Option<Stale>,
}

/// One part of a count.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Its count.
    pub key: CountKey,
    /// The category.
    pub category: Id,
    /// Its number.
    pub stated: Stated,
    /// Where it starts on the axis: where its holder starts, and the sum of the parts before it.
    pub from: u64,
    /// Where it ends.
    pub to: u64,
    /// Its share of the people counted in its holder; `None` where that is not stated or of another date.
    pub share: Option<Quantity>,
    /// Where it is older than its total: since when, and what it was a share of.
    pub stale: Option<Stale>,
    /// Its own parts.
    pub parts: Vec<Segment>,
    /// What its own parts leave over.
    pub residual: Option<u64>,
    /// How much of it is broken down, where that is not all.
    pub covered: Option<Covered>,
}

/// A number that is older than its total.
#[derive(Clone, Debug, PartialEq)]
pub struct Stale {
    /// The date for which it was stated.
    pub since: When,
    /// What the count that holds it came to on that date, if the same source said so.
    pub holder: Option<Stated>,
    /// Its share of that.
    pub share: Option<Quantity>,
}

/// How much of a count its parts cover.
#[derive(Clone, Debug, PartialEq)]
pub struct Covered {
    /// The sum of the parts.
    pub parts: Stated,
    /// The count of the same date.
    pub of: Stated,
    /// The share of the people counted.
    pub share: Option<Quantity>,
    /// The date of both, where it is older than the total's.
    pub since: Option<When>,
}

/// A count whose categories are laid out.
pub(super) struct Holder<'c> {
    pub key: CountKey,
    pub count: &'c Count,
    /// Where it starts on the axis.
    pub from: u64,
    /// The date for which it holds.
    pub when: Option<When>,
}

impl Holder<'_> {
    /// A category's age against the total: its own date, else its holder's.
    fn stale(&self, inner: &Count, earlier: &Earlier) -> Option<Stale> {
        let since = inner.as_of.or(self.when).filter(|own| is_older(*own, earlier.total.when()))?;
        let holder = if is_older(since, self.when) {
            earlier.holder_on(since, &self.key.categories)
        } else {
            Some(self.count.stated).filter(|stated| stated.number().is_some())
        };
        let share = holder.and_then(|holder| share(inner.stated, holder).ok());
        Some(Stale { since, holder, share })
    }

    /// What parts are shares of: those that add up to the best estimate are parts of it, whatever is low or high.
    fn whole(&self) -> Stated {
        let stated = self.count.stated;
        match stated {
            Stated::Range { best: Some(best), .. } => {
                let sum = Stated::sum(self.count.parts.values().map(|part| part.stated));
                sum.filter(|sum| *sum == Stated::Exact(best)).unwrap_or(stated)
            }
            _ => stated,
        }
    }

    /// The parts one after the other; what lies inside them goes into `inside`.
    pub fn segments(&self, earlier: &Earlier, inside: &mut Vec<Inside>) -> Vec<Segment> {
        let mut segments = Vec::with_capacity(self.count.parts.len());
        let (mut from, whole) = (self.from, self.whole());
        for (category, part) in &self.count.parts {
            let key = self.key.inside(Relation::Part, category);
            let Some(number) = part.stated.number() else { continue };
            let to = from.saturating_add(number);
            let stale = self.stale(part, earlier);
            let own = Holder { key: key.clone(), count: part, from, when: part.as_of.or(self.when) };
            inside.extend(own.insides(Relation::OfWhich, earlier));
            let parts = own.segments(earlier, inside);
            segments.push(Segment {
                key,
                category: category.clone(),
                stated: part.stated,
                from,
                to,
                share: if stale.is_some() { None } else { share(part.stated, whole).ok() },
                stale,
                residual: part.residual().filter(|residual| *residual > 0),
                covered: covered(part, &parts),
                parts,
            });
            from = to;
        }
        segments
    }

    /// The categories of one relation.
    pub fn insides(&self, relation: Relation, earlier: &Earlier) -> Vec<Inside> {
        let inside = |(relation, category, inner): (Relation, &Id, &Count)| Inside {
            key: self.key.inside(relation, category),
            category: category.clone(),
            stated: inner.stated,
            from: self.from,
            stale: self.stale(inner, earlier),
        };
        self.count.children().filter(|child| child.0 == relation).map(inside).collect()
    }
}

/// How much of `count` its parts cover, where they leave something over and all are of one date.
pub(super) fn covered(count: &Count, segments: &[Segment]) -> Option<Covered> {
    let residual = count.residual().filter(|residual| *residual > 0);
    let parts = Stated::sum(segments.iter().map(|segment| segment.stated))?;
    let first = segments.first()?.stale.as_ref();
    let one_date = |segment: &Segment| segment.stale.as_ref().map(|it| it.since) == first.map(|it| it.since);
    let of = match first {
        None => residual.map(|_| count.stated),
        Some(stale) => stale.holder.filter(|holder| holder.number() > parts.number()),
    };
    let of = of.filter(|_| segments.iter().all(one_date))?;
    Some(Covered { parts, of, share: share(parts, of).ok(), since: first.map(|stale| stale.since) })
}

fn is_older(own: When, total: Option<When>) -> bool {
    total.is_some_and(|total| own.last_day() < total.first_day())
}
