//! Confirmed beside suspected: what is less sure is another number, never added in silence.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::{Look, Seen, share};
use super::super::say;
use super::words;
use crate::formats::table::recipe::{Events, Filter, RowKind, Values};
use indexmap::{IndexMap, IndexSet};

/// How sure a number is, and how the words for it begin.
const BEGINNINGS: [(&str, &[&str]); 3] = [
    (
        "confirmed",
        &[
            "confirm",
            "conferm",
            "verified",
            "verificad",
            "verifie",
            "bestatigt",
            "подтвержд",
            "підтвердж",
            "مؤكد",
            "تایید",
            "تأیید",
            "确诊",
            "確認",
            "确认",
            "dogrulan",
        ],
    ),
    ("probable", &["probab", "wahrscheinlich", "вероятн", "ймовірн", "محتمل", "可能"]),
    (
        "suspected",
        &[
            "suspect",
            "suspeit",
            "sospech",
            "sospett",
            "verdacht",
            "подозр",
            "підозр",
            "مشتبه",
            "مشکوک",
            "疑似",
            "疑い",
            "supheli",
        ],
    ),
];

/// Words that turn "confirmed" round.
const NOT: [&str; 10] = ["not", "no", "non", "sin", "nicht", "не", "غير", "نشده", "未", "yet"];

/// How sure a name says that its number is, the surest first; several where it holds them together.
pub(in super::super) fn of(words: &[String]) -> Vec<&'static str> {
    let begins = |beginnings: &[&str]| {
        let is_it = |word: &String| word != "confirmation" && beginnings.iter().any(|start| word.starts_with(start));
        words.iter().any(is_it)
    };
    let mut found: Vec<&'static str> =
        BEGINNINGS.iter().filter(|(_, starts)| begins(starts)).map(|(sure, _)| *sure).collect();
    let is_unconfirmed = begins(&["unconfirm", "unverified", "unbestatigt", "неподтвержд", "непідтвердж"]);
    if is_unconfirmed || words.iter().any(|word| NOT.contains(&&**word)) && found == ["confirmed"] {
        found.retain(|sure| *sure != "confirmed");
        found.push("unconfirmed");
    }
    let joined = words.join(" ");
    if ["under investigation", "under review", "pending", "en investigacion"].iter().any(|said| joined.contains(said)) {
        found.push("under_investigation");
    }
    if ["discarded", "ruled out", "descartad"].iter().any(|said| joined.contains(said)) {
        found.push("ruled_out");
    }
    found
}

/// Words of columns that say how sure something else is than that people were harmed.
const OF_OTHERS: [&str; 12] = [
    "motive",
    "motives",
    "identity",
    "identified",
    "location",
    "place",
    "geo",
    "coordinates",
    "precision",
    "date",
    "source",
    "nationality",
];

/// The column whose values say how sure each row's numbers are.
pub(in super::super) fn column<'l, 's>(look: &'l Look<'s>) -> Option<&'l Seen<'s>> {
    let is_it = |column: &&Seen| {
        let said: Vec<Vec<&str>> = column.values.keys().map(|value| of(&words::split(value))).collect();
        let kinds: IndexSet<&str> = said.iter().filter(|said| said.len() == 1).flatten().copied().collect();
        let known = said.iter().filter(|said| !said.is_empty()).count();
        kinds.len() >= 2
            && (kinds.contains("confirmed") || kinds.contains("probable"))
            && share(known, column.values.len()) >= 0.8
    };
    let is_able = |column: &&Seen| {
        (2..=12).contains(&column.values.len()) && !column.is_number() && !column.named.has(&OF_OTHERS)
    };
    look.columns.iter().filter(is_able).find(is_it)
}

/// Keeps apart what differs in how sure it is.
pub(in super::super) fn apart(draft: &mut Draft, look: &Look) {
    if let Some(mut values) = draft.recipe.measure.clone() {
        let mut together = values.clone();
        let kinds = divided(draft, &mut values, &mut together);
        if kinds != Kinds::One {
            draft.recipe.measure = Some(values);
            reason(draft, &together.column);
        }
        // Beside a number that holds all of them nothing is left to ask.
        if kinds == Kinds::Several {
            draft.asks.push(ask(&together.column).or(ADDED, move |recipe| recipe.measure = Some(together.clone())));
        }
        if kinds != Kinds::One {
            return;
        }
    }
    let Some(column) = column(look) else { return };
    if draft.recipe.measure.as_ref().is_some_and(|measure| measure.column == column.name) {
        return;
    }
    if draft.recipe.events.columns.iter().any(|event| event == column.name) {
        draft.recipe.events = Events::default();
    }
    draft.recipe.split.retain(|split| split.column != column.name);
    let split = super::super::detect::split_of(column, None);
    let measures: IndexSet<&String> = draft.recipe.counts.iter().map(|rule| &rule.measure).collect();
    let is_plain = draft.recipe.counts.iter().all(|rule| rule.category.is_none());
    if let (true, None, [measure]) = (is_plain, &draft.recipe.measure, &*measures.into_iter().collect::<Vec<_>>()) {
        let mut values: IndexMap<String, String> =
            column.values.keys().map(|value| ((*value).to_owned(), (*measure).clone())).collect();
        if column.filled < look.rows {
            let not_stated = format!("{measure}_not_stated");
            draft.recipe.labels.insert(not_stated.clone(), format!("{}, not stated how sure", say::label(measure)));
            values.insert(String::new(), not_stated);
        }
        let mut values = Values { column: column.name.to_owned(), values };
        let kinds = divided(draft, &mut values, &mut Values { column: String::new(), values: IndexMap::new() });
        draft.recipe.measure = Some(values);
        reason(draft, column.name);
        if kinds == Kinds::Several {
            draft.asks.push(ask(column.name).or(ADDED, move |recipe| {
                recipe.measure = None;
                recipe.split.push(split.clone());
            }));
        }
        return;
    }
    draft.recipe.split.insert(0, split);
    draft.reasons.push(format!("\"{}\" tells the confirmed from others", column.name));
    let others: Vec<String> = column
        .values
        .keys()
        .filter(|value| of(&words::split(value)) != ["confirmed"])
        .map(|value| (*value).to_owned())
        .collect();
    let of_column = |except: Vec<String>| Filter { column: column.name.to_owned(), only: Vec::new(), except };
    let ruled_out: Vec<String> =
        others.iter().filter(|value| of(&words::split(value)).contains(&"ruled_out")).cloned().collect();
    if !ruled_out.is_empty() {
        let shown = ruled_out.join("\", \"");
        draft.reasons.push(format!("left out: rows with \"{shown}\" in \"{}\"; ruled out", column.name));
        draft.recipe.keep.push(of_column(ruled_out));
    }
    let filter = of_column(others);
    let ask =
        Ask::new(format!("Are all of \"{}\" counted together?", column.name), "Yes: they add up, and are told apart")
            .weighing(9);
    draft.asks.push(ask.or("No: the confirmed only", move |recipe| recipe.keep.push(filter.clone())));
}

fn reason(draft: &mut Draft, column: &str) {
    draft.reasons.push(format!("\"{column}\" tells the confirmed from others: each is counted by itself"));
}

const ADDED: &str = "Yes: they add up";

fn ask(column: &str) -> Ask {
    Ask::new(format!("Are all of \"{column}\" counted together?"), "No: each is counted by itself").weighing(9)
}

/// In how many ways the values of one measure are sure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kinds {
    One,
    /// In several, and one of them holds the others.
    Held,
    Several,
}

/// Gives values that say the same measure with another certainty a measure of their own. The measure itself is what holds
/// all of them together, else that of the confirmed.
///
/// `together` gets names of their own only for those that another of its values holds.
fn divided(draft: &mut Draft, values: &mut Values, together: &mut Values) -> Kinds {
    let said = |value: &str| of(&words::split(value));
    let mut by_measure: IndexMap<String, Vec<Vec<&'static str>>> = IndexMap::new();
    for (value, measure) in values.values.iter().filter(|(value, _)| !value.is_empty()) {
        by_measure.entry(measure.clone()).or_default().push(said(value));
    }
    let is_whole = |said: &[&str]| said.is_empty() || said.len() > 1 && said.contains(&"confirmed");
    // A person's row holds no other one.
    let may_hold = draft.recipe.row != RowKind::Person;
    let mut found = Kinds::One;
    for (measure, all) in by_measure {
        let kinds: IndexSet<&[&str]> = all.iter().map(Vec::as_slice).filter(|said| !is_whole(said)).collect();
        let has_whole = may_hold && all.iter().any(|said| is_whole(said));
        if kinds.is_empty() || kinds.len() + usize::from(has_whole) < 2 {
            continue;
        }
        found = found.max(if has_whole { Kinds::Held } else { Kinds::Several });
        let of_measure = values.values.iter_mut().filter(|(value, own)| !value.is_empty() && **own == measure);
        for (value, own) in of_measure {
            let said = said(value);
            if is_whole(&said) {
                continue;
            }
            let label = format!("{}, {}", say::label(&measure), say::words(&said.join(" and ")));
            if has_whole || said != ["confirmed"] {
                *own = format!("{measure}_{}", said.join("_"));
            }
            draft.recipe.labels.insert(own.clone(), label);
            if let (true, Some(held)) = (has_whole, together.values.get_mut(value)) {
                held.clone_from(own);
            }
        }
    }
    found
}
