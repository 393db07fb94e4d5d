//! Files that change while they are read: one that became shorter is refused, of one that became longer it is said.

use crate::formats::table::Material;
use crate::formats::{LoadErrorKind, Warning};

/// What is said of a file that became longer.
pub(super) const LONGER: &str = "the file became longer while it was read; what was added is left out";

/// What to say of a file that had this size before it was read, where it became longer. The error is that it became shorter,
/// whatever `failed` says: what could not be read is gone.
pub(super) fn look<T>(
    material: &Material,
    before: u64,
    read: Result<T, LoadErrorKind>,
) -> Result<(T, Option<Warning>), LoadErrorKind> {
    if read.as_ref().err() == Some(&LoadErrorKind::Cancelled) {
        return Err(LoadErrorKind::Cancelled);
    }
    let (_, now) = material.open()?;
    if now < before {
        return Err(LoadErrorKind::Shrank { expected: before, found: now });
    }
    let longer = (now > before).then(|| Warning { line: 0, message: LONGER.to_owned() });
    read.map(|read| (read, longer))
}
