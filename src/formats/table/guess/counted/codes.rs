//! Columns of codes: their numbers count nobody, and only a codebook says what they mean, so that it is asked.

use super::super::doubts::{Ask, rename};
use super::super::look::{Look, Seen};
use super::super::names::name::Named;
use super::super::say;
use super::candidates::{Candidate, Candidates};
use super::counts::is_death;
use crate::formats::table::recipe::{CountRule, Values};
use indexmap::IndexMap;

/// What numbers under such a name tell apart, where it is what the name is about: "casualty class", "sex of casualty".
const HEADS: [&str; 27] = [
    "sex", "gender", "class", "type", "kind", "band", "decile", "quintile", "quartile", "category", "status", "place",
    "cause", "manner", "mode", "reason", "role", "level", "lieu", "acte", "lugar", "causa", "tipo", "sexo", "sexe",
    "clase", "classe",
];
const OF: [&str; 9] = ["of", "de", "del", "du", "des", "da", "do", "di", "der"];

/// Whether a name says that its numbers are codes.
pub(in super::super) fn named(named: &Named) -> bool {
    let is_head = |word: &String| HEADS.contains(&&**word);
    let before_of = named.words.iter().zip(named.words.iter().skip(1)).find(|(_, of)| OF.contains(&&***of));
    let head = before_of.map(|(head, _)| head).or(named.words.last());
    // "lieu deces", "tipo muerte": in these languages it stands first.
    let first = named.words.first().filter(|word| HEADS.iter().skip(18).any(|head| head == *word));
    // "All causes" counts those who died of any.
    let is_all = named.is_total && !named.measures.is_empty();
    named.who.is_empty() && !is_all && head.into_iter().chain(first).any(is_head)
}

/// What few numbers may say of each person's injuries, each with the measures of the codes from its first one on.
const SCALES: [(&str, &[&str]); 3] = [
    ("1 is dead, 2 severely and 3 slightly injured", &["1 dead", "2 severely_injured", "3 slightly_injured"]),
    (
        "1 is unharmed, 2 dead, 3 severely and 4 slightly injured",
        &["1 survivors", "2 dead", "3 severely_injured", "4 slightly_injured"],
    ),
    (
        "4 is dead, 3 severely and 2 slightly injured, 1 perhaps, and 0 not at all",
        &["0 survivors", "1 possibly_injured", "2 slightly_injured", "3 severely_injured", "4 dead"],
    ),
];

/// What the codes of a column mean that says how badly each person was hurt.
pub(in super::super) fn ask_severity(look: &Look) -> Option<Ask> {
    let is_known = |value: &&str, scale: &[&str]| scale.iter().any(|code| code.starts_with(value));
    let fits =
        |column: &Seen, scale: &[&str]| column.values.keys().all(|value| value.len() == 1 && is_known(value, scale));
    let column = look.columns.iter().find(|column| {
        column.named.has(&[
            "severity",
            "sev",
            "gravite",
            "grav",
            "gravedad",
            "gravidade",
            "schwere",
            "verletzungsschwere",
        ]) && column.values.len() >= 2
            && SCALES.iter().any(|(_, scale)| fits(column, scale))
    })?;
    let mut codes: Vec<&str> = column.values.keys().copied().collect();
    codes.sort_unstable();
    let question = format!("What do {} in \"{}\" mean? Nothing here says it.", say::list(&codes), column.name);
    let ask = Ask::new(question, "That is not known: all are counted together").weighing(10);
    let fitting = SCALES.iter().filter(|(_, scale)| fits(column, scale));
    Some(fitting.fold(ask, |ask, (text, scale)| {
        let said = scale.iter().filter_map(|code| code.split_once(' '));
        let values: IndexMap<String, String> =
            said.map(|(code, measure)| (code.to_owned(), measure.to_owned())).collect();
        let measure = Values { column: column.name.to_owned(), values };
        ask.or(*text, move |recipe| {
            recipe.measure = Some(measure.clone());
            recipe.counts.iter_mut().for_each(|rule| "dead".clone_into(&mut rule.measure));
        })
    }))
}

/// What the codes mean that say what happened to people, beside others of which it is known: "S" beside "D".
pub(in super::super) fn ask_fates<'c>(
    column: &'c Seen,
    known: &'c IndexMap<String, String>,
) -> impl Iterator<Item = Ask> + use<'c> {
    const MOST_ASKED: usize = 3;
    const FATES: [(&str, &str); 4] = [
        ("They died", "dead"),
        ("They were injured", "injured"),
        ("They survived", "survivors"),
        ("They are missing", "missing"),
    ];
    let died = known.values().find(|measure| is_death(measure)).cloned();
    let is_code = |value: &&str| value.chars().count() <= 2 && value.chars().all(char::is_alphabetic);
    let open = column.values.keys().copied().filter(move |value| is_code(value) && !known.contains_key(*value));
    open.take(MOST_ASKED).map(move |code| {
        let question = format!("What does \"{code}\" in \"{}\" mean? Nothing here says it.", column.name);
        let ask = Ask::new(question, "That is not known: they are counted apart").weighing(10);
        FATES.iter().fold(ask, |ask, (text, measure)| {
            let measure = died.clone().filter(|_| is_death(measure)).unwrap_or_else(|| (*measure).to_owned());
            let code = code.to_owned();
            ask.or(*text, move |recipe| {
                let values = recipe.measure.iter_mut().map(|measure| &mut measure.values);
                values.for_each(|values| {
                    values.insert(code.clone(), measure.clone());
                });
            })
        })
    })
}

/// Whether 1 and 2 are men and women, in a column of sexes by which people are told apart: so says ISO 5218.
pub(in super::super) fn ask_sexes(look: &Look, split: &str) -> Option<Ask> {
    let column = look.column(split)?;
    let is_code = |value: &&str| ["0", "1", "2", "3", "9", "-1", "99"].contains(value);
    let values: Vec<&str> = column.values.keys().copied().collect();
    if !values.contains(&"1") || !values.contains(&"2") || !values.iter().all(is_code) {
        return None;
    }
    let name = split.to_owned();
    let question = format!("What do 1 and 2 in \"{split}\" mean? Nothing here says it.");
    let ask = Ask::new(question, "That is not known").weighing(3);
    Some(["males females", "females males"].iter().fold(ask, |ask, sexes| {
        let (one, two) = sexes.split_once(' ').unwrap_or_default();
        let name = name.clone();
        ask.or(format!("1 is {one}, 2 is {two}"), move |recipe| {
            for split in recipe.split.iter_mut().filter(|split| split.column == name) {
                split.values.extend([("1", one), ("2", two)].map(|(code, sex)| (code.to_owned(), sex.to_owned())));
            }
        })
    }))
}

/// Leaves out columns that only say whether another has people, or whether a report is new: a few codes beside numbers.
pub(in super::super) fn leave_out_flags(found: &mut Candidates) {
    let is_flag = |one: &Candidate| {
        let is_alike = |other: &&Candidate| {
            other.measure() == one.measure() || [one, *other].iter().all(|one| one.measure().is_some_and(is_death))
        };
        let others = found.all.iter().filter(is_alike);
        one.measure().is_some()
            && is_small(one.seen)
            && others.into_iter().any(|other| is_flag_of(one.seen, other.seen))
    };
    let flags: Vec<&str> = found.all.iter().filter(|one| is_flag(one)).map(|one| one.seen.name).collect();
    if !flags.is_empty() {
        found.reasons.push(format!("left out: {}; a few codes beside numbers count nobody", say::list(&flags)));
        found.all.retain(|one| !flags.contains(&one.seen.name));
    }
}

/// Whether the small numbers of a column count people, where codes below zero stand among them.
pub(in super::super) fn ask_counts(look: &Look, rules: &[CountRule]) -> Option<Ask> {
    const LARGEST: f64 = 6.0;
    const LEAST: usize = 20;
    let may_be = |seen: &Seen| {
        seen.readable >= LEAST && seen.negatives > 0 && seen.range().is_some_and(|(_, largest)| largest <= LARGEST)
    };
    let rule = rules.iter().find(|rule| rule.column.as_ref().and_then(|name| look.column(name)).is_some_and(may_be))?;
    let (name, measure) = (rule.column.clone()?, rule.measure.clone());
    let question =
        format!("Do the numbers of \"{name}\" count people? None is above 6, and some are codes below zero.");
    let ask = Ask::new(question, "Yes: they are numbers of people").weighing(10);
    Some(ask.or("No: they are codes", move |recipe| rename(recipe, &measure, "code")))
}

/// Whether all numbers are 0, 1 or codes for what is not so or not known.
fn is_small(seen: &Seen) -> bool {
    seen.readable >= 8 && seen.values.keys().all(|value| ["0", "1", "-1", "-9", "9"].contains(value))
}

/// Codes below zero beside numbers without any, or the same code wherever the other has nobody, and nowhere else.
fn is_flag_of(flag: &Seen, other: &Seen) -> bool {
    let pairs = flag.numbers.iter().zip(&other.numbers).filter_map(|(flag, other)| flag.zip(*other));
    let is_said = |code: f64| pairs.clone().all(|(flag, other)| ((flag - code).abs() < 0.5) == (other == 0.0));
    let has = |code: &str| flag.values.contains_key(code);
    let has_codes = has("-9") && (has("-1") || is_said(-9.0));
    has_codes && other.negatives == 0 || !is_small(other) && is_said(0.0)
}
