//! The container of old Office files, read as far as is needed to see whether a workbook in it is locked, and whether its
//! cells lie so far apart that the rectangle around them would not fit into memory.

use super::builder::CELL_LIMIT;
use crate::formats::LoadErrorKind;
use crate::text::whole;

/// How large the rectangles around a workbook's cells may be, all sheets together: they are laid out in memory.
const AREA_LIMIT: u64 = 20_000_000;

const END: u32 = 0xFFFF_FFFA;

/// Refuses what cannot be read safely.
pub(super) fn check(bytes: &[u8]) -> Result<(), LoadErrorKind> {
    let container = Container::open(bytes).ok_or_else(|| super::damaged("its table of contents is broken"))?;
    if container.stream("EncryptedPackage").is_some() {
        return Err(super::locked());
    }
    let stream = container.stream("Workbook").or_else(|| container.stream("Book"));
    let Some(stream) = stream else {
        let what = if container.stream("WordDocument").is_some() { "a Word document" } else { "an old Office file" };
        return Err(LoadErrorKind::table(format!("found {what} without a workbook, expected a table; save it as CSV")));
    };
    let area = areas(&stream)?;
    if area > AREA_LIMIT {
        return Err(LoadErrorKind::table(format!(
            "found cells that lie as far apart as {} cells, expected at most {}; \
             delete what stands far from the table, or save the sheet as CSV",
            whole(area.min(CELL_LIMIT.saturating_mul(1_000))),
            whole(AREA_LIMIT)
        )));
    }
    Ok(())
}

/// The rectangles around the cells of all sheets, and those that the sheets state, in cells.
fn areas(stream: &[u8]) -> Result<u64, LoadErrorKind> {
    let mut rest = stream;
    let (mut total, mut stated) = (0_u64, 0);
    let mut sheet = Bounds::default();
    while let Some((kind, data, later)) = record(rest) {
        rest = later;
        let place = u16_at(data, 0).zip(u16_at(data, 2));
        match kind {
            // A password.
            0x002F if u16_at(data, 0) != Some(0) => return Err(super::locked()),
            // The size that a sheet states, for which room is made at once.
            0x0200 if data.len() >= 14 => {
                let rows = u32_at(data, 4).unwrap_or(0).saturating_sub(u32_at(data, 0).unwrap_or(0));
                let columns = u16_at(data, 10).unwrap_or(0).saturating_sub(u16_at(data, 8).unwrap_or(0));
                stated = u64::from(rows).saturating_mul(u64::from(columns));
            }
            // Cells: numbers, texts, truth values, formulas; the last column of several is at their end.
            0x0203 | 0x0204 | 0x0205 | 0x0006 | 0x027E | 0x00FD | 0x00D6 => sheet.add(place),
            0x00BD => {
                sheet.add(place);
                sheet.add(u16_at(data, 0).zip(u16_at(data, data.len().saturating_sub(2))));
            }
            // The end of a sheet.
            0x000A => {
                let area = std::mem::take(&mut sheet).area().max(std::mem::take(&mut stated));
                total = total.saturating_add(area);
            }
            _ => {}
        }
    }
    Ok(total)
}

/// The corners of a rectangle.
#[derive(Default)]
struct Bounds(Option<(u16, u16, u16, u16)>);

impl Bounds {
    fn add(&mut self, place: Option<(u16, u16)>) {
        let Some((row, column)) = place else { return };
        let (top, left, bottom, right) = self.0.unwrap_or((row, column, row, column));
        self.0 = Some((top.min(row), left.min(column), bottom.max(row), right.max(column)));
    }

    fn area(&self) -> u64 {
        self.0.map_or(0, |(top, left, bottom, right)| {
            (u64::from(bottom.abs_diff(top)) + 1) * (u64::from(right.abs_diff(left)) + 1)
        })
    }
}

fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let kind = u16_at(bytes, 0)?;
    let length = usize::from(u16_at(bytes, 2)?);
    let (data, rest) = bytes.get(4..)?.split_at_checked(length)?;
    Some((kind, data, rest))
}

fn u16_at(bytes: &[u8], place: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(place..place.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], place: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(place..place.checked_add(4)?)?.try_into().ok()?))
}

/// A file of sectors in chains.
struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    next: Vec<u32>,
    small_next: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<u8>,
    small_below: u32,
}

impl<'b> Container<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        let sector = if matches!(shift, 9 | 12) { 1_usize << shift } else { return None };
        let mut container = Self {
            bytes,
            sector,
            next: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
            small_below: u32_at(bytes, 56)?,
        };
        container.read_table(u32_at(bytes, 68)?);
        container.entries = container.chain(u32_at(bytes, 48)?);
        container.small_next = words(&container.chain(u32_at(bytes, 60)?));
        let root = u32_at(&container.entries, 116)?;
        container.small = container.chain(root);
        Some(container)
    }

    /// The table of which sector follows which: its own sectors are listed in the head and in further sectors.
    fn read_table(&mut self, mut further: u32) {
        let mut places: Vec<u32> = (0..109).filter_map(|index| u32_at(self.bytes, 76 + index * 4)).collect();
        for _ in 0..self.bytes.len() / self.sector {
            let Some(block) = self.at(further) else { break };
            let mut list = words(block);
            further = list.pop().unwrap_or(END);
            places.extend(list);
        }
        for place in places.into_iter().filter(|place| *place < END) {
            if let Some(block) = self.at(place) {
                self.next.extend(words(block));
            }
        }
    }

    fn at(&self, sector: u32) -> Option<&'b [u8]> {
        let start = usize::try_from(sector).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..).map(|rest| rest.get(..self.sector).unwrap_or(rest)).filter(|block| !block.is_empty())
    }

    /// The bytes of a chain; one that bites its tail ends where the file would.
    fn chain(&self, mut sector: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        while bytes.len() <= self.bytes.len() {
            let Some(block) = self.at(sector) else { break };
            bytes.extend_from_slice(block);
            sector = usize::try_from(sector).ok().and_then(|sector| self.next.get(sector)).copied().unwrap_or(END);
        }
        bytes
    }

    fn small_chain(&self, mut sector: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        while bytes.len() <= self.small.len() {
            let Ok(index) = usize::try_from(sector) else { break };
            let Some(block) = index.checked_mul(64).and_then(|start| self.small.get(start..start.checked_add(64)?))
            else {
                break;
            };
            bytes.extend_from_slice(block);
            sector = self.small_next.get(index).copied().unwrap_or(END);
        }
        bytes
    }

    /// The stream of a name.
    fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let entry = self.entries.chunks(128).find(|entry| {
            let length = usize::from(u16_at(entry, 64).unwrap_or(0));
            entry.get(..length.saturating_sub(2)) == Some(wanted.as_slice())
        })?;
        let (start, size) = (u32_at(entry, 116)?, u32_at(entry, 120)?);
        let mut bytes = if size < self.small_below { self.small_chain(start) } else { self.chain(start) };
        bytes.truncate(usize::try_from(size).ok()?);
        Some(bytes)
    }
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|word| u32_at(word, 0)).collect()
}
