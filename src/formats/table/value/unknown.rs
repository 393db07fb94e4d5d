//! Cells that say that something is not known, which is not zero.

/// How people write that there is no value, in small letters.
const UNKNOWN: [&str; 58] = [
    "-",
    "--",
    "–",
    "—",
    "…",
    "...",
    "..",
    ".",
    "?",
    "??",
    "*",
    "x",
    "na",
    "n/a",
    "n.a.",
    "n.a",
    "#n/a",
    "null",
    "none",
    "nil",
    "nan",
    "unknown",
    "unk",
    "n/k",
    "not known",
    "not available",
    "not reported",
    "no data",
    "tbd",
    "s/i",
    "s/d",
    "n/d",
    "desconocido",
    "inconnu",
    "unbekannt",
    "نامشخص",
    "нет данных",
    "k. a.",
    "k.a.",
    "n.d.",
    "n.d",
    "n.c.",
    "sin datos",
    "pending",
    "tbc",
    "unavailable",
    "see note",
    "bilinmiyor",
    "brak danych",
    "não informado",
    "н/д",
    "غير متوفر",
    "غير معروف",
    "نامعلوم",
    "אין נתונים",
    "不明",
    "不详",
    "데이터 없음",
];

/// Whether a cell holds no value: blank, a usual word or sign for it, or one of the table's own.
pub(in crate::formats::table) fn is_unknown(text: &str, own: &[String]) -> bool {
    let text = trimmed(text);
    if text.is_empty() || own.iter().any(|unknown| unknown.eq_ignore_ascii_case(text)) {
        return true;
    }
    // A number is the usual case, and the longest of the words has few letters.
    if text.len() > 24 || text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    UNKNOWN.iter().any(|unknown| unknown.eq_ignore_ascii_case(text))
        || !text.is_ascii() && UNKNOWN.contains(&text.to_lowercase().as_str())
}

/// `text` without white space around it; nearly all cells have none.
#[inline]
pub(in crate::formats::table) fn trimmed(text: &str) -> &str {
    let is_bare = |byte: Option<&u8>| byte.is_none_or(|byte| (b'!'..=b'~').contains(byte));
    let bytes = text.as_bytes();
    if is_bare(bytes.first()) && is_bare(bytes.last()) { text } else { text.trim() }
}
