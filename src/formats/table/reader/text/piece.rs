//! Text from the middle of a file.

use super::detect::{Encoded, read_at};
use crate::formats::LoadErrorKind;
use crate::formats::table::ReadSeek;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

impl Encoded {
    /// The text of about `length` bytes from `offset` on. A character that is cut at either end is replaced.
    pub(in super::super) fn piece(
        self,
        bytes: &mut dyn ReadSeek,
        offset: u64,
        length: u64,
    ) -> Result<Vec<u8>, LoadErrorKind> {
        let offset = offset.max(self.mark);
        if self.encoding == UTF_8 {
            return read_at(bytes, offset, length);
        }
        let is_wide = self.encoding == UTF_16LE || self.encoding == UTF_16BE;
        let offset = if is_wide { offset - (offset - self.mark) % 2 } else { offset };
        let raw = read_at(bytes, offset, length)?;
        // In encodings of several bytes no character holds the byte of a line's end, so the text begins anew after one.
        let is_several = !is_wide && !self.encoding.is_single_byte();
        let start = if is_several && offset > self.mark { memchr::memchr(b'\n', &raw).unwrap_or(0) } else { 0 };
        let (text, _) = self.encoding.decode_without_bom_handling(raw.get(start..).unwrap_or_default());
        Ok(text.into_owned().into_bytes())
    }
}
