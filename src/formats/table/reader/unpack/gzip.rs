//! Files packed by gzip, of one member or of several.

use super::{Budget, pour};
use crate::formats::table::Material;
use crate::formats::table::scratch::Scratch;
use crate::formats::{LoadErrorKind, Progress};
use flate2::read::MultiGzDecoder;
use std::io::{BufReader, Read as _};

/// The file inside.
pub(in crate::formats::table::reader) fn gunzip(
    material: &Material,
    budget: &mut Option<Budget>,
    progress: Progress,
) -> Result<Material, LoadErrorKind> {
    let (reader, size) = material.open()?;
    let budget = budget.get_or_insert_with(|| Budget::new(size));
    let name = inner_name(&material.name);
    let decoder = MultiGzDecoder::new(BufReader::with_capacity(64 * 1024, reader.take(size)));
    let mut scratch = Scratch::within(&budget.room);
    pour(decoder, "a gzip archive", &mut scratch, budget, progress)?;
    Ok(scratch.finish(&name))
}

/// The name without its last ending.
fn inner_name(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) if ending.eq_ignore_ascii_case("gz") && !stem.is_empty() => stem.to_owned(),
        Some((stem, ending)) if ending.eq_ignore_ascii_case("tgz") => format!("{stem}.tar"),
        _ => name.to_owned(),
    }
}
