//! Colours by role. Okabe–Ito hues, muted; each differs from every other in lightness too, so that they stay apart for
//! colour-blind readers and in grey print (`tests/figures` checks it). There are eight: categories beyond them have a hue
//! again with stripes of paper along it, one, then two; beyond those they are grey, and told apart by their names only.

/// Dark on light, or light on dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The role of a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The background of charts.
    Paper,
    /// The background of panels.
    Panel,
    /// Text.
    Ink,
    /// Text of lesser weight, axes, ticks.
    Muted,
    /// Lines between regions, and gridlines.
    Rule,
    /// Outlines of controls.
    Outline,
    /// The background of what is not broken down.
    Neutral,
    /// The hatching on it, and what ends there.
    NeutralLine,
    /// The light stretch of a range.
    Range,
    /// What is chosen, and links.
    Accent,
    /// The background of what is chosen.
    AccentSoft,
    /// A doubt.
    Doubt,
    /// The background of a doubt.
    DoubtSoft,
    /// An error.
    Error,
    /// A sum that closes.
    Closes,
    /// A category, by its place among those of all open files.
    Category(usize),
    /// Text on a category's colour.
    OnCategory(usize),
}

const HUES: usize = 8;
/// How many categories have a look of their own: a hue without a stripe, with one, and with two.
pub const CATEGORY_LOOKS: usize = 3 * HUES;

/// Where stripes of paper run along an area of this role, as parts of its height: off its middle, where numbers stand.
#[must_use]
pub fn stripes(tone: Tone) -> &'static [f32] {
    match tone {
        Tone::Category(index) if index / HUES == 1 => &[0.8],
        Tone::Category(index) if index / HUES == 2 => &[0.2, 0.8],
        _ => &[],
    }
}

// From the file's first category on: blue, ochre, vermilion, green, purple, sky, brown, yellow.
const LIGHT: [u32; HUES] = [0x2E_699E, 0xD1_9533, 0xC2_543A, 0x48_9985, 0x6D_3E74, 0x88_BDDF, 0x4B_3728, 0xE4_D05C];
const DARK: [u32; HUES] = [0x6B_97C9, 0xEB_B059, 0xEB_8266, 0x73_BAA6, 0xA3_75A8, 0xA0_CEED, 0x88_7263, 0xF0_E07C];

/// The colour of a role, as red, green and blue.
#[must_use]
pub fn rgb(tone: Tone, shade: Shade) -> [u8; 3] {
    let (light, dark) = match tone {
        Tone::Paper => (0xFC_FCFA, 0x1B_1D20),
        Tone::Panel => (0xF3_F2EE, 0x23_2629),
        Tone::Ink => (0x1E_2226, 0xE8_E6E1),
        Tone::Muted => (0x62_666C, 0xA3_A6A9),
        Tone::Rule => (0xDF_DDD6, 0x36_3A3E),
        Tone::Outline => (0xCF_CDC6, 0x4A_4F54),
        Tone::Neutral => (0xEC_EBE6, 0x33_3639),
        Tone::NeutralLine => (0x96_958F, 0x80_8386),
        Tone::Range => (0xE2_E1DA, 0x40_4448),
        Tone::Accent => (0x2F_6A9F, 0x7F_B0DC),
        Tone::AccentSoft => (0xE4_ECF3, 0x26_3644),
        Tone::Doubt => (0x7A_5410, 0xE5_BF73),
        Tone::DoubtSoft => (0xF0_E2C4, 0x4A_3B1C),
        Tone::Error => (0xA8_3220, 0xF0_8A76),
        Tone::Closes => (0x2C_7260, 0x7C_C4AF),
        Tone::Category(CATEGORY_LOOKS..) => (0xB9_B7B0, 0x6A_6E72),
        Tone::OnCategory(CATEGORY_LOOKS..) => (0x1E_2226, 0xFF_FFFF),
        Tone::Category(index) => (LIGHT[index % HUES], DARK[index % HUES]),
        Tone::OnCategory(index) => {
            let on = |dark, is_dark| if is_dark { 0xFF_FFFF } else { dark };
            (on(0x1E_2226, matches!(index % HUES, 0 | 2 | 4 | 6)), on(0x14_1618, index % HUES == 6))
        }
    };
    let [_, red, green, blue] = u32::to_be_bytes(if shade == Shade::Light { light } else { dark });
    [red, green, blue]
}
