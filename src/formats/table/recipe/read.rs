//! Recipes as JSON. An error names line, column and JSON path, what was found and what was expected.

use super::{Recipe, VERSION, rules};
use crate::formats::native::place::At;
use crate::formats::native::problems::Problems;
use crate::formats::native::read::primitives::found;
use crate::formats::native::tree::{self, Node, Value};
use crate::formats::words::{nearest, quoted};
use crate::formats::{Expected, LoadErrorKind};
use serde_path_to_error::Segment;
use std::ops::ControlFlow;

/// The key that makes a JSON file a recipe.
const KEY: &str = "tollview_recipe";

/// Reads a recipe.
pub(super) fn read(text: &str) -> Result<Recipe, LoadErrorKind> {
    let mut problems = Problems::default();
    let root = tree::parse(text, Expected::Recipe, &mut problems, &mut |_| ControlFlow::Continue(()))?;
    let recipe = part(&root, &At::Root, text, &mut problems);
    recipe.filter(|_| problems.is_empty()).ok_or_else(|| problems.into_error(text))
}

/// Reads a recipe that is a value in a file, whose whole text is `text`; `None` after what is wrong has been noted.
pub(in crate::formats) fn part(root: &Node, at: &At, text: &str, problems: &mut Problems) -> Option<Recipe> {
    let before = problems.count();
    if !is_this_version(root, at, problems) || problems.count() > before {
        return None;
    }
    kinds(root, at, true, problems);
    if problems.count() > before {
        return None;
    }
    // What follows the recipe is not read.
    let own = usize::try_from(root.offset).ok().and_then(|offset| text.get(offset..)).unwrap_or_default();
    let mut deserializer = serde_json::Deserializer::from_str(own);
    match serde_path_to_error::deserialize::<_, Recipe>(&mut deserializer) {
        Ok(recipe) => {
            for (path, message) in rules::broken(&recipe) {
                add((root, at), &path, problems, || message);
            }
            Some(recipe)
        }
        Err(error) => {
            let path: Vec<Step> = error.path().iter().filter_map(step).collect();
            let words = error.inner().to_string();
            // What stands there twice was noted when the file became a tree.
            if !words.starts_with("duplicate field") {
                misfit((root, at), path, &words, problems);
            }
            None
        }
    }
}

/// A value and where it stands.
type Place<'n, 'a, 'p> = (&'n Node<'a>, &'n At<'p>);

/// A step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

fn step(segment: &Segment) -> Option<Step> {
    match segment {
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

/// A later version may mean other things by the same keys, so nothing else is looked at.
fn is_this_version(root: &Node, at: &At, problems: &mut Problems) -> bool {
    let Value::Object(members) = &root.value else {
        problems.add(root.offset, at, || {
            format!("found {}, expected an object (a recipe); write {{ \"{KEY}\": {VERSION}, … }}", found(root))
        });
        return false;
    };
    let Some(member) = members.iter().find(|member| member.key == KEY) else {
        problems.add(root.offset, at, || {
            format!("found no key \"{KEY}\", expected it in a recipe; write \"{KEY}\": {VERSION}")
        });
        return false;
    };
    if matches!(member.node.value, Value::Number(number) if number == VERSION.to_string()) {
        return true;
    }
    problems.add(member.node.offset, &At::Key(at, KEY), || {
        let found = found(&member.node);
        format!("found {found}, expected the version {VERSION} of recipes; a later version needs a newer Tollview")
    });
    false
}

/// Keys whose values are objects, or lists of such.
const OBJECTS: [&str; 7] = ["read", "events", "date", "source", "measure", "wide", "numbers"];
const LISTS: [&str; 3] = ["counts", "split", "keep"];

/// Keys whose values are words.
const WORDS: [&str; 5] = ["row", "periods", "basis", "role", "form"];

/// Notes lists in place of objects, and objects in place of words: the library would take both.
fn kinds(root: &Node, at: &At, is_root: bool, problems: &mut Problems) {
    let Value::Object(members) = &root.value else { return };
    for member in members {
        let below = &At::Key(at, &member.key);
        match &member.node.value {
            Value::Array(_) if is_root && OBJECTS.contains(&&*member.key) => {
                problems.add(member.node.offset, below, || "found an array, expected an object: { … }".to_owned());
            }
            Value::Array(nodes) if is_root && LISTS.contains(&&*member.key) => {
                for (index, node) in nodes.iter().enumerate() {
                    let below = &At::Index(below, index);
                    if matches!(node.value, Value::Array(_)) {
                        problems.add(node.offset, below, || "found an array, expected an object: { … }".to_owned());
                    }
                    kinds(node, below, false, problems);
                }
            }
            Value::Object(_) if WORDS.contains(&&*member.key) => {
                problems
                    .add(member.node.offset, below, || "found an object, expected a word in double quotes".to_owned());
            }
            Value::Object(_) if is_root && OBJECTS.contains(&&*member.key) => {
                kinds(&member.node, below, false, problems);
            }
            _ => {}
        }
    }
}

/// Notes that a value does not fit, in the words of the other formats instead of those of the library.
fn misfit(place: Place, mut path: Vec<Step>, words: &str, problems: &mut Problems) {
    let words = words.rsplit_once(" at line ").map_or(words, |(words, _)| words);
    let names: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
    let hint = |name: &str, known: &[&str]| {
        let near = nearest(name, known.iter().copied());
        near.map_or_else(String::new, |near| format!("; did you mean {}?", quoted(near)))
    };
    let listed = |known: &[&str]| known.iter().map(|name| quoted(name)).collect::<Vec<String>>().join(", ");
    match (words.split_once(" field ").map(|(start, _)| start), &*names) {
        (Some("unknown"), [name, known @ ..]) => {
            // The library names the key by itself in some places and not in others.
            if path.last() != Some(&Step::Key((*name).to_owned())) {
                path.push(Step::Key((*name).to_owned()));
            }
            let message =
                || format!("found the key {}, expected one of {}{}", quoted(name), listed(known), hint(name, known));
            add(place, &path, problems, message);
        }
        (Some("missing"), [name, ..]) => {
            add(place, &path, problems, || format!("found no key {}, expected it here; add it", quoted(name)));
        }
        _ if words.starts_with("unknown variant") => {
            let (name, known) = names.split_first().unwrap_or((&"", &[]));
            let message = || format!("found {}, expected one of {}{}", quoted(name), listed(known), hint(name, known));
            add(place, &path, problems, message);
        }
        _ => {
            let expected = match words.rsplit_once("expected ") {
                Some((_, "a sequence")) => "a list: [ … ]",
                Some((_, "a string")) => "a text in double quotes",
                Some((_, "a map")) => "an object: { … }",
                Some((_, "a character")) => "a text of one character",
                Some((_, "u32" | "u64" | "usize")) => "a whole number",
                Some((_, expected)) if expected.starts_with("struct ") => "an object: { … }",
                Some((_, expected)) if expected.contains("enum ") => "a word in double quotes",
                Some((_, expected)) => expected,
                None => words,
            };
            let value = at(place.0, &path).map(found).unwrap_or_default();
            add(place, &path, problems, || format!("found {value}, expected {expected}"));
        }
    }
}

/// The value at the end of a path.
fn at<'n, 'a>(root: &'n Node<'a>, path: &[Step]) -> Option<&'n Node<'a>> {
    path.iter().try_fold(root, |node, step| match (&node.value, step) {
        (Value::Object(members), Step::Key(key)) => {
            members.iter().find(|member| member.key == **key).map(|member| &member.node)
        }
        (Value::Array(nodes), Step::Index(index)) => nodes.get(*index),
        _ => None,
    })
}

/// Notes a problem at a path, or at the last place on it that the file has.
fn add((root, base): Place, path: &[Step], problems: &mut Problems, message: impl FnOnce() -> String) {
    let nearest = (0..=path.len()).rev().find_map(|length| at(root, path.get(..length)?));
    add_below(nearest.map_or(0, |node| node.offset), base, path, problems, message);
}

fn add_below(offset: u32, at: &At, path: &[Step], problems: &mut Problems, message: impl FnOnce() -> String) {
    match path.split_first() {
        None => problems.add(offset, at, message),
        Some((Step::Key(key), rest)) => add_below(offset, &At::Key(at, key), rest, problems, message),
        Some((Step::Index(index), rest)) => add_below(offset, &At::Index(at, *index), rest, problems, message),
    }
}
