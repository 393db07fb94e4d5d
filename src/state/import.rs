//! Tables: the page on which a recipe is looked at and changed, and the recipes that are remembered.

use super::{Effect, File, Page, Prompt, Purpose, ReadFile, State, Wanted};
use crate::analysis::{FileId, Tab};
use crate::formats::table::recipe::{Recipe, signature};
use crate::formats::{ReadAs, recipe_name};
use crate::model::Dataset;
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Recipes by the signature of the tables that they were used for, the latest last.
pub type Recipes = IndexMap<String, Recipe>;

/// More kinds of tables than anyone has.
const MOST_RECIPES: usize = 100;

/// The import page.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The table's file.
    pub file: FileId,
    /// The recipe that is looked at; the file is shown by another one until this is used.
    pub recipe: Box<Recipe>,
    /// The doubts about the table that nobody has answered, by their places in its proposal.
    pub open: BTreeSet<usize>,
}

impl Import {
    fn of(file: FileId, read_as: &ReadAs) -> Self {
        Self { file, recipe: Box::new(read_as.recipe.clone()), open: read_as.open.clone() }
    }
}

impl State {
    /// The page of a file that was read as a table.
    #[must_use]
    pub fn import_page(&self, id: FileId) -> Option<Page> {
        let read_as = self.file(id)?.read_as.as_ref()?;
        Some(Page::Import(Import::of(id, read_as)))
    }

    /// The tab where a file says this.
    #[must_use]
    pub fn tab_with(&self, id: FileId, dataset: &Dataset) -> Tab {
        self.tab_of(self.files.iter().map(|file| if file.id == id { dataset } else { &file.dataset }))
    }

    /// Whether the import page shows another reading than the one by which its table is open.
    #[must_use]
    pub fn is_draft_changed(&self) -> bool {
        let Page::Import(import) = &self.page else { return false };
        let read_as = self.file(import.file).and_then(|file| file.read_as.as_ref());
        read_as.is_some_and(|read_as| read_as.recipe != *import.recipe || read_as.open != import.open)
    }

    /// Looks at another recipe.
    pub(super) fn draft(&mut self, recipe: Box<Recipe>) {
        if let Page::Import(import) = &mut self.page {
            import.recipe = recipe;
            self.revision += 1;
        }
    }

    /// Answers a doubt about the table, both by their places.
    pub(super) fn answer(&mut self, doubt: usize, answer: usize) {
        let Page::Import(import) = &mut self.page else { return };
        let file = self.files.iter().find(|file| file.id == import.file);
        let proposal = file.and_then(|file| file.read_as.as_ref()?.proposal.as_ref());
        let Some((proposal, asked)) = proposal.and_then(|proposal| Some((proposal, proposal.doubts.get(doubt)?)))
        else {
            return;
        };
        *import.recipe = proposal.answered(asked, answer, &import.recipe);
        import.open.remove(&doubt);
        self.revision += 1;
    }

    /// Reads the table once more with the recipe that is looked at; the old chart is open until that has ended. A recipe
    /// that was only confirmed needs no reading.
    pub(super) fn use_draft(&mut self) -> Vec<Effect> {
        let Page::Import(Import { file: id, recipe, open }) = self.page.clone() else { return Vec::new() };
        let Some(file) = self.file(id).cloned() else { return Vec::new() };
        self.remember_recipe(&file, &recipe);
        let read_as = self.files.iter_mut().find(|file| file.id == id).and_then(|file| file.read_as.as_mut());
        if let Some(read_as) = read_as.filter(|read_as| read_as.recipe == *recipe) {
            Arc::make_mut(read_as).open = open;
            self.page = Page::Tabs;
            self.revision += 1;
            return Vec::new();
        }
        let mut effects = self.cancel();
        let mut started = self.start(Purpose::Recipe(id), vec![file.origin], Vec::new());
        for effect in &mut started {
            if let Effect::Load(job, origin) = effect {
                *effect = Effect::Gather(*job, origin.clone(), Arc::new((*recipe).clone()));
            }
        }
        effects.extend(started);
        effects
    }

    /// A table was read with another recipe: the file stays, with what the recipe makes of it.
    pub(super) fn set_read(&mut self, id: FileId, read: &File) {
        self.question.tab = self.tab_with(id, &read.dataset);
        let Some(file) = self.files.iter_mut().find(|file| file.id == id) else { return };
        let dataset_before = file.dataset.clone();
        let ReadFile { dataset, findings, warnings, hash, read_as } = read.as_read();
        file.dataset = dataset;
        file.findings = findings;
        file.warnings = warnings;
        file.hash = hash;
        // What was found out about the table stays, with what of it is still to be asked.
        let before = std::mem::replace(&mut file.read_as, read_as);
        if let (Some(before), Some(now)) = (before, &mut file.read_as) {
            let open = match &self.page {
                Page::Import(import) if import.file == id => &import.open,
                _ => &before.open,
            };
            let now = Arc::make_mut(now);
            let asked = before.proposal.as_ref().map(|proposal| proposal.asked(open, &now.recipe)).unwrap_or_default();
            now.open = asked.iter().filter(|asked| asked.is_open).map(|asked| asked.doubt).collect();
            now.proposal.clone_from(&before.proposal);
        }
        self.keep_to_version(id, &dataset_before);
        self.page = Page::Tabs;
    }

    pub(super) fn ask_save_recipe(&mut self, id: FileId) -> Vec<Effect> {
        let Some(file) = self.file(id) else { return Vec::new() };
        let recipe = match &self.page {
            Page::Import(import) if import.file == id => (*import.recipe).clone(),
            _ => match &file.read_as {
                Some(read_as) => read_as.recipe.clone(),
                None => return Vec::new(),
            },
        };
        let name = recipe_name(&file.origin.name());
        self.ask_system(Wanted::Recipe(Arc::new(recipe)), Prompt::Recipe(name))
    }

    fn remember_recipe(&mut self, file: &File, recipe: &Recipe) {
        let Some(read_as) = &file.read_as else { return };
        let recipes = Arc::make_mut(&mut self.recipes);
        let signature = signature(&read_as.sample.columns);
        recipes.shift_remove(&signature);
        recipes.insert(signature, recipe.clone());
        if recipes.len() > MOST_RECIPES {
            recipes.shift_remove_index(0);
        }
    }
}

/// The page that comes first once these files are open: of the first table whose recipe is in doubt.
pub(super) fn first_page(files: &[File]) -> Option<Page> {
    let in_doubt = |file: &&File| file.read_as.as_ref().is_some_and(|read_as| !read_as.is_sure());
    let file = files.iter().find(in_doubt)?;
    Some(Page::Import(Import::of(file.id, file.read_as.as_ref()?)))
}
