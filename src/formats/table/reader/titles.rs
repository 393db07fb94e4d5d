//! Titles above the columns' names: words that stand alone in a row.

/// What is longer than this is prose.
const LONGEST: usize = 160;

/// The titles among the rows above the names.
pub(super) fn titles<'r>(above: impl Iterator<Item = &'r [String]>) -> Vec<String> {
    above.filter_map(title).map(str::to_owned).collect()
}

fn title(row: &[String]) -> Option<&str> {
    let mut filled = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let only = filled.next().filter(|_| filled.next().is_none())?;
    (only.len() <= LONGEST && only.contains(' ') && !only.starts_with('#')).then_some(only)
}
