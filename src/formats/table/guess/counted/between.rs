//! The number between a low and a high one that does not call itself the best: "val, upper, lower".

use super::super::look::{Look, Seen, share};
use super::super::names::name::Named;
use super::super::names::words::{self, Meaning};
use crate::formats::table::recipe::Role;
use std::collections::BTreeSet;

/// Words that say nothing of what is counted, but how it was found.
const HOW: [&str; 33] = [
    "val",
    "value",
    "values",
    "valor",
    "valeur",
    "wert",
    "mean",
    "average",
    "avg",
    "median",
    "estimate",
    "estimated",
    "est",
    "central",
    "point",
    "numeric",
    "number",
    "count",
    "num",
    "n",
    "best",
    "mid",
    "media",
    "promedio",
    "moyenne",
    "mittelwert",
    "estimation",
    "estimacion",
    "estimativa",
    "schatzung",
    "schatzwert",
    "stima",
    "schatting",
];
/// Words of the ends of an interval.
pub(in super::super) const OF_ENDS: [&str; 16] = [
    "ci",
    "cl",
    "ui",
    "cri",
    "bound",
    "bounds",
    "limit",
    "limite",
    "borne",
    "grenze",
    "граница",
    "interval",
    "uncertainty",
    "confidence",
    "95",
    "ci95",
];

/// What a name says beside all that.
fn stem<'s>(seen: &'s Seen) -> BTreeSet<&'s str> {
    const ENDS: [&str; 20] = [
        "low", "lower", "lowest", "lo", "min", "minimum", "high", "higher", "highest", "hi", "max", "maximum", "upper",
        "minimo", "maximo", "bajo", "alto", "faible", "minimal", "maximal",
    ];
    let is_end = |word: &str| matches!(words::meaning(word), Some(Meaning::Low | Meaning::High));
    let words = seen.named.words.iter().map(String::as_str);
    words
        .filter(|word| !HOW.contains(word) && !OF_ENDS.contains(word) && !ENDS.contains(word) && !is_end(word))
        .collect()
}

/// The columns that are the best number between two others.
pub(in super::super) fn find<'l>(look: &'l Look) -> BTreeSet<&'l str> {
    let bounded = |role: Role| {
        let is_it = move |seen: &&Seen| seen.is_number() && seen.named.bound == Some(role);
        look.columns.iter().filter(is_it)
    };
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for low in bounded(Role::Low) {
        let stem_of_low = stem(low);
        let Some(high) = bounded(Role::High).find(|high| stem(high) == stem_of_low) else { continue };
        let is_best = |seen: &&Seen| {
            seen.is_number() && seen.named.bound.is_none() && stem(seen) == stem_of_low && is_between(seen, low, high)
        };
        let able = || look.columns.iter().filter(is_best);
        let has_own = look.columns.iter().any(|seen| seen.named.bound == Some(Role::Best) && stem(seen) == stem_of_low);
        if let (false, Some(best)) = (has_own, able().next()) {
            found.insert(best.name);
        }
    }
    found
}

/// What "Lower" and "Upper" count where several things are counted: what the nearest column ahead of them counts whose numbers lie
/// between theirs.
pub(in super::super) fn measure_beside(look: &Look) -> Option<&'static str> {
    let end = |role: Role| {
        let is_it = |seen: &&Seen| {
            seen.is_number()
                && seen.named.bound == Some(role)
                && seen.named.measures.is_empty()
                && seen.named.category().is_none()
        };
        look.columns.iter().position(|seen| is_it(&seen))
    };
    let (at, high) = (end(Role::Low)?, end(Role::High)?);
    let (low, high, ahead) = (look.columns.get(at)?, look.columns.get(high)?, look.columns.get(..at)?);
    let is_plain = |named: &Named| named.bound.is_none() && named.measures.len() == 1 && named.category().is_none();
    let is_best = |seen: &&Seen| seen.is_number() && is_plain(&seen.named) && is_between(seen, low, high);
    ahead.iter().rev().find(is_best).and_then(|best| best.named.measures.first().copied())
}

/// Whether a number lies between a low and a high one on nearly all rows.
pub(in super::super) fn is_between(seen: &Seen, low: &Seen, high: &Seen) -> bool {
    let rows = seen.numbers.iter().zip(&low.numbers).zip(&high.numbers);
    let held: Vec<bool> = rows
        .filter_map(|((n, low), high)| Some(low.as_ref()? <= n.as_ref()? && n.as_ref()? <= high.as_ref()?))
        .collect();
    held.len() >= 2 && share(held.iter().filter(|holds| **holds).count(), held.len()) >= 0.9
}
