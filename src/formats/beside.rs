//! The recipe beside a table: `flood.recipe.json` beside `flood.csv`, the name under which the window offers to save it.
//! Nothing but that one path is looked at.

use super::table::Material;
use super::table::recipe::Recipe;
use super::{Input, LoadErrorKind, Warning, read_recipe};

/// A file's name up to its first dot.
#[must_use]
pub fn stem(name: &str) -> &str {
    name.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or("dataset")
}

/// The name of the recipe that belongs to a table of this name.
#[must_use]
pub fn recipe_name(table: &str) -> String {
    format!("{}.recipe.json", stem(table))
}

/// A recipe that lies beside a table.
pub(super) struct Beside {
    /// The name of its file.
    pub(super) name: String,
    /// The recipe, or what is wrong with its file.
    pub(super) recipe: Result<Recipe, LoadErrorKind>,
}

impl Beside {
    /// That it was not used, and why; it is about the table as a whole.
    pub(super) fn not_used(name: &str, why: &LoadErrorKind) -> Warning {
        let why: Vec<String> = why.to_string().lines().map(str::to_owned).collect();
        Warning { line: 0, message: format!("{name} beside it was not used: {}", why.join("; ")) }
    }
}

/// The recipe beside a table, if there is such a file.
pub(super) fn beside(material: &Material) -> Option<Beside> {
    let name = recipe_name(&material.name);
    let path = material.folder()?.join(&name);
    // A recipe is no recipe for itself. A pipe of this name would be waited for without end.
    if name == material.name || !path.is_file() {
        return None;
    }
    let recipe = Input::open(&path).and_then(read_recipe).map_err(|error| error.kind);
    Some(Beside { name, recipe })
}
