//! What names say of how far their numbers reach: over which period of a survey, and whom they include.

use super::super::look::Seen;
use super::name::Named;

/// Words for "including", behind which stands who is in a number too.
const INCLUDING: [&str; 12] = [
    "incl",
    "including",
    "inkl",
    "inklusive",
    "einschließlich",
    "compris",
    "incluidos",
    "incluidas",
    "incluindo",
    "inclusief",
    "compresi",
    "включая",
];

impl Named {
    /// "Deaths in recall period": over which time was asked tells nobody apart.
    pub(super) fn hear_survey(&mut self) {
        const OF_SURVEYS: [&str; 4] = ["recall", "reference", "survey", "study"];
        let asked = self.words.iter().zip(self.words.iter().skip(1));
        let of = asked.filter(|(of, period)| OF_SURVEYS.contains(&&***of) && *period == "period").map(|(of, _)| of);
        if let (Some(of), false) = (of.into_iter().next().cloned(), self.measures.is_empty()) {
            self.rest.retain(|word| *word != of && word != "period");
        }
    }
}

/// "Killed (incl. attackers)" without a column of the killed alone is the number of all, and says who is among them.
pub(super) fn hear_included(columns: &mut [Seen]) {
    let included = |named: &Named| {
        let at = named.words.iter().skip(1).position(|word| INCLUDING.contains(&&**word)).map(|at| at + 1)?;
        let ahead = Named::new(&named.words.get(..at)?.join(" "), None);
        let is_of_all = !ahead.measures.is_empty() && ahead.measures == named.measures && ahead.category().is_none();
        is_of_all.then_some(ahead)
    };
    let plain: Vec<Vec<&str>> = columns
        .iter()
        .filter(|seen| seen.named.category().is_none() && seen.named.bound.is_none())
        .map(|seen| seen.named.measures.clone())
        .collect();
    for named in columns.iter_mut().map(|seen| &mut seen.named) {
        // "Dead including missing" holds both.
        if named.measures.len() > 1 {
            named.rest.retain(|word| !INCLUDING.contains(&&**word));
        }
        if let Some(ahead) = included(named).filter(|_| !plain.contains(&named.measures)) {
            named.who = ahead.who;
            named.rest = ahead.rest;
        }
    }
}
