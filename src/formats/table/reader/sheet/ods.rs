//! Workbooks of `LibreOffice`, read as they stream: repeated rows and cells would fill memory if all were laid out first.

use super::builder::{Builder, Sheet};
use super::cell;
use super::check::{LONGEST_TEXT, long_text};
use super::header::SheetRow;
use crate::formats::table::Material;
use crate::formats::table::reader::counting::share;
use crate::formats::table::reader::number::float;
use crate::formats::table::reader::unpack::{Budget, failure, open, read_failure};
use crate::formats::table::scratch::Room;
use crate::formats::{LoadErrorKind, Progress};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::cell::Cell;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

/// What a sheet has at most.
const MOST_COLUMNS: usize = 16_384;

/// After how many rows that are repeated it is told how far reading is.
const ROWS: u64 = 1_024;

/// Reads the sheets that `is_wanted`, each with its name.
pub(super) fn read(
    material: &Material,
    header_row: Option<u64>,
    is_wanted: &dyn Fn(&str) -> bool,
    budget: &mut Budget,
    progress: Progress,
) -> Result<Vec<(String, Option<Sheet>)>, LoadErrorKind> {
    let (mut archive, size) = open(material)?;
    let mut manifest = String::new();
    if let Ok(file) = archive.by_name("META-INF/manifest.xml") {
        file.take(LONGEST_TEXT).read_to_string(&mut manifest).map_err(|error| read_failure(&error, "a workbook"))?;
    }
    if manifest.contains("encryption-data") {
        return Err(super::locked());
    }
    let content = archive.by_name("content.xml").map_err(|error| failure(&error))?;
    let stops = Rc::new(Stops::default());
    let room = budget.room.clone();
    let whole = content.size();
    let watched = Watched { whole, inner: content, read: 0, size, budget, progress, stops: Rc::clone(&stops) };
    let mut reader = Reader::from_reader(BufReader::with_capacity(64 * 1024, watched));
    reader.config_mut().check_end_names = false;
    let mut content = Content { reader, buffer: Vec::new(), stops: Rc::clone(&stops) };
    let sheets = content.sheets(header_row, is_wanted, &room);
    drop(content);
    sheets.map_err(|kind| match () {
        () if stops.is_spent.get() => budget.check().err().unwrap_or(kind),
        () if stops.is_cancelled.get() => LoadErrorKind::Cancelled,
        () if stops.since_event.get() > LONGEST_TEXT => long_text(),
        () => kind,
    })
}

/// Why reading stopped, where the bytes are no reason.
#[derive(Default)]
struct Stops {
    is_cancelled: Cell<bool>,
    is_spent: Cell<bool>,
    since_event: Cell<u64>,
}

/// Bytes that can be cancelled and that end where one text does not.
struct Watched<'p, R> {
    inner: R,
    read: u64,
    whole: u64,
    size: u64,
    budget: &'p mut Budget,
    progress: Progress<'p>,
    stops: Rc<Stops>,
}

impl<R> Watched<'_, R> {
    fn tell(&mut self) -> io::Result<()> {
        if (self.progress)(share(self.read, self.whole, self.size)).is_break() {
            self.stops.is_cancelled.set(true);
            return Err(io::Error::other("cancelled"));
        }
        Ok(())
    }

    fn spend(&mut self, bytes: usize) -> io::Result<()> {
        if self.budget.spend(bytes).is_err() {
            self.stops.is_spent.set(true);
            return Err(io::Error::other("too much"));
        }
        Ok(())
    }
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read = self.read.saturating_add(count as u64);
        self.stops.since_event.set(self.stops.since_event.get().saturating_add(count as u64));
        self.tell()?;
        self.spend(count)?;
        if self.stops.since_event.get() > LONGEST_TEXT {
            return Err(io::Error::other("a text without end"));
        }
        Ok(count)
    }
}

struct Content<'p, R> {
    reader: Reader<BufReader<Watched<'p, R>>>,
    buffer: Vec<u8>,
    stops: Rc<Stops>,
}

/// What of a row was read.
struct Line {
    number: u64,
    repeat: u64,
    row: SheetRow,
    place: usize,
    /// The columns of cells that reach over several rows, and over how many.
    reaches: Vec<(usize, u64)>,
}

impl<'p, R: Read> Content<'p, R> {
    fn next(&mut self) -> Result<Event<'_>, LoadErrorKind> {
        self.buffer.clear();
        self.stops.since_event.set(0);
        self.reader.read_event_into(&mut self.buffer).map_err(|error| super::damaged(&error.to_string()))
    }

    fn watched(&mut self) -> &mut Watched<'p, R> {
        self.reader.get_mut().get_mut()
    }

    fn sheets(
        &mut self,
        header_row: Option<u64>,
        is_wanted: &dyn Fn(&str) -> bool,
        room: &Room,
    ) -> Result<Vec<(String, Option<Sheet>)>, LoadErrorKind> {
        let mut sheets = Vec::new();
        loop {
            let name = match self.next()? {
                Event::Start(tag) if tag.local_name().as_ref() == "table" => {
                    attribute(&tag, "table:name").unwrap_or_default()
                }
                Event::Eof => return Ok(sheets),
                _ => continue,
            };
            let mut builder = Builder::within(header_row, room);
            self.rows(&mut builder, is_wanted(&name))?;
            if is_wanted(&name) {
                sheets.push((name, builder.finish()?));
            }
        }
    }

    /// The rows of a sheet up to its end.
    fn rows(&mut self, builder: &mut Builder, is_wanted: bool) -> Result<(), LoadErrorKind> {
        let mut number = 1;
        loop {
            let repeat = match self.next()? {
                Event::Start(tag) if tag.local_name().as_ref() == "table-row" => {
                    repeat(&tag, "table:number-rows-repeated")
                }
                Event::Empty(tag) if tag.local_name().as_ref() == "table-row" => {
                    number += repeat(&tag, "table:number-rows-repeated");
                    continue;
                }
                Event::End(tag) if tag.local_name().as_ref() == "table" => return Ok(()),
                Event::Eof => return Err(super::damaged("it ends in the middle")),
                _ => continue,
            };
            let row = SheetRow { line: number, indent: 0, cells: Vec::new() };
            let mut line = Line { number, repeat, row, place: 0, reaches: Vec::new() };
            self.cells(&mut line)?;
            for (column, rows) in &line.reaches {
                builder.merged.add(number - 1, (number - 1).saturating_add(rows - 1), *column);
            }
            number += line.repeat;
            if !is_wanted || line.row.cells.is_empty() {
                continue;
            }
            builder.expect(line.repeat.saturating_mul(line.row.filled() as u64))?;
            let io = |error: io::Error| LoadErrorKind::io(&error);
            // Rows that stand there once come out as often as they are repeated, with the blanks between their cells.
            let times = usize::try_from(line.repeat - 1).unwrap_or(usize::MAX);
            self.watched().spend(line.row.size().saturating_mul(times)).map_err(io)?;
            for again in 0..line.repeat {
                if again % ROWS == ROWS - 1 {
                    self.watched().tell().map_err(io)?;
                }
                builder.add(SheetRow { line: line.number + again, indent: 0, cells: line.row.cells.clone() })?;
            }
        }
    }

    /// The cells of a row up to its end.
    fn cells(&mut self, line: &mut Line) -> Result<(), LoadErrorKind> {
        loop {
            match self.next()? {
                Event::Empty(tag) if is_cell(&tag) => {
                    let (value, times) = (value(&tag), columns(&tag));
                    line.put(value.unwrap_or_default(), times)?;
                }
                Event::Start(tag) if is_cell(&tag) => {
                    let (value, times) = (value(&tag), columns(&tag));
                    let rows = repeat(&tag, "table:number-rows-spanned");
                    if rows > 1 {
                        line.reaches.push((line.place, rows));
                    }
                    let written = self.paragraphs()?;
                    line.put(value.unwrap_or_else(|| cell::tidy(&written)), times)?;
                }
                Event::End(tag) if tag.local_name().as_ref() == "table-row" => return Ok(()),
                Event::Eof => return Err(super::damaged("it ends in the middle")),
                _ => {}
            }
        }
    }

    /// The text of a cell up to its end, without comments.
    fn paragraphs(&mut self) -> Result<String, LoadErrorKind> {
        let mut text = String::new();
        let mut inside_comment = false;
        loop {
            match self.next()? {
                Event::Start(tag) if tag.local_name().as_ref() == "annotation" => inside_comment = true,
                Event::End(tag) if tag.local_name().as_ref() == "annotation" => inside_comment = false,
                Event::End(tag) if matches!(tag.local_name().as_ref(), "table-cell" | "covered-table-cell") => {
                    return Ok(text);
                }
                Event::Eof => return Err(super::damaged("it ends in the middle")),
                _ if inside_comment => {}
                Event::Start(tag) if tag.local_name().as_ref() == "p" && !text.is_empty() => text.push('\n'),
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "s" | "tab" => text.push(' '),
                    "line-break" => text.push('\n'),
                    _ => {}
                },
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(name) => match (name.resolve_char_ref(), name.as_ref()) {
                    (Ok(Some(character)), _) => text.push(character),
                    (_, "amp") => text.push('&'),
                    (_, "lt") => text.push('<'),
                    (_, "gt") => text.push('>'),
                    (_, "quot") => text.push('"'),
                    (_, "apos") => text.push('\''),
                    _ => {}
                },
                _ => {}
            }
            if text.len() as u64 > LONGEST_TEXT {
                return Err(long_text());
            }
        }
    }
}

impl Line {
    /// Adds a cell as often as it is repeated. Empty ones only take their place.
    fn put(&mut self, text: String, times: usize) -> Result<(), LoadErrorKind> {
        let end = self.place.saturating_add(times).min(MOST_COLUMNS);
        if !text.is_empty() && end > self.place {
            if (text.len() as u64).saturating_mul((end - self.place) as u64) > LONGEST_TEXT {
                return Err(long_text());
            }
            self.row.cells.resize(self.place, String::new());
            self.row.cells.resize(end, text);
        }
        self.place = end;
        Ok(())
    }
}

fn is_cell(tag: &BytesStart) -> bool {
    matches!(tag.local_name().as_ref(), "table-cell" | "covered-table-cell")
}

fn columns(tag: &BytesStart) -> usize {
    usize::try_from(repeat(tag, "table:number-columns-repeated")).unwrap_or(usize::MAX)
}

fn repeat(tag: &BytesStart, name: &str) -> u64 {
    // Beyond what a sheet can have it is padding.
    attribute(tag, name).and_then(|times| times.parse().ok()).unwrap_or(1).clamp(1, 16_777_216)
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The value that a cell states beside its text; `None` where the text is the value.
fn value(tag: &BytesStart) -> Option<String> {
    if attribute(tag, "calcext:value-type").as_deref() == Some("error") {
        return Some(String::new());
    }
    match attribute(tag, "office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => {
            let number = attribute(tag, "office:value")?;
            Some(number.parse().map_or(number.clone(), float))
        }
        "date" => Some(cell::iso(&attribute(tag, "office:date-value")?)),
        "boolean" => attribute(tag, "office:boolean-value"),
        _ => attribute(tag, "office:string-value").map(|text| cell::tidy(&text)),
    }
}
