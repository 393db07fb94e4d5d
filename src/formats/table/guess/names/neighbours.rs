//! What columns' names say only because of the columns beside them.

use super::super::counted::counts::is_death;
use super::super::look::Seen;
use super::certainty;
use super::extent;
use super::name::Named;
use super::words::{self, Meaning};

/// Hears it.
pub(in super::super) fn hear(columns: &mut [Seen]) {
    hear_short(columns);
    hear_minor(columns);
    hear_fatal(columns);
    hear_since(columns);
    hear_unverified(columns);
    extent::hear_included(columns);
    hear_emergency(columns);
    hear_femicides(columns);
    for seen in columns.iter_mut().filter(|seen| seen.named.is_rate) {
        hear_brackets(seen);
    }
}

/// "def" and "dc" are short for the dead beside cases, those in hospital or in intensive care, and "conf" for the cases.
fn hear_short(columns: &mut [Seen]) {
    const SHORT: [(&str, &str); 4] = [("def", "dead"), ("defunc", "dead"), ("dc", "dead"), ("conf", "cases")];
    let is_beside = |seen: &Seen| {
        seen.named.measures.contains(&"cases")
            || seen.named.has(&["hosp", "uci", "icu", "rea", "casos", "hospitalizados"])
    };
    if !columns.iter().any(is_beside) {
        return;
    }
    for named in columns.iter_mut().map(|seen| &mut seen.named).filter(|named| named.measures.is_empty()) {
        if let Some((short, measure)) = SHORT.iter().find(|(short, _)| named.rest.iter().any(|word| word == short)) {
            named.measures.push(measure);
            named.rest.retain(|word| word != short);
        }
    }
}

/// "Minor" beside "Grievous" and "Injured": slight injuries, not children.
fn hear_minor(columns: &mut [Seen]) {
    const GRADES: [&str; 12] = [
        "grievous",
        "grievously",
        "serious",
        "seriously",
        "severe",
        "severely",
        "major",
        "moderate",
        "critical",
        "slight",
        "fatal",
        "grave",
    ];
    let is_graded = |seen: &Seen| seen.named.has(&GRADES) && seen.named.who.is_empty();
    if columns.iter().any(is_graded) {
        columns.iter_mut().filter(|seen| seen.named.words.len() == 1).for_each(|seen| seen.named.hear_minor());
    }
}

/// "Fatal" beside "Non-fatal" or another grade counts those who died, and what holds both is of no deaths alone.
fn hear_fatal(columns: &mut [Seen]) {
    let is_fatal = |named: &Named| named.words == ["fatal"];
    let is_not = |named: &Named| {
        let words: Vec<&str> = named.words.iter().map(String::as_str).collect();
        matches!(words.as_slice(), ["non" | "not", "fatal"] | ["nonfatal"])
    };
    if !columns.iter().any(|seen| is_fatal(&seen.named)) || !columns.iter().any(|seen| is_not(&seen.named)) {
        return;
    }
    for named in columns.iter_mut().map(|seen| &mut seen.named) {
        let measure = if is_fatal(named) {
            "dead"
        } else if is_not(named) {
            "injured"
        } else {
            continue;
        };
        named.measures = vec![measure];
        named.rest.clear();
    }
}

/// Beside those of this week or month, those since a day are totals so far.
fn hear_since(columns: &mut [Seen]) {
    let since = |named: &Named| named.words.iter().position(|word| word == "since");
    let lately = |named: &Named| {
        let pairs = named.words.iter().zip(named.words.iter().skip(1));
        let is_now = |(first, second): (&String, &String)| {
            ["this", "last", "past"].contains(&&**first) && ["week", "month", "day"].contains(&&**second)
        };
        !named.measures.is_empty() && pairs.into_iter().any(is_now)
    };
    let are_both = |one: &Seen| {
        since(&one.named).is_some()
            && columns.iter().any(|other| lately(&other.named) && other.named.measures == one.named.measures)
    };
    if !columns.iter().any(are_both) {
        return;
    }
    for named in columns.iter_mut().map(|seen| &mut seen.named) {
        if let Some(at) = since(named) {
            let from: Vec<String> = named.words.iter().skip(at).cloned().collect();
            named.is_cumulative = true;
            named.rest.retain(|word| !from.contains(word));
        } else if lately(named) {
            named.is_incremental = true;
            named.rest.retain(|word| !["this", "last", "past", "week", "month", "day"].contains(&&**word));
        }
    }
}

/// Femicides are homicides, and told apart from others by that word; orphans by femicide are none.
fn hear_femicides(columns: &mut [Seen]) {
    for named in columns.iter_mut().map(|seen| &mut seen.named) {
        let is_plain = named.rest.len() == 1 && named.measures.iter().all(|measure| is_death(measure));
        if is_plain && named.is_femicide() && !named.is_rate && !named.is_things {
            named.measures = vec!["killed"];
            named.is_vague = false;
        }
    }
}

/// "UA" and "UR" beside "DCD": how French emergency services call those who are badly and slightly hurt, beside the dead.
fn hear_emergency(columns: &mut [Seen]) {
    const URGENT: [(&str, &str); 2] = [("ua", "severely_injured"), ("ur", "slightly_injured")];
    if !columns.iter().any(|seen| seen.named.has(&["dcd"])) {
        return;
    }
    for named in columns.iter_mut().map(|seen| &mut seen.named) {
        let [word] = named.words.as_slice() else { continue };
        if let Some((_, measure)) = URGENT.iter().find(|(known, _)| word == known) {
            named.measures = vec![measure];
            named.rest.clear();
        }
    }
}

/// "Deaths (unverified)" beside "Deaths (confirmed)" and without a number of all: both are parts, and nothing is only pending.
fn hear_unverified(columns: &mut [Seen]) {
    let is_of = |named: &Named, seen: &Seen| !named.measures.is_empty() && seen.named.measures == named.measures;
    let confirmed = |seen: &Seen| certainty::of(&seen.named.words) == ["confirmed"] && seen.named.has(&["confirmed"]);
    let is_beside = |named: &Named| {
        let mut of = columns.iter().filter(|seen| is_of(named, seen));
        of.clone().any(confirmed) && !of.any(|seen| seen.named.category().is_none() && !seen.named.is_pending)
    };
    let is_it = |seen: &Seen| seen.named.is_pending && seen.named.has(&["unverified"]) && is_beside(&seen.named);
    let are: Vec<bool> = columns.iter().map(is_it).collect();
    for (seen, _) in columns.iter_mut().zip(are).filter(|(_, is_it)| *is_it) {
        let named = &mut seen.named;
        named.is_pending = false;
        named.rest.push("unverified".to_owned());
    }
}

impl Named {
    /// "Male %" and "% women" are shares. "95% lower" is no share, and of "n (%)" the number comes first.
    pub(in super::super) fn hear_percent(&mut self, name: &str) {
        let is_level = |(at, _): (usize, &str)| {
            name.get(..at).is_some_and(|ahead| ahead.trim_end().ends_with(|c: char| c.is_ascii_digit()))
        };
        let has_number = self.has(&["n", "no", "nr", "number", "count", "anzahl", "numero", "nombre"]);
        self.is_rate |= !has_number && name.match_indices(['%', '٪', '％']).any(|found| !is_level(found));
    }
}

/// "Deaths (%)" with "12 (34 %)" in its cells: the share stands behind the number.
fn hear_brackets(seen: &mut Seen) {
    let is_number = |cell: &&str| {
        cell.split_once('(').is_some_and(|(number, _)| number.trim_end().ends_with(|c: char| c.is_ascii_digit()))
    };
    let has_word = seen.named.words.iter().any(|word| words::meaning(word) == Some(Meaning::Rate));
    if seen.name.contains('%') && !has_word && seen.values.keys().any(is_number) {
        seen.named.is_rate = false;
    }
}
