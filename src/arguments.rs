//! The command line: from its words to what is to be done, or to what is wrong with them.

use crate::analysis::Tab;
use crate::describe::{AsKnownOn, Options};
use crate::formats::{nearest, quoted};
use crate::model::When;
use crate::state::Theme;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// The two ways to call the program, in short.
pub const USAGE: &str = "\
usage: tollview [--tab NAME] [--theme light|dark] [FILE…]
       tollview describe FILE [--json] [--all] [--as-known-on DATE] [--recipe RECIPE]";

/// The help text.
pub const HELP: &str = "\
Tollview shows what a death toll is made of and how it stands against earlier events.

usage: tollview [--tab NAME] [--theme light|dark] [FILE…]
           open the window with these files side by side, or with a saved view; without
           a file it shows the example that comes with it
       tollview describe FILE [--json] [--all] [--as-known-on DATE] [--recipe RECIPE]
           print what a file says, without a window

  --tab NAME           show this tab: breakdown, compare, timeline, table,
                       checks or sources
  --theme light|dark   use this theme instead of the system's
  --json               print JSON instead of text for people
  --all                print every report too, not only the latest of each source
  --recipe RECIPE      read a table with this recipe instead of a proposed one
  --as-known-on DATE   leave out what was published later: a day (2026-01-14), or latest;
                       without it the file says what to show
  -h, --help           print this help
  -V, --version        print the version

Exit codes: 0 done, 1 the file cannot be read or the window cannot be opened, 2 wrong usage.";

/// What to open the window with.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Arguments {
    /// The files to open side by side, or a view; the example where there are none.
    pub files: Vec<PathBuf>,
    /// The tab to show first.
    pub tab: Option<Tab>,
    /// The theme to use instead of the one used last.
    pub theme: Option<Theme>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Open the window.
    Window(Arguments),
    /// Print what a file says.
    Describe {
        /// The file.
        file: PathBuf,
        /// Whether as JSON.
        json: bool,
        /// The recipe for a table, where it is not to be found out.
        recipe: Option<PathBuf>,
        /// What to print of it.
        options: Options,
    },
    /// Print the help.
    Help,
    /// Print the version.
    Version,
}

/// What is wrong with the words: what was found, what was expected, and a hint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct WrongUsage(String);

const WINDOW_OPTIONS: [&str; 4] = ["--tab", "--theme", "--help", "--version"];
const DESCRIBE_OPTIONS: [&str; 6] = ["--json", "--all", "--as-known-on", "--recipe", "--help", "--version"];
const THEMES: [(&str, Theme); 2] = [("light", Theme::Light), ("dark", Theme::Dark)];

/// Reads the words that follow the program's name.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, WrongUsage> {
    let words: Vec<OsString> = words.into_iter().collect();
    match words.split_first() {
        Some((first, rest)) if first == "describe" => describe(Parser::from_args(rest)),
        _ => window(Parser::from_args(&words)),
    }
}

fn window(mut parser: Parser) -> Result<Command, WrongUsage> {
    let mut arguments = Arguments::default();
    while let Some(argument) = parser.next().map_err(|error| other(&error))? {
        match argument {
            Arg::Long("tab") => {
                arguments.tab = Some(one_of("--tab", &mut parser, &Tab::ALL.map(|tab| (tab.name(), tab)))?);
            }
            Arg::Long("theme") => arguments.theme = Some(one_of("--theme", &mut parser, &THEMES)?),
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Value(word) if word == "describe" && arguments.files.is_empty() => {
                return Err(WrongUsage(
                    "found \"describe\" after an option, expected it first; write ./describe for a file of this name"
                        .to_owned(),
                ));
            }
            Arg::Value(file) => arguments.files.push(path(file)?),
            option => return Err(unknown_option(&option, "tollview", &WINDOW_OPTIONS)),
        }
    }
    Ok(Command::Window(arguments))
}

fn describe(mut parser: Parser) -> Result<Command, WrongUsage> {
    let mut file = None;
    let mut json = false;
    let mut recipe = None;
    let mut options = Options::default();
    while let Some(argument) = parser.next().map_err(|error| other(&error))? {
        match argument {
            Arg::Long("json") => json = true,
            Arg::Long("all") => options.all = true,
            Arg::Long("as-known-on") => {
                options.as_known_on = as_known_on(&value("--as-known-on", "a day", &mut parser)?)?;
            }
            Arg::Long("recipe") => {
                let nothing =
                    |_| WrongUsage("found nothing after \"--recipe\", expected the path of a recipe".to_owned());
                recipe = Some(path(parser.value().map_err(nothing)?)?);
            }
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Value(second) if file.is_some() => {
                return Err(WrongUsage(format!(
                    "found a second file {}, expected one; describe them one by one",
                    shown(&second)
                )));
            }
            Arg::Value(first) => file = Some(path(first)?),
            option => return Err(unknown_option(&option, "tollview describe", &DESCRIBE_OPTIONS)),
        }
    }
    let file = file.ok_or_else(|| {
        WrongUsage("found no file after \"describe\", expected one; name the file to describe".to_owned())
    })?;
    Ok(Command::Describe { file, json, recipe, options })
}

/// A file's path. A single dash stands for standard input elsewhere; here it would wait forever.
fn path(word: OsString) -> Result<PathBuf, WrongUsage> {
    if word == "-" || word.is_empty() {
        return Err(WrongUsage(format!(
            "found {}, expected the path of a file; write it to a file first",
            shown(&word)
        )));
    }
    Ok(PathBuf::from(word))
}

fn as_known_on(text: &str) -> Result<AsKnownOn, WrongUsage> {
    if text == "latest" {
        return Ok(AsKnownOn::Latest);
    }
    let wrong = |reason: &str| {
        WrongUsage(format!(
            "found {} after \"--as-known-on\" ({reason}), expected a day or \"latest\"; write 2026-01-14",
            quoted(text)
        ))
    };
    let when: When = text.parse().map_err(|error: crate::model::WhenError| wrong(&error.to_string()))?;
    match when.single_day() {
        Some(day) if !when.from.uncertain && !when.from.approximate => Ok(AsKnownOn::Day(day)),
        _ => Err(wrong("not one certain day")),
    }
}

/// The value of an option that takes one of a few names.
fn one_of<T: Copy>(option: &str, parser: &mut Parser, known: &[(&'static str, T)]) -> Result<T, WrongUsage> {
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    let expected = names.join(", ");
    let text = value(option, &format!("one of {expected}"), parser)?;
    if let Some((_, value)) = known.iter().find(|(name, _)| *name == text) {
        return Ok(*value);
    }
    let hint = did_you_mean(&text, &names);
    Err(WrongUsage(format!("found {} after {}, expected one of {expected}{hint}", quoted(&text), quoted(option))))
}

fn value(option: &str, expected: &str, parser: &mut Parser) -> Result<String, WrongUsage> {
    let nothing = |_| WrongUsage(format!("found nothing after {}, expected {expected}", quoted(option)));
    let word = parser.value().map_err(nothing)?;
    word.string().map_err(|error| other(&error))
}

fn unknown_option(option: &Arg, program: &str, known: &[&str]) -> WrongUsage {
    let name = match option {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(word) => word.to_string_lossy().into_owned(),
    };
    let hint = if DESCRIBE_OPTIONS.contains(&&*name) {
        "; it goes after \"describe\"".to_owned()
    } else if WINDOW_OPTIONS.contains(&&*name) {
        "; it is for the window, without \"describe\"".to_owned()
    } else {
        did_you_mean(&name, known)
    };
    WrongUsage(format!("found {}, expected an option of {program} ({}){hint}", quoted(&name), known.join(", ")))
}

/// A hint at the known name that was probably meant: one that starts like it, else the nearest.
fn did_you_mean(name: &str, known: &[&str]) -> String {
    let started = known.iter().copied().find(|known| name.trim_start_matches('-').len() > 1 && known.starts_with(name));
    let near = started.or_else(|| nearest(name, known.iter().copied()));
    near.map_or_else(String::new, |near| format!("; did you mean {}?", quoted(near)))
}

/// What the parser itself refuses: a value for an option that takes none, or a word that is no text.
fn other(error: &lexopt::Error) -> WrongUsage {
    match error {
        lexopt::Error::UnexpectedValue { option, value } => {
            WrongUsage(format!("found the value {} for {}, expected none", shown(value), quoted(option)))
        }
        lexopt::Error::NonUnicodeValue(value) => WrongUsage(format!("found {}, expected text in UTF-8", shown(value))),
        error => WrongUsage(error.to_string()),
    }
}

fn shown(word: &OsStr) -> String {
    quoted(&word.to_string_lossy())
}
