//! Which bytes of a block of 64 are special, one bit for each, as fast as the processor at hand can tell. What is called
//! within `dispatch!` is compiled once for each kind of processor, but only where it is inlined.
#![expect(clippy::inline_always, reason = "what is not inlined is compiled for the oldest processor only")]

use fearless_simd::{Simd, SimdBase, SimdMask, u8x64};

/// So many bytes are looked at together.
pub(super) const BLOCK: usize = 64;

/// A block as the processor compares it.
#[derive(Clone, Copy)]
pub(super) struct Block<S: Simd>(S, u8x64<S>);

impl<S: Simd> Block<S> {
    #[inline(always)]
    pub(super) fn new(simd: S, bytes: &[u8; BLOCK]) -> Self {
        Self(simd, u8x64::from_slice(simd, bytes))
    }

    /// A bit for each byte that is `byte`, the lowest for the first.
    #[inline(always)]
    pub(super) fn bits(self, byte: u8) -> u64 {
        let Self(simd, bytes) = self;
        bytes.simd_eq(u8x64::splat(simd, byte)).to_bitmask()
    }

    /// At each place the smaller byte.
    #[inline(always)]
    pub(super) fn min(self, other: Self) -> Self {
        Self(self.0, self.1.min(other.1))
    }

    /// A bit for each line feed and carriage return.
    #[inline(always)]
    pub(super) fn ends(self) -> u64 {
        let Self(simd, bytes) = self;
        let ends = bytes.simd_eq(u8x64::splat(simd, b'\n')) | bytes.simd_eq(u8x64::splat(simd, b'\r'));
        ends.to_bitmask()
    }
}

/// Each bit the sum, odd or even, of all bits up to it.
#[inline(always)]
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
    use fearless_simd::{Level, dispatch};

    #[test]
    fn each_byte_has_its_bit() {
        for level in [Level::new(), Level::baseline()] {
            for place in 0..BLOCK {
                let mut bytes = [b'.'; BLOCK];
                *bytes.get_mut(place).unwrap() = b',';
                assert_eq!(dispatch!(level, simd => Block::new(simd, &bytes).bits(b',')), 1 << place);
                *bytes.get_mut(place).unwrap() = b'\n';
                assert_eq!(dispatch!(level, simd => Block::new(simd, &bytes).ends()), 1 << place);
            }
        }
    }

    #[test]
    fn parity_turns_at_each_bit() {
        assert_eq!(parity(0b0010_0100), 0b0001_1100);
        assert_eq!(parity(1), u64::MAX);
    }
}
