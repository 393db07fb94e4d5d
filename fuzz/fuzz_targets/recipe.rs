//! Recipes for a small table that has a bit of everything: what is read is written as it was and fits the table or not.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tollview::formats::{Input, read_recipe};
use tollview_fuzz::{has_words, read_by, watched};

const TABLE: &[u8] = include_bytes!("../table.csv");

fuzz_target!(|bytes: &[u8]| watched(|| {
    let name = "a.recipe.json";
    match read_recipe(Input::from_bytes(name, bytes.to_vec())) {
        Ok(recipe) => {
            let written = recipe.write().expect("what was read can be written");
            assert_eq!(read_recipe(Input::from_bytes(name, written.into())).as_ref(), Ok(&recipe));
            read_by(&recipe, "table.csv", TABLE);
        }
        Err(error) => has_words(name, &error),
    }
}));
