//! Who may import whom: lower layers know nothing of higher ones, egui stays in the window, files in the jobs.
//!
//! The sources are searched as text for paths that start at the crate's root, at `super` as far as it reaches the root,
//! and at the crates that only some may use.

use std::collections::BTreeSet;
use std::path::Path;

/// The layers of the library and what each may import of it. `lib.rs` only lists them.
const LAYERS: [(&str, &[&str]); 15] = [
    ("model", &[]),
    ("text", &["model"]),
    ("formats", &["model", "text", "analysis"]),
    ("analysis", &["model", "text"]),
    ("chart", &["model", "analysis", "text"]),
    ("export", &["chart", "analysis", "text", "model"]),
    ("state", &["model", "analysis", "formats"]),
    ("example", &["formats", "model"]),
    ("describe", &["model", "text", "analysis", "formats"]),
    ("arguments", &["model", "analysis", "formats", "state", "describe"]),
    ("jobs", &["state", "formats", "export", "model", "text", "example", "analysis"]),
    ("ui", &["state", "analysis", "chart", "formats", "text", "model"]),
    ("display", &[]),
    ("app", ALL),
    ("main", ALL),
];

const ALL: &[&str] = &[
    "model",
    "text",
    "formats",
    "analysis",
    "chart",
    "export",
    "state",
    "example",
    "describe",
    "arguments",
    "display",
    "jobs",
    "ui",
    "app",
    "run_window",
];

/// Everything in `source`, a file of the crate, that its layer must not use.
fn violations(file: &str, source: &str) -> Vec<String> {
    let layer = layer(file);
    let code = without_comments(source);
    let mut found = Vec::new();
    if layer != "lib" {
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            return vec![format!("{file}: the layer {layer} has no rule")];
        };
        for name in imports(file, &code) {
            if name != layer && !allowed.contains(&name.as_str()) {
                found.push(format!("{file}: {layer} must not import {name}"));
            }
        }
    }
    for name in crates(&code) {
        if !matches!(layer, "ui" | "app" | "jobs" | "main") {
            found.push(format!("{file}: {layer} must not use {name}"));
        }
    }
    for name in following(&code, "std::") {
        let allowed = match name.as_str() {
            "fs" => matches!(layer, "jobs" | "main" | "app") || file == "formats/input.rs",
            "net" => false,
            "process" => layer == "main",
            _ => true,
        };
        if !allowed {
            found.push(format!("{file}: {layer} must not use std::{name}"));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The first folder under `src`, or the name of a file beside `lib.rs`.
fn layer(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The layers that a file names: after `crate::`, after `tollview::` in `main.rs`, and after as many `super::` as lead
/// out of its layer.
fn imports(file: &str, code: &str) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = following(code, "crate::").into_iter().collect();
    if file == "main.rs" {
        names.extend(following(code, "tollview::"));
    }
    let folders = file.split('/').count();
    let depth = if file.ends_with("/mod.rs") { folders - 1 } else { folders };
    names.extend(following(code, &"super::".repeat(depth)).into_iter().filter(|name| name != "super"));
    names
}

/// The names that come directly after each `prefix`, one by one where they stand in braces.
fn following(code: &str, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let is_whole = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = &code[at + prefix.len()..];
        if !is_whole {
            continue;
        }
        match rest.strip_prefix('{') {
            None => names.push(word(rest)),
            Some(list) => names.extend(braced(list)),
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The first word of each item of a list up to its closing brace, not looking into inner braces.
fn braced(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut items = vec![String::new()];
    for character in list.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            other if depth == 0 => items.last_mut().unwrap().push(other),
            _ => {}
        }
    }
    items.iter().map(|item| word(item.trim_start())).collect()
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Every mention of egui's crates as a path or in a list of imports; a string may hold the word.
fn crates(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["egui", "eframe"] {
        for (at, _) in code.match_indices(start) {
            let is_start = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let name = word(&code[at..]);
            let rest = code[at + name.len()..].trim_start();
            let is_crate = name == start || name.starts_with("egui_");
            if is_start && is_crate && rest.starts_with(|c: char| ":;,}".contains(c)) {
                found.push(name);
            }
        }
    }
    found
}

/// Comments may name anything. What follows `//` in a string is lost too, which hides no import.
fn without_comments(source: &str) -> String {
    source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn each_file(folder: &Path, root: &Path, look: &mut dyn FnMut(&str, &str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, root, look);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let file = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            look(&file, &std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn lower_layers_import_no_higher_ones() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    let mut files = 0;
    each_file(&src, &src, &mut |file, source| {
        files += 1;
        all.extend(violations(file, source));
    });
    assert!(files > 50, "only {files} files were found");
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_rule_that_is_broken_is_found() {
    for (file, source, expected) in [
        ("model/count.rs", "use crate::text::whole;", "model/count.rs: model must not import text"),
        (
            "text/names.rs",
            "use crate::{\n    model::{Id, Event},\n    state::State,\n};",
            "text/names.rs: text must not import state",
        ),
        ("chart/figure.rs", "fn f() { crate::export::svg() }", "chart/figure.rs: chart must not import export"),
        ("analysis/mod.rs", "use super::chart::Figure;", "analysis/mod.rs: analysis must not import chart"),
        ("analysis/table.rs", "use super::super::chart::Figure;", "analysis/table.rs: analysis must not import chart"),
        ("state/mod.rs", "pub use crate::jobs;", "state/mod.rs: state must not import jobs"),
        ("state/mod.rs", "use egui::Context;", "state/mod.rs: state must not use egui"),
        ("chart/mod.rs", "use {std::fmt, egui};", "chart/mod.rs: chart must not use egui"),
        ("export/svg.rs", "fn f(_: eframe::Frame, _: egui_plot::Plot) {}", "export/svg.rs: export must not use eframe"),
        ("formats/bytes.rs", "use std::fs::File;", "formats/bytes.rs: formats must not use std::fs"),
        ("describe/mod.rs", "use std::{fmt, process::exit};", "describe/mod.rs: describe must not use std::process"),
        ("main.rs", "use std::net::TcpStream;", "main.rs: main must not use std::net"),
        ("rumours/mod.rs", "", "rumours/mod.rs: the layer rumours has no rule"),
    ] {
        assert_eq!(violations(file, source).first().map(String::as_str), Some(expected), "{source}");
    }
}

#[test]
fn what_is_allowed_is_not_found() {
    for (file, source) in [
        (
            "text/names.rs",
            "use crate::model::{Id, text::Fake};\n// use crate::ui;\n/// Like [`crate::state`].\nuse super::shape::Size;",
        ),
        ("model/ledger/order.rs", "let day = super::super::When::last_day;"),
        ("formats/input.rs", "use std::fs::File;"),
        ("ui/plot.rs", "use egui_plot::PlotItem;\nuse crate::chart::Figure;"),
        ("text/fonts.rs", "let font = (\"egui-icons\", epaint_default_fonts::UBUNTU_LIGHT);"),
        ("main.rs", "use tollview::{arguments, state::State};\nuse std::process::ExitCode;"),
        ("app.rs", "use crate::{jobs, ui};\nuse eframe::egui;"),
    ] {
        assert_eq!(violations(file, source), Vec::<String>::new());
    }
}
