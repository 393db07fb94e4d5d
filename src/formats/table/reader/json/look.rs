//! A first look at records from the start, the middle and the end: which columns there are, and a sample.

use super::flatten::flatten;
use super::row::{Learning, MOST_COLUMNS};
use super::split::{Container, Piece, Splitter};
use super::{Json, KEY, LookedAt, OTHER_KEY, key_text};
use crate::formats::table::Column;
use crate::formats::table::reader::counting::tell;
use crate::formats::{LoadErrorKind, Progress};
use crate::text::whole;

/// Smaller files are looked at as a whole.
const SMALL: u64 = 8 * 1024 * 1024;

/// How many records are looked at in each of three places of a larger file.
const LOOKED_AT: usize = 2_000;

/// How many bytes of records are looked at in each place.
const LOOKED_AT_BYTES: usize = 4 * 1024 * 1024;

/// So many bytes are tried before the middle of a file is given up.
const MOST_TRIED: usize = 8 * 1024 * 1024;

impl Json {
    /// Looks at records from the start, the middle and the end.
    pub(super) fn look(&mut self, progress: Progress) -> Result<(), LoadErrorKind> {
        let mut start = self.splitter(self.place.offset, self.place.line)?;
        let most = if self.size <= SMALL { usize::MAX } else { LOOKED_AT };
        let mut learning = Learning::default();
        let mut record = 0;
        let mut bytes = 0;
        while self.looked_at.len() < most && (bytes < LOOKED_AT_BYTES || self.size <= SMALL) {
            let Some(piece) = start.next()? else {
                self.is_whole = true;
                break;
            };
            record += 1;
            bytes += piece.bytes.len();
            if record == 1 {
                let holds = |word: &[u8]| memchr::memmem::find(&piece.bytes, word).is_some();
                self.is_feature = holds(b"\"Feature\"") && holds(b"\"properties\"");
                if self.place.container == Container::Object {
                    let mut probe = Learning::default();
                    // What is wrong with a record, the pass over all of them says.
                    drop(flatten(&piece.bytes, self.is_feature, &mut probe));
                    self.key = if probe.columns.contains_key(KEY) { OTHER_KEY } else { KEY };
                    learning.columns.insert(self.key.to_owned(), ());
                }
            }
            if record % 256 == 0 {
                tell(progress, 0)?;
            }
            self.learn(&mut learning, &piece, Some(record));
            if learning.columns.len() > MOST_COLUMNS {
                break;
            }
        }
        if !self.is_whole && start.offset() < self.size && learning.columns.len() <= MOST_COLUMNS {
            self.look_later(&mut learning, start.offset(), progress)?;
        }
        if learning.columns.len() > MOST_COLUMNS {
            return Err(LoadErrorKind::table(format!(
                "found records with more than {} different keys, expected the columns of a table; \
                 are its values keys?",
                whole(MOST_COLUMNS as u64)
            )));
        }
        self.columns = learning.columns.into_keys().map(|name| Column { name, tag: None }).collect();
        if self.columns.is_empty() {
            return Err(self.no_records());
        }
        Ok(())
    }

    fn no_records(&self) -> LoadErrorKind {
        let first = self.splitter(self.place.offset, self.place.line).and_then(|mut splitter| splitter.next());
        let reason = match first {
            Ok(Some(piece)) => self.fault(&piece, &mut Learning::default()).map(|fault| fault.message),
            _ => None,
        };
        LoadErrorKind::table(reason.unwrap_or_else(|| "found JSON without records, expected a list of them".to_owned()))
    }

    fn look_later(&mut self, learning: &mut Learning, seen: u64, progress: Progress) -> Result<(), LoadErrorKind> {
        let average = seen.saturating_sub(self.place.offset) / (self.looked_at.len().max(1) as u64);
        let tail = average.saturating_mul(LOOKED_AT as u64).min(LOOKED_AT_BYTES as u64);
        let middle = (self.size / 2).max(seen);
        let end = self.size.saturating_sub(tail).max(middle.saturating_add(tail));
        for (offset, room) in [(middle, tail), (end, u64::MAX)] {
            if offset >= self.size || self.place.container == Container::Object {
                continue;
            }
            tell(progress, 0)?;
            let mut splitter = self.splitter(offset, 0)?;
            let Ok(Some(first)) = self.find_again(&mut splitter, learning) else { continue };
            self.learn(learning, &first, None);
            for _ in 0..LOOKED_AT {
                // From here on the structure may be broken; the pass over all records finds that again.
                match splitter.next() {
                    Ok(Some(piece)) if !piece.is_cut => self.learn(learning, &piece, None),
                    _ => break,
                }
                if splitter.offset().saturating_sub(offset) > room.min(LOOKED_AT_BYTES as u64) {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The first record after a place in the middle of the file: what has keys that records have.
    fn find_again(&self, splitter: &mut Splitter, learning: &Learning) -> Result<Option<Piece>, LoadErrorKind> {
        if self.place.container == Container::Lines {
            splitter.skip_line()?;
            return splitter.next();
        }
        // Where braces never close, each try reads to the end of the file.
        let mut tried = 0;
        while tried < MOST_TRIED {
            let Some(piece) = splitter.try_brace()? else { return Ok(None) };
            tried += piece.bytes.len().max(MOST_TRIED / 1_000);
            let mut probe = Learning::default();
            let is_read = flatten(&piece.bytes, self.is_feature, &mut probe).is_ok();
            let known = probe.columns.keys().filter(|name| learning.columns.contains_key(*name)).count();
            if is_read && known * 2 >= probe.columns.len().max(1) && known > 0 {
                return Ok(Some(piece));
            }
            splitter.step_into(&piece);
        }
        Ok(None)
    }

    fn learn(&mut self, learning: &mut Learning, piece: &Piece, record: Option<u64>) {
        learning.cells.clear();
        if let Some(key) = &piece.key {
            learning.cells.push(Some(key_text(key)));
        }
        if self.fault(piece, learning).is_none() {
            let filled = |(place, cell): (usize, Option<String>)| Some((place, cell.filter(|text| !text.is_empty())?));
            let cells = learning.cells.drain(..).enumerate().filter_map(filled).collect();
            self.looked_at.push(LookedAt { record, cells });
        }
    }
}
