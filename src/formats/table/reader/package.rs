//! Frictionless data packages: what `datapackage.json` beside a table, or in its place, says about it.

use super::Table;
use crate::formats::LoadErrorKind;
use crate::formats::table::Material;
use crate::formats::words::quoted;
use serde_json::Value;
use std::io::{ErrorKind, Read};

/// The largest description that is read, in bytes.
const SIZE_LIMIT: u64 = 4 * 1024 * 1024;

/// The endings of tables that a package may mean where it names a file by its old name.
const ENDINGS: [&str; 10] = ["csv", "tsv", "txt", "csv.gz", "csv.zip", "xlsx", "xls", "ods", "json", "parquet"];

/// What a data package says about one table.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Package {
    /// The title of the table, or of the package.
    pub title: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Its columns.
    pub fields: Vec<PackageField>,
    /// Texts that mean that a value is missing.
    pub missing_values: Vec<String>,
    /// Who the data is from.
    pub sources: Vec<String>,
    /// The terms under which it may be used: names or titles, else addresses.
    pub licences: Vec<String>,
}

/// What a data package says about one column.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PackageField {
    /// The column's name.
    pub name: String,
    /// What it is called in words.
    pub title: Option<String>,
    /// What it holds.
    pub description: Option<String>,
    /// `integer`, `date`, `year`…
    pub kind: Option<String>,
    /// How dates are written, in the signs of `strptime`.
    pub format: Option<String>,
}

/// A description that was read.
pub(super) struct Description(Value);

impl Description {
    /// Reads a file, if it is a description: small, JSON, and with resources.
    pub(super) fn read(material: &Material) -> Option<Self> {
        let (reader, size) = material.open().ok()?;
        if size > SIZE_LIMIT {
            return None;
        }
        let mut bytes = Vec::new();
        reader.take(SIZE_LIMIT).read_to_end(&mut bytes).ok()?;
        // Most files are none, and need not be read into a tree for that.
        memchr::memmem::find(&bytes, b"\"resources\"")?;
        let value: Value = serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).ok()?;
        let resources = value.get("resources")?.as_array()?;
        let is_one =
            resources.iter().any(|resource| resource.get("path").is_some() || resource.get("schema").is_some());
        is_one.then_some(Self(value))
    }

    fn resources(&self) -> impl Iterator<Item = &Value> {
        self.0.get("resources").and_then(Value::as_array).into_iter().flatten()
    }

    /// What it says about a table of this name and with these columns.
    fn about(&self, name: &str, columns: &[&str]) -> Option<Package> {
        let by_name = self.resources().find(|resource| {
            let path = text(resource, "path").unwrap_or_default();
            last(&path) == name || text(resource, "name").is_some_and(|found| found == name)
        });
        // Files are renamed; their columns are not.
        let by_fields = || {
            self.resources().find(|resource| {
                let fields: Vec<String> = fields(resource).into_iter().map(|field| field.name).collect();
                let known = fields.iter().filter(|field| columns.contains(&field.as_str())).count();
                !fields.is_empty() && known * 2 > fields.len().max(columns.len())
            })
        };
        by_name.or_else(by_fields).map(|resource| self.package(resource))
    }

    fn package(&self, resource: &Value) -> Package {
        let root = &self.0;
        let either = |key: &str| text(resource, key).or_else(|| text(root, key));
        let names = |key: &str| {
            let own = titles(resource, key);
            if own.is_empty() { titles(root, key) } else { own }
        };
        Package {
            title: either("title"),
            description: either("description"),
            fields: fields(resource),
            missing_values: missing(resource),
            sources: names("sources"),
            licences: names("licenses"),
        }
    }

    /// The tables beside it that it names.
    pub(super) fn materials(&self, own: &Material) -> Result<Vec<Material>, LoadErrorKind> {
        let folder = own.folder().ok_or_else(|| {
            LoadErrorKind::table("found a data package without its tables, expected them in the same folder")
        })?;
        let mut found = Vec::new();
        let mut gone = Vec::new();
        for resource in self.resources() {
            let Some(path) = text(resource, "path") else { continue };
            // What lies elsewhere is not read, however the path is written.
            let material = Material::path(&folder.join(last(&path)));
            match material.open() {
                Ok(_) if is_plain(last(&path)) => found.push(material),
                Ok(_) | Err(LoadErrorKind::Io { kind: ErrorKind::NotFound, .. }) => gone.push(path),
                Err(kind) => return Err(kind),
            }
        }
        if found.is_empty() {
            let stem = own.name.strip_suffix(".datapackage.json");
            let renamed = stem.and_then(|stem| {
                let mut names = ENDINGS.iter().map(|ending| Material::path(&folder.join(format!("{stem}.{ending}"))));
                names.find(|material| material.open().is_ok())
            });
            found.extend(renamed);
        }
        match (found.is_empty(), gone.first()) {
            (false, _) => Ok(found),
            (true, Some(path)) => Err(LoadErrorKind::table(format!(
                "found a data package whose table {} is not beside it, expected it in the same folder",
                quoted(path)
            ))),
            (true, None) => Err(LoadErrorKind::table(
                "found a data package that names no table, expected a \"path\" in its resources",
            )),
        }
    }
}

/// What a data package says about this table: `datapackage.json` or `NAME.datapackage.json` in the same folder or archive, or
/// the file itself where it is one.
#[must_use]
pub fn package(material: &Material, table: &Table) -> Option<Package> {
    let columns: Vec<&str> = table.columns().iter().map(|column| column.name.as_str()).collect();
    let describe = |description: &Description| {
        description.about(&material.name, &columns).or_else(|| description.about(table.name(), &columns))
    };
    if material.name.to_lowercase().ends_with("json")
        && let Some(description) = Description::read(material)
    {
        return describe(&description);
    }
    if let Some(package) = table.description.as_deref().and_then(describe) {
        return Some(package);
    }
    let folder = material.folder()?;
    let stem = material.name.split('.').next().unwrap_or(&material.name);
    let whole = material.name.rsplit_once('.').map_or(material.name.as_str(), |(whole, _)| whole);
    [whole, stem]
        .iter()
        .map(|stem| format!("{stem}.datapackage.json"))
        .chain(["datapackage.json".to_owned()])
        .filter_map(|name| Description::read(&Material::path(&folder.join(name))))
        .find_map(|description| describe(&description))
}

fn text(value: &Value, key: &str) -> Option<String> {
    let text = value.get(key)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The name of a file without its folders.
fn last(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn is_plain(name: &str) -> bool {
    !name.is_empty() && name != ".." && name != "."
}

fn fields(resource: &Value) -> Vec<PackageField> {
    let fields = resource.get("schema").and_then(|schema| schema.get("fields")).and_then(Value::as_array);
    let field = |field: &Value| PackageField {
        name: text(field, "name").unwrap_or_default(),
        title: text(field, "title"),
        description: text(field, "description"),
        kind: text(field, "type"),
        format: text(field, "format"),
    };
    fields.into_iter().flatten().map(field).collect()
}

fn missing(resource: &Value) -> Vec<String> {
    let values = resource.get("schema").and_then(|schema| schema.get("missingValues")).and_then(Value::as_array);
    // Newer packages may give each a label.
    let value = |value: &Value| {
        value.as_str().or_else(|| value.get("value").and_then(Value::as_str)).map(|text| text.trim().to_owned())
    };
    values.into_iter().flatten().filter_map(value).filter(|text| !text.is_empty()).collect()
}

fn titles(value: &Value, key: &str) -> Vec<String> {
    let list = value.get(key).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|item| ["title", "name", "path", "url"].iter().find_map(|key| text(item, key))).collect()
}
