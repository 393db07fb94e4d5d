//! Which bytes of a block of 64 are special, one bit for each.

use wide::u8x64;

/// So many bytes are looked at together.
pub(super) const BLOCK: usize = 64;

/// A block as the processor compares it.
#[derive(Clone, Copy)]
pub(super) struct Block(u8x64);

impl Block {
    #[inline]
    pub(super) fn new(bytes: &[u8; BLOCK]) -> Self {
        Self(u8x64::new(*bytes))
    }

    /// A bit for each byte that is `byte`, the lowest for the first.
    #[inline]
    pub(super) fn bits(self, byte: u8) -> u64 {
        self.0.simd_eq(u8x64::splat(byte)).to_bitmask()
    }

    /// A bit for each line feed and carriage return.
    #[inline]
    pub(super) fn ends(self) -> u64 {
        (self.0.simd_eq(u8x64::splat(b'\n')) | self.0.simd_eq(u8x64::splat(b'\r'))).to_bitmask()
    }
}

/// Each bit the sum, odd or even, of all bits up to it.
#[inline]
pub(super) fn parity(bits: u64) -> u64 {
    let bits = bits ^ (bits << 1);
    let bits = bits ^ (bits << 2);
    let bits = bits ^ (bits << 4);
    let bits = bits ^ (bits << 8);
    let bits = bits ^ (bits << 16);
    bits ^ (bits << 32)
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Block, parity};

    #[test]
    fn each_byte_has_its_bit() {
        for place in 0..BLOCK {
            let mut bytes = [b'.'; BLOCK];
            for (byte, find) in [(b',', Block::bits as fn(Block, u8) -> u64), (b'\n', |block, _| block.ends())] {
                *bytes.get_mut(place).unwrap() = byte;
                assert_eq!(find(Block::new(&bytes), byte), 1 << place);
            }
        }
    }

    #[test]
    fn parity_turns_at_each_bit() {
        assert_eq!(parity(0b0010_0100), 0b0001_1100);
        assert_eq!(parity(1), u64::MAX);
    }
}
