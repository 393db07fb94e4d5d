//! Which encoding a file has: what is asked for, its byte order mark, or what samples from all over it say.

use crate::formats::LoadErrorKind;
use crate::formats::table::{Material, ReadSeek};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};
use rayon::prelude::*;
use std::io::{Read, SeekFrom};

/// Files up to this size are looked at as a whole (4 MiB).
const WHOLE: u64 = 4 * 1024 * 1024;
/// Of larger ones so many samples are taken.
const SAMPLES: u64 = 16;
const SAMPLE_SIZE: u64 = 64 * 1024;

/// How a file's bytes become text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Encoded {
    /// The encoding.
    pub(in super::super) encoding: &'static Encoding,
    /// The bytes of the byte order mark, which are no text.
    pub(in super::super) mark: u64,
    /// The file's bytes with the mark.
    pub(in super::super) size: u64,
}

impl Encoded {
    /// `label` is the encoding's name where one is asked for.
    pub(in super::super) fn find(material: &Material, label: Option<&str>) -> Result<Self, LoadErrorKind> {
        let (mut bytes, size) = material.open()?;
        let head = read_at(&mut *bytes, 0, SAMPLE_SIZE)?;
        let marked = Encoding::for_bom(&head).map(|(encoding, mark)| (encoding, mark as u64));
        if let Some(label) = label {
            let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| unknown(label))?;
            let mark = marked.filter(|(found, _)| *found == encoding).map_or(0, |(_, mark)| mark);
            return Ok(Self { encoding, mark, size });
        }
        if let Some((encoding, mark)) = marked {
            return Ok(Self { encoding, mark, size });
        }
        if let Some(encoding) = wide(&head) {
            return Ok(Self { encoding, mark: 0, size });
        }
        let samples = if size <= WHOLE {
            vec![read_at(&mut *bytes, 0, size)?]
        } else {
            let step = (size - SAMPLE_SIZE) / (SAMPLES - 1);
            let sample = |index| read_at(&mut *material.open()?.0, index * step, SAMPLE_SIZE);
            (0..SAMPLES).into_par_iter().map(sample).collect::<Result<_, LoadErrorKind>>()?
        };
        Ok(Self { encoding: guess(&samples), mark: 0, size })
    }

    /// The encoding's name in small letters, as recipes have it.
    pub(in super::super) fn name(&self) -> String {
        self.encoding.name().to_ascii_lowercase()
    }
}

/// Up to `length` bytes from `offset` on.
pub(super) fn read_at(bytes: &mut dyn ReadSeek, offset: u64, length: u64) -> Result<Vec<u8>, LoadErrorKind> {
    let mut found = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    bytes.seek(SeekFrom::Start(offset)).map_err(|error| LoadErrorKind::io(&error))?;
    bytes.take(length).read_to_end(&mut found).map_err(|error| LoadErrorKind::io(&error))?;
    Ok(found)
}

fn unknown(label: &str) -> LoadErrorKind {
    LoadErrorKind::table(format!(
        "found the encoding {}, expected a name such as \"utf-8\", \"utf-16le\" or \"windows-1252\"",
        crate::formats::quoted(label)
    ))
}

/// UTF-16 without a mark: digits, separators and ends of lines have a zero on one side, whatever the language.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = head.as_chunks::<2>();
    let first = pairs.iter().filter(|[first, second]| *first == 0 && *second != 0).count();
    let second = pairs.iter().filter(|[first, second]| *first != 0 && *second == 0).count();
    let both = pairs.iter().filter(|pair| **pair == [0, 0]).count();
    let is_side = |side: usize, other: usize| {
        side >= 4 && side * 10 >= pairs.len() && side > other * 8 && both * 100 < pairs.len()
    };
    let encoding = if is_side(second, first) {
        UTF_16LE
    } else if is_side(first, second) {
        UTF_16BE
    } else {
        return None;
    };
    let whole = head.get(..head.len() / 2 * 2)?;
    // A pair of surrogates may be cut at the end.
    let (text, _) = encoding.decode_without_bom_handling(whole);
    let wrong = text.chars().filter(|character| *character == '\u{FFFD}').count();
    (wrong <= 1 || wrong * 1000 < text.len()).then_some(encoding)
}

/// UTF-8 unless most of what is not ASCII is something else.
fn guess(samples: &[Vec<u8>]) -> &'static Encoding {
    if samples.iter().all(|sample| std::str::from_utf8(sample).is_ok()) {
        return UTF_8;
    }
    let (mut right, mut wrong) = (0, 0);
    for sample in samples {
        let mut chunks = sample.utf8_chunks().peekable();
        let mut is_first = true;
        while let Some(chunk) = chunks.next() {
            // Characters that are not ASCII, by their first bytes.
            right += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
            // A sample may begin and end within a character.
            let is_at_edge = (is_first && chunk.valid().is_empty()) || chunks.peek().is_none();
            let is_cut = samples.len() > 1 && is_at_edge;
            is_first = is_first && chunk.valid().is_empty();
            wrong += usize::from(!chunk.invalid().is_empty() && !is_cut);
        }
    }
    if wrong == 0 || right > wrong * 4 {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for sample in samples {
        detector.feed(sample, false);
    }
    detector.feed(b"", true);
    match detector.guess(None, Utf8Detection::Deny) {
        guess if (guess == WINDOWS_1250 || guess == ISO_8859_2) && is_spanish(samples) => WINDOWS_1252,
        guess => guess,
    }
}

/// Whether all letters with accents are those of Spanish: ñ, which is ń in Central Europe, beside vowels that no language with
/// an ń has.
fn is_spanish(samples: &[Vec<u8>]) -> bool {
    const LETTERS: &[u8] =
        &[0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xF1, 0xFC, 0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0xD1, 0xDC, 0xA1, 0xBF, 0xAA, 0xBA];
    let is = |wanted: &[u8]| samples.iter().flatten().any(|byte| wanted.contains(byte));
    let mut high = samples.iter().flatten().filter(|byte| !byte.is_ascii());
    high.all(|byte| LETTERS.contains(byte)) && is(&[0xF1, 0xD1]) && is(&[0xE1, 0xE9, 0xED, 0xFA, 0xC1, 0xC9, 0xCD])
}
