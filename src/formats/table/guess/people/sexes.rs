//! Columns of sexes, and what their values mean.

use super::super::look::Seen;
use indexmap::IndexMap;

const SEXES: [&str; 24] = [
    "sex",
    "gender",
    "sexo",
    "sexe",
    "genero",
    "genre",
    "geschlecht",
    "جنسیت",
    "الجنس",
    "пол",
    "pohlavi",
    "plec",
    "cinsiyet",
    "sukupuoli",
    "kon",
    "kjonn",
    "geslacht",
    "sesso",
    "стать",
    "φύλο",
    "性別",
    "性别",
    "성별",
    "लिंग",
];

/// A column of sexes.
pub(in super::super) fn is_sex(column: &Seen) -> bool {
    column.named.has(&SEXES)
}

/// The categories of a column of sexes.
pub(in super::super) fn categories(column: &Seen) -> IndexMap<String, String> {
    let has = |letter: &str| column.values.keys().any(|value| value.eq_ignore_ascii_case(letter));
    // "M" stands for women beside "H" for men, in Spanish.
    let is_spanish = has("h") && has("m") && !has("f");
    let mean = |value: &&str| {
        let category = match value.to_lowercase().as_str() {
            "h" if is_spanish => "males",
            "m" if is_spanish => "females",
            "f" | "female" | "woman" | "w" | "femenino" | "mujer" | "femme" | "feminin" | "féminin" | "weiblich"
            | "زن" | "أنثى" => "females",
            "m" | "male" | "man" | "masculino" | "hombre" | "homme" | "masculin" | "männlich" | "مرد" | "ذكر" => {
                "males"
            }
            _ => return None,
        };
        Some(((*value).to_owned(), category.to_owned()))
    };
    column.values.keys().filter_map(mean).collect()
}

/// Whether a column of sexes has both, and beside them this value alone.
pub(in super::super) fn are_both_but_for(column: &Seen, value: &str) -> bool {
    let known = categories(column);
    is_sex(column) && known.len() == 2 && column.values.len() == 3 && !known.contains_key(value)
}
