//! Foreign tables: opened, looked at, understood by a recipe that is given or proposed, and read.

use super::beside::{Beside, beside};
use super::passes::Passes;
use super::table::gather::gather;
use super::table::guess::{About, Proposal, propose};
use super::table::odd;
use super::table::reader::{self, Package, Table, package};
use super::table::recipe::{Reading, Recipe, Use, check};
use super::table::{Material, Sample};
use super::{Known, LoadErrorKind, Loaded, Progress, Wanted};
use std::collections::BTreeSet;

/// How many rows of a table are looked at before a recipe is proposed.
const SAMPLED: usize = 5_000;
/// Fewer where they are wide: so many cells say as much.
const SAMPLED_CELLS: usize = 65_536;
/// How many rows are kept, to be shown and for previews of other recipes.
const KEPT: usize = 1_000;

/// How a table was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAs {
    /// The recipe: the given one, or the proposed one.
    pub recipe: Recipe,
    /// Where it came from.
    pub by: ReadBy,
    /// What was proposed, with reasons and doubts, where no recipe was given.
    pub proposal: Option<Proposal>,
    /// The doubts that nobody has answered, by their places in the proposal.
    pub open: BTreeSet<usize>,
    /// Some of its rows, from all over it.
    pub sample: Sample,
    /// How many rows there are, with those that were left out.
    pub rows: u64,
    /// How many of them were left out.
    pub left_out: u64,
    /// The sheets or files that were read as one table, where the file has several.
    pub tables: Vec<String>,
    /// Those that were not read.
    pub other_tables: Vec<String>,
    /// How many rows the recipe does not keep.
    pub not_kept: u64,
    /// How many rows reach over more than one period, and are counted in the one in which they end.
    pub across: u64,
}

/// Where the recipe came from by which a table was read; what stands first here goes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadBy {
    /// It was asked for: on the command line, in a view, or on the page of the table.
    Given,
    /// It lay beside the table, in a file of this name.
    Beside(String),
    /// It was used for a table of the same columns before.
    Remembered,
    /// It was proposed.
    Proposed,
}

impl ReadAs {
    /// Whether nothing about the recipe is in doubt: where the family of files is known, only what to compare is left to
    /// choose.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.proposal.as_ref().is_none_or(|proposal| proposal.doubts.is_empty() || proposal.family.is_some())
    }

    /// The columns that the recipe uses for nothing.
    #[must_use]
    pub fn unused(&self) -> Vec<&str> {
        self.columns(|used| *used == Use::Nothing)
    }

    /// The columns with a date for a name, whose numbers are of it.
    #[must_use]
    pub fn dated(&self) -> Vec<&str> {
        self.columns(|used| *used == Use::Dated)
    }

    fn columns(&self, wanted: impl Fn(&Use) -> bool) -> Vec<&str> {
        let names = self.sample.columns.iter().map(|column| &*column.name);
        names.filter(|name| wanted(&self.recipe.use_of(name))).collect()
    }
}

/// Reads the table or tables that `material` holds, of which `from` bytes were told as read already. A recipe beside it that is damaged or does not fit is a warning.
pub(super) fn read(
    material: &Material,
    wanted: Wanted,
    from: u64,
    progress: Progress,
) -> Result<Loaded, LoadErrorKind> {
    let (_, size) = material.open()?;
    let progress = &mut Passes::first(size, from, progress);
    if progress.tell(0).is_break() {
        return Err(LoadErrorKind::Cancelled);
    }
    let known = match wanted {
        Wanted::Given(recipe) => return by_recipe(material, recipe, ReadBy::Given, progress),
        Wanted::Known(known) => known,
    };
    let Some(Beside { name, recipe }) = beside(material) else { return found_out(material, known, progress) };
    let read = recipe.and_then(|recipe| by_recipe(material, &recipe, ReadBy::Beside(name.clone()), progress));
    match read {
        Ok(_) | Err(LoadErrorKind::Cancelled) => read,
        Err(why) => {
            let mut loaded = found_out(material, known, progress)?;
            loaded.warnings.insert(0, Beside::not_used(&name, &why));
            Ok(loaded)
        }
    }
}

/// Reads the first tables that this recipe fits.
fn by_recipe(material: &Material, recipe: &Recipe, by: ReadBy, progress: &mut Passes) -> Result<Loaded, LoadErrorKind> {
    let tables = reader::open_watched(material, &recipe.read, &mut |bytes| progress.tell(bytes))?;
    let shapes = shapes(&tables);
    let Some(first) = tables.first() else { return Err(LoadErrorKind::NoCounts { columns: Vec::new() }) };
    let fits = |shape: &&Vec<&Table>| shape.iter().all(|table| check(recipe, table.columns()).is_ok());
    let chosen = shapes.iter().find(fits).ok_or_else(|| misfit(recipe, first))?;
    read_tables(
        material,
        &tables,
        Chosen { tables: chosen, recipe: recipe.clone(), proposal: None, by, sample: None },
        progress,
    )
}

/// Reads the tables by the recipe that is remembered for them, else by a proposed one.
fn found_out(material: &Material, known: Known, progress: &mut Passes) -> Result<Loaded, LoadErrorKind> {
    let tables = reader::open_watched(material, &Reading::default(), &mut |bytes| progress.tell(bytes))?;
    let shapes = shapes(&tables);
    let chosen = match remembered(&shapes, known) {
        Some((tables, recipe)) => Chosen { tables, recipe, proposal: None, by: ReadBy::Remembered, sample: None },
        None => proposed(&shapes, material, progress)?,
    };
    read_tables(material, &tables, chosen, progress)
}

/// The tables of one shape that are read, and how.
struct Chosen<'c, 't> {
    tables: &'c [&'t Table],
    recipe: Recipe,
    proposal: Option<Proposal>,
    by: ReadBy,
    /// Rows of the first of the tables, where it was looked at.
    sample: Option<Sample>,
}

/// Reads the chosen of all `tables`.
fn read_tables(
    material: &Material,
    tables: &[Table],
    chosen: Chosen,
    progress: &mut Passes,
) -> Result<Loaded, LoadErrorKind> {
    let Chosen { tables: chosen, recipe, proposal, by, sample } = chosen;
    progress.last();
    let gathered = gather(chosen, &recipe, &material.name, &mut |bytes| progress.tell(bytes))?;
    let is_chosen = |table: &Table| chosen.iter().any(|chosen| std::ptr::eq(*chosen, table));
    let named = |wanted: bool| {
        let of_kind = tables.iter().filter(|table| tables.len() > 1 && is_chosen(table) == wanted);
        of_kind.map(|table| table.name().to_owned()).collect::<Vec<String>>()
    };
    let sample = match (sample, chosen.first()) {
        // The preview of all rows of a small table is exact.
        (Some(sample), _) if sample.is_whole => sample,
        (Some(sample), _) => sample.at_most(KEPT),
        (None, Some(table)) => table.sample(KEPT)?,
        (None, None) => Sample::default(),
    };
    let mut warnings = gathered.warnings;
    // The sample is of one table; with others beside it a line says too little.
    if chosen.len() == 1 {
        warnings.extend(odd::rows(&sample, &recipe));
        warnings.sort_by_key(|warning| warning.line);
    }
    let read_as = ReadAs {
        recipe,
        by,
        open: (0..proposal.as_ref().map_or(0, |proposal| proposal.doubts.len())).collect(),
        proposal,
        sample,
        rows: gathered.rows,
        left_out: gathered.left_out,
        tables: named(true),
        other_tables: named(false),
        not_kept: gathered.not_kept,
        across: gathered.across,
    };
    Ok(Loaded {
        dataset: gathered.dataset,
        warnings,
        rows: Some(gathered.rows),
        left_out: gathered.left_out,
        read_as: Some(Box::new(read_as)),
    })
}

/// How many rows of a table are looked at.
fn looked_at(table: &Table) -> usize {
    (SAMPLED_CELLS / table.columns().len().max(1)).clamp(KEPT, SAMPLED)
}

/// Tables with the same columns, whatever their order, belong together.
fn shapes(tables: &[Table]) -> Vec<Vec<&Table>> {
    let mut shapes: Vec<(BTreeSet<&str>, Vec<&Table>)> = Vec::new();
    for table in tables {
        let names: BTreeSet<&str> = table.columns().iter().map(|column| &*column.name).collect();
        match shapes.iter_mut().find(|(known, _)| *known == names) {
            Some((_, alike)) => alike.push(table),
            None => shapes.push((names, vec![table])),
        }
    }
    shapes.into_iter().map(|(_, alike)| alike).collect()
}

/// The first tables for which a recipe is known that still fits them.
fn remembered<'c, 't>(shapes: &'c [Vec<&'t Table>], known: Known) -> Option<(&'c Vec<&'t Table>, Recipe)> {
    shapes.iter().find_map(|shape| {
        let columns = shape.first()?.columns();
        let recipe = known(columns).filter(|recipe| check(recipe, columns).is_ok())?;
        Some((shape, recipe))
    })
}

/// The tables with the most rows for which there is a recipe.
fn proposed<'c, 't>(
    shapes: &'c [Vec<&'t Table>],
    material: &Material,
    progress: &mut Passes,
) -> Result<Chosen<'c, 't>, LoadErrorKind> {
    let mut best: Option<(&Vec<&Table>, Proposal, Sample)> = None;
    let mut any_rows = false;
    for shape in shapes {
        let Some(table) = shape.first() else { continue };
        if progress.tell(0).is_break() {
            return Err(LoadErrorKind::Cancelled);
        }
        let sample = table.sample(looked_at(table))?;
        any_rows |= !sample.rows.is_empty();
        let name = if shapes.len() > 1 { format!("{} {}", material.name, table.name()) } else { material.name.clone() };
        let package = package(material, table);
        let about = about(name, table, package.as_ref());
        if best.as_ref().is_some_and(|(_, _, most)| most.rows.len() >= sample.rows.len()) {
            continue;
        }
        if let Some(mut proposal) = propose(&sample, &about) {
            if let Some(package) = &package {
                let answers = proposal.doubts.iter_mut().flat_map(|doubt| &mut doubt.answers);
                let others = answers.map(|answer| &mut answer.recipe);
                std::iter::once(&mut proposal.recipe).chain(others).for_each(|recipe| complete(recipe, package));
            }
            best = Some((shape, proposal, sample));
        }
    }
    if let Some((shape, proposal, sample)) = best {
        let recipe = proposal.recipe.clone();
        return Ok(Chosen {
            tables: shape,
            recipe,
            proposal: Some(proposal),
            by: ReadBy::Proposed,
            sample: Some(sample),
        });
    }
    let widest = shapes.iter().flatten().max_by_key(|table| table.columns().len());
    let names = |table: &&Table| table.columns().iter().map(|column| column.name.clone()).collect();
    let columns: Vec<String> = widest.map(names).unwrap_or_default();
    Err(if any_rows || columns.is_empty() {
        LoadErrorKind::NoCounts { columns }
    } else {
        LoadErrorKind::NoRows { columns }
    })
}

/// What is known of a table beside its rows.
fn about(name: String, table: &Table, package: Option<&Package>) -> About {
    let joined = |texts: &[String]| (!texts.is_empty()).then(|| texts.join("; "));
    About {
        name,
        reading: table.reading().clone(),
        title: package.and_then(|package| package.title.clone()).or_else(|| table.titles().first().cloned()),
        subtitle: joined(table.titles().get(1..).unwrap_or_default()),
        publisher: package.and_then(|package| joined(&package.sources)),
        licence: package.and_then(|package| joined(&package.licences)),
    }
}

/// Adds the words for missing values that a data package lists.
fn complete(recipe: &mut Recipe, package: &Package) {
    for word in &package.missing_values {
        if !word.is_empty() && !recipe.numbers.unknown.contains(word) {
            recipe.numbers.unknown.push(word.clone());
        }
    }
}

fn misfit(recipe: &Recipe, table: &Table) -> LoadErrorKind {
    LoadErrorKind::recipe(check(recipe, table.columns()).err().unwrap_or_default())
}
