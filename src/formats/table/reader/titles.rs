//! Titles above the columns' names: words that stand alone in a row.

/// What is longer than this is prose.
const LONGEST: usize = 160;
/// What has fewer letters than this says nothing.
const SHORTEST: usize = 4;

/// The titles among the rows above the names; those of one word behind the others.
pub(super) fn titles<'r>(above: impl Iterator<Item = &'r [String]>) -> Vec<String> {
    let all: Vec<String> = above.filter_map(title).map(str::to_owned).collect();
    let (sentences, words): (Vec<String>, Vec<String>) = all.into_iter().partition(|title| title.contains(' '));
    sentences.into_iter().chain(words).collect()
}

fn title(row: &[String]) -> Option<&str> {
    let mut filled = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let only = filled.next().filter(|_| filled.next().is_none())?;
    let is_word = only.chars().filter(|character| character.is_alphabetic()).count() >= SHORTEST;
    (only.len() <= LONGEST && is_word && !only.starts_with('#')).then_some(only)
}
