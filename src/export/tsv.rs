//! The table as tab-separated values, for spreadsheets: dates as ISO, numbers without separators, qualifiers in words.
//! A date is that of a total so far or the period of which the count is; the basis says which.
//! Where several files are open, a last column names the file of each row.

use crate::analysis::{ChangeRow, Library, TableRow};
use crate::text::{Locale, names, sentences};

const HEADING: [&str; 16] = [
    "event",
    "source",
    "via",
    "date",
    "basis",
    "published",
    "measure",
    "category",
    "relation",
    "inside",
    "qualifier",
    "low",
    "best",
    "high",
    "as_written",
    "coverage",
];

/// One line for each row, in the order of `rows`, after a heading.
#[must_use]
pub fn table_tsv(library: Library, rows: &[TableRow], locale: &Locale) -> String {
    let mut text = HEADING.join("\t");
    if library.0.len() > 1 {
        text.push_str("\tfile");
    }
    for row in rows {
        text.push('\n');
        text.push_str(
            &cells(library, row, locale).map(|cells| cells.map(|cell| clean(&cell)).join("\t")).unwrap_or_default(),
        );
        if let Some(file) = library.event(&row.key.event).and_then(|event| event.file_name(locale)) {
            text.push('\t');
            text.push_str(&clean(&file));
        }
    }
    text.push('\n');
    text
}

/// What changed between two versions, one line for each difference after a heading.
#[must_use]
pub fn changes_tsv(rows: &[ChangeRow]) -> String {
    let mut text = "change\tevent\treport\twhat\tbefore\tnow\n".to_owned();
    for row in rows {
        let cells = [row.change.name(), &row.event, &row.report, &row.what, &row.before, &row.after];
        text.push_str(&cells.map(clean).join("\t"));
        text.push('\n');
    }
    text
}

fn cells(library: Library, row: &TableRow, locale: &Locale) -> Option<[String; 16]> {
    let open = library.event(&row.key.event)?;
    let report = open.event.reports.get(row.key.report)?;
    let count = report.counts.get(&row.key.measure)?;
    let dataset = open.dataset;
    let via: Vec<&str> = report.via.iter().map(|via| via.name.as_str()).collect();
    let (category, relation) = match row.key.categories.last() {
        _ if row.pending => (String::new(), "pending"),
        Some((relation, id)) => (names::category(dataset, id, locale).to_owned(), relation.name()),
        None => (String::new(), "total"),
    };
    // Parts of parts of one name are told apart by what holds them, from the outermost.
    let holders = row.key.categories.iter().rev().skip(usize::from(!row.pending)).rev();
    let inside: Vec<&str> = holders.map(|(_, id)| names::category(dataset, id, locale)).collect();
    let [low, best, high] = row.stated.columns().map(|n| n.map_or_else(String::new, |n| n.to_string()));
    Some([
        names::event(open.event, locale).to_owned(),
        names::source(dataset, row.source.as_ref(), locale),
        via.join(", "),
        row.when.map_or_else(String::new, |when| when.to_string()),
        report.basis.name().to_owned(),
        report.published.map_or_else(String::new, |when| when.to_string()),
        names::measure(dataset, &row.key.measure, locale),
        category,
        relation.to_owned(),
        inside.join(" / "),
        row.stated.qualifier().name().to_owned(),
        low,
        best,
        high,
        count.as_written.clone().filter(|_| row.key.categories.is_empty() && !row.pending).unwrap_or_default(),
        sentences::coverage(dataset, count.coverage.as_deref(), locale),
    ])
}

/// A cell may hold neither tabs nor line ends; and none may start a formula in a spreadsheet.
fn clean(cell: &str) -> String {
    let cell = cell.replace(['\t', '\n', '\r'], " ");
    if cell.starts_with(['=', '+', '@']) { format!("'{cell}") } else { cell }
}
