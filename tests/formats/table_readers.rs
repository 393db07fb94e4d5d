//! Spreadsheets, JSON, Parquet and archives: which tables come out of odd files, and with which words the others are
//! refused. `tests/data/tables/made/make.py` makes the files.

use super::{in_crate, texts};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};
use tollview::formats::table::reader::{self, Table, package};
use tollview::formats::table::recipe::Reading;
use tollview::formats::table::{Material, Row, Scanned, Tally};
use tollview::formats::{self, Input, LoadErrorKind};

/// Keeps all rows as text.
#[derive(Default)]
struct Lines(Vec<String>);

impl Tally for Lines {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        if row.cells.contains(&"refuse me") {
            return Err("found a cell that asks for it".to_owned());
        }
        self.0.push(format!("{}: {}", row.line, row.cells.join(" | ")));
        Ok(())
    }

    fn merge(&mut self, later: Self) {
        self.0.extend(later.0);
    }
}

fn file(name: &str) -> Material {
    Material::path(&in_crate("tests/data/tables/made").join(name))
}

/// Whether this build can read it.
fn is_read(name: &str) -> bool {
    cfg!(feature = "parquet") || !name.contains("parquet")
}

fn text(name: &str, text: &str) -> Material {
    Material::memory(name, text.as_bytes().to_vec())
}

fn open(material: &Material) -> Result<Vec<Table>, String> {
    reader::open(material, &Reading::default()).map_err(|kind| kind.to_string())
}

fn scan(table: &Table) -> Scanned<Lines> {
    let all: Vec<usize> = (0..table.columns().len()).collect();
    table.scan(&all, &Lines::default, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// Everything that comes out of a file.
fn told(material: &Material) -> String {
    told_with(material, &Reading::default())
}

fn told_with(material: &Material, reading: &Reading) -> String {
    let tables = match reader::open(material, reading) {
        Ok(tables) => tables,
        Err(kind) => return kind.to_string(),
    };
    let mut out = String::new();
    for table in &tables {
        let columns = table.columns().iter().map(|column| match &column.tag {
            Some(tag) => format!("{} {tag}", column.name),
            None => column.name.clone(),
        });
        writeln!(out, "{}: {}", table.name(), columns.collect::<Vec<_>>().join(" | ")).unwrap();
        let all: Vec<usize> = (0..table.columns().len()).collect();
        let scanned = match table.scan(&all, &Lines::default, &mut |_| ControlFlow::Continue(())) {
            Ok(scanned) => scanned,
            Err(kind) => return out + &kind.to_string(),
        };
        assert_eq!(scanned.rows, scanned.tally.0.len() as u64 + scanned.left_out);
        for line in &scanned.tally.0 {
            writeln!(out, "  {line}").unwrap();
        }
        for warning in &scanned.warnings {
            writeln!(out, "  ! {}: {}", warning.line, warning.message).unwrap();
        }
        // A small table's sample is the table.
        let sample = table.sample(1_000).unwrap();
        assert!(sample.is_whole);
        assert_eq!(sample.columns, table.columns());
        let sampled = sample
            .rows
            .iter()
            .filter(|row| !texts(row).contains(&"refuse me"))
            .map(|row| format!("{}: {}", row.line.unwrap(), texts(row).join(" | ")));
        assert_eq!(sampled.collect::<Vec<_>>(), scanned.tally.0);
    }
    out
}

#[track_caller]
fn check(material: &Material, expected: &str) {
    let told = told(material);
    assert_eq!(told, expected, "\n{told}\n");
}

#[test]
fn a_sheet_with_a_title_and_padding_has_the_columns_under_their_names() {
    check(
        &file("padded.xlsx"),
        "Incidents: Date | Place | Killed | Rate | Confirmed\n  \
         5: 2024-01-03 | Northport | 4 | 0.5 | true\n  \
         6: 2024-01-04T13:30:00 | Southport | 11 | 1.25 | false\n  \
         7: 2024-02-01 | Eastport |  |  | \n",
    );
    let tables = open(&file("padded.xlsx")).unwrap();
    assert_eq!(tables[0].reading().header_row, Some(4));
    assert_eq!(tables[0].reading().sheets, ["Incidents"]);
}

#[test]
fn sheets_of_one_shape_are_one_table_and_the_larger_table_comes_first() {
    check(
        &file("years.xlsx"),
        "2021, 2022, 2023: month | killed | sheet\n  \
         2: 1 | 5 | 2021\n  3: 2 | 7 | 2021\n  2: 1 | 3 | 2022\n  2: 1 | 2 | 2023\n\
         By region: region | people\n  2: north | 100\n",
    );
    assert_eq!(told(&file("shared-texts.xlsx")), told(&file("years.xlsx")));
    let tables = open(&file("years.xlsx")).unwrap();
    assert_eq!(tables[0].reading().sheets, ["2021", "2022", "2023"]);
    assert_eq!(tables[1].reading().sheets, ["By region"]);
}

#[test]
fn a_sheet_is_chosen_by_its_name() {
    let reading = |sheets: &[&str]| Reading {
        sheets: sheets.iter().map(|name| (*name).to_owned()).collect(),
        ..Reading::default()
    };
    assert_eq!(told_with(&file("years.xlsx"), &reading(&["2022"])), "2022: killed | month\n  2: 3 | 1\n");
    assert_eq!(
        told_with(&file("years.xlsx"), &reading(&["2022", "2023"])),
        "2022, 2023: killed | month | sheet\n  2: 3 | 1 | 2022\n  2: 2 | 1 | 2023\n"
    );
    // A sheet that looks like notes is read where it is asked for.
    assert_eq!(told_with(&file("padded.xlsx"), &reading(&["Licence"])), "Licence: Terms | Made up\n  2: Use | Free\n");
    assert_eq!(
        told_with(&file("years.xlsx"), &reading(&["2024"])),
        "found no table in a sheet \"2024\", expected one of that name; is it spelled as in the workbook?"
    );
}

/// A recipe keeps how a file was read: that must give the same table again.
#[test]
fn what_was_found_out_gives_the_same_table_again() {
    for name in [
        "padded.xlsx",
        "years.xlsx",
        "groups.xlsx",
        "two-rows.xlsx",
        "years-as-columns.xlsx",
        "old.xls",
        "repeated.ods",
        "folder.zip",
        "sheet-inside.zip",
        "members.csv.gz",
        "nested.json",
        "nested.parquet",
    ] {
        for table in open(&file(name)).into_iter().flatten() {
            let again = reader::open(&file(name), table.reading()).unwrap();
            assert_eq!(again.len(), 1, "{name}");
            assert_eq!(again[0].name(), table.name());
            assert_eq!(again[0].columns(), table.columns());
            assert_eq!(again[0].reading(), table.reading(), "{name}");
            assert_eq!(scan(&again[0]).tally.0, scan(&table).tally.0);
        }
    }
}

#[test]
fn a_header_row_is_chosen_by_its_number() {
    let reading = Reading { header_row: Some(5), ..Reading::default() };
    assert_eq!(
        told_with(&file("padded.xlsx"), &reading).lines().next(),
        Some("Incidents: 2024-01-03 | Northport | 4 | 0.5 | true")
    );
}

#[test]
fn names_of_groups_stand_before_doubled_names() {
    check(
        &file("groups.xlsx"),
        "Sheet: Date | Killed men | Killed women | Injured men | Injured women\n  \
         3: 2024-05-01 | 3 | 2 | 10 | 4\n  4: 2024-05-02 | 1 | 0 | 2 | 2\n",
    );
    // Names that reach over both rows stand in the upper one.
    check(
        &file("two-rows.xlsx"),
        "Sheet: Year | Deaths Hostile | Deaths Accident | Deaths Total | Wounded\n  \
         3: 2003 | 13 | 2 | 15 | 49\n  4: 2004 | 10 | 0 | 10 | 48\n  5: 2005 | 11 | 1 | 12 | 47\n  \
         6: 2006 | 12 | 2 | 14 | 46\n",
    );
}

#[test]
fn years_are_names_of_columns_and_tags_are_no_row() {
    check(
        &file("years-as-columns.xlsx"),
        "Sheet: Country #country | 2020 #affected+y2020 | 2021 #affected+y2021 | 2022 #affected+y2022\n  \
         3: Northland | 1 | 2 | 3\n  4: Southland | 4 | 5 | 6\n",
    );
}

#[test]
fn an_old_workbook_is_read() {
    check(&file("old.xls"), "Data: date | killed | share\n  2: 2019-12-31 | 12 | 0.25\n  3: unknown | 3 | \n");
}

#[test]
fn repeated_rows_are_rows_and_repeated_blanks_are_none() {
    check(
        &file("repeated.ods"),
        "Toll: date | killed | confirmed\n  \
         5: 2024-01-03 | 4 | true\n  6: 2024-01-03 | 4 | true\n  7: 2024-01-04T13:30:00 | 2.5 | a & b\n",
    );
}

#[test]
#[cfg(not(feature = "parquet"))]
fn parquet_is_refused_by_name() {
    check(
        &file("nested.parquet"),
        "found a Parquet file, which this build of Tollview does not read; \
         save the table as CSV, or build with the feature \"parquet\"",
    );
}

#[test]
#[cfg(feature = "parquet")]
fn parquet_columns_are_laid_flat() {
    check(
        &file("nested.parquet"),
        "nested.parquet: date | place.country | place.at.lat | killed | rate | share | seen | noted | names | sure\n  \
         1: 2024-01-03 | Northland | 1.5 | 4 | 1.50 | 0.1 | 2024-01-03T13:30:00 | 2024-01-04 | a; b | true\n  \
         2: 1969-12-31 |  |  |  | 3 |  |  |  |  | false\n  \
         3: 2024-01-03 | Northland | 1.5 | 4611686018427387903 | 1.50 | 0.1 | 2024-01-03T13:30:00 | 2024-01-04 | a; b | true\n",
    );
}

#[test]
fn wanted_columns_come_in_the_order_that_is_asked_for() {
    for (material, columns) in [
        (file("nested.parquet"), "killed | date | killed"),
        (file("years.xlsx"), "month | sheet | month"),
        (file("nested.json"), "verified.killed | date | verified.killed"),
        (file("members.csv.gz"), "killed | date | killed"),
    ] {
        if !is_read(&material.name) {
            continue;
        }
        let tables = open(&material).unwrap();
        let wanted: Vec<usize> = columns
            .split(" | ")
            .map(|name| tables[0].columns().iter().position(|column| column.name == name).unwrap())
            .collect();
        let few = tables[0].scan(&wanted, &Lines::default, &mut |_| ControlFlow::Continue(())).unwrap();
        let all = scan(&tables[0]);
        for (few, all) in few.tally.0.iter().zip(&all.tally.0) {
            let (line, cells) = all.split_once(": ").unwrap();
            let cells: Vec<&str> = cells.split(" | ").collect();
            let expected: Vec<&str> = wanted.iter().map(|index| cells[*index]).collect();
            assert_eq!(*few, format!("{line}: {}", expected.join(" | ")));
        }
        assert_eq!(few.rows, all.rows);
    }
}

#[test]
fn archives_are_unpacked_by_what_they_hold() {
    let rows = "2: 2024-01-01 | 3\n  3: 2024-01-02 | 4\n";
    check(&file("members.csv.gz"), &format!("members.csv: date | killed\n  {rows}  4: 2024-01-03 | 5\n"));
    check(&file("gz-inside.zip"), &format!("table.csv: date | killed\n  {rows}"));
    // Not by name: a packed table keeps being one under another.
    let bytes = std::fs::read(in_crate("tests/data/tables/made/members.csv.gz")).unwrap();
    check(&Material::memory("table.csv", bytes), &format!("table.csv: date | killed\n  {rows}  4: 2024-01-03 | 5\n"));
    check(
        &file("folder.zip"),
        &format!(
            "regions.json: region | people\n  1: north | 10\n  2: south | 20\n\
             part-1.csv, part-2.csv: date | killed\n  {rows}  2: 2024-02-01 | 6\n"
        ),
    );
    check(
        &file("sheet-inside.zip"),
        "2021, 2022, 2023: month | killed | sheet\n  \
         2: 1 | 5 | 2021\n  3: 2 | 7 | 2021\n  2: 1 | 3 | 2022\n  2: 1 | 2 | 2023\n\
         By region: region | people\n  2: north | 100\n",
    );
}

#[test]
fn a_file_in_an_archive_is_chosen_by_its_name() {
    let reading = Reading { sheets: vec!["part-2.csv".to_owned()], ..Reading::default() };
    assert_eq!(told_with(&file("folder.zip"), &reading), "part-2.csv: killed | date\n  2: 6 | 2024-02-01\n");
    let tables = open(&file("folder.zip")).unwrap();
    assert_eq!(tables[0].reading().sheets, ["regions.json"]);
    assert_eq!(tables[1].reading().sheets, ["part-1.csv", "part-2.csv"]);
}

#[test]
fn records_are_found_wherever_they_lie() {
    let rows = "  1: 2024-01-01 | 1 | 1\n  2: 2024-01-02 | 2 | 1\n  3: 2024-01-03 | 3 | 1\n";
    check(&file("nested.json"), &format!("nested.json: date | verified.killed | verified.injured.men\n{rows}"));
    assert_eq!(open(&file("nested.json")).unwrap()[0].reading().records.as_deref(), Some("data.list"));
    // The second of two values in a list, as the World Bank sends them.
    check(
        &text("a.json", r#"[{"page": 1}, [{"year": 2020, "value": 3}, {"year": 2021, "value": null}]]"#),
        "a.json: year | value\n  1: 2020 | 3\n  2: 2021 | \n",
    );
}

#[test]
fn records_are_chosen_by_their_path() {
    let both = text("a.json", r#"{"a": [{"x": 1}], "b": {"c": [{"y": 2}, {"y": 3}]}}"#);
    check(&both, "a.json: y\n  1: 2\n  2: 3\n");
    let reading = |path: &str| Reading { records: Some(path.to_owned()), ..Reading::default() };
    assert_eq!(told_with(&both, &reading("a")), "a.json: x\n  1: 1\n");
    assert_eq!(told_with(&both, &reading("b.d")), "found no records under \"b.d\", expected one of: \"a\", \"b.c\"");
}

#[test]
fn records_by_their_keys_have_a_column_of_keys() {
    check(
        &text("a.json", r#"{"2024-01-01": {"killed": 3}, "2024-01-02": {"killed": 4, "missing": 1}}"#),
        "a.json: key | killed | missing\n  1: 2024-01-01 | 3 | \n  2: 2024-01-02 | 4 | 1\n",
    );
    check(
        &text("a.json", r#"{"a": {"key": 3}, "b\u0021": {"key": 4}}"#),
        "a.json: record key | key\n  1: a | 3\n  2: b! | 4\n",
    );
}

#[test]
fn json_by_columns_is_turned() {
    let rows = "  1: 2024-01-01 | 3\n  2: 2024-01-02 | \n";
    check(
        &text("a.json", r#"{"date": ["2024-01-01", "2024-01-02"], "killed": [3.0, NaN]}"#),
        &format!("a.json: date | killed\n{rows}"),
    );
    check(
        &text("a.json", r#"{"date": {"0": "2024-01-01", "1": "2024-01-02"}, "killed": {"0": 3, "1": null}}"#),
        &format!("a.json: date | killed\n{rows}"),
    );
}

#[test]
fn json_by_rows_is_read_like_a_sheet() {
    let rows = text(
        "a.json",
        r##"{"data": [["Deaths of a made-up year"], ["Date", "Killed"], ["#date", "#affected+killed"], ["2024-01-01", 3.0], ["2024-01-02", null]]}"##,
    );
    check(&rows, "a.json: Date #date | Killed #affected+killed\n  4: 2024-01-01 | 3\n  5: 2024-01-02 | \n");
    let table = &open(&rows).unwrap()[0];
    assert_eq!((table.reading().header_row, table.reading().records.as_deref()), (Some(2), Some("data")));
}

#[test]
fn json_by_rows_takes_its_names_from_beside_them() {
    // As pandas writes it; an index that only counts is none.
    check(
        &text(
            "a.json",
            r#"{"columns": ["date", "killed"], "index": [0, 1], "data": [["2024-01-01", 3], ["2024-01-02", null]]}"#,
        ),
        "a.json: date | killed\n  1: 2024-01-01 | 3\n  2: 2024-01-02 | \n",
    );
    check(
        &text("a.json", r#"{"columns": ["killed"], "index": ["2024-01-01"], "data": [[3]]}"#),
        "a.json: index | killed\n  1: 2024-01-01 | 3\n",
    );
    // As portals of open data write it: their own columns are hidden, and a cell may be a list or a record.
    let rows = text(
        "rows.json",
        r#"{"meta": {"view": {"id": "x", "rights": ["read", "write", "add", "own"], "columns": [
              {"id": -1, "name": "sid", "fieldName": ":sid"},
              {"id": 1, "name": "Date", "fieldName": "date"},
              {"id": 2, "name": "Killed", "fieldName": "killed"},
              {"id": 3, "name": "Place", "fieldName": "place", "subColumnTypes": ["a", "b"]}]}},
            "data": [["row-1", "2024-01-01", "3", [null, "1.5"]], ["row-2", "2024-01-02", "4", {"a": 1}]]}"#,
    );
    check(
        &rows,
        "rows.json: Date | Killed | Place\n  1: 2024-01-01 | 3 | [null,\"1.5\"]\n  2: 2024-01-02 | 4 | {\"a\":1}\n",
    );
    assert_eq!(open(&rows).unwrap()[0].reading().records.as_deref(), Some("data"));
    // More columns than records: what describes columns is no table beside one.
    check(
        &text(
            "a.json",
            r#"{"result": {"fields": [{"id": "a", "type": "x"}, {"id": "b", "type": "y"}], "records": [{"a": 1, "b": 2}]}}"#,
        ),
        "a.json: a | b\n  1: 1 | 2\n",
    );
}

#[test]
fn a_file_of_one_record_is_one_row() {
    check(
        &text("a.json", "{\"event\": {\"name\": \"Flood\"}, \"date\": \"2024-05-01\", \"toll\": {\"killed\": 12}}\n"),
        "a.json: event.name | date | toll.killed\n  1: Flood | 2024-05-01 | 12\n",
    );
    // Two groups are two tolls, of which neither lies inside the other.
    check(
        &text("a.json", "{\"north\": {\"killed\": 12}, \"date\": \"2024-05-01\", \"south\": {\"dead\": 5}}"),
        "found JSON without records, expected a list of them, such as [{\"date\": \"2020-01-01\", \"killed\": 3}]",
    );
    check(
        &text("a.json", "{\"date\": \"2024-05-01\", \"killed\": 12"),
        "found JSON that is broken in line 1, expected a list of records; is a bracket, comma or quote missing there?",
    );
}

#[test]
fn people_in_a_list_of_each_record_are_rows() {
    let said = "each entry of \"victims\" is a row, with what stands beside it in its record";
    let flood = "{\"place\": \"A\", \"victims\": [{\"name\": \"X\", \"outcome\": \"killed\"}, {\"name\": \"Y\", \"outcome\": \"injured\", \"age\": 7.0}]}";
    let quiet = "{\"place\": \"B\", \"victims\": []}";
    let fire = "{\"place\": \"C\", \"victims\": [{\"name\": \"Z\", \"outcome\": \"killed\"}]}";
    let rows = "place | victims.name | victims.outcome | victims.age\n  1: A | X | killed | \n  2: A | Y | injured | 7\n  3: C | Z | killed | \n";
    check(&text("a.json", &format!("[{flood},\n{quiet},\n{fire}]")), &format!("a.json: {rows}  ! 0: {said}\n"));
    check(&text("a.jsonl", &format!("{flood}\n{fire}\n")), &format!("a.jsonl: {rows}  ! 0: {said}\n"));
    // Where the record counts itself, or the list is of something else, each record is a row.
    let counted =
        "[{\"killed\": 1, \"victims\": [{\"name\": \"X\"}]}, {\"killed\": 2, \"victims\": [{\"name\": \"Y\"}]}]";
    check(&text("a.json", counted), "a.json: killed | victims\n  1: 1 | {\"name\":\"X\"}\n  2: 2 | {\"name\":\"Y\"}\n");
    let linked =
        "[{\"name\": \"X\", \"links\": [{\"url\": \"a\"}, {\"url\": \"b\"}]}, {\"name\": \"Y\", \"links\": []}]";
    check(&text("a.json", linked), "a.json: name | links\n  1: X | {\"url\":\"a\"}; {\"url\":\"b\"}\n  2: Y | \n");
}

#[test]
fn one_page_of_several_is_said_to_be_one() {
    let of_all = |rows: &str, total: &str, key: &str| {
        format!(
            "  ! 0: found {rows} of the {total} rows that the file itself says there are (\"{key}\"), \
             expected all of them; fetch the other pages too, or all rows at once\n"
        )
    };
    let rows = "a.json: a\n  1: 1\n  2: 2\n";
    for (file, key) in [
        (r#"{"count": 5230, "next": "x?page=2", "previous": null, "results": [{"a": 1}, {"a": 2}]}"#, "count"),
        (r#"[{"page": 1, "pages": 53, "per_page": "50", "total": 5230}, [{"a": 1}, {"a": 2}]]"#, "total"),
        (r#"{"totalCount": 5230, "count": 2, "data": [{"a": 1}, {"a": 2}]}"#, "totalCount"),
        (
            r#"{"columns": ["a", "b"], "rows": [[1, 2]], "meta": {"pagination": {"limit": 1, "total": "5230"}}}"#,
            "total",
        ),
    ] {
        let (rows, count) = if file.contains("columns") { ("a.json: a | b\n  1: 1 | 2\n", "1") } else { (rows, "2") };
        check(&text("a.json", file), &format!("{rows}{}", of_all(count, "5,230", key)));
    }
    check(
        &text("a.json", r#"{"features": [{"a": 1}, {"a": 2}], "exceededTransferLimit": true}"#),
        &format!(
            "{rows}  ! 0: found one page of several (\"exceededTransferLimit\" says that more follows), expected all rows; \
             fetch the other pages too, or all rows at once\n"
        ),
    );
    // Where the search ends in the middle of the records.
    let long = format!("{{\"next\": \"x\", \"count\": 9999999, {}", &large()[1..]);
    let tables = open(&text("a.json", &long)).unwrap();
    let told = scan(&tables[0]).warnings.first().map(|warning| warning.message.clone()).unwrap();
    assert!(told.starts_with("found 60,000 of the 9,999,999 rows that the file itself says"), "{told}");
    // The last page, all rows, and a sum that counts people and not rows.
    for whole in [
        r#"{"count": 2, "next": null, "results": [{"a": 1}, {"a": 2}]}"#,
        r#"{"total": 2, "page": 1, "results": [{"a": 1}, {"a": 2}]}"#,
        r#"{"total": 5230, "data": [{"a": 1}, {"a": 2}]}"#,
        r#"[{"a": 1}, {"a": 2}]"#,
    ] {
        check(&text("a.json", whole), rows);
    }
}

#[test]
fn geojson_has_its_properties() {
    check(
        &text(
            "a.geojson",
            r#"{"type": "FeatureCollection", "features": [
                {"type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [1.5, 2.5]},
                 "properties": {"killed": 3, "place": {"name": "x"}}},
                {"type": "Feature", "geometry": null, "properties": {"killed": 4, "tags": ["a", 1, true, null]}}]}"#,
        ),
        "a.geojson: id | killed | place.name | tags\n  1: 7 | 3 | x | \n  2:  | 4 |  | a; 1; true; \n",
    );
}

#[test]
fn json_is_read_in_every_encoding_that_text_is() {
    let list = "[{\"place\": \"Café\", \"killed\": 3},\n {\"place\": \"Žďár\", \"killed\": 4}]";
    let object = format!("{{\"rows\": {list}}}");
    let lines = "{\"place\": \"Café\", \"killed\": 3}\n{\"place\": \"Žďár\", \"killed\": 4}\n";
    let wide = |text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let text = if mark { format!("\u{FEFF}{text}") } else { text.to_owned() };
        text.encode_utf16().flat_map(bytes).collect()
    };
    for (name, text) in [("a.json", list), ("a.json", object.as_str()), ("a.jsonl", lines)] {
        for mark in [true, false] {
            for (encoding, bytes) in [("utf-16le", u16::to_le_bytes as fn(u16) -> _), ("utf-16be", u16::to_be_bytes)] {
                let material = Material::memory(name, wide(text, mark, bytes));
                check(&material, &format!("{name}: place | killed\n  1: Café | 3\n  2: Žďár | 4\n"));
                assert_eq!(open(&material).unwrap()[0].reading().encoding.as_deref(), Some(encoding));
                // The same by the way that files take: it is told from a dataset first.
                let input = Input::from_bytes(name, wide(text, mark, bytes));
                let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
                assert_eq!(loaded.rows, Some(2));
            }
        }
    }
    let western = |text: &str| text.chars().map(|letter| u8::try_from(letter).unwrap()).collect::<Vec<u8>>();
    let rows = "[{\"place\": \"Café du Château\"}, {\"place\": \"Málaga\"}]";
    for text in [rows.to_owned(), format!("{{\"rows\": {rows}}}")] {
        check(&Material::memory("a.json", western(&text)), "a.json: place\n  1: Café du Château\n  2: Málaga\n");
    }
    let input = Input::from_bytes(
        "a.json",
        western("{\"rows\": [{\"date\": \"2024-01-01\", \"place\": \"Málaga\", \"killed\": 3}]}"),
    );
    let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(loaded.rows, Some(1));
}

#[test]
fn json_values_become_text() {
    check(
        &text(
            "a.json",
            "\u{FEFF}[{\"a\": \" x\\n\\u00e9 \", \"b\": 12345678901234567890, \"c\": 1.50, \"d\": 1e3, \"e\": -0.0},
              {\"e\": [{\"n\": \"x\\\"\", \"m\": [1, null]}, 2], \"f\": {}, \"g\": {\"h\": []}, \"a\": false}]",
        ),
        "a.json: a | b | c | d | e | g.h\n  \
         1: x\né | 12345678901234567890 | 1.50 | 1000 | -0 | \n  \
         2: false |  |  |  | {\"n\":\"x\\\"\",\"m\":[1,null]}; 2 | \n",
    );
}

#[test]
fn a_record_that_is_none_is_left_out_with_its_line() {
    check(
        &text("a.json", "[{\"a\": 1},\n 7,\n null, {\"a\": 2, \"a\": 3}, {\"a\": \"refuse me\"},\n{\"a\": NaN}]"),
        "a.json: a\n  1: 1\n  6: \n  \
         ! 2: found a number, expected a record in braces (line 2)\n  \
         ! 3: found null, expected a record in braces (line 3)\n  \
         ! 4: found the key \"a\" a second time, expected it once (line 3)\n  \
         ! 5: found a cell that asks for it\n",
    );
}

#[test]
fn lines_of_json_are_records_and_a_bad_one_is_left_out() {
    check(
        &text("a.jsonl", "{\"a\": 1}\r\n\n{\"a\": 2, \"b\": {\"c\": \"x\"}}\n{\"a\": 3\n[4]\n{\"a\": tru}\n{\"a\": 5}"),
        "a.jsonl: a | b.c\n  1: 1 | \n  2: 2 | x\n  6: 5 | \n  \
         ! 3: found a record that ends in its middle (line 4), expected its end\n  \
         ! 4: found a list, expected a record in braces (line 5)\n  \
         ! 5: found a record that is no JSON (line 6), expected true, false, null, a number or a text in double quotes\n",
    );
}

#[test]
fn a_list_that_is_cut_off_is_read_up_to_there() {
    check(
        &text("a.json", "[{\"a\": 1},\n{\"a\": 2},\n{\"a\": \"x"),
        "a.json: a\n  1: 1\n  2: 2\n  \
         ! 3: found the end of the file in the middle of the record in line 3, expected the rest of it; \
         was it saved or copied completely?\n",
    );
    check(
        &text("a.json", "[{\"a\": 1},\n{\"a\": 2}"),
        "a.json: a\n  1: 1\n  2: 2\n  \
         ! 2: found the end of the file after this record, expected the end of the list; \
         was it saved or copied completely?\n",
    );
}

/// Where a quote is missing, what follows it is text and text is what was between: nothing after it can be trusted.
#[test]
fn json_that_is_broken_in_the_middle_is_refused_with_its_line() {
    check(
        &text("a.json", "[{\"a\": 1},\n{\"a\": \"x},\n{\"a\": \"y\"}]"),
        "a.json: a\nfound JSON that is broken in line 2, expected a double quote at the end of a text; \
         correct it there, or fetch the file again",
    );
    // A brace that closes nothing: no end of it was ever found.
    check(
        &text("a.json", "[{\"a\": 1}},\n{\"a\": 2}]"),
        "found JSON that is broken in line 1, expected a record or the end of the list; is a bracket or quote missing before?",
    );
    check(
        &text("a.json", "{\"a\" 1}"),
        "found JSON that is broken in line 1, expected a list of records; is a bracket, comma or quote missing there?",
    );
    check(
        &text("a.json", "{\"a\": 1}"),
        "found JSON without records, expected a list of them, such as [{\"date\": \"2020-01-01\", \"killed\": 3}]",
    );
    check(
        &text("a.json", "[[1, 2]]"),
        "found JSON without records, expected a list of them, such as [{\"date\": \"2020-01-01\", \"killed\": 3}]",
    );
}

#[test]
fn deep_json_is_refused() {
    check(
        &file("deep.json"),
        "found JSON nested more than 64 deep in line 1, expected a list of records; \
         is a closing bracket missing before?",
    );
    let deep = format!("[{{\"a\": 1}},\n{{\"a\": {}0{}}}]", "[".repeat(70), "]".repeat(70));
    check(
        &text("a.json", &deep),
        "a.json: a\n  1: 1\n  \
         ! 2: found groups nested more than 64 deep, expected fewer; is a closing bracket missing before? (line 2)\n",
    );
}

#[test]
fn a_huge_text_is_refused() {
    let huge = "x".repeat(17 * 1024 * 1024);
    check(
        &text("a.json", &format!("[\n{{\"a\": \"{huge}\"}}]")),
        "found a record of more than 16 MiB from line 2 on, expected one row of a table; \
         is a bracket or quote missing there?",
    );
    check(
        &text("a.jsonl", &format!("{{\"a\": 1}}\n{{\"a\": \"{huge}\"}}\n")),
        "found a record of more than 16 MiB from line 2 on, expected one row of a table; \
         is a bracket or quote missing there?",
    );
}

#[test]
fn keys_that_are_values_are_refused() {
    let mut records = String::from("[");
    for number in 0..10_001 {
        write!(records, "{}{{\"{number}\": 1}}", if number > 0 { ",\n" } else { "" }).unwrap();
    }
    check(
        &text("a.json", &(records + "]")),
        "found records with more than 10,000 different keys, expected the columns of a table; are its values keys?",
    );
}

/// Some 13 MiB of records, of which a first look takes a part.
fn large() -> String {
    let words = "words ".repeat(30);
    let mut records = String::from("{\"rows\": [\n");
    for number in 0..60_000 {
        let comma = if number > 0 { ",\n" } else { "" };
        let late = match number {
            29_999.. => ", \"later\": 1",
            15_000 => ", \"once\": 7",
            _ => "",
        };
        write!(records, "{comma}{{\"date\": \"2024-01-01\", \"place\": {{\"n\": {number}}}, \"killed\": 2{late}, \"note\": \"{words}\"}}")
            .unwrap();
    }
    records + "\n]}"
}

/// Counts instead of keeping.
#[derive(Default)]
struct Sum(u64, u64);

impl Tally for Sum {
    fn add(&mut self, row: &Row) -> Result<(), String> {
        self.0 += row.cells.iter().filter_map(|cell| cell.parse::<u64>().ok()).sum::<u64>();
        self.1 = self.1.max(row.line);
        Ok(())
    }

    fn merge(&mut self, later: Self) {
        self.0 += later.0;
        self.1 = self.1.max(later.1);
    }
}

#[test]
fn a_large_file_is_looked_at_in_three_places_and_read_whole() {
    let material = text("large.json", &large());
    let table = &open(&material).unwrap()[0];
    let names: Vec<&str> = table.columns().iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["date", "place.n", "killed", "note", "later"]);
    let sample = table.sample(3_000).unwrap();
    assert!(!sample.is_whole);
    assert_eq!(sample.rows.len(), 3_000);
    assert!(sample.rows.iter().all(|row| texts(row).len() == 5));
    assert_eq!(sample.rows[0].line, Some(1));
    let numbers: Vec<u64> = sample.rows.iter().map(|row| texts(row)[1].parse().unwrap()).collect();
    assert!(numbers.is_sorted());
    assert!(numbers.iter().any(|number| (29_000..33_000).contains(number)));
    assert!(numbers.last().is_some_and(|number| *number > 58_000));
    let (mut last, mut size) = (0, 0);
    let scanned = table.scan(&[2], &Sum::default, &mut |bytes| {
        assert!(bytes >= last);
        last = bytes;
        size += 1;
        ControlFlow::Continue(())
    });
    let scanned = scanned.unwrap();
    assert_eq!((scanned.tally.0, scanned.tally.1, scanned.rows, scanned.left_out), (120_000, 60_000, 60_000, 0));
    assert!(size > 5);
    assert_eq!(
        scanned.warnings.iter().map(|warning| (warning.line, warning.message.as_str())).collect::<Vec<_>>(),
        [(
            15_001,
            "found the key \"once\" for the first time in record 15,001, \
             expected it among the records looked at before; it is not read"
        )]
    );
}

#[test]
fn reading_stops_where_it_is_cancelled() {
    let material = text("large.json", &large());
    let table = &open(&material).unwrap()[0];
    let mut cancelled = Instant::now();
    let mut calls = 0;
    let result = table.scan(&[2], &Sum::default, &mut |_| {
        calls += 1;
        cancelled = Instant::now();
        if calls == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(cancelled.elapsed() < Duration::from_millis(100));
    assert_eq!(result.err(), Some(LoadErrorKind::Cancelled));
    for name in ["padded.xlsx", "repeated.ods", "old.xls", "members.csv.gz", "folder.zip", "nested.json"] {
        // Small files may be read before there is anything to tell.
        let stopped = reader::open_watched(&file(name), &Reading::default(), &mut |_| ControlFlow::Break(())).err();
        assert!(matches!(stopped, None | Some(LoadErrorKind::Cancelled)), "{name}: {stopped:?}");
    }
    for name in ["padded.xlsx", "repeated.ods", "old.xls", "nested.parquet", "nested.json", "folder.zip"] {
        for table in open(&file(name)).into_iter().flatten() {
            let result = table.scan(&[0], &Sum::default, &mut |_| ControlFlow::Break(()));
            // Delimited text tells of itself after more rows than these have.
            let is_delimited = table.name().contains(".csv");
            assert!(is_delimited || result.err() == Some(LoadErrorKind::Cancelled), "{name}");
        }
    }
}

/// A workbook's cells lie in one part of it that is unpacked in one go: it can be cancelled at every few kilobytes.
#[test]
fn a_workbook_is_asked_often_whether_it_is_cancelled() {
    let mut number = 1_u64;
    let mut next = || {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("t{:x}", number >> 8)
    };
    let texts: Vec<[String; 3]> = (0..8_000).map(|_| [next(), next(), next()]).collect();
    let rows: Vec<Vec<&str>> = texts.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let book = workbook(&rows, &[]);
    let (_, size) = book.open().unwrap();
    assert!(size > 200_000);
    let mut calls = 0;
    let opened = reader::open_watched(&book, &Reading::default(), &mut |_| {
        calls += 1;
        ControlFlow::Continue(())
    });
    assert_eq!(opened.unwrap().len(), 1);
    assert!(calls > size / 8_192, "{calls} calls for {size} bytes");
    for allowed in [1, calls / 2, calls - 1] {
        let mut left = allowed;
        let stopped = reader::open_watched(&book, &Reading::default(), &mut |_| {
            left -= 1;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(stopped.err(), Some(LoadErrorKind::Cancelled));
    }
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let bomb = "found an archive that unpacks to more than 300 times its size, expected a table; \
                such archives are made to fill memory: unpack it yourself if you trust it";
    let start = Instant::now();
    check(&file("bomb.csv.gz"), bomb);
    check(&file("bomb.zip"), bomb);
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn broken_archives_are_refused_in_plain_words() {
    let expected = "found the end of the file in the middle of a gzip archive, expected the rest of it; \
                    was it saved or copied completely?";
    check(&file("cut-off.csv.gz"), expected);
    check(
        &file("cut-off.zip"),
        "found a file that is cut off or damaged (a ZIP archive, as XLSX and ODS files are too); \
         was it saved or copied completely?",
    );
    check(
        &file("locked.zip"),
        "found a ZIP archive that is locked with a password, expected one without; unpack it and open the file inside",
    );
    check(&file("only-words.zip"), "found no table in this archive, expected a file such as CSV, XLSX or JSON");
}

#[test]
fn cells_that_lie_far_apart_take_no_memory() {
    check(&file("far-apart.xlsx"), "Sheet: date | killed\n  1048576: 2024-01-01 | 3\n");
    check(
        &file("far-apart.xls"),
        "found cells that lie as far apart as 33,554,432 cells, expected at most 20,000,000; \
         delete what stands far from the table, or save the sheet as CSV",
    );
    check(
        &file("repeated-without-end.ods"),
        "found more than 200,000,000 cells in one sheet, expected fewer; save it as CSV, which has no such limit",
    );
}

/// A workbook of `LibreOffice` with one sheet of these rows.
fn repeated(rows: &str) -> Material {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let content = format!("<office:document-content><table:table>{rows}</table:table></office:document-content>");
    archive("book.ods", &[("mimetype", kind), ("content.xml", &content)])
}

#[test]
fn rows_that_are_repeated_are_unpacked() {
    let row = |times: u32, before: u32| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{times}\"><table:table-cell \
             table:number-columns-repeated=\"{before}\"/><table:table-cell table:number-columns-repeated=\"2\">\
             <text:p>a</text:p></table:table-cell></table:table-row>"
        )
    };
    let start = Instant::now();
    // A row for each that a sheet can have, and so far to the right as one can stand.
    check(
        &repeated(&row(1_048_576, 16_382)),
        "found an archive that unpacks to more than 300 times its size, expected a table; \
         such archives are made to fill memory: unpack it yourself if you trust it",
    );
    // Few enough to be read, and enough to be cancelled in between.
    let book = repeated(&row(100_000, 1));
    let mut calls = 0;
    let opened = reader::open_watched(&book, &Reading::default(), &mut |_| {
        calls += 1;
        ControlFlow::Continue(())
    });
    assert_eq!(scan(&opened.unwrap()[0]).rows, 99_999);
    assert!(calls > 90, "{calls}");
    let mut left = 50;
    let stopped = reader::open_watched(&book, &Reading::default(), &mut |_| {
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped.err(), Some(LoadErrorKind::Cancelled));
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn broken_workbooks_are_refused_in_plain_words() {
    check(
        &file("promise.xlsx"),
        "found a workbook that is damaged (its list of texts is longer than it can be); \
         was it saved or copied completely?",
    );
    let whole = std::fs::read(in_crate("tests/data/tables/made/old.xls")).unwrap();
    for length in [600, 1_500, 3_000, 4_500] {
        let cut = Material::memory("cut.xls", whole[..length].to_vec());
        let told = told(&cut);
        assert!(told.starts_with("found a workbook that is damaged (") || told.contains("Data: "), "{length}: {told}");
    }
    // An old container that holds what a locked workbook holds.
    let mut locked = whole.clone();
    let name: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let place = locked.windows(name.len()).position(|window| window == name).unwrap();
    let other: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    locked[place..place + other.len()].copy_from_slice(&other);
    locked[place + 64] = 34;
    check(
        &Material::memory("locked.xlsx", locked),
        "found a workbook that is locked with a password, expected one without; save a copy without a password",
    );
}

/// Wrong bytes anywhere end in an error or in a table, never in a panic.
#[test]
fn bytes_that_are_wrong_end_in_words() {
    for name in ["old.xls", "nested.parquet", "padded.xlsx", "repeated.ods", "members.csv.gz", "folder.zip"] {
        let whole = std::fs::read(in_crate("tests/data/tables/made").join(name)).unwrap();
        let step = (whole.len() / 40).max(1);
        for place in (0..whole.len()).step_by(step) {
            let mut bytes = whole.clone();
            bytes[place] ^= 0xFF;
            for bytes in [bytes, whole[..place].to_vec()] {
                let material = Material::memory(name, bytes);
                if let Ok(tables) = open(&material) {
                    for table in &tables {
                        let all: Vec<usize> = (0..table.columns().len()).collect();
                        drop(table.sample(10));
                        drop(table.scan(&all, &Sum::default, &mut |_| ControlFlow::Continue(())));
                    }
                }
            }
        }
    }
}

#[test]
#[cfg(feature = "parquet")]
fn a_parquet_file_that_is_cut_off_is_refused() {
    let told = told(&file("cut-off.parquet"));
    assert!(told.starts_with("found a Parquet file that cannot be read ("), "{told}");
    assert!(told.ends_with("); was it saved or copied completely?"), "{told}");
}

#[test]
#[cfg(feature = "parquet")]
fn a_parquet_file_with_a_size_below_zero_is_refused() {
    let mut bytes = std::fs::read(in_crate("tests/data/tables/made/nested.parquet")).unwrap();
    // How long a column is: 99 becomes -65.
    bytes[2_146..2_148].copy_from_slice(&[0x81, 0x00]);
    let table = open(&Material::memory("a.parquet", bytes)).unwrap().remove(0);
    let expected =
        "found a Parquet file that cannot be read (its numbers do not fit); was it saved or copied completely?";
    assert_eq!(table.sample(10).unwrap_err().to_string(), expected);
    let scanned = table.scan(&[0, 1], &Lines::default, &mut |_| ControlFlow::Continue(()));
    assert_eq!(scanned.err().unwrap().to_string(), expected);
}

#[test]
#[cfg(feature = "parquet")]
fn a_parquet_file_is_not_looked_through_beyond_its_end() {
    let mut bytes = std::fs::read(in_crate("tests/data/tables/made/nested.parquet")).unwrap();
    // The head of the first page begins with a list that nobody knows, of 2,147,483,647 numbers.
    bytes[4..11].copy_from_slice(&[0xF9, 0xF7, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]);
    let start = Instant::now();
    let table = open(&Material::memory("a.parquet", bytes)).unwrap().remove(0);
    let told = table.sample(10).unwrap_err().to_string();
    assert!(
        told.starts_with("found a Parquet file that cannot be read (") && told.contains("ends in the middle"),
        "{told}"
    );
    assert!(start.elapsed() < Duration::from_secs(20));
}

/// A folder with a table and what describes it.
fn packaged(table: &str, description: &str, package: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(table), "Entity,Deaths\nNorthland,3\n").unwrap();
    std::fs::write(folder.path().join(description), package).unwrap();
    folder
}

const PACKAGE: &str = r#"{
    "title": "A made-up package",
    "licenses": [{ "name": "CC-BY-4.0" }],
    "sources": [{ "title": "A ministry" }, { "name": "A monitor", "link": null }],
    "resources": [
        { "path": "other.csv", "schema": { "fields": [{ "name": "x" }] } },
        { "path": "Its old name.csv",
          "schema": { "missingValues": ["", "n/a"],
                      "fields": [{ "name": "Entity", "type": "string" },
                                 { "name": "Deaths", "title": "People who died", "description": "All ages", "type": "integer" }] } }
    ] }"#;

#[test]
fn a_data_package_says_what_columns_mean() {
    for (table, description) in [("deaths.csv", "deaths.datapackage.json"), ("deaths.csv", "datapackage.json")] {
        let folder = packaged(table, description, PACKAGE);
        let material = Material::path(&folder.path().join(table));
        let tables = open(&material).unwrap();
        let package = package(&material, &tables[0]).unwrap();
        assert_eq!(package.title.as_deref(), Some("A made-up package"));
        assert_eq!(package.licences, ["CC-BY-4.0"]);
        assert_eq!(package.sources, ["A ministry", "A monitor"]);
        assert_eq!(package.missing_values, ["n/a"]);
        assert_eq!(package.fields.len(), 2);
        assert_eq!(package.fields[1].name, "Deaths");
        assert_eq!(package.fields[1].title.as_deref(), Some("People who died"));
        assert_eq!(package.fields[1].kind.as_deref(), Some("integer"));
    }
    let material = file("years.xlsx");
    assert_eq!(package(&material, &open(&material).unwrap()[0]), None);
}

#[test]
fn a_data_package_in_an_archive_is_used() {
    let table = ("data/deaths.csv", "date,Entity,Deaths\n2024-01-01,Northland,3\n2024-01-02,Northland,n/a\n");
    let packed = archive("deaths.zip", &[("datapackage.json", PACKAGE), table]);
    let tables = open(&packed).unwrap();
    assert_eq!(tables.len(), 1);
    let package = package(&packed, &tables[0]).unwrap();
    assert_eq!(
        (package.sources, package.missing_values),
        (vec!["A ministry".into(), "A monitor".into()], vec!["n/a".into()])
    );
    // As it is used: the licence is that of the dataset, and the word for what is missing is no bad row.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deaths.zip");
    let (mut reader, _) = packed.open().unwrap();
    std::io::copy(&mut reader, &mut std::fs::File::create(&path).unwrap()).unwrap();
    let loaded = formats::read(Input::open(&path).unwrap(), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(loaded.dataset.licence.as_deref(), Some("CC-BY-4.0"));
    assert_eq!((loaded.rows, loaded.left_out), (Some(2), 0));
    assert!(loaded.read_as.unwrap().recipe.numbers.unknown.contains(&"n/a".to_owned()));
}

#[test]
fn a_data_package_is_opened_as_its_table() {
    let folder = packaged("deaths.csv", "deaths.datapackage.json", PACKAGE);
    let material = Material::path(&folder.path().join("deaths.datapackage.json"));
    check(&material, "deaths.csv: Entity | Deaths\n  2: Northland | 3\n");
    let package = package(&material, &open(&material).unwrap()[0]).unwrap();
    assert_eq!(package.fields[0].name, "Entity");
    let folder = packaged("deaths.csv", "datapackage.json", PACKAGE);
    check(
        &Material::path(&folder.path().join("datapackage.json")),
        "found a data package whose table \"other.csv\" is not beside it, expected it in the same folder",
    );
    let outside = PACKAGE.replace("other.csv", "../../../etc/passwd");
    let folder = packaged("deaths.csv", "datapackage.json", &outside);
    check(
        &Material::path(&folder.path().join("datapackage.json")),
        "found a data package whose table \"../../../etc/passwd\" is not beside it, expected it in the same folder",
    );
}

#[test]
fn what_is_unpacked_can_be_read_from_anywhere_at_once() {
    // More than what stays in memory.
    let words = "words ".repeat(30);
    let mut csv = String::from("date,killed,note\n");
    for number in 0..200_000 {
        writeln!(csv, "2024-01-01,{},{words}", number % 10).unwrap();
    }
    assert!(csv.len() > 32 * 1024 * 1024);
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packer, csv.as_bytes()).unwrap();
    let material = Material::memory("large.csv.gz", packer.finish().unwrap());
    let table = &open(&material).unwrap()[0];
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let scanned = table.scan(&[1], &Sum::default, &mut |_| ControlFlow::Continue(())).unwrap();
            assert_eq!((scanned.tally.0, scanned.rows), (900_000, 200_000));
        });
        for _ in 0..10 {
            let sample = table.sample(300).unwrap();
            assert_eq!(sample.rows.len(), 300);
            assert!(sample.rows.iter().all(|row| texts(row)[0] == "2024-01-01"));
        }
    });
}

/// An archive of these files.
fn archive(name: &str, files: &[(&str, &str)]) -> Material {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (inner, text) in files {
        writer.start_file(*inner, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
    }
    Material::memory(name, writer.finish().unwrap().into_inner())
}

#[test]
fn a_file_in_an_archive_that_cannot_be_read_is_named() {
    let good = ("good.csv", "date,killed\n2024-01-01,3\n");
    let rows = "good.csv: date | killed\n  2: 2024-01-01 | 3\n";
    check(
        &archive("a.zip", &[good, ("bad.json", "{\"a\" 1}"), ("readme.json", "{\"a\": 1}"), ("notes.md", "# Notes")]),
        &format!(
            "{rows}  ! 0: bad.json is not read: found JSON that is broken in line 1, expected a list of records; \
             is a bracket, comma or quote missing there?\n"
        ),
    );
    // One whose bytes are damaged in the archive itself.
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [good, ("late.csv", "date,killed\n2024-01-02,4\n")] {
        writer.start_file(name, stored).unwrap();
        std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
    }
    let mut bytes = writer.finish().unwrap().into_inner();
    let at = bytes.windows(12).position(|part| part == b"2024-01-02,4").unwrap();
    bytes[at + 11] = b'9';
    check(
        &Material::memory("a.zip", bytes.clone()),
        &format!(
            "{rows}  ! 0: late.csv is not read: found a ZIP archive that is damaged (Invalid checksum); \
             fetch the file again\n"
        ),
    );
    // Who asked for the good one did not ask for the other.
    let reading = Reading { sheets: vec!["good.csv".to_owned()], ..Reading::default() };
    assert_eq!(told_with(&Material::memory("a.zip", bytes), &reading), rows);
}

/// A workbook with one sheet: rows of cells, `merged` of which reach over several rows.
fn workbook(rows: &[&[&str]], merged: &[&str]) -> Material {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let mut sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>");
    for (row, cells) in (1..).zip(rows) {
        write!(sheet, "<row r=\"{row}\">").unwrap();
        for (column, cell) in ('A'..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(_) => write!(sheet, "<c r=\"{column}{row}\"><v>{cell}</v></c>").unwrap(),
                Err(_) => write!(sheet, "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>").unwrap(),
            }
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData><mergeCells>");
    for cells in merged {
        write!(sheet, "<mergeCell ref=\"{cells}\"/>").unwrap();
    }
    sheet.push_str("</mergeCells></worksheet>");
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relation}\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let root = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    archive(
        "book.xlsx",
        &[
            ("xl/workbook.xml", &book),
            ("_rels/.rels", &root),
            ("xl/_rels/workbook.xml.rels", &relations),
            ("xl/worksheets/sheet1.xml", &sheet),
        ],
    )
}

#[test]
fn a_cell_that_reaches_over_several_rows_belongs_to_all_of_them() {
    let rows: [&[&str]; 7] = [
        &["Deaths of made-up years", "", "", "", ""],
        &["Year", "Country", "Place", "Killed", "Missing"],
        &["2023", "Northland", "Upper", "3", "1"],
        &["", "", "Lower", "4", ""],
        &["2024", "Southland", "East", "5", "2"],
        &["", "", "West", "", "3"],
        &["", "", "", "", "4"],
    ];
    // The killed of East and West are one number, which counts once; who is merged over columns stays in one of them.
    let merged = ["A1:E1", "A3:A4", "B3:B4", "A5:A7", "B5:B7", "D5:D6", "E3:E4"];
    check(
        &workbook(&rows, &merged),
        "Data: Year | Country | Place | Killed | Missing\n  \
         3: 2023 | Northland | Upper | 3 | 1\n  4: 2023 | Northland | Lower | 4 | \n  \
         5: 2024 | Southland | East | 5 | 2\n  6: 2024 | Southland | West |  | 3\n  \
         7: 2024 | Southland |  |  | 4\n",
    );
}

#[test]
fn names_of_columns_stand_in_two_or_three_rows() {
    let years: [&[&str]; 5] = [
        &["Casualties of roads", "", "", "", ""],
        &["Region", "Killed", "", "Injured", ""],
        &["", "2020", "2021", "2020", "% change"],
        &["North", "120", "110", "900", "5.6"],
        &["South", "80", "95", "700", "-8.6"],
    ];
    check(
        &workbook(&years, &["A1:E1", "B2:C2", "D2:E2"]),
        "Data: Region | Killed 2020 | Killed 2021 | Injured 2020 | Injured % change\n  \
         4: North | 120 | 110 | 900 | 5.6\n  5: South | 80 | 95 | 700 | -8.6\n",
    );
    let three: [&[&str]; 5] = [
        &["Place", "Killed", "", "", "", "Injured", "", "", ""],
        &["", "Male", "", "Female", "", "Male", "", "Female", ""],
        &["", "Adult", "Child", "Adult", "Child", "Adult", "Child", "Adult", "Child"],
        &["North", "10", "2", "3", "1", "20", "5", "6", "2"],
        &["South", "7", "4", "2", "2", "15", "8", "5", "3"],
    ];
    let merged = ["A1:A3", "B1:E1", "F1:I1", "B2:C2", "D2:E2", "F2:G2", "H2:I2"];
    check(
        &workbook(&three, &merged),
        "Data: Place | Killed Male Adult | Killed Male Child | Killed Female Adult | Killed Female Child | \
         Injured Male Adult | Injured Male Child | Injured Female Adult | Injured Female Child\n  \
         4: North | 10 | 2 | 3 | 1 | 20 | 5 | 6 | 2\n  5: South | 7 | 4 | 2 | 2 | 15 | 8 | 5 | 3\n",
    );
}

#[test]
fn odd_places_of_merged_cells_do_no_harm() {
    let rows: [&[&str]; 3] = [&["place", "killed"], &["Upper", "3"], &["", "4"]];
    let plain = "Data: place | killed\n  2: Upper | 3\n  3:  | 4\n";
    let filled = "Data: place | killed\n  2: Upper | 3\n  3: Upper | 4\n";
    for (cells, expected) in
        [("A1:A3", plain), ("C2:C9", plain), ("XFD2:XFD1048576", plain), ("A2:A1048576", filled), ("A2:B3", filled)]
    {
        check(&workbook(&rows, &[cells]), expected);
    }
    for cells in ["A3:A2", "", "A", "2:3", "A2:A99999999999", "ÄÖ2:ÄÖ3", "A0:A0"] {
        let told = told(&workbook(&rows, &[cells]));
        assert!(told == plain || told.starts_with("found a workbook that is damaged ("), "{cells}: {told}");
    }
}

#[test]
fn notes_under_the_rows_are_no_rows() {
    let table = "date,place,killed\n2024-01-01,Upper,3\n2024-01-02,*unnamed,4\n";
    let rows = "date | place | killed\n  2: 2024-01-01 | Upper | 3\n  3: 2024-01-02 | *unnamed | 4\n";
    for notes in [
        "Source: a ministry\n",
        "\"Source: a ministry, and others\",,\n* provisional,,\n* Note: by hand\nSources:\n",
        "Source: a ministry, 2024\n\nNote: counted by hand\n\"† includes those who died later\"\n",
    ] {
        check(&text("a.csv", &format!("{table}{notes}")), &format!("a.csv: {rows}"));
        let input = Input::from_bytes("a.csv", format!("{table}{notes}").into_bytes());
        let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((loaded.rows, loaded.left_out, loaded.warnings), (Some(2), 0, Vec::new()));
    }
    let mut cells: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    cells.extend([vec!["Source: a ministry"], vec!["* provisional"]]);
    let cells: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
    check(&workbook(&cells, &[]), &format!("Data: {rows}"));
    // Names of people and of places are none, nor is what has numbers beside it.
    check(
        &text("a.csv", "name,killed\nNoor,1\n* a child,\nSource: x,2\nStar,3\n"),
        "a.csv: name | killed\n  2: Noor | 1\n  3: * a child | \n  4: Source: x | 2\n  5: Star | 3\n",
    );
}

/// A workbook that unpacks to a hundred and fifty times its size, in an archive of some kilobytes.
#[test]
fn a_workbook_in_an_archive_is_measured_against_the_archive() {
    let pack = |files: &[(&str, usize, zip::CompressionMethod)]| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, size, method) in files {
            let options = zip::write::SimpleFileOptions::default().compression_method(*method);
            writer.start_file(*name, options).unwrap();
            std::io::Write::write_all(&mut writer, &vec![0; *size]).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let (stored, deflated) = (zip::CompressionMethod::Stored, zip::CompressionMethod::Deflated);
    let workbook =
        pack(&[("xl/workbook.xml", 9, stored), ("xl/a.bin", 500_000, stored), ("xl/b.bin", 75_000_000, deflated)]);
    assert!(!told(&Material::memory("book.xlsx", workbook.clone())).contains("300 times"));
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("book.xlsx", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut writer, &workbook).unwrap();
    check(
        &Material::memory("book.zip", writer.finish().unwrap().into_inner()),
        "found an archive that unpacks to more than 300 times its size, expected a table; \
         such archives are made to fill memory: unpack it yourself if you trust it",
    );
}

#[test]
fn documents_that_are_no_tables_are_called_by_their_names() {
    const SPREADSHEET: (&str, &str) = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    let locked = ("META-INF/manifest.xml", "<manifest:encryption-data/>");
    check(
        &archive("a.ods", &[SPREADSHEET, locked, ("content.xml", "?")]),
        "found a workbook that is locked with a password, expected one without; save a copy without a password",
    );
    check(
        &archive("a.xlsb", &[("xl/workbook.bin", "")]),
        "found a binary workbook (XLSB), expected XLSX, XLS or ODS; save it as XLSX",
    );
    check(
        &archive("a.docx", &[("word/document.xml", "")]),
        "found a Word document, expected a table; save its table as XLSX or CSV",
    );
    check(
        &archive("a.odt", &[("mimetype", "application/vnd.oasis.opendocument.text")]),
        "found an OpenDocument file, expected a table; save its table as XLSX or CSV",
    );
    check(
        &archive("a.ods", &[SPREADSHEET, ("content.xml", "<office:body><table:table table:name=\"x\">")]),
        "found a workbook that is damaged (it ends in the middle); was it saved or copied completely?",
    );
}

#[test]
fn a_text_without_end_in_a_workbook_is_refused() {
    let huge = "x".repeat(17 * 1024 * 1024);
    let content = format!("<table:table table:name=\"x\"><table:table-row><table:table-cell>{huge}");
    let mimetype = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    let expected = "found a text of more than 16 MiB in one cell, expected a table; was it meant to be one?";
    check(&archive("a.ods", &[mimetype, ("content.xml", &content)]), expected);
    check(&archive("a.xlsx", &[("xl/workbook.xml", ""), ("xl/worksheets/sheet1.xml", &content)]), expected);
}

#[test]
fn a_sheet_says_its_titles_names_its_weeks_by_their_days_and_ends_before_its_footnotes() {
    let rows: [&[&str]; 9] = [
        &["Weekly deaths registered in made-up places"],
        &["Contents"],
        &["Week number", "1", "2", "3"],
        &["Week ended", "2021-01-08", "2021-01-15", "2021-01-22"],
        &["Total deaths", "90", "80", "70"],
        &["Males", "50", "30", "40"],
        &["Fuente: una oficina"],
        &["Footnotes"],
        &["1 This week is provisional"],
    ];
    let book = workbook(&rows, &[]);
    check(
        &book,
        "Data: Week ended | 2021-01-08 | 2021-01-15 | 2021-01-22\n  5: Total deaths | 90 | 80 | 70\n  6: Males | 50 | 30 | 40\n",
    );
    assert_eq!(open(&book).unwrap()[0].titles(), ["Weekly deaths registered in made-up places", "Contents"]);
    // A name alone among others is no note.
    let rows: [&[&str]; 4] = [&["name", "age", "place"], &["A B", "30", "X"], &["C D"], &["E F", "9", "Y"]];
    check(&workbook(&rows, &[]), "Data: name | age | place\n  2: A B | 30 | X\n  3: C D |  | \n  4: E F | 9 | Y\n");
}

#[test]
fn years_may_stand_under_the_names_of_what_they_are_of() {
    let rows: [&[&str]; 5] = [
        &["Table 1: Killed and injured by state"],
        &["State", "Persons killed", "", "Persons injured", ""],
        &["", "2021", "2022", "2021", "2022"],
        &["Upper", "211", "214", "344", "342"],
        &["Lower", "92", "95", "545", "543"],
    ];
    check(
        &workbook(&rows, &["B2:C2", "D2:E2"]),
        "Data: State | Persons killed 2021 | Persons killed 2022 | Persons injured 2021 | Persons injured 2022\n  \
         4: Upper | 211 | 214 | 344 | 342\n  5: Lower | 92 | 95 | 545 | 543\n",
    );
}

#[test]
fn spanish_letters_are_not_those_of_central_europe() {
    let text = "Mes;Ni\u{f1}os y ni\u{f1}as;V\u{ed}ctimas\nEnero;3;8\nFebrero;2;5\nMarzo;4;9\n";
    let bytes: Vec<u8> = text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    let table = &open(&Material::memory("t.csv", bytes)).unwrap()[0];
    let names: Vec<&str> = table.columns().iter().map(|column| &*column.name).collect();
    assert_eq!(names, ["Mes", "Niños y niñas", "Víctimas"]);
}

#[test]
fn another_table_under_the_first_is_not_read_and_that_is_said() {
    let rows: [&[&str]; 9] = [
        &["Table A: Killed by month"],
        &["Month", "Killed", "Injured"],
        &["January", "50", "17"],
        &["February", "11", "45"],
        &[],
        &["Table B: Killed by district"],
        &["District", "Killed", "Injured"],
        &["Upper", "41", "32"],
        &["Lower", "20", "30"],
    ];
    check(
        &workbook(&rows, &[]),
        "Data: Month | Killed | Injured\n  3: January | 50 | 17\n  4: February | 11 | 45\n  \
         ! 6: found another table from this row on, which is not read; save it as a file of its own\n",
    );
    // Rows behind a gap are of the table where numbers go on, and so is a name without any.
    let rows: [&[&str]; 6] = [
        &["Month", "Killed", "Injured"],
        &["January", "50", "17"],
        &[],
        &["February", "11", "unknown"],
        &[],
        &["March"],
    ];
    check(
        &workbook(&rows, &[]),
        "Data: Month | Killed | Injured\n  2: January | 50 | 17\n  4: February | 11 | unknown\n  6: March |  | \n",
    );
}
