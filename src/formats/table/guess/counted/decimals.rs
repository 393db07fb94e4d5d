//! Whether points or commas stand before fractions, and which of them part thousands.

use super::super::About;
use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::super::names::name::Named;
use crate::formats::table::recipe::{Recipe, Role, Scale};
use crate::formats::table::value::trimmed;
use crate::formats::table::{Cells, Column};

/// How the numbers of a table are written.
#[derive(Default)]
struct Written {
    comma: u32,
    point: u32,
    columns: Vec<OfColumn>,
}

/// How those of one column are.
#[derive(Clone, Default)]
struct OfColumn {
    /// A point parts the thousands, where it does not stand before fractions.
    grouped: u32,
    /// Those of them before three zeros.
    round: u32,
    /// Digits alone.
    bare: u32,
    /// Whether its name says that people are counted.
    counts: bool,
}

/// What stands before fractions: a comma where more numbers can only be read so than with a point.
pub(in super::super) fn decimal(rows: &[&Cells], columns: &[(usize, &Column)], about: &About) -> char {
    let mut written = Written::default();
    for (index, column) in columns {
        let mut of_column = OfColumn { counts: counts(column), ..OfColumn::default() };
        for row in rows.iter().take(2_000) {
            written.read(row.get(*index).map_or("", trimmed), &mut of_column);
        }
        written.columns.push(of_column);
    }
    // Where semicolons stand between cells, commas are free to stand in numbers, and points to part thousands.
    let is_semicolon = about.reading.delimiter == Some(';');
    let is_grouped = if is_semicolon {
        written.point == 0 && written.columns.iter().any(|column| column.grouped > 0)
    } else {
        written.comma == 0 && written.point == 0 && (written.among_wholes() || written.in_counts())
    };
    if written.comma > written.point || is_grouped { ',' } else { '.' }
}

impl Written {
    /// Takes one cell into account.
    fn read(&mut self, cell: &str, column: &mut OfColumn) {
        let is_number =
            cell.len() <= 24 && cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-'));
        if !is_number {
            return;
        }
        let behind = |separator: char| cell.rsplit_once(separator).map(|(_, last)| last.len());
        let is_single = |separator: char| cell.matches(separator).count() == 1;
        let lead = cell.trim_start_matches('-').bytes().take_while(u8::is_ascii_digit).count();
        match (behind(','), behind('.')) {
            (Some(_), Some(_)) if cell.rfind(',') > cell.rfind('.') => self.comma += 1,
            (Some(_), Some(_)) => self.point += 1,
            (Some(digits), None) if digits != 3 && is_single(',') => self.comma += 1,
            (Some(_), None) => self.point += u32::from(!is_single(',')),
            (None, Some(digits)) if digits != 3 && is_single('.') => self.point += 1,
            // "0.125" is a fraction, whatever others are, and "1234.125" has no thousands.
            (None, Some(3)) if is_single('.') && (cell.starts_with("0.") || lead > 3) => self.point += 1,
            (None, Some(3)) => {
                column.grouped += 1;
                column.round += u32::from(is_single('.') && cell.ends_with(".000"));
                self.comma += u32::from(!is_single('.'));
            }
            (None, None) if !cell.is_empty() => column.bare += 1,
            _ => {}
        }
    }

    /// A few points among whole numbers, all before three digits, part thousands: fractions have other lengths too. "11.000" is
    /// a fraction where nothing else says so.
    fn among_wholes(&self) -> bool {
        let mut grouped = self.columns.iter().filter(|column| column.grouped > 0).peekable();
        grouped.peek().is_some() && grouped.all(|column| column.round == 0 && column.grouped <= column.bare)
    }

    /// Nobody dies in fractions: where people are counted and all points stand before three digits, they part thousands. Zeros
    /// alone do not show it.
    fn in_counts(&self) -> bool {
        let mut of_counts = self.columns.iter().filter(|column| column.counts && column.grouped > 0);
        of_counts.any(|column| column.round < column.grouped || column.bare > 0)
    }
}

/// Whether a column's name says that people are counted in it.
fn counts(column: &Column) -> bool {
    let named = Named::new(&column.name, column.tag.as_deref());
    !named.measures.is_empty() && !named.is_rate && named.scale == Scale::One
}

/// Whether points part thousands, where no column has both such numbers and whole ones.
pub(in super::super) fn ask(look: &Look, used: &[&Seen]) -> Option<Ask> {
    let is_pointed = |cell: &str| cell.contains('.');
    let is_shown = |seen: &Seen| {
        seen.is_number() && seen.values.keys().any(|cell| cell.contains(',') || cell.matches('.').count() > 1)
    };
    let has_both = |seen: &&Seen| !seen.values.keys().all(|cell| is_pointed(cell));
    let pointed: Vec<&Seen> =
        used.iter().copied().filter(|seen| seen.values.keys().any(|cell| is_pointed(cell))).collect();
    let is_open = look.numbers.decimal == ','
        && look.about.reading.delimiter != Some(';')
        && !look.columns.iter().any(is_shown)
        && !pointed.iter().any(has_both);
    let first = pointed.first().filter(|_| is_open)?;
    let shown = first.values.keys().next()?;
    let question = format!("Is \"{shown}\" in \"{}\" a number of thousands? Nothing else here shows it.", first.name);
    let ask = Ask::new(question, "Yes: the point parts thousands").weighing(9);
    Some(ask.or("No: it stands before a fraction", as_fractions))
}

fn as_fractions(recipe: &mut Recipe) {
    recipe.numbers.decimal = '.';
    recipe.numbers.round = true;
    for rule in recipe.counts.iter_mut().filter(|rule| rule.role == Role::Total) {
        rule.role = Role::About;
    }
}
