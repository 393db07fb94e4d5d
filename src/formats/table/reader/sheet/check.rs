//! Looks through a workbook before it is read: what it unpacks to, and numbers in it that ask for more memory than there is.

use crate::formats::table::Material;
use crate::formats::table::reader::counting::tell;
use crate::formats::table::reader::unpack::{Archive, Budget, failure, open, read_failure};
use crate::formats::{LoadErrorKind, Progress};
use std::io::Read;

/// The longest text between two tags, in bytes: Excel's own limit for a cell is 32,767 characters.
pub(super) const LONGEST_TEXT: u64 = 16 * 1024 * 1024;

/// What begins the list of merged cells.
const MERGED: &[u8] = b"mergeCell";

/// How much the texts that cells share may take, since they all stay in memory.
const SHARED_LIMIT: u64 = 512 * 1024 * 1024;

/// Reads all parts of a workbook that is an archive; true where cells are merged in it.
pub(super) fn check(material: &Material, budget: &mut Budget, progress: Progress) -> Result<bool, LoadErrorKind> {
    let (mut archive, _) = open(material)?;
    let mut has_merged = false;
    for index in 0..archive.len() {
        has_merged |= part(&mut archive, index, budget, progress)?;
    }
    Ok(has_merged)
}

fn part(archive: &mut Archive, index: usize, budget: &mut Budget, progress: Progress) -> Result<bool, LoadErrorKind> {
    let mut file = archive.by_index(index).map_err(|error| failure(&error))?;
    let is_shared = file.name().is_ok_and(|name| name.to_lowercase().ends_with("sharedstrings.xml"));
    let is_text = file.name().is_ok_and(|name| name.to_lowercase().ends_with(".xml"));
    let mut head = Vec::new();
    let mut buffer = vec![0; 256 * 1024];
    let (mut size, mut since_tag) = (0_u64, 0_u64);
    let (mut has_merged, mut edge) = (false, Vec::new());
    loop {
        let count = file.read(&mut buffer).map_err(|error| read_failure(&error, "a workbook"))?;
        if count == 0 {
            break;
        }
        budget.spend(count)?;
        tell(progress, 0)?;
        let bytes = buffer.get(..count).unwrap_or_default();
        if head.len() < 4_096 {
            head.extend(bytes.iter().take(4_096));
        }
        size = size.saturating_add(count as u64);
        has_merged = has_merged || memchr::memmem::find(bytes, MERGED).is_some();
        // The word may lie on both sides of the border between two readings.
        edge.extend(bytes.iter().take(MERGED.len()));
        has_merged = has_merged || memchr::memmem::find(&edge, MERGED).is_some();
        edge.clear();
        edge.extend(bytes.iter().skip(count.saturating_sub(MERGED.len())));
        since_tag = match memchr::memrchr(b'<', bytes) {
            Some(place) => count.saturating_sub(place) as u64,
            None => since_tag.saturating_add(count as u64),
        };
        if is_text && since_tag > LONGEST_TEXT {
            return Err(long_text());
        }
    }
    if is_shared && (size > SHARED_LIMIT || promised(&head).is_some_and(|promised| promised > size)) {
        return Err(super::damaged("its list of texts is longer than it can be"));
    }
    Ok(has_merged && is_text)
}

pub(super) fn long_text() -> LoadErrorKind {
    LoadErrorKind::table("found a text of more than 16 MiB in one cell, expected a table; was it meant to be one?")
}

/// How many texts a list says it has: a number that would be believed.
fn promised(head: &[u8]) -> Option<u64> {
    let text = String::from_utf8_lossy(head);
    let (_, rest) = text.split_once("uniqueCount=")?;
    let digits: String = rest.chars().skip(1).take_while(char::is_ascii_digit).collect();
    Some(digits.parse().unwrap_or(u64::MAX))
}
