//! A spread in words, and who is in none of them.

use super::{Kind, LeftOut, SourceTotal, SpreadValues, Spreads, Standing, Unit, ValueEnd, order_words};
use crate::model::{Dataset, Sign};
use crate::text::{Locale, label, list, names, quantity};
use indexmap::IndexMap;

impl SpreadValues {
    /// `3,117 to ≥ 7,008, 2.2 ×`, for values in this unit.
    #[must_use]
    pub fn words(&self, unit: Unit, locale: &Locale) -> String {
        let [low, high] = [&self.low, &self.high].map(|end| end_words(end, unit, locale));
        let text = match self.factor {
            Some(factor) => {
                let factor = quantity(factor);
                let given = [("low", low.into()), ("high", high.into()), ("factor", factor.into())];
                locale.say_with("sources-spread", &given)
            }
            None => locale.say_with("sources-spread-from-zero", &[("low", low.into()), ("high", high.into())]),
        };
        let unbounded = [&self.low, &self.high].iter().any(|end| end.value.sign() == Sign::Unbounded);
        if unbounded { list(&[text, locale.say("not-bounded")], ", ") } else { text }
    }
}

fn end_words(end: &ValueEnd, unit: Unit, locale: &Locale) -> String {
    match unit {
        Unit::Total => label(end.stated, locale),
        Unit::Multiple => locale.say_with("compare-times", &[("ratio", quantity(end.value).into())]),
        Unit::PerDay | Unit::PerMillion | Unit::Share => quantity(end.value),
    }
}

/// Who is in no spread, or in none in the unit of `values`, grouped by the reason: `who differs: IHRNGO`.
#[must_use]
pub fn left_out_of_spreads(
    found: &Spreads,
    values: &[(Kind, SpreadValues)],
    (standing, dataset): (&Standing, &Dataset),
    locale: &Locale,
) -> Option<String> {
    let name = |index: usize| {
        let source = standing.totals.get(index).and_then(|total: &SourceTotal| total.source);
        names::source_short(dataset, source, locale)
    };
    let mut groups: IndexMap<String, Vec<String>> = IndexMap::new();
    for (index, reason) in &found.left_out {
        groups.entry(locale.say(reason_key(*reason))).or_default().push(name(*index));
    }
    for (index, reason) in values.iter().flat_map(|(_, values)| &values.unformed) {
        groups.entry(reason.words(locale)).or_default().push(name(*index));
    }
    let said = groups.into_iter().map(|(reason, names)| {
        let names = order_words::some(&names, locale);
        locale.say_with("sources-left-out", &[("reason", reason.into()), ("names", names.into())])
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| list(&said, "; "))
}

fn reason_key(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::NoNumber => "sources-no-number",
        LeftOut::CoverageDiffers => "compare-who-different",
        LeftOut::WordsDiffer => "sources-words-differ",
        LeftOut::CoverageNotStated => "compare-who-not-stated",
        LeftOut::TimeDiffers => "sources-time-differs",
    }
}
