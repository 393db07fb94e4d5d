//! Workbooks: after an `x` the parts of an XLSX, after an `o` those of an ODS, else a file as it is.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tollview_fuzz::{archive, open, parts, watched};
use zip::CompressionMethod::Stored;

const WORKBOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
    <sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONSHIPS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Target="worksheets/sheet1.xml"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>"#;

fuzz_target!(|bytes: &[u8]| watched(|| match bytes {
    [b'x', rest @ ..] => {
        let [sheet, texts, styles, workbook] = parts(rest);
        let workbook = if workbook.is_empty() { WORKBOOK } else { workbook };
        let files = [
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", RELATIONSHIPS),
            ("xl/styles.xml", styles),
            ("xl/sharedStrings.xml", texts),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        let present: Vec<_> = files.into_iter().filter(|(_, bytes)| !bytes.is_empty()).collect();
        open("a.xlsx", &archive(&present, Stored));
    }
    [b'o', rest @ ..] => {
        let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
        open("a.ods", &archive(&[("mimetype", kind), ("content.xml", rest)], Stored));
    }
    _ => open("a.xls", bytes),
}));
