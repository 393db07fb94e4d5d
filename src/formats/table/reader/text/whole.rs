//! A whole file as UTF-8, for formats that are read from any place on.

use super::{Encoded, Stream};
use crate::formats::table::Material;
use crate::formats::table::reader::counting::tell;
use crate::formats::table::scratch::Scratch;
use crate::formats::{LoadErrorKind, Progress};
use encoding_rs::UTF_8;
use std::io::Write as _;

impl Encoded {
    /// The file as UTF-8; `None` where it is that already.
    pub(in super::super) fn to_utf8(
        self,
        material: &Material,
        progress: Progress,
    ) -> Result<Option<Material>, LoadErrorKind> {
        if self.encoding == UTF_8 {
            return Ok(None);
        }
        let mut stream = Stream::open(material, self)?;
        let mut scratch = Scratch::default();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let count = stream.read(&mut buffer)?;
            if count == 0 {
                return Ok(Some(scratch.finish(&material.name)));
            }
            let text = buffer.get(..count).unwrap_or_default();
            scratch.write_all(text).map_err(|error| LoadErrorKind::io(&error))?;
            tell(progress, 0)?;
        }
    }
}
