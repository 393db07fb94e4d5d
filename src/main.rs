//! Starts Tollview: reads the command line, then opens the window or prints what a file says.

use std::io::{self, ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use tollview::arguments::{self, Arguments, Command};
use tollview::describe::{self, Options};
use tollview::formats::table::recipe::Recipe;
use tollview::formats::{self, Input, LoadError};
use tollview::text::Locale;

const UNREADABLE: u8 = 1;
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Command::Window(arguments)) => window(arguments),
        Ok(Command::Describe { file, json, recipe, options }) => {
            let read = recipe.as_deref().map(read_recipe).transpose();
            match read {
                Ok(recipe) => describe(&file, json, recipe.as_ref(), options),
                Err(error) => complain(&error.to_string(), UNREADABLE),
            }
        }
        Ok(Command::Help) => print(arguments::HELP),
        Ok(Command::Version) => print(concat!("tollview ", env!("CARGO_PKG_VERSION"))),
        Err(wrong) => complain(&format!("tollview: {wrong}\n{}", arguments::USAGE), WRONG_USAGE),
    }
}

fn window(arguments: Arguments) -> ExitCode {
    match tollview::run_window(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("tollview: {error:#}"), UNREADABLE),
    }
}

fn read_recipe(path: &Path) -> Result<Recipe, LoadError> {
    formats::read_recipe(Input::open(path)?)
}

fn describe(file: &Path, json: bool, recipe: Option<&Recipe>, options: Options) -> ExitCode {
    let progress = &mut |_| ControlFlow::Continue(());
    let read = Input::open(file).and_then(|input| formats::read_with(input, recipe, progress));
    match read {
        Ok(loaded) if json => match describe::json(&loaded, options) {
            Ok(text) => print(&text),
            Err(error) => complain(&format!("tollview: {error}"), UNREADABLE),
        },
        Ok(loaded) => print(&describe::report(&loaded, options, &Locale::english())),
        Err(error) => complain(&error.to_string(), UNREADABLE),
    }
}

/// Prints a text; a reader that has closed its end has seen enough.
fn print(text: &str) -> ExitCode {
    match writeln!(io::stdout().lock(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => complain(&format!("tollview: {error}"), UNREADABLE),
        _ => ExitCode::SUCCESS,
    }
}

fn complain(text: &str, code: u8) -> ExitCode {
    // Where even this cannot be written, the exit code is all that is left to say.
    let _ = writeln!(io::stderr().lock(), "{text}");
    ExitCode::from(code)
}
