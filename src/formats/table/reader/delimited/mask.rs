//! Which bytes of a block of 64 are special, one bit for each; written so that compilers compare many bytes at once.

/// So many bytes are looked at together.
pub(super) const BLOCK: usize = 64;

/// For byte `i` the bit `i / 8`: or-ing the block's eight rows of eight bytes gives a square of bits, to be turned.
const BITS: [[u8; 8]; 8] = [[1; 8], [2; 8], [4; 8], [8; 8], [16; 8], [32; 8], [64; 8], [128; 8]];

/// A bit for each byte that `is`, the first byte's lowest.
#[inline]
pub(super) fn mask(block: &[u8; BLOCK], is: impl Fn(u8) -> bool) -> u64 {
    turn(square(block, is))
}

/// The same bits in another order: enough to count them. The last byte's bit is the highest here too.
#[inline]
pub(super) fn square(block: &[u8; BLOCK], is: impl Fn(u8) -> bool) -> u64 {
    let mut bits = [0_u8; BLOCK];
    for ((bit, byte), place) in bits.iter_mut().zip(block).zip(BITS.as_flattened()) {
        *bit = place & if is(*byte) { 0xFF } else { 0 };
    }
    let (rows, _) = bits.as_chunks::<8>();
    rows.iter().fold(0, |square, row| square | u64::from_le_bytes(*row))
}

/// Turns a square of eight by eight bits over its diagonal: the bits in the order of their bytes.
#[inline]
pub(super) fn turn(square: u64) -> u64 {
    let swap = |square: u64, by: u32, which: u64| {
        let changed = (square ^ (square >> by)) & which;
        square ^ changed ^ (changed << by)
    };
    let square = swap(square, 7, 0x00AA_00AA_00AA_00AA);
    let square = swap(square, 14, 0x0000_CCCC_0000_CCCC);
    swap(square, 28, 0x0000_0000_F0F0_F0F0)
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
    use super::{BLOCK, mask, parity};

    #[test]
    fn each_byte_has_its_bit() {
        for place in 0..BLOCK {
            let mut block = [b'.'; BLOCK];
            *block.get_mut(place).unwrap() = b',';
            assert_eq!(mask(&block, |byte| byte == b','), 1 << place);
        }
    }

    #[test]
    fn parity_turns_at_each_bit() {
        assert_eq!(parity(0b0010_0100), 0b0001_1100);
        assert_eq!(parity(1), u64::MAX);
    }
}
