//! What tells two versions of a file apart: SHA-256 of its bytes, taken while they are read.

use sha2::{Digest, Sha256};
use std::fmt;
use std::io::{self, Read};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

/// SHA-256 of a file's bytes; written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentHash(pub [u8; 32]);

impl ContentHash {
    /// The hash of bytes in memory.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A text that is no hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a hash has 64 hexadecimal digits")]
pub struct NoHash;

impl FromStr for ContentHash {
    type Err = NoHash;

    fn from_str(text: &str) -> Result<Self, NoHash> {
        let digits: Vec<u8> =
            text.chars().filter_map(|c| c.to_digit(16)).filter_map(|n| u8::try_from(n).ok()).collect();
        if digits.len() != 64 || text.len() != 64 {
            return Err(NoHash);
        }
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(digits.chunks(2)) {
            *byte = pair.iter().fold(0, |byte, digit| byte * 16 + digit);
        }
        Ok(Self(hash))
    }
}

/// What a reader was told of the bytes that went through it.
#[derive(Clone, Default)]
pub struct Hashed(Arc<Mutex<Sha256>>);

impl Hashed {
    /// The hash of all bytes so far.
    #[must_use]
    pub fn hash(&self) -> ContentHash {
        ContentHash(self.0.lock().unwrap_or_else(PoisonError::into_inner).clone().finalize().into())
    }

    /// `reader`, with all that comes from it hashed.
    #[must_use]
    pub fn reader(&self, reader: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
        Box::new(Through { reader, hashed: self.clone() })
    }
}

struct Through {
    reader: Box<dyn Read + Send>,
    hashed: Hashed,
}

impl Read for Through {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        let mut hasher = self.hashed.0.lock().unwrap_or_else(PoisonError::into_inner);
        hasher.update(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}
