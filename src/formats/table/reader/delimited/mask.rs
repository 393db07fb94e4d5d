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

/// The same byte in each place of a word.
const fn in_each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// For each byte and each number the place of the bit with that number among the byte's.
const PLACES: [[u8; 8]; 256] = places();

#[allow(clippy::indexing_slicing, reason = "it is worked out once, by the compiler")]
const fn places() -> [[u8; 8]; 256] {
    let mut places = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut bit, mut number) = (0, 0);
        while bit < 8 {
            if byte >> bit & 1 == 1 {
                places[byte][number] = bit;
                number += 1;
            }
            bit += 1;
        }
        byte += 1;
    }
    places
}

/// The place of the bit with a number, from 0, which must be there. There is no branch, for no processor guesses which bit
/// it is; how that is done: Vigna, "Broadword implementation of rank/select queries", 2008.
#[inline]
pub(super) fn nth(bits: u64, number: u32) -> usize {
    let number = u64::from(number) & 63;
    // How many bits stand in each byte and those below it, as bytes of one word.
    let pairs = bits - ((bits >> 1) & in_each(0x55));
    let fours = (pairs & in_each(0x33)) + ((pairs >> 2) & in_each(0x33));
    let sums = ((fours + (fours >> 4)) & in_each(0x0f)).wrapping_mul(in_each(1));
    // The top bit of each byte that lies below the one with the bit: how many there are is how far the byte is up.
    let below = ((number * in_each(1) + in_each(0x80)) - sums) & in_each(0x80);
    let place = ((below >> 7).wrapping_mul(in_each(1)) >> 56) * 8 % 64;
    let byte = (bits >> place) & 255;
    let passed = ((sums << 8) >> place) & 255;
    let places = PLACES.get(byte as usize).copied().unwrap_or_default();
    place as usize + usize::from(places.get(number.saturating_sub(passed) as usize).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Block, nth, parity};
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

    #[test]
    fn each_bit_is_found_by_its_number() {
        let words = [1, u64::MAX, 1 << 63, 0x8000_0001_0000_0001, 0x00ff_0000_a500_0180, 0x0101_0101_0101_0101];
        for word in words {
            let places: Vec<usize> = (0..BLOCK).filter(|place| word >> place & 1 == 1).collect();
            let found: Vec<usize> = (0..word.count_ones()).map(|number| nth(word, number)).collect();
            assert_eq!(found, places, "{word:x}");
        }
    }
}
