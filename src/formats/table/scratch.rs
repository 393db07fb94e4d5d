//! Room for what is unpacked or rewritten: memory as long as it is little, then a temporary file that has no name, so that
//! it is gone with the program, however that ends.

use super::{Material, ReadSeek};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// What stays in memory, in bytes.
const IN_MEMORY: usize = 32 * 1024 * 1024;

/// A temporary file that several readers share, each at a place of its own.
pub(super) struct Temporary {
    file: Mutex<Box<dyn ReadSeek>>,
    pub(super) size: u64,
}

/// Reads a [`Temporary`] from any place on.
pub(super) struct TemporaryReader {
    temporary: Arc<Temporary>,
    position: u64,
}

impl TemporaryReader {
    pub(super) fn new(temporary: &Arc<Temporary>) -> Self {
        Self { temporary: Arc::clone(temporary), position: 0 }
    }
}

impl Read for TemporaryReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut file = self.temporary.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.position))?;
        let count = file.read(buffer)?;
        self.position = self.position.saturating_add(count as u64);
        Ok(count)
    }
}

impl Seek for TemporaryReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.temporary.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        self.position = place.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

trait ReadWriteSeek: Write + ReadSeek {}
impl<T: Write + ReadSeek> ReadWriteSeek for T {}

/// Takes bytes and makes them into a [`Material`].
#[derive(Default)]
pub(super) struct Scratch {
    memory: Vec<u8>,
    file: Option<BufWriter<Box<dyn ReadWriteSeek>>>,
    size: u64,
}

impl Scratch {
    /// How many bytes were written.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// What was written, under a name.
    pub(super) fn finish(self, name: &str) -> io::Result<Material> {
        match self.file {
            None => Ok(Material::memory(name, self.memory)),
            Some(writer) => {
                let file = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
                Ok(Material::temporary(name, Temporary { file: Mutex::new(file), size: self.size }))
            }
        }
    }
}

impl Write for Scratch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.file.is_none() && self.memory.len().saturating_add(bytes.len()) > IN_MEMORY {
            let file: Box<dyn ReadWriteSeek> = Box::new(tempfile::tempfile()?);
            let mut writer = BufWriter::with_capacity(256 * 1024, file);
            writer.write_all(&std::mem::take(&mut self.memory))?;
            self.file = Some(writer);
        }
        match &mut self.file {
            Some(writer) => writer.write_all(bytes)?,
            None => self.memory.extend_from_slice(bytes),
        }
        self.size = self.size.saturating_add(bytes.len() as u64);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
