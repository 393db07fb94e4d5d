//! Dates of which only about when is said: "early June 2023", "c. 20 July 2023", "fin mai 2023", "spring 2021".

use crate::model::{PartialDate, When};

/// Words before a date that say so, the longer ones first.
const BEFORE: [&str; 48] = [
    "beginning of ",
    "end of ",
    "early ",
    "mid-",
    "mid ",
    "middle of ",
    "late ",
    "about ",
    "around ",
    "approx. ",
    "approximately ",
    "circa ",
    "ca. ",
    "ca ",
    "c. ",
    "~",
    "début ",
    "mi-",
    "fin ",
    "vers ",
    "anfang ",
    "mitte ",
    "ende ",
    "um den ",
    "etwa ",
    "principios de ",
    "inicios de ",
    "mediados de ",
    "finales de ",
    "hacia ",
    "około ",
    // Seasons begin in other months south of the equator.
    "spring ",
    "summer ",
    "autumn ",
    "fall ",
    "winter ",
    "printemps ",
    "été ",
    "automne ",
    "hiver ",
    "frühling ",
    "frühjahr ",
    "sommer ",
    "herbst ",
    "primavera de ",
    "verano de ",
    "otoño de ",
    "invierno de ",
];

/// A date, which `read` can read, behind such a word: it is about then.
pub(super) fn read(text: &str, read: &dyn Fn(&str) -> Option<PartialDate>) -> Option<When> {
    let small = text.to_lowercase();
    let rest = BEFORE.iter().find_map(|word| small.strip_prefix(word))?;
    let mut date = read(rest.trim_start())?;
    date.approximate = true;
    Some(date.into())
}
