//! Room for what is unpacked or rewritten: memory as long as it is little, then a temporary file that has no name, so that
//! it is gone with the program, however that ends.

use super::{Material, ReadSeek};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// What stays in memory, in bytes.
const IN_MEMORY: usize = 32 * 1024 * 1024;

/// A temporary file, or a part of one, that several readers share, each at a place of its own.
pub(super) struct Temporary {
    file: Arc<Mutex<Box<dyn ReadSeek>>>,
    start: u64,
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
        file.seek(SeekFrom::Start(self.temporary.start.saturating_add(self.position)))?;
        let left = self.temporary.size.saturating_sub(self.position);
        let count = file.by_ref().take(left).read(buffer)?;
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

/// Takes bytes and makes them into a [`Material`], or into several.
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
        let size = self.size;
        Ok(self.written()?.piece(name, 0, size))
    }

    /// What was written, to be parted.
    pub(super) fn written(self) -> io::Result<Written> {
        let Some(writer) = self.file else { return Ok(Written::Memory(self.memory)) };
        let file: Box<dyn ReadSeek> = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(Written::File(Arc::new(Mutex::new(file))))
    }
}

/// What was written into a [`Scratch`].
pub(super) enum Written {
    Memory(Vec<u8>),
    File(Arc<Mutex<Box<dyn ReadSeek>>>),
}

impl Written {
    /// What lies from one place to another, under a name.
    pub(super) fn piece(&self, name: &str, start: u64, end: u64) -> Material {
        match self {
            Self::Memory(bytes) => {
                let place = |place| usize::try_from(place).unwrap_or(usize::MAX);
                Material::memory(name, bytes.get(place(start)..place(end)).unwrap_or_default())
            }
            Self::File(file) => {
                let size = end.saturating_sub(start);
                Material::temporary(name, Temporary { file: Arc::clone(file), start, size })
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
