//! Whether a cell looks like a number, a date or a name; a first look only, to tell names of columns from data.

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Empty,
    Number,
    Date,
    Text,
}

/// Looks at a cell without white space around it.
pub(super) fn kind(cell: &str) -> Kind {
    if cell.is_empty() {
        return Kind::Empty;
    }
    let digits = cell.chars().filter(|character| character.is_numeric()).count();
    let letters = cell.chars().filter(|character| character.is_alphabetic()).count();
    let other = |allowed: &str| {
        cell.chars().all(|c| c.is_numeric() || c.is_alphabetic() || c.is_whitespace() || allowed.contains(c))
    };
    if digits == 0 {
        return Kind::Text;
    }
    if letters == 0 && other(".,'’+-−<>≥≤~≈%$€£() ") && !cell.trim_start_matches(['-', '+']).contains('-')
    {
        let is_dotted = cell.matches('.').count() == 2 && (4..=8).contains(&digits) && !cell.contains(',');
        return if is_dotted { Kind::Date } else { Kind::Number };
    }
    // Names of months, of weekdays, T and Z stand in dates; elsewhere letters outweigh digits or come first.
    let is_date = digits >= 3 && letters <= 12 && other("-/.:,+") && cell.contains(['-', '/', ':', ' ', '.']);
    let starts_with_digit = cell.starts_with(char::is_numeric);
    if is_date && (starts_with_digit || (cell.ends_with(char::is_numeric) && digits > letters)) {
        return Kind::Date;
    }
    Kind::Text
}

/// Whether cells are years or dates that follow each other, as where each has a column of its own.
pub(super) fn is_sequence(cells: &[&str]) -> bool {
    if cells.len() < 2 {
        return false;
    }
    let years: Option<Vec<i32>> = cells.iter().map(|cell| cell.parse().ok()).collect();
    let Some(years) = years.filter(|years| years.iter().all(|year| (1000..=2200).contains(year))) else {
        return false;
    };
    let step = |pair: &[i32]| pair.last().zip(pair.first()).map(|(last, first)| last - first);
    let mut steps = years.windows(2).map(step);
    let first = steps.next().flatten();
    first != Some(0) && steps.all(|step| step == first)
}
