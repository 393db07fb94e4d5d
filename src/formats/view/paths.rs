//! Paths between a view and its datasets, worked out from their words alone: no disk is asked.

use std::path::{Component, Path, PathBuf};

/// `path` without `.` and with `..` taken back where a folder stands before it.
#[must_use]
pub fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(normal.components().next_back(), Some(Component::Normal(_))) => {
                normal.pop();
            }
            // There is nothing above the root.
            Component::ParentDir if normal.has_root() => {}
            other => normal.push(other),
        }
    }
    normal
}

/// The way from `folder` to `file` with slashes; `None` where there is none, as between two drives, or where the path is
/// no text. Both must be absolute, or both relative to the same folder.
#[must_use]
pub fn relative(folder: &Path, file: &Path) -> Option<String> {
    let (folder, file) = (normal(folder), normal(file));
    let (from, to): (Vec<Component>, Vec<Component>) = (folder.components().collect(), file.components().collect());
    let shared = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    let (up, down) = (from.get(shared..)?, to.get(shared..)?);
    if down.is_empty() || !up.iter().chain(down).all(|component| matches!(component, Component::Normal(_))) {
        return None;
    }
    let down = down.iter().map(|component| component.as_os_str().to_str()).collect::<Option<Vec<_>>>()?;
    let words: Vec<&str> = up.iter().map(|_| "..").chain(down).collect();
    Some(words.join("/"))
}

/// The file that a relative path with slashes leads to from `folder`.
#[must_use]
pub fn joined(folder: &Path, path: &str) -> PathBuf {
    let mut joined = folder.to_owned();
    path.split('/').for_each(|word| joined.push(word));
    normal(&joined)
}
