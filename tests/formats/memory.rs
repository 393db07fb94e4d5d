//! How much memory a file takes at its peak, measured in a process of its own.
#![cfg(target_os = "linux")]

use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Cursor, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use tollview::formats::{self, Input, Loaded};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const MIB: u64 = 1024 * 1024;

const FILE: &str = "TOLLVIEW_TEST_FILE";
const RECIPE: &str = "TOLLVIEW_TEST_RECIPE";

/// Reads the file that its parent names, and prints how it went and the peak of this process in KiB.
#[test]
#[ignore = "run by the tests below in a process of its own"]
fn child() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let recipe = std::env::var(RECIPE).ok().map(|text| {
        formats::read_recipe(Input::from_bytes("test.recipe.json", text.into_bytes()))
            .unwrap_or_else(|error| panic!("{error}"))
    });
    let input = Input::open(Path::new(&path)).unwrap();
    let outcome = match formats::read_with(input, recipe.as_ref(), &mut |_| ControlFlow::Continue(())) {
        Ok(loaded) => told(&loaded),
        Err(error) => error.to_string(),
    };
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")).unwrap();
    println!("peak={peak} outcome={outcome}");
}

/// How many reports there are; of a table its rows, its sums and what was odd.
fn told(loaded: &Loaded) -> String {
    let reports = loaded.dataset.report_count();
    let Some(rows) = loaded.rows else { return format!("read {reports} reports") };
    let mut sums = BTreeMap::new();
    for (measure, count) in loaded.dataset.events.values().flat_map(|event| &event.reports).flat_map(|it| &it.counts) {
        *sums.entry(measure.to_string()).or_insert(0) += count.stated.number().unwrap();
    }
    let mut told = format!("read {rows} rows, left out {}, {sums:?}", loaded.left_out);
    for warning in &loaded.warnings {
        write!(told, "; line {}: {}", warning.line, warning.message).unwrap();
    }
    told
}

/// The peak in bytes and the outcome of reading `path`, with a recipe where there is one.
fn measure(path: &Path, recipe: Option<&str>) -> (u64, String) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "formats::memory::child", "--ignored", "--nocapture"])
        .env(FILE, path)
        .envs(recipe.map(|recipe| (RECIPE, recipe)))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, line) = text.split_once("peak=").unwrap_or_else(|| panic!("{text}"));
    let (peak, outcome) = line.lines().next().unwrap().split_once(" outcome=").unwrap();
    (peak.parse::<u64>().unwrap() * 1024, outcome.to_owned())
}

/// Also prints the measurement, for `--nocapture`.
#[expect(clippy::print_stdout, reason = "the numbers are worth seeing")]
fn assert_within(path: &Path, times: u64) -> String {
    let size = path.metadata().unwrap().len();
    let (peak, outcome) = measure(path, None);
    let limit = 64 * MIB + times * size;
    println!("{}: {} MiB for {} MiB, {outcome}", path.file_name().unwrap().display(), peak / MIB, size / MIB);
    assert!(peak <= limit, "{} MiB, expected at most {} MiB", peak / MIB, limit / MIB);
    outcome
}

/// Tables take this much at most, whatever they hold; it is counted with the process itself.
const TABLE_LIMIT: u64 = 80 * MIB;

/// Of archives so much more is kept in memory before it goes into a file.
const UNPACKED: u64 = 32 * MIB;

/// Asserts what a table gives; also prints the measurement, for `--nocapture`.
#[expect(clippy::print_stdout, reason = "the numbers are worth seeing")]
fn assert_table(path: &Path, recipe: Option<&str>, expected: &str) {
    let size = path.metadata().unwrap().len();
    let start = Instant::now();
    let (peak, outcome) = measure(path, recipe);
    let name = path.file_name().unwrap().display();
    println!("{name}: {} MiB for {} MiB in {:?}, {outcome}", peak / MIB, size / MIB, start.elapsed());
    assert_eq!(outcome, expected);
    let is_archive = path.extension().is_some_and(|ending| ending == "gz" || ending == "zip");
    let limit = TABLE_LIMIT + if is_archive { UNPACKED } else { 0 };
    assert!(peak <= limit, "{name}: {} MiB, expected at most {} MiB", peak / MIB, limit / MIB);
}

/// Writes `head` and then `block` so many times.
fn repeated(path: &Path, head: &str, block: &str, times: u64) {
    let mut file = File::create(path).unwrap();
    file.write_all(head.as_bytes()).unwrap();
    for _ in 0..times {
        file.write_all(block.as_bytes()).unwrap();
    }
}

/// Each row with a cell of 40 lines, in which quotes and separators stand.
const STORY: &str = "The mayor said \"\"three\"\", later, 3;\nthe hospital 5\r\n";

#[test]
fn long_cells_of_several_lines_take_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stories.csv");
    let row = format!("2024-01-31,Upper,\"{}\",3,1\n", STORY.repeat(20));
    // About 1 MiB.
    let block = row.repeat(1_000);
    repeated(&path, "date,village,story,killed,injured\n", &block, STORIES);
    let rows = STORIES * 1_000;
    let expected = format!("read {rows} rows, left out 0, {{\"injured\": {rows}, \"killed\": {}}}", rows * 3);
    assert_table(&path, None, &expected);
    let recipe = r#"{ "tollview_recipe": 1, "row": "incident", "events": { "columns": ["village"] },
        "counts": [{ "measure": "killed", "role": "total", "column": "killed" }] }"#;
    assert_table(&path, Some(recipe), &format!("read {rows} rows, left out 0, {{\"killed\": {}}}", rows * 3));
}

/// All rows of a small file are looked at before it is read.
#[test]
fn short_rows_of_a_small_file_take_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("short.csv");
    let rows = 600_000;
    repeated(&path, "killed,injured,missing\n", &"1,2,3\n".repeat(rows), 1);
    let sums = format!("{{\"injured\": {}, \"killed\": {rows}, \"missing\": {}}}", 2 * rows, 3 * rows);
    assert_table(&path, None, &format!("read {rows} rows, left out 0, {sums}"));
}

/// How many times about a megabyte.
const STORIES: u64 = 200;

#[test]
fn one_line_without_end_takes_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("line.csv");
    let block = "1,".repeat(512 * 1024);
    repeated(&path, "", &block, 100);
    assert_table(&path, None, "line.csv: line 1 is longer than 16 MiB, expected the columns' names; is this a table?");
    repeated(&path, "date,killed\n2024-01-31,3\n2024-02-01,4\n", &block, 100);
    let expected = r#"read 3 rows, left out 1, {"killed": 7}; line 4: this row is longer than 16 MiB; it is left out"#;
    assert_table(&path, None, expected);
}

#[test]
fn millions_of_columns_take_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wide.csv");
    let mut file = BufWriter::new(File::create(&path).unwrap());
    write!(file, "date").unwrap();
    for column in 1..2_000_000 {
        write!(file, ",{column:x}").unwrap();
    }
    write!(file, "\n2024-01-31{}\n", ",3".repeat(1_999_999)).unwrap();
    file.flush().unwrap();
    drop(file);
    let expected = "wide.csv: found 2,000,000 columns, expected at most 100,000; is \",\" what stands between cells?";
    assert_table(&path, None, expected);
}

/// 16 MiB of rows that deflate to a thousandth.
fn rows_of_a_bomb() -> Vec<u8> {
    b"1,2,3\n".repeat(16 * 1024 * 1024 / 6)
}

const BOMB: &str = "found an archive that unpacks to more than 300 times its size, expected a table; \
                    such archives are made to fill memory: unpack it yourself if you trust it";

#[test]
fn a_bomb_of_gzip_takes_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bomb.csv.gz");
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&rows_of_a_bomb()).unwrap();
    let member = packed.finish().unwrap();
    // Half a gigabyte in 32 members, of which only the beginning is unpacked.
    std::fs::write(&path, member.repeat(32)).unwrap();
    assert_table(&path, None, &format!("bomb.csv.gz: {BOMB}"));
}

#[test]
fn a_bomb_of_many_files_takes_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bomb.zip");
    archive(&path, &rows_of_a_bomb(), "csv", 9, 32);
    assert_table(&path, None, &format!("bomb.zip: {BOMB}"));
}

/// Each of the inner archives is small enough to be unpacked by itself.
#[test]
fn a_bomb_in_two_layers_takes_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("layers.zip");
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&rows_of_a_bomb()[..8 * 1024 * 1024]).unwrap();
    archive(&path, &packed.finish().unwrap(), "csv.gz", 9, 600);
    assert_table(&path, None, &format!("layers.zip: {BOMB}"));
}

/// Each of the files would fit into memory.
#[test]
fn many_packed_files_take_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("months.zip");
    // About 16 MiB, in rows with a long cell each.
    let mut text = "date,killed,injured,note\n".to_owned();
    for number in 0..MONTH {
        let note = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        writeln!(text, "2024-01-31,3,12,{}", format!("{note:016x}").repeat(8)).unwrap();
    }
    archive(&path, text.as_bytes(), "csv", 1, 5);
    let rows = 5 * MONTH;
    let sums = format!("{{\"injured\": {}, \"killed\": {}}}", rows * 12, rows * 3);
    assert_table(&path, None, &format!("read {rows} rows, left out 0, {sums}"));
}

/// How many rows each of the packed files has.
const MONTH: u64 = 120_000;

/// Writes an archive that holds the same file so many times.
fn archive(path: &Path, file: &[u8], ending: &str, level: i64, times: u32) {
    let mut first = ZipWriter::new(Cursor::new(Vec::new()));
    first.start_file("0", SimpleFileOptions::default().compression_level(Some(level))).unwrap();
    first.write_all(file).unwrap();
    let mut first = ZipArchive::new(first.finish().unwrap()).unwrap();
    let mut archive = ZipWriter::new(File::create(path).unwrap());
    for number in 0..times {
        archive.raw_copy_file_rename(first.by_index(0).unwrap(), format!("{number}.{ending}")).unwrap();
    }
    archive.finish().unwrap();
}

#[test]
fn a_sheet_of_two_cells_takes_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("far.xlsx");
    workbook(
        &path,
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>killed</t></is></c></row>
           <row r="1048576"><c r="XFD1048576"><v>5</v></c></row>"#,
    );
    let recipe = r#"{ "tollview_recipe": 1, "row": "incident",
        "counts": [{ "measure": "killed", "role": "total", "column": "column 16384" }] }"#;
    assert_table(&path, Some(recipe), r#"read 1 rows, left out 0, {"killed": 5}"#);
    let expected = r#"far.xlsx: found a table with the columns "killed", "column 16384", expected one that counts people; a recipe can say what its columns mean (tollview describe FILE --recipe RECIPE)"#;
    assert_table(&path, None, expected);
}

/// Writes a workbook of one sheet that has these rows, and claims the whole of it.
fn workbook(path: &Path, rows: &str) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="{documents}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let mut archive = ZipWriter::new(File::create(path).unwrap());
    for (name, text) in [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>"#.to_owned(),
        ),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{documents}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/>
                </sheets></workbook>"#
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                r#"<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>"#
            ),
        ),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
}

#[test]
fn a_gigabyte_of_zeros_takes_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zeros.toll.json");
    File::create(&path).unwrap().set_len(1024 * MIB).unwrap();
    assert!(assert_within(&path, 0).contains("found NUL bytes"));
}

#[test]
fn brackets_without_end_take_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("brackets.toll.json");
    std::fs::write(&path, "[".repeat(100_000)).unwrap();
    assert!(assert_within(&path, 0).contains("nested too deeply"));
}

#[test]
fn a_large_dataset_takes_a_small_multiple_of_its_size() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.toll.json");
    large(&path, 40 * MIB, |number| {
        format!(
            r#"        {{
          "id": "hrana-{number}",
          "source": "hrana",
          "via": [{{ "name": "AP", "url": "https://example.org/news/{number}" }}],
          "as_of": "2026-01-14",
          "published": "2026-01-14",
          "day_stated": 18,
          "counts": {{
            "killed": {{
              "at_least": {number},
              "coverage": {{ "who": "everyone" }},
              "parts": {{ "protesters": 2403, "government": 147, "children": 12 }}
            }},
            "detained": {{ "more_than": 18100 }}
          }}
        }}"#
        )
    });
    assert!(assert_within(&path, 10).starts_with("read "));
}

/// Nothing is smaller in a file, and larger in memory, than a report without words.
#[test]
fn the_densest_dataset_still_fits() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dense.toll.json");
    large(&path, 4 * MIB, |number| format!(r#"{{"counts":{{"killed":{number}}}}}"#));
    assert!(assert_within(&path, 100).starts_with("read "));
}

/// A valid dataset of about `size` bytes.
fn large(path: &Path, size: u64, report: impl Fn(u64) -> String) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    let mut head =
        String::from(r#"{ "tollview": 1, "title": "Large", "sources": [{ "id": "hrana", "name": "HRANA" }],"#);
    let categories =
        ["protesters", "government", "children"].map(|id| format!(r#"{{ "id": "{id}", "label": "{id}" }}"#));
    write!(head, r#""categories": [{}], "events": [{{ "id": "e", "title": "E", "reports": ["#, categories.join(","))
        .unwrap();
    file.write_all(head.as_bytes()).unwrap();
    let mut written = 0;
    for number in 0.. {
        let text = report(number);
        if written > size {
            write!(file, "{text}\n] }}] }}\n").unwrap();
            break;
        }
        written += text.len() as u64 + 2;
        writeln!(file, "{text},").unwrap();
    }
    file.flush().unwrap();
}
