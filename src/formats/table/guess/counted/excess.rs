//! Excess over what was expected is what a model makes of deaths, and may be below zero: no count beside counts.

use super::super::look::Seen;
use super::super::say;
use super::candidates::Candidates;
use super::counts::is_death;

const WORDS: [&str; 9] = [
    "excess",
    "exceso",
    "excedente",
    "surmortalite",
    "ubersterblichkeit",
    "oversterfte",
    "eccesso",
    "excesso",
    "избыточная",
];

/// Whether a column's name says so.
pub(in super::super) fn named(seen: &Seen) -> bool {
    seen.named.has(&WORDS)
}

/// Leaves such columns out where others count the dead themselves, or where any of them falls below zero.
pub(in super::super) fn leave_out(found: &mut Candidates) {
    let counts =
        found.all.iter().any(|one| !named(one.seen) && one.seen.named.measures.iter().any(|measure| is_death(measure)));
    let excess: Vec<&Seen> = found.all.iter().map(|one| one.seen).filter(|seen| named(seen)).collect();
    if excess.is_empty() || !counts && excess.iter().all(|seen| seen.negatives == 0) {
        return;
    }
    let names: Vec<&str> = excess.iter().map(|seen| seen.name).collect();
    found.reasons.push(format!("left out: {}; excess over what was expected is no count", say::list(&names)));
    found.all.retain(|one| !named(one.seen));
}
