//! Tables in the shape of well-known ones, with and without what is known of their families: each recipe as a whole.

use super::{about, propose, propose_in_general, sample, summary, whole};
use crate::formats::in_crate;

fn text(name: &str) -> String {
    std::fs::read_to_string(in_crate("tests/data/tables/guess").join(name)).unwrap()
}

#[test]
fn the_general_way_finds_what_is_in_each() {
    for name in [
        "ucdp-lakeland.csv",
        "missing-migrants.csv",
        "daily.csv",
        "wars.csv",
        "owid-world-conflict.csv",
        "owid-reactor.csv",
    ] {
        let text = text(name);
        let proposal = propose_in_general(&sample(&text), &about(name, &text)).unwrap();
        let name = format!("table-{}", name.trim_end_matches(".csv"));
        insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, whole(&proposal));
        });
    }
}

#[test]
fn a_known_family_gives_the_same_ledger() {
    for (name, family) in [
        ("ucdp-lakeland.csv", "UCDP GED"),
        ("missing-migrants.csv", "IOM Missing Migrants"),
        ("daily.csv", "TechForPalestine, daily casualties"),
    ] {
        let text = text(name);
        let (sample, about) = (sample(&text), about(name, &text));
        let known = propose(&sample, &about).unwrap();
        let found = propose_in_general(&sample, &about).unwrap();
        assert_eq!(known.family.as_deref(), Some(family));
        let counts = |recipe: &tollview::formats::table::recipe::Recipe| {
            let mut counts: Vec<String> = recipe
                .counts
                .iter()
                .map(|rule| format!("{:?} {:?} {:?} {:?}", rule.column, rule.role, rule.filled, rule.basis))
                .collect();
            counts.sort();
            counts
        };
        assert_eq!(counts(&known.recipe), counts(&found.recipe), "{name}");
        assert_eq!(known.recipe.date, found.recipe.date, "{name}");
    }
}

#[test]
fn the_order_of_the_columns_says_nothing() {
    let text = text("ucdp-lakeland.csv");
    let straight = sample(&text);
    let mut turned = straight.clone();
    turned.columns.reverse();
    turned.rows.iter_mut().for_each(|row| row.cells = row.cells.iter().rev().collect());
    let recipes =
        [straight, turned].map(|sample| propose_in_general(&sample, &about("ucdp.csv", &text)).unwrap().recipe);
    let lines = recipes.each_ref().map(|recipe| {
        let mut lines: Vec<String> = summary(recipe).lines().map(str::to_owned).collect();
        lines.sort();
        lines
    });
    assert_eq!(lines[0], lines[1]);
}
