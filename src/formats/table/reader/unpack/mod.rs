//! Unpacks archives into memory or a temporary file, within limits: an archive of a few kilobytes can unpack to more than
//! any disk holds.

mod gzip;
mod zip;

pub(super) use gzip::gunzip;
pub(super) use zip::{Archive, Contents, Failed, Unzipped, failure, look, open, unzip};

use super::counting::tell;
use crate::formats::table::scratch::{Room, Scratch};
use crate::formats::{LoadErrorKind, Progress};
use std::io::{self, ErrorKind, Read, Write};

/// How much an archive may hold when it is unpacked: 4 GiB.
pub(super) const UNPACKED_LIMIT: u64 = 4 * 1024 * 1024 * 1024;

/// How many times its size an archive may hold. Tables of many equal rows reach a hundred; deflate ends at a thousand.
const RATIO_LIMIT: u64 = 300;

/// Up to here the ratio does not matter: a small file of blanks is no attack.
const RATIO_FROM: u64 = 64 * 1024 * 1024;

const CHUNK: usize = 256 * 1024;

/// What the limits are measured against.
pub(super) struct Budget {
    /// The archive's own size in bytes.
    pub(super) packed: u64,
    /// How much came out of it so far, with what came out of archives inside.
    pub(super) unpacked: u64,
    /// Where it lies, and where rows lie that are kept.
    pub(super) room: Room,
}

impl Budget {
    pub(super) fn new(packed: u64) -> Self {
        Self { packed, unpacked: 0, room: Room::default() }
    }

    /// Takes `bytes` of what is left.
    pub(super) fn spend(&mut self, bytes: usize) -> Result<(), LoadErrorKind> {
        self.unpacked = self.unpacked.saturating_add(bytes as u64);
        self.check()
    }

    /// Whether more was taken than there was.
    pub(super) fn is_spent(&self) -> bool {
        self.check().is_err()
    }

    /// The error is that more was taken than there was.
    pub(super) fn check(&self) -> Result<(), LoadErrorKind> {
        if self.unpacked > RATIO_FROM && self.unpacked / RATIO_LIMIT > self.packed {
            return Err(LoadErrorKind::table(format!(
                "found an archive that unpacks to more than {RATIO_LIMIT} times its size, expected a table; \
                 such archives are made to fill memory: unpack it yourself if you trust it"
            )));
        }
        if self.unpacked > UNPACKED_LIMIT {
            return Err(LoadErrorKind::table(
                "found an archive that unpacks to more than 4 GiB, expected at most 4 GiB; \
                 unpack it yourself and open the files inside",
            ));
        }
        Ok(())
    }
}

/// Unpacks all of `reader`, behind what was unpacked before.
fn pour(
    mut reader: impl Read,
    what: &str,
    scratch: &mut Scratch,
    budget: &mut Budget,
    progress: Progress,
) -> Result<(), LoadErrorKind> {
    let mut buffer = vec![0; CHUNK];
    loop {
        let count = match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(read_failure(&error, what)),
        };
        budget.spend(count)?;
        scratch.write_all(buffer.get(..count).unwrap_or_default()).map_err(|error| full(&error))?;
        // The archive is most of the way of what is read before the first row is seen.
        tell(progress, budget.unpacked.min(budget.packed))?;
    }
    Ok(())
}

/// What an error while unpacking means.
pub(super) fn read_failure(error: &io::Error, what: &str) -> LoadErrorKind {
    match error.kind() {
        ErrorKind::UnexpectedEof => LoadErrorKind::table(format!(
            "found the end of the file in the middle of {what}, expected the rest of it; \
             was it saved or copied completely?"
        )),
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::Other => {
            LoadErrorKind::table(format!("found {what} that is damaged ({error}); fetch the file again"))
        }
        _ => LoadErrorKind::io(error),
    }
}

fn full(error: &io::Error) -> LoadErrorKind {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => LoadErrorKind::table(
            "found no room in the folder for temporary files, expected as much as the unpacked table takes; \
             make room, or unpack it yourself",
        ),
        _ => LoadErrorKind::io(error),
    }
}
