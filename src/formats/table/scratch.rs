//! Room for what is unpacked or rewritten: memory as long as it is little, then a temporary file that has no name, so that
//! it is gone with the program, however that ends.

use super::{Material, ReadSeek};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What stays in memory, in bytes, of all that share their room.
const IN_MEMORY: usize = 32 * 1024 * 1024;

trait ReadWriteSeek: Write + ReadSeek {}
impl<T: Write + ReadSeek> ReadWriteSeek for T {}

/// A temporary file.
type Shared = Arc<Mutex<Box<dyn ReadWriteSeek>>>;

/// A temporary file, or a part of one, that several readers share, each at a place of its own.
pub(super) struct Temporary {
    file: Shared,
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
        let count = Read::by_ref(&mut *file).take(left).read(buffer)?;
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

/// What several scratches share: how much of them is in memory, and the file that takes the rest of all of them.
#[derive(Clone, Default)]
pub(super) struct Room(Arc<Mutex<Taken>>);

#[derive(Default)]
struct Taken {
    held: usize,
    file: Option<Shared>,
    end: u64,
}

impl Room {
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Taken {
    /// Writes behind what is in the file, which is made when it is needed.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let file = match &self.file {
            Some(file) => file,
            None => self.file.insert(Arc::new(Mutex::new(Box::new(tempfile::tempfile()?)))),
        };
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.end))?;
        file.write_all(bytes)?;
        self.end = self.end.saturating_add(bytes.len() as u64);
        Ok(())
    }
}

/// Takes bytes and makes them into a [`Material`], or into several.
#[derive(Default)]
pub(super) struct Scratch {
    room: Room,
    memory: Vec<u8>,
    /// Where it begins in the file, once it is there.
    start: Option<u64>,
    size: u64,
}

impl Scratch {
    /// One that shares its room with others, of which one is written at a time.
    pub(super) fn within(room: &Room) -> Self {
        Self { room: room.clone(), ..Self::default() }
    }

    /// How many bytes were written.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// What was written, under a name.
    pub(super) fn finish(self, name: &str) -> Material {
        let size = self.size;
        self.written().piece(name, 0, size)
    }

    /// What was written, to be parted.
    pub(super) fn written(self) -> Written {
        let mut taken = self.room.taken();
        if let (Some(start), Some(file)) = (self.start, &taken.file) {
            return Written(Place::File(Arc::clone(file), start));
        }
        taken.held = taken.held.saturating_add(self.memory.len());
        drop(taken);
        Written(Place::Memory(self.memory))
    }
}

/// What was written into a [`Scratch`].
pub(super) struct Written(Place);

enum Place {
    Memory(Vec<u8>),
    File(Shared, u64),
}

impl Written {
    /// What lies from one place to another, under a name.
    pub(super) fn piece(&self, name: &str, start: u64, end: u64) -> Material {
        match &self.0 {
            Place::Memory(bytes) => {
                let place = |place| usize::try_from(place).unwrap_or(usize::MAX);
                Material::memory(name, bytes.get(place(start)..place(end)).unwrap_or_default())
            }
            Place::File(file, first) => {
                let (start, size) = (first.saturating_add(start), end.saturating_sub(start));
                Material::temporary(name, Temporary { file: Arc::clone(file), start, size })
            }
        }
    }
}

impl Write for Scratch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut taken = self.room.taken();
        let held = taken.held.saturating_add(self.memory.len()).saturating_add(bytes.len());
        if self.start.is_none() && held > IN_MEMORY {
            self.start = Some(taken.end);
            taken.append(&std::mem::take(&mut self.memory))?;
        }
        if self.start.is_some() {
            taken.append(bytes)?;
        } else {
            self.memory.extend_from_slice(bytes);
        }
        drop(taken);
        self.size = self.size.saturating_add(bytes.len() as u64);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sheets that each take half of what may be in memory: the third and the fourth lie in the file.
    #[test]
    fn what_shares_a_room_is_bounded_together() {
        let room = Room::default();
        let half = vec![7; IN_MEMORY / 2];
        let written: Vec<Written> = (0..4)
            .map(|_| {
                let mut scratch = Scratch::within(&room);
                scratch.write_all(&half).unwrap();
                scratch.written()
            })
            .collect();
        let in_memory = |written: &Written| matches!(written.0, Place::Memory(_));
        assert_eq!(written.iter().map(in_memory).collect::<Vec<_>>(), [true, true, false, false]);
        let mut bytes = Vec::new();
        let (mut reader, _) = written.last().unwrap().piece("rows", 0, half.len() as u64).open().unwrap();
        reader.read_to_end(&mut bytes).unwrap();
        assert!(bytes == half);
    }
}
