//! What a file was meant to be, so that an error asks for that: its content says it, else its name, else whoever opened it.

/// What was expected of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A dataset.
    Dataset,
    /// A saved view.
    View,
    /// One of the two: nothing tells which.
    Either,
    /// A recipe for a table.
    Recipe,
}

impl Expected {
    /// What a file's name promises.
    pub(super) fn by_name(name: &str) -> Self {
        let name = name.to_lowercase();
        match (name.ends_with(".toll.json"), name.ends_with(".tollview.json")) {
            (true, _) => Self::Dataset,
            (_, true) => Self::View,
            _ => Self::Either,
        }
    }

    /// What a text is that cannot be parsed: the key that either of them must have may be in what there is.
    pub(super) fn in_text(self, text: &str) -> Self {
        let has = |key: &str| text.contains(key);
        match (has("\"tollview_view\""), has("\"tollview\"")) {
            (true, _) => Self::View,
            (_, true) => Self::Dataset,
            _ => self,
        }
    }

    /// `a Tollview dataset or a table`
    pub(super) fn wanted(self) -> &'static str {
        match self {
            Self::Dataset => "a Tollview dataset or a table",
            Self::View => "a Tollview view",
            Self::Either => "a Tollview dataset or view, or a table",
            Self::Recipe => "a recipe",
        }
    }

    /// `dataset`
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Dataset => "dataset",
            Self::View => "view",
            Self::Either => "dataset or view",
            Self::Recipe => "recipe",
        }
    }

    /// `a dataset`
    pub(super) fn with_article(self) -> &'static str {
        match self {
            Self::Dataset => "a dataset",
            Self::View => "a view",
            Self::Either => "a dataset or a view",
            Self::Recipe => "a recipe",
        }
    }

    /// The keys without which JSON is something else.
    pub(super) fn keys(self) -> &'static str {
        match self {
            Self::Dataset => "the keys \"tollview\", \"title\" and \"events\"",
            Self::View => "the key \"tollview_view\"",
            Self::Either => "the key \"tollview\" or \"tollview_view\"",
            Self::Recipe => "the key \"tollview_recipe\"",
        }
    }

    /// What to choose instead: how the names of such files end.
    pub(super) fn choice(self) -> &'static str {
        match self {
            Self::Dataset => "a file that ends in .toll.json, or a table such as CSV or XLSX",
            Self::View => "a file that ends in .tollview.json",
            Self::Either => "a file that ends in .toll.json or .tollview.json, or a table such as CSV or XLSX",
            Self::Recipe => "a file that ends in .recipe.json",
        }
    }
}
