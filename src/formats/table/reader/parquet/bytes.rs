//! A material as the Parquet reader wants to have it: any range of it.

use crate::formats::LoadErrorKind;
use crate::formats::table::{Material, ReadSeek};
use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};
use parquet::file::serialized_reader::SerializedFileReader;
use std::io::{self, BufReader, ErrorKind, Read, SeekFrom};

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

impl Ranges {
    fn reader(&self, start: u64) -> Result<Box<dyn ReadSeek>> {
        let (mut reader, _) = self.material.open().map_err(|kind| external(&kind))?;
        reader.seek(SeekFrom::Start(start))?;
        Ok(reader)
    }
}

/// Bytes whose end is an error: the Parquet reader passes over as much as a header says, however little there is.
pub(super) struct Ending(Box<dyn ReadSeek>);

impl Read for Ending {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 if !buffer.is_empty() => Err(io::Error::new(ErrorKind::UnexpectedEof, "it ends in the middle")),
            count => Ok(count),
        }
    }
}

impl ChunkReader for Ranges {
    type T = BufReader<Ending>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        self.reader(start).map(|reader| BufReader::new(Ending(reader)))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        // A length that lies must not take memory.
        if start.saturating_add(length as u64) > self.size {
            return Err(ParquetError::EOF("it ends in the middle".to_owned()));
        }
        let mut bytes = Vec::with_capacity(length);
        self.reader(start)?.take(length as u64).read_to_end(&mut bytes)?;
        if bytes.len() < length {
            return Err(ParquetError::EOF("it ends in the middle".to_owned()));
        }
        Ok(bytes.into())
    }
}

fn external(kind: &LoadErrorKind) -> ParquetError {
    ParquetError::General(kind.to_string())
}
