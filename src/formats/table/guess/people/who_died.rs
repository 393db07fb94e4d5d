//! Lists of people of whom only some died: a date of death stands in some rows and is blank in the others.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen, share};
use super::super::say;
use super::super::when::date_form::form;
use crate::formats::table::recipe::Filter;
use std::collections::BTreeSet;

/// Up to this share of the dead may have no date, which is then not known.
const NOT_KNOWN: f64 = 0.1;

/// "Date of death", "cause of death": what one person has.
pub(in super::super) fn is_of_death(column: &Seen) -> bool {
    const WHAT: [&str; 15] = [
        "date",
        "cause",
        "place",
        "manner",
        "fecha",
        "causa",
        "lugar",
        "modalidad",
        "lieu",
        "datum",
        "acte",
        "data",
        "дата",
        "تاریخ",
        "تاريخ",
    ];
    let named = &column.named;
    named.measures.iter().any(|measure| matches!(*measure, "dead" | "killed" | "executed"))
        && named.has(&WHAT)
        && (!column.is_number() || form(column).is_some())
        && column.filled > 0
}

/// Those of whom a list says that they died, where it does not of everyone.
pub(in super::super) struct Died {
    /// The rows of the others are left out, unless the user wants them.
    pub filter: Option<Filter>,
    pub reason: String,
    pub ask: Ask,
}

/// Finds them; `None` where nearly everyone has a date or cause of death.
pub(in super::super) fn find(look: &Look) -> Option<Died> {
    let all: Vec<&Seen> = look.columns.iter().filter(|column| is_of_death(column)).collect();
    let silent = |column: &Seen| column.cells.iter().filter(|cell| !says(cell)).count();
    let column = all.iter().copied().min_by_key(|column| silent(column))?;
    let is_said_elsewhere = (0..look.rows).any(|row| {
        let of = |column: &Seen| column.cells.get(row).is_some_and(|cell| says(cell));
        !of(column) && all.iter().any(|other| of(other))
    });
    let (blank, name) = (silent(column), column.name);
    if is_said_elsewhere || share(blank, look.rows) <= NOT_KNOWN {
        return None;
    }
    let except: BTreeSet<&str> = column.cells.iter().copied().filter(|cell| !says(cell)).collect();
    let except = except.into_iter().map(str::to_owned).collect();
    let filter = Filter { column: name.to_owned(), only: Vec::new(), except };
    let question = format!(
        "Did everyone in this list die? \"{name}\" is blank in {} of {}.",
        say::number(blank),
        say::rows(look.rows)
    );
    let (some, everyone) = ("No: only those of whom it is stated", "Yes: of the others it is not known when");
    // A list of the dead knows it of most.
    Some(if share(blank, look.rows) > 0.5 {
        let own = filter.clone();
        let ask = Ask::new(question, some).or(everyone, move |recipe| recipe.keep.retain(|filter| *filter != own));
        let reason =
            format!("left out: {} in which \"{name}\" is blank; nothing says that they died", say::rows(blank));
        Died { filter: Some(filter), reason, ask: ask.weighing(10) }
    } else {
        let ask = Ask::new(question, everyone).or(some, move |recipe| recipe.keep.push(filter.clone()));
        let reason = format!("\"{name}\" is blank in {}; these people are counted too", say::rows(blank));
        Died { filter: None, reason, ask: ask.weighing(10) }
    })
}

/// Whether a cell is no blank, and no date that stands for none: "9999-99-99".
fn says(cell: &str) -> bool {
    let digits = || cell.chars().filter(char::is_ascii_digit);
    let is_none = cell.starts_with("9999") || digits().count() >= 6 && digits().all(|digit| digit == '0');
    !crate::formats::table::value::is_unknown(cell, &[]) && !is_none
}
