//! Bands of ages that overlap: "0-17 years" beside "1-4 years" and "18-29 years". Adding them counts people twice, so those
//! are read that follow each other without a gap.

use super::super::look::{Look, Seen, share};
use super::super::say;
use crate::formats::table::recipe::Filter;
use std::collections::BTreeMap;

/// More values are no bands.
const MOST: usize = 80;

const UNDER: [&str; 12] =
    ["under", "<", "less than", "below", "menor", "moins de", "unter", "up to", "younger", "inferior", "до", "زیر"];
const OVER: [&str; 14] =
    ["+", "over", "older", "above", "more", ">", "≥", "plus", "más", "mas", "mais", "älter", "старше", "mehr"];
/// Units in which bands are no years.
const NO_YEARS: [&str; 8] = ["month", "day", "week", "hour", "mes", "mois", "tage", "monat"];

/// The first age of a band, and the first after it.
type Band = (u32, u32);

/// The rows to leave out, with the reason.
pub(in super::super) fn overlapping(look: &Look) -> Option<(Filter, String)> {
    let (column, except) = look.columns.iter().find_map(|column| Some((column, beside_chain(column)?)))?;
    let shown: Vec<&str> = except.iter().map(String::as_str).collect();
    let reason =
        format!("left out: rows with {} in \"{}\"; their ages lie in those of others", say::list(&shown), column.name);
    Some((Filter { column: column.name.to_owned(), only: Vec::new(), except }, reason))
}

/// The values beside the longest chain of bands; `None` where there is none, or nothing beside it.
fn beside_chain(column: &Seen) -> Option<Vec<String>> {
    if column.is_number() || !(3..=MOST).contains(&column.values.len()) {
        return None;
    }
    let bands: Vec<(&str, Band)> = column.values.keys().filter_map(|value| Some((*value, band(value)?))).collect();
    if share(bands.len(), column.values.len()) < 0.7 {
        return None;
    }
    let chain = chain(&bands.iter().map(|(_, band)| *band).collect::<Vec<_>>())?;
    // A few among many follow each other by chance: numbers of cases do.
    if chain.len() * 4 < bands.len() {
        return None;
    }
    let except: Vec<String> =
        bands.iter().filter(|(_, band)| !chain.contains(band)).map(|(value, _)| (*value).to_owned()).collect();
    (!except.is_empty()).then_some(except)
}

/// The most bands that follow each other from the first age to the last.
fn chain(bands: &[Band]) -> Option<Vec<Band>> {
    let first = bands.iter().map(|(from, _)| *from).min()?;
    let last = bands.iter().map(|(_, to)| *to).max()?;
    let mut sorted = bands.to_vec();
    sorted.sort_unstable();
    // By the age at which they end.
    let mut chains: BTreeMap<u32, Vec<Band>> = BTreeMap::from([(first, Vec::new())]);
    for (from, to) in sorted {
        let Some(before) = chains.get(&from) else { continue };
        if chains.get(&to).is_none_or(|known| known.len() <= before.len()) {
            let longer = before.iter().copied().chain([(from, to)]).collect();
            chains.insert(to, longer);
        }
    }
    chains.remove(&last).filter(|chain| chain.len() >= 2)
}

fn band(value: &str) -> Option<Band> {
    let small = value.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| small.contains(word));
    let digits = || small.split(|character: char| !character.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let numbers: Vec<u32> = digits().map(str::parse).collect::<Result<_, _>>().ok()?;
    // "22-0023" is the number of a case: no age is written with so many digits.
    let is_number_of_case = digits().any(|digits| digits.len() > 3 || digits.len() == 3 && digits.starts_with('0'));
    if says(&NO_YEARS) || is_number_of_case || numbers.iter().any(|number| *number > 130) {
        return None;
    }
    match *numbers {
        [from, to] if from < to => Some((from, to + 1)),
        [to] if says(&UNDER) => Some((0, to)),
        [from] if says(&OVER) => Some((from, u32::MAX)),
        [age] => Some((age, age + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_read_in_every_writing() {
        for (text, expected) in [
            ("Under 1 year", Some((0, 1))),
            ("1-4 years", Some((1, 5))),
            ("85 years and over", Some((85, u32::MAX))),
            ("65+", Some((65, u32::MAX))),
            ("<18", Some((0, 18))),
            ("de 15 a 24 años", Some((15, 25))),
            ("0-27 days", None),
            ("2019-2020", None),
            ("05-09", Some((5, 10))),
            ("22-0023", None),
            ("21-024", None),
            ("All ages", None),
        ] {
            assert_eq!(band(text), expected, "{text}");
        }
    }

    #[test]
    fn the_chain_with_the_most_bands_is_taken() {
        let bands = [(0, 1), (0, 18), (1, 18), (18, 30), (18, 65), (30, 50), (50, 65), (65, u32::MAX)];
        let chain = chain(&bands);
        let expected = vec![(0, 1), (1, 18), (18, 30), (30, 50), (50, 65), (65, u32::MAX)];
        assert_eq!(chain, Some(expected));
    }

    #[test]
    fn bands_with_a_gap_are_no_chain() {
        assert_eq!(chain(&[(0, 5), (0, 18), (20, 30)]), None);
    }
}
