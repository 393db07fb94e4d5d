//! A material as the Parquet reader wants to have it: any range of it.

use crate::formats::LoadErrorKind;
use crate::formats::table::{Material, ReadSeek};
use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};
use parquet::file::serialized_reader::SerializedFileReader;
use std::io::{BufReader, Read, SeekFrom};

pub(super) type Opened = SerializedFileReader<Ranges>;

/// Bytes by ranges.
pub(super) struct Ranges {
    material: Material,
    size: u64,
}

/// Opens the file and reads what it says about itself.
pub(super) fn open(material: &Material) -> Result<Opened> {
    let (_, size) = material.open().map_err(|kind| external(&kind))?;
    SerializedFileReader::new(Ranges { material: material.clone(), size })
}

impl Length for Ranges {
    fn len(&self) -> u64 {
        self.size
    }
}

impl ChunkReader for Ranges {
    type T = BufReader<Box<dyn ReadSeek>>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        let (mut reader, _) = self.material.open().map_err(|kind| external(&kind))?;
        reader.seek(SeekFrom::Start(start))?;
        Ok(BufReader::new(reader))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        // A length that lies must not take memory.
        if start.saturating_add(length as u64) > self.size {
            return Err(ParquetError::EOF("it ends in the middle".to_owned()));
        }
        let mut bytes = Vec::with_capacity(length);
        self.get_read(start)?.take(length as u64).read_to_end(&mut bytes)?;
        if bytes.len() < length {
            return Err(ParquetError::EOF("it ends in the middle".to_owned()));
        }
        Ok(bytes.into())
    }
}

fn external(kind: &LoadErrorKind) -> ParquetError {
    ParquetError::General(kind.to_string())
}
