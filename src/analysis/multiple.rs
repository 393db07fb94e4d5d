//! How many times the baseline's toll another toll is, and the like-with-like figure where coverages differ.

use super::SourceTotal;
use crate::model::{Count, Coverage, Id, Quantity, Stated, Who};
use std::collections::BTreeSet;

/// A ratio of two counts of the same people.
#[derive(Clone, Debug, PartialEq)]
pub struct LikeWithLike {
    /// Who is counted in both.
    pub who: Vec<Id>,
    /// The number here.
    pub this: Stated,
    /// The number in the baseline.
    pub baseline: Stated,
    /// Their ratio.
    pub ratio: Quantity,
}

/// Whether two counts are of the same people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Both say that they count the same people.
    Alike,
    /// They say that they count different people.
    Different,
    /// One of them does not say.
    NotStated,
}

/// Whether two counts with these coverages are of the same people.
pub(super) fn likeness(this: Option<&Coverage>, baseline: Option<&Coverage>) -> Likeness {
    match (this, baseline) {
        (Some(a), Some(b)) if a.who.is_some() && b.who.is_some() => {
            let same = same_people(a.who.as_ref(), b.who.as_ref()) && same_scope(Some(a), Some(b));
            if same { Likeness::Alike } else { Likeness::Different }
        }
        _ => Likeness::NotStated,
    }
}

fn same_people(a: Option<&Who>, b: Option<&Who>) -> bool {
    let set = |who: Option<&Who>| match who {
        Some(Who::Categories(ids)) => Some(ids.iter().cloned().collect::<BTreeSet<Id>>()),
        Some(Who::Everyone) | None => None,
    };
    set(a) == set(b)
}

/// Whether both are limited to the same culprits and places. Periods are those of two events and always differ.
fn same_scope(a: Option<&Coverage>, b: Option<&Coverage>) -> bool {
    let scope = |it: Option<&Coverage>| it.map(|it| (it.by.clone(), it.place.is_some())).unwrap_or_default();
    scope(a) == scope(b)
}

/// How a row stands to the baseline.
#[derive(Clone, Debug, PartialEq)]
pub enum Multiple {
    /// This row is the baseline.
    Baseline,
    /// The ratio of the two totals.
    Times {
        /// Total by total.
        ratio: Quantity,
        /// Whether both count the same people.
        likeness: Likeness,
        /// The same people in both, where coverages differ and the parts allow it.
        like: Option<Box<LikeWithLike>>,
    },
    /// There is no baseline, or one of the two has no number.
    None,
}

/// The multiple of `baseline` that `this` is; each comes with what its numbers are divided by (1, or days).
#[must_use]
pub fn multiple((this, per): (&SourceTotal, f64), (baseline, baseline_per): (&SourceTotal, f64)) -> Multiple {
    let rate = |stated: Stated, per: f64| Quantity::of(stated)?.over(Quantity::exact(per));
    let ratio = rate(this.stated(), per).zip(rate(baseline.stated(), baseline_per)).and_then(|(a, b)| a.over(b));
    let Some(ratio) = ratio else { return Multiple::None };
    let likeness = likeness(this.count.coverage.as_deref(), baseline.count.coverage.as_deref());
    let like = if likeness == Likeness::Alike { None } else { like_with_like(&this.count, &baseline.count) };
    let like = like.and_then(|(who, this, baseline)| {
        let ratio = rate(this, per)?.over(rate(baseline, baseline_per)?)?;
        Some(Box::new(LikeWithLike { who, this, baseline, ratio }))
    });
    Multiple::Times { ratio, likeness, like }
}

/// Takes from one count the parts that make up what the other one covers.
pub(super) fn like_with_like(this: &Count, baseline: &Count) -> Option<(Vec<Id>, Stated, Stated)> {
    if !same_scope(this.coverage.as_deref(), baseline.coverage.as_deref()) {
        return None;
    }
    let narrow = |count: &Count| covered(count.coverage.as_deref());
    match (narrow(this), narrow(baseline)) {
        (_, Some(who)) if parts(this, &who).is_some() => {
            let part = parts(this, &who)?;
            Some((who, part, baseline.stated))
        }
        (Some(who), _) => {
            let part = parts(baseline, &who)?;
            Some((who, this.stated, part))
        }
        _ => None,
    }
}

fn covered(coverage: Option<&Coverage>) -> Option<Vec<Id>> {
    match coverage?.who.as_ref()? {
        Who::Categories(ids) => Some(ids.clone()),
        Who::Everyone => None,
    }
}

/// The sum of the parts that `who` names; `None` where the count has no such parts or covers only some people itself.
fn parts(count: &Count, who: &[Id]) -> Option<Stated> {
    if covered(count.coverage.as_deref()).is_some() {
        return None;
    }
    let parts: Option<Vec<Stated>> = who.iter().map(|id| count.parts.get(id).map(|part| part.stated)).collect();
    Stated::sum(parts?)
}
